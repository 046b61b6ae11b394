/**
 * Which spellings of an address reach one mailbox, as the large providers document it. One mailbox is one
 * participant; mail itself goes to the address as it was typed.
 */

interface Provider {
  /** The first one stands for all: mail to any of them reaches the same mailbox. */
  readonly domains: readonly string[];
  /** What the provider ignores in the local part, beside everything from the first `+` on. */
  readonly ignores?: RegExp;
  /** Two signs that the provider takes for each other; the second stands for both. */
  readonly alike?: readonly [string, string];
  /** `anything@name.domain` reaches `name@domain`. */
  readonly subdomains?: true;
}

const PROVIDERS: readonly Provider[] = [
  { domains: ['gmail.com', 'googlemail.com'], ignores: /\./g },
  { domains: ['icloud.com', 'me.com', 'mac.com'] },
  { domains: ['proton.me', 'protonmail.com', 'pm.me', 'protonmail.ch'], ignores: /[._-]/g },
  { domains: ['fastmail.com'], subdomains: true },
  { domains: ['fastmail.fm'], subdomains: true },
  // One login at every domain of the provider; a dot in it is a hyphen.
  {
    domains: [
      ...['yandex.com', 'yandex.ru', 'ya.ru', 'yandex.by', 'yandex.kz', 'yandex.ua'],
      ...['yandex.com.tr', 'yandex.uz', 'yandex.az', 'yandex.fr'],
    ],
    alike: ['.', '-'],
  },
];
/** The domain of a country (`.fr`, `.co.uk`, `.com.au`) or of all. */
const ENDING = String.raw`\.(?:(?:com?\.)?[a-z]{2}|com|net)`;
/**
 * A throw-away address of these is a name, a hyphen and a word; names themselves have no hyphen. Each
 * country's domain has mailboxes of its own. Japan's is another company's.
 */
const HYPHEN_TAG = new RegExp(`^(?!yahoo\\.co\\.jp$)(?:yahoo|ymail|rocketmail)${ENDING}$`);

/**
 * Providers with so many people that a count of their sign-ups says nothing about one attacker: those that
 * have a domain in each country, and those of one country.
 */
const EVERYWHERE = new RegExp(
  `^(?:yahoo|ymail|rocketmail|aol|hotmail|outlook|live|msn|windowslive|gmx|yandex|zoho|mail|inbox)${ENDING}$`,
);
const LARGE: ReadonlySet<string> = new Set([
  ...PROVIDERS.flatMap(({ domains }) => domains),
  ...['web.de', 't-online.de', 'freenet.de', 'arcor.de', 'bluewin.ch', 'hispeed.ch', 'aon.at', 'chello.at'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 'neuf.fr', 'bbox.fr', 'telenet.be'],
  ...['skynet.be', 'proximus.be', 'ziggo.nl', 'kpnmail.nl', 'planet.nl', 'xs4all.nl', 'home.nl', 'hetnet.nl'],
  ...[
    'libero.it',
    'virgilio.it',
    'alice.it',
    'tin.it',
    'tiscali.it',
    'telefonica.net',
    'terra.es',
    'sapo.pt',
  ],
  ...['btinternet.com', 'sky.com', 'talktalk.net', 'virginmedia.com', 'ntlworld.com', 'eircom.net'],
  ...['comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net', 'charter.net'],
  ...['shaw.ca', 'rogers.com', 'sympatico.ca', 'telus.net', 'videotron.ca', 'uol.com.br', 'bol.com.br'],
  ...['bigpond.com', 'bigpond.net.au', 'optusnet.com.au', 'iinet.net.au', 'xtra.co.nz', 'telia.com'],
  ...['wp.pl', 'onet.pl', 'onet.eu', 'o2.pl', 'interia.pl', 'seznam.cz', 'centrum.cz', 'azet.sk'],
  ...['freemail.hu', 'citromail.hu', 'abv.bg', 'mail.ru', 'bk.ru', 'list.ru', 'rambler.ru', 'ukr.net'],
  ...['qq.com', '163.com', '126.com', 'sina.com', 'naver.com', 'daum.net', 'hanmail.net', 'docomo.ne.jp'],
  ...['ezweb.ne.jp', 'softbank.ne.jp', 'rediffmail.com', 'tuta.com', 'tutanota.com', 'hey.com'],
]);

/** What follows the last @, as it was typed. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `domain` in lower case. True for the mail providers of millions. */
export const isLargeProvider = (domain: string): boolean => LARGE.has(domain) || EVERYWHERE.test(domain);

/** The local part without its tag: what stands before the first `sign`, unless it begins with that. */
const untagged = (local: string, sign: string): string => {
  const at = local.indexOf(sign);
  return at > 0 ? local.slice(0, at) : local;
};

/**
 * One mailbox, one form: trimmed, in lower case, without the +tag, and without what its provider ignores,
 * so that one person cannot have two programmes (docs/architecture.md §9.3). Applied twice it changes
 * nothing.
 */
export function normaliseAddress(address: string): string {
  const text = address.trim().toLowerCase().normalize('NFC');
  const domain = domainOf(text);
  const local = untagged(text.slice(0, Math.max(0, text.length - domain.length - 1)), '+');
  const provider = PROVIDERS.find(({ domains }) => domains.includes(domain));
  if (provider !== undefined) {
    const { ignores, alike, domains } = provider;
    const one = alike === undefined ? local : local.replaceAll(...alike);
    const plain = ignores === undefined ? one : one.replace(ignores, '');
    return `${plain === '' ? local : plain}@${domains[0]}`;
  }
  if (HYPHEN_TAG.test(domain)) return `${untagged(local, '-')}@${domain}`;
  for (const { domains, subdomains } of PROVIDERS) {
    const base = domains[0] ?? '';
    const name = subdomains ? domain.slice(0, -base.length - 1) : '';
    if (name !== '' && !name.includes('.') && domain === `${name}.${base}`) return `${name}@${base}`;
  }
  return `${local}@${domain}`;
}

/** They document the +tag and nothing else. */
const PLUS_TAG = new RegExp(`^(?:outlook|hotmail|live|msn)${ENDING}$`);
const documentsSpellings = (domain: string): boolean =>
  HYPHEN_TAG.test(domain) ||
  PLUS_TAG.test(domain) ||
  PROVIDERS.some(({ domains, subdomains }) =>
    domains.some((one) => one === domain || (subdomains === true && domain.endsWith(`.${one}`))),
  );

/**
 * True when whoever writes as `a` surely holds the mailbox `b`: the same address whatever its case, or two
 * spellings that the provider itself documents as one. Elsewhere `ada+x@` may be another person's, so that
 * one form a mailbox, which is enough to refuse a second programme, proves nothing.
 */
export function isSameMailbox(a: string, b: string): boolean {
  const [one, other] = [a, b].map((address) => address.trim().toLowerCase().normalize('NFC'));
  if (one === undefined || other === undefined) return false;
  if (one === other) return true;
  return (
    documentsSpellings(domainOf(one)) &&
    documentsSpellings(domainOf(other)) &&
    normaliseAddress(one) === normaliseAddress(other)
  );
}
