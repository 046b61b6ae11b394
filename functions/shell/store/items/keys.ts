/**
 * Where each item lives (docs/architecture.md §6). A key carries ids and hashes only: never an address, never
 * an answer.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../../../program/kernel/time.ts';
import type { Need } from '../../../../program/participant/need.ts';
import type { Lane } from '../../ports.ts';
import { DUE_SHARDS } from './table.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Revisions sort as text up to ten digits. */
const REVISION_DIGITS = 10;

/** The partition of one person: everything of theirs, and nothing of anybody else. */
export const personPk = (id: string): string => `P#${id}`;
/** The three items of a state; one query on this prefix reads them. */
export const STATE_PREFIX = 'S#';
export const HEAD = `${STATE_PREFIX}HEAD`;
export const COURSE = `${STATE_PREFIX}COURSE`;
export const PERSON = `${STATE_PREFIX}PERSON`;
export const headKey = (id: string): Key => ({ pk: personPk(id), sk: HEAD });
export const courseKey = (id: string): Key => ({ pk: personPk(id), sk: COURSE });
export const personKey = (id: string): Key => ({ pk: personPk(id), sk: PERSON });
export const LOG_PREFIX = 'LOG#';
export const logKey = (id: string, rev: number): Key => ({
  pk: personPk(id),
  sk: `${LOG_PREFIX}${String(rev).padStart(REVISION_DIGITS, '0')}`,
});
export const MAIL_PREFIX = 'MAIL#';
export const mailKey = (id: string, occasion: string): Key => ({
  pk: personPk(id),
  sk: `${MAIL_PREFIX}${occasion}`,
});
export const DAYS_PREFIX = 'DAYS#';
export const daysKey = (id: string, week: number): Key => ({
  pk: personPk(id),
  sk: `${DAYS_PREFIX}${String(week).padStart(3, '0')}`,
});
/** The row of the worklist; in the index it stands beside the alarms. */
export const needKey = (id: string): Key => ({ pk: personPk(id), sk: 'NEED' });
export const needPk = (need: Need): string => `NEED#${need}`;
export const commandKey = (id: string, commandId: string): Key => ({
  pk: personPk(id),
  sk: `CMD#${commandId}`,
});
export const claimKey = (addressKey: string): Key => ({ pk: `E#${addressKey}`, sk: 'CLAIM' });
export const suppressKey = (addressKey: string): Key => ({ pk: `E#${addressKey}`, sk: 'SUPPRESS' });
export const handleKey = (handle: string): Key => ({ pk: `R#${handle}`, sk: 'HANDLE' });
export const limitKey = (name: string): Key => ({ pk: `L#${name}`, sk: 'WINDOW' });
export const EVENTS_PK = 'W#EVENTS';
export const CANARY_PREFIX = 'CANARY#';
export const canaryKey = (name: string): Key => ({ pk: EVENTS_PK, sk: `${CANARY_PREFIX}${name}` });
/** Sorts behind the canaries: one query reads both. */
export const EVENTS_SEEN: Key = { pk: EVENTS_PK, sk: 'EMPTY' };
export const SENDING: Key = { pk: 'K#SENDING', sk: 'SWITCH' };
export const PLACES: Key = { pk: 'K#PLACES', sk: 'COUNT' };
export const LINK_KEYS: Key = { pk: 'K#LINKS', sk: 'KEYS' };

/** The participant id in a `P#` partition key. */
export const idOf = (pk: string): string => pk.slice(2);

/** Shard of the due index, 0 … DUE_SHARDS-1: spreads one busy minute over several partitions. */
export const shardOf = (id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % DUE_SHARDS;
/** The partition of one share of the people with something due. */
export const duePk = (shard: number): string => `DUE#${shard}`;
const LANE_MARKS: Readonly<Record<Lane, string>> = { urgent: 'u', routine: 'r' };
/** An alarm in the index: its instant, and the lane it is worked off in. */
export const dueSk = (alarm: Instant, lane: Lane): string => `${alarm}#${LANE_MARKS[lane]}`;
/** Every entry up to an instant is at or below this. */
export const dueUntil = (now: Instant): string => `${now}#~`;
/** The instant of an entry of the due index. */
export const instantOfDue = (entry: string): Instant => entry.slice(0, entry.indexOf('#'));
export const laneOfDue = (sk: string): Lane => (sk.endsWith(`#${LANE_MARKS.urgent}`) ? 'urgent' : 'routine');

/** Seconds since 1970, as the table's time to live wants them. */
export const ttlSeconds = (at: Instant): number => Math.ceil(Date.parse(at) / 1000);
