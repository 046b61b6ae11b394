/**
 * Graduation (docs/clinical-rules.md §9.11): all criteria in one week, not before week 8. Otherwise the
 * course goes on, to week 20 at most.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { RuleNumbers } from '../course/tracks.ts';
import type { Baseline, Opening, Tracks, WeekDigest } from '../course/types.ts';
import { answered } from './gates.ts';

export const CRITERIA = [
  'week',
  'calm',
  'running',
  'level',
  'raises',
  'symmetry',
  'noRegress',
  'footCore',
] as const;
export type Criterion = (typeof CRITERIA)[number];

const GRADUATION_LEVEL = 6;
/** The other leg counts 90 % (docs/clinical-rules.md §2.11, §9.11). */
const SYMMETRY_PERCENT = 90;

/**
 * The number of single-leg raises to reach: the usual one of the age band, at most 25
 * (docs/clinical-rules.md §2.5). Without a known sex the lower of both: the norms disagree, so the gate
 * forgives.
 */
export const raisesTarget = (
  ageBand: Baseline['ageBand'],
  normSex: CheckInAnswers['normSex'],
  { raises }: RuleNumbers,
): number => {
  const usual = raises.usual.find((row) => row.ageBand === ageBand);
  const known =
    usual === undefined
      ? raises.ceiling
      : normSex === 'female' || normSex === 'male'
        ? usual[normSex]
        : Math.min(usual.female, usual.male);
  return Math.min(raises.ceiling, known);
};

const isCalm = (d: WeekDigest): boolean =>
  d.complete && d.average !== null && d.average <= 1 && d.worst !== null && d.worst <= 2;

/** R9, or back to the usual longest run while running was kept up. */
const ranEnough = (tracks: Tracks, baseline: Baseline): boolean =>
  tracks.stage === 'R9' ||
  (tracks.stage === 'RK' &&
    (baseline.longestRun30d === null ||
      tracks.longestRun === null ||
      tracks.longestRun >= baseline.longestRun30d));

/** After a relapse the weekly plans come for three weeks at least (docs/clinical-rules.md §9.11). */
const WEEKS_AFTER_RELAPSE = 3;
/**
 * Back into maintenance after a relapse; the marks of the course were met before. After a cleared stop all of
 * them are asked for again.
 */
const CRITERIA_AFTER_RELAPSE: readonly Criterion[] = ['week', 'calm', 'noRegress'];

interface Standing {
  readonly opening: Opening;
  /** Answered weeks, the one to judge last. */
  readonly weeks: readonly WeekDigest[];
  readonly footCoreSessions: number;
  readonly normSex: CheckInAnswers['normSex'];
}

const met = (
  criterion: Criterion,
  { opening, weeks, footCoreSessions, normSex }: Standing,
  numbers: RuleNumbers,
): boolean => {
  const { baseline, tracks, week } = opening;
  const since = opening.again?.week ?? 0;
  const raises = weeks.findLast((d) => d.week >= since && d.raises !== null)?.raises ?? null;
  const hasSide = baseline.side === 'left' || baseline.side === 'right';
  switch (criterion) {
    case 'week':
      return opening.again == null
        ? week >= numbers.weeks.min
        : weeks.filter((d) => d.week >= since).length >= WEEKS_AFTER_RELAPSE;
    case 'calm':
      return weeks.length >= 2 && weeks.slice(-2).every(isCalm);
    case 'running':
      return ranEnough(tracks, baseline);
    case 'level':
      return tracks.level >= GRADUATION_LEVEL;
    // With both calves sore, or none, the weaker leg counts.
    case 'raises':
      return (
        raises !== null &&
        (hasSide ? raises.sore : Math.min(raises.sore, raises.other)) >=
          raisesTarget(baseline.ageBand, normSex, numbers)
      );
    case 'symmetry':
      return !hasSide || (raises !== null && raises.sore * 100 >= raises.other * SYMMETRY_PERCENT);
    case 'noRegress':
      return weeks.slice(-3).every((d) => d.outcome !== 'REGRESS');
    case 'footCore':
      return footCoreSessions >= numbers.measures.footCoreSessionsToGraduate;
  }
};

/**
 * The criteria that do not hold yet, after this week's answer. Empty = graduates. Painkillers mask the score,
 * so they are no calm week.
 */
export const unmetCriteria = (
  opening: Opening,
  now: WeekDigest,
  next: Tracks,
  answers: CheckInAnswers,
  numbers: RuleNumbers,
): readonly Criterion[] => {
  const standing: Standing = {
    opening,
    weeks: [...answered(opening.history), now],
    footCoreSessions: next.footCoreSessions,
    normSex: answers.normSex ?? opening.baseline.normSex ?? null,
  };
  const asked = opening.again != null && !opening.again.whole ? CRITERIA_AFTER_RELAPSE : CRITERIA;
  const unmet = asked.filter((c) => !met(c, standing, numbers));
  return answers.painkillers === 'no' || unmet.includes('calm') ? unmet : ['calm', ...unmet];
};

/** Before the answer: only the heel raises stand between this runner and graduation, as far as is known. */
export const onlyRaisesMissing = (opening: Opening, numbers: RuleNumbers): boolean => {
  const { normSex = null } = opening.baseline;
  const standing: Standing = {
    opening,
    weeks: answered(opening.history),
    footCoreSessions: opening.tracks.footCoreSessions,
    normSex,
  };
  const unmet = CRITERIA.filter((c) => c !== 'calm' && !met(c, standing, numbers));
  const last = standing.weeks.at(-1);
  return (
    last !== undefined &&
    isCalm(last) &&
    unmet.length > 0 &&
    unmet.every((c) => c === 'raises' || c === 'symmetry')
  );
};
