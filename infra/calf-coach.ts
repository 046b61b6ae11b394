/** The two stacks of one stage, as the application and the tests make them. */
import type { App } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../functions/shell/env.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { StageSettings } from './stages.ts';

export interface CalfCoach {
  readonly data: DataStack;
  readonly service: ServiceStack;
}

/** Adds both stacks to `app`; `code` gives the bundle of each function. */
export function calfCoach(
  app: App,
  settings: StageSettings,
  code: (name: FunctionName) => lambda.Code,
): CalfCoach {
  const env = { region: settings.region };
  const prefix = `calf-coach-${settings.name}`;
  const data = new DataStack(app, `${prefix}-data`, {
    env,
    description: 'Calf Coach: what is kept about people',
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    env,
    settings,
    table: data.table,
    code,
    description: 'Calf Coach: pages and mails',
  });
  return { data, service };
}
