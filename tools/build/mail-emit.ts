/**
 * Writes a compiled template as TypeScript: one function a block, strings joined with escaped values, nothing
 * else.
 */
import { INLINE, toAscii } from './mail-html.ts';
import { type Block, type SlotKind, TemplateError } from './mail-template.ts';

export interface Marked {
  /** MJML source with letter-only marks in place of slots and block borders. */
  readonly source: string;
  /** Slot by mark; block borders are `QZO<id>ZQ` and `QZC<id>ZQ`. */
  readonly slots: ReadonlyMap<
    string,
    { readonly block: string; readonly name: string; readonly kind: SlotKind }
  >;
  readonly blocks: ReadonlyMap<string, Block>;
}
type Part = { readonly literal: string } | { readonly slot: string; readonly kind: SlotKind };
export interface CompiledBlock {
  readonly name: string;
  readonly slots: ReadonlyMap<string, SlotKind>;
  readonly parts: readonly Part[];
}

const TS_TYPE: Readonly<Record<SlotKind, string>> = {
  text: 'string',
  url: 'string',
  number: 'number',
  html: 'Html',
};
const CALL: Readonly<Record<SlotKind, string>> = {
  text: 'text',
  url: 'url',
  number: 'number',
  html: 'block',
};
const MARK = /QZ([SOC])([a-z]+)ZQ/g;

/**
 * An escaped text is safe between tags and in quoted attributes, never in a style or a link; a URL only in
 * href or src.
 */
function checkPlace(html: string, at: number, kind: SlotKind, where: string): void {
  const before = html.slice(0, at);
  const tagAt = before.lastIndexOf('<');
  const inTag = tagAt > before.lastIndexOf('>');
  const attribute = inTag ? (/([a-z-]+)="[^"]*$/i.exec(before.slice(tagAt))?.[1] ?? '') : null;
  const inStyle = before.lastIndexOf('<style') > before.lastIndexOf('</style');
  const isLink = attribute === 'href' || attribute === 'src';
  if (inStyle || attribute === '') throw new TemplateError(`${where} stands where no value can be escaped.`);
  if (isLink !== (kind === 'url'))
    throw new TemplateError(
      `${where} (${kind}) must ${isLink ? 'be a URL, {{&…}}' : 'stand in href or src'}.`,
    );
  if (attribute === 'style')
    throw new TemplateError(`${where} stands in a style; use a block for each look.`);
  if (kind === 'html' && inTag) throw new TemplateError(`${where} is HTML and stands inside a tag.`);
}

/**
 * A block that begins with a tag of its own line starts one, so that lines stay short however often it stands
 * in a mail.
 */
const startsLine = (html: string, at: number): boolean =>
  at > 0 &&
  html.charAt(at) === '<' &&
  !html.startsWith('<!doctype', at) &&
  !INLINE.test(html.slice(at, at + 12));

/** Cuts MJML's output at the marks. Throws when a slot or block was lost on the way. */
export function cut(html: string, marked: Marked, file: string): readonly CompiledBlock[] {
  const done = new Map<string, CompiledBlock>();
  const seen = new Set<string>();
  const stack: { name: string; parts: Part[]; slots: Map<string, SlotKind> }[] = [];
  let at = 0;
  const literal = (end: number): void => {
    const piece = toAscii(html.slice(at, end));
    if (piece === '') return;
    if (stack.length === 0) throw new TemplateError(`${file}: MJML put text outside the outer block.`);
    stack.at(-1)?.parts.push({ literal: piece });
  };
  for (const match of html.matchAll(MARK)) {
    literal(match.index);
    at = match.index + match[0].length;
    const id = match[2] ?? '';
    if (match[1] === 'S') {
      const slot = marked.slots.get(id);
      const top = stack.at(-1);
      if (slot === undefined || top === undefined || top.name !== slot.block)
        throw new TemplateError(`${file}: slot "${slot?.name ?? id}" left its block ${slot?.block ?? ''}.`);
      checkPlace(html, match.index, slot.kind, `${file}: slot "${slot.name}" of block "${slot.block}"`);
      seen.add(id);
      top.slots.set(slot.name, slot.kind);
      top.parts.push({ slot: slot.name, kind: slot.kind });
      continue;
    }
    const block = marked.blocks.get(id);
    if (block === undefined) throw new TemplateError(`${file}: an unknown mark.`);
    if (match[1] === 'O') {
      const parent = stack.at(-1);
      parent?.slots.set(block.name, 'html');
      parent?.parts.push({ slot: block.name, kind: 'html' });
      stack.push({
        name: block.name,
        parts: startsLine(html, at) ? [{ literal: '\n' }] : [],
        slots: new Map(),
      });
    } else {
      const top = stack.pop();
      if (top?.name !== block.name)
        throw new TemplateError(
          `${file}: block "${block.name}" is cut by MJML; its borders must stand in the same element.`,
        );
      done.set(block.name, top);
    }
  }
  literal(html.length);
  for (const [id, slot] of marked.slots)
    if (!seen.has(id))
      throw new TemplateError(`${file}: slot "${slot.name}" of block "${slot.block}" was lost by MJML.`);
  for (const block of marked.blocks.values())
    if (!done.has(block.name)) throw new TemplateError(`${file}: block "${block.name}" was lost by MJML.`);
  return [...done.values()];
}

const HOIST_LENGTH = 160;

/** Static pieces that stand in more than one place, by text: they are written once, in chunks.ts. */
export function sharedChunks(compiled: readonly (readonly CompiledBlock[])[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const part of compiled.flat().flatMap((block) => block.parts)) {
    if ('literal' in part && part.literal.length >= HOIST_LENGTH)
      count.set(part.literal, (count.get(part.literal) ?? 0) + 1);
  }
  return new Map([...count].filter(([, times]) => times > 1).map(([piece], index) => [piece, `c${index}`]));
}

export function emitChunks(chunks: ReadonlyMap<string, string>): string {
  return `// Written by tools/build/mails.ts.\n${[...chunks].map(([piece, name]) => `export const ${name} = ${JSON.stringify(piece)};`).join('\n')}\n`;
}

function typeName(block: string): string {
  return `${block.charAt(0).toUpperCase()}${block.slice(1)}Slots`;
}

function emitBlock(block: CompiledBlock, mail: string, chunks: ReadonlyMap<string, string>): string {
  const fields = [...block.slots].map(([name, kind]) => `  readonly ${name}: ${TS_TYPE[kind]};`);
  const parts = block.parts.map((part) =>
    'literal' in part
      ? (chunks.get(part.literal) ?? JSON.stringify(part.literal))
      : `${CALL[part.kind]}(slots.${part.slot}, '${mail}.${block.name}.${part.slot}')`,
  );
  const argument = fields.length === 0 ? '' : `slots: ${typeName(block.name)}`;
  const shape =
    fields.length === 0 ? '' : `export interface ${typeName(block.name)} {\n${fields.join('\n')}\n}\n`;
  return `${shape}export function ${block.name}(${argument}): Html {\n  return finished(\n    ${parts.length === 0 ? "''" : parts.join(' +\n    ')},\n  );\n}\n`;
}

/** The module of one mail. */
export function emitModule(
  mail: string,
  blocks: readonly CompiledBlock[],
  chunks: ReadonlyMap<string, string>,
): string {
  const bodies = blocks.map((block) => emitBlock(block, mail, chunks));
  const all = bodies.join('\n');
  const calls = ['block', 'finished', 'number', 'text', 'url'].filter((name) =>
    new RegExp(`\\b${name}\\(`).test(all),
  );
  const hoisted = [...new Set([...all.matchAll(/^ {4}(c\d+)\b/gm)].map((match) => match[1] ?? ''))].sort();
  const imports = [
    `import { ${[...calls, 'type Html'].join(', ')} } from '../escape.ts';`,
    ...(hoisted.length === 0 ? [] : [`import { ${hoisted.join(', ')} } from './chunks.ts';`]),
  ];
  return `// Written by tools/build/mails.ts from emails/${mail}. Do not edit.\n${imports.join('\n')}\n\n${all}`;
}
