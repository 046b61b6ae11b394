/**
 * Queues with their dead-letter queues, encrypted, refusing unencrypted calls, patient enough for their
 * consumer.
 */
import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../functions/shell/env.ts';
import type { Feed } from '../lanes.ts';
import { accept } from './accept.ts';
import { type NodeFunction, SIZES } from './node-function.ts';

const MAX_RECEIVES = 5;

const END_OF_THE_LINE =
  'This is a dead-letter queue itself: an alarm fires at the first message and a person decides what becomes of it.';

function deadLetters(scope: Construct, id: string): sqs.Queue {
  const queue = new sqs.Queue(scope, id, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  accept(queue, 'Serverless', 'SQSRedrivePolicy', END_OF_THE_LINE);
  return queue;
}

/** A place for what could not be delivered at all; nothing consumes it, an alarm watches it. */
export class DeadLetterQueue extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = deadLetters(this, 'Queue');
    accept(this.queue, 'AwsSolutions', 'SQS3', END_OF_THE_LINE);
  }
}

export class WorkQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  /**
   * `consumer` decides the visibility: AWS asks for six times its timeout, so that a slow batch is not handed
   * out twice.
   */
  constructor(scope: Construct, id: string, consumer: FunctionName) {
    super(scope, id);
    this.deadLetters = deadLetters(this, 'DeadLetters');
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * SIZES[consumer].timeout),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }

  /** Lets `consumer` work the queue off; a failed message comes back alone, not with its batch. */
  feed<F extends FunctionName>(consumer: NodeFunction<F>, { batch, workers }: Feed): void {
    const mapping = new lambda.EventSourceMapping(this, 'Mapping', {
      target: consumer.live,
      eventSourceArn: this.queue.queueArn,
      batchSize: batch,
      maxConcurrency: workers,
      reportBatchItemFailures: true,
    });
    accept(
      mapping,
      'Serverless',
      'LambdaEventSourceMappingDestination',
      'SQS mappings have no failure destination: after five receives the redrive policy moves the message to the dead-letter queue.',
    );
    const actions = [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ];
    consumer.allow(`Consume${this.node.id}`, actions, [this.queue.queueArn]);
  }
}
