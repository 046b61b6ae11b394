/**
 * `npm run bench [-- --json FILE] [--quick] [--only PART]`: the benchmarks beside named peers. Exit code 1
 * when a gate is broken.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { holds, type Line, table } from '../tools/bench/line.ts';
import { PARTS } from '../tools/bench/parts.ts';
import { build } from '../tools/build/build.ts';
import { isMain, runMain } from '../tools/command.ts';
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

export async function bench(args: readonly string[]): Promise<number> {
  const options = {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  await build();
  const { only } = values;
  const unknown = only?.find((name) => !PARTS.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}; there are ${PARTS.map((part) => part.name).join(', ')}.`);
  const lines: Line[] = [];
  for (const { name } of PARTS) {
    if (only !== undefined && !only.includes(name)) continue;
    process.stderr.write(`measuring ${name}\n`);
    lines.push(...(await linesOf(name, values.quick)));
  }
  process.stdout.write(`${table(lines)}\n`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, lines }, null, 2)}\n`);
  if (values.quick) {
    process.stdout.write('a quick run measures before the compiler has settled and judges no gate\n');
    return 0;
  }
  const broken = lines.filter((line) => !holds(line));
  process.stdout.write(
    broken.length === 0 ? 'every gate holds\n' : `broken: ${broken.map(({ id }) => id).join(', ')}\n`,
  );
  return broken.length === 0 ? 0 : 1;
}

if (isMain(import.meta)) await runMain(() => bench(process.argv.slice(2)));
