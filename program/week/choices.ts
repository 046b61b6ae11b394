/** What a participant may choose on a page: the easier option, a pause, coming back, settings, leaving. */
import { eased, repeated } from '../adapt/choices.ts';
import { inMaintenance, nextMaintenance } from '../aftercare/aftercare.ts';
import {
  addLocalDays,
  atLocal,
  isLocalDate,
  isTimeZone,
  localDate,
  localDaysBetween,
  nextSlot,
  outsideQuietHours,
  shiftDate,
} from '../calendar.ts';
import { sameTracks } from '../course/tracks.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { pausedFromMaintenance } from '../evolve/aftercare.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, type LocalDate } from '../kernel/time.ts';
import { checkInMail, dropOwed, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Of, OwedMail, Participant, Person } from '../participant/state.ts';
import { sessionsOf } from '../plan/plan-week.ts';

const DAY = 24 * 60;
/** From eight weeks on a return is a new sign-up (docs/clinical-rules.md §9.5), so a pause is shorter. */
export const MAX_PAUSE_DAYS = 55;
/** A changed plan day leaves at least these days since the last plan and a day until the next. */
const MIN_DAYS_AFTER_PLAN = 5;

/**
 * "Too hard" or "repeat last week": always allowed, never looser than what was decided; choosing twice is
 * choosing once (docs/architecture.md §5).
 */
export function choose(command: CommandOf<'Choose'>, state: Participant, curriculum: Curriculum): Decided {
  if (state.status !== 'active')
    return refuse(
      state.status === 'paused' || state.status === 'stopped' || state.status === 'completed'
        ? state.status
        : 'left',
    );
  const { course } = state;
  if (course.choice === command.choice || course.choice === 'easier') return ok([]);
  const tracks =
    command.choice === 'easier'
      ? eased(course.decided, curriculum)
      : repeated(course.decided, course.previous ?? course.decided);
  if (sameTracks(tracks, course.tracks)) return ok([]);
  const sessionsPlanned = sessionsOf(
    { week: course.week, tracks, days: course.week === 1 ? course.days : 7 },
    curriculum,
  );
  const code = command.choice === 'easier' ? 'chose-easier' : 'chose-repeat';
  const explained = {
    ...course.explained,
    reasons: [{ code, params: {} } as const, ...course.explained.reasons],
  };
  const owed = state.owed.some((m) => m.kind === 'plan' || m.kind === 'start' || m.kind === 'decision');
  const occasion = `w${course.week}-decision-${course.decisionsSent + 1}`;
  const news =
    owed || !course.planOut
      ? []
      : [owe([{ occasion, kind: 'decision', due: command.at, week: course.week, byPerson: true }])];
  return ok([
    { type: 'Chose', at: command.at, choice: command.choice, tracks, explained, sessionsPlanned },
    ...news,
  ]);
}

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
    owe([
      { occasion: `paused-n${n}`, kind: 'paused', due: command.at, week: state.course.week, byPerson: true },
    ]),
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
export function resume(command: CommandOf<'Resume'>, state: Participant): Decided {
  if (state.status === 'active' || inMaintenance(state, command.at)) return ok([]);
  if (state.status !== 'paused')
    return refuse(state.status === 'stopped' || state.status === 'completed' ? state.status : 'left');
  return ok([...dropOwed(state, 'resumed', () => true), ...resumed(state, command.at, true)]);
}

/**
 * MD-9: whole paused weeks count as missed, the first week back cannot progress, and the safety list is asked
 * before any new plan: the check-in goes out at once, unless the week of the last plan is still running.
 */
export function resumed(state: Of<'paused'>, at: Instant, byPerson: boolean): readonly ParticipantEvent[] {
  const { course, pause: p } = state;
  const { aftercare } = course;
  if (aftercare !== undefined && pausedFromMaintenance(state))
    return [
      { type: 'Resumed', at, missed: course.missed, nextPlanAt: course.nextPlanAt },
      nextMaintenance(state, course, aftercare, at, true),
    ];
  const missed =
    course.missed + (p.by === 'silence' ? 1 : 0) + Math.floor(localDaysBetween(p.at, at, state.timeZone) / 7);
  const wish = { weekday: state.weekday, hour: state.hour, timeZone: state.timeZone };
  const stillRunning = course.nextPlanAt > addMinutes(at, 2 * DAY) && p.by === 'person';
  const nextPlanAt = stillRunning ? course.nextPlanAt : nextSlot(addMinutes(at, DAY), wish);
  // Maybe asked before the pause already: a mail of its own, whatever became of the first.
  const mail = checkInMail(course.week, nextPlanAt, state.timeZone);
  const again = { ...mail, occasion: `${mail.occasion}-n${state.counter + 1}` };
  const checkIn = stillRunning ? again : { ...again, due: at, byPerson };
  return [{ type: 'Resumed', at, missed, nextPlanAt }, owe([checkIn])];
}

/**
 * Day, hour, zone, units, rhythm. The next plan moves to the new wish, not closer than five days to the last
 * one.
 */
export function changeSettings(command: CommandOf<'ChangeSettings'>, state: Participant): Decided {
  if (state.status === 'left' || state.status === 'erased') return refuse('left');
  const timeZone = command.timeZone ?? state.timeZone;
  if (!isTimeZone(timeZone)) return refuse('time-zone-unknown');
  const next = {
    weekday: command.weekday ?? state.weekday,
    hour: command.hour ?? state.hour,
    timeZone,
    units: command.units ?? state.units,
    rhythm: command.rhythm ?? state.rhythm,
  };
  const same = (Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === state[key]);
  if (same) return ok([]);
  const changed: ParticipantEvent = { type: 'SettingsChanged', at: command.at, ...next };
  if (inMaintenance(state, command.at)) return ok([changed, ...movedMaintenance(state, next, command.at)]);
  if (
    state.status !== 'active' ||
    (next.weekday === state.weekday && next.hour === state.hour && timeZone === state.timeZone)
  )
    return ok([changed]);
  const { course } = state;
  const earliest = [
    addMinutes(command.at, DAY),
    addLocalDays(course.openedAt, MIN_DAYS_AFTER_PLAN, timeZone),
  ].sort()[1] as Instant;
  const nextPlanAt = nextSlot(earliest, next);
  const shifted: ParticipantEvent = {
    type: 'WeekShifted',
    at: command.at,
    nextPlanAt,
    days: localDaysBetween(course.openedAt, nextPlanAt, timeZone),
  };
  const waiting = state.owed.find((m) => m.kind === 'check-in');
  const moved =
    waiting === undefined
      ? []
      : [
          owe([
            { ...checkInDue(waiting.week, nextPlanAt, timeZone, command.at), occasion: waiting.occasion },
          ]),
        ];
  return ok([changed, shifted, ...moved]);
}

/** The next maintenance mail moves to the new wish, not before tomorrow. */
function movedMaintenance(
  state: Of<'completed'>,
  wish: Pick<Person, 'weekday' | 'hour' | 'timeZone'>,
  at: Instant,
): readonly ParticipantEvent[] {
  const ours = (m: OwedMail): boolean => m.kind === 'maintenance' && !m.byPerson;
  return state.owed.filter(ours).map((m) => {
    const earliest = [addMinutes(at, DAY), addMinutes(m.due, -3 * DAY)].sort()[1] as Instant;
    return owe([
      { occasion: m.occasion, kind: m.kind, due: nextSlot(earliest, wish), week: m.week, byPerson: false },
    ]);
  });
}

function checkInDue(
  week: number,
  nextPlanAt: Instant,
  timeZone: string,
  at: Instant,
): ReturnType<typeof checkInMail> {
  const mail = checkInMail(week, nextPlanAt, timeZone);
  return mail.due >= at ? mail : { ...mail, due: outsideQuietHours(at, timeZone) };
}

/** Leaves at once and for good, whatever the state; leaving twice is leaving once. No mail follows, ever. */
export function unsubscribe(command: CommandOf<'Unsubscribe'>, state: Participant): Decided {
  if (state.status === 'left' || state.status === 'erased') return ok([]);
  return ok([{ type: 'Left', at: command.at, reason: 'unsubscribed' }]);
}
