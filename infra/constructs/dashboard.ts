/** One page of graphs for whoever was woken: what waits, what failed, what left, what came back. */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../functions/shell/env.ts';
import type { NodeFunction } from './node-function.ts';
import type { WorkQueue } from './queues.ts';

export interface Watched {
  readonly stage: string;
  readonly queues: Readonly<Record<string, WorkQueue>>;
  readonly functions: readonly (readonly [string, NodeFunction<FunctionName>])[];
  readonly deadLetters: Readonly<Record<string, sqs.Queue>>;
}

const PERIOD = Duration.minutes(5);
const FACTS = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'] as const;

/** The first three dashboards of an account cost nothing. */
export function addDashboard(scope: Construct, { stage, queues, functions, deadLetters }: Watched): void {
  const graph = (title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget =>
    new cloudwatch.GraphWidget({ title, left, width: 12, leftYAxis: { min: 0 } });
  const ages = Object.entries(queues).map(([label, { queue }]) =>
    queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'max', label }),
  );
  const dead = Object.entries(deadLetters).map(([label, queue]) =>
    queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'max', label }),
  );
  const mails = FACTS.map(
    (metricName) =>
      new cloudwatch.Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', period: PERIOD }),
  );
  const of = (what: 'metricErrors' | 'metricDuration', statistic: string): cloudwatch.IMetric[] =>
    functions.map(([label, member]) => member.function[what]({ period: PERIOD, statistic, label }));
  new cloudwatch.Dashboard(scope, 'Dashboard', {
    dashboardName: `calf-coach-${stage}`,
    defaultInterval: Duration.days(1),
    widgets: [
      [graph('Oldest message, seconds', ages), graph('Dead letters', dead)],
      [graph('Errors', of('metricErrors', 'Sum')), graph('Mails of the account', mails)],
      [graph('Duration, slowest in a hundred, ms', of('metricDuration', 'p99'))],
    ],
  });
}
