/**
 * The one open request for a fresh proof of the address: which link opens it, until when, and where its mail
 * goes (docs/architecture.md §9).
 */
import type { Instant } from '../kernel/time.ts';
import type { Fresh, OwedMail, Person } from '../participant/state.ts';

/** A fresh link lives a quarter of an hour (docs/contract.md §2). */
export const FRESH_MINUTES = 15;
/**
 * A link carries the number of its request in one byte; 0 stands for requests of before there were numbers.
 */
const NUMBERS = 255;

/** The number of the next fresh link: 1 to `NUMBERS`, then from the beginning. */
export const freshNumber = (counter: number): number => (counter % NUMBERS) + 1;

/** The request as it stands now; null when there is none or its quarter of an hour is over. */
export const openFresh = (state: Person, at: Instant): Fresh | null =>
  state.fresh !== null && at < state.fresh.expiresAt ? state.fresh : null;

/** True when the request that is open at `at` asks for `what`. */
export const freshFor = (state: Person, what: Fresh['what'], at: Instant): boolean =>
  openFresh(state, at)?.what === what;

/** True of the mail of a request; a mail with new links asks for nothing. */
export const carriesRequest = ({ about }: Pick<OwedMail, 'about'>): boolean => about?.of === 'request';
/** True of the link to the address that is to take the place of the one on file. */
export const toNewAddress = ({ about }: Pick<OwedMail, 'about'>): boolean =>
  about?.of === 'request' && about.mailbox === 'new';

/**
 * Where a claimed mail goes. Throws when the new address of a change is not known any more: the mail is stale
 * then and was not claimed.
 */
export function recipientOf(state: Person, mail: Pick<OwedMail, 'about'>): string {
  if (!toNewAddress(mail)) return state.email;
  const email = state.fresh?.email;
  if (email === undefined) throw new Error('the new address of a change is in the request');
  return email;
}

/**
 * The link of a request that was replaced or is over is not worth its mail; requests of before there were
 * numbers have none to compare.
 */
export function freshGone(state: Person, mail: OwedMail, at: Instant): boolean {
  const open = openFresh(state, at);
  if (open === null || (open.what === 'newAddress') !== toNewAddress(mail)) return true;
  // The request counted one step before its mail did: the mail's number is the request's.
  return open.n !== undefined && mail.n !== undefined && open.n !== freshNumber(mail.n);
}
