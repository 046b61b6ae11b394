/**
 * The same mail from the same values through five engines. Every peer gets its values ready-made and its
 * template in the shape that suits it best: no loops, no partials, one pass. `handlebars with partials` is
 * the shape people write. A peer is loaded when it is asked for.
 */
import { build } from 'esbuild';
import { number, text, url } from '../../../emails/escape.ts';
import { emitModule } from '../../build/mail-emit.ts';
import { expand, readTemplates } from '../../build/mails.ts';
import { ROOT } from '../../quality/guards/tree.ts';
import type { flatten, Node, Part, Value } from '../mail/recorded.ts';

type Parts = ReadonlyMap<string, readonly Part[]>;
type Flat = ReturnType<typeof flatten>;
type Values = Readonly<Record<string, string | number>>;
const slotName = (index: number): string => `v${index}`;
const valuesOf = (flat: Flat): Values =>
  Object.fromEntries(
    flat.flatMap((piece, index) => ('literal' in piece ? [] : [[slotName(index), piece.value]])),
  );

/** Our own compiler's function for the flat template. */
export async function ours(flat: Flat): Promise<() => Buffer> {
  const slots = new Map(
    flat.flatMap((piece, index) => ('literal' in piece ? [] : [[slotName(index), piece.kind] as const])),
  );
  const parts = flat.map((piece, index) =>
    'literal' in piece ? piece : { slot: slotName(index), kind: piece.kind },
  );
  const contents = emitModule('bench', [{ name: 'page', slots, parts }], new Map());
  const stdin = { contents, resolveDir: `${ROOT}/emails/compiled`, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  const { page } = (await import(`data:text/javascript;base64,${code}`)) as {
    readonly page: (values: Values) => string;
  };
  const values = valuesOf(flat);
  return () => Buffer.from(page(values), 'latin1');
}

const escaped = (literal: string): string => {
  if (literal.includes('{{')) throw new Error('a static piece that Handlebars would read');
  return literal;
};
/** Handlebars over the flat template. */
export async function handlebars(flat: Flat): Promise<() => Buffer> {
  const { default: Handlebars } = await import('handlebars');
  const source = flat
    .map((piece, index) => ('literal' in piece ? escaped(piece.literal) : `{{${slotName(index)}}}`))
    .join('');
  const template = Handlebars.compile(source, { preventIndent: true });
  const values = valuesOf(flat);
  template(values);
  return () => Buffer.from(template(values));
}

/** Handlebars as one writes it: a partial for each block, loops over what repeats. */
export async function handlebarsPartials(root: Node, parts: Parts): Promise<() => Buffer> {
  const { default: Handlebars } = await import('handlebars');
  const engine = Handlebars.create();
  const nameOf = (block: string): string => block.replace('.', '_');
  for (const [block, own] of parts) {
    const source = own.map((part) =>
      'literal' in part
        ? escaped(part.literal)
        : part.kind === 'html'
          ? `{{#each ${part.slot}}}{{> (lookup . '$block')}}{{/each}}`
          : `{{${part.slot}}}`,
    );
    engine.registerPartial(nameOf(block), engine.compile(source.join(''), { preventIndent: true }));
  }
  const contextOf = (node: Node): Readonly<Record<string, unknown>> => ({
    $block: nameOf(node.block),
    ...Object.fromEntries(
      Object.entries(node.slots).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(contextOf) : value,
      ]),
    ),
  });
  const context = contextOf(root);
  const template = engine.compile(`{{> ${nameOf(root.block)}}}`, { preventIndent: true });
  return () => Buffer.from(template(context));
}

/**
 * MJML for each mail: the page's own source with its holes filled; what stands inside the sections is given
 * as finished HTML, which spares MJML work.
 */
export async function mjml(root: Node, htmlOf: (node: Node) => string): Promise<() => Promise<Buffer>> {
  const { default: mjml2html } = await import('mjml');
  const [mail = ''] = root.block.split('.');
  const template = readTemplates().find(({ name }) => name === mail);
  if (template === undefined) throw new Error(`no template ${mail}`);
  const written = (
    value: Value | undefined,
    kind: 'text' | 'url' | 'number' | 'html',
    slot: string,
  ): string => {
    if (kind === 'html') return Array.isArray(value) ? (value as readonly Node[]).map(htmlOf).join('') : '';
    return typeof value === 'number'
      ? number(value, slot)
      : kind === 'url'
        ? url(String(value), slot)
        : text(String(value), slot);
  };
  const source = expand(
    template.root,
    (slot, kind) => written(root.slots[slot], kind, slot),
    () => 0,
  );
  return async () => {
    const { html } = await mjml2html(source, { validationLevel: 'skip', fonts: {} });
    return Buffer.from(html);
  };
}

/** react-email's renderer over the elements a hand-written component would create. */
export async function reactEmail(flat: Flat): Promise<() => Promise<Buffer>> {
  const { render: renderReact } = await import('@react-email/render');
  const { reactMail } = await import('./react.ts');
  const component = reactMail(flat);
  const values = valuesOf(flat);
  return async () => Buffer.from(await renderReact(component(values)));
}
