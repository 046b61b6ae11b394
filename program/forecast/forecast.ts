/**
 * When the next marks of a course may come, as a band from no week that holds to three of them, always with
 * an "if" (docs/clinical-rules.md §12 A16). No date where one would be a promise.
 */
import { PAIN_HOLDS } from '../adapt/next-tracks.ts';
import { localDate } from '../calendar.ts';
import { isEarlyAfterSudden, type RuleNumbers } from '../course/tracks.ts';
import type { Tracks } from '../course/types.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import type { Of, Participant } from '../participant/state.ts';
import { longestSession, playForward, type WeekAhead } from './play-forward.ts';
import { aheadOf } from './standing.ts';

/** Weeks that hold in the later end of a band. */
export const HOLDS_AT_MOST = 3;
const HALF_AN_HOUR = 30;

/** The first jog, and half an hour of running in one session or the runner's own goal. */
export type ForecastMark = 'firstJog' | 'running';
export interface Band {
  readonly mark: ForecastMark;
  /** Minutes of running in one session that the mark asks for. */
  readonly minutes: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
/** `waiting`: words of an answer are not read yet, and the list they opened is not answered. */
export type NoForecast = 'notRunning' | 'waiting' | 'capped' | 'sudden' | 'pain';
/** `bands` in order of time; empty when every mark is reached or too far ahead. */
export type Forecast = { readonly bands: readonly Band[] } | { readonly none: NoForecast };

/** Held or eased by pain, a flare included. */
const isSore = ({ course: { explained, flaredAt } }: Of<'active'>): boolean =>
  flaredAt !== null || explained.outcome === 'REGRESS' || PAIN_HOLDS.some((rule) => rule === explained.rule);

const dayOf = (weeks: readonly WeekAhead[], reached: (tracks: Tracks) => boolean): LocalDate | null =>
  weeks.find(({ tracks }) => reached(tracks))?.on ?? null;

/** The dates ahead of a person at `at`. Pure; it moves nothing and promises nothing. */
export function forecastOf(person: Participant, at: Instant, numbers: RuleNumbers): Forecast {
  if (person.status !== 'active') return { none: 'notRunning' };
  const { asked, baseline, tracks } = person.course;
  if (asked?.unread !== undefined) return { none: 'waiting' };
  if (baseline.caps.length > 0) return { none: 'capped' };
  if (isEarlyAfterSudden(baseline, localDate(at, person.timeZone))) return { none: 'sudden' };
  if (isSore(person)) return { none: 'pain' };
  const goal = person.aboutRunning?.goalMinutes ?? HALF_AN_HOUR;
  const marks: readonly { readonly mark: ForecastMark; readonly minutes: number }[] = [
    { mark: 'firstJog', minutes: 1 },
    { mark: 'running', minutes: goal },
  ];
  const ahead = aheadOf(person);
  const plays = Array.from({ length: HOLDS_AT_MOST + 1 }, (_, holds) => playForward(ahead, holds, numbers));
  const bands = marks
    .filter(({ minutes }) => longestSession(tracks, numbers) < minutes)
    .flatMap(({ mark, minutes }): readonly Band[] => {
      const days = plays.map((weeks) => dayOf(weeks, (t) => longestSession(t, numbers) >= minutes));
      const known = days.filter((day) => day !== null).sort();
      const [from, to] = [known[0], known.at(-1)];
      return from === undefined || to === undefined || known.length < days.length
        ? []
        : [{ mark, minutes, from, to }];
    });
  return { bands };
}
