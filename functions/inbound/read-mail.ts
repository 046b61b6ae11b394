/**
 * A received mail, read within bounds: the first megabyte, few parts, little nesting, headers of a sane size,
 * no attachment ever opened. What is outside them is not parsed at all; its sender is asked, so that nothing
 * is lost in silence.
 */
import PostalMime, { addressParser, type Email } from 'postal-mime';
import { count, type Meter } from '../../program/reply/meter.ts';
import { unflowed } from '../../program/reply/quote/unwrap.ts';
import { MAX_MAIL_BYTES } from '../shell/mail/mailbox.ts';

/** All headers of a mail together; the longest honest ones stay below a tenth of it. */
export const MAX_HEADER_BYTES = 128 * 1024;
/** Lines that may begin a part. A reply with a dozen pictures has thirty. */
export const MAX_PARTS = 400;
/**
 * A megabyte of base64 has under 14,000 lines; the parser's time goes by lines, so what lies behind is not
 * looked at.
 */
const MAX_LINES = 20_000;
const MAX_NESTING = 20;
const LF = 10;
const CR = 13;
const DASH = 45;

export interface ReceivedMail {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  /** Every address of every From header. */
  readonly from: readonly string[];
  readonly text: string | null;
  readonly html: string | null;
  /**
   * False when the body is outside the bounds or could not be parsed: then there is no text, and the person
   * is asked.
   */
  readonly readable: boolean;
}

interface Shape {
  /** Where the first empty line ends the header; the length of the mail when none does within the bound. */
  readonly headerEnd: number;
  readonly closed: boolean;
  readonly parts: number;
  /** Where the last line that is read ends. */
  readonly end: number;
}

/** One pass over the bytes: where the header ends and how many lines may begin a part. */
function shapeOf(raw: Uint8Array, meter: Meter | undefined): Shape {
  let headerEnd = -1;
  let parts = 0;
  let lineStart = 0;
  let lines = 0;
  for (let at = 0; at < raw.length && parts <= MAX_PARTS && lines < MAX_LINES; at += 1) {
    if (raw[at] !== LF) continue;
    lines += 1;
    const empty = at === lineStart || (at === lineStart + 1 && raw[lineStart] === CR);
    if (headerEnd < 0 && empty) headerEnd = at + 1;
    if (headerEnd < 0 && at > MAX_HEADER_BYTES) break;
    lineStart = at + 1;
    if (raw[lineStart] === DASH && raw[lineStart + 1] === DASH) parts += 1;
  }
  count(meter, raw.length);
  const closed = headerEnd >= 0 && headerEnd <= MAX_HEADER_BYTES;
  return {
    headerEnd: closed ? headerEnd : Math.min(raw.length, MAX_HEADER_BYTES),
    closed,
    parts,
    end: lines < MAX_LINES ? raw.length : lineStart,
  };
}

const OPTIONS = {
  maxNestingDepth: MAX_NESTING,
  maxHeadersSize: MAX_HEADER_BYTES * 2,
  // A mail inside the mail is somebody else's words.
  forceRfc822Attachments: true,
} as const;

/**
 * The parser joins flowed lines into a quote above them, which RFC 3676 §4.5 forbids: it is told that nothing
 * flows, and the text is put together here.
 */
const FLOWED = /format="?flowed"?/gi;
interface Flow {
  readonly raw: Uint8Array;
  readonly flowed: boolean;
  readonly delSp: boolean;
}
function withoutFlow(raw: Uint8Array): Flow {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  if (!/format="?flowed/i.test(text)) return { raw, flowed: false, delSp: false };
  const fixed = text.replace(FLOWED, (hit) => 'x'.repeat(hit.length - 2).concat('=1'));
  return { raw: Buffer.from(fixed, 'latin1'), flowed: true, delSp: /delsp="?yes/i.test(text) };
}

async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, OPTIONS);
  } catch {
    return null;
  }
}

/**
 * A From that every reader takes alike: one address, alone or in brackets behind a name. With more than that,
 * or in a group, one reader may judge an address that another never saw.
 */
const PLAIN_FROM =
  /^(?:[^<>@,;:()"\\]*<\s*[^\s<>@,;:()"\\]+@[^\s<>@,;:()"\\]+\s*>|[^\s<>@,;:()"\\]+@[^\s<>@,;:()"\\]+)$/;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const COMMENT = /\((?:[^()\\]|\\.)*\)/g;
/** Longer names exist nowhere; what is longer is not searched. */
const MAX_FROM = 2000;

const isPlainFrom = (value: string): boolean =>
  value.length <= MAX_FROM && PLAIN_FROM.test(value.replace(QUOTED, '').replace(COMMENT, '').trim());

/** Every address of every From header, and a nobody beside what is not plain, so that it proves nothing. */
const senders = (email: Email): readonly string[] =>
  email.headers
    .filter(({ key }) => key === 'from')
    .flatMap(({ value }) => [
      ...addressParser(value, { flatten: true }).map(({ address }) => address ?? ''),
      ...(isPlainFrom(value) ? [] : ['']),
    ]);

/**
 * Reads a mail. Never throws; time and memory grow with the bytes looked at, which are a megabyte at most.
 */
export async function readMail(whole: Uint8Array, meter?: Meter): Promise<ReceivedMail> {
  const { headerEnd, closed, parts, end } = shapeOf(whole.subarray(0, MAX_MAIL_BYTES), meter);
  const { raw, flowed, delSp } = withoutFlow(whole.subarray(0, end));
  const readable = closed && parts <= MAX_PARTS;
  count(meter, readable ? raw.length : headerEnd);
  const parsed = readable ? await parse(raw) : null;
  const email = parsed ?? (await parse(raw.subarray(0, headerEnd)));
  if (email === null) return { headers: [], subject: '', from: [], text: null, html: null, readable: false };
  return {
    // What a part is tells of a machine as the mail itself does: a report or a reaction among other parts.
    headers: [
      ...email.attachments.map(({ mimeType }) => ['content-type', mimeType] as const),
      ...email.headers.map(({ key, value }) => [key, value] as const),
    ],
    subject: email.subject ?? '',
    from: senders(email),
    text: parsed?.text === undefined ? null : flowed ? unflowed(parsed.text, delSp) : parsed.text,
    html: parsed?.html ?? null,
    readable: parsed !== null,
  };
}
