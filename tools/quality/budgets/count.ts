/**
 * Counts everything that has a budget and prints it as one line of JSON. A process of its own: a started
 * system leaves connections behind, and its environment is the process's.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunction, functionNames } from '../../build/bundle.ts';
import { isMain } from '../../command.ts';
import { ROOT } from '../guards/tree.ts';
import { countBundles } from './bundles.ts';
import { countingPlugin, done } from './counting.ts';
import type { Figures } from './judge.ts';
import { countWeek } from './week.ts';

/** A figure that is an average keeps one digit. */
const tenth = (figure: number): number => Math.ceil(figure * 10 - 1e-6) / 10;

/** The week of one participant, sent by a `send` with counters in it. */
async function weekFigures(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'calf-coach-counted-'));
  try {
    for (const name of functionNames(ROOT).filter((one) => one !== 'send'))
      cpSync(path.join(ROOT, 'dist', name), path.join(folder, name), { recursive: true });
    await bundleFunction(ROOT, 'send', { folder, plugins: [countingPlugin] });
    done();
    const { read, write, stateBytes, mails, each } = await countWeek(folder);
    return {
      // A transaction may meet its own retry: a whole unit is what can be repeated.
      'week: write units': Math.ceil(write),
      'week: read units': Math.ceil(read),
      'week: mails': tenth(mails),
      'head of the state: hundreds of bytes': Math.ceil(stateBytes.HEAD / 100),
      'course of the state: hundreds of bytes': Math.ceil(stateBytes.COURSE / 100),
      'person of the state: hundreds of bytes': Math.ceil(stateBytes.PERSON / 100),
      'mail: parses': tenth(each.parses),
      'mail: pieces': tenth(each.pieces),
      'mail: hundreds of bytes': Math.ceil(each.bytes / 100),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta)) {
  const figures = { ...countBundles(ROOT), ...(await weekFigures()) };
  process.stdout.write(`FIGURES ${JSON.stringify(figures)}\n`, () => process.exit(0));
}
