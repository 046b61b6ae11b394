/**
 * The only writer of a participant: one transaction under the revision fence.
 *
 * The answer of a write can get lost, and the SDK's resend then meets our own rows. So every call carries a
 * name of its own into the command row, and whatever fails is settled by reading that row: our name ⇒ it was
 * us, committed; another name ⇒ the command had been carried out before.
 */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { assert } from '../../../program/kernel/assert.ts';
import { addressKey } from '../address-key.ts';
import type { Commit, CommitResult, LinkKeys } from '../ports.ts';
import { type Db, getItem } from './db.ts';
import { raise } from './dispatch-row.ts';
import { erase, sweep } from './erase.ts';
import { type Attempt, actionsOf, attemptOf, type Slot } from './expressions.ts';
import { forgetFormer } from './former.ts';
import { commitMove, settlePending } from './head-write.ts';
import { commandKey, headKey, logKey } from './items/keys.ts';
import { moveOf } from './items/moves.ts';
import { encodeState, type Lying, lyingOf, remember } from './items/state-items.ts';
import { readState } from './read-state.ts';
import { failedSlots, send } from './transaction.ts';

const commandItem = z.looseObject({
  outcomeOk: z.int(),
  outcomeCode: z.string(),
  rev: z.int(),
  tryId: z.string(),
  ttl: z.int(),
});
export type CommandRow = z.infer<typeof commandItem>;

const CONFLICT: CommitResult = { kind: 'conflict' };

/** The row of a command; null when it was never carried out, or so long ago that it is forgotten. */
export async function readCommand(
  db: Db,
  id: string,
  commandId: string,
  nowMs: number,
): Promise<CommandRow | null> {
  const item = await getItem(db, commandKey(id, commandId));
  if (item === null) return null;
  const row = commandItem.parse(item);
  return row.ttl * 1000 <= nowMs ? null : row;
}

/**
 * Confirming makes the claim of the address last: the store hangs it on the event, so that no handler can
 * forget it.
 */
async function withLastingClaim(commit: Commit, keys: () => Promise<LinkKeys>): Promise<Commit> {
  const confirmed = commit.events.some((event) => event.type === 'Confirmed');
  if (!confirmed || commit.claim !== undefined || commit.next.status === 'erased') return commit;
  const { pepper } = await keys();
  return { ...commit, claim: { key: addressKey(pepper, commit.next.email), action: 'take' } };
}

/** Carries out a commit; see `Store.commit`. */
export async function commitTo(db: Db, asked: Commit, keys: () => Promise<LinkKeys>): Promise<CommitResult> {
  assert(asked.expectedRev >= 0 && asked.next.id === asked.id, 'a commit is of one participant');
  if (asked.next.status === 'erased') return erase(db, asked, keys);
  const commit = await withLastingClaim(asked, keys);
  // Nothing of an earlier time is needed from here on; whether this commit wins or not, the sign-up behind it
  // stands.
  if (commit.events.some((event) => event.type === 'Confirmed')) await forgetFormer(db, commit.id);
  const attempt = attemptOf(commit, randomUUID());
  const before = await standing(db, commit);
  const settled = before === 'moved' ? await settle(db, commit, attempt, ['state']) : null;
  if (before === 'moved') return settled === null || settled === 'release-elsewhere' ? CONFLICT : settled;
  const moved = before === null ? null : await commitMove(db, commit, before);
  if (moved !== null) return marked(db, commit, moved, true);
  const made = await settlePending(db, commit, before);
  const state = encodeState(commit.next, commit.expectedRev + 1, before);
  const actions = actionsOf(db.table, commit, state, attempt);
  try {
    await send(db, actions, attempt.token);
    remember(commit.next, state.lying);
    return marked(db, commit, { kind: 'committed', rev: commit.expectedRev + 1 }, false);
  } catch (error) {
    const settled = await settle(db, commit, attempt, failedSlots(actions, error));
    if (settled === 'release-elsewhere') return commitTo(db, withoutRelease(commit), keys);
    if (settled === null) throw error;
    if (settled.kind === 'committed') remember(commit.next, state.lying);
    // Erased meanwhile, and the row of a mail was made after: nothing of anybody stays.
    else if (made && (await getItem(db, headKey(commit.id))) === null) await sweep(db, commit.id);
    return marked(db, commit, settled, false);
  }
}

/**
 * Says in the rows of mails what was decided about them; the row that keeps the move has it already. A mark
 * that fails fails nothing: what counts stands in the state.
 */
async function marked(db: Db, commit: Commit, done: CommitResult, isMove: boolean): Promise<CommitResult> {
  if (done.kind !== 'committed') return done;
  const home = isMove ? moveOf(commit, '')?.occasion : undefined;
  for (const { occasion, status, at, messageId } of commit.marks ?? []) {
    if (occasion === home) continue;
    await raise(db, commit.id, {
      occasion,
      status,
      at,
      ...(messageId === undefined ? {} : { messageId }),
    }).catch(() => undefined);
  }
  return done;
}

/** How the state that the commit stands on lies; `moved` = another revision is there by now. */
async function standing(db: Db, commit: Commit): Promise<Lying | null | 'moved'> {
  if (commit.expectedRev === 0) return null;
  const known = lyingOf(commit.before);
  if (known?.rev === commit.expectedRev) return known;
  const read = await readState(db, commit.id);
  return read?.lying.rev === commit.expectedRev ? read.lying : 'moved';
}

/** The address to let go belongs to another participant by now: that claim stays. */
function withoutRelease(commit: Commit): Commit {
  const { claim, ...rest } = commit;
  return claim?.action === 'move' ? { ...rest, claim: { key: claim.key, action: 'take' } } : rest;
}

async function settle(
  db: Db,
  commit: Commit,
  attempt: Attempt,
  failed: readonly Slot[] | null,
): Promise<CommitResult | 'release-elsewhere' | null> {
  if (commit.command.once === true) {
    const log = await getItem(db, logKey(commit.id, commit.expectedRev + 1));
    if (log?.['tryId'] === attempt.tryId) return { kind: 'committed', rev: commit.expectedRev + 1 };
    return failed === null ? null : refusedBy(failed);
  }
  const row = await readCommand(db, commit.id, commit.command.id, Date.parse(commit.command.at));
  if (row !== null && row.tryId === attempt.tryId) return { kind: 'committed', rev: row.rev };
  if (row !== null) return { kind: 'repeated', outcome: { ok: row.outcomeOk === 1, code: row.outcomeCode } };
  return failed === null ? null : refusedBy(failed);
}

function refusedBy(failed: readonly Slot[]): CommitResult | 'release-elsewhere' | null {
  if (failed.includes('state') || failed.includes('log') || failed.includes('command'))
    return { kind: 'conflict' };
  if (failed.includes('take')) return { kind: 'claimed-elsewhere' };
  if (failed.includes('place')) return { kind: 'full' };
  return failed.includes('release') ? 'release-elsewhere' : null;
}
