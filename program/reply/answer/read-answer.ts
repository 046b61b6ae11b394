/**
 * A check-in answer by reply (docs/architecture.md §9.8, docs/contract.md §3). It never guesses: what was not
 * said stays unsaid, what is unclear is asked.
 */
import type { CheckInAnswers } from '../../answers/check-in.ts';
import type { ReplyContext } from '../context.ts';
import { count, type Meter } from '../meter.ts';
import { type Unread, unreadIn } from '../unread/unread.ts';
import { type Items, READERS } from './items.ts';
import { type Assumption, painNumbers } from './numbers.ts';
import { readStiffness } from './stiffness.ts';
import { readTests } from './tests.ts';
import { answerText, withoutPlaces } from './text.ts';

/** Said answers only: a key that is missing was not said. */
export type SaidAnswers = Partial<CheckInAnswers> & Pick<CheckInAnswers, 'painAverage'>;

export type AnswerReading =
  | {
      readonly kind: 'answer';
      readonly answers: SaidAnswers;
      /** Names of the fields that were understood, in the order of the form. */
      readonly understood: readonly (keyof CheckInAnswers)[];
      readonly assumed: readonly Assumption[];
      /**
       * Words beside the answer that are not known to be harmless; null = none. With them an answer may not
       * progress (docs/clinical-rules.md §12 A4).
       */
      readonly unread: Unread | null;
    }
  | {
      readonly kind: 'ambiguous';
      /** What the average may be, ascending. */
      readonly candidates: readonly number[];
      /**
       * The value to be careful by meanwhile; null = the figure may not be pain at all, do nothing but ask.
       */
      readonly safer: number | null;
    }
  /** `noSigns`: no number, but that none of the stop signs is there, and nothing unknown beside it. */
  | { readonly kind: 'none'; readonly noSigns?: true };

const ORDER = [
  ...[
    'painAverage',
    'painWorst',
    'nextDay',
    'sessionsDone',
    'longestRunMinutes',
    'painkillers',
    'redFlags',
    'gateStrength',
    'gateRun',
    'runsDone',
    'stiffMinutes',
  ],
  ...['raisesSore', 'raisesOther'],
] as readonly (keyof CheckInAnswers)[];

/** "Worst 3 or less" leaves 3 open, so 3 it is: the highest the line allows, whatever the average. */
export const WORST_OF_OK = 3;
/** A week has seven days. */
const MOST_RUNS = 7;
const SAYS = [readStiffness, ...READERS];
const OK_LINE = /^(\d{1,2})(?: ?, ?| )?(?:ok|okay|o\.k\.)[.!]*$/;
const POLITE_END = /[ ,.!]*(?:thanks|thank you|thx|cheers)[ .!]*$/;
/** Marks around a line that was copied out of a mail, and faces that say no more than thanks. */
const AROUND =
  /^["'“”„«»‹›‘’*_ ]+|(?:["'“”„«»‹›‘’*_ ]|(?:👍|👌|🙏|🙂|😊|😀|😄|✅)[\u{1F3FB}-\u{1F3FF}\uFE0F]*)+$/gu;
/** The short line, or null. */
const okIn = (clause: string): RegExpExecArray | null =>
  OK_LINE.exec(clause.replace(AROUND, '').replace(POLITE_END, '').replace(AROUND, '').trim());
const HIGH = 7;

interface Beside {
  readonly assumed: readonly Assumption[];
  readonly unread: Unread | null;
}
/**
 * With words nobody knows beside it, "no stop signs" is not taken as read: that keeps the answer from moving
 * anything up.
 */
const answer = (painAverage: number, items: Items, { assumed, unread }: Beside): AnswerReading => {
  const { redFlags, ...others } = items;
  const answers = {
    ...others,
    ...(unread === null && redFlags !== undefined ? { redFlags } : {}),
    painAverage,
  };
  return { kind: 'answer', answers, understood: ORDER.filter((field) => field in answers), assumed, unread };
};

/** The short line among other clauses that hold no figure, or null; `left` = the other clauses. */
function shortLine(text: string): { readonly average: number; readonly left: string } | null {
  const whole = okIn(text);
  if (whole !== null) return { average: Number(whole[1]), left: '' };
  const clauses = text.split(/\n|(?<=[^\d\s])[.!;](?=\s|$)/);
  const found = clauses.flatMap((clause) => {
    const said = okIn(clause);
    return said === null ? [] : [Number(said[1])];
  });
  const others = clauses.filter((clause) => okIn(clause) === null);
  const [average] = found;
  if (average === undefined || found.length > 1 || others.some((clause) => /\d/.test(clause))) return null;
  return { average, left: others.join(' , ') };
}

/** The short line, or null. Whatever else is said beside it in items of the long line is read as that. */
function okLine(
  text: string,
  context: ReplyContext,
  judge: (left: string) => Unread | null,
): AnswerReading | null {
  const said = shortLine(text);
  if (said === null) return null;
  const { average, left } = said;
  if (average > 10) return { kind: 'none' };
  if (SAYS.some((reader) => Object.keys(reader(left, context).items).length > 0)) return null;
  const unread = judge(left);
  const worst = context.worstOfOk ?? WORST_OF_OK;
  // Above the worst it allows the line contradicts itself: then only the number was said.
  if (!context.allowOk || context.requireLong || average > worst)
    return answer(average, {}, { assumed: [], unread });
  const items: Items = {
    painWorst: worst,
    nextDay: 'settled',
    painkillers: 'no',
    redFlags: [],
    ...(context.sessionsPlanned === null ? {} : { sessionsDone: context.sessionsPlanned }),
    ...(context.plannedRunMinutes === null ? {} : { longestRunMinutes: context.plannedRunMinutes }),
    ...(context.runsPlanned === undefined ? {} : { runsDone: Math.min(context.runsPlanned, MOST_RUNS) }),
    ...(context.stiffBefore == null ? {} : { stiffMinutes: context.stiffBefore }),
    ...(context.testsAsked.includes('strength') ? { gateStrength: 'yes' as const } : {}),
    ...(context.testsAsked.includes('run') ? { gateRun: 'yes' as const } : {}),
  };
  return answer(average, items, { assumed: ['ok-line', worst === 2 ? 'worst-2' : 'worst-3'], unread });
}

const ascending = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);
const isAboutPain = (text: string): boolean =>
  /\b(?:pain|painful|calf|calves|sore|hurt|hurts|left|right|ache)\b/.test(text);

/**
 * Reads the new text of a reply. `painAverage` is an integer 0–10; a text over `MAX_ANSWER` characters is
 * `none`.
 */
export function readAnswer(text: string, context: ReplyContext, meter?: Meter): AnswerReading {
  const read = answerText(text, meter);
  if (read === null) return { kind: 'none' };
  const judged = { typed: text, cleared: new Set(context.cleared) };
  const short = okLine(read, context, (left) => unreadIn(left, judged, meter));
  if (short !== null) return short;
  let rest = withoutPlaces(read);
  let items: Items = {};
  for (const reader of [...SAYS, readTests]) {
    count(meter, rest.length);
    const found = reader(rest, context);
    rest = found.text;
    items = { ...items, ...found.items };
  }
  const numbers = painNumbers(rest);
  count(meter, rest.length);
  const { sure, doubtful, figures } = numbers;
  if (figures !== null)
    return { kind: 'ambiguous', candidates: ascending(figures.candidates), safer: figures.safer };
  const all = ascending([...sure, ...doubtful]);
  const [only] = sure;
  if (all.length === 0 || (only === undefined && doubtful.length === 0)) {
    const alone = items.redFlags?.length === 0 && Object.keys(items).length === 1;
    const saysNone = alone && unreadIn(numbers.left, judged, meter) === null;
    return saysNone ? { kind: 'none', noSigns: true } : { kind: 'none' };
  }
  if (only !== undefined && all.length === 1) {
    if (only >= HIGH && numbers.praised) return { kind: 'ambiguous', candidates: all, safer: null };
    const said = numbers.worst === null ? items : { ...items, painWorst: numbers.worst };
    return answer(only, said, { assumed: numbers.assumed, unread: unreadIn(numbers.left, judged, meter) });
  }
  return {
    kind: 'ambiguous',
    candidates: all,
    safer: only !== undefined || isAboutPain(read) ? Math.max(...all) : null,
  };
}
