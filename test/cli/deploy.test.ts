/**
 * `npm run deploy` and `npm run destroy`: what they refuse before any work, and that they say by their exit
 * code when nothing was done.
 */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy, destroy, type Outside } from '../../cli/deploy.ts';
import { SETTING_NAMES, variableOf } from '../../infra/stages.ts';
import { stagesOfCdkJson } from '../infra/synthesised.ts';

/** The world of the two commands: what they did, in order, and what the tool and the person answer. */
function world(answers: { code?: number; finishes?: boolean; yes?: boolean } = {}) {
  const { code = 0, finishes = true, yes = true } = answers;
  const done: string[] = [];
  const outside: Outside = {
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
  return { done, outside };
}

/** The stage `prod`, described by the environment. */
function describeProd(): void {
  const { example } = stagesOfCdkJson as { readonly example: Readonly<Record<string, unknown>> };
  for (const name of SETTING_NAMES)
    if (example[name] !== undefined) vi.stubEnv(variableOf(name), String(example[name]));
}
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
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
    [['--stage', 'prod'], 'deploy prod --all'],
    [['--stage=prod', '--require-approval', 'never'], 'deploy prod --all --require-approval never'],
    [['--stage', 'prod', 'calf-coach-prod-data', '--', '-v'], 'deploy prod calf-coach-prod-data -v'],
  ])('%j builds, then calls the CDK', async (args, call) => {
    const { done, outside } = world();
    expect(await deploy(outside)(args)).toBe(0);
    expect(done).toEqual(['build', call]);
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
