/**
 * `/me/{token}/summary`: one sheet to show or to print for a physiotherapist. Facts the person reported; no
 * name, no diagnosis.
 */
import type { PageFrame, SummaryPage, SummaryWeek } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

const STATUS: Readonly<Record<SummaryPage['status'], string>> = {
  active: 'The programme is running.',
  paused: 'The programme is paused.',
  stopped: 'The programme is stopped until the leg has been seen.',
  completed: 'The weekly plans have ended.',
};

const about = (view: SummaryPage, { options }: Questions): Html => {
  if (view.about === null)
    return html`<p>The programme has not begun: it was stopped at the first questions. Pain by week is not recorded.</p>`;
  const { intent, side, site, ageBand, runsNow, strainLast12m, painAverage, painWorst, suddenOnset, psfs } =
    view.about;
  return list([
    html`Why: ${options.intent[intent].back}. Side: ${options.side[side].back}${site === null ? NOTHING : html`. Place: ${options.site[site].back}`}.`,
    html`At the start, on ${view.startedOn}: average pain ${painAverage}, worst ${painWorst} of 10${psfs === null ? NOTHING : html`, own activity ${psfs} of 10`}.${suddenOnset === null ? NOTHING : html` Sudden onset on ${suddenOnset}.`}`,
    html`Age ${ageBand}. Running then: ${options.runsNow[runsNow].back}. Calf strains in the last 12 months: ${options.strainLast12m[strainLast12m].back}.`,
  ]);
};

const row = ({ week, average, worst, rest, decided }: SummaryWeek): Html => html`
<tr><th scope="row">${week}</th><td class="pain"><span class="bar b${average ?? 'none'}"></span><span class="value">${average ?? 'none'}</span></td><td>${
  worst === null ? NOTHING : html`Worst ${worst}${rest === '' ? '' : ', '}`
}${rest}${rest === '' && worst === null ? NOTHING : '. '}<span class="then">${decided}.</span></td></tr>`;

const weeks = (view: SummaryPage): Html =>
  view.weeks.length === 0
    ? NOTHING
    : html`<table class="chart sheet">
<caption>Average pain by week, 0 to 10; “settled” means by the next morning</caption>
<thead><tr><th scope="col">Week</th><th scope="col">Average</th><th scope="col">Answer and what followed</th></tr></thead>
<tbody>${each(view.weeks, row)}
</tbody>
</table>
${view.weeksLeftOut === 0 ? NOTHING : html`<p class="small">The first ${view.weeksLeftOut} weeks are left out so that this stays one page.</p>`}`;

export function summaryPage(frame: PageFrame, view: SummaryPage): string {
  const { referral } = frame.operator;
  return page(frame, {
    title: 'Summary for a physiotherapist',
    main: html`<div class="summary-sheet">
<h1>Summary for a physiotherapist</h1>
<p>Calf Coach, ${view.on}. ${STATUS[view.status]} Education and self-management by email; everything here was reported by the runner, and no diagnosis was made.</p>
<p class="no-print">To keep it on paper, print this page: it fits on one sheet. Anybody who has this link can see it. <a href="${view.meUrl}">Back to your page</a></p>
<h2>Where it stands</h2>
${view.position.length === 0 ? NOTHING : list(view.position)}
${about(view, frame.words.questions)}
<h2>What was stopped, and by which answer</h2>
${view.happenings.length === 0 ? html`<p>Nothing was stopped.</p>` : list(view.happenings.map(({ on, what }) => html`${on}: ${what}`))}
${weeks(view)}
${referral === null ? NOTHING : html`<p>${referral}</p>`}
</div>`,
  });
}
