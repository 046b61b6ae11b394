/** Openings, answers and the real numbers for the tests of the rules. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decideWeek } from '../../../program/adapt/decide-week.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import type { RuleNumbers } from '../../../program/course/tracks.ts';
import type { Baseline, Opening, Tracks, WeekDecision, WeekDigest } from '../../../program/course/types.ts';
import { levelsFile, programmeFile, runningFile } from '../../../program/curriculum/schema.ts';

const yaml = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../curriculum/${name}.yaml`, import.meta.url), 'utf8'));
const { stages, keepRunning, spike } = runningFile.parse(yaml('running'));
const { raises, measures, weeks } = programmeFile.parse(yaml('programme'));
/** The numbers a physiotherapist edits, as they are. */
export const numbers: RuleNumbers = {
  levels: levelsFile.parse(yaml('levels')).levels,
  stages,
  keepRunning,
  spike,
  raises,
  measures,
  weeks,
};

export const TODAY = '2026-03-02';
/** The local date `days` after TODAY (before, when negative). */
export const day = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A calm intake: gradual, average 3, all raises fine, does not run now. */
export const intake = (over: Partial<IntakeAnswers> = {}): IntakeAnswers => ({
  consentHealth: true,
  redFlags: [],
  conditions: [],
  intent: 'pain',
  side: 'left',
  site: 'lower',
  onset: 'gradual',
  onsetDate: day(-20),
  hurtsWhen: 'running',
  clotRisk: [],
  calfSince: null,
  painAverage: 3,
  painWorst: 4,
  nextDay: 'settled',
  twoLegRaise: 'fine',
  singleLegRaise: 'fine',
  singleLegReps: 10,
  runsNow: 'no',
  painRunning: null,
  longestRun30d: null,
  longestBefore: null,
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: 1,
  hour: 7,
  timeZone: 'Europe/Berlin',
  units: 'km',
  ...over,
});

/** A complete calm answer: average 1, worst 1, three sessions, no run, no test asked. */
export const checkIn = (over: Partial<CheckInAnswers> = {}): CheckInAnswers => ({
  painAverage: 1,
  painWorst: 1,
  nextDay: 'settled',
  sessionsDone: 3,
  longestRunMinutes: 0,
  painkillers: 'no',
  redFlags: [],
  gateStrength: null,
  gateRun: null,
  runsDone: null,
  worstWhen: null,
  stiffMinutes: null,
  singleLegRaise: null,
  calfSince: null,
  ranInBreak: null,
  raisesSore: null,
  raisesOther: null,
  psfs: null,
  change: null,
  conditions: null,
  normSex: null,
  newSurfaceOrShoes: null,
  note: null,
  ...over,
});

export const tracksAt = (over: Partial<Tracks> = {}): Tracks => ({
  level: 3,
  weeksAtLevel: 1,
  stage: 'R0',
  weeksAtStage: 1,
  footCoreWeek: 4,
  footCoreEased: false,
  longestRun: null,
  rkRegressions: 0,
  daysOffRunning: false,
  footCoreSessions: 9,
  ...over,
});
export const baselineOf = (over: Partial<Baseline> = {}): Baseline => ({
  painAverage: 4,
  painWorst: 5,
  intent: 'pain',
  side: 'left',
  site: 'lower',
  ageBand: '30-39',
  strainLast12m: '0',
  runsNow: 'no',
  longestRun30d: null,
  onsetDate: day(-40),
  conditions: [],
  suddenOnset: null,
  caps: [],
  startLevel: 1,
  startStage: 'R0',
  ...over,
});
export const digest = (over: Partial<WeekDigest> = {}): WeekDigest => ({
  week: 3,
  outcome: 'PROGRESS',
  rule: 'AD-21',
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
  ...over,
});
/** Week 4 of a calm course at LV3 and R0. */
export const openingOf = (over: Partial<Opening> = {}): Opening => ({
  week: 4,
  tracks: tracksAt(),
  baseline: baselineOf(),
  history: [],
  missed: 0,
  sessionsPlanned: 3,
  restriction: 'none',
  previousAverage: 1,
  ...over,
});
export const decide = (opening: Opening, answers: CheckInAnswers, today: string = TODAY): WeekDecision =>
  decideWeek(opening, answers, today, numbers);

/** The opening of the week after a decision that stopped nothing. */
export const following = (opening: Opening, decision: WeekDecision): Opening => ({
  ...opening,
  week: opening.week + 1,
  tracks: decision.tracks,
  history: [...opening.history, decision.digest],
  missed: 0,
  restriction: 'none',
  baseline: {
    ...opening.baseline,
    caps: [...opening.baseline.caps.filter((c) => !decision.liftedCaps.includes(c)), ...decision.addedCaps],
  },
  sessionsPlanned: numbers.levels[decision.tracks.level]?.sessionsPerWeek ?? 3,
  previousAverage: decision.digest.average ?? opening.previousAverage,
});
