/**
 * What our mails can say, for the reader of replies: every example of every mail, every sentence of the
 * curriculum, and what earlier versions said. Written as rows of three words (program/reply/quote/known.ts),
 * never as text.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { RED_FLAGS, type RedFlag } from '../../program/answers/intake.ts';
import { type Curriculum, curriculum as curriculumSchema } from '../../program/curriculum/schema.ts';
import { htmlToText } from '../../program/reply/quote/html-to-text.ts';
import { type KnownWords, knownWordsOf } from '../../program/reply/quote/known.ts';
import { readRedFlags } from '../../program/reply/red-flags.ts';
import { ROOT } from '../quality/guards/tree.ts';
import { writeWhole } from './stamp.ts';

export const KNOWN_WORDS = 'dist/known-words.json';
const EARLIER = 'emails/earlier-mails.txt';

/**
 * The curriculum without the questions of its cards: what a runner asks in their words is theirs, and never
 * cut out as a quote.
 */
const ourWords = ({ faq, ...words }: Curriculum): unknown => [words, faq.map(({ answer }) => answer)];

/** Every string in a value, as deep as it lies. */
const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

const curriculumOfBuild = (): Curriculum =>
  curriculumSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'dist/curriculum.json'), 'utf8')));

/** A text with its slots cut out: what stands in them is not ours. */
const betweenSlots = (text: string): string => text.replaceAll(/\{\w+\}/g, '\n');

/** Every text and preheader of every example, and the sentences of the curriculum. */
export function knownTexts(): readonly string[] {
  const mails = Object.values(EXAMPLES).flatMap((examples) =>
    examples.flatMap(({ view }) => {
      const { subject, preheader, text, html } = renderMail(view);
      return [subject, preheader, text, htmlToText(html)];
    }),
  );
  const earlier = readFileSync(path.join(ROOT, EARLIER), 'utf8').split('\n').slice(1);
  return [...mails, ...strings(ourWords(curriculumOfBuild())).map(betweenSlots), ...earlier];
}

/**
 * Every wording of the stop list that a mail or a page prints: of the questions, and of the examples of the
 * mails.
 */
export function stopListItems(): KnownWords['items'] {
  const { options } = curriculumOfBuild().questions;
  const printed = Object.values(EXAMPLES).flatMap((examples) =>
    examples.flatMap(({ view: { body } }) => ('reply' in body ? body.reply.stopSigns : [])),
  );
  const items = [
    ...RED_FLAGS.flatMap((flag) => {
      const { sources: _, ...words } = options.redFlags[flag];
      return strings(words).map((text) => [flag, text] as const);
    }),
    ...printed.flatMap((text) => readRedFlags(text).flags.map((flag) => [flag, text] as const)),
  ];
  // One wording may stand for two signs: "a pop, or you cannot walk on it".
  return [
    ...new Map(
      items.map(([flag, text]) => [`${flag} ${text}`, [flag, text] satisfies [RedFlag, string]]),
    ).values(),
  ];
}

/** Writes dist/known-words.json. */
export function buildKnownWords(): KnownWords {
  const known = knownWordsOf(knownTexts(), stopListItems());
  writeWhole(path.join(ROOT, KNOWN_WORDS), `${JSON.stringify(known)}\n`);
  return known;
}
