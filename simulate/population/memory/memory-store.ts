/**
 * A third implementation of the store port, in memory: every call takes effect at one instant, as one item of
 * the table would. The contract tests of test/store run on it. Whatever a store promises stands in
 * functions/shell/ports.ts.
 */
import { addressKey } from '../../../functions/shell/address-key.ts';
import type { Clock, Commit, CommitResult, LinkKeys, Loaded, Store } from '../../../functions/shell/ports.ts';
import { decodeLog, encodeLog } from '../../../functions/shell/store/items/codec.ts';
import { dueUntil, instantOfDue, laneOfDue } from '../../../functions/shell/store/items/keys.ts';
import { alarmOf, decodeState, encodeState } from '../../../functions/shell/store/items/state-items.ts';
import { DUE_SHARDS } from '../../../functions/shell/store/items/table.ts';
import { placesTaken } from '../../../program/participant/place.ts';
import type { Participant } from '../../../program/participant/state.ts';
import {
  againstClaim,
  lasts,
  secondOf,
  withoutRelease,
  writeClaims,
  writeSuppression,
} from './memory-claims.ts';
import { eventLog } from './memory-events.ts';
import { endTurn, fence, headMove, settle, writeMarks, writeMove } from './memory-mails.ts';
import { raisedRow, readRow, readRowWithTimes } from './memory-row.ts';
import {
  entryOf,
  forgetFormer,
  type MemoryPerson,
  memoryTables,
  newPerson,
  putAlarm,
  putOff,
  sessionLog,
  type Tables,
} from './memory-tables.ts';

/** The port with every call finished at once. */
export type AtOnce = {
  readonly [K in keyof Store]: (...given: Parameters<Store[K]>) => Awaited<ReturnType<Store[K]>>;
};
export interface MemoryStore extends AtOnce {
  readonly tables: Tables;
  /** A commit whose caller dies between HEAD and what comes after it. */
  commitHalf(commit: Commit): CommitResult;
  /** The earliest alarm in the index, as `due` would find it. */
  nextAlarm(): string | null;
}
export interface MemoryOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly keys: () => LinkKeys;
  /**
   * Writes and reads go through the codec of the table, so that what cannot be stored is refused. Costs most
   * of the time.
   */
  readonly strict: boolean;
  /** The index follows the table: now, or when `apply` is called. */
  readonly indexLater?: (apply: () => void) => void;
  readonly onIndex?: () => void;
  /** Told after each commit that took effect. */
  readonly onCommit?: (commit: Commit, before: Participant | null, rev: number) => void;
}

const COMMAND_MS = 90 * 24 * 60 * 60_000;
const DUE_LIMIT = 1_000;
const COUNT_CAP = 100_000;
const assertThat = (holds: boolean, promise: string): void => {
  if (!holds) throw new Error(`Assertion failed: ${promise}`);
};

export function makeMemoryStore(options: MemoryOptions): MemoryStore {
  const tables = memoryTables();
  const { clock, keys, strict } = options;
  const now = (): number => Date.parse(clock.now());
  const reindex = (id: string): void => {
    const refresh = (): void => {
      putAlarm(tables, id);
      options.onIndex?.();
    };
    if (options.indexLater === undefined) refresh();
    else options.indexLater(refresh);
  };
  const commitUpTo = (asked: Commit, halfway: boolean): CommitResult => {
    assertThat(asked.expectedRev >= 0 && asked.next.id === asked.id, 'a commit is of one participant');
    const before = tables.people.get(asked.id)?.participant ?? null;
    const result =
      asked.next.status === 'erased' ? erase(tables, asked, keys()) : write(tables, options, asked, halfway);
    if (result.kind !== 'committed') return result;
    reindex(asked.id);
    options.onCommit?.(asked, before, result.rev);
    return result;
  };
  const outcome: AtOnce['outcome'] = (id, commandId) => {
    const row = tables.people.get(id)?.commands.get(commandId);
    return row === undefined || row.until <= now() ? null : row.outcome;
  };
  const journal: AtOnce['journal'] = (id) => {
    const person = tables.people.get(id);
    return person === undefined
      ? []
      : person.log.map((entry) => decodeLog(encodeLog(id, entry), person.participant));
  };
  return {
    tables,
    load: (id) => {
      const person = tables.people.get(id);
      if (person === undefined) return null;
      const { participant, rev } = person;
      return strict ? throughTheTable(participant, rev) : { participant, rev };
    },
    commit: (asked) => commitUpTo(asked, false),
    commitHalf: (asked) => commitUpTo(asked, true),
    due: (shard, at, limit) => {
      assertThat(Number.isInteger(shard) && shard >= 0 && shard < DUE_SHARDS, 'a shard of the due index');
      assertThat(Number.isInteger(limit) && limit > 0 && limit <= DUE_LIMIT, `a limit of 1 to ${DUE_LIMIT}`);
      return [...(tables.index[shard] ?? [])]
        .filter(([, due]) => due <= dueUntil(at))
        .sort(([a, dueA], [b, dueB]) => (dueA < dueB || (dueA === dueB && a < b) ? -1 : 1))
        .slice(0, limit)
        .map(([id, due]) => ({ participantId: id, at: instantOfDue(due), lane: laneOfDue(due) }));
    },
    address: (key) => {
      const owner = tables.claims.get(key);
      return {
        participantId: owner !== undefined && lasts(owner.until, now()) ? owner.id : null,
        suppressed: reasonOf(tables, key, now()),
      };
    },
    suppressed: (key) => reasonOf(tables, key, now()),
    sending: () => tables.sending,
    setSending: (row) => {
      tables.sending = row;
    },
    suppress: (key, reason) => {
      if (!tables.suppressed.has(key)) tables.suppressed.set(key, { reason, until: null });
    },
    outcome,
    dispatch: (id, occasion) => {
      const row = tables.people.get(id)?.mails.get(occasion);
      return row === undefined ? null : readRow(row);
    },
    putOff: (id, at) => {
      const alarm = putOff(tables, id, at);
      if (alarm !== null) reindex(id);
      return alarm;
    },
    handle: (handle) => {
      const found = tables.handles.get(handle);
      return found !== undefined && found.expiresAt > clock.now() ? found : null;
    },
    raiseDispatch: (id, occasion, { status, at, messageId }) => {
      const mails = tables.people.get(id)?.mails;
      const row = mails?.get(occasion);
      if (row !== undefined) mails?.set(occasion, raisedRow(row, status, at, messageId));
    },
    ...sessionLog(tables),
    fence: (id, given) => fence(tables, id, given),
    endTurn: (id, turn) => endTurn(tables, id, turn),
    forget: () => undefined,
    journal,
    idle: () => undefined,
    everything: (id) => {
      const person = tables.people.get(id);
      if (person === undefined) return null;
      const mails = [...person.mails].sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        participant: person.participant,
        rev: person.rev,
        journal: journal(id),
        mails: mails.map(([, row]) => readRowWithTimes(row)),
        days: [...person.days.values()],
      };
    },
    count: (key, windowEnds) => {
      const at = clock.now();
      assertThat(windowEnds > at, 'a window ends in the future');
      const open = tables.limits.get(key);
      const n = open !== undefined && open.endsAt > at ? Math.min(open.n + 1, COUNT_CAP) : 1;
      tables.limits.set(key, { n, endsAt: n === 1 ? windowEnds : (open?.endsAt ?? windowEnds) });
      return n;
    },
    places: () => Math.max(0, tables.places),
    ...eventLog(tables),
    keys,
    nextAlarm: () => {
      let first: string | null = null;
      for (const shard of tables.index)
        for (const due of shard.values()) if (first === null || due < first) first = due;
      return first;
    },
  };
}

function reasonOf(tables: Tables, key: string, now: number): string | null {
  const closed = tables.suppressed.get(key);
  return closed !== undefined && lasts(closed.until, now) ? closed.reason : null;
}

/**
 * What stands against a commit, or null: the conditions of the table's transaction, all looked at before
 * anything is written.
 */
function against(tables: Tables, commit: Commit, nowMs: number): CommitResult | 'release-elsewhere' | null {
  const person = tables.people.get(commit.id);
  const done = headMove(commit) === null ? person?.commands.get(commit.command.id) : undefined;
  if (done !== undefined && done.until > nowMs) return { kind: 'repeated', outcome: done.outcome };
  if ((person?.rev ?? 0) !== commit.expectedRev) return { kind: 'conflict' };
  const claimed = againstClaim(tables, commit, nowMs);
  if (claimed !== null) return claimed;
  return moreOf(commit) > 0 && tables.places >= (commit.places ?? Infinity) ? { kind: 'full' } : null;
}

/** Places that a commit takes; a caller who does not say what was before counts nothing. */
const moreOf = ({ before, next }: Commit): number => (before === undefined ? 0 : placesTaken(before, next));

function write(tables: Tables, options: MemoryOptions, asked: Commit, halfway: boolean): CommitResult {
  const { next, id, command } = asked;
  if (next.status === 'erased') throw new Error('an erasure is written elsewhere');
  if (options.strict) {
    throughTheTable(next, asked.expectedRev + 1);
    encodeLog(id, { ...entryOf(asked), rev: asked.expectedRev + 1 });
  }
  const confirmed = asked.events.some((event) => event.type === 'Confirmed');
  // Confirming makes the claim of the address last, and what was before the sign-up is forgotten.
  const commit: Commit =
    confirmed && asked.claim === undefined
      ? { ...asked, claim: { key: addressKey(options.keys().pepper, next.email), action: 'take' } }
      : asked;
  const known = tables.people.get(id);
  if (confirmed && known !== undefined) forgetFormer(known);
  if (known !== undefined && known.rev === commit.expectedRev) settle(known);
  const stands = against(tables, commit, Date.parse(command.at));
  if (stands === 'release-elsewhere') return write(tables, options, withoutRelease(commit), halfway);
  if (stands !== null) return stands;
  const person: MemoryPerson = known ?? newPerson(next);
  person.participant = next;
  person.rev = commit.expectedRev + 1;
  const { dueSk: entry } = alarmOf(next);
  person.alarm = entry === undefined ? null : String(entry);
  person.putOffs = 0;
  person.log.push({ ...entryOf(commit), rev: person.rev });
  const until = secondOf(command.at) + COMMAND_MS;
  const move = headMove(commit);
  if (move !== null && halfway) person.pending = move;
  else if (move !== null) writeMove(person, commit, move);
  else if (command.once !== true) person.commands.set(command.id, { outcome: commit.outcome, until });
  if (!halfway) writeMarks(person, commit, move);
  tables.people.set(id, person);
  tables.places += moreOf(commit);
  writeClaims(tables, commit);
  writeSuppression(tables, commit);
  return { kind: 'committed', rev: person.rev };
}

/** Written as items and read again. */
function throughTheTable(participant: Participant, rev: number): Loaded {
  const { head, others } = encodeState(participant, rev, null);
  const read = decodeState([head, ...others]);
  if (read === 'torn') throw new Error('the items of one write fit together');
  return read.loaded;
}

/** Every row of the person goes, their handles and their claim; a suppression stays. */
function erase(tables: Tables, commit: Commit, keys: LinkKeys): CommitResult {
  assertThat(commit.expectedRev > 0, 'only somebody who exists can be erased');
  const person = tables.people.get(commit.id);
  if (person === undefined || person.rev !== commit.expectedRev) return { kind: 'conflict' };
  const key = addressKey(keys.pepper, person.participant.email);
  if (tables.claims.get(key)?.id === commit.id) tables.claims.delete(key);
  for (const row of person.mails.values())
    if (row.replyHandle !== undefined) tables.handles.delete(row.replyHandle);
  tables.places += placesTaken(person.participant, commit.next);
  tables.people.delete(commit.id);
  writeSuppression(tables, commit);
  return { kind: 'committed', rev: commit.expectedRev + 1 };
}

/** The port itself: every call is finished by the next turn. */
export function asPort(memory: AtOnce): Store {
  const names = Object.keys(memory).filter((name) => typeof memory[name as keyof AtOnce] === 'function');
  return Object.fromEntries(
    names.map((name) => {
      const call = memory[name as keyof AtOnce] as (...given: readonly unknown[]) => unknown;
      return [name, (...given: readonly unknown[]) => new Promise((resolve) => resolve(call(...given)))];
    }),
  ) as unknown as Store;
}
