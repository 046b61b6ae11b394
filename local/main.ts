/**
 * The entry of the packed run, a plain Node process of its own: `dist/local/start.mjs` (docs/contract.md §1).
 */
import { parseArgs } from 'node:util';
import { startRun } from './run.ts';

const DEFAULT_PORT = 4100;
const WATCH_MS = 500;

interface Options {
  readonly port: number;
  readonly now?: string;
  readonly dataDir?: string;
}
function options(): Options {
  const { values } = parseArgs({ options: { data: { type: 'string' }, now: { type: 'string' } } });
  const asked = process.env['PORT'] ?? '';
  const port = asked === '' ? DEFAULT_PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    stop(`PORT must be a number from 0 to 65535, not "${asked}". 0 takes any free port.`);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
    stop(`--now must be an instant such as 2026-03-02T06:00:00.000Z, not "${values.now}".`);
  return {
    port,
    ...(values.now === undefined ? {} : { now: new Date(values.now).toISOString() }),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
  };
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function main(): Promise<void> {
  const asked = options();
  const { port } = asked;
  const run = await startRun(asked).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      return stop(
        `Port ${port} is in use. Choose another one: PORT=4200 npm start (PORT=0 takes any free port).`,
      );
    return stop(error.message);
  });
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    void run.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // A signal to `npm start` can end npm and its shell without reaching us; then nobody could stop us any
  // more.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), WATCH_MS).unref();
  console.log(`Calf Coach is running at ${run.url}`);
  console.log('The bench with inbox, people and clock: add /__local/ to that address. Stop with Ctrl-C.');
}

main().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
