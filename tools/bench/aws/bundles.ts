/** What a cold start loads: the size of every bundle, and how long a fresh process takes to import it. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { budgetOf, functionNames } from '../../build/bundle.ts';
import { ROOT } from '../../quality/guards/tree.ts';
import type { Line } from '../line.ts';
import { median } from '../measure.ts';

/** Handlers read their environment when they are loaded; anything well-formed will do, nothing is called. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};
const timer = (file: string): string =>
  `const began = process.cpuUsage(); try { await import(${JSON.stringify(pathToFileURL(file).href)}); } catch {} const { user, system } = process.cpuUsage(began); process.stdout.write('TIME' + (user + system));`;

/**
 * CPU milliseconds of one import in a fresh process. A handler that misses its environment stops after
 * everything was loaded.
 */
function importOnce(file: string): number {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', timer(file)], {
    env: ENVIRONMENT,
    encoding: 'utf8',
  });
  return Number(/TIME(\d+)/.exec(stdout)?.[1] ?? Number.NaN) / 1000;
}

export function bundleLines(rounds: number): readonly Line[] {
  return functionNames(ROOT).flatMap((name): readonly Line[] => {
    const file = path.join(ROOT, 'dist', name, 'index.mjs');
    if (!existsSync(file)) throw new Error(`dist/${name}/index.mjs is not built; run npm run build`);
    const kilobytes = statSync(file).size / 1000;
    const most = budgetOf(name) / 1000;
    const millis = median(Array.from({ length: rounds }, () => importOnce(file)));
    const common = { area: 'bundles', peer: null, ratio: null } as const;
    return [
      {
        ...common,
        id: `bundle-${name}`,
        what: `${name}: the bundle`,
        figure: kilobytes,
        unit: 'KB',
        budget: `≤ ${most} KB`,
        reached: kilobytes <= most,
        gate: { most },
      },
      {
        ...common,
        id: `import-${name}`,
        what: `${name}: CPU of a cold import`,
        figure: millis,
        unit: 'ms',
        budget: '≤ 150 ms',
        reached: millis <= 150,
        gate: null,
      },
    ];
  });
}
