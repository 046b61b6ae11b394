/** The CDK itself, with its own question: `terminal.test.ts` answers it in a pseudo-terminal. */
import { cdk } from '../../../cli/cdk.ts';

process.exitCode = await cdk({ command: 'destroy', stage: 'example', rest: ['calf-coach-example-service'] });
