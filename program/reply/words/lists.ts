/**
 * The long lists of words, kept as data in lists.json (it lies beside a bundle, as the curriculum does).
 * Lines of words without accents, lower case:
 * - `harmless`: courtesy, praise, weather, a busy week, training that went its way, by language; a clause is
 *   harmless when all its words stand in the
 *   list of one language (docs/clinical-rules.md §12 A4). Never in it: the body, sensation, size, colour,
 * temperature, negations, mishaps.
 * - `body`: those words, as stems, by language; a stem of up to three letters must be the whole word.
 * - `foreignSmall`: small words of those languages; `notBody`: words that only begin like a stem.
 * - `innocent`: everyday words that lie a letter or two from a stop-sign word and are no slip of the pen.
 * - `signs`: stop signs in other languages as rows of stems (signs/world.ts), and the words of each for "no".
 */
import lists from './lists.json' with { type: 'json' };

const setOf = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

export const HARMLESS: ReadonlySet<string> = setOf(lists.harmless.en);
/** One list a language, English among them. */
export const HARMLESS_BY_LANGUAGE: readonly ReadonlySet<string>[] = Object.values(lists.harmless).map(setOf);
export const BODY_STEMS: ReadonlySet<string> = setOf(Object.values(lists.body).flat());
export const FOREIGN_SMALL: ReadonlySet<string> = setOf(lists.foreignSmall);
export const NOT_BODY: ReadonlySet<string> = setOf(lists.notBody);
export const INNOCENT: ReadonlySet<string> = setOf(lists.innocent);
export const WORLD_SIGNS: Readonly<
  Record<string, { readonly not: string; readonly rows: readonly string[] }>
> = lists.signs;
