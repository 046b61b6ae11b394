/**
 * What the check-in asks must have been described in the plan first: `adapt` decides what is due, `plan`
 * describes it.
 */
import { expect, test } from 'vitest';
import { testsDue } from '../../../program/adapt/due.ts';
import type { Baseline, Cap } from '../../../program/course/types.ts';
import { planWeek } from '../../../program/plan/plan-week.ts';
import { baseline, curriculum, LEVELS, STAGES, TODAY, tracks } from './fixtures.ts';

const CHECK_IN_DAY = '2026-03-08';
const caps: readonly (readonly Cap[])[] = [
  [],
  ['longPain'],
  ['thirdStrain'],
  ['noSingleRaise'],
  ['tendonMedicine'],
];
const onsets: readonly Baseline['suddenOnset'][] = [
  null,
  '2026-03-01',
  '2026-02-22',
  '2026-02-21',
  '2026-02-10',
];
const sides = ['left', 'both', 'none'] as const;
const sites = ['upper', 'heelbone'] as const;

test('every test that may be asked at the check-in stands in the plan, for its own next gate', () => {
  let asked = 0;
  for (const level of LEVELS)
    for (const stage of STAGES)
      for (const cap of caps)
        for (const suddenOnset of onsets)
          for (const side of sides)
            for (const site of sites) {
              const at = tracks({ level, stage, weeksAtLevel: 4, longestRun: stage === 'RK' ? 30 : null });
              const person = baseline({ caps: cap, suddenOnset, side, site });
              const opening = {
                week: 5,
                tracks: at,
                baseline: person,
                history: [],
                restriction: 'none',
              } as const;
              const due = testsDue(opening, curriculum, CHECK_IN_DAY);
              const { gates } = planWeek(
                { week: 5, tracks: at, baseline: person, days: 7, previous: at, today: TODAY },
                curriculum,
              );
              const where = JSON.stringify({ level, stage, cap, suddenOnset, side, site });
              expect(gates.filter((g) => g.track === 'strength').length, where).toBeLessThanOrEqual(1);
              expect(gates.filter((g) => g.track === 'running').length, where).toBeLessThanOrEqual(1);
              expect(!due.strength || gates.some((g) => g.track === 'strength'), `strength: ${where}`).toBe(
                true,
              );
              expect(
                !due.running || gates.some((g) => g.track === 'running' && g.runsOnly !== true),
                `running: ${where}`,
              ).toBe(true);
              asked += Number(due.strength) + Number(due.running);
            }
  expect(asked).toBeGreaterThan(500);
});
