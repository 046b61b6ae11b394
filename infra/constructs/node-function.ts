/**
 * One Lambda as all of ours are: current Node on arm64, the bundle of the build, its own log group and its
 * own role with nothing but what is named.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
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

export interface NodeFunctionProps<F extends FunctionName> {
  readonly name: F;
  readonly stage: string;
  readonly code: lambda.Code;
  readonly environment: EnvironmentInput<F>;
  readonly logDays: logs.RetentionDays;
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
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: NodeFunctionProps<F>) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Log', {
      retention: props.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `calf-coach ${props.stage}: what ${props.name} may do`,
    });
    this.allow('WriteItsLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
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
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
    });
    this.function.node.addDependency(this.role);
    accept(
      this.function,
      'Serverless',
      'LambdaDLQ',
      'Pages are called by a waiting browser, workers by queues with dead-letter queues of their own; the dispatcher has a failure destination.',
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
    new lambda.EventInvokeConfig(this, 'FailedCalls', {
      function: this.function,
      onFailure: { bind: () => ({ destination: queue.queueArn }) },
      retryAttempts: tries,
      maxEventAge: Duration.minutes(hours * 60),
    });
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
