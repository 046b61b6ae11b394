/**
 * Links nobody made: every dead one is the same page, the same bytes, after the same work at the table, and
 * writes nothing. FUZZ_RUNS gives it more work, FUZZ_SEED another beginning; a failure names its seed.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_PURPOSES } from '../../../functions/shell/web/tokens.ts';
import type { LocalRun } from '../../../local/run.ts';
import { cases } from '../../support/effort.ts';
import { everybody, type Somebody, STATUSES, type StatusName } from '../support/everybody.ts';
import { addressesOf, PURPOSE_OF, routesOfBundles, segmentOf, takesToken } from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';
import { tapWire } from '../support/wire.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? cases(400));
const seed = Number(process.env['FUZZ_SEED'] ?? 20260302);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let run: LocalRun;
let people: Readonly<Record<StatusName, Somebody>>;
let patterns: readonly string[];
let dead: string;
beforeAll(async () => {
  run = await startTestRun();
  people = await everybody(run);
  patterns = [...new Set((await routesOfBundles()).map((route) => route.pattern).filter(takesToken))];
  dead = await (await fetch(`${run.url}/me/x`)).text();
});
afterAll(() => run?.stop());

const flip = (token: string, bit: number): string => {
  const bytes = Buffer.from(token, 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
};
const swap = (token: string, at: number, letter: string): string =>
  `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;

/** A genuine token bent in one of many ways, or something that never was one; already fit for a path. */
const bent = (token: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 0, max: 34 * 8 - 1 }).map((bit) => flip(token, bit)),
    fc.tuple(fc.nat(45), fc.constantFrom(...ALPHABET)).map(([at, letter]) => swap(token, at, letter)),
    fc.nat(45).map((length) => token.slice(0, length)),
    fc
      .tuple(fc.nat(46), fc.constantFrom('A', '=', '%20', '%00', '%C3%A9', '.', '%252F', '%0D%0A'))
      .map(([at, more]) => token.slice(0, at) + more + token.slice(at)),
    fc.constantFrom(
      `${token}=`,
      `${token}${token}`,
      token.toUpperCase(),
      token.toLowerCase(),
      [...token].reverse().join(''),
      `${token}.`,
      `${token}%00`,
    ),
    fc.uint8Array({ minLength: 34, maxLength: 34 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc
      .string({ minLength: 1, maxLength: 60 })
      .map((text) => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '?')).replaceAll('.', '%2E')),
    fc.constantFrom(
      '%C0%AF',
      '%ED%A0%80',
      '%FF%FE',
      '%E0%A4%A',
      '%',
      '..%2F..%2Fme',
      'A'.repeat(4_000),
      '__proto__',
      'null',
      'undefined',
      '%F0%9F%91%9F',
    ),
  );

describe('links nobody made', () => {
  it(`are all the same page, ${RUNS} times from seed ${seed}`, async () => {
    let tried = 0;
    const before = await tableText();
    const genuine = new Set(
      STATUSES.flatMap((status) => ALL_PURPOSES.map((purpose) => people[status].token(purpose))),
    );
    const arbitrary = fc
      .tuple(fc.constantFrom(...STATUSES), fc.constantFrom(...patterns), fc.constantFrom('GET', 'POST'))
      .chain(([status, pattern, method]) => {
        const purpose = PURPOSE_OF[segmentOf(pattern)] ?? 'me';
        return bent(people[status].token(purpose)).map((token) => ({ pattern, method, token }));
      });
    await run.world.exclusively(() =>
      fc.assert(
        fc.asyncProperty(arbitrary, async ({ pattern, method, token }) => {
          if (genuine.has(token)) return;
          tried += 1;
          for (const path of addressesOf(pattern, token)) {
            const answer = await fetch(`${run.url}${path}`, { method, redirect: 'manual' });
            expect([answer.status, await answer.text()], path).toEqual([404, dead]);
          }
        }),
        { seed, numRuns: RUNS },
      ),
    );
    expect(tried).toBeGreaterThan(5);
    expect((await tableText()).filter((line) => !line.includes('W#EVENTS'))).toEqual(
      before.filter((line) => !line.includes('W#EVENTS')),
    );
    expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('cost the same at the table: one look, whether forged, foreign, erased or of another purpose', async () => {
    const me = people.active.token('me');
    const looks: Record<string, number> = {};
    await run.world.exclusively(async () => {
      for (const [name, path] of Object.entries({
        forged: `/me/${swap(me, 40, me[40] === 'A' ? 'B' : 'A')}`,
        short: '/me/x',
        foreign: `/me/${people.active.token('checkIn')}`,
        erased: `/me/${people.erased.token('me')}`,
        'of nobody': `/u/${people.erased.token('unsubscribe')}`,
      })) {
        const tap = tapWire(run.world);
        expect((await fetch(`${run.url}${path}`)).status).toBe(404);
        looks[name] = tap.sent.filter((call) => call.channel === 'table').length;
        tap.off();
      }
    });
    expect(new Set(Object.values(looks))).toEqual(new Set([1]));
  });
});
