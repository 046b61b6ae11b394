/** A message under a greeting is what was said: no line of it is taken for a signature. */
import { describe, expect, it } from 'vitest';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { newText, splitReply } from '../../../program/reply/quote/new-text.ts';
import { type ReplyReading, readReply } from '../../../program/reply/read-reply.ts';
import { CONTEXT } from './corpus.ts';

const known = loadKnown();
const read = (text: string): ReplyReading => readReply({ text, html: null, known }, CONTEXT);

const SAID = [
  'could you tell me, can I swim? Thank you.',
  'could you tell me if I may swim',
  'about the same as before.',
  'I am able to swim, I said so.',
  'swimming on the road.',
  'is the gym on the first floor fine?',
  'the unit you sent me does not open',
  'what does the manager of the club see?',
];
describe('below or behind a greeting', () => {
  it.each(SAID)('"%s" is what was said', (said) => {
    for (const hello of [
      'Hello, ',
      'Hi, ',
      'Dear coach, ',
      'Good morning, ',
      'Hello,\n\n',
      'Dear coach,\n\n',
    ]) {
      const shouted = `${hello}${said.toUpperCase()}`;
      expect(newText(`${hello}${said}`), said).toContain(said);
      expect(newText(shouted), shouted).toContain(said.toUpperCase());
      expect(read(`${hello}${said}`).kind, said).not.toBe('empty');
      expect(read(shouted).kind, shouted).not.toBe('empty');
    }
  });

  it.each(['NO STEP HERE', 'NO STEP AT HOME', 'LOVELY WEEK AGAIN', 'CAN I SWIM', 'PLEASE SEND SHOES'])(
    '%s, all in capitals, is what was said',
    (said) => {
      for (const hello of ['Dear coach,', 'Hello', 'Hi there!', 'Good evening,'])
        expect(newText(`${hello}\n\n${said}`)).toBe(`${hello}\n\n${said}`);
    },
  );

  it.each([
    'Ada Lovelace',
    'ADA LOVELACE\nDirector, Example Ltd',
    'Ada Lovelace, Engineer\nTelephone: 020 7946 0000',
    'Ada Lovelace\nIT Manager\n10 High Street',
  ])('"%s" below what was said is a signature still', (name) => {
    const { newText: said, signature } = splitReply(`Hello,\n\n3\n\n${name}`);
    expect(said).toBe('Hello,\n\n3');
    expect(signature).toBe(name);
    expect(read(`Dear coach,\n\n3\n\n${name}`)).toMatchObject({
      kind: 'answer',
      answers: { painAverage: 3 },
    });
  });
});
