/**
 * Questions that a reviewed card answers: exactly those, never beside a stop sign or words nobody could read,
 * and never a reason to move anything (docs/clinical-rules.md §12 A4).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { readCommand } from '../../../program/reply/answer/read-command.ts';
import { questionForms } from '../../../program/reply/questions/questions.ts';
import { type ReplyReading, readReply } from '../../../program/reply/read-reply.ts';
import { expanded } from '../../../tools/build/checks/faq.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { CONTEXT } from './corpus.ts';

const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
const { faq } = theCurriculum();
const context = { ...CONTEXT, questions: questionForms(faq) };
const known = loadKnown();
const read = (text: string): ReplyReading => readReply({ text, html: null, known }, context);
/** Without any card. */
const plainly = (text: string): ReplyReading => readReply({ text, html: null, known }, CONTEXT);
const cardsOf = (text: string): readonly string[] => {
  const reading = read(text);
  return 'cards' in reading ? (reading.cards ?? []).map(({ card }) => card) : [];
};
const yaml = (name: string): unknown =>
  parse(readFileSync(path.join(import.meta.dirname, 'corpora', `${name}.yaml`), 'utf8'));
const textsIn = (part: unknown): readonly string[] =>
  typeof part === 'string'
    ? [part]
    : Object.values(part as Readonly<Record<string, unknown>>).flatMap(textsIn);

const clauses = faq.flatMap(({ id, holds, forms }) =>
  forms.map((form) => ({ id, holds, all: expanded(form) })),
);
const clauseArb = fc
  .constantFrom(...clauses)
  .chain(({ id, holds, all }) => fc.constantFrom(...all).map((said) => ({ id, holds, said })));
/** Figures as somebody types them. */
const typed = (clause: string): string => clause.replaceAll('#', '8');

describe('every form of every card', () => {
  test.each(faq.map((card) => [card.id, card] as const))('%s is answered by its own card', (id, card) => {
    for (const form of card.forms)
      for (const clause of [expanded(form)[0] ?? '', expanded(form).at(-1) ?? '']) {
        expect(readCommand(typed(clause)), clause).toBeNull();
        expect(read(typed(clause)), clause).toMatchObject({ kind: 'asked', cards: [{ card: id }] });
      }
  });

  it('also with a greeting before, thanks behind, capitals and marks', () => {
    fc.assert(
      fc.property(
        clauseArb,
        fc.constantFrom('', 'Hi coach, ', 'Hello! ', 'Quick question: ', 'Dear coach,\n\n'),
        fc.constantFrom('?', '', '??', '? Thanks!', '.\n\nThank you', ' please?'),
        fc.boolean(),
        ({ id, said }, before, behind, shout) => {
          // Capitals alone below "Dear coach," may be a name under a letter: asked about, not answered.
          const loud = shout && !before.includes('\n');
          const text = `${before}${typed(loud ? said.toUpperCase() : said)}${behind}`;
          expect(cardsOf(text), text).toEqual([id]);
        },
      ),
      { numRuns: cases(300), seed },
    );
  });
});

describe('never', () => {
  const { languages } = yaml('stop-signs-world') as { readonly languages: unknown };
  const { open, held } = yaml('stop-signs-lay') as { readonly open: unknown; readonly held: unknown };
  const signs = [...textsIn(languages), ...textsIn(open), ...textsIn(held)];

  it('a card beside a stop sign, before or behind it', () => {
    fc.assert(
      fc.property(clauseArb, fc.constantFrom(...signs), fc.boolean(), ({ said }, sign, first) => {
        const text = first ? `${sign}. ${typed(said)}?` : `${typed(said)}? ${sign}`;
        expect(cardsOf(text), text).toEqual([]);
        // Whatever was heard without the cards is heard with them.
        if (plainly(text).kind === 'redFlags') expect(read(text)).toEqual(plainly(text));
      }),
      { numRuns: cases(600), seed },
    );
  });

  it('a card beside words that nobody could read', () => {
    const words = fc.constantFrom(
      'zqxw',
      'my calf feels odd',
      'pohje',
      'it tingles',
      'I fell',
      'sore',
      'no',
      '7',
    );
    fc.assert(
      fc.property(clauseArb, words, fc.boolean(), ({ said }, unread, first) => {
        const text = first ? `${unread}. ${typed(said)}?` : `${typed(said)}? ${unread}.`;
        expect(read(text).kind, text).not.toBe('asked');
      }),
      { numRuns: cases(300), seed },
    );
  });

  it('an answer that moves further with a question beside it than without', () => {
    const answers = fc.constantFrom(
      '2 OK',
      '2',
      'pain 3, worst 5',
      '1, worst 2, did 3 of 3, fine next morning',
      '6',
    );
    fc.assert(
      fc.property(clauseArb, answers, fc.boolean(), ({ id, holds, said }, answer, first) => {
        const text = first ? `${typed(said)}?\n${answer}` : `${answer}\n${typed(said)}?`;
        const { cards = [], ...reading } = read(text) as Extract<ReplyReading, { kind: 'answer' }>;
        if (holds) {
          // Its words stay as they are: what holds or is asked without the cards does so with them.
          expect({ ...reading, cards }, text).toEqual({ ...plainly(text), cards: [] });
        } else {
          expect(
            cards.map(({ card }) => card),
            text,
          ).toEqual([id]);
          expect(reading, text).toEqual(plainly(answer));
        }
      }),
      { numRuns: cases(400), seed },
    );
  });

  it('a word of the person in what is kept', () => {
    fc.assert(
      fc.property(clauseArb, ({ said }) => {
        const reading = read(`Dear coach, I am Ada. ${typed(said)}? Thanks, Ada`);
        if (reading.kind === 'asked') expect(reading.cards.map(({ asked }) => asked)).toEqual([said]);
      }),
      { numRuns: cases(100), seed },
    );
  });

  it('more than three cards, nor one twice', () => {
    const many = 'Can I cycle? Can I swim? Can I go for walks? Can I run on grass? Can I cycle?';
    expect(cardsOf(many)).toEqual(['FAQ-04', 'FAQ-05', 'FAQ-27']);
    expect(cardsOf('Can I cycle? Can I cycle?')).toEqual(['FAQ-04']);
  });

  it('a question found in ten thousand words', () => {
    const words = Array.from({ length: 10_000 }, (_, i) => (i % 9 === 0 ? 'and then, we ran.' : 'well'));
    expect(cardsOf(`${words.join(' ')} Can I cycle?`)).toEqual([]);
    expect(cardsOf('can i cycle '.repeat(5_000))).toEqual([]);
  });

  it('a command lost to a card', () => {
    for (const text of [
      'STOP\n\nCan I cycle?',
      'Can I cycle?\n\nSTOP',
      'PAUSE 2 weeks. Can I swim?',
      'worse',
    ])
      expect(read(text), text).toEqual(plainly(text));
    expect(read('STOP. How do I pause?')).toEqual({ kind: 'command', command: { command: 'STOP' } });
  });
});
