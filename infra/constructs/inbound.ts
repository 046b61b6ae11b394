/**
 * Replies: SES takes them, puts the mail into the bucket of the data stack, which forgets within a week, and
 * calls the function with its verdicts. An account has one active rule set a region: ours is not active until
 * somebody says so, and a set that is active already can be used instead.
 */
import { Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as actions from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import type { NodeFunction } from './node-function.ts';

export class Inbound extends Construct {
  readonly ruleSet: ses.IReceiptRuleSet;
  private readonly domain: string;
  private readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, settings: StageSettings, bucket: s3.Bucket) {
    super(scope, id);
    this.domain = settings.replyDomain;
    this.bucket = bucket;
    this.ruleSet =
      settings.receiptRuleSet === undefined
        ? new ses.ReceiptRuleSet(this, 'Rules', { receiptRuleSetName: ruleSetName(settings.name) })
        : ses.ReceiptRuleSet.fromReceiptRuleSetName(this, 'Rules', settings.receiptRuleSet);
  }

  /** The mail first, then the call: when the function runs, what it reads is there. */
  deliverTo(target: NodeFunction<'inbound'>): void {
    target.allow('ReadReplies', ['s3:GetObject'], [this.bucket.arnForObjects('*')]);
    const stack = Stack.of(this);
    const exported: unknown = stack.resolve(Stack.of(this.bucket).exportValue(this.bucket.bucketArn));
    accept(
      target,
      'AwsSolutions',
      `IAM5[Resource::${(exported as { readonly 'Fn::ImportValue': string })['Fn::ImportValue']}/*]`,
      'SES names each object after the mail, so no name is known before; the bucket holds replies alone.',
    );
    this.ruleSet.addRule('Replies', {
      recipients: [this.domain],
      scanEnabled: true,
      tlsPolicy: ses.TlsPolicy.REQUIRE,
      actions: [
        new actions.S3({ bucket: this.bucket as s3.IBucket }),
        new actions.Lambda({ function: target.live, invocationType: actions.LambdaInvocationType.EVENT }),
      ],
    });
  }
}

/** Known before it is made, so that `deploy` and `destroy` can ask whether it is the active one. */
export const ruleSetName = (stage: string): string => `calf-coach-${stage}`;
