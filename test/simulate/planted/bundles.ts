/** Bundles with a planted mistake: made in a folder of their own, imported by the test alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import type { FunctionName } from '../../../functions/shell/env.ts';
import { loadBundles } from '../../../simulate/population/bundles.ts';
import type { Bundle } from '../../../simulate/population/worker.ts';
import { bundleFunction } from '../../../tools/build/bundle.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';
import type { Bug, Patch } from './bugs.ts';

/** Stands in every bundle with a mistake, and in none of the build. */
const MARKED = 'PLANTED_MISTAKE';
const MARK = `Object.assign(globalThis, { ${MARKED}: true });`;
const holdsMark = (file: string): boolean => readFileSync(path.join(ROOT, file), 'utf8').includes(MARKED);
export const isPlanted = (folder: string, name: FunctionName): boolean =>
  holdsMark(path.join(folder, name, 'index.mjs'));

/** The text of a file with its patches. Throws when one does not fit any more. */
export function patched(file: string, patches: readonly Patch[]): string {
  return patches
    .filter((patch) => patch.file === file)
    .reduce(
      (text, { find, put }) => {
        if (text.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
        return text.replace(find, () => put);
      },
      readFileSync(path.join(ROOT, file), 'utf8'),
    );
}

const planting = (patches: readonly Patch[]): Plugin => ({
  name: 'planted',
  setup: (build) => {
    const files = new Set(patches.map(({ file }) => path.join(ROOT, file)));
    build.onLoad({ filter: /\.ts$/ }, ({ path: file }) =>
      files.has(file)
        ? { contents: `${patched(path.relative(ROOT, file), patches)}\n${MARK}`, loader: 'ts' }
        : undefined,
    );
  },
});

/** All functions, those with the mistake from `folder` (inside the repository, never `dist` itself). */
export async function bundlesWith(
  { patches, functions }: Bug,
  folder: string,
): Promise<ReadonlyMap<FunctionName, Bundle>> {
  const clean = await loadBundles();
  const bundles = new Map(clean);
  for (const name of functions) {
    await bundleFunction(ROOT, name, { folder, plugins: [planting(patches)] });
    bundles.set(
      name,
      (await import(pathToFileURL(path.join(ROOT, folder, name, 'index.mjs')).href)) as Bundle,
    );
  }
  return bundles;
}
