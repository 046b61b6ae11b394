/**
 * Inputs of the weekly decision at their boundaries, incomplete answers, silence and fever
 * (docs/clinical-rules.md §9.3, §9.5).
 */
import { describe, expect, test } from 'vitest';
import { decideSilence } from '../../../program/adapt/decide-week.ts';
import { canAccelerate } from '../../../program/adapt/gates.ts';
import { spikeOf } from '../../../program/adapt/inputs.ts';
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
const only = (painAverage: number, over: Partial<CheckInAnswers> = {}): CheckInAnswers =>
  checkIn({
    painAverage,
    painWorst: null,
    nextDay: null,
    sessionsDone: null,
    longestRunMinutes: null,
    painkillers: null,
    redFlags: null,
    ...over,
  });
const passed = (over: Partial<CheckInAnswers> = {}): CheckInAnswers =>
  checkIn({ gateStrength: 'yes', gateRun: 'yes', runsDone: 3, ...over });

describe('inputs at their boundaries', () => {
  test.each([
    [33, 30, 0],
    [34, 30, 1],
    [39, 30, 1],
    [40, 30, 2],
    [0, 0, 0],
    [1, 0, 2],
    [6, 6, 0],
    [7, 6, 1],
    [8, 6, 2],
  ] as const)('%i minutes against %i is spike %i', (minutes, reference, spike) => {
    expect(spikeOf(minutes, reference, numbers.spike)).toBe(spike);
  });
  test('a run on a week of walks is a large spike', () =>
    expect(decide(openingOf(), checkIn({ longestRunMinutes: 5, painWorst: 3 })).rule).toBe('AD-09'));
  test.each([
    [1, 'AD-17'],
    [2, 'AD-20'],
    [3, 'AD-20'],
  ] as const)('%i of 3 sessions → %s', (sessionsDone, rule) =>
    expect(decide(openingOf(), checkIn({ sessionsDone })).rule).toBe(rule),
  );
  test.each([
    [3, 5, 'AD-20'],
    [4, 4, 'AD-20'],
    [4, 5, 'AD-18b'],
  ] as const)('LV%i and %i sessions of 3 → %s', (level, sessionsDone, rule) => {
    expect(decide(openingOf({ tracks: tracksAt({ level }) }), checkIn({ sessionsDone })).rule).toBe(rule);
  });
  test.each([
    ['no', 'AD-20'],
    ['yes', 'AD-16'],
    ['unsure', 'AD-16'],
  ] as const)('painkillers %s → %s', (painkillers, rule) =>
    expect(decide(openingOf(), checkIn({ painkillers })).rule).toBe(rule),
  );
  test('stiff in both: once a hold; twice, on both sides, or after a sudden onset an easing', () => {
    const stiff = checkIn({ nextDay: 'stiffBoth' });
    expect(decide(openingOf(), stiff).rule).toBe('AD-13');
    expect(decide(openingOf({ history: [digest({ stiffBoth: true })] }), stiff).rule).toBe('AD-07');
    expect(decide(openingOf({ baseline: baselineOf({ side: 'both' }) }), stiff).rule).toBe('AD-07');
    expect(decide(openingOf({ baseline: baselineOf({ suddenOnset: day(-14) }) }), stiff).rule).toBe('AD-07');
    expect(decide(openingOf({ baseline: baselineOf({ suddenOnset: day(-15) }) }), stiff).rule).toBe('AD-13');
  });
  test.each([
    [null, 'R1'],
    ['running', 'R1'],
    ['strength', 'R2'],
    ['daily', 'R2'],
  ] as const)('worst 6, when %s: from R3 to %s', (worstWhen, stage) => {
    const d = decide(
      openingOf({ tracks: tracksAt({ level: 4, stage: 'R3' }), previousAverage: 2 }),
      checkIn({ painAverage: 2, painWorst: 6, worstWhen, longestRunMinutes: 15 }),
    );
    expect(d).toMatchObject({ rule: 'AD-06', tracks: { stage, level: 3 } });
  });
  test('an average above the worst counts as the worst', () =>
    expect(
      decide(openingOf({ previousAverage: 6 }), checkIn({ painAverage: 6, painWorst: 2 })).digest.worst,
    ).toBe(6));
  test('acceleration: from week 3, under fifty, no strain, three weeks without easing, not a first week, no tendon medicine', () => {
    const can = (over: Partial<Opening>) => canAccelerate(openingOf(over), TODAY);
    expect(can({})).toBe(true);
    expect(can({ week: 2 })).toBe(false);
    expect(can({ week: 3 })).toBe(true);
    expect(can({ restriction: 'noAcceleration' })).toBe(false);
    expect(can({ baseline: baselineOf({ ageBand: '50-59' }) })).toBe(false);
    expect(can({ baseline: baselineOf({ ageBand: '40-49' }) })).toBe(true);
    expect(can({ baseline: baselineOf({ strainLast12m: '1' }) })).toBe(false);
    expect(can({ baseline: baselineOf({ caps: ['tendonMedicine'] }) })).toBe(false);
    const regress = digest({ outcome: 'REGRESS', rule: 'AD-05' });
    expect(can({ history: [regress, digest(), digest()] })).toBe(false);
    expect(can({ history: [regress, digest(), digest(), digest()] })).toBe(true);
  });
});

describe('incomplete answers and silence', () => {
  test.each([
    [0, 'HOLD', 'INCOMPLETE'],
    [4, 'HOLD', 'INCOMPLETE'],
    [5, 'REGRESS', 'AD-05'],
    [6, 'REGRESS', 'AD-05'],
    [7, 'STOP_DOCTOR', 'AD-03'],
    [10, 'STOP_DOCTOR', 'AD-03'],
  ] as const)('average %i alone → %s by %s', (average, outcome, rule) => {
    const d = decide(openingOf({ previousAverage: 4 }), only(average));
    expect(d).toMatchObject({ outcome, rule });
    expect(d.missing).toEqual([
      'painWorst',
      'nextDay',
      'sessionsDone',
      'longestRunMinutes',
      'painkillers',
      'redFlags',
    ]);
  });
  test('a stricter rule on what was answered wins', () => {
    expect(decide(openingOf({ previousAverage: 1 }), only(3)).rule).toBe('AD-08');
    expect(decide(openingOf(), only(1, { nextDay: 'longer' })).rule).toBe('AD-07');
    expect(decide(openingOf(), only(1, { redFlags: ['walk'] }))).toMatchObject({
      outcome: 'STOP_DOCTOR',
      rule: 'AD-02',
    });
    expect(decide(openingOf(), only(1, { redFlags: ['chest'] }))).toMatchObject({
      outcome: 'STOP_EMERGENCY',
      rule: 'AD-01',
    });
    expect(decide(openingOf({ missed: 2 }), only(1)).rule).toBe('AD-10');
  });
  test('it names what is missing, serves no week and moves no calendar', () => {
    const d = decide(openingOf(), only(1, { gateStrength: 'yes', gateRun: 'yes' }));
    expect(d.reasons[0]).toEqual({
      code: 'incomplete',
      params: {
        avg: 1,
        fields: 'painWorst, nextDay, sessionsDone, longestRunMinutes, painkillers, redFlags',
      },
    });
    expect(d.tracks).toEqual({ ...tracksAt(), rkRaises: 0 });
  });
  test('each single missing answer is enough to hold', () => {
    for (const field of [
      'painWorst',
      'nextDay',
      'sessionsDone',
      'longestRunMinutes',
      'painkillers',
      'redFlags',
    ] as const) {
      expect(decide(openingOf(), passed({ [field]: null }))).toMatchObject({
        outcome: 'HOLD',
        rule: 'INCOMPLETE',
        missing: [field],
      });
    }
  });
  test('silence repeats the week exactly', () => {
    const opening = openingOf({ missed: 1 });
    expect(decideSilence(opening, numbers)).toMatchObject({
      outcome: 'HOLD',
      rule: 'SILENCE',
      tracks: opening.tracks,
      reasons: [{ code: 'silence', params: { missed: 2 } }],
    });
  });
  test.each([
    [0, 'AD-20'],
    [1, 'AD-19'],
    [2, 'AD-10'],
    [3, 'AD-04'],
    [6, 'AD-04'],
  ] as const)('back after %i missed → %s', (missed, rule) =>
    expect(decide(openingOf({ missed }), checkIn()).rule).toBe(rule),
  );
  test('three missed: two levels and three stages down, LV1 at the lowest', () => {
    const back = (level: 0 | 1 | 2 | 5, stage: 'R0' | 'R2' | 'R6', average = 1) =>
      decide(
        openingOf({ missed: 3, tracks: tracksAt({ level, stage }) }),
        checkIn({ painAverage: average, painWorst: average }),
      ).tracks;
    expect(back(5, 'R6')).toMatchObject({ level: 3, stage: 'R3' });
    expect(back(2, 'R2')).toMatchObject({ level: 1, stage: 'R0' });
    expect(back(1, 'R0').level).toBe(1);
    expect(back(0, 'R0').level).toBe(0);
    expect(back(1, 'R0', 5).level).toBe(0);
  });
  test('fever alone holds and says so; a stricter rule stays', () => {
    expect(decide(openingOf(), passed({ redFlags: ['fever'] }))).toMatchObject({
      outcome: 'HOLD',
      tracks: { level: 3, stage: 'R0' },
    });
    expect(codes(decide(openingOf(), passed({ redFlags: ['fever'] })))[0]).toBe('fever');
    expect(decide(openingOf(), passed({ redFlags: ['fever'], painAverage: 5 })).outcome).toBe('REGRESS');
  });
});
