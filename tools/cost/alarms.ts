/** Alarms that a deployment has, read off the template of the example stage. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CalfCoach } from '../../infra/calf-coach.ts';
import { readStage } from '../../infra/stages.ts';
import { ROOT } from '../quality/guards/tree.ts';

/** Makes the stacks in this process, without their code and without looking into them for rule packs. */
export function alarmsOfStage(): number {
  process.env['CDK_VALIDATION'] = 'false';
  const { context } = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as {
    readonly context: Record<string, unknown>;
  };
  const settings = readStage('example', context['stages'], {});
  const code = () => lambda.Code.fromInline('exports.handler = () => {};');
  const { service } = new CalfCoach(new App({ context }), 'CalfCoach', { settings, code });
  return Object.keys(Template.fromStack(service).findResources('AWS::CloudWatch::Alarm')).length;
}
