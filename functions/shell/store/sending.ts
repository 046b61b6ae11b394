/**
 * The operator's row: what may leave, and which versions of the curriculum must not (docs/architecture.md
 * §7.10). Read at every claim; half a unit each time, for a second of age does no harm.
 */
import * as z from 'zod';
import { SENDING_MODES } from '../../../program/participant/sending.ts';
import type { SendingRow } from '../ports.ts';
import { type Db, getItem, putItem } from './db.ts';
import { SENDING } from './items/keys.ts';

const sendingItem = z.looseObject({
  mode: z.enum(SENDING_MODES),
  withdrawn: z.array(z.string()).default([]),
});
const OPEN: SendingRow = { mode: 'on', withdrawn: [] };
/** A row that somebody wrote by hand and got wrong was meant to hold something back. */
const UNREADABLE: SendingRow = { mode: 'safety-only', withdrawn: [] };

/** Everything may leave while there is no row; safety mail and harmless answers when it makes no sense. */
export async function readSending(db: Db): Promise<SendingRow> {
  const item = await getItem(db, SENDING, 'soon');
  if (item === null) return OPEN;
  const row = sendingItem.safeParse(item);
  return row.success ? { mode: row.data.mode, withdrawn: row.data.withdrawn } : UNREADABLE;
}

/** Writes the switch and the withdrawn versions, whole. */
export const writeSending = (db: Db, { mode, withdrawn }: SendingRow): Promise<void> =>
  putItem(db, { ...SENDING, mode, withdrawn: [...withdrawn] });
