/**
 * What the log of a week brings to its check-in (docs/clinical-rules.md §12 A25): full sessions and the
 * longest run are filled in, the worst pain and a sore morning are a floor. The average, the stop signs,
 * painkillers and tests are never filled in. An entry never moves a plan up: it only makes an answer more
 * careful.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { sessionOf } from '../layout/sessions.ts';
import type { DayLog, LoggedWeek } from '../participant/day-log.ts';
import { STOP_FROM_PAIN } from './log-session.ts';

const NOTHING_LOGGED: LoggedWeek = {
  sessionsDone: null,
  longestRunMinutes: null,
  painWorst: null,
  sore: false,
};

const most = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter((n) => n !== null);
  return known.length === 0 ? null : Math.max(...known);
};

/** A pain that stopped was answered for when it was told, and may have been mistyped: it is no floor. */
export function loggedWeek(log: DayLog | null): LoggedWeek {
  const entries = Object.entries(log?.sessions ?? {});
  if (entries.length === 0) return NOTHING_LOGGED;
  const strength = entries.filter(([id]) => sessionOf(id).kind === 'strength');
  const answers = entries.map(([, entry]) => entry.answers);
  return {
    sessionsDone:
      strength.length === 0 ? null : strength.filter(([, e]) => e.answers.result === 'done').length,
    longestRunMinutes: most(answers.map((a) => a.runMinutes)),
    painWorst: most(answers.map((a) => (a.pain === null ? null : Math.min(a.pain, STOP_FROM_PAIN - 1)))),
    sore: answers.some((a) => a.before === 'sore'),
  };
}

/** From here a worst pain holds the week whatever else is answered (AD-06, docs/clinical-rules.md §9.3). */
const HOLDS_FROM = 4;

/**
 * The answer with the floors of the log. What was left open stays open, unless the log alone holds the week:
 * a blank never becomes a step. Sessions are never counted up.
 */
export function withLogged(answers: CheckInAnswers, logged: LoggedWeek = NOTHING_LOGGED): CheckInAnswers {
  const worst = logged.painWorst ?? 0;
  const run = logged.longestRunMinutes ?? 0;
  const { painWorst, longestRunMinutes, nextDay } = answers;
  const counts = painWorst === null ? worst >= HOLDS_FROM : worst > painWorst;
  return {
    ...answers,
    painWorst: counts ? worst : painWorst,
    longestRunMinutes: longestRunMinutes === null ? null : Math.max(longestRunMinutes, run),
    nextDay: logged.sore && (nextDay === null || nextDay === 'settled') ? 'worse24' : nextDay,
  };
}
