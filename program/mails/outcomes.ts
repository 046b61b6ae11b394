/**
 * What became of a mail: from the sender, from the provider's events, from other evidence. All of it
 * may come twice or late.
 */
import { ok } from '../kernel/result.ts';
import { addMinutes } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { Participant } from '../participant/state.ts';
import { dropOwed } from './owed.ts';
import { delivered, softBounce } from './soft-bounces.ts';
import { stillWanted } from './startable.ts';

/**
 * Definite refusals for now (throttle, quota): try again after 10 minutes, 30 minutes, then every two hours
 * (docs/architecture.md §7.8).
 */
export const RETRY_MINUTES = [10, 30, 120] as const;
/** The provider takes no more in this second: half a minute, then longer while it goes on. */
export const RATE_RETRY_MINUTES = [0.5, 1, 2, 5, 10] as const;
/** A refusal that will not pass by itself (rejected, misconfigured): hold, the operator is alarmed. */
export const HOLD_MINUTES = 6 * 60;

/**
 * Evidence that the provider took the mail: confirms and advances, once; that it arrived ends a row of mails
 * that came back.
 */
export function recordSent(command: CommandOf<'RecordSent'>, state: Participant): Decided {
  if (state.status === 'erased') return ok([]);
  const { at, occasion, deliveredAt } = command;
  const arrived = deliveredAt === undefined ? [] : delivered(state, at, deliveredAt);
  return ok(
    state.inflight.some((f) => f.occasion === occasion)
      ? [{ type: 'MailSent', at, occasion }, ...arrived]
      : arrived,
  );
}

/** A definite no of the provider, told by the worker that holds the claim: the mail is owed again, later. */
export function recordRefused(command: CommandOf<'RecordRefused'>, state: Participant): Decided {
  if (state.status === 'erased') return ok([]);
  const flight = state.inflight.find((f) => f.occasion === command.occasion && f.owner === command.owner);
  if (flight === undefined) return ok([]);
  if (!stillWanted(state, flight.kind))
    return ok([{ type: 'MailAbandoned', at: command.at, occasion: command.occasion }]);
  const waits = command.soon === true ? RATE_RETRY_MINUTES : RETRY_MINUTES;
  const wait = command.lasting
    ? HOLD_MINUTES
    : (waits[Math.min(flight.refusals, waits.length - 1)] as number);
  // A safety mail is pressed harder: never more than ten minutes apart.
  const minutes = flight.kind === 'safety' ? Math.min(wait, RETRY_MINUTES[0]) : wait;
  return ok([
    {
      type: 'MailRefused',
      at: command.at,
      occasion: command.occasion,
      retryAt: addMinutes(command.at, minutes),
      lasting: command.lasting,
    },
  ]);
}

/** A permanent bounce ends the mails; passing ones are counted by the week (soft-bounces.ts). */
export function recordBounce(command: CommandOf<'RecordBounce'>, state: Participant): Decided {
  if (!command.permanent) return softBounce(state, command.at, command.bouncedAt);
  if (state.status === 'erased') return ok([]);
  // Whoever left by silence may be owed the goodbye: it would go to an address that is dead.
  if (state.status === 'left') return ok(dropOwed(state, 'bounced', () => true));
  return ok([{ type: 'Left', at: command.at, reason: 'bounce' }]);
}

/** "This is spam" is a no for ever. */
export function recordComplaint(command: CommandOf<'RecordComplaint'>, state: Participant): Decided {
  if (state.status === 'erased' || (state.status === 'left' && state.reason === 'complaint')) return ok([]);
  return ok([{ type: 'Left', at: command.at, reason: 'complaint' }]);
}
