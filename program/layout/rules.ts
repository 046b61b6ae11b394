/**
 * The rules of a week's layout (docs/clinical-rules.md §12 A26) over days as bits: bit 0 is the first day.
 * Feet go with strength by construction (L5), and the order of a day is that of `SESSION_KINDS` (L3).
 */

/** What a rule is broken by; each has words of its own (`curriculum` messages). */
export type LayoutRule = 'L1' | 'L2' | 'L4' | 'L6' | 'closed' | 'lastDay';

export interface Needs {
  /** Days of the week, 1 to 14. */
  readonly days: number;
  /** Runs, or walks in their place. */
  readonly runs: number;
  readonly strength: number;
  /** Walks load nothing: L1 and L4 are about runs. */
  readonly walks: boolean;
  /** From LV4 days without loading lie between strength days (L2, L4). */
  readonly spaced: boolean;
  /** Days on which there may be no run (after a step back), and on which there may be no strength. */
  readonly noRun: number;
  readonly noStrength: number;
  /**
   * The last day stays free of what the first day of the next week may hold, so that L1, L2 and L4 hold over
   * the end of a week as well.
   */
  readonly lastDayFree: boolean;
  /** Strength keeps off the last day as well: from LV3, since the next week may be spaced. */
  readonly lastDayUnloaded: boolean;
}

/** Days of a week as bits. */
export interface Days {
  readonly run: number;
  readonly strength: number;
}

/**
 * Days of a week as bits of one number, the first day is bit 0: the bit of a day, whether it is set, how
 * many are, which are.
 */
export const bit = (day: number): number => 1 << day;
export const has = (days: number, day: number): boolean => (days & bit(day)) !== 0;
export function countDays(days: number): number {
  let n = 0;
  for (let rest = days; rest !== 0; rest &= rest - 1) n += 1;
  return n;
}
export const daysIn = (days: number): readonly number[] =>
  Array.from({ length: 14 }, (_, day) => day).filter((day) => has(days, day));

/** L6: two days of seven without run or strength, and in proportion of a shorter or longer week. */
export const restDays = (days: number): number => Math.round((2 * days) / 7);

/** The first rule that these days break, in the order in which it is told; null = none. */
export function brokenRule({ run, strength }: Days, needs: Needs): LayoutRule | null {
  const { days, walks, spaced } = needs;
  const last = bit(days - 1);
  if ((run & needs.noRun) !== 0 || (strength & needs.noStrength) !== 0) return 'closed';
  if (!walks && (run & (run << 1)) !== 0) return 'L1';
  if (spaced && (strength & (strength << 1)) !== 0) return 'L2';
  if (spaced && !walks && ((strength << 1) & run) !== 0) return 'L4';
  if (countDays(run | strength) > days - restDays(days)) return 'L6';
  const lastRun = !walks && (run & last) !== 0;
  const lastStrength = needs.lastDayUnloaded && (strength & last) !== 0;
  if (needs.lastDayFree && days > 1 && (lastRun || lastStrength)) return 'lastDay';
  return null;
}
