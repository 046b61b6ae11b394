import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Html, number, text, url } from '../../emails/escape.ts';
import type { Block, SlotKind } from '../../tools/build/mail-template.ts';
import { expand, readTemplates, renderMjml } from '../../tools/build/mails.ts';

type Compiled = Readonly<Record<string, (slots: Readonly<Record<string, unknown>>) => Html>>;
const templates = readTemplates();

/** Values for every place of a template: the same path gets the same value on both sides. */
const values = fc.record({
  texts: fc.array(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((s) => `w${s.replace(/\p{Cc}|\s/gu, ' ')}`.replace(/ +/g, ' ').trim()),
    { minLength: 7, maxLength: 7 },
  ),
  urls: fc.array(
    fc
      .webUrl({ withQueryParameters: true })
      .map((u) => encodeURI(decodeURI(u)).replace(/[^\x21-\x7e]|[<>"\\^`{|}]/g, '')),
    { minLength: 3, maxLength: 3 },
  ),
  numbers: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
  times: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
});
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], key: string): T =>
  list[[...key].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % list.length]!;
const HOLE = 'hole' as Html;
const raw = (v: Values, kind: SlotKind, key: string): string | number =>
  kind === 'text'
    ? pick(v.texts, key)
    : kind === 'url'
      ? pick(v.urls, key)
      : kind === 'number'
        ? pick(v.numbers, key)
        : HOLE;
const written = (v: Values, kind: SlotKind, key: string): string => {
  const value = raw(v, kind, key);
  if (kind === 'html') return HOLE;
  return typeof value === 'number' ? number(value, key) : kind === 'url' ? url(value, key) : text(value, key);
};
const times = (v: Values, block: string, path: string): number => pick(v.times, `${path}/${block}`);

function compose(compiled: Compiled, block: Block, path: string, v: Values): Html {
  const slots: Record<string, unknown> = {};
  for (const node of block.children) {
    if (typeof node === 'string') continue;
    if (node.type === 'slot') slots[node.name] = raw(v, node.kind, `${path}.${node.name}`);
    else
      slots[node.name] = Array.from(
        { length: times(v, node.name, path) },
        (_, n) => `${compose(compiled, node, `${path}/${node.name}${n}`, v)}\n`,
      ).join('');
  }
  return compiled[block.name]!(slots);
}

/**
 * MJML merges neighbouring Outlook comments, which holes between sections prevent; line breaks stand where
 * either side needed them.
 */
const normal = (html: string): string =>
  html.replaceAll('\n', '').replaceAll('<![endif]--><!--[if mso | IE]>', '');
/**
 * The blocks of the kit stand on lines of their own in its source, of which MJML makes a space or nothing; no
 * mail puts them side by side like that, and the spaces of the mails themselves are held by their goldens.
 */
const apart = (html: string): string => normal(html).replace(/\s+/g, '');

describe('a compiled mail', () => {
  it.each(templates.map((t) => [t.name, t] as const))(
    '%s is what MJML itself writes for the same values',
    async (name, template) => {
      const compiled = (await import(`../../emails/compiled/${name}.ts`)) as Compiled;
      await fc.assert(
        fc.asyncProperty(values, async (v) => {
          const source = expand(
            template.root,
            (slot, kind, _block, path) => written(v, kind, `${path}.${slot}`),
            (block, path) => times(v, block, path),
          );
          const mjml = await renderMjml(source, template.file);
          const same = name === 'kit' ? apart : normal;
          expect(same(compose(compiled, template.root, '', v))).toBe(same(text8(mjml)));
        }),
        { numRuns: name === 'kit' ? 6 : 2 },
      );
    },
  );
});

/** The static words of a template beyond ASCII are entities in the compiled mail. */
const text8 = (html: string): string => html.replace(/\P{ASCII}/gu, (c) => `&#${c.codePointAt(0)};`);
