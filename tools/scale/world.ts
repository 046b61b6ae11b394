/** Whom a Monday at 07:00 finds where: shares of people by the offset of their clocks. */

export interface Zone {
  /** Minutes ahead of UTC, on a Monday in December. */
  readonly offset: number;
  /** In thousandths of everybody. */
  readonly share: number;
}

/**
 * An assumption, rounded from where people live and not from who runs: what it is for is that a fifth to a
 * quarter of everybody shares one morning.
 */
const WORLD: readonly Zone[] = [
  [-480, 10],
  [-420, 8],
  [-360, 35],
  [-300, 53],
  [-240, 17],
  [-180, 38],
  [0, 50],
  [60, 120],
  [120, 80],
  [180, 70],
  [210, 11],
  [240, 9],
  [270, 5],
  [300, 38],
  [330, 185],
  [360, 29],
  [390, 7],
  [420, 60],
  [480, 135],
  [540, 30],
  [600, 8],
  [720, 2],
].map(([offset = 0, share = 0]) => ({ offset, share }));

export const SPREADS: Readonly<Record<'world' | 'one zone', readonly Zone[]>> = {
  world: WORLD,
  'one zone': [{ offset: 0, share: 1_000 }],
};
export type Spread = keyof typeof SPREADS;

/** People who fall due together, seconds after the first of all. */
export interface Cohort {
  readonly at: number;
  readonly people: number;
}

/** Everybody of `people`, by the moment at which it is 07:00 where they are; the first moment is 0. */
export function mornings(people: number, spread: Spread): readonly Cohort[] {
  const zones = [...SPREADS[spread]].sort((a, b) => b.offset - a.offset);
  const all = zones.reduce((sum, { share }) => sum + share, 0);
  const first = zones[0]?.offset ?? 0;
  return zones.map(({ offset, share }) => ({ at: (first - offset) * 60, people: (people * share) / all }));
}
