/**
 * Looks for the fate of mails in flight whose time has come. Leases are never stolen: no evidence, no haste.
 */
import { addMinutes, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { PROMISES } from '../participant/mail-kinds.ts';
import type { Inflight, Person } from '../participant/state.ts';
import { stillWanted } from './startable.ts';

/** How long after a claim evidence is looked for (docs/architecture.md §7.7). */
export const EVIDENCE_MINUTES = 60;
/** Evidence counts as absent only when the event stream was seen alive this long after the claim. */
const WATERMARK_MINUTES = 30;
/** Attempts after which a mail is given up and the operator is told; a safety mail never is. */
export const MAX_ATTEMPTS = { once: 2, 'at-most-once': 1 } as const;
/**
 * A mail whose fate nobody tells is given up a day after its claim, so that a silent event stream silences
 * nobody for good: the mails after it go on, and the operator is told.
 */
export const GIVEN_UP_MINUTES = MINUTES_PER_DAY;

/** What became of every mail in flight whose look is due at `command.at`. */
export function reconcile(state: Person, command: CommandOf<'Wake'>): readonly ParticipantEvent[] {
  return state.inflight.filter((f) => f.checkAt <= command.at).map((f) => fate(state, f, command));
}

function fate(state: Person, flight: Inflight, { at, evidenceUntil }: CommandOf<'Wake'>): ParticipantEvent {
  const { occasion } = flight;
  const promise = PROMISES[flight.kind];
  // Whoever has come back after the stop needs no more copies of it.
  if (promise === 'at-least-once')
    return { type: state.status === 'stopped' ? 'MailReleased' : 'MailAbandoned', at, occasion };
  const over = at >= addMinutes(flight.at, GIVEN_UP_MINUTES);
  if (over || flight.attempt >= MAX_ATTEMPTS[promise] || !stillWanted(state, flight.kind))
    return { type: 'MailAbandoned', at, occasion };
  const alive = evidenceUntil !== null && evidenceUntil > addMinutes(flight.at, WATERMARK_MINUTES);
  return alive
    ? { type: 'MailReleased', at, occasion }
    : { type: 'EvidenceAwaited', occasion, checkAt: addMinutes(at, EVIDENCE_MINUTES) };
}
