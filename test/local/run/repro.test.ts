/** A participant of the local run as a persona: the same mails, and nothing that tells who it was. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { play } from '../../../cli/play.ts';
import type { LocalRun } from '../../../local/run.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'repro-'));
let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await run.stop();
});

async function reproOf(runner: Runner): Promise<{ code: number; text: string; file: string }> {
  const { id } = await runner.row();
  const file = path.join(folder, `${id}.yaml`);
  const printed: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((part) => printed.push(String(part)) > 0);
  const code = await play(['--repro', id, '--site', run.url, '--to', file]).finally(() =>
    write.mockRestore(),
  );
  return { code, text: printed.join(''), file: readFileSync(file, 'utf8') };
}

it('a runner who answers, chooses, moves, says words, gets worse and leaves', async () => {
  const runner = new Runner(run.url, 'grete.repro@example.org');
  await runner.join();
  await runner.untilCheckIn();
  await runner.checkIn(calm(2));
  await runner.clock({ advance: 'PT4H' });
  const me = await runner.open(runner.link(await runner.newest('plan'), '/me/'));
  await runner.act(me, 'settings', { weekday: '3', hour: '9' });
  await runner.untilCheckIn();
  await runner.checkIn(calm(4, { painWorst: '5', note: 'zorgle the wumpus of Grete' }));
  await runner.clock({ advance: 'P3D' });
  const worse = await runner.open(runner.link(await runner.newest('plan'), '/w/'));
  await runner.fill(worse, { redFlags: 'none', painNow: '4', sudden: 'no', when: 'running' });
  await runner.clock({ advance: 'P12D' });
  const way = await runner.open(runner.link(await runner.newest('check-in'), '/u/'));
  await runner.fill(way, {});
  const { code, text, file } = await reproOf(runner);
  expect(text).toMatch(/plays to the same \d+ mails/);
  expect(code).toBe(0);
  expect(file).not.toMatch(/@|Ada|grete|zorgle|wumpus/i);
});

it('a runner whose answer stops, and who comes back', async () => {
  const runner = new Runner(run.url, 'stop.repro@example.org');
  await runner.join();
  await runner.untilCheckIn();
  await runner.checkIn(calm(8, { redFlags: 'swelling' }));
  await runner.clock({ advance: 'P4D' });
  const { code, text } = await reproOf(runner);
  expect(text).toMatch(/plays to the same \d+ mails/);
  expect(code).toBe(0);
});

it.each([
  [['--repro', 'a@b.example'], '--repro is the id of a participant'],
  [['--repro', 'X', 'calm.yaml'], 'not both'],
])('says what to do: %j', async (args, sentence) => {
  await expect(play(args)).rejects.toThrow(sentence);
});
