/**
 * The whole programme as anybody may read it before joining (`/programme`): nothing is typed here that the
 * engine or the curriculum knows. The weeks are those of a calm runner, played through the weekly decision
 * itself (docs/clinical-rules.md §9.8).
 */
import { RULE_ROWS } from '../../program/adapt/decision-table.ts';
import { MODIFIER_ROWS } from '../../program/adapt/modifiers.ts';
import type { Outcome } from '../../program/course/types.ts';
import { levelOf, phaseOf } from '../../program/curriculum/lookup.ts';
import type { Curriculum, Prescribed } from '../../program/curriculum/schema.ts';
import type { Block, ExerciseText } from '../../program/curriculum/words-schema.ts';
import { TRIAGE_ROWS } from '../../program/triage/rows.ts';
import type { Dosed } from '../plan/dose.ts';
import { footCoreName, runningName } from '../words/words.ts';
import { type CalmWeek, calmCourse } from './calm-course.ts';

export interface ProgrammeWeek {
  readonly week: number;
  readonly phase: string;
  readonly level: number;
  readonly levelName: string;
  readonly running: string;
  readonly footCore: string;
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
}
export interface DosedExercise extends Dosed {
  readonly id: string;
  readonly name: string;
}
export interface ProgrammeLevel {
  readonly level: number;
  readonly name: string;
  readonly sessionsPerWeek: number;
  readonly sessionMinutes: readonly [number, number];
  readonly hoursBetween: number | null;
  readonly note: string | null;
  readonly exercises: readonly DosedExercise[];
  /** The test that opens the next level; null at the top. */
  readonly test: string | null;
}
export interface ProgrammeStage {
  readonly stage: string;
  readonly running: string;
  readonly minutes: number;
  readonly test: string | null;
}
export interface ProgrammeBlock {
  readonly name: string;
  readonly weeks: readonly [number, number];
  readonly moves: readonly DosedExercise[];
}
export interface RuleLine {
  readonly id: string;
  readonly says: string;
}
export interface ProgrammeLesson {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Only sent after the painkiller questions. */
  readonly painkiller: readonly Block[];
  readonly action: string | null;
}
export interface ProgrammeWork {
  readonly topic: string;
  readonly cite: string;
  readonly doi: string | null;
  readonly supports: string;
  readonly limits: string | null;
}
export interface ProgrammeView {
  readonly version: string;
  readonly weeks: { readonly min: number; readonly nominal: number; readonly max: number };
  readonly phases: Curriculum['phases'];
  readonly course: readonly ProgrammeWeek[];
  readonly painRule: readonly string[];
  readonly levels: readonly ProgrammeLevel[];
  readonly stages: readonly ProgrammeStage[];
  readonly footCore: readonly ProgrammeBlock[];
  readonly stretches: { readonly exercises: readonly DosedExercise[]; readonly days: readonly string[] };
  readonly exercises: readonly ExerciseText[];
  readonly lessons: readonly ProgrammeLesson[];
  /** By what they do: stops first. */
  readonly rules: readonly { readonly title: string; readonly rules: readonly RuleLine[] }[];
  readonly graduation: readonly string[];
  readonly works: readonly ProgrammeWork[];
}

/** A self-test for everybody: the numbers of one runner are said as shares. */
export const testWords = (gate: string): string =>
  gate
    .replace(
      /\{raises(\d+)\} single-leg raises/g,
      'single-leg raises ($1 percent of the usual number for the age)',
    )
    .replace(/\{raises(\d+)\}/g, '$1 percent of the usual number for the age')
    .replace(/\{symmetry(\d+)\}/g, ', and the sore leg does at least $1 percent of the raises of the other');

const dosed = (curriculum: Curriculum, p: Dosed & Pick<Prescribed, 'exercise'>): DosedExercise => ({
  id: p.exercise,
  name: curriculum.exercises[p.exercise]?.name ?? p.exercise,
  dose: p.dose,
  sessionsPerWeek: p.sessionsPerWeek,
});

const RULE_GROUPS: readonly { readonly title: string; readonly outcomes: readonly Outcome[] }[] = [
  { title: 'It stops and points to a doctor', outcomes: ['STOP_EMERGENCY', 'STOP_DOCTOR'] },
  { title: 'It eases', outcomes: ['REGRESS'] },
  { title: 'It repeats the week', outcomes: ['HOLD'] },
  { title: 'It moves on', outcomes: ['PROGRESS', 'ACCELERATE'] },
];

function ruleGroups({ rules }: Curriculum): ProgrammeView['rules'] {
  const line =
    (table: Readonly<Record<string, string>>) =>
    (id: string): RuleLine => ({ id, says: table[id] ?? '' });
  const codes = [...new Set(TRIAGE_ROWS.map((row) => row.code))];
  return [
    { title: 'Answers that stop it, or send you to somebody first', rules: codes.map(line(rules.triage)) },
    ...RULE_GROUPS.map(({ title, outcomes }) => ({
      title,
      rules: RULE_ROWS.filter((row) => outcomes.includes(row.outcome)).map((row) =>
        line(rules.adapt)(row.id),
      ),
    })),
    {
      title: 'It looks at several weeks together',
      rules: MODIFIER_ROWS.map((row) => line(rules.modifiers)(row.id)),
    },
    { title: 'Which lessons come first', rules: Object.keys(rules.relevance).map(line(rules.relevance)) },
    { title: 'And besides', rules: Object.keys(rules.also).map(line(rules.also)) },
  ];
}

const stretchDays = (curriculum: Curriculum): readonly string[] =>
  curriculum.stretchSchedule.schedule.map(({ fromWeek, days: [from, to] }) => {
    const days =
      from === 7
        ? 'daily, if it helps'
        : from === to
          ? `${from} days a week`
          : `${from} to ${to} days a week`;
    return `From week ${fromWeek}: ${days}.`;
  });

const weekOf = (curriculum: Curriculum, { week, tracks, lessons }: CalmWeek): ProgrammeWeek => ({
  week,
  phase: phaseOf(curriculum, week).name,
  level: tracks.level,
  levelName: levelOf(curriculum, tracks.level).name,
  running: runningName(curriculum, tracks),
  footCore: footCoreName(curriculum, tracks),
  lessons: lessons.map((id) => ({ id, title: curriculum.lessons.find((l) => l.id === id)?.title ?? id })),
});

/** Everything `/programme` shows. Pure: same curriculum, same page. */
export function programmeView(curriculum: Curriculum): ProgrammeView {
  const { rules, stretchSchedule, painRule } = curriculum;
  return {
    version: curriculum.version,
    weeks: { min: curriculum.weeks.min, nominal: curriculum.weeks.nominal, max: curriculum.weeks.max },
    phases: curriculum.phases,
    course: calmCourse(curriculum).map((week) => weekOf(curriculum, week)),
    painRule: [...painRule.lines, painRule.nextMorning],
    levels: curriculum.levels.map((level) => ({
      level: level.level,
      name: level.name,
      sessionsPerWeek: level.sessionsPerWeek,
      sessionMinutes: level.sessionMinutes,
      hoursBetween: level.hoursBetween,
      note: level.note ?? null,
      exercises: level.exercises.map((p) => dosed(curriculum, p)),
      test: level.gate === null ? null : testWords(level.gate),
    })),
    stages: curriculum.stages.map((row) => ({
      stage: row.stage,
      running: runningName(curriculum, { stage: row.stage, longestRun: null }),
      minutes: row.sessionMinutes,
      test: row.stage === 'R9' ? null : row.gate === null ? curriculum.twoSessions : testWords(row.gate),
    })),
    footCore: curriculum.footCore.blocks.map(({ name, weeks, moves }) => ({
      name,
      weeks,
      moves: moves.map((m) => dosed(curriculum, m)),
    })),
    stretches: {
      exercises: stretchSchedule.exercises.map((id) =>
        dosed(curriculum, { exercise: id, dose: stretchSchedule.dose }),
      ),
      days: stretchDays(curriculum),
    },
    exercises: Object.values(curriculum.exercises),
    lessons: curriculum.lessons.map(({ id, title, body, painkiller, action }) => ({
      id,
      title,
      blocks: body,
      painkiller,
      action,
    })),
    rules: ruleGroups(curriculum),
    graduation: Object.values(rules.graduation),
    works: curriculum.works.map(({ topic, cite, doi, supports, limits }) => ({
      topic,
      cite,
      doi: doi ?? null,
      supports,
      limits: limits ?? null,
    })),
  };
}
