/**
 * Modifiers MD-1…MD-6 and MD-10…MD-14 (docs/clinical-rules.md §9.5, §12 A10–A18): what a row of weeks adds to
 * the outcome. Only AD-05…AD-09 count as easing; silence neither counts nor resets.
 */
import { TOP_LEVEL } from '../course/tracks.ts';
import type { Opening, Outcome, RuleId, WeekDigest } from '../course/types.ts';
import { answered } from './gates.ts';
import { PAIN_HOLDS } from './next-tracks.ts';

export interface ModifierInputs {
  readonly opening: Opening;
  /** The week as the decision table decided it. */
  readonly now: WeekDigest;
  /** Strength moves up this week. */
  readonly strengthUp: boolean;
}
export const MODIFIER_IDS = [
  'MD-1',
  'MD-2',
  'MD-3',
  'MD-4',
  'MD-5',
  'MD-6',
  'MD-10',
  'MD-11',
  'MD-12',
  'MD-13',
  'MD-14',
] as const;
export type ModifierId = (typeof MODIFIER_IDS)[number];

export interface ModifierRow {
  readonly id: ModifierId;
  /**
   * Recommend a physiotherapist, a pharmacist or a doctor's look, or stop until somebody has looked at it.
   */
  readonly adds: 'physio' | 'pharmacist' | 'doctor' | 'stop';
  readonly when: (i: ModifierInputs) => boolean;
}

const PAIN_RULES: readonly RuleId[] = ['AD-05', 'AD-06', 'AD-07', 'AD-08', 'AD-09'];
/** Eased because of silence: neither counts nor resets. */
const SILENCE_RULES: readonly RuleId[] = ['SILENCE', 'AD-04', 'AD-10'];
const isPainRegress = (outcome: Outcome, rule: RuleId): boolean =>
  outcome === 'REGRESS' && PAIN_RULES.includes(rule);

/** Held or eased because of pain (docs/clinical-rules.md §12 A13). */
const isPainLed = (d: WeekDigest): boolean =>
  eases(d) || (d.outcome === 'HOLD' && (PAIN_HOLDS as readonly RuleId[]).includes(d.rule));
/**
 * In how many of the last weeks that told it, this one included and in a row, a painkiller was taken. Weeks
 * that did not tell it neither count nor reset.
 */
const painkillerRow = (i: ModifierInputs): number =>
  rowOf(
    [...i.opening.history, i.now].filter((d) => d.painkiller !== undefined),
    (d) => d.painkiller === true,
  );
const stiffRow = (i: ModifierInputs): number =>
  rowOf(
    [...i.opening.history, i.now].filter((d) => d.stiff !== undefined),
    (d) => d.stiff === 'over30',
  );
/** How many of the last weeks hold without a break. */
const rowOf = (weeks: readonly WeekDigest[], holds: (d: WeekDigest) => boolean): number =>
  weeks.length - 1 - weeks.findLastIndex((d) => !holds(d));

/** Eased by a pain rule, or by a flare reported in that week (MD-8). */
const eases = (d: WeekDigest): boolean => d.flared === true || isPainRegress(d.outcome, d.rule);

/** How many check-ins in a row, this one included, eased the week because of pain. */
const regressRow = ({ opening, now }: ModifierInputs): number => {
  if (!eases(now)) return 0;
  const before = answered(opening.history)
    .filter((d) => !SILENCE_RULES.includes(d.rule))
    .toReversed();
  const end = before.findIndex((d) => !eases(d));
  return 1 + (end < 0 ? before.length : end);
};

const lastAnswered = (i: ModifierInputs, count: number): readonly WeekDigest[] =>
  [...answered(i.opening.history), i.now].slice(-count);
/** The last `count` answered check-ins, this one included, all hold. */
const allOfLast = (i: ModifierInputs, count: number, holds: (d: WeekDigest) => boolean): boolean => {
  const last = lastAnswered(i, count);
  return last.length === count && last.every(holds);
};

const didEnough = (d: WeekDigest): boolean =>
  d.sessionsDone !== null && d.sessionsDone * 3 >= d.sessionsPlanned * 2;
const betterBy = (before: number, now: number): boolean =>
  before - now >= 2 || (before - now) * 10 >= before * 3;

/** The newest heel-raise count, this week or earlier. */
const newestRaises = (i: ModifierInputs): WeekDigest['raises'] =>
  [...i.opening.history, i.now].findLast((d) => d.raises !== null)?.raises ?? null;

export const MODIFIER_ROWS: readonly ModifierRow[] = [
  { id: 'MD-1', adds: 'physio', when: (i) => regressRow(i) >= 2 },
  { id: 'MD-2', adds: 'stop', when: (i) => regressRow(i) >= 3 },
  { id: 'MD-3', adds: 'physio', when: (i) => allOfLast(i, 3, (d) => (d.average ?? 0) >= 4) },
  {
    id: 'MD-4',
    adds: 'physio',
    when: ({ opening, now }) =>
      opening.week >= 6 &&
      (now.average ?? 0) >= 3 &&
      !betterBy(opening.baseline.painAverage, now.average ?? 0),
  },
  // At the top, and in a week that moves up, a participant is not stuck.
  {
    id: 'MD-5',
    adds: 'physio',
    when: (i) =>
      i.now.level !== TOP_LEVEL &&
      !i.strengthUp &&
      allOfLast(i, 4, (d) => d.level === i.now.level && didEnough(d)),
  },
  // Neither leg rises on its own yet: from the same week the same words (docs/clinical-rules.md §12 A10).
  {
    id: 'MD-6',
    adds: 'physio',
    when: (i) => {
      const raises = newestRaises(i);
      const { side } = i.opening.baseline;
      const uneven =
        (side === 'left' || side === 'right') && raises !== null && raises.sore * 4 < raises.other * 3;
      return i.opening.week >= 8 && (uneven || i.opening.baseline.caps.includes('noSingleRaise'));
    },
  },
  // Painkillers week after week hide what the calf says (S-29, docs/clinical-rules.md §12 A11): a pharmacist
  // first, then a physiotherapist.
  { id: 'MD-10', adds: 'pharmacist', when: (i) => painkillerRow(i) === 2 },
  { id: 'MD-11', adds: 'physio', when: (i) => painkillerRow(i) >= 3 },
  {
    id: 'MD-12',
    adds: 'doctor',
    when: (i) => i.now.stiff === 'over30' && (i.opening.baseline.side === 'both' || stiffRow(i) >= 4),
  },
  {
    id: 'MD-13',
    adds: 'physio',
    when: ({ opening, now }) =>
      (opening.baseline.side === 'both' || opening.baseline.site === 'deep') &&
      allOfLast({ opening, now, strengthUp: false }, 4, isPainLed),
  },
  { id: 'MD-14', adds: 'physio', when: (i) => allOfLast(i, 3, (d) => d.easier === true) },
];

/** The modifiers that apply, in the order of their rows. */
export const modifiersOf = (inputs: ModifierInputs): readonly ModifierRow[] =>
  MODIFIER_ROWS.filter((row) => row.when(inputs));
