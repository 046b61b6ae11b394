/** The removal of a service, with receiving active or not, and the words about what stays. */
import { stackName } from '../../infra/calf-coach.ts';
import { ruleSetName } from '../../infra/constructs/inbound.ts';
import type { StageSettings } from '../../infra/stages.ts';
import type { Cloud } from './cloud.ts';

/** A rule set that is active cannot be removed: ours stops receiving first. Another's is left alone. */
export async function stopReceiving(settings: StageSettings, cloud: Cloud): Promise<boolean> {
  if (settings.receiptRuleSet !== undefined) return false;
  if ((await cloud.activeRuleSet()) !== ruleSetName(settings.name)) return false;
  await cloud.setActiveRuleSet(null);
  return true;
}

/** `outputs` of the data stack; empty when it is not there. */
export function whatStays(settings: StageSettings, outputs: Readonly<Record<string, string>>): string {
  const { TableName: table, RepliesBucket: bucket } = outputs;
  if (table === undefined || bucket === undefined) return '';
  const [data, certificate] = [stackName(settings.name, 'data'), stackName(settings.name, 'certificate')];
  const at = `--region ${settings.region}`;
  return `
What stays: the people (${table}), their replies of the last seven days (${bucket}), the
identities with your DNS records, and the certificate. A later deployment goes on with all of it.
To remove that too, once and for ever, in this order:
  npm run destroy -- --stage ${settings.name} ${certificate}
  aws cloudformation update-termination-protection --stack-name ${data} ${at} \\
    --no-enable-termination-protection
  npm run destroy -- --stage ${settings.name} ${data}
  aws dynamodb update-table --table-name ${table} --no-deletion-protection-enabled ${at}
  aws dynamodb delete-table --table-name ${table} ${at}
  aws s3 rb s3://${bucket} --force ${at}
Then take your DNS records away.
`;
}
