/**
 * Stop signs in words (docs/architecture.md §9.6). A flag that is missed may harm, one too many costs a visit
 * to a page: when in doubt it IS a flag. It never reassures: no flags means only that no stop-sign words were
 * found.
 */
import { RED_FLAGS, type RedFlag } from '../answers/intake.ts';
import { count, MAX_NEW, type Meter } from './meter.ts';
import { formsOf, PATTERNS_BY_WORD, type Pattern } from './signs/patterns.ts';
import { scopeOf } from './signs/scope.ts';
import { GAP, type Word, wordsOf } from './signs/sentence.ts';
import { worldSigns } from './signs/world.ts';

export interface RedFlagReading {
  /** In the order of `RED_FLAGS`; any of them goes to safety. */
  readonly flags: readonly RedFlag[];
  /**
   * False when a flag rests on a misspelling or an unclear "no"; or when, with no flag, such words were there
   * but about somebody else, another time, plain effort, or behind the part of a very long text that is read.
   * Words under a clear "no" leave it true.
   */
  readonly certain: boolean;
}

/** Between neighbours of a row at most two other words; between rows at most eight. */
const NEAR = 3;
const SPAN = 9;

interface Slot {
  readonly word: Word;
  readonly forms: readonly string[];
}

interface Row {
  readonly first: number;
  readonly last: number;
  readonly exact: boolean;
}

/** A row of choices found from this word on, or null. Bounded: few items, three places each. */
function rowAt(slots: readonly Slot[], row: Pattern['rows'][number], at: number, item = 0): Row | null {
  const slot = slots[at];
  const wanted = row[item];
  if (slot === undefined || wanted === undefined) return null;
  const form = slot.forms.find((candidate) => wanted.has(candidate));
  if (form === undefined) return null;
  const exact = form === slot.word.text;
  if (item === row.length - 1) return { first: at, last: at, exact };
  for (let next = at + 1; next <= at + NEAR && next < slots.length; next++) {
    if ((slots[next]?.word.gap ?? GAP.sentence) === GAP.sentence) return null;
    const rest = rowAt(slots, row, next, item + 1);
    if (rest !== null) return { first: at, last: rest.last, exact: exact && rest.exact };
  }
  return null;
}

/** A further row near the anchor, in the same sentence, on other words. */
function rowNear(
  slots: readonly Slot[],
  row: Pattern['rows'][number],
  anchor: Row,
  meter: Meter | undefined,
): Row | null {
  for (let at = anchor.last + 1; at <= anchor.last + SPAN && at < slots.length; at++) {
    if ((slots[at]?.word.gap ?? GAP.sentence) === GAP.sentence) break;
    count(meter, 1);
    const found = rowAt(slots, row, at);
    if (found !== null) return found;
  }
  for (let at = anchor.first; at > anchor.first - SPAN && at > 0; at--) {
    if ((slots[at]?.word.gap ?? GAP.sentence) === GAP.sentence) break;
    count(meter, 1);
    const found = rowAt(slots, row, at - 1);
    if (found !== null && found.last < anchor.first) return found;
  }
  // A word inside the anchor row ("chest" in "pain in chest now") may serve as well.
  for (let at = anchor.first + 1; at < anchor.last; at++) {
    const found = rowAt(slots, row, at);
    if (found !== null && found.last < anchor.last) return found;
  }
  return null;
}

const otherMeaning = (slots: readonly Slot[], { notBefore, notAfter }: Pattern, at: number): boolean => {
  const next = slots[at + 1]?.word;
  if (next !== undefined && next.gap === GAP.none && notBefore.has(next.text)) return true;
  if (notAfter.size === 0) return false;
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    if ((slots[i + 1]?.word.gap ?? GAP.sentence) >= GAP.comma) return false;
    if (notAfter.has(slots[i]?.word.text ?? '')) return true;
  }
  return false;
};

type Outcome = 'none' | 'negated' | 'set-aside' | 'unsure' | 'sure';

interface Read {
  readonly slots: readonly Slot[];
  readonly words: readonly Word[];
  readonly meter: Meter | undefined;
}
function tryPattern({ slots, words, meter }: Read, pattern: Pattern, at: number): Outcome {
  const [first, ...others] = pattern.rows;
  const anchor = first === undefined ? null : rowAt(slots, first, at);
  count(meter, 1);
  if (anchor === null || otherMeaning(slots, pattern, at)) return 'none';
  const rows = [anchor];
  for (const row of others) {
    const found = rowNear(slots, row, anchor, meter);
    if (found === null) return 'none';
    rows.push(found);
  }
  const scope = scopeOf(words, {
    anchor: anchor.first,
    anchorEnd: anchor.last,
    first: Math.min(...rows.map((row) => row.first)),
    last: Math.max(...rows.map((row) => row.last)),
    negative: pattern.sign.negative === true,
    passes: pattern.sign.passes === true,
    exercise: pattern.sign.exercise === true,
  });
  if (scope === 'negated' || scope === 'gone') return 'negated';
  if (scope === 'not-theirs') return 'set-aside';
  return scope === 'theirs' && rows.every((row) => row.exact) ? 'sure' : 'unsure';
}

/**
 * The stop signs a text names. Never throws; linear; the head and the tail of a text over `MAX_NEW`
 * characters are read.
 */
export function readRedFlags(text: string, meter?: Meter): RedFlagReading {
  const words = wordsOf(text, meter);
  const known = new Map<string, readonly string[]>();
  const slots = words.map((word) => ({ word, forms: formsOf(word.text, known, meter) }));
  const read: Read = { slots, words, meter };
  const found = new Map<RedFlag, boolean>();
  let setAside = text.length > MAX_NEW;
  slots.forEach((slot, at) => {
    count(meter, 1);
    for (const form of slot.forms) {
      for (const pattern of PATTERNS_BY_WORD.get(form) ?? []) {
        const outcome = tryPattern(read, pattern, at);
        if (outcome === 'set-aside') setAside = true;
        if (outcome === 'sure' || outcome === 'unsure')
          found.set(pattern.sign.flag, outcome === 'sure' || found.get(pattern.sign.flag) === true);
      }
    }
  });
  for (const flag of worldSigns(text, meter)) if (!found.has(flag)) found.set(flag, false);
  const flags = RED_FLAGS.filter((flag) => found.has(flag));
  return { flags, certain: flags.length === 0 ? !setAside : flags.every((flag) => found.get(flag) === true) };
}
