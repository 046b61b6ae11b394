/**
 * The entry of the packed run (`dist/local/start.mjs`): `cli/start.mjs` calls `run` in a plain Node process
 * of its own (docs/contract.md §1).
 */
import { type RunOptions, startRun } from './run.ts';

const WATCH_MS = 500;

/**
 * Starts the system, prints its address, and ends it with the process that started it. A failure is one
 * sentence and exit code 1.
 */
export async function run(options: RunOptions): Promise<void> {
  const { port } = options;
  const running = await startRun(options).catch((error: NodeJS.ErrnoException): never => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use. Choose another one: PORT=4200 npm start (PORT=0 takes any free port).`
        : error.message,
    );
    process.exit(1);
  });
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    void running.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // A signal to `npm start` can end npm and its shell without reaching us; then nobody could stop us any
  // more.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), WATCH_MS).unref();
  console.log(`Calf Coach is running at ${running.url}`);
  console.log('The bench with inbox, people and clock: add /__local/ to that address. Stop with Ctrl-C.');
}
