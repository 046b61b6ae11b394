/**
 * The restore drill, on the embedded engine: a copy of the table as it was, days that go on, a fault that
 * makes states unreadable, and the way back. Nobody is mailed twice, nobody erased comes back.
 */
import { type AttributeValue, DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headKey } from '../../../functions/shell/store/items/keys.ts';
import { createTable } from '../../../local/aws/engine.ts';
import type { LocalRun } from '../../../local/run.ts';
import { operator, operatorJson } from '../support/coach.ts';
import { Runner, startTestRun } from '../support/runner.ts';

const COPY = 'calf-coach-copy';
const WHY = ['--reason', 'a release wrote states that cannot be read'];
const AGAIN = ['--again', 'local'];
let run: LocalRun;
let client: DynamoDBClient;
const [ada, cleo, dora] = ['ada', 'cleo', 'dora'] as const;
const runner = (name: string): Runner => new Runner(run.url, `${name}@example.org`);

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

/** What point-in-time recovery gives: another table with every row as it is now. */
async function copyTable(): Promise<void> {
  await createTable(client, COPY);
  for await (const { Items = [] } of paginateScan({ client }, { TableName: run.world.table.name }))
    for (const Item of Items) await client.send(new PutItemCommand({ TableName: COPY, Item }));
}
async function spoil(id: string): Promise<void> {
  const { pk, sk } = headKey(id);
  const rows: Record<string, AttributeValue>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: run.world.table.name }))
    rows.push(...Items.filter((row) => row['pk']?.S === pk && row['sk']?.S === sk));
  for (const row of rows)
    await client.send(
      new PutItemCommand({ TableName: run.world.table.name, Item: { ...row, v: { N: '9999' } } }),
    );
}
/** How many mails somebody was sent. */
const mailsTo = (name: string) =>
  run.world.ses.mails.filter(({ destinations }) => destinations.some((to) => to.startsWith(`${name}@`)))
    .length;

const withId = async (name: string) => [name, (await runner(name).row()).id] as const;

it('refuses what could do harm, and says what to do', async () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [[], 'Say which table holds the copy: --from NAME'],
    [['--from', COPY], 'Say why'],
    [['--from', COPY, ...WHY], 'Name the stage once more'],
    [['--from', run.world.table.name, ...WHY, ...AGAIN], 'is the table of the stage itself'],
    [['--from', COPY, ...WHY, ...AGAIN], 'npm run coach -- switch off --again local, then run this again'],
  ];
  for (const [args, sentence] of wrong) {
    const { code, text } = await operator(run, 'restore', ...args);
    expect([code, text]).toEqual([1, expect.stringContaining(sentence)]);
  }
});

it('brings back who cannot be read; nobody is mailed twice, nobody erased comes back', async () => {
  for (const name of [ada, cleo, dora]) await runner(name).join();
  const ids = Object.fromEntries(await Promise.all([ada, cleo, dora].map(withId)));
  await runner(ada).clock({ advance: 'P2D' });
  await copyTable();
  // The days go on: plans and questions leave, one person goes.
  await runner(ada).clock({ advance: 'P8D' });
  await operator(run, 'erase', ids[cleo]!, ...AGAIN);
  const doraBefore = (await runner(dora).detail()).rev;
  const sent = Object.fromEntries([ada, cleo, dora].map((name) => [name, mailsTo(name)]));
  await operator(run, 'switch', 'off', ...AGAIN);
  await spoil(ids[ada]!);
  await expect(run.world.store.load(ids[ada]!)).rejects.toThrow();

  const done = await operatorJson<{ back: readonly string[]; fine: number; gone: number; lost: unknown }>(
    run,
    'restore',
    ...['--from', COPY, ...WHY, ...AGAIN],
  );
  expect(done).toMatchObject({ back: [ids[ada]], fine: 1, gone: 1, lost: [] });
  expect(await run.world.store.load(ids[cleo]!)).toBeNull();
  expect((await runner(dora).detail()).rev).toBe(doraBefore);

  await operator(run, 'switch', 'on', ...AGAIN);
  await runner(ada).clock({ advance: 'PT6H' });
  for (const name of [ada, cleo]) expect([name, mailsTo(name)]).toEqual([name, sent[name]]);
  // They go on: the next week's mails come, each occasion once in the ledger.
  await runner(ada).clock({ advance: 'P7D' });
  expect(mailsTo(ada)).toBeGreaterThan(sent[ada]!);
  expect(mailsTo(cleo)).toBe(sent[cleo]);
  for (const name of [ada, dora]) {
    const tags = run.world.ses.mails
      .filter(({ destinations }) => destinations.some((to) => to.startsWith(`${name}@`)))
      .map(({ tags: of }) => of['dispatch']);
    expect(new Set(tags).size).toBe(tags.length);
  }
  const again = await operator(run, 'redrive', ...WHY);
  expect(again.text).toContain('1 came back as they were in calf-coach-copy');
});
