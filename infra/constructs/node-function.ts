/**
 * One Lambda as all of ours are: current Node on arm64, the bundle of the build, its own log group and its
 * own role with nothing but what is named.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EnvironmentInput, FunctionName } from '../../functions/shell/env.ts';
import { accept } from './accept.ts';

/**
 * Seconds and megabytes. The queues derive their visibility from the timeout, the send protocol its fence.
 */
export const SIZES: Readonly<Record<FunctionName, { readonly timeout: number; readonly memory: number }>> = {
  signup: { timeout: 10, memory: 512 },
  enrol: { timeout: 10, memory: 512 },
  'check-in': { timeout: 10, memory: 512 },
  account: { timeout: 10, memory: 512 },
  records: { timeout: 10, memory: 512 },
  running: { timeout: 10, memory: 512 },
  dispatch: { timeout: 50, memory: 256 },
  send: { timeout: 30, memory: 512 },
  feedback: { timeout: 30, memory: 256 },
  inbound: { timeout: 30, memory: 512 },
};

/** What every function runs on, as Lambda names it. */
export const RUNTIME = lambda.Runtime.NODEJS_24_X.name;

/** The alias that everybody calls. */
export const LIVE = 'live';

export interface NodeFunctionProps<F extends FunctionName> {
  readonly name: F;
  readonly stage: string;
  readonly code: lambda.Code;
  readonly environment: EnvironmentInput<F>;
  readonly logDays: logs.RetentionDays;
  /** A release reaches a tenth of the calls for five minutes, and goes back by itself at the first error. */
  readonly gradual?: boolean;
  /** Executions kept free for this function. */
  readonly reserve?: number;
}

/** Values as Lambda takes them: text; what is not set is left out. */
const asText = (environment: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

export class NodeFunction<F extends FunctionName> extends Construct {
  readonly function: lambda.Function;
  readonly logGroup: logs.LogGroup;
  /** What everybody calls: one released version, moved to the next by a release and back by a command. */
  readonly live: lambda.IFunction;
  private readonly alias: lambda.Alias;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: NodeFunctionProps<F>) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'Log', {
      retention: props.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
      // Should an address ever get past the log's own allow-list, nobody reads it here.
      dataProtectionPolicy: new logs.DataProtectionPolicy({
        name: 'no-addresses',
        description: 'Masks mail addresses',
        identifiers: [logs.DataIdentifier.EMAILADDRESS],
      }),
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `calf-coach ${props.stage}: what ${props.name} may do`,
    });
    this.allow('WriteItsLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], [this.logGroup.logGroupArn]);
    this.function = new lambda.Function(this, 'Function', {
      description: `calf-coach ${props.stage}: ${props.name}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      role: this.role,
      memorySize: SIZES[props.name].memory,
      timeout: Duration.seconds(SIZES[props.name].timeout),
      environment: asText(props.environment),
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      ...(props.reserve === undefined ? {} : { reservedConcurrentExecutions: props.reserve }),
      // An earlier version stays, so that there is something to go back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.function.node.addDependency(this.role);
    this.alias = new lambda.Alias(this, 'Live', {
      aliasName: LIVE,
      version: this.function.currentVersion as lambda.IVersion,
    });
    this.live = this.alias as lambda.IFunction;
    if (props.gradual) this.releaseGradually(props.name);
    accept(
      this.function,
      'Serverless',
      'LambdaDLQ',
      'Pages are called by a waiting browser, workers by queues with dead-letter queues of their own; the dispatcher has a failure destination.',
    );
  }

  private releaseGradually(name: string): void {
    const group = new codedeploy.LambdaDeploymentGroup(this, 'Release', {
      alias: this.alias,
      deploymentConfig: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [
        new cloudwatch.Alarm(this, 'ReleaseErrors', {
          alarmDescription: `A release of ${name} failed and was taken back: docs/runbook.md, Roll back.`,
          metric: this.alias.metricErrors({ period: Duration.minutes(1) }),
          threshold: 1,
          evaluationPeriods: 1,
          treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
        }),
      ],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    accept(
      group,
      'AwsSolutions',
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      'CodeDeploy alone assumes this role, to move an alias; AWS keeps this policy for just that.',
    );
  }

  /**
   * Keeps calls that nobody waited for and that failed. The schedule's get one more try only: the next minute
   * brings the next call anyway.
   */
  failTo(
    queue: sqs.Queue,
    { tries, hours }: { readonly tries: number; readonly hours: number } = { tries: 1, hours: 5 / 60 },
  ): void {
    this.allow('KeepFailedCalls', ['sqs:SendMessage'], [queue.queueArn]);
    const config = new lambda.EventInvokeConfig(this, 'FailedCalls', {
      function: this.function,
      qualifier: LIVE,
      onFailure: { bind: () => ({ destination: queue.queueArn }) },
      retryAttempts: tries,
      maxEventAge: Duration.minutes(hours * 60),
    });
    config.node.addDependency(this.live);
  }

  /** Adds one statement to this function's own policy. */
  allow(
    sid: string,
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, unknown>,
  ): void {
    const statement = {
      sid,
      actions: [...actions],
      resources: [...resources],
      ...(conditions === undefined ? {} : { conditions }),
    };
    this.role.addToPolicy(new iam.PolicyStatement(statement));
  }
}
