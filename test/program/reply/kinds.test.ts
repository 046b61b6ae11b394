/** Kinds of replies that others' mails showed: machine subjects behind a mark, numbers in other languages. */
import { describe, expect, it } from 'vitest';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { CONTEXT } from './corpus.ts';

const read = (text: string) => readReply({ text, html: null }, CONTEXT);

describe('the subject of a machine', () => {
  it.each([
    'Automatic reply: Week 3',
    '[External] Automatic reply: Week 3',
    'Re: Automatic reply: Week 3',
    'RE: [EXT] Abwesenheitsnotiz: Woche 3',
    'AW: Automatische Antwort: Woche 3',
    '[EXTERN] Réponse automatique : semaine 3',
  ])('is heard behind a mark or a prefix: %s', (subject) => {
    expect(readAutomatic([], null, subject).automatic).toBe(true);
  });
  it.each(['How was your week? automatic reply: no', 'Re: [External] Week 3'])(
    'is not read into a person’s: %s',
    (subject) => expect(readAutomatic([], null, subject).automatic).toBe(false),
  );
});

describe('a number of ten in another language', () => {
  it.each([
    ['2 von 10', 2],
    ['zwei von 10', 2],
    ['3 de 10', 3],
    ['tres de 10', 3],
    ['4 sur 10', 4],
    ['deux sur 10', 2],
    ['2 van 10', 2],
    ['3 su 10', 3],
    ['due su 10', 2],
    ['2 z 10', 2],
    ['3 av 10', 3],
  ])('%s', (text, painAverage) => {
    expect(read(text)).toMatchObject({ kind: 'answer', answers: { painAverage } });
  });
  it('"did 3" counts sessions', () => {
    expect(read('4, did 3, fine next morning')).toMatchObject({
      kind: 'answer',
      answers: { painAverage: 4, sessionsDone: 3, nextDay: 'settled' },
    });
  });
});
