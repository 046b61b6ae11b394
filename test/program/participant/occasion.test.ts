/** An occasion names one mail: two that differ have two keys, and nothing is read back from a key. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTERS } from '../../../program/course/letters.ts';
import {
  ACK_CODES,
  about,
  CLEARANCE_DAYS,
  mailName,
  type Occasion,
} from '../../../program/participant/occasion.ts';
import { ROOT, textFiles } from '../../../tools/quality/guards/tree.ts';

const number = fc.integer({ min: 1, max: 400 });
const week = fc.integer({ min: 1, max: 60 });
const one = <K extends string>(...kinds: readonly K[]) => fc.constantFrom(...kinds);
const occasions: fc.Arbitrary<Occasion> = fc.oneof(
  fc.record({ kind: one('start', 'closed', 'year') }),
  fc.record({ kind: one('confirm', 'already', 'safety', 'flare', 'paused', 'question', 'links'), n: number }),
  fc.record(
    { kind: one('plan', 'lesson', 'check-in', 'reminder', 'silent'), week, n: number },
    { requiredKeys: ['kind', 'week'] },
  ),
  fc.record({ kind: fc.constant('decision' as const), week, nth: number }),
  fc.record({ kind: fc.constant('ack' as const), says: one(...ACK_CODES), n: number }),
  fc.record({ kind: fc.constant('request' as const), mailbox: one('known', 'new'), n: number }),
  fc.record({ kind: fc.constant('clearance' as const), day: fc.constantFrom(...CLEARANCE_DAYS), n: number }),
  fc.record({ kind: fc.constant('graduation' as const), n: number }, { requiredKeys: ['kind'] }),
  fc.record({ kind: one('round', 'settled'), week }),
  fc.record({ kind: one('letter'), week, letter: fc.constantFrom(...LETTERS) }),
);

describe('the name of a mail', () => {
  it('differs where the occasion differs', () => {
    fc.assert(
      fc.property(occasions, occasions, (a, b) => {
        const same = JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
        expect(mailName(a).occasion === mailName(b).occasion).toBe(same);
      }),
    );
  });

  it('keeps the number and the facts beside the key, as the state may hold them', () => {
    fc.assert(
      fc.property(occasions, (occasion) => {
        const name = mailName(occasion);
        expect(name.n).toBe('n' in occasion ? occasion.n : undefined);
        if (name.about !== undefined) expect(about.parse(name.about)).toEqual(name.about);
      }),
    );
  });

  it('is short enough for a tag of the provider and a key of the table', () => {
    fc.assert(
      fc.property(occasions, (occasion) => {
        expect(mailName(occasion).occasion).toMatch(/^[a-z0-9-]{1,40}$/);
      }),
    );
  });
});

/** Text that takes an occasion apart: a pattern or a piece of it looked for in a key. */
const TAKES_APART =
  /occasion\)?\.(?:startsWith|endsWith|includes|indexOf|slice|split|match|replace)\(|\/\.(?:test|exec)\([\w.]*occasion\)/;

describe('nothing is read back from a key', () => {
  const sources = textFiles(ROOT).filter(({ name }) =>
    /^(?:program|views|functions|emails|web)\/.*\.ts$/.test(name),
  );

  it.each([
    "mail.occasion.startsWith('move-')",
    'mail.occasion.slice(3)',
    '/^ack-/.exec(occasion)',
    '/-n$/.test(m.occasion)',
  ])('sees %s', (line) => expect(line).toMatch(TAKES_APART));

  it('in any file of the product', () => {
    expect(sources.length).toBeGreaterThan(250);
    expect(sources.filter(({ text }) => TAKES_APART.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
