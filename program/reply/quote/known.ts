/**
 * What our mails can say, as the build knows it: every row of three neighbouring words, in a set that may err
 * on the side of "known" about once in ten million rows.
 */
import * as z from 'zod';
import { RED_FLAGS, type RedFlag } from '../../answers/intake.ts';
import { FIGURE, tokensOf, wordsOnly } from './tokens.ts';

/** What the build writes (dist/known-words.json). */
export const knownWords = z.strictObject({
  /** Bits of a Bloom filter, base64. */
  bits: z.base64(),
  hashes: z.int().min(1).max(16),
  /** Every wording of the stop list: it stays the person's where it stands alone. */
  items: z.array(z.tuple([z.enum(RED_FLAGS), z.string()])),
});
export type KnownWords = z.infer<typeof knownWords>;

/** One wording of the stop list. */
interface ListItem {
  readonly flag: RedFlag;
  readonly words: readonly string[];
}
export interface Known {
  readonly has: (key: string) => boolean;
  /** Wordings of the stop list by their first word. */
  readonly items: ReadonlyMap<string, readonly ListItem[]>;
}

/** Row of words, whole short line, a figure before two words, a figure behind two words. */
export const rowKey = (a: string, b: string, c: string): string => `${a} ${b} ${c}`;
export const lineKey = (line: string): string =>
  `=${tokensOf(line)
    .map(({ word }) => word)
    .join(' ')}`;
export const figureBefore = (a: string, b: string): string => `<${a} ${b}`;
export const figureBehind = (a: string, b: string): string => `>${a} ${b}`;
/** A line of up to this many words is known as a whole line. */
export const SHORT_LINE = 4;

/** All keys of a text of ours, lines and all. */
export function keysOf(text: string): readonly string[] {
  const keys: string[] = [];
  const tokens = text.split('\n').flatMap((line) => {
    const found = tokensOf(line);
    if (found.length > 0 && found.length <= SHORT_LINE) keys.push(lineKey(line));
    return found;
  });
  const words = tokens.filter(({ word }) => word !== FIGURE).map(({ word }) => word);
  for (let i = 2; i < words.length; i++)
    keys.push(rowKey(words[i - 2] ?? '', words[i - 1] ?? '', words[i] ?? ''));
  let seen = 0;
  for (const [i, { word }] of tokens.entries()) {
    if (word !== FIGURE) {
      seen++;
      continue;
    }
    if (words[seen] !== undefined) keys.push(figureBefore(words[seen] ?? '', words[seen + 1] ?? ''));
    if (seen > 0 && tokens[i - 1]?.word !== FIGURE)
      keys.push(figureBehind(words[seen - 2] ?? '', words[seen - 1] ?? ''));
  }
  return keys;
}

interface Hash {
  readonly start: number;
  readonly step: number;
}
const hashOf = (key: string): Hash => {
  let a = 0x811c9dc5;
  let b = 0x9e3779b1;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + (b >>> 13);
  }
  return { start: a >>> 0, step: (b | 1) >>> 0 };
};
const placesOf = (key: string, hashes: number, bits: number): readonly number[] => {
  const { start, step } = hashOf(key);
  return Array.from({ length: hashes }, (_, i) => (start + i * step) % bits);
};

/** A row that is none of ours passes for one about once in ten million: one alone joins two runs. */
const BITS_PER_KEY = 32;
const HASHES = 16;

/** For the build: the filter over the keys of all texts, and the wordings of the stop list. */
export function knownWordsOf(texts: readonly string[], items: KnownWords['items']): KnownWords {
  const keys = new Set(texts.flatMap(keysOf));
  const bytes = new Uint8Array(Math.max(1, Math.ceil((keys.size * BITS_PER_KEY) / 8)));
  for (const key of keys)
    for (const at of placesOf(key, HASHES, bytes.length * 8))
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  return {
    bits: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    hashes: HASHES,
    items,
  };
}

/** Ready for asking. */
export function knownOf({ bits, hashes, items }: KnownWords): Known {
  const bytes = Uint8Array.from(atob(bits), (char) => char.charCodeAt(0));
  const byFirst = new Map<string, ListItem[]>();
  for (const [flag, text] of items) {
    const words = wordsOnly(text);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { flag, words }]);
  }
  return {
    has: (key) => {
      const { start, step } = hashOf(key);
      for (let i = 0; i < hashes; i++) {
        const at = (start + i * step) % (bytes.length * 8);
        if ((((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 0) return false;
      }
      return true;
    },
    items: byFirst,
  };
}

/**
 * The same with what only this mail said: a name, typed words, the operator's address, or the whole mail that
 * is answered.
 */
export function knownWith(known: Known | null, more: readonly string[]): Known {
  const keys = new Set(more.flatMap(keysOf));
  return { has: (key) => keys.has(key) || (known?.has(key) ?? false), items: known?.items ?? new Map() };
}
