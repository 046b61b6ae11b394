/**
 * What of a group may be published so that nobody in it is told apart. Three rules:
 *
 * 1. Groups of fewer than five are hidden, and so is what would give them away beside a total.
 * 2. A cell grows by whole fives in the order in which people came: of two reports one after the other, what
 *    differs is of five people or of nobody, so that subtracting one from the other tells of no single one.
 * 3. A mean is rounded the more coarsely the fewer are in it. Whoever was erased between two reports, or
 *    answered late, leaves a place to the next in order or takes one; by the rounding, the difference fits
 *    many answers.
 */

/** The least people behind any figure. */
export const LEAST = 5;
const STEPS = [0.1, 0.2, 0.5, 1] as const;
const Z = 1.96;
/** Quantiles of Student's t at 97.5 percent by degrees of freedom from 4 on; above the list the normal's. */
const T = [2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1] as const;

/** A count that may be shown: to the next lower five; null = hidden. */
export const countCell = (count: number): number | null =>
  count < LEAST ? null : Math.floor(count / LEAST) * LEAST;

/** The first of a list that grows at its end, by whole fives. */
export const wholeFives = <T>(inOrder: readonly T[]): readonly T[] =>
  inOrder.slice(0, Math.floor(inOrder.length / LEAST) * LEAST);

export interface MeanCell {
  readonly n: number;
  readonly mean: number;
  /** 95 percent interval of the mean. */
  readonly low: number;
  readonly high: number;
}
const stepFor = (n: number): number => STEPS.find((step) => step * n >= LEAST) ?? 1;
const rounded = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(1));

/** Mean and interval of values in the order in which they came; null = too few. */
export function meanCell(inOrder: readonly number[]): MeanCell | null {
  const values = wholeFives(inOrder);
  const n = values.length;
  if (n < LEAST) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (T[n - LEAST] ?? Z) * Math.sqrt(variance / n);
  const step = stepFor(n);
  return {
    n,
    mean: rounded(mean, step),
    low: rounded(mean - half, step),
    high: rounded(mean + half, step),
  };
}

export interface ShareCell {
  readonly n: number;
  /** How many of them; null = hidden, for it or the rest is a small group. */
  readonly count: number | null;
}
const isSmall = (count: number): boolean => count > 0 && count < LEAST;

/** How many of a group, in the order in which its people came; null = too few people. */
export function shareCell(inOrder: readonly boolean[]): ShareCell | null {
  const group = wholeFives(inOrder);
  const n = group.length;
  if (n < LEAST) return null;
  const count = group.filter(Boolean).length;
  return { n, count: isSmall(count) || isSmall(n - count) ? null : count };
}
