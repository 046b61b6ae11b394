/**
 * The template language of the mails: MJML with holes, and nothing that decides.
 *
 *   {{> layout/head}}          includes emails/layout/head.mjml
 *   {{=light.ink}}             a design token, put in at build time
 *   {{#card name &link %width *rows}} … {{/card}}   a block: a function of its own, with the slots it declares
 *   {{name}} {{&link}} {{%width}} {{*rows}}         text (escaped) · URL · number · finished HTML of another block
 *
 * A block nested in another is a hole of the outer one under the same name; compose.ts fills it with none,
 * one or many. Refused, with file, line and name: a slot that is not declared or not used, `{{{raw}}}`, an
 * unknown include or token.
 */
export type SlotKind = 'text' | 'url' | 'number' | 'html';
export interface SlotDeclaration {
  readonly name: string;
  readonly kind: SlotKind;
}
export interface Slot {
  readonly type: 'slot';
  readonly name: string;
  readonly kind: SlotKind;
}
export interface Block {
  readonly type: 'block';
  readonly name: string;
  readonly slots: readonly SlotDeclaration[];
  readonly children: readonly Node[];
}
export type Node = string | Slot | Block;

/** Reads an include or a token; undefined = there is none. */
export interface Sources {
  readonly include: (name: string) => string | undefined;
  readonly token: (path: string) => string | undefined;
}

export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

const KIND_BY_MARK: Readonly<Record<string, SlotKind>> = {
  '': 'text',
  '&': 'url',
  '%': 'number',
  '*': 'html',
};
const MARKER = /\{\{(\{?)([^{}]*)\}?\}\}/g;
const NAME = /^[a-z][A-Za-z0-9]*$/;

function declaration(word: string, where: string): SlotDeclaration {
  const mark = /^[&%*]/.exec(word)?.[0] ?? '';
  const name = word.slice(mark.length);
  if (!NAME.test(name))
    throw new TemplateError(
      `${where}: "${word}" is no slot name; write it like {{firstName}}, {{&link}}, {{%width}} or {{*rows}}.`,
    );
  return { name, kind: KIND_BY_MARK[mark] ?? 'text' };
}

interface Open {
  readonly name: string;
  readonly slots: readonly SlotDeclaration[];
  readonly children: Node[];
  readonly used: Set<string>;
  readonly where: string;
}

function useSlot(open: Open, marker: string, where: string): Slot {
  const { name, kind } = declaration(marker, where);
  const declared = open.slots.find((slot) => slot.name === name);
  if (declared === undefined)
    throw new TemplateError(
      `${where}: slot "${name}" is unknown; declare it on the block {{#${open.name} …}}.`,
    );
  if (declared.kind !== kind)
    throw new TemplateError(
      `${where}: slot "${name}" is declared as ${declared.kind} on {{#${open.name} …}} and used as ${kind}.`,
    );
  open.used.add(name);
  return { type: 'slot', name, kind };
}

function closeBlock(open: Open): Block {
  const unused = open.slots.find((slot) => !open.used.has(slot.name));
  if (unused !== undefined)
    throw new TemplateError(
      `${open.where}: slot "${unused.name}" is declared on {{#${open.name} …}} and never used.`,
    );
  return { type: 'block', name: open.name, slots: open.slots, children: open.children };
}

function openBlock(marker: string, parent: Open | undefined, where: string): Open {
  const [name = '', ...words] = marker.slice(1).trim().split(/\s+/);
  if (!NAME.test(name))
    throw new TemplateError(
      `${where}: "${name}" is no block name; write it like {{#exerciseCard name dose}}.`,
    );
  const slots = words.map((word) => declaration(word, where));
  if (parent?.slots.some((slot) => slot.name === name)) {
    throw new TemplateError(`${where}: block "${name}" has the name of a slot of {{#${parent.name} …}}.`);
  }
  return { name, slots, children: [], used: new Set(), where };
}

/** Parses `source` to its one outer block. `file` is for messages. Throws TemplateError. */
export function parseTemplate(source: string, file: string, sources: Sources): Block {
  const stack: Open[] = [];
  const roots: Block[] = [];
  const names = new Set<string>();
  const put = (node: Node, where: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.children.push(node);
    else if (typeof node !== 'string') roots.push(node as Block);
    else if (node.trim() !== '') throw new TemplateError(`${where}: text outside the outer block.`);
  };
  const read = (text: string, name: string, depth: number): void => {
    if (depth > 8) throw new TemplateError(`${name}: includes go round in a circle.`);
    let at = 0;
    for (const match of text.matchAll(MARKER)) {
      const where = `${name}:${text.slice(0, match.index).split('\n').length}`;
      const marker = (match[2] ?? '').trim();
      put(text.slice(at, match.index), where);
      at = match.index + match[0].length;
      if (match[1] === '{')
        throw new TemplateError(`${where}: {{{${marker}}}} would not be escaped; use {{${marker}}}.`);
      step(marker, where, depth);
    }
    put(text.slice(at), name);
  };
  const step = (marker: string, where: string, depth: number): void => {
    const top = stack.at(-1);
    if (marker.startsWith('>')) {
      const name = marker.slice(1).trim();
      const found = sources.include(name);
      if (found === undefined) throw new TemplateError(`${where}: there is no partial emails/${name}.mjml.`);
      read(found, `emails/${name}.mjml`, depth + 1);
    } else if (marker.startsWith('=')) {
      const value = sources.token(marker.slice(1).trim());
      if (value === undefined)
        throw new TemplateError(
          `${where}: there is no design token "${marker.slice(1).trim()}" in emails/layout/tokens.ts.`,
        );
      put(value, where);
    } else if (marker.startsWith('#')) {
      const open = openBlock(marker, top, where);
      if (names.has(open.name))
        throw new TemplateError(`${where}: block "${open.name}" stands twice in this mail.`);
      names.add(open.name);
      stack.push(open);
    } else if (marker.startsWith('/')) {
      const open = stack.pop();
      if (open === undefined || open.name !== marker.slice(1).trim())
        throw new TemplateError(`${where}: {{${marker}}} closes ${open?.name ?? 'nothing'}.`);
      put(closeBlock(open), where);
    } else {
      if (top === undefined)
        throw new TemplateError(`${where}: slot "${marker}" stands outside every block.`);
      put(useSlot(top, marker, where), where);
    }
  };
  read(source, file, 0);
  const open = stack.at(-1);
  if (open !== undefined) throw new TemplateError(`${open.where}: {{#${open.name}}} is never closed.`);
  const [root, second] = roots;
  if (root === undefined || second !== undefined)
    throw new TemplateError(`${file}: a mail is exactly one outer block, {{#page …}} … {{/page}}.`);
  return root;
}

/** Every block of the tree, outermost first. */
export function blocksOf(root: Block): readonly Block[] {
  return [
    root,
    ...root.children.flatMap((node) =>
      typeof node !== 'string' && node.type === 'block' ? blocksOf(node) : [],
    ),
  ];
}
