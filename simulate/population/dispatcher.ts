/**
 * The rule that rings every minute. A minute in which nothing is due changes nothing and is left out, so that
 * weeks pass quickly.
 */
import type { MemoryStore } from './memory/memory-store.ts';
import type { Pool } from './pool.ts';
import type { Timeline } from './timeline.ts';

const MINUTE = 60_000;

/** Gives the function that must be called after each change of the table. */
export function makeDispatcher(timeline: Timeline, store: MemoryStore, pool: () => Pool): () => void {
  let tickAt: number | null = null;
  const arm = (): void => {
    const alarm = store.nextAlarm();
    if (alarm === null) return;
    const due = Math.max(Date.parse(alarm.slice(0, 24)), timeline.now() + 1);
    const at = Math.ceil(due / MINUTE) * MINUTE;
    if (tickAt !== null && tickAt <= at) return;
    tickAt = at;
    timeline.at(at, () => {
      if (tickAt !== at) return;
      tickAt = null;
      const worker = pool().take('dispatch');
      const rung = worker?.invoke('dispatch', { event: { source: 'aws.scheduler' } }, () => undefined);
      arm();
      return rung;
    });
  };
  return arm;
}
