/**
 * The session log of a week: one row beside the state, written by one update (docs/architecture.md §6). Each
 * session has an attribute of its own, so that two entries at once lose nothing. It moves no revision: no
 * decision hangs on it but through the check-in.
 */
import * as z from 'zod';
import { assert } from '../../../program/kernel/assert.ts';
import { type DayLog, dayLog } from '../../../program/participant/day-log.ts';
import type { DaysChange } from '../ports.ts';
import { type Db, deleteItem, getItem, type Item, updateItemIf } from './db.ts';

import { DAYS_PREFIX, daysKey, headKey } from './items/keys.ts';
import { isTombstone } from './read-state.ts';

const VERSION = 1;
const SESSION = 's_';
const daysItem = z.looseObject({
  v: z.literal(VERSION),
  weekNo: z.int(),
  changedAt: z.string(),
  moves: z.string().optional(),
});

/** True of the row that holds what one week logged. */
export const isDaysRow = (item: Item): boolean => String(item['sk']).startsWith(DAYS_PREFIX);

/** The log of a week from its row. Throws on a row that is no log. */
export function decodeDays(item: Item): DayLog {
  const { weekNo, changedAt, moves } = daysItem.parse(item);
  const sessions = Object.entries(item)
    .filter(([name]) => name.startsWith(SESSION))
    .map(([name, text]) => [name.slice(SESSION.length), JSON.parse(String(text)) as unknown] as const);
  return dayLog.parse({
    week: weekNo,
    at: changedAt,
    sessions: Object.fromEntries(sessions),
    moves: moves === undefined ? [] : (JSON.parse(moves) as unknown),
  });
}

/** The log of `week`; null = nothing was logged. */
export async function readDays(db: Db, id: string, week: number): Promise<DayLog | null> {
  const item = await getItem(db, daysKey(id, week));
  return item === null ? null : decodeDays(item);
}

/**
 * Writes one change. False = the person has gone in between. The first row of a week is looked after once
 * more, so that no row outlives an erasure.
 */
export async function writeDays(db: Db, id: string, change: DaysChange): Promise<boolean> {
  const { week, at, session, moves } = change;
  assert(session !== undefined || moves !== undefined, 'a change of the log changes something');
  const key = daysKey(id, week);
  const parts = ['v = :v', 'weekNo = :weekNo', 'changedAt = :changedAt'];
  const values: Record<string, string | number> = { v: VERSION, weekNo: week, changedAt: at };
  if (session !== undefined) {
    assert(/^[rsft]\d{1,2}$/.test(session.id), 'a session has a name of ours');
    parts.push(`${SESSION}${session.id} = :entry`);
    values['entry'] = JSON.stringify(session.entry);
  }
  if (moves !== undefined) {
    parts.push('moves = :moves');
    values['moves'] = JSON.stringify(moves);
  }
  const update = `SET ${parts.join(', ')}`;
  const present = { expression: 'attribute_exists(pk)' };
  if (!change.first) return (await updateItemIf(db, key, { update, values, condition: present })) !== null;
  await updateItemIf(db, key, {
    update,
    values,
    condition: {
      expression: 'attribute_not_exists(pk) OR attribute_exists(pk)',
    },
  });
  const head = await getItem(db, headKey(id));
  if (head !== null && !isTombstone(head)) return true;
  await deleteItem(db, key);
  return false;
}
