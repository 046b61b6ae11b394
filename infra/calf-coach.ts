/**
 * Calf Coach for one stage, as a construct: in this repository's own application, in the tests, and in
 * somebody else's application.
 */
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions/shell/env.ts';
import { builtBundle } from './built-bundle.ts';
import { CertificateStack } from './certificate-stack.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { StageSettings } from './stages.ts';

export { readStage, type StageSettings } from './stages.ts';

/** The stacks of a stage by what they are for, in the order in which they are deployed. */
export const STACK_ROLES = ['data', 'certificate', 'service'] as const;
export type StackRole = (typeof STACK_ROLES)[number];
/** `calf-coach-prod-data` for the data of the stage `prod`. */
export const stackName = (stage: string, role: StackRole): string => `calf-coach-${stage}-${role}`;

export interface CalfCoachProps {
  /** What `readStage` made of the stage's block. */
  readonly settings: StageSettings;
  /** The bundle of each function; those of `npm run build` unless given. */
  readonly code?: (name: FunctionName) => lambda.Code;
}

/**
 * Three stacks beside each other in `scope`, an application or a CDK stage: what must outlive every release,
 * the certificate, and everything that can be made again.
 *
 * @example new CalfCoach(app, 'Coach', { settings: readStage('prod', stages, process.env) })
 */
export class CalfCoach extends Construct {
  readonly data: DataStack;
  readonly certificate: CertificateStack;
  readonly service: ServiceStack;

  constructor(scope: Construct, id: string, { settings, code = builtBundle }: CalfCoachProps) {
    super(scope, id);
    const env = { region: settings.region };
    const name = (role: StackRole): string => stackName(settings.name, role);
    this.data = new DataStack(scope, name('data'), {
      env,
      settings,
      description: 'Calf Coach: what is kept about people, and who we are to other mail systems',
    });
    this.certificate = new CertificateStack(scope, name('certificate'), {
      env,
      settings,
      description: 'Calf Coach: the certificate of the pages',
    });
    this.service = new ServiceStack(scope, name('service'), {
      env,
      settings,
      data: this.data,
      certificate: this.certificate.certificate,
      code,
      description: 'Calf Coach: pages and mails',
    });
  }
}
