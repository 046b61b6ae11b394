/**
 * What holds the local run together: its clock, its environment, where it begins, and what it says when
 * somebody never comes to rest.
 */
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { virtualClock } from '../../../local/control/clock.ts';
import { beginningOf, type Kept } from '../../../local/control/kept.ts';
import { type LocalRun, startRun } from '../../../local/run.ts';
import { endTestRun } from '../support/runner.ts';

const BEGINS = '2026-03-02T06:00:00.000Z';
const runs: LocalRun[] = [];
const start = async (): Promise<LocalRun> => {
  const run = await startRun({ port: 0, now: BEGINS });
  runs.push(run);
  return run;
};
// This file starts runs of its own.
beforeAll(endTestRun);
afterEach(async () => {
  vi.useRealTimers();
  for (const run of runs.splice(0)) await run.stop();
});

describe('the virtual clock', () => {
  it('runs with real time, stands on demand, runs on from there, and is set back', () => {
    vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00.000Z') });
    const clock = virtualClock(BEGINS);
    expect(clock.now()).toBe(BEGINS);
    vi.advanceTimersByTime(1_500);
    expect(clock.now()).toBe('2026-03-02T06:00:01.500Z');
    clock.stand('2026-03-09T07:00:00.000Z');
    vi.advanceTimersByTime(60_000);
    expect(clock.now()).toBe('2026-03-09T07:00:00.000Z');
    clock.run();
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe('2026-03-09T07:00:01.000Z');
    clock.set(BEGINS);
    expect(clock.now()).toBe(BEGINS);
    expect(clock.offset()).toBe(Date.parse(BEGINS) - Date.now());
  });
});

describe('where a run begins', () => {
  const machine = Date.parse('2026-11-22T12:00:00.000Z');
  const kept = (ahead: number): Kept => ({ start: BEGINS, ahead, mails: [] });
  const DAY = 86_400_000;

  it.each([
    ['new, no wish: the time of the machine', null, undefined, '2026-11-22T12:00:00.000Z'],
    ['new, a wish', null, BEGINS, BEGINS],
    ['kept ahead, no wish: where it would be by now', kept(DAY), undefined, '2026-11-23T12:00:00.000Z'],
    ['kept in the past, no wish', kept(-DAY), undefined, '2026-11-21T12:00:00.000Z'],
    ['kept, a later wish', kept(DAY), '2026-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['kept, a wish at that very instant', kept(DAY), '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
  ])('%s', (_name, state, asked, begins) => {
    expect(beginningOf(state, asked, machine)).toBe(begins);
  });

  it('refuses an earlier wish with a sentence', () => {
    expect(() => beginningOf(kept(DAY), '2026-11-23T11:59:59.999Z', machine)).toThrow(
      'time does not run backwards',
    );
  });
});

describe('the environment', () => {
  it("hides the machine's own settings while it runs and puts them back", async () => {
    vi.stubEnv('AWS_PROFILE', 'work');
    vi.stubEnv('AWS_SESSION_TOKEN', 'secret');
    vi.stubEnv('AWS_REGION', 'us-west-2');
    const before = { ...process.env };
    const run = await start();
    expect(process.env['AWS_PROFILE']).toBeUndefined();
    expect(process.env['AWS_SESSION_TOKEN']).toBeUndefined();
    expect(process.env['SITE_URL']).toBe(run.url);
    await run.stop();
    runs.length = 0;
    expect({ ...process.env }).toEqual(before);
  });

  it('is one at a time in a process, and the refused run leaves the first one whole', async () => {
    const run = await start();
    await expect(startRun({ port: 0, now: BEGINS })).rejects.toThrow('already going in this process');
    expect((await fetch(`${run.url}/`)).status).toBe(200);
    await run.stop();
    runs.length = 0;
    expect((await fetch(`${(await start()).url}/`)).status).toBe(200);
  });
});

describe('the control API', () => {
  it('obeys no page of another site', async () => {
    const run = await start();
    const ask = (from: string) =>
      fetch(`${run.url}/__local/reset`, { method: 'POST', headers: { 'sec-fetch-site': from } });
    expect((await ask('cross-site')).status).toBe(403);
    expect((await ask('same-origin')).status).toBe(200);
  });

  it('starts over with link keys of its own, in the store it looks with as in the functions', async () => {
    const run = await start();
    const before = await run.world.store.keys();
    expect((await fetch(`${run.url}/__local/reset`, { method: 'POST' })).status).toBe(200);
    const after = await run.world.store.keys();
    expect(after).not.toEqual(before);
    expect(await run.world.store.keys()).toBe(after);
  });

  it('puts off whom nobody can read, and goes on', async () => {
    const run = await start();
    // A state nobody can read, with an alarm in every shard it could be looked for.
    const client = new DynamoDBClient({});
    const text = (value: string) => ({ S: value });
    const Key = { pk: text('P#0BR0KEN0BR0KEN00'), sk: text('S#HEAD') };
    const TableName = process.env['TABLE_NAME'];
    const Item = { ...Key, duePk: text('DUE#3'), dueSk: text(BEGINS) };
    await client.send(new PutItemCommand({ TableName, Item }));
    const response = await fetch(`${run.url}/__local/mail`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([]);
    // The first failure may be the world's and passes; the second is remembered.
    const body = JSON.stringify({ advance: 'PT2H' });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${run.url}/__local/clock`, { method: 'POST', headers, body });
    expect((await fetch(`${run.url}/__local/mail`)).status).toBe(200);
    const after = await client.send(new GetItemCommand({ TableName, Key }));
    client.destroy();
    expect((after.Item?.['dueSk']?.S ?? '') > BEGINS).toBe(true);
    expect((await fetch(`${run.url}/`)).status).toBe(200);
  });
});
