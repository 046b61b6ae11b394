/** Queues, schedule, alarms and budget, read off the template. */
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, ROUTES } from '../../functions/shell/env.ts';
import {
  called,
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
      const consumer = called(service, mapping.properties.FunctionName);
      const queue = byId(target(mapping.properties.EventSourceArn));
      expect(queue.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * consumer.properties.Timeout);
      expect(mapping.properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(mapping.properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    },
  );

  it('go where they belong, one urgent mail at a time', () => {
    const flow = mappings.map(({ properties }) => [
      target(properties.EventSourceArn)?.replace(/Queue.*/, ''),
      functionName(called(service, properties.FunctionName)),
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
    expect(functionName(called(service, woken.Arn))).toBe('dispatch');
    expect(byId(target(woken.DeadLetterConfig.Arn)).type).toBe('AWS::SQS::Queue');
  });

  it('keeps calls that failed inside', () => {
    const configs = ofType(service, 'AWS::Lambda::EventInvokeConfig');
    expect(configs.map(({ properties }) => functionName(called(service, properties.FunctionName)))).toEqual([
      'dispatch',
      'inbound',
    ]);
    for (const { properties } of configs)
      expect(byId(target(properties.DestinationConfig.OnFailure.Destination)).type).toBe('AWS::SQS::Queue');
  });
});

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
    const [alarm] = alarms.filter(({ properties }) => asText(properties.Metrics ?? []).includes(`"${id}"`));
    expect(alarm?.properties).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
    expect(alarm?.properties.Metrics).toContainEqual(
      expect.objectContaining({ Expression: 'SUM(METRICS())' }),
    );
  });

  it('watch functions for errors, pages by their answers, working queues for age', () => {
    const [errors] = alarms.filter(({ properties }) => asText(properties.Metrics ?? []).includes('"Errors"'));
    const background = FUNCTION_NAMES.filter((name) => ROUTES[name] === undefined);
    expect(asText(errors?.properties.Metrics).match(/"Errors"/g)).toHaveLength(background.length);
    expect(watching('5xx')[0]?.properties.Threshold).toBe(1);
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
    const metrics = alarms.flatMap(({ properties }) =>
      properties.Metrics === undefined
        ? [1]
        : properties.Metrics.filter((m: Value) => m.MetricStat !== undefined),
    );
    expect((metrics.length - 10) * 0.1).toBeLessThan(1.5);
  });

  it('come with a budget', () => {
    const [budget] = ofType(service, 'AWS::Budgets::Budget');
    expect(budget?.properties.Budget.BudgetLimit).toEqual({ Amount: 20, Unit: 'USD' });
    expect(budget?.properties.NotificationsWithSubscribers).toHaveLength(2);
    expect(budget?.properties.Budget.CostFilters).toEqual({
      TagKeyValue: ['user:calf-coach:stage$example'],
    });
  });

  it('stand beside a page of graphs', () => {
    const [board] = ofType(service, 'AWS::CloudWatch::Dashboard');
    const body = asText(board?.properties.DashboardBody);
    for (const title of ['Oldest message', 'Dead letters', 'Errors', 'Mails of the account', 'Duration'])
      expect(body).toContain(title);
    for (const name of FUNCTION_NAMES) expect(body, name).toContain(name);
    // The schema of its type has no tags, so the stage's tag stays off it.
    expect(board?.properties.Tags).toBeUndefined();
  });
});
