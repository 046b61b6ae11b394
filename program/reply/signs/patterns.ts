/**
 * The stop-sign words made ready for looking up: patterns by their first word, and the words people misspell.
 */

import { count, type Meter } from '../meter.ts';
import { HARMLESS, INNOCENT } from '../words/lists.ts';
import { GROUPS, STOP_SIGNS } from '../words/stop-signs.ts';
import { isSlipOf } from './close-to.ts';
import type { StopSign } from './stop-sign.ts';

type Choices = ReadonlySet<string>;
/** Rows of words; the first is the anchor, the others lie within eight words of it. */
export interface Pattern {
  readonly sign: StopSign;
  readonly rows: readonly (readonly Choices[])[];
  readonly notBefore: Choices;
  readonly notAfter: Choices;
}

const choices = (item: string): Choices =>
  new Set(
    item
      .split('|')
      .flatMap((word) => (word.startsWith('@') ? (GROUPS[word.slice(1)] ?? '').split('|') : [word])),
  );
const setOf = (text: string | undefined): Choices => new Set(text === undefined ? [] : text.split('|'));

const PATTERNS: readonly Pattern[] = STOP_SIGNS.flatMap((sign) =>
  sign.patterns.map((pattern) => ({
    sign,
    rows: pattern.split(' & ').map((row) => row.trim().split(/ +/).map(choices)),
    notBefore: setOf(sign.notBefore),
    notAfter: setOf(sign.notAfter),
  })),
);

const indexed = (): ReadonlyMap<string, readonly Pattern[]> => {
  const index = new Map<string, Pattern[]>();
  for (const pattern of PATTERNS) {
    for (const word of pattern.rows[0]?.[0] ?? []) index.set(word, [...(index.get(word) ?? []), pattern]);
  }
  return index;
};

/** Patterns that begin with a word. */
export const PATTERNS_BY_WORD: ReadonlyMap<string, readonly Pattern[]> = indexed();

const VOCABULARY: Choices = new Set(
  PATTERNS.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((item) => [...item]))),
);
/** True of a word that a pattern of a stop sign uses. */
export const isStopSignWord = (word: string): boolean => VOCABULARY.has(word);

/** Short words worth mending; from five letters on every word of a pattern is. */
const SHORT_WORDS: Choices = new Set([
  'pop',
  'red',
  'hot',
  'numb',
  'bear',
  'foot',
  'pain',
  'woke',
  'walk',
  'bone',
  'calf',
  'cold',
  'blue',
  'pale',
  'limp',
  'knee',
]);
const MENDED: ReadonlyMap<string, readonly string[]> = (() => {
  const byLetter = new Map<string, string[]>();
  for (const word of VOCABULARY) {
    if (!/^[a-z]+$/.test(word) || (word.length < 5 && !SHORT_WORDS.has(word))) continue;
    for (const letter of new Set([word[0] ?? '', word[1] ?? '']))
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  return byLetter;
})();

/** A word and the stop-sign words it may be a slip of. Words that are right as they stand are left alone. */
export function formsOf(
  word: string,
  known: Map<string, readonly string[]>,
  meter?: Meter,
): readonly string[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const mendable =
    word.length >= 3 &&
    word.length <= 24 &&
    !VOCABULARY.has(word) &&
    !INNOCENT.has(word) &&
    !HARMLESS.has(word) &&
    /^[a-z]+$/.test(word);
  const candidates = mendable ? (MENDED.get(word[0] ?? '') ?? []) : [];
  count(meter, 1 + candidates.length);
  const forms = [word, ...candidates.filter((candidate) => isSlipOf(word, candidate))];
  known.set(word, forms);
  return forms;
}
