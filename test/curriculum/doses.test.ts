/**
 * The numbers in the files against the tables of docs/clinical-rules.md, written out here once more as they
 * stand there.
 */
import { describe, expect, test } from 'vitest';
import type { Dose } from '../../program/course/plan.ts';
import { blockOfWeek } from '../../program/curriculum/lookup.ts';
import { theCurriculum } from '../support/curriculum.ts';

const curriculum = theCurriculum();
const one = (d: Dose, reps: number | undefined, seconds: number | undefined): string =>
  [d.sets, reps, seconds === undefined ? undefined : `${seconds} s`].filter((x) => x !== undefined).join('×');
const show = (d: Dose): string => {
  if (d.metres !== undefined) return `${d.sets}×${d.metres} m`;
  const from = one(d, d.reps, d.seconds);
  const to = d.toSets ?? d.toReps ?? d.toSeconds;
  return to === undefined
    ? from
    : `${from} → ${one({ ...d, sets: d.toSets ?? d.sets }, d.toReps ?? d.reps, d.toSeconds ?? d.seconds)}`;
};
const rest = (d: Dose): string =>
  d.restSecondsTo === undefined ? `${d.restSeconds}` : `${d.restSeconds}-${d.restSecondsTo}`;

describe('levels (docs/clinical-rules.md §2.9)', () => {
  test('exercises, doses, tempo and rest', () => {
    const rows = curriculum.levels.map((l) =>
      l.exercises.map((p) => `${p.exercise} ${show(p.dose)} ${p.dose.tempo} rest ${rest(p.dose)}`),
    );
    expect(rows).toEqual([
      ['EX-01 2×20 easy rest 60', 'EX-02 2×10 easy rest 60'],
      ['EX-03 5×30 s → 5×45 s hold rest 60-120', 'EX-04 5×30 s → 5×45 s hold rest 60-120'],
      ['EX-05 3×12 → 3×15 2-1-3 rest 60-90', 'EX-06 3×12 → 3×15 2-1-3 rest 60-90'],
      ['EX-07 3×8 → 3×10 2-1-4 rest 90', 'EX-06 3×15 2-1-4 rest 90'],
      ['EX-08 3×8 → 3×15 3-0-3 rest 90-120', 'EX-09 3×8 → 3×15 3-0-3 rest 90-120'],
      ['EX-08s 3×10 → 3×12 3-0-3 rest 120', 'EX-09s 3×10 → 3×12 3-0-3 rest 120', 'EX-17 3×20 quick rest 120'],
      [
        'EX-08h 4×8 → 4×6 3-0-3 rest 120-180',
        'EX-09h 4×8 → 4×6 3-0-3 rest 120-180',
        'EX-17 3×20 quick rest 120',
      ],
      [
        'EX-18 3×10 → 3×15 quick rest 120',
        'EX-19 3×30 s quick rest 120',
        'EX-08h 4×8 → 4×6 3-0-3 rest 120-180',
        'EX-09h 4×8 → 4×6 3-0-3 rest 120-180',
      ],
    ]);
  });

  test('names, sessions, minimum time, extra week, hours between', () => {
    expect(
      curriculum.levels.map((l) => [
        l.name,
        l.sessionsPerWeek,
        l.minimumDays,
        l.minimumWeeks,
        l.extraWeekForRisk,
        l.hoursBetween,
      ]),
    ).toEqual([
      ['Settle', 5, 3, 1, false, null],
      ['Hold', 4, 7, 1, false, null],
      ['Both legs', 3, 7, 1, false, null],
      ['Two up, one down', 3, 7, 1, false, null],
      ['One leg', 3, 14, 2, true, 48],
      ['On the step', 3, 14, 2, true, 48],
      ['Heavy slow', 3, 14, 2, true, 48],
      ['Spring', 3, 7, 1, false, 48],
    ]);
    expect(curriculum.levels[0]?.easyWalkMinutes).toEqual([5, 10]);
    expect(curriculum.levels[7]?.exercises.map((p) => p.sessionsPerWeek)).toEqual([
      undefined,
      undefined,
      2,
      2,
    ]);
  });

  test('the heel-bone lists have neither step nor hop', () => {
    for (const l of curriculum.levels.slice(5))
      expect(l.heelBone?.map((p) => p.exercise).filter((id) => /s$|EX-1[789]/.test(id))).toEqual([]);
  });

  test('each gate says the numbers of docs/clinical-rules.md §2.11', () => {
    const needed: readonly (readonly RegExp[])[] = [
      [/three days/, /10 minutes/, /limp/, /seated/, /3 or less/],
      [/5 times for 45 seconds/, /next morning/, /stairs/],
      [/3 sets of 15 of both/, /next morning/],
      [/3 sets of 10/, /5 clean single-leg raises/],
      [/3 sets of 15 of both/, /\{raises75\}/, /\{symmetry80\}/],
      [/3 sets of 12 on the step/, /3 sets of 20 rebounds at 2/, /\{symmetry85\}/],
      [/two weeks of loaded sets of 6 to 8/, /20 small two-leg hops/, /2 or less/, /\{symmetry90\}/],
    ];
    needed.forEach((patterns, i) => {
      for (const p of patterns) expect(curriculum.levels[i]?.gate, `gate of LV${i}`).toMatch(p);
    });
    expect(curriculum.levels[7]?.gate).toBeNull();
  });
});

describe('running (docs/clinical-rules.md §4.4)', () => {
  test('the ladder', () => {
    expect(
      curriculum.stages.map((s) => [
        s.stage,
        s.intervals,
        s.runMinutes,
        s.walkMinutes,
        s.totalRunMinutes,
        s.sessionMinutes,
        s.sessionsPerWeek,
      ]),
    ).toEqual([
      ['R0', 0, 0, 30, 0, 30, 3],
      ['R1', 6, 1, 4, 6, 30, 3],
      ['R2', 10, 1, 2, 10, 30, 3],
      ['R3', 15, 1, 1, 15, 30, 3],
      ['R4', 10, 2, 1, 20, 30, 3],
      ['R5', 7, 3, 1, 21, 28, 3],
      ['R6', 5, 5, 1, 25, 30, 3],
      ['R7', 3, 9, 1, 27, 30, 3],
      ['R8', 2, 14, 1, 28, 30, 3],
      ['R9', 1, 30, 0, 30, 30, 3],
    ]);
  });

  test('extra gates open the stage they stand at: R1, R4, R5, R6, R8, R9', () => {
    const into = (n: number): readonly [number | null, boolean] => [
      curriculum.stages[n - 1]?.nextNeedsLevel ?? null,
      curriculum.stages[n - 1]?.gate !== null,
    ];
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(into)).toEqual([
      [3, true],
      [null, false],
      [null, false],
      [null, true],
      [5, false],
      [null, true],
      [null, false],
      [null, true],
      [6, true],
    ]);
    expect(curriculum.stages[0]?.gate).toMatch(
      /30 minutes at 1 or less on two days.*\{raises50\}.*3 or less.*10 small two-leg jumps at 2 or less/,
    );
    expect(curriculum.stages[3]?.gate).toContain('{raises75}');
    expect(curriculum.stages[5]?.gate).toContain('20 small two-leg hops');
    expect(curriculum.stages[7]?.gate).toContain('85 percent');
    expect(curriculum.stages[8]?.gate).toContain('10 small hops on the sore leg at 2');
  });

  test('keep running, reduced', () => {
    const { sources: _, ...rk } = curriculum.keepRunning;
    expect(rk).toEqual({
      volumePercent: [60, 70],
      noHillsWeeks: 2,
      longestRunRaisePercent: 10,
      weeklyRaisePercent: [10, 20],
      raisesBeforeLevelWeek: 3,
      startPercentWithPain: 70,
      regressCutPercent: 30,
      secondRegressStage: 'R3',
      sessionsPerWeek: 3,
    });
    expect(curriculum.daysOffAfterRegress).toBe(2);
  });
});

describe('foot core (docs/clinical-rules.md §3.4)', () => {
  test('blocks and doses', () => {
    expect(
      Object.fromEntries(
        curriculum.footCore.blocks.map((b) => [b.block, b.moves.map((m) => `${m.exercise} ${show(m.dose)}`)]),
      ),
    ).toMatchObject({
      FC1: ['EX-20 2×10×5 s', 'EX-21 2×10×3 s', 'EX-22 2×10', 'EX-23 2×8'],
      FC2: ['EX-20t 3×8×6 s', 'EX-23 3×8', 'EX-22h 2×12', 'EX-24 3×20 s → 3×30 s'],
      FC3: ['EX-20o 3×6×6 s', 'EX-25 2×12', 'EX-26 2×12', 'EX-24r 3×30 s'],
      FC4: ['EX-20w 3×6', 'EX-27 3×20 m', 'EX-26 2×15', 'EX-28 2×6×3 s'],
    });
  });

  test('level gates', () => {
    const needs = Object.fromEntries(
      curriculum.footCore.blocks.flatMap((b) => b.moves.map((m) => [m.exercise.slice(0, 5), m.needsLevel])),
    );
    expect(needs).toMatchObject({ 'EX-24': 1, 'EX-25': 2, 'EX-27': 4, 'EX-28': 4 });
    expect(curriculum.exercises['EX-28']).toMatchObject({ harderFromLevel: 5, harderHops: true });
  });

  test('two weeks a block, then maintenance', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 60].map((w) => blockOfWeek(curriculum, w).block)).toEqual([
      'FC1',
      'FC1',
      'FC2',
      'FC2',
      'FC3',
      'FC3',
      'FC4',
      'FC4',
      'maintain',
      'maintain',
      'maintain',
    ]);
  });
});

describe('the rest of the week (docs/clinical-rules.md §9.7, §9.8)', () => {
  test('stretches, cross-training, add-on, warm-up, phases, weeks', () => {
    expect(curriculum.stretchSchedule.schedule.map((r) => [r.fromWeek, ...r.days])).toEqual([
      [1, 2, 2],
      [3, 3, 3],
      [5, 4, 5],
      [7, 7, 7],
    ]);
    expect(show(curriculum.stretchSchedule.dose)).toBe('2×30 s → 3×30 s');
    expect(curriculum.stretchSchedule.notBeforeHours).toBe(72);
    expect(curriculum.crossTraining.map((c) => c.sessions)).toEqual([1, 2]);
    expect(curriculum.addOn).toMatchObject({ fromWeek: 5, sessionsPerWeek: 2 });
    expect(curriculum.addOn.exercises.map((p) => `${p.exercise} ${show(p.dose)}`)).toEqual([
      'EX-13 2×8 → 3×12',
      'EX-14 2×8 → 3×12',
    ]);
    expect(curriculum.warmUp).toMatchObject({ exercise: 'EX-15', fromWeek: 4, minutes: [5, 10] });
    expect(curriculum.phases.map((p) => [p.name, p.fromWeek])).toEqual([
      ['Settle', 1],
      ['Build', 3],
      ['Strengthen', 6],
      ['Reload', 9],
      ['Return', 11],
    ]);
    expect([curriculum.weeks.min, curriculum.weeks.nominal, curriculum.weeks.max]).toEqual([8, 12, 20]);
    expect(curriculum.session.maxItems).toBe(5);
  });

  test('the pain rule', () => {
    expect(curriculum.painRule.strength).toEqual({ carryOnTo: 3, easeOffTo: 5, stopFrom: 6 });
    expect(curriculum.painRule.running).toEqual({ carryOnTo: 2, easeOffTo: 5, stopFrom: 6 });
    expect(curriculum.painRule.doctorFrom).toBe(7);
  });
});
