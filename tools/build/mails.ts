/**
 * Compiles emails/**\/*.mjml at build time to typed functions in emails/compiled/ that only escape and join
 * (docs/architecture.md §10). The one place that imports MJML: none of it reaches a Lambda.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DARK, LIGHT, STYLES, TYPE } from '../../emails/layout/tokens.ts';
import { isMain } from '../command.ts';
import { type CompiledBlock, cut, emitChunks, emitModule, type Marked, sharedChunks } from './mail-emit.ts';
import { mend, squeeze } from './mail-html.ts';
import {
  type Block,
  type Node,
  parseTemplate,
  type SlotKind,
  type Sources,
  TemplateError,
} from './mail-template.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EMAILS = join(ROOT, 'emails');
const COMPILED = join(EMAILS, 'compiled');
const TOKENS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: LIGHT,
  dark: DARK,
  type: TYPE,
  style: STYLES,
};

/** Includes from emails/, tokens from emails/layout/tokens.ts. */
export const diskSources: Sources = {
  include: (name) => {
    const file = join(EMAILS, `${name}.mjml`);
    return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(name) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  },
  token: (path) => {
    const [group = '', name = ''] = path.split('.');
    return TOKENS[group]?.[name];
  },
};

export interface TemplateFile {
  /** `plan`, and `kit` for emails/layout/kit.mjml. */
  readonly name: string;
  readonly file: string;
  readonly root: Block;
}

/** Every mail's template and the kit of shared blocks, parsed. */
export function readTemplates(): readonly TemplateFile[] {
  const folders = readdirSync(EMAILS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = folders.map((entry) =>
    entry.name === 'layout' ? 'layout/kit' : `${entry.name}/${entry.name}`,
  );
  return paths
    .filter((path) => existsSync(join(EMAILS, `${path}.mjml`)))
    .sort()
    .map((path) => {
      const file = `emails/${path}.mjml`;
      return {
        name: path.split('/')[1] ?? path,
        file,
        root: parseTemplate(readFileSync(join(ROOT, file), 'utf8'), file, diskSources),
      };
    });
}

/** Elements whose content MJML passes on untouched; elsewhere a bare word would be lost and is wrapped. */
const ENDING = new Set(['mj-text', 'mj-table', 'mj-button', 'mj-raw', 'mj-style', 'mj-title', 'mj-preview']);

function innermost(source: string): string {
  const stack: string[] = [];
  for (const match of source.matchAll(/<(\/?)(mj[a-z-]*)\b[^>]*?(\/?)>/g)) {
    if (match[1] === '/') stack.pop();
    else if (match[3] !== '/') stack.push(match[2] ?? '');
  }
  return stack.at(-1) ?? '';
}

/**
 * A mark that MJML carries through: bare inside text, wrapped between elements, and outside the document not
 * at all.
 */
function carried(source: string, mark: string): string {
  const element = innermost(source);
  if (element === '' || element === 'mjml') return element === '' ? '' : mark;
  return ENDING.has(element) ? mark : `<mj-raw>${mark}</mj-raw>`;
}

function letters(index: number): string {
  return `${String.fromCharCode(97 + (Math.floor(index / 676) % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}${String.fromCharCode(97 + (index % 26))}`;
}

const inStyle = (source: string): boolean =>
  innermost(source) === 'mj-style' || source.lastIndexOf('<style') > source.lastIndexOf('</style');

/** Replaces slots and block borders by letter-only marks. */
export function mark(root: Block, file: string): Marked {
  const slots = new Map<string, { block: string; name: string; kind: SlotKind }>();
  const blocks = new Map<string, Block>();
  let source = '';
  let next = 0;
  const walk = (block: Block, outer: boolean): void => {
    const id = letters(next++);
    blocks.set(id, block);
    if (!outer) source += carried(source, `QZO${id}ZQ`);
    for (const node of block.children) {
      if (typeof node === 'string') source += node;
      else if (node.type === 'block') walk(node, false);
      else {
        const slotId = letters(next++);
        if (inStyle(source))
          throw new TemplateError(
            `${file}: slot "${node.name}" of block "${block.name}" stands where no value can be escaped.`,
          );
        slots.set(slotId, { block: block.name, name: node.name, kind: node.kind });
        source += node.kind === 'html' ? carried(source, `QZS${slotId}ZQ`) : `QZS${slotId}ZQ`;
      }
    }
    if (!outer) source += carried(source, `QZC${id}ZQ`);
  };
  walk(root, true);
  return { source, slots, blocks };
}

/**
 * MJML, strict, with its faults mended: the same for a template at build time and for a filled one (the
 * comparison test).
 */
export async function renderMjml(source: string, file: string): Promise<string> {
  // MJML drops an include that it does not follow without a word; ours are {{> …}}.
  if (/<mj-include\b/.test(source))
    throw new TemplateError(`${file}: mj-include is not used here; write {{> layout/name}}.`);
  // `fonts: {}`: MJML would fetch a web font for every well-known name in a font stack.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(source, { validationLevel: 'strict', minify: true, fonts: {} });
  if (errors.length > 0)
    throw new TemplateError(`${file}: ${errors.map((error) => error.formattedMessage).join('; ')}`);
  return squeeze(mend(html, file));
}

export async function compileTemplate(template: TemplateFile): Promise<readonly CompiledBlock[]> {
  const marked = mark(template.root, template.file);
  const outer = [...marked.blocks].find(([, block]) => block === template.root)?.[0] ?? '';
  const html = await renderMjml(marked.source, template.file);
  return cut(`QZO${outer}ZQ${html}QZC${outer}ZQ`, marked, template.file);
}

/**
 * Compiles every mail. Returns the files written, relative to the repository. Throws TemplateError with file
 * and name.
 */
export async function buildMails(): Promise<readonly string[]> {
  const templates = readTemplates();
  const compiled: (readonly CompiledBlock[])[] = [];
  for (const template of templates) compiled.push(await compileTemplate(template));
  const chunks = sharedChunks(compiled);
  const files = new Map(
    templates.map((template, index) => [
      `${template.name}.ts`,
      emitModule(template.name, compiled[index] ?? [], chunks),
    ]),
  );
  files.set('chunks.ts', emitChunks(chunks));
  mkdirSync(COMPILED, { recursive: true });
  for (const name of readdirSync(COMPILED)) if (!files.has(name)) rmSync(join(COMPILED, name));
  for (const [name, source] of files) writeFileSync(join(COMPILED, name), source);
  return [...files.keys()].map((name) => join('emails/compiled', name));
}

/**
 * The MJML source of a template with values in place, for comparing the compiled functions with MJML itself.
 * `fill` gives the finished (escaped) text of a slot; `repeat` the number of times a block stands there.
 */
export function expand(
  root: Block,
  fill: (slot: string, kind: SlotKind, block: string, path: string) => string,
  repeat: (block: string, path: string) => number,
): string {
  let source = '';
  const walk = (children: readonly Node[], block: string, path: string): void => {
    for (const node of children) {
      if (typeof node === 'string') source += node;
      else if (node.type === 'slot') {
        const value = fill(node.name, node.kind, block, path);
        source += node.kind === 'html' ? carried(source, value) : value;
      } else
        for (let time = 0; time < repeat(node.name, path); time += 1)
          walk(node.children, node.name, `${path}/${node.name}${time}`);
    }
  };
  walk(root.children, root.name, '');
  return source;
}

if (isMain(import.meta)) {
  const written = await buildMails();
  process.stdout.write(`mails: ${written.length} files compiled\n`);
}
