/**
 * `npm run scale`: what a morning of one and of ten million people takes. `--measure` runs the load test that
 * backs its figure of a worker, on a calm machine.
 */
import { availableParallelism, loadavg } from 'node:os';
import { tooBusy } from '../bench/calm.ts';
import { buildFirst } from '../build/build.ts';
import { command, runIfStarted } from '../command.ts';

const PEOPLE = 200;

const run = command(
  {
    name: 'npm run scale',
    does: 'simulates a Monday morning of one and of ten million people; the same as docs/scale.md.',
    options: { measure: { type: 'boolean', help: 'measures a worker instead, and prints it as JSON' } },
  },
  async ({ values }) => {
    if (values.measure === true) {
      const busy = tooBusy(loadavg()[0] ?? 0, availableParallelism());
      if (busy !== null) throw new Error(busy.replace(/;.*$/, '.'));
      await buildFirst();
      const { measure } = await import('./measure.ts');
      process.stdout.write(`${JSON.stringify(await measure(PEOPLE), null, 2)}\n`);
      return 0;
    }
    const { scaleDocuments } = await import('./document.ts');
    process.stdout.write(scaleDocuments().find(({ file }) => file.endsWith('.md'))?.text ?? '');
    return 0;
  },
);

await runIfStarted(import.meta, run);
