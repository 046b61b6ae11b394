/**
 * Stop signs in German, Spanish, French, Dutch, Italian, Portuguese, Polish and Swedish: rows of stems that
 * stand together in one sentence. What they find is asked about or stops, it never reassures; words under a
 * "no" are left to be asked about as words that nobody read.
 */
import { RED_FLAGS, type RedFlag } from '../../answers/intake.ts';
import { plain } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { unaccented } from '../unread/unread.ts';
import { HARMLESS, WORLD_SIGNS } from '../words/lists.ts';
import { isStopSignWord } from './patterns.ts';
import { bounded } from './sentence.ts';

interface Row {
  readonly flag: RedFlag;
  readonly groups: number;
  /** The "no" is part of the sign ("cannot stand on it"). */
  readonly negative: boolean;
  readonly not: ReadonlySet<string>;
}
interface Hit {
  readonly row: Row;
  readonly group: number;
}

/** Stems of up to this many letters are whole words. */
const WHOLE = 3;
/** Words of one sign stand at most this far apart. */
const SPAN = 14;
/** Of a long sentence so many words are looked at together. */
const WINDOW = 40;
/** A "no" reaches so many words ahead, and so many back ("Schwellung keine"). */
const AHEAD = 4;
const BACK = 2;

const isFlag = (word: string): word is RedFlag => RED_FLAGS.some((flag) => flag === word);

/** Every stem with its rows: `flag: stems & stems`; `flag!:` when its "no" belongs to the sign. */
const BY_STEM: ReadonlyMap<string, readonly Hit[]> = (() => {
  const found = new Map<string, Hit[]>();
  for (const { not, rows } of Object.values(WORLD_SIGNS)) {
    const no = new Set(not.split(' '));
    for (const line of rows) {
      const [name = '', words = ''] = line.split(': ');
      const flag = name.replace('!', '');
      if (!isFlag(flag)) throw new TypeError(`lists.json: "${flag}" is no stop sign`);
      const groups = words.split(' & ');
      const row: Row = { flag, groups: groups.length, negative: name.endsWith('!'), not: no };
      groups.forEach((group, at) => {
        for (const stem of group.split(' '))
          found.set(stem, [...(found.get(stem) ?? []), { row, group: at }]);
      });
    }
  }
  return found;
})();
const LONGEST = Math.max(...[...BY_STEM.keys()].map((stem) => stem.length));

function hitsOf(word: string): readonly Hit[] {
  const hits = [...(BY_STEM.get(word) ?? [])];
  for (let end = WHOLE + 1; end < word.length && end <= LONGEST; end++)
    hits.push(...(BY_STEM.get(word.slice(0, end)) ?? []));
  return hits;
}

/** An English word proves no other language: "been" is a leg in Dutch. */
const isEnglish = (word: string): boolean => HARMLESS.has(word) || isStopSignWord(word);

const isNegated = (words: readonly string[], { not }: Row, first: number, last: number): boolean =>
  words.slice(Math.max(0, first - AHEAD), last + BACK + 1).some((word) => not.has(word));

/** The signs of one sentence; `words` = its words, '' for a comma. */
function signsIn(words: readonly string[], meter: Meter | undefined): readonly RedFlag[] {
  const places = new Map<Row, number[][]>();
  words.forEach((word, at) => {
    const hits = hitsOf(word);
    count(meter, 1 + hits.length);
    for (const { row, group } of hits) {
      const groups = places.get(row) ?? Array.from({ length: row.groups }, (): number[] => []);
      groups[group]?.push(at);
      places.set(row, groups);
    }
  });
  return [...places].flatMap(([row, groups]) => (stands(words, row, groups, meter) ? [row.flag] : []));
}

/** One place of every group, near each other, one of them no English word, and no "no" before them. */
function stands(
  words: readonly string[],
  row: Row,
  groups: readonly (readonly number[])[],
  meter: Meter | undefined,
): boolean {
  const [anchors = [], ...others] = groups;
  return anchors.some((anchor) => {
    const near = others.map((places) => places.find((at) => at !== anchor && Math.abs(at - anchor) <= SPAN));
    count(meter, 1 + others.length);
    const found = [anchor, ...near.filter((at) => at !== undefined)];
    if (found.length < row.groups || found.every((at) => isEnglish(words[at] ?? ''))) return false;
    return row.negative || !isNegated(clauseOf(words, anchor), row, ...within(words, anchor));
  });
}

/** The clause an anchor stands in, and where in it the anchor is. */
const clauseStart = (words: readonly string[], at: number): number => words.lastIndexOf('', at) + 1;
const clauseOf = (words: readonly string[], at: number): readonly string[] => {
  const end = words.indexOf('', at);
  return words.slice(clauseStart(words, at), end < 0 ? words.length : end);
};
const within = (words: readonly string[], at: number): readonly [number, number] => {
  const place = at - clauseStart(words, at);
  return [place, place];
};

/** The stop signs a text names in one of the eight languages. Never throws; linear. */
export function worldSigns(text: string, meter?: Meter): readonly RedFlag[] {
  const found = new Set<RedFlag>();
  for (const sentence of unaccented(bounded(plain(text, meter))).split(/[.!?;:\n]+/)) {
    const all = (sentence.replace(/['’`´‘]/g, ' ').match(/\p{L}+|,/gu) ?? []).map((word) =>
      word === ',' ? '' : word,
    );
    for (let from = 0; from === 0 || from + SPAN < all.length; from += WINDOW - SPAN)
      for (const flag of signsIn(all.slice(from, from + WINDOW), meter)) found.add(flag);
  }
  return RED_FLAGS.filter((flag) => found.has(flag));
}
