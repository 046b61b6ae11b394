/**
 * Written plain text: lines of at most 76 characters, a URL alone on its line, the typography of the HTML brought down to ASCII
 * so that the part stays 7-bit unless a name needs more.
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

/** Typographic characters of ours as ASCII; letters of a name stay. */
export function ascii(words: string): string {
  return words.replace(/[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00d7\u00b7\u2192\u00a0\u202f\u2212\u2265\u2264]/g, (c) => TYPOGRAPHY[c] ?? c);
}

function fold(words: string, first: string, rest: string): string {
  if (typeof words !== 'string') throw new TypeError(`a line of the plain text needs a text and got ${typeof words}`);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of ascii(words)
    .split(/\s+/)
    .filter((w) => w !== '')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** A paragraph. */
export const para = (words: string): string => fold(words, '', '');
/** A heading with its rule below. */
export const heading = (words: string): string => {
  const folded = para(words);
  return `${folded}\n${'-'.repeat(Math.min(WIDTH, Math.max(...folded.split('\n').map((line) => line.length))))}`;
};
export const bullets = (items: readonly string[]): string => items.map((item) => fold(item, '- ', '  ')).join('\n');
export const numbered = (items: readonly string[]): string => items.map((item, index) => fold(item, `${index + 1}. `, '   ')).join('\n');
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
export const sections = (...parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== '').join('\n\n');
/** A heading and what stands under it, or nothing. */
export const section = (title: string, ...parts: readonly (string | null)[]): string | null => {
  const body = sections(...parts);
  return body === '' ? null : `${heading(title)}\n${body}`;
};
