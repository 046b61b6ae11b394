/**
 * `npm run deploy|destroy -- --stage X [more for the CDK]`: both stacks of a stage; `destroy` leaves the data
 * stack alone unless it is named.
 */
import { build } from '../tools/build/build.ts';
import { isMain, runMain } from '../tools/command.ts';
import { cdk, EXAMPLE_STAGE, splitStage } from './cdk.ts';

/** Resolves to the exit code. Throws a sentence for a missing or unusable stage. */
export async function deploy(command: string | undefined, args: readonly string[]): Promise<number> {
  if (command !== 'deploy' && command !== 'destroy') throw new Error('Say deploy or destroy.');
  const { stage, rest } = splitStage(args);
  if (stage === undefined)
    throw new Error(`Say which stage: npm run ${command} -- --stage prod. Stages are described in cdk.json.`);
  if (stage === EXAMPLE_STAGE && command === 'deploy')
    throw new Error(
      'The stage "example" belongs to nobody: copy it in cdk.json under a name of your own, fill it in, and deploy that.',
    );
  await build();
  const named = rest.some((arg) => arg.startsWith('calf-coach-'));
  const stacks = named ? [] : command === 'deploy' ? ['--all'] : [`calf-coach-${stage}-service`];
  return cdk({ command, stage, rest: [...stacks, ...rest] });
}

if (isMain(import.meta)) await runMain(() => deploy(process.argv[2], process.argv.slice(3)));
