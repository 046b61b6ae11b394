/**
 * `npm run deploy|destroy -- --stage X`: both stacks of a stage; `destroy` leaves the data stack alone unless
 * it is named. Both ask on the terminal, and both end with exit code 1 when nothing was done.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { command, isMain, runMain } from '../tools/command.ts';
import { type CdkCall, cdk, EXAMPLE_STAGE, STAGE, settingsOf } from './cdk.ts';

/** What the two commands reach outside this file. */
export interface Outside {
  readonly build: () => Promise<unknown>;
  readonly cdk: (call: CdkCall) => Promise<number>;
  /** Asks on the terminal; false for a no, for the end of the input, and without a terminal. */
  readonly confirms: (question: string) => Promise<boolean>;
}

const STACKS = { name: 'STACK…', help: 'only these stacks, such as calf-coach-prod-service' };
const PROFILE = { type: 'string', value: 'NAME', help: 'credentials of this profile' } as const;
const passed = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`--${name}`, value];

/**
 * The stage and its stacks. Throws a sentence before any work when the stage is not named, not described, or
 * not somebody's.
 */
function stacksOf(name: 'deploy' | 'destroy', stage: string | undefined, stacks: readonly string[]) {
  if (stage === undefined)
    throw new Error(`Say which stage: npm run ${name} -- --stage prod. Stages are described in cdk.json.`);
  if (stage === EXAMPLE_STAGE && name === 'deploy')
    throw new Error(
      'The stage "example" belongs to nobody: copy it in cdk.json under a name of your own, fill it in, ' +
        'and deploy that.',
    );
  settingsOf(stage);
  const foreign = stacks.find((stack) => !stack.startsWith(`calf-coach-${stage}-`));
  if (foreign !== undefined)
    throw new Error(`"${foreign}" is no stack of the stage ${stage}: they begin with calf-coach-${stage}-.`);
  return { stage, stacks };
}

/** `npm run deploy`. The CDK asks about permissions it would widen. */
export const deploy = ({ build, cdk }: Outside) =>
  command(
    {
      name: 'npm run deploy',
      does: 'deploys both stacks of a stage into your AWS account; asks before it widens permissions.',
      options: {
        stage: STAGE,
        'require-approval': {
          type: 'string',
          value: 'LEVEL',
          help: 'when to ask: never, any-change or broadening',
        },
        profile: PROFILE,
      },
      positionals: STACKS,
      passesOnTo: 'the CDK',
    },
    async ({ values, positionals, passedOn }) => {
      const { stage, stacks } = stacksOf('deploy', values.stage, positionals);
      await build();
      const folder = mkdtempSync(path.join(tmpdir(), 'calf-coach-deploy-'));
      // The CDK writes this file when it got to its end. A question without an answer ends it too, and with
      // exit code 0.
      const outputs = path.join(folder, 'outputs.json');
      try {
        const code = await cdk({
          command: 'deploy',
          stage,
          rest: [
            ...(stacks.length === 0 ? ['--all'] : stacks),
            ...passed('require-approval', values['require-approval']),
            ...passed('profile', values.profile),
            ...['--outputs-file', outputs],
            ...passedOn,
          ],
        });
        if (code !== 0 || existsSync(outputs)) return code;
        process.stderr.write('The deployment did not get to its end: a question was not answered.\n');
        return 1;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

/** `npm run destroy`. We ask ourselves, before any work, and say what stays. */
export const destroy = ({ build, cdk, confirms }: Outside) =>
  command(
    {
      name: 'npm run destroy',
      does: 'removes the service stack of a stage; the data stack stays unless it is named.',
      options: {
        stage: STAGE,
        force: { type: 'boolean', short: 'f', help: 'does not ask' },
        profile: PROFILE,
      },
      positionals: STACKS,
      passesOnTo: 'the CDK',
    },
    async ({ values, positionals, passedOn }) => {
      const { stage, stacks } = stacksOf('destroy', values.stage, positionals);
      const going = stacks.length === 0 ? [`calf-coach-${stage}-service`] : stacks;
      const stays = going.includes(`calf-coach-${stage}-data`) ? '' : ' The data stack stays.';
      if (!values.force && !(await confirms(`Remove ${going.join(' and ')}?${stays} (y/n) `))) {
        process.stderr.write('Nothing was removed.\n');
        return 1;
      }
      await build();
      const rest = [...going, '--force', ...passed('profile', values.profile), ...passedOn];
      return cdk({ command: 'destroy', stage, rest });
    },
  );

/** Asks on the terminal. Without one there is nobody to ask. */
async function confirms(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error(
      'There is no terminal to ask on: run this in one, or add --force to go on without a question.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await new Promise<string>((resolve) => {
      terminal.once('close', () => resolve(''));
      void terminal.question(question).then(resolve, () => resolve(''));
    });
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

if (isMain(import.meta)) {
  const [name, ...args] = process.argv.slice(2);
  const build = async () => (await import('../tools/build/build.ts')).build();
  const outside: Outside = { build, cdk, confirms };
  await runMain(() => (name === 'destroy' ? destroy(outside) : deploy(outside))(args));
}
