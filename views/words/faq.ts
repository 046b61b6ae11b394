/** The reviewed answers to what runners ask, as pages and mails show them: word for word. */
import type { FaqCard } from '../../program/curriculum/faq-schema.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';

/** Where more is said: a path of the site, or the reader's own page, which only a mail can link. */
export interface FaqMore {
  readonly label: string;
  /** Null = the own page. */
  readonly path: string | null;
}
export interface FaqAnswer {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly more: FaqMore;
}

const PAGES: Readonly<Record<string, FaqMore>> = {
  programme: { label: 'The whole programme', path: '/programme' },
  safety: { label: 'Stop signs and who to call', path: '/safety' },
  privacy: { label: 'What we keep, and why', path: '/privacy' },
  me: { label: 'Your page', path: null },
};

function moreOf(page: FaqCard['page'], curriculum: Curriculum): FaqMore {
  const lesson = curriculum.lessons.find(({ id }) => id === page);
  const more = lesson === undefined ? PAGES[page] : { label: lesson.title, path: `/l/${lesson.id}` };
  assert(more !== undefined, `no page ${page}`);
  return more;
}

/** One card. */
export const faqAnswer = ({ id, title, answer, page }: FaqCard, curriculum: Curriculum): FaqAnswer => ({
  id,
  title,
  lines: answer.map(({ text }) => text),
  more: moreOf(page, curriculum),
});

/**
 * The form of a question as it is quoted: the words of the card, none that was typed; a figure is three
 * points, for numbers are never repeated.
 */
export const askedWords = (asked: string): string =>
  (asked.charAt(0).toUpperCase() + asked.slice(1)).replaceAll('#', '…').replace(/\bi\b/g, 'I');

/** All cards in their order. */
export const faqAnswers = (curriculum: Curriculum): readonly FaqAnswer[] =>
  curriculum.faq.map((card) => faqAnswer(card, curriculum));
