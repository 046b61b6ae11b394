/**
 * PSFS and global change (docs/clinical-rules.md §7.2): kept when asked, shown as told, and never a reason
 * for a load.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestSchema } from '../../../program/participant/course-parts.ts';
import { measureLines, measuresOf } from '../../../views/words/measures.ts';
import { answers, opening, pain, RUNS } from '../../program/support/generators.ts';
import { checkIn, day, decide, openingOf } from '../../program/support/rules.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const curriculum = theCurriculum();
const change = fc.integer({ min: -5, max: 5 });

describe('kept', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 16, 20])('week %i keeps them only when it asks', (week) => {
    const { digest } = decide(openingOf({ week }), checkIn({ psfs: 0, change: -5 }), day(week));
    const asked = [4, 8, 12].includes(week);
    expect([digest.psfs, digest.change]).toEqual(asked ? [0, -5] : [undefined, undefined]);
    expect(digestSchema.parse(JSON.parse(JSON.stringify(digest)))).toEqual(digest);
  });

  it('each by itself, and not at all when not answered', () => {
    const kept = (a: Parameters<typeof checkIn>[0]) =>
      Object.keys(decide(openingOf({ week: 8 }), checkIn(a), day(8)).digest);
    expect(kept({ psfs: 10 })).toContain('psfs');
    expect(kept({ psfs: 10 })).not.toContain('change');
    expect(kept({ change: 0 })).toContain('change');
    expect(kept({})).not.toContain('psfs');
  });
});

describe('never', () => {
  it('changes outcome, rule, tracks, reasons or graduation, whatever was told now or before', () => {
    fc.assert(
      fc.property(
        opening,
        answers,
        fc.option(pain, { nil: null }),
        fc.option(change, { nil: null }),
        pain,
        (o, a, psfs, changed, before) => {
          const plain = decide(o, { ...a, psfs: null, change: null }, day(o.week));
          const history = o.history.map((d) => ({ ...d, psfs: before, change: -5 }));
          const told = decide({ ...o, history }, { ...a, psfs, change: changed }, day(o.week));
          const { psfs: _p, change: _c, ...digest } = told.digest;
          expect({ ...told, digest }).toEqual(plain);
        },
      ),
      RUNS,
    );
  });
});

describe('shown', () => {
  const week = (n: number, told: { psfs?: number; change?: number } = {}) => ({
    ...decide(openingOf({ week: n }), checkIn({}), day(n)).digest,
    ...told,
  });
  const lines = (start: number | null, ...weeks: ReturnType<typeof week>[]): readonly string[] | null => {
    const aboutRunning = start === null ? {} : { aboutRunning: { psfs: start } as never };
    const measures = measuresOf(aboutRunning, { history: weeks }, curriculum);
    return measures === null ? null : measureLines(measures);
  };
  const MISS = 'What you miss most, from 0 (not at all) to 10 (as before): ';
  const CALF = 'Your calf compared with the start, from −5 (worse) to +5 (better): ';

  it.each([
    ['nothing told', null, [week(4), week(8)], null],
    ['only the start', 3, [week(3)], [`${MISS}3 at the start.`]],
    [
      'start to week 12',
      3,
      [week(4, { psfs: 5, change: 1 }), week(8, { psfs: 6, change: 2 }), week(12, { psfs: 9, change: 4 })],
      [
        `${MISS}3 at the start, 5 in week 4, 6 in week 8, 9 in week 12. That is 6 up.`,
        `${CALF}+1 in week 4, +2 in week 8, +4 in week 12.`,
      ],
    ],
    [
      'worse is said',
      6,
      [week(4, { psfs: 4, change: -2 })],
      [
        `${MISS}6 at the start, 4 in week 4. That is 2 down: worth showing to a physiotherapist.`,
        `${CALF}−2 in week 4.`,
      ],
    ],
    [
      'the same',
      5,
      [week(4, { psfs: 5, change: 0 })],
      [`${MISS}5 at the start, 5 in week 4. That is the same as before.`, `${CALF}0 in week 4.`],
    ],
    [
      'missing ones are named',
      null,
      [week(4, { psfs: 4 }), week(8), week(12, { psfs: 7 })],
      [`${MISS}not answered at the start, 4 in week 4, not answered in week 8, 7 in week 12. That is 3 up.`],
    ],
    [
      'one number has no direction',
      null,
      [week(4, { psfs: 4 })],
      [`${MISS}not answered at the start, 4 in week 4.`],
    ],
    ['change alone', null, [week(4, { change: 3 }), week(8)], [`${CALF}+3 in week 4.`]],
  ] as const)('%s', (_, start, weeks, said) => expect(lines(start, ...weeks)).toEqual(said));
});
