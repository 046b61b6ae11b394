/** What wakes the operator, each with the line of a runbook in its description, and the budget. */
import { Duration, Stack } from 'aws-cdk-lib';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { STAGE_TAG } from './belongs-to.ts';

interface Watch {
  readonly metric: cloudwatch.IMetric;
  /** Alarms at this value and above; below it with `below`. */
  readonly threshold: number;
  readonly below?: true;
  readonly periods?: number;
  /** Silence of the metric itself is the fault. */
  readonly silenceIsFault?: true;
  /** What it means and what to do, for somebody who is woken by it. */
  readonly runbook: string;
}

export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const topic = new sns.Topic(this, 'Topic', {
      displayName: `Calf Coach ${settings.name}`,
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(settings.alarmAddress));
    accept(
      this,
      'Serverless',
      'SNSRedrivePolicy',
      'The only subscriber is a person by mail; the alarm itself stays visible in CloudWatch until it is over.',
    );
    this.action = new SnsAction(topic);
    this.addBudget(settings);
    this.watchReputation();
  }

  private watch(id: string, watched: Watch): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      alarmDescription: `Runbook: ${watched.runbook}`,
      metric: watched.metric,
      threshold: watched.threshold,
      evaluationPeriods: watched.periods ?? 1,
      comparisonOperator:
        watched.below === true
          ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
          : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        watched.silenceIsFault === true
          ? cloudwatch.TreatMissingData.BREACHING
          : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }

  /** Anything at all in a dead-letter queue is one mail or one fact that got lost. */
  deadLetters(name: string, queue: sqs.Queue, what: string): void {
    this.watch(`DeadLetters-${name}`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'max',
      }),
      threshold: 1,
      runbook: `${what} Read the function's log around the time of the message, mend the cause, then start the redrive of the dead-letter queue; a message is only a hint or a fact, so a repeat does no harm.`,
    });
  }

  oldestMessage(name: string, queue: sqs.Queue, minutes: number, what: string): void {
    this.watch(`Age-${name}`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'max' }),
      threshold: minutes * 60,
      runbook: `${what} Look for throttling by SES, an account paused by SES, or errors of the consumer; nothing is lost while the message waits.`,
    });
  }

  errors(name: string, target: lambda.Function): void {
    this.watch(`Errors-${name}`, {
      metric: target.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      runbook: `function ${name} failed. Its JSON log names the command and the participant id, never an address. A state that cannot be read is held, not overwritten; roll the service stack back if a release caused it.`,
    });
  }

  /** The heart: without the dispatcher no mail leaves, and nothing else would say so. */
  heartbeat(dispatch: lambda.Function): void {
    this.watch('Heartbeat', {
      metric: dispatch.metricInvocations({ period: Duration.minutes(5) }),
      threshold: 1,
      below: true,
      periods: 2,
      silenceIsFault: true,
      runbook:
        'the dispatcher has not run for ten minutes, so no mail leaves. Check the schedule rule and the concurrency left in the account; after it runs again overdue mails are merged, no burst follows.',
    });
  }

  serverErrors(metric: cloudwatch.IMetric): void {
    this.watch('ServerErrors', {
      metric,
      threshold: 5,
      runbook:
        'pages answer with errors. Look at the access log by routeKey and at the log of the function behind that route; people can still answer later, links do not run out with the answer.',
    });
  }

  private watchReputation(): void {
    const reputation = (metricName: string): cloudwatch.Metric =>
      new cloudwatch.Metric({
        namespace: 'AWS/SES',
        metricName,
        statistic: 'Maximum',
        period: Duration.hours(1),
      });
    this.watch('BounceRate', {
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.02,
      runbook:
        'two mails in a hundred bounce; SES reviews an account at five. Look for a wave of sign-ups with invented addresses and lower the sign-up limit; pause the coaching configuration set while you look.',
    });
    this.watch('ComplaintRate', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.0005,
      runbook:
        'people mark the mails as spam; SES reviews an account at one in a thousand. Check that the unsubscribe link works and what was sent last; pause the coaching configuration set while you look.',
    });
  }

  private addBudget(settings: StageSettings): void {
    const subscribers = [{ subscriptionType: 'EMAIL', address: settings.alarmAddress }];
    const at = (
      threshold: number,
      notificationType: 'ACTUAL' | 'FORECASTED',
    ): budgets.CfnBudget.NotificationWithSubscribersProperty => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    });
    new budgets.CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `calf-coach-${settings.name}-${Stack.of(this).region}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: settings.monthlyBudget, unit: 'USD' },
        // What this stage costs, and nothing else of the account; the tag has to be activated for costs once.
        costFilters: { TagKeyValue: [`user:${STAGE_TAG}$${settings.name}`] },
      },
      notificationsWithSubscribers: [at(80, 'ACTUAL'), at(100, 'FORECASTED')],
    });
  }
}
