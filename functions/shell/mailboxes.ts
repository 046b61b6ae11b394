/**
 * Which spellings of an address reach one mailbox, as the large providers document it. One mailbox is one
 * participant; mail itself goes to the address as it was typed.
 */

interface Provider {
  /** The first one stands for all: mail to any of them reaches the same mailbox. */
  readonly domains: readonly string[];
  /** What the provider ignores in the local part, beside everything from the first `+` on. */
  readonly ignores?: RegExp;
  /** `anything@name.domain` reaches `name@domain`. */
  readonly subdomains?: true;
}

const PROVIDERS: readonly Provider[] = [
  { domains: ['gmail.com', 'googlemail.com'], ignores: /\./g },
  { domains: ['icloud.com', 'me.com', 'mac.com'] },
  { domains: ['proton.me', 'protonmail.com', 'pm.me', 'protonmail.ch'], ignores: /[._-]/g },
  { domains: ['fastmail.com'], subdomains: true },
  { domains: ['fastmail.fm'], subdomains: true },
  { domains: ['yandex.com', 'yandex.ru', 'ya.ru', 'yandex.by', 'yandex.kz', 'yandex.ua'], ignores: /[.-]/g },
];

/** Providers with so many people that a count of their sign-ups says nothing about one attacker. */
const LARGE: ReadonlySet<string> = new Set([
  ...PROVIDERS.flatMap(({ domains }) => domains),
  ...['outlook.com', 'hotmail.com', 'hotmail.co.uk', 'live.com', 'msn.com', 'yahoo.com', 'yahoo.co.uk'],
  ...['ymail.com', 'aol.com', 'gmx.com', 'gmx.de', 'gmx.net', 'web.de', 't-online.de', 'orange.fr'],
  ...['free.fr', 'laposte.net', 'libero.it', 'ziggo.nl', 'kpnmail.nl', 'btinternet.com', 'comcast.net'],
  ...['bigpond.com', 'wp.pl', 'onet.pl', 'o2.pl', 'seznam.cz', 'mail.ru', 'qq.com', '163.com', 'naver.com'],
]);

/** What follows the last @, as it was typed. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `domain` in lower case. True for the mail providers of millions. */
export const isLargeProvider = (domain: string): boolean => LARGE.has(domain);

/**
 * One mailbox, one form: trimmed, in lower case, without the +tag, and without what its provider ignores,
 * so that one person cannot have two programmes (docs/architecture.md §9.3). Applied twice it changes nothing.
 */
export function normaliseAddress(address: string): string {
  const text = address.trim().toLowerCase().normalize('NFC');
  const domain = domainOf(text);
  const local = text.slice(0, Math.max(0, text.length - domain.length - 1));
  const plus = local.indexOf('+');
  const untagged = plus > 0 ? local.slice(0, plus) : local;
  const provider = PROVIDERS.find(({ domains }) => domains.includes(domain));
  if (provider !== undefined) {
    const plain = provider.ignores === undefined ? untagged : untagged.replace(provider.ignores, '');
    return `${plain === '' ? untagged : plain}@${provider.domains[0]}`;
  }
  for (const { domains, subdomains } of PROVIDERS) {
    const base = domains[0] ?? '';
    const name = subdomains ? domain.slice(0, -base.length - 1) : '';
    if (name !== '' && !name.includes('.') && domain === `${name}.${base}`) return `${name}@${base}`;
  }
  return `${untagged}@${domain}`;
}
