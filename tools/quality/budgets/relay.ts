/** A relay in front of the embedded engine: every call passes through it and says what it consumed. */
import { createServer, type IncomingMessage, request as send } from 'node:http';

export const WRITES: ReadonlySet<string> = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
  'BatchWriteItem',
]);
const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

/** One call that consumes capacity, and the answer to it. */
export interface Relayed {
  readonly operation: string;
  /** What was asked. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: Buffer;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/**
 * Starts it; `told` hears of every call that reads or writes rows. `detail` = whether what indexes consumed
 * is told apart.
 */
export async function startRelay(
  endpoint: string,
  told: (call: Relayed) => void,
  detail: 'TOTAL' | 'INDEXES' = 'TOTAL',
): Promise<{ readonly endpoint: string; readonly stop: () => void }> {
  const server = createServer(async (asked, answer) => {
    const operation = String(asked.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const counts = WRITES.has(operation) || READS.has(operation);
    const body = JSON.parse((await bodyOf(asked)).toString('utf8')) as Record<string, unknown>;
    const sent = Buffer.from(JSON.stringify(counts ? { ...body, ReturnConsumedCapacity: detail } : body));
    const { 'content-length': _length, host: _host, ...headers } = asked.headers;
    const onward = send(
      endpoint,
      { method: 'POST', path: '/', headers: { ...headers, 'content-length': sent.byteLength } },
      async (got) => {
        const raw = await bodyOf(got);
        if (counts) told({ operation, body, answer: raw });
        answer
          .writeHead(got.statusCode ?? 500, {
            'content-type': got.headers['content-type'] ?? 'application/x-amz-json-1.0',
          })
          .end(raw);
      },
    );
    onward.on('error', () => answer.destroy());
    onward.end(sent);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  const port = at !== null && typeof at === 'object' ? at.port : 0;
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
