/**
 * Writes a move: HEAD on the condition of its revision, then the row of the mail (docs/architecture.md §6.3).
 */
import { randomUUID } from 'node:crypto';
import type { Commit, CommitResult, Mark } from '../ports.ts';
import { type Db, getItem, putItemIf, updateItem } from './db.ts';
import { markSets } from './dispatch-row.ts';
import { sweep } from './erase.ts';
import { stateFence } from './expressions.ts';
import { headKey, mailKey } from './items/keys.ts';
import { claims, keepsMove, type Move, moveName, moveOf, packedMove } from './items/moves.ts';
import { encodeState, type Lying, remember } from './items/state-items.ts';

/** Puts a move into the row of its mail, which it makes where there is none; twice is once. */
async function writeMove(db: Db, id: string, move: Move, mark?: Mark): Promise<void> {
  const { occasion, kind, attempt, at: claimedAt } = move;
  const facts = { occasion, kind, attempt, claimedAt };
  const sets = Object.keys(facts).map((name) => `${name} = if_not_exists(${name}, :${name})`);
  const marked = mark === undefined ? { sets: [], values: {} } : markSets(mark);
  await updateItem(
    db,
    mailKey(id, occasion),
    `SET ${[...sets, ...marked.sets].join(', ')}, ${moveName(move.rev)} = :move`,
    { ...facts, ...marked.values, move: packedMove(move) },
  );
}

/**
 * Whoever writes on top of a move sees to it that the row of its mail has it. True = a row may be new. A
 * sign-up looks where no move waits too, so that its answer takes as long for somebody new as for somebody
 * whose mail has just left (docs/architecture.md §9.3).
 */
export async function settlePending(
  db: Db,
  { id, command }: Pick<Commit, 'id' | 'command'>,
  lying: Lying | null,
): Promise<boolean> {
  if (lying === null || lying.pending === null || lying.settled) {
    if (command.type === 'SignUp') await lookAtNothing(db, id);
    return false;
  }
  const { pending } = lying;
  const row = await getItem(db, mailKey(id, pending.occasion), 'soon');
  if (row?.[moveName(pending.rev)] === undefined) await writeMove(db, id, pending);
  lying.settled = true;
  return row === null;
}

/** A look at the row of a mail that nobody has. */
export const lookAtNothing = async (db: Db, id: string): Promise<void> => {
  await getItem(db, mailKey(id, 'none'), 'soon');
};

/** Carries out a commit that is a move; null when it is none. */
export async function commitMove(db: Db, commit: Commit, before: Lying): Promise<CommitResult | null> {
  const tryId = randomUUID();
  const move = moveOf(commit, tryId);
  if (move === null) return null;
  const state = encodeState(commit.next, move.rev, before, move);
  if (state.others.length > 0 || state.gone.length > 0) return null;
  const { id } = commit;
  const made = await settlePending(db, commit, before);
  try {
    const put = await putItemIf(db, { ...state.head, tryId }, stateFence(commit.expectedRev));
    if (!put && !(await isOurs(db, id, move))) {
      // Erased meanwhile, and the row was made after: nothing of anybody stays.
      if (made && (await getItem(db, headKey(id))) === null) await sweep(db, id);
      return { kind: 'conflict' };
    }
  } catch (error) {
    if (!(await isOurs(db, id, move))) throw error;
  }
  remember(commit.next, state.lying);
  if (!claims(commit)) {
    try {
      await writeMove(
        db,
        id,
        move,
        commit.marks?.find((mark) => mark.occasion === move.occasion),
      );
      state.lying.settled = true;
    } catch {
      // It stands in HEAD, and the next writer brings it into the row.
    }
  }
  return { kind: 'committed', rev: move.rev };
}

/** Was the write whose answer is lost ours? HEAD says so, or the row when somebody has written on top. */
async function isOurs(db: Db, id: string, move: Move): Promise<boolean> {
  const head = await getItem(db, headKey(id));
  if (head === null || Number(head['rev']) < move.rev) return false;
  if (head['rev'] === move.rev) return head['tryId'] === move.tryId;
  return keepsMove(await getItem(db, mailKey(id, move.occasion)), move.rev, move.tryId);
}
