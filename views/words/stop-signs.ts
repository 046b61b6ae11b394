/**
 * The stop signs that every runner is shown, week after week (docs/clinical-rules.md §6.6), without a verb:
 * they stand in lists.
 */
import { STOP_SIGNS } from '../../program/curriculum/safety-schema.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';

/** The whole words: the first mail, the check-in, the printed week. */
export const stopSigns = (curriculum: Curriculum): readonly string[] =>
  STOP_SIGNS.map((sign) => curriculum.questions.options.redFlags[sign].back);

/** The same in few words, for the mail that comes every week. */
export const stopSignsInShort = (curriculum: Curriculum): readonly string[] =>
  STOP_SIGNS.map((sign) => {
    const { short, back } = curriculum.questions.options.redFlags[sign];
    return short ?? back;
  });
