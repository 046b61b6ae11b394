/** From steps to tracks: RK, floors, weeks served, caps lifted, and the runner's own easier option. */
import { describe, expect, test } from 'vitest';
import { eased, repeated } from '../../../program/adapt/eased-tracks.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening, Tracks, WeekDecision } from '../../../program/course/types.ts';
import { baselineOf, checkIn, decide, digest, numbers, openingOf, tracksAt } from '../support/rules.ts';

const codes = (d: WeekDecision): readonly string[] => d.reasons.map((r) => r.code);
const passed = (over: Partial<CheckInAnswers> = {}): CheckInAnswers =>
  checkIn({ gateStrength: 'yes', gateRun: 'yes', runsDone: 3, ...over });

describe('moves', () => {
  const rk = (over = {}): Opening =>
    openingOf({
      tracks: tracksAt({ level: 4, weeksAtLevel: 1, stage: 'RK', longestRun: 40, ...over }),
      baseline: baselineOf({ runsNow: 'yes', longestRun30d: 40, longestBefore: 60 }),
    });
  test('RK grows by ten per cent after two calm runs, and never beyond what was really run', () => {
    expect(decide(rk(), checkIn({ runsDone: 2, longestRunMinutes: 40 })).tracks).toMatchObject({
      stage: 'RK',
      longestRun: 44,
    });
    expect(codes(decide(rk(), checkIn({ runsDone: 2, longestRunMinutes: 40 })))).toContain('rk-up');
    expect(decide(rk(), checkIn({ runsDone: 1, longestRunMinutes: 40 })).tracks.longestRun).toBe(40);
    expect(
      decide(rk({ longestRun: 8 }), checkIn({ runsDone: 2, longestRunMinutes: 8 })).tracks.longestRun,
    ).toBe(9);
    const three = decide(rk({ rkRaises: 3 }), checkIn({ runsDone: 2, longestRunMinutes: 40 }));
    expect(three.tracks).toMatchObject({ longestRun: 40, rkRaises: 0 });
    expect(codes(three)).toContain('rk-level-week');
    const faded = { ...rk(), week: 9, history: [5, 6, 7, 8].map((week) => digest({ week, longestRun: 20 })) };
    expect(decide(faded, checkIn({ runsDone: 2, longestRunMinutes: 20 })).tracks.longestRun).toBe(40);
  });
  test('RK: a first easing cuts 30 %, a second or a larger one goes to the ladder', () => {
    const sore = checkIn({ painAverage: 3, painWorst: 3, longestRunMinutes: 40 });
    expect(decide(rk(), sore)).toMatchObject({
      rule: 'AD-08',
      tracks: { stage: 'RK', longestRun: 28, rkRegressions: 1, daysOffRunning: true, level: 3 },
    });
    expect(codes(decide(rk(), sore))).toContain('rk-eased');
    expect(decide(rk({ rkRegressions: 1 }), sore).tracks).toMatchObject({
      stage: 'R3',
      longestRun: null,
      rkRegressions: 0,
    });
    expect(codes(decide(rk({ rkRegressions: 1 }), sore))).toContain('rk-to-ladder');
    expect(decide(rk(), checkIn({ painAverage: 5, painWorst: 5 })).tracks.stage).toBe('R3');
    expect(decide({ ...rk(), missed: 3 }, checkIn()).tracks.stage).toBe('R3');
    expect(
      decide(
        rk({ longestRun: 16, rkRegressions: 1 }),
        checkIn({ painAverage: 3, painWorst: 3, longestRunMinutes: 16 }),
      ).tracks.stage,
    ).toBe('R2');
  });
  test('RK measures a run against the longest of thirty days', () => {
    const week = (minutes: number) =>
      decide(rk(), checkIn({ longestRunMinutes: minutes, painWorst: 3 })).rule;
    expect([week(44), week(45), week(52), week(53)]).toEqual(['AD-20', 'AD-18', 'AD-18', 'AD-09']);
  });
  test('an easing: two days off running, FC1 from average 5, floors at LV0 and R0', () => {
    const running = openingOf({ tracks: tracksAt({ level: 4, stage: 'R3' }) });
    expect(
      decide(running, checkIn({ painAverage: 5, painWorst: 5, longestRunMinutes: 15 })).tracks,
    ).toMatchObject({
      level: 3,
      stage: 'R1',
      daysOffRunning: true,
      footCoreEased: true,
      weeksAtLevel: 1,
    });
    expect(
      decide(running, checkIn({ painAverage: 3, painWorst: 3, longestRunMinutes: 15 })).tracks,
    ).toMatchObject({
      level: 3,
      stage: 'R2',
      footCoreEased: false,
    });
    const floor = decide(
      openingOf({ tracks: tracksAt({ level: 0, stage: 'R0' }) }),
      checkIn({ painAverage: 5, painWorst: 5 }),
    );
    expect(floor).toMatchObject({
      outcome: 'REGRESS',
      tracks: { level: 0, stage: 'R0', daysOffRunning: false },
    });
    expect(codes(floor)).toContain('floor-reached');
    expect(
      decide(
        openingOf({ tracks: tracksAt({ level: 1, stage: 'R4' }) }),
        checkIn({ painAverage: 5, painWorst: 5 }),
      ).tracks.stage,
    ).toBe('R0');
  });
  test('a hold serves a week; foot core counts three sessions a week at most, for eight weeks', () => {
    expect(decide(openingOf(), checkIn({ sessionsDone: 4 })).tracks).toMatchObject({
      weeksAtLevel: 2,
      weeksAtStage: 2,
      footCoreWeek: 5,
      footCoreSessions: 12,
    });
    expect(
      decide(openingOf({ tracks: tracksAt({ footCoreWeek: 9, footCoreSessions: 20 }) }), checkIn()).tracks,
    ).toMatchObject({
      footCoreWeek: 10,
      footCoreSessions: 20,
    });
  });
  test.each<readonly [string, Partial<Tracks>, Partial<CheckInAnswers>, number]>([
    ['week 8, the sixteenth', { footCoreWeek: 8, footCoreSessions: 15 }, {}, 18],
    ['after week 8 with too few, they count on', { footCoreWeek: 9, footCoreSessions: 13 }, {}, 16],
    ['one session of a late week', { footCoreWeek: 14, footCoreSessions: 14 }, { sessionsDone: 1 }, 15],
    ['past the mark no more', { footCoreWeek: 9, footCoreSessions: 16 }, {}, 16],
    ['half an answer counts none', { footCoreWeek: 9, footCoreSessions: 13 }, { redFlags: null }, 13],
    ['never more than eight weeks hold', { footCoreWeek: 8, footCoreSessions: 23 }, {}, 24],
    ['nothing is taken away', { footCoreWeek: 8, footCoreSessions: 26 }, {}, 26],
  ])('foot sessions, %s', (_name, tracks, answers, after) => {
    expect(decide(openingOf({ tracks: tracksAt(tracks) }), checkIn(answers)).tracks.footCoreSessions).toBe(
      after,
    );
  });
  test('a stop changes nothing and keeps its findings', () => {
    const d = decide(openingOf(), passed({ redFlags: ['swelling', 'chest'] }));
    expect(d).toMatchObject({ outcome: 'STOP_EMERGENCY', rule: 'AD-01', tracks: tracksAt(), physio: false });
    expect(d.findings.map((f) => f.code)).toEqual(['TR-E1', 'TR-D4', 'TR-D6']);
    expect(decide(openingOf(), checkIn({ painWorst: 7 }))).toMatchObject({
      rule: 'AD-03',
      findings: [{ code: 'AD-03' }],
    });
  });
  test('the long-pain cap is lifted by two calm check-ins', () => {
    const capped = { tracks: tracksAt({ level: 2 }), baseline: baselineOf({ caps: ['longPain'] }) } as const;
    expect(decide(openingOf(capped), checkIn()).liftedCaps).toEqual([]);
    expect(
      decide(openingOf({ ...capped, history: [digest()] }), checkIn({ painAverage: 2, painWorst: 3 }))
        .liftedCaps,
    ).toEqual(['longPain']);
    expect(decide(openingOf({ ...capped, history: [digest({ worst: 4 })] }), checkIn()).liftedCaps).toEqual(
      [],
    );
    expect(
      decide(openingOf({ ...capped, history: [digest()] }), checkIn({ nextDay: 'worse24' })).liftedCaps,
    ).toEqual([]);
    expect(
      decide(
        openingOf({ ...capped, baseline: baselineOf({ caps: ['thirdStrain'] }), history: [digest()] }),
        checkIn(),
      ).liftedCaps,
    ).toEqual([]);
  });
});

describe('the easier option', () => {
  test('eased: one level and one stage, RK cut, nobody runs at LV0', () => {
    expect(
      eased(tracksAt({ level: 4, stage: 'R3', weeksAtLevel: 2, weeksAtStage: 2 }), numbers),
    ).toMatchObject({
      level: 3,
      stage: 'R2',
      weeksAtLevel: 1,
      weeksAtStage: 1,
    });
    expect(eased(tracksAt({ stage: 'RK', longestRun: 40 }), numbers)).toMatchObject({
      level: 2,
      stage: 'RK',
      longestRun: 28,
    });
    expect(eased(tracksAt({ level: 0, stage: 'R0' }), numbers)).toMatchObject({ level: 0, stage: 'R0' });
    expect(eased(tracksAt({ level: 1, stage: 'R3' }), numbers)).toMatchObject({ level: 0, stage: 'R0' });
  });
  test('repeated: last week again, never looser than what was decided', () => {
    const before = tracksAt({ level: 4, stage: 'R2', weeksAtLevel: 1 });
    expect(repeated(tracksAt({ level: 5, stage: 'R3' }), before)).toMatchObject({
      level: 4,
      stage: 'R2',
      weeksAtLevel: 2,
    });
    expect(repeated(tracksAt({ level: 3, stage: 'R0', footCoreEased: true }), before)).toMatchObject({
      level: 3,
      stage: 'R0',
      footCoreEased: true,
    });
    expect(repeated(tracksAt({ stage: 'R3' }), tracksAt({ stage: 'RK', longestRun: 40 }))).toMatchObject({
      stage: 'R3',
      longestRun: null,
    });
    expect(
      repeated(tracksAt({ stage: 'RK', longestRun: 44 }), tracksAt({ stage: 'RK', longestRun: 40 }))
        .longestRun,
    ).toBe(40);
  });
});
