/**
 * Our own writer of 7-bit MIME messages (RFC 5322, 2045, 2046, 2047): multipart/alternative, plain text
 * first, HTML last, no attachment. A message never holds a byte over 127 or a line over 998 octets.
 */
export type Header = readonly [name: string, value: string];

const FOLD = 78;
/** Longest line of a body, without its CRLF. */
const LINE_LIMIT = 900;
const [TAB, LF, CR] = [0x09, 0x0a, 0x0d] as const;
const NAME = /^[A-Za-z0-9-]+$/;
const OWN = new Set(['content-type', 'content-transfer-encoding']);

export class HeaderRefused extends TypeError {
  override readonly name = 'HeaderRefused';
}

const bytesOf = new TextEncoder();

/** Base64 of UTF-8 bytes without Buffer: the writer runs anywhere. */
function base64(bytes: Uint8Array): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    out += `${letters.charAt(a >> 2)}${letters.charAt(((a & 3) << 4) | (b >> 4))}`;
    out += left > 1 ? letters.charAt(((b & 15) << 2) | (c >> 6)) : '=';
    out += left > 2 ? letters.charAt(c & 63) : '=';
  }
  return out;
}

/** RFC 2047 encoded words, each at most 75 characters and never cutting a character in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  let size = 0;
  for (const character of text) {
    const length = bytesOf.encode(character).length;
    if (size + length > 42) {
      words.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += length;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${base64(bytesOf.encode(word))}?=`).join(' ');
}

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

/** Words that need RFC 2047. In an address header only the display name before `<` may be encoded. */
function encodeValue(name: string, value: string): string {
  if (isAscii(value) && !value.includes('=?')) return value;
  const address = /^(.*?)\s*(<[^<>]*>)$/s.exec(value);
  if (address !== null) {
    const [, display = '', mailbox = ''] = address;
    if (!isAscii(mailbox)) throw new HeaderRefused(`header ${name}: the address has characters beyond ASCII`);
    return `${encodedWords(display.replace(/^"(.*)"$/s, '$1'))} ${mailbox}`;
  }
  return encodedWords(value);
}

/** Folds at white space so that lines stay within 78 where a place exists; within 998 always. */
function foldLine(name: string, value: string): string {
  if (name.length + 2 + value.length <= FOLD) return `${name}: ${value}`;
  const words = value.split(' ');
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > FOLD && line !== `${name}:` && line.trim() !== '' && word !== '') {
      lines.push(line);
      line = ` ${word}`;
    } else line += ` ${word}`;
  }
  lines.push(line);
  const tooLong = lines.find((one) => one.length > 998);
  if (tooLong !== undefined)
    throw new HeaderRefused(`header ${name}: a line of ${tooLong.length} characters without a place to fold`);
  return lines.join('\r\n');
}

const PRINTABLE = /^[ -~]*$/;
/** One header as it stands in the message. Refuses CR, LF, NUL and lone surrogates with the header's name. */
export function writeHeader([name, value]: Header): string {
  if (!NAME.test(name)) throw new HeaderRefused(`header name ${JSON.stringify(name)} is none`);
  if (PRINTABLE.test(value)) return foldLine(name, encodeValue(name, value.trim()));
  if (/\p{Cc}/u.test(value.replaceAll('\t', ' ')))
    throw new HeaderRefused(`header ${name}: a line break, NUL or other control character in the value`);
  if (/\p{Surrogate}/u.test(value)) throw new HeaderRefused(`header ${name}: half a character in the value`);
  return foldLine(name, encodeValue(name, value.replace(/\t/g, ' ').trim()));
}

/** Line breaks as LF. */
const unixLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
const lineList = (text: string): readonly string[] => unixLines(text).split('\n');

/** A line that quoted-printable leaves as it is. */
const AS_IT_IS = /^(?:[\t !-<>-~]{0,75}[!-<>-~])?$/;
function quotedLine(line: string): string {
  if (AS_IT_IS.test(line)) return line;
  const bytes = bytesOf.encode(line);
  let out = '';
  let width = 0;
  bytes.forEach((byte, index) => {
    const last = index === bytes.length - 1;
    const plain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !last);
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (width + piece.length > (last ? 76 : 75)) {
      out += '=\r\n';
      width = 0;
    }
    out += piece;
    width += piece.length;
  });
  return out;
}
/** RFC 2045 §6.7; input lines end with LF, output with CRLF. */
export function quotedPrintable(text: string): string {
  return lineList(text).map(quotedLine).join('\r\n');
}

/** White space of HTML may become a line break anywhere but in <pre>; our mails have none. */
function wrapHtml(html: string): string {
  return lineList(html)
    .flatMap((line) => {
      const out: string[] = [];
      let rest = line;
      while (rest.length > LINE_LIMIT) {
        const at = rest.lastIndexOf(' ', LINE_LIMIT);
        if (at <= 0) break;
        out.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
      }
      return [...out, rest];
    })
    .join('\n');
}

/** A message is put together in memory that stays; one that does not fit gets memory of its own for once. */
const KEPT = Buffer.alloc(1024 * 1024);
/** Cannot match in a string of one byte a character, which an engine knows without looking. */
const BEYOND_LATIN = /[^\0-\xff]/;
const isSevenBit = (byte: number): boolean => (byte < 0x20 ? byte === LF || byte === TAB : byte <= 0x7e);

/**
 * Are all bytes printable ASCII, tab or line feed? Four at a time: the sign bit of a byte of `odd` is set
 * when that byte is below 0x20 or above 0x7e, and only those four are looked at one by one (Warren, Hacker's
 * Delight, chapter 6). `from` is a multiple of four.
 */
function allSevenBit(desk: Buffer, from: number, length: number): boolean {
  const words = new Int32Array(desk.buffer, desk.byteOffset + from, length >> 2);
  for (let n = 0; n < words.length; n += 1) {
    const four = words[n] ?? 0;
    const odd = (((four - 0x20202020) & ~four) | (four + 0x01010101) | four) & 0x80808080;
    if (odd !== 0 && !eachSevenBit(desk, from + 4 * n, from + 4 * n + 4)) return false;
  }
  return eachSevenBit(desk, from + 4 * words.length, from + length);
}
function eachSevenBit(desk: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSevenBit(desk[at] ?? 0)) return false;
  return true;
}

/** Where a line that is too long may be broken: its last space within the limit, or nowhere (-1). */
function breakOf(text: string, from: number): number {
  const at = text.lastIndexOf(' ', from + LINE_LIMIT);
  return at > from ? at : -1;
}

/**
 * Puts `text` (lines end with LF) on the desk from `at`, lines parted by CRLF, long ones broken at a space
 * where `wraps`. Returns where it ends, or -1 when a character or the length of a line does not allow 7-bit;
 * what stands behind `at` then has no meaning. Whole lines are moved: byte by byte takes ten times as long.
 */
function putSevenBit(desk: Buffer, { text, wraps }: Pick<Part, 'text' | 'wraps'>, at: number): number {
  if (BEYOND_LATIN.test(text)) return -1;
  // A byte more for each line at most: as it is, the text lies far enough behind the place where it goes.
  const source = (at + text.length + 4) & ~3;
  desk.write(text, source, 'latin1');
  if (!allSevenBit(desk, source, text.length)) return -1;
  let end = at;
  for (let from = 0; ; ) {
    const found = text.indexOf('\n', from);
    const lineEnd = found === -1 ? text.length : found;
    const fits = lineEnd - from <= LINE_LIMIT;
    const to = fits ? lineEnd : wraps ? breakOf(text, from) : -1;
    if (to === -1) return -1;
    desk.copyWithin(end, source + from, source + to);
    end += to - from;
    if (fits && found === -1) return end;
    desk[end] = CR;
    desk[end + 1] = LF;
    end += 2;
    from = to + 1;
  }
}

/**
 * A boundary that stands in neither part; the same message always gets the same one. `_` is rare, so that
 * looking for it is quick.
 */
function boundaryFor(text: string, html: string): string {
  for (let n = 0; ; n += 1) {
    const mark = `_calf_${n}`;
    if (!text.includes(mark) && !html.includes(mark)) return `=${mark}`;
  }
}

interface Part {
  readonly boundary: string;
  readonly type: 'text/plain' | 'text/html';
  readonly text: string;
  /** May a space be a line break? */
  readonly wraps: boolean;
}
/**
 * Puts one part on the desk and returns where it ends: as it is where it is 7-bit, then with every line break
 * as LF, else quoted.
 */
function putPart(desk: Buffer, { boundary, type, text, wraps }: Part, at: number): number {
  const opening = (encoding: '7bit' | 'quoted-printable'): number =>
    at +
    desk.write(
      `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
      at,
      'latin1',
    );
  const body = opening('7bit');
  const end = putSevenBit(desk, { text, wraps }, body);
  if (end !== -1) return end;
  const unix = unixLines(text);
  const again = unix === text ? -1 : putSevenBit(desk, { text: unix, wraps }, body);
  if (again !== -1) return again;
  const quoted = opening('quoted-printable');
  return quoted + desk.write(quotedPrintable(wraps ? wrapHtml(unix) : unix), quoted, 'latin1');
}

function writeHead(headers: readonly Header[], boundary: string): string {
  let head = '';
  for (const header of headers) {
    const name = header[0].toLowerCase();
    if (name === 'mime-version') continue;
    if (OWN.has(name)) throw new HeaderRefused(`header ${header[0]} is written by the message writer`);
    head += `${writeHeader(header)}\r\n`;
  }
  return `${head}MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`;
}

/**
 * A character of ours is at most three bytes, a quoted byte three characters, and every 75 of those a soft
 * break.
 */
const WORST = 10;
/** What stands between and around the parts. */
const FRAME = 1_000;

/**
 * The whole message as bytes. `headers` are written in order; MIME-Version and Content-Type are the writer's
 * own. Throws HeaderRefused.
 */
export function writeMessage(headers: readonly Header[], text: string, html: string): Uint8Array {
  const boundary = boundaryFor(text, html);
  const head = writeHead(headers, boundary);
  const room = FRAME + head.length + WORST * (text.length + html.length);
  const desk = room > KEPT.length ? Buffer.alloc(room) : KEPT;
  let at = desk.write(head, 0, 'latin1');
  at = putPart(desk, { boundary, type: 'text/plain', text, wraps: false }, at);
  at += desk.write('\r\n', at, 'latin1');
  at = putPart(desk, { boundary, type: 'text/html', text: html, wraps: true }, at);
  at += desk.write(`\r\n--${boundary}--\r\n`, at, 'latin1');
  return new Uint8Array(desk.subarray(0, at));
}
