/**
 * Lines as the readers see them: one kind of line end, plain spaces, no invisible marks, compatible letters
 * (NFKC) for full-width digits.
 */
import { count, MAX_LINES, MAX_TEXT, type Meter } from './meter.ts';

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\ufe0e|\ufe0f|\u034f|\u20e3/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/g;
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;

/**
 * Arabic-Indic, Persian and Devanagari digits as 0–9 (docs/architecture.md §9.8): each block of ten begins at
 * a multiple of sixteen, or six after one.
 */
const asciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code >= 0x0966 ? code - 0x0966 : code >= 0x06f0 ? code - 0x06f0 : code - 0x0660);
};

/**
 * Figures in circles that NFKC leaves as they are: black, sans-serif and black sans-serif, one to ten each.
 */
const CIRCLED = /[\u2776-\u2793]/g;
const circled = (mark: string): string => ` ${((mark.charCodeAt(0) - 0x2776) % 10) + 1} `;

/** One form for one text. Linear: every replacement looks at one character. */
export const plain = (text: string, meter?: Meter): string => {
  const bounded = text.slice(0, MAX_TEXT);
  count(meter, bounded.length);
  return bounded
    .normalize('NFKC')
    .slice(0, MAX_TEXT)
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(CIRCLED, circled)
    .replaceAll('🔟', ' 10 ');
};

/** The lines of a text, right-trimmed, at most `MAX_LINES`. */
export const linesOf = (text: string, meter?: Meter): readonly string[] =>
  plain(text, meter)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .split('\n', MAX_LINES)
    .map((line) => line.trimEnd());

/** How a line begins, lower case, for tables of phrases. */
export const folded = (line: string): string => line.trim().toLowerCase();

/** Runs of blank lines become one; none at the ends. */
export const joined = (lines: readonly string[]): string => {
  const kept: string[] = [];
  for (const line of lines)
    if (line.trim() !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line.trim());
  return kept.join('\n').trim();
};
