/**
 * A race never raises a dose (docs/clinical-rules.md §12 A16): in the seven days before it nothing rises, and
 * the first check-in after it raises no running.
 */
import type { Opening, Reason, Tracks } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';

export const RACE_WEEK_DAYS = 7;
/** A check-in later than this after the race is not about it any more. */
const AFTER_DAYS = 14;

type RaceOpening = Pick<Opening, 'race' | 'history'>;

/** True on the day of the race and in the seven days before it. */
export const isRaceWeek = ({ race }: Pick<Opening, 'race'>, today: LocalDate): boolean => {
  if (race === undefined) return false;
  const days = daysBetween(today, race);
  return days >= 0 && days <= RACE_WEEK_DAYS;
};

/** No check-in has been answered since the race, and it was not long ago. */
const isFirstAfter = ({ race, history }: RaceOpening, today: LocalDate): boolean => {
  if (race === undefined) return false;
  const since = daysBetween(race, today);
  const answered = history.some(
    ({ on, average }) => average !== null && on !== undefined && daysBetween(race, on) > 0,
  );
  return since > 0 && since <= AFTER_DAYS && !answered;
};

/** Why a race keeps strength where it is at `today`; null = it does not. */
export const raceHoldsStrength = (opening: RaceOpening, today: LocalDate): Reason | null =>
  isRaceWeek(opening, today) ? { code: 'race-week', params: {} } : null;

/** The same of running, which waits for one check-in after the race as well. */
export const raceHoldsRunning = (opening: RaceOpening, today: LocalDate): Reason | null => {
  const week = raceHoldsStrength(opening, today);
  if (week !== null) return week;
  return isFirstAfter(opening, today) ? { code: 'race-after', params: {} } : null;
};

/** The next week's tracks: before a race the calendar of feet and stretches stands still as well. */
export const raceFreezes = (
  next: Tracks,
  opening: Pick<Opening, 'race' | 'tracks'>,
  today: LocalDate,
): Tracks => (isRaceWeek(opening, today) ? { ...next, footCoreWeek: opening.tracks.footCoreWeek } : next);
