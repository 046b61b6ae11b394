/**
 * `npm run test:aws`: the synthesised app on an AWS emulator on this machine: bootstrap, deploy, one person's
 * way through it, destroy. Ends with 75 when it cannot be tried here, and says why.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stackName } from '../infra/calf-coach.ts';
import { variableOf } from '../infra/stages.ts';
import { command, runIfStarted } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

/** `EX_TEMPFAIL` of sysexits: nothing is said about the app. */
const CANNOT_TRY = 75;
const STAGE = 'emulator';
const SETTINGS = {
  operatorName: 'Emulator Club',
  operatorPostal: '1 Loop, Localton',
  operatorEmail: 'hello@example.org',
  siteDomain: 'coach.example.org',
  mailDomain: 'mail.example.org',
  replyDomain: 'reply.example.org',
  region: 'eu-west-1',
  sendingRate: '14',
  alarmAddress: 'alarms@example.org',
  retentionDays: '30',
  receiptRuleSet: 'left-out-here',
} as const;

/** What a stage may ask for besides; such templates are linted and not deployed. */
const EVERYTHING = {
  hardened: 'true',
  reserve: '10',
  sandbox: 'true',
  mailOnlyTo: '*@example.org',
  hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  hostedZoneName: 'example.org',
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function set(settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings))
    process.env[variableOf(name as keyof typeof SETTINGS)] = value;
}
function unset(settings: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(settings)) delete process.env[variableOf(name as keyof typeof SETTINGS)];
}
/** Nothing of the machine's own AWS settings reaches the tools. */
function enter(url: string): void {
  for (const name of Object.keys(process.env))
    if (/^(?:AWS_|CALF_COACH_)/.test(name)) delete process.env[name];
  set(SETTINGS);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: SETTINGS.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
}

interface Programs {
  readonly emulator: string;
  readonly linter: string;
}
async function tryApp(programs: Programs, folder: string): Promise<void> {
  const { ACCOUNT, REGION, startEmulator } = await import('../tools/emulator/ministack.ts');
  const [{ cdk }, { leaveOut }, { lintTemplates }] = await Promise.all([
    import('./cdk.ts'),
    import('../tools/emulator/left-out.ts'),
    import('../tools/emulator/linter.ts'),
  ]);
  const emulator = await startEmulator(programs.emulator, folder);
  const out = path.join(folder, 'cdk.out');
  const run = async (
    command: 'synth' | 'bootstrap' | 'deploy' | 'destroy',
    rest: readonly string[],
  ): Promise<void> => {
    const code = await cdk({
      command,
      stage: STAGE,
      rest: ['--progress', 'bar', '--ci=false', ...rest],
      quiet: true,
    });
    if (code !== 0) throw new Error(`cdk ${command} ended with ${code}`);
  };
  try {
    enter(emulator.url);
    await run('synth', ['--quiet', '-o', out]);
    const everything = path.join(folder, 'everything');
    set(EVERYTHING);
    await run('synth', ['--quiet', '-o', everything]);
    unset(EVERYTHING);
    const read = [out, everything].map((made) => lintTemplates(programs.linter, made, folder));
    say(`cfn-lint finds nothing in ${read.join(' and ')} templates`);
    say(`left out of the copy: ${leaveOut(out).join(', ')}`);
    await run('bootstrap', ['--app', out, `aws://${ACCOUNT}/${REGION}`]);
    say('bootstrapped');
    await deploy(out, run);
    const { Deployed } = await import('../test/emulator/deployed.ts');
    const stacks = [stackName(STAGE, 'data'), stackName(STAGE, 'service')];
    const app = await Deployed.find(emulator, SETTINGS.siteDomain, stacks);
    const { walk } = await import('../test/emulator/walk.ts');
    await walk(app, say);
    await run('destroy', ['--app', out, '--force', stackName(STAGE, 'service')]);
    await stays(stacks);
  } catch (fault) {
    process.stderr.write(`${emulator.log().slice(-4_000)}\n`);
    throw fault;
  } finally {
    await emulator.stop();
  }
}

/** By the same steps as `npm run deploy`. */
async function deploy(
  out: string,
  run: (command: 'deploy', rest: readonly string[]) => Promise<void>,
): Promise<void> {
  const [{ deployStage }, { makeCloud }, { settingsOf }] = await Promise.all([
    import('../tools/stage/deploy-stage.ts'),
    import('../tools/stage/cloud.ts'),
    import('./cdk.ts'),
  ]);
  const done = await deployStage({
    settings: settingsOf(STAGE),
    cloud: await makeCloud(SETTINGS.region),
    say: (text) => say(text.trimEnd()),
    time: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    deployStack: async (stack) => {
      await run('deploy', ['--app', out, '--require-approval', 'never', '--exclusively', stack]);
      say(`deployed ${stack}`);
      return true;
    },
  });
  if (!done) throw new Error('the stage was not deployed to its end');
}

/** After the service is gone the data stack stands. */
async function stays([data = '', service = '']: readonly string[]): Promise<void> {
  const cloud = await (await import('../tools/stage/cloud.ts')).makeCloud(SETTINGS.region);
  const [kept, gone] = [await cloud.stackStatus(data), await cloud.stackStatus(service)];
  if (kept === null || (gone !== null && gone !== 'DELETE_COMPLETE'))
    throw new Error(`after destroy the data stack is ${kept}, the service stack ${gone}`);
  say('destroyed the service; what is kept about people stays');
}

const run = command(
  {
    name: 'npm run test:aws',
    does: 'deploys the app onto an AWS emulator on this machine, walks through it, and takes it down.',
    options: {},
  },
  async () => {
    const [{ CannotTry }, { installed }, { linter }] = await Promise.all([
      import('../tools/emulator/python.ts'),
      import('../tools/emulator/ministack.ts'),
      import('../tools/emulator/linter.ts'),
    ]);
    const folder = mkdtempSync(path.join(tmpdir(), 'calf-coach-aws-'));
    try {
      const programs = { emulator: installed(say), linter: linter(say) };
      const { build } = await import('../tools/build/build.ts');
      await build();
      await tryApp(programs, folder);
      say('the app was deployed, walked through and taken down');
      return 0;
    } catch (fault) {
      if (!(fault instanceof CannotTry)) throw fault;
      process.stderr.write(`${fault.message}\n`);
      return CANNOT_TRY;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

process.chdir(ROOT);
await runIfStarted(import.meta, run);
