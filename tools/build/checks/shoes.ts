/** Checks of the shoe check's words and numbers (docs/clinical-rules.md §5.6). */
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Path, Report, Source } from '../curriculum/files.ts';

/** The names in braces of a text. */
export const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w*)\}/g)].map((m) => m[1] ?? '');

/** What the shoe check may fill in: `size` is made of `halfSizes`, the rest are the rules' own numbers. */
export function checkShoes(
  curriculum: Curriculum,
  files: { readonly shoes: Source; readonly shoeWords: Source },
  report: Report,
): void {
  const { fit, wear, drop } = curriculum.shoes;
  const { shoes, shoeWords } = files;
  for (const [key, text] of Object.entries(curriculum.shoeWords.rules))
    for (const field of ['short', 'long', 'why'] as const)
      for (const name of placeholders(text[field]).filter((n) => !text.params.includes(n)))
        report(shoeWords, ['rules', key, field], {
          expected: `one of the parameters ${text.params.join(', ') || '(none)'}`,
          found: `{${name}}`,
          remedy: 'correct the name, or list it in `params`',
        });
  const rising: readonly (readonly [Path, string, number, number])[] = [
    [['fit', 'roomyAboveMm'], '`slipLongAboveMm`', fit.slipLongAboveMm, fit.roomyAboveMm],
    [['fit', 'slipLongAboveMm'], '`wantedGapMm`', fit.wantedGapMm, fit.slipLongAboveMm],
    [['wear', 'replaceFromMiles'], '`planFromMiles`', wear.planFromMiles, wear.replaceFromMiles],
    [['drop', 'usualMm'], '`lowToMm`', drop.lowToMm, drop.usualMm[0]],
  ];
  for (const [path, name, low, high] of rising)
    if (high <= low)
      report(shoes, path, {
        expected: `more than ${name}, which is ${low}`,
        found: String(high),
        remedy: 'correct one of the two',
      });
}
