/**
 * Facts of a journal in an operator's words: what happened, never what was answered. Every kind of fact has
 * its sentence, or this does not compile.
 */
import type { Instant } from '../../../program/kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../../../program/participant/events.ts';

/** Says an instant as the reader of the line wants it. */
export type Say = (at: Instant) => string;
type Told = { readonly [T in ParticipantEvent['type']]: (event: EventOf<T>, say: Say) => string };

const POSTPONED: Readonly<Record<EventOf<'MailPostponed'>['why'], string>> = {
  'quiet-hours': 'it was night at the runner’s',
  'weekly-cap': 'the five mails of seven days had left',
  apart: 'another mail had just left',
  held: 'the switch of the operator held it back',
  unwritten: 'it could not be written, and the operator was told',
};
const LEFT: Readonly<Record<EventOf<'Left'>['reason'], string>> = {
  unsubscribed: 'the runner left',
  silence: 'the programme ended after a long silence',
  bounce: 'the address is dead: a mail came back for good',
  complaint: 'the runner called a mail spam',
  consent: 'the consent to health data was taken back',
};
const PAUSED: Readonly<Record<EventOf<'Paused'>['by'], string>> = {
  person: 'the runner paused',
  silence: 'three check-ins had no answer: the mails pause',
  bounce: 'mails came back in three weeks running: the mails pause',
};
const decided =
  (what: string) =>
  ({ week, explained: { rule } }: EventOf<'Progressed' | 'Held' | 'Regressed' | 'WeekUnanswered'>): string =>
    `${what} (rule ${rule}): week ${week} begins`;

const TOLD: Told = {
  SignedUp: () => 'signed up',
  Confirmed: () => 'confirmed the address',
  Enrolled: ({ curriculum }) => `the intake was answered: the course begins (curriculum ${curriculum})`,
  Stopped: () => 'a stop sign: the programme stops',
  CheckInOpened: ({ asked: { week } }) => `the question about week ${week} opens`,
  CheckedIn: ({ week, number, source }) =>
    `the question about week ${week} was answered ` +
    `(answer ${number}, by ${source === 'web' ? 'the page' : 'reply'})`,
  ListLine: ({ flags }) =>
    flags.length === 0
      ? 'the list of stop signs was answered: none is true'
      : 'one line of our list of stop signs came alone in a reply: exercise waits for the list',
  AnswersDoubted: ({ week }) => `answers about week ${week} came faster than a person gives them: taken back`,
  Progressed: decided('moved up'),
  Held: decided('held'),
  Regressed: decided('eased'),
  WeekUnanswered: decided('the plan day came without an answer'),
  Chose: ({ choice }) => (choice === 'easier' ? 'the runner chose easier' : 'the runner chose to repeat'),
  FlaredUp: () => 'the calf got worse: rest, then a step down',
  ToldAboutRunning: () => 'told about running',
  ShoesChecked: () => 'checked the shoes',
  FreshRequested: ({ what }) => `asked for a fresh link (${what})`,
  AddressWished: () => 'the old address agreed to a change of address',
  ConsentChanged: ({ what, given }) => `consent (${what}) ${given ? 'given' : 'taken back'}`,
  LookedAt: () => 'the operator opened what is kept, and said why',
  LinksRenewed: () => 'asked for new links: the old ones are dead',
  AddressChanged: () => 'the address changed',
  Cleared: ({ seenBy }) => `cleared after the stop (seen by: ${seenBy})`,
  WeekShifted: ({ nextPlanAt }, say) => `the next plan moved to ${say(nextPlanAt)}`,
  Paused: ({ by, endsAt }, say) => `${PAUSED[by]} until ${say(endsAt)}`,
  Resumed: () => 'the pause is over',
  SettingsChanged: () => 'day, hour, zone or rhythm changed',
  Graduated: () => 'finished the course',
  Relapsed: () => 'the calf spoke up in maintenance: weekly plans again',
  MilestonesReached: ({ milestones }) => `reached ${milestones.join(', ')}`,
  Referred: () => 'referred: the course ends here',
  Left: ({ reason }) => LEFT[reason],
  SoftBounced: ({ weeks }) => `a mail came back for now (week ${weeks} in a row)`,
  DeliveredAgain: () => 'a mail arrived again after some had come back',
  Lapsed: () => 'the sign-up was never confirmed and is forgotten',
  Erased: () => 'erased',
  MailsOwed: ({ mails }, say) =>
    `owed: ${mails.map(({ occasion, due }) => `${occasion} (due ${say(due)})`).join(', ')}`,
  MailsDropped: ({ occasions, why }) => `dropped: ${occasions.join(', ')} (${why})`,
  MailPostponed: ({ occasion, due, why }, say) => `${occasion} waits until ${say(due)}: ${POSTPONED[why]}`,
  MailClaimed: ({ mail: { occasion, attempt } }) => `${occasion} was taken to be sent (try ${attempt})`,
  MailSent: ({ occasion }) => `${occasion} left`,
  MailRefused: ({ occasion, retryAt, lasting }, say) =>
    `the provider refused ${occasion} ${lasting ? 'for good' : 'for now'}; again ${say(retryAt)}`,
  MailReleased: ({ occasion }) => `nothing told that ${occasion} had left: it is owed again`,
  EvidenceAwaited: ({ occasion, checkAt }, say) =>
    `nobody can tell yet whether ${occasion} left; looked for again ${say(checkAt)}`,
  MailAbandoned: ({ occasion }) => `${occasion} was given up: nothing told that it had left`,
};

/** One fact as part of a sentence. */
export const toldOf = (event: ParticipantEvent, say: Say): string =>
  (TOLD[event.type] as (given: ParticipantEvent, say: Say) => string)(event, say);
