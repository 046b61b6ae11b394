/**
 * A line in which the attribution stands behind the person's own words ("STOP On Wed, 4 Mar 2026, Calf Coach
 * wrote:"), as some mail programs write it and as text made of HTML runs together.
 */
import { count, MAX_LINE, type Meter } from '../meter.ts';
import { attributionAt } from './attribution.ts';
import { DATED_SENDER } from './introduction.ts';

/** What stands in front of it: the end of a word or of a sentence. */
const BEHIND_WORDS = String.raw`(?<=[\s.!?,;:)–—-])`;
/** Its first word, with its capital, before a day or a figure. */
const FIRST_WORD = [
  '(?:On|At|Am|Le|El|En|Op|Il|Em|Den|Dnia|W dniu|Il giorno|No dia|På|在)',
  String.raw`\s(?=\p{L}{2,12}[.,]{0,2}\s|\d)`,
].join('');
const CERTAIN = new RegExp(`${BEHIND_WORDS}${FIRST_WORD}`, 'gu');
/** A date that begins one, our name, or the label of a sender. */
const FIRST_DATE = [
  String.raw`20\d\d[./年-]\s?\d{1,2}[./月-]`,
  String.raw`(?:\p{L}{2,9}[.,]{0,2}\s)?\d{1,2}\.?\s\p{L}{3,12}\.?\s20\d\d\b`,
  String.raw`\d{1,2}[./-]\d{1,2}[./-]20\d\d\b`,
  String.raw`\d{1,2}:\d\d,\s\d`,
  'Calf Coach',
  String.raw`(?:From|Von|De|Van|Da|Från|Fra|Od)\s?:`,
].join('|');
const UNCERTAIN = new RegExp(`${BEHIND_WORDS}(?=${FIRST_DATE})`, 'gu');
const COMMANDS = 'stop|unsubscribe|pause|resume|help|worse|easier|repeat|export|delete';
/**
 * Before an uncertain one a word may be the attribution's own ("Am So., 8. März"), unless it says something
 * by itself: a number, a command, the end of a sentence.
 */
const SAYS_SOMETHING = new RegExp(
  String.raw`^\s*(?:\d{1,2}(?: ?\/ ?10| ?ok)?|${COMMANDS})[\s.!,;–—-]*$|\S\s+\S+[.!?]\s*$`,
  'i',
);
/** So many beginnings of a line are tried. */
const MOST_TRIED = 3;
/** Lines that an attribution may run over. */
const MOST_LINES = 4;
/** Without one of these it may be the person's own sentence. */
const SURE = /@|\b20\d\d\b|20\d\d年/;
/** "From: Calf Coach <coach@…>", and no more. */
const LABELLED_SENDER = /^\p{L}{2,4}\s?:[^<>@]{1,60}<[^\s<>@]{1,64}@[^\s<>]{1,100}>\s*$/u;
/** A name or an address in front belongs to the attribution. */
const NO_WORDS_OF_THEIRS = /@|^[\s>|*_–—-]*$|^\s{0,8}[>|]/;

const isBlank = (line: string): boolean => line.trim() === '';

/** Does an attribution begin with `first`, above `below`? */
function isOne(first: string, below: readonly string[], meter: Meter | undefined): boolean {
  if (DATED_SENDER.test(first) || LABELLED_SENDER.test(first)) return true;
  const found = attributionAt([first, ...below], 0, meter);
  return found !== null && SURE.test([first, ...below].slice(0, found.last + 1).join(' '));
}

/** The place at which the attribution of line `at` begins, or null when the line has no words before one. */
function beginOf(lines: readonly string[], at: number, meter: Meter | undefined): number | null {
  const line = (lines[at] ?? '').slice(0, MAX_LINE);
  const below = lines.slice(at + 1, at + MOST_LINES);
  for (const begins of at === 0 || isBlank(lines[at - 1] ?? '') ? [CERTAIN, UNCERTAIN] : [CERTAIN]) {
    let tried = 0;
    for (const { index } of line.matchAll(begins)) {
      const front = line.slice(0, index);
      if (tried === MOST_TRIED || NO_WORDS_OF_THEIRS.test(front)) break;
      tried += 1;
      if (begins === UNCERTAIN && !SAYS_SOMETHING.test(front)) continue;
      if (isOne(line.slice(index), below, meter)) return index;
    }
  }
  return null;
}

/** The lines with such an attribution on a line of its own. Linear. */
export function apart(lines: readonly string[], meter?: Meter): readonly string[] {
  return lines.flatMap((line, at) => {
    count(meter, Math.min(line.length, MAX_LINE));
    const from = beginOf(lines, at, meter);
    return from === null ? [line] : [line.slice(0, from).replace(/[\s–—-]+$/, ''), line.slice(from)];
  });
}
