/** `npm start`: builds what is stale and runs the whole system on this machine (CONTRACT §1). */
import { parseArgs } from 'node:util';
import { startRun } from '../local/run.ts';
import { build } from './build.ts';

const DEFAULT_PORT = 4100;

function options(): { readonly port: number; readonly now: string; readonly dataDir?: string } {
  const { values } = parseArgs({ options: { data: { type: 'string' }, now: { type: 'string' } } });
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    stop(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}". 0 takes any free port.`);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
    stop(`--now must be an instant such as 2026-03-02T06:00:00.000Z, not "${values.now}".`);
  const now = new Date(values.now ?? Date.now()).toISOString();
  return { port, now, ...(values.data === undefined ? {} : { dataDir: values.data }) };
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The SDK announces the Node versions of next year with an address of its own; the only address printed here is the site's (CONTRACT §1). */
function quietWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    // Its name stands in the message; the warning itself is called "Warning".
    const text = `${warning.name}: ${warning.message}`;
    if (!text.includes('NodeVersionSupportWarning')) console.error(text);
  });
}

async function main(): Promise<void> {
  quietWarnings();
  const { port, ...rest } = options();
  await build();
  const run = await startRun({ port, ...rest }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return stop(`Port ${port} is in use. Choose another one: PORT=4200 npm start (PORT=0 takes any free port).`);
    return stop(error.message);
  });
  console.log(`Calf Coach is running at ${run.url}`);
  console.log('The bench with inbox, people and clock: add /__local/ to that address. Stop with Ctrl-C.');
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    void run.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
