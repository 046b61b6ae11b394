/**
 * `npm run check`: the whole gate. Types, lint, walls and generated files are all looked at, then the tests;
 * one line each at the end.
 */
import { command, runIfStarted, runTool } from '../tools/command.ts';
import { changedFiles, trackedFiles } from '../tools/quality/guards/tracked.ts';
import { filesUnder, ROOT, textFiles } from '../tools/quality/guards/tree.ts';
import { test } from './test.ts';

interface Gate {
  readonly name: string;
  /** Resolves to true when it holds. */
  readonly run: () => Promise<boolean>;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function walls(): Promise<boolean> {
  const { checkWalls } = await import('../tools/quality/guards/walls.ts');
  const report = await checkWalls(ROOT);
  for (const { rule, from, to } of report.breaches) say(`${from} → ${to} breaks ${rule}`);
  say(`${report.modules} modules, ${report.breaches.length} breaches`);
  return report.breaches.length === 0;
}

/** The tree, and the browser code of the bench, which has types of its own. */
async function types(): Promise<boolean> {
  const TSC = 'typescript/bin/tsc';
  const browser = ['--noEmit', '-p', 'local/workbench/client'];
  return (await runTool(TSC, ['--noEmit'])) + (await runTool(TSC, browser)) === 0;
}

/** Every citation leads to something that is here. */
async function citations(): Promise<boolean> {
  const { checkCitations, NOT_READ } = await import('../tools/quality/guards/citations.ts');
  const { counts, total, broken } = checkCitations(textFiles(ROOT), filesUnder(ROOT), NOT_READ);
  for (const sentence of broken) say(sentence);
  const kinds = Object.entries(counts).map(([kind, n]) => `${n} ${kind}`);
  say(`${total} citations (${kinds.join(', ')}), ${broken.length} that lead nowhere`);
  return broken.length === 0 && total > 0;
}

/** A full build must leave every committed file as it is. */
async function generated(): Promise<boolean> {
  const { build } = await import('../tools/build/build.ts');
  const before = trackedFiles(ROOT);
  await build({ force: true });
  const changed = changedFiles(before, trackedFiles(ROOT));
  for (const name of changed) say(`${name} was stale: the build has just written it anew, commit it`);
  return changed.length === 0;
}

const UNUSED = ['--include', 'files,exports,types,dependencies,unlisted,duplicates', '--no-progress'];

const GATES: readonly Gate[] = [
  // First, because types and walls see what the build writes.
  { name: 'generated files', run: generated },
  { name: 'types', run: types },
  { name: 'lint', run: async () => (await runTool('@biomejs/biome/bin/biome', ['check', '.'])) === 0 },
  { name: 'walls', run: walls },
  // What nothing uses goes: files, exports, types and packages (knip.json says where the roads begin).
  { name: 'nothing unused', run: async () => (await runTool('knip/bin/knip.js', UNUSED)) === 0 },
  {
    name: 'budgets',
    run: async () => (await import('./budgets.ts')).budgetsKept(),
  },
  { name: 'citations', run: citations },
  { name: 'tests', run: async () => (await test([])) === 0 },
];

/** Runs every gate, also after one has failed; resolves to the exit code. */
async function runAll(): Promise<number> {
  const lines: string[] = [];
  let code = 0;
  for (const gate of GATES) {
    say(`\n── ${gate.name}`);
    const from = performance.now();
    const held = await gate.run().catch((fault: unknown) => {
      say(fault instanceof Error ? fault.message : String(fault));
      return false;
    });
    if (!held) code = 1;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    lines.push(`${held ? 'ok    ' : 'FAILED'} ${gate.name} (${seconds} s)`);
  }
  say(`\n${lines.join('\n')}`);
  return code;
}

const run = command(
  {
    name: 'npm run check',
    does: 'the whole gate: one line each at the end, and the exit code.',
    options: {},
  },
  runAll,
);

await runIfStarted(import.meta, run);
