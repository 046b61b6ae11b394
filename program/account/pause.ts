/** A pause and the way back from it. */

import { nextMaintenance } from '../aftercare/maintenance.ts';
import { atLocal, isLocalDate, localDate, localDaysBetween, nextSlot, shiftDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, type LocalDate, MINUTES_PER_DAY } from '../kernel/time.ts';
import { checkInMail, dropOwed, newMail, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { inMaintenance, pausedFromMaintenance } from '../participant/open-question.ts';
import type { Of, Participant } from '../participant/state.ts';
import { newlyShown } from '../week/current-plan.ts';

/** From eight weeks on a return is a new sign-up (docs/clinical-rules.md §9.5), so a pause is shorter. */
export const MAX_PAUSE_DAYS = 55;

/** After a pause asked for: the reminder, and a day to answer it (docs/clinical-rules.md §12 A20). */
const DAYS_TO_ANSWER = 3;

/** The first and last date a pause may end on. */
export const pauseRange = (at: Instant, timeZone: string): readonly [LocalDate, LocalDate] => {
  const today = localDate(at, timeZone);
  return [shiftDate(today, 1), shiftDate(today, MAX_PAUSE_DAYS)];
};

/**
 * Pauses until a local date, when the course comes back by itself at the chosen hour. Refuses a date that is
 * not ahead or too far.
 */
export function pause(command: CommandOf<'Pause'>, state: Participant): Decided {
  if (state.status === 'paused') return pauseAgain(command, state);
  if (state.status !== 'active' && !inMaintenance(state, command.at))
    return refuse(state.status === 'stopped' || state.status === 'completed' ? state.status : 'left');
  if (!untilAllowed(command, state.timeZone)) return refuse('until-invalid');
  const n = state.counter + 1;
  return ok([
    ...dropOwed(state, 'paused', () => true),
    {
      type: 'Paused',
      at: command.at,
      by: 'person',
      until: command.until,
      endsAt: atLocal(command.until, state.hour, state.timeZone),
    },
    owe([newMail({ kind: 'paused', n }, { due: command.at, week: state.course.week, byPerson: true })]),
  ]);
}

function pauseAgain(command: CommandOf<'Pause'>, state: Of<'paused'>): Decided {
  return state.pause.by === 'person' && state.pause.until === command.until ? ok([]) : refuse('paused');
}

function untilAllowed(command: CommandOf<'Pause'>, timeZone: string): boolean {
  const [first, last] = pauseRange(command.at, timeZone);
  return isLocalDate(command.until) && command.until >= first && command.until <= last;
}

/** Comes back from a pause, by the button or by the date. */
export function resume(command: CommandOf<'Resume'>, state: Participant, curriculum: Curriculum): Decided {
  if (state.status === 'active' || inMaintenance(state, command.at)) return ok([]);
  if (state.status !== 'paused')
    return refuse(state.status === 'stopped' || state.status === 'completed' ? state.status : 'left');
  return ok([...dropOwed(state, 'resumed', () => true), ...resumed(state, command.at, true, curriculum)]);
}

/**
 * MD-9: whole paused weeks count as missed, the first week back cannot progress, and the safety list is asked
 * before any new plan: the check-in goes out at once, unless the week of the last plan is still running.
 */
export function resumed(
  state: Of<'paused'>,
  at: Instant,
  byPerson: boolean,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course, pause: p } = state;
  const { aftercare } = course;
  if (aftercare !== undefined && pausedFromMaintenance(state))
    return [
      { type: 'Resumed', at, missed: course.missed, nextPlanAt: course.nextPlanAt },
      nextMaintenance(state, { ...aftercare, week: course.week }, at, true),
    ];
  const missed =
    course.missed + (p.by === 'silence' ? 1 : 0) + Math.floor(localDaysBetween(p.at, at, state.timeZone) / 7);
  const stillRunning = course.nextPlanAt > addMinutes(at, 2 * MINUTES_PER_DAY) && p.by === 'person';
  const open = (p.by === 'person' ? DAYS_TO_ANSWER : 1) * MINUTES_PER_DAY;
  const nextPlanAt = stillRunning ? course.nextPlanAt : nextSlot(addMinutes(at, open), state);
  // Maybe asked before the pause already: a mail of its own, whatever became of the first.
  const again = checkInMail(course.week, nextPlanAt, state.timeZone, state.counter + 1);
  const checkIn = stillRunning ? again : { ...again, due: at, byPerson };
  const shown = newlyShown(state, course, curriculum);
  const fromBreak = p.by === 'person' && !stillRunning ? ({ fromBreak: true } as const) : {};
  return [{ type: 'Resumed', at, missed, nextPlanAt, ...fromBreak, ...shown }, owe([checkIn])];
}
