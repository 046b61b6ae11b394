/**
 * The embedded DynamoDB: a real engine as a child process, in memory unless a folder is given. Nothing needs
 * to be installed on the machine. The child dies with us: on `stop`, and on any way this process can end by
 * itself; a watcher in the child's shell covers our being killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../functions/shell/store/items/table.ts';

const PACKAGE = '@dynoxide/linux-x64';
const LISTEN_MS = 10_000;
const STOP_MS = 2_000;
const MISSING = `The embedded DynamoDB engine is not installed: run "npm install --include=optional" on Linux x64 (package ${PACKAGE}), or set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB you run yourself.`;

export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Path of the engine; throws one sentence that says what to do when the optional package is absent. */
export function engineBinary(
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
): string {
  try {
    return join(resolve(`${PACKAGE}/package.json`), '..', 'dynoxide');
  } catch {
    throw new Error(MISSING);
  }
}

/**
 * Starts the engine on a free port of the loopback and waits until it answers. With `dataDir` the data stay
 * there.
 */
export async function startEngine({ dataDir }: { readonly dataDir?: string } = {}): Promise<Engine> {
  const binary = engineBinary();
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(dataDir === undefined ? [] : ['--db-path', join(dataDir, 'table.sqlite')]),
  ];
  // The shell waits for its input to close, which it does however we end, and takes the engine with it.
  const script =
    '"$0" "$@" </dev/null & engine=$!; { cat >/dev/null; kill $engine 2>/dev/null; } <&3 & wait $engine';
  const child = spawn('/bin/sh', ['-c', script, binary, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const stop = stopper(child);
  try {
    await listening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

/**
 * Makes the table from its one definition; does nothing when it is there. Time to live stays off: expiry is
 * checked in code, on the clock of the run.
 */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const attributes = [TABLE.partitionKey, TABLE.sortKey, TABLE.dueIndex.partitionKey, TABLE.dueIndex.sortKey];
  const schema = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: schema(TABLE.partitionKey, TABLE.sortKey),
        GlobalSecondaryIndexes: [
          {
            IndexName: TABLE.dueIndex.name,
            KeySchema: schema(TABLE.dueIndex.partitionKey, TABLE.dueIndex.sortKey),
            Projection: { ProjectionType: TABLE.dueIndex.projection },
          },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() =>
        at !== null && typeof at === 'object' ? resolve(at.port) : reject(new Error('no free port')),
      );
    });
  });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`the embedded DynamoDB engine did not start: ${why} ${said.trim()}`));
    };
    const timer = setTimeout(() => fail(`silent for ${LISTEN_MS / 1000} s.`), LISTEN_MS);
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-2000);
      if (!said.includes('listening on')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`exit code ${code}.`));
  });
}

/** Closing the pipe ends the watcher, which ends the engine, which ends the shell. */
function stopper(child: ChildProcess): () => Promise<void> {
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return async () => {
    child.stdio[3]?.destroy();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(timer);
  };
}
