/**
 * State from facts: total, never throws on an order it did not expect (what does not apply changes nothing),
 * computes nothing new.
 */
import { consentChanged } from '../account/consents.ts';
import { evolveRequest } from '../account/evolve-request.ts';
import { withLook } from '../account/looks.ts';
import { assert } from '../kernel/assert.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import { pausedFromMaintenance } from '../participant/open-question.ts';
import type { Course, Participant, Person } from '../participant/state.ts';
import { withAct } from './acts.ts';
import { backToMaintenance, backToWeeks, maintenanceAsked, newWeek } from './aftercare.ts';
import { ownWord, told } from './chosen-or-flared.ts';
import { countBounces, evolveMail } from './mails.ts';
import { withShown } from './shown.ts';
import { cleared, stopped, without } from './stop.ts';

type WeekEvent = EventOf<'Progressed' | 'Held' | 'Regressed' | 'WeekUnanswered'>;

/** The state after an event. `null` = there is no such participant yet; only `SignedUp` makes one. */
export const evolve = (state: Participant | null, event: ParticipantEvent): Participant =>
  withAct(happened(state, event), event);

function happened(state: Participant | null, event: ParticipantEvent): Participant {
  if (event.type === 'SignedUp') return signedUp(state, event);
  assert(state !== null, `${event.type} needs a participant`);
  if (state.status === 'erased') return state;
  switch (event.type) {
    case 'Confirmed':
      return confirmed(state, event);
    case 'Enrolled':
      return enrolled(state, event);
    case 'Stopped':
      return stopped(state, event);
    case 'CheckInOpened':
      return inEither(state, (course, ended) =>
        ended ? maintenanceAsked(course, event) : { ...course, asked: event.asked },
      );
    case 'CheckedIn':
      return inEither(state, (course) => checkedIn(course, event));
    case 'AnswersDoubted':
      return onCourse(state, (course) => doubted(course, event));
    case 'Progressed':
    case 'Held':
    case 'Regressed':
    case 'WeekUnanswered':
      return onCourse(state, (course) => nextWeek(course, event));
    case 'Chose':
    case 'FlaredUp':
    case 'ListLine':
      return onCourse(state, (course) => ownWord(course, event));
    case 'MilestonesReached':
      return inEither(state, (course) => marked(course, event));
    case 'ToldAboutRunning':
    case 'ShoesChecked':
      return told(state, event);
    case 'ConsentChanged':
      return consentChanged(state, event);
    case 'FreshRequested':
    case 'AddressWished':
    case 'LinksRenewed':
      return evolveRequest(state, event);
    case 'AddressChanged':
      return evolveRequest(countBounces(state, event), event);
    case 'Cleared':
      return cleared(state, event);
    case 'WeekShifted':
      return onCourse(state, (course) => ({ ...course, nextPlanAt: event.nextPlanAt, days: event.days }));
    case 'Paused':
      return paused(state, event);
    case 'Resumed':
      if (state.status !== 'paused') return state;
      return pausedFromMaintenance(state)
        ? backToMaintenance(countBounces(state, event))
        : resumed(countBounces(state, event), event);
    case 'LookedAt':
      return withLook(state, event);
    case 'SettingsChanged': {
      const { weekday, hour, timeZone, units, rhythm } = event;
      return { ...state, weekday, hour, timeZone, units, rhythm };
    }
    case 'Graduated':
    case 'Referred':
      return state.status === 'active' ? completed(state, event) : state;
    case 'Relapsed':
      return state.status === 'completed' ? backToWeeks(state, event) : state;
    case 'Left':
      return left(state, event);
    case 'Lapsed':
    case 'Erased':
      return { status: 'erased', id: state.id };
    default:
      return evolveMail(state, event);
  }
}

const confirmed = (state: Person, event: EventOf<'Confirmed'>): Participant =>
  state.status === 'unconfirmed'
    ? {
        ...without(state, 'expiresAt'),
        status: 'confirmed',
        cleared: [],
        consents: { ...state.consents, confirmedAt: event.at },
      }
    : state;

/** The fold of a whole history; the store keeps its result, the tests compare the two. */
export const replay = (events: readonly ParticipantEvent[]): Participant | null =>
  events.reduce<Participant | null>(evolve, null);

/**
 * The table of usual raises is asked once, with the first self-test, and kept for the graduation marks
 * (docs/clinical-rules.md §2.5, §9.11).
 */
function checkedIn(course: Course, event: EventOf<'CheckedIn'>): Course {
  if (course.asked === null) return course;
  const { number, answers, doubtfulSigns, unread, cleared = [] } = event;
  const asked = {
    ...without(without(course.asked, 'doubtfulSigns'), 'unread'),
    answers: number,
    answer: answers,
    ...(doubtfulSigns === undefined ? {} : { doubtfulSigns }),
    ...(unread === undefined ? {} : { unread }),
  };
  const baseline =
    answers.normSex === null ? course.baseline : { ...course.baseline, normSex: answers.normSex };
  const words = [...(course.clearedWords ?? []).filter((key) => !cleared.includes(key)), ...cleared];
  return {
    ...(answers.redFlags === null ? course : without(course, 'listLine')),
    baseline,
    asked,
    ...(cleared.length === 0 ? {} : { clearedWords: words.slice(-MOST_CLEARED) }),
  };
}
/** So many clauses are remembered as cleared. */
const MOST_CLEARED = 100;

function onCourse(state: Person, change: (course: Course) => Course): Person {
  return state.status === 'active' || state.status === 'paused'
    ? { ...state, course: change(state.course) }
    : state;
}

function paused(state: Person, { at, by, until, endsAt }: EventOf<'Paused'>): Participant {
  if (state.status !== 'active' && state.status !== 'completed') return state;
  const resting = state.status === 'active' ? state : without(without(state, 'completedAt'), 'ending');
  return { ...resting, status: 'paused', pause: { at, by, until, endsAt } };
}

/** A question is asked and answered in a running course and, after graduation, in the maintenance. */
const inEither = (state: Person, change: (course: Course, ended: boolean) => Course): Person =>
  state.status === 'completed'
    ? { ...state, course: change(state.course, true) }
    : onCourse(state, (course) => change(course, false));

function signedUp(state: Participant | null, event: EventOf<'SignedUp'>): Participant {
  return {
    status: 'unconfirmed',
    id: event.id,
    createdAt: event.at,
    email: event.email,
    firstName: event.firstName,
    country: event.country,
    locale: 'en',
    timeZone: event.timeZone,
    weekday: event.weekday,
    hour: event.hour,
    units: event.units,
    rhythm: 'full',
    // A second sign-up after leaving begins anew; links of the first life stay dead.
    tokenEpoch: state !== null && state.status !== 'erased' ? state.tokenEpoch + 1 : 0,
    consents: { email: { at: event.at, version: event.consentVersion }, confirmedAt: null, health: null },
    owed: [],
    inflight: [],
    started: [],
    notices: state !== null && state.status !== 'erased' ? state.notices : [],
    counter: state !== null && state.status !== 'erased' ? state.counter : 0,
    fresh: null,
    expiresAt: event.expiresAt,
  };
}

function enrolled(state: Person, event: EventOf<'Enrolled'>): Participant {
  if (state.status !== 'confirmed') return state;
  const course: Course = {
    curriculum: event.curriculum,
    startedAt: event.at,
    baseline: event.baseline,
    week: 1,
    openedAt: event.at,
    nextPlanAt: event.nextPlanAt,
    days: event.days,
    sessionsPlanned: event.sessionsPlanned,
    tracks: event.tracks,
    decided: event.tracks,
    previous: null,
    choice: null,
    restriction: 'noAcceleration',
    missed: 0,
    previousAverage: event.baseline.painAverage,
    history: [],
    explained: event.explained,
    planOut: false,
    decisionsSent: 0,
    asked: null,
    lessons: event.lessons,
    flaredAt: null,
  };
  return {
    ...without(state, 'cleared'),
    status: 'active',
    timeZone: event.timeZone,
    weekday: event.weekday,
    hour: event.hour,
    units: event.units,
    course,
    consents: { ...state.consents, health: { at: event.at, version: event.consentVersion } },
  };
}

/**
 * A later answer to the same question replaces the digest of the first: the history is cut back to where the
 * question began.
 */
function nextWeek(course: Course, event: WeekEvent): Course {
  const again = event.week === course.week;
  const answered = event.type !== 'WeekUnanswered';
  return {
    ...without(course, 'fromBreak'),
    ...newWeek(event),
    ...withShown(course, event),
    restriction: 'none',
    flaredAt: null,
    previousAverage:
      answered && event.digest.average !== null ? event.digest.average : course.previousAverage,
    history: [...course.history.slice(0, event.historyLength), event.digest],
    planOut: again ? course.planOut : false,
    decisionsSent: again ? course.decisionsSent : 0,
    baseline: { ...course.baseline, caps: event.caps },
  };
}

function marked(course: Course, { week, milestones }: EventOf<'MilestonesReached'>): Course {
  return {
    ...course,
    milestones: [...(course.milestones ?? []), ...milestones.map((code) => ({ code, week }))],
  };
}

/** The question is open again as if it had no answer; its three answers are the person's to give. */
function doubted(course: Course, event: EventOf<'AnswersDoubted'>): Course {
  const { at, held } = event;
  if (course.asked === null) return course;
  const asked = {
    ...without(without(course.asked, 'doubtfulSigns'), 'unread'),
    answers: 0,
    answer: null,
    doubtedAt: at,
  };
  const { digest, caps, ...rest } = held;
  return {
    ...course,
    ...rest,
    ...withShown(course, event),
    asked,
    history: [...course.history.slice(0, asked.historyLength), digest],
    baseline: { ...course.baseline, caps },
  };
}

function resumed(state: Extract<Person, { status: 'paused' }>, event: EventOf<'Resumed'>): Participant {
  const course: Course = {
    ...without(state.course, 'fromBreak'),
    ...(event.fromBreak === true ? { fromBreak: true } : {}),
    ...withShown(state.course, event),
    missed: event.missed,
    nextPlanAt: event.nextPlanAt,
    restriction: 'noProgress',
    asked: null,
  };
  return { ...without(state, 'pause'), status: 'active', course };
}

function completed(
  state: Extract<Person, { status: 'active' }>,
  event: EventOf<'Graduated' | 'Referred'>,
): Participant {
  const history = [...state.course.history.slice(0, event.historyLength), event.digest];
  return {
    ...state,
    status: 'completed',
    completedAt: event.at,
    ending: event.type === 'Graduated' ? 'graduated' : 'referred',
    course: {
      ...state.course,
      ...withShown(state.course, event),
      history,
      explained: event.explained,
      ...(event.type === 'Graduated' && event.aftercare !== undefined ? { aftercare: event.aftercare } : {}),
    },
  };
}

/**
 * A participant who leaves keeps no course: health data goes at once, only what leaving itself needs stays.
 */
function left(state: Person, event: EventOf<'Left'>): Participant {
  const {
    id,
    createdAt,
    email,
    firstName,
    country,
    locale,
    timeZone,
    weekday,
    hour,
    units,
    rhythm,
    tokenEpoch,
    consents,
    notices,
    counter,
  } = state;
  const stop = state.status === 'stopped' || state.status === 'left' ? state.stop : null;
  // A complaint after it takes nothing back of what was promised.
  const eraseAt = event.eraseAt ?? (state.status === 'left' ? state.eraseAt : undefined);
  return {
    status: 'left',
    id,
    createdAt,
    email,
    firstName,
    country,
    locale,
    timeZone,
    weekday,
    hour,
    units,
    rhythm,
    tokenEpoch,
    consents,
    notices,
    counter,
    owed: [],
    inflight: [],
    started: [],
    leftAt: event.at,
    reason: event.reason,
    stop,
    fresh: null,
    ...(eraseAt === undefined ? {} : { eraseAt }),
  };
}
