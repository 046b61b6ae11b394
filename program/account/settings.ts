/** Day, hour, zone, units and rhythm, chosen on the person's own page; and leaving for good. */
import {
  addLocalDays,
  atLocal,
  isTimeZone,
  localDate,
  localDaysBetween,
  nextSlot,
  outsideQuietHours,
  type WallClock,
} from '../calendar.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, latest, MINUTES_PER_DAY, minutesBetween } from '../kernel/time.ts';
import { checkInMail, dropOwed, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { inMaintenance } from '../participant/open-question.ts';
import type { Of, OwedMail, Participant } from '../participant/state.ts';
import { lastPlan, tooLongAfter } from '../week/open-week.ts';

/** A changed plan day leaves at least these days since the last plan. */
const MIN_DAYS_AFTER_PLAN = 5;

/**
 * Day, hour, zone, units, rhythm. The next plan moves to the slot of the new wish that is nearest to the one
 * agreed, and the week's lesson and check-in move with it.
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
  const since = lastPlan(course, state.timeZone);
  const nextPlanAt = nearestSlot({ since, nextPlanAt: course.nextPlanAt }, next, command.at);
  const shifted: ParticipantEvent = {
    type: 'WeekShifted',
    at: command.at,
    nextPlanAt,
    days: localDaysBetween(since, nextPlanAt, timeZone),
  };
  const waiting = state.owed.find((m) => m.kind === 'check-in');
  const moved =
    waiting === undefined
      ? []
      : [owe([{ ...waiting, due: checkInDue(waiting.week, nextPlanAt, timeZone, command.at).due }])];
  return ok([changed, shifted, ...moved, ...movedLesson(state, next, command.at)]);
}

/**
 * The slot of a wish that is nearest to the plan day agreed, neither past nor within five days of the last plan.
 * When only a slot is left that would make two weeks of one, the plan day stays and the wish holds from then on.
 */
function nearestSlot(
  { since, nextPlanAt }: { readonly since: Instant; readonly nextPlanAt: Instant },
  wish: WallClock,
  at: Instant,
): Instant {
  const earliest = latest(at, addLocalDays(since, MIN_DAYS_AFTER_PLAN, wish.timeZone));
  const before = nextSlot(addMinutes(nextPlanAt, -7 * MINUTES_PER_DAY), wish);
  const distance = (slot: Instant): number => Math.abs(minutesBetween(slot, nextPlanAt));
  const slots = [
    before,
    nextSlot(addMinutes(before, 1), wish),
    nextSlot(addMinutes(before, 8 * MINUTES_PER_DAY), wish),
  ]
    .filter((slot) => slot >= earliest && slot < tooLongAfter(since))
    .sort((a, b) => distance(a) - distance(b));
  return slots[0] ?? nextPlanAt;
}

/** A lesson that waits keeps its local day and takes the new hour and zone. */
function movedLesson(state: Of<'active'>, wish: WallClock, at: Instant): readonly ParticipantEvent[] {
  return state.owed
    .filter((m) => m.kind === 'lesson' && m.due > at)
    .map((m) => {
      const due = atLocal(localDate(m.due, state.timeZone), wish.hour, wish.timeZone);
      return owe([{ ...m, due: due > at ? due : outsideQuietHours(at, wish.timeZone) }]);
    });
}

/** The next maintenance mail moves to the new wish, not before tomorrow. */
function movedMaintenance(state: Of<'completed'>, wish: WallClock, at: Instant): readonly ParticipantEvent[] {
  const ours = (m: OwedMail): boolean => m.kind === 'maintenance' && !m.byPerson;
  return state.owed.filter(ours).map((m) => {
    const earliest = latest(addMinutes(at, MINUTES_PER_DAY), addMinutes(m.due, -3 * MINUTES_PER_DAY));
    return owe([{ ...m, due: nextSlot(earliest, wish) }]);
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
