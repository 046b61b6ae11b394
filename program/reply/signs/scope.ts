/**
 * Whether a stop sign that was found is the person's, now: negation, recovery, other people, other times,
 * talk about our lessons.
 */

import * as W from '../words/negation.ts';
import { isStopSignWord } from './patterns.ts';
import { GAP, type Word } from './sentence.ts';

export type Scope = 'theirs' | 'doubtful' | 'negated' | 'gone' | 'not-theirs';

const REACH = 9;

const text = (words: readonly Word[], at: number): string => words[at]?.text ?? '';
const gap = (words: readonly Word[], at: number): number => words[at]?.gap ?? GAP.sentence;

/**
 * "or" and "nor" show that a comma belongs to a list under one "no"; within a few words after the sign or
 * anywhere before it.
 */
const inListUnderNo = (words: readonly Word[], from: number, anchor: number): boolean => {
  for (let i = from; i < words.length && i <= anchor + 4; i++) {
    if (i > anchor && gap(words, i) >= GAP.line) return false;
    if (text(words, i) === 'or' || text(words, i) === 'nor') return true;
  }
  return false;
};

/** A "no" before the sign that reaches it. In doubt it does not. */
export function negation(words: readonly Word[], anchor: number): 'none' | 'negated' | 'doubtful' {
  let commas = 0;
  for (let i = anchor - 1; i >= 0 && i >= anchor - REACH; i--) {
    const behind = gap(words, i + 1);
    if (behind >= GAP.line) return 'none';
    if (behind === GAP.comma) commas++;
    const word = text(words, i);
    if (W.NEGATORS.has(word)) {
      if (W.NOT_UNDONE.has(text(words, i + 1)) && i + 1 !== anchor) return 'doubtful';
      // "Never had swelling before, but now I do."
      if ([1, 2, 3].some((k) => text(words, anchor + k) === 'before' && gap(words, anchor + k) < GAP.line))
        return 'doubtful';
      // "I can't say it is not swollen", "not sure it isn't".
      for (let k = i - 1; k >= 0 && k >= i - 4 && gap(words, k + 1) < GAP.comma; k--) {
        if (W.NOT_UNDONE.has(text(words, k)) || (W.NEGATORS.has(text(words, k)) && k === i - 1))
          return 'doubtful';
      }
      return commas === 0 || inListUnderNo(words, i, anchor) ? 'negated' : 'doubtful';
    }
    if (W.TURNS.has(word)) return 'none';
    if (!W.WITHIN_REACH.has(word) && !isStopSignWord(word)) return 'none';
  }
  return 'none';
}

/** "swelling: no", "swelling? none." */
const answeredNo = (words: readonly Word[], last: number): boolean =>
  W.NO_ANSWERS.has(text(words, last + 1)) && (last + 2 >= words.length || gap(words, last + 2) >= GAP.comma);

/** "the swelling has gone": not "has not gone", not "gone down". */
export function hasGone(words: readonly Word[], last: number): boolean {
  for (let i = last + 1; i <= last + 6 && i < words.length && gap(words, i) < GAP.line; i++) {
    if (W.GONE.has(text(words, i))) return !W.NOT_GONE.has(text(words, i + 1));
    if (!W.GONE_FILLERS.has(text(words, i))) return false;
  }
  return false;
}

const isOther = (word: string): 'no' | 'person' | 'possessive' => {
  if (W.OTHERS.has(word)) return 'person';
  return word.endsWith('s') && W.OTHERS.has(word.slice(0, -1)) ? 'possessive' : 'no';
};

/** "my wife's chest pain", "my husband has a fever"; not "my wife says my leg is red". */
function isSomebodyElses(words: readonly Word[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i >= first - 6; i--) {
    if (gap(words, i + 1) >= GAP.comma) return false;
    const word = text(words, i);
    if (W.ABOUT_ME.has(word) || W.TURNS.has(word) || word === 'and') return false;
    const other = isOther(word);
    if (other === 'possessive') return first - i <= 4;
    if (other === 'person') return W.OTHERS_HAVE.has(text(words, i + 1)) || i + 1 === first;
  }
  return false;
}

/** The words of the sentence an index lies in. */
const sentenceAround = (words: readonly Word[], at: number): readonly string[] => {
  let from = at;
  while (from > 0 && at - from < 20 && gap(words, from) < GAP.sentence) from--;
  let to = at + 1;
  while (to < words.length && to - at < 20 && gap(words, to) < GAP.sentence) to++;
  return words.slice(from, to).map((word) => word.text);
};

const longPast = (sentence: readonly string[]): boolean =>
  sentence.some(
    (word, i) =>
      (W.YEARS.has(word) &&
        (W.LONG_AGO.has(sentence[i + 1] ?? '') || W.LONG_AGO.has(sentence[i - 1] ?? ''))) ||
      /^(?:19|20)[0-2]\d$/.test(word),
  ) && !sentence.some((word) => W.BACK_AGAIN.has(word));

const aboutALesson = (sentence: readonly string[]): boolean =>
  sentence.some((word) => W.TOPICS.has(word)) && !sentence.some((word) => W.ABOUT_MYSELF.has(word));

const onlyFromEffort = (sentence: readonly string[]): boolean =>
  sentence.some((word) => W.EFFORT.has(word)) && !sentence.some((word) => W.MORE_THAN_EFFORT.has(word));

export interface Found {
  /** Index of the first word of the anchor row, its last, and those of the whole match. */
  readonly anchor: number;
  readonly anchorEnd: number;
  readonly first: number;
  readonly last: number;
  readonly negative: boolean;
  readonly passes: boolean;
  readonly exercise: boolean;
}

/** Reads what stands around a match. */
export function scopeOf(words: readonly Word[], found: Found): Scope {
  const before = found.negative ? 'none' : negation(words, found.anchor);
  if (before === 'negated') return 'negated';
  if (!found.negative && (answeredNo(words, found.anchorEnd) || answeredNo(words, found.last)))
    return 'negated';
  if (found.passes && before === 'none' && (hasGone(words, found.anchorEnd) || hasGone(words, found.last)))
    return 'gone';
  if (isSomebodyElses(words, found.first)) return 'not-theirs';
  const sentence = sentenceAround(words, found.anchor);
  if (longPast(sentence) || aboutALesson(sentence) || (found.exercise && onlyFromEffort(sentence)))
    return 'not-theirs';
  return before === 'doubtful' ? 'doubtful' : 'theirs';
}
