/** What became of every mail that was ever owed to a participant, with the chain of causes. */
import type { Everything, JournalEntry } from '../../../functions/shell/ports.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import type { MailKind } from '../../../program/participant/mail-kinds.ts';
import type { Inflight, OwedMail, Participant } from '../../../program/participant/state.ts';
import type { Moment } from './moments.ts';
import { type Say, toldOf } from './told.ts';

/** `unsettled`: nothing in the journal says what became of it. */
export type Fate = 'owed' | 'in-flight' | 'sent' | 'given-up' | 'dropped' | 'unsettled';
export interface Link {
  readonly at: Instant;
  /** Who brought it about: person, time, ses, send, operator; `ledger` for a report of the provider. */
  readonly actor: string;
  readonly what: string;
}
export interface Story {
  readonly occasion: string;
  readonly kind: MailKind;
  readonly week: number;
  /** What made us owe it. */
  readonly cause: JournalEntry;
  readonly links: readonly Link[];
  readonly fate: Fate;
  /** Whenever the provider may have got it. */
  readonly claims: readonly Instant[];
  readonly sentAt: Instant | null;
}

const owedIn = (state: Participant | null): readonly OwedMail[] =>
  state === null || state.status === 'erased' ? [] : state.owed;
const flyingIn = (state: Participant | null): readonly Inflight[] =>
  state === null || state.status === 'erased' ? [] : state.inflight;
const holds = (mails: readonly { readonly occasion: string }[], occasion: string): boolean =>
  mails.some((mail) => mail.occasion === occasion);

/** The names of mails a fact is about; those it drops without naming them are seen from the states. */
function touched({ event, before, after }: Moment): readonly string[] {
  const named =
    event.type === 'MailsOwed'
      ? event.mails.map(({ occasion }) => occasion)
      : event.type === 'MailsDropped'
        ? event.occasions
        : event.type === 'MailClaimed'
          ? [event.mail.occasion]
          : 'occasion' in event
            ? [event.occasion]
            : [];
  const had = [...owedIn(before), ...flyingIn(before)];
  const has = [...owedIn(after), ...flyingIn(after)];
  const gone = had.filter(({ occasion }) => !holds(has, occasion)).map(({ occasion }) => occasion);
  return [...new Set([...named, ...gone])];
}

interface Draft {
  readonly mail: OwedMail | Inflight;
  readonly cause: JournalEntry;
  readonly links: Link[];
  readonly claims: Instant[];
  fate: Fate;
  sentAt: Instant | null;
}

/** Where a fact leaves a mail. */
function fateAfter({ event, after }: Moment, occasion: string, draft: Draft): Fate {
  if (holds(flyingIn(after), occasion)) return 'in-flight';
  if (holds(owedIn(after), occasion)) return 'owed';
  if (event.type === 'MailSent' && event.occasion === occasion) return 'sent';
  if (event.type === 'MailAbandoned' && event.occasion === occasion) return 'given-up';
  if (draft.fate === 'sent' || draft.fate === 'given-up') return draft.fate;
  // Taken to the provider, and then the runner left: what it was told stands in the ledger.
  return draft.fate === 'in-flight' ? 'given-up' : 'dropped';
}

/** Every mail of a life in the order it was first owed. */
export function storiesOf(
  moments: readonly Moment[],
  mails: Everything['mails'],
  say: Say,
): readonly Story[] {
  const drafts = new Map<string, Draft>();
  for (const moment of moments) {
    const { entry, event } = moment;
    for (const occasion of touched(moment)) {
      const mail = [...owedIn(moment.after), ...flyingIn(moment.after)].find((m) => m.occasion === occasion);
      const known = drafts.get(occasion);
      const draft: Draft | null =
        known ??
        (mail === undefined
          ? null
          : { mail, cause: entry, links: [], claims: [], fate: 'unsettled', sentAt: null });
      if (draft === null) continue;
      drafts.set(occasion, draft);
      draft.links.push(...(known === undefined ? causeOf(moments, moment, say) : [linkOf(moment, say)]));
      if (event.type === 'MailClaimed') draft.claims.push(event.mail.at);
      if (event.type === 'MailSent') draft.sentAt = event.at;
      draft.fate = fateAfter(moment, occasion, draft);
    }
  }
  return [...drafts.values()].map((draft) => finished(draft, mails, say));
}

const linkOf = ({ entry, event }: Moment, say: Say): Link => ({
  at: entry.at,
  actor: entry.actor,
  what: toldOf(event, say),
});

/** What was asked before the answer, then everything that the deciding entry says. */
function causeOf(moments: readonly Moment[], { entry }: Moment, say: Say): readonly Link[] {
  const answered = entry.events.find((e) => e.type === 'CheckedIn');
  const asked =
    answered === undefined
      ? undefined
      : moments.findLast(
          (m) =>
            m.event.type === 'CheckInOpened' &&
            m.event.asked.week === answered.week &&
            m.entry.rev < entry.rev,
        );
  const what = entry.events.map((event) => toldOf(event, say)).join('; ');
  const decided = { at: entry.at, actor: entry.actor, what: `${entry.command}: ${what}` };
  return asked === undefined ? [decided] : [linkOf(asked, say), decided];
}

const REPORTS = ['delayed', 'delivered', 'bounced', 'complained'] as const;
function finished(draft: Draft, mails: Everything['mails'], say: Say): Story {
  const { mail, cause, claims, fate, sentAt, links } = draft;
  const times = mails.find(({ occasion }) => occasion === mail.occasion)?.times ?? {};
  const reports = REPORTS.flatMap((status) => {
    const at = times[status];
    return at === undefined ? [] : [{ at, actor: 'ledger', what: `${status} ${say(at)}` }];
  });
  // What the provider reported beats our own giving up.
  const reported = times.sent !== undefined || reports.length > 0;
  return {
    occasion: mail.occasion,
    kind: mail.kind,
    week: mail.week,
    cause,
    links: [...links, ...reports],
    fate: reported && (fate === 'given-up' || fate === 'dropped') ? 'sent' : fate,
    claims,
    sentAt: sentAt ?? times.sent ?? null,
  };
}
