/**
 * An SQS-shaped server (JSON protocol, SendMessage and SendMessageBatch) with real Lambda event JSON, partial
 * failures, redelivery and dead letters.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import { bodyOf, type Listening, LOOPBACK, listen } from '../server.ts';

export const QUEUES = ['urgent', 'routine', 'feedback'] as const;
export type QueueName = (typeof QUEUES)[number];
/** As deployed: after five tries a message is dead, between tries it is hidden for six minutes. */
const MAX_RECEIVE = 5;
const VISIBILITY_MINUTES = 6;
const BATCH = 10;
/** Before the name of the queue whose dead letters are counted. */
const DEAD = 'dead-';

interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: Instant;
  received: number;
  visibleAt: Instant;
}
export interface LocalQueues {
  readonly endpoint: string;
  url(name: QueueName): string;
  /** Where what was given up of a queue can be counted. */
  deadUrl(name: QueueName): string;
  /** Visible after some minutes; at once without them. */
  put(name: QueueName, body: string, minutes?: number): void;
  /**
   * Delivers what is visible at `now`, batch by batch, until nothing is. Returns how many messages were
   * delivered.
   */
  drain(
    name: QueueName,
    now: Instant,
    consumer: (event: SQSEvent) => Promise<SQSBatchResponse>,
  ): Promise<number>;
  /** When the next hidden message becomes visible again; null while the queues are down. */
  nextVisible(): Instant | null;
  readonly dead: readonly { readonly queue: QueueName; readonly body: string }[];
  /** What was given up is put again where it was, as new; how many of each queue. */
  redrive(): Readonly<Record<QueueName, number>>;
  clear(): void;
  /** Down: nothing is taken and nothing delivered; what is there stays. */
  down(down: boolean): void;
  close(): Promise<void>;
}

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** A message that is put now and seen after so many minutes. */
const messageOf = (body: string, now: Instant, minutes: number): Message => ({
  id: randomUUID(),
  body,
  sentAt: now,
  received: 0,
  visibleAt: addMinutes(now, minutes),
});

type Consumer = (event: SQSEvent) => Promise<SQSBatchResponse>;
/** Messages of a batch that were not worked off; all of them where the function failed. */
const failedOf = (name: QueueName, batch: readonly Message[], consumer: Consumer): Promise<Set<string>> =>
  consumer({ Records: batch.map((m) => recordOf(name, m)) }).then(
    (result) => new Set(result.batchItemFailures.map((f) => f.itemIdentifier)),
    () => new Set(batch.map((m) => m.id)),
  );

/** `onDead` is told of every message that is given up. */
export async function startQueues(
  now: () => Instant,
  onDead: (body: string) => void = () => undefined,
): Promise<LocalQueues> {
  const messages: Record<QueueName, Message[]> = { urgent: [], routine: [], feedback: [] };
  const dead: { queue: QueueName; body: string }[] = [];
  let isDown = false;
  const put = (name: QueueName, body: string, minutes = 0): string => {
    const message = messageOf(body, now(), minutes);
    messages[name].push(message);
    return message.id;
  };
  const queued: Queued = {
    put,
    count: (name) => messages[name].length,
    deadOf: (name) => deadByQueue(dead)[name],
  };
  const server: Listening = await listen((request, response) =>
    isDown ? void request.socket.destroy() : served(request, response, queued),
  );
  const endpoint = `http://${LOOPBACK}:${server.port}`;

  async function deliver(name: QueueName, at: Instant, consumer: Consumer): Promise<number> {
    const batch = messages[name].filter((m) => m.visibleAt <= at).slice(0, BATCH);
    if (batch.length === 0) return 0;
    for (const message of batch) {
      message.received += 1;
      message.visibleAt = addMinutes(at, VISIBILITY_MINUTES);
    }
    const failed = await failedOf(name, batch, consumer);
    for (const message of batch) {
      const over = failed.has(message.id) && message.received >= MAX_RECEIVE;
      if (over) {
        dead.push({ queue: name, body: message.body });
        onDead(message.body);
      }
      if (over || !failed.has(message.id)) messages[name].splice(messages[name].indexOf(message), 1);
    }
    return batch.length;
  }

  return {
    endpoint,
    dead,
    url: (name) => `${endpoint}/000000000000/${name}`,
    deadUrl: (name) => `${endpoint}/000000000000/${DEAD}${name}`,
    put: (name, body, minutes) => void put(name, body, minutes),
    drain: async (name, at, consumer) => {
      if (isDown) return 0;
      let total = 0;
      for (let n = await deliver(name, at, consumer); n > 0; n = await deliver(name, at, consumer))
        total += n;
      return total;
    },
    redrive: () => putBack(dead.splice(0), put),
    nextVisible: () =>
      isDown ? null : (QUEUES.flatMap((name) => messages[name].map((m) => m.visibleAt)).sort()[0] ?? null),
    down: (down) => {
      isDown = down;
    },
    clear: () => {
      for (const name of QUEUES) messages[name].length = 0;
      dead.length = 0;
    },
    close: () => server.close(),
  };
}

/** How many were given up, by the queue they were in. */
export const deadByQueue = (dead: LocalQueues['dead']): Readonly<Record<QueueName, number>> => ({
  urgent: dead.filter(({ queue }) => queue === 'urgent').length,
  routine: dead.filter(({ queue }) => queue === 'routine').length,
  feedback: dead.filter(({ queue }) => queue === 'feedback').length,
});

function putBack(
  dead: LocalQueues['dead'],
  put: (name: QueueName, body: string) => string,
): ReturnType<typeof deadByQueue> {
  for (const { queue, body } of dead) put(queue, body);
  return deadByQueue(dead);
}

type Answer = { readonly status: number; readonly body: unknown };
type Entry = { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds?: number };

interface SendRequest {
  readonly QueueUrl?: string;
  readonly MessageBody?: string;
  readonly Entries?: readonly Entry[];
}
const COUNT = 'AmazonSQS.GetQueueAttributes';
const ACTIONS: readonly unknown[] = ['AmazonSQS.SendMessage', 'AmazonSQS.SendMessageBatch', COUNT];

/** What the server does to the queues. */
interface Queued {
  readonly put: (name: QueueName, body: string, minutes?: number) => string;
  readonly count: (name: QueueName) => number;
  readonly deadOf: (name: QueueName) => number;
}

const counted = (messages: number): Answer => ({
  status: 200,
  body: { Attributes: { ApproximateNumberOfMessages: String(messages) } },
});

async function served(request: IncomingMessage, response: ServerResponse, queued: Queued): Promise<void> {
  const text = (await bodyOf(request)).toString('utf8');
  const { status, body } = answerOf(request.headers['x-amz-target'], text, queued);
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}

function answerOf(target: string | string[] | undefined, text: string, queued: Queued): Answer {
  const { put, count, deadOf } = queued;
  if (!ACTIONS.includes(target))
    return {
      status: 400,
      body: {
        __type: 'com.amazonaws.sqs#UnsupportedOperation',
        message: `The local queue does not know ${String(target)}.`,
      },
    };
  let request: SendRequest;
  try {
    request = Object(JSON.parse(text)) as SendRequest;
  } catch {
    return {
      status: 400,
      body: { __type: 'com.amazon.coral.service#SerializationException', message: 'The body is not JSON.' },
    };
  }
  const buried = QUEUES.find((queue) => request.QueueUrl?.endsWith(`/${DEAD}${queue}`));
  if (buried !== undefined && target === COUNT) return counted(deadOf(buried));
  const name = QUEUES.find((queue) => request.QueueUrl?.endsWith(`/${queue}`));
  if (name === undefined)
    return {
      status: 400,
      body: { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'There is no such queue.' },
    };
  if (target === COUNT) return counted(count(name));
  if (target === 'AmazonSQS.SendMessage') {
    const body = request.MessageBody ?? '';
    return { status: 200, body: { MessageId: put(name, body), MD5OfMessageBody: md5(body) } };
  }
  const Successful = (request.Entries ?? []).map((e) => ({
    Id: e.Id,
    MessageId: put(name, e.MessageBody, (e.DelaySeconds ?? 0) / 60),
    MD5OfMessageBody: md5(e.MessageBody),
  }));
  return { status: 200, body: { Successful, Failed: [] } };
}

const recordOf = (name: QueueName, message: Message): SQSEvent['Records'][number] => ({
  messageId: message.id,
  receiptHandle: `${message.id}.${message.received}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.received),
    SentTimestamp: String(Date.parse(message.sentAt)),
    SenderId: '000000000000',
    ApproximateFirstReceiveTimestamp: String(Date.parse(message.sentAt)),
  },
  messageAttributes: {},
  md5OfBody: md5(message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:local:000000000000:${name}`,
  awsRegion: 'local',
});
