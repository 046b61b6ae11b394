/** What the bundles of a build are made of: bytes, and modules that are inside. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { functionNames } from '../../build/bundle.ts';

/** Bytes and modules of one bundle, read from the file and its source map. Throws when it was not built. */
export function countBundle(
  folder: string,
  name: string,
): { readonly bytes: number; readonly modules: number } {
  const file = path.join(folder, name, 'index.mjs');
  if (!existsSync(file)) throw new Error(`There is no ${file}: run npm run build.`);
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as {
    readonly sources: readonly string[];
  };
  return { bytes: statSync(file).size, modules: sources.length };
}

/** `bundle <name>: KB` and `bundle <name>: modules` of every function. */
export const countBundles = (root: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    functionNames(root).flatMap((name) => {
      const { bytes, modules } = countBundle(path.join(root, 'dist'), name);
      return [
        [`bundle ${name}: KB`, Math.ceil(bytes / 1000)],
        [`bundle ${name}: modules`, modules],
      ];
    }),
  );
