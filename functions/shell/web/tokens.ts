/**
 * Signed links (docs/architecture.md §9.1). A token names a person, a purpose and a week; it holds nothing
 * personal and cannot be made or bent without the key.
 *
 *   bytes  version 1 · key id 1 · purpose 1 · participant 10 · epoch 2 · week 1 · expiry in days since 2020 2   = 18
 *   mac    HMAC-SHA-256 of the bytes under the purpose's own key, first 16 bytes
 *   text   base64url of the 34 bytes: 46 characters, of which exactly one spelling is accepted
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { assert } from '../../../program/kernel/assert.ts';
import { ok, type Result, refuse } from '../../../program/kernel/result.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import { participantBytes, toBase32 } from '../ids.ts';
import type { LinkKeys } from '../ports.ts';

/** Numbers are for ever: they are part of every mail that was sent. The last five are reserved. */
const PURPOSES = {
  confirm: 1,
  start: 2,
  checkIn: 3,
  me: 4,
  unsubscribe: 5,
  worse: 6,
  running: 7,
  shoes: 8,
  fresh: 9,
  calendar: 10,
  session: 11,
} as const;
export type Purpose = keyof typeof PURPOSES;
export const ALL_PURPOSES = Object.keys(PURPOSES) as readonly Purpose[];

const VERSION = 1;
const BODY_BYTES = 18;
const MAC_BYTES = 16;
const EXPIRY_AT = 16;
export const TOKEN_LENGTH = 46;
const EPOCH_2020 = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
const MAX_U16 = 0xffff;
const NEVER = 0;

export interface TokenFacts {
  readonly purpose: Purpose;
  readonly participantId: string;
  /** The participant's `tokenEpoch`; raising that kills the link. */
  readonly epoch: number;
  /** 0 to 255; 0 where no week is meant. */
  readonly week: number;
  /**
   * The link lives at least until then and at most a day longer. Null = for ever, for `unsubscribe` alone.
   */
  readonly expires: Instant | null;
}
export interface OpenedToken {
  readonly purpose: Purpose;
  readonly participantId: string;
  readonly epoch: number;
  readonly week: number;
}
/** Forged, foreign, expired, malformed: the page says the same, so nothing more is told. */
export interface Dead {
  readonly code: 'dead';
}
export interface Tokens {
  sign(facts: TokenFacts): string;
  open(token: string, purpose: Purpose, now: Instant): Result<OpenedToken, Dead>;
  /**
   * When the link ends; null = never, for the way out alone. It says nothing about whether the token is
   * genuine; what is no token ended long ago.
   */
  endOf(token: string): Instant | null;
}

/** The way out works for ever: neither time nor a raised epoch ends it. */
const lastsForEver = (purpose: Purpose): boolean => purpose === 'unsubscribe';

/** Is the token of the participant's present epoch? Checked when the participant has been loaded. */
export const ofEpoch = (opened: OpenedToken, tokenEpoch: number): boolean =>
  lastsForEver(opened.purpose) || opened.epoch === (tokenEpoch & MAX_U16);

/**
 * Signs and opens links with the ring of keys: the newest signs, every one of the ring opens, a retired one
 * opens nothing.
 */
export function makeTokens({ current, keys, retired }: LinkKeys): Tokens {
  const derived = new Map<string, Uint8Array>();
  const keyFor = (kid: number, purpose: Purpose): Uint8Array | null => {
    const name = `${kid} ${purpose}`;
    const known = derived.get(name);
    const master = keys.get(kid);
    if (known !== undefined || master === undefined) return known ?? null;
    const made = new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `calf/${purpose}`, 32));
    derived.set(name, made);
    return made;
  };
  const macOf = (key: Uint8Array, body: Uint8Array): Buffer =>
    createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
  return {
    sign: (facts) => {
      const key = keyFor(current, facts.purpose);
      assert(key !== null, 'the signing key is in the ring');
      const body = encodeBody(facts, current);
      return Buffer.concat([body, macOf(key, body)]).toString('base64url');
    },
    open: (token, purpose, now) => {
      const bytes = canonicalBytes(token);
      const body = bytes.subarray(0, BODY_BYTES);
      // Every dead token costs the same work: one that cannot be read, or is under no key of ours, is checked
      // under the current one.
      const key = keyFor(body[1] ?? 0, purpose) ?? keyFor(current, purpose);
      assert(key !== null, 'the signing key is in the ring');
      const genuine = timingSafeEqual(macOf(key, body), bytes.subarray(BODY_BYTES));
      const kid = body[1] ?? 0;
      const trusted = keys.has(kid) && (lastsForEver(purpose) || !retired.includes(kid));
      return genuine && trusted ? decodeBody(body, purpose, now) : refuse({ code: 'dead' });
    },
    endOf: (token) => {
      const bytes = canonicalBytes(token);
      const day = bytes.readUInt16BE(EXPIRY_AT);
      const forEver = day === NEVER && bytes[2] === PURPOSES.unsubscribe;
      return forEver ? null : new Date(EPOCH_2020 + day * DAY_MS).toISOString();
    },
  };
}

/**
 * The 34 bytes of a token, or as many zeros for what is none: a spelling that does not come back the same is
 * none.
 */
function canonicalBytes(token: string): Buffer {
  const bytes = token.length === TOKEN_LENGTH ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
  return bytes.length === BODY_BYTES + MAC_BYTES && bytes.toString('base64url') === token
    ? bytes
    : Buffer.alloc(BODY_BYTES + MAC_BYTES);
}

function encodeBody({ purpose, participantId, epoch, week, expires }: TokenFacts, kid: number): Buffer {
  const id = participantBytes(participantId);
  assert(id !== null, 'a token is of a participant');
  assert(
    Number.isInteger(epoch) && epoch >= 0 && Number.isInteger(week) && week >= 0 && week <= 255,
    'epoch and week fit into a token',
  );
  assert(lastsForEver(purpose) === (expires === null), 'the way out lasts for ever, and nothing else does');
  const day = expires === null ? NEVER : Math.ceil((Date.parse(expires) - EPOCH_2020) / DAY_MS);
  assert(day >= 0 && day <= MAX_U16, 'the expiry fits into a token');
  const body = Buffer.alloc(BODY_BYTES);
  body.set([VERSION, kid, PURPOSES[purpose]]);
  body.set(id, 3);
  body.writeUInt16BE(epoch & MAX_U16, 13);
  body.writeUInt8(week, 15);
  body.writeUInt16BE(day, EXPIRY_AT);
  return body;
}

function decodeBody(body: Buffer, purpose: Purpose, now: Instant): Result<OpenedToken, Dead> {
  const endsAt = EPOCH_2020 + body.readUInt16BE(EXPIRY_AT) * DAY_MS;
  const alive = lastsForEver(purpose) || Date.parse(now) < endsAt;
  if (body[0] !== VERSION || body[2] !== PURPOSES[purpose] || !alive) return refuse({ code: 'dead' });
  return ok({
    purpose,
    participantId: toBase32(body.subarray(3, 13)),
    epoch: body.readUInt16BE(13),
    week: body.readUInt8(15),
  });
}
