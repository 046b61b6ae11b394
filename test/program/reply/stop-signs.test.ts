/**
 * Stop signs as lay people say them, in English and eight more languages: each stops, or holds the week and
 * the list is asked; none is decided on the number beside it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RED_FLAGS } from '../../../program/answers/intake.ts';
import { readNote } from '../../../program/reply/note.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { worldSigns } from '../../../program/reply/signs/world.ts';
import { CONTEXT } from './corpus.ts';

type BySign = Readonly<Record<string, readonly string[]>>;
const corpusOf = <T>(name: string): T =>
  parse(readFileSync(path.join(import.meta.dirname, 'corpora', `${name}.yaml`), 'utf8')) as T;
const { languages } = corpusOf<{ readonly languages: Readonly<Record<string, BySign>> }>('stop-signs-world');
const lay = corpusOf<{ readonly open: BySign; readonly held: BySign }>('stop-signs-lay');
const sentencesOf = (part: BySign): readonly (readonly [sign: string, text: string])[] =>
  Object.entries(part).flatMap(([sign, texts]) => texts.map((text) => [sign, text] as const));

/** Where a number, or the whole of a printed line, may stand beside the words. */
const BESIDE: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `3. ${text}`,
  (text) => `2, ${text}`,
  (text) => `${text}, 3`,
  (text) => `${text}\n\n2 OK`,
  (text) => `2 OK. ${text}`,
  (text) =>
    `2, worst 3, did 3 of 3, ran 25 min, fine next morning, no painkillers, no stop signs, tests ok. ${text}`,
];
/** Read as an answer that may move something up. */
const isDecided = (text: string): boolean => {
  const reading = readReply({ text, html: null }, CONTEXT);
  return reading.kind === 'answer' && reading.unread === null;
};

describe.each([
  ...Object.entries(languages),
  ['en, open', lay.open] as const,
  ['en, held', lay.held] as const,
])('%s', (name, part) => {
  const sentences = sentencesOf(part);
  it('has forty sentences, of signs that there are', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(sentences.filter(([sign]) => !RED_FLAGS.some((flag) => flag === sign))).toEqual([]);
  });
  it('nothing is decided on the number', () => {
    expect(sentences.flatMap(([, text]) => BESIDE.map((beside) => beside(text)).filter(isDecided))).toEqual(
      [],
    );
    for (const [, text] of sentences) {
      const { signs, unread } = readNote(text);
      expect([text, signs.flags.length > 0 || unread !== null]).toEqual([text, true]);
    }
  });
  it('most of it stops at once', () => {
    const stopped = sentences.filter(([, text]) => readRedFlags(text).flags.length > 0);
    const named = sentences.filter(([sign, text]) => readRedFlags(text).flags.some((flag) => flag === sign));
    process.stdout.write(
      `corpus stop signs ${name}: ${stopped.length} of ${sentences.length} stop at once ` +
        `(${named.length} by the sign meant), the rest is asked\n`,
    );
    expect(stopped.length / sentences.length).toBeGreaterThanOrEqual(name === 'en, held' ? 0.6 : 0.9);
  });
});

describe('in other languages', () => {
  it.each([
    ['Keine Schwellung, 2'],
    ['Die Wade ist nicht geschwollen'],
    ['No tengo fiebre'],
    ['Je n’ai pas de fièvre'],
    ['Geen koorts, geen zwelling'],
    ['Non ho la febbre'],
    ['Não tenho febre'],
    ['Nie mam gorączki'],
    ['Jag har ingen feber'],
  ])('"%s" names no sign', (text) => expect(worldSigns(text)).toEqual([]));

  it('a word of one language is none of another', () => {
    for (const text of [
      'it has been warm all week',
      'Ben ran with me',
      'we wade in the sea, small waves',
      'muchas gracias de corazón',
      'merci de tout coeur, à très vite',
    ])
      expect([text, readRedFlags(text).flags]).toEqual([text, []]);
  });
});
