/** When silence proves that a mail did not leave (docs/architecture.md §7.7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../program/kernel/time.ts';
import { type EventStream, provesSilence } from '../../../program/mails/silence.ts';

const CLAIM = '2026-03-02T08:00:00.000Z';
const later = (minutes: number): string => addMinutes(CLAIM, minutes);
/** Sent and handled, in minutes after the claim; null = not handled. */
const sent = (at: number, handled: number | null) => ({
  at: later(at),
  handledAt: handled === null ? null : later(handled),
});
const proves = (canaries: EventStream['canaries'], emptySince: number | null, now = 60): boolean =>
  provesSilence(CLAIM, { canaries, emptySince: emptySince === null ? null : later(emptySince) }, later(now));

describe('no event of a mail proves that it did not leave', () => {
  it.each<[string, boolean, EventStream['canaries'], number | null, number?]>([
    ['two canaries came back, and nothing waits', true, [sent(3, 4), sent(33, 34)], 33],
    ['a late one counts once it was handled', true, [sent(3, 59), sent(33, 34)], 33],
    ['no canary was sent', false, [], 33],
    ['there is one canary', false, [sent(33, 34)], 33],
    ['the two are too near', false, [sent(25, 26), sent(34, 35)], 33],
    ['the two are ten minutes apart', true, [sent(25, 26), sent(35, 36)], 33],
    ['one is still out, and a newer one came', false, [sent(3, null), sent(33, 34), sent(44, 45)], 33],
    ['the newest is still out', false, [sent(3, 4), sent(33, 34), sent(50, null)], 33],
    ['the last was sent too early', false, [sent(3, 4), sent(29, 30)], 33],
    ['the last took longer than five minutes', false, [sent(3, 4), sent(33, 39)], 33],
    ['canaries before the claim say nothing', false, [sent(-20, -19), sent(33, 34)], 33],
    ['something waited at the last look', false, [sent(3, 4), sent(33, 34)], null],
    ['there was one look', false, [sent(3, 4), sent(33, 34)], 60],
    ['a minute lies between two looks', true, [sent(3, 4), sent(33, 34)], 59],
  ])('%s: %s', (_, expected, canaries, emptySince, now) => {
    expect(proves(canaries, emptySince, now)).toBe(expected);
  });

  it('never while a canary since the claim is out, whatever else is known and in whatever order', () => {
    const canary = fc
      .tuple(fc.integer({ min: -60, max: 600 }), fc.option(fc.integer({ min: 0, max: 90 })))
      .map(([at, took]) => sent(at, took === null ? null : at + took));
    fc.assert(
      fc.property(
        fc.array(canary, { maxLength: 12 }),
        fc.integer({ min: 1, max: 600 }),
        fc.option(fc.integer({ min: 0, max: 600 })),
        (canaries, out, emptySince) => {
          expect(proves([...canaries, sent(out, null)], emptySince, 700)).toBe(false);
          expect(proves([sent(out, null), ...canaries], emptySince, 700)).toBe(false);
          const since = canaries.filter(({ at }) => at > CLAIM);
          if (!proves(canaries, emptySince, 700)) return;
          expect(since.length).toBeGreaterThanOrEqual(2);
          expect(proves([...canaries].reverse(), emptySince, 700)).toBe(true);
        },
      ),
    );
  });
});
