/** The week: what changed and why, its days, its plan, and the runner's own choice. */
import type { MePage, PageFrame } from '../../views/page/page-views.ts';
import { actionForm, button, hidden } from '../components.ts';
import { fridgeSheet } from '../fridge-sheet.ts';
import { each, type Html, html, NOTHING } from '../html.ts';
import { choiceForms } from '../pages/check-in/done.ts';
import { changeList, ownWords, reasonBox } from '../panels.ts';
import { maintenanceSheet, planSheet } from '../plan-sheet.ts';
import { weekStrip } from '../week-strip.ts';

const checkIn = (view: MePage): Html =>
  view.checkInUrl === null || view.listFirst === true
    ? NOTHING
    : html`<p class="no-print"><a class="button main" href="${view.checkInUrl}">Answer this week’s
check-in</a></p>`;

/** Words of the body that nobody could read hold the week back (docs/clinical-rules.md §12 A4). */
const listFirst = (view: MePage): Html =>
  view.listFirst !== true || view.checkInUrl === null
    ? NOTHING
    : html`<p class="lead">You wrote something we could not read. Until you have answered one list, walk
only: no running and no calf work. Your plan comes right after.</p>
<p class="no-print"><a class="button main" href="${view.checkInUrl}/done">Answer the list</a></p>`;

/** The one thing to do, unless the check-in waits: then that one is. */
const session = (view: MePage): Html =>
  view.sessionUrl === null
    ? NOTHING
    : html`<p class="no-print"><a class="button ${view.checkInUrl === null ? 'main' : 'quiet'}" href="${view.sessionUrl}">Open my next session</a></p>`;

const nextPlan = (view: MePage): Html =>
  view.nextPlanOn === null
    ? NOTHING
    : html`<p class="no-print">Next plan: <strong>${view.nextPlanOn}</strong>.</p>`;

const plan = (frame: PageFrame, view: MePage): Html =>
  view.plan === null || view.status === 'stopped'
    ? view.maintenance === null
      ? NOTHING
      : maintenanceSheet(view.maintenance, view.painRule)
    : html`<p class="lead">${view.headline}</p>
${view.strip.length === 0 ? NOTHING : weekStrip(view.strip)}
${session(view)}
${reasonBox(view.reasons)}
${planSheet(view.plan, view.strip, view.painRule)}
${fridgeSheet(frame, { ...view, plan: view.plan })}
<p class="small no-print">To keep it on paper, print this page: the week comes on one sheet, with boxes
to tick.</p>
<details class="fold no-print">
<summary>What changed since last week</summary>
${changeList(view.changes)}
</details>`;

/** BC-1: the person's own plan, as they wrote it. */
const own = (view: MePage): Html =>
  view.own.length === 0
    ? NOTHING
    : html`<section class="no-print">
<h2>In your own words</h2>
${each(view.own, ownWords)}
</section>`;

/** After a stop it is the one thing to do here; with a plan running it is an offer beside others. */
const returnForm = (view: MePage): Html =>
  view.canReturn
    ? html`<section class="no-print">
<h2>${view.status === 'stopped' ? 'When you have been seen' : 'Has somebody looked at the leg?'}</h2>
<p>${
        view.status === 'stopped'
          ? 'Your plan waits until then. We send a link to your address; behind it you say who has seen the leg and what they said.'
          : 'Tell us what they said; your plan is held back until then. We send a link to your address.'
      }</p>
<form method="post" action="${view.action}">
${hidden('action', 'request')}${hidden('what', 'return')}
${button('I have been seen: send me the link', view.status === 'stopped' ? 'main' : 'quiet')}
</form>
</section>`
    : NOTHING;

const resume = (view: MePage): Html => html`<section class="no-print">
<h2>Come back</h2>
${
  view.mailsCameBack
    ? html`<p>In three weeks in a row our mails to you came back, so we have paused them: the mailbox may
be full, or its server was away. When it takes mail again, come back here; or let the mails go to another address, under <a href="#data">Data</a>.</p>`
    : NOTHING
}
<p>${view.pausedUntil === null ? 'Your break has no end yet.' : html`Your break lasts until <strong>${view.pausedUntil}</strong>.`} You can come back at any time; first we ask how the calf is.</p>
${actionForm(view.action, 'resume', 'Come back now', 'main')}
</section>`;

/** Where no plan runs, what is there instead. */
const instead = (view: MePage): Html => {
  if (view.status === 'paused') return resume(view);
  if (view.status === 'stopped')
    return html`<p class="lead no-print">No exercises and no running from us now. What to do stands at
the top of this page.</p>`;
  return view.status === 'completed' && view.maintenance === null
    ? html`<p class="lead no-print">No plan runs now. How you came here stands under
<a href="#progress">Progress</a>.</p>`
    : NOTHING;
};

export const weekPart = (frame: PageFrame, view: MePage): Html => html`${instead(view)}
${listFirst(view)}
${checkIn(view)}
${plan(frame, view)}
${nextPlan(view)}
${own(view)}
${view.status === 'active' ? html`<div class="no-print">${choiceForms(view.action, view.choice)}</div>` : NOTHING}
${returnForm(view)}`;
