/**
 * One course for whoever looks before joining: a calm runner, played through the weekly decision itself
 * (docs/clinical-rules.md §9.8).
 */
import { decideWeek } from '../../program/adapt/decide-week.ts';
import { dueFields } from '../../program/adapt/due.ts';
import { type CheckInAnswers, checkInAnswers } from '../../program/answers/check-in.ts';
import { type IntakeAnswers, intakeAnswers } from '../../program/answers/intake.ts';
import type { Baseline, Opening, Tracks, WeekDecision } from '../../program/course/types.ts';
import { levelOf, stageOf } from '../../program/curriculum/lookup.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { chooseLessons } from '../../program/plan/lessons.ts';
import { startPoint } from '../../program/triage/start.ts';
import { triageIntake } from '../../program/triage/triage.ts';

/**
 * A runner of 35 with an average of 5 who calms down by week 3 and passes every test: course A of the tests.
 */
const CALM: Partial<IntakeAnswers> = {
  consentHealth: true,
  intent: 'pain',
  side: 'left',
  site: 'lower',
  onset: 'gradual',
  hurtsWhen: 'running',
  painAverage: 5,
  painWorst: 6,
  nextDay: 'settled',
  twoLegRaise: 'fine',
  singleLegRaise: 'fine',
  singleLegReps: 10,
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  redFlags: [],
  conditions: [],
  weekday: 1,
  hour: 7,
  timeZone: 'UTC',
  units: 'km',
};
const CALM_AVERAGES: readonly number[] = [2, 2, 1];
/** Any day: nothing of a gradual start depends on it. */
const DAY: LocalDate = '2026-03-02';

const calmAnswers = (opening: Opening, curriculum: Curriculum): CheckInAnswers => {
  const due = dueFields(opening, curriculum, DAY);
  const when = <T>(field: string, value: T): T | null => (due.includes(field) ? value : null);
  const average = CALM_AVERAGES[Math.min(opening.week, CALM_AVERAGES.length) - 1] ?? 1;
  assert(opening.tracks.stage !== 'RK', 'the calm course walks and jogs');
  return checkInAnswers.parse({
    painAverage: average,
    painWorst: average + 1,
    nextDay: 'settled',
    sessionsDone: opening.sessionsPlanned,
    longestRunMinutes: stageOf(curriculum, opening.tracks.stage).totalRunMinutes,
    painkillers: 'no',
    redFlags: [],
    gateStrength: when('gateStrength', 'yes'),
    gateRun: when('gateRun', 'yes'),
    runsDone: when('runsDone', 3),
    raisesSore: when('raisesSore', curriculum.raises.ceiling),
    raisesOther: when('raisesOther', curriculum.raises.ceiling),
  });
};

export interface CalmWeek {
  readonly week: number;
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  /** Why it stands where it stands; empty in the first week. */
  readonly reasons: WeekDecision['reasons'];
  readonly lessons: readonly string[];
}

/** The weeks of a calm course, each decided by the engine from the answers of the one before. */
export function calmCourse(curriculum: Curriculum): readonly CalmWeek[] {
  const intake = intakeAnswers.parse(CALM);
  const { tracks, baseline } = startPoint(intake, triageIntake(intake, DAY), DAY, curriculum);
  const planned = (t: Tracks): number => levelOf(curriculum, t.level).sessionsPerWeek;
  let opening: Opening = {
    week: 1,
    tracks,
    baseline,
    history: [],
    missed: 0,
    sessionsPlanned: planned(tracks),
    restriction: 'noAcceleration',
    previousAverage: intake.painAverage,
  };
  const sent: string[] = [];
  const weeks: CalmWeek[] = [];
  let reasons: WeekDecision['reasons'] = [];
  for (let week = 1; week <= curriculum.weeks.nominal; week += 1) {
    const lessons = chooseLessons({ week, tracks: opening.tracks, baseline, sent, today: DAY }, curriculum);
    sent.push(...lessons);
    weeks.push({ week, tracks: opening.tracks, baseline, reasons, lessons });
    const decision = decideWeek(opening, calmAnswers(opening, curriculum), DAY, curriculum);
    reasons = decision.reasons;
    opening = {
      ...opening,
      week: week + 1,
      tracks: decision.tracks,
      history: [...opening.history, decision.digest],
      restriction: 'none',
      sessionsPlanned: planned(decision.tracks),
      previousAverage: decision.digest.average ?? opening.previousAverage,
    };
  }
  return weeks;
}
