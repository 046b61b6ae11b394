/** After a session: rest for two days, or a week that is over. Nothing else follows from either page. */
import type { PageFrame } from '../../../views/page/page-views.ts';
import type { ClosedSessions } from '../../../views/page/session-page.ts';
import { SESSION_WORDS } from '../../../views/words/session-words.ts';
import { html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice } from '../../panels.ts';
import { emergencyInLine } from '../../phones.ts';

/** A logged six (docs/clinical-rules.md §12 A25). */
export const restPage = (
  frame: PageFrame,
  { worseUrl, back }: { readonly worseUrl: string; readonly back: string },
): string =>
  page(frame, {
    title: SESSION_WORDS.restTitle,
    main: html`<p class="kicker">Saved</p>
<h1>${SESSION_WORDS.restTitle}</h1>
<section class="why">
<h2>What to do now</h2>
${list(SESSION_WORDS.rest)}
</section>
${notice('stop', 'Do not wait if one of these comes', html`${list(frame.words.signs.today)}<p>Then see a doctor the same day; in an emergency call ${emergencyInLine(frame.numbers)}. <a href="/safety">All stop signs, whom to call</a></p>`)}
<p><a class="button quiet" href="${worseUrl}">It is worse than that</a></p>
<p><a href="${back}">Back to the session</a></p>`,
  });

/** A link of an earlier week: what was saved of it, and the way to the present one. */
export const closedSessionsPage = (frame: PageFrame, view: ClosedSessions): string =>
  page(frame, {
    title: `Week ${view.week} is closed`,
    main: html`<h1>Week ${view.week} is closed</h1>
<p class="lead">Its sessions take no more entries. Nothing was saved.</p>
<p><a class="button main" href="${view.currentUrl}">Open this week’s session</a></p>
${view.lines.length === 0 ? NOTHING : html`<h2>What you saved of it</h2>${list(view.lines)}`}
<p><a href="${view.meUrl}">Your whole week</a></p>`,
  });
