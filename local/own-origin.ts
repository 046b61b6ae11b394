/**
 * Who may talk to the local run: this machine's own names for it, and its own pages. A name that somebody
 * else's DNS points here (rebinding), or a page of another site, is refused before anything is read.
 */
import type { IncomingMessage } from 'node:http';

const NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

const hostsOf = (port: number): readonly string[] =>
  NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));

/**
 * Why a request is refused, as a sentence that says what to do; null = it may pass. `control` = the control
 * API and the bench, which also refuse pages that hide where they come from and other ports of this machine.
 */
export function refusalOf(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  port: number,
  control: boolean,
): string | null {
  const hosts = hostsOf(port);
  const host = (headers.host ?? '').toLowerCase();
  if (!hosts.includes(host)) return `This run answers only to ${hosts[0]}. Open http://${hosts[0]}/ instead.`;
  const { origin } = headers;
  const own = origin === undefined || hosts.some((name) => origin.toLowerCase() === `http://${name}`);
  // Our own forms send `null`: the pages ask for no referrer.
  if (!own && (control || origin !== 'null')) return 'This run answers only its own pages.';
  const from = headers['sec-fetch-site'];
  // A link that is followed shows a page; a form of another site must not move the clock.
  const opened = headers['sec-fetch-mode'] === 'navigate' && method !== 'POST';
  if (control && (from === 'cross-site' || from === 'same-site') && !opened)
    return 'This run answers only its own pages.';
  return null;
}
