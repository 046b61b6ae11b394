/**
 * What a race date means for a course (docs/clinical-rules.md §12 A16): one answer, with its minutes. It
 * moves nothing; what a race holds back is in `program/adapt/race.ts`.
 */
import { RACE_WEEK_DAYS } from '../adapt/race.ts';
import type { AboutRunning } from '../answers/about-running.ts';
import { localDate, shiftDate } from '../calendar.ts';
import { isEarlyAfterSudden, type RuleNumbers, runningCap } from '../course/tracks.ts';
import { daysBetween, type Instant, type LocalDate } from '../kernel/time.ts';
import type { Of, Participant } from '../participant/state.ts';
import { longestSession, playForward } from './play-forward.ts';
import { aheadOf } from './standing.ts';

/** A race this near is no plan any more. */
const SOON_DAYS = 3;
/** A race beyond it is a slip of the keys, or too far to be played forward to. */
const FAR_DAYS = 366;
/** Minutes a kilometre where no time was told. */
const MINUTES_PER_KM = 8;
/** No race so soon after a step back or a flare. */
const AFTER_STEP_BACK_DAYS = 14;
/** From this average on. */
const SORE_AVERAGE = 3;

/** Why a race is not this runner's now, whatever the minutes say. */
export type RaceBar = 'stopped' | 'capped' | 'sudden' | 'stepBack' | 'sore';

export type RaceOutlook =
  /** A day gone by, within three days, more than a year ahead, or without a distance and a time. */
  | { readonly answer: 'past' | 'soon' | 'far' | 'noLength'; readonly on: LocalDate }
  | { readonly answer: 'barred'; readonly on: LocalDate; readonly why: RaceBar }
  /**
   * `need` = minutes the race takes; `reach` = the longest session before its week without a hold, `sure` =
   * with two of them.
   */
  | {
      readonly answer: 'onCourse' | 'tight' | 'notThisRace';
      readonly on: LocalDate;
      readonly need: number;
      readonly reach: number;
      readonly sure: number;
    };

type Told = Pick<AboutRunning, 'raceDate' | 'raceDistance' | 'raceMinutes'>;

/** Minutes a race takes; null = neither its time nor its distance was told. */
export const raceNeeds = ({ raceDistance, raceMinutes }: Told): number | null =>
  raceMinutes ?? (raceDistance === null ? null : raceDistance * MINUTES_PER_KM);

/** The longest session a course prescribes before the week of the race, with `holds` weeks that hold. */
function reachOf(person: Of<'active'>, race: LocalDate, holds: number, numbers: RuleNumbers): number {
  const [now, ...later] = playForward(aheadOf(person), holds, numbers);
  const before = later.filter(({ on }) => daysBetween(on, race) > RACE_WEEK_DAYS);
  return Math.max(
    ...[...(now === undefined ? [] : [now]), ...before].map((w) => longestSession(w.tracks, numbers)),
    0,
  );
}

/** The day of the last step back: by an answer, or by a report that it got worse. */
function lastStepBack({ course, timeZone }: Of<'active'>): LocalDate | null {
  const opened = localDate(course.openedAt, timeZone);
  const eased = course.history.findLast((d) => d.outcome === 'REGRESS' || d.flared === true);
  // A week that was decided before its day was kept is counted back from the plan that runs.
  const day =
    eased === undefined ? null : (eased.on ?? shiftDate(opened, 7 * (eased.week + 1 - course.week)));
  const flared = course.flaredAt === null ? null : localDate(course.flaredAt, timeZone);
  return (
    [day, flared]
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null
  );
}

function barOf(person: Of<'active'>, today: LocalDate, race: LocalDate): RaceBar | null {
  const { baseline, previousAverage } = person.course;
  if (runningCap(baseline.caps) !== null) return 'capped';
  if (isEarlyAfterSudden(baseline, today)) return 'sudden';
  const back = lastStepBack(person);
  if (back !== null && daysBetween(back, race) <= AFTER_STEP_BACK_DAYS) return 'stepBack';
  return previousAverage >= SORE_AVERAGE ? 'sore' : null;
}

/**
 * What is said about the race at `at`; null = no race was told, or the course neither runs nor is stopped.
 * Never a promise: the played weeks are calm ones.
 */
export function raceOutlook(person: Participant, at: Instant, numbers: RuleNumbers): RaceOutlook | null {
  if (person.status !== 'active' && person.status !== 'stopped') return null;
  const told = person.aboutRunning;
  const on = told?.raceDate ?? null;
  if (told === undefined || on === null) return null;
  const today = localDate(at, person.timeZone);
  const days = daysBetween(today, on);
  if (days < 0) return { answer: 'past', on };
  if (person.status === 'stopped') return { answer: 'barred', on, why: 'stopped' };
  if (days > FAR_DAYS) return { answer: 'far', on };
  if (days <= SOON_DAYS) return { answer: 'soon', on };
  const why = barOf(person, today, on);
  if (why !== null) return { answer: 'barred', on, why };
  const need = raceNeeds(told);
  if (need === null) return { answer: 'noLength', on };
  const reach = reachOf(person, on, 0, numbers);
  const sure = Math.min(reach, reachOf(person, on, 2, numbers));
  return { answer: answerOf(need, reach, sure), on, need, reach, sure };
}

/** A race may be a tenth longer than the longest session before it. */
const answerOf = (need: number, reach: number, sure: number): 'onCourse' | 'tight' | 'notThisRace' => {
  if (need * 10 <= sure * 11) return 'onCourse';
  return need * 10 <= reach * 11 ? 'tight' : 'notThisRace';
};
