/**
 * A logged session (docs/clinical-rules.md §12 A25): told on its page, kept in the log of the week. It moves
 * nothing; only a pain of seven or more becomes a command, and that one stops.
 */

import type { SessionAnswers } from '../answers/session.ts';
import type { WeekPlan } from '../course/plan.ts';
import { assert } from '../kernel/assert.ts';
import type { Instant } from '../kernel/time.ts';
import type { WeekLayout } from '../layout/layout.ts';
import { hasRuns, isSessionId, type SessionId, type SessionKind, sessionOf } from '../layout/sessions.ts';
import { REST_FROM_PAIN } from '../layout/week-frame.ts';
import type { DayLog, LoggedSession } from '../participant/day-log.ts';

/** S-37, AD-03: from here on a number stops. */
export const STOP_FROM_PAIN = 7;

export interface Logging {
  readonly at: Instant;
  readonly session: SessionId;
  readonly answers: SessionAnswers;
}
export interface Logged {
  /** Null = the same as what stands there already. */
  readonly entry: LoggedSession | null;
  /** What follows at once: `rest` = stop for today and 48 hours. */
  readonly next: 'nothing' | 'rest' | { readonly stop: number; readonly when: 'running' | 'strength' };
}

/** Does the week have such a session, placed or dropped? */
export const isOfWeek = (id: SessionId, { sessions, dropped }: WeekLayout): boolean =>
  isSessionId(id) && (sessions.some((s) => s.id === id) || dropped.includes(id));

/** Minutes of running are asked of a run, and of the walk in its place: somebody may have run instead. */
export const asksRun = (kind: SessionKind): boolean => kind === 'run';

const same = (a: SessionAnswers, b: SessionAnswers): boolean =>
  a.result === b.result && a.pain === b.pain && a.runMinutes === b.runMinutes && a.before === b.before;

/**
 * What an entry becomes. A later entry of the same session replaces the earlier, which is kept beside it; the
 * very same once more is no change. The session must be of this week (`isOfWeek`).
 */
export function logSession({ at, session, answers }: Logging, log: DayLog, plan: WeekPlan): Logged {
  assert(isSessionId(session), 'a session has a name of ours');
  const { kind } = sessionOf(session);
  const told: SessionAnswers = asksRun(kind) ? answers : { ...answers, runMinutes: null };
  const before = log.sessions[session];
  const entry: LoggedSession | null =
    before !== undefined && same(before.answers, told)
      ? null
      : { at, answers: told, ...(before === undefined ? {} : { was: before.answers }) };
  const pain = told.pain ?? 0;
  if (pain >= STOP_FROM_PAIN)
    return { entry, next: { stop: pain, when: kind === 'run' && hasRuns(plan) ? 'running' : 'strength' } };
  return { entry, next: pain >= REST_FROM_PAIN ? 'rest' : 'nothing' };
}
