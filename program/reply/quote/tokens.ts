/**
 * A text as a sequence of words, so that wrapping, marks, quote signs, links and figures make no difference.
 */

export interface Token {
  /**
   * Lower case, no accents or apostrophes; `#` for figures, weekdays and months, which differ from mail to
   * mail.
   */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}
export const FIGURE = '#';

const PIECE = /\p{L}+(?:['’`]\p{L}+)*|\p{N}+/gu;
/**
 * Links and addresses, whatever a mail program wraps them in; entities left over from HTML. Blanked, so that
 * places in the line stay.
 */
const NO_WORDS =
  /(?:https?:|mailto:|www\.)[^\s<>)\]]*|[^\s<>@:,;]{1,64}@[^\s<>,;:)\]]{1,200}|\[(?:image|cid):[^\]]{0,200}\]|&#?\w{2,8};/gi;
const DATES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

const PLAIN = /^[a-z]+$/;
const normal = (piece: string): string => {
  // Most words are plain: nothing has to be folded in them.
  if (PLAIN.test(piece)) return DATES.has(piece) ? FIGURE : piece;
  const word = piece
    .toLowerCase()
    .replace(/['’`]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return /^\p{N}/u.test(word) || DATES.has(word) ? FIGURE : word;
};

/** The words of one line with their places in it. Single letters are no words ("x", list marks). Linear. */
export function tokensOf(line: string): readonly Token[] {
  const bare = /[:@&[]|www/i.test(line) ? line.replace(NO_WORDS, (hit) => ' '.repeat(hit.length)) : line;
  const tokens: Token[] = [];
  for (const match of bare.matchAll(PIECE)) {
    const word = normal(match[0]);
    if (word.length === 1 && word !== FIGURE) continue;
    tokens.push({ word, from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}

/** A word or figure with the line it stands in. */
export interface Placed extends Token {
  readonly line: number;
}
/** All words and figures of a text, each with its line. Linear. */
export const placedIn = (lines: readonly string[]): readonly Placed[] =>
  lines.flatMap((text, line) =>
    tokensOf(text).map(({ word, from, to }): Placed => ({ word, from, to, line })),
  );

/** Words only, figures left out. */
export const wordsOnly = (text: string): readonly string[] =>
  tokensOf(text).flatMap(({ word }) => (word === FIGURE ? [] : [word]));
