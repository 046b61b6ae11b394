import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ascii,
  bullets,
  heading,
  link,
  numbered,
  para,
  paragraphs,
  section,
  sections,
} from '../../emails/plain.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcXYZ019.,-'), minLength: 1, maxLength: 14 }),
  fc.constantFrom('’', '3–5', '×', '·', 'Łukasz', '\u{1f3c3}'),
  fc.string({ unit: fc.constantFrom('w'), minLength: 70, maxLength: 120 }),
);
const space = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\u00a0', ' \t ');
const sentence = fc
  .array(fc.tuple(word, space), { minLength: 1, maxLength: 60 })
  .map((all) => all.map(([w, s]) => `${w}${s}`).join(''));

describe('folding', () => {
  it('keeps every word in order, within 76, and no line could have taken the next word', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('', '- '), (words, lead) => {
        const folded = lead === '' ? para(words) : bullets([words]);
        const lines = folded.split('\n');
        expect(folded.slice(lead.length).split(/\s+/).join(' ')).toBe(
          ascii(words).trim().split(/\s+/).join(' '),
        );
        for (const [at, line] of lines.entries()) {
          const own = line.slice(lead.length);
          expect(line.length <= 76 || !own.includes(' ')).toBe(true);
          expect(at === 0 ? line.startsWith(lead) : line.startsWith(' '.repeat(lead.length))).toBe(true);
          const next = lines[at + 1]?.trim().split(' ')[0];
          if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(76);
        }
      }),
    );
  });
  it.each([
    ['exactly 76 stay on one line', `${'a'.repeat(37)} ${'b'.repeat(38)}`, 1],
    ['77 do not', `${'a'.repeat(37)} ${'b'.repeat(39)}`, 2],
    ['a long word first', `${'a'.repeat(90)} b`, 2],
    ['a long word last', `b ${'a'.repeat(90)}`, 2],
    ['nothing', '   ', 1],
  ])('%s', (_name, words, count) => expect(para(words).split('\n')).toHaveLength(count));
  it('refuses what is no text', () =>
    expect(() => para(undefined as unknown as string)).toThrow('a line of the plain text needs a text'));
});

it('typography becomes ASCII, letters of a name stay', () => {
  expect(ascii('“3–5” × 2 · Łucja’s → …')).toBe('"3-5" x 2 - Łucja\'s -> ...');
});
it('a heading has a rule as long as its longest line', () => {
  expect(heading('Your week')).toBe('Your week\n---------');
  expect(
    heading(`${'a'.repeat(70)} ${'b'.repeat(30)}`)
      .split('\n')
      .at(-1),
  ).toBe('-'.repeat(70));
});
it('lists, links and sections', () => {
  expect(numbered(['one', 'two'])).toBe('1. one\n2. two');
  expect(bullets([])).toBe('');
  expect(link('Your page:', 'https://x.example/me')).toBe('Your page:\nhttps://x.example/me');
  expect(sections('a', null, '', 'b')).toBe('a\n\nb');
  expect(section('Title', null, '')).toBeNull();
  expect(section('Title', 'body')).toBe('Title\n-----\nbody');
  expect(paragraphs('a\n\n \nb')).toBe('a\n\nb');
});
