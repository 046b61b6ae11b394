import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkKeys } from '../../../../functions/shell/ports.ts';
import {
  ALL_PURPOSES,
  makeTokens,
  ofEpoch,
  type Purpose,
  TOKEN_LENGTH,
  type TokenFacts,
} from '../../../../functions/shell/web/tokens.ts';

const NOW = '2026-03-02T06:00:00.000Z';
const FAR = '2190-01-01T00:00:00.000Z';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ring = (current = 1, kids = [1], retired: readonly number[] = []): LinkKeys => ({
  current,
  keys: new Map(kids.map((kid) => [kid, new Uint8Array(32).fill(kid)])),
  retired,
  pepper: new Uint8Array(32),
});
const tokens = makeTokens(ring());
const facts = (purpose: Purpose, more: Partial<TokenFacts> = {}): TokenFacts => ({
  purpose,
  participantId: '0123456789ABCDEF',
  epoch: 3,
  week: 7,
  expires: purpose === 'unsubscribe' ? null : '2026-03-23T06:00:00.000Z',
  ...more,
});
const dead = { ok: false, refusal: { code: 'dead' } };

describe('a token', () => {
  test('is opened to what was signed, for any person, week and epoch', () => {
    const id = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(
        id,
        fc.nat(0xffff),
        fc.nat(255),
        fc.constantFrom(...ALL_PURPOSES),
        (participantId, epoch, week, purpose) => {
          const text = tokens.sign(facts(purpose, { participantId, epoch, week }));
          expect(text).toHaveLength(TOKEN_LENGTH);
          expect(tokens.open(text, purpose, NOW)).toEqual({
            ok: true,
            value: { purpose, participantId, epoch, week },
          });
        },
      ),
    );
  });

  test('says when it ends; the way out never does, and what is no token has ended', () => {
    for (const purpose of ALL_PURPOSES) {
      const end = purpose === 'unsubscribe' ? null : '2026-03-24T00:00:00.000Z';
      expect(tokens.endOf(tokens.sign(facts(purpose))), purpose).toBe(end);
    }
    for (const none of ['', 'x', 'A'.repeat(TOKEN_LENGTH), 'x.ics'])
      expect(tokens.endOf(none)).toBe('2020-01-01T00:00:00.000Z');
  });

  test('with any one bit flipped is dead', () => {
    for (const purpose of ALL_PURPOSES) {
      const bytes = Buffer.from(tokens.sign(facts(purpose)), 'base64url');
      expect(bytes).toHaveLength(34);
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const bent = Buffer.from(bytes);
        bent[bit >> 3] = bent[bit >> 3]! ^ (1 << (bit & 7));
        expect(tokens.open(bent.toString('base64url'), purpose, NOW), `bit ${bit}`).toEqual(dead);
      }
    }
  });

  test('of any purpose with any one character changed is dead, the malleable last one included', () => {
    for (const purpose of ALL_PURPOSES) {
      const text = tokens.sign(facts(purpose));
      const alive: string[] = [];
      let changed = 0;
      for (let at = 0; at < text.length; at += 1) {
        for (const letter of ALPHABET) {
          if (letter === text[at]) continue;
          changed += 1;
          if (tokens.open(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`, purpose, NOW).ok)
            alive.push(`${at} ${letter}`);
        }
      }
      expect(alive, purpose).toEqual([]);
      expect(changed).toBe(46 * 63);
    }
  });

  test('with any character added, removed or doubled is dead', () => {
    const text = tokens.sign(facts('me'));
    for (let at = 0; at <= text.length; at += 1) {
      expect(
        tokens.open(
          text.slice(0, at) + text.slice(at + 1) === text ? '' : text.slice(0, at) + text.slice(at + 1),
          'me',
          NOW,
        ),
      ).toEqual(dead);
      for (const letter of ['A', '=', ' ', '%', '\n', 'é'])
        expect(tokens.open(text.slice(0, at) + letter + text.slice(at), 'me', NOW)).toEqual(dead);
    }
    for (const other of [
      `${text}=`,
      `${text}==`,
      text.replaceAll('-', '+').replaceAll('_', '/').concat(' '),
      text.slice(0, 20),
      '',
    ]) {
      expect(tokens.open(other, 'me', NOW)).toEqual(dead);
    }
  });

  test('in the other base64 alphabet is dead', () => {
    const withDash = Array.from({ length: 200 }, (_, week) => tokens.sign(facts('me', { week }))).filter(
      (text) => /[-_]/.test(text),
    );
    expect(withDash.length).toBeGreaterThan(50);
    for (const text of withDash)
      expect(tokens.open(text.replaceAll('-', '+').replaceAll('_', '/'), 'me', NOW)).toEqual(dead);
  });

  test('is never made by chance', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 34, maxLength: 34 }),
        (bytes) => !tokens.open(Buffer.from(bytes).toString('base64url'), 'unsubscribe', NOW).ok,
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => !tokens.open(text, 'me', NOW).ok));
  });

  test.each(ALL_PURPOSES)('for %s opens nothing else', (purpose) => {
    const text = tokens.sign(facts(purpose));
    for (const other of ALL_PURPOSES) expect(tokens.open(text, other, NOW).ok, other).toBe(other === purpose);
  });

  test('for one purpose cannot be relabelled for another', () => {
    for (const [from, purpose] of ALL_PURPOSES.entries()) {
      for (const [to, other] of ALL_PURPOSES.entries()) {
        if (from === to) continue;
        const bytes = Buffer.from(tokens.sign(facts(purpose)), 'base64url');
        bytes[2] = to + 1;
        expect(tokens.open(bytes.toString('base64url'), other, NOW)).toEqual(dead);
      }
    }
  });
});

describe('expiry', () => {
  const boundary: readonly [string, string, boolean][] = [
    ['at the instant itself', '2026-03-23T06:00:00.000Z', true],
    ['at the end of that day', '2026-03-23T23:59:59.999Z', true],
    ['a day later', '2026-03-24T00:00:00.000Z', false],
  ];
  test.each(boundary)('%s', (_, now, alive) => {
    expect(tokens.open(tokens.sign(facts('checkIn')), 'checkIn', now).ok).toBe(alive);
  });
  test('a link lives at least until it expires and at most a day longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2199, 0, 1) }), (ms) => {
        const text = tokens.sign(facts('me', { expires: new Date(ms).toISOString() }));
        expect(tokens.open(text, 'me', new Date(ms - 1).toISOString()).ok).toBe(true);
        expect(tokens.open(text, 'me', new Date(ms + 86_400_000).toISOString()).ok).toBe(false);
      }),
    );
  });
  test('the way out never dies', () => {
    expect(tokens.open(tokens.sign(facts('unsubscribe')), 'unsubscribe', FAR).ok).toBe(true);
  });
  test('nothing but the way out can be made for ever, and the way out cannot be made to end', () => {
    for (const purpose of ALL_PURPOSES) {
      const wrong = facts(purpose, { expires: purpose === 'unsubscribe' ? FAR : null });
      expect(() => tokens.sign(wrong), purpose).toThrow('for ever');
    }
  });
});

test('a raised epoch kills every link but the way out', () => {
  for (const purpose of ALL_PURPOSES) {
    const opened = tokens.open(tokens.sign(facts(purpose)), purpose, NOW);
    if (!opened.ok) throw new Error(purpose);
    expect(ofEpoch(opened.value, 3), purpose).toBe(true);
    expect(ofEpoch(opened.value, 4), purpose).toBe(purpose === 'unsubscribe');
  }
});

describe('keys', () => {
  test('an old key opens what it signed after two rotations; the new one signs', () => {
    const text = makeTokens(ring(1, [1])).sign(facts('me'));
    const later = makeTokens(ring(3, [1, 2, 3]));
    expect(later.open(text, 'me', NOW).ok).toBe(true);
    expect(Buffer.from(later.sign(facts('me')), 'base64url')[1]).toBe(3);
  });
  test('a retired key opens the way out and nothing else', () => {
    const old = makeTokens(ring(1, [1]));
    const later = makeTokens(ring(2, [1, 2], [1]));
    for (const purpose of ALL_PURPOSES)
      expect(later.open(old.sign(facts(purpose)), purpose, NOW).ok, purpose).toBe(purpose === 'unsubscribe');
  });
  test('a key that is not in the ring opens nothing', () => {
    const foreign = makeTokens({ ...ring(), keys: new Map([[1, new Uint8Array(randomBytes(32))]]) });
    const unknown = makeTokens(ring(9, [9]));
    for (const purpose of ALL_PURPOSES) {
      expect(tokens.open(foreign.sign(facts(purpose)), purpose, NOW)).toEqual(dead);
      expect(tokens.open(unknown.sign(facts(purpose)), purpose, NOW)).toEqual(dead);
    }
  });
});

test.each([
  ['a participant id in small letters', { participantId: '0123456789abcdef' }],
  ['a short id', { participantId: '0123' }],
  ['a week beyond a byte', { week: 256 }],
  ['a negative epoch', { epoch: -1 }],
  ['an expiry before 2020', { expires: '2019-12-30T00:00:00.000Z' }],
  ['an expiry beyond two bytes', { expires: '2200-01-01T00:00:00.000Z' }],
] as const)('%s is our own mistake, not a token', (_, more) => {
  expect(() => tokens.sign(facts('me', more))).toThrow('assertion failed');
});
