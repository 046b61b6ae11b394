/**
 * `/me/{token}`: this week's plan, why, and everything one may change by oneself (docs/contract.md §2). The
 * first POST form is "easier".
 */
import type { MePage, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import {
  type Asked,
  actionForm,
  button,
  choicesOf,
  errorSummary,
  fieldsOf,
  hidden,
  input,
  radios,
  tick,
} from '../../components.ts';
import { CONSENTS } from '../../consents.ts';
import { fridgeSheet } from '../../fridge-sheet.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { changeList, list, notice, ownWords, painChart, reasonBox, safetyPanel } from '../../panels.ts';
import { maintenanceSheet, planSheet } from '../../plan-sheet.ts';
import { weekStrip } from '../../week-strip.ts';
import { choiceForms } from '../check-in/done.ts';
import { rhythmFields } from '../intake/intake-steps.ts';

const TITLES: Readonly<Record<MePage['status'], string>> = {
  active: 'Your week',
  paused: 'You are on a break',
  stopped: 'Your plan is on hold',
  completed: 'You finished the programme',
};

/** MD-8: on any day, above the plan, so that nobody has to pass the exercises to find it. */
const worse = (view: MePage): Html =>
  view.worseUrl === null
    ? NOTHING
    : html`<p class="no-print">Sorer than before, on any day? <a href="${view.worseUrl}">My calf got worse</a></p>`;

const week = (frame: PageFrame, view: MePage): Html =>
  view.plan === null
    ? html`${worse(view)}${view.maintenance === null ? NOTHING : maintenanceSheet(view.maintenance, view.painRule)}`
    : html`<p class="lead">${view.headline}</p>
${changeList(view.changes)}
${reasonBox(view.reasons)}
${worse(view)}
${view.strip.length === 0 ? NOTHING : weekStrip(view.strip)}
${planSheet(view.plan, view.painRule)}
${fridgeSheet(frame, { ...view, plan: view.plan })}
<p class="small no-print">To keep it on paper, print this page: the week comes on one sheet, with boxes to tick.</p>`;

/** BC-1: the person's own plan, as they wrote it. */
const own = (view: MePage): Html =>
  view.own.length === 0
    ? NOTHING
    : html`<section class="no-print">
<h2>In your own words</h2>
${each(view.own, ownWords)}
</section>`;

const optional = (view: MePage): Html =>
  view.runningUrl === null || view.shoesUrl === null
    ? NOTHING
    : html`<section class="no-print">
<h2>If you like</h2>
${list([
  html`<a href="${view.runningUrl}">About your running</a>: which lessons come first, your own plan, what you run for`,
  html`<a href="${view.shoesUrl}">Check your running shoes</a>: fit, wear and comfort`,
])}
</section>`;

const dates = (view: MePage): Html =>
  view.nextPlanOn === null && view.checkInUrl === null
    ? NOTHING
    : html`<p class="no-print">${view.nextPlanOn === null ? NOTHING : html`Next plan: <strong>${view.nextPlanOn}</strong>. `}${
        view.checkInUrl === null
          ? NOTHING
          : html`<a class="button main" href="${view.checkInUrl}">Answer this week’s check-in</a>`
      }</p>`;

const pauseForm = (view: MePage): Html => html`<section class="no-print">
<h2>Take a break</h2>
<p>No mail until the day you choose. You come back to an easy week.</p>
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'pause')}
${input(
  { values: view.values ?? {}, errors: view.errors },
  {
    name: 'until',
    label: 'Come back on',
    type: 'date',
    narrow: true,
    min: view.pauseRange[0],
    max: view.pauseRange[1],
    hint: `Any day from ${view.pauseRange[0]} to ${view.pauseRange[1]}.`,
    required: true,
  },
)}
${button('Pause until then', 'quiet')}
</form>
</section>`;

const resumeForm = (view: MePage): Html => html`<section class="no-print">
<h2>Come back</h2>
${
  view.mailsCameBack
    ? html`<p>In three weeks in a row our mails to you came back, so we have paused them: the mailbox may be full, or its server was away. When it takes mail again, come back here; or let the mails go to another address, below.</p>`
    : NOTHING
}
<p>${view.pausedUntil === null ? 'Your break has no end yet.' : html`Your break lasts until <strong>${view.pausedUntil}</strong>.`} You can come back at any time; first we ask how the calf is.</p>
${actionForm(view.action, 'resume', 'Come back now', 'main')}
</section>`;

const settingsForm = (view: MePage, questions: Questions): Html => {
  const { weekday, hour, timeZone, units, rhythm } = view.settings;
  const asked: Asked = {
    values: { weekday: String(weekday), hour: String(hour), timeZone, units, rhythm, ...view.values },
    errors: view.errors,
  };
  return html`<section class="no-print">
<h2>Settings</h2>
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'settings')}
${rhythmFields(asked, questions, view.timeZones)}
${radios(asked, { ...fieldsOf(questions.forms.settings)('rhythm'), choices: choicesOf(questions.options.rhythm) })}
${button('Save the settings', 'quiet')}
</form>
</section>`;
};

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

const ask = (
  view: MePage,
  what: string,
  label: string,
): Html => html`<form method="post" action="${view.action}">
${hidden('action', 'request')}${hidden('what', what)}
${button(label, 'quiet')}
</form>`;

/**
 * Nothing of it happens here: a mail of ours may have been passed on, so each needs a link sent to the
 * address on file (docs/architecture.md §9).
 */
const dataForms = (view: MePage): Html => html`<section class="no-print">
<h2>Your data</h2>
<p>For each of these we send a link to your address; it works for 15 minutes.</p>
${ask(view, 'history', 'See my history')}
${ask(view, 'export', 'Get a copy of my data')}
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'request')}${hidden('what', 'address')}
${input(
  { values: view.values ?? {}, errors: view.errors },
  {
    name: 'email',
    label: 'Get the mails at another address',
    type: 'email',
    autocomplete: 'email',
    hint: 'Both addresses are asked first.',
    required: true,
  },
)}
${button('Change the address', 'quiet')}
</form>
${ask(view, 'erase', 'Erase everything about me')}
</section>`;

/** Titles in the feed are neutral, and the page says how it ends: a calendar is often shared. */
const calendar = (view: MePage): Html =>
  view.calendarUrl === null
    ? NOTHING
    : html`<section class="no-print">
<h2>In your calendar</h2>
<p>Add this address to your calendar as a subscription: <a href="${view.calendarUrl}">your week as a calendar</a>. It holds “Session” and “Check-in” with day and hour, and nothing else. It follows your plan, and empties when you pause or leave.</p>
</section>`;

/**
 * Each in its own words, each to be taken back where it can be seen (GDPR art. 7). What follows from it is
 * said before it is done.
 */
const consents = (view: MePage): Html => html`<section class="no-print">
<h2>Your consents</h2>
<p>Each stands on its own, and each can be taken back on its own.</p>
<h3>The mails</h3>
<p>“${CONSENTS.email.label}” To take this back: <a href="${view.unsubscribeUrl}">leave the programme</a>.</p>
<h3>Research</h3>
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'consent')}
${
  view.research
    ? html`<p>You agreed: “${CONSENTS.research.label}” Taking it back changes nothing about your plans.</p>
${hidden('consentResearch', 'no')}
${button('Take back: research', 'quiet')}`
    : html`${tick({ values: view.values ?? {}, errors: view.errors }, { name: 'consentResearch', label: CONSENTS.research.label, hint: CONSENTS.research.hint })}
${button('Agree to research', 'quiet')}`
}
</form>
<h3>Answers about your health</h3>
<p>You agreed: “${CONSENTS.health.label}” Without it we can make no plan. Taking it back ends the programme at once: your plan is deleted and no mail follows. Seven days later everything else we hold about you is erased. To have it erased at once, use “Erase everything about me” above instead.</p>
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'consent')}${hidden('consentHealth', 'no')}
${tick({ values: view.values ?? {}, errors: view.errors }, { name: 'sure', label: 'Yes, end my programme and erase my answers.' })}
${button('Take back: answers about health', 'quiet')}
</form>
</section>`;

/** A look is no secret: the day and the reason that was given. */
const looks = (view: MePage): Html =>
  view.looks.length === 0
    ? NOTHING
    : html`<section class="no-print">
<h2>Who opened your answers</h2>
<p>Whoever runs this programme has opened what we keep about you:</p>
${list(view.looks.map(({ on, reason }) => html`${on}: ${reason}`))}
</section>`;

const newLinks = (view: MePage): Html => html`<section class="no-print">
<h2>Passed a mail on?</h2>
<p>Then make new links: all older ones stop working at once, apart from those that end the mails. The new ones come by mail.</p>
${actionForm(view.action, 'newLinks', 'Make new links')}
</section>`;

/** Errors lead to a field that is on the page; the others stand as plain sentences. */
const FIELDS = [
  'consentResearch',
  'sure',
  'email',
  'until',
  'weekday',
  'hour',
  'timeZone',
  'units',
  'rhythm',
];
const leading = (errors: MePage['errors']): MePage['errors'] =>
  errors.map((error) => (FIELDS.includes(error.field) ? error : { ...error, field: '' }));

/** The participant's page. It shows no name, no address and no history beyond the pain averages. */
export function mePage(frame: PageFrame, view: MePage): string {
  return page(frame, {
    title: TITLES[view.status],
    error: view.errors.length > 0,
    main: html`${view.safety === null ? NOTHING : safetyPanel(view.safety, frame.numbers)}
${errorSummary(leading(view.errors))}
${view.notice === null ? NOTHING : html`<div class="notice calm no-print" role="status"><p>${view.notice}</p></div>`}
<h1 class="no-print">${TITLES[view.status]}</h1>
${view.status === 'stopped' ? returnForm(view) : week(frame, view)}
${own(view)}
${dates(view)}
${view.status === 'active' ? html`<div class="no-print">${choiceForms(view.action, view.choice)}</div>` : NOTHING}
<div class="no-print">${painChart(view.painByWeek)}${view.measures.length === 0 ? NOTHING : list(view.measures)}</div>
${view.status === 'stopped' ? NOTHING : returnForm(view)}
${optional(view)}
${view.status === 'active' || view.maintenance !== null ? pauseForm(view) : view.status === 'paused' ? resumeForm(view) : NOTHING}
<section class="no-print">
<h2>Seeing a physiotherapist?</h2>
<p>One page with your level, your answers by week and what was stopped, to show or to print: <a href="${view.summaryUrl}">Summary for a physiotherapist</a></p>
</section>
${settingsForm(view, frame.words.questions)}
${calendar(view)}
${newLinks(view)}
${dataForms(view)}
${looks(view)}
${consents(view)}
<section class="no-print">
<h2>Leave</h2>
<p>One press on the next page and no mail will follow. <a href="${view.unsubscribeUrl}">Leave the programme</a></p>
</section>
${notice('calm', 'This page is yours', html`<p>Whoever has the link can see this week and change the settings. Please do not pass your mails on.</p>`)}`,
  });
}
