/**
 * Pain at the heel bone: stretches and hops return after two calm check-ins and not before; whatever gets
 * worse takes them away again (docs/clinical-rules.md §9.2).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideWeek } from '../../../program/adapt/decide-week.ts';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening, WeekDigest } from '../../../program/course/types.ts';
import { heelBoneCalm, limitsOf } from '../../../program/plan/limits.ts';
import { baseline, curriculum, TODAY, tracks } from './fixtures.ts';

const digest = (week: number, change: Partial<WeekDigest> = {}): WeekDigest => ({
  week,
  outcome: 'PROGRESS',
  rule: 'AD-22',
  average: 1,
  worst: 1,
  settled: true,
  stiffBoth: false,
  complete: true,
  sessionsDone: 3,
  sessionsPlanned: 3,
  level: 2,
  stage: 'R0',
  raises: null,
  longestRun: 0,
  ...change,
});
const silent = (week: number): WeekDigest =>
  digest(week, { average: null, worst: null, complete: false, rule: 'SILENCE', outcome: 'HOLD' });

describe('calm', () => {
  test.each<[string, readonly WeekDigest[], boolean]>([
    ['nothing answered', [], false],
    ['once', [digest(1)], false],
    ['twice', [digest(1), digest(2)], true],
    ['twice, with a worst of 2', [digest(1), digest(2, { worst: 2 })], false],
    ['twice, with an average of 2', [digest(1, { average: 2 }), digest(2)], false],
    [
      'twice, with a worst that was not told',
      [digest(1), digest(2, { worst: null, complete: false })],
      false,
    ],
    ['twice, one of them incomplete', [digest(1), digest(2, { complete: false })], false],
    ['twice, around a silent week', [digest(1), silent(2), digest(3)], true],
    ['once and silence', [digest(1), silent(2)], false],
    ['twice and silence', [digest(1), digest(2), silent(3)], true],
    ['twice, with a flare in one', [digest(1), digest(2, { flared: true })], false],
    [
      'long ago, and sore since',
      [digest(1), digest(2), digest(3, { average: 3, worst: 3 }), digest(4)],
      false,
    ],
  ])('%s', (_, history, calm) => expect(heelBoneCalm(history, 9)).toBe(calm));
  test('only weeks before the plan count, and after a return only those since', () => {
    const history = [digest(1), digest(2)];
    expect([1, 2, 3].map((week) => heelBoneCalm(history, week))).toEqual([false, false, true]);
    expect(heelBoneCalm([...history, digest(4), digest(5)], 6, 3)).toBe(true);
    expect(heelBoneCalm([...history, digest(4)], 5, 3)).toBe(false);
  });
  test('no worse, missing or flared answer anywhere ever makes a heel calm', () => {
    const score = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    const one = fc.record({ average: score, worst: score, complete: fc.boolean(), flared: fc.boolean() });
    const history = fc
      .array(one, { maxLength: 8 })
      .map((all) => all.map((change, i) => digest(i + 1, change)));
    fc.assert(
      fc.property(
        history,
        fc.nat(),
        fc.constantFrom('average', 'worst', 'complete', 'flared'),
        (before, at, what) => {
          const worse = before.map((d, i) => {
            // A silent week stays silent: it is no answer, so it cannot get worse.
            if (i !== at % before.length || d.average === null) return d;
            if (what === 'complete') return { ...d, complete: false };
            if (what === 'flared') return { ...d, flared: true };
            return { ...d, [what]: d[what] === null ? null : (d[what] ?? 0) + 1 };
          });
          if (heelBoneCalm(worse, 20)) expect(heelBoneCalm(before, 20)).toBe(true);
        },
      ),
    );
  });
  test('it lifts nothing for anybody else, and never the step', () => {
    for (const site of ['upper', 'heelbone'] as const)
      for (const caps of [[], ['tendonMedicine']] as const) {
        const person = baseline({ site, caps });
        const [sore, calm] = [limitsOf(person, false), limitsOf(person, true)];
        expect(calm.heelBone).toBe(site === 'heelbone');
        expect(calm.noHops).toBe(caps.length > 0);
        expect(calm.noStretches).toBe(false);
        if (site === 'upper') expect(calm).toEqual(sore);
      }
  });
});

describe('the week that changes it says so', () => {
  const opening = (history: readonly WeekDigest[], site: 'upper' | 'heelbone' = 'heelbone'): Opening => ({
    week: history.length + 1,
    tracks: tracks({ level: 2, weeksAtLevel: 2 }),
    baseline: baseline({ site }),
    history,
    missed: 0,
    sessionsPlanned: 3,
    restriction: 'none',
    previousAverage: 1,
  });
  const answer = (painAverage: number, painWorst: number) =>
    checkInAnswers.parse({
      painAverage,
      painWorst,
      nextDay: 'settled',
      sessionsDone: 3,
      longestRunMinutes: 0,
      painkillers: 'no',
      redFlags: [],
    });
  const said = (o: Opening, average: number, worst: number): readonly string[] =>
    decideWeek(o, answer(average, worst), TODAY, curriculum)
      .reasons.map((r) => r.code)
      .filter((code) => code.startsWith('heel-bone'));
  test('once, in each direction, and only for pain at the heel bone', () => {
    expect(said(opening([]), 1, 1)).toEqual([]);
    expect(said(opening([digest(1)]), 1, 1)).toEqual(['heel-bone-calm']);
    expect(said(opening([digest(1), digest(2)]), 1, 1)).toEqual([]);
    expect(said(opening([digest(1), digest(2)]), 2, 2)).toEqual(['heel-bone-sore']);
    expect(said(opening([digest(1)]), 2, 2)).toEqual([]);
    expect(said(opening([digest(1)], 'upper'), 1, 1)).toEqual([]);
  });
});
