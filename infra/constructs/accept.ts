/**
 * A finding of a rule pack that we accept, at the narrowest construct, with the reason and what takes the
 * rule's place.
 */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export type Pack = 'AwsSolutions' | 'Serverless';

/**
 * `rule` without the pack's name, for example `APIG4`. The reason is read by auditors: at least 40
 * characters, checked by a test.
 */
export const accept = (scope: IConstruct, pack: Pack, rule: string, reason: string): void =>
  Validations.of(scope).acknowledge({ id: `${pack}::${pack}-${rule}`, reason });
