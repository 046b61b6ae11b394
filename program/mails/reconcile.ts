/**
 * Looks for the fate of mails in flight whose time has come. Leases are never stolen: no evidence, no haste.
 */
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { NOTICE_KINDS, PROMISES } from '../participant/mail-kinds.ts';
import type { Inflight, Person } from '../participant/state.ts';
import { AFTER_MINUTES } from './silence.ts';
import { stillWanted } from './startable.ts';

/** How long after a claim evidence is looked for (docs/architecture.md §7.7). */
const EVIDENCE_MINUTES = 60;
/** A mail that nothing tells of is looked for again this often. */
const AGAIN_MINUTES = 20;
/** Attempts after which a mail is given up and the operator is told; a safety mail never is. */
export const MAX_ATTEMPTS = { once: 2, 'at-most-once': 1 } as const;
/**
 * A mail whose fate nobody tells is given up a day after its claim, so that a silent event stream silences
 * nobody for good: the mails after it go on, and the operator is told.
 */
export const GIVEN_UP_MINUTES = MINUTES_PER_DAY;

/**
 * A safety mail is tried again sooner than others: after 5, 15 and 60 minutes, then every hour, until there
 * is evidence that it left, it came back, or the participant has gone.
 */
export const SAFETY_RETRY_MINUTES = [5, 15, 60] as const;
const safetyRetry = (attempt: number): number =>
  SAFETY_RETRY_MINUTES[Math.min(attempt, SAFETY_RETRY_MINUTES.length) - 1] ?? SAFETY_RETRY_MINUTES[2];
/** What was asked for by a form is asked for again within minutes when it does not come. */
const NOTICE_MINUTES = 3;
const looksAfter = (mail: Pick<Inflight, 'kind' | 'attempt'>): number => {
  if (mail.kind === 'safety') return safetyRetry(mail.attempt);
  return NOTICE_KINDS.includes(mail.kind) ? NOTICE_MINUTES : EVIDENCE_MINUTES;
};

/**
 * A claim whose worker died before it called the provider is found this early; whoever looks ends its turn
 * first, and that tells.
 */
const UNSENT_MINUTES = 3;
/** A canary that leaves now is late enough to count, and by the hour it has had time to come back. */
const CANARY_MINUTES = AFTER_MINUTES + UNSENT_MINUTES;
/** When a claimed mail is first looked for. */
export const firstLook = (at: Instant, mail: Pick<Inflight, 'kind' | 'attempt'>): Instant =>
  addMinutes(at, Math.min(UNSENT_MINUTES, looksAfter(mail)));

/** Without evidence that it left, will this mail be tried again once events are known to come? */
export const waitsForSigns = ({ kind, attempt }: Pick<Inflight, 'kind' | 'attempt'>): boolean =>
  PROMISES[kind] === 'once' && attempt < MAX_ATTEMPTS.once;

/** What became of every mail in flight whose look is due at `command.at`. */
export function reconcile(state: Person, command: CommandOf<'Wake'>): readonly ParticipantEvent[] {
  return state.inflight.filter((f) => f.checkAt <= command.at).map((f) => fate(state, f, command));
}

function fate(state: Person, flight: Inflight, command: CommandOf<'Wake'>): ParticipantEvent {
  const { at, fates = {} } = command;
  const { occasion } = flight;
  const promise = PROMISES[flight.kind];
  // Whoever has come back after the stop needs no more copies of it.
  const wanted = promise === 'at-least-once' ? state.status === 'stopped' : stillWanted(state, flight.kind);
  const known = fates[occasion];
  if (known === 'sent') return { type: 'MailSent', at, occasion };
  if (!wanted) return { type: 'MailAbandoned', at, occasion };
  if (known === 'unsent') return { type: 'MailReleased', at, occasion, unsent: true };
  const due = addMinutes(flight.at, looksAfter(flight));
  if (at < due) return { type: 'EvidenceAwaited', occasion, checkAt: nextLook(flight, at, due) };
  if (promise === 'at-least-once') return { type: 'MailReleased', at, occasion };
  const over = at >= addMinutes(flight.at, GIVEN_UP_MINUTES);
  if (over || flight.attempt >= MAX_ATTEMPTS[promise]) return { type: 'MailAbandoned', at, occasion };
  return known === 'silent'
    ? { type: 'MailReleased', at, occasion }
    : { type: 'EvidenceAwaited', occasion, checkAt: addMinutes(at, AGAIN_MINUTES) };
}

/** Between the first look and the hour there is one more, for the canary that counts. */
function nextLook(flight: Inflight, at: Instant, due: Instant): Instant {
  const canary = addMinutes(flight.at, CANARY_MINUTES);
  return waitsForSigns(flight) && at < canary && canary < due ? canary : due;
}
