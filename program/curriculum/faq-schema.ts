/**
 * The cards of the questions that runners ask (`curriculum/en/faq/`): reviewed forms of one question and one
 * reviewed answer. Nothing is ever written for a person: a card is sent as it stands, or not at all.
 */
import * as z from 'zod';
import { reviewedOn, sentence, sources } from './words-schema.ts';

/** Where a card sends the reader for more: a lesson, or a page. `me` = the reader's own page. */
const FAQ_PAGES = ['programme', 'safety', 'privacy', 'me'] as const;
const MOST_FORMS = 40;

/**
 * A whole clause in its normal form (program/reply/questions/normal.ts): `(a|b)` = either of the two,
 * `(a|)` = may be left out, `#` = a figure.
 */
const form = z
  .string()
  .regex(/^[a-z#(][a-z# ()|]*[a-z)]$/, 'a clause in small letters, such as "can i (cycle|swim)(| too)"');

export const faqCard = z
  .strictObject({
    id: z.string().regex(/^FAQ-\d{2}$/, 'an id such as FAQ-05'),
    /** The question as our lists print it. */
    title: z.string().min(8).max(45),
    /**
     * The question tells of the leg or of a painkiller: beside a number its clause stays unread and holds
     * the week, and the card is not sent (docs/clinical-rules.md §12 A4).
     */
    holds: z.boolean(),
    page: z.union([z.enum(FAQ_PAGES), z.string().regex(/^LES-\d{2}$/, 'a lesson id such as LES-05')]),
    forms: z.array(form).min(3).max(MOST_FORMS).readonly(),
    /** Paragraphs; only what says nothing about body or training goes without a source. */
    answer: z
      .array(z.strictObject({ text: sentence, sources: sources.optional() }).readonly())
      .min(1)
      .max(4)
      .readonly(),
    reviewedBy: z.string(),
    reviewedOn,
  })
  .readonly();
export type FaqCard = z.infer<typeof faqCard>;
