/** Why no mail leaves at some instant: one cause for each mail that waits, and one for who waits for none. */
import type { Instant } from '../../../program/kernel/time.ts';
import { startable, stillWanted } from '../../../program/mails/startable.ts';
import { unanswered } from '../../../program/mails/wake-at.ts';
import type { OwedMail, Participant, Person } from '../../../program/participant/state.ts';
import type { Moment } from './moments.ts';
import { lastBy } from './moments.ts';
import { type Say, toldOf } from './told.ts';

/** `unexplained`: the journal gives no cause. It must never be. */
export type SilenceCode =
  | 'no-sign-up'
  | 'gone'
  | 'unconfirmed'
  | 'no-intake'
  | 'stopped'
  | 'left'
  | 'paused'
  | 'finished'
  | 'in-flight'
  | 'postponed'
  | 'refused'
  | 'not-due'
  | 'waits-for-proof'
  | 'waits-for-plan'
  | 'not-wanted'
  | 'not-worked-off'
  | 'question-open'
  | 'unexplained';
export interface Cause {
  readonly code: SilenceCode;
  /** The mail that waits; null where none does. */
  readonly occasion: string | null;
  /** The revision of the entry that brought it about; 0 = there is none. */
  readonly rev: number;
  readonly what: string;
}

type Status = Exclude<Participant['status'], 'erased' | 'active'>;
const STATUS: Readonly<Record<Status, { readonly code: SilenceCode; readonly what: string }>> = {
  unconfirmed: { code: 'unconfirmed', what: 'the address is not confirmed' },
  confirmed: { code: 'no-intake', what: 'the intake is not answered' },
  paused: { code: 'paused', what: 'the mails pause' },
  stopped: { code: 'stopped', what: 'the programme is stopped until a clinician has cleared the leg' },
  completed: { code: 'finished', what: 'the course is finished' },
  left: { code: 'left', what: 'the runner has left' },
};

/** All causes of a silence at an instant, that of the status first. Never empty. */
export function silenceAt(moments: readonly Moment[], at: Instant, say: Say): readonly Cause[] {
  const past = moments.slice(0, moments.findLastIndex(({ entry }) => entry.at <= at) + 1);
  const last = lastBy(past, at);
  if (last === null)
    return [{ code: 'no-sign-up', occasion: null, rev: 0, what: 'nobody had signed up by then' }];
  const state = last.after;
  if (state.status === 'erased')
    return [{ code: 'gone', occasion: null, rev: last.entry.rev, what: toldOf(last.event, say) }];
  const causes = [
    ...statusCause(past, state, say),
    ...state.inflight.map(({ occasion }): Cause => {
      const rev = revOf(past, (m) => m.event.type === 'MailClaimed' && m.event.mail.occasion === occasion);
      const what = `${occasion} is on its way, and nothing has told yet that it left`;
      return { code: 'in-flight', occasion, rev, what };
    }),
    ...[...state.owed]
      .sort((a, b) => (a.due < b.due ? -1 : 1))
      .map((mail) => mailCause({ past, state, at, say }, mail)),
  ];
  if (causes.length > 0) return causes;
  const asked = state.status === 'active' ? unanswered(state) : null;
  if (state.status === 'active' && asked !== null) {
    const rev = revOf(past, (m) => m.event.type === 'CheckInOpened');
    const next = say(state.course.nextPlanAt);
    const what =
      `the question about week ${asked.week} waits for its answer; ` +
      `without one the week is repeated ${next}`;
    return [{ code: 'question-open', occasion: null, rev, what }];
  }
  return [
    { code: 'unexplained', occasion: null, rev: last.entry.rev, what: 'nothing in the journal says why' },
  ];
}

const revOf = (past: readonly Moment[], is: (moment: Moment) => boolean): number =>
  past.findLast(is)?.entry.rev ?? 0;

/** Who is not in a running course: since when, and by what. */
function statusCause(past: readonly Moment[], state: Person, say: Say): readonly Cause[] {
  if (state.status === 'active') return [];
  const since = past.findLast(({ before, after }) => before?.status !== after.status);
  const { code, what } = STATUS[state.status];
  const by = since === undefined ? '' : `: ${toldOf(since.event, say)}, ${say(since.entry.at)}`;
  return [{ code, occasion: null, rev: since?.entry.rev ?? 0, what: `${what}${by}` }];
}

/** A person at an instant, with all that had happened by then. */
interface Then {
  readonly past: readonly Moment[];
  readonly state: Person;
  readonly at: Instant;
  readonly say: Say;
}
function mailCause({ past, state, at, say }: Then, mail: OwedMail): Cause {
  const { occasion } = mail;
  const named = (m: Moment): boolean =>
    ('occasion' in m.event && m.event.occasion === occasion) ||
    (m.event.type === 'MailsOwed' && m.event.mails.some((owed) => owed.occasion === occasion));
  const latest = past.findLast(named);
  const cause = (code: SilenceCode, what: string): Cause => ({
    code,
    occasion,
    rev: latest?.entry.rev ?? 0,
    what,
  });
  if (!stillWanted(state, mail.kind))
    return cause('not-wanted', `${occasion} is owed, and has no use for somebody who is ${state.status}`);
  if (mail.due > at) {
    const event = latest?.event;
    if (event?.type === 'MailPostponed') return cause('postponed', toldOf(event, say));
    if (event?.type === 'MailRefused') return cause('refused', toldOf(event, say));
    return cause('not-due', `${occasion} is due ${say(mail.due)}`);
  }
  if (startable(state, mail))
    return cause('not-worked-off', `${occasion} was due ${say(mail.due)} and nobody had worked it off yet`);
  const first = state.inflight.find((f) => mail.kind === 'safety' || !f.byPerson);
  return !mail.byPerson && first !== undefined
    ? cause('waits-for-proof', `${occasion} waits until ${first.occasion} is known to have left`)
    : cause('waits-for-plan', `${occasion} waits for the plan of week ${mail.week}`);
}
