/**
 * `npm run gallery [-- --fast]`: every mail and page × example as one static site. The exit code is 1 when
 * the gate finds something in one.
 */
import { command, runIfStarted } from '../tools/command.ts';

const run = command(
  {
    name: 'npm run gallery',
    does: 'writes dist/gallery/index.html: every example of every mail and page, and what the gate finds.',
    options: { fast: { type: 'boolean', help: 'leaves the browser out' } },
  },
  async ({ values }) => {
    const { build } = await import('../tools/build/build.ts');
    await build();
    const { gallery } = await import('../tools/quality/mails/gallery.ts');
    const { examples, findings } = await gallery(!values.fast);
    process.stdout.write(`gallery: ${examples} examples, ${findings} findings, dist/gallery/index.html\n`);
    return findings === 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
