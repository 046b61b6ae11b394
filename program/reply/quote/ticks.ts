/**
 * Lines of the stop list that a person ticked where they stand in the quote: a yes, an x or a mark at the end
 * of the line, before it, or right below.
 */
import { RED_FLAGS, type RedFlag } from '../../answers/intake.ts';
import { count, type Meter } from '../meter.ts';
import type { Known } from './known.ts';
import { FIGURE, type Placed } from './tokens.ts';

const MARKS = '[\\s.:;,<>()[\\]*_=←-]*';
const SAID =
  'yes|yep|yeah|yup|y|x|xx|true|this|that|these|both|me|mine|i have|i do|i am|i.?ve got|have it|have this|' +
  'got it|got this|ja|jo|jep|si|sí|oui|sim|tak|da';
const POINTS = 'this|that|these|one|is|true|it|i|have|here|below';
const TICKS = '[✓✔☑✅☒✗✘✖❌👍🙋←]|\\+{1,3}(?=\\s|$)|!{1,3}\\s*$';
/** Behind a line of the list, or on the line below. */
const YES = new RegExp(`^${MARKS}(?:(?:${SAID})(?![\\p{L}\\p{N}])|${TICKS})`, 'iu');
/** On the line above: nothing but a yes that points down. */
const YES_ALONE = new RegExp(
  `^${MARKS}(?:(?:${SAID})(?![\\p{L}\\p{N}])|${TICKS})(?:${MARKS}(?:${POINTS}))*${MARKS}$`,
  'iu',
);
/** In front of it: a mark or a yes, with an article of the line between. */
const BOX = /(?:^|[\s>*([-])(?:x|✓|✔|☑|✅|☒|✗|✘|✖|yes)[\])]?[\s:*-]*(?:an?\s+)?$/iu;

interface TickedText {
  readonly lines: readonly string[];
  /** The words of the lines. */
  readonly tokens: readonly Placed[];
  readonly known: Known;
}

/**
 * Stop signs ticked in a quote. `isQuote` = the line is quoted or ours. A line of the list that the person
 * copied is not looked at here: it is theirs and is read as what it says.
 */
export function ticksIn(
  { lines, tokens, known }: TickedText,
  isQuote: (line: number) => boolean,
  meter?: Meter,
): readonly RedFlag[] {
  const words = tokens.filter(({ word }) => word !== FIGURE);
  const found = new Set<RedFlag>();
  words.forEach((word, at) => {
    count(meter, 1);
    // The longest wording that stands here: a short one may be the beginning of a longer one, and the words
    // that follow it there are ours ("… on the bone that a fingertip covers").
    const here = (known.items.get(word.word) ?? []).filter(({ words: wording }) =>
      wording.every((expected, k) => words[at + k]?.word === expected),
    );
    if (here.length === 0) return;
    const length = Math.max(0, ...here.map(({ words: wording }) => wording.length));
    const last = words[at + length - 1];
    if (length > 0 && last !== undefined && isQuote(last.line)) {
      if (isTicked(lines, word, last, isQuote))
        for (const { flag, words: wording } of here) if (wording.length === length) found.add(flag);
    }
  });
  return RED_FLAGS.filter((flag) => found.has(flag));
}

/** A yes or a mark behind, before, below or above the words from `first` to `last`. */
function isTicked(
  lines: readonly string[],
  first: Placed,
  last: Placed,
  isQuote: (line: number) => boolean,
): boolean {
  const behind = (lines[last.line] ?? '').slice(last.to, last.to + 80);
  const before = (lines[first.line] ?? '').slice(Math.max(0, first.from - 12), first.from);
  if (YES.test(behind.replace(/^[\s.,;:)]+/, ' ')) || BOX.test(before)) return true;
  const below = nextFilled(lines, last.line + 1);
  const under = below === null || isQuote(below) ? '' : (lines[below] ?? '');
  if (/^[\s.,;:)]*$/.test(behind) && YES.test(under.slice(0, 40))) return true;
  const above = lastFilled(lines, first.line - 1);
  const over = above === null || isQuote(above) ? '' : (lines[above] ?? '');
  return over.length <= MOST_OVER && YES_ALONE.test(over);
}

/** A yes above a line of the list says no more than this. */
const MOST_OVER = 40;
const lastFilled = (lines: readonly string[], from: number): number | null => {
  for (let i = from; i >= 0 && i > from - 3; i--) if (!/^[\s>|]*$/.test(lines[i] ?? '')) return i;
  return null;
};
const nextFilled = (lines: readonly string[], from: number): number | null => {
  for (let i = from; i < lines.length && i < from + 3; i++) if (!/^[\s>|]*$/.test(lines[i] ?? '')) return i;
  return null;
};
