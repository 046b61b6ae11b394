/**
 * `npm run deploy|destroy|rollback -- --stage X`: a stage into an account, out of it, and back to the release
 * before. They ask on the terminal, and end with exit code 1 when nothing was done.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stackName } from '../infra/calf-coach.ts';
import type { StageSettings } from '../infra/stages.ts';
import { command, isMain, runMain } from '../tools/command.ts';
import type { Cloud } from '../tools/stage/cloud.ts';
import { deployStage, type Time } from '../tools/stage/deploy-stage.ts';
import { stopReceiving, whatStays } from '../tools/stage/destroy-stage.ts';
import { rollBack, stepsBack } from '../tools/stage/roll-back.ts';
import { type CdkCall, cdk, EXAMPLE_STAGE, STAGE, settingsOf } from './cdk.ts';

/** What the commands reach outside this file. */
export interface Outside {
  readonly build: () => Promise<unknown>;
  readonly cdk: (call: CdkCall) => Promise<number>;
  /** The account behind the credentials of `profile`, or of the environment. */
  readonly cloud: (settings: StageSettings, profile: string | undefined) => Promise<Cloud>;
  /** Asks on the terminal; false for a no, for the end of the input, and without a terminal. */
  readonly confirms: (question: string) => Promise<boolean>;
  readonly time: Time;
}

const STACKS = { name: 'STACK…', help: 'only these stacks, such as calf-coach-prod-service' };
const PROFILE = { type: 'string', value: 'NAME', help: 'credentials of this profile' } as const;
const passed = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`--${name}`, value];
const say = (text: string): void => void process.stdout.write(text);

/**
 * The stage and its stacks. Throws a sentence before any work when the stage is not named, not described, or
 * not somebody's.
 */
function stacksOf(name: 'deploy' | 'destroy' | 'rollback', stage?: string, stacks: readonly string[] = []) {
  if (stage === undefined)
    throw new Error(`Say which stage: npm run ${name} -- --stage prod. Stages are described in cdk.json.`);
  if (stage === EXAMPLE_STAGE && name === 'deploy')
    throw new Error(
      'The stage "example" belongs to nobody: copy it in cdk.json under a name of your own, fill it in, ' +
        'and deploy that.',
    );
  const settings = settingsOf(stage);
  const foreign = stacks.find((stack) => !stack.startsWith(`calf-coach-${stage}-`));
  if (foreign !== undefined)
    throw new Error(`"${foreign}" is no stack of the stage ${stage}: they begin with calf-coach-${stage}-.`);
  return { stage, stacks, settings };
}

/** Deploys `stacks`; the exit code of the CDK, and 1 when it said 0 without having got to its end. */
async function deployed(cdk: Outside['cdk'], call: Omit<CdkCall, 'command'>): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'calf-coach-deploy-'));
  // The CDK writes this file when it got to its end. A question without an answer ends it too, and with
  // exit code 0.
  const outputs = path.join(folder, 'outputs.json');
  try {
    const code = await cdk({ ...call, command: 'deploy', rest: [...call.rest, '--outputs-file', outputs] });
    if (code !== 0 || existsSync(outputs) || call.signal?.aborted === true) return code;
    process.stderr.write('The deployment did not get to its end: a question was not answered.\n');
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run deploy`. The CDK asks about permissions it would widen. */
export const deploy = (outside: Outside) =>
  command(
    {
      name: 'npm run deploy',
      does: 'deploys a stage into your AWS account; asks before it widens permissions, tells DNS records.',
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
      const { stage, stacks, settings } = stacksOf('deploy', values.stage, positionals);
      await outside.build();
      const rest = [
        ...passed('require-approval', values['require-approval']),
        ...passed('profile', values.profile),
        ...passedOn,
      ];
      if (stacks.length > 0) return deployed(outside.cdk, { stage, rest: [...stacks, ...rest] });
      let code = 1;
      const done = await deployStage({
        settings,
        say,
        time: outside.time,
        cloud: await outside.cloud(settings, values.profile),
        deployStack: async (stack, signal) => {
          const asked = [stack, '--exclusively', ...rest];
          code = await deployed(outside.cdk, { stage, rest: asked, ...(signal && { signal }) });
          return code === 0;
        },
      });
      return done ? 0 : Math.max(code, 1);
    },
  );

/** `npm run destroy`. We ask ourselves, before any work, and say what stays. */
export const destroy = ({ build, cdk, cloud, confirms }: Outside) =>
  command(
    {
      name: 'npm run destroy',
      does: 'removes the service stack of a stage and says what stays; other stacks only when named.',
      options: {
        stage: STAGE,
        force: { type: 'boolean', short: 'f', help: 'does not ask' },
        profile: PROFILE,
      },
      positionals: STACKS,
      passesOnTo: 'the CDK',
    },
    async ({ values, positionals, passedOn }) => {
      const { stage, stacks, settings } = stacksOf('destroy', values.stage, positionals);
      const service = stackName(stage, 'service');
      const going = stacks.length === 0 ? [service] : stacks;
      const stays = going.includes(stackName(stage, 'data')) ? '' : ' The data stack stays.';
      if (!values.force && !(await confirms(`Remove ${going.join(' and ')}?${stays} (y/n) `))) {
        process.stderr.write('Nothing was removed.\n');
        return 1;
      }
      await build();
      const account = await cloud(settings, values.profile);
      if (going.includes(service) && (await stopReceiving(settings, account)))
        say('Replies are no longer received.\n');
      const rest = [...going, '--force', ...passed('profile', values.profile), ...passedOn];
      const code = await cdk({ command: 'destroy', stage, rest });
      if (code === 0 && stays !== '')
        say(whatStays(settings, await account.outputs(stackName(stage, 'data'))));
      return code;
    },
  );

/** `npm run rollback`: nothing is built and nothing deployed, so it works while a release cannot. */
export const rollback = ({ cloud, confirms }: Outside) =>
  command(
    {
      name: 'npm run rollback',
      does: 'calls the release before the last one again, until the next deployment; asks first.',
      options: {
        stage: STAGE,
        force: { type: 'boolean', short: 'f', help: 'does not ask' },
        profile: PROFILE,
      },
    },
    async ({ values }) => {
      const { stage, settings } = stacksOf('rollback', values.stage);
      const account = await cloud(settings, values.profile);
      const steps = stepsBack(await account.released(stackName(stage, 'service')));
      if (steps.length === 0) throw new Error(`The stage ${stage} has no earlier release to go back to.`);
      for (const { name, from, to } of steps) say(`  ${name}: version ${from} → ${to}\n`);
      if (!values.force && !(await confirms(`Go back in the stage ${stage}? (y/n) `))) {
        process.stderr.write('Nothing was changed.\n');
        return 1;
      }
      await rollBack(account, steps);
      say(`The stage ${stage} runs the release before. The next deployment ends this.\n`);
      return 0;
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
  const outside: Outside = {
    build: async () => (await import('../tools/build/build.ts')).build(),
    cdk,
    cloud: async ({ region }, profile) => {
      if (profile !== undefined) process.env.AWS_PROFILE = profile;
      return (await import('../tools/stage/cloud.ts')).makeCloud(region);
    },
    confirms,
    time: {
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
  };
  const commands = { deploy, destroy, rollback } as const;
  await runMain(() => commands[name as keyof typeof commands](outside)(args));
}
