/** Day, hour, zone, units and rhythm, chosen on the person's own page; and leaving for good. */
import {
  addLocalDays,
  isTimeZone,
  localDaysBetween,
  nextSlot,
  outsideQuietHours,
  type WallClock,
} from '../calendar.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { checkInMail, dropOwed, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { inMaintenance } from '../participant/open-question.ts';
import type { Of, OwedMail, Participant } from '../participant/state.ts';

const DAY = 24 * 60;
/** A changed plan day leaves at least these days since the last plan and a day until the next. */
const MIN_DAYS_AFTER_PLAN = 5;

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
function movedMaintenance(state: Of<'completed'>, wish: WallClock, at: Instant): readonly ParticipantEvent[] {
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

/**
 * Leaves at once and for good, whatever the state; leaving twice is leaving once. No mail follows, ever: whoever
 * has left by silence and is still owed the goodbye leaves once more, by their own word. A reason that closes the
 * address (it came back, it complained) stays.
 */
export function unsubscribe(command: CommandOf<'Unsubscribe'>, state: Participant): Decided {
  if (state.status === 'erased') return ok([]);
  if (state.status === 'left') {
    if (state.owed.length + state.inflight.length === 0) return ok([]);
    if (state.reason !== 'silence') return ok(dropOwed(state, 'unsubscribed', () => true));
  }
  return ok([{ type: 'Left', at: command.at, reason: 'unsubscribed' }]);
}
