/**
 * Maintenance after graduation (docs/clinical-rules.md §9.11): the schedule, the relapse rule at its edges,
 * what an answer may do, and what ends it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRelapse, relapsed } from '../../../program/adapt/relapse.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { addMinutes, minutesBetween } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import { openQuestion } from '../../../program/participant/open-question.ts';
import { participantSchema } from '../../../program/participant/state.ts';
import { assertMaintenanceWithinCap } from '../../../program/plan/cap.ts';
import { maintenancePlan } from '../../../program/plan/maintenance-plan.ts';
import { cases } from '../../support/effort.ts';
import { DAY } from '../given.ts';
import { baseline, LEVELS, STAGES, tracks } from '../plan/fixtures.ts';
import { afterwards, CALM, curriculum, graduate, graduatedAt } from '../support/life.ts';

describe('the schedule', () => {
  test('every two weeks for six months, then every four, and one last mail when the year is over', () => {
    const life = afterwards().days(430);
    const asked = life.mails.filter((m) => m.kind === 'maintenance');
    const gaps = asked.slice(1).map((m, i) => Math.round(minutesBetween(asked[i]?.at ?? m.at, m.at) / DAY));
    expect(gaps).toEqual([...Array.from({ length: 12 }, () => 14), 28, 28, 28]);
    const last = life.mails.at(-1);
    expect([last?.kind, last?.occasion]).toEqual(['closed', 'closed-year']);
    expect(minutesBetween(graduate.course.startedAt, last?.at ?? '') / DAY).toBeGreaterThanOrEqual(365);
    expect(minutesBetween(graduate.course.startedAt, last?.at ?? '') / DAY).toBeLessThan(373);
    expect([life.state.status, wakeAt(life.state)]).toEqual(['completed', null]);
  });

  test('a mail that could not leave for months is one mail, and the next keeps its distance', () => {
    const life = afterwards();
    life.now = addMinutes(graduatedAt, 100 * DAY);
    life.days(20);
    expect(life.kinds()).toEqual(['graduation', 'maintenance', 'maintenance']);
  });

  test('whoever graduated before there was a maintenance is left in peace', () => {
    const { aftercare: _, ...course } = graduate.course;
    const old = participantSchema.parse({ ...graduate, course, owed: [] });
    expect(wakeAt(old)).toBeNull();
    expect(openQuestion(old, graduatedAt)).toBeNull();
  });
});

describe('the relapse rule', () => {
  test.each<[string, Partial<CheckInAnswers>, boolean]>([
    ['average 2, worst 3', { painAverage: 2, painWorst: 3 }, false],
    ['average 3', { painAverage: 3, painWorst: 3 }, true],
    ['worst 4', { painWorst: 4 }, true],
    ['worse the next morning', { nextDay: 'worse24' }, true],
    ['longer', { nextDay: 'longer' }, true],
    ['both stiff', { nextDay: 'stiffBoth' }, true],
    ['the morning left open', { nextDay: null }, false],
    ['the average alone, 2', { painAverage: 2, painWorst: null, nextDay: null }, false],
    ['average above worst', { painAverage: 4, painWorst: 1 }, true],
  ])('%s', (_, answers, expected) => expect(isRelapse({ ...CALM, ...answers })).toBe(expected));

  test('one level and two stages down, whatever the level and the stage, and nobody runs at level 0', () => {
    for (const level of LEVELS)
      for (const stage of STAGES) {
        const before = tracks({ level, stage, longestRun: stage === 'RK' ? 50 : null });
        const after = relapsed(before, 3, baseline({ longestRun30d: 50 }), curriculum);
        expect(after.level).toBe(Math.max(0, level - 1));
        if (after.level === 0) expect(after.stage).toBe('R0');
        else if (stage === 'RK') expect([after.stage, after.longestRun]).toEqual(['RK', 30]);
        else expect(after.stage).toBe(`R${Math.max(0, Number(stage.slice(1)) - 2)}`);
      }
  });

  test('a sore answer brings the plan back at once, and the weekly question', () => {
    const life = afterwards().days(30).answer({ painWorst: 4 });
    expect(life.state.status).toBe('active');
    expect(life.kinds().at(-1)).toBe('plan');
    expect(life.days(12).kinds()).toContain('check-in');
  });

  test('the question that led to it is closed: a calm second thought undoes nothing, a red flag still stops', () => {
    const life = afterwards().days(30);
    const week = openQuestion(life.state, life.now)?.week ?? 0;
    life.answer({ painWorst: 5 }).answer({ painAverage: 0, painWorst: 0 }, week);
    expect([life.state.status, life.refusals]).toEqual(['active', ['week-closed']]);
    expect(life.answer({ redFlags: ['swelling'] }, week).state.status).toBe('stopped');
  });

  test('eight weekly answers without two calm ones in a row end with a physiotherapist suggested; seven do not (docs/clinical-rules.md §9.11)', () => {
    const life = afterwards().days(30).answer({ painWorst: 4 }).days(5);
    const relapsedIn = life.state.status === 'active' ? life.state.course.week : 0;
    const stood: [number, string][] = [];
    for (let i = 1; i <= 8; i += 1) {
      life.days(7).answer({ painAverage: 2, painWorst: 3 });
      const { state } = life;
      stood.push([state.status === 'active' ? state.course.week - relapsedIn : i, state.status]);
    }
    expect(stood).toEqual([...[1, 2, 3, 4, 5, 6, 7].map((i) => [i, 'active']), [8, 'completed']]);
    expect(life.days(0).mails.at(-1)).toMatchObject({ kind: 'closed', occasion: 'closed' });
    const before = life.mails.length;
    expect(life.days(200).mails.length).toBe(before);
  });

  test('the seventh answer and the eighth, both calm, lead back into maintenance', () => {
    const life = afterwards().days(30).answer({ painWorst: 4 }).days(5);
    for (let i = 1; i <= 6; i += 1) life.days(7).answer({ painAverage: 2, painWorst: 3 });
    life.days(7).answer().days(7).answer();
    expect(life.state.status).toBe('completed');
    expect(life.days(0).kinds().at(-1)).toBe('maintenance');
  });

  test('worse on any day: flare at once, the eased plan two days later, nothing moves up that week', () => {
    const life = afterwards()
      .days(40)
      .do({
        type: 'ReportWorse',
        at: addMinutes(graduatedAt, 40 * DAY),
        redFlags: [],
        painNow: 4,
        sudden: null,
        when: null,
      });
    expect(life.days(0).kinds().at(-1)).toBe('flare');
    expect(life.days(3).kinds().at(-1)).toBe('plan');
    expect(
      life.state.status === 'active'
        ? [life.state.course.restriction, life.state.course.flaredAt !== null]
        : null,
    ).toEqual(['noProgress', true]);
  });
});

describe('an answer in maintenance', () => {
  test('calm: nothing moves; the same twice is once; a fourth one is too many', () => {
    const life = afterwards().days(30).answer().answer();
    const before = JSON.stringify(life.state);
    expect(JSON.stringify(life.answer().state)).toBe(before);
    life.answer({ painAverage: 0 }).answer({ painAverage: 2 }).answer({ painAverage: 0, painWorst: 0 });
    expect(life.refusals).toEqual(['too-many-answers']);
    expect(life.answer({ painAverage: 4 }).state.status).toBe('active');
  });

  test('of a link checker: refused, unless it would stop', () => {
    const life = afterwards().days(30);
    const week = openQuestion(life.state, life.now)?.week ?? 0;
    expect(life.answer({ painAverage: 5 }, week, true).state.status).toBe('completed');
    expect(life.refusals).toEqual(['burst']);
    expect(life.answer({ painAverage: 9 }, week, true).state.status).toBe('stopped');
  });

  test.each<[string, Partial<CheckInAnswers>]>([
    ['a red flag', { redFlags: ['swelling'] }],
    ['a 7', { painWorst: 7 }],
    ['a new condition', { conditions: ['anticoagulant'] }],
  ])('%s stops, drops what was to come, and sends safety', (_, answers) => {
    const life = afterwards().days(30).answer(answers);
    expect([life.state.status, life.kinds().at(-1)]).toEqual(['stopped', 'safety']);
    expect(life.days(400).kinds().slice(-2)).toEqual(['clearance', 'clearance']);
  });

  test('of an older question: refused, and a red flag in it stops', () => {
    const life = afterwards().days(30);
    const week = openQuestion(life.state, life.now)?.week ?? 0;
    expect(life.days(14).answer({ painAverage: 4 }, week).refusals).toEqual(['completed']);
    expect(life.answer({ redFlags: ['chest'] }, week).state.status).toBe('stopped');
  });
});

describe('leaving, breaks, settings', () => {
  test('after leaving no mail follows', () => {
    const life = afterwards().days(30);
    const sent = life.mails.length;
    life.do({ type: 'Unsubscribe', at: life.now }).days(400);
    expect([life.state.status, life.mails.length]).toEqual(['left', sent]);
  });

  test('a break keeps the mails away and leads back into maintenance', () => {
    const life = afterwards()
      .days(30)
      .do({ type: 'Pause', at: addMinutes(graduatedAt, 30 * DAY), until: '2026-07-20' });
    expect(life.state.status).toBe('paused');
    const sent = life.days(1).mails.length;
    expect(life.days(10).mails.length).toBe(sent);
    expect(life.days(60).state.status).toBe('completed');
    expect(life.kinds().slice(sent)[0]).toBe('maintenance');
  });

  test('a new day and hour move the next mail', () => {
    const life = afterwards()
      .days(30)
      .do({ type: 'ChangeSettings', at: addMinutes(graduatedAt, 30 * DAY), weekday: 5, hour: 18 })
      .days(30);
    expect(new Date(life.mails.at(-1)?.at ?? '').getUTCDay()).toBe(5);
  });
});

test('no maintenance plan at any level, site or round is above the level', () => {
  let plans = 0;
  for (const level of LEVELS)
    for (const site of ['upper', 'achilles', 'heelbone'] as const)
      for (const round of [0, 1, 2, 3, 4, 5, 13, 17]) {
        const keep = maintenancePlan(
          round,
          { tracks: tracks({ level }), baseline: baseline({ site }) },
          curriculum,
        );
        assertMaintenanceWithinCap(keep, level, curriculum);
        expect(keep.strength.length).toBeGreaterThan(0);
        plans += 1;
      }
  expect(plans).toBe(LEVELS.length * 3 * 8);
  const heavy = maintenancePlan(0, { tracks: tracks({ level: 7 }), baseline: baseline() }, curriculum);
  expect(() => assertMaintenanceWithinCap(heavy, 4, curriculum)).toThrow();
});

test('nothing keeps it up that no plan has printed, and there is always something to do', () => {
  const every = curriculum.levels.flatMap(({ exercises }) =>
    exercises.flatMap(({ exercise, alternatives = [] }) => [exercise, ...alternatives]),
  );
  const feet = curriculum.footCore.blocks.flatMap(({ moves }) => moves.map(({ exercise }) => exercise));
  fc.assert(
    fc.property(
      fc.nat({ max: 30 }),
      fc.constantFrom(...LEVELS.filter((level) => level >= 6)),
      fc.subarray([...new Set([...every, ...feet])]),
      (round, level, some) => {
        const done = ['EX-08h', 'EX-09h', 'EX-24r', ...some];
        const keep = maintenancePlan(
          round,
          { tracks: tracks({ level }), baseline: baseline(), shown: done },
          curriculum,
        );
        expect(keep.strength).toHaveLength(2);
        expect(keep.footCoreMoves.length).toBeGreaterThan(0);
        for (const { id } of [...keep.strength, ...keep.footCoreMoves]) expect(done).toContain(id);
        assertMaintenanceWithinCap(keep, level, curriculum);
      },
    ),
    { numRuns: cases(200) },
  );
});
