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
  return ours && (MOMENT.test(text) || text.length < 160) && ENDS.test(text);
}

/**
 * Where the introduction begins that ends right above line `quoteAt` (a quoted line or one of ours);
 * `quoteAt` itself when there is none. The person's own lines may stand directly on top of it, so the
 * shortest tail of the paragraph that tells of another mail is taken, and then the lines above it that hold
 * its date and no end of a sentence.
 */
export function introductionAbove(lines: readonly string[], quoteAt: number, meter?: Meter): number {
  let end = quoteAt - 1;
  while (end >= 0 && quoteAt - end < 5 && (isBlank(lines[end] ?? '') || isRule(lines[end] ?? ''))) end--;
  if (end < 0 || isBlank(lines[end] ?? '')) return quoteAt;
  for (let from = end; from >= 0 && end - from < MOST_LINES && !isBlank(lines[from] ?? ''); from--) {
    count(meter, 40);
    if (!tells(lines.slice(from, end + 1))) continue;
    const isHead = (line: string): boolean =>
      !isBlank(line) &&
      ((NAMED_VALUE.test(line.slice(0, MAX_LINE)) &&
        NAMED_VALUE.test((lines[from] ?? '').slice(0, MAX_LINE))) ||
        (/\b20\d\d\b|^[-–—_=]{3,}/.test(line.slice(0, MAX_LINE)) && !/[.!?]\s*$/.test(line.slice(-3))));
    let top = from;
    while (top > 0 && end - top < MOST_LINES && isHead(lines[top - 1] ?? '')) top--;
    return top;
  }
  return quoteAt;
}
