/** The running instances of the functions, a group for each lane: as many as are deployed, and no more. */
import { makeWorker, type Worker, type WorkerWorld } from './worker.ts';

export interface Pool {
  /** A free instance of a group, made when there is room for one; null when all are busy. */
  take(group: string): Worker | null;
}
/** As deployed: the lanes of the sender and of feedback are capped, pages take what comes. */
const MOST: Readonly<Record<string, number>> = {
  urgent: 5,
  routine: 4,
  feedback: 4,
  dispatch: 3,
  inbound: 10,
};
const MOST_PAGES = 40;

export function makePool(world: WorkerWorld): Pool {
  const groups = new Map<string, Worker[]>();
  return {
    take: (group) => {
      const known = groups.get(group) ?? [];
      groups.set(group, known);
      const free = known.find((worker) => !worker.busy);
      if (free !== undefined) return free;
      if (known.length >= (MOST[group] ?? MOST_PAGES)) return null;
      const made = makeWorker(world, `${group}${known.length}`);
      known.push(made);
      return made;
    },
  };
}
