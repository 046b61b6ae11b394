/**
 * The reader of HTML replies beside parse5, the parser of the HTML standard: the same words in the same
 * order, for the corpus, for our own mails, and for random trees. Left out, because we read more there on
 * purpose or mails have none: references to no character, a head that is never closed, `xmp`, `iframe`,
 * `textarea`, CDATA and processing instructions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../program/reply/quote/html-to-text.ts';
import {
  CUT_MARKS,
  QUOTE_CLASSES,
  SIGNATURE_CLASSES,
  SILENT_ELEMENTS,
} from '../../../program/reply/words/html.ts';
import { type Entry, readCorpus } from './corpus.ts';

const INLINE = new Set(['a', 'b', 'em', 'font', 'i', 'img', 'span', 'strong', 'u', 'o:p']);
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const ours = (html: string): readonly string[] => wordsOf(htmlToText(html));

/** The words that parse5 sees outside quotes, signatures and silent elements. */
function peer(html: string): readonly string[] {
  const out: string[] = [];
  /** False when the old mail begins: nothing more is read. */
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): boolean => {
    if ('value' in node) out.push(node.value);
    if (!('tagName' in node)) return true;
    const marks = node.attrs
      .filter(({ name }) => ['class', 'id', 'name'].includes(name))
      .flatMap(({ value }) => value.toLowerCase().split(/\s+/));
    const has = (known: readonly string[]): boolean => marks.some((mark) => known.includes(mark));
    if (has(CUT_MARKS)) return false;
    if (SILENT_ELEMENTS.includes(node.tagName) || has(SIGNATURE_CLASSES)) return true;
    const edge = INLINE.has(node.tagName) ? '' : ' ';
    out.push(edge);
    if (node.tagName === 'hr') out.push('________________');
    if (node.tagName === 'blockquote' || has(QUOTE_CLASSES)) out.push(' > ');
    else if (!node.childNodes.every(walk)) return false;
    out.push(edge);
    return true;
  };
  parse(html).childNodes.every(walk);
  return wordsOf(out.join(''));
}

describe('the reader of HTML replies says what parse5 says', () => {
  const { entries } = readCorpus<Entry & { readonly html: string }>('html');
  const known = entries.filter(({ html }) => !/&#9{8};|<head><title>x<body>/.test(html));

  it('of every reply of the corpus but two', () => {
    expect(known).toHaveLength(entries.length - 2);
    for (const { html } of known) expect(ours(html)).toEqual(peer(html));
  });

  it('of our own mails', () => {
    const folder = path.resolve(import.meta.dirname, '../../emails/goldens');
    const mails = readdirSync(folder).filter((name) => name.endsWith('.html'));
    expect(mails.length).toBeGreaterThan(10);
    for (const name of mails) {
      const html = readFileSync(path.join(folder, name), 'utf8');
      expect({ name, words: ours(html) }).toEqual({ name, words: peer(html) });
    }
  });

  it.each([
    ['a sign in an attribute', '<img alt="pain > 8 today">3', ['3']],
    ['a tag in an attribute', '<p title="<b>9</b>">4</p>', ['4']],
    ['a bracket that is no tag', '<p>pain < 3, but my calf is swollen</p>', ['swollen']],
    ['a quote that is none', '<p title=a"b>5</p>', ['5']],
    ['letters with marks', '<p>geschwollen, &uuml;ber Nacht, &Eacute;t&eacute;</p>', ['über', 'Été']],
  ])('of %s', (_, html, words) => {
    expect(ours(html)).toEqual(peer(html));
    expect(ours(html)).toEqual(expect.arrayContaining(words));
  });

  it('reads on when a quote of an attribute is never closed, where parse5 sees nothing more', () => {
    expect(ours('<p title="x>my calf is swollen')).toEqual(['my', 'calf', 'is', 'swollen']);
  });

  it('of random trees', () => {
    const words = [
      '3',
      'calf',
      'pain > 3',
      'a < b',
      '&amp;',
      '&nbsp;',
      '&lt;3',
      '&ouml;',
      '&#x41;',
      '&rsquo;',
      '5&amp;6',
    ];
    const marks = [
      '',
      ' title="a > b 4"',
      " alt='3 > 2'",
      ' class=x',
      ' data-x="<b>"',
      ' title=a"b',
      ' hidden',
    ];
    const bare = [
      '<br>',
      '<br/>',
      '<!-- 3 > 4 -->',
      '<hr>',
      '<img alt="9 > 8">',
      '<o:p></o:p>',
      '<style>b > 3 {}</style>',
      '<script>a < 4</script>',
    ];
    const names = ['div', 'span', 'b', 'i', 'blockquote', 'p'];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...words, ...bare),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.constantFrom(...marks),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([name, mark, inside]) => `<${name}${mark}>${inside.join(' ')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (html) => {
        expect(ours(html)).toEqual(peer(html));
      }),
      { numRuns: 300 },
    );
  });
});
