/**
 * What cannot be made again: the one table, the replies, the keys, and the identities whose DNS the club has
 * set. Its own stack, so that no roll-back and no removal of the service can touch it.
 */
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TABLE } from '../functions/shell/store/items/table.ts';
import { accept } from './constructs/accept.ts';
import { belongsTo } from './constructs/belongs-to.ts';
import { Identities } from './constructs/identities.ts';
import { ownKey } from './constructs/own-key.ts';
import type { StageSettings } from './stages.ts';

export interface DataStackProps extends StackProps {
  readonly settings: StageSettings;
}

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

export class DataStack extends Stack {
  readonly table: dynamodb.Table;
  /** Received mail, as SES puts it down. */
  readonly replies: s3.Bucket;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const key = settings.hardened ? ownKey(this) : undefined;
    this.table = this.addTable(key);
    this.replies = this.addReplies(key);
    new Identities(this, 'Identities', settings);
    belongsTo(this, settings);
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'RepliesBucket', { value: this.replies.bucketName });
  }

  private addTable(key: kms.Key | undefined): dynamodb.Table {
    const table = new dynamodb.Table(this, 'Table', {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: TABLE.timeToLive,
      ...(key === undefined
        ? { encryption: dynamodb.TableEncryption.AWS_MANAGED }
        : { encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED, encryptionKey: key as kms.IKey }),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: TABLE.dueIndex.name,
      partitionKey: text(TABLE.dueIndex.partitionKey),
      sortKey: text(TABLE.dueIndex.sortKey),
      projectionType: dynamodb.ProjectionType[TABLE.dueIndex.projection],
    });
    return table;
  }

  private addReplies(key: kms.Key | undefined): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Replies', {
      ...(key === undefined
        ? { encryption: s3.BucketEncryption.S3_MANAGED }
        : { encryption: s3.BucketEncryption.KMS, encryptionKey: key as kms.IKey, bucketKeyEnabled: true }),
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: false,
      lifecycleRules: [
        { expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(
      bucket,
      'AwsSolutions',
      'S1',
      'SES writes here and one function reads; an access log would outlive the mails it tells of.',
    );
    return bucket;
  }
}

/**
 * Long enough to notice a fault after a weekend; short, because an erased person stays in the backup that
 * long.
 */
const RECOVERY_DAYS = 7;
/** Long enough for a person to mend what failed; an erased person's reply is gone with it. */
const KEPT_DAYS = 7;
