/**
 * The answer to "my calf got worse" when nothing in it stops the plan: rest, one step down, and what would
 * change that (MD-8).
 */
import type { FlaredPage, PageFrame } from '../../../views/page/page-views.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { changeList, list, notice } from '../../panels.ts';
import { emergencyInLine } from '../../phones.ts';

const changes = (view: FlaredPage): Html =>
  view.changes.length === 0
    ? NOTHING
    : html`<section>
<h2>What changes in your plan</h2>
<p>${view.headline}</p>
${changeList(view.changes)}
<p>This is information, not failure. Nothing moves up this week.</p>
</section>`;

/** S-35 to S-38 and TR-D: what would make this a matter for a doctor. */
const signs = (frame: PageFrame): Html =>
  notice(
    'stop',
    'Do not wait if one of these comes',
    html`${list(frame.words.signs.today)}
<p>Then see a doctor the same day; in an emergency call ${emergencyInLine(frame.numbers)}. <a href="/safety">All stop signs, whom to call</a></p>`,
  );

export function flaredPage(frame: PageFrame, view: FlaredPage): string {
  return page(frame, {
    title: 'What to do now',
    main: html`<p class="kicker">Saved</p>
<h1>Rest the calf until ${view.restUntil}</h1>
<section class="why">
<h2>What to do now</h2>
${list(view.rest)}
</section>
${signs(frame)}
${changes(view)}
<p>The same is on its way to you by mail.</p>
<p><a class="button quiet" href="${view.meUrl}">See your week</a></p>`,
  });
}
