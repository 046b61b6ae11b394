/**
 * Rule 6: the raw message as it is handed to SES, signed with a test key as SES signs it, must verify: DKIM
 * passes, DMARC passes by DKIM alone (the sender's network is unknown here, so SPF lends no help), and the
 * signature covers what RFC 8058 and the big mailboxes want covered. No network: the resolver is a function
 * that knows two records.
 */
import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { type GateMail, headerOf, MAIL_DOMAIN } from '../mail.ts';
import type { Row } from '../report.ts';
import type { RuleName } from './rule.ts';

interface Signing {
  readonly canonicalization: string;
  readonly signTime: Date;
  /** Names with colons between. */
  readonly headerList: string;
  readonly signatureData: readonly {
    readonly signingDomain: string;
    readonly selector: string;
    readonly privateKey: string;
  }[];
}
interface Authenticated {
  readonly dkim: {
    readonly results: readonly {
      readonly status: { readonly result: string };
      readonly signingHeaders?: { readonly keys?: string };
    }[];
  };
  readonly dmarc: false | { readonly status: { readonly result: string } };
}
const load = createRequire(import.meta.url);
const { dkimSign } = load('mailauth/lib/dkim/sign') as {
  dkimSign(
    message: Uint8Array,
    options: Signing,
  ): Promise<{ readonly signatures: string; readonly errors: readonly unknown[] }>;
};
const { authenticate } = load('mailauth') as {
  authenticate(message: Uint8Array, options: object): Promise<Authenticated>;
};

export const SIGNED_RULE: RuleName = {
  id: 6,
  group: 'A',
  title: 'signed with a test key: DKIM and DMARC pass, every header covered',
  level: 'fail',
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const SELECTOR = 'test';
/** A domain that has nothing to do with ours, with a good key of its own. */
const STRANGER = 'stranger.example';
/** Headers that must be under the signature on every mail (docs/architecture.md §10.4). */
const ALWAYS = ['from', 'to', 'subject', 'date', 'reply-to', 'mime-version', 'content-type'] as const;
/**
 * And these where there is something to leave: without them mailboxes hide the one-click button
 * (RFC 8058 §4).
 */
const LEAVING = ['list-unsubscribe', 'list-unsubscribe-post'] as const;
const HEADERS: readonly string[] = [...ALWAYS, 'message-id', ...LEAVING];

/** The two records a mailbox would look up; anything else does not exist. */
const resolver = (name: string, type: string): Promise<readonly (readonly string[])[]> => {
  if (type === 'TXT' && new RegExp(`^${SELECTOR}\\._domainkey\\.(?:${MAIL_DOMAIN}|${STRANGER})$`).test(name))
    return Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]);
  if (type === 'TXT' && name === `_dmarc.${MAIL_DOMAIN}`)
    return Promise.resolve([['v=DMARC1; p=reject; adkim=r; aspf=r']]);
  return Promise.reject(Object.assign(new Error(`no record ${type} ${name}`), { code: 'ENOTFOUND' }));
};

/** How a message is signed, and what is done to it on its way. */
interface Journey {
  readonly domain?: string;
  readonly headers?: readonly string[];
  readonly onTheWay?: (message: string) => string;
}

async function signedMessage(
  raw: Uint8Array,
  { domain = MAIL_DOMAIN, headers = HEADERS, onTheWay = (message) => message }: Journey,
): Promise<Uint8Array> {
  const { signatures, errors } = await dkimSign(raw, {
    canonicalization: 'relaxed/simple',
    signTime: new Date('2026-03-02T06:00:00.000Z'),
    headerList: headers.join(':'),
    signatureData: [{ signingDomain: domain, selector: SELECTOR, privateKey }],
  });
  if (errors.length > 0) throw new Error(`the test key does not sign: ${JSON.stringify(errors)}`);
  return Buffer.from(onTheWay(signatures + Buffer.from(raw).toString('latin1')), 'latin1');
}

/** What is wrong with the mail once it arrives; null = nothing. */
export async function signatureFault(
  mail: Pick<GateMail, 'raw' | 'message'>,
  journey: Journey = {},
): Promise<string | null> {
  const arrived = await signedMessage(mail.raw, journey);
  const options = {
    ip: '127.0.0.1',
    helo: 'localhost',
    mta: 'localhost',
    sender: `bounce@bounce.${MAIL_DOMAIN}`,
    resolver,
  };
  const { dkim, dmarc } = await authenticate(arrived, { ...options, disableArc: true, disableBimi: true });
  const [signature] = dkim.results;
  if (signature === undefined) return 'no signature was found';
  if (signature.status.result !== 'pass') return `DKIM: ${signature.status.result}`;
  if (dmarc === false || dmarc.status.result !== 'pass')
    return `DMARC: ${dmarc === false ? 'none' : dmarc.status.result}`;
  const covered = (signature.signingHeaders?.keys ?? '').toLowerCase().split(/\s*:\s*/);
  const leaves = headerOf(mail.message, 'List-Unsubscribe') !== undefined;
  const open = [...ALWAYS, ...(leaves ? LEAVING : [])].find((name) => !covered.includes(name));
  return open === undefined ? null : `${open} is outside the signature`;
}

const once = (from: RegExp, to: string) => (message: string) => message.replace(from, to);
/** Each must be found. */
export const PLANTED_SIGNATURES: readonly (readonly [what: string, journey: Journey])[] = [
  ['a line of the body changed on its way', { onTheWay: once(/Stop, and get help/, 'Never stop, no help') }],
  [
    'the way to leave changed on its way',
    { onTheWay: once(/List-Unsubscribe: <https:\/\/[^/]*/, 'List-Unsubscribe: <https://x.example') },
  ],
  [
    'one-click left outside the signature',
    { headers: HEADERS.filter((name) => name !== 'list-unsubscribe-post') },
  ],
  ['the sender left outside the signature', { headers: HEADERS.filter((name) => name !== 'reply-to') }],
  ['signed by a domain that is not the sender’s', { domain: STRANGER }],
  ['another sender put in', { onTheWay: once(/From: [^\r]*/, `From: Calf Coach <coach@${STRANGER}>`) }],
  ['the signature lost', { onTheWay: once(/^DKIM-Signature:[\s\S]*?\r\n(?![ \t])/, '') }],
];

/** Every mail given, and the planted violations in the first that can be left. */
export async function signedRow(mails: readonly GateMail[]): Promise<Row> {
  const findings: string[] = [];
  for (const mail of mails) {
    const fault = await signatureFault(mail);
    if (fault !== null) findings.push(`${mail.id}: ${fault}`);
  }
  const ground = mails.find(({ kind }) => kind === 'plan');
  let found = 0;
  for (const [, journey] of ground === undefined ? [] : PLANTED_SIGNATURES)
    if (ground !== undefined && (await signatureFault(ground, journey)) !== null) found += 1;
  return {
    ...SIGNED_RULE,
    status: findings.length === 0 && mails.length > 0 ? 'passed' : 'FAILED',
    checked: mails.length,
    unit: 'mails',
    failed: findings.length,
    findings,
    note: '',
    planted: [found, PLANTED_SIGNATURES.length],
  };
}
