/**
 * `npm start` (docs/contract.md §1): reads its options, prepares what is stale in a process of its own, then
 * runs the packed system in this one. Plain JavaScript, so that no loader stays in memory beside the run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../tools/command-line.mjs';

const DEFAULT_PORT = 4100;
const START = /** @type {const} */ ({
  name: 'npm start',
  does: `runs the whole system on this machine, on port ${DEFAULT_PORT} or on the one that PORT says.`,
  options: {
    now: { type: 'string', value: 'INSTANT', help: 'begins then, such as 2026-03-02T06:00:00.000Z' },
    data: { type: 'string', value: 'DIR', help: 'keeps people, mails and the clock there' },
  },
});

/**
 * What to run. Throws one sentence when the command line or PORT is not usable.
 * @param {readonly string[]} args
 */
function optionsOf(args) {
  const read = readCommandLine(START, args);
  if ('help' in read) return read;
  const { now, data } = read.values;
  const asked = process.env['PORT'] ?? '';
  const port = asked === '' ? DEFAULT_PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${asked}". 0 takes any free port.`);
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new Error(`--now must be an instant such as 2026-03-02T06:00:00.000Z, not "${now}".`);
  return {
    port,
    ...(now === undefined ? {} : { now: new Date(now).toISOString() }),
    ...(data === undefined ? {} : { dataDir: data }),
  };
}

/** @param {ReturnType<typeof optionsOf>} options */
async function start(options) {
  if ('help' in options) return void process.stdout.write(options.help);
  console.log('Getting ready: after a change this takes up to half a minute.');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const args = ['--import', 'tsx', 'tools/build/pack-run.ts'];
  const prepared = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (prepared.status !== 0) process.exit(prepared.status ?? 1);
  const { run } = await import(new URL('../dist/local/start.mjs', import.meta.url).href);
  await run(options);
}

try {
  await start(optionsOf(process.argv.slice(2)));
} catch (fault) {
  process.exitCode = 1;
  console.error(fault instanceof Error ? fault.message : String(fault));
}
