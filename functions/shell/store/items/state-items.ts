/**
 * The three items of a participant, written and read. Every read is parsed and brought up to the present
 * version, every write is checked, and only what changed is written.
 */
import * as z from 'zod';
import { assert } from '../../../../program/kernel/assert.ts';
import { addMinutes, MINUTES_PER_DAY } from '../../../../program/kernel/time.ts';
import { wakeAt } from '../../../../program/mails/wake-at.ts';
import { type Participant, type Person, participantSchema } from '../../../../program/participant/state.ts';
import type { Lane, Loaded } from '../../ports.ts';
import type { Attributes } from './attributes.ts';
import {
  COURSE,
  courseKey,
  duePk,
  dueSk,
  HEAD,
  headKey,
  type Key,
  PERSON,
  personKey,
  shardOf,
  ttlSeconds,
} from './keys.ts';
import type { Move } from './moves.ts';
import { packed, unpacked } from './packed.ts';
import { joined, split } from './parts.ts';
import { jsonOf, STATE_VERSION, UPCASTS, upcast } from './versions.ts';

/**
 * The alarm forgets an unconfirmed sign-up at its expiry; the table's own time to live is the net a week
 * below it.
 */
const UNCONFIRMED_GRACE_MINUTES = 7 * MINUTES_PER_DAY;

/** How a state lies in the table: what the next write on top of it has to know. */
export interface Lying {
  readonly rev: number;
  /** The revision that last wrote the item; 0 = there is no course. */
  readonly courseRev: number;
  readonly personRev: number;
  /** What stands in it, to see whether the next write changes it. */
  readonly course: string | null;
  readonly person: string;
  /** The move that made this revision, if one did. */
  readonly pending: Move | null;
  /** The row of its mail is known to have it. */
  settled: boolean;
}
export interface Encoded {
  readonly head: Attributes;
  /** COURSE and PERSON where they change. */
  readonly others: readonly Attributes[];
  readonly gone: readonly Key[];
  readonly lying: Lying;
}

/** Safety mails have a lane of their own, and what looks for their fate runs in it. */
export const laneOf = (person: Person): Lane =>
  [...person.owed, ...person.inflight].some((mail) => mail.kind === 'safety') ? 'urgent' : 'routine';

/** The index entry of an alarm, or nothing while there is none. */
export function alarmOf(person: Person): Attributes {
  const alarm = wakeAt(person);
  return alarm === null ? {} : { duePk: duePk(shardOf(person.id)), dueSk: dueSk(alarm, laneOf(person)) };
}

/**
 * The items of revision `rev`; `before` = how the state it stands on lies, null when there was none;
 * `pending` = the move that makes it.
 */
export function encodeState(
  next: Participant,
  rev: number,
  before: Lying | null,
  pending: Move | null = null,
): Encoded {
  const person = participantSchema.parse(next);
  assert(person.status !== 'erased', 'an erasure is written elsewhere');
  const parts = split(person);
  const texts = {
    course: parts.course === null ? null : JSON.stringify(parts.course),
    person: JSON.stringify(parts.person),
  };
  const courseRev = texts.course === null ? 0 : texts.course === before?.course ? before.courseRev : rev;
  const personRev = texts.person === before?.person ? before.personRev : rev;
  const item = (key: Key, text: string): Attributes => ({
    ...key,
    v: STATE_VERSION,
    rev,
    body: packed(text),
  });
  return {
    head: {
      ...headKey(person.id),
      v: STATE_VERSION,
      rev,
      courseRev,
      personRev,
      status: person.status,
      body: packed(JSON.stringify({ ...parts.head, pending })),
      ...alarmOf(person),
      ...(person.status === 'unconfirmed'
        ? { ttl: ttlSeconds(addMinutes(person.expiresAt, UNCONFIRMED_GRACE_MINUTES)) }
        : {}),
    },
    others: [
      ...(courseRev === rev && texts.course !== null ? [item(courseKey(person.id), texts.course)] : []),
      ...(personRev === rev ? [item(personKey(person.id), texts.person)] : []),
    ],
    gone: texts.course === null && before !== null && before.course !== null ? [courseKey(person.id)] : [],
    lying: { rev, courseRev, personRev, ...texts, pending, settled: false },
  };
}

const rev = z.int().min(1);
const part = { rev, v: rev, body: z.instanceof(Uint8Array) };
const partItem = z.looseObject(part);
const stateItems = z.object({
  head: z.looseObject({ ...part, courseRev: z.int().min(0), personRev: rev }),
  course: partItem.optional(),
  person: partItem.optional(),
});

export type Items = readonly Readonly<Record<string, unknown>>[];
const under = (items: Items, sk: string): unknown => items.find((item) => item['sk'] === sk);

/** What stands in one item: its text, and its fields in the present version. */
function read(
  name: keyof typeof UPCASTS,
  item: z.infer<typeof partItem>,
): { readonly text: string; readonly fields: Readonly<Record<string, unknown>> } {
  const text = unpacked(item.body);
  const body = upcast(jsonOf(text), item.v, UPCASTS[name]);
  assert(typeof body === 'object' && body !== null, 'a part of a state has fields');
  return { text, fields: body as Readonly<Record<string, unknown>> };
}

/**
 * The state that the items are, or `torn` when they are of different revisions: somebody wrote while they
 * were read, and they have to be read again.
 */
export function decodeState(items: Items): { readonly loaded: Loaded; readonly lying: Lying } | 'torn' {
  const found = stateItems.parse({
    head: under(items, HEAD),
    course: under(items, COURSE),
    person: under(items, PERSON),
  });
  const { courseRev, personRev } = found.head;
  if ((found.course?.rev ?? 0) !== courseRev || found.person?.rev !== personRev) return 'torn';
  const head = read('head', found.head);
  const course = found.course === undefined ? null : read('course', found.course);
  const person = read('person', found.person);
  const { pending = null, ...fields } = head.fields;
  const whole = joined({ head: fields, course: course?.fields ?? null, person: person.fields });
  return {
    loaded: { participant: participantSchema.parse(whole), rev: found.head.rev },
    lying: {
      rev: found.head.rev,
      courseRev,
      personRev,
      course: course?.text ?? null,
      person: person.text,
      // Written by `encodeState` alone; read as an entry of the journal it is parsed.
      pending: pending as Move | null,
      settled: false,
    },
  };
}

/** How the state somebody read lies, by that very value: what was read is remembered with it. */
const LYING = new WeakMap<Participant, Lying>();
export const remember = (participant: Participant, lying: Lying): void => void LYING.set(participant, lying);
export const lyingOf = (participant: Participant | null | undefined): Lying | null =>
  participant === null || participant === undefined ? null : (LYING.get(participant) ?? null);
