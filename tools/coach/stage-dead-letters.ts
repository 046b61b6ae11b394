/** The dead letters of a deployed stage: queues by SQS, received mails by the function they are for. */
import type { StackResource } from '../stage/resources.ts';
import {
  type DeadLane,
  type DeadLetters,
  type DeadQueue,
  deadLettersOf,
  failedCall,
} from './dead-letters.ts';

const SECONDS_TO_HAND_BACK = 60;
const AT_ONCE = 10;

/** Parts of the service stack, as it names them. */
const PARTS = {
  urgent: { dead: /^UrgentDeadLetters/, back: /^UrgentQueue/ },
  routine: { dead: /^RoutineDeadLetters/, back: /^RoutineQueue/ },
  feedback: { dead: /^FeedbackDeadLetters/, back: /^FeedbackQueue/ },
  replies: { dead: /^ReplyDeadLettersQueue/, back: /^inboundFunction/ },
} as const satisfies Readonly<Record<DeadLane, { readonly dead: RegExp; readonly back: RegExp }>>;

export interface Way {
  /** URL of the dead-letter queue. */
  readonly dead: string;
  /** URL of the queue it came from; of the replies the name of the function. */
  readonly back: string;
}
/** Where the letters of each lane lie and belong. Throws a sentence when the stack has no such part. */
export function waysIn(resources: readonly StackResource[], stage: string): Readonly<Record<DeadLane, Way>> {
  const idOf = (name: RegExp, type: string): string => {
    const found = resources.find((one) => one.type === type && name.test(one.logicalId));
    if (found === undefined)
      throw new Error(
        `The service of the stage "${stage}" has no ${name.source.slice(1)}: ` +
          `npm run deploy -- --stage ${stage}, then run this again.`,
      );
    return found.id;
  };
  const way = (lane: DeadLane): Way => ({
    dead: idOf(PARTS[lane].dead, 'AWS::SQS::Queue'),
    back: idOf(PARTS[lane].back, lane === 'replies' ? 'AWS::Lambda::Function' : 'AWS::SQS::Queue'),
  });
  return {
    urgent: way('urgent'),
    routine: way('routine'),
    feedback: way('feedback'),
    replies: way('replies'),
  };
}

/** By the operator's credentials; `ways` as `waysIn` found them. */
export async function stageDeadLetters(
  region: string,
  ways: Readonly<Record<DeadLane, Way>>,
): Promise<DeadLetters> {
  const [sqs, lambda] = await Promise.all([import('@aws-sdk/client-sqs'), import('@aws-sdk/client-lambda')]);
  const queues = new sqs.SQSClient({ region });
  const functions = new lambda.LambdaClient({ region });
  const queueOf = (lane: DeadLane): DeadQueue => {
    const { dead: QueueUrl, back } = ways[lane];
    return {
      count: async () => {
        const { Attributes = {} } = await queues.send(
          new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
        );
        return Number(Attributes['ApproximateNumberOfMessages'] ?? 0);
      },
      receive: async () => {
        const { Messages = [] } = await queues.send(
          new sqs.ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: AT_ONCE,
            VisibilityTimeout: SECONDS_TO_HAND_BACK,
            WaitTimeSeconds: 1,
          }),
        );
        return Messages.map(({ Body = '', ReceiptHandle = '' }) => ({ body: Body, handle: ReceiptHandle }));
      },
      handBack: async (body) => {
        if (lane !== 'replies') {
          await queues.send(new sqs.SendMessageCommand({ QueueUrl: back, MessageBody: body }));
          return true;
        }
        const event = failedCall(body, back);
        if (event === null) return false;
        await functions.send(
          new lambda.InvokeCommand({
            FunctionName: back,
            Qualifier: 'live',
            InvocationType: 'Event',
            Payload: Buffer.from(event),
          }),
        );
        return true;
      },
      remove: async (ReceiptHandle) => {
        await queues.send(new sqs.DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      },
    };
  };
  return deadLettersOf({
    urgent: queueOf('urgent'),
    routine: queueOf('routine'),
    feedback: queueOf('feedback'),
    replies: queueOf('replies'),
  });
}
