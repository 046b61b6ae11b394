/**
 * What stands above the rule of a plan: the week at a glance, three hundred words at most. Reasons that find
 * no room stand below the rule, whole; nothing is cut.
 */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { PlanView } from '../../views/mail/views.ts';
import { compactDose } from '../../views/plan/dose.ts';
import type { GlanceDay, GlanceSession } from '../../views/plan/glance.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { teaserOf } from '../parts/teaser.ts';
import { whyLines } from '../parts/words.ts';
import { WEEK_WORDS as W } from './words.ts';

export const MOST_WORDS = 300;

const SPACE = /\s/;
const LETTER = /[\p{L}\p{N}]/u;
const isAsciiSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isAsciiLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/**
 * Whatever a reader reads as a word: signs between them are none. A plan is counted through in every mail, so
 * it goes over the characters once and makes nothing.
 */
export function wordsIn(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f ? SPACE.test(text.charAt(at)) : isAsciiSpace(code)) inWord = false;
    else if (!inWord && (code > 0x7f ? LETTER.test(characterAt(text, at)) : isAsciiLetter(code))) {
      inWord = true;
      words += 1;
    }
  }
  return words;
}
/** Both halves of a character beyond the first plane. */
const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** "Mon 6", and the whole day where a screen reader needs no more. */
export const dayShort = ({ date }: GlanceDay): string => {
  const [weekday = '', day = ''] = date.split(' ');
  return `${weekday.slice(0, 3)} ${day}`;
};
export const dayWhat = ({ what, kind }: GlanceDay): string =>
  what.length > 0 ? what.join(', ') : kind === 'checkIn' ? W.checkIn : kind === 'rest' ? W.rest : W.free;

export const doseOf = compactDose;

/** Moves of one dose that follow each other share it: "A, B: 2 × 30 s, each side". */
export function groupsOf(moves: readonly PlannedExercise[]): readonly (readonly PlannedExercise[])[] {
  const groups: PlannedExercise[][] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (
      last !== undefined &&
      first !== undefined &&
      !first.isNew &&
      !move.isNew &&
      doseOf(first) === doseOf(move)
    )
      last.push(move);
    else groups.push([move]);
  }
  return groups;
}

/** The test that the heading speaks of comes first. */
const testsOf = ({ gates, stage }: PlanView['plan']): PlanView['plan']['gates'] => {
  const first = stage === 'R0' ? 'running' : 'strength';
  return [...gates.filter(({ track }) => track === first), ...gates.filter(({ track }) => track !== first)];
};
/** Every test of the week, whole, as its check-in asks about it. */
export const testLines = ({ plan }: PlanView): readonly string[] =>
  testsOf(plan).map(({ track, test }) => `${PLAN_WORDS.testOf[track]} ${test}`);

const standingWords = ({ standing, painByWeek }: PlanView): string =>
  [
    W.standing,
    ...[standing.strength, standing.running].map((l) => (l === null ? '' : W.ladder(l.title, l.at, l.of))),
    painByWeek.length < 2 ? '' : `${W.pain} ${painByWeek.map(({ average }) => average ?? '').join(' ')}`,
    standing.raises === null
      ? ''
      : `${W.raises} ${W.left} ${standing.raises.left} ${W.right} ${standing.raises.right}`,
  ].join(' ');

/**
 * Every word above the rule that has its place in any case; `rows` = of sessions, `lead` = what the mail says
 * of itself.
 */
function always(view: PlanView, rows: readonly GlanceSession[], lead: readonly string[]): number {
  const { glance, missing, list } = view;
  const texts = [
    ...lead,
    PLAN_WORDS.why(view.kind),
    list === undefined
      ? ''
      : [
          PLAN_WORDS.listHeading,
          PLAN_WORDS.list,
          PLAN_WORDS.signs(list.signs),
          PLAN_WORDS.listNone,
          PLAN_WORDS.listLink,
        ].join(' '),
    missing.length === 0
      ? view.answerUrl === null
        ? ''
        : `${PLAN_WORDS.answerHeading} ${PLAN_WORDS.answerStill} ${PLAN_WORDS.answer}`
      : [
          PLAN_WORDS.missingHeading,
          PLAN_WORDS.missing(view.outcome),
          PLAN_WORDS.signs(missing),
          PLAN_WORDS.complete,
        ].join(' '),
    view.physio ? W.physio : '',
    W.days,
    ...glance.days.map((day) => `${dayShort(day)} ${dayWhat(day)} ${W.minutes(day.minutes)}`),
    W.asOf(glance.asOf),
    ...rows.filter(isAsked).map(
      ({ title, often, line, moves }) =>
        `${title} ${often} ${line ?? ''} ${groupsOf(moves)
          .map((group) =>
            [...group.map((e) => e.name), group.map(doseOf)[0], group[0]?.isNew ? W.isNew : ''].join(' '),
          )
          .join(' ')}`,
    ),
    W.open,
    view.nextDoor ?? '',
    view.doorNumber ?? '',
    view.nextDoor === null || view.plan.gates.length === 0 ? '' : W.testsBelow,
    standingWords(view),
    ...view.lessons.map(({ title }) => `${title} ${W.lesson}`),
  ];
  return texts.reduce((sum, text) => sum + wordsIn(text), 0);
}

export interface Above {
  /** The first sentence of the deciding reason in any case, then what finds room. */
  readonly reasons: readonly string[];
  readonly reasonsBelow: readonly string[];
  /** Is what was answered above the rule, and what is no duty? */
  readonly answered: boolean;
  readonly sessions: readonly GlanceSession[];
  /** What the week has reached, with what it means and opens while there is room. */
  readonly reached: readonly { readonly title: string; readonly text: string }[];
  readonly reachedBelow: readonly string[];
  /** First sentences of the lessons, while there is room. */
  readonly teasers: readonly (string | null)[];
}
/** Thighs and hips stand with the legs here: a row of their own makes a plan longer than two screens. */
function rowsOf({ glance }: PlanView): readonly GlanceSession[] {
  const beside = glance.sessions.flatMap(({ kind, moves }) => (kind === 'addOn' ? moves : []));
  return glance.sessions
    .filter(({ kind }) => kind !== 'addOn')
    .map((row) => (row.kind === 'strength' ? { ...row, moves: [...row.moves, ...beside] } : row));
}
const isAsked = ({ kind }: GlanceSession): boolean => kind !== 'other';

/** What of the rest stands above the rule, by weight. */
export function aboveOf(view: PlanView, lead: readonly string[]): Above {
  const [deciding = '', ...others] = whyLines(view);
  const [first = '', ...rest] = deciding.split(/(?<=[.!?])\s+/);
  const rows = rowsOf(view);
  let room = MOST_WORDS - always(view, rows, lead) - wordsIn(first);
  const fits = (text: string): boolean => {
    if (room < wordsIn(text)) return false;
    room -= wordsIn(text);
    return true;
  };
  const titles = view.reached.map(({ title }) => W.reached(title));
  const band = titles.every((title) => fits(title));
  const reached = view.reached.map(({ text, next }, at) => {
    const words = `${text} ${next}`;
    return { title: titles[at] ?? '', text: band && fits(words) ? words : '' };
  });
  const cut = rest.findIndex((sentence) => !fits(sentence));
  const whole = cut < 0 ? rest : rest.slice(0, cut);
  const answered = fits(view.answered ?? '');
  const sessions = rows.filter((one) => isAsked(one) || fits(`${one.title} ${one.often} ${one.line ?? ''}`));
  const after = others.findIndex((line) => !fits(line));
  const shown = after < 0 ? others : others.slice(0, after);
  return {
    answered,
    sessions,
    reached: band ? reached : [],
    reachedBelow: band ? [] : view.reached.map(({ text, next }, at) => `${titles[at]}. ${text} ${next}`),
    reasons: first === '' ? [] : [[first, ...whole].join(' '), ...shown],
    reasonsBelow: [...(cut < 0 ? [] : [rest.slice(cut).join(' ')]), ...others.slice(shown.length)],
    teasers: view.lessons.map((lesson) => {
      const teaser = teaserOf(lesson);
      return fits(teaser) ? teaser : null;
    }),
  };
}

/** What was reached, reasons and answer that found no room above. */
export const belowWhy = (
  view: PlanView,
  { answered, reasonsBelow, reachedBelow }: Above,
): readonly string[] => [
  ...reachedBelow,
  ...(answered || view.answered === null ? [] : [view.answered]),
  ...reasonsBelow,
];
