/** Data: what can be asked for, who has looked, the consents. */
import type { MePage } from '../../views/page/page-views.ts';
import { button, hidden, input, tick } from '../components.ts';
import { CONSENTS } from '../consents.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { list, notice } from '../panels.ts';

const ask = (
  view: MePage,
  what: string,
  label: string,
): Html => html`<form method="post" action="${view.action}#data">
${hidden('action', 'request')}${hidden('what', what)}
${button(label, 'quiet')}
</form>`;

/**
 * Nothing of it happens here: a mail of ours may have been passed on, so each needs a link sent to the
 * address on file (docs/architecture.md §9).
 */
const dataForms = (view: MePage): Html => html`<section class="no-print">
<h3>See it, move it, erase it</h3>
<p>For each of these we send a link to your address; it works for 15 minutes.</p>
${ask(view, 'history', 'See my history')}
${ask(view, 'export', 'Get a copy of my data')}
<form method="post" action="${view.action}#data" novalidate>
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

/** A look is no secret: the day and the reason that was given. */
const looks = (view: MePage): Html =>
  view.looks.length === 0
    ? NOTHING
    : html`<section class="no-print">
<h3>Who opened your answers</h3>
<p>Whoever runs this programme has opened what we keep about you:</p>
${list(view.looks.map(({ on, reason }) => html`${on}: ${reason}`))}
</section>`;

/**
 * Each in its own words, each to be taken back where it can be seen (GDPR art. 7). What follows from it is
 * said before it is done.
 */
const consents = (view: MePage): Html => html`<section class="no-print">
<h3>Your consents</h3>
<p>Each stands on its own, and each can be taken back on its own.</p>
<h4>The mails</h4>
<p>“${CONSENTS.email.label}” To take this back: <a href="${view.unsubscribeUrl}">leave the programme</a>.</p>
<h4>Research</h4>
<form method="post" action="${view.action}#data" novalidate>
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
<h4>Answers about your health</h4>
<p>You agreed: “${CONSENTS.health.label}” Without it we can make no plan. Taking it back ends the
programme at once: your plan is deleted and no mail follows. Seven days later everything else we hold about you is erased. To have it erased at once, use “Erase everything about me” above instead.</p>
<form method="post" action="${view.action}#data" novalidate>
${hidden('action', 'consent')}${hidden('consentHealth', 'no')}
${tick({ values: view.values ?? {}, errors: view.errors }, { name: 'sure', label: 'Yes, end my programme and erase my answers.' })}
${button('Take back: answers about health', 'quiet')}
</form>
</section>`;

export const dataPart = (view: MePage): Html => html`${dataForms(view)}
${looks(view)}
${consents(view)}
${notice('calm', 'This page is yours', html`<p>Whoever has the link can see this week and change the settings. Please do not pass your mails on.</p>`)}`;
