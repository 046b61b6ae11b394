/**
 * Notes and replies that tell of no trouble: nearly all are known as such, none is taken for a stop sign, and
 * no stop sign is taken for one of them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readNote } from '../../../program/reply/note.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { clauseKey, unreadIn } from '../../../program/reply/unread/unread.ts';
import { CONTEXT } from './corpus.ts';

type Part = Readonly<Record<string, readonly string[]>>;
const corpus = parse(readFileSync(path.join(import.meta.dirname, 'corpora/harmless.yaml'), 'utf8')) as {
  readonly sources: Readonly<Record<string, string>>;
  readonly held: Part;
  readonly open: Part;
};
const MOST_ASKED = 0.1;

const isAsked = (source: string, text: string): boolean => {
  if (source !== 'answer') {
    const { signs, unread } = readNote(text);
    return unread !== null || signs.flags.length > 0;
  }
  const reading = readReply({ text, html: null }, CONTEXT);
  return reading.kind !== 'answer' || reading.unread !== null;
};
const textsOf = (part: Part): readonly (readonly [string, string])[] =>
  Object.entries(part).flatMap(([source, texts]) => texts.map((text) => [source, text] as const));

describe('a harmless note or reply', () => {
  it.each(['held', 'open'] as const)('%s: at most one in ten is asked about', (which) => {
    const texts = textsOf(corpus[which]);
    expect(texts.filter(([source]) => corpus.sources[source] === undefined)).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(which === 'held' ? 100 : 300);
    const asked = texts.filter(([source, text]) => isAsked(source, text));
    process.stdout.write(`corpus harmless, ${which}: ${asked.length} of ${texts.length} asked about\n`);
    if (process.env['SHOW'] !== undefined) process.stdout.write(`${JSON.stringify(asked, null, 1)}\n`);
    expect(asked.length / texts.length).toBeLessThanOrEqual(MOST_ASKED);
  });

  it('none is read as a stop sign', () => {
    for (const [, text] of [...textsOf(corpus.held), ...textsOf(corpus.open)])
      expect([text, readNote(text).signs.flags]).toEqual([text, []]);
  });
});

describe('words that are not known', () => {
  const unreadOf = (text: string, cleared: readonly string[] = []) => readNote(text, cleared).unread;

  it('are told as they were typed, clause by clause, with whether the body is in them', () => {
    expect(unreadOf('Thanks! The calf feels like a water balloon, lovely weather.')).toMatchObject({
      words: 'The calf feels like a water balloon',
      bodily: true,
    });
    expect(unreadOf('Grommets everywhere, thanks')).toMatchObject({
      words: 'Grommets everywhere',
      bodily: false,
    });
    expect(unreadOf('mi pantorrilla está caliente')).toMatchObject({
      words: 'mi pantorrilla está caliente',
      bodily: true,
    });
  });

  it('stay away once they were cleared, and only they', () => {
    const once = unreadOf('Grommets everywhere');
    expect(unreadOf('grommets, everywhere!', once?.keys)).not.toBeNull();
    expect(unreadOf('  GROMMETS everywhere. ', once?.keys)).toBeNull();
    expect(unreadOf('Grommets everywhere. The leg is odd', once?.keys)).toMatchObject({
      words: 'The leg is odd',
    });
  });

  it.each([
    'it went',
    'something just went',
    'had to stop',
    'felt like wood',
    'it comes at night',
    '39',
    'no',
    'not ok',
  ])('"%s" is no harmless note', (text) => expect(unreadOf(text)).not.toBeNull());

  it('keep an answer from being whole, and are handed over with it', () => {
    const whole =
      '2, worst 3, did 3 of 3, ran 25 min, fine next morning, no painkillers, no stop signs, tests ok';
    const calm = readReply({ text: `${whole}. Loved the hills.`, html: null }, CONTEXT);
    expect(calm).toMatchObject({ kind: 'answer', unread: null, answers: { redFlags: [] } });
    for (const more of [
      'The calf feels like a water balloon',
      'meine Wade fühlt sich komisch an',
      '7 at times',
    ]) {
      const reading = readReply({ text: `${whole}. ${more}.`, html: null }, CONTEXT);
      expect([more, reading.kind === 'answer' && 'redFlags' in reading.answers]).toEqual([more, false]);
    }
  });

  it('cost no more than the text is long', () => {
    const text = 'the calf feels like a water balloon and so on '.repeat(200);
    expect(
      unreadIn(text, { typed: text, cleared: new Set([clauseKey('x')]) })?.words.length,
    ).toBeLessThanOrEqual(200);
  });
});
