/** The strip of a week: seven days, what stands on each, how long it takes. */
import type { SessionAnswers } from '../../program/answers/session.ts';
import { type SessionId, type SessionKind, sessionOf } from '../../program/layout/sessions.ts';

export interface StripSession {
  readonly id: SessionId;
  readonly short: string;
  readonly href: string;
  /** "about 30 min"; null = no number fits. */
  readonly minutes: number | null;
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
  readonly minutes: number;
}

/** Sessions of a kind that stand on the strip: a short week has no day for some that the doses ask for. */
export const timesOf = (strip: readonly StripDay[], kind: SessionKind): number =>
  strip.flatMap(({ sessions }) => sessions).filter(({ id }) => sessionOf(id).kind === kind).length;
