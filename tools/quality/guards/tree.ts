/** The files of the source tree, without what is installed or generated. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Every folder that may hold source, the product's first; those not there yet are passed over. */
export const SOURCE_FOLDERS = [
  'program',
  'views',
  'emails',
  'web',
  'functions',
  'infra',
  'local',
  'simulate',
  'cli',
  'tools',
  'test',
] as const;

const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  'dist',
  '.cache',
  'cdk.out',
  'coverage',
  'emails/compiled',
]);

/**
 * Paths of all files under `folder` (relative to `root`, with `/`), sorted; nothing when the folder is not
 * there.
 */
export function filesUnder(root: string, folder = ''): readonly string[] {
  if (!existsSync(path.join(root, folder))) return [];
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.has(name) || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return filesUnder(root, name);
    return entry.isFile() ? [name] : [];
  });
  return found.sort();
}

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|pdf|zip|gz|br|wasm|eml)$/i;

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Every text file of the tree with its content. */
export const textFiles = (root: string): readonly SourceFile[] =>
  filesUnder(root)
    .filter((name) => !BINARY.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
