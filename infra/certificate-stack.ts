/**
 * The certificate of the pages, alone in its stack: it waits until somebody has set its DNS record, and
 * nothing else waits with it.
 */
import { Stack, type StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { belongsTo } from './constructs/belongs-to.ts';
import { zoneOf } from './constructs/dns.ts';
import type { StageSettings } from './stages.ts';

export interface CertificateStackProps extends StackProps {
  readonly settings: StageSettings;
}

export class CertificateStack extends Stack {
  readonly certificate: acm.Certificate;

  constructor(scope: Construct, id: string, { settings, ...props }: CertificateStackProps) {
    super(scope, id, props);
    this.certificate = new acm.Certificate(this, 'Certificate', {
      domainName: settings.siteDomain,
      validation: acm.CertificateValidation.fromDns(zoneOf(this, settings)),
    });
    belongsTo(this, settings);
  }
}
