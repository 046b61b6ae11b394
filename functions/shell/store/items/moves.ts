/**
 * Decisions made of mail moves alone: claimed, sent, released, refused, awaited, given up, dropped. They
 * change nothing of a state but HEAD and are written without a transaction (docs/architecture.md §6.3): HEAD
 * under the revision fence, with the move in it, and then the move into the row of its mail. Between the two
 * the move stands in HEAD; whoever writes HEAD next sees to it first that the row has it.
 */
import * as z from 'zod';
import { type EventOf, eventSchema, type ParticipantEvent } from '../../../../program/participant/events.ts';
import { needOf } from '../../../../program/participant/need.ts';
import type { Commit, JournalEntry } from '../../ports.ts';
import { packed, unpacked } from './packed.ts';
import { jsonOf } from './versions.ts';

const MOVES: ReadonlySet<ParticipantEvent['type']> = new Set([
  'MailClaimed',
  'MailSent',
  'MailReleased',
  'MailRefused',
  'MailPostponed',
  'EvidenceAwaited',
  'MailAbandoned',
  'MailsDropped',
]);

/** A move, and the mail whose row keeps it. */
export interface Move {
  readonly occasion: string;
  readonly kind: string;
  readonly attempt: number;
  /** When the mail was claimed. */
  readonly at: string;
  readonly rev: number;
  /** Names the one write: only the call that made it finds its own name. */
  readonly tryId: string;
  readonly entry: Omit<JournalEntry, 'rev'>;
}
const claimIn = (events: readonly ParticipantEvent[]): EventOf<'MailClaimed'> | undefined =>
  events.find((event) => event.type === 'MailClaimed');
/** True when the commit claims a mail: its move is written with the fence. */
export const claims = ({ events }: Pick<Commit, 'events'>): boolean => claimIn(events) !== undefined;

/**
 * The commit as a move; null where it is none, or no claimed mail could keep it: what was only postponed or
 * dropped has no row.
 */
export function moveOf(commit: Commit, tryId: string): Move | null {
  const { before, next, events, command, claim, suppress } = commit;
  if (before === undefined || before === null || before.status === 'erased' || next.status === 'erased')
    return null;
  if (claim !== undefined || suppress !== undefined || !events.every(({ type }) => MOVES.has(type)))
    return null;
  // The worklist is written with what changes it.
  if (needOf(before) !== needOf(next)) return null;
  const touched = (occasion: string): boolean =>
    events.some((event) => 'occasion' in event && event.occasion === occasion);
  const mail = claimIn(events)?.mail ?? before.inflight.find((flight) => touched(flight.occasion));
  if (mail === undefined) return null;
  const { occasion, kind, attempt, at } = mail;
  const entry = {
    at: command.at,
    command: command.type,
    commandId: command.id,
    actor: command.actor,
    events,
  };
  return { occasion, kind, attempt, at, rev: commit.expectedRev + 1, tryId, entry };
}

const PREFIX = 'm';
/** The attribute of a mail's row that keeps the move of a revision. */
export const moveName = (rev: number): string => `${PREFIX}${rev}`;
/** A move of a mail, with the try that wrote it, as the bytes that stand in the state. */
export const packedMove = ({ entry, tryId }: Move): Uint8Array => packed(JSON.stringify({ ...entry, tryId }));
const storedMove = z.looseObject({
  at: z.string(),
  command: z.string(),
  commandId: z.string(),
  actor: z.string(),
  tryId: z.string(),
  events: z.array(eventSchema),
});

type Row = Readonly<Record<string, unknown>>;
function read(rev: number, value: unknown): { readonly entry: JournalEntry; readonly tryId: string } {
  const { at, command, commandId, actor, events, tryId } = storedMove.parse(value);
  return { entry: { rev, at, command, commandId, actor, events }, tryId };
}

/** The moves that stand in the row of a mail, in no order. */
export const movesOfRow = (row: Row): readonly JournalEntry[] =>
  Object.entries(row).flatMap(([name, value]) =>
    /^m\d+$/.test(name) && value instanceof Uint8Array
      ? [read(Number(name.slice(PREFIX.length)), jsonOf(unpacked(value))).entry]
      : [],
  );

/** Does the row keep the move of that revision that one call wrote? */
export function keepsMove(row: Row | null, rev: number, tryId: string): boolean {
  const value = row?.[moveName(rev)];
  return value instanceof Uint8Array && read(rev, jsonOf(unpacked(value))).tryId === tryId;
}

/** The move in HEAD as an entry of the journal. */
export const entryOfMove = ({ rev, entry, tryId }: Move): JournalEntry =>
  read(rev, { ...entry, tryId }).entry;
