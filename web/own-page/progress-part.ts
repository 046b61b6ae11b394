/** Progress: the ladders with "you are here", what opens the next step, pain by week, both legs, dates. */
import type { MePage } from '../../views/page/page-views.ts';
import type { Progress } from '../../views/page/progress.ts';
import { each, type Html, html, NOTHING } from '../html.ts';
import { list, painChart } from '../panels.ts';

const SAID = { done: 'done', here: 'you are here', ahead: '' } as const;

/** From the first step down to the last, as one reads; where somebody stands is said in words too. */
const ladder = ({ title, rungs }: Progress['ladders'][number]): Html => html`<div class="ladder">
<h3>${title}</h3>
<ol>${each(
  rungs,
  ({ name, where }) => html`
<li class="${where}"${where === 'here' ? html` aria-current="step"` : NOTHING}><span>${name}</span>${
    SAID[where] === ''
      ? NOTHING
      : html` <span class="${where === 'here' ? 'mark' : 'sr'}">${SAID[where]}</span>`
  }</li>`,
)}
</ol>
</div>`;

const TENTHS = 10;
/** Both legs as bars, the number as text beside each. */
const raises = ({ raises: counted }: Progress): Html => {
  if (counted === null) return NOTHING;
  const most = Math.max(counted.left, counted.right, 1);
  const row = (leg: string, n: number): Html => html`
<tr><th scope="row">${leg}</th><td><span class="bar b${Math.round((n * TENTHS) / most)}"></span><span class="value">${n}</span></td></tr>`;
  return html`<table class="chart">
<caption>Single-leg raises, at the last count</caption>
<thead><tr><th scope="col">Leg</th><th scope="col">Raises</th></tr></thead>
<tbody>${row('Left', counted.left)}${row('Right', counted.right)}
</tbody>
</table>`;
};

const lines = (title: string, said: readonly string[]): Html =>
  said.length === 0
    ? NOTHING
    : html`<h3>${title}</h3>
${each(said, (line) => html`<p>${line}</p>`)}`;

/** A date is no promise, and the page says so where it stands. */
const ahead = ({ forecast, race }: Progress): Html =>
  html`${lines('What may come', forecast)}
${forecast.length === 0 ? NOTHING : html`<p class="small">Played forward by the rules that decide your weeks. The early date has no week that stays as it is, the late one has three. It is no promise: your answers decide.</p>`}
${lines('Your race', race === null ? [] : [race])}`;

const optional = (view: MePage): Html =>
  view.runningUrl === null || view.shoesUrl === null
    ? NOTHING
    : html`<section>
<h3>If you like</h3>
${list([
  html`<a href="${view.runningUrl}">About your running</a>: a race, your own plan, what you run for,
which lessons come first`,
  html`<a href="${view.shoesUrl}">Check your running shoes</a>: fit, wear and comfort`,
])}
</section>`;

export const progressPart = (view: MePage): Html => html`<div class="no-print">
${view.progress.ladders.length === 0 ? NOTHING : html`<div class="ladders">${each(view.progress.ladders, ladder)}</div>`}
${view.progress.ownRunning === null ? NOTHING : html`<p>Running: ${view.progress.ownRunning}. Your own runs have no steps.</p>`}
${lines('Before the next step', view.progress.door)}
${ahead(view.progress)}
${painChart(view.painByWeek)}
${raises(view.progress)}
${view.measures.length === 0 ? NOTHING : list(view.measures)}
<h3>Seeing a physiotherapist?</h3>
<p>One page with your level, your answers by week and what was stopped, to show or to print:
<a href="${view.summaryUrl}">Summary for a physiotherapist</a></p>
${optional(view)}
</div>`;
