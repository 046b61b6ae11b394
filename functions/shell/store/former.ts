/**
 * A participant who left and confirms anew begins anew: what the journal says of the earlier time is deleted,
 * answers and all, so that nobody who holds the mailbox now is shown it. Of its mails stays what leaving
 * still needs: that there was one, and the address its replies come in by (STOP is heard for a year), under a
 * name that the new mails do not take.
 */

import { type Db, deleteItem, type Item, putItemIf } from './db.ts';
import { rowsOf } from './erase.ts';
import { decodeLog } from './items/codec.ts';
import { LOG_PREFIX, MAIL_PREFIX, mailKey, personPk } from './items/keys.ts';

/** The kind of a mail of an earlier time. */
export const FORMER = 'former';
const AT_ONCE = 20;
const keyOf = (row: Item): { readonly pk: string; readonly sk: string } => ({
  pk: String(row['pk']),
  sk: String(row['sk']),
});
const under = (rows: readonly Item[], prefix: string): readonly Item[] =>
  rows.filter((row) => String(row['sk']).startsWith(prefix));

/**
 * Forgets everything before the newest sign-up in the journal. Done twice, or broken off and done again, it
 * is done once.
 */
export async function forgetFormer(db: Db, id: string): Promise<void> {
  const rows = await rowsOf(db, id);
  const journal = under(rows, LOG_PREFIX);
  const begins = journal.findLastIndex((row) =>
    decodeLog(row, null).events.some((event) => event.type === 'SignedUp'),
  );
  const mails =
    begins < 0
      ? []
      : under(rows, MAIL_PREFIX).filter(
          (row) => row['kind'] !== FORMER && String(row['claimedAt']) < String(journal[begins]?.['at']),
        );
  const work = [
    ...mails.map((row) => () => setAside(db, id, row)),
    ...journal.slice(0, Math.max(0, begins)).map((row) => () => deleteItem(db, keyOf(row))),
  ];
  for (let i = 0; i < work.length; i += AT_ONCE)
    await Promise.all(work.slice(i, i + AT_ONCE).map((step) => step()));
}

async function setAside(db: Db, id: string, row: Item): Promise<void> {
  const { claimedAt, replyHandle } = row;
  const occasion = `${FORMER}-${String(claimedAt)}-${String(row['occasion'])}`;
  const kept = { ...mailKey(id, occasion), occasion, kind: FORMER, attempt: 1, claimedAt: String(claimedAt) };
  const handle = typeof replyHandle === 'string' ? { replyHandle } : {};
  await putItemIf(db, { ...kept, ...handle }, { expression: 'attribute_not_exists(pk)' });
  await deleteItem(db, { pk: personPk(id), sk: String(row['sk']) });
}
