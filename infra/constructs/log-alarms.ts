/**
 * Lines of the log that wake the operator: for each section of docs/runbook.md one metric, fed by a filter on
 * the log of every function that writes one of its lines.
 */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ALARM_GROUPS, ALARM_SECTIONS, type AlarmSection } from '../../functions/shell/alarm-lines.ts';
import type { FunctionName } from '../../functions/shell/env.ts';
import type { Alarms } from './alarms.ts';

const NAMESPACE = 'CalfCoach';

/** What happened, for somebody who reads it in a mail at night; what to do stands in the section. */
const WHAT: Readonly<Record<AlarmSection, string>> = {
  'Safety mail undelivered':
    'somebody was told to stop on a page, and the mail that says so is not known to have arrived or left.',
  'Stop not saved':
    'somebody told a stop sign and it could not be saved. They read the stop text; their plan goes on.',
  'Sending refused':
    'SES refuses mails for good: an identity, a configuration set or the account needs a look.',
  'Mail given up':
    'nothing ever told what became of a mail. The mails after it go on; look whether events of SES arrive.',
  'Something failed':
    'a page, a mail or an event failed. The JSON log names the command and the participant id, no address.',
  'Sign-up limit reached':
    'more people sign up in an hour than the stage allows: a club that was told, or strangers in the form.',
};
const slug = (section: AlarmSection): string => section.toLowerCase().replace(/[^a-z]+/g, '-');

export interface LogAlarmsProps {
  readonly stage: string;
  readonly alarms: Alarms;
  readonly logOf: (name: FunctionName) => logs.ILogGroup;
}

export class LogAlarms extends Construct {
  constructor(scope: Construct, id: string, { stage, alarms, logOf }: LogAlarmsProps) {
    super(scope, id);
    for (const section of ALARM_SECTIONS) {
      const { lines, from } = ALARM_GROUPS[section];
      const metricName = `${stage}-${slug(section)}`;
      for (const name of from)
        new logs.MetricFilter(this, `${slug(section)}-${name}`, {
          logGroup: logOf(name),
          metricNamespace: NAMESPACE,
          metricName,
          metricValue: '1',
          filterPattern: logs.FilterPattern.any(
            ...lines.map((line) => logs.FilterPattern.stringValue('$.message', '=', line)),
          ),
        });
      const metric = new cloudwatch.Metric({
        namespace: NAMESPACE,
        metricName,
        statistic: 'Sum',
        period: Duration.minutes(5),
      });
      alarms.watch(`Lines-${slug(section)}`, { metric, threshold: 1, section, what: WHAT[section] });
    }
  }
}
