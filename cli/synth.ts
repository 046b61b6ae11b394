/**
 * `npm run synth [-- --stage X]`: makes the templates, with template validation and both rule packs. Needs no
 * credentials and no network.
 */
import { build } from '../tools/build/build.ts';
import { isMain, runMain } from '../tools/command.ts';
import { cdk, EXAMPLE_STAGE, splitStage } from './cdk.ts';

/** Resolves to the exit code. */
export async function synth(args: readonly string[]): Promise<number> {
  const { stage = EXAMPLE_STAGE, rest } = splitStage(args);
  await build();
  const code = await cdk({ command: 'synth', stage, rest: ['--quiet', ...rest] });
  if (code === 0)
    process.stdout.write(`templates of stage "${stage}" are in cdk.out, valid and without an open finding\n`);
  return code;
}

if (isMain(import.meta)) await runMain(() => synth(process.argv.slice(2)));
