/** The words of the curriculum that pages ask with and warn with. A page finds them in its frame. */
import type { Questions } from '../../program/curriculum/questions-schema.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { answerWords } from '../../program/curriculum/words.ts';

export type { OptionWords, Question, Questions } from '../../program/curriculum/questions-schema.ts';
export { fill } from '../../program/curriculum/words.ts';

export interface PageWords {
  readonly questions: Questions;
  /** The stop signs as sentences of a list, by what they ask for. */
  readonly signs: {
    /** Call for help at once (TR-E1 to TR-E6). */
    readonly emergency: readonly string[];
    /** See a doctor today (S-35 to S-38, TR-D). */
    readonly today: readonly string[];
    /** See a doctor before more exercise (TR-W). */
    readonly beforeMore: readonly string[];
  };
  readonly whatToSay: readonly string[];
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

export function pageWords(curriculum: Curriculum): PageWords {
  const { signs, whatToSay } = curriculum.safety;
  const list = (entries: (typeof signs)['today']): readonly string[] =>
    entries.map((entry) => sentence('text' in entry ? entry.text : answerWords(curriculum, entry.answer)));
  return {
    questions: curriculum.questions,
    signs: {
      emergency: list(signs.emergency),
      today: list(signs.today),
      beforeMore: list(signs.beforeMore),
    },
    whatToSay: whatToSay.lines,
  };
}
