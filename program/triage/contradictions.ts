/**
 * Answers of the intake that do not fit together. None is an error: each names the safer reading that was
 * taken (docs/contract.md §2).
 */
import type { IntakeAnswers } from '../answers/intake.ts';
import type { LocalDate } from '../kernel/time.ts';

/**
 * Nothing hurts and nothing did, no raise either: only then is "prevent" read as prevention
 * (docs/clinical-rules.md §9.2, §12 A9).
 */
export const isPrevention = (
  a: Pick<IntakeAnswers, 'intent' | 'painAverage' | 'painWorst' | 'side' | 'twoLegRaise' | 'singleLegRaise'>,
): boolean =>
  a.intent === 'prevent' &&
  a.painAverage === 0 &&
  a.painWorst === 0 &&
  a.side === 'none' &&
  !isSore(a.twoLegRaise) &&
  !isSore(a.singleLegRaise);

const runs = (a: IntakeAnswers): boolean => a.runsNow === 'yes' || a.runsNow === 'reduced';
const isSore = (raise: IntakeAnswers['twoLegRaise']): boolean =>
  raise !== null && raise !== 'fine' && raise !== 'notTried';

/** Code, and when it holds; the comment is the reading taken. */
const ROWS: readonly {
  readonly code: string;
  readonly when: (a: IntakeAnswers, today: LocalDate) => boolean;
}[] = [
  // cannot walk: the stop stands, whatever the running answers say
  { code: 'walk-but-runs', when: (a) => a.redFlags.includes('walk') && runs(a) },
  // one strain at least: a sudden start is one, whatever the count says
  { code: 'sudden-but-no-strain', when: (a) => a.onset === 'sudden' && a.strainLast12m === '0' },
  // read as pain: the pain rules apply and the level stays at LV3 or below
  { code: 'prevent-but-pain', when: (a) => a.intent === 'prevent' && !isPrevention(a) },
  // the higher of the two counts as the worst
  { code: 'average-above-worst', when: (a) => a.painAverage > a.painWorst },
  // one leg cannot be easier than two: the sore answer counts
  { code: 'one-leg-easier', when: (a) => isSore(a.twoLegRaise) && a.singleLegRaise === 'fine' },
  // repetitions are not counted where the raise hurts, cannot be done or was not tried
  {
    code: 'raises-without-raise',
    when: (a) => (a.singleLegReps ?? 0) > 0 && a.singleLegRaise !== 'fine' && a.singleLegRaise !== null,
  },
  // no repetition done is not "fine"
  { code: 'fine-without-raises', when: (a) => a.singleLegRaise === 'fine' && a.singleLegReps === 0 },
  // a date in the future counts as today
  { code: 'onset-in-future', when: (a, today) => a.onsetDate !== null && a.onsetDate > today },
  // running without a single run in thirty days: the ladder from walking
  { code: 'runs-without-run', when: (a) => runs(a) && a.longestRun30d === 0 },
  // somebody who does not run now, whatever the longest run was: the ladder from walking
  { code: 'no-running-but-long-run', when: (a) => !runs(a) && (a.longestRun30d ?? 0) >= 60 },
  // pain without a side: no symmetry is measured
  { code: 'pain-without-side', when: (a) => a.side === 'none' && (a.painAverage > 0 || a.painWorst > 0) },
];

export const CONTRADICTIONS = ROWS.map((row) => row.code);
/** The codes of the answers that contradict each other, in the order in which they are told. */
export const contradictionsOf = (answers: IntakeAnswers, today: LocalDate): readonly string[] =>
  ROWS.filter((row) => row.when(answers, today)).map((row) => row.code);
