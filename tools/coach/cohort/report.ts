/** The figures of a cohort as a page with plots and as a table. */
import type { MeanCell, ShareCell } from './cells.ts';
import type { Figures } from './figures.ts';
import { type Axes, barPlot, linePlot, type Point } from './plot.ts';

const HIDDEN = 'too few to show';
const count = (value: number | null): string => (value === null ? HIDDEN : String(value));
const minutes = (value: number | null): string => (value === null ? 'too few mails' : `${value} min`);
const mean = (cell: MeanCell | null): string =>
  cell === null ? HIDDEN : `${cell.mean} (${cell.low} to ${cell.high})`;
const percentOf = ({ n, count: of }: ShareCell): number => Math.round((100 * of) / n);
const share = (cell: ShareCell | null): string => (cell === null ? HIDDEN : `${percentOf(cell)} %`);
const sizeOf = (cell: { readonly n: number } | null): string => (cell === null ? HIDDEN : String(cell.n));

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

type Rows = readonly (readonly string[])[];
function tableOf([head = [], ...rows]: Rows): string {
  const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => cells(row, 'td')).join('');
  return `<table><thead>${cells(head, 'th')}</thead><tbody>${body}</tbody></table>`;
}

const meanPoints = (cells: readonly (readonly [number, MeanCell | null])[]): readonly Point[] =>
  cells.flatMap(([x, cell]) => (cell === null ? [] : [{ x, y: cell.mean, low: cell.low, high: cell.high }]));
const sharePoints = (cells: readonly (readonly [number, ShareCell | null])[]): readonly Point[] =>
  cells.flatMap(([x, cell]) => (cell === null ? [] : [{ x, y: percentOf(cell) }]));

interface Part {
  readonly title: string;
  readonly says: string;
  readonly plot: string;
  readonly rows: Rows;
}

function partsOf({ weeks, responders, painAtStart }: Figures): readonly Part[] {
  const to = Math.max(4, ...weeks.map(({ week }) => week));
  const axes = (title: string, top: number, unit: string): Axes => ({ title, top, unit, from: 0, to });
  return [
    {
      title: 'Pain by week',
      says:
        'Average pain of the week, 0 to 10, with the 95 % interval of the mean at a spread of three ' +
        'points; week 0 is the start. ' +
        'Only those who answered: who drops out is not in it, so read it beside the next plot.',
      plot: linePlot(
        axes('Pain by week', 10, ''),
        meanPoints([[0, painAtStart], ...weeks.map(({ week, pain }) => [week, pain] as const)]),
      ),
      rows: [
        ['week', 'people', 'mean (95 % interval)'],
        ['0', sizeOf(painAtStart), mean(painAtStart)],
        ...weeks.map(({ week, pain }) => [String(week), sizeOf(pain), mean(pain)]),
      ],
    },
    {
      title: 'Who still answers',
      says: 'Of those whose week is over, how many answered its check-in.',
      plot: linePlot(
        axes('Share who answered, by week', 100, ' %'),
        sharePoints(weeks.map(({ week, answered }) => [week, answered])),
      ),
      rows: [
        ['week', 'people', 'answered'],
        ...weeks.map(({ week, answered }) => [String(week), sizeOf(answered), share(answered)]),
      ],
    },
    {
      title: 'Sessions done',
      says:
        'Sessions done of those planned, in percent, with the 95 % interval at a spread of thirty; ' +
        'of those who told.',
      plot: linePlot(
        axes('Sessions done of those planned, by week', 100, ' %'),
        meanPoints(weeks.map(({ week, sessions }) => [week, sessions])),
      ),
      rows: [
        ['week', 'people', 'percent (95 % interval)'],
        ...weeks.map(({ week, sessions }) => [String(week), sizeOf(sessions), mean(sessions)]),
      ],
    },
    {
      title: 'Responders',
      says:
        'At least two points and thirty percent less pain than at the start ' +
        '(docs/clinical-rules.md §7.3). The plot counts whoever dropped out as no responder; ' +
        'the last column is of those who answered.',
      plot: barPlot(
        { title: 'Responders of all who began with pain', top: 100, unit: ' %', from: 4, to: 12 },
        sharePoints(responders.map(({ week, ofAll }) => [week, ofAll])),
      ),
      rows: [
        ['week', 'people', 'of all', 'of those who answered'],
        ...responders.map(({ week, ofAll, ofAnswers }) => [
          String(week),
          sizeOf(ofAll),
          share(ofAll),
          share(ofAnswers),
        ]),
      ],
    },
  ];
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d2421}' +
  'table{border-collapse:collapse;margin:1rem 0}th,td{text-align:left;padding:.2rem 1rem .2rem 0;' +
  'border-bottom:1px solid #d8dcd9}svg{width:100%;height:auto}h2{margin-top:2.5rem}';

/** The whole page; `name` = of the club or the stage. */
export function reportPage(figures: Figures, name: string): string {
  const { at, people, began, mails } = figures;
  const parts = partsOf(figures).map(
    ({ title, says, plot, rows }) =>
      `<section><h2>${title}</h2><p>${says}</p>${plot}${tableOf(rows)}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(name)}: the cohort</title><style>${STYLE}</style></head><body>
<h1>${escaped(name)}: the cohort</h1>
<p>As of ${at.slice(0, 10)}. Groups of fewer than five are hidden. Groups are counted by whole fives, counts
within them rounded to fives up or down by lot, and means rounded, so that no figure subtracted from another,
of this report or the next, tells of a single person.</p>
<h2>People</h2>
${tableOf([
  ['status', 'people'],
  ['began a course', count(began)],
  ...Object.entries(people).map(([status, n]) => [status, count(n)]),
])}
${parts.join('\n')}
<h2>Mails</h2>
${tableOf([
  ['figure', 'value'],
  ['mails that left', count(mails.left)],
  ['half left within', minutes(mails.medianLate)],
  ['nineteen of twenty left within', minutes(mails.worstOfTwenty)],
  ['more than half an hour late', count(mails.overHalfAnHour)],
  ['tried more than once: their receiver may have two', count(mails.triedAgain)],
  ['given up', count(mails.givenUp)],
])}
</body></html>
`;
}

const cell = (value: number | null | undefined): string => (value == null ? '' : String(value));
/** The same as rows: measure, week, group, n, value, low, high. An empty field is hidden. */
export function reportRows({ people, began, painAtStart, weeks, responders, mails }: Figures): Rows {
  const meanRow = (name: string, week: number, of: MeanCell | null): readonly string[] => [
    name,
    String(week),
    cell(of?.n),
    cell(of?.mean),
    cell(of?.low),
    cell(of?.high),
  ];
  const shareRow = (name: string, week: number, of: ShareCell | null): readonly string[] => [
    name,
    String(week),
    cell(of?.n),
    cell(of?.count),
    '',
    '',
  ];
  return [
    ['measure', 'week', 'n', 'value', 'low', 'high'],
    ['people began', '', '', cell(began), '', ''],
    ...Object.entries(people).map(([status, n]) => [`people ${status}`, '', '', cell(n), '', '']),
    meanRow('pain', 0, painAtStart),
    ...weeks.flatMap(({ week, answered, sessions, pain }) => [
      meanRow('pain', week, pain),
      shareRow('answered', week, answered),
      meanRow('sessions percent', week, sessions),
    ]),
    ...responders.flatMap(({ week, ofAll, ofAnswers }) => [
      shareRow('responders of all', week, ofAll),
      shareRow('responders of answers', week, ofAnswers),
    ]),
    ...Object.entries(mails).map(([name, value]) => [`mails ${name}`, '', '', cell(value), '', '']),
  ];
}
