/**
 * Words that may be the person's even though our mails print them: answer lines, and lines of the stop list.
 * Told by their words, so that where a mail program wraps an answer makes no difference.
 */
import type { Known } from './known.ts';
import { FIGURE, type Placed, placedIn, tokensOf } from './tokens.ts';

/** What is said of a week, one thing after the other; `#` = a figure, in digits or as a word. */
const ANSWER_ITEMS = [
  '# ok',
  'average #',
  'pain #',
  'worst #',
  'did # of #',
  'did #',
  'did not run',
  'ran # min',
  'ran # minutes',
  'fine next morning',
  'no painkillers',
  'no painkiller',
  'no stop signs',
  'tests ok',
  'test ok',
  '# calm runs',
  '# calm run',
  'stiff # min in the mornings',
  'mornings no stiffer',
  'raises # sore # other',
].map((item) => item.split(' '));
/** By their first word; the longest first. */
const BY_FIRST: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  ANSWER_ITEMS.map(([first = '']) => [
    first,
    ANSWER_ITEMS.filter((item) => item[0] === first).sort((a, b) => b.length - a.length),
  ]),
);
const FIGURES: ReadonlySet<string> = new Set(
  'zero one two three four five six seven eight nine ten'.split(' '),
);
/** So many in a row are an answer; one alone may stand in any sentence. */
const MOST_ALONE = 1;

const fits = (expected: string, word: string | undefined): boolean =>
  word === expected || (expected === FIGURE && word !== undefined && FIGURES.has(word));

/** How many words an item has that begins at this one; 0 = none does. A figure alone opens an answer. */
function itemAt(tokens: readonly Placed[], at: number, isFirst: boolean): number {
  const typed = tokens[at]?.word ?? '';
  const first = fits(FIGURE, typed) ? FIGURE : typed;
  const item = BY_FIRST.get(first)?.find((words) =>
    words.every((word, k) => fits(word, tokens[at + k]?.word)),
  );
  if (item !== undefined) return item.length;
  const opens = isFirst && tokens[at - 1]?.line !== tokens[at]?.line;
  return opens && first === FIGURE ? 1 : 0;
}

/** A line that holds the end of the long answer or the short one, however it was changed. */
const PRINTED = /\bno stop signs\b|^\W*\d{1,2} ?ok\W*$|^\W*stop signs, tests ok\W*$/i;

/** The items of every answer, each as its words and figures. Linear. */
function answersIn(tokens: readonly Placed[]): readonly (readonly (readonly Placed[])[])[] {
  const answers: (readonly (readonly Placed[])[])[] = [];
  for (let at = 0; at < tokens.length; ) {
    const items: (readonly Placed[])[] = [];
    let end = at;
    for (let many = itemAt(tokens, at, true); many > 0; many = itemAt(tokens, end, false)) {
      items.push(tokens.slice(end, end + many));
      end += many;
    }
    if (items.length > MOST_ALONE) answers.push(items);
    at = Math.max(end, at + 1);
  }
  return answers;
}

/** The words and figures of answer lines, as we print them or changed, whole or in part. Linear. */
export function answerWords(tokens: readonly Placed[], lines: readonly string[]): ReadonlySet<Placed> {
  const printed = lines.map((line) => PRINTED.test(line.slice(0, 300)));
  return new Set([...tokens.filter(({ line }) => printed[line] === true), ...answersIn(tokens).flat(2)]);
}

/** The text with every item of an answer on one line again, where a mail program ended it early. Linear. */
export function withWholeItems(text: string): string {
  const lines = text.split('\n');
  const broken = new Set<number>();
  for (const item of answersIn(placedIn(lines)).flat())
    for (let line = item[0]?.line ?? 0; line < (item.at(-1)?.line ?? 0); line++) broken.add(line);
  return lines
    .map((line, at) => `${line}${at === lines.length - 1 ? '' : broken.has(at) ? ' ' : '\n'}`)
    .join('');
}

/** Which words are of a line of the stop list. */
export function listWords(words: readonly Placed[], { items }: Known): readonly boolean[] {
  const found = words.map(() => false);
  words.forEach(({ word }, at) => {
    for (const { words: item } of items.get(word) ?? [])
      if (item.every((expected, k) => words[at + k]?.word === expected))
        for (let k = 0; k < item.length; k++) found[at + k] = true;
  });
  return found;
}

/** What a mail program or a hand may put around a line of the list, and no word. */
const AROUND = /[^\p{L}\p{N}\s.,;:()'’"“”*•·>|–—-]/u;
/** Is a text one line of the stop list as we print it, and nothing else? Linear. */
export function isListLine(text: string, known: Known | null): boolean {
  const words = tokensOf(text.replace(/\s+/g, ' ')).map(({ word }) => word);
  const items = known?.items.get(words[0] ?? '') ?? [];
  return (
    !AROUND.test(text) &&
    !/(?:^|\s)[xy](?:\s|$)/i.test(text) &&
    items.some((item) => item.words.length === words.length && item.words.every((w, at) => w === words[at]))
  );
}
