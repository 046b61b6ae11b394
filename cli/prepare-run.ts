/**
 * Before a run: builds what is stale, and packs the local run into one file for a plain Node. Under the
 * TypeScript loader every bundle is read and kept several times, which triples the memory; so this is a
 * process of its own, gone when the run begins (`cli/start.mjs`).
 */

import { build } from '../tools/build/build.ts';
import { digestOf, isFresh, type StepFiles, writeStamp } from '../tools/build/stamp.ts';
import { isMain, runMain } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const PACKED = 'dist/local/start.mjs';
const STEP: StepFiles = {
  name: 'local run',
  inputs: ['local', 'program', 'functions/shell', 'cli/prepare-run.ts', 'package.json', 'package-lock.json'],
  outputs: [PACKED],
};
/** Packs the local run, if it is stale. Packages stay outside: they are installed beside it. */
export async function packRun(): Promise<void> {
  if (isFresh(ROOT, STEP)) return;
  const inputs = digestOf(ROOT, STEP.inputs);
  const { build: pack } = await import('esbuild');
  await pack({
    absWorkingDir: ROOT,
    entryPoints: ['local/main.ts'],
    outfile: PACKED,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'silent',
  });
  writeStamp(ROOT, STEP, inputs);
}

if (isMain(import.meta)) {
  await runMain(async () => {
    await build();
    await packRun();
    return 0;
  });
}
