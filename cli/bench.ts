/**
 * `npm run bench [-- --json FILE] [--quick] [--only PART]`: the benchmarks beside named peers. Exit code 1
 * when a gate is broken.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { holds, type Line, table } from '../tools/bench/line.ts';
import { command, runIfStarted } from '../tools/command.ts';
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

const run = command(
  {
    name: 'npm run bench',
    does: 'the benchmarks, in ratios to named peers in the same run; exit code 1 when a gate is broken.',
    options: {
      json: { type: 'string', value: 'FILE', help: 'also writes the lines there' },
      quick: { type: 'boolean', help: 'measures shortly and judges no gate' },
      only: { type: 'string', value: 'PART', multiple: true, help: 'only this part' },
    },
  },
  async ({ values: { json, quick, only } }) => {
    const { PARTS } = await import('../tools/bench/parts.ts');
    const unknown = only.find((name) => !PARTS.some((part) => part.name === name));
    if (unknown !== undefined)
      throw new Error(`There is no part ${unknown}; there are ${PARTS.map((part) => part.name).join(', ')}.`);
    const { build } = await import('../tools/build/build.ts');
    await build();
    const lines: Line[] = [];
    for (const { name } of PARTS) {
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
