/** What `doctor` reads inside a stage, on the table of a local run. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../../functions/shell/store/db.ts';
import type { LocalRun } from '../../../local/run.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import { keyFacts, overdueMinutes } from '../../../tools/coach/running-facts.ts';
import { operator } from '../support/coach.ts';
import { Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
let client: DynamoDBClient;
/** The table as somebody sees it who looks so many minutes later. */
const seen = (minutesLater = 0): Db => ({
  client,
  table: run.world.table.name,
  clock: { ...run.world.clock, now: () => addMinutes(run.world.clock.now(), minutesLater) },
});
beforeAll(async () => {
  run = await startTestRun();
  client = new DynamoDBClient({
    endpoint: run.world.table.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  client?.destroy();
  await run?.stop();
});

it('there are no keys before the first page, then one with its day, and a second that waits', async () => {
  expect(await keyFacts(seen())).toBeNull();
  expect(await overdueMinutes(seen())).toBe(0);
  await new Runner(run.url).signUp();
  expect(await keyFacts(seen())).toEqual({ current: 1, newest: 1, days: 0 });
  expect((await keyFacts(seen(400 * 24 * 60)))?.days).toBe(400);
  await operator(run, 'rotate-keys');
  expect(await keyFacts(seen())).toMatchObject({ current: 1, newest: 2 });
});

it('an alarm that nothing works off is late by the minutes since it should have rung', async () => {
  const alarm = await run.world.nextAlarm();
  expect(alarm).not.toBeNull();
  const until = (Date.parse(alarm!) - Date.parse(run.world.clock.now())) / 60_000;
  expect(await overdueMinutes(seen(until - 1))).toBe(0);
  expect(Math.round(await overdueMinutes(seen(until + 45)))).toBe(45);
});
