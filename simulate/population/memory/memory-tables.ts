/** The rows of the memory store, and what confirming anew forgets of them. */
import type {
  CommandOutcome,
  Commit,
  DaysChange,
  JournalEntry,
  ReplyHandle,
  SendingRow,
} from '../../../functions/shell/ports.ts';
import { FORMER } from '../../../functions/shell/store/former.ts';
import { dueSk, instantOfDue, laneOfDue, shardOf } from '../../../functions/shell/store/items/keys.ts';
import type { Move } from '../../../functions/shell/store/items/moves.ts';
import { DUE_SHARDS } from '../../../functions/shell/store/items/table.ts';
import { putOffAlarm } from '../../../functions/shell/store/put-off.ts';
import { type DayLog, emptyLog } from '../../../program/participant/day-log.ts';
import type { Person } from '../../../program/participant/state.ts';
import type { MemoryRow } from './memory-row.ts';

export interface MemoryPerson {
  participant: Person;
  rev: number;
  /** Oldest first. */
  readonly log: JournalEntry[];
  readonly commands: Map<string, { readonly outcome: CommandOutcome; readonly until: number }>;
  readonly mails: Map<string, MemoryRow>;
  /** Weeks are logged in their order. */
  readonly days: Map<number, DayLog>;
  /** The move in HEAD that the row of its mail may not have. */
  pending: Move | null;
  /** The entry of the due index that HEAD carries. */
  alarm: string | null;
  /** How often they were put off since the last commit. */
  putOffs: number;
}
export interface Tables {
  readonly people: Map<string, MemoryPerson>;
  readonly claims: Map<string, { readonly id: string; readonly until: number | null }>;
  readonly suppressed: Map<string, { readonly reason: string; readonly until: number | null }>;
  readonly handles: Map<string, ReplyHandle>;
  readonly limits: Map<string, { readonly n: number; readonly endsAt: string }>;
  /** By shard: id → alarm. */
  readonly index: readonly Map<string, string>[];
  /** Of the programme, that are taken. */
  places: number;
  /** Mails to nobody, by name. */
  readonly canaries: Map<string, { readonly at: string; acceptedAt?: string; handledAt?: string }>;
  /** Since when every look found the queue of events empty. */
  emptySince: string | null;
  sending: SendingRow;
}

export const memoryTables = (): Tables => ({
  people: new Map(),
  claims: new Map(),
  suppressed: new Map(),
  handles: new Map(),
  limits: new Map(),
  index: Array.from({ length: DUE_SHARDS }, () => new Map()),
  places: 0,
  canaries: new Map(),
  emptySince: null,
  sending: { mode: 'on', withdrawn: [] },
});

/**
 * Forgets everything before the newest sign-up of the journal; of the mails stays that there was one, and its
 * reply address.
 */
export function forgetFormer(person: MemoryPerson): void {
  const begins = person.log.findLastIndex((entry) => entry.events.some((event) => event.type === 'SignedUp'));
  if (begins < 0) return;
  const since = person.log[begins]?.at ?? '';
  for (const [occasion, row] of [...person.mails]) {
    const claimedAt = row.reports.claimed?.at ?? 'undefined';
    if (row.kind === FORMER || claimedAt >= since) continue;
    const name = `${FORMER}-${claimedAt}-${row.occasion}`;
    if (!person.mails.has(name))
      person.mails.set(name, {
        occasion: name,
        kind: FORMER,
        attempt: 1,
        contentHash: undefined,
        replyHandle: row.replyHandle,
        reports: { claimed: { at: claimedAt, id: undefined } },
      });
    person.mails.delete(occasion);
  }
  person.log.splice(0, begins);
}

/** One update of the row of a week; nothing where there is no such person. */
function logDays(tables: Tables, id: string, { week, at, session, moves }: DaysChange): boolean {
  const days = tables.people.get(id)?.days;
  if (days === undefined) return false;
  const log = days.get(week) ?? emptyLog(week);
  days.set(week, {
    ...log,
    at,
    sessions: session === undefined ? log.sessions : { ...log.sessions, [session.id]: session.entry },
    moves: moves ?? log.moves,
  });
  return true;
}

export const sessionLog = (tables: Tables) => ({
  days: (id: string, week: number): DayLog | null => tables.people.get(id)?.days.get(week) ?? null,
  logDays: (id: string, change: DaysChange): boolean => logDays(tables, id, change),
});

export const newPerson = (participant: MemoryPerson['participant']): MemoryPerson => ({
  participant,
  rev: 0,
  log: [],
  commands: new Map(),
  mails: new Map(),
  days: new Map(),
  pending: null,
  alarm: null,
  putOffs: 0,
});
export const entryOf = ({ command, events }: Commit): Omit<MemoryPerson['log'][number], 'rev'> => ({
  at: command.at,
  command: command.type,
  commandId: command.id,
  actor: command.actor,
  events,
});

/** The index entry as the table stands now. */
export function putAlarm(tables: Tables, id: string): void {
  const shard = tables.index[shardOf(id)];
  const person = tables.people.get(id);
  if (person === undefined || person.alarm === null) shard?.delete(id);
  else shard?.set(id, person.alarm);
}

/** Moves the alarm of whoever is due and cannot be worked off. */
export function putOff(tables: Tables, id: string, now: string): string | null {
  const person = tables.people.get(id);
  if (person === undefined || person.alarm === null || instantOfDue(person.alarm) > now) return null;
  const lane = laneOfDue(person.alarm);
  const alarm = putOffAlarm(now, person.putOffs, lane);
  person.alarm = dueSk(alarm, lane);
  person.putOffs += 1;
  return alarm;
}
