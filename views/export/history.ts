/**
 * A person's own history in words: every answer, every decision with its reason, every mail; the newest first
 * (docs/contract.md §2, `history`).
 */
import { dayInWords, localTime } from '../../program/calendar.ts';
import type { Tracks } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../../program/participant/events.ts';
import type { MailKind } from '../../program/participant/mail-kinds.ts';
import type { Explained, Person } from '../../program/participant/state.ts';
import type { HistoryEntry } from '../page/page-views.ts';
import { headline } from '../plan/headline.ts';
import { changesBetween, reasonTexts, understood } from '../words/words.ts';

/** What one command brought about, as the journal has it. */
export interface Happening {
  readonly at: Instant;
  readonly events: readonly ParticipantEvent[];
}
/** A mail and how far it got. */
export interface SentMail {
  readonly kind: string;
  readonly status: string;
  readonly at: Instant;
}
interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}
type Type = ParticipantEvent['type'];
type Tellers = { readonly [T in Type]: ((event: EventOf<T>, curriculum: Curriculum) => Told) | null };

const told = (title: string, ...lines: readonly string[]): Told => ({ title, lines });
const why = (curriculum: Curriculum, explained: Explained, week = 0): readonly string[] =>
  reasonTexts(curriculum, explained, { week }).map((r) => `Why: ${r.long}`);
const moved = (curriculum: Curriculum, from: Tracks | null, to: Tracks): string =>
  headline(changesBetween(curriculum, from, to));
const week =
  (title: string) =>
  (e: EventOf<'Progressed' | 'Held' | 'Regressed' | 'WeekUnanswered'>, curriculum: Curriculum) =>
    told(
      `Week ${e.week}: ${title}`,
      moved(curriculum, e.previous, e.tracks),
      ...why(curriculum, e.explained, e.week),
    );
const ended = (title: string) => (e: EventOf<'Graduated' | 'Referred'>, curriculum: Curriculum) =>
  told(title, ...why(curriculum, e.explained));
const list = (curriculum: Curriculum, field: string, values: readonly string[]): string =>
  values.length === 0
    ? 'none'
    : values.map((value) => answerWords(curriculum, `${field}.${value}`)).join('; ');

const LEFT: Readonly<Record<EventOf<'Left'>['reason'], string>> = {
  unsubscribed: 'You left the programme',
  silence: 'We closed the programme after a long silence',
  bounce: 'Your address did not take our mails any more',
  complaint: 'A mail of ours was reported as spam',
  consent: 'The programme ended, because it needs the consent you took back',
};
const PAUSED = {
  silence: 'The plan was paused after three unanswered check-ins',
  bounce: 'The mails were paused, because some came back in three weeks in a row',
} as const;
const ASKED_FOR: Readonly<Record<EventOf<'FreshRequested'>['what'], string>> = {
  history: 'to see your history',
  export: 'to get a copy of your data',
  erase: 'to erase your data',
  address: 'to use another address',
  return: 'to come back',
};

/** One teller for every fact; null for what the mails themselves tell. A new fact has to take a side here. */
const TELLERS: Tellers = {
  SignedUp: (e) =>
    told('You signed up', `You agreed to get the programme by email (text ${e.consentVersion}).`),
  Confirmed: () => told('You confirmed your address'),
  Enrolled: (e, curriculum) =>
    told(
      'You answered the first questions',
      `Average pain: ${e.baseline.painAverage} of 10`,
      `Worst pain: ${e.baseline.painWorst} of 10`,
      `Health conditions: ${list(curriculum, 'conditions', e.baseline.conditions)}`,
      `You agreed that we keep your answers about health (text ${e.consentVersion}).`,
      moved(curriculum, null, e.tracks),
      ...why(curriculum, e.explained),
    ),
  Stopped: (e, curriculum) =>
    told(
      'The plan was stopped',
      ...[...new Set(e.stop.findings.map((f) => `You told us: ${answerWords(curriculum, f.answer)}.`))],
    ),
  CheckInOpened: null,
  CheckedIn: (e, curriculum) =>
    told(
      `You answered the check-in of week ${e.week}`,
      ...understood(curriculum, e.answers),
      ...(e.answers.redFlags !== null && e.answers.redFlags.length > 0
        ? [`Stop signs: ${list(curriculum, 'redFlags', e.answers.redFlags)}`]
        : []),
      ...(e.answers.note === null ? [] : [`Your note: ${e.answers.note}`]),
    ),
  ListLine: (e, curriculum) =>
    e.flags.length === 0
      ? told('You told us that none of the stop signs is true')
      : told(
          'Your reply held one line of our list of stop signs, and we asked about it',
          `The line: ${list(curriculum, 'redFlags', e.flags)}`,
        ),
  AnswersDoubted: (e) =>
    told(
      'Several different answers came within a minute, as link checkers make them',
      `They were held back in week ${e.week}.`,
    ),
  ToldAboutRunning: (e) =>
    told(
      'You told us about your running',
      ...(e.answers.psfs === null ? [] : [`What you miss most, at the start: ${e.answers.psfs} of 10`]),
    ),
  ShoesChecked: () => told('You checked your shoes'),
  Progressed: week('a step up'),
  Held: week('it stays as it was'),
  Regressed: week('a step easier'),
  WeekUnanswered: week('no answer, so it repeats'),
  Chose: (e) =>
    told(e.choice === 'easier' ? 'You chose an easier week' : 'You chose to repeat the week before'),
  FlaredUp: (e, curriculum) => told('You told us that the calf got worse', ...why(curriculum, e.explained)),
  FreshRequested: (e) => told(`A link was asked for: ${ASKED_FOR[e.what]}`),
  AddressWished: () => told('Your old address agreed to the new one'),
  LookedAt: (e) => told('We opened what we keep about you', `Why: ${e.reason}`),
  ConsentChanged: (e) =>
    told(
      `You ${e.given ? 'gave' : 'took back'} a consent`,
      `${e.what === 'research' ? 'Use in research' : 'Answers about health'} (text ${e.version})`,
    ),
  LinksRenewed: () => told('All earlier links were replaced by new ones'),
  AddressChanged: () => told('Your mails go to a new address'),
  Cleared: (e, { questions }) =>
    told('You came back after a stop', `Seen by ${questions.options.seenBy[e.seenBy].back} on ${e.seenOn}`),
  WeekShifted: null,
  Paused: (e) => told(e.by === 'person' ? `You took a break until ${e.until}` : PAUSED[e.by]),
  Resumed: () => told('The break ended'),
  SettingsChanged: (e) =>
    told(
      'Settings changed',
      `Time zone ${e.timeZone}, hour ${e.hour}, weekday ${e.weekday}, ${e.units}, ${e.rhythm} rhythm`,
    ),
  Relapsed: (e, curriculum) =>
    told('Your calf spoke up again, and the weekly plans came back', ...why(curriculum, e.explained)),
  Graduated: ended('You finished the programme'),
  MilestonesReached: (e, { messages }) =>
    told(
      'A milestone',
      ...e.milestones.map((code) => ({ ...messages.milestones, ...messages.letters })[code].title),
    ),
  Referred: ended('The weekly plans ended, with a physiotherapist as the next step'),
  Left: (e) => told(LEFT[e.reason]),
  SoftBounced: () =>
    told('A mail of ours came back for now', 'Your mailbox may have been full, or its server away.'),
  DeliveredAgain: () => told('Our mails arrived again'),
  Lapsed: null,
  Erased: null,
  MailsOwed: null,
  MailsDropped: null,
  MailPostponed: null,
  MailClaimed: null,
  MailSent: null,
  MailRefused: null,
  MailReleased: null,
  EvidenceAwaited: null,
  MailAbandoned: null,
};

const MAIL_NAMES: Readonly<Record<MailKind, string>> = {
  confirm: 'Please confirm your address',
  already: 'You are signed up already',
  start: 'The first plan',
  plan: 'The plan of the week',
  lesson: 'A lesson',
  'check-in': 'The check-in',
  reminder: 'A reminder of the check-in',
  decision: 'A changed plan',
  flare: 'What to do when it got worse',
  safety: 'Safety: please read before you train',
  paused: 'Your break',
  silent: 'Are you still there?',
  clearance: 'Was the leg looked at?',
  ack: 'What we understood',
  question: 'A question about your answer',
  fresh: 'A link you asked for',
  milestone: 'A milestone',
  graduation: 'The last plan',
  maintenance: 'Keeping it up',
  closed: 'Goodbye',
};
const STATUS: Readonly<Record<string, string>> = {
  claimed: 'on its way',
  refused: 'not taken yet',
  abandoned: 'given up',
  sent: 'sent',
  delayed: 'delayed on the way',
  delivered: 'delivered',
  bounced: 'came back',
  complained: 'reported as spam',
};
const nameOf = (kind: string): string => (MAIL_NAMES as Readonly<Record<string, string>>)[kind] ?? kind;

const tell = <T extends Type>(event: EventOf<T>, curriculum: Curriculum): Told | null =>
  TELLERS[event.type as T]?.(event, curriculum) ?? null;

/** Everything that happened, the newest first; days and times are the person's own. */
export function historyOf(
  person: Person,
  journal: readonly Happening[],
  mails: readonly SentMail[],
  curriculum: Curriculum,
): readonly HistoryEntry[] {
  const facts = journal.flatMap(({ at, events }) =>
    events.flatMap((event) => {
      const words = tell(event, curriculum);
      return words === null ? [] : [{ at, ...words }];
    }),
  );
  // A mail of an earlier time here is kept for its reply address alone.
  const sent = mails
    .filter(({ kind }) => kind !== 'former')
    .map(({ kind, status, at }) => ({
      at,
      title: `Mail: ${nameOf(kind)}`,
      lines: [`It was ${STATUS[status] ?? status}.`],
    }));
  const all = [...facts, ...sent].map((entry, order) => ({ ...entry, order }));
  all.sort((a, b) => (a.at === b.at ? b.order - a.order : a.at < b.at ? 1 : -1));
  return all.map(({ at, title, lines }) => ({
    on: `${dayInWords(at, person.timeZone)}, ${localTime(at, person.timeZone)}`,
    title,
    lines,
  }));
}
