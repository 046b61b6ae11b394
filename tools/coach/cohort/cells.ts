/**
 * What of a group may be published so that nobody in it is told apart, whoever subtracts one figure from
 * another, of the same report or of the next. Four rules:
 *
 * 1. A group of fewer than five is hidden.
 * 2. A group grows by whole fives in the order in which its people came: of two reports one after the other,
 *    what differs is of five people or of nobody.
 * 3. A mean is rounded so coarsely that one answer moves it by one step at most. Whoever was erased between
 *    two reports leaves a place to the next in order; the difference leaves open what they had answered. The
 *    interval follows from the rounded mean and the size of the group alone: from a spread of their own one
 *    could compute single answers.
 * 4. Counts within a group are rounded to fives, up or down by lot. The lot is drawn from who is in which
 *    part, so that the same people have the same count for ever and a group that differs by one person has
 *    a new one. Parts of one group share the lot: a part is never larger than what it is a part of, and no
 *    difference is exact.
 */
import { createHash } from 'node:crypto';

/** The least people behind any figure. */
export const LEAST = 5;
/** Steps of a mean, as shares of its scale. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
/** The spread that an interval stands for, as a share of the scale, where the mean leaves room for it. */
const SPREAD = 0.3;
const Z = 1.96;
/** Quantiles of Student's t at 97.5 percent by degrees of freedom from 4 on; above the list the normal's. */
const T = [2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1] as const;

/** A count of mails or of people that were asked nothing: to the next lower five; null = hidden. */
export const countCell = (count: number): number | null =>
  count < LEAST ? null : Math.floor(count / LEAST) * LEAST;

/** The first of a list that grows at its end, by whole fives. */
const wholeFives = <T>(inOrder: readonly T[]): readonly T[] =>
  inOrder.slice(0, Math.floor(inOrder.length / LEAST) * LEAST);

export interface Member {
  /** Nobody who reads a report knows it. */
  readonly id: string;
}
/** A lot from 0 to 4 that follows from who is in which part; nobody can draw it without the ids. */
function lotOf(parts: readonly (readonly Member[])[]): number {
  const text = JSON.stringify(parts.map((part) => part.map(({ id }) => id).toSorted()));
  return createHash('sha256').update(text).digest().readUInt32BE() % LEAST;
}

/** How many there are, never more: to a lower five, by lot the next lower one; null = hidden. */
export const groupCell = (group: readonly Member[]): number | null =>
  countCell(group.length - lotOf([group]));

export interface MeanCell {
  readonly n: number;
  readonly mean: number;
  /** 95 percent interval of the mean, at a spread of three tenths of the scale. */
  readonly low: number;
  readonly high: number;
}
/** Steps as wide as they look: a half that binary numbers miss by a hair still goes up. */
const rounded = (value: number, step: number): number =>
  Number((Math.round(Number((value / step).toFixed(6))) * step).toFixed(1));

/**
 * Mean and interval of values from 0 to `top`, in the order in which they came; null = too few. `top` is 10
 * or more.
 */
export function meanCell(inOrder: readonly number[], top: number): MeanCell | null {
  const values = wholeFives(inOrder);
  const n = values.length;
  if (n < LEAST) return null;
  const step = top * (STEPS.find((share) => share * n >= 1) ?? 1);
  const mean = rounded(values.reduce((sum, value) => sum + value, 0) / n, step);
  const most = Math.sqrt(Math.max(0, mean * (top - mean)));
  const half = ((T[n - LEAST] ?? Z) * Math.min(most, SPREAD * top)) / Math.sqrt(n);
  return {
    n,
    mean,
    low: rounded(Math.max(0, mean - half), top / 100),
    high: rounded(Math.min(top, mean + half), top / 100),
  };
}

export interface ShareCell {
  readonly n: number;
  /** How many of them; a multiple of five, as `n` is. */
  readonly count: number;
}

/**
 * How many of a group are in each of `parts`, each part within the one before it; in the order in which its
 * people came. The first of the answer is the size of the group; null = too few people.
 */
export function partCells<T extends Member>(
  inOrder: readonly T[],
  parts: readonly ((one: T) => boolean)[],
): readonly number[] | null {
  const group = wholeFives(inOrder);
  if (group.length < LEAST) return null;
  const within: (readonly T[])[] = [group];
  for (const [i, isIn] of parts.entries()) within.push((within[i] ?? []).filter(isIn));
  const lot = lotOf(within);
  return within.map((part) => Math.floor((part.length + lot) / LEAST) * LEAST);
}
