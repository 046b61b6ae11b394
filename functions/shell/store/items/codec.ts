/**
 * Journal entries and link keys as items. The address, the first name and what a participant wrote about
 * running in their own words are in PERSON alone: the journal keeps a mark in their place, and gets them back
 * from there when it is read.
 */
import * as z from 'zod';
import type { AboutRunning } from '../../../../program/answers/about-running.ts';
import { assert } from '../../../../program/kernel/assert.ts';
import { eventSchema, type ParticipantEvent } from '../../../../program/participant/events.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import type { JournalEntry, LinkKeys } from '../../ports.ts';
import type { Attributes } from './attributes.ts';
import { logKey } from './keys.ts';
import { packed, unpacked } from './packed.ts';
import { JOURNAL_VERSION, jsonOf } from './versions.ts';

const IN_THE_STATE = '';

const logItem = z.looseObject({
  rev: z.int().min(1),
  v: z.int().min(1),
  at: z.string(),
  command: z.string(),
  commandId: z.string(),
  actor: z.string(),
  events: z.instanceof(Uint8Array),
});

/** `tryId` names the one write that made it. */
export function encodeLog(id: string, entry: JournalEntry, tryId?: string): Attributes {
  const events = z.array(eventSchema).parse(entry.events).map(withoutIdentity);
  return {
    ...logKey(id, entry.rev),
    v: JOURNAL_VERSION,
    rev: entry.rev,
    at: entry.at,
    command: entry.command,
    commandId: entry.commandId,
    actor: entry.actor,
    events: packed(JSON.stringify(events)),
    tryId,
  };
}

/** `person` = the present state, or null when there is none: then the mark stays. */
export function decodeLog(item: unknown, person: Participant | null): JournalEntry {
  const { rev, v, at, command, commandId, actor, events } = logItem.parse(item);
  assert(v === JOURNAL_VERSION, `journal version ${v} is known`);
  const parsed = z.array(eventSchema).parse(jsonOf(unpacked(events)));
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
  if (event.type === 'CheckedIn' && event.unread?.words !== undefined)
    return { ...event, unread: { ...event.unread, words: OWN_WORDS_MARK } };
  if (event.type === 'AddressChanged' || (event.type === 'FreshRequested' && event.email !== undefined))
    return { ...event, email: IN_THE_STATE };
  return event.type === 'SignedUp'
    ? { ...event, email: IN_THE_STATE, firstName: event.firstName === null ? null : IN_THE_STATE }
    : event;
}

/** Words that wait for their list: the last ones alone are kept, and only until it is answered. */
const wordsOf = (person: Exclude<Participant, { status: 'erased' }>): string | undefined =>
  'course' in person ? person.course?.asked?.unread?.words : undefined;

function withIdentity(event: ParticipantEvent, person: Participant | null): ParticipantEvent {
  if (person === null || person.status === 'erased') return event;
  if (event.type === 'ToldAboutRunning')
    return { ...event, answers: withWords(event.answers, person.aboutRunning) };
  if (event.type === 'CheckedIn' && event.unread?.words !== undefined)
    return { ...event, unread: { ...event.unread, words: wordsOf(person) ?? OWN_WORDS_MARK } };
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

/** The ring of link keys as the item that holds it. */
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

/**
 * The ring of link keys of an item. Throws when the item is malformed or its signing key is not in the
 * ring.
 */
export function decodeKeys(item: unknown): LinkKeys {
  const { current, keys, retired, pepper } = keysItem.parse(item);
  const ring = new Map(
    Object.entries(keyRing.parse(jsonOf(keys))).map(([kid, bytes]) => [Number(kid), bytes]),
  );
  assert(ring.has(current) && !retired.includes(current), 'the signing key is in the ring');
  return { current, keys: ring, retired, pepper: keyBytes.parse(pepper) };
}
