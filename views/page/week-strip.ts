/** The strip of a week: seven days, what stands on each, how long it takes. */
import type { SessionAnswers } from '../../program/answers/session.ts';
import { type SessionId, type SessionKind, sessionOf } from '../../program/layout/sessions.ts';

export interface StripSession {
  readonly id: SessionId;
  readonly short: string;
  readonly href: string;
  readonly result: SessionAnswers['result'] | null;
}
export interface StripDay {
  /** "Monday 6 April". */
  readonly date: string;
  readonly weekday: string;
  readonly day: string;
  readonly isToday: boolean;
  readonly isRest: boolean;
  readonly isCheckIn: boolean;
  readonly sessions: readonly StripSession[];
  /** Without what is optional on a full day. */
  readonly minutes: number;
  /** More than three quarters of an hour: stretches, thighs and hips are optional. */
  readonly full: boolean;
}

/** Sessions of a kind that stand on the strip: a short week has no day for some that the doses ask for. */
export const timesOf = (strip: readonly StripDay[], kind: SessionKind): number =>
  strip.flatMap(({ sessions }) => sessions).filter(({ id }) => sessionOf(id).kind === kind).length;
