/** Modifiers MD-1…MD-6 (docs/clinical-rules.md §9.5). */
import { describe, expect, test } from 'vitest';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import { baselineOf, checkIn, decide, digest, openingOf, tracksAt } from '../support/rules.ts';

const codes = (d: WeekDecision): readonly string[] => d.reasons.map((r) => r.code);

describe('modifiers', () => {
  const eased1 = digest({ outcome: 'REGRESS', rule: 'AD-05', average: 5 });
  const sore = checkIn({ painAverage: 5, painWorst: 5 });
  test('MD-1 at two easings in a row, MD-2 stops at three', () => {
    expect(decide(openingOf(), sore).physio).toBe(false);
    expect(codes(decide(openingOf({ history: [eased1] }), sore))).toContain('MD-1');
    const d = decide(openingOf({ history: [eased1, eased1] }), sore);
    expect(d).toMatchObject({
      outcome: 'STOP_DOCTOR',
      rule: 'MD-2',
      tracks: tracksAt(),
      findings: [{ code: 'MD-2', route: 'doctor', answer: 'painAverage.5' }],
      digest: { outcome: 'STOP_DOCTOR' },
    });
    expect(codes(d)).toEqual(['MD-2', 'AD-05']);
  });
  test('silence neither counts nor resets; a calm week resets', () => {
    const silent = digest({ outcome: 'HOLD', rule: 'SILENCE', average: null, worst: null });
    const back = digest({ outcome: 'REGRESS', rule: 'AD-10' });
    expect(codes(decide(openingOf({ history: [eased1, silent] }), sore))).toContain('MD-1');
    expect(decide(openingOf({ history: [eased1, silent, back, eased1] }), sore).rule).toBe('MD-2');
    expect(codes(decide(openingOf({ history: [back] }), sore))).not.toContain('MD-1');
    expect(codes(decide(openingOf({ history: [eased1, eased1, digest()] }), sore))).not.toContain('MD-1');
  });
  test('MD-3: four or more, three check-ins in a row', () => {
    const four = digest({ average: 4, outcome: 'HOLD', rule: 'AD-11' });
    const at = (history: Opening['history']) =>
      codes(decide(openingOf({ history, previousAverage: 4 }), checkIn({ painAverage: 4, painWorst: 4 })));
    expect(at([four])).not.toContain('MD-3');
    expect(at([four, four])).toContain('MD-3');
    expect(at([four, digest({ average: 3 }), four])).not.toContain('MD-3');
  });
  test.each([
    [5, 4, 3, false],
    [6, 4, 3, true],
    [6, 5, 3, false],
    [6, 3, 3, true],
    [6, 4, 2, false],
    [8, 6, 4, false],
    [8, 5, 4, true],
  ] as const)('MD-4 in week %i from %i at %i: %s', (week, before, average, fires) => {
    const d = decide(
      openingOf({ week, baseline: baselineOf({ painAverage: before }), previousAverage: average }),
      checkIn({ painAverage: average, painWorst: average }),
    );
    expect(codes(d).includes('MD-4')).toBe(fires);
  });
  test('MD-5: four check-ins at one level with two thirds of the sessions', () => {
    const here = digest({ level: 3, outcome: 'HOLD', rule: 'AD-20' });
    expect(codes(decide(openingOf({ history: [here, here] }), checkIn()))).not.toContain('MD-5');
    expect(codes(decide(openingOf({ history: [here, here, here] }), checkIn()))).toContain('MD-5');
    expect(
      codes(decide(openingOf({ history: [here, { ...here, sessionsDone: 1 }, here] }), checkIn())),
    ).not.toContain('MD-5');
    expect(
      codes(decide(openingOf({ history: [here, here, here] }), checkIn({ gateStrength: 'yes' }))),
    ).not.toContain('MD-5');
  });
  test.each([
    [8, 14, 20, 'left', true],
    [8, 15, 20, 'left', false],
    [4, 14, 20, 'left', false],
    [8, 14, 20, 'both', false],
  ] as const)('MD-6 in week %i with %i and %i, %s: %s', (week, sore1, other, side, fires) => {
    const d = decide(
      openingOf({ week, baseline: baselineOf({ side }) }),
      checkIn({ raisesSore: sore1, raisesOther: other }),
    );
    expect(codes(d).includes('MD-6')).toBe(fires);
  });
});
