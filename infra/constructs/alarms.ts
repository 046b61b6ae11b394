/** What wakes the operator, each with the line of a runbook in its description, and the budget. */
import { Duration, Stack } from 'aws-cdk-lib';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
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
  /** Of docs/runbook.md. */
  readonly section: string;
  /** What it means and what to do, for somebody who is woken by it. */
  readonly what: string;
}

const PERIOD = Duration.minutes(5);
/** Several metrics as one; a queue that nobody used for hours has none, and counts as nothing. */
const together = (metrics: readonly cloudwatch.IMetric[]): cloudwatch.MathExpression =>
  new cloudwatch.MathExpression({
    expression: 'SUM(METRICS())',
    usingMetrics: Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric])),
    period: PERIOD,
  });

export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const topic = new sns.Topic(this, 'Topic', {
      displayName: `Calf Coach ${settings.name}`,
      enforceSSL: true,
    });
    // A topic with a policy of its own has lost the one that let the alarms of the account in.
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
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

  watch(id: string, watched: Watch): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      alarmDescription: `Runbook: ${watched.section}. ${watched.what}`,
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
  deadLetters(queues: readonly sqs.Queue[]): void {
    this.watch('DeadLetters', {
      metric: together(
        queues.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'max' }),
        ),
      ),
      threshold: 1,
      section: 'Dead letters',
      what: "a hint, a fact about a mail, a reply or a start of the dispatcher could not be worked off five times. Look which queue holds a message, read the function's log around its time and mend the cause; then start the redrive, a repeat does no harm.",
    });
  }

  oldestMessage(name: string, queue: sqs.Queue, minutes: number, what: string): void {
    this.watch(`Age-${name}`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'max' }),
      threshold: minutes * 60,
      section: 'Mails wait',
      what: `${what} Look for throttling by SES, an account paused by SES, or errors of the consumer; nothing is lost while the message waits.`,
    });
  }

  /** Functions that nobody waits for; a page that fails shows in the errors of the server. */
  errors(functions: readonly lambda.Function[]): void {
    this.watch('Errors', {
      metric: together(functions.map((target) => target.metricErrors({ period: PERIOD }))),
      threshold: 1,
      section: 'Something failed',
      what: 'the dispatcher, the sender or what reads replies and events of SES broke off. Its JSON log names the command and the participant id, never an address; roll the service stack back if a release caused it.',
    });
  }

  /** The heart: without the dispatcher no mail leaves, and nothing else would say so. */
  heartbeat(dispatch: lambda.Function): void {
    this.watch('Heartbeat', {
      metric: dispatch.metricInvocations({ period: PERIOD }),
      threshold: 1,
      below: true,
      periods: 2,
      silenceIsFault: true,
      section: 'Mails wait',
      what: 'the dispatcher has not run for ten minutes, so no mail leaves. Check the schedule rule and the concurrency left in the account; after it runs again overdue mails are merged, no burst follows.',
    });
  }

  serverErrors(metric: cloudwatch.IMetric): void {
    this.watch('ServerErrors', {
      metric,
      threshold: 1,
      section: 'Something failed',
      what: 'pages answer with errors. Look at the access log by routeKey and at the log of the function behind that route; people can still answer later, links do not run out with the answer.',
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
      section: 'Bounces or complaints',
      what: 'two mails in a hundred bounce; SES reviews an account at five. Look for a wave of sign-ups with invented addresses and lower the sign-up limit; pause the coaching configuration set while you look.',
    });
    this.watch('ComplaintRate', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.0005,
      section: 'Bounces or complaints',
      what: 'people mark the mails as spam; SES reviews an account at one in a thousand. Check that the unsubscribe link works and what was sent last; pause the coaching configuration set while you look.',
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
