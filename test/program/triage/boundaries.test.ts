/**
 * The edges of the rules, each from both sides: what mutation testing found no example for
 * (docs/mutation.md).
 */
import { describe, expect, it } from 'vitest';
import {
  accelerates,
  decideRule,
  onlyStrengthMoves,
  type Ruled,
  type WeekInputs,
} from '../../../program/adapt/decision-table.ts';
import { modifiersOf } from '../../../program/adapt/modifiers.ts';
import { nextTracks, withinTests } from '../../../program/adapt/next-tracks.ts';
import type { LevelNumber, Opening, WeekDigest } from '../../../program/course/types.ts';
import { baselineOf, checkIn, digest, numbers, openingOf, tracksAt } from '../support/rules.ts';

const calm: WeekInputs = {
  emerg: false,
  doctor: false,
  avg: 0,
  prev: 0,
  worst: 0,
  worstWasRunning: false,
  nextDay: 0,
  done: 3,
  plan: 3,
  pk: false,
  spike: 0,
  missed: 0,
  waited: true,
  over: false,
  gateS: true,
  gateR: true,
  canAcc: true,
  stage: 'R3',
};

describe('the waiver and the one load at a time', () => {
  it.each([
    [{}, true],
    [{ avg: 1, worst: 1 }, true],
    [{ avg: 2 }, false],
    [{ worst: 2 }, false],
    [{ done: 2 }, false],
    [{ canAcc: false }, false],
  ])('accelerates with %j: %s', (over, expected) => {
    expect(accelerates({ ...calm, ...over })).toBe(expected);
  });

  it.each([
    [{ avg: 1, worst: 2 }, false],
    [{ avg: 2, worst: 2 }, true],
    [{ avg: 2, worst: 3 }, false],
    [{ avg: 3, worst: 2 }, false],
    [{ avg: 2, worst: 2, gateS: false }, false],
    [{ avg: 2, worst: 2, gateR: false }, false],
    [{ avg: 1, worst: 2, gateR: false, gateS: true }, false],
    [{ avg: 0, worst: 0, gateS: false, gateR: true }, false],
  ])('only strength moves with %j: %s', (over, expected) => {
    expect(onlyStrengthMoves({ ...calm, canAcc: false, ...over })).toBe(expected);
  });

  it.each([
    [{ avg: 2, worst: 2, prev: 2, gateS: false }, 1],
    [{ avg: 2, worst: 3, prev: 2, gateS: false }, 0],
    [{ avg: 3, worst: 2, gateS: false, prev: 3 }, 0],
    [{ avg: 1, worst: 1, gateS: false, canAcc: false }, 1],
  ])('running moves by its test with %j: %i', (over, running) => {
    expect(decideRule({ ...calm, ...over }).running).toBe(running);
  });
});

describe('two stages at once', () => {
  const two: Ruled = { rule: 'AD-22', outcome: 'ACCELERATE', strength: 0, running: 2 };
  const from = (
    stage: Opening['tracks']['stage'],
    level: Opening['tracks']['level'],
    over: Partial<WeekInputs> = {},
  ) =>
    withinTests(
      two,
      { ...calm, stage, gateS: false, ...over },
      openingOf({ tracks: tracksAt({ stage, level }) }),
      numbers,
    );
  // Which stage between has a test of its own, or needs a level, stands in curriculum/running.yaml.
  const rows = numbers.stages.slice(1, 4);

  it.each(rows.map((row, index) => [`R${index}`, row] as const))(
    'from %s they are open exactly where the stage between asks nothing',
    (stage, row) => {
      const needs = row.nextNeedsLevel ?? 0;
      for (const level of [0, 1, 2, 3, 4, 5, 6, 7] as const) {
        const isOpen = row.gate === null && level >= needs;
        expect(from(stage as 'R0', level)).toEqual(
          isOpen ? two : { ...two, rule: 'AD-21', outcome: 'PROGRESS', running: 1 },
        );
      }
    },
  );

  it('one stage is still an acceleration where minimum weeks were waived', () => {
    const closed = rows.findIndex((row) => row.gate !== null || (row.nextNeedsLevel ?? 0) > 0);
    expect(closed).toBeGreaterThanOrEqual(0);
    const stage = `R${closed}` as 'R0';
    expect(from(stage, 0, { gateS: true, waited: false })).toEqual({ ...two, running: 1 });
    expect(from(stage, 0, { gateS: true, waited: true })).toEqual({
      ...two,
      rule: 'AD-21',
      outcome: 'PROGRESS',
      running: 1,
    });
    expect(from(stage, 0, { gateS: false, waited: false })).toEqual({
      ...two,
      rule: 'AD-21',
      outcome: 'PROGRESS',
      running: 1,
    });
  });
});

describe('a row of eased weeks', () => {
  const idsOf = (
    now: Partial<WeekDigest>,
    history: readonly WeekDigest[],
    over: Partial<Opening> = {},
  ): readonly string[] =>
    modifiersOf({ opening: openingOf({ history, ...over }), now: digest(now), strengthUp: false }).map(
      ({ id }) => id,
    );
  const eased = (rule: WeekDigest['rule']): WeekDigest => digest({ outcome: 'REGRESS', rule });

  it.each(['AD-05', 'AD-06', 'AD-07', 'AD-08', 'AD-09'] as const)('%s counts', (rule) => {
    expect(idsOf({ outcome: 'REGRESS', rule }, [eased(rule)])).toContain('MD-1');
    expect(idsOf({ outcome: 'REGRESS', rule }, [])).not.toContain('MD-1');
    expect(idsOf({ outcome: 'REGRESS', rule }, [eased(rule), eased(rule)])).toEqual(
      expect.arrayContaining(['MD-1', 'MD-2']),
    );
  });
  it.each(['AD-04', 'AD-10'] as const)('%s eases for silence: it neither counts nor breaks a row', (rule) => {
    expect(idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [eased(rule)])).not.toContain('MD-1');
    expect(idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [eased('AD-05'), eased(rule)])).toContain('MD-1');
    expect(idsOf({ outcome: 'REGRESS', rule }, [eased('AD-05')])).not.toContain('MD-1');
  });
  it('a held week is in no row, whatever came before; a stop by the same rule is none', () => {
    expect(idsOf({ outcome: 'HOLD', rule: 'AD-11' }, [eased('AD-05'), eased('AD-05')])).not.toContain('MD-1');
    expect(idsOf({ outcome: 'HOLD', rule: 'AD-05' }, [eased('AD-05')])).not.toContain('MD-1');
  });
  it('a flare of that week counts like an eased one', () => {
    expect(idsOf({ outcome: 'HOLD', rule: 'AD-20', flared: true }, [eased('AD-05')])).toContain('MD-1');
    expect(
      idsOf({ outcome: 'HOLD', rule: 'AD-20' }, [digest({ outcome: 'HOLD', rule: 'AD-20', flared: true })]),
    ).not.toContain('MD-1');
    expect(
      idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [
        digest({ outcome: 'HOLD', rule: 'AD-20', flared: true }),
      ]),
    ).toContain('MD-1');
  });
  it('the row ends at the newest week that was not eased', () => {
    expect(
      idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [
        eased('AD-05'),
        eased('AD-05'),
        digest(),
        eased('AD-05'),
      ]),
    ).not.toContain('MD-2');
    expect(
      idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [digest(), eased('AD-05'), eased('AD-05')]),
    ).toContain('MD-2');
    expect(idsOf({ outcome: 'REGRESS', rule: 'AD-05' }, [eased('AD-05'), digest()])).not.toContain('MD-1');
  });

  it.each([
    [7, 5, false],
    [8, 6, false],
    [6, 5, true],
    [4, 3, true],
    [5, 3, false],
  ])('MD-4: from %i to %i after six weeks: %s', (before, average, fires) => {
    expect(
      idsOf({ average }, [], { week: 6, baseline: baselineOf({ painAverage: before }) }).includes('MD-4'),
    ).toBe(fires);
  });
  it('MD-4 leaves a low average alone, however little it fell', () => {
    expect(idsOf({ average: 2 }, [], { week: 6, baseline: baselineOf({ painAverage: 2 }) })).not.toContain(
      'MD-4',
    );
    expect(idsOf({ average: 3 }, [], { week: 6, baseline: baselineOf({ painAverage: 3 }) })).toContain(
      'MD-4',
    );
  });
  it('MD-5: exactly two thirds of the sessions are enough; at the top nobody is stuck', () => {
    const here = digest({ level: 3, sessionsDone: 2, sessionsPlanned: 3 });
    const now = { level: 3, sessionsDone: 2, sessionsPlanned: 3 } as const;
    expect(idsOf(now, [here, here, here])).toContain('MD-5');
    expect(idsOf({ ...now, sessionsDone: 1 }, [here, here, here])).not.toContain('MD-5');
    const lower = digest({ level: 2, sessionsDone: 2, sessionsPlanned: 3 });
    expect(idsOf(now, [lower, here, here])).not.toContain('MD-5');
    const top = digest({ level: 7 });
    expect(idsOf({ level: 7 }, [top, top, top])).not.toContain('MD-5');
  });
  it('MD-6: the newest count decides, on either side', () => {
    const counted = (sore: number): WeekDigest => digest({ raises: { sore, other: 20 } });
    for (const side of ['left', 'right'] as const) {
      const opening = { week: 8, baseline: baselineOf({ side }) };
      expect(idsOf({ raises: null }, [counted(14), digest()], opening)).toContain('MD-6');
      expect(idsOf({ raises: { sore: 15, other: 20 } }, [counted(10)], opening)).not.toContain('MD-6');
      expect(idsOf({ raises: null }, [], opening)).not.toContain('MD-6');
    }
  });
  it('every modifier but the stop recommends a physiotherapist', () => {
    const four = digest({ average: 4, level: 3 });
    const all = modifiersOf({
      opening: openingOf({
        week: 9,
        history: [eased('AD-05'), eased('AD-05'), four, four].map((d) => ({ ...d, average: 4, level: 3 })),
        baseline: baselineOf({ side: 'right', painAverage: 4 }),
      }),
      now: digest({ average: 4, level: 3, raises: { sore: 5, other: 20 } }),
      strengthUp: false,
    });
    expect(all.map(({ id, adds }) => [id, adds])).toEqual([
      ['MD-3', 'physio'],
      ['MD-4', 'physio'],
      ['MD-5', 'physio'],
      ['MD-6', 'physio'],
    ]);
  });
});

describe('moves of the tracks', () => {
  const moved = (ruled: Ruled, opening: Opening, average = 1) =>
    nextTracks(opening, {
      ruled,
      inputs: { ...calm, missed: 0 },
      answers: checkIn({ painAverage: average }),
      complete: true,
      numbers,
    });
  const down: Ruled = { rule: 'AD-05', outcome: 'REGRESS', strength: -1, running: -1 };

  it('the seated block for a week only when the week was eased', () => {
    expect(moved(down, openingOf(), 5).footCoreEased).toBe(true);
    expect(moved(down, openingOf(), 4).footCoreEased).toBe(false);
    expect(
      moved({ rule: 'AD-20', outcome: 'HOLD', strength: 0, running: 0 }, openingOf(), 5).footCoreEased,
    ).toBe(false);
  });
  it('days off running only after an easing, and only for somebody who runs', () => {
    const runs = openingOf({ tracks: tracksAt({ stage: 'R4' }) });
    expect(moved(down, runs).daysOffRunning).toBe(true);
    expect(moved({ rule: 'AD-20', outcome: 'HOLD', strength: 0, running: 0 }, runs).daysOffRunning).toBe(
      false,
    );
    expect(moved(down, openingOf({ tracks: tracksAt({ stage: 'R0' }) })).daysOffRunning).toBe(false);
  });
  it('foot-core sessions count through the eighth week of its calendar, and after it up to sixteen', () => {
    const hold: Ruled = { rule: 'AD-20', outcome: 'HOLD', strength: 0, running: 0 };
    const at = (footCoreWeek: number, footCoreSessions: number) =>
      moved(hold, openingOf({ tracks: tracksAt({ footCoreWeek, footCoreSessions }) })).footCoreSessions;
    expect([at(8, 10), at(9, 10), at(8, 16), at(9, 16)]).toEqual([13, 13, 19, 16]);
  });
  it('a cap holds although the gate before it were open', () => {
    const up: Ruled = { rule: 'AD-20', outcome: 'PROGRESS', strength: 1, running: 0 };
    const capped = (level: LevelNumber) =>
      moved(up, openingOf({ tracks: tracksAt({ level }), baseline: baselineOf({ caps: ['longPain'] }) }))
        .level;
    expect([capped(1), capped(2), capped(3)]).toEqual([2, 2, 3]);
  });
  it('only a long silence stops at level 1; pain goes below', () => {
    const one = openingOf({ tracks: tracksAt({ level: 1 }) });
    expect(moved(down, one).level).toBe(0);
    expect(moved({ rule: 'AD-04', outcome: 'REGRESS', strength: -2, running: -3 }, one).level).toBe(1);
  });
  it('without a known length there is nothing to cut: the ladder', () => {
    const unknown = openingOf({
      tracks: tracksAt({ stage: 'RK', longestRun: null }),
      baseline: baselineOf({ longestRun30d: null }),
      history: [],
    });
    expect(moved(down, unknown).stage).not.toBe('RK');
    const known = openingOf({ tracks: tracksAt({ stage: 'RK', longestRun: 40 }) });
    expect(moved(down, known)).toMatchObject({ stage: 'RK', rkRegressions: 1 });
  });
});
