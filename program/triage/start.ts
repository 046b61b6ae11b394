/**
 * The start level and stage (docs/clinical-rules.md §9.2): rows from top to bottom, the first match wins,
 * then the caps.
 */
import type { IntakeAnswers } from '../answers/intake.ts';
import {
  daysSinceSudden,
  highestLevel,
  levelAt,
  levelName,
  levelRow,
  RUNNING_LEVEL,
  type RuleNumbers,
  runningCap,
  SUDDEN_DAYS,
  stageRow,
} from '../course/tracks.ts';
import type { Baseline, Cap, LevelNumber, Reason, Stage, Tracks } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import type { LocalDate } from '../kernel/time.ts';
import { isPrevention } from './contradictions.ts';
import type { Triage } from './triage.ts';

export interface StartPoint {
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  readonly reasons: readonly Reason[];
  /** TR-P: `start` recommends a physiotherapist. */
  readonly physio: boolean;
}

/** Whole days of a sudden onset that count as "less than 72 hours ago". */
const FRESH_DAYS = 3;
/** docs/clinical-rules.md §9.2: average 5–6 starts on holds, whatever the raises show. */
const AMBER_AVERAGE = 5;
const FULL_RAISES = 10;
const PREVENT_LEVEL: LevelNumber = 3;
const SUDDEN_LEVEL: LevelNumber = 2;
/** docs/clinical-rules.md §4.1: keep running, reduced, only at run pain of at most 2. */
const RUN_PAIN = 2;

const UNTRIED: readonly IntakeAnswers['twoLegRaise'][] = [null, 'notTried'];

export interface StartRow {
  readonly id: string;
  readonly when: (a: IntakeAnswers, suddenDays: number | null) => boolean;
  readonly level: LevelNumber;
}

/** An unknown raise takes the safer row. */
export const START_ROWS: readonly StartRow[] = [
  { id: 'ST-1', when: (_, sudden) => sudden !== null && sudden < FRESH_DAYS, level: 0 },
  { id: 'ST-2', when: (a) => a.twoLegRaise !== 'fine' && !UNTRIED.includes(a.twoLegRaise), level: 0 },
  { id: 'ST-3', when: (a) => a.painAverage >= AMBER_AVERAGE, level: 1 },
  { id: 'ST-4', when: (a) => UNTRIED.includes(a.twoLegRaise), level: 1 },
  { id: 'ST-5', when: (a) => a.singleLegRaise !== 'fine' || a.singleLegReps === 0, level: 2 },
  { id: 'ST-6', when: (a) => a.singleLegReps === null || a.singleLegReps < FULL_RAISES, level: 3 },
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

/**
 * docs/clinical-rules.md §4.1: only a participant who runs now, at ≤ 2, settled by the next morning, and not
 * within fourteen days of a sudden onset.
 */
const keepsRunning = (
  a: IntakeAnswers,
  level: LevelNumber,
  suddenDays: number | null,
  caps: readonly Cap[],
): boolean => {
  const prevention = isPrevention(a);
  const painRunning = a.painRunning ?? (prevention ? 0 : null);
  return (
    (a.runsNow === 'yes' || a.runsNow === 'reduced') &&
    a.longestRun30d !== 0 &&
    painRunning !== null &&
    painRunning <= RUN_PAIN &&
    a.nextDay === 'settled' &&
    (level >= RUNNING_LEVEL || prevention) &&
    (suddenDays === null || suddenDays > SUDDEN_DAYS) &&
    runningCap(caps) === null
  );
};

/**
 * Where an eligible runner begins. `triage` must be `eligible` (a broken promise of ours otherwise): no
 * participant starts on a stop. No start is above LV4: one observed week first.
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
  const caps = capsOf(answers, triage);
  const row = START_ROWS.find((r) => r.when(answers, suddenDays));
  assert(row !== undefined, 'a start row matches');
  const ceilings = [
    row.level,
    highestLevel(caps),
    isSudden ? SUDDEN_LEVEL : row.level,
    answers.intent === 'prevent' ? PREVENT_LEVEL : row.level,
  ];
  const level = levelAt(Math.min(...ceilings));
  const stage: Stage = keepsRunning(answers, level, suddenDays, caps) ? 'RK' : 'R0';
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
    longestRun: stage === 'RK' ? answers.longestRun30d : null,
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
    strainLast12m: answers.strainLast12m,
    runsNow: answers.runsNow,
    longestRun30d: answers.longestRun30d,
    conditions: answers.conditions,
    suddenOnset,
    caps,
    startLevel: level,
    startStage: stage,
  };
  const notes = triage.findings.filter((f) => f.route === 'note');
  const reasons: readonly Reason[] = [
    { code: 'start', params: { level: levelName(level), stage } },
    ...(isSudden ? [{ code: 'start-sudden', params: { days: suddenDays } } as const] : []),
    ...[...new Set(notes.map((f) => f.code))].map(
      (finding): Reason => ({ code: 'start-physio', params: { finding } }),
    ),
    ...(highestLevel(caps) < row.level
      ? [{ code: 'capped', params: { level: levelName(highestLevel(caps)) } } as const]
      : []),
    ...(triage.fever ? [{ code: 'fever', params: {} } as const] : []),
    ...triage.contradictions.map((which): Reason => ({ code: 'contradiction', params: { which } })),
  ];
  return { tracks, baseline, reasons, physio: notes.length > 0 };
};

/** An unknown or future date of a sudden onset is the day it was told (docs/clinical-rules.md §9.2). */
const suddenDate = (a: IntakeAnswers, today: LocalDate): LocalDate | null => {
  if (a.onset !== 'sudden') return null;
  return a.onsetDate === null || a.onsetDate > today ? today : a.onsetDate;
};
