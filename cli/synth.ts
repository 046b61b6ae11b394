/**
 * `npm run synth [-- --stage X]`: makes the templates, with template validation and both rule packs. Needs no
 * credentials and no network.
 */
import { command, runIfStarted } from '../tools/command.ts';
import { cdk, EXAMPLE_STAGE, STAGE, settingsOf } from './cdk.ts';

const run = command(
  {
    name: 'npm run synth',
    does: 'makes the templates of a stage and checks them; needs no credentials and no network.',
    options: { stage: { ...STAGE, help: `${STAGE.help}; "${EXAMPLE_STAGE}" if not said` } },
    passesOnTo: 'the CDK',
  },
  async ({ values: { stage = EXAMPLE_STAGE }, passedOn }) => {
    settingsOf(stage);
    const { build } = await import('../tools/build/build.ts');
    await build();
    const code = await cdk({ command: 'synth', stage, rest: ['--quiet', ...passedOn] });
    if (code === 0)
      process.stdout.write(
        `templates of stage "${stage}" are in cdk.out, valid and without an open finding\n`,
      );
    return code;
  },
);

await runIfStarted(import.meta, run);
