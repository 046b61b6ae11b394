/** The sessions of a week: their names in links, in the log and on the strip, and what each of them holds. */
import type { PlannedExercise, WeekPlan } from '../course/plan.ts';

/** In the order of a day: a run comes before strength on the same legs (docs/clinical-rules.md §12 A26, L3). */
export const SESSION_KINDS = ['run', 'strength', 'feet', 'stretches'] as const;
/** `run` is a walk while the running stage is R0. */
export type SessionKind = (typeof SESSION_KINDS)[number];

const LETTERS: Readonly<Record<SessionKind, string>> = { run: 'r', strength: 's', feet: 'f', stretches: 't' };
const SESSION_ID = /^[rsft](?:[1-9]|10)$/;

/** `s1`, `r2`: stable for the whole week, whatever is moved (docs/contract.md §2, `/x`). */
export type SessionId = string;
export const isSessionId = (text: string): boolean => SESSION_ID.test(text);
export const sessionId = (kind: SessionKind, number: number): SessionId => `${LETTERS[kind]}${number}`;
/** The kind and number of a session's name; throws nothing, for the name has passed `isSessionId`. */
export function sessionOf(id: SessionId): { readonly kind: SessionKind; readonly number: number } {
  const kind = SESSION_KINDS.find((k) => LETTERS[k] === id.charAt(0)) ?? 'strength';
  return { kind, number: Number(id.slice(1)) };
}

/** Does the week hold runs, and not walks in their place? */
export const hasRuns = (plan: WeekPlan): boolean => plan.run.walks == null && plan.run.sessions > 0;
/** Runs of the week, or the walks in their place. */
export const runsOf = (plan: WeekPlan): number => plan.run.walks?.sessions ?? plan.run.sessions;
/** Days with stretches: as many as are offered. */
export const stretchDaysOf = (plan: WeekPlan): number =>
  plan.stretches.length === 0 ? 0 : plan.stretchDays[1];

const inSession =
  (number: number) =>
  ({ sessionsPerWeek }: PlannedExercise): boolean =>
    sessionsPerWeek === undefined || number <= sessionsPerWeek;

/**
 * The exercises of one session in their order. A run holds its warm-up alone; thighs and hips go with as many
 * strength sessions as they are planned for.
 */
export function exercisesOf(plan: WeekPlan, id: SessionId): readonly PlannedExercise[] {
  const { kind, number } = sessionOf(id);
  switch (kind) {
    case 'run':
      return hasRuns(plan) && plan.warmUp !== null ? [plan.warmUp] : [];
    case 'strength':
      return [...plan.strength, ...plan.addOn].filter(inSession(number));
    case 'feet':
      return plan.footCoreMoves.filter(inSession(number));
    case 'stretches':
      return plan.stretches;
  }
}
