/** The CDK application: `cdk synth -c stage=<name>`. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { CalfCoach } from './calf-coach.ts';
import { readStage } from './stages.ts';

try {
  const app = new App();
  const stage: unknown = app.node.tryGetContext('stage');
  const settings = readStage(String(stage ?? 'example'), app.node.tryGetContext('stages'), process.env);
  new CalfCoach(app, 'CalfCoach', { settings });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (fault) {
  // An operator's slip deserves a sentence, not a stack.
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
