import { describe, expect, test } from 'vitest';
import { AGE_BANDS } from '../../../program/answers/intake.ts';
import type { WeekPlan } from '../../../program/course/plan.ts';
import { assertWithinCap, planCap } from '../../../program/plan/cap.ts';
import { type PlanInput, planWeek } from '../../../program/plan/plan-week.ts';
import { baseline, curriculum, LEVELS, STAGES, TODAY, tracks } from './fixtures.ts';

const plan = (change: Partial<PlanInput> = {}): WeekPlan =>
  planWeek(
    { week: 2, tracks: tracks(), baseline: baseline(), days: 7, previous: null, today: TODAY, ...change },
    curriculum,
  );
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((e) => e.id);

describe('no load above the level', () => {
  const sites = ['upper', 'deep', 'achilles', 'heelbone', 'other'] as const;
  const weeks = Array.from({ length: 20 }, (_, i) => i + 1);
  const wordsOf = (p: WeekPlan): string =>
    [...p.gates.map((g) => g.test), ...[...p.strength, ...p.footCoreMoves].map((e) => e.harder)].join(' ');

  /** Throws on the first plan that breaks a rule; returns how many it looked at. */
  const sweep = (site: (typeof sites)[number]): number => {
    let plans = 0;
    for (const ageBand of AGE_BANDS) {
      const person = baseline({ site, ageBand, side: site === 'deep' ? 'both' : 'left', longestRun30d: 40 });
      for (const level of LEVELS)
        for (const stage of STAGES)
          for (const week of weeks)
            for (const footCoreEased of [false, true]) {
              const at = tracks({
                level,
                stage,
                footCoreWeek: week,
                footCoreEased,
                longestRun: stage === 'RK' ? 40 : null,
              });
              const p = plan({ week, tracks: at, baseline: person, days: week === 1 ? 4 + (level % 7) : 7 });
              const where = `${site} ${ageBand} LV${level} ${stage} week ${week}`;
              assertWithinCap(p, at, curriculum);
              if (planCap(p, curriculum) > level) throw new Error(`above the cap: ${where}`);
              const heaviest =
                p.strength.length + p.footCoreMoves.filter((m) => m.sessionsPerWeek === undefined).length;
              if (heaviest > 5 || p.strength.length === 0 || p.footCoreMoves.length === 0)
                throw new Error(`${heaviest} items: ${where}`);
              if (new Set(ids(p.footCoreMoves)).size !== p.footCoreMoves.length)
                throw new Error(`a move twice: ${where}`);
              if (p.gates.some((g) => g.test.includes('{'))) throw new Error(`braces in a test: ${where}`);
              if (
                site === 'heelbone' &&
                ids([...p.strength, ...p.stretches]).some((id) => /EX-(?:10|11|12|17|18|19|08s|09s)/.test(id))
              )
                throw new Error(`step, hop or stretch: ${where}`);
              if (site === 'heelbone' && /\b(?:hop|hops|jump|jumps)\b/i.test(wordsOf(p)))
                throw new Error(`a hop in words: ${where}`);
              plans++;
            }
    }
    return plans;
  };

  test.each(sites)('for every level, stage, week 1 to 20 and age at %s, eased or not', (site) => {
    expect(sweep(site)).toBe(6 * 8 * 11 * 20 * 2);
  });

  test('the assertion bites: an exercise, a dose, a run or a session too much crashes', () => {
    const at = tracks({ level: 2, stage: 'R2' });
    const good = plan({ tracks: at });
    const first = good.strength[0];
    if (first === undefined) throw new Error('no strength');
    const foreign = plan({ tracks: tracks({ level: 5 }) }).strength;
    const bad: readonly WeekPlan[] = [
      { ...good, strength: foreign },
      { ...good, strength: [{ ...first, dose: { ...first.dose, sets: 4 } }] },
      { ...good, strength: [{ ...first, dose: { ...first.dose, toReps: 16 } }] },
      { ...good, sessions: 5 },
      { ...good, run: { ...good.run, totalRunMinutes: 15 } },
      { ...good, run: { ...good.run, sessions: 4 } },
      { ...good, level: 3 },
      { ...good, footCoreMoves: plan({ tracks: tracks({ level: 5, footCoreWeek: 7 }) }).footCoreMoves },
    ];
    assertWithinCap(good, at, curriculum);
    for (const p of bad)
      expect(() => {
        assertWithinCap(p, at, curriculum);
      }).toThrow(/assertion failed/);
  });
});
