/** From a participant to what one mail may know. Pure; the shell brings the finished links. */

import { carriesRequest, FRESH_MINUTES, toNewAddress } from '../../program/account/fresh-link.ts';
import { dayInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Lesson } from '../../program/curriculum/words-schema.ts';
import { assert, unreachable } from '../../program/kernel/assert.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { MailKind } from '../../program/participant/mail-kinds.ts';
import type { About } from '../../program/participant/occasion.ts';
import type { Course, Of, Person } from '../../program/participant/state.ts';
import { lessonsOfWeek, planView } from '../plan/plan-view.ts';
import { restOf } from '../words/got-worse.ts';
import { clinicianNote, emergencyNumbers, safetyPanel } from '../words/safety.ts';
import { stopSigns } from '../words/stop-signs.ts';
import { typedName } from '../words/typed-words.ts';
import { graduationBody } from './graduation.ts';
import { letterBody } from './letter.ts';
import { maintenanceBody } from './maintenance.ts';
import { pausedBody } from './paused.ts';
import { ackBody, questionBody, replyLine, testsAsked } from './reply-mails.ts';
import type {
  CheckInView,
  ClearanceView,
  ClosedView,
  ConfirmView,
  FlareView,
  FreshView,
  LessonView,
  MailBody,
  MailFrame,
  MailView,
  Operator,
  SafetyView,
} from './views.ts';

/**
 * Finished absolute URLs of one participant. `me` is null before the confirmation, `unsubscribe` on notices.
 */
export interface MailLinks {
  readonly site: string;
  readonly safety: string;
  readonly privacy: string;
  readonly signup: string;
  readonly unsubscribe: string;
  readonly me: string;
  readonly summary: string;
  readonly confirm: string;
  readonly start: string;
  readonly worse: string;
  readonly fresh: string;
  readonly running: string;
  readonly shoes: string;
  readonly checkIn: string;
  readonly openCheckIn: string | null;
  /** The sessions of the mail's week; the next one opens. */
  readonly session: string;
  readonly checkInAnswer: (value: number) => string;
}
export interface MailRequest {
  readonly person: Person;
  readonly kind: MailKind;
  readonly week: number;
  /** What the mail has to know beyond its kind and week. */
  readonly about?: About | undefined;
  readonly at: Instant;
  readonly curriculum: Curriculum;
  readonly operator: Operator;
  readonly links: MailLinks;
}

export function mailView(request: MailRequest): MailView {
  return { frame: frameOf(request), body: bodyOf(request) };
}

/**
 * `confirm` and `already` carry no word of the person who signed up and no way to leave what was not joined
 * (docs/architecture.md §10.1): until it has agreed, an address may be a stranger's, who must not get a link
 * into somebody's plan.
 */
function frameOf({ person, kind, week, curriculum, operator, links }: MailRequest): MailFrame {
  const notice = kind === 'confirm' || kind === 'already';
  return {
    kind,
    week: week > 0 && kind !== 'closed' ? week : null,
    locale: person.locale,
    firstName: notice ? null : typedName(person.firstName),
    units: person.units,
    operator,
    awaitingReview: curriculum.review.pending,
    numbers: emergencyNumbers(curriculum, person.country),
    links: {
      site: links.site,
      safety: links.safety,
      privacy: links.privacy,
      unsubscribe: kind === 'confirm' ? null : links.unsubscribe,
      me: notice ? null : links.me,
      summary: notice ? null : links.summary,
      worse:
        (person.status === 'active' || kind === 'maintenance' || kind === 'question') && !notice
          ? links.worse
          : null,
    },
  };
}

const onCourse = (
  person: Person,
): { readonly person: Of<'active' | 'paused' | 'completed'>; readonly course: Course } => {
  assert(
    person.status === 'active' || person.status === 'paused' || person.status === 'completed',
    `a course mail needs a course, not ${person.status}`,
  );
  return { person, course: person.course };
};

function bodyOf(request: MailRequest): MailBody {
  const { kind, person, links, curriculum } = request;
  switch (kind) {
    case 'confirm':
      return confirmBody(request);
    case 'already':
      return alreadyBody(request);
    case 'start':
    case 'plan':
    case 'decision': {
      const known = onCourse(person);
      return planView(kind, known.person, { course: known.course, curriculum, links });
    }
    case 'lesson':
      return lessonBody(request);
    case 'flare':
      return flareBody(request);
    case 'fresh':
      return freshBody(request);
    case 'ack':
      return ackBody(request);
    case 'question':
      return questionBody(request, links.openCheckIn ?? links.checkIn);
    case 'check-in':
    case 'reminder':
      return checkInBody(kind, request);
    case 'silent':
      return { kind, checkInUrl: links.checkIn, meUrl: links.me };
    case 'safety':
      return safetyBody(request);
    case 'clearance':
      return clearanceBody(request);
    case 'paused':
      return pausedBody(person, links.me);
    case 'milestone':
      return letterBody(request);
    case 'graduation':
      return graduationBody(request);
    case 'maintenance':
      return maintenanceBody(request);
    case 'closed':
      return closedBody(request);
    default:
      return unreachable(kind, 'kind of mail');
  }
}

/** What the link is for stands in the request that is open; a mail with new links asks for nothing. */
function freshBody(request: MailRequest): FreshView {
  const { person, links } = request;
  if (!carriesRequest(request))
    return { kind: 'fresh', what: 'links', url: links.me, minutes: FRESH_MINUTES };
  assert(person.fresh !== null && person.fresh.what !== 'newAddress', 'a link needs its request');
  return { kind: 'fresh', what: person.fresh.what, url: links.fresh, minutes: FRESH_MINUTES };
}

function confirmBody(request: MailRequest): ConfirmView {
  const { person, links } = request;
  if (toNewAddress(request)) {
    assert(person.fresh?.what === 'newAddress', 'a new address is asked while its change is open');
    return {
      kind: 'confirm',
      what: 'newAddress',
      confirmUrl: links.fresh,
      until: `The link works for ${FRESH_MINUTES} minutes.`,
    };
  }
  assert(person.status === 'unconfirmed', 'confirm is for the unconfirmed');
  return {
    kind: 'confirm',
    what: 'signUp',
    confirmUrl: links.confirm,
    until: `The link works until ${dayInWords(person.expiresAt, person.timeZone)}.`,
  };
}

function alreadyBody({ person, links }: MailRequest): MailBody {
  assert(person.status !== 'unconfirmed' && person.status !== 'left', 'already is for those who are here');
  return {
    kind: 'already',
    status: person.status,
    continueUrl: person.status === 'confirmed' ? links.start : links.me,
  };
}

/**
 * The week's second lesson. What only those may read who passed the painkiller questions is not in it
 * (docs/clinical-rules.md §6.8).
 */
function lessonBody({ person, week, curriculum, links }: MailRequest): LessonView {
  const lesson = lessonsOfWeek(onCourse(person).course, week, curriculum)[1];
  assert(lesson !== undefined, `week ${week} has no second lesson`);
  return {
    kind: 'lesson',
    id: lesson.id,
    title: lesson.title,
    subject: lesson.subject,
    blocks: lesson.body,
    action: lesson.action,
    link: lessonLink(lesson, curriculum, links),
  };
}

/**
 * The shoe lesson leads to the shoe check (docs/clinical-rules.md §9.8), one with a painkiller text to its
 * questions (docs/clinical-rules.md §6.8).
 */
function lessonLink(
  { topic, painkiller }: Lesson,
  { messages }: Curriculum,
  links: MailLinks,
): LessonView['link'] {
  if (painkiller.length > 0) return { label: messages.painkillers, url: `${links.running}#painkillers` };
  return topic === 'shoes' ? { label: messages.shoeCheck.link, url: links.shoes } : null;
}

/** Rest first, then what the eased week holds. */
function flareBody({ person, curriculum, at }: MailRequest): FlareView {
  const known = onCourse(person);
  const plan = planView('plan', known.person, { course: known.course, curriculum });
  const { headline, changes, painRule, nextMorningRule, checkInOn } = plan;
  return {
    kind: 'flare',
    headline,
    changes,
    painRule,
    nextMorningRule,
    stopSigns: stopSigns(curriculum),
    checkInOn,
    ...restOf(known.course.flaredAt ?? at, person.timeZone),
  };
}

/** The question, its eleven links and the self-tests that this week's plan described. */
function checkInBody(kind: CheckInView['kind'], { person, links, curriculum }: MailRequest): CheckInView {
  const known = onCourse(person);
  return {
    kind,
    url: links.checkIn,
    scale: Array.from({ length: 11 }, (_, value) => ({ value, url: links.checkInAnswer(value) })),
    planOn: dayInWords(known.course.nextPlanAt, person.timeZone),
    fromBreak: known.course.asked?.fromBreak === true,
    tests: testsAsked(known.person, known.course, curriculum),
    reply: replyLine(known.person, known.course, curriculum),
  };
}

const STOPPED_WHAT = 'calf strength work and running by this programme.';
function safetyBody({ person, curriculum }: MailRequest): SafetyView {
  assert(person.status === 'stopped', 'safety is for the stopped');
  const panel = safetyPanel(curriculum, person.stop, person.country);
  return {
    kind: 'safety',
    ...panel,
    note: clinicianNote(curriculum, person.course, person.stop.findings, STOPPED_WHAT),
    comeBack: curriculum.safety.routes[person.stop.route].back ?? '',
  };
}

function clearanceBody({ person, curriculum, about }: MailRequest): ClearanceView {
  assert(person.status === 'stopped', 'clearance is for the stopped');
  assert(about?.of === 'clearance', 'a clearance mail knows its day');
  const panel = safetyPanel(curriculum, person.stop, person.country);
  return {
    kind: 'clearance',
    day: about.day,
    because: panel.because,
    steps: panel.steps,
  };
}

function closedBody({ person, curriculum, links, about }: MailRequest): ClosedView {
  const closed = { kind: 'closed', signupUrl: links.signup } as const;
  if (person.status !== 'completed') return { ...closed, why: 'silence', note: [] };
  if (about?.of === 'year') return { ...closed, why: 'year', note: [] };
  const relapsed = person.course.aftercare !== undefined;
  const stopped = relapsed
    ? 'nothing; the weekly plans after a relapse end here.'
    : `nothing; the weekly plans end after ${curriculum.weeks.max} weeks.`;
  return {
    ...closed,
    why: relapsed ? 'relapse' : 'referred',
    note: clinicianNote(curriculum, person.course, [], stopped),
  };
}
