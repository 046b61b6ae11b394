/**
 * Failure with memory (docs/architecture.md §7): whoever cannot be worked off is put off, by a write on the
 * alarm in HEAD that reads nothing else of the state. The next commit writes HEAD anew and forgets it.
 */
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import type { Lane } from '../ports.ts';
import { type Db, getItem, updateItemIf } from './db.ts';
import { dueSk, headKey, instantOfDue, laneOfDue } from './items/keys.ts';

/** Minutes after the first failure, the second, and each one after that. */
export const PUT_OFF_MINUTES = [10, 60, 360] as const;

/**
 * The alarm of somebody who has failed `before` times, in the lane it had. A stop text may wait there: nobody
 * of the urgent lane is put off for more than an hour.
 */
export function putOffAlarm(now: Instant, before: number, lane: Lane): Instant {
  const last = lane === 'urgent' ? 1 : PUT_OFF_MINUTES.length - 1;
  return addMinutes(now, PUT_OFF_MINUTES[Math.min(before, last)] ?? PUT_OFF_MINUTES[0]);
}

/** See `Store.putOff`. */
export async function putOff(db: Db, id: string, now: Instant): Promise<Instant | null> {
  const head = await getItem(db, headKey(id));
  const entry = head?.['dueSk'];
  if (typeof entry !== 'string' || instantOfDue(entry) > now) return null;
  const before = typeof head?.['putOff'] === 'number' ? head['putOff'] : 0;
  const lane = laneOfDue(entry);
  const alarm = putOffAlarm(now, before, lane);
  const moved = await updateItemIf(db, headKey(id), {
    update: 'SET dueSk = :later, putOff = :n',
    values: { later: dueSk(alarm, lane), n: before + 1 },
    condition: { expression: 'dueSk = :entry', values: { entry } },
  });
  return moved === null ? null : alarm;
}
