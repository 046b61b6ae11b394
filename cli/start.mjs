/**
 * `npm start` (docs/contract.md §1): prepares what is stale in a process of its own, then runs the packed
 * system in this one. Plain JavaScript, so that no loader stays in memory beside the run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const prepared = spawnSync(process.execPath, ['--import', 'tsx', 'cli/prepare-run.ts'], {
  cwd: root,
  stdio: 'inherit',
});
if (prepared.status !== 0) process.exit(prepared.status ?? 1);
await import(new URL('../dist/local/start.mjs', import.meta.url).href);
