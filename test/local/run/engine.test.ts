import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createTable, engineBinary, startEngine } from '../../../local/aws/engine.ts';

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
const answers = async (endpoint: string): Promise<boolean> => {
  const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
  const reached = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return reached;
};
const item = { pk: { S: 'a' }, sk: { S: 'b' } };

test('two engines run side by side and are gone after stop', async () => {
  const [one, two] = await Promise.all([startEngine(), startEngine()]);
  expect(one.endpoint).not.toBe(two.endpoint);
  expect(await answers(one.endpoint)).toBe(true);
  await one.stop();
  expect(await answers(one.endpoint)).toBe(false);
  expect(await answers(two.endpoint)).toBe(true);
  await two.stop();
  expect(await answers(two.endpoint)).toBe(false);
});

test('with a folder the data survive, without one they do not; making the table twice is harmless', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'calf-engine-'));
  try {
    for (const found of [false, true]) {
      const engine = await startEngine({ dataDir });
      const client = clientOf(engine.endpoint);
      await createTable(client, 'people');
      await createTable(client, 'people');
      expect(
        (await client.send(new GetItemCommand({ TableName: 'people', Key: item }))).Item !== undefined,
      ).toBe(found);
      await client.send(new PutItemCommand({ TableName: 'people', Item: item }));
      client.destroy();
      await engine.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test('the engine dies with its parent, even when that is killed', async () => {
  const script =
    "import { startEngine } from './local/aws/engine.ts'; const e = await startEngine(); process.stdout.write(e.endpoint + '\\n'); setInterval(() => {}, 1000);";
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const endpoint = chunk.toString('utf8').trim();
  expect(await answers(endpoint)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => answers(endpoint)).toBe(false);
});

test('without the optional package one sentence says what to do', () => {
  const nowhere = () => {
    throw new Error('Cannot find module');
  };
  expect(() => engineBinary(nowhere)).toThrow(/npm install --include=optional.*AWS_ENDPOINT_URL_DYNAMODB/);
});
