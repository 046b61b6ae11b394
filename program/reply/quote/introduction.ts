/**
 * What a mail program writes above the mail that is answered, told by its shape and place alone, whatever the
 * language.
 */
import { count, MAX_LINE, type Meter } from '../meter.ts';
import { isRule } from './header-block.ts';

/** An introduction has no more lines than this. */
const MOST_LINES = 7;
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,100}\.[a-z]{2,}/i;
const OUR_NAME = /calf ?coach/i;
const MOMENT = /\b20\d\d\b|\d\d?[:.h]\d\d|\d\d?[/.-]\d\d?[/.-]\d|20\d\d年/;
const NAMED_VALUE = /^\s*[*_]{0,2}\p{L}[\p{L}\p{M} .'’-]{0,28}[*_]{0,2}\s?[:：][*_]{0,2}\s*\S/u;
/** A date first, an address in brackets last, nothing behind it: an old attribution without a verb. */
export const DATED_SENDER = new RegExp(
  [
    String.raw`^[\s*_]{0,6}(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\b`,
    String.raw`[^<>]{0,120}<[^\s<>@]{1,64}@[^\s<>]{1,100}>\s*$`,
  ].join(''),
);
const ENDS = /[:：][\s*_-]*$|[-–—]{3,}\s*$/;

const isBlank = (line: string): boolean => line.trim() === '';

/** A paragraph that tells of another mail: who wrote it and when, or headers by name. */
function tells(paragraph: readonly string[]): boolean {
  const text = paragraph.map((line) => line.slice(0, MAX_LINE)).join(' ');
  const ours = ADDRESS.test(text) || OUR_NAME.test(text);
  const named = paragraph.filter((line) => NAMED_VALUE.test(line.slice(0, MAX_LINE))).length;
  if (named === paragraph.length && named >= 2 && (ours || MOMENT.test(text)) && named >= (ours ? 2 : 4))
    return true;
  if (ours && MOMENT.test(text) && (text.match(/\p{L}{2,}\s?[:：]\s/gu) ?? []).length >= 2) return true;
  if (DATED_SENDER.test(text)) return true;
  return ours && (MOMENT.test(text) || text.length < 160) && ENDS.test(text);
}

/**
 * A date or a time and a colon at the end: only trusted right above words of ours, and read for stop signs.
 */
const maybeTells = (paragraph: readonly string[]): boolean => {
  const text = paragraph.map((line) => line.slice(0, MAX_LINE)).join(' ');
  return paragraph.length <= MOST_LINES_UNSURE && MOMENT.test(text) && ENDS.test(text) && !/[?!]/.test(text);
};
const MOST_LINES_UNSURE = 3;

/** Lines from `from` up to a quote introduce it; `sure` = they name us or another mail for certain. */
export interface Introduction {
  readonly from: number;
  readonly sure: boolean;
}

const SHORT_END = 24;
/** A wrapped address: the name it belongs to ends the line above. */
const beginsWithAddress = (line: string): boolean => /^\s*<[^\s<>]{1,64}@/.test(line.slice(0, 80));

/**
 * The introduction that ends right above line `quoteAt` (a quoted line or one of ours), or null. The person's
 * own lines may stand directly on top of it, so the shortest tail of the paragraph that tells of another mail
 * is taken, and then the lines above it that hold its date, its names or its labels and no end of a sentence.
 */
export function introductionAbove(
  lines: readonly string[],
  quoteAt: number,
  meter?: Meter,
): Introduction | null {
  let end = quoteAt - 1;
  while (end >= 0 && quoteAt - end < 5 && (isBlank(lines[end] ?? '') || isRule(lines[end] ?? ''))) end--;
  if (end < 0 || isBlank(lines[end] ?? '')) return null;
  for (const told of [tells, maybeTells]) {
    for (let from = end; from >= 0 && end - from < MOST_LINES && !isBlank(lines[from] ?? ''); from--) {
      count(meter, 40);
      if (told(lines.slice(from, end + 1))) return { from: topOf(lines, from, end), sure: told === tells };
    }
  }
  return null;
}

/** The first line of an introduction of which the lines from `from` to `end` are certain. */
function topOf(lines: readonly string[], from: number, end: number): number {
  const startsNamed = NAMED_VALUE.test((lines[from] ?? '').slice(0, MAX_LINE));
  const isHead = (at: number): boolean => {
    const line = (lines[at] ?? '').slice(0, MAX_LINE);
    if (isBlank(line)) return false;
    // The end of a date that was wrapped below its label.
    const above = (lines[at - 1] ?? '').slice(0, MAX_LINE);
    if (startsNamed && line.length <= SHORT_END && NAMED_VALUE.test(above) && MOMENT.test(above)) return true;
    return (
      beginsWithAddress(line) ||
      /<\s*$/.test(line) ||
      beginsWithAddress(lines[at + 1] ?? '') ||
      ((startsNamed || beginsWithAddress(lines[from] ?? '')) && NAMED_VALUE.test(line)) ||
      (/\b20\d\d\b|^[-–—_=]{3,}/.test(line) && !/[.!?]\s*$/.test(line.slice(-3)))
    );
  };
  let top = from;
  while (top > 0 && end - top < MOST_LINES && isHead(top - 1)) top--;
  return top;
}
