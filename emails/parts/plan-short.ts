/**
 * The plan from week 2 on and after a changed answer: under four screens of a phone, so known moves are one
 * line and the week is one table.
 */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { MailFrame, PlanBox, PlanView } from '../../views/mail/views.ts';
import { amountWords, count, doseWords, range, runWords } from '../../views/plan/dose.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, LINE, NOTHING } from '../escape.ts';
import { bullets, heading, link as linkText, para, paragraphs, section, sections } from '../plain.ts';
import { describedAt } from './drawing.ts';
import { labelled, p } from './html.ts';
import { cardMoves, newMoves as newInWeek, sharedStopRule } from './new-moves.ts';
import { quotedWords } from './own-words.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { card, box as listed } from './plan-html.ts';
import { cardText } from './plan-text.ts';
import { lessonAt, teaserOf } from './teaser.ts';
import { type GlanceRow, glanceRows, whyLines } from './words.ts';

/** The amount, and on how many of the sessions when not on all. */
const shortDose = (e: PlannedExercise): string =>
  `${amountWords(e.dose)}${e.sessionsPerWeek === undefined ? '' : `, ${count(e.sessionsPerWeek, 'time')} a week`}`;

interface WeekRow extends GlanceRow {
  readonly moves: readonly PlannedExercise[];
}

/**
 * The week beside today's session, a row a track with its moves in it; the running in whole sentences, as
 * nothing else says it.
 */
export function weekRows({ plan }: PlanView): readonly WeekRow[] {
  const rows = glanceRows(plan).filter((row) => row.track !== 'strength');
  const withMoves = (row: GlanceRow): WeekRow => {
    if (row.track === 'feet') return { ...row, detail: `${row.detail}.`, moves: plan.footCoreMoves };
    return row.track === 'stretches' ? { ...row, detail: '', moves: plan.stretches } : { ...row, moves: [] };
  };
  return [
    {
      ...W.runningRow,
      detail: runWords(plan.run).join(' '),
      moves: plan.warmUp === null ? [] : [plan.warmUp],
    },
    ...(plan.addOn.length === 0 ? [] : [{ ...W.extraRow, moves: plan.addOn }]),
    ...rows.filter((row) => row.track !== 'running').map(withMoves),
  ];
}
const titleOf = ({ count, title, detail, moves }: WeekRow): string =>
  `${count === '' ? '' : `${count} `}${title}${detail === '' && moves.length === 0 ? '.' : ':'}`;
/** A move with a card is named, any other leads to its description. */
const nameHtml = (e: PlannedExercise, shown: readonly PlannedExercise[], site: string): Html =>
  shown.includes(e)
    ? kit.words({ text: e.name })
    : kit.weekMove({ name: `${e.name}${e.isNew ? ` (${W.isNew})` : ''}`, url: describedAt(e, site) });
/**
 * Moves of one amount share it: "A, B: 2 sets of 30 seconds"; a move with a card has its amount there, a new
 * one without a card its cue.
 */
function movesHtml(moves: readonly PlannedExercise[], shown: readonly PlannedExercise[], site: string): Html {
  const cued = (e: PlannedExercise): boolean => e.isNew && !shown.includes(e);
  const doseOf = (e: PlannedExercise): string =>
    shown.includes(e) ? W.newAbove : cued(e) ? `${shortDose(e)}. ${e.cue}` : shortDose(e);
  return join(
    moves.map((e, at) => {
      const next = moves[at + 1];
      const dose = doseOf(e);
      const ends = next === undefined || doseOf(next) !== dose;
      const name = nameHtml(e, shown, site);
      const text = ends ? kit.withDose({ name, dose }) : name;
      return next === undefined ? text : kit.following({ text, mark: cued(e) ? '' : ends ? ';' : ',' });
    }),
  );
}
const rowHtml = (row: WeekRow, shown: readonly PlannedExercise[], site: string): Html =>
  kit.weekRow({ title: titleOf(row), detail: row.detail, moves: movesHtml(row.moves, shown, site) });

export const week = (view: PlanView, site: string): Html => {
  const shown = cardMoves(view);
  return kit.part({
    heading: W.rest,
    body: kit.glance({ rows: join(weekRows(view).map((row) => rowHtml(row, shown, site))) }),
  });
};
/** Each lesson in two lines, with the one thing to do and the way to all of it. */
export const lessons = (view: PlanView, site: string): Html =>
  join(
    view.lessons.map((lesson) => {
      const { title, action } = lesson;
      const shown = { text: teaserOf(lesson), linkLabel: W.lesson, url: lessonAt(lesson, site) };
      const body = action === null ? kit.textLink(shown) : kit.teaser({ ...shown, label: W.action, action });
      return kit.runInBox({ title: ended(title), body });
    }),
  );
/** Sentences one after the other, each on its own line of the source. */
const apart = (lines: readonly string[]): Html =>
  join(lines.flatMap((text, at) => (at === 0 ? [kit.words({ text })] : [LINE, kit.words({ text })])));
/** A box in one paragraph; one with a list keeps its lines. */
const boxHtml = (box: PlanBox): Html => {
  const { title, text, items = [], own = [], link } = box;
  if (items.length > 0) return listed(box);
  const body = [
    ...own.map(({ label, words }) => kit.testOf({ label, test: quotedWords(words) })),
    link === undefined ? kit.words({ text }) : kit.textLink({ text, linkLabel: link.label, url: link.url }),
  ];
  return kit.runInBox({ title: ended(title), body: join(body) });
};
export const boxes = (view: PlanView): Html => join(view.boxes.map(boxHtml));
/** The note to show a physiotherapist, line by line; why stands among the reasons. */
export const physio = (
  { physio: advised, note }: PlanView,
  { operator: { referral }, links }: MailFrame,
): Html => {
  if (!advised) return NOTHING;
  const lines = (texts: readonly string[]): readonly Html[] => texts.map((text) => kit.nextLine({ text }));
  const label =
    links.summary === null
      ? lines([W.note])
      : [...lines(['']), kit.textLink({ text: W.noteOr, linkLabel: W.sheetLink, url: links.summary })];
  return kit.ruleBox({
    title: ended(W.physio),
    lines: join([...(referral === null ? [] : lines([referral])), ...label, ...lines(note)]),
  });
};
const ended = (title: string): string => (/[.!?]$/.test(title) ? title : `${title}.`);
/** The written part has room for the whole lesson in short. */
export const lessonsText = ({ lessons: all }: PlanView, site: string): string =>
  sections(
    ...all.map((lesson) =>
      section(
        lesson.title,
        paragraphs(lesson.brief),
        lesson.action === null ? null : para(`${W.action} ${lesson.action}`),
        linkText(W.lesson, lessonAt(lesson, site)),
      ),
    ),
  );
/** The answer and the rules in one go; the headline has said already what moved. */
export const why = (view: PlanView): Html => {
  const lines = [...(view.answered === null ? [] : [view.answered]), ...whyLines(view)];
  return lines.length === 0 ? NOTHING : kit.warmRunIn({ title: `${W.why(view.kind)}.`, body: apart(lines) });
};
const lineHtml = (e: PlannedExercise, site: string): Html =>
  kit.exerciseLines({
    rows: kit.exerciseShort({
      name: `${e.name}${e.isNew ? ` (${W.isNew})` : ''}`,
      url: describedAt(e, site),
      dose: `${doseWords(e)}${e.isNew ? `. ${e.cue}` : ''}`,
    }),
  });
/**
 * Today's session: its new moves step by step, the others in one line, a new one with its cue; how often it
 * comes stands first.
 */
export const today = (view: PlanView, site: string): Html => {
  const { plan } = view;
  if (plan.sessions === 0 || plan.strength.length === 0) return NOTHING;
  const shown = cardMoves(view);
  const moves = plan.strength.map((e) =>
    shown.includes(e) ? card(e, site, sharedStopRule(plan)) : lineHtml(e, site),
  );
  return kit.part({
    heading: W.today(range(plan.sessionMinutes)),
    body: join([p(W.times(plan.sessions, plan.hoursBetween)), ...moves]),
  });
};
/** How often today's session comes. */
export const timesText = ({ plan }: PlanView): string | null =>
  plan.sessions === 0 ? null : para(W.times(plan.sessions, plan.hoursBetween));
export const newMoves = (view: PlanView, site: string): Html => {
  const shown = cardMoves(view).filter((e) => view.plan.sessions === 0 || !view.plan.strength.includes(e));
  const shared = sharedStopRule(view.plan);
  return shown.length === 0
    ? NOTHING
    : kit.part({ heading: W.newMoves, body: join(shown.map((e) => card(e, site, shared))) });
};
/** The test that the heading speaks of comes first. */
const ordered = ({ gates, stage }: PlanView['plan']): PlanView['plan']['gates'] => {
  const first = stage === 'R0' ? 'running' : 'strength';
  return [...gates.filter(({ track }) => track === first), ...gates.filter(({ track }) => track !== first)];
};
/**
 * The next door with the tests that open it, described before they are asked (docs/contract.md §2.2); or how
 * far the first jog is.
 */
export const door = ({ plan, nextDoor }: PlanView): Html =>
  nextDoor === null
    ? NOTHING
    : plan.gates.length === 0
      ? p(nextDoor)
      : kit.runInBox({
          title: ended(nextDoor),
          body: join([...ordered(plan).map(testHtml), kit.words({ text: W.stays })]),
        });
const testHtml = ({ track, test }: PlanView['plan']['gates'][number]): Html =>
  kit.testOf({ label: W.testOf[track], test });
export const doorText = ({ plan, nextDoor }: PlanView): string | null =>
  nextDoor === null
    ? null
    : plan.gates.length === 0
      ? para(nextDoor)
      : section(
          nextDoor,
          bullets(ordered(plan).map((gate) => `${W.testOf[gate.track]} ${gate.test}`)),
          para(W.stays),
        );
export const badDay = ({ badDay: day }: PlanView): Html =>
  day === null ? NOTHING : labelled(day.label, day.text);
/** Dates in a line and the stop signs in a paragraph; the link leads to all of them and to the numbers. */
export const close = (view: PlanView, safety: string): Html =>
  join([
    kit.runIn({
      title: `${W.stopSigns}:`,
      body: kit.textLink({ text: W.signs(view.stopSigns), linkLabel: W.stopSignsLink, url: safety }),
    }),
    kit.runIn({ title: `${W.dates}.`, body: kit.words({ text: W.next(view) }) }),
  ]);

const moveText = (e: PlannedExercise): string =>
  e.isNew ? `${e.name} (${W.newAbove})` : `${e.name}: ${shortDose(e)}`;
export const weekText = (view: PlanView): string | null =>
  section(
    W.rest,
    sections(
      ...weekRows(view).map((row) =>
        [
          para(`${titleOf(row)} ${row.detail}`),
          ...(row.moves.length === 0 ? [] : [bullets(row.moves.map(moveText))]),
        ].join('\n'),
      ),
    ),
  );
export const newMovesText = (view: PlanView): string | null => {
  const all = newInWeek(view.plan);
  const shared = sharedStopRule(view.plan);
  return all.length === 0 ? null : section(W.newMoves, sections(...all.map((e) => cardText(e, shared))));
};
export const badDayText = ({ badDay: day }: PlanView): string | null =>
  day === null ? null : para(`${day.label} ${day.text}`);
export const closeText = (view: PlanView, safety: string): string =>
  sections(
    `${heading(W.stopSigns)}\n${sections(para(W.signs(view.stopSigns)), linkText(W.stopSignsLink, safety))}`,
    section(W.dates, para(W.next(view))),
  );
