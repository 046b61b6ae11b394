/**
 * `npm run bench [-- --json FILE] [--quick] [--only PART]`: the benchmarks beside named peers. Exit code 1
 * when a gate is broken, and when the machine is too busy to measure.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { tooBusy } from '../tools/bench/calm.ts';
import { installed } from '../tools/bench/install.ts';
import { holds, type Line, table } from '../tools/bench/line.ts';
import { PART_NAMES } from '../tools/bench/part-names.ts';
import { command, runIfStarted, runTool } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

/** Runs one part in a process of its own, so that no peer's heap is another's burden. */
function linesOf(name: string, quick: boolean): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', path.join(ROOT, 'tools/bench/run.ts'), name, quick ? 'quick' : 'full'];
    // Peers check and warn in development; in earnest they would run like this.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      const answer = /^LINES (.*)$/m.exec(said)?.[1];
      if (code === 0 && answer !== undefined) resolve(JSON.parse(answer) as readonly Line[]);
      else reject(new Error(`the part ${name} of the benchmark ended with code ${code ?? 'none'}`));
    });
  });
}

/** Types of the benchmark, which need the peers, and the test that what is compared is equal. */
async function comparesEqual(): Promise<number> {
  const types = await runTool('typescript/bin/tsc', ['--project', 'tools/bench/tsconfig.json']);
  const tests = await runTool('vitest/vitest.mjs', ['run', '--config', 'tools/bench/vitest.config.ts']);
  return types === 0 && tests === 0 ? 0 : 1;
}

const run = command(
  {
    name: 'npm run bench',
    does: 'the benchmarks, in ratios to named peers in the same run; exit code 1 when a gate is broken.',
    options: {
      json: { type: 'string', value: 'FILE', help: 'also writes the lines there' },
      quick: { type: 'boolean', help: 'measures shortly and judges no gate' },
      equal: { type: 'boolean', help: 'measures nothing: only tests that what is compared is equal' },
      only: { type: 'string', value: 'PART', multiple: true, help: 'only this part' },
    },
  },
  async ({ values: { json, quick, only, equal } }) => {
    const unknown = only.find((name) => !PART_NAMES.includes(name));
    if (unknown !== undefined)
      throw new Error(`There is no part ${unknown}; there are ${PART_NAMES.join(', ')}.`);
    // Before our own build, which is a busy neighbour itself.
    const busy = quick || equal ? null : tooBusy(loadavg()[0] ?? 0, availableParallelism());
    if (busy !== null) throw new Error(busy);
    installed('tools/bench');
    const { build } = await import('../tools/build/build.ts');
    await build();
    const lines: Line[] = [];
    if (equal) return await comparesEqual();
    for (const name of PART_NAMES) {
      if (only.length > 0 && !only.includes(name)) continue;
      process.stderr.write(`measuring ${name}\n`);
      lines.push(...(await linesOf(name, quick)));
    }
    process.stdout.write(`${table(lines)}\n`);
    if (json !== undefined)
      writeFileSync(json, `${JSON.stringify({ node: process.version, lines }, null, 2)}\n`);
    if (quick) {
      process.stdout.write('a quick run measures before the compiler has settled and judges no gate\n');
      return 0;
    }
    const broken = lines.filter((line) => !holds(line)).map(({ id }) => id);
    process.stdout.write(broken.length === 0 ? 'every gate holds\n' : `broken: ${broken.join(', ')}\n`);
    return broken.length === 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
