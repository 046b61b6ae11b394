import type { Dose, PlannedExercise, WeekPlan } from '../../../program/course/plan.ts';
import type { Baseline, LevelNumber, Stage, Tracks } from '../../../program/course/types.ts';
import { theCurriculum } from '../../support/curriculum.ts';

export const curriculum = theCurriculum();
export const LEVELS: readonly LevelNumber[] = [0, 1, 2, 3, 4, 5, 6, 7];
export const STAGES: readonly Stage[] = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'RK'];

export const tracks = (change: Partial<Tracks> = {}): Tracks => ({
  level: 2,
  weeksAtLevel: 1,
  stage: 'R0',
  weeksAtStage: 1,
  footCoreWeek: 1,
  footCoreEased: false,
  longestRun: null,
  rkRegressions: 0,
  daysOffRunning: false,
  footCoreSessions: 0,
  ...change,
});
export const baseline = (change: Partial<Baseline> = {}): Baseline => ({
  painAverage: 3,
  painWorst: 4,
  intent: 'pain',
  side: 'left',
  site: 'upper',
  ageBand: '30-39',
  strainLast12m: '0',
  runsNow: 'no',
  longestRun30d: null,
  conditions: [],
  suddenOnset: null,
  caps: [],
  startLevel: 1,
  startStage: 'R0',
  ...change,
});
export const TODAY = '2026-03-02';

const doseText = (d: Dose): string => {
  const unit = d.metres === undefined ? '' : ` ${d.metres} m`;
  const reps = d.reps === undefined ? '' : `×${d.reps}${d.toReps === undefined ? '' : `–${d.toReps}`}`;
  const seconds =
    d.seconds === undefined ? '' : `×${d.seconds}${d.toSeconds === undefined ? '' : `–${d.toSeconds}`} s`;
  return `${d.sets}${d.toSets === undefined ? '' : `–${d.toSets}`}${reps}${seconds}${unit}, ${d.tempo}, rest ${d.restSeconds}${d.restSecondsTo === undefined ? '' : `–${d.restSecondsTo}`} s${d.eachSide ? ', each side' : ''}`;
};
const line = (e: PlannedExercise): string =>
  `  ${e.isNew ? 'new ' : '    '}${e.id} ${e.name}: ${doseText(e.dose)}${e.sessionsPerWeek === undefined ? '' : ` (on ${e.sessionsPerWeek} days)`}`;

/** A plan as a physiotherapist reads it. */
export const readable = (p: WeekPlan): string => {
  const { run } = p;
  const running =
    run.stage === 'RK'
      ? `${run.sessions} runs, longest ${run.longestRun ?? 'as in the last 30 days'}, ${run.volumePercent?.join('–')} % of the usual week${run.noHills ? ', no hills' : ''}`
      : run.sessions === 0
        ? `no running; ${run.walks?.sessions} ${run.walks?.brisk ? 'brisk ' : ''}walks of ${run.walks?.minutes.join('–')} min`
        : `${run.sessions} runs of ${run.intervals} × (${run.runMinutes}/${run.walkMinutes}), ${run.totalRunMinutes} min running in ${run.sessionMinutes}`;
  return [
    `Week ${p.week} · ${p.phase} · ${p.days} days`,
    `Strength level ${p.level} ${p.levelName}: ${p.sessions} sessions of ${p.sessionMinutes.join('–')} min${p.hoursBetween === null ? '' : `, ${p.hoursBetween} h apart`}`,
    ...p.strength.map(line),
    `Feet ${p.footCore}:`,
    ...p.footCoreMoves.map(line),
    `Stretches on ${p.stretchDays.join('–')} days:`,
    ...p.stretches.map(line),
    ...(p.warmUp === null ? [] : ['Warm-up:', line(p.warmUp)]),
    ...(p.addOn.length === 0 ? [] : ['Thighs and hips:', ...p.addOn.map(line)]),
    `Running ${p.stage}: ${running}${run.daysOffFirst > 0 ? `, after ${run.daysOffFirst} days off` : ''}`,
    `Cross-training: ${p.crossTraining}`,
    ...p.gates.map((g) => `Test ${g.gate}${g.runsOnly ? ' (the runs are the test)' : ''}: ${g.test}`),
    '',
  ].join('\n');
};
