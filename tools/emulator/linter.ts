/**
 * cfn-lint, CloudFormation's own linter, over the synthesised templates: it knows the schema of every
 * resource type, which neither the CDK nor the emulator holds a template against.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programOf } from './python.ts';

const REQUIREMENTS = path.join(import.meta.dirname, 'linter-requirements.txt');

/** Rules that are not asked, and why. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  W3005: 'the CDK writes an order beside the reference that implies it; both say the same',
};
/** What CloudFormation would refuse: a property that its type does not have. */
const FAULTY = {
  Resources: {
    Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: '{}', Colour: 'red' } },
  },
};

/** The linter's program. Throws `CannotTry`. */
export const linter = (say: (line: string) => void): string =>
  programOf({ name: 'linter', program: 'cfn-lint', requirements: REQUIREMENTS }, say);

function findings(program: string, files: readonly string[]): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync(
    program,
    ['--format', 'parseable', '--ignore-checks', ...Object.keys(NOT_ASKED), '--', ...files],
    { encoding: 'utf8' },
  );
  if (error !== undefined) throw error;
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (status !== 0 && lines.length === 0) throw new Error(`cfn-lint ended with ${status}: ${stderr.trim()}`);
  return lines;
}

/**
 * Every template of a folder without a finding, and one with a planted fault found. Throws the findings.
 * Returns how many templates were read.
 */
export function lintTemplates(program: string, folder: string, scratch: string): number {
  const planted = path.join(scratch, 'planted.template.json');
  writeFileSync(planted, JSON.stringify(FAULTY));
  if (!findings(program, [planted]).some((line) => line.includes('Colour')))
    throw new Error('cfn-lint does not see a property that no dashboard has');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => path.join(folder, name));
  if (files.length === 0) throw new Error(`there is no template in ${folder}`);
  const found = findings(program, files);
  if (found.length > 0) throw new Error(`cfn-lint:\n${found.join('\n')}`);
  return files.length;
}
