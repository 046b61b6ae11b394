/** The figures of a local run: files, and nobody in them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { operator } from '../support/coach.ts';
import { Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
const folder = mkdtempSync(path.join(tmpdir(), 'cohort-'));
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await run?.stop();
});

it('are two files without an id or an address', async () => {
  const ada = new Runner(run.url);
  await ada.join();
  const { code, text } = await operator(run, 'report', '--out', folder);
  expect([code, text]).toEqual([0, expect.stringContaining('report.html')]);
  expect(readdirSync(folder).sort()).toEqual(['report.csv', 'report.html']);
  const { id } = await ada.row();
  for (const file of readdirSync(folder)) {
    const written = readFileSync(path.join(folder, file), 'utf8');
    expect(written).not.toContain(id);
    expect(written).not.toContain('@');
  }
});

it('there is no research export of fewer than five who agree', async () => {
  const { code, text } = await operator(run, 'research', '--out', folder);
  expect([code, text]).toEqual([0, expect.stringContaining('Fewer than five people agree to research')]);
  expect(readdirSync(folder)).not.toContain('research.csv');
});
