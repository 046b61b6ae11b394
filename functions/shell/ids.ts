/**
 * Random names from the operating system's generator. Crockford's base32 has no letter that reads like a
 * digit; a reply address takes RFC 4648's.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { assert } from '../../program/kernel/assert.ts';
import type { Ids } from './ports.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RFC_4648 = 'abcdefghijklmnopqrstuvwxyz234567';
const PARTICIPANT_BYTES = 10;
const HANDLE_BYTES = 16;

/**
 * Bytes as base32, Crockford's unless told, most significant bit first, the last digit filled up with zero
 * bits.
 */
export function toBase32(bytes: Uint8Array, digits = CROCKFORD): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += digits[(buffer >> bits) & 31];
    }
  }
  return bits > 0 ? text + digits[(buffer << (5 - bits)) & 31] : text;
}

/** The bytes of a participant id: 16 digits, 80 bits, nothing left over. Null when it is not one. */
export function participantBytes(id: string): Uint8Array | null {
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(id)) return null;
  const bytes = new Uint8Array(PARTICIPANT_BYTES);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const digit of id) {
    buffer = ((buffer << 5) | CROCKFORD.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (buffer >> bits) & 255;
    at += 1;
  }
  assert(at === PARTICIPANT_BYTES && bits === 0, 'sixteen digits are ten bytes');
  return bytes;
}

export const systemIds: Ids = {
  participant: () => toBase32(randomBytes(PARTICIPANT_BYTES)),
  handle: () => toBase32(randomBytes(HANDLE_BYTES), RFC_4648),
  owner: () => randomUUID(),
  command: () => randomUUID(),
};
