/** Which letters a check-in tells of (BC-7): every boundary. */
import { describe, expect, test } from 'vitest';
import { shiftDate } from '../../../program/calendar.ts';
import { type Letter, type LetterFacts, lettersDue } from '../../../program/course/letters.ts';
import type { WeekDigest } from '../../../program/course/types.ts';

const week: WeekDigest = {
  week: 5,
  outcome: 'PROGRESS',
  rule: 'AD-17',
  average: 1,
  worst: 2,
  settled: true,
  stiffBoth: false,
  complete: true,
  sessionsDone: 3,
  sessionsPlanned: 3,
  level: 4,
  stage: 'R1',
  raises: null,
  longestRun: 6,
};
const facts: LetterFacts = {
  baseline: { startStage: 'R0', longestRun30d: null, side: 'left' },
  history: [week],
  tracks: { level: 4, stage: 'R2' },
  previous: { level: 4, stage: 'R1' },
  startedOn: '2026-03-02',
  today: '2026-04-06',
};
const told = (changes: Partial<WeekDigest>, rest: Partial<LetterFacts> = {}): readonly Letter[] =>
  lettersDue({ ...facts, ...rest, history: [{ ...week, ...changes }] });
const half = { stage: 'R9', longestRun: 30 } as const;
const atTop = { tracks: { level: 6, stage: 'R9' }, previous: { level: 6, stage: 'R9' } } as const;
const own = { ...facts.baseline, startStage: 'RK', startLongestRun: 20, longestRun30d: 28 } as const;
const ownRun = {
  tracks: { level: 6, stage: 'RK' },
  previous: { level: 6, stage: 'RK' },
  baseline: own,
} as const;
const counts = (...raises: readonly (readonly [number, number])[]): readonly WeekDigest[] =>
  raises.map(([sore, other], n) => ({
    ...week,
    week: n + 1,
    stage: 'R0',
    longestRun: 0,
    raises: { sore, other },
  }));

describe('what a check-in tells of', () => {
  test.each<readonly [string, readonly Letter[], readonly Letter[]]>([
    ['a jog that settled, worst 2', told({}), ['first-jog']],
    ['a worst of 3', told({ worst: 3 }), []],
    ['no worst told', told({ worst: null }), []],
    ['sorer the next morning', told({ settled: false }), []],
    ['no jog told', told({ longestRun: null }), []],
    ['no jog', told({ longestRun: 0 }), []],
    ['walks', told({ stage: 'R0' }), []],
    ['the week eased', told({ outcome: 'REGRESS' }), []],
    ['a week that waits for a test', told({ outcome: 'HOLD', rule: 'AD-20' }), ['first-jog']],
    ['a run far above the plan', told({ outcome: 'HOLD', rule: 'AD-18' }), []],
    ['with painkillers', told({ outcome: 'HOLD', rule: 'AD-16' }), []],
    ['without the list of stop signs', told({ outcome: 'HOLD', complete: false }), []],
    ['the calf got worse in it', told({ flared: true }), []],
    ['strength a level back', told({}, { tracks: { level: 3, stage: 'R2' } }), []],
    ['running a step back', told({}, { tracks: { level: 4, stage: 'R0' } }), []],
    ['no answer', told({ average: null }), []],
    ['who ran at the start', told({}, { baseline: { ...facts.baseline, startStage: 'R1' } }), []],
    ['thirty minutes as the step asks', told(half, atTop), ['first-jog', 'thirty-minutes']],
    ['29 minutes', told({ ...half, longestRun: 29 }, atTop), ['first-jog']],
    ['thirty minutes on a step of twenty', told({ ...half, stage: 'R7' }), ['first-jog']],
    ['own running, from 20 to 30', told({ ...half, stage: 'RK' }, ownRun), ['thirty-minutes']],
    [
      'own running, from 30 to 30',
      told({ ...half, stage: 'RK' }, { ...ownRun, baseline: { ...own, startLongestRun: 30 } }),
      [],
    ],
    ['from 80 to 90 percent', lettersDue({ ...facts, history: counts([16, 20], [18, 20]) }), ['symmetry']],
    ['from 80 to 89 percent', lettersDue({ ...facts, history: counts([16, 20], [17, 19]) }), []],
    ['even from the first count on', lettersDue({ ...facts, history: counts([20, 20], [20, 20]) }), []],
    [
      'even by a count before, uneven now',
      lettersDue({ ...facts, history: counts([16, 20], [20, 20], [9, 20]) }),
      [],
    ],
    ['even by the only count', lettersDue({ ...facts, history: counts([18, 20]) }), []],
    ['nothing on the other leg', lettersDue({ ...facts, history: counts([0, 0]) }), []],
    [
      'both legs sore',
      lettersDue({
        ...facts,
        baseline: { ...facts.baseline, side: 'both' },
        history: counts([16, 20], [20, 20]),
      }),
      [],
    ],
    ['six months', told({ stage: 'R0' }, { today: shiftDate('2026-03-02', 183) }), ['month-six']],
    ['a day before them', told({ stage: 'R0' }, { today: shiftDate('2026-03-02', 182) }), []],
    ['long past them', told({ stage: 'R0' }, { today: shiftDate('2026-03-02', 300) }), []],
  ])('%s', (_name, due, expected) => {
    expect(due).toEqual(expected);
  });
});
