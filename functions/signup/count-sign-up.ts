/**
 * How many sign-ups are taken: per network, per mail domain and in all, each in an hour
 * (docs/architecture.md §9.4). The limit per address is the programme's own: three notices in 24 hours, ten
 * minutes apart, five for one unconfirmed sign-up. Names of counters are keyed hashes.
 */
import { createHmac } from 'node:crypto';
import { addMinutes } from '../../program/kernel/time.ts';
import type { App } from '../shell/app.ts';
import { domainOf, isLargeProvider } from '../shell/mailboxes.ts';

const HOUR_MINUTES = 60;
/** So many networks together leave room in the count of a domain for somebody else. */
const CROWDING_NETWORKS = 3;
/** What counts for nobody is counted here, so that the same work is done. */
const NOBODY = 'signup.none';
export type Over = 'network' | 'domain' | 'total';

/** An IPv4 /24 or an IPv6 /48: a household, an office, a small network. IPv4 inside IPv6 is IPv4. */
export function networkOf(sourceIp: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(sourceIp)?.[1];
  const ip = mapped ?? sourceIp;
  if (!ip.includes(':')) return ip.split('.').slice(0, 3).join('.');
  const [head = '', tail] = ip.toLowerCase().split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0));
  const groups = [...(first ?? []), ...Array<string>(zeros).fill('0'), ...(last ?? [])];
  return groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Counts one sign-up; the first limit it is over, or null. A network over its own limit does not use up the
 * others, so that nobody can shut the form for everybody from one place; the store is asked the same number
 * of times whatever comes out.
 */
export async function countSignUp(app: App<'signup'>, email: string, sourceIp: string): Promise<Over | null> {
  const { env, store, clock } = app;
  const { pepper } = await store.keys();
  const at = clock.now();
  const ends = addMinutes(at, HOUR_MINUTES);
  const named = (what: string, text: string): string =>
    `signup.${what}.${createHmac('sha256', pepper)
      .update(`${what}|${at.slice(0, 10)}|${text}`)
      .digest('base64url')
      .slice(0, 22)}`;
  let over: Over | null = null;
  const domain = domainOf(email).toLowerCase();
  const network = networkOf(sourceIp);
  // Three networks could fill the count of a provider of millions and shut out everybody there; of a smaller
  // domain each network has a share.
  const domainLimit = isLargeProvider(domain) ? env.SIGNUP_TOTAL_LIMIT : env.SIGNUP_DOMAIN_LIMIT;
  const share = Math.max(1, Math.floor((domainLimit - 1) / CROWDING_NETWORKS));
  const limits: readonly (readonly [Over, string, string, number])[] = [
    ['network', 'network', network, env.SIGNUP_NETWORK_LIMIT],
    ['network', 'share', `${network}|${domain}`, share],
    ['domain', 'domain', domain, domainLimit],
    ['total', 'total', '', env.SIGNUP_TOTAL_LIMIT],
  ];
  for (const [why, what, text, limit] of limits) {
    const count = await store.count(over === null ? named(what, text) : NOBODY, ends);
    if (over === null && count > limit) over = why;
  }
  return over;
}
