/**
 * Runs the CDK command line for a stage: no look-ups, no notices, no telemetry; its questions are answered on
 * our terminal.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readStage, type StageSettings } from '../infra/stages.ts';
import { runTool } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

export interface CdkCall {
  readonly command: 'synth' | 'bootstrap' | 'deploy' | 'destroy';
  readonly stage: string;
  readonly rest: readonly string[];
  /** Prints nothing of the CDK's unless it fails. */
  readonly quiet?: boolean;
  /** Ends the CDK; what it began in the account goes on. */
  readonly signal?: AbortSignal;
}

export const EXAMPLE_STAGE = 'example';
export const STAGE = { type: 'string', value: 'NAME', help: 'a stage that cdk.json describes' } as const;

/**
 * The settings of a stage as the CDK application will read them. Throws one sentence a line for all that is
 * missing or malformed.
 */
export function settingsOf(stage: string, environment: NodeJS.ProcessEnv = process.env): StageSettings {
  const file = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as {
    readonly context?: { readonly stages?: unknown };
  };
  return readStage(stage, file.context?.stages, environment);
}

/** Exit code of the CDK. */
export const cdk = (call: CdkCall): Promise<number> =>
  runTool('aws-cdk/bin/cdk', [call.command, '--no-notices', '-c', `stage=${call.stage}`, ...call.rest], {
    asks: true,
    ...(call.signal && { signal: call.signal }),
    ...(call.quiet && { quiet: true }),
    env: { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' },
  });
