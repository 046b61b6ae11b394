/** How fast: the stage keeps to the rate that it was told, and nobody is hinted again while a hint waits. */
import type { Observer, Scene } from './facts.ts';

/** A hint of the dispatcher, one that was lost and made again, and one that somebody still works off. */
const HINTS_OF_ONE = 3;
/** Pages hint at once, and people of one place act at one time: some calls are beyond the rate. */
const REFUSED_SHARE = 0.1;
const REFUSED_FEW = 25;

export function watchPace(scene: Scene): Observer {
  const told = new Set<string>();
  return {
    hint: ({ queue, who, waiting }) => {
      if (queue !== 'routine' || waiting <= HINTS_OF_ONE || told.has(who)) return;
      told.add(who);
      scene.violated('I30', who, `${waiting} hints wait at one time`);
    },
    end: ({ calls, rateKnown }) => {
      const most = REFUSED_FEW + REFUSED_SHARE * scene.accepted.length;
      if (rateKnown && calls.throttled > most)
        scene.violated('I21', 'sender', `${calls.throttled} calls of ${calls.total} beyond the rate`);
    },
  };
}
