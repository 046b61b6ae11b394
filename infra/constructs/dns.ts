/** DNS: made where the stage has a Route 53 zone, else told as outputs that an operator pastes. */
import { CfnOutput } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';

export interface DnsRecord {
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly name: string;
  readonly value: string;
}

/** The stage's zone; none when its DNS is somewhere else. */
export function zoneOf(
  scope: Construct,
  { hostedZoneId, hostedZoneName }: StageSettings,
): route53.IHostedZone | undefined {
  if (hostedZoneId === undefined || hostedZoneName === undefined) return undefined;
  return route53.HostedZone.fromHostedZoneAttributes(scope, 'Zone', {
    hostedZoneId,
    zoneName: hostedZoneName,
  });
}

/** One output a record, `NAME TYPE VALUE`; the tool that deploys makes its table of them. */
export function tellRecords(scope: Construct, records: readonly DnsRecord[]): void {
  for (const [index, { type, name, value }] of records.entries())
    new CfnOutput(scope, `Dns${index + 1}`, {
      value: `${name} ${type} ${value}`,
      description: 'DNS record (done already with a Route 53 zone)',
    });
}

export function makeRecords(
  scope: Construct,
  zone: route53.IHostedZone,
  records: readonly DnsRecord[],
): void {
  for (const [index, { type, name, value }] of records.entries()) {
    const common = { zone, recordName: `${name}.` };
    const id = `Record${index + 1}`;
    if (type === 'CNAME') new route53.CnameRecord(scope, id, { ...common, domainName: value });
    else if (type === 'TXT') new route53.TxtRecord(scope, id, { ...common, values: [value] });
    else
      new route53.MxRecord(scope, id, {
        ...common,
        values: [{ priority: 10, hostName: value.slice('10 '.length) }],
      });
  }
}
