/** What a page says: notices, reasons, changes, the pain chart, the safety panel. */

import type { ChangeLine, EmergencyNumbers, OwnWords, PainPoint, ReasonText } from '../views/mail/views.ts';
import type { FormValues, SafetyPanel } from '../views/page/page-views.ts';
import { listOf } from './forms/form-values.ts';
import { each, type Html, html, NOTHING, type Piece } from './html.ts';
import { emergencyInLine, emergencyPhone, urgentPhone } from './phones.ts';

/** A boxed remark. `caution` is amber, `stop` is brick; the heading says it in words too. */
export const notice = (
  look: 'calm' | 'caution' | 'stop',
  title: string,
  body: Piece,
): Html => html`<section class="notice ${look}">
<h2>${title}</h2>
${body}
</section>`;

export const list = (
  items: readonly Piece[],
  look = '',
): Html => html`<ul${look === '' ? NOTHING : html` class="${look}"`}>${each(
  items,
  (item) => html`
<li>${item}</li>`,
)}
</ul>`;

/** The same with numbers: one thing after the other. */
export const numbered = (items: readonly Piece[]): Html => html`<ol>${each(
  items,
  (item) => html`
<li>${item}</li>`,
)}
</ol>`;

/** What a person wrote, word for word and in a direction of its own. */
export const ownWords = ({ label, words }: OwnWords): Html =>
  html`<p>${label} <q><bdi>${words}</bdi></q></p>`;

/** The two numbers of a country: emergency, and urgent without an emergency. */
export const numbersBox = (numbers: EmergencyNumbers): Html => html`<dl class="numbers">
<div><dt>Emergency</dt><dd>${emergencyPhone(numbers)}</dd></div>
<div><dt>Urgent, not an emergency</dt><dd>${urgentPhone(numbers)}</dd></div>
</dl>`;

/** Stops and pointers to a doctor, complete in the page itself (docs/architecture.md §11). */
export function safetyPanel(panel: SafetyPanel, numbers: EmergencyNumbers): Html {
  return html`<section class="safety ${panel.route === 'emergency' || panel.route === 'doctor' ? 'stop' : 'caution'}" aria-labelledby="safety-headline">
<h2 id="safety-headline">${panel.headline}</h2>
${panel.because.length === 0 ? NOTHING : html`<p class="because">${panel.because.join(' ')}</p>`}
${panel.steps.length === 0 ? NOTHING : numbered(panel.steps)}
${numbersBox(numbers)}
${
  panel.tell.length === 0
    ? NOTHING
    : html`<h3>What to say</h3>
${list(panel.tell)}`
}
<p class="stopped">${panel.stopped}</p>
</section>`;
}

/** A form with errors that carries a stop sign: help must not wait until the form is right. */
export const tickedSigns = (
  asked: {
    readonly values: FormValues;
    readonly errors: readonly unknown[];
  },
  numbers: EmergencyNumbers,
): Html =>
  asked.errors.length === 0 || listOf(asked.values, 'redFlags').every((sign) => sign === 'none')
    ? NOTHING
    : notice(
        'stop',
        'You ticked a stop sign',
        html`<p>Do not wait for this form: no running and no calf exercises. If you feel in danger, call ${emergencyInLine(numbers)}.
<a href="/safety">Whom to call, what to say</a></p>
<p>Something below is still missing. Please complete it, so that the sign counts.</p>`,
      );

const ARROWS: Readonly<Record<ChangeLine['direction'], readonly [string, string]>> = {
  up: ['↑', 'moves up'],
  down: ['↓', 'moves down'],
  same: ['→', 'stays'],
  other: ['→', 'changes'],
  start: ['•', 'starts'],
};

/** What moved on each track; the arrow is said in words as well. */
export const changeList = (changes: readonly ChangeLine[]): Html =>
  changes.length === 0
    ? NOTHING
    : html`<ul class="changes">${each(
        changes,
        (change) => html`
<li class="${change.direction}"><span class="arrow" aria-hidden="true">${ARROWS[change.direction][0]}</span> <span class="track">${change.track}</span> <span class="move">${
          ARROWS[change.direction][1]
        }${change.from === null || change.direction === 'same' || change.direction === 'start' ? NOTHING : html` from ${change.from}`}${
          change.direction === 'same' || change.direction === 'start' ? ' at' : ' to'
        } <strong>${change.to}</strong></span></li>`,
      )}
</ul>`;

/** Why: the deciding reason in full, the others folded under it. */
export const reasonBox = (reasons: readonly ReasonText[]): Html => {
  const [first, ...others] = reasons;
  if (first === undefined) return NOTHING;
  return html`<section class="why">
<h2>Why</h2>
<p><strong>${first.short}</strong></p>
<p>${first.long}</p>
${
  others.length === 0
    ? NOTHING
    : html`<ul>${each(
        others,
        (reason) => html`
<li>${reason.long}</li>`,
      )}
</ul>`
}
</section>`;
};

const average = (value: number | null): string => (value === null ? 'no answer' : String(value));

/** Average pain by week as a table whose cells are bars; the number is text beside each bar. */
export const painChart = (points: readonly PainPoint[]): Html =>
  points.length === 0
    ? NOTHING
    : html`<table class="chart">
<caption>Average pain, 0 to 10, week by week</caption>
<thead><tr><th scope="col">Week</th><th scope="col">Average</th></tr></thead>
<tbody>${each(
        points,
        (point) => html`
<tr><th scope="row">${point.week === 0 ? 'Start' : point.week}</th><td><span class="bar b${point.average ?? 'none'}"></span><span class="value">${average(point.average)}</span></td></tr>`,
      )}
</tbody>
</table>`;
