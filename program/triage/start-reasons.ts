/**
 * What `start` says of where a person begins: the answers that placed them, what bounded it, what to watch
 * for, what was read the careful way.
 */
import type { IntakeAnswers } from '../answers/intake.ts';
import { cappedReason, highestLevel, levelName, runningCap, SUDDEN_DAYS } from '../course/tracks.ts';
import type { Cap, LevelNumber, Reason, Stage } from '../course/types.ts';
import { isPrevention } from './contradictions.ts';
import type { Triage } from './triage.ts';

/** docs/clinical-rules.md §9.2: up to and including day 14 after a sudden onset. */
export const SUDDEN_LEVEL: LevelNumber = 2;
/** docs/clinical-rules.md §4.1: keep running, reduced, only at run pain of at most 2. */
export const RUN_PAIN = 2;
/** S-22: at this run pain a few days off come first. */
const REST_FIRST_PAIN = { from: 3, to: 5 } as const;

/** The answers left open that kept the start as low as the most careful answer to them. */
const blanksOf = (a: IntakeAnswers): readonly string[] => {
  if (isPrevention(a)) return a.twoLegRaise === null ? ['twoLegRaise'] : [];
  const runs = a.runsNow === 'yes' || a.runsNow === 'reduced';
  const fields = ['onset', 'onsetDate', 'site', 'twoLegRaise', 'singleLegRaise'] as const;
  return [
    ...fields.filter((field) => a[field] === null),
    ...(a.singleLegRaise === 'fine' && a.singleLegReps === null ? ['singleLegReps'] : []),
    ...(runs && a.longestRun30d === null ? ['longestRun30d'] : []),
  ];
};

interface Placed {
  readonly level: LevelNumber;
  readonly stage: Stage;
  readonly caps: readonly Cap[];
  readonly row: { readonly id: string; readonly level: LevelNumber };
  readonly suddenDays: number | null;
  readonly longestRun: number | null;
}

/** What keeps running at walks, in the order in which it was tested; `keeps` = nothing does. */
const walksBecause = (answers: IntakeAnswers, placed: Placed, isSudden: boolean): string => {
  const { stage, caps, longestRun } = placed;
  if (stage === 'RK') return 'keeps';
  if (answers.runsNow === 'no') return 'notRunning';
  if (answers.runsNow === 'new') return 'newRunner';
  if (longestRun === null) return 'noLength';
  if (isSudden) return 'sudden';
  if (runningCap(caps) !== null) return 'capped';
  if ((answers.painRunning ?? 0) > RUN_PAIN) return 'runPain';
  return answers.nextDay === 'settled' ? 'level' : 'notSettled';
};

/** What keeps the start below the row that fitted; the first that reaches down to the level. */
const limitOf = (answers: IntakeAnswers, { level, caps }: Placed, isSudden: boolean): string => {
  if (highestLevel(caps) === level) return 'capped';
  if (isSudden && level === SUDDEN_LEVEL) return 'sudden';
  return answers.intent === 'pain' ? 'unknownDay' : 'prevent';
};

/** Days since it began suddenly, and what about it was left open. */
const onsetParams = (answers: IntakeAnswers, days: number | null): Reason['params'] =>
  days === null
    ? {}
    : {
        days,
        onset: answers.onset ?? 'blank',
        ...(answers.onsetDate === null ? { dayOpen: 'yes' } : {}),
      };

/** The answers that placed this person: those of the row that fitted, and those about running. */
const placedBy = (answers: IntakeAnswers, placed: Placed, isSudden: boolean): Reason['params'] => {
  const { level, stage, row, suddenDays, longestRun } = placed;
  const { singleLegReps, painRunning } = answers;
  return {
    level: levelName(level),
    stage,
    row: row.id,
    avg: answers.painAverage,
    twoLegRaise: answers.twoLegRaise ?? 'blank',
    singleLegRaise: answers.singleLegRaise ?? 'blank',
    walks: walksBecause(answers, placed, isSudden),
    ...(level < row.level ? { limit: limitOf(answers, placed, isSudden) } : {}),
    ...(singleLegReps === null ? {} : { reps: singleLegReps }),
    ...onsetParams(answers, suddenDays),
    ...(painRunning === null ? {} : { painRunning }),
    ...(stage === 'RK' && longestRun !== null ? { longestRun } : {}),
  };
};

/** The start first, then what bounded it, what to watch for, and which answers were read the careful way. */
export function startReasons(answers: IntakeAnswers, triage: Triage, placed: Placed): readonly Reason[] {
  const { stage, caps, row, suddenDays } = placed;
  const isSudden = suddenDays !== null && suddenDays <= SUDDEN_DAYS;
  const notes = triage.findings.filter((f) => f.route === 'note');
  const blanks = blanksOf(answers);
  const pain = answers.painRunning ?? 0;
  const restsFirst =
    pain >= REST_FIRST_PAIN.from && pain <= REST_FIRST_PAIN.to && !isSudden && stage !== 'RK';
  return [
    { code: 'start', params: placedBy(answers, placed, isSudden) },
    ...(isSudden ? [{ code: 'start-sudden', params: onsetParams(answers, suddenDays) } as const] : []),
    ...(restsFirst ? [{ code: 'start-rest-first', params: { pain } } as const] : []),
    ...(stage === 'RK' && runningCap(caps) !== null ? [{ code: 'start-tendon', params: {} } as const] : []),
    ...[...new Set(notes.map((f) => f.code))].map(
      (finding): Reason => ({ code: 'start-physio', params: { finding } }),
    ),
    ...(highestLevel(caps) < row.level ? [cappedReason(caps)] : []),
    ...(triage.fever ? [{ code: 'fever', params: {} } as const] : []),
    ...(triage.watch ? [{ code: 'watch-leg', params: {} } as const] : []),
    ...(blanks.length > 0 ? [{ code: 'blank-careful', params: { fields: blanks.join(', ') } } as const] : []),
    ...triage.contradictions.map((which): Reason => ({ code: 'contradiction', params: { which } })),
  ];
}
