/**
 * "On … wrote:" in many languages, wrapped over up to four lines or followed by the quote in the same line.
 */
import { folded } from '../lines.ts';
import { count, MAX_LINE, type Meter } from '../meter.ts';
import { ATTRIBUTION_STARTS, WEEKDAYS, WROTE } from '../words/attributions.ts';

const MOST_LINES = 4;
const MARKS = /^[\s>*_|–—-]{1,12}/;
/** A date or a clock time in figures. */
const MOMENT = /\b20\d\d\b|\d\d?[:.h]\d\d|\d[/.-]\d|20\d\d年/;
const DATE_FIRST = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d|\d{4}年|\d{1,2}\.? [\p{L}]{3})/u;

/** Where an attribution ends: the index of its last line. */
export interface Attribution {
  readonly last: number;
}

const head = (line: string): string => folded(line.slice(0, MAX_LINE)).replace(MARKS, '');

const startsWithItsWord = (line: string): boolean =>
  ATTRIBUTION_STARTS.some((start) => line.startsWith(start));
const startsLikeOne = (line: string): boolean =>
  startsWithItsWord(line) ||
  DATE_FIRST.test(line) ||
  WEEKDAYS.some((day) => line.startsWith(day) && /^[\p{L}]{0,8}[.,]? /u.test(line.slice(day.length)));

const endsInColon = (text: string): boolean => /[:：]\s*[-–—*]{0,10}$/.test(text.slice(-16));

/** The verb, then a colon at once (an inline quote may follow it) or at the very end. */
const saysWrote = (text: string): boolean =>
  WROTE.some((verb) => {
    const at = text.lastIndexOf(verb);
    if (at < 0) return false;
    const behind = text.slice(at + verb.length, at + verb.length + 8).trimStart();
    return /^(?:(?:\(a\)|a|e)?\s?[:：]|\s?[-–—]{3,})/.test(behind) || endsInColon(text);
  });

/** Any language: a mail address, a moment in figures and a colon at the end. */
const looksLikeOneAnywhere = (text: string): boolean =>
  text.includes('@') && MOMENT.test(text) && endsInColon(text);

const isBlankOrQuoted = (line: string): boolean => /^\s*(?:[>|]|$)/.test(line.slice(0, 12));

/**
 * The attribution that begins at this line, or null. A line that starts like one may run over four lines;
 * otherwise it must hold an address, a moment and the final colon, and the shortest such run of lines wins,
 * so that a person's own line above is not swallowed.
 */
export function attributionAt(lines: readonly string[], at: number, meter?: Meter): Attribution | null {
  const first = head(lines[at] ?? '');
  const known = startsLikeOne(first);
  let text = first;
  for (let last = at; last < at + MOST_LINES && last < lines.length; last++) {
    const line = lines[last] ?? '';
    if (last > at) {
      if (isBlankOrQuoted(line)) return null;
      // Never begin at a line the rest does not need: it may be the person's own.
      if (!startsWithItsWord(first) && isWholeOne(line, known)) return null;
      text = `${text} ${folded(line.slice(0, MAX_LINE))}`;
    }
    count(meter, text.length);
    if (known && (text.includes('@') || MOMENT.test(text)) && saysWrote(text)) return { last };
    if (looksLikeOneAnywhere(text) && (known || last === at || !MOMENT.test(text.slice(first.length))))
      return { last };
  }
  return null;
}

/**
 * One line that is an attribution by itself; below a date it must also start like one ("kl. 07:00 … skrev" is
 * the end of a wrapped one).
 */
const isWholeOne = (line: string, belowDate: boolean): boolean => {
  const text = head(line);
  return (
    (startsLikeOne(text) && MOMENT.test(text) && saysWrote(text)) ||
    (!belowDate && looksLikeOneAnywhere(text))
  );
};
