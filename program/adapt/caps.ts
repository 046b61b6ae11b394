/** Limits on the tracks that a week's answer ends (docs/clinical-rules.md §6.4, §12 A10, A24). */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { Opening, Tracks, WeekDecision, WeekDigest } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { answered } from './gates.ts';

/** TR-P1 by duration is lifted by two calm check-ins in a row (docs/clinical-rules.md §6.4). */
const isCalmForCap = (d: WeekDigest): boolean =>
  d.complete && d.average !== null && d.average <= 2 && d.worst !== null && d.worst <= 3 && d.settled;

/**
 * Limits that this week ends, and a wider one in place of an ended one (docs/clinical-rules.md §6.4, §12
 * A10).
 */
export const changedCaps = ({
  opening,
  now,
  tracks,
  today,
  answers,
}: {
  readonly opening: Opening;
  readonly now: WeekDigest;
  readonly tracks: Tracks;
  readonly today: LocalDate;
  readonly answers: Pick<CheckInAnswers, 'singleLegRaise'>;
}): Pick<WeekDecision, 'liftedCaps' | 'addedCaps'> => {
  const { caps } = opening.baseline;
  const before = answered(opening.history).at(-1);
  const calm = isCalmForCap(now) && before !== undefined && isCalmForCap(before);
  const rose = caps.includes('noSingleRaise') && roseTwice(opening, now, today);
  // A sore rise is a rise: the tendon and the muscle hold (docs/clinical-rules.md §12 A24).
  const rises = answers.singleLegRaise === 'fine' || answers.singleLegRaise === 'hurts';
  return {
    liftedCaps: [
      ...(calm && caps.includes('longPain') ? (['longPain'] as const) : []),
      ...(rose ? (['noSingleRaise'] as const) : []),
      ...(caps.includes('oneSingleRaise') && tracks.level > 3 ? (['oneSingleRaise'] as const) : []),
      ...(rises && caps.includes('unprovedRaise') ? (['unprovedRaise'] as const) : []),
    ],
    addedCaps: rose ? ['oneSingleRaise'] : [],
  };
};

/**
 * TR-P3: its test at LV2, each leg rising once on its own at 3 or less, passed at two check-ins fourteen days
 * apart (docs/clinical-rules.md §12 A10).
 */
const ROSE_DAYS_APART = 14;
const roseTwice = (opening: Opening, now: WeekDigest, today: LocalDate): boolean => {
  const passed = (d: WeekDigest): boolean =>
    d.complete && d.level === 2 && d.tests?.strength === 'yes' && d.outcome !== 'REGRESS';
  const since = opening.history.findLastIndex((d) => d.tests?.strength === 'pain') + 1;
  return (
    passed(now) &&
    opening.history
      .slice(since)
      .some((d) => passed(d) && d.on !== undefined && daysBetween(d.on, today) >= ROSE_DAYS_APART)
  );
};
