/** The amendments of docs/clinical-rules.md §12 where they meet the weekly decision and the intake. */
import { describe, expect, test } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageCheckIn, triageIntake } from '../../../program/triage/triage.ts';
import {
  baselineOf,
  checkIn,
  day,
  decide,
  digest,
  following,
  intake,
  numbers,
  openingOf,
  TODAY,
  tracksAt,
} from '../support/rules.ts';

const codes = (d: WeekDecision): readonly string[] => d.reasons.map((r) => r.code);
const routeOf = (over: Partial<IntakeAnswers>): string => triageIntake(intake(over), TODAY).route;

describe('A1: a journey, an operation, a new medicine', () => {
  test.each<readonly [string, Partial<IntakeAnswers>, string, string | undefined]>([
    ['journey, changed', { redFlags: ['journey'], calfSince: 'yes' }, 'doctor', 'TR-D4'],
    ['journey, unsure', { redFlags: ['journey'], calfSince: 'unsure' }, 'doctor', 'TR-D4'],
    ['journey, left open', { redFlags: ['journey'] }, 'doctor', 'TR-D4'],
    ['journey, as it was', { redFlags: ['journey'], calfSince: 'no' }, 'eligible', undefined],
    ['operation, left open', { redFlags: ['operation'] }, 'doctor', 'TR-D4'],
    ['operation, as it was', { redFlags: ['operation'], calfSince: 'no' }, 'wait', 'TR-W6'],
    ['new medicine at the tendon', { redFlags: ['newMedicine'], site: 'achilles' }, 'doctor', 'TR-D7'],
    ['new medicine elsewhere', { redFlags: ['newMedicine'] }, 'doctor', 'TR-D4'],
  ])('%s', (_name, over, route, code) => {
    const triage = triageIntake(intake(over), TODAY);
    expect([triage.route, triage.findings[0]?.code]).toEqual([route, code]);
  });
  const flown = (over: Partial<CheckInAnswers>, opening: Partial<Opening> = {}): WeekDecision =>
    decide(openingOf({ week: 3, history: [digest({ week: 2 })], ...opening }), checkIn(over));
  test('in week 3: no change is information, a change is for a doctor the same day', () => {
    const no = flown({ redFlags: ['journey'], calfSince: 'no' });
    expect([no.outcome, codes(no).includes('watch-leg')]).toEqual(['HOLD', true]);
    expect(flown({ redFlags: ['journey'], calfSince: 'yes' }).findings[0]?.code).toBe('TR-D4');
    expect(flown({ redFlags: ['journey'], calfSince: 'no', painWorst: 3 }).outcome).toBe('STOP_DOCTOR');
    expect(flown({ redFlags: ['journey'], calfSince: 'no', nextDay: 'longer' }).outcome).toBe('STOP_DOCTOR');
  });
  test('a tick counts for 28 days; left open it holds, and a return ends it', () => {
    const ticked = (on: string) => ({ history: [digest({ on, ticks: [{ sign: 'journey', on }] })] });
    expect(flown({}, ticked(day(-28))).missing).toEqual(['calfSince']);
    expect(flown({ calfSince: 'yes' }, ticked(day(-28))).outcome).toBe('STOP_DOCTOR');
    expect(flown({}, ticked(day(-29))).missing).toEqual([]);
    expect(flown({}, { ...ticked(day(-7)), returnedWeek: 4, week: 5 }).missing).toEqual([]);
  });
  test('the heaviest route of the whole intake counts (A1b), and what a doctor has looked at is silent', () => {
    expect(routeOf({ conditions: ['clotHistory'], hurtsWhen: 'unsure' })).toBe('doctor');
    const seen = intake({ redFlags: ['operation'], calfSince: 'yes' });
    expect(triageIntake(seen, TODAY, ['redFlags.operation']).route).toBe('eligible');
  });
});

test('A2, A3: questions of a clot left open count as yes with pain; run pain of 7 is severe', () => {
  expect(routeOf({ hurtsWhen: null, clotRisk: null })).toBe('doctor');
  expect(routeOf({ hurtsWhen: null, clotRisk: null, side: 'both' })).toBe('doctor');
  expect(routeOf({ hurtsWhen: 'running', clotRisk: null })).toBe('eligible');
  expect(triageIntake(intake({ clotRisk: ['smoking'] }), TODAY).watch).toBe(true);
  expect([routeOf({ painRunning: 6 }), routeOf({ painRunning: 7 })]).toEqual(['eligible', 'doctor']);
});

test('A4: words that are not known to be harmless never move a week up, and no stop is milder', () => {
  const ready = checkIn({ gateStrength: 'yes', gateRun: 'yes' });
  expect(decide(openingOf(), ready).tracks.level).toBe(4);
  for (const unread of ['plain', 'body'] as const) {
    const d = decide(openingOf({ unread }), ready);
    expect(d).toMatchObject({ outcome: 'HOLD', rule: 'AD-18c', tracks: { level: 3, stage: 'R0' } });
    expect(d.digest.complete).toBe(false);
    expect(decide(openingOf({ unread }), { ...ready, painAverage: 5, painWorst: 5 }).rule).toBe('AD-05');
  }
});

test('A7: no weeks are waived out of LV5 and LV6, nor anything sped up for those who need time', () => {
  const at = (level: 4 | 5 | 6, baseline = {}): string =>
    decide(
      openingOf({ week: 6, tracks: tracksAt({ level, weeksAtLevel: 1 }), baseline: baselineOf(baseline) }),
      checkIn({ gateStrength: 'yes' }),
    ).outcome;
  expect([at(4), at(5), at(6)]).toEqual(['ACCELERATE', 'HOLD', 'HOLD']);
  for (const slow of [
    { site: 'achilles' },
    { site: 'heelbone' },
    { site: 'other' },
    { site: null },
    { onsetDate: null },
    { runsNow: 'new' },
    { suddenOnset: day(-56) },
  ] as const)
    expect(at(4, slow)).toBe('HOLD');
});

test('A10: TR-P3 widens after two passes fourteen days apart, and the ordinary test ends it', () => {
  const capped = openingOf({
    tracks: tracksAt({ level: 2, weeksAtLevel: 3 }),
    baseline: baselineOf({ caps: ['noSingleRaise'] }),
  });
  const pass = checkIn({ gateStrength: 'yes' });
  const once = decide(capped, pass);
  expect([once.tracks.level, once.liftedCaps]).toEqual([2, []]);
  const early = decide(following(capped, once), pass, day(13));
  expect(early.liftedCaps).toEqual([]);
  const twice = decide(following(capped, once), pass, day(14));
  expect([twice.liftedCaps, twice.addedCaps]).toEqual([['noSingleRaise'], ['oneSingleRaise']]);
});

test('A11: painkillers: a pharmacist at the second check-in, a physiotherapist from the third', () => {
  let opening = openingOf();
  const said: string[][] = [];
  for (let week = 0; week < 4; week++) {
    const d = decide(opening, checkIn({ painkillers: 'yes' }));
    said.push(codes(d).filter((c) => c === 'MD-10' || c === 'MD-11'));
    opening = following(opening, d);
  }
  expect(said).toEqual([[], ['MD-10'], ['MD-11'], ['MD-11']]);
});

describe('A12: the middle of the Achilles tendon', () => {
  const tendon: Partial<IntakeAnswers> = {
    site: 'achilles',
    onsetDate: day(-60),
    singleLegRaise: 'hurts',
    singleLegReps: null,
    runsNow: 'yes',
    painRunning: 3,
    longestRun30d: 50,
  };
  const start = (over: Partial<IntakeAnswers>) => {
    const answers = intake({ ...tendon, ...over });
    return startPoint(answers, triageIntake(answers, TODAY), TODAY, numbers).tracks;
  };
  test('keeps running at level 2 from 70 percent; anything unknown walks', () => {
    expect(start({})).toMatchObject({ level: 2, stage: 'RK', longestRun: 35 });
    for (const no of [
      { onset: null },
      { onset: 'sudden' },
      { onsetDate: day(-42) },
      { singleLegRaise: 'cannotPain' },
      { singleLegRaise: 'notTried' },
      { painRunning: 4 },
      { painAverage: 4 },
      { nextDay: 'worse24' },
      { longestRun30d: null },
    ] as const)
      expect(start(no).stage).toBe('R0');
  });
  test('one band of stiffness up holds, two ease, a blank keeps running shut', () => {
    const week = (stiffMinutes: CheckInAnswers['stiffMinutes']) =>
      decide(
        openingOf({ baseline: baselineOf({ site: 'achilles' }), history: [digest({ stiff: '1-10' })] }),
        checkIn({ stiffMinutes, gateRun: 'yes' }),
      );
    expect([week('1-10').outcome, week('11-30').rule, week('over30').rule]).toEqual([
      'PROGRESS',
      'AD-13',
      'AD-07',
    ]);
    expect(codes(week(null))).toContain('stiffness-missing');
  });
});

test('A14: pain in strength work alone holds and says what to change', () => {
  expect(codes(decide(openingOf(), checkIn({ painWorst: 5, worstWhen: 'strength' })))).toContain(
    'strength-only',
  );
  expect(codes(decide(openingOf(), checkIn({ painWorst: 5, worstWhen: 'running' })))).not.toContain(
    'strength-only',
  );
});

test('A17: a number beats a tick', () => {
  const at4 = openingOf({ tracks: tracksAt({ level: 4, weeksAtLevel: 2 }) });
  const told = (raisesSore: number | null, raisesOther: number | null) =>
    decide(at4, checkIn({ gateStrength: 'yes', raisesSore, raisesOther }));
  expect(told(null, null).tracks.level).toBe(5);
  expect(told(21, 26).tracks.level).toBe(5);
  const short = told(19, 26);
  expect(short.tracks.level).toBe(4);
  expect(short.reasons).toContainEqual({
    code: 'raises-below-other',
    params: { sore: 19, other: 26, percent: 73, needed: 80 },
  });
  expect(told(25, 0).tracks.level).toBe(4);
});

test('A23: a pass is remembered for fourteen days of calm, and forgotten by pain', () => {
  const passed = digest({ week: 3, level: 3, on: day(-14), tests: { strength: 'yes' } });
  const up = (history: Opening['history'], today = TODAY) =>
    decide(openingOf({ restriction: 'noAcceleration', history }), checkIn(), today).tracks.level;
  expect([up([passed]), up([passed], day(1))]).toEqual([4, 3]);
  for (const worse of [
    { worst: 4 },
    { complete: false },
    { settled: false },
    { easier: true },
    { flared: true },
  ])
    expect(up([{ ...passed, ...worse }])).toBe(3);
});

test('a stop through a closed week reads a tick the careful way', () =>
  expect(
    triageCheckIn(
      checkInAnswers.parse({ painAverage: 2, painWorst: 2, redFlags: ['journey'], calfSince: 'no' }),
      baselineOf(),
    ).route,
  ).toBe('doctor'));
