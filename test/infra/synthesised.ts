/** Makes the stacks in this process, template validation off, and reads the templates as plain data. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CalfCoach } from '../../infra/calf-coach.ts';
import { readStage, type StageSettings } from '../../infra/stages.ts';

const context = (
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  }
).context;

/** Feature flags and stages, as the command line hands them to the application. */
export const contextOfCdkJson: Record<string, unknown> = context;
export const exampleSettings: StageSettings = readStage('example', context.stages, {});
export const stagesOfCdkJson: unknown = context.stages;

/** A CloudFormation value: text, number, list, or an object that may be an intrinsic. */
// biome-ignore lint/suspicious/noExplicitAny: a template is data of any shape, and the assertions say which shape they expect
export type Value = any;

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Value;
  readonly whole: Value;
}

export interface Synthesised {
  readonly app: App;
  readonly data: Stack;
  readonly certificate: Stack;
  readonly service: Stack;
}

export function newApp(settings: StageSettings = exampleSettings): Synthesised {
  const app = new App({ context });
  const code = () => lambda.Code.fromInline('exports.handler = () => {};');
  const { data, certificate, service } = new CalfCoach(app, 'CalfCoach', { settings, code });
  return { app, data, certificate, service };
}

const resources = (template: Template): readonly Resource[] =>
  Object.entries(template.toJSON().Resources as Record<string, Value>).map(([id, whole]) => ({
    id,
    type: String(whole.Type),
    properties: whole.Properties ?? {},
    whole,
  }));

export interface Templates {
  readonly data: readonly Resource[];
  readonly certificate: readonly Resource[];
  readonly service: readonly Resource[];
}

export function templates(settings?: StageSettings): Templates {
  process.env.CDK_VALIDATION = 'false';
  const { data, certificate, service } = newApp(settings);
  const of = (stack: Stack): readonly Resource[] => resources(Template.fromStack(stack));
  return { data: of(data), certificate: of(certificate), service: of(service) };
}

export const ofType = (all: readonly Resource[], type: string): readonly Resource[] => {
  const found = all.filter((resource) => resource.type === type);
  if (found.length === 0)
    throw new Error(`the template has no ${type}: an assertion over none would always hold`);
  return found;
};

/** The logical id an intrinsic points at, or null. */
export const target = (value: Value): string | null => value?.Ref ?? value?.['Fn::GetAtt']?.[0] ?? null;

/** `signup`, `send`, … of a Lambda function resource. */
export const functionName = (resource: Resource): string =>
  String(resource.properties.Description).split(': ')[1] ?? '';

/** The function that a call to `value` ends at: an alias stands for it, by its ARN or a joined name. */
export function called(all: readonly Resource[], value: Value): Resource {
  const name = aliasOf(all, value)?.properties.FunctionName ?? value;
  const found = all.find(({ id }) => id === target(name));
  if (found === undefined) throw new Error(`the template has no function ${JSON.stringify(value)}`);
  return found;
}

/** The alias that is called by `value`. */
export const aliasOf = (all: readonly Resource[], value: Value): Resource | undefined =>
  all.find(
    ({ id, type }) => type === 'AWS::Lambda::Alias' && JSON.stringify(value).includes(`{"Ref":"${id}"}`),
  );
