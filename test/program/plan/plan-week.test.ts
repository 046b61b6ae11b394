import { describe, expect, test } from 'vitest';
import type { AGE_BANDS } from '../../../program/answers/intake.ts';
import type { WeekPlan } from '../../../program/course/plan.ts';
import { raisesTarget } from '../../../program/plan/gates.ts';
import { type PlanInput, planWeek } from '../../../program/plan/plan-week.ts';
import { baseline, curriculum, readable, TODAY, tracks } from './fixtures.ts';

const plan = (change: Partial<PlanInput> = {}): WeekPlan =>
  planWeek(
    { week: 2, tracks: tracks(), baseline: baseline(), days: 7, previous: null, today: TODAY, ...change },
    curriculum,
  );
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((e) => e.id);

describe('golden weeks', () => {
  test('week 1 of a calm start at LV1, five days to the chosen day', async () => {
    const p = plan({ week: 1, tracks: tracks({ level: 1 }), days: 5 });
    await expect(readable(p)).toMatchFileSnapshot('week-1.golden.txt');
  });

  test('week 2, one level up', async () => {
    const first = tracks({ level: 1 });
    const p = plan({ week: 2, tracks: tracks({ level: 2, footCoreWeek: 2 }), previous: first });
    await expect(readable(p)).toMatchFileSnapshot('week-2.golden.txt');
  });

  test('week 10 at LV7 and R7', async () => {
    const before = tracks({ level: 6, stage: 'R6', footCoreWeek: 9 });
    const p = plan({
      week: 10,
      tracks: tracks({ level: 7, stage: 'R7', footCoreWeek: 10 }),
      previous: before,
    });
    await expect(readable(p)).toMatchFileSnapshot('week-10.golden.txt');
  });

  test('week 1 of a runner who keeps running', async () => {
    const p = plan({
      week: 1,
      tracks: tracks({ level: 4, stage: 'RK', longestRun: 50 }),
      baseline: baseline({ runsNow: 'yes', longestRun30d: 50 }),
      days: 7,
    });
    await expect(readable(p)).toMatchFileSnapshot('week-1-keeps-running.golden.txt');
  });
});

describe('sessions', () => {
  test.each<[level: 0 | 1 | 2, days: number, sessions: number]>([
    [0, 7, 5],
    [0, 4, 3],
    [1, 7, 4],
    [1, 4, 2],
    [1, 10, 6],
    [2, 4, 2],
    [2, 5, 2],
    [2, 7, 3],
    [2, 10, 4],
    [2, 1, 1],
  ])('level %i in a first week of %i days: %i', (level, days, sessions) => {
    expect(plan({ week: 1, tracks: tracks({ level }), days }).sessions).toBe(sessions);
  });

  test('later weeks of six to eight days keep the level’s number', () => {
    for (const days of [6, 7, 8])
      expect(plan({ week: 4, tracks: tracks({ level: 1 }), days }).sessions).toBe(4);
  });

  test('runs are pro-rated as well', () => {
    expect(
      plan({ week: 1, tracks: tracks({ level: 4, stage: 'RK', longestRun: 30 }), days: 4 }).run.sessions,
    ).toBe(2);
    expect(plan({ week: 1, tracks: tracks(), days: 4 }).run.walks?.sessions).toBe(2);
  });
});

describe('what stands in a week', () => {
  test('stretch days by week', () => {
    expect(
      [1, 2, 3, 4, 5, 6, 7, 12].map(
        (week) => plan({ week, tracks: tracks({ footCoreWeek: week }) }).stretchDays,
      ),
    ).toEqual([
      [2, 2],
      [2, 2],
      [3, 3],
      [3, 3],
      [4, 5],
      [4, 5],
      [7, 7],
      [7, 7],
    ]);
  });

  test.each<[suddenOnset: string | null, stretches: number]>([
    [null, 3],
    ['2026-03-02', 0],
    ['2026-03-01', 0],
    ['2026-02-28', 0],
    ['2026-02-27', 0],
    ['2026-02-26', 3],
  ])('a sudden start on %s: %i stretches (72 h)', (suddenOnset, stretches) => {
    expect(plan({ week: 1, baseline: baseline({ suddenOnset }) }).stretches).toHaveLength(stretches);
  });

  test('warm-up from week 4, and with the first run', () => {
    expect(plan({ week: 3 }).warmUp).toBeNull();
    expect(plan({ week: 4 }).warmUp?.id).toBe('EX-15');
    expect(plan({ week: 2, tracks: tracks({ level: 3, stage: 'R1' }) }).warmUp?.id).toBe('EX-15');
    expect(plan({ week: 1, tracks: tracks({ level: 3, stage: 'RK' }) }).warmUp?.id).toBe('EX-15');
    expect(plan({ week: 6, tracks: tracks({ level: 1 }) }).warmUp?.id).toBe('EX-15g');
  });

  test('add-on from week 5, as far as the level allows', () => {
    expect(plan({ week: 4 }).addOn).toEqual([]);
    expect(ids(plan({ week: 5 }).addOn)).toEqual(['EX-13', 'EX-14']);
    expect(ids(plan({ week: 5, tracks: tracks({ level: 1 }) }).addOn)).toEqual(['EX-14']);
    expect(ids(plan({ week: 5, tracks: tracks({ level: 0 }) }).addOn)).toEqual([]);
  });

  test('foot moves fall back to the seated version below their level (docs/clinical-rules.md §3.4)', () => {
    const feet = (level: 0 | 1 | 2 | 4 | 5, footCoreWeek: number): readonly string[] => [
      ...ids(plan({ tracks: tracks({ level, footCoreWeek }) }).footCoreMoves),
      ...ids(plan({ tracks: tracks({ level, footCoreWeek: footCoreWeek + 1 }) }).footCoreMoves),
    ];
    expect(feet(0, 3)).not.toContain('EX-24');
    expect(feet(1, 3)).toContain('EX-24');
    expect(feet(1, 5)).not.toContain('EX-25');
    expect(feet(2, 5)).toContain('EX-25');
    expect(feet(2, 7)).not.toContain('EX-27');
    expect(feet(2, 7)).not.toContain('EX-28');
    expect(feet(4, 7)).toEqual(expect.arrayContaining(['EX-27', 'EX-28']));
  });

  test('the hop of EX-28 is named from LV5, and never to those who may not hop', () => {
    const harder = (level: 4 | 5, change: Parameters<typeof baseline>[0] = {}): string =>
      [3, 4, 7, 8, 9, 10, 11]
        .flatMap(
          (footCoreWeek) =>
            plan({ tracks: tracks({ level, footCoreWeek }), baseline: baseline(change) }).footCoreMoves,
        )
        .filter((m) => m.id === 'EX-28')
        .map((m) => m.harder)
        .join();
    expect(harder(4)).not.toContain('hop');
    expect(harder(5)).toContain('hop');
    expect(harder(5, { site: 'heelbone' })).not.toContain('hop');
    expect(harder(5, { caps: ['tendonMedicine'] })).not.toContain('hop');
  });

  test('after a step back with an average of five or more: the seated block', () => {
    const p = plan({ tracks: tracks({ level: 4, footCoreWeek: 7, footCoreEased: true }) });
    expect(p.footCore).toBe('FC1');
    expect(ids(p.footCoreMoves).every((id) => ['EX-20', 'EX-21', 'EX-22', 'EX-23'].includes(id))).toBe(true);
  });

  test('all moves of a block come round in its two weeks', () => {
    for (const from of [1, 3, 5, 7]) {
      const seen = new Set(
        [from, from + 1].flatMap((footCoreWeek) =>
          ids(plan({ tracks: tracks({ level: 5, footCoreWeek }) }).footCoreMoves),
        ),
      );
      expect(seen.size, `week ${from}`).toBe(4);
    }
  });

  test('LV7: loaded raises on two of three days, feet take the room of the third', () => {
    const p = plan({ week: 11, tracks: tracks({ level: 7, stage: 'R8', footCoreWeek: 11 }) });
    expect(p.strength.map((e) => [e.id, e.sessionsPerWeek])).toEqual([
      ['EX-18', undefined],
      ['EX-19', undefined],
      ['EX-08h', 2],
      ['EX-09h', 2],
    ]);
    expect(p.footCoreMoves.map((e) => e.sessionsPerWeek)).toEqual([undefined, 1, 1]);
  });

  test('heel bone: back to hops and stretches once calm, never to the step', () => {
    const at = tracks({ level: 5 });
    const person = baseline({ site: 'heelbone' });
    expect(ids(plan({ tracks: at, baseline: person }).strength)).toEqual(['EX-08', 'EX-09']);
    const calm = plan({ tracks: at, baseline: person, heelBoneCalm: true });
    expect(ids(calm.strength)).toEqual(['EX-08', 'EX-09']);
    expect(calm.stretches).toHaveLength(3);
  });

  test('numb feet keep their shoes on', () => {
    const p = plan({ baseline: baseline({ conditions: ['diabeticFoot'] }) });
    for (const m of p.footCoreMoves) expect(m.setUp).toMatch(/^Keep your shoes and socks on/);
    for (const m of p.strength) expect(m.setUp).not.toMatch(/Keep your shoes/);
  });

  test('new is what last week did not print', () => {
    const p = plan({
      week: 3,
      tracks: tracks({ level: 3, footCoreWeek: 3 }),
      previous: tracks({ level: 2, footCoreWeek: 2 }),
    });
    expect(Object.fromEntries(p.strength.map((e) => [e.id, e.isNew]))).toEqual({
      'EX-07': true,
      'EX-06': false,
    });
    expect(p.stretches.every((e) => !e.isNew)).toBe(true);
    expect(plan({ week: 1, previous: null }).strength.every((e) => e.isNew)).toBe(true);
    const again = plan({ week: 3, tracks: tracks({ level: 2 }), previous: tracks({ level: 2 }) });
    expect([...again.strength, ...again.footCoreMoves].every((e) => !e.isNew)).toBe(true);
  });
});

describe('running', () => {
  test('LV0 walks five to ten minutes; later 20 to 30, from week 3 brisk for 30', () => {
    expect(plan({ week: 1, tracks: tracks({ level: 0 }) }).run).toMatchObject({
      sessions: 0,
      walks: { minutes: [5, 10], brisk: false },
    });
    expect(plan({ week: 2 }).run.walks).toMatchObject({ sessions: 3, minutes: [20, 30], brisk: false });
    expect(plan({ week: 3 }).run.walks).toMatchObject({ minutes: [30, 30], brisk: true });
    expect(plan({ week: 5, tracks: tracks({ level: 4, stage: 'R2' }) }).run.walks).toBeNull();
  });

  test('two days off first after a step back', () => {
    expect(plan({ tracks: tracks({ level: 3, stage: 'R2', daysOffRunning: true }) }).run.daysOffFirst).toBe(
      2,
    );
    expect(plan({ tracks: tracks({ level: 3, stage: 'R2' }) }).run.daysOffFirst).toBe(0);
  });

  test('RK: 60 to 70 percent, following the longest run; no hills for two weeks', () => {
    const rk = (
      longestRun: number | null,
      weeksAtStage: number,
      rkRegressions = 0,
      told: number | null = 50,
    ) =>
      plan({
        week: 3,
        tracks: tracks({ level: 4, stage: 'RK', longestRun, weeksAtStage, rkRegressions }),
        baseline: baseline({ longestRun30d: told }),
      }).run;
    expect(rk(50, 1)).toMatchObject({ longestRun: 50, volumePercent: [60, 70], noHills: true, sessions: 3 });
    expect(rk(55, 3)).toMatchObject({ volumePercent: [66, 77], noHills: false });
    expect(rk(35, 3, 1)).toMatchObject({ volumePercent: [42, 49] });
    expect(rk(100, 3)).toMatchObject({ volumePercent: [100, 100] });
    expect(rk(null, 2, 1, null)).toMatchObject({ longestRun: null, volumePercent: [42, 49], noHills: true });
  });
});

const LEVELS_AND_STAGES = ([0, 1, 2, 3, 4, 5, 6, 7] as const).flatMap((level) =>
  (['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'RK'] as const).map(
    (stage) => [level, stage] as const,
  ),
);

describe('gates', () => {
  const gates = (change: Partial<PlanInput>): readonly string[] => plan(change).gates.map((g) => g.gate);

  test('one a track, the next gate’s own', () => {
    expect(gates({ tracks: tracks({ level: 2 }) })).toEqual(['LV2→LV3']);
    expect(gates({ tracks: tracks({ level: 3 }) })).toEqual(['LV3→LV4', 'R0→R1']);
    expect(gates({ tracks: tracks({ level: 4, stage: 'R4' }) })).toEqual(['LV4→LV5']);
    expect(gates({ tracks: tracks({ level: 5, stage: 'R4' }) })).toEqual(['LV5→LV6', 'R4→R5']);
    expect(gates({ tracks: tracks({ level: 7, stage: 'R9' }) })).toEqual([]);
    expect(gates({ tracks: tracks({ level: 5, stage: 'R8' }) })).toEqual(['LV5→LV6']);
    expect(gates({ tracks: tracks({ level: 4, stage: 'RK', longestRun: 30 }) })).toEqual(['LV4→LV5', 'RK']);
  });

  test('none where a cap or a sudden start holds the track', () => {
    expect(gates({ tracks: tracks({ level: 2 }), baseline: baseline({ caps: ['longPain'] }) })).toEqual([]);
    expect(gates({ tracks: tracks({ level: 1 }), baseline: baseline({ caps: ['thirdStrain'] }) })).toEqual([
      'LV1→LV2',
    ]);
    expect(
      gates({ tracks: tracks({ level: 4, stage: 'R3' }), baseline: baseline({ caps: ['tendonMedicine'] }) }),
    ).toEqual(['R3→R4']);
    expect(
      gates({ tracks: tracks({ level: 2 }), baseline: baseline({ suddenOnset: '2026-03-01' }) }),
    ).toEqual([]);
    expect(
      gates({ tracks: tracks({ level: 3 }), baseline: baseline({ suddenOnset: '2026-02-16' }) }),
    ).toEqual(['LV3→LV4', 'R0→R1']);
  });

  const SIDES = ['both', 'none'] as const;
  const EVERYWHERE = LEVELS_AND_STAGES.flatMap((at) => SIDES.map((side) => ({ at, side })));
  test.each(EVERYWHERE)(
    'with $side calves sore nobody is asked about “the sore leg” at $at',
    ({ at: [level, stage], side }) => {
      for (const over of [{}, { site: 'heelbone' }, { caps: ['tendonMedicine'] }] as const) {
        const words = plan({
          tracks: tracks({ level, stage }),
          baseline: baseline({ side, ...over }),
        }).gates.flatMap(({ test, short }) => [test, short]);
        expect(words.join(' ')).not.toMatch(/sore leg|of the other/);
      }
    },
  );

  test('where two runs are the test, it says so', () => {
    const r1 = plan({ tracks: tracks({ level: 3, stage: 'R1' }) }).gates.find((g) => g.track === 'running');
    expect(r1).toMatchObject({ runsOnly: true, test: curriculum.twoSessions });
    const r3 = plan({ tracks: tracks({ level: 4, stage: 'R3' }) }).gates.find((g) => g.track === 'running');
    expect(r3?.runsOnly).toBeUndefined();
  });

  test.each<[ageBand: (typeof AGE_BANDS)[number], half: number, threeQuarters: number]>([
    ['18-29', 13, 19],
    ['30-39', 13, 19],
    ['40-49', 13, 19],
    ['50-59', 11, 17],
    ['60-69', 10, 15],
    ['70+', 8, 12],
  ])('raises asked at %s: %i and %i', (ageBand, half, threeQuarters) => {
    expect(raisesTarget(ageBand, 50, curriculum)).toBe(half);
    expect(raisesTarget(ageBand, 75, curriculum)).toBe(threeQuarters);
  });

  test('legs are compared only when one of them is sore', () => {
    const test_ = (side: 'left' | 'both' | 'none'): string =>
      plan({ tracks: tracks({ level: 4 }), baseline: baseline({ side }) }).gates[0]?.test ?? '';
    expect(test_('left')).toContain('80 percent of the other leg');
    expect(test_('both')).not.toContain('other leg');
    expect(test_('none')).not.toContain('other leg');
    const r7 = plan({
      tracks: tracks({ level: 5, stage: 'R7' }),
      baseline: baseline({ side: 'both' }),
    }).gates.find((g) => g.track === 'running');
    expect(r7?.test).toMatch(/19 single-leg raises with the weaker leg/);
  });
});
