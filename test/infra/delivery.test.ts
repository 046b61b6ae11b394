/** Queues, schedule, SES, alarms and budget, read off the template. */
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../functions/shell/env.ts';
import {
  exampleSettings,
  functionName,
  ofType,
  type Resource,
  target,
  templates,
  type Value,
} from './synthesised.ts';

const { service } = templates();
const byId = (id: string | null): Resource => service.find((resource) => resource.id === id)!;
const queues = ofType(service, 'AWS::SQS::Queue');
const mappings = ofType(service, 'AWS::Lambda::EventSourceMapping');
const isDeadLetter = (queue: Resource): boolean => /DeadLetters/.test(queue.id);
const asText = (value: Value): string => JSON.stringify(value);

describe('the queues', () => {
  it('are three that work, and the ends of theirs and of the calls nobody waits for', () => {
    expect(queues.filter((queue) => !isDeadLetter(queue)).map(({ id }) => id.replace(/Queue.*/, ''))).toEqual(
      ['Urgent', 'Routine', 'Feedback'],
    );
    expect(queues.filter(isDeadLetter)).toHaveLength(5);
  });

  it.each(queues.map((queue) => [queue.id, queue] as const))(
    '%s is encrypted and refuses calls without TLS',
    (id, queue) => {
      expect(queue.properties.SqsManagedSseEnabled).toBe(true);
      const statements = ofType(service, 'AWS::SQS::QueuePolicy')
        .filter(({ properties }) => properties.Queues.some((one: Value) => target(one) === id))
        .flatMap(({ properties }) => properties.PolicyDocument.Statement as Value[]);
      expect(statements).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sqs:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
      for (const allowed of statements.filter(({ Effect }) => Effect === 'Allow'))
        expect(asText(allowed.Condition), id).toContain('aws:SourceArn');
    },
  );

  it.each(queues.filter((queue) => !isDeadLetter(queue)).map((queue) => [queue.id, queue] as const))(
    '%s gives up after five tries into a queue that keeps two weeks',
    (_, queue) => {
      const { deadLetterTargetArn, maxReceiveCount } = queue.properties.RedrivePolicy;
      expect(maxReceiveCount).toBe(5);
      expect(byId(target(deadLetterTargetArn)).properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
    },
  );

  it.each(mappings.map((mapping) => [mapping.id, mapping] as const))(
    '%s waits six times its consumer and returns failed messages alone',
    (_, mapping) => {
      const consumer = byId(target(mapping.properties.FunctionName));
      const queue = byId(target(mapping.properties.EventSourceArn));
      expect(queue.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * consumer.properties.Timeout);
      expect(mapping.properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(mapping.properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    },
  );

  it('go where they belong, one urgent mail at a time', () => {
    const flow = mappings.map(({ properties }) => [
      target(properties.EventSourceArn)?.replace(/Queue.*/, ''),
      functionName(byId(target(properties.FunctionName))),
    ]);
    expect(flow).toEqual([
      ['Urgent', 'send'],
      ['Routine', 'send'],
      ['Feedback', 'feedback'],
    ]);
    expect(mappings[0]?.properties.BatchSize).toBe(1);
  });

  it.each([
    [1, 2],
    [14, 2],
    [50, 10],
    [500, 100],
  ])('keep the rate of %d mails a second with %d workers', (sendingRate, workers) => {
    const other = templates({ ...exampleSettings, sendingRate }).service;
    const routine = ofType(other, 'AWS::Lambda::EventSourceMapping').find(({ properties }) =>
      target(properties.EventSourceArn)?.startsWith('Routine'),
    );
    expect(routine?.properties.ScalingConfig.MaximumConcurrency).toBe(workers);
  });
});

describe('the schedule', () => {
  it('wakes the dispatcher every minute and keeps what it could not deliver', () => {
    const [rule] = ofType(service, 'AWS::Events::Rule');
    expect(rule?.properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
    const [woken] = rule?.properties.Targets ?? [];
    expect(functionName(byId(target(woken.Arn)))).toBe('dispatch');
    expect(byId(target(woken.DeadLetterConfig.Arn)).type).toBe('AWS::SQS::Queue');
  });

  it('keeps calls that failed inside', () => {
    const configs = ofType(service, 'AWS::Lambda::EventInvokeConfig');
    expect(configs.map(({ properties }) => functionName(byId(target(properties.FunctionName))))).toEqual([
      'dispatch',
      'inbound',
    ]);
    for (const { properties } of configs)
      expect(byId(target(properties.DestinationConfig.OnFailure.Destination)).type).toBe('AWS::SQS::Queue');
  });
});

describe('SES', () => {
  const sets = ofType(service, 'AWS::SES::ConfigurationSet');

  it('signs with DKIM, refuses without its MX, and forwards no bounces by mail', () => {
    expect(ofType(service, 'AWS::SES::EmailIdentity')[0]?.properties).toMatchObject({
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

  it('makes its DNS records where there is a zone', () => {
    const zoned = templates({
      ...exampleSettings,
      hostedZoneId: 'Z123',
      hostedZoneName: 'example.org',
    }).service;
    const records = ofType(zoned, 'AWS::Route53::RecordSet').map(
      ({ properties: { Type, Name } }) => `${Type} ${typeof Name === 'string' ? Name : asText(Name)}`,
    );
    expect(records).toEqual(
      expect.arrayContaining([
        'MX reply.example.org.',
        'A coach.example.org.',
        'MX bounce.mail.example.org.',
        'TXT bounce.mail.example.org.',
        'TXT _dmarc.mail.example.org.',
      ]),
    );
    expect(records.filter((record) => /^CNAME .*DkimDNSTokenName/i.test(record))).toHaveLength(6);
    expect(ofType(zoned, 'AWS::SES::EmailIdentity')[0]?.properties.EmailIdentity).toBe('mail.example.org');
    expect(service.filter(({ type }) => type === 'AWS::Route53::RecordSet')).toEqual([]);
  });
});

describe('replies', () => {
  it('come in by a rule that scans, asks for TLS, stores first and calls after', () => {
    const [rule] = ofType(service, 'AWS::SES::ReceiptRule');
    expect(rule?.properties.Rule).toMatchObject({
      Recipients: ['reply.example.org'],
      ScanEnabled: true,
      TlsPolicy: 'Require',
      Enabled: true,
    });
    const [store, call] = rule?.properties.Rule.Actions ?? [];
    expect(byId(target(store.S3Action.BucketName)).type).toBe('AWS::S3::Bucket');
    expect(functionName(byId(target(call.LambdaAction.FunctionArn)))).toBe('inbound');
    expect(call.LambdaAction.InvocationType).toBe('Event');
  });

  it('lie for seven days in a bucket nobody else sees, without older versions', () => {
    const [bucket] = ofType(service, 'AWS::S3::Bucket');
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

/** CloudFormation writes two kinds in camel case. */
const sesName = (kind: string): string =>
  ({ delivery_delay: 'deliverydelay', rendering_failure: 'renderingfailure' })[kind] ?? kind;

describe('the alarms', () => {
  const alarms = ofType(service, 'AWS::CloudWatch::Alarm');
  const watching = (metric: string, dimension?: string): readonly Resource[] =>
    alarms.filter(
      ({ properties }) =>
        properties.MetricName === metric &&
        (dimension === undefined ||
          (properties.Dimensions ?? []).some((one: Value) => asText(one.Value).includes(dimension))),
    );

  it.each(alarms.map((alarm) => [alarm.id, alarm] as const))(
    '%s says what to do and tells somebody',
    (_, { properties }) => {
      expect(properties.AlarmDescription).toMatch(/^Runbook: .{80,}$/);
      expect(properties.AlarmActions).toHaveLength(1);
      expect(byId(target(properties.AlarmActions[0])).type).toBe('AWS::SNS::Topic');
    },
  );

  it('reach the address of the stage', () => {
    const people = ofType(service, 'AWS::SNS::Subscription').filter(
      ({ properties }) => properties.Protocol === 'email',
    );
    expect(people.map(({ properties }) => properties.Endpoint)).toEqual(['alarms@example.org']);
  });

  it.each(queues.filter(isDeadLetter).map(({ id }) => id))('watch %s for the first message', (id) => {
    const [alarm] = alarms.filter(({ properties }) =>
      asText(properties.Dimensions ?? []).includes(`"${id}"`),
    );
    expect(alarm?.properties).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Statistic: 'Maximum',
    });
  });

  it('watch every function for errors and every working queue for age', () => {
    expect(watching('Errors')).toHaveLength(FUNCTION_NAMES.length);
    expect(watching('ApproximateAgeOfOldestMessage')).toHaveLength(3);
  });

  it('notice a dispatcher that does not run', () => {
    expect(watching('Invocations')[0]?.properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('watch reputation below the marks at which SES reviews an account', () => {
    expect(watching('Reputation.BounceRate')[0]?.properties.Threshold).toBeLessThan(0.05);
    expect(watching('Reputation.ComplaintRate')[0]?.properties.Threshold).toBeLessThan(0.001);
  });

  it('cost less than the dollar and a half of docs/architecture.md §18 beyond the ten free ones', () => {
    expect((alarms.length - 10) * 0.1).toBeLessThan(1.5);
  });

  it('come with a budget', () => {
    const [budget] = ofType(service, 'AWS::Budgets::Budget');
    expect(budget?.properties.Budget.BudgetLimit).toEqual({ Amount: 20, Unit: 'USD' });
    expect(budget?.properties.NotificationsWithSubscribers).toHaveLength(2);
  });
});
