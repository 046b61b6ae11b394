/**
 * The alarm rang: what time alone has brought about, then at most one mail to claim. One mail at a time, the
 * weightiest first, and after an outage one current mail, never a burst (docs/architecture.md §7). A wake
 * with nothing due refuses with `nothing-due`: the hint was stale.
 */
import { decideSilence } from './adapt/week.ts';
import { maintenanceOpening } from './aftercare/aftercare.ts';
import { localDaysBetween, nextSlot, outsideQuietHours } from './calendar.ts';
import type { Curriculum } from './curriculum/schema.ts';
import { evolve } from './evolve/evolve.ts';
import { ok, refuse } from './kernel/result.ts';
import { addMinutes, type Instant } from './kernel/time.ts';
import { checkInMail, lessonMails, owe, REMINDER_MINUTES } from './mails/owed.ts';
import { APART_MINUTES, isStale, startedInWeek, WEEKLY_CAP } from './mails/stale.ts';
import { startable, stillWanted } from './mails/startable.ts';
import { unanswered } from './mails/wake-at.ts';
import type { CommandOf } from './participant/commands.ts';
import type { Decided } from './participant/decided.ts';
import type { ParticipantEvent } from './participant/events.ts';
import { PRIORITY, PROMISES } from './participant/mail-kinds.ts';
import type { Asked, Inflight, Of, OwedMail, Participant, Person } from './participant/state.ts';
import { nextSchedule, openingOf, weekAfter, weekFacts } from './week/answer.ts';
import { resumed } from './week/choices.ts';
import { milestoneMarked, milestoneMoved } from './week/milestones.ts';

const DAY = 24 * 60;
/**
 * How long after a claim evidence is looked for (docs/architecture.md §7.7); a safety mail is tried again
 * sooner.
 */
export const EVIDENCE_MINUTES = 60;
export const SAFETY_RETRY_MINUTES = 5;
/** Evidence counts as absent only when the event stream was seen alive this long after the claim. */
const WATERMARK_MINUTES = 30;
/** Attempts after which a mail is given up and the operator is told. */
export const MAX_ATTEMPTS = { once: 2, 'at-most-once': 1, 'at-least-once': 4 } as const;
/**
 * The third unanswered check-in in a row pauses the exercise mails; in the eighth week of silence we say
 * goodbye (docs/clinical-rules.md §9.5).
 */
export const MISSED_BEFORE_PAUSE = 3;
const SILENCE_CLOSES_AFTER_DAYS = 35;
/** Between a plan and the next plan day there are at least these days. */
const MIN_DAYS_TO_TRAIN = 3;
/** A plan that left late is followed by the next one no sooner than this. */
const LATE_PLAN_DAYS = 5;
/** A check-in that could not leave for longer than this moves the plan day with it. */
const LATE_MINUTES = 20 * 60;

export function wake(command: CommandOf<'Wake'>, state: Participant, curriculum: Curriculum): Decided {
  const events: ParticipantEvent[] = [];
  let now: Participant = state;
  const add = (more: readonly ParticipantEvent[]): void => {
    for (const event of more) {
      events.push(event);
      now = evolve(now, event);
    }
  };
  if (now.status !== 'erased') add(reconcile(now, command));
  if (now.status !== 'erased') add(timePassed(now, command.at, curriculum));
  if (now.status !== 'erased') add(claimNext(now, command, curriculum));
  return events.length === 0 ? refuse('nothing-due') : ok(events);
}

/**
 * Looks for the fate of mails in flight whose time has come (docs/architecture.md §7.7). Leases are never
 * stolen: no evidence, no haste.
 */
function reconcile(state: Person, command: CommandOf<'Wake'>): readonly ParticipantEvent[] {
  return state.inflight.filter((f) => f.checkAt <= command.at).map((f) => fate(state, f, command));
}

function fate(state: Person, flight: Inflight, { at, evidenceUntil }: CommandOf<'Wake'>): ParticipantEvent {
  const { occasion } = flight;
  const promise = PROMISES[flight.kind];
  if (flight.attempt >= MAX_ATTEMPTS[promise] || !stillWanted(state, flight.kind))
    return { type: 'MailAbandoned', at, occasion };
  if (promise === 'at-least-once') return { type: 'MailReleased', at, occasion };
  const alive = evidenceUntil !== null && evidenceUntil > addMinutes(flight.at, WATERMARK_MINUTES);
  return alive
    ? { type: 'MailReleased', at, occasion }
    : { type: 'EvidenceAwaited', occasion, checkAt: addMinutes(at, EVIDENCE_MINUTES) };
}

/**
 * What the clock alone brings: an unconfirmed sign-up lapses, a consent taken back erases, a pause ends, an
 * unanswered week is repeated.
 */
function timePassed(state: Person, at: Instant, curriculum: Curriculum): readonly ParticipantEvent[] {
  if (state.status === 'unconfirmed') return at >= state.expiresAt ? [{ type: 'Lapsed', at }] : [];
  if (state.status === 'left' && state.eraseAt !== undefined && at >= state.eraseAt)
    return [{ type: 'Erased', at }];
  if (state.status === 'paused' && at >= state.pause.endsAt) {
    return state.pause.by === 'person' ? resumed(state, at, false) : goodbye(at);
  }
  if (state.status === 'active' && unanswered(state) && at >= state.course.nextPlanAt)
    return silence(state, at, curriculum);
  return [];
}

const goodbye = (at: Instant): readonly ParticipantEvent[] => [
  { type: 'Left', at, reason: 'silence' },
  owe([{ occasion: 'closed', kind: 'closed', due: at, week: 0, byPerson: false }]),
];

/**
 * The plan day came without an answer: the week is repeated; the third time in a row the mails pause instead
 * (docs/clinical-rules.md §9.5).
 */
function silence(state: Of<'active'>, at: Instant, curriculum: Curriculum): readonly ParticipantEvent[] {
  const { course } = state;
  const asked = course.asked as Asked;
  const missed = asked.missed + 1;
  if (missed >= MISSED_BEFORE_PAUSE) {
    const n = state.counter + 1;
    const dropped: ParticipantEvent[] =
      state.owed.length > 0
        ? [{ type: 'MailsDropped', occasions: state.owed.map((m) => m.occasion), why: 'silence' }]
        : [];
    return [
      ...dropped,
      {
        type: 'Paused',
        at,
        by: 'silence',
        until: null,
        endsAt: outsideQuietHours(addMinutes(at, SILENCE_CLOSES_AFTER_DAYS * DAY), state.timeZone),
      },
      owe([{ occasion: `paused-n${n}`, kind: 'paused', due: at, week: course.week, byPerson: false }]),
    ];
  }
  const decision = decideSilence(openingOf(course, asked), curriculum);
  const schedule = nextSchedule(state, at);
  const week = asked.week + 1;
  const facts = weekFacts(
    state,
    {
      week,
      tracks: decision.tracks,
      previous: asked.tracks,
      caps: asked.caps,
      at,
      days: schedule.days,
      again: false,
    },
    curriculum,
  );
  return [
    {
      type: 'WeekUnanswered',
      at,
      week,
      ...weekAfter(asked, decision),
      ...schedule,
      ...facts,
      caps: asked.caps,
      missed,
    },
    owe([
      { occasion: `w${week}-plan`, kind: 'plan', due: at, week, byPerson: false },
      ...lessonMails(state, week, { ...schedule, lessons: facts.lessons }),
      checkInMail(week, schedule.nextPlanAt, state.timeZone),
    ]),
  ];
}

/**
 * Claims the weightiest mail that is due, or moves it out of quiet hours or under the weekly cap. What went
 * stale goes first.
 */
function claimNext(
  state: Person,
  command: CommandOf<'Wake'>,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { at } = command;
  const due = state.owed.filter((m) => m.due <= at && startable(state, m));
  const stale = due.filter((m) => isStale(state, m, at, curriculum)).map((m) => m.occasion);
  const dropped: ParticipantEvent[] =
    stale.length === 0 ? [] : [{ type: 'MailsDropped', occasions: stale, why: 'stale' }];
  const mail = due
    .filter((m) => !stale.includes(m.occasion))
    .sort((a, b) => PRIORITY[a.kind] - PRIORITY[b.kind] || (a.due < b.due ? -1 : 1))[0];
  if (mail === undefined) return dropped;
  const postponed = postpone(state, mail, at);
  return [
    ...dropped,
    ...(postponed === null
      ? [...preparation(state, mail, at, curriculum), claim(mail, command)]
      : [postponed]),
  ];
}

function postpone(state: Person, mail: OwedMail, at: Instant): ParticipantEvent | null {
  if (mail.byPerson || mail.kind === 'safety') return null;
  const awake = outsideQuietHours(at, state.timeZone);
  if (awake > at) return { type: 'MailPostponed', occasion: mail.occasion, due: awake, why: 'quiet-hours' };
  const recent = startedInWeek(state, at);
  const clear = outsideQuietHours(
    addMinutes(recent.at(-1) ?? state.createdAt, APART_MINUTES),
    state.timeZone,
  );
  if (clear > at) return { type: 'MailPostponed', occasion: mail.occasion, due: clear, why: 'apart' };
  const oldest = recent[recent.length - WEEKLY_CAP];
  return oldest === undefined
    ? null
    : { type: 'MailPostponed', occasion: mail.occasion, due: addMinutes(oldest, 7 * DAY), why: 'weekly-cap' };
}

const claim = (mail: OwedMail, command: CommandOf<'Wake'>): ParticipantEvent => ({
  type: 'MailClaimed',
  mail: {
    occasion: mail.occasion,
    kind: mail.kind,
    week: mail.week,
    byPerson: mail.byPerson,
    attempt: mail.attempt,
    refusals: mail.refusals,
    owner: command.owner,
    at: command.at,
    checkAt: addMinutes(command.at, mail.kind === 'safety' ? SAFETY_RETRY_MINUTES : EVIDENCE_MINUTES),
  },
});

/**
 * What goes with a claim: a plan that left too late to be followed takes its whole week with it; a check-in
 * opens its question; a milestone is marked.
 */
function preparation(
  state: Person,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  if (state.status === 'completed') return maintenanceOpening(state, mail, at, curriculum);
  if (state.status !== 'active') return [];
  if (mail.kind === 'check-in') return opening(state, mail, at);
  if (mail.kind === 'milestone') return milestoneMarked(state, mail, at, curriculum);
  const moved = milestoneMoved(state, mail, at);
  const tooClose =
    (mail.kind === 'plan' || mail.kind === 'start') &&
    state.course.nextPlanAt < addMinutes(at, MIN_DAYS_TO_TRAIN * DAY);
  if (!tooClose) return moved;
  const wish = { weekday: state.weekday, hour: state.hour, timeZone: state.timeZone };
  const nextPlanAt = nextSlot(addMinutes(at, LATE_PLAN_DAYS * DAY), wish);
  if (nextPlanAt <= state.course.nextPlanAt) return moved;
  return [
    ...moved,
    { type: 'WeekShifted', at, nextPlanAt, days: localDaysBetween(at, nextPlanAt, state.timeZone) },
    owe([checkInMail(mail.week, nextPlanAt, state.timeZone)]),
  ];
}

/**
 * With the check-in the question opens, frozen as the week stands; a late one moves the plan day so that a
 * day remains to answer.
 */
function opening(state: Of<'active'>, mail: OwedMail, at: Instant): readonly ParticipantEvent[] {
  const { course } = state;
  // Tried again after a refusal: the question stands, but a day to answer it must remain.
  if (course.asked?.week === mail.week) return roomToAnswer(state, at);
  const asked: Asked = {
    week: mail.week,
    sentAt: at,
    tracks: course.tracks,
    caps: course.baseline.caps,
    missed: course.missed,
    sessionsPlanned: course.sessionsPlanned,
    restriction: course.restriction,
    previousAverage: course.previousAverage,
    historyLength: course.history.length,
    flared: course.flaredAt !== null,
    answers: 0,
    answer: null,
  };
  const silent = course.missed + 1 === MISSED_BEFORE_PAUSE - 1;
  const nudge = {
    occasion: `w${mail.week}-${silent ? 'silent' : 'reminder'}`,
    kind: silent ? ('silent' as const) : ('reminder' as const),
    due: addMinutes(at, REMINDER_MINUTES),
    week: mail.week,
    byPerson: false,
  };
  const nudges = course.missed + 1 >= MISSED_BEFORE_PAUSE ? [] : [owe([nudge])];
  return [...roomToAnswer(state, at), { type: 'CheckInOpened', asked }, ...nudges];
}

/**
 * A check-in that leaves late moves the plan day, so that there is time to answer before the week is
 * repeated.
 */
function roomToAnswer(
  { course, weekday, hour, timeZone }: Of<'active'>,
  at: Instant,
): readonly ParticipantEvent[] {
  if (course.nextPlanAt >= addMinutes(at, LATE_MINUTES)) return [];
  const nextPlanAt = nextSlot(addMinutes(at, LATE_MINUTES), { weekday, hour, timeZone });
  return [
    { type: 'WeekShifted', at, nextPlanAt, days: localDaysBetween(course.openedAt, nextPlanAt, timeZone) },
  ];
}
