/** The layout of a week (docs/clinical-rules.md §12 A26): tables of whole weeks, and the rules as properties. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { atLocal, localDate, shiftDate } from '../../../program/calendar.ts';
import type { WeekPlan } from '../../../program/course/plan.ts';
import type { LevelNumber, Stage, Tracks } from '../../../program/course/types.ts';
import { daysBetween } from '../../../program/kernel/time.ts';
import { layoutOf, type WeekLayout, whyNotMove, withMove } from '../../../program/layout/layout.ts';
import { exercisesOf, isSessionId } from '../../../program/layout/sessions.ts';
import { restDates, type WeekOfCourse, weekFrame } from '../../../program/layout/week-frame.ts';
import { type DayLog, emptyLog } from '../../../program/participant/day-log.ts';
import { planWeek } from '../../../program/plan/plan-week.ts';
import { baseline, curriculum, tracks } from '../plan/fixtures.ts';

const ZONE = { weekday: 1, hour: 7, timeZone: 'Europe/Berlin' } as const;
/** A Monday. */
const MONDAY = '2026-03-02';
const at = (date: string, hour = 7): string => atLocal(date, hour, ZONE.timeZone);

interface Week {
  readonly plan: WeekPlan;
  readonly course: WeekOfCourse;
}
const week = (change: Partial<Tracks>, days = 7, number = 6, previous: Tracks | null = null): Week => {
  const now = tracks(change);
  return {
    plan: planWeek(
      {
        week: number,
        tracks: now,
        baseline: baseline(),
        days: number === 1 ? days : 7,
        previous,
        today: MONDAY,
      },
      curriculum,
    ),
    course: {
      week: number,
      openedAt: at(MONDAY),
      nextPlanAt: at(shiftDate(MONDAY, days)),
      tracks: now,
      previous,
      flaredAt: null,
    },
  };
};
const laidOut = ({ plan, course }: Week, log: DayLog | null = null): WeekLayout =>
  layoutOf(plan, weekFrame(course, ZONE, log, curriculum), log);
/** "0:r1 s1 f1 | 1: | …" */
const shown = ({ first, days, sessions }: WeekLayout): string =>
  Array.from({ length: days }, (_, day) => {
    const ids = sessions.filter((s) => daysBetween(first, s.date) === day).map((s) => s.id);
    return `${day}:${ids.filter((id) => !id.startsWith('t')).join(' ')}`;
  }).join(' | ');

describe('whole weeks', () => {
  test.each<[string, Partial<Tracks>, days: number, number: number, string]>([
    [
      'level 4 and 3 runs',
      { level: 4, stage: 'R2' },
      7,
      6,
      '0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3: | 4:r3 s3 f3 | 5: | 6:',
    ],
    [
      'eight days',
      { level: 5, stage: 'R4' },
      8,
      6,
      '0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3: | 4: | 5:r3 s3 f3 | 6: | 7:',
    ],
    ['six days', { level: 5, stage: 'R4' }, 6, 6, '0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3: | 4:r3 s3 f3 | 5:'],
    ['a first week of four days', { level: 2 }, 4, 1, '0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3:'],
    [
      'a first week of ten days',
      { level: 4, stage: 'RK', longestRun: 30 },
      10,
      1,
      '0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3: | 4: | 5:r3 s3 f3 | 6: | 7:r4 s4 f4 | 8: | 9:',
    ],
    [
      'level 0: short sessions on five days, walks on three of them',
      { level: 0 },
      7,
      2,
      '0:r1 s1 f1 | 1:r2 s2 f2 | 2:s3 f3 | 3: | 4:r3 s4 f4 | 5:s5 f5 | 6:',
    ],
    [
      'level 1: four sessions',
      { level: 1 },
      7,
      2,
      '0:r1 s1 f1 | 1:r2 s2 f2 | 2: | 3:r3 s3 f3 | 4: | 5:s4 f4 | 6:',
    ],
    [
      'level 1 that keeps running',
      { level: 1, stage: 'RK', longestRun: 20 },
      7,
      3,
      '0:r1 s1 f1 | 1:s2 f2 | 2:r2 s3 f3 | 3: | 4:r3 s4 f4 | 5: | 6:',
    ],
    [
      'two days off running first',
      { level: 4, stage: 'R2', daysOffRunning: true },
      7,
      6,
      '0: | 1: | 2:r1 s1 f1 | 3: | 4:r2 s2 f2 | 5: | 6:r3 s3 f3',
    ],
  ])('%s', (_name, change, days, number, expected) => {
    expect(shown(laidOut(week(change, days, number)))).toBe(expected);
  });

  it('begins a day later after a week that ran to its last day', () => {
    const before = tracks({ level: 4, stage: 'R2', daysOffRunning: true });
    expect(shown(laidOut(week({ level: 4, stage: 'R2' }, 7, 7, before)))).toBe(
      '0: | 1:r1 s1 f1 | 2: | 3:r2 s2 f2 | 4: | 5:r3 s3 f3 | 6:',
    );
  });
  it('begins on the plan day when the check-in was answered the day before', () => {
    const one = week({ level: 4, stage: 'R2' }, 8);
    const early = {
      ...one,
      course: { ...one.course, openedAt: at('2026-03-01', 20), nextPlanAt: at('2026-03-09') },
    };
    expect(laidOut(early)).toMatchObject({ first: MONDAY, days: 7 });
  });
  it('is seven days again after a break that held the week open', () => {
    const one = week({ level: 4, stage: 'R2' });
    const late = { ...one, course: { ...one.course, nextPlanAt: at('2026-04-06') } };
    expect(laidOut(late)).toMatchObject({ first: '2026-03-30', days: 7 });
  });
  it('has the same dates over a change of the clocks, in every zone', () => {
    for (const timeZone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    ]) {
      const wish = { ...ZONE, timeZone };
      const one = week({ level: 4, stage: 'R2' });
      for (const first of ['2026-03-02', '2026-03-27', '2026-10-24', '2026-04-04']) {
        const course = {
          ...one.course,
          openedAt: atLocal(first, 2, timeZone),
          nextPlanAt: atLocal(shiftDate(first, 7), 3, timeZone),
        };
        const { sessions } = layoutOf(one.plan, weekFrame(course, wish, null, curriculum), null);
        expect(sessions.filter((s) => s.kind === 'run').map((s) => daysBetween(first, s.date))).toEqual([
          0, 2, 4,
        ]);
      }
    }
  });
});

describe('rest', () => {
  const logged = (pain: number, when: string): DayLog => ({
    ...emptyLog(6),
    sessions: { r2: { at: when, answers: { result: 'part', pain, runMinutes: 8, before: null } } },
  });
  it('after a logged 6: two days without run or strength, and what lay there goes behind them', () => {
    const layout = laidOut(week({ level: 4, stage: 'R2' }), logged(6, at('2026-03-04', 18)));
    expect(layout.rest).toEqual(['2026-03-04', '2026-03-05', '2026-03-06']);
    expect(shown(layout)).toBe('0:r1 s1 f1 | 1: | 2:r2 | 3: | 4: | 5:r3 s2 f2 | 6:');
    expect(layout.dropped).toEqual(['s3']);
  });
  it('not after a logged 5', () => {
    expect(laidOut(week({ level: 4, stage: 'R2' }), logged(5, at('2026-03-04', 18))).rest).toEqual([]);
  });
  it('drops strength before runs where the days do not suffice', () => {
    const one = week({ level: 4, stage: 'R2' });
    const flared = { ...one, course: { ...one.course, flaredAt: at('2026-03-04', 6) } };
    const { dropped, sessions } = laidOut(flared);
    expect(sessions.filter((s) => s.kind === 'run').length).toBeGreaterThanOrEqual(
      sessions.filter((s) => s.kind === 'strength').length,
    );
    expect(dropped.length).toBeGreaterThan(0);
  });
  it.each([
    ['early', '2026-03-04', 6, ['2026-03-04', '2026-03-05']],
    ['after the usual hour', '2026-03-04', 8, ['2026-03-04', '2026-03-05', '2026-03-06']],
    ['over the change of the clocks', '2026-03-28', 7, ['2026-03-28', '2026-03-29', '2026-03-30']],
  ])('covers 48 hours, %s', (_name, date, hour, dates) => {
    const spring = restDates(at(date, hour), ZONE);
    expect(spring).toEqual(dates.slice(0, spring.length));
    expect(
      at(shiftDate(spring.at(-1) ?? '', 1)) >=
        new Date(Date.parse(at(date, hour)) + 48 * 3_600_000).toISOString(),
    ).toBe(true);
  });
});

describe('a move', () => {
  const one = week({ level: 4, stage: 'R2' });
  const asked = (id: string, date: string, log: DayLog = emptyLog(6), today = MONDAY) =>
    whyNotMove({ plan: one.plan, frame: weekFrame(one.course, ZONE, log, curriculum), log, today }, id, date);
  test.each([
    ['run to Tuesday, beside Wednesday’s', 'r1', '2026-03-03', 'L1'],
    ['run to Thursday: Friday’s run is the next day', 'r2', '2026-03-05', 'L1'],
    ['strength to Tuesday: Wednesday’s is the next day', 's1', '2026-03-03', 'L2'],
    ['strength to where strength is', 's1', '2026-03-04', 'taken'],
    ['the last run a day on', 'r3', '2026-03-07', 'L4?'],
    ['feet alone', 'f1', '2026-03-03', 'L5'],
    ['the last day', 'r3', '2026-03-08', 'lastDay'],
    ['next week', 'r3', '2026-03-09', 'outside'],
    ['last week', 'r3', '2026-03-01', 'outside'],
    ['no such session', 'r4', '2026-03-07', 'unknown'],
    ['stretches where they are', 't1', '2026-03-07', null],
  ])('%s', (_name, id, date, expected) => {
    // Saturday's run would follow Friday's strength at level 4.
    expect(asked(id, date)).toBe(expected === 'L4?' ? 'L4' : expected);
  });
  it('goes with its strength: then the run may follow', () => {
    const log = withMove(emptyLog(6), 's3', '2026-03-07');
    expect(asked('s3', '2026-03-07')).toBeNull();
    expect(asked('r3', '2026-03-07', log)).toBeNull();
    const both = laidOut(one, withMove(log, 'r3', '2026-03-07'));
    expect(shown(both)).toBe('0:r1 s1 f1 | 1: | 2:r2 s2 f2 | 3: | 4: | 5:r3 s3 f3 | 6:');
  });
  it('not of what is over, and not of what is logged', () => {
    expect(asked('r2', '2026-03-02', emptyLog(6), '2026-03-03')).toBe('over');
    const log: DayLog = {
      ...emptyLog(6),
      sessions: {
        s3: { at: at(MONDAY), answers: { result: 'done', pain: 1, runMinutes: null, before: null } },
      },
    };
    expect(asked('s3', '2026-03-07', log)).toBe('logged');
  });
  it('at level 1 short sessions may repeat daily', () => {
    const easy = week({ level: 1 }, 7, 2);
    const frame = weekFrame(easy.course, ZONE, null, curriculum);
    expect(whyNotMove({ plan: easy.plan, frame, log: null, today: MONDAY }, 's3', '2026-03-06')).toBeNull();
  });
});

/** Everything a week can be. */
const anyWeek = fc
  .record({
    level: fc.integer({ min: 0, max: 7 }).map((n) => n as LevelNumber),
    stage: fc.constantFrom<Stage>('R0', 'R1', 'R3', 'R6', 'R9', 'RK'),
    number: fc.integer({ min: 1, max: 12 }),
    daysOff: fc.boolean(),
    previousOff: fc.boolean(),
    first: fc.integer({ min: 4, max: 10 }),
    other: fc.integer({ min: 6, max: 8 }),
  })
  .map(({ level, stage, number, daysOff, previousOff, first, other }) => {
    const change = {
      level,
      stage,
      daysOffRunning: number > 1 && daysOff,
      longestRun: stage === 'RK' ? 20 : null,
    };
    return week(
      change,
      number === 1 ? first : other,
      number,
      number === 1 ? null : tracks({ level, stage, daysOffRunning: previousOff }),
    );
  });
const anyMove = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 's1', 's2', 's3', 's4', 's5', 'f1', 't1', 't2', 't7'),
  day: fc.integer({ min: -1, max: 10 }),
});
const anyLog = (number: number): fc.Arbitrary<DayLog> =>
  fc.record({
    week: fc.constant(number),
    at: fc.constant(null),
    moves: fc.array(
      anyMove.map(({ id, day }) => [id, shiftDate(MONDAY, day)] as const),
      { maxLength: 6 },
    ),
    sessions: fc.dictionary(
      fc.constantFrom('r1', 'r2', 's1', 's2', 'f1', 't1'),
      fc.record({
        at: fc
          .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 22 }))
          .map(([d, h]) => at(shiftDate(MONDAY, d), h)),
        answers: fc.record({
          result: fc.constantFrom('done' as const, 'part' as const, 'skipped' as const),
          pain: fc.integer({ min: 0, max: 6 }),
          runMinutes: fc.constant(null),
          before: fc.constant(null),
        }),
      }),
      { maxKeys: 3 },
    ),
  });

/** The rules once more, said with dates and not with bits. */
function broken(layout: WeekLayout, plan: WeekPlan, log: DayLog | null = null): readonly string[] {
  const logged = layout.sessions.filter((s) => log?.sessions[s.id] !== undefined).map((s) => s.date);
  const dates = (kind: string) => layout.sessions.filter((s) => s.kind === kind).map((s) => s.date);
  const [runs, strength, feet] = [dates('run'), dates('strength'), dates('feet')];
  const running = plan.run.walks == null && plan.run.sessions > 0;
  const spaced = plan.level >= 4;
  const loaded = new Set([...runs, ...strength]);
  const order = ['run', 'strength', 'feet', 'stretches'];
  const sameDay = layout.sessions.flatMap((s, i) => {
    const next = layout.sessions[i + 1];
    return next?.date === s.date && order.indexOf(next.kind) <= order.indexOf(s.kind) ? ['L3'] : [];
  });
  return [
    ...(running && runs.some((d) => runs.includes(shiftDate(d, 1))) ? ['L1'] : []),
    ...(spaced && strength.some((d) => strength.includes(shiftDate(d, 1))) ? ['L2'] : []),
    ...sameDay,
    ...(spaced && running && strength.some((d) => runs.includes(shiftDate(d, 1))) ? ['L4'] : []),
    ...(feet.some((d) => !strength.includes(d)) ? ['L5'] : []),
    ...(layout.days - loaded.size < Math.floor((2 * layout.days) / 7) ? ['L6'] : []),
    ...(new Set(layout.sessions.map((s) => s.id)).size === layout.sessions.length ? [] : ['twice']),
    ...(layout.sessions.every((s) => s.date >= layout.first && s.date < shiftDate(layout.first, layout.days))
      ? []
      : ['outside']),
    ...(layout.sessions.every((s) => isSessionId(s.id)) ? [] : ['name']),
    ...([...runs, ...strength].some((d) => layout.rest.includes(d) && !logged.includes(d)) ? ['rest'] : []),
  ];
}

describe('no layout', () => {
  const weekAndLog = anyWeek.chain((one) => anyLog(one.course.week).map((log) => ({ one, log })));
  it('breaks a rule, whatever was moved or logged, in weeks of every length', () => {
    fc.assert(
      fc.property(weekAndLog, ({ one, log }) => {
        expect(broken(laidOut(one), one.plan)).toEqual([]);
        expect(broken(laidOut(one, log), one.plan, log)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
  it('breaks one over the end of a week', () => {
    fc.assert(
      fc.property(anyWeek, anyLog(2), anyWeek, anyLog(3), (a, logA, b, logB) => {
        const first = laidOut(a, logA);
        const start = shiftDate(first.first, first.days);
        const shift = daysBetween(MONDAY, start);
        const course = {
          ...b.course,
          week: 7,
          openedAt: at(start),
          nextPlanAt: at(shiftDate(start, 7)),
          previous: a.course.tracks,
        };
        const log = {
          ...logB,
          moves: logB.moves.map(([id, date]) => [id, shiftDate(date, shift)] as const),
          sessions: {},
        };
        const second = laidOut({ plan: b.plan, course }, log);
        const both = {
          ...second,
          first: first.first,
          days: first.days + second.days,
          sessions: [...first.sessions, ...second.sessions],
        };
        const rises = b.plan.level <= a.plan.level + 1;
        const seen = broken({ ...both, rest: [] }, b.plan);
        const crossing = ['L1', 'L2', 'L4'].filter((rule) => seen.includes(rule));
        // What was legal inside the first week at its own level is no crossing.
        const own = broken(first, b.plan);
        if (rises && (a.plan.run.walks == null || b.plan.run.walks != null))
          expect(crossing.filter((rule) => !own.includes(rule))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it('loses a session in a week of seven days and more that nothing disturbed', () => {
    fc.assert(
      fc.property(anyWeek, (one) => {
        if (one.course.tracks.daysOffRunning || one.course.previous?.daysOffRunning || one.course.week === 1)
          return;
        const { days, dropped } = laidOut(one);
        if (days >= 7) expect(dropped).toEqual([]);
      }),
    );
  });
  it('moves anything that was logged, but for the rest of its own pain', () => {
    const one = week({ level: 4, stage: 'R2' });
    fc.assert(
      fc.property(anyLog(6), (log) => {
        const layout = laidOut(one, log);
        const unlogged = laidOut(one, { ...log, sessions: {} });
        for (const id of Object.keys(log.sessions))
          expect(layout.sessions.find((s) => s.id === id && s.kind !== 'feet')?.date).toBe(
            id.startsWith('f') ? undefined : unlogged.sessions.find((s) => s.id === id)?.date,
          );
      }),
    );
  });
});

describe('a move that is allowed', () => {
  it('is where it was wished, and one that is refused changes nothing', () => {
    fc.assert(
      fc.property(anyWeek, fc.array(anyMove, { maxLength: 5 }), (one, moves) => {
        let log = emptyLog(one.course.week);
        for (const { id, day } of moves) {
          const date = shiftDate(MONDAY, day);
          const frame = weekFrame(one.course, ZONE, log, curriculum);
          if (whyNotMove({ plan: one.plan, frame, log, today: MONDAY }, id, date) !== null) continue;
          log = withMove(log, id, date);
          expect(laidOut(one, log).sessions.find((s) => s.id === id)?.date).toBe(date);
        }
        expect(laidOut(one, log).sessions.length).toBe(laidOut(one).sessions.length);
      }),
      { numRuns: 200 },
    );
  });
});

it('every session of a week holds what its doses name, and a run its warm-up alone', () => {
  const { plan } = week({ level: 6, stage: 'R5' });
  expect(exercisesOf(plan, 'r1').map((e) => e.id)).toEqual(['EX-15']);
  expect(exercisesOf(plan, 's1').map((e) => e.id)).toEqual(
    [...plan.strength, ...plan.addOn].map((e) => e.id),
  );
  expect(exercisesOf(plan, 's3').map((e) => e.id)).toEqual(plan.strength.map((e) => e.id));
  expect(exercisesOf(plan, 'f2')).toEqual(plan.footCoreMoves);
  expect(localDate(at(MONDAY), ZONE.timeZone)).toBe(MONDAY);
});
