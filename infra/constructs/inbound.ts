/**
 * Replies: SES takes them, puts the mail into a bucket that forgets within a week, and calls the function
 * with its verdicts.
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as actions from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import type { DnsRecord } from './mail.ts';
import type { NodeFunction } from './node-function.ts';

/** Long enough for a person to mend what failed; an erased person's reply is gone with it. */
const KEPT_DAYS = 7;

export class Inbound extends Construct {
  readonly bucket: s3.Bucket;
  readonly ruleSet: ses.ReceiptRuleSet;
  private readonly domain: string;
  private readonly identity: ses.EmailIdentity;

  constructor(scope: Construct, id: string, settings: StageSettings, zone: route53.IHostedZone | undefined) {
    super(scope, id);
    this.domain = settings.replyDomain;
    this.bucket = new s3.Bucket(this, 'Mails', {
      encryption: s3.BucketEncryption.S3_MANAGED,
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
      this.bucket,
      'AwsSolutions',
      'S1',
      'SES writes here and one function reads; an access log would keep who wrote when for longer than the mail itself.',
    );
    this.identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(this.domain),
      dkimSigning: true,
      dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
    });
    this.ruleSet = new ses.ReceiptRuleSet(this, 'Rules');
    if (zone !== undefined) this.addRecords(zone);
  }

  /** The mail first, then the call: when the function runs, what it reads is there. */
  deliverTo(target: NodeFunction<'inbound'>): void {
    target.allow('ReadReplies', ['s3:GetObject'], [this.bucket.arnForObjects('*')]);
    const bucket = this.bucket.node.defaultChild as s3.CfnBucket;
    accept(
      target,
      'AwsSolutions',
      `IAM5[Resource::<${Stack.of(this).getLogicalId(bucket)}.Arn>/*]`,
      'SES names each object after the mail, so no narrower name is known before; the bucket holds replies alone.',
    );
    this.ruleSet.addRule('Replies', {
      recipients: [this.domain],
      scanEnabled: true,
      tlsPolicy: ses.TlsPolicy.REQUIRE,
      actions: [
        new actions.S3({ bucket: this.bucket as s3.IBucket }),
        new actions.Lambda({ function: target.function, invocationType: actions.LambdaInvocationType.EVENT }),
      ],
    });
  }

  /** What makes the domain ours and brings its mail here. */
  get records(): readonly DnsRecord[] {
    return [
      ...this.identity.dkimRecords.map(({ name, value }) => ({ type: 'CNAME' as const, name, value })),
      { type: 'MX', name: this.domain, value: `10 inbound-smtp.${Stack.of(this).region}.amazonaws.com` },
    ];
  }

  private addRecords(zone: route53.IHostedZone): void {
    for (const [index, { type, name, value }] of this.records.entries()) {
      const common = { zone, recordName: `${name}.` };
      const id = `Record${index + 1}`;
      if (type === 'CNAME') new route53.CnameRecord(this, id, { ...common, domainName: value });
      else
        new route53.MxRecord(this, id, {
          ...common,
          values: [{ priority: 10, hostName: value.slice('10 '.length) }],
        });
    }
  }
}
