/**
 * The start level and stage (docs/clinical-rules.md §9.2): rows from top to bottom, the first match wins,
 * then the caps.
 */
import type { IntakeAnswers } from '../answers/intake.ts';
import {
  daysSinceSudden,
  highestLevel,
  levelAt,
  levelRow,
  RUNNING_LEVEL,
  type RuleNumbers,
  runningCap,
  SUDDEN_DAYS,
  stageRow,
} from '../course/tracks.ts';
import type { Baseline, Cap, LevelNumber, Reason, Stage, Tracks } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { isPrevention } from './contradictions.ts';
import { LONG_PAIN_DAYS } from './rows.ts';
import { RUN_PAIN, SUDDEN_LEVEL, startReasons } from './start-reasons.ts';
import type { Triage } from './triage.ts';

export interface StartPoint {
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  readonly reasons: readonly Reason[];
  /** TR-P: `start` recommends a physiotherapist. */
  readonly physio: boolean;
}

/**
 * docs/clinical-rules.md §9.2: "less than 72 hours ago" is local calendar days 0 to 3, for an onset is known
 * by its date only (docs/clinical-rules.md §12 A8).
 */
const FRESH_DAYS = 3;
/**
 * A sudden onset within this many days counts as a strain of the last twelve months (docs/clinical-rules.md
 * §12 A8).
 */
const STRAIN_DAYS = 365;
/** docs/clinical-rules.md §9.2: average 5–6 starts on holds, whatever the raises show. */
const AMBER_AVERAGE = 5;
const FULL_RAISES = 10;
const PREVENT_LEVEL: LevelNumber = 3;
/**
 * docs/clinical-rules.md §12, blank answers: an unknown day may lie more than six weeks back, which starts
 * here and with walks (TR-P1).
 */
const UNKNOWN_DAY_LEVEL: LevelNumber = 2;
/** With a tendon that settles running is kept at this run pain (docs/clinical-rules.md §12 A12). */
const TENDON_PAIN = 3;

export interface StartRow {
  readonly id: string;
  readonly when: (a: IntakeAnswers, suddenDays: number | null) => boolean;
  readonly level: LevelNumber;
}

/**
 * A raise left open takes the safest row that any answer to it could have taken; "not tried" takes ST-4 or
 * ST-5.
 */
export const START_ROWS: readonly StartRow[] = [
  { id: 'ST-1', when: (_, sudden) => sudden !== null && sudden <= FRESH_DAYS, level: 0 },
  { id: 'ST-2', when: (a) => a.twoLegRaise !== 'fine' && a.twoLegRaise !== 'notTried', level: 0 },
  { id: 'ST-3', when: (a) => a.painAverage >= AMBER_AVERAGE, level: 1 },
  { id: 'ST-4', when: (a) => a.twoLegRaise === 'notTried', level: 1 },
  {
    id: 'ST-5',
    when: (a) => a.singleLegRaise !== 'fine' || a.singleLegReps === null || a.singleLegReps === 0,
    level: 2,
  },
  { id: 'ST-6', when: (a) => (a.singleLegReps ?? 0) < FULL_RAISES, level: 3 },
  { id: 'ST-7', when: () => true, level: 4 },
];

const capsOf = (a: IntakeAnswers, triage: Triage): readonly Cap[] => {
  const noted = (answer: string): boolean =>
    triage.findings.some((f) => f.route === 'note' && f.answer === answer);
  const caps: Cap[] = [];
  if (noted('onsetDate.over6weeks')) caps.push('longPain');
  if (noted('strainLast12m.3+')) caps.push('thirdStrain');
  if (noted('singleLegRaise.cannotEither') || noted('twoLegRaise.cannotEither')) caps.push('noSingleRaise');
  // They only get here after a clinician's consent; the cap stays (docs/clinical-rules.md §6.5).
  if (a.conditions.includes('quinolone6m') || a.conditions.includes('steroids')) caps.push('tendonMedicine');
  return caps;
};

/** Something hurts, at rest or in a run. */
const hasPain = (a: IntakeAnswers): boolean =>
  a.painAverage >= 1 || a.painWorst >= 1 || (a.painRunning ?? 0) >= 1;

/**
 * RK's first longest run: the longest of the last thirty days, seven tenths of it with any pain
 * (docs/clinical-rules.md §12 A5). Null = no length is known, or nothing is left of it; then nobody keeps
 * running.
 */
const firstLongestRun = (a: IntakeAnswers, { keepRunning }: RuleNumbers): number | null => {
  if (a.longestRun30d === null || (a.runsNow !== 'yes' && a.runsNow !== 'reduced')) return null;
  const minutes = hasPain(a)
    ? Math.floor((a.longestRun30d * keepRunning.startPercentWithPain) / 100)
    : a.longestRun30d;
  return minutes > 0 ? minutes : null;
};

/**
 * docs/clinical-rules.md §4.1: run pain of at most 2, settled by the next morning, from LV3, and no limit
 * that asks for walks.
 */
const mayKeepRunning = (a: IntakeAnswers, level: LevelNumber, caps: readonly Cap[]): boolean =>
  a.painRunning !== null &&
  a.painRunning <= RUN_PAIN &&
  a.nextDay === 'settled' &&
  level >= RUNNING_LEVEL &&
  runningCap(caps) === null;

/**
 * docs/clinical-rules.md §12 A12: the middle of the Achilles tendon, sore for more than six weeks, settles
 * after running at no more than 3 (Silbernagel2007).
 */
const isRunningTendon = (a: IntakeAnswers, caps: readonly Cap[], today: LocalDate): boolean =>
  a.site === 'achilles' &&
  a.onset === 'gradual' &&
  a.onsetDate !== null &&
  daysBetween(a.onsetDate, today) > LONG_PAIN_DAYS &&
  a.twoLegRaise === 'fine' &&
  (a.singleLegRaise === 'fine' || a.singleLegRaise === 'hurts') &&
  a.painRunning !== null &&
  a.painRunning <= TENDON_PAIN &&
  a.painAverage <= TENDON_PAIN &&
  a.nextDay === 'settled' &&
  caps.every((cap) => cap === 'longPain');

/**
 * Where an eligible runner begins. `triage` must be `eligible` (a broken promise of ours otherwise): nobody
 * starts on a stop. Nobody starts above LV4: one observed week first.
 */
export const startPoint = (
  answers: IntakeAnswers,
  triage: Triage,
  today: LocalDate,
  numbers: RuleNumbers,
): StartPoint => {
  assert(triage.route === 'eligible', `a start needs an eligible triage, not ${triage.route}`);
  const suddenOnset = suddenDate(answers, today);
  const suddenDays = daysSinceSudden({ suddenOnset }, today);
  const isSudden = suddenDays !== null && suddenDays <= SUDDEN_DAYS;
  const isUnknownDay = answers.onsetDate === null && !isPrevention(answers);
  const caps = capsOf(answers, triage);
  const row = START_ROWS.find((r) => r.when(answers, suddenDays));
  assert(row !== undefined, 'a start row matches');
  const ceilings = [
    row.level,
    highestLevel(caps),
    isSudden ? SUDDEN_LEVEL : row.level,
    isUnknownDay ? UNKNOWN_DAY_LEVEL : row.level,
    answers.intent === 'pain' ? row.level : PREVENT_LEVEL,
  ];
  const level = levelAt(Math.min(...ceilings));
  const first = firstLongestRun(answers, numbers);
  const keeps =
    first !== null &&
    !isSudden &&
    !isUnknownDay &&
    level > 0 &&
    (mayKeepRunning(answers, level, caps) || isRunningTendon(answers, caps, today));
  const stage: Stage = keeps ? 'RK' : 'R0';
  assert(
    levelRow(numbers, level).level === level && (stage === 'RK' || stageRow(numbers, stage) !== null),
    'the curriculum knows the start',
  );

  const tracks: Tracks = {
    level,
    weeksAtLevel: 1,
    stage,
    weeksAtStage: 1,
    footCoreWeek: 1,
    footCoreEased: false,
    longestRun: stage === 'RK' ? first : null,
    rkRegressions: 0,
    daysOffRunning: false,
    footCoreSessions: 0,
  };
  const baseline: Baseline = {
    painAverage: answers.painAverage,
    painWorst: Math.max(answers.painAverage, answers.painWorst),
    intent: isPrevention(answers) ? 'prevent' : 'pain',
    side: answers.side,
    site: answers.site,
    ageBand: answers.ageBand,
    strainLast12m: strainsOf(answers, suddenOnset, suddenDays),
    runsNow: answers.runsNow,
    longestRun30d: answers.longestRun30d,
    longestBefore: answers.longestBefore,
    startLongestRun: stage === 'RK' ? first : null,
    onsetDate: answers.onsetDate !== null && answers.onsetDate > today ? today : answers.onsetDate,
    nextDay: answers.nextDay,
    ticks: answers.redFlags.includes('journey') ? [{ sign: 'journey', on: today }] : [],
    conditions: answers.conditions,
    suddenOnset,
    caps,
    startLevel: level,
    startStage: stage,
  };
  return {
    tracks,
    baseline,
    reasons: startReasons(answers, triage, { level, stage, caps, row, suddenDays, longestRun: first }),
    physio: triage.findings.some((f) => f.route === 'note'),
  };
};

/**
 * The day of a sudden onset. Unknown or in the future = the day it was told (docs/clinical-rules.md §9.2).
 * How it began left open: a day within the first fourteen counts as sudden, and so does no day at all
 * (docs/clinical-rules.md §12 A8, blank answers).
 */
const suddenDate = (a: IntakeAnswers, today: LocalDate): LocalDate | null => {
  if (a.onset === 'gradual' || (a.onset === null && isPrevention(a))) return null;
  const date = a.onsetDate === null || a.onsetDate > today ? today : a.onsetDate;
  return a.onset === 'sudden' || daysBetween(date, today) <= SUDDEN_DAYS ? date : null;
};

/**
 * A sudden onset within twelve months, or without a day, is a strain, whatever the count says
 * (docs/clinical-rules.md §12 A8).
 */
const strainsOf = (
  a: IntakeAnswers,
  suddenOnset: LocalDate | null,
  days: number | null,
): Baseline['strainLast12m'] =>
  a.strainLast12m === '0' && suddenOnset !== null && (a.onsetDate === null || (days ?? 0) <= STRAIN_DAYS)
    ? '1'
    : a.strainLast12m;
