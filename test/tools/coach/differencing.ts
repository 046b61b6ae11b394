/** What somebody learns who subtracts one published figure of a group from another. */
import { LEAST, type MeanCell } from '../../../tools/coach/cohort/cells.ts';

export type Part = 'silent' | 'answered' | 'responder';
export const PARTS: readonly Part[] = ['silent', 'answered', 'responder'];
export interface One {
  readonly id: string;
  readonly part: Part;
  readonly pain: number;
}
export const fives = (n: number): number => Math.floor(n / LEAST) * LEAST;

/** First answers of somebody whose place another took that fit two means, by the sums that fit either. */
export function fitting(before: MeanCell, after: MeanCell, answers: readonly number[], top: number): number {
  const { n } = before;
  // The widest that rounding allows: half a step to each side.
  const half = (top * ([0.01, 0.02, 0.05, 0.1, 0.2].find((share) => share * n >= 1) ?? 1)) / 2;
  const apart = n * (after.mean - before.mean);
  const most = 2 * n * half;
  return answers.filter((gone) => answers.some((come) => Math.abs(come - gone - apart) < most + 1e-9)).length;
}

/** How many of a group there can be in each part, given what is published. */
export interface World {
  readonly answered: number;
  readonly responding: number;
}
const fits = (count: number, shown: number): readonly number[] =>
  [0, 1, 2, 3, 4].filter((lot) => fives(count + lot) === shown);
export function worldsOf([n = 0, answered = 0, responding = 0]: readonly number[]): readonly World[] {
  const counts = [...Array(n + 1).keys()];
  return counts.flatMap((a) =>
    counts
      .filter((r) => r <= a && fits(a, answered).some((lot) => fits(r, responding).includes(lot)))
      .map((r) => ({ answered: a, responding: r })),
  );
}
const sizes = (n: number, { answered, responding }: World): readonly number[] => [
  n - answered,
  answered - responding,
  responding,
];
/** The sizes of each part over all worlds. */
export const possible = (n: number, worlds: readonly World[]): readonly ReadonlySet<number>[] =>
  PARTS.map((_, part) => new Set(worlds.map((world) => sizes(n, world)[part] ?? 0)));
export const isSmall = (size: number): boolean => size > 0 && size < LEAST;
export const keyOf = ({ answered, responding }: World): string => `${answered},${responding}`;
export const moved = ({ answered, responding }: World, gone: Part, come: Part): World => ({
  answered: answered - Number(gone !== 'silent') + Number(come !== 'silent'),
  responding: responding - Number(gone === 'responder') + Number(come === 'responder'),
});
/** What whoever is gone can have been, when another took the place. */
export function partsOfTheGone(before: readonly number[], after: readonly number[]): readonly Part[] {
  const later = new Set(worldsOf(after).map(keyOf));
  return PARTS.filter((gone) =>
    worldsOf(before).some(
      (world) =>
        sizes(before[0] ?? 0, world)[PARTS.indexOf(gone)]! > 0 &&
        PARTS.some((come) => later.has(keyOf(moved(world, gone, come)))),
    ),
  );
}
/** How many of those who came on top can be in each part. */
export function partsOfTheNew(
  before: readonly number[],
  after: readonly number[],
): readonly ReadonlySet<number>[] {
  const more = (after[0] ?? 0) - (before[0] ?? 0);
  const pairs = worldsOf(before).flatMap((from) =>
    worldsOf(after).map((to) => ({
      answered: to.answered - from.answered,
      responding: to.responding - from.responding,
    })),
  );
  return possible(
    more,
    pairs.filter((world) => sizes(more, world).every((size) => size >= 0 && size <= more)),
  );
}
