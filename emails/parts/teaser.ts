/** A lesson in a weekly plan: its first sentences and the way to all of it. */
import type { PlanView } from '../../views/mail/views.ts';

type Lesson = PlanView['lessons'][number];

/** Two lines of a phone. */
const LONGEST = 100;

/** Whole sentences from the beginning, as many as fit; the first one in any case. */
export function teaserOf({ brief }: Pick<Lesson, 'brief'>): string {
  const sentences = brief.split(/(?<=[.!?])\s+/);
  let words = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (words.length + 1 + sentence.length > LONGEST) break;
    words += ` ${sentence}`;
  }
  return words;
}
/** The whole lesson on the open page, the same for everybody. */
export const lessonAt = ({ id }: Pick<Lesson, 'id'>, site: string): string =>
  `${site.replace(/\/$/, '')}/l/${id}`;
