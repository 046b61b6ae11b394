/**
 * Looks for secrets where they may not be: each in every spelling a channel could give it, in every place
 * that is not the one it belongs to.
 */
import type { Sent, Tap } from './wire.ts';

export interface Secret {
  /** What it is: `address`, `name`, `note` … */
  readonly what: string;
  readonly text: string;
}
export interface Leak {
  readonly what: string;
  readonly where: string;
}

/** As it stands, in small letters, in a URL, in JSON, and in base64 at each of its three positions. */
export function spellings(text: string): readonly string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${text}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [
    ...new Set([
      text.toLowerCase(),
      encodeURIComponent(text).toLowerCase(),
      text.toLowerCase().replaceAll(' ', '+'),
    ]),
  ].concat(base64);
}
/** Base64 keeps its letters' size; everything else is looked for whatever the size. */
export const contains = (haystack: string, { text }: Secret): boolean => {
  const lower = haystack.toLowerCase();
  return spellings(text).some((spelling, n, all) =>
    n < all.length - 3 ? lower.includes(spelling) : haystack.includes(spelling),
  );
};

/** Where a secret may stand: these attributes of an item, these places of a mail. */
const AT_HOME: Readonly<Record<string, readonly string[]>> = {
  address: ['PERSON.body'],
  name: ['PERSON.body'],
  // What somebody wrote to us is read for what it answers; what nobody could read waits in the state, and
  // there alone, until the list beside it is answered (docs/clinical-rules.md §12 A4).
  reply: ['COURSE.body'],
};
const OWN_WORDS: readonly string[] = ['PERSON.body', 'COURSE.body', 'LOG.events'];

type Item = Readonly<Record<string, unknown>>;
const family = (sk: string): string => sk.replace(/^S#/, '').split('#')[0] ?? '';
/**
 * Every attribute of an item that holds a secret and is not its home; keys and index entries always count.
 */
export function leaksOfItems(items: readonly Item[], secrets: readonly Secret[]): readonly Leak[] {
  return items.flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) => {
      const place = `${family(Object.values((item['sk'] ?? {}) as object).join())}.${name}`;
      return secrets
        .filter(
          (secret) =>
            contains(JSON.stringify(value), secret) && !(AT_HOME[secret.what] ?? OWN_WORDS).includes(place),
        )
        .map(({ what }) => ({ what, where: `item ${place}` }));
    }),
  );
}

/**
 * A request to the table: no secret in a key, a condition or a name. What is written where is seen in the
 * table itself.
 */
function leaksOfTableCall(call: Sent, secrets: readonly Secret[]): readonly Leak[] {
  const found: Leak[] = [];
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'Item') continue;
      const text = typeof inner === 'string' ? inner : '';
      for (const secret of secrets)
        if (contains(`${name} ${text}`, secret))
          found.push({ what: secret.what, where: `table request ${[...path, name].join('.')}` });
      look(inner, [...path, name]);
    }
  };
  look(JSON.parse(call.body === '' ? '{}' : call.body), []);
  return found;
}

/**
 * A call to SES: the recipient and the body of the mail are what a mail is; tags, names, sender, subject and
 * every other header hold nothing.
 */
function leaksOfMail(call: Sent, secrets: readonly Secret[]): readonly Leak[] {
  const form = new URLSearchParams(call.body);
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('utf8');
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/);
  const places = [
    ...[...form]
      .filter(([name]) => name !== 'RawMessage.Data' && !name.startsWith('Destinations'))
      .map(([name, value]) => [`mail parameter ${name}`, value] as const),
    ...fields.map((field) => [`mail header ${field.split(':')[0] ?? ''}`, field] as const),
  ];
  const body = rest.join('\r\n\r\n').replaceAll('=\r\n', '');
  const asksAboutWords = fields.some((field) =>
    /^subject: week \d+: one list before your plan$/i.test(field),
  );
  return [
    ...places.flatMap(([where, text]) =>
      secrets
        .filter(
          (secret) =>
            contains(text, secret) &&
            !(secret.what === 'address' && where.toLowerCase() === 'mail header to'),
        )
        .map(({ what }) => ({ what, where })),
    ),
    // The person's own name may greet them; the address they know already, and what they wrote is quoted back
    // into their mailbox by one mail alone, which asks about words that nobody could read.
    ...secrets
      .filter(({ what }) => what === 'address' || ((what === 'note' || what === 'reply') && !asksAboutWords))
      .filter((s) => contains(body, s))
      .map(({ what }) => ({ what, where: 'mail body' })),
    ...[...body.matchAll(/https?:\/\/[^\s"<>]+/g)].flatMap(([url]) =>
      secrets.filter((s) => contains(url, s)).map(({ what }) => ({ what, where: 'mail link' })),
    ),
  ];
}

function leaksOfCall(call: Sent, secrets: readonly Secret[]): readonly Leak[] {
  const lines = secrets
    .filter((s) => contains(`${call.line}\n${call.headers}`, s))
    .map(({ what }) => ({ what, where: `${call.channel} URL or header` }));
  switch (call.channel) {
    case 'table':
      return [...lines, ...leaksOfTableCall(call, secrets)];
    case 'mail':
      return [...lines, ...leaksOfMail(call, secrets)];
    case 'queue':
      return [
        ...lines,
        ...secrets
          .filter((s) => contains(call.body, s))
          .map(({ what }) => ({ what, where: 'queue message' })),
      ];
    case 'bucket':
      return lines;
    case 'elsewhere':
      return [...lines, { what: 'anything', where: `a call to ${call.line}` }];
  }
}

const unique = (leaks: readonly Leak[]): readonly Leak[] => [
  ...new Map(leaks.map((leak) => [`${leak.what} ${leak.where}`, leak])).values(),
];

/** Everything the tap heard, and these log lines and addresses of pages. */
export const leaksOf = (
  tap: Pick<Tap, 'sent' | 'printed'>,
  logs: readonly unknown[],
  urls: readonly string[],
  secrets: readonly Secret[],
): readonly Leak[] =>
  unique([
    ...tap.sent.flatMap((call) => leaksOfCall(call, secrets)),
    ...tap.printed.flatMap((line) =>
      secrets.filter((s) => contains(line, s)).map(({ what }) => ({ what, where: 'printed line' })),
    ),
    ...logs.flatMap((line) =>
      secrets
        .filter((s) => contains(JSON.stringify(line), s))
        .map(({ what }) => ({ what, where: 'log line' })),
    ),
    ...urls.flatMap((url) =>
      secrets.filter((s) => contains(url, s)).map(({ what }) => ({ what, where: 'URL' })),
    ),
  ]);
