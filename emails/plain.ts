/**
 * Written plain text: lines of at most 76 characters, a URL alone on its line, the typography of the HTML
 * brought down to ASCII so that the part stays 7-bit unless a name needs more.
 */
const WIDTH = 76;
const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00d7': 'x',
  '\u00b7': '-',
  '\u2192': '->',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2212': '-',
  '\u2265': '>=',
  '\u2264': '<=',
};

const EACH_TYPOGRAPHIC =
  /[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00d7\u00b7\u2192\u00a0\u202f\u2212\u2265\u2264]/g;
/** Most sentences: ASCII, words parted by one space. They need no cleaning. */
const REGULAR = /^[!-~]+(?: [!-~]+)*$/;

/** Typographic characters of ours as ASCII; letters of a name stay. */
export function ascii(words: string): string {
  return words.replace(EACH_TYPOGRAPHIC, (c) => TYPOGRAPHY[c] ?? c);
}

function cleaned(words: string): string {
  const plain = ascii(words);
  return REGULAR.test(plain) ? plain : plain.trim().replace(/\s+/g, ' ');
}

/** Breaks at spaces; a word longer than a line keeps one to itself. */
function fold(words: string, first: string, rest: string): string {
  if (typeof words !== 'string')
    throw new TypeError(`a line of the plain text needs a text and got ${typeof words}`);
  return broken(REGULAR.test(words) ? words : cleaned(words), first, rest);
}

function broken(line: string, first: string, rest: string): string {
  let out = first;
  let at = 0;
  let room = WIDTH - first.length;
  while (line.length - at > room) {
    const last = line.lastIndexOf(' ', at + room);
    const cut = last > at ? last : line.indexOf(' ', at + room);
    if (cut === -1) break;
    out += `${line.slice(at, cut)}\n${rest}`;
    at = cut + 1;
    room = WIDTH - rest.length;
  }
  return out + line.slice(at);
}

/** A paragraph. */
export const para = (words: string): string => fold(words, '', '');
/** A sentence that is not ours, in its own characters: only its lines are broken. */
export const asWritten = (words: string): string => broken(words, '', '');
const RULE = '-'.repeat(WIDTH);
/** A heading with its rule below. */
export const heading = (words: string): string => {
  const folded = para(words);
  const longest = folded.includes('\n')
    ? Math.max(...folded.split('\n').map((line) => line.length))
    : folded.length;
  return `${folded}\n${RULE.slice(0, longest)}`;
};
const lines = (items: readonly string[], lead: (index: number) => string, rest: string): string => {
  let out = '';
  for (const [index, item] of items.entries())
    out += `${index === 0 ? '' : '\n'}${fold(item, lead(index), rest)}`;
  return out;
};
export const bullets = (items: readonly string[]): string => lines(items, () => '- ', '  ');
export const numbered = (items: readonly string[]): string =>
  lines(items, (index) => `${index + 1}. `, '   ');
/** What the link does, then the URL alone on its line (mail clients and people can copy it whole). */
export const link = (label: string, url: string): string => `${para(label)}\n${url}`;
/** Paragraphs of a longer text. */
export const paragraphs = (words: string): string => splitParagraphs(words).map(para).join('\n\n');
export const splitParagraphs = (words: string): readonly string[] =>
  words
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '');

/** Sections with an empty line between; empty ones vanish. */
export function sections(...parts: readonly (string | null)[]): string {
  let out = '';
  for (const part of parts) if (part !== null && part !== '') out += out === '' ? part : `\n\n${part}`;
  return out;
}
/** A heading and what stands under it, or nothing. */
export const section = (title: string, ...parts: readonly (string | null)[]): string | null => {
  const body = sections(...parts);
  return body === '' ? null : `${heading(title)}\n${body}`;
};
