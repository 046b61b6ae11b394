/**
 * Ticks that still count (docs/clinical-rules.md §12 A1): a journey, an operation or a new medicine is asked
 * about for 28 days after it was ticked, unless somebody looked at the leg meanwhile.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { SINCE_SIGNS, type SinceSign } from '../answers/intake.ts';
import type { Opening, Tick } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import type { KnownBefore } from '../triage/facts.ts';

export const TICK_DAYS = 28;

type Known = Pick<Opening, 'baseline' | 'history' | 'returnedWeek'>;

/** The signs that stand at `day`; without a day, all that were ever ticked since the last return. */
export const openTicks = (
  { baseline, history, returnedWeek }: Known,
  day: LocalDate | null,
): readonly SinceSign[] => {
  const ticks: readonly Tick[] = [
    ...(returnedWeek === undefined ? (baseline.ticks ?? []) : []),
    ...history.filter((d) => d.week >= (returnedWeek ?? 0)).flatMap((d) => d.ticks ?? []),
  ];
  const counts = ticks.filter((t) => day === null || daysBetween(t.on, day) <= TICK_DAYS);
  return SINCE_SIGNS.filter((sign) => counts.some((t) => t.sign === sign));
};

/**
 * Ticks that a look at the leg on `seenOn` ends: ticked on that day or before (docs/clinical-rules.md §12
 * A1).
 */
const isSeen =
  (seenOn: LocalDate) =>
  ({ on }: Tick): boolean =>
    on <= seenOn;

/** The signs that were ticked, all of them before the leg was seen. */
export const seenSigns = ({ baseline, history }: Known, seenOn: LocalDate): readonly SinceSign[] => {
  const ticks = [...(baseline.ticks ?? []), ...history.flatMap((d) => d.ticks ?? [])];
  return SINCE_SIGNS.filter((sign) => {
    const own = ticks.filter((t) => t.sign === sign);
    return own.length > 0 && own.every(isSeen(seenOn));
  });
};

/** The course without the ticks that a look at the leg has ended. */
export const withoutSeen = <T extends Pick<Known, 'baseline' | 'history'>>(
  known: T,
  seenOn: LocalDate,
): T => {
  const open = ({ ticks, ...rest }: { readonly ticks?: readonly Tick[] | undefined }) => {
    const left = (ticks ?? []).filter((t) => !isSeen(seenOn)(t));
    return left.length === 0 ? rest : { ...rest, ticks: left };
  };
  return { ...known, baseline: open(known.baseline), history: known.history.map(open) };
};

/** What this answer ticks anew. */
export const ticksOf = ({ redFlags }: Pick<CheckInAnswers, 'redFlags'>, on: LocalDate): readonly Tick[] =>
  SINCE_SIGNS.filter((sign) => redFlags?.includes(sign) === true).map((sign) => ({ sign, on }));

/** What the answer is compared with: the last answered week, or the intake. */
export const beforeOf = (
  opening: Known & Pick<Opening, 'previousAverage'>,
  today: LocalDate,
): NonNullable<KnownBefore['before']> => {
  const { baseline, history, previousAverage } = opening;
  const last = history.findLast((d) => d.average !== null);
  const nextDay = last === undefined ? (baseline.nextDay ?? null) : (last.nextDay ?? null);
  return {
    average: previousAverage,
    worst: last === undefined ? baseline.painWorst : (last.worst ?? last.average),
    nextDay,
    standing: openTicks(opening, today),
  };
};

/**
 * A tick of an earlier week asks again about the calf; left open, the answer is not complete (it holds, and
 * is asked for).
 */
export const isSinceMissing = (opening: Known, answers: CheckInAnswers, today: LocalDate): boolean =>
  answers.calfSince === null &&
  (answers.painAverage >= 1 || (answers.painWorst ?? 0) >= 1) &&
  openTicks(opening, today).length > 0;
