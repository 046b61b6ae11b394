/**
 * What needs a fresh proof of the address (docs/contract.md §2, `/fresh`): history, export, erasure, another
 * address; and the way back asks here too.
 */

import { assert } from '../kernel/assert.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { dropOwed, newMail, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Fresh, Participant, Person } from '../participant/state.ts';
import { carriesRequest, FRESH_MINUTES, freshFor, freshNumber } from './fresh-link.ts';
import { freshAllowed } from './request-budgets.ts';
import { mayReturn } from './return-after-stop.ts';

const dropUnsent = (state: Person): readonly ParticipantEvent[] =>
  dropOwed(state, 'replaced', carriesRequest);

/** The mail that carries a link for `what`, in place of one that has not left yet. */
function freshMail(state: Person, what: Fresh['what'], at: Instant): readonly ParticipantEvent[] {
  return [
    ...dropUnsent(state),
    owe([
      newMail(
        { kind: 'request', mailbox: what === 'newAddress' ? 'new' : 'known', n: state.counter + 1 },
        { due: at, week: 0, byPerson: true },
      ),
    ]),
  ];
}

/** Asks for a link to the address on file; a newer request takes the place of an older one. */
export function requestFresh(command: CommandOf<'RequestFresh'>, state: Participant): Decided {
  if (state.status === 'left' || state.status === 'erased') return refuse('left');
  if (state.status === 'unconfirmed') return refuse('not-confirmed');
  const { at, what, email, proved } = command;
  if (what === 'return' && !mayReturn(state)) return refuse('nothing-to-return-from');
  if (!freshAllowed(state, { what, proved: proved === true }, at)) return refuse('too-many-requests');
  assert(
    (what === 'address') === (email !== undefined),
    'a change of address names one, and nothing else does',
  );
  const wish = { ...(email === undefined ? {} : { email }), ...(proved === undefined ? {} : { proved }) };
  const n = freshNumber(state.counter + 1);
  return ok([
    { type: 'FreshRequested', at, what, expiresAt: addMinutes(at, FRESH_MINUTES), n, ...wish },
    ...freshMail(state, what, at),
  ]);
}

/**
 * The old address agrees; a link goes to the new one, unless it cannot be used. Agreeing twice is agreeing
 * once.
 */
export function wishAddress({ at, askNew }: CommandOf<'WishAddress'>, state: Participant): Decided {
  if (state.status === 'erased') return refuse('left');
  if (freshFor(state, 'newAddress', at)) return ok([]);
  if (!freshFor(state, 'address', at)) return refuse('expired');
  const n = freshNumber(state.counter + 1);
  return ok([
    { type: 'AddressWished', at, expiresAt: addMinutes(at, FRESH_MINUTES), n },
    ...(askNew ? freshMail(state, 'newAddress', at) : []),
  ]);
}

/**
 * The new address agrees: mails go there from now on, every link but the way out dies, and a mail brings the
 * new ones.
 */
export function changeAddress({ at }: CommandOf<'ChangeAddress'>, state: Participant): Decided {
  if (state.status === 'erased' || state.status === 'left') return refuse('left');
  const email = state.fresh?.email;
  if (!freshFor(state, 'newAddress', at) || email === undefined) return refuse('expired');
  return ok([...dropUnsent(state), { type: 'AddressChanged', at, email }, linksMail(state, at)]);
}

/** The mail with the new links. */
export const linksMail = (state: Person, at: Instant): ParticipantEvent =>
  owe([newMail({ kind: 'links', n: state.counter + 1 }, { due: at, week: 0, byPerson: true })]);

/**
 * Kills every link but the way out and mails the new ones; counts among the links of a day, so that nobody
 * floods the inbox by it.
 */
export function renewLinks({ at }: CommandOf<'RenewLinks'>, state: Participant): Decided {
  if (state.status === 'left' || state.status === 'erased') return refuse('left');
  if (!freshAllowed(state, { what: 'links', proved: false }, at)) return refuse('too-many-requests');
  return ok([...dropUnsent(state), { type: 'LinksRenewed', at }, linksMail(state, at)]);
}

/** Forgets the person at once and whole; what was owed is owed no more. */
export const erase = ({ at }: CommandOf<'Erase'>): Decided => ok([{ type: 'Erased', at }]);
