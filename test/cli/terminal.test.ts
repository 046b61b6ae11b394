/**
 * Questions of `npm run destroy` and of the CDK are answered in a real terminal, and a no ends with an exit
 * code that says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, variableOf } from '../../infra/stages.ts';
import { stagesOfCdkJson } from '../infra/synthesised.ts';
import { inTerminal } from './support/terminal.ts';

const { example } = stagesOfCdkJson as { readonly example: Readonly<Record<string, unknown>> };
const PROD = Object.fromEntries(
  SETTING_NAMES.flatMap((name) =>
    example[name] === undefined ? [] : [[variableOf(name), String(example[name])]],
  ),
);
/** No account: what goes on after all fails at once, and never with exit code 0. */
const NOWHERE = {
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  CDK_VALIDATION: 'false',
};

describe('in a terminal', () => {
  it.each([
    ['a no', 'n\r'],
    ['another word', 'perhaps\r'],
    ['an empty line', '\r'],
    ['the end of the input', '\u0004'],
  ])('npm run destroy takes %s for a no, does nothing and ends with 1', async (_, answer) => {
    const args = ['--import', 'tsx', 'cli/deploy.ts', 'destroy', '--stage', 'prod'];
    const { code, output } = await inTerminal(args, '(y/n)', answer, { ...NOWHERE, ...PROD });
    expect(output).toContain('Remove calf-coach-prod-service? The data stack stays. (y/n)');
    expect(output).toContain('Nothing was removed.');
    expect(output).not.toContain('cdk.out');
    expect(code).toBe(1);
  });

  it('a question of the CDK can be answered, and its no is our exit code', async () => {
    const out = mkdtempSync(path.join(tmpdir(), 'calf-coach-cdk-'));
    try {
      const args = ['--import', 'tsx', 'test/cli/support/cdk-destroy.ts'];
      const { code, output } = await inTerminal(args, '(y/n)', 'n\r', { ...NOWHERE, CDK_OUTDIR: out });
      expect(output).toContain('Are you sure you want to delete');
      expect(output).toContain('cancelled');
      expect(code).toBe(1);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});

describe('without a terminal', () => {
  it('npm run destroy says so and ends with 1', async () => {
    const { spawnSync } = await import('node:child_process');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'cli/deploy.ts', 'destroy', '--stage', 'prod'],
      { encoding: 'utf8', env: { ...process.env, ...NOWHERE, ...PROD }, input: 'y\n' },
    );
    expect(status).toBe(1);
    expect(stderr).toBe(
      'There is no terminal to ask on: run this in one, or add --force to go on without a question.\n',
    );
  });
});
