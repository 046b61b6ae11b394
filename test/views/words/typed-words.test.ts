/** Typed words leave without links, addresses and numbers to call, whoever typed them and however. */
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { typedName, typedWords } from '../../../views/words/typed-words.ts';
import { cases } from '../../support/effort.ts';

describe('harmless words come back as they were written', () => {
  test.each([
    'After breakfast, before I get dressed.',
    'Mon, Wed and Fri at 7.30 am or 18:15',
    '3x10, 2x15, 4x20 and then 5 x 400 m in 1:45',
    'the 10k on 17.05.2026 at 09:30',
    'Run 21.1 km by 2026-10-04 without pain :-)',
    'e.g. at 6 a.m., i.e. before work; no. 1 goal',
    'Wenn’s regnet: im Keller, 1½ Stunden – fertig!',
    'Após o café, às 7h30',
    '朝ごはんのあと、家で',
    'बाद में दौड़ना',
    'run @ 7pm / rest on 1st and 2nd',
    '7:30 – 8:15, 3 times',
    'one, two, three steps at a time (4 of 5)',
    'up to 10 000 steps',
    '…and then home',
  ])('%s', (text) => expect(typedWords(text)).toBe(text));
});

describe('what could be followed or called is taken out', () => {
  test.each([
    ['call +1 900 555 0100 now http://evil.example/a', 'call … now …'],
    ['go to http://evil.example/b', 'go to …'],
    ['evil.com', null],
    ['see evil.co.uk/x?y today', 'see … today'],
    ['see EVIL.Example', 'see …'],
    ['write to a.b+c@evil.example', 'write to …'],
    ['evil。com and evil．com and evil․com', '… and … and …'],
    ['evilꓸcom', null],
    ['evil.\u0301com', null],
    ['ev\u200bil.c\u00adom', null],
    ['ｈｔｔｐ：／／ｅｖｉｌ．ｃｏｍ', null],
    ['xn--e1afmkfd', null],
    ['пример.рф', null],
    ['192.168.0.1', null],
    ['mailto:x', null],
    ['tel:112', null],
    ['evil [dot] com', null],
    ['a (at) evil (dot) com', null],
    ['evil dot com', null],
    ['ring 0900 555 0100', 'ring …'],
    ['ring (0)900-555.01', 'ring …'],
    ['ring ٠٩٠٠٥٥٥٠١٠٠', 'ring …'],
    ['ring ０９００５５５０１００', 'ring …'],
    ['ring o9oo 555 o1oo', 'ring …'],
    ['ring nine zero zero five five five zero', 'ring …'],
    ['ring 0|0.00) 00000', 'ring …'],
    ['ring 09:00 15:50 100', 'ring …'],
    ['home.Then rest', 'home. Then rest'],
    ['evil.Com', 'evil. Com'],
  ] as const)('%j', (text, left) => expect(typedWords(text)).toBe(left));
});

/** Whatever a mail program would make a link of, by other people's judgement. */
async function linked(text: string): Promise<boolean> {
  const { textAsHtml } = await simpleParser(`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`);
  return /<a /.test(textAsHtml ?? '');
}
const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const host = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('com', 'org', 'co.uk', 'de', 'xn--p1ai', 'info', 'рф'),
  )
  .map(([labels, end]) => `${labels.join('.')}.${end}`);
const link = fc.oneof(
  host,
  host.map((h) => `www.${h}`),
  host.map((h) => h.toUpperCase()),
  fc.tuple(fc.constantFrom('http://', 'https://', 'HTTP://', '//', 'ftp://'), host).map((p) => p.join('')),
  fc.tuple(host, fc.constantFrom('/', '/a', ':8080/x', '?q=1', '#x')).map((p) => p.join('')),
  fc.tuple(label, host).map(([l, h]) => `${l}@${h}`),
  fc.tuple(label, host).map(([l, h]) => `mailto:${l}@${h}`),
);
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('.', '。'),
  (text) => text.replaceAll('.', '\u200b.\u2060'),
  (text) => [...text].join('\u00ad'),
  (text) => `(${text})`,
  (text) => `"${text}",`,
  (text) => `see:${text}!`,
];
const words = fc.array(fc.constantFrom('after', 'work', 'I', 'run', '7:30', '3x10,', 'home.'), {
  maxLength: 4,
});

test('no link is left, however it is written', async () => {
  const typed = fc
    .tuple(words, link, fc.constantFrom(...DISGUISES), words)
    .map(([before, url, disguise, after]) => [...before, disguise(url), ...after].join(' '));
  let canary = 0;
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      if (await linked(text)) canary += 1;
      const left = typedWords(text) ?? '';
      expect(await linked(left), left).toBe(false);
      expect(left).not.toMatch(/[\p{L}\p{N}]\.\p{L}{2}|@|:\/\/|www\./u);
    }),
    { numRuns: cases(300) },
  );
  expect(canary).toBeGreaterThan(10);
});

test('no number to call is left, however it is written', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 14 });
  const between = fc.constantFrom(
    '',
    ' ',
    '-',
    '.',
    '/',
    ' - ',
    ') ',
    '\u200b',
    '_',
    '*',
    '–',
    '|',
    ',',
    '\u2060',
  );
  const script = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce);
  const spelled = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const number = fc
    .tuple(
      digits,
      fc.array(between, { minLength: 14, maxLength: 14 }),
      script,
      fc.constantFrom('', '+', '00', '('),
    )
    .map(([figures, gaps, zero, lead]) =>
      lead.concat(figures.map((d, i) => String.fromCodePoint(zero + d).concat(gaps[i] ?? '')).join('')),
    );
  const inWords = digits.map((figures) => figures.map((d) => spelled[d]).join(' '));
  const dialled = (text: string): number =>
    Math.max(
      0,
      ...[...text.normalize('NFKC').matchAll(/[\p{Nd}\P{L}]+/gu)].map(
        ([run]) => (run.match(/\p{Nd}/gu) ?? []).length,
      ),
    );
  fc.assert(
    fc.property(words, fc.oneof(number, inWords), words, (before, called, after) => {
      const left = typedWords([...before, called, ...after].join(' ')) ?? '';
      const without = left.replace(/7:30/g, '').replace(/3x10/g, '');
      expect(dialled(without), left).toBeLessThan(7);
      for (const word of spelled) expect(left.split(' ').filter((w) => w === word).length).toBeLessThan(3);
    }),
    { numRuns: cases(500) },
  );
});

test('anything comes back as words that come back the same, in time that grows with them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = typedWords(text);
      if (once !== null) expect(typedWords(once)).toBe(once);
    }),
    { numRuns: cases(500) },
  );
  for (const part of [' ', '.', 'a.', '0 ', '(', '[dot', 'a', '\u0301', '@', 'o0', '…'])
    expect(() => typedWords(part.repeat(50_000))).not.toThrow();
});

test('a name that could be followed greets nobody', () => {
  expect(['Ada', 'Jean-Luc', 'O’Neill', 'J. R.'].map(typedName)).toEqual([
    'Ada',
    'Jean-Luc',
    'O’Neill',
    'J. R.',
  ]);
  expect(['evilꓸcom', 'evil.com', 'evil.\u0301com', 'a@b.example'].map(typedName)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
