import { describe, expect, it } from 'vitest';
import { parseTemplate, type Sources } from '../../tools/build/mail-template.ts';
import { compileTemplate } from '../../tools/build/mails.ts';

const sources: Sources = {
  include: (name) =>
    ({ 'layout/part': '<mj-text>{{word}}</mj-text>', 'layout/loop': '{{> layout/loop}}' })[name],
  token: (path) => ({ 'light.ink': '#123456' })[path],
};
const parse = (source: string) => parseTemplate(source, 'emails/x/x.mjml', sources);
const page = (body: string, slots = ''): string =>
  `{{#page title lead ${slots}}}<mjml lang="en" dir="ltr"><mj-head><mj-title>{{title}}</mj-title><mj-preview>{{lead}}</mj-preview></mj-head><mj-body>${body}</mj-body></mjml>{{/page}}`;
const section = (content: string): string => `<mj-section><mj-column>${content}</mj-column></mj-section>`;
const compile = (source: string) =>
  compileTemplate({ name: 'x', file: 'emails/x/x.mjml', root: parse(source) });

describe('a template is refused, with file and name', () => {
  it.each([
    ['an unknown slot', '{{#page a}}{{a}}\n{{nmae}}{{/page}}', 'emails/x/x.mjml:2: slot "nmae" is unknown'],
    [
      'a slot that is never used',
      '{{#page a b}}{{a}}{{/page}}',
      'emails/x/x.mjml:1: slot "b" is declared on {{#page …}} and never used',
    ],
    ['an unescaped slot', '{{#page a}}{{{a}}}{{/page}}', '{{{a}}} would not be escaped'],
    [
      'a slot of another kind',
      '{{#page a}}{{&a}}{{/page}}',
      'slot "a" is declared as text on {{#page …}} and used as url',
    ],
    [
      'a slot of an outer block',
      '{{#page a}}{{a}}{{#row}}{{a}}{{/row}}{{/page}}',
      'slot "a" is unknown; declare it on the block {{#row …}}',
    ],
    [
      'an unknown partial',
      '{{#page}}{{> layout/none}}{{/page}}',
      'there is no partial emails/layout/none.mjml',
    ],
    ['an unknown token', '{{#page}}{{=light.mauve}}{{/page}}', 'there is no design token "light.mauve"'],
    ['partials in a circle', '{{#page}}{{> layout/loop}}{{/page}}', 'includes go round in a circle'],
    ['a block that is not closed', '{{#page}}{{#row}}{{/page}}', '{{/page}} closes row'],
    ['a file without a block', '<mjml></mjml>', 'text outside the outer block'],
    ['two blocks of one name', '{{#page}}{{#r}}{{/r}}{{#r}}{{/r}}{{/page}}', 'block "r" stands twice'],
    ['a name that is none', '{{#page}}{{first name}}{{/page}}', '"first name" is no slot name'],
  ])('%s', (_name, source, sentence) => {
    expect(() => parse(source)).toThrow(sentence);
  });

  it.each([
    [
      'a text in a link',
      page(section('<mj-text><a href="{{w}}">x</a></mj-text>'), 'w'),
      'slot "w" of block "page" (text) must be a URL',
    ],
    ['a URL as text', page(section('<mj-text>{{&w}}</mj-text>'), '&w'), '(url) must stand in href or src'],
    [
      'a text in a style',
      page(section('<mj-text><p style="color:{{w}}">x</p></mj-text>'), 'w'),
      'stands in a style',
    ],
    [
      'a text in a style sheet',
      page(`<mj-raw><style>{{w}}</style></mj-raw>`, 'w'),
      'stands where no value can be escaped',
    ],
    [
      'a bare attribute',
      page(section('<mj-text><p {{w}}>x</p></mj-text>'), 'w'),
      'slot "w" of block "page" was lost by MJML',
    ],
    [
      'HTML inside a tag',
      page(section('<mj-text><p title="{{*w}}">x</p></mj-text>'), '*w'),
      'is HTML and stands inside a tag',
    ],
    ['a slot that MJML loses', page(section('<mj-text>x</mj-text>{{w}}'), 'w'), 'slot "w" of block "page"'],
    [
      'an image without alt',
      page(section('<mj-image src="https://x.example/a.png" />')),
      'an image without alt',
    ],
    ['an attribute MJML does not know', page(section('<mj-text colour="red">x</mj-text>')), 'colour'],
    ['an include of MJML itself', page('<mj-include path="./a.mjml" />'), 'emails/x/x.mjml: mj-include'],
    [
      'a text in an mj-style',
      page('').replace('</mj-head>', '<mj-style>{{w}}</mj-style></mj-head>').replace('lead ', 'lead w '),
      'stands where no value can be escaped',
    ],
  ])('%s', async (_name, source, sentence) => {
    await expect(compile(source)).rejects.toThrow(sentence);
  });

  it('keeps a template without a title or a preheader out', async () => {
    await expect(
      compile(
        '{{#page a}}<mjml lang="en" dir="ltr"><mj-head><mj-title>{{a}}</mj-title></mj-head><mj-body></mj-body></mjml>{{/page}}',
      ),
    ).rejects.toThrow('no preheader');
    await expect(
      compile(
        '{{#page a}}<mjml lang="en" dir="ltr"><mj-head><mj-preview>{{a}}</mj-preview></mj-head><mj-body></mj-body></mjml>{{/page}}',
      ),
    ).rejects.toThrow('no title');
    await expect(compile(page('').replace(' lang="en"', ''))).rejects.toThrow('lang');
  });

  it('puts tokens and partials in place', () => {
    const { children } = parse('{{#page word}}{{=light.ink}}{{> layout/part}}{{/page}}');
    expect(children.filter((child) => child !== '')).toEqual([
      '#123456',
      '<mj-text>',
      { type: 'slot', name: 'word', kind: 'text' },
      '</mj-text>',
    ]);
  });
});
