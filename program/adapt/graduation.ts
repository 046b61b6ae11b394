/**
 * Graduation (docs/clinical-rules.md §9.11): all criteria in one week, not before week 8. Otherwise the
 * course goes on, to week 20 at most.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { HALF_AN_HOUR, SYMMETRY_PERCENT } from '../course/letters.ts';
import { type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Baseline, Opening, Reason, Tracks, WeekDigest } from '../course/types.ts';
import { answered } from './gates.ts';
import { usualRun } from './keep-running.ts';

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

export const GRADUATION_LEVEL = 6;

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

/**
 * The runner's own goal in minutes, else half an hour; for those who kept running what they ran before, when
 * that is more (docs/clinical-rules.md §9.11, §12 A15).
 */
const runNeeded = ({ tracks, baseline, goalMinutes }: Opening): number => {
  if (goalMinutes !== undefined) return Math.min(goalMinutes, HALF_AN_HOUR);
  if (tracks.stage !== 'RK') return HALF_AN_HOUR;
  const wanted = Math.max(HALF_AN_HOUR, baseline.longestRun30d ?? 0);
  return Math.min(wanted, usualRun(baseline) ?? wanted);
};
/** Minutes of running in one session of this week; null = RK without a known length. */
const runNow = ({ tracks }: Opening, numbers: RuleNumbers): number | null =>
  tracks.stage === 'RK' ? tracks.longestRun : (stageRow(numbers, tracks.stage)?.totalRunMinutes ?? 0);

const ranEnough = (opening: Opening, numbers: RuleNumbers): boolean => {
  const now = runNow(opening, numbers);
  return now === null || now >= runNeeded(opening);
};

/** After a relapse the weekly plans come for three weeks at least (docs/clinical-rules.md §9.11). */
const WEEKS_AFTER_RELAPSE = 3;
/**
 * Back into maintenance after a relapse; the marks of the course were met before. After a cleared stop all of
 * them are asked for again.
 */
const CRITERIA_AFTER_RELAPSE: readonly Criterion[] = ['week', 'calm', 'noRegress'];

/** A week that has been answered, and where it leads. */
interface Judged {
  readonly now: WeekDigest;
  readonly next: Tracks;
  readonly answers: CheckInAnswers;
  readonly numbers: RuleNumbers;
}
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
      return ranEnough(opening, numbers);
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
  { now, next, answers, numbers }: Judged,
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

/**
 * The first calm week at LV6 opens the list of what is still missing (docs/clinical-rules.md §12 A15); before
 * it the next step is what counts.
 */
const nearsTheEnd = (opening: Opening, weeks: readonly WeekDigest[], level: number): boolean =>
  opening.again == null &&
  level >= GRADUATION_LEVEL &&
  weeks.some((d) => d.level >= GRADUATION_LEVEL && isCalm(d));

/** Heel raises are asked at every second check-in from there, until they are enough. */
export const asksForRaises = (opening: Opening, numbers: RuleNumbers): boolean => {
  const weeks = answered(opening.history);
  if (!nearsTheEnd(opening, weeks, opening.tracks.level)) return false;
  const counted = weeks.findLast((d) => d.raises !== null)?.week ?? Number.NEGATIVE_INFINITY;
  const standing: Standing = {
    opening,
    weeks,
    footCoreSessions: opening.tracks.footCoreSessions,
    normSex: opening.baseline.normSex ?? null,
  };
  const open = !met('raises', standing, numbers) || !met('symmetry', standing, numbers);
  return open && opening.week - counted >= WEEKS_BETWEEN_RAISES;
};
const WEEKS_BETWEEN_RAISES = 2;

/**
 * The marks to the finish that are still open after this week, each with the person's number and the needed
 * one. Empty before LV6 was calm once.
 */
export const openMarks = (opening: Opening, { now, next, answers, numbers }: Judged): readonly Reason[] => {
  const weeks = [...answered(opening.history), now];
  if (!nearsTheEnd(opening, weeks, next.level)) return [];
  const unmet = unmetCriteria({ ...opening, tracks: next }, { now, next, answers, numbers });
  const { baseline } = opening;
  const raises = weeks.findLast((d) => d.raises !== null)?.raises ?? null;
  const normSex = answers.normSex ?? baseline.normSex ?? null;
  const hasSide = baseline.side === 'left' || baseline.side === 'right';
  const marks: Readonly<Record<Criterion, () => Reason | null>> = {
    week: () => null,
    level: () => null,
    noRegress: () => null,
    calm: () => ({ code: 'mark-calm', params: {} }),
    running: () => ({
      code: 'mark-running',
      params: {
        now: runNow({ ...opening, tracks: next }, numbers) ?? 0,
        needed: runNeeded({ ...opening, tracks: next }),
      },
    }),
    raises: () => ({
      code: 'mark-raises',
      params: {
        now: raises === null ? 'not counted' : hasSide ? raises.sore : Math.min(raises.sore, raises.other),
        needed: raisesTarget(baseline.ageBand, normSex, numbers),
      },
    }),
    symmetry: () =>
      raises === null
        ? null
        : {
            code: 'mark-symmetry',
            params: {
              sore: raises.sore,
              other: raises.other,
              percent: raises.other === 0 ? 0 : Math.floor((raises.sore * 100) / raises.other),
              needed: SYMMETRY_PERCENT,
            },
          },
    footCore: () => ({
      code: 'mark-foot-core',
      params: { now: next.footCoreSessions, needed: numbers.measures.footCoreSessionsToGraduate },
    }),
  };
  return unmet.map((criterion) => marks[criterion]()).filter((mark) => mark !== null);
};
