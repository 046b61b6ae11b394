/**
 * A stage on its way into an account: what is kept first, then the certificate, with one table of all DNS
 * records while that waits, then the service. Broken off anywhere and run again it goes on.
 */

import { type StackRole, stackName } from '../../infra/calf-coach.ts';
import { ruleSetName } from '../../infra/constructs/inbound.ts';
import type { StageSettings } from '../../infra/stages.ts';
import type { Cloud } from './cloud.ts';
import { type DnsRecord, dnsTable, recordsOf } from './dns-table.ts';

/** How long we wait beside the person who sets the records. */
export const PATIENCE_MINUTES = 30;
const LOOK_EVERY_MS = 10_000;

export interface Deploying {
  readonly settings: StageSettings;
  readonly cloud: Cloud;
  /** Deploys one stack to its end; false when the CDK failed or a question was not answered. */
  readonly deployStack: (stack: string, signal?: AbortSignal) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly time: Time;
}
export interface Time {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** True when everything is deployed; all that an operator has to do next has been said. */
export async function deployStage(job: Deploying): Promise<boolean> {
  const { settings, cloud, deployStack, say } = job;
  const stack = (role: StackRole): string => stackName(settings.name, role);
  if (!(await deployStack(stack('data')))) return false;
  const records = recordsOf(await cloud.outputs(stack('data')));
  if (!(await deployCertificate(job, stack('certificate'), records))) return false;
  if (!(await deployStack(stack('service')))) return false;
  const outputs = await cloud.outputs(stack('service'));
  if (settings.hostedZoneId === undefined)
    say(
      '\nThe last record, which shows the pages under their name:\n' +
        dnsTable([{ type: 'CNAME', name: settings.siteDomain, value: outputs['SitePointsTo'] ?? '' }]),
    );
  await receive(job);
  say(
    `\nA mail of AWS is on its way to ${settings.alarmAddress}: confirm it, or no alarm reaches you.\n` +
      `Then look whether all is well: npm run coach -- doctor --stage ${settings.name}\n`,
  );
  return true;
}

async function deployCertificate(
  { settings, cloud, deployStack, say, time }: Deploying,
  stack: string,
  records: readonly DnsRecord[],
): Promise<boolean> {
  // With a zone in Route 53 the record is set by AWS itself.
  if (settings.hostedZoneId !== undefined) return deployStack(stack);
  const stop = new AbortController();
  const begun = time.now();
  const going = { over: null as boolean | null };
  const goesOn = (await cloud.stackStatus(stack)) === 'CREATE_IN_PROGRESS';
  const end = goesOn
    ? null
    : deployStack(stack, stop.signal).then((done) => {
        going.over = done;
      });
  const overNow = async (): Promise<boolean | null> => {
    if (!goesOn) return going.over;
    const status = await cloud.stackStatus(stack);
    return status === 'CREATE_IN_PROGRESS' ? null : status === 'CREATE_COMPLETE';
  };
  for (let told = false; ; ) {
    const over = await overNow();
    if (over !== null) return over;
    const pending = told ? null : await cloud.pendingRecord(settings.siteDomain);
    if (pending !== null) {
      told = true;
      say(waitingText(settings, [pending, ...records]));
    }
    if (time.now() - begun >= PATIENCE_MINUTES * 60_000) {
      stop.abort();
      await end;
      say(
        `\nThe certificate has waited for ${PATIENCE_MINUTES} minutes and its record is not seen yet. ` +
          'Nothing is lost: set the records, then run it again, it goes on.\n',
      );
      return false;
    }
    await Promise.race([time.sleep(LOOK_EVERY_MS), ...(end === null ? [] : [end])]);
  }
}

const waitingText = ({ siteDomain }: StageSettings, records: readonly DnsRecord[]): string =>
  `\nSet these DNS records now; the first one is what the certificate waits for. The name ${siteDomain} ` +
  `itself follows at the end.\n${dnsTable(records)}\n`;

/** An account has one active rule set a region: ours becomes it where there is none; none is stolen. */
async function receive({ settings, cloud, say }: Deploying): Promise<void> {
  if (settings.receiptRuleSet !== undefined) return;
  const [active, own] = [await cloud.activeRuleSet(), ruleSetName(settings.name)];
  if (active === own) return;
  if (active === null) {
    await cloud.setActiveRuleSet(own);
    say('\nReplies are received from now on.\n');
    return;
  }
  say(
    `\nReplies are not received yet: this region has the active rule set "${active}" already. ` +
      `Add "receiptRuleSet": "${active}" to the stage ${settings.name} in cdk.json and deploy again.\n`,
  );
}
