/**
 * How long a session takes, from its own doses: a time that is printed is the time it takes. Whole minutes.
 */
import { dosesMinutes, upToFive } from '../course/dose-time.ts';
import type { WeekPlan } from '../course/plan.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { exercisesOf, type SessionId, sessionOf } from './sessions.ts';

/** Above this a day's stretches, thighs and hips are for whoever has the time. */
export const FULL_DAY_MINUTES = 45;

type Range = readonly [number, number];
type Numbers = Pick<Curriculum, 'session' | 'warmUp'>;
/**
 * The least and the most minutes of a session: easy movement before strength and the warm-up before a run
 * counted. Null = the runner's own run without a told length (RK), which no number fits.
 */
export function sessionMinutes(plan: WeekPlan, id: SessionId, { session, warmUp }: Numbers): Range | null {
  const { kind } = sessionOf(id);
  if (kind === 'run') return runMinutes(plan, warmUp.minutes);
  const [from, to] = dosesMinutes(exercisesOf(plan, id).map(({ dose }) => dose));
  const before = kind === 'strength' ? session.easyMovementMinutes : 0;
  return [from + before, to + before];
}

function runMinutes({ run, warmUp }: WeekPlan, before: Range): Range | null {
  if (run.walks != null) return run.walks.minutes;
  const length = run.stage === 'RK' ? run.longestRun : run.sessionMinutes;
  if (length === null) return null;
  return warmUp === null ? [length, length] : [length + before[0], length + before[1]];
}

/** One figure for a strip of a week: the dose built up, up to the next five minutes, at least five. */
export const aboutMinutes = ([, to]: Range): number => Math.max(5, upToFive(to));

/** The same figure of a session in two parts: what counts, and the thighs, hips and stretches beside it. */
export function partsOf(
  plan: WeekPlan,
  id: SessionId,
  numbers: Numbers,
): { readonly main: number | null; readonly beside: number } {
  const whole = (of: WeekPlan): number | null => {
    const minutes = sessionMinutes(of, id, numbers);
    return minutes === null ? null : aboutMinutes(minutes);
  };
  const { kind } = sessionOf(id);
  if (kind === 'stretches') return { main: 0, beside: whole(plan) ?? 0 };
  if (kind !== 'strength') return { main: whole(plan), beside: 0 };
  const main = whole({ ...plan, addOn: [] }) ?? 0;
  const extra = exercisesOf({ ...plan, strength: [] }, id).map(({ dose }) => dose);
  return { main, beside: extra.length === 0 ? 0 : aboutMinutes(dosesMinutes(extra)) };
}

export interface DayTime {
  /** Zero where no number fits. */
  readonly minutes: number;
  /** All of it takes more than `FULL_DAY_MINUTES`: what stands beside is optional, and not counted. */
  readonly full: boolean;
}
/** The time of a day's sessions. */
export function dayTime(plan: WeekPlan, ids: readonly SessionId[], numbers: Numbers): DayTime {
  const parts = ids.map((id) => partsOf(plan, id, numbers));
  const main = parts.reduce((sum, part) => sum + (part.main ?? 0), 0);
  const beside = parts.reduce((sum, part) => sum + part.beside, 0);
  const full = beside > 0 && main + beside > FULL_DAY_MINUTES;
  return { minutes: full ? main : main + beside, full };
}
