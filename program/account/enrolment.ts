/** From an address to a course: sign-up, confirmation, intake. */

import { atLocal, isTimeZone, localDate, nextSlot, shiftDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { newMail, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { NOTICE_KINDS } from '../participant/mail-kinds.ts';
import { mailName } from '../participant/occasion.ts';
import type { Participant, Person } from '../participant/state.ts';
import { startPoint } from '../triage/start.ts';
import { triageIntake } from '../triage/triage.ts';
import { openWeek } from '../week/open-week.ts';
import { stopOn } from '../week/stop.ts';

/** An unconfirmed sign-up is forgotten after seven days (docs/architecture.md §6.1). */
export const UNCONFIRMED_DAYS = 7;
/** Notices to one address: three in 24 hours, ten minutes apart (docs/architecture.md §9.4). */
export const NOTICES_PER_DAY = 3;
export const NOTICE_GAP_MINUTES = 10;
/** Confirmations of one unconfirmed sign-up, however often the form is sent: five in its seven days. */
export const UNCONFIRMED_NOTICES = 5;
/** The first week runs at least four days to the chosen day (docs/architecture.md §8). */
export const FIRST_WEEK_MIN_DAYS = 4;

/** May another confirm or "already" mail go to this address now? */
export function noticeAllowed(state: Person, at: Instant): boolean {
  const recent = state.notices.filter((n) => n > addMinutes(at, -MINUTES_PER_DAY));
  const pending = [...state.owed, ...state.inflight].some((m) => NOTICE_KINDS.includes(m.kind));
  return (
    !pending &&
    recent.length < NOTICES_PER_DAY &&
    recent.every((n) => n <= addMinutes(at, -NOTICE_GAP_MINUTES))
  );
}

/**
 * Signs up, or signs up again: the page says the same in every case (docs/architecture.md §9.3). A new,
 * expired or left address gets a confirmation; an unconfirmed one gets another within the limit; everybody
 * else is told that they are here already. Repeats beyond the limit do nothing.
 */
export function signUp(command: CommandOf<'SignUp'>, state: Participant | null): Decided {
  const { at } = command;
  if (state === null || state.status === 'left' || state.status === 'erased') {
    const { type: _, ...facts } = command;
    const signedUp: ParticipantEvent = {
      type: 'SignedUp',
      ...facts,
      expiresAt: addMinutes(at, UNCONFIRMED_DAYS * MINUTES_PER_DAY),
    };
    if (state?.status === 'left' && (state.reason === 'bounce' || state.reason === 'complaint'))
      return ok([]);
    if (state?.status === 'left' && !noticeAllowed(state, at)) return ok([]);
    const counter = state?.status === 'left' ? state.counter : 0;
    return ok([
      signedUp,
      owe([newMail({ kind: 'confirm', n: counter + 1 }, { due: at, week: 0, byPerson: true })]),
    ]);
  }
  if (!noticeAllowed(state, at)) return ok([]);
  if (state.status === 'unconfirmed' && state.counter >= UNCONFIRMED_NOTICES) return ok([]);
  const kind = state.status === 'unconfirmed' ? 'confirm' : 'already';
  return ok([owe([newMail({ kind, n: state.counter + 1 }, { due: at, week: 0, byPerson: true })])]);
}

/** The button of the confirmation page; pressing it twice changes nothing. */
export function confirm(command: CommandOf<'Confirm'>, state: Participant): Decided {
  if (state.status === 'left' || state.status === 'erased') return refuse('left');
  if (state.status !== 'unconfirmed') return ok([]);
  if (command.at >= state.expiresAt) return refuse('expired');
  const stale = state.owed.filter((m) => m.kind === 'confirm').map((m) => m.occasion);
  const dropped: ParticipantEvent[] =
    stale.length > 0 ? [{ type: 'MailsDropped', occasions: stale, why: 'confirmed' }] : [];
  return ok([{ type: 'Confirmed', at: command.at }, ...dropped]);
}

/**
 * "This was not me": an unconfirmed sign-up is forgotten at once. One that was confirmed meanwhile
 * leaves; a course that runs is not ended by a link of the first mail, which link checkers open too
 * (`already-started`).
 */
export function disown({ at }: CommandOf<'Disown'>, state: Participant): Decided {
  if (state.status === 'unconfirmed') return ok([{ type: 'Lapsed', at }]);
  if (state.status === 'confirmed') return ok([{ type: 'Left', at, reason: 'unsubscribed' }]);
  return refuse(state.status === 'left' || state.status === 'erased' ? 'left' : 'already-started');
}

/**
 * The intake: triage first (a stop ends it here with `safety`), then the starting point of
 * docs/clinical-rules.md §9.2 and the first plan. The first week runs from now to the first chosen weekday at
 * least four local days away.
 */
export function start(command: CommandOf<'Start'>, state: Participant, curriculum: Curriculum): Decided {
  const { at, answers, consentVersion } = command;
  if (state.status === 'unconfirmed') return refuse('not-confirmed');
  if (state.status !== 'confirmed')
    return refuse(
      state.status === 'stopped' ? 'stopped' : state.status === 'left' ? 'left' : 'already-started',
    );
  if (!isTimeZone(answers.timeZone)) return refuse('time-zone-unknown');
  const today = localDate(at, answers.timeZone);
  const triage = triageIntake(answers, today, state.cleared);
  if (triage.route !== 'eligible') {
    const { contradictions } = triage;
    const where = {
      from: 'intake',
      week: 0,
      ...(contradictions.length === 0 ? {} : { contradictions }),
    } as const;
    return ok(stopOn({ ...state, timeZone: answers.timeZone }, at, triage, { ...where, consentVersion }));
  }
  const wish = { weekday: answers.weekday, hour: answers.hour, timeZone: answers.timeZone };
  // Whole local days count, so that the first week runs 4 to 10 of them whatever the hour of the intake.
  const nextPlanAt = nextSlot(atLocal(shiftDate(today, FIRST_WEEK_MIN_DAYS), 0, answers.timeZone), wish);
  const point = startPoint(answers, triage, today, curriculum);
  const { facts, mails } = openWeek(
    { ...state, ...wish },
    {
      week: 1,
      tracks: point.tracks,
      baseline: point.baseline,
      at,
      nextPlanAt,
      closing: null,
      sent: [],
      plan: { ...mailName({ kind: 'start' }), due: at, byPerson: true },
    },
    curriculum,
  );
  return ok([
    {
      type: 'Enrolled',
      at,
      consentVersion,
      curriculum: curriculum.version,
      ...wish,
      units: answers.units,
      baseline: point.baseline,
      tracks: point.tracks,
      explained: {
        outcome: 'HOLD',
        rule: 'START',
        reasons: point.reasons,
        physio: point.physio,
        missing: [],
        average: answers.painAverage,
        worst: answers.painWorst,
        previousAverage: null,
      },
      ...facts,
    },
    owe(mails),
  ]);
}
