/** What would have woken the operator, told by the local run (docs/contract.md §4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALARM_LINES } from '../../../functions/shell/alarm-lines.ts';
import type { LocalRun } from '../../../local/run.ts';
import { Runner, startTestRun } from '../support/runner.ts';

interface Told {
  readonly at: string;
  readonly alarm: string;
  readonly participantId?: string;
}
let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

it('every line that was logged as an alarm rang, and no other; a reset ends them', async () => {
  const runner = new Runner(run.url, 'bell@example.org');
  const told = () => runner.control<readonly Told[]>('alarms');
  await runner.signUp();
  expect(await told()).toEqual([]);
  const page = await runner.confirm();
  await runner.control('ses', { mode: 'suppress', count: 1 });
  await runner.intake(page, { 1: { consentHealth: 'yes', redFlags: 'swelling', conditions: 'none' } });
  const { id } = await runner.row();
  const rung = await told();
  expect(rung.map(({ alarm, participantId }) => [alarm, participantId])).toEqual([
    ['safety-undelivered', id],
  ]);
  const logged = run.world.logs.filter((line) => line.level === 'error').map((line) => line.message);
  expect(rung.map((one) => one.alarm)).toEqual(logged);
  for (const line of logged) expect(ALARM_LINES).toContain(line);
  await runner.control('reset', {});
  expect(await told()).toEqual([]);
});
