import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, finished, type Html, join, number, text, url } from '../../emails/escape.ts';

const decode = (html: string): string =>
  html.replace(/&#(\d+);/g, (_all, point: string) => String.fromCodePoint(Number(point)));

describe('text in a mail', () => {
  it('reads as it was written and holds no markup and no byte beyond ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const html = text(value, 'slot');
        expect(html).toMatch(/^[\x20-\x7e]*$/);
        expect(html).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect(decode(html)).toBe(value.replace(/\p{Cc}/gu, ' '));
      }),
    );
  });

  it.each([
    ["O'Brien & <b>Sons</b>", 'O&#39;Brien &#38; &#60;b&#62;Sons&#60;/b&#62;'],
    ['Łukasz 🏃', '&#321;ukasz &#127939;'],
    ['half \ud83c', 'half &#65533;'],
  ])('%j', (value, html) => {
    expect(text(value, 'slot')).toBe(html);
  });

  it('names the slot whose value is missing', () => {
    expect(() => text(undefined as unknown as string, 'plan.page.subject')).toThrow(
      'mail slot plan.page.subject needs a text and got undefined',
    );
    expect(() => url(null as unknown as string, 's')).toThrow('mail slot s needs a URL and got null');
    expect(() => number(Number.NaN, 's')).toThrow('mail slot s needs a number');
    expect(() => block(undefined as unknown as Html, 's')).toThrow('mail slot s needs a block');
  });
});

describe('a URL in a mail', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    'https://x.example/a b',
    'https://x.example/"onclick',
    'https://x.example/ü',
    'HTTPS//x',
    'https://x.example/\n',
    '',
  ])('refuses %j', (value) => {
    expect(() => url(value, 's')).toThrow('mail slot s needs an absolute http(s) URL');
  });
  it('writes the ampersand as an entity', () => {
    expect(url('https://x.example/?a=1&b=2', 's')).toBe('https://x.example/?a=1&amp;b=2');
  });
});

it('blocks are put one after the other', () => {
  expect(join([finished('<p>a</p>'), finished('<p>b</p>')])).toBe('<p>a</p><p>b</p>');
});
