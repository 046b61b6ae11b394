/**
 * What a mail is put together from, written down: which block stands in which, with which values. The
 * composing code runs as it is, only the compiled blocks are exchanged for ones that take notes, so that
 * other template engines can be given exactly the same content.
 */
import { build, type Plugin } from 'esbuild';
import type { MailView } from '../../../views/mail/views.ts';
import { blocksOf } from '../../build/mail-template.ts';
import { compileTemplate, readTemplates } from '../../build/mails.ts';
import { ROOT } from '../../quality/guards/tree.ts';

export type Value = string | number | readonly Node[];
export interface Node {
  /** `plan.page`, `kit.softBox` */
  readonly block: string;
  readonly slots: Readonly<Record<string, Value>>;
}
interface Recorder {
  readonly renderMail: (view: MailView) => { readonly html: string };
  readonly notes: { readonly block: string; readonly slots: Readonly<Record<string, string | number>> }[];
}

/** `LINE` of emails/escape.ts, as a block of its own. */
const NEW_LINE = 'escape.line';
const RECORDER = `
export const notes = [];
export const note = (block) => (slots) => '⟦' + (notes.push({ block, slots: { ...slots } }) - 1) + '⟧';
`;
const takingNotes: Plugin = {
  name: 'blocks that take notes',
  setup: (bundle) => {
    const templates = new Map(readTemplates().map((template) => [template.name, template]));
    bundle.onResolve({ filter: /compiled\/[a-z-]+\.ts$/ }, ({ path }) => ({
      path: /compiled\/([a-z-]+)\.ts$/.exec(path)?.[1] ?? path,
      namespace: 'notes',
    }));
    bundle.onResolve({ filter: /^recorder$/ }, () => ({ path: 'recorder', namespace: 'recorder' }));
    bundle.onLoad({ filter: /.*/, namespace: 'recorder' }, () => ({ contents: RECORDER, loader: 'js' }));
    bundle.onLoad({ filter: /.*/, namespace: 'notes' }, ({ path }) => {
      const names = blocksOf(
        templates.get(path)?.root ?? { type: 'block', name: 'page', slots: [], children: [] },
      ).map(({ name }) => name);
      const lines = names.map((name) => `export const ${name} = note('${path}.${name}');`);
      return { contents: `import { note } from 'recorder';\n${lines.join('\n')}`, loader: 'js' };
    });
  },
};

/** A function that gives the tree of any mail. */
export async function makeRecorder(): Promise<(view: MailView) => Node> {
  const stdin = {
    contents: "export { renderMail } from './emails/render.ts'; export { notes } from 'recorder';",
    resolveDir: ROOT,
    loader: 'ts' as const,
  };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [takingNotes],
  });
  const code = outputFiles[0]?.text ?? '';
  const recorder = (await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )) as Recorder;
  const nodesIn = (marks: string): readonly Node[] =>
    [...marks.matchAll(/⟦(\d+)⟧|\n/g)].map(([mark, index]) =>
      mark === '\n' ? { block: NEW_LINE, slots: {} } : nodeAt(Number(index)),
    );
  const nodeAt = (index: number): Node => {
    const noted = recorder.notes[index];
    if (noted === undefined) throw new Error(`block ${index} was not noted`);
    const slots = Object.entries(noted.slots).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('⟦') ? nodesIn(value) : value,
    ]);
    return { block: noted.block, slots: Object.fromEntries(slots) };
  };
  return (view) => {
    recorder.notes.length = 0;
    const [root] = nodesIn(recorder.renderMail(view).html);
    if (root === undefined) throw new Error('a mail without blocks');
    return root;
  };
}

export type Part =
  | { readonly literal: string }
  | { readonly slot: string; readonly kind: 'text' | 'url' | 'number' | 'html' };
let compiled: Promise<ReadonlyMap<string, readonly Part[]>> | undefined;
/** The compiled parts of every block by `mail.block`; compiled once a process. */
export const compiledParts = (): Promise<ReadonlyMap<string, readonly Part[]>> => {
  compiled ??= compileAll();
  return compiled;
};
async function compileAll(): Promise<ReadonlyMap<string, readonly Part[]>> {
  const all = new Map<string, readonly Part[]>([[NEW_LINE, [{ literal: '\n' }]]]);
  for (const template of readTemplates()) {
    for (const { name, parts } of await compileTemplate(template)) all.set(`${template.name}.${name}`, parts);
  }
  return all;
}

/** The mail as one list of pieces: static HTML, and the value of each slot. */
export function flatten(
  node: Node,
  parts: ReadonlyMap<string, readonly Part[]>,
): readonly (
  | { readonly literal: string }
  | { readonly kind: 'text' | 'url' | 'number'; readonly value: string | number }
)[] {
  const own = parts.get(node.block);
  if (own === undefined) throw new Error(`no template has a block ${node.block}`);
  return own.flatMap((part) => {
    if ('literal' in part) return [part];
    const value = node.slots[part.slot];
    if (part.kind === 'html')
      return Array.isArray(value) ? (value as readonly Node[]).flatMap((one) => flatten(one, parts)) : [];
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error(`${node.block}.${part.slot} has no value`);
    return [{ kind: part.kind, value }];
  });
}
