/** The gate that finds what nothing uses: it passes a tree where all is used, and bites where one thing is not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const KNIP = path.join(ROOT, 'node_modules/knip/bin/knip.js');
const USED: Readonly<Record<string, string>> = {
  'package.json': '{"name":"canary","private":true,"type":"module"}',
  'knip.json': '{"entry":["main.ts"],"project":["*.ts"],"ignoreExportsUsedInFile":true}',
  'main.ts': "import { one } from './one.ts';\nconsole.log(one);\n",
  'one.ts': 'export const one = 1;\n',
};

/** What the gate says of a tree of these files: its exit code and its words. */
function gateOf(files: Readonly<Record<string, string>>): {
  readonly code: number | null;
  readonly said: string;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'unused-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const options = ['--directory', folder, '--include', 'files,exports,types', '--no-progress'];
    const done = spawnSync(process.execPath, [KNIP, ...options], { encoding: 'utf8' });
    return { code: done.status, said: done.stdout + done.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the gate of unused things', () => {
  it('passes where everything is used', () => expect(gateOf(USED)).toEqual({ code: 0, said: '' }));

  it.each([
    ['an export', { 'one.ts': 'export const one = 1;\nexport const forgotten = 2;\n' }, 'forgotten'],
    ['a type', { 'one.ts': 'export const one = 1;\nexport type Forgotten = string;\n' }, 'Forgotten'],
    ['a file', { 'forgotten.ts': 'export const two = 2;\n' }, 'forgotten.ts'],
  ])('bites on %s that nothing uses', (_what, planted, name) => {
    const { code, said } = gateOf({ ...USED, ...planted });
    expect(code).not.toBe(0);
    expect(said).toContain(name);
  });
});
