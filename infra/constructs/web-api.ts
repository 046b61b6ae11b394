/**
 * The pages' front door: HTTP API with the routes of each function, throttled, its log without path, query or
 * network address.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { type FunctionName, ROUTES } from '../../functions/shell/env.ts';
import { STRANGERS, type Throttle, throttleOf } from '../throttles.ts';
import { accept } from './accept.ts';
import type { NodeFunction } from './node-function.ts';

/** The route template stands for the path: a real path holds a token, and a token is a key. */
export const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
} as const;

const shareOf = ({ rateLimit, burstLimit }: Throttle) => ({
  ThrottlingRateLimit: rateLimit,
  ThrottlingBurstLimit: burstLimit,
});

export interface WebApiProps {
  readonly stage: string;
  readonly siteDomain: string;
  readonly logDays: logs.RetentionDays;
  readonly certificate: acm.ICertificate;
  readonly zone: route53.IHostedZone | undefined;
  readonly functions: Readonly<Partial<Record<FunctionName, NodeFunction<FunctionName>>>>;
}

export class WebApi extends Construct {
  readonly api: apigateway.HttpApi;
  /** What the site's DNS name must point to. */
  readonly target: string;

  constructor(scope: Construct, id: string, props: WebApiProps) {
    super(scope, id);
    const domain = new apigateway.DomainName(this, 'Domain', {
      domainName: props.siteDomain,
      certificate: props.certificate,
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    this.target = domain.regionalDomainName;
    this.api = new apigateway.HttpApi(this, 'Api', {
      apiName: `calf-coach-${props.stage}`,
      // One door: links of mails are made for the site's own name.
      disableExecuteApiEndpoint: true,
      createDefaultStage: false,
    });
    const stage = this.addStage(domain, props.logDays);
    // A share can be given to a route that exists.
    stage.node.addDependency(...this.addRoutes(props.functions));
    accept(
      this.api,
      'AwsSolutions',
      'APIG4',
      'People have no login: pages are public or opened by a signed, expiring link that the function checks; GET changes nothing and calls are throttled.',
    );
    if (props.zone !== undefined) this.pointNameAt(domain, props.zone, props.siteDomain);
  }

  private addStage(domain: apigateway.DomainName, retention: logs.RetentionDays): apigateway.HttpStage {
    const destination = new logs.LogGroup(this, 'AccessLog', {
      retention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: STRANGERS,
      domainMapping: { domainName: domain },
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(destination),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    (stage.node.defaultChild as apigateway.CfnStage).routeSettings = Object.fromEntries(
      Object.values(ROUTES)
        .flat()
        .map((route) => [route, shareOf(throttleOf(route))]),
    );
    return stage;
  }

  private addRoutes(functions: WebApiProps['functions']): readonly apigateway.HttpRoute[] {
    const made: apigateway.HttpRoute[] = [];
    for (const [name, routes] of Object.entries(ROUTES) as [FunctionName, readonly string[]][]) {
      const target = functions[name];
      if (target === undefined) throw new Error(`function ${name} has routes and is not part of the web API`);
      const integration = new HttpLambdaIntegration(`Integration-${name}`, target.live, {
        scopePermissionToRoute: false,
      });
      for (const route of routes) {
        const [method, path] = route.split(' ') as [apigateway.HttpMethod, string];
        made.push(...this.api.addRoutes({ path, methods: [method], integration }));
      }
    }
    return made;
  }

  private pointNameAt(domain: apigateway.DomainName, zone: route53.IHostedZone, recordName: string): void {
    const alias = new targets.ApiGatewayv2DomainProperties(
      domain.regionalDomainName,
      domain.regionalHostedZoneId,
    );
    const target = route53.RecordTarget.fromAlias(alias);
    new route53.ARecord(this, 'Address', { zone, recordName: `${recordName}.`, target });
  }
}
