/**
 * The local queues, spoken to by the real client: batches, partial failures, redelivery after the visibility
 * time, dead letters after five.
 */
import {
  ListQueuesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalQueues, QUEUES, startQueues } from '../../../local/aws/sqs.ts';
import { addMinutes } from '../../../program/kernel/time.ts';

const NOW = '2026-03-02T06:00:00.000Z';
let queues: LocalQueues;
let client: SQSClient;
beforeAll(async () => {
  queues = await startQueues(() => NOW);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SQSClient({ endpoint: queues.endpoint, region: 'local', credentials, maxAttempts: 1 });
});
beforeEach(() => queues.clear());
afterAll(async () => {
  client?.destroy();
  await queues?.close();
});

const send = (body: string) =>
  client.send(new SendMessageCommand({ QueueUrl: queues.url('routine'), MessageBody: body }));
const nameOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'accepted',
    (error: Error) => error.name,
  );
/** A consumer that fails the bodies it is told to, and remembers every delivery. */
function consumer(fails: (body: string) => boolean = () => false) {
  const deliveries: SQSEvent[] = [];
  return {
    deliveries,
    bodies: () => deliveries.flatMap((event) => event.Records.map((record) => record.body)),
    take: (event: SQSEvent): Promise<SQSBatchResponse> => {
      deliveries.push(event);
      return Promise.resolve({
        batchItemFailures: event.Records.filter((r) => fails(r.body)).map((r) => ({
          itemIdentifier: r.messageId,
        })),
      });
    },
  };
}

describe('sending', () => {
  it.each(QUEUES)('a message to %s arrives there and nowhere else, as a Lambda record', async (name) => {
    const { MessageId } = await client.send(
      new SendMessageCommand({ QueueUrl: queues.url(name), MessageBody: '{"participantId":"a"}' }),
    );
    for (const other of QUEUES) {
      const { deliveries, take } = consumer();
      expect(await queues.drain(other, NOW, take)).toBe(other === name ? 1 : 0);
      if (other !== name) continue;
      expect(deliveries[0]?.Records[0]).toMatchObject({
        messageId: MessageId,
        body: '{"participantId":"a"}',
        eventSource: 'aws:sqs',
        attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(Date.parse(NOW)) },
      });
    }
  });

  it('a batch reports every entry; the client checks the checksums itself', async () => {
    const Entries = Array.from({ length: 10 }, (_, n) => ({ Id: `m${n}`, MessageBody: `body ${n} ü` }));
    const result = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queues.url('urgent'), Entries }),
    );
    expect(result.Successful?.map((e) => e.Id)).toEqual(Entries.map((e) => e.Id));
    const { bodies, take } = consumer();
    await queues.drain('urgent', NOW, take);
    expect(bodies()).toEqual(Entries.map((e) => e.MessageBody));
  });

  it('what it does not know is answered with an error and never hangs', async () => {
    expect(await nameOf(client.send(new ListQueuesCommand({})))).toBe('UnsupportedOperation');
    expect(
      await nameOf(
        client.send(
          new SendMessageCommand({ QueueUrl: `${queues.endpoint}/000000000000/other`, MessageBody: 'x' }),
        ),
      ),
    ).toBe('QueueDoesNotExist');
    const headers = { 'x-amz-target': 'AmazonSQS.SendMessage' };
    for (const body of ['', 'not json', 'null'])
      expect((await fetch(queues.endpoint, { method: 'POST', headers, body })).status, body).toBe(400);
  });
});

describe('delivering', () => {
  it('goes out in batches of ten at most', async () => {
    for (let n = 0; n < 23; n += 1) queues.put('feedback', String(n));
    const { deliveries, bodies, take } = consumer();
    expect(await queues.drain('feedback', NOW, take)).toBe(23);
    expect(deliveries.map((event) => event.Records.length)).toEqual([10, 10, 3]);
    expect(bodies()).toEqual(Array.from({ length: 23 }, (_, n) => String(n)));
  });

  it('what a consumer adds meanwhile is delivered as well', async () => {
    await send('first');
    const seen: string[] = [];
    await queues.drain('routine', NOW, async (event) => {
      for (const { body } of event.Records) {
        seen.push(body);
        if (body === 'first') await send('second');
      }
      return { batchItemFailures: [] };
    });
    expect(seen).toEqual(['first', 'second']);
  });

  it('a failed entry alone comes again, six minutes later, and not before', async () => {
    for (const body of ['good', 'bad']) await send(body);
    const first = consumer((body) => body === 'bad');
    await queues.drain('routine', NOW, first.take);
    expect(first.bodies()).toEqual(['good', 'bad']);
    expect(queues.nextVisible()).toBe(addMinutes(NOW, 6));
    const early = consumer();
    expect(await queues.drain('routine', addMinutes(NOW, 5), early.take)).toBe(0);
    const late = consumer();
    expect(await queues.drain('routine', addMinutes(NOW, 6), late.take)).toBe(1);
    expect(late.bodies()).toEqual(['bad']);
    expect(late.deliveries[0]?.Records[0]?.attributes.ApproximateReceiveCount).toBe('2');
    expect(queues.nextVisible()).toBeNull();
  });

  it('a consumer that throws fails its whole batch', async () => {
    for (const body of ['a', 'b']) await send(body);
    await queues.drain('routine', NOW, () => Promise.reject(new Error('crashed')));
    const { bodies, take } = consumer();
    await queues.drain('routine', addMinutes(NOW, 6), take);
    expect(bodies()).toEqual(['a', 'b']);
  });

  it('after five tries a message is dead, its neighbours are not', async () => {
    for (const body of ['good', 'poison']) await send(body);
    let tries = 0;
    for (let at = NOW, n = 0; n < 8; n += 1, at = addMinutes(at, 6)) {
      const { bodies, take } = consumer((body) => body === 'poison');
      await queues.drain('routine', at, take);
      tries += bodies().filter((body) => body === 'poison').length;
    }
    expect(tries).toBe(5);
    expect(queues.dead).toEqual([{ queue: 'routine', body: 'poison' }]);
    expect(queues.nextVisible()).toBeNull();
    queues.clear();
    expect(queues.dead).toEqual([]);
  });
});
