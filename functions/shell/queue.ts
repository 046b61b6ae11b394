/**
 * The two send lanes. A message is an id; losing one costs a minute, for the alarm rings again, and a second
 * one changes nothing.
 */
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Lane, Queue, SendHint } from './ports.ts';

export interface QueueUrls {
  readonly URGENT_QUEUE_URL: string;
  readonly ROUTINE_QUEUE_URL: string;
  /** Who looks for the fate of mails is given these too. */
  readonly FEEDBACK_QUEUE_URL?: string;
  readonly FEEDBACK_DEAD_LETTERS_URL?: string;
}
/** SQS takes ten messages a call. */
const BATCH = 10;

/**
 * The two queues. `send` rejects when a batch or a message of it was refused; `depth` is about how many
 * wait, also of the provider's events.
 */
export function makeQueue(urls: QueueUrls, client: SQSClient = new SQSClient({})): Queue {
  const urlOf: Readonly<Record<Lane, string>> = {
    urgent: urls.URGENT_QUEUE_URL,
    routine: urls.ROUTINE_QUEUE_URL,
  };
  return {
    send: async (lane, hints) => {
      for (let from = 0; from < hints.length; from += BATCH)
        await sendBatch(client, urlOf[lane], hints.slice(from, from + BATCH));
    },
    depth: (queue) => {
      const url = {
        ...urlOf,
        events: urls.FEEDBACK_QUEUE_URL,
        'dead-events': urls.FEEDBACK_DEAD_LETTERS_URL,
      }[queue];
      if (url === undefined) return Promise.reject(new Error(`this function knows no queue of ${queue}`));
      return depthOf(client, url);
    },
  };
}

/** Waiting, in somebody's hands, and not visible yet. */
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

async function depthOf(client: SQSClient, url: string): Promise<number> {
  const { Attributes: counted = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...COUNTS] }),
  );
  return COUNTS.reduce((sum, name) => sum + Number(counted[name] ?? 0), 0);
}

async function sendBatch(client: SQSClient, url: string, hints: readonly SendHint[]): Promise<void> {
  const entries = hints.map((hint, index) => ({
    Id: String(index),
    MessageBody: JSON.stringify({ participantId: hint.participantId, at: hint.at }),
    ...(hint.inSeconds === undefined ? {} : { DelaySeconds: hint.inSeconds }),
  }));
  const { Failed: failed = [] } = await client.send(
    new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }),
  );
  if (failed.length > 0)
    throw new Error(
      `the queue refused ${failed.length} of ${entries.length} hints: ${failed[0]?.Code ?? 'unknown'}`,
    );
}
