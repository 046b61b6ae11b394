/** The part of the state that says which mails are owed, claimed and gone; the same for every status. */
import { addMinutes, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { EventOf } from '../participant/events.ts';
import { NOTICE_KINDS } from '../participant/mail-kinds.ts';
import { withReplies } from '../participant/reply-answers.ts';
import type { Inflight, OwedMail, Person } from '../participant/state.ts';

type MailEvent = EventOf<
  | 'MailsOwed'
  | 'MailsDropped'
  | 'MailPostponed'
  | 'MailClaimed'
  | 'MailSent'
  | 'MailRefused'
  | 'MailReleased'
  | 'EvidenceAwaited'
  | 'MailAbandoned'
  | 'SoftBounced'
  | 'DeliveredAgain'
>;

export type { MailEvent };

const owedAgain = (mail: Inflight, due: string, refusals: number, attempt: number): OwedMail => ({
  occasion: mail.occasion,
  kind: mail.kind,
  due,
  week: mail.week,
  byPerson: mail.byPerson,
  ...(mail.n === undefined ? {} : { n: mail.n }),
  ...(mail.about === undefined ? {} : { about: mail.about }),
  refusals,
  attempt,
});

/** The person after something happened to a mail: owed, claimed, sent, refused, put off or dropped. */
export function evolveMail<P extends Person>(state: P, event: MailEvent): P {
  const flying = (occasion: string): Inflight | undefined =>
    state.inflight.find((f) => f.occasion === occasion);
  const landed = (occasion: string): readonly Inflight[] =>
    state.inflight.filter((f) => f.occasion !== occasion);
  switch (event.type) {
    case 'MailsOwed': {
      const names = new Set(event.mails.map((m) => m.occasion));
      const counts = event.mails.some((m) => m.n !== undefined);
      const owed = [...state.owed.filter((m) => !names.has(m.occasion)), ...event.mails];
      return { ...withReplies(state, event.mails), owed, counter: state.counter + (counts ? 1 : 0) };
    }
    case 'MailsDropped':
      return { ...state, owed: state.owed.filter((m) => !event.occasions.includes(m.occasion)) };
    case 'MailPostponed':
      return {
        ...state,
        owed: state.owed.map((m) =>
          m.occasion === event.occasion
            ? { ...m, due: event.due, ...(event.why === 'unwritten' ? { holds: (m.holds ?? 0) + 1 } : {}) }
            : m,
        ),
      };
    case 'MailClaimed':
      return {
        ...planIsOut(state, event.mail),
        owed: state.owed.filter((m) => m.occasion !== event.mail.occasion),
        inflight: [...landed(event.mail.occasion), event.mail],
      };
    case 'MailSent': {
      const mail = flying(event.occasion);
      if (mail === undefined) return state;
      const started = mail.byPerson || mail.kind === 'safety' ? state.started : [...state.started, event.at];
      return {
        ...state,
        inflight: landed(event.occasion),
        started: started.filter((at) => at > addMinutes(event.at, -7 * MINUTES_PER_DAY)),
        notices: noticesAfter(state, mail, event.at),
      };
    }
    case 'MailRefused': {
      const mail = flying(event.occasion);
      return mail === undefined
        ? state
        : {
            ...planIsBack(state, mail),
            inflight: landed(event.occasion),
            owed: [...state.owed, owedAgain(mail, event.retryAt, mail.refusals + 1, mail.attempt)],
          };
    }
    case 'MailReleased': {
      const mail = flying(event.occasion);
      return mail === undefined
        ? state
        : {
            ...planIsBack(state, mail),
            inflight: landed(event.occasion),
            owed: [
              ...state.owed,
              event.unsent === true
                ? owedAgain(mail, event.at, mail.refusals + 1, mail.attempt)
                : owedAgain(mail, event.at, mail.refusals, mail.attempt + 1),
            ],
          };
    }
    case 'EvidenceAwaited':
      return {
        ...state,
        inflight: state.inflight.map((f) =>
          f.occasion === event.occasion ? { ...f, checkAt: event.checkAt } : f,
        ),
      };
    case 'SoftBounced':
    case 'DeliveredAgain':
      return countBounces(state, event);
    case 'MailAbandoned':
      return {
        ...questionUnproved(state, flying(event.occasion)),
        inflight: landed(event.occasion),
        // It may have left after all when it was claimed, so it counts among those that went to the address.
        notices: noticesAfter(state, flying(event.occasion), flying(event.occasion)?.at ?? event.at),
      };
  }
}

const noticesAfter = (state: Person, mail: Inflight | undefined, at: string): readonly string[] =>
  (mail !== undefined && NOTICE_KINDS.includes(mail.kind) ? [...state.notices, at] : state.notices).filter(
    (sent) => sent > addMinutes(at, -MINUTES_PER_DAY),
  );

/** A question whose check-in may never have arrived asks nobody: no answer to it is no silence. */
function questionUnproved<P extends Person>(state: P, mail: Inflight | undefined): P {
  if (state.status !== 'active' || mail?.kind !== 'check-in') return state;
  const { course } = state;
  return course.asked === null || course.asked.week !== mail.week
    ? state
    : { ...state, course: { ...course, asked: { ...course.asked, unproved: true } } };
}

/** From the claim on a plan counts as out: a later answer then needs a `decision` of its own. */
function planIsOut<P extends Person>(state: P, mail: Inflight): P {
  if (state.status !== 'active') return state;
  const course = state.course;
  if (mail.kind === 'decision') {
    const first = mail.attempt === 1 && mail.refusals === 0;
    return first ? { ...state, course: { ...course, decisionsSent: course.decisionsSent + 1 } } : state;
  }
  if (mail.about?.of === 'words') return wordsAsked(state, mail);
  return mail.kind === 'plan' || mail.kind === 'start'
    ? { ...state, course: { ...course, planOut: true } }
    : state;
}

/** One more mail has asked about words that nobody could read; a new try at it is no new one. */
function wordsAsked<P extends Person>(state: P, mail: Inflight): P {
  if (state.status !== 'active' || mail.attempt > 1 || mail.refusals > 0) return state;
  const { asked } = state.course;
  if (asked === null || asked.week !== mail.week) return state;
  return {
    ...state,
    course: { ...state.course, asked: { ...asked, wordsAsked: (asked.wordsAsked ?? 0) + 1 } },
  };
}

/**
 * Refused or released before it left: the plan is not out after all, a later answer may still change it in
 * place.
 */
function planIsBack<P extends Person>(state: P, mail: Inflight): P {
  if (state.status !== 'active' || (mail.kind !== 'plan' && mail.kind !== 'start')) return state;
  return { ...state, course: { ...state.course, planOut: false } };
}

/** The weeks in which mails came back; coming back from a pause and another address begin anew too. */
export function countBounces<P extends Person>(
  state: P,
  event: EventOf<'SoftBounced' | 'DeliveredAgain' | 'Resumed' | 'AddressChanged'>,
): P {
  if (event.type === 'SoftBounced')
    return { ...state, softBounces: { last: event.bouncedAt, weeks: event.weeks } };
  const { softBounces: _, ...rest } = state;
  return rest as P;
}
