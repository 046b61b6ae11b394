/** Words of a text with what stands between them: enough grammar to tell where a "no" ends. */
import { plain } from '../lines.ts';
import { count, MAX_NEW, type Meter } from '../meter.ts';
import { AUXILIARIES } from '../words/negation.ts';

/** What stands before a word: nothing, a comma or dash, a line end or colon, the end of a sentence. */
export const GAP = { none: 0, comma: 1, line: 2, sentence: 3 } as const;
export interface Word {
  readonly text: string;
  /** The strongest mark between the word before and this one. */
  readonly gap: number;
}

/** Before "able" they make it "unable". */
const NOT_ABLE: ReadonlySet<string> = new Set(['not', 'isnt', 'wasnt', 'arent', 'no', 'never']);
const PIECE = /[\p{L}\p{N}]+(?:[.,]\d+)?|[^\p{L}\p{N}]/gu;
const gapOf = (mark: string): number => {
  if ('.!?'.includes(mark)) return GAP.sentence;
  if ('\n;:'.includes(mark)) return GAP.line;
  return ',()/–—-'.includes(mark) ? GAP.comma : GAP.none;
};

/** The head and the tail of a text too long to be an answer. */
export const bounded = (text: string): string =>
  text.length <= MAX_NEW ? text : `${text.slice(0, MAX_NEW - 3_000)}\n\n${text.slice(-3_000)}`;

/** Lower-case words; apostrophes dropped ("can't" → "cant"), "can not" in one. */
export function wordsOf(text: string, meter?: Meter): readonly Word[] {
  const pieces =
    bounded(plain(text, meter))
      .toLowerCase()
      .replace(/['’`´‘]/g, '')
      .match(PIECE) ?? [];
  const words: Word[] = [];
  let gap: number = GAP.sentence;
  let previous = '';
  for (const piece of pieces) {
    count(meter, 1);
    if (!/^[\p{L}\p{N}]/u.test(piece)) {
      // An empty line is the end of a sentence.
      gap = Math.max(gap, piece === '\n' && previous === '\n' ? GAP.sentence : gapOf(piece));
      previous = piece === ' ' ? previous : piece;
      continue;
    }
    const before = words.at(-1);
    const merged =
      piece === 'not' && gap === GAP.none && before !== undefined ? AUXILIARIES[before.text] : undefined;
    if (merged !== undefined && before !== undefined)
      words[words.length - 1] = { text: merged, gap: before.gap };
    else if (piece === 'able' && before !== undefined && NOT_ABLE.has(before.text))
      words[words.length - 1] = { text: 'unable', gap: before.gap };
    else if (piece === 'cannot') words.push({ text: 'cant', gap });
    else words.push({ text: piece, gap });
    gap = GAP.none;
    previous = '';
  }
  return words;
}
