/** The CDK application: `cdk synth -c stage=<name>`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { FunctionName } from '../functions/shell/env.ts';
import { calfCoach } from './calf-coach.ts';
import { readStage } from './stages.ts';

const DIST = path.resolve(import.meta.dirname, '../dist');

function bundleOf(name: FunctionName): lambda.Code {
  const folder = path.join(DIST, name);
  if (!existsSync(path.join(folder, 'index.mjs')))
    throw new Error(`dist/${name}/index.mjs is missing: run "npm run build" first.`);
  return lambda.Code.fromAsset(folder, { exclude: ['*.map'] });
}

try {
  const app = new App();
  const stage: unknown = app.node.tryGetContext('stage');
  const settings = readStage(String(stage ?? 'example'), app.node.tryGetContext('stages'), process.env);
  calfCoach(app, settings, bundleOf);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (fault) {
  // An operator's slip deserves a sentence, not a stack.
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
