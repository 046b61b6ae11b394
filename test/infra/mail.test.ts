/** SES on both ways: identities, sets, receivers, replies, read off the templates. */
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { StageSettings } from '../../infra/stages.ts';
import {
  called,
  exampleSettings,
  functionName,
  newApp,
  ofType,
  type Resource,
  target,
  templates,
  type Value,
} from './synthesised.ts';

const { data, certificate, service } = templates();
const asText = (value: Value): string => JSON.stringify(value);

/** CloudFormation writes two kinds in camel case. */
const sesName = (kind: string): string =>
  ({ delivery_delay: 'deliverydelay', rendering_failure: 'renderingfailure' })[kind] ?? kind;

describe('SES', () => {
  const sets = ofType(service, 'AWS::SES::ConfigurationSet');

  it('signs with DKIM, refuses without its MX, and forwards no bounces by mail', () => {
    expect(ofType(data, 'AWS::SES::EmailIdentity')[0]?.properties).toMatchObject({
      EmailIdentity: 'mail.example.org',
      DkimAttributes: { SigningEnabled: true },
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: {
        MailFromDomain: 'bounce.mail.example.org',
        BehaviorOnMxFailure: 'REJECT_MESSAGE',
      },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    });
  });

  it('has coaching and safety apart', () => {
    expect(sets.map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['MailCoaching', 'MailSafety']);
    expect(sets.map(({ properties }) => properties.DeliveryOptions.TlsPolicy)).toEqual([
      'REQUIRE',
      'OPTIONAL',
    ]);
    for (const { properties } of sets) {
      expect(properties.SuppressionOptions.SuppressedReasons).toEqual(['BOUNCE', 'COMPLAINT']);
      expect(properties.TrackingOptions).toBeUndefined();
      expect(properties.VdmOptions?.DashboardOptions?.EngagementMetrics).toBeUndefined();
    }
  });

  it('tells of every delivery fact and of no opening or click, from both sets', () => {
    const destinations = ofType(service, 'AWS::SES::ConfigurationSetEventDestination');
    expect(destinations.map(({ properties }) => target(properties.ConfigurationSetName)).sort()).toEqual(
      sets.map(({ id }) => id).sort(),
    );
    for (const { properties } of destinations) {
      const kinds = properties.EventDestination.MatchingEventTypes.map((kind: string) =>
        kind.toLowerCase(),
      ).sort();
      expect(kinds).toEqual(
        ['bounce', 'complaint', 'delivery', 'delivery_delay', 'reject', 'rendering_failure', 'send']
          .map(sesName)
          .sort(),
      );
      expect(properties.EventDestination.SnsDestination.TopicARN).toBeDefined();
    }
  });

  it('reaches the feedback queue through the topic', () => {
    const toQueue = ofType(service, 'AWS::SNS::Subscription').filter(
      ({ properties }) => properties.Protocol === 'sqs',
    );
    expect(toQueue).toHaveLength(1);
    expect(target(toQueue[0]?.properties.Endpoint)).toMatch(/^FeedbackQueue/);
    expect(target(toQueue[0]?.properties.RedrivePolicy.deadLetterTargetArn)).toMatch(/^FeedbackDeadLetters/);
    expect(toQueue[0]?.properties.RawMessageDelivery).not.toBe(true);
  });

  it('makes its DNS records where there is a zone, each in the stack of what it leads to', () => {
    const zoned = templates({ ...exampleSettings, hostedZoneId: 'Z123', hostedZoneName: 'example.org' });
    const recordsOf = (stack: readonly Resource[]): readonly string[] =>
      ofType(stack, 'AWS::Route53::RecordSet').map(
        ({ properties: { Type, Name } }) => `${Type} ${typeof Name === 'string' ? Name : asText(Name)}`,
      );
    const ofIdentities = recordsOf(zoned.data);
    expect(ofIdentities.filter((record) => /^CNAME .*DkimDNSTokenName/i.test(record))).toHaveLength(6);
    expect(ofIdentities.filter((record) => !record.startsWith('CNAME'))).toEqual([
      'MX bounce.mail.example.org.',
      'TXT bounce.mail.example.org.',
      'TXT _dmarc.mail.example.org.',
      'MX reply.example.org.',
    ]);
    expect(recordsOf(zoned.service)).toEqual(['A coach.example.org.']);
    const [made] = ofType(zoned.certificate, 'AWS::CertificateManager::Certificate');
    expect(made?.properties.DomainValidationOptions).toEqual([
      { DomainName: 'coach.example.org', HostedZoneId: 'Z123' },
    ]);
    for (const stack of [data, certificate, service])
      expect(stack.filter(({ type }) => type === 'AWS::Route53::RecordSet')).toEqual([]);
  });

  it('tells every record of the identities where there is no zone', () => {
    const { data: stack } = newApp();
    const outputs = Object.entries(Template.fromStack(stack).toJSON().Outputs as Record<string, Value>);
    expect(outputs.filter(([name]) => /^Dns\d+$/.test(name))).toHaveLength(10);
  });

  it('is told of reports about its name', () => {
    const { data: stack } = newApp();
    expect(asText(Template.fromStack(stack).toJSON().Outputs)).toContain(
      '_dmarc.mail.example.org TXT v=DMARC1; p=quarantine; rua=mailto:hello@example.org',
    );
  });

  const mailing = (settings: Partial<StageSettings>): Value =>
    ofType(templates({ ...exampleSettings, ...settings }).service, 'AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement as Value[])
      .find(({ Sid }) => Sid === 'SendMail');

  it('asks for the right on the receiver too while the account is in the sandbox, and then only', () => {
    expect(asText(mailing({ sandbox: true }).Resource)).toContain(':identity/*');
    expect(asText(mailing({}).Resource)).not.toContain('*');
    for (const sandbox of [true, false])
      expect(mailing({ sandbox }).Condition).toEqual({
        StringEquals: { 'ses:FromAddress': 'coach@mail.example.org' },
      });
  });

  it('cannot mail anybody but the receivers of a stage that is there to try things', () => {
    const mailOnlyTo = ['*@example.org', '*@simulator.amazonses.com'];
    expect(mailing({ mailOnlyTo }).Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'coach@mail.example.org' },
      // A mail to nobody shows whether events come.
      'ForAllValues:StringLike': { 'ses:Recipients': [...mailOnlyTo, 'success@simulator.amazonses.com'] },
    });
  });

  it('names the club beside itself, and the referral', () => {
    const variables = (settings: Partial<StageSettings>): Value =>
      ofType(templates({ ...exampleSettings, ...settings }).service, 'AWS::Lambda::Function').find(
        (one) => functionName(one) === 'send',
      )?.properties.Environment.Variables;
    expect(variables({})).toMatchObject({ MAIL_FROM_NAME: 'Calf Coach' });
    expect(variables({})).not.toHaveProperty('REFERRAL_LINE');
    const referral = { name: 'The running clinic', phone: '01234 567890' };
    expect(variables({ clubName: 'Exampleton Harriers', referral })).toMatchObject({
      MAIL_FROM_NAME: 'Calf Coach, Exampleton Harriers',
      REFERRAL_LINE: 'The running clinic, 01234 567890',
    });
  });
});

describe('replies', () => {
  it('take no rule set away: ours is made, not made active, and another can be used', () => {
    const [own] = ofType(service, 'AWS::SES::ReceiptRuleSet');
    expect(own?.properties).toEqual({ RuleSetName: 'calf-coach-example' });
    const shared = templates({ ...exampleSettings, receiptRuleSet: 'the-club' }).service;
    expect(shared.filter(({ type }) => type === 'AWS::SES::ReceiptRuleSet')).toEqual([]);
    expect(ofType(shared, 'AWS::SES::ReceiptRule')[0]?.properties.RuleSetName).toBe('the-club');
  });

  it('come in by a rule that scans, asks for TLS, stores first and calls after', () => {
    const [rule] = ofType(service, 'AWS::SES::ReceiptRule');
    expect(rule?.properties.Rule).toMatchObject({
      Recipients: ['reply.example.org'],
      ScanEnabled: true,
      TlsPolicy: 'Require',
      Enabled: true,
    });
    const [store, call] = rule?.properties.Rule.Actions ?? [];
    expect(asText(store.S3Action.BucketName)).toMatch(/Fn::ImportValue.*-data:ExportsOutputRefReplies/);
    expect(functionName(called(service, call.LambdaAction.FunctionArn))).toBe('inbound');
    expect(call.LambdaAction.InvocationType).toBe('Event');
  });

  it('lie for seven days in a bucket nobody else sees, without older versions', () => {
    const [bucket] = ofType(data, 'AWS::S3::Bucket');
    expect(bucket?.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    expect(bucket?.properties.LifecycleConfiguration.Rules[0]).toMatchObject({
      ExpirationInDays: 7,
      Status: 'Enabled',
    });
    expect(bucket?.properties.VersioningConfiguration).toBeUndefined();
  });
});
