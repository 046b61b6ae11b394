/** Group A: the message and its headers (RFC 5322, 2045, 2369, 8058, 3834; docs/contract.md §3). */
import { type GateMail, headerLines, headerOf } from '../mail.ts';
import { all, demand, type MailRule, remembering, rule } from './rule.ts';

const ONCE = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
] as const;
const NEVER = ['Bcc', 'Cc', 'In-Reply-To', 'References', 'Precedence', 'Feedback-ID', 'Sender'] as const;
const FREEMAIL = /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web)\./i;
const NOTICES: ReadonlySet<string> = new Set(['confirm', 'already']);
/** Headers whose value may differ between two mails of one kind and week. */
const PER_MAIL: ReadonlySet<string> = new Set([
  'to',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'list-unsubscribe',
  'content-type',
]);
/** Kinds whose subject stands for one week and never comes again. */
const WEEKLY: ReadonlySet<string> = new Set([
  'plan',
  'lesson',
  'check-in',
  'reminder',
  'silent',
  'decision',
  'flare',
  'milestone',
]);
const KB = 1000;

const addressOf = (value: string): string => /<([^<>]*)>\s*$/.exec(value)?.[1] ?? value;

function once({ message }: GateMail) {
  const names = headerLines(message).map(([name]) => name.toLowerCase());
  const wrong = ONCE.find((name) => names.filter((found) => found === name.toLowerCase()).length !== 1);
  const extra = NEVER.find((name) => names.includes(name.toLowerCase()));
  return all(
    demand(wrong === undefined, `${wrong} does not stand there exactly once`),
    demand(extra === undefined, `${extra} has no place here`),
  );
}

function sender({ parsed }: GateMail) {
  const { name = '', address = '' } = parsed.from ?? {};
  return all(
    demand([...name].length > 0 && [...name].length <= 40, `display name "${name}"`),
    demand(
      !/^no-?reply@/i.test(address) && !FREEMAIL.test(address) && /@[a-z0-9.-]+\.[a-z]+$/.test(address),
      `sender ${address}`,
    ),
  );
}

/**
 * Answers go to a handle of the person's own, or to the operator while a deployment reads no replies; notices
 * always to the operator.
 */
function replyTo({ message, kind }: GateMail) {
  const address = addressOf(headerOf(message, 'Reply-To') ?? '');
  const [local = ''] = address.split('@');
  const isHandle = /^r-[a-z2-7]{26}@reply\./.test(address);
  return all(
    demand(
      /^[^\s@]+@[a-z0-9.-]+$/.test(address) && local.length <= 64 && !/no-?reply/i.test(local),
      `Reply-To ${address}`,
    ),
    demand(
      !(NOTICES.has(kind) && isHandle),
      'a notice goes to an address that proved nothing and gets no handle',
    ),
    demand(!local.startsWith('r-') || isHandle, `Reply-To ${address} is no handle of 26 letters`),
  );
}

function unsubscribe({ message, view, html }: GateMail) {
  const value = headerOf(message, 'List-Unsubscribe');
  if (value === undefined) return null;
  const uris = [...value.matchAll(/<([^<>]*)>/g)].map((m) => m[1] ?? '');
  const http = uris.filter((uri) => /^https?:\/\//.test(uri));
  const host = (uri: string): string => new URL(uri).origin;
  const site = /href="(https?:\/\/[^"/]+)\/safety"/.exec(html)?.[1];
  const name = view?.frame.firstName ?? null;
  return all(
    demand(http.length === 1 && uris.length <= 2, 'exactly one web address'),
    demand(
      http.every((uri) => !/[@?]|%40/.test(uri) && host(uri) === site && /\/u\/[\w-]+$/.test(uri)),
      `${http[0]} is not our page, or names somebody`,
    ),
    demand(name === null || !value.includes(name), 'it holds the name'),
  );
}

function oneClick({ message, kind }: GateMail) {
  const post = headerOf(message, 'List-Unsubscribe-Post');
  const has = headerOf(message, 'List-Unsubscribe') !== undefined;
  if (kind === 'confirm') return demand(!has && post === undefined, 'there is nothing to leave yet');
  return demand(has && post === 'List-Unsubscribe=One-Click', 'List-Unsubscribe-Post=One-Click is missing');
}

function lines({ message }: GateMail) {
  const folded = message.slice(0, message.indexOf('\r\n\r\n')).split('\r\n');
  const long = folded.find(
    (line) =>
      line.length > 78 &&
      line
        .replace(/^[\w-]+:/, '')
        .trim()
        .includes(' '),
  );
  return all(
    demand(!/[^ -~]/.test(message.replace(/[\r\n\t]/g, '')), 'a byte beyond 7-bit'),
    demand(!/[^\r]\n|\r[^\n]/.test(message), 'a line that does not end with CRLF'),
    demand(
      message.split('\r\n').every((line) => line.length <= 998),
      'a line over 998',
    ),
    demand(long === undefined, `a header line that could be folded: ${long?.slice(0, 60)}`),
  );
}

function parts({ message, parsed }: GateMail) {
  const types = [
    ...message.matchAll(/\r\nContent-Type: (text\/\w+); charset=utf-8\r\nContent-Transfer-Encoding: (\S+)/g),
  ].map((m) => `${m[1]} ${m[2]}`);
  return all(
    demand(
      /^multipart\/alternative;/.test(headerOf(message, 'Content-Type') ?? ''),
      'no multipart/alternative',
    ),
    demand(
      types.length === 2 &&
        /^text\/plain (?:7bit|quoted-printable)$/.test(types[0] ?? '') &&
        /^text\/html 7bit$/.test(types[1] ?? ''),
      `parts: ${types.join(', ')}`,
    ),
    demand(parsed.attachments.length === 0, 'an attachment'),
  );
}

function size({ raw, html }: GateMail) {
  const styles = [...html.matchAll(/<style[\s\S]*?<\/style>/g)].reduce((sum, m) => sum + m[0].length, 0);
  return all(
    demand(raw.length <= 100 * KB, `message ${raw.length} bytes`),
    demand(html.length <= 60 * KB, `HTML ${html.length} bytes`),
    demand(styles <= 8 * KB, `styles ${styles} bytes`),
  );
}

/**
 * A subject that came for one week never comes for another: mail programs would thread the two and hide what
 * repeats.
 */
function ownSubject() {
  const seen = new Map<string, string>();
  return ({ journey, kind, week, subject }: GateMail) => {
    if (journey === null || !WEEKLY.has(kind)) return null;
    const mine = `${kind} ${week}`;
    const key = `${journey}\n${subject}`;
    const before = seen.get(key) ?? mine;
    seen.set(key, before);
    return demand(before === mine, `"${subject}" was the subject of ${before} already`);
  };
}

/** Everything but the named headers is the same for everybody: nothing personal, nothing that tracks. */
function nothingPersonal() {
  const values = new Map<string, string>();
  return ({ message, kind, week, source }: GateMail) => {
    for (const [name, value] of headerLines(message)) {
      if (PER_MAIL.has(name.toLowerCase())) continue;
      const key = `${source === 'local run'} ${kind} ${week} ${name}`;
      const before = values.get(key) ?? value;
      values.set(key, before);
      if (before !== value) return `${name} differs between two mails of one kind: ${value}`;
    }
    return demand(
      /^Calf Coach plan <plan\.[a-z0-9.-]+>$/.test(headerOf(message, 'List-Id') ?? '') || kind === 'confirm',
      'List-Id',
    );
  };
}

const automatic = ({ message }: GateMail) =>
  all(
    demand(headerOf(message, 'Auto-Submitted') === 'auto-generated', 'Auto-Submitted'),
    demand(headerOf(message, 'X-Auto-Response-Suppress') === 'OOF, AutoReply', 'X-Auto-Response-Suppress'),
  );

export const MESSAGE_RULES: readonly MailRule[] = [
  rule(1, 'A', 'each header once, none that has no place', once),
  rule(2, 'A', 'one sender, named, answering, own domain', sender),
  rule(3, 'A', 'Reply-To as in the contract', replyTo),
  rule(4, 'A', 'List-Unsubscribe: one web address of ours', unsubscribe),
  rule(5, 'A', 'one-click header beside it, none before sign-up', oneClick),
  rule(8, 'A', 'marked as automatic', automatic),
  remembering(9, 'A', 'no header differs by person but the named ones', nothingPersonal),
  rule(10, 'A', '7-bit, CRLF, lines folded and within 998', lines),
  rule(11, 'A', 'plain text first, HTML last, no attachment', parts),
  rule(12, 'A', 'message 100 KB, HTML 60 KB, styles 8 KB at most', size),
  remembering(13, 'A', 'a subject of its own each week', ownSubject),
];
