/**
 * Items from values and values from items. Every read is parsed and brought up to the present version, every
 * write is checked.
 *
 * The snapshot is one JSON string (`body`) beside the attributes that conditions and the index need. A
 * DynamoDB map would let the console edit one field, which nobody should; a string costs fewer bytes, is read
 * and written in one step, and knows no difference between null, missing and empty.
 *
 * The address, the first name and what a participant wrote about running in their own words are in STATE
 * alone: the journal keeps a mark in their place, and gets them back from STATE when it is read.
 */
import * as z from 'zod';
import type { AboutRunning } from '../../../program/answers/about-running.ts';
import { assert } from '../../../program/kernel/assert.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import { eventSchema, type ParticipantEvent } from '../../../program/participant/events.ts';
import { type Participant, participantSchema } from '../../../program/participant/state.ts';
import type { JournalEntry, LinkKeys, Loaded } from '../ports.ts';
import { duePk, logKey, shardOf, stateKey, ttlSeconds } from './keys.ts';

/** Version of `body` in STATE and of `events` in the journal. */
export const STATE_VERSION = 1;
/**
 * The alarm forgets an unconfirmed sign-up at its expiry; the table's own time to live is the net a week
 * below it.
 */
const UNCONFIRMED_GRACE_MINUTES = 7 * MINUTES_PER_DAY;
const IN_THE_STATE = '';

export type Attributes = Readonly<
  Record<string, string | number | readonly number[] | readonly string[] | undefined>
>;
type Upcast = (old: unknown) => unknown;

/**
 * `UPCASTS[n]` turns a body of version n into one of version n + 1. A released version never leaves this
 * list.
 */
const UPCASTS: Readonly<Record<number, Upcast>> = {};

/**
 * Brings a stored body to the present version. Refuses a version from the future: then an old function meets
 * new data, and must not touch it.
 */
export function upcast(
  body: unknown,
  version: number,
  steps: Readonly<Record<number, Upcast>> = UPCASTS,
  target = STATE_VERSION,
): unknown {
  assert(
    Number.isInteger(version) && version >= 1 && version <= target,
    `stored version ${version} is one of 1 to ${target}`,
  );
  let current = body;
  for (let at = version; at < target; at += 1) {
    const step = steps[at];
    assert(step !== undefined, `there is a way from version ${at} to ${at + 1}`);
    current = step(current);
  }
  return current;
}

/**
 * A parser's own error quotes the letters around the fault, which may be a name or a key, and would end in a
 * log line.
 */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('a stored body is not JSON');
  }
}

const stateItem = z.looseObject({ rev: z.int().min(1), v: z.int().min(1), body: z.string() });

/**
 * The item of a participant. `duePk` and `dueSk` exist only while there is an alarm, `ttl` only while the
 * sign-up is unconfirmed.
 */
export function encodeState(next: Participant, rev: number, at: Instant): Attributes {
  const participant = participantSchema.parse(next);
  const alarm = wakeAt(participant);
  return {
    ...stateKey(participant.id),
    v: STATE_VERSION,
    rev,
    status: participant.status,
    updatedAt: at,
    body: JSON.stringify(participant),
    ...(alarm === null ? {} : { duePk: duePk(shardOf(participant.id)), dueSk: alarm }),
    ...(participant.status === 'unconfirmed'
      ? { ttl: ttlSeconds(addMinutes(participant.expiresAt, UNCONFIRMED_GRACE_MINUTES)) }
      : {}),
  };
}

export function decodeState(item: unknown): Loaded {
  const { rev, v, body } = stateItem.parse(item);
  return { participant: participantSchema.parse(upcast(jsonOf(body), v)), rev };
}

const logItem = z.looseObject({
  rev: z.int().min(1),
  v: z.int().min(1),
  at: z.string(),
  command: z.string(),
  commandId: z.string(),
  actor: z.string(),
  events: z.string(),
});

export function encodeLog(id: string, entry: JournalEntry): Attributes {
  const events = z.array(eventSchema).parse(entry.events).map(withoutIdentity);
  return {
    ...logKey(id, entry.rev),
    v: STATE_VERSION,
    rev: entry.rev,
    at: entry.at,
    command: entry.command,
    commandId: entry.commandId,
    actor: entry.actor,
    events: JSON.stringify(events),
  };
}

/** `person` = the present state, or null when there is none: then the mark stays. */
export function decodeLog(item: unknown, person: Participant | null): JournalEntry {
  const { rev, v, at, command, commandId, actor, events } = logItem.parse(item);
  assert(v === STATE_VERSION, `journal version ${v} is known`);
  const parsed = z.array(eventSchema).parse(jsonOf(events));
  return { rev, at, command, commandId, actor, events: parsed.map((event) => withIdentity(event, person)) };
}

/**
 * Own words of an earlier telling are gone with it: what is read back in their place is what was told last,
 * or the mark.
 */
const OWN_WORDS = ['goal', 'planWhen', 'planIfMissed'] as const;
const OWN_WORDS_MARK = '…';
function withWords(answers: AboutRunning, from: AboutRunning | undefined): AboutRunning {
  const words = OWN_WORDS.map((field) => [
    field,
    answers[field] === null ? null : (from?.[field] ?? OWN_WORDS_MARK),
  ]);
  return { ...answers, ...Object.fromEntries(words) };
}

function withoutIdentity(event: ParticipantEvent): ParticipantEvent {
  if (event.type === 'ToldAboutRunning') return { ...event, answers: withWords(event.answers, undefined) };
  if (event.type === 'AddressChanged' || (event.type === 'FreshRequested' && event.email !== undefined))
    return { ...event, email: IN_THE_STATE };
  return event.type === 'SignedUp'
    ? { ...event, email: IN_THE_STATE, firstName: event.firstName === null ? null : IN_THE_STATE }
    : event;
}

function withIdentity(event: ParticipantEvent, person: Participant | null): ParticipantEvent {
  if (person === null || person.status === 'erased') return event;
  if (event.type === 'ToldAboutRunning')
    return { ...event, answers: withWords(event.answers, person.aboutRunning) };
  if (event.type === 'AddressChanged') return { ...event, email: person.email };
  // The address that was wished for: known while the wish is open, forgotten after.
  if (event.type === 'FreshRequested' && event.email !== undefined)
    return { ...event, email: person.fresh?.email ?? IN_THE_STATE };
  if (event.type !== 'SignedUp') return event;
  return { ...event, email: person.email, firstName: event.firstName === null ? null : person.firstName };
}

const keysItem = z.looseObject({
  current: z.int().min(1).max(255),
  keys: z.string(),
  retired: z.array(z.int()).default([]),
  pepper: z.string(),
});
const keyBytes = z
  .base64()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.length === 32, 'a key has 32 bytes');
const keyRing = z.record(z.string().regex(/^\d{1,3}$/), keyBytes);

export function encodeKeys(keys: LinkKeys): Attributes {
  const ring = Object.fromEntries(
    [...keys.keys].map(([kid, bytes]) => [String(kid), Buffer.from(bytes).toString('base64')]),
  );
  return {
    current: keys.current,
    keys: JSON.stringify(ring),
    retired: keys.retired,
    pepper: Buffer.from(keys.pepper).toString('base64'),
  };
}

export function decodeKeys(item: unknown): LinkKeys {
  const { current, keys, retired, pepper } = keysItem.parse(item);
  const ring = new Map(
    Object.entries(keyRing.parse(jsonOf(keys))).map(([kid, bytes]) => [Number(kid), bytes]),
  );
  assert(ring.has(current) && !retired.includes(current), 'the signing key is in the ring');
  return { current, keys: ring, retired, pepper: keyBytes.parse(pepper) };
}
