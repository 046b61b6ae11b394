/** `npm run build [-- --force]`: builds what is stale, or everything. */
import { command, runIfStarted } from '../tools/command.ts';

const run = command(
  {
    name: 'npm run build',
    does: 'checks the curriculum, compiles the mails, bundles every Lambda, writes the generated documents.',
    options: { force: { type: 'boolean', short: 'f', help: 'builds everything, also what is fresh' } },
  },
  async ({ values }) => {
    const { build, seconds } = await import('../tools/build/build.ts');
    const { ran, milliseconds } = await build(values);
    const what = ran.length === 0 ? 'nothing to build, everything is fresh' : `built ${ran.length} steps`;
    process.stdout.write(`${what} in ${seconds(milliseconds)}\n`);
    return 0;
  },
);

await runIfStarted(import.meta, run);
