/**
 * The simulated queues: at least once, out of order, a message hidden while a function has it, dead after
 * five failed tries.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export type QueueName = 'urgent' | 'routine' | 'feedback';
interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** Whom a hint is about; null = not a hint. */
  readonly who: string | null;
  received: number;
  gone: boolean;
}
/** What became of one call: its answer, a thrown error, or a function that died and said nothing. */
export type Called<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'died' };
export interface QueuesOptions {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly duplicate: number;
  /**
   * Starts a consumer; `ended` is told once. Resolves when the consumer has ended or stands still. False =
   * none is free.
   */
  readonly consume: (
    queue: QueueName,
    event: SQSEvent,
    ended: (result: Called<SQSBatchResponse>) => void,
  ) => Promise<void> | false;
  readonly onDead: (queue: QueueName, body: string) => void;
  /** A hint about somebody is put on a queue where so many about the same person wait, this one too. */
  readonly onHint: (queue: QueueName, who: string, waiting: number) => void;
}
export interface SimulatedQueues {
  put(queue: QueueName, body: string, delayMs?: number): void;
  /** Messages not yet worked off. */
  depth(queue: QueueName): number;
  /** Events that were given up. */
  deadEvents(): number;
  readonly counts: Record<QueueName, number>;
  /** The deepest the queue ever was. */
  readonly deepest: Record<QueueName, number>;
}

const MAX_RECEIVE = 5;
/** As deployed: six times the limit of the function. */
const HIDDEN_MS: Readonly<Record<QueueName, number>> = {
  urgent: 180_000,
  routine: 180_000,
  feedback: 180_000,
};
const BUSY_MS = 250;
const WHO = /"participantId":"([^"]+)"/;

export function makeQueues(options: QueuesOptions): SimulatedQueues {
  const { timeline, random } = options;
  const waiting: Record<QueueName, number> = { urgent: 0, routine: 0, feedback: 0 };
  const counts: Record<QueueName, number> = { urgent: 0, routine: 0, feedback: 0 };
  const deepest: Record<QueueName, number> = { urgent: 0, routine: 0, feedback: 0 };
  const hinted = countHints(options.onHint);
  let made = 0;
  let deadEvents = 0;

  const remove = (queue: QueueName, message: Message): void => {
    if (message.gone) return;
    message.gone = true;
    waiting[queue] -= 1;
    hinted(queue, message, -1);
  };
  /** `again`: once more although it may be worked off, which a queue of this kind is free to do. */
  function deliver(queue: QueueName, message: Message, again = false): void | Promise<void> {
    if (message.gone && !again) return;
    if (!again) message.received += 1;
    const started = options.consume(queue, { Records: [recordOf(queue, message)] }, (result) => {
      const failed =
        result.kind !== 'answered' ||
        result.value.batchItemFailures.some((f) => f.itemIdentifier === message.id);
      if (!failed) return remove(queue, message);
      if (message.received < MAX_RECEIVE || message.gone) return;
      remove(queue, message);
      if (queue === 'feedback') deadEvents += 1;
      options.onDead(queue, message.body);
    });
    if (started === false) {
      if (!again) message.received -= 1;
      timeline.after(random.between(50, BUSY_MS), () => deliver(queue, message, again));
      return;
    }
    if (again) return started;
    timeline.after(HIDDEN_MS[queue], () => deliver(queue, message));
    if (random.chance(options.duplicate))
      timeline.after(random.between(1, 90_000), () => deliver(queue, message, true));
    return started;
  }

  return {
    counts,
    deepest,
    put: (queue, body, delayMs = 0) => {
      made += 1;
      const who = queue === 'feedback' ? null : (WHO.exec(body)?.[1] ?? null);
      const message: Message = {
        id: `m${made}`,
        body,
        sentAt: timeline.now(),
        who,
        received: 0,
        gone: false,
      };
      counts[queue] += 1;
      waiting[queue] += 1;
      deepest[queue] = Math.max(deepest[queue], waiting[queue]);
      hinted(queue, message, 1);
      timeline.after(delayMs + random.between(5, 400), () => deliver(queue, message));
    },
    depth: (queue) => waiting[queue],
    deadEvents: () => deadEvents,
  };
}

/** Counts who is hinted how often at one time. */
function countHints(onHint: QueuesOptions['onHint']) {
  const hints = new Map<string, number>();
  return (queue: QueueName, { who }: Message, by: number): void => {
    if (who === null) return;
    const count = (hints.get(`${queue} ${who}`) ?? 0) + by;
    hints.set(`${queue} ${who}`, count);
    if (by > 0) onHint(queue, who, count);
  };
}

const recordOf = (queue: QueueName, message: Message): SQSEvent['Records'][number] => ({
  messageId: message.id,
  receiptHandle: `${message.id}.${message.received}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.received),
    SentTimestamp: String(message.sentAt),
    SenderId: 'simulated',
    ApproximateFirstReceiveTimestamp: String(message.sentAt),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
  awsRegion: 'local',
});
