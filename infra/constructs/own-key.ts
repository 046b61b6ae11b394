/** A key of the operator's own for what is kept about people (`hardened`). */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';

/** What a service does with the key for whoever may use the service. */
const USES = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'];

/** Rotated every year; used through the table and the bucket alone, and by SES to put a mail down. */
export function ownKey(stack: Stack): kms.Key {
  const key = new kms.Key(stack, 'Key', {
    description: 'Calf Coach: what is kept about people',
    enableKeyRotation: true,
    rotationPeriod: Duration.days(365),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const { account, region } = stack;
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'ThroughTableAndBucket',
      principals: [new iam.AnyPrincipal()],
      actions: USES,
      resources: ['*'],
      conditions: {
        StringEquals: {
          'kms:CallerAccount': account,
          'kms:ViaService': [`dynamodb.${region}.amazonaws.com`, `s3.${region}.amazonaws.com`],
        },
      },
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'ReceivedMail',
      principals: [new iam.ServicePrincipal('ses.amazonaws.com')],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  return key;
}
