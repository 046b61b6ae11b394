/** What a request for a fresh proof of the address, and its end, change in the state. */
import type { EventOf } from '../participant/events.ts';
import type { Fresh, Person } from '../participant/state.ts';
import { askingOf, withRequest } from './request-budgets.ts';

/** The part of the state that says what was asked for. */
export function evolveRequest(
  state: Person,
  event: EventOf<'FreshRequested' | 'AddressWished' | 'LinksRenewed' | 'AddressChanged'>,
): Person {
  switch (event.type) {
    case 'FreshRequested':
      return withRequest({ ...state, fresh: freshOf(event) }, askingOf(event), event.at);
    case 'AddressWished':
      return { ...state, fresh: wishedOf(state, event) };
    case 'LinksRenewed': {
      const renewed = { ...state, fresh: null, tokenEpoch: state.tokenEpoch + 1 };
      return withRequest(renewed, { what: 'links', proved: false }, event.at);
    }
    case 'AddressChanged':
      return { ...state, email: event.email, fresh: null, tokenEpoch: state.tokenEpoch + 1 };
  }
}

/** The state's request from the fact. */
const freshOf = ({ what, at, expiresAt, n, email, proved }: EventOf<'FreshRequested'>): Fresh => ({
  what,
  at,
  expiresAt,
  ...(n === undefined ? {} : { n }),
  ...(email === undefined ? {} : { email }),
  ...(proved === undefined ? {} : { proved }),
});

/** The second half of a change of address: the same wish, a link of its own. */
const wishedOf = ({ fresh }: Person, { at, expiresAt, n }: EventOf<'AddressWished'>): Fresh | null =>
  fresh?.email === undefined
    ? fresh
    : {
        what: 'newAddress',
        at,
        expiresAt,
        n,
        email: fresh.email,
        ...(fresh.n === undefined ? {} : { of: fresh.n }),
      };
