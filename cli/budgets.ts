/**
 * `npm run budgets [-- --tighten]`: counts what has a budget in tools/quality/budgets/budgets.json; exit code
 * 1 when one is exceeded.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { command, runIfStarted } from '../tools/command.ts';
import { type Figures, judge, tightened } from '../tools/quality/budgets/judge.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const FILE = path.join(ROOT, 'tools/quality/budgets/budgets.json');

/** Counts in a process of its own. */
function count(): Figures {
  const args = ['--import', 'tsx', path.join(ROOT, 'tools/quality/budgets/count.ts')];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = /^FIGURES (.*)$/m.exec(stdout)?.[1];
  if (status !== 0 || said === undefined) throw new Error('The counting did not get to its end.');
  return JSON.parse(said) as Figures;
}

/** Counts, judges and prints; resolves to true when every budget is kept. */
export function budgetsKept(tighten = false): boolean {
  const budgets = JSON.parse(readFileSync(FILE, 'utf8')) as Figures;
  const counted = count();
  const { broken, loose } = judge(counted, budgets);
  for (const line of [...loose, ...broken]) process.stdout.write(`${line}\n`);
  if (tighten) writeFileSync(FILE, `${JSON.stringify(tightened(counted, budgets), null, 2)}\n`);
  process.stdout.write(
    `${Object.keys(counted).length} figures counted, ${broken.length} over or without a budget\n`,
  );
  return broken.length === 0;
}

const run = command(
  {
    name: 'npm run budgets',
    does: 'counts units, bytes and modules, and holds them against their budgets.',
    options: {
      tighten: { type: 'boolean', help: 'writes every figure that fell into the budgets; none is raised' },
    },
  },
  async ({ values }) => {
    const { build } = await import('../tools/build/build.ts');
    await build();
    return budgetsKept(values.tighten) ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
