/**
 * Our own writer of 7-bit MIME messages (RFC 5322, 2045, 2046, 2047): multipart/alternative, plain text first, HTML last, no attachment.
 * A message never holds a byte over 127 or a line over 998 octets.
 */
export type Header = readonly [name: string, value: string];

const FOLD = 78;
const LINE_LIMIT = 900;
const NAME = /^[A-Za-z0-9-]+$/;
const OWN = new Set(['content-type', 'content-transfer-encoding', 'mime-version']);

export class HeaderRefused extends TypeError {
  override readonly name = 'HeaderRefused';
}

const bytesOf = new TextEncoder();
/** Mails fit in here; encoding into memory that is there already is twice as quick. What is returned is a copy. */
const SCRATCH = new Uint8Array(128 * 1024);
function encoded(pieces: readonly string[]): Uint8Array {
  let at = 0;
  for (const piece of pieces) {
    const { read, written } = bytesOf.encodeInto(piece, at === 0 ? SCRATCH : SCRATCH.subarray(at));
    if (read !== piece.length) return bytesOf.encode(pieces.join(''));
    at += written;
  }
  return SCRATCH.slice(0, at);
}

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
  if (tooLong !== undefined) throw new HeaderRefused(`header ${name}: a line of ${tooLong.length} characters without a place to fold`);
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

/** RFC 2045 §6.7; input lines end with LF, output with CRLF. */
export function quotedPrintable(text: string): string {
  return lineList(text)
    .map((line) => {
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
    })
    .join('\r\n');
}

/** Whether every line is shorter than the limit; lines end with LF. */
function linesWithin(text: string, limit: number): boolean {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    if ((end === -1 ? text.length : end) - at > limit) return false;
    if (end === -1) return true;
    at = end + 1;
  }
  return true;
}
const NOT_SEVEN_BIT = /[^\t\n -~]/;

/** 7-bit as it is, or null when a byte or a line does not allow it. */
function sevenBit(text: string): string | null {
  const lines = unixLines(text);
  return linesWithin(lines, LINE_LIMIT) && !NOT_SEVEN_BIT.test(lines) ? lines.replaceAll('\n', '\r\n') : null;
}

/** White space of HTML may become a line break anywhere but in <pre>; our mails have none. */
function wrapHtml(html: string): string {
  if (linesWithin(unixLines(html), LINE_LIMIT)) return html;
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

interface Part {
  readonly encoding: '7bit' | 'quoted-printable';
  readonly body: string;
}
const encodePart = (text: string): Part => {
  const plain = sevenBit(text);
  return plain === null ? { encoding: 'quoted-printable', body: quotedPrintable(text) } : { encoding: '7bit', body: plain };
};

/** A boundary that stands in neither part; the same message always gets the same one. `_` is rare, so that looking for it is quick. */
function boundaryFor(bodies: readonly string[]): string {
  for (let n = 0; ; n += 1) {
    if (!bodies.some((body) => body.includes(`_calf_${n}`))) return `=_calf_${n}`;
  }
}

/** The whole message as bytes. `headers` are written in order; MIME-Version and Content-Type are the writer's own. Throws HeaderRefused. */
export function writeMessage(headers: readonly Header[], text: string, html: string): Uint8Array {
  const taken = headers.find(([name]) => OWN.has(name.toLowerCase()) && name.toLowerCase() !== 'mime-version');
  if (taken !== undefined) throw new HeaderRefused(`header ${taken[0]} is written by the message writer`);
  const plain = encodePart(text);
  const rich = encodePart(wrapHtml(html));
  const boundary = boundaryFor([plain.body, rich.body]);
  const given = headers.filter(([name]) => name.toLowerCase() !== 'mime-version').map(writeHeader);
  const before = (type: string, { encoding }: Part): string =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  const head = [...given, 'MIME-Version: 1.0', `Content-Type: multipart/alternative; boundary="${boundary}"`].join('\r\n');
  return encoded([
    `${head}\r\n\r\n${before('text/plain', plain)}`,
    plain.body,
    `\r\n${before('text/html', rich)}`,
    rich.body,
    `\r\n--${boundary}--\r\n`,
  ]);
}
