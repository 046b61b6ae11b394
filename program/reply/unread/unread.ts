/**
 * Words the reader does not know to be harmless (docs/clinical-rules.md §12 A4). A text is judged clause by
 * clause after its answers have been taken
 * out; one clause that is not known makes the whole text one that may not progress. It never reassures: null
 * means only that nothing was left.
 */
import { count, type Meter } from '../meter.ts';
import { HARMLESS_PHRASES, NOT_HARMLESS } from '../words/harmless.ts';
import { BODY_STEMS, FOREIGN_SMALL, HARMLESS, HARMLESS_BY_LANGUAGE, NOT_BODY } from '../words/lists.ts';

export interface Unread {
  /**
   * The clauses as typed, joined by "; ", at most `MOST_QUOTED` characters: for asking about, never for
   * deciding.
   */
  readonly words: string;
  /**
   * One key a clause, equal for equal words whatever their case, marks and accents. What was cleared once is
   * kept as these keys alone.
   */
  readonly keys: readonly string[];
  /**
   * A word of the body, of sensation, size, colour or temperature stands in it, a negation, or a figure
   * nobody read; or no language is known.
   */
  readonly bodily: boolean;
}

export const MOST_QUOTED = 200;
/** More clauses than this are one text that is not known. */
export const MOST_CLAUSES = 60;
export const CLAUSE = /[,;\n!?()[\]"“”„:•]|\.(?=\s|$)|…|\s[-–—]+\s|\p{Extended_Pictographic}|\ufe0f/u;

/** Letters without their accents, lower case; figures stay. */
export const unaccented = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

const wordsIn = (clause: string): readonly string[] =>
  unaccented(clause)
    .replace(/['’`´‘]/g, '')
    .match(/[\p{L}]+|\p{N}+/gu) ?? [];

/**
 * FNV-1a over 53 bits in two lanes, base 36: equal words, equal keys. No secret is hidden by it; it only
 * saves keeping the words.
 */
export function clauseKey(clause: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const char of wordsIn(clause).join(' ')) {
    const code = char.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 31), 0x5bd1e995);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** Stems of up to this many letters must be the whole word. */
const SHORT = 3;
const STEMS: ReadonlySet<string> = new Set([...BODY_STEMS].map(unaccented));
const LONGEST = Math.max(...[...STEMS].map((stem) => stem.length));
const hasStem = (word: string): boolean => {
  if (STEMS.has(word)) return true;
  for (let end = SHORT + 1; end < word.length && end <= LONGEST; end++)
    if (STEMS.has(word.slice(0, end))) return true;
  return false;
};

/**
 * A word that is never harmless outside an answer. Words of the harmless list are not asked: "painting"
 * begins like "pain".
 */
export const isBodily = (word: string): boolean =>
  /^\p{N}/u.test(word) || (!HARMLESS.has(word) && !NOT_BODY.has(word) && hasStem(word));

const isKnown = (words: readonly string[]): boolean =>
  HARMLESS_BY_LANGUAGE.some((world) => words.every((word) => world.has(word)));

const isForeign = (words: readonly string[]): boolean =>
  words.some((word) => /[^\p{Script=Latin}\p{N}]/u.test(word)) ||
  words.filter((word) => FOREIGN_SMALL.has(word) && !HARMLESS.has(word)).length >= 2;

const withoutPhrases = (clause: string): string => {
  const flat = clause
    .toLowerCase()
    .replace(/['’`´‘]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return HARMLESS_PHRASES.reduce((rest, phrase) => rest.replace(phrase, ' '), flat);
};

/** A person or a place after a small word ("with Tom", "in London"). */
const NAMED =
  /\b(?:with|from|in|at|near|round|around|to|by|and|for|dear|hi|hello|regards,?|cheers,?|thanks,?) ((?:\p{Lu}[\p{L}’'-]{1,20} ?){1,3})(?![\p{L}])/giu;
const CAPITAL = /^(?:\p{Lu}[\p{L}’'-]{1,20} ?){1,3}$/u;
const NAME_ALONE = /^\s*\p{Lu}[\p{L}’'.-]{0,20}(?: \p{Lu}[\p{L}’'.-]{0,20}){0,2}\s*$/u;

/**
 * Words that name people and places in a text as it was typed: behind a small word, or alone in a clause that
 * is not the first.
 */
function namesIn(typed: string): ReadonlySet<string> {
  const found = [...typed.matchAll(NAMED)]
    .map((match) => (match[1] ?? '').trim())
    .filter((name) => CAPITAL.test(name));
  const alone = typed.split(CLAUSE, MOST_CLAUSES).filter((clause, at) => at > 0 && NAME_ALONE.test(clause));
  return new Set(
    [...found, ...alone]
      .map(wordsIn)
      .filter((name) => !name.some(isBodily))
      .flat(),
  );
}

const clip = (text: string): string => {
  if (text.length <= MOST_QUOTED) return text;
  const cut = text.slice(0, MOST_QUOTED - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_QUOTED / 2))}…`;
};

/** A word as it was typed: what it is without case and accents, and where it stands. */
interface TypedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}
const typedWords = (typed: string): readonly TypedWord[] =>
  [...typed.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => ({
    word: wordsIn(match[0])[0] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
/** No more words of a clause than this are looked for: more are never quoted. */
const MOST_WORDS = MOST_QUOTED / 2;

/** The clause as it was typed, capitals and accents included, where it can be found again. */
function asTyped(
  clause: string,
  typed: string,
  words: readonly TypedWord[],
  meter: Meter | undefined,
): string {
  const wanted = wordsIn(clause).slice(0, MOST_WORDS);
  for (let at = 0; at + wanted.length <= words.length; at++) {
    count(meter, 1);
    const isHere = wanted.every((word, i) => {
      count(meter, 1);
      return words[at + i]?.word === word;
    });
    if (!isHere) continue;
    const last = words[at + wanted.length - 1];
    return typed.slice(words[at]?.from ?? 0, last?.to ?? 0).replace(/\s+/g, ' ');
  }
  return clause.replace(/\s+/g, ' ').trim();
}

export interface Judged {
  /** The text as typed, with its capitals: names are told by them, and it is what gets quoted. */
  readonly typed: string;
  /** Keys of clauses that were cleared before. */
  readonly cleared: ReadonlySet<string>;
}

/**
 * What of `left`, a text from which its answers were taken, is not known to be harmless and was not cleared
 * before; or null. Linear.
 */
export function unreadIn(left: string, { typed, cleared }: Judged, meter?: Meter): Unread | null {
  const clauses = left.split(CLAUSE, MOST_CLAUSES + 1);
  const names = namesIn(typed);
  const unread: string[] = [];
  let bodily = clauses.length > MOST_CLAUSES;
  for (const clause of clauses) {
    count(meter, clause.length);
    const flat = withoutPhrases(clause);
    const words = wordsIn(flat).filter((word) => !names.has(word));
    if (words.length === 0 || (isKnown(words) && !NOT_HARMLESS.some((phrase) => phrase.test(flat)))) continue;
    if (cleared.has(clauseKey(clause))) continue;
    unread.push(clause);
    if (words.some(isBodily) || isForeign(words)) bodily = true;
  }
  if (unread.length === 0 && !bodily) return null;
  const told = unread.length === 0 ? [left] : unread;
  const words = typedWords(typed);
  return {
    words: clip(told.map((clause) => asTyped(clause, typed, words, meter)).join('; ')),
    keys: told.map(clauseKey),
    bodily,
  };
}
