/**
 * Lines of the stop list that a person ticked where they stand in the quote: a yes, an x or a mark at the end
 * of the line, before it, or right below.
 */
import { RED_FLAGS, type RedFlag } from '../../answers/intake.ts';
import { count, type Meter } from '../meter.ts';
import type { Known } from './known.ts';
import { FIGURE, tokensOf } from './tokens.ts';

const YES =
  /^[\s.:;,<>()[\]*_=←-]*(?:(?:yes|yep|yeah|yup|y|x|xx|true|this|that|me|mine|ja|jo|jep|si|sí|oui|sim|tak|da)(?![\p{L}\p{N}])|[✓✔☑✅☒✗✘✖❌👍🙋←]|\+{1,3}(?=\s|$)|!{1,3}\s*$)/iu;
const BOX = /(?:^|[\s>*([-])(?:x|✓|✔|☑|✅|☒|✗|✘|✖|yes)[\])]?[\s:*-]*$/iu;

/**
 * Stop signs ticked in a quote. `isQuote` = the line is quoted or ours. A line of the list that the person
 * copied is not looked at here: it is theirs and is read as what it says.
 */
export function ticksIn(
  lines: readonly string[],
  known: Known,
  isQuote: (line: number) => boolean,
  meter?: Meter,
): readonly RedFlag[] {
  const words = lines.flatMap((text, line) =>
    tokensOf(text).flatMap((token) => (token.word === FIGURE ? [] : [{ ...token, line }])),
  );
  const items = new Map<string, Known['items'][number][]>();
  for (const item of known.items)
    items.set(item.words[0] ?? '', [...(items.get(item.words[0] ?? '') ?? []), item]);
  const found = new Set<RedFlag>();
  words.forEach((word, at) => {
    count(meter, 1);
    // The longest wording that stands here: a short one may be the beginning of a longer one, and the words
    // that follow it there are ours ("… on the bone that a fingertip covers").
    const item = (items.get(word.word) ?? [])
      .filter(({ words: wording }) => wording.every((expected, k) => words[at + k]?.word === expected))
      .reduce<Known['items'][number] | null>(
        (longest, one) => (longest === null || one.words.length > longest.words.length ? one : longest),
        null,
      );
    const last = item === null ? undefined : words[at + item.words.length - 1];
    if (item !== null && last !== undefined && isQuote(last.line)) {
      const behind = (lines[last.line] ?? '').slice(last.to, last.to + 80);
      const before = (lines[word.line] ?? '').slice(Math.max(0, word.from - 12), word.from);
      const below = nextFilled(lines, last.line + 1);
      const under =
        below !== null && !isQuote(below) && /^[\s.,;:)]*$/.test(behind) ? (lines[below] ?? '') : '';
      if (YES.test(behind.replace(/^[\s.,;:)]+/, ' ')) || BOX.test(before) || YES.test(under.slice(0, 40)))
        found.add(item.flag);
    }
  });
  return RED_FLAGS.filter((flag) => found.has(flag));
}

const nextFilled = (lines: readonly string[], from: number): number | null => {
  for (let i = from; i < lines.length && i < from + 3; i++) if (!/^[\s>|]*$/.test(lines[i] ?? '')) return i;
  return null;
};
