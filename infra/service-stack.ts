/**
 * Everything that can be thrown away and made again: functions, pages' door, queues, schedule, mail, alarms.
 */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { EnvironmentInput, FunctionName } from '../functions/shell/env.ts';
import { TABLE } from '../functions/shell/store/items/table.ts';
import { accept } from './constructs/accept.ts';
import { Alarms } from './constructs/alarms.ts';
import { belongsTo } from './constructs/belongs-to.ts';
import { addDashboard } from './constructs/dashboard.ts';
import { zoneOf } from './constructs/dns.ts';
import { Inbound } from './constructs/inbound.ts';
import { LogAlarms } from './constructs/log-alarms.ts';
import { Mail } from './constructs/mail.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { DeadLetterQueue, WorkQueue } from './constructs/queues.ts';
import { WebApi } from './constructs/web-api.ts';
import type { DataStack } from './data-stack.ts';
import { feedsOf } from './lanes.ts';
import { grantsOf, leadingKey, RIGHTS } from './rights.ts';
import { referralLine, senderName, signUpLimits } from './settings-told.ts';
import type { StageSettings } from './stages.ts';

export interface ServiceStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly data: DataStack;
  readonly certificate: acm.ICertificate;
  /** The bundle of a function. */
  readonly code: (name: FunctionName) => lambda.Code;
}

/** The front with the safety page, the pages that take a stop sign, the way out, the sender. */
const SAFETY_HANGS_ON: readonly FunctionName[] = ['signup', 'check-in', 'account', 'send'];

/** Every function has the same door to its policy. */
type Granted = Pick<NodeFunction<FunctionName>, 'allow'>;
type Functions = { readonly [F in FunctionName]: NodeFunction<F> };

export class ServiceStack extends Stack {
  private readonly settings: StageSettings;
  private readonly table: dynamodb.Table;
  private readonly urgent: WorkQueue;
  private readonly routine: WorkQueue;
  private readonly feedback: WorkQueue;
  private readonly mail: Mail;
  private readonly inbound: Inbound;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.settings = props.settings;
    this.table = props.data.table;
    this.addStackDependency(props.data);
    const zone = zoneOf(this, props.settings);
    this.urgent = new WorkQueue(this, 'Urgent', 'send');
    this.routine = new WorkQueue(this, 'Routine', 'send');
    this.feedback = new WorkQueue(this, 'Feedback', 'feedback');
    this.mail = new Mail(this, 'Mail', {
      settings: props.settings,
      feedback: this.feedback.queue,
      feedbackDeadLetters: this.feedback.deadLetters,
    });
    this.inbound = new Inbound(this, 'Inbound', props.settings, props.data.replies);
    const functions = this.addFunctions(props);
    this.grant(functions);
    const { signup, enrol, account, records, running } = functions;
    const api = new WebApi(this, 'Web', {
      stage: props.settings.name,
      siteDomain: props.settings.siteDomain,
      logDays: props.settings.retentionDays,
      certificate: props.certificate,
      zone,
      functions: { signup, enrol, 'check-in': functions['check-in'], account, records, running } as never,
    });
    const scheduleDeadLetters = this.addSchedule(functions.dispatch);
    const replyDeadLetters = this.addReplies(functions.inbound);
    this.feed(functions);
    this.addAlarms(functions, api, scheduleDeadLetters, replyDeadLetters);
    const { urgent, routine, feedback } = this;
    addDashboard(this, {
      stage: props.settings.name,
      queues: { urgent, routine, feedback },
      functions: Object.entries(functions) as never,
      deadLetters: {
        urgent: urgent.deadLetters,
        routine: routine.deadLetters,
        feedback: feedback.deadLetters,
        schedule: scheduleDeadLetters.queue,
        replies: replyDeadLetters.queue,
      },
    });
    this.addOutputs(api);
    accept(
      this,
      'Serverless',
      'LambdaTracing',
      'Every command writes one JSON line with its duration; a trace would cost more than the mails and need a permission on all resources.',
    );
    belongsTo(this, props.settings);
  }

  private addFunctions(props: ServiceStackProps): Functions {
    const { settings } = props;
    const tableOnly = { TABLE_NAME: this.table.tableName, STAGE: settings.name };
    const queues = {
      URGENT_QUEUE_URL: this.urgent.queue.queueUrl,
      ROUTINE_QUEUE_URL: this.routine.queue.queueUrl,
    };
    const events = {
      FEEDBACK_QUEUE_URL: this.feedback.queue.queueUrl,
      FEEDBACK_DEAD_LETTERS_URL: this.feedback.deadLetters.queueUrl,
    };
    const common = {
      ...tableOnly,
      ...queues,
      SITE_URL: `https://${settings.siteDomain}`,
      OPERATOR_NAME: settings.operatorName,
      OPERATOR_POSTAL: settings.operatorPostal,
      OPERATOR_EMAIL: settings.operatorEmail,
      ...(settings.contact === undefined ? {} : { OPERATOR_CONTACT: settings.contact }),
      MAIL_DOMAIN: settings.mailDomain,
      REPLY_DOMAIN: settings.replyDomain,
    };
    const mail = {
      MAIL_FROM_ADDRESS: this.mail.fromAddress,
      MAIL_FROM_NAME: senderName(settings),
      COACHING_CONFIGURATION_SET: this.mail.sets.coaching.configurationSetName,
      SAFETY_CONFIGURATION_SET: this.mail.sets.safety.configurationSetName,
      ...(settings.referral === undefined ? {} : { REFERRAL_LINE: referralLine(settings.referral) }),
    };
    const limits = signUpLimits(settings);
    const places = { MAX_PARTICIPANTS: settings.maxParticipants };
    const add = <F extends FunctionName>(name: F, environment: EnvironmentInput<F>): NodeFunction<F> =>
      new NodeFunction(this, name, {
        name,
        stage: settings.name,
        code: props.code(name),
        environment,
        logDays: settings.retentionDays,
        gradual: settings.hardened,
        ...(settings.reserve !== undefined && SAFETY_HANGS_ON.includes(name)
          ? { reserve: settings.reserve }
          : {}),
      });
    return {
      signup: add('signup', { ...common, ...limits, ...places }),
      enrol: add('enrol', { ...common, ...places }),
      'check-in': add('check-in', common),
      account: add('account', common),
      records: add('records', common),
      running: add('running', common),
      dispatch: add('dispatch', { ...tableOnly, ...queues, SENDING_RATE: settings.sendingRate }),
      send: add('send', { ...common, ...mail, ...events }),
      feedback: add('feedback', common),
      inbound: add('inbound', {
        ...common,
        INBOUND_BUCKET: props.data.replies.bucketName,
      }),
    };
  }

  /** `infra/rights.ts`, as policies. */
  private grant(functions: Functions): void {
    const { send } = functions;
    const queues = { urgent: this.urgent.queue.queueArn, routine: this.routine.queue.queueArn };
    for (const [name, member] of Object.entries(functions) as [FunctionName, Granted][]) {
      const { rows, lanes } = RIGHTS[name];
      if (rows === 'due')
        member.allow(
          'FindDuePeople',
          ['dynamodb:Query'],
          [`${this.table.tableArn}/index/${TABLE.dueIndex.name}`],
        );
      else
        for (const [at, { actions, rows: some }] of grantsOf(rows).entries())
          member.allow(`ReachItsRows${at + 1}`, actions, [this.table.tableArn], {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': some.map(leadingKey) },
            // An empty list of keys would be every list: a request that names none is refused.
            Null: { 'dynamodb:LeadingKeys': 'false' },
          });
      if (rows === 'due')
        member.allow(
          'CountHints',
          ['sqs:GetQueueAttributes'],
          lanes.map((lane) => queues[lane]),
        );
      if (lanes.length > 0)
        member.allow(
          'HandOutHints',
          ['sqs:SendMessage'],
          lanes.map((lane) => queues[lane]),
        );
    }
    const { queue, deadLetters } = this.feedback;
    send.allow('CountEvents', ['sqs:GetQueueAttributes'], [queue.queueArn, deadLetters.queueArn]);
    send.allow('SendMail', ['ses:SendRawEmail'], this.mail.sendingResources, this.mail.sendingConditions);
    if (this.settings.sandbox)
      accept(
        send,
        'AwsSolutions',
        `IAM5[Resource::arn:aws:ses:${this.region}:<AWS::AccountId>:identity/*]`,
        'In its sandbox SES asks for a right on each receiver; a condition binds the sender to one address.',
      );
  }

  private feed({ send, feedback }: Functions): void {
    const feeds = feedsOf(this.settings.sendingRate);
    this.urgent.feed(send, feeds.urgent);
    this.routine.feed(send, feeds.routine);
    this.feedback.feed(feedback, feeds.feedback);
  }

  private addSchedule(dispatch: NodeFunction<'dispatch'>): DeadLetterQueue {
    const deadLetters = new DeadLetterQueue(this, 'ScheduleDeadLetters');
    dispatch.failTo(deadLetters.queue);
    new events.Rule(this, 'EveryMinute', {
      description: 'Wakes the dispatcher, which hands out who has an alarm due',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(dispatch.live, {
          deadLetterQueue: deadLetters.queue,
          retryAttempts: 2,
          maxEventAge: Duration.minutes(5),
        }),
      ],
    });
    return deadLetters;
  }

  /**
   * A call that failed is tried twice more, minutes apart, then kept; the mail is in the bucket all the
   * while.
   */
  private addReplies(inbound: NodeFunction<'inbound'>): DeadLetterQueue {
    const deadLetters = new DeadLetterQueue(this, 'ReplyDeadLetters');
    inbound.failTo(deadLetters.queue, { tries: 2, hours: 6 });
    this.inbound.deliverTo(inbound);
    return deadLetters;
  }

  private addAlarms(
    functions: Functions,
    api: WebApi,
    schedule: DeadLetterQueue,
    replies: DeadLetterQueue,
  ): void {
    const alarms = new Alarms(this, 'Alarms', this.settings);
    alarms.deadLetters([
      this.urgent.deadLetters,
      this.routine.deadLetters,
      this.feedback.deadLetters,
      schedule.queue,
      replies.queue,
    ]);
    alarms.oldestMessage('urgent', this.urgent.queue, 5, 'an urgent mail waits for more than five minutes.');
    alarms.oldestMessage('routine', this.routine.queue, 15, 'mails wait for more than a quarter of an hour.');
    alarms.oldestMessage(
      'feedback',
      this.feedback.queue,
      30,
      'news about mails wait for more than half an hour, so unproven mails are held back.',
    );
    const { dispatch, send, feedback, inbound } = functions;
    alarms.errors([dispatch, send, feedback, inbound].map((member) => member.function));
    alarms.heartbeat(dispatch.function);
    alarms.serverErrors(api.api.metricServerError({ period: Duration.minutes(5), statistic: 'sum' }));
    new LogAlarms(this, 'LogAlarms', {
      stage: this.settings.name,
      alarms,
      logOf: (name) => functions[name].logGroup,
    });
  }

  private addOutputs(api: WebApi): void {
    const { settings } = this;
    new CfnOutput(this, 'Site', { value: `https://${settings.siteDomain}` });
    new CfnOutput(this, 'SitePointsTo', {
      value: api.target,
      description: `Point ${settings.siteDomain} here (done already with a Route 53 zone)`,
    });
    new CfnOutput(this, 'KillSwitch', {
      description: 'Stops every coaching mail at once; safety mail goes on',
      value: `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${this.mail.sets.coaching.configurationSetName} --no-sending-enabled`,
    });
  }
}
