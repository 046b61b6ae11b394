/** Runs the CDK command line for a stage: no look-ups, no notices, no telemetry. */
import { runTool } from '../tools/command.ts';

export interface CdkCall {
  readonly command: 'synth' | 'deploy' | 'destroy' | 'diff';
  readonly stage: string;
  readonly rest: readonly string[];
}

export const EXAMPLE_STAGE = 'example';

/**
 * Takes `--stage X` (or `--stage=X`) out of the arguments; everything else is the CDK's. Throws a sentence
 * when the name is missing.
 */
export function splitStage(args: readonly string[]): {
  readonly stage: string | undefined;
  readonly rest: readonly string[];
} {
  const at = args.findIndex((arg) => arg === '--stage' || arg.startsWith('--stage='));
  if (at === -1) return { stage: undefined, rest: args };
  const inline = args[at]?.startsWith('--stage=') === true;
  const stage = inline ? args[at]?.slice('--stage='.length) : args[at + 1];
  if (stage === undefined || stage === '' || stage.startsWith('-'))
    throw new Error('--stage needs the name of a stage from cdk.json, for example --stage prod.');
  return { stage, rest: [...args.slice(0, at), ...args.slice(at + (inline ? 1 : 2))] };
}

/** Exit code of the CDK. */
export const cdk = (call: CdkCall): Promise<number> =>
  runTool('aws-cdk/bin/cdk', [call.command, '--no-notices', '-c', `stage=${call.stage}`, ...call.rest], {
    env: { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' },
  });
