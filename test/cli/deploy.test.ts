/**
 * `npm run deploy` and `npm run destroy`: what they refuse before any work, and that they say by their exit
 * code when nothing was done.
 */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy, destroy, type Outside, rollback } from '../../cli/deploy.ts';
import { SETTING_NAMES, variableOf } from '../../infra/stages.ts';
import { stagesOfCdkJson } from '../infra/synthesised.ts';
import { account, cloudOf, countedTime } from '../tools/stage/fake-cloud.ts';

/** The world of the two commands: what they did, in order, and what the tool and the person answer. */
function world(answers: { code?: number; finishes?: boolean; yes?: boolean } = {}) {
  const { code = 0, finishes = true, yes = true } = answers;
  const done: string[] = [];
  const fake = account({
    active: 'calf-coach-prod',
    statuses: { 'calf-coach-prod-certificate': 'CREATE_COMPLETE' },
    outputs: { 'calf-coach-prod-data': { TableName: 'people', RepliesBucket: 'mails' } },
    released: [1, 2].map((live) => ({
      name: `fn${live}`,
      live,
      versions: [1, 2].map((version) => ({ version, at: `2026-03-0${version}T06:00:00.000Z` })),
    })),
  });
  const outside: Outside = {
    cloud: () => Promise.resolve(cloudOf(fake)),
    time: countedTime(),
    build: () => {
      done.push('build');
      return Promise.resolve();
    },
    confirms: (question) => {
      done.push(question);
      return Promise.resolve(yes);
    },
    cdk: ({ command, stage, rest }) => {
      const at = rest.indexOf('--outputs-file');
      if (at !== -1 && finishes && code === 0) writeFileSync(rest[at + 1] ?? '', '{}');
      const shown = at === -1 ? rest : [...rest.slice(0, at), ...rest.slice(at + 2)];
      done.push([command, stage, ...shown].join(' '));
      return Promise.resolve(code);
    },
  };
  return { done, outside, fake };
}

/** The stage `prod`, described by the environment. */
function describeProd(): void {
  const { example } = stagesOfCdkJson as { readonly example: Readonly<Record<string, unknown>> };
  for (const name of SETTING_NAMES)
    if (example[name] !== undefined) vi.stubEnv(variableOf(name), String(example[name]));
}
const said: string[] = [];
const printed: string[] = [];
beforeEach(() => {
  said.length = 0;
  printed.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('before any work', () => {
  it.each([
    [[], 'Say which stage: npm run deploy -- --stage prod.'],
    [['--stage', 'example'], 'The stage "example" belongs to nobody'],
    [['--stage', 'Prod'], '"Prod" cannot be a stage'],
    [['--stage'], '--stage of npm run deploy needs a value: --stage NAME.'],
    [
      ['--satge', 'prod'],
      'npm run deploy knows no --satge. It takes STACK…, --stage NAME, --require-approval LEVEL',
    ],
  ])('deploy %j is refused', async (args, sentence) => {
    const { done, outside } = world();
    await expect(deploy(outside)(args)).rejects.toThrow(sentence);
    expect(done).toEqual([]);
  });

  it.each([deploy, destroy])('every missing setting is named at once', async (command) => {
    const { done, outside } = world();
    const fault = await command(outside)(['--stage', 'prod']).then(String, (error: Error) => error.message);
    expect(fault.split('\n').length).toBe(10);
    for (const name of ['operatorName', 'siteDomain', 'retentionDays'] as const)
      expect(fault).toContain(variableOf(name));
    expect(done).toEqual([]);
  });

  it('a stack of another stage is refused', async () => {
    describeProd();
    const { done, outside } = world();
    await expect(destroy(outside)(['--stage', 'prod', 'calf-coach-test-data'])).rejects.toThrow(
      '"calf-coach-test-data" is no stack of the stage prod',
    );
    expect(done).toEqual([]);
  });
});

describe('deploy', () => {
  beforeEach(describeProd);

  it.each([
    [['--stage', 'prod'], ''],
    [['--stage=prod', '--require-approval', 'never'], ' --require-approval never'],
    [['--stage', 'prod', '--', '-v'], ' -v'],
  ])('%j builds, then calls the CDK once for each stack', async (args, more) => {
    const { done, outside } = world();
    expect(await deploy(outside)(args)).toBe(0);
    expect(done).toEqual([
      'build',
      ...['data', 'certificate', 'service'].map(
        (role) => `deploy prod calf-coach-prod-${role} --exclusively${more}`,
      ),
    ]);
  });

  it('of named stacks is the CDK alone', async () => {
    const { done, outside } = world();
    expect(await deploy(outside)(['--stage', 'prod', 'calf-coach-prod-data', '--', '-v'])).toBe(0);
    expect(done).toEqual(['build', 'deploy prod calf-coach-prod-data -v']);
  });

  it('ends as the CDK ended', async () => {
    expect(await deploy(world({ code: 3 }).outside)(['--stage', 'prod'])).toBe(3);
  });

  it('ends with 1 when the CDK says 0 and did not get to its end', async () => {
    expect(await deploy(world({ finishes: false }).outside)(['--stage', 'prod'])).toBe(1);
    expect(said).toEqual(['The deployment did not get to its end: a question was not answered.\n']);
  });
});

describe('destroy', () => {
  beforeEach(describeProd);

  it('asks, says what stays, and removes the service stack', async () => {
    const { done, outside } = world();
    expect(await destroy(outside)(['--stage', 'prod'])).toBe(0);
    expect(done).toEqual([
      'Remove calf-coach-prod-service? The data stack stays. (y/n) ',
      'build',
      'destroy prod calf-coach-prod-service --force',
    ]);
    expect(printed.join('')).toMatch(
      /^Replies are no longer received\.\n\nWhat stays: the people \(people\)/,
    );
  });

  it('leaves receiving as it is when the service stays', async () => {
    const { outside, fake } = world();
    expect(await destroy(outside)(['--stage', 'prod', '--force', 'calf-coach-prod-certificate'])).toBe(0);
    expect(fake.active).toBe('calf-coach-prod');
  });

  it('does nothing and ends with 1 after a no', async () => {
    const { done, outside } = world({ yes: false });
    expect(await destroy(outside)(['--stage', 'prod', 'calf-coach-prod-data'])).toBe(1);
    expect(done).toEqual(['Remove calf-coach-prod-data? (y/n) ']);
    expect(said).toEqual(['Nothing was removed.\n']);
  });

  it('does not ask with --force', async () => {
    const { done, outside } = world({ yes: false });
    expect(await destroy(outside)(['--stage', 'prod', '--force'])).toBe(0);
    expect(done).toEqual(['build', 'destroy prod calf-coach-prod-service --force']);
  });
});

describe('rollback', () => {
  beforeEach(describeProd);

  it('asks, and moves what the last release changed', async () => {
    const { done, outside, fake } = world();
    expect(await rollback(outside)(['--stage', 'prod'])).toBe(0);
    expect(done).toEqual(['Go back in the stage prod? (y/n) ']);
    expect(fake.moved).toEqual(['fn2 1']);
    expect(printed.join('')).toContain('fn2: version 2 → 1');
  });

  it('moves nothing after a no', async () => {
    const { outside, fake } = world({ yes: false });
    expect(await rollback(outside)(['--stage', 'prod'])).toBe(1);
    expect(fake.moved).toEqual([]);
    expect(said).toEqual(['Nothing was changed.\n']);
  });

  it('says so where there is nothing to go back to', async () => {
    const { outside, fake } = world();
    fake.released = [];
    await expect(rollback(outside)(['--stage', 'prod'])).rejects.toThrow('no earlier release to go back to');
  });
});
