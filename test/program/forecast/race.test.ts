/** A race: what it holds back, and what is said about it (docs/clinical-rules.md §12 A16). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AboutRunning } from '../../../program/answers/about-running.ts';
import { shiftDate } from '../../../program/calendar.ts';
import type { Opening, Tracks } from '../../../program/course/types.ts';
import { forecastOf } from '../../../program/forecast/forecast.ts';
import { raceOutlook } from '../../../program/forecast/race.ts';
import { daysBetween } from '../../../program/kernel/time.ts';
import { raceRest } from '../../../program/layout/week-frame.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { raceSentence } from '../../../views/words/race.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { calm, confirm, joined, Life, signUp, start, T0 } from '../given.ts';
import { answers, dose, opening, RUNS } from '../support/generators.ts';
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

const curriculum = theCurriculum();
const codes = (o: Opening, over = {}, today = TODAY): readonly string[] =>
  decide(o, checkIn({ gateStrength: 'yes', gateRun: 'yes', runsDone: 3, ...over }), today).reasons.map(
    (r) => r.code,
  );

describe('the dose', () => {
  const no = ({ race: _, ...o }: Opening): Opening => o;
  const feet = (t: Tracks): number => t.footCoreWeek;
  test('with a race is never above the dose without, and the same outside its days', () =>
    fc.assert(
      fc.property(opening, answers, fc.integer({ min: -30, max: 30 }), (o, a, days) => {
        const race = day(days);
        const history = o.history.map((d, i) => ({ ...d, on: day(7 * (i - o.history.length)) }));
        const on = { ...o, history };
        const with_ = decide({ ...on, race }, a);
        const without = decide(no(on), a);
        expect(with_.tracks.level).toBeLessThanOrEqual(without.tracks.level);
        expect(dose(with_.tracks)).toBeLessThanOrEqual(dose(without.tracks));
        expect(feet(with_.tracks)).toBeLessThanOrEqual(feet(without.tracks));
        const near = days >= 0 && days <= 7;
        const after = days < 0 && days >= -14;
        if (!near && !after) expect(with_).toEqual(without);
        if (near) {
          expect(with_.tracks.level).toBeLessThanOrEqual(o.tracks.level);
          expect(dose(with_.tracks)).toBeLessThanOrEqual(dose(o.tracks));
          expect(feet(with_.tracks)).toBe(feet(o.tracks));
        }
        // A stop and an easing are what they are.
        if (['STOP_EMERGENCY', 'STOP_DOCTOR', 'REGRESS'].includes(without.outcome))
          expect([with_.outcome, with_.rule]).toEqual([without.outcome, without.rule]);
      }),
      RUNS,
    ));
  const ready = (race: string | undefined, history: Opening['history'] = []): Opening =>
    openingOf({
      tracks: tracksAt({ level: 4, weeksAtLevel: 3, stage: 'R2' }),
      history,
      ...(race === undefined ? {} : { race }),
    });
  test.each([
    [-15, false, false],
    [-14, false, true],
    [-1, false, true],
    [0, true, true],
    [7, true, true],
    [8, false, false],
  ])('a race in %i days: strength held %s, running held %s', (days, strength, running) => {
    const d = decide(
      ready(day(days)),
      checkIn({ gateStrength: 'yes', gateRun: 'yes', runsDone: 3, sessionsDone: 3 }),
    );
    expect([d.tracks.level === 4, d.tracks.stage === 'R2']).toEqual([strength, running]);
  });
  test('says why, and once a check-in came after the race nothing is held', () => {
    expect(codes(ready(day(3)))).toContain('race-week');
    expect(codes(ready(day(-3)))).toContain('race-after');
    const answered = [digest({ week: 3, on: day(-2) })];
    expect(codes(ready(day(-3), answered))).not.toContain('race-after');
    expect(codes(ready(day(-3), [digest({ week: 3, on: day(-3) })]))).toContain('race-after');
    expect(codes(ready(day(-3), [digest({ week: 3, on: day(-2), average: null })]))).toContain('race-after');
  });
  test('no strength on its day and the day after, from level 4 on two days before as well', () => {
    expect(raceRest('2026-04-05', 3)).toEqual(['2026-04-05', '2026-04-06']);
    expect(raceRest('2026-04-05', 4)).toEqual(['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06']);
    expect(raceRest(null, 7)).toEqual([]);
  });
});

const about = (over: Partial<AboutRunning>): AboutRunning => ({
  arch: null,
  surface: null,
  weeklyDistance: null,
  distanceUnits: 'km',
  raisedRecently: null,
  sitsLong: null,
  warmsUp: null,
  crossTrains: null,
  strengthTrains: null,
  psfs: null,
  goal: null,
  planWhen: null,
  planIfMissed: null,
  raceDate: null,
  raceDistance: null,
  raceMinutes: null,
  goalMinutes: null,
  ...over,
});
/** In the first week of a course that keeps running: 42 minutes now, 60 at most. */
const runner = (): Life =>
  new Life(null, T0, calm({ painAverage: 1, painWorst: 2, longestRunMinutes: 42 }))
    .do(signUp())
    .pass(1)
    .do(confirm())
    .do(
      start({
        painAverage: 1,
        painWorst: 2,
        nextDay: 'settled',
        site: 'lower',
        singleLegRaise: 'fine',
        singleLegReps: 10,
        runsNow: 'yes',
        painRunning: 1,
        longestRun30d: 60,
      }),
    )
    .pass(60);
const told = (life: Life, over: Partial<AboutRunning>): Life =>
  life.do({ type: 'TellAboutRunning', at: life.now, answers: about(over) });
const outlook = (life: Life) => {
  if (life.state === null) throw new Error('somebody');
  return raceOutlook(life.state, life.now, numbers);
};
const sentence = (life: Life): string => {
  const found = outlook(life);
  return found === null ? '' : raceSentence(found, curriculum);
};

describe('what is said', () => {
  const inDays = (days: number): string => shiftDate('2026-03-02', days);
  test.each([
    ['past', { raceDate: inDays(-1), raceDistance: 10 }],
    ['soon', { raceDate: inDays(0), raceDistance: 10 }],
    ['soon', { raceDate: inDays(3), raceDistance: 10 }],
    ['notThisRace', { raceDate: inDays(4), raceDistance: 10 }],
    ['far', { raceDate: '2096-03-02', raceDistance: 10 }],
    ['noLength', { raceDate: inDays(40) }],
    ['onCourse', { raceDate: inDays(40), raceMinutes: 45 }],
    ['tight', { raceDate: inDays(30), raceMinutes: 57 }],
    ['notThisRace', { raceDate: inDays(40), raceDistance: 42 }],
  ] as const)('%s: %j', (answer, over) => {
    const life = told(runner(), over);
    expect(outlook(life)?.answer).toBe(answer);
    expect(sentence(life)).toMatch(/^[A-Z].*[.]$/u);
    expect(sentence(life)).not.toContain('{');
  });
  test('minutes told come before the distance, and eight a kilometre stand in for them', () => {
    expect(outlook(told(runner(), { raceDate: inDays(40), raceDistance: 5 }))).toMatchObject({ need: 40 });
    expect(outlook(told(runner(), { raceDate: inDays(40), raceDistance: 5, raceMinutes: 25 }))).toMatchObject(
      { need: 25 },
    );
  });
  test('a leg that is not ready is a reason before any minutes', () => {
    const race = { raceDate: inDays(40), raceMinutes: 20 };
    const why = (life: Life): unknown => {
      const found = outlook(told(life, race));
      return found?.answer === 'barred' ? found.why : found?.answer;
    };
    expect(why(joined())).toBe('sore');
    const sore = runner().days(6).pass(180).answer({ painAverage: 3, painWorst: 3 });
    expect(why(sore)).toBe('sore');
    const eased = runner().days(6).pass(180).answer({ painAverage: 2, painWorst: 6 });
    const near = outlook(told(eased, { raceDate: inDays(20), raceMinutes: 20 }));
    expect(near).toMatchObject({ answer: 'barred', why: 'stepBack' });
    expect(why(eased)).toBe('onCourse');
    const stopped = told(runner(), race)
      .days(6)
      .pass(180)
      .answer({ redFlags: ['swelling'] });
    expect([stopped.state?.status, why(stopped)]).toEqual(['stopped', 'stopped']);
    const course = runner();
    const person = told(course, race).state as Of<'active'>;
    const capped: Participant = {
      ...person,
      course: { ...person.course, baseline: { ...person.course.baseline, caps: ['thirdStrain'] } },
    };
    expect(raceOutlook(capped, T0, numbers)).toMatchObject({ why: 'capped' });
    const sudden: Participant = {
      ...person,
      course: { ...person.course, baseline: baselineOf({ suddenOnset: '2026-02-20' }) },
    };
    expect(raceOutlook(sudden, T0, numbers)).toMatchObject({ why: 'sudden' });
  });
  test('nothing without a race, and nothing once the course is over', () => {
    expect(outlook(runner())).toBeNull();
    const person = told(runner(), { raceDate: inDays(40), raceDistance: 10 }).state as Of<'active'>;
    expect(
      raceOutlook(
        { ...person, status: 'left', leftAt: T0, reason: 'unsubscribed', stop: null } as Participant,
        T0,
        numbers,
      ),
    ).toBeNull();
  });
});

describe('a plan due on the day of the race', () => {
  test.each([0, 20, 6 * 24 - 1])('leaves the next morning, told %i hours after the start', (hours) => {
    const life = runner().pass(hours * 60);
    const person = life.state as Of<'active'>;
    const due = person.course.nextPlanAt.slice(0, 10);
    told(life, { raceDate: due, raceDistance: 10 }).days(9);
    const plans = life.mails.filter(({ kind }) => kind === 'plan');
    expect(plans[0]?.at.slice(0, 10)).toBe(shiftDate(due, 1));
  });
  test('also when the answer comes on that day', () => {
    const life = runner().days(6).pass(120);
    const race = life.now.slice(0, 10);
    told(life, { raceDate: race, raceDistance: 10 }).answer().days(2);
    const plan = life.mails.find(({ kind }) => kind === 'plan');
    expect(plan?.at.slice(0, 10)).toBe(shiftDate(race, 1));
  });
});

describe('the forecast', () => {
  const bands = (life: Life) => {
    if (life.state === null) throw new Error('somebody');
    return forecastOf(life.state, life.now, numbers);
  };
  test('is a band that no hold opens and three holds close', () => {
    const life = joined().answer({ painAverage: 1, painWorst: 2 });
    const forecast = bands(life);
    if ('none' in forecast) throw new Error(forecast.none);
    expect(forecast.bands.map(({ mark }) => mark)).toEqual(['firstJog', 'running']);
    for (const { from, to } of forecast.bands) {
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(7);
      expect(daysBetween(from, to)).toBeLessThanOrEqual(35);
      expect(daysBetween('2026-03-09', from)).toBeGreaterThan(0);
    }
  });
  test('a runner who lives just so reaches the mark on the first day of the band', () => {
    const life = joined().answer({ painAverage: 1, painWorst: 2 });
    const forecast = bands(life);
    const first = 'none' in forecast ? undefined : forecast.bands[0];
    for (let week = 0; week < 12 && life.course().tracks.stage === 'R0'; week++) {
      life.days(7);
      if (life.asked() > 0) life.answer({ painAverage: 1, painWorst: 2 });
    }
    expect(Math.abs(daysBetween(first?.from ?? '', life.course().openedAt.slice(0, 10)))).toBeLessThanOrEqual(
      1,
    );
  });
  test('has no date in a sore week, under a limit, early after a sudden start, or out of the course', () => {
    const none = (life: Life): unknown => Object.values(bands(life))[0];
    expect(none(joined().answer({ painAverage: 4, painWorst: 4 }))).toBe('pain');
    expect(none(joined().answer({ painAverage: 5, painWorst: 5 }))).toBe('pain');
    const person = joined().answer({ painAverage: 1, painWorst: 2 }).state as Of<'active'>;
    const given = (course: Partial<Of<'active'>['course']>) =>
      forecastOf({ ...person, course: { ...person.course, ...course } }, T0, numbers);
    expect(given({ flaredAt: T0 })).toEqual({ none: 'pain' });
    const open = person.course.asked;
    if (open === null) throw new Error('a question was answered');
    expect(given({ asked: { ...open, unread: { kind: 'body', keys: ['0'] } } })).toEqual({ none: 'waiting' });
    expect(given({ baseline: { ...person.course.baseline, caps: ['tendonMedicine'] } })).toEqual({
      none: 'capped',
    });
    expect(given({ baseline: { ...person.course.baseline, suddenOnset: '2026-02-20' } })).toEqual({
      none: 'sudden',
    });
    expect(none(joined().answer({ redFlags: ['swelling'] }))).toBe('notRunning');
  });
});
