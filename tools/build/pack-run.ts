/**
 * Before a local run: builds what is stale, and packs the run into one file for a plain Node. Under the
 * TypeScript loader every bundle is read and kept several times, which triples the memory; so this is a
 * process of its own, gone when the run begins (`cli/start.mjs`).
 */
import { isMain, runMain } from '../command.ts';
import { ROOT } from '../quality/guards/tree.ts';
import { build } from './build.ts';
import { digestOf, isFresh, type StepFiles, writeStamp } from './stamp.ts';

const PACKED = 'dist/local/start.mjs';
const STEP: StepFiles = {
  name: 'local run',
  inputs: [
    'local',
    'program',
    'functions/shell',
    'tools/build/pack-run.ts',
    'package.json',
    'package-lock.json',
  ],
  outputs: [PACKED],
};

/** Packs the local run, if it is stale. Packages stay outside: they are installed beside it. */
async function packRun(): Promise<void> {
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
