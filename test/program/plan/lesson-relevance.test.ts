import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AboutRunning, aboutRunning, SURFACES } from '../../../program/answers/about-running.ts';
import { AGE_BANDS } from '../../../program/answers/intake.ts';
import { ARCHES, type ShoeAnswers, shoeAnswers } from '../../../program/answers/shoes.ts';
import type { Stage } from '../../../program/course/types.ts';
import {
  RELEVANCE_ROWS,
  type Relevance,
  relevantLessons,
  type Told,
} from '../../../program/plan/lesson-relevance.ts';
import { chooseLessons } from '../../../program/plan/lessons.ts';
import { cases } from '../../support/effort.ts';
import { baseline, curriculum, STAGES, TODAY, tracks } from './fixtures.ts';

const about = (change: Partial<AboutRunning>): AboutRunning =>
  aboutRunning.parse({ distanceUnits: 'mi', ...change });
const shoes = (change: Partial<ShoeAnswers>): ShoeAnswers => shoeAnswers.parse(change);
const NOTHING: Told = {
  aboutRunning: null,
  shoes: null,
  baseline: { ageBand: '30-39', runsNow: 'no' },
  stage: 'R0',
};
const ALL = curriculum.lessons.map((l) => l.id);

describe('what a person tells us', () => {
  test.each<[string, Partial<Told>, readonly string[], readonly string[]]>([
    ['nothing', {}, [], []],
    ['a page left open', { aboutRunning: about({}), shoes: shoes({}) }, [], []],
    ['flat arches', { aboutRunning: about({ arch: 'flat' }) }, ['LES-12'], []],
    ['high arches', { aboutRunning: about({ arch: 'high' }) }, ['LES-12'], []],
    ['usual arches', { aboutRunning: about({ arch: 'usual' }) }, [], ['LES-12']],
    ['arches nobody knows', { aboutRunning: about({ arch: 'unsure' }) }, [], []],
    [
      'flat arches, on the page of the shoes',
      { aboutRunning: about({ arch: 'unsure' }), shoes: shoes({ arch: 'flat' }) },
      ['LES-12'],
      [],
    ],
    ['shoes with 499 miles', { shoes: shoes({ miles: 499 }) }, [], []],
    ['shoes with 500 miles', { shoes: shoes({ miles: 500 }) }, ['LES-15'], []],
    ['a pair about to be bought', { shoes: shoes({ dueNew: 'yes' }) }, ['LES-15'], []],
    ['road', { aboutRunning: about({ surface: 'road' }) }, [], []],
    ['treadmill', { aboutRunning: about({ surface: 'treadmill' }) }, [], []],
    ['track', { aboutRunning: about({ surface: 'track' }) }, [], []],
    ['trail', { aboutRunning: about({ surface: 'trail' }) }, ['LES-19'], []],
    ['sand', { aboutRunning: about({ surface: 'sand' }) }, ['LES-19'], []],
    ['hills', { aboutRunning: about({ surface: 'hills' }) }, ['LES-19'], []],
    ['a bit of everything', { aboutRunning: about({ surface: 'mixed' }) }, ['LES-19'], []],
    ['a jump in distance', { aboutRunning: about({ raisedRecently: 'yes' }) }, ['LES-06', 'LES-21'], []],
    ['no jump', { aboutRunning: about({ raisedRecently: 'no' }) }, [], []],
    ['40 miles a week', { aboutRunning: about({ weeklyDistance: 40 }) }, [], []],
    ['41 miles a week', { aboutRunning: about({ weeklyDistance: 41 }) }, ['LES-06', 'LES-21'], []],
    ['64 km a week', { aboutRunning: about({ weeklyDistance: 64, distanceUnits: 'km' }) }, [], []],
    [
      '65 km a week',
      { aboutRunning: about({ weeklyDistance: 65, distanceUnits: 'km' }) },
      ['LES-06', 'LES-21'],
      [],
    ],
    ['long sitting', { aboutRunning: about({ sitsLong: 'yes' }) }, ['LES-14'], []],
    ['no long sitting', { aboutRunning: about({ sitsLong: 'no' }) }, [], ['LES-14']],
    ['running alone', { aboutRunning: about({ crossTrains: 'no' }) }, ['LES-13'], []],
    ['no strength work', { aboutRunning: about({ strengthTrains: 'no' }) }, ['LES-17'], []],
    [
      'other sports, strength work, warm-ups',
      { aboutRunning: about({ crossTrains: 'yes', strengthTrains: 'yes', warmsUp: 'yes' }) },
      [],
      [],
    ],
    ['a new runner', { baseline: { ageBand: '30-39', runsNow: 'new' } }, ['LES-05'], []],
    [
      'someone who keeps running',
      { stage: 'RK', baseline: { ageBand: '30-39', runsNow: 'reduced' } },
      [],
      ['LES-05'],
    ],
    [
      'a new runner who keeps running',
      { stage: 'RK', baseline: { ageBand: '30-39', runsNow: 'new' } },
      [],
      ['LES-05'],
    ],
  ])('%s', (_, change, forward, leaveOut) => {
    expect(relevantLessons({ ...NOTHING, ...change }, curriculum)).toEqual({ forward, leaveOut });
  });

  test.each(AGE_BANDS.map((ageBand, i) => ({ ageBand, forward: i >= 2 ? ['LES-20'] : [] })))(
    'age $ageBand',
    ({ ageBand, forward }) => {
      expect(
        relevantLessons({ ...NOTHING, baseline: { ageBand, runsNow: 'no' } }, curriculum).forward,
      ).toEqual(forward);
    },
  );

  test('the table names lessons that exist, in their order, each with its source', () => {
    const named = RELEVANCE_ROWS.map((row) => row.lesson);
    expect(named).toEqual(ALL.filter((id) => named.includes(id)));
    for (const row of RELEVANCE_ROWS) expect(row.sources.length).toBeGreaterThan(0);
  });
});

type Path = (week: number) => Stage;
const calm: Path = (week) => (week < 4 ? 'R0' : (STAGES[Math.min(9, week - 3)] ?? 'R9'));
const PATHS: readonly Path[] = [
  calm,
  () => 'RK',
  () => 'R0',
  (week) => (week < 2 ? 'R0' : 'R1'),
  (week) => (week < 12 ? 'R0' : 'R1'),
];

function course(stageOf: Path, relevance?: Relevance): readonly (readonly string[])[] {
  const weeks: (readonly string[])[] = [];
  for (let week = 1; week <= 20; week++)
    weeks.push(
      chooseLessons(
        {
          week,
          tracks: tracks({ stage: stageOf(week) }),
          baseline: baseline(),
          sent: weeks.flat(),
          today: TODAY,
          ...(relevance && { relevance }),
        },
        curriculum,
      ),
    );
  return weeks;
}
const weekOf = (weeks: readonly (readonly string[])[], id: string): number =>
  weeks.findIndex((week) => week.includes(id));

describe('the order of the lessons', () => {
  test('a 55-year-old with flat feet who sits long: one of theirs each week beside the default order', () => {
    expect(course(calm, { forward: ['LES-12', 'LES-14', 'LES-20'], leaveOut: [] }).slice(0, 7)).toEqual([
      ['LES-01', 'LES-02'],
      ['LES-12', 'LES-07'],
      ['LES-14', 'LES-03'],
      ['LES-09', 'LES-20'],
      ['LES-04', 'LES-05'],
      ['LES-06', 'LES-08'],
      ['LES-10', 'LES-11'],
    ]);
  });

  const told: fc.Arbitrary<Told> = fc.record({
    aboutRunning: fc.option(
      fc.record({
        arch: fc.option(fc.constantFrom(...ARCHES)),
        surface: fc.option(fc.constantFrom(...SURFACES)),
        weeklyDistance: fc.option(fc.integer({ min: 0, max: 100 })),
        distanceUnits: fc.constantFrom('km', 'mi'),
        raisedRecently: fc.option(fc.constantFrom('yes', 'no')),
        sitsLong: fc.option(fc.constantFrom('yes', 'no')),
        warmsUp: fc.option(fc.constantFrom('yes', 'no')),
        crossTrains: fc.option(fc.constantFrom('yes', 'no')),
        strengthTrains: fc.option(fc.constantFrom('yes', 'no')),
        psfs: fc.constant(null),
        goal: fc.constant(null),
        planWhen: fc.constant(null),
        planIfMissed: fc.constant(null),
        raceDate: fc.constant(null),
        raceDistance: fc.constant(null),
        raceMinutes: fc.constant(null),
        goalMinutes: fc.constant(null),
      }),
    ),
    shoes: fc.option(
      fc
        .record({
          miles: fc.option(fc.integer({ min: 0, max: 900 })),
          arch: fc.option(fc.constantFrom(...ARCHES)),
        })
        .map(shoes),
    ),
    baseline: fc.record({
      ageBand: fc.constantFrom(...AGE_BANDS),
      runsNow: fc.constantFrom('yes', 'reduced', 'no', 'new'),
    }),
    stage: fc.constantFrom(...STAGES),
  });

  test('nobody gets one twice or one that does not concern them; what concerns them never comes later; pulls stay; all others come', () =>
    fc.assert(
      fc.property(told, fc.constantFrom(...PATHS), (person, path) => {
        const relevance = relevantLessons(person, curriculum);
        const weeks = course(path, relevance);
        const usual = course(path);
        const sent = weeks.flat();
        expect(new Set(sent).size).toBe(sent.length);
        expect(ALL.filter((id) => !relevance.leaveOut.includes(id)).sort()).toEqual([...sent].sort());
        for (const id of relevance.forward)
          expect(weekOf(weeks, id), id).toBeLessThanOrEqual(weekOf(usual, id));
        for (const id of ['LES-01', 'LES-02', 'LES-07'])
          expect(weekOf(weeks, id), id).toBe(weekOf(usual, id));
        expect(weeks[0]).toEqual(usual[0]);
        const firstRun = Array.from({ length: 20 }, (_, i) => path(i + 1)).findIndex(
          (stage) => stage !== 'R0',
        );
        if (firstRun >= 0) expect(weekOf(weeks, 'LES-09')).toBeLessThanOrEqual(firstRun);
        for (const week of weeks) expect(week.length).toBeLessThanOrEqual(2);
        expect(weeks.slice(0, Math.floor(sent.length / 2)).every((week) => week.length === 2)).toBe(true);
      }),
      { numRuns: cases(400) },
    ));

  test('told nothing, the order is the default', () => {
    for (const path of PATHS) expect(course(path, { forward: [], leaveOut: [] })).toEqual(course(path));
  });
});
