/**
 * Gates: only this week's own yes opens one, and tests are asked only where they can
 * (docs/clinical-rules.md §2.11, §4.1, §9.3).
 */
import { describe, expect, test } from 'vitest';
import { dueFields } from '../../../program/adapt/due.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import {
  baselineOf,
  checkIn,
  day,
  decide,
  digest,
  numbers,
  openingOf,
  TODAY,
  tracksAt,
} from '../support/rules.ts';

const codes = (d: WeekDecision): readonly string[] => d.reasons.map((r) => r.code);
const passed = (over: Partial<CheckInAnswers> = {}): CheckInAnswers =>
  checkIn({ gateStrength: 'yes', gateRun: 'yes', runsDone: 3, ...over });

describe('gates are never assumed', () => {
  test.each([[null], ['notTried'], ['pain']] as const)('strength test %s', (gateStrength) => {
    const d = decide(openingOf(), checkIn({ gateStrength }));
    expect(d.tracks.level).toBe(3);
    expect(codes(d)).toContain(gateStrength === 'pain' ? 'strength-test-pain' : 'strength-test-missing');
  });
  test('passed both at LV3: one level and the first stage', () => {
    const d = decide(openingOf({ restriction: 'noAcceleration' }), passed());
    expect(d).toMatchObject({
      outcome: 'PROGRESS',
      tracks: { level: 4, weeksAtLevel: 1, stage: 'R1', weeksAtStage: 1 },
    });
    expect(codes(d)).toEqual(['AD-21', 'strength-up', 'running-up']);
  });
  test('running waits for LV3, and for a week after an easing', () => {
    expect(codes(decide(openingOf({ tracks: tracksAt({ level: 1 }) }), passed()))).toContain(
      'run-level-needed',
    );
    expect(decide(openingOf({ tracks: tracksAt({ level: 2 }) }), passed()).tracks).toMatchObject({
      level: 3,
      stage: 'R0',
    });
    const after = openingOf({ history: [digest({ outcome: 'REGRESS', rule: 'AD-05' })] });
    expect(decide(after, passed()).tracks.stage).toBe('R0');
    expect(codes(decide(after, passed()))).toContain('run-after-regress');
  });
  test.each([
    ['R1', 1, 'R1'],
    ['R1', 2, 'R2'],
    ['R1', null, 'R1'],
  ] as const)('at %s with %s calm runs → %s', (stage, runsDone, next) => {
    const d = decide(
      openingOf({ restriction: 'noAcceleration', tracks: tracksAt({ level: 4, stage }) }),
      checkIn({ runsDone, longestRunMinutes: 6 }),
    );
    expect(d.tracks.stage).toBe(next);
    if (next === stage) expect(codes(d)).toContain('runs-missing');
  });
  test('R3 needs its raises, R4 needs LV5, R8 needs LV6', () => {
    const at = (stage: 'R3' | 'R4' | 'R8', level: 4 | 5 | 6, minutes: number, gateRun: 'yes' | null) =>
      decide(
        openingOf({ tracks: tracksAt({ level, stage }) }),
        checkIn({ runsDone: 3, gateRun, longestRunMinutes: minutes }),
      ).tracks.stage;
    expect(at('R3', 4, 15, null)).toBe('R3');
    expect(at('R3', 4, 15, 'yes')).toBe('R4');
    expect(at('R4', 4, 20, null)).toBe('R4');
    expect(at('R4', 5, 20, null)).toBe('R5');
    expect(at('R8', 5, 28, 'yes')).toBe('R8');
    expect(at('R8', 6, 28, 'yes')).toBe('R9');
  });
  test('the test of a stage in between is not jumped: R2 moves one, R1 and R0 two', () => {
    const at = (stage: 'R0' | 'R1' | 'R2', minutes: number) =>
      decide(
        openingOf({ tracks: tracksAt({ level: 4, weeksAtLevel: 1, stage }) }),
        checkIn({ runsDone: 3, gateRun: 'yes', longestRunMinutes: minutes }),
      );
    expect(at('R0', 0)).toMatchObject({ outcome: 'ACCELERATE', tracks: { stage: 'R2' } });
    expect(at('R1', 6)).toMatchObject({ outcome: 'ACCELERATE', tracks: { stage: 'R3' } });
    expect(at('R2', 10)).toMatchObject({ outcome: 'PROGRESS', rule: 'AD-21', tracks: { stage: 'R3' } });
  });
  test('minimum weeks: two at LV4, three over fifty or after a strain', () => {
    const at = (weeksAtLevel: number, baseline = {}) =>
      decide(
        openingOf({
          restriction: 'noAcceleration',
          tracks: tracksAt({ level: 4, weeksAtLevel }),
          baseline: baselineOf(baseline),
        }),
        passed(),
      ).tracks.level;
    expect([at(1), at(2)]).toEqual([4, 5]);
    expect([at(2, { ageBand: '50-59' }), at(3, { ageBand: '50-59' })]).toEqual([4, 5]);
    expect([at(2, { strainLast12m: '1' }), at(3, { strainLast12m: '1' })]).toEqual([4, 5]);
    expect(
      codes(decide(openingOf({ restriction: 'noAcceleration', tracks: tracksAt({ level: 4 }) }), checkIn())),
    ).toContain('level-weeks-not-served');
  });
  test('within fourteen days of a sudden onset nothing rises above LV2 and nobody begins to run', () => {
    const at = (onset: number, level: 1 | 2 | 3) =>
      decide(
        openingOf({ tracks: tracksAt({ level }), baseline: baselineOf({ suddenOnset: day(onset) }) }),
        passed(),
      );
    expect(at(-14, 1).tracks.level).toBe(2);
    expect(at(-14, 2).tracks.level).toBe(2);
    expect(codes(at(-14, 2)).filter((c) => c === 'early-after-sudden')).toHaveLength(1);
    expect(at(-15, 2).tracks.level).toBe(3);
    expect(at(-14, 3).tracks).toMatchObject({ level: 3, stage: 'R0' });
    // Within eight weeks of it nothing goes up twice as fast (docs/clinical-rules.md §12 A7).
    expect(at(-15, 3).tracks).toMatchObject({ level: 4, stage: 'R1' });
    expect(at(-57, 3).tracks).toMatchObject({ level: 4, stage: 'R2' });
  });
  test('caps hold level and running', () => {
    const capped = (cap: 'longPain' | 'thirdStrain' | 'noSingleRaise' | 'tendonMedicine', level: 2 | 4) =>
      decide(
        openingOf({
          restriction: 'noAcceleration',
          tracks: tracksAt({ level, weeksAtLevel: 5 }),
          baseline: baselineOf({ caps: [cap] }),
        }),
        passed(),
      );
    for (const cap of ['longPain', 'thirdStrain', 'noSingleRaise'] as const) {
      expect(capped(cap, 2).tracks).toMatchObject({ level: 2, stage: 'R0' });
      expect(codes(capped(cap, 2))).toSatisfy((all: readonly string[]) =>
        all.some((c) => c.startsWith('capped-')),
      );
    }
    expect(capped('tendonMedicine', 4).tracks).toMatchObject({ level: 4, stage: 'R1' });
  });
  test('after a break nothing progresses, whatever was passed', () => {
    const d = decide(openingOf({ restriction: 'noProgress' }), passed());
    expect(d).toMatchObject({ outcome: 'HOLD', tracks: { level: 3, stage: 'R0' } });
    expect(codes(d)).toEqual(['AD-20', 'no-progress-after-break']);
  });
  test('at the top nothing is due', () => {
    const top = openingOf({ tracks: tracksAt({ level: 7, stage: 'R9' }) });
    expect(decide(top, passed({ longestRunMinutes: 30 }))).toMatchObject({
      outcome: 'HOLD',
      rule: 'AD-20',
      tracks: { level: 7, stage: 'R9' },
    });
  });
});

describe('what is due', () => {
  const due = (over: Partial<Opening>, today: string | null = TODAY) =>
    dueFields(openingOf(over), numbers, today);
  test('tests only where a gate can open', () => {
    expect(due({})).toEqual([
      'gateStrength',
      'gateRun',
      'raisesSore',
      'raisesOther',
      'normSex',
      'psfs',
      'change',
      'conditions',
    ]);
    expect(due({ week: 5, tracks: tracksAt({ level: 2 }) })).toEqual(['gateStrength']);
    expect(due({ week: 5, tracks: tracksAt({ level: 7, stage: 'R1' }) })).toEqual(['runsDone']);
    expect(
      due({ week: 5, tracks: tracksAt({ level: 4, stage: 'R3' }), restriction: 'noAcceleration' }),
    ).toEqual(['gateRun', 'runsDone']);
    expect(due({ week: 5, restriction: 'noProgress' })).toEqual([]);
    expect(due({ week: 5, baseline: baselineOf({ suddenOnset: day(-10) }) })).toEqual([]);
    expect(due({ week: 5, tracks: tracksAt({ level: 7, stage: 'R9' }) })).toEqual(['runsDone']);
  });
  test.each([
    ['R0', true],
    ['R1', false],
    ['R2', false],
    ['R3', true],
    ['R4', false],
    ['R5', true],
    ['R6', false],
    ['R7', true],
    ['R8', true],
    ['R9', false],
  ] as const)('a running test at %s: %s', (stage, asked) =>
    expect(due({ week: 6, tracks: tracksAt({ level: 7, stage }) }).includes('gateRun')).toBe(asked),
  );
  test('the sex is asked with the first raises only, a week without them is none', () => {
    expect(due({ week: 8, history: [digest({ raises: { sore: 10, other: 12 } }), digest()] })).not.toContain(
      'normSex',
    );
    expect(due({ week: 8, history: [digest(), digest()] })).toContain('normSex');
  });
});
