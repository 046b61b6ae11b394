/** The plan from week 2 on and after a changed answer: under four screens of a phone, so known moves are one line and the week is one table. */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { PlanView } from '../../program/explain/views.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { bullets, heading, link as linkText, para, section, sections } from '../plain.ts';
import { describedAt } from './drawing.ts';
import { labelled, link, p } from './html.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { card } from './plan-html.ts';
import { cardText } from './plan-text.ts';
import { amountWords, count, type GlanceRow, glanceRows, runWords } from './words.ts';

/** The amount, and on how many of the sessions when not on all. */
const shortDose = (e: PlannedExercise): string =>
  `${amountWords(e.dose)}${e.sessionsPerWeek === undefined ? '' : `, ${count(e.sessionsPerWeek, 'time')} a week`}`;

interface WeekRow extends GlanceRow {
  readonly moves: readonly PlannedExercise[];
}

/** The week beside today's session, a row a track with its moves in it; the running in whole sentences, as nothing else says it. */
export function weekRows({ plan }: PlanView): readonly WeekRow[] {
  const rows = glanceRows(plan).filter((row) => row.track !== 'strength');
  const running = rows.find((row) => row.track === 'running') ?? W.noRunning;
  const movesOf = { 'foot core': plan.footCoreMoves, stretches: plan.stretches } as const;
  return [
    { ...running, detail: runWords(plan.run).join(' '), moves: plan.warmUp === null ? [] : [plan.warmUp] },
    ...(plan.addOn.length === 0 ? [] : [{ ...W.extraRow, moves: plan.addOn }]),
    ...rows
      .filter((row) => row.track !== 'running')
      .map((row) => ({ ...row, moves: row.track === 'foot core' || row.track === 'stretches' ? movesOf[row.track] : [] })),
  ];
}
const titleOf = ({ count, title, detail }: WeekRow): string => `${count === '' ? '' : `${count} `}${title}${detail === '' ? '.' : ':'}`;
/** Everything new this week, in the order of the sheet. */
const fresh = ({ plan }: PlanView): readonly PlannedExercise[] =>
  [...plan.strength, ...(plan.warmUp === null ? [] : [plan.warmUp]), ...plan.addOn, ...plan.footCoreMoves, ...plan.stretches].filter((e) => e.isNew);

/** A known move has its amount and leads to its description; a new one stands below. */
const moveHtml = (e: PlannedExercise, site: string): Html =>
  e.isNew ? kit.weekNew({ text: `${e.name}: ${W.newAbove}` }) : kit.weekMove({ name: e.name, url: describedAt(e, site), dose: shortDose(e) });
const rowHtml = (row: WeekRow, site: string): Html =>
  kit.weekRow({ title: titleOf(row), detail: row.detail, moves: join(row.moves.map((e) => moveHtml(e, site))) });

export const week = (view: PlanView, site: string): Html =>
  kit.part({ heading: W.rest, body: kit.glance({ rows: join(weekRows(view).map((row) => rowHtml(row, site))) }) });
/** How often today's session comes. */
export const times = ({ plan }: PlanView): Html => (plan.sessions === 0 ? NOTHING : p(W.times(plan.sessions, plan.hoursBetween)));
export const timesText = ({ plan }: PlanView): string | null => (plan.sessions === 0 ? null : para(W.times(plan.sessions, plan.hoursBetween)));
export const newMoves = (view: PlanView, site: string): Html => {
  const all = fresh(view);
  return all.length === 0 ? NOTHING : kit.part({ heading: W.newMoves, body: join(all.map((e) => card(e, site))) });
};
/** The test that the heading speaks of comes first. */
const ordered = ({ gates, stage }: PlanView['plan']): PlanView['plan']['gates'] => {
  const first = stage === 'R0' ? 'running' : 'strength';
  return [...gates.filter(({ track }) => track === first), ...gates.filter(({ track }) => track !== first)];
};
/** The next door with the tests that open it, described before they are asked (CONTRACT §2.2); or how far the first jog is. */
export const door = ({ plan, nextDoor }: PlanView): Html =>
  nextDoor === null
    ? NOTHING
    : plan.gates.length === 0
      ? p(nextDoor)
      : kit.softBox({ heading: nextDoor, body: join([...ordered(plan).map((gate) => labelled(W.testOf[gate.track], gate.test)), p(W.stays)]) });
export const doorText = ({ plan, nextDoor }: PlanView): string | null =>
  nextDoor === null
    ? null
    : plan.gates.length === 0
      ? para(nextDoor)
      : section(nextDoor, bullets(ordered(plan).map((gate) => `${W.testOf[gate.track]} ${gate.test}`)), para(W.stays));
export const badDay = ({ badDay: day }: PlanView): Html => (day === null ? NOTHING : labelled(day.label, day.text));
/** Dates in a line and the stop signs in a paragraph; the link leads to all of them and to the numbers. */
export const close = (view: PlanView, safety: string): Html =>
  join([
    kit.part({ heading: W.dates, body: p(W.dateLines(view).join(' ')) }),
    kit.part({ heading: W.stopSigns, body: join([p(W.signs(view.stopSigns)), link(W.stopSignsLink, safety)]) }),
  ]);

const moveText = (e: PlannedExercise): string => (e.isNew ? `${e.name} (${W.newAbove})` : `${e.name}: ${shortDose(e)}`);
export const weekText = (view: PlanView): string | null =>
  section(
    W.rest,
    sections(
      ...weekRows(view).map((row) =>
        [para(`${titleOf(row)} ${row.detail}`), ...(row.moves.length === 0 ? [] : [bullets(row.moves.map(moveText))])].join('\n'),
      ),
    ),
  );
export const newMovesText = (view: PlanView): string | null => {
  const all = fresh(view);
  return all.length === 0 ? null : section(W.newMoves, sections(...all.map(cardText)));
};
export const badDayText = ({ badDay: day }: PlanView): string | null => (day === null ? null : para(`${day.label} ${day.text}`));
export const closeText = (view: PlanView, safety: string): string =>
  sections(
    section(W.dates, para(W.dateLines(view).join(' '))),
    `${heading(W.stopSigns)}\n${sections(para(W.signs(view.stopSigns)), linkText(W.stopSignsLink, safety))}`,
  );
