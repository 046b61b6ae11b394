/** The moves, fences and turns of mails in memory: what functions/shell/store does on the rows of mails. */
import type { Commit, Fence, MailTurn } from '../../../functions/shell/ports.ts';
import { claims, type Move, moveOf } from '../../../functions/shell/store/items/moves.ts';
import { split } from '../../../functions/shell/store/items/parts.ts';
import { committedRow, type MemoryRow, markedRow, raisedRow } from './memory-row.ts';
import type { MemoryPerson, Tables } from './memory-tables.ts';

/** The commit as a move of HEAD alone; null when it is none. */
export function headMove(commit: Commit): Move | null {
  const move = moveOf(commit, 'memory');
  const { before, next } = commit;
  if (move === null || before === undefined || before === null) return null;
  if (before.status === 'erased' || next.status === 'erased') return null;
  const [was, is] = [split(before), split(next)];
  const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
  return same(was.course, is.course) && same(was.person, is.person) ? move : null;
}

function rowOf(person: MemoryPerson, mail: MailTurn['mail']): MemoryRow {
  const known = person.mails.get(mail.occasion);
  if (known !== undefined) return known;
  const { occasion, kind, attempt, at } = mail;
  const reports = { claimed: { at, id: undefined } };
  return { occasion, kind, attempt, contentHash: undefined, replyHandle: undefined, reports };
}

/** Whoever writes on top of a move sees to it that the row of its mail has it. */
export function settle(person: MemoryPerson): void {
  const { pending } = person;
  person.pending = null;
  if (pending !== null) person.mails.set(pending.occasion, rowOf(person, pending));
}

/** The row after a move; one that claims is written with its fence. */
export function writeMove(person: MemoryPerson, commit: Commit, move: Move): void {
  person.pending = move;
  if (claims(commit)) return;
  settle(person);
}

/** What the rows of mails say of a decision; a row that is not there says nothing. */
export function writeMarks(person: MemoryPerson, commit: Commit, move: Move | null): void {
  for (const mark of commit.marks ?? []) {
    const row = person.mails.get(mark.occasion);
    if (row === undefined) continue;
    const { status, at, messageId } = mark;
    const next =
      mark.occasion === move?.occasion ? markedRow(row, mark) : raisedRow(row, status, at, messageId);
    person.mails.set(mark.occasion, next);
  }
}

export function fence(tables: Tables, id: string, given: Fence): boolean {
  const { turn, owner, dispatch, handle } = given;
  const person = tables.people.get(id);
  if (person === undefined) return true;
  const row = person.mails.get(dispatch.occasion);
  if (row?.fenced === turn && row.fencedBy === owner) return true;
  if ((row?.fenced ?? 0) >= turn || (row?.voided ?? 0) >= turn) return false;
  if (person.pending?.occasion === dispatch.occasion) person.pending = null;
  const voided = row?.voided === undefined ? {} : { voided: row.voided };
  const claimed = committedRow(row, { ...dispatch, status: 'claimed' });
  person.mails.set(dispatch.occasion, { ...claimed, ...voided, fenced: turn, fencedBy: owner });
  if (handle === undefined) return true;
  const other = tables.handles.get(handle.handle);
  if (other !== undefined && other.participantId !== id)
    throw new Error('the reply handle belongs to another participant');
  tables.handles.set(handle.handle, handle);
  return true;
}

export function endTurn(tables: Tables, id: string, { mail, turn }: MailTurn): boolean {
  const person = tables.people.get(id);
  if (person === undefined) return true;
  const row = rowOf(person, mail);
  if ((row.fenced ?? 0) >= turn) return false;
  person.mails.set(mail.occasion, { ...row, voided: turn });
  return true;
}
