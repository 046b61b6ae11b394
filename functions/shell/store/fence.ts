/**
 * The second fence (docs/architecture.md §7.2): one write on the row of the mail, between the claim and the
 * provider. Of the worker that claimed and whoever looks for the mail's fate exactly one gets a turn: either
 * the provider may be called, or it never will be.
 */
import type { Fence, MailTurn } from '../ports.ts';
import { type Db, getItem, putItemIf, updateItemIf } from './db.ts';
import { commitUpdate } from './dispatch-row.ts';
import { handleKey, mailKey, ttlSeconds } from './items/keys.ts';
import { moveName, packedMove } from './items/moves.ts';
import { lyingOf } from './items/state-items.ts';

/** Whose turn it is, and who took it. */
const FENCED = 'fenced = :turn, fencedBy = :owner';
const OPEN =
  '(attribute_not_exists(fenced) OR fenced < :turn) AND (attribute_not_exists(voided) OR voided < :turn)';

/** Takes the turn for the call to the provider, and writes the reply address; see `Store.fence`. */
export async function fence(db: Db, id: string, given: Fence): Promise<boolean> {
  const { turn, owner, dispatch, handle, claimed } = given;
  const { update, values } = commitUpdate({ ...dispatch, status: 'claimed' });
  const lying = lyingOf(claimed);
  const pending = lying?.pending?.occasion === dispatch.occasion ? lying.pending : null;
  const [sets = '', removes = ''] = update.split(/(?= REMOVE )/);
  const move = pending === null ? '' : `, ${moveName(pending.rev)} = :move`;
  const taken = await updateItemIf(db, mailKey(id, dispatch.occasion), {
    update: `${sets}, ${FENCED}${move}${removes}`,
    values: { ...values, turn, owner, move: pending === null ? undefined : packedMove(pending) },
    condition: { expression: `attribute_not_exists(pk) OR (${OPEN})` },
  });
  if (taken === null && !(await isOurs(db, id, given))) return false;
  if (lying !== null && pending !== null) lying.settled = true;
  if (handle !== undefined) await writeHandle(db, handle);
  return true;
}

/** A lost answer, and the SDK's resend meets our own write. */
async function isOurs(db: Db, id: string, { turn, owner, dispatch }: Fence): Promise<boolean> {
  const row = await getItem(db, mailKey(id, dispatch.occasion));
  return row !== null && row['fenced'] === turn && row['fencedBy'] === owner;
}

/** Written again by a later attempt at the same mail, never over the row of another mail. */
async function writeHandle(db: Db, handle: NonNullable<Fence['handle']>): Promise<void> {
  const { participantId, occasion, kind, week, says, expiresAt } = handle;
  const row = { ...handleKey(handle.handle), participantId, occasion, kind, week, says, expiresAt };
  const mine = await putItemIf(
    db,
    { ...row, ttl: ttlSeconds(expiresAt) },
    { expression: 'attribute_not_exists(pk) OR participantId = :id', values: { id: participantId } },
  );
  if (!mine) throw new Error('the reply handle belongs to another participant');
}

/** Ends a turn that nobody has taken: true = the provider was not called for it and never will be. */
export async function endTurn(db: Db, id: string, { mail, turn }: MailTurn): Promise<boolean> {
  const { occasion, kind, attempt, at } = mail;
  const firsts = ['occasion', 'kind', 'attempt', 'claimedAt'].map(
    (name) => `${name} = if_not_exists(${name}, :${name})`,
  );
  const ended = await updateItemIf(db, mailKey(id, occasion), {
    update: `SET ${firsts.join(', ')}, voided = :turn`,
    values: { occasion, kind, attempt, claimedAt: at, turn },
    condition: { expression: 'attribute_not_exists(pk) OR attribute_not_exists(fenced) OR fenced < :turn' },
  });
  return ended !== null;
}
