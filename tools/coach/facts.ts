/** What `doctor` looks at: the account, its mail service, names and pages of a stage, as they are now. */
import { resolveMx, resolveTxt } from 'node:dns/promises';
import { placesOf } from '../../functions/shell/store/places.ts';
import { STACK_ROLES, type StackRole, stackName } from '../../infra/calf-coach.ts';
import type { StageSettings } from '../../infra/stages.ts';
import type { Cloud } from '../stage/cloud.ts';
import { resourcesOf, type StackResource } from '../stage/resources.ts';
import {
  dbOf,
  type FunctionFacts,
  functionFacts,
  type KeyFacts,
  keyFacts,
  overdueMinutes,
} from './running-facts.ts';

export interface Identity {
  readonly domain: string;
  readonly verified: boolean;
  readonly dkim: string;
  /** Of the domain of the bounces; null where there is none. */
  readonly mailFrom: string | null;
}
export interface Facts {
  /** By what they are for; null when a stack is not there. */
  readonly stacks: Readonly<Record<StackRole, string | null>>;
  readonly identities: readonly Identity[];
  readonly mail: {
    readonly production: boolean;
    readonly sending: boolean;
    readonly daily: number;
    readonly perSecond: number;
  };
  readonly activeRuleSet: string | null;
  /** Whether whoever is woken has confirmed; null when nobody is subscribed. */
  readonly alarmConfirmed: boolean | null;
  /** Hosts, in lower case. */
  readonly replyMx: readonly string[];
  readonly dmarc: readonly string[];
  /** Status of the safety page, null when nobody answers, and how far its clock is from ours. */
  readonly page: { readonly status: number | null; readonly skewSeconds: number };
  /** Functions that may run at once in the account. */
  readonly executions: number;
  /** Status of a link that nobody was given: a page that has to ask the table for its keys. */
  readonly canary: number | null;
  readonly keys: KeyFacts | null;
  /** Minutes since the oldest alarm of a participant that nothing has worked off. */
  readonly overdue: number;
  /** Places of the programme that are taken. */
  readonly places: number;
  readonly functions: readonly FunctionFacts[];
}

/** No key has signed it: answered by the page of a dead link. */
const CANARY = '/c/canary';

const orNone = <T>(asked: Promise<readonly T[]>): Promise<readonly T[]> => asked.catch(() => []);

/** Asks everything. Only reads; the first link ever asked for makes the keys. */
export async function gather(settings: StageSettings, cloud: Cloud): Promise<Facts> {
  const { name, region, siteDomain, mailDomain, replyDomain } = settings;
  const statuses = await Promise.all(
    STACK_ROLES.map(async (role) => [role, await cloud.stackStatus(stackName(name, role))] as const),
  );
  const service = await resourcesOf(region, stackName(name, 'service'));
  const [mail, alarmConfirmed, executions, functions] = await Promise.all([
    mailFacts(region, [mailDomain, replyDomain]),
    isConfirmed(region, service),
    executionsOf(region),
    functionFacts(region, service),
  ]);
  // Before the keys are looked at: whoever opens a link first makes them.
  const canary = await statusOf(`https://${siteDomain}${CANARY}`);
  return {
    ...mail,
    ...(await tableFacts(region, (await cloud.outputs(stackName(name, 'data')))['TableName'])),
    stacks: Object.fromEntries(statuses) as Facts['stacks'],
    activeRuleSet: await cloud.activeRuleSet(),
    alarmConfirmed,
    executions,
    functions,
    canary,
    replyMx: (await orNone(resolveMx(replyDomain))).map(({ exchange }) => exchange.toLowerCase()),
    dmarc: (await orNone(resolveTxt(`_dmarc.${mailDomain}`))).map((parts) => parts.join('')),
    page: await pageFacts(siteDomain),
  };
}

/** Of a stage without a table there is nothing to say. */
async function tableFacts(
  region: string,
  table: string | undefined,
): Promise<Pick<Facts, 'keys' | 'overdue' | 'places'>> {
  if (table === undefined) return { keys: null, overdue: 0, places: 0 };
  const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({ region });
  try {
    const db = dbOf(client, table);
    return { keys: await keyFacts(db), overdue: await overdueMinutes(db), places: await placesOf(db) };
  } finally {
    client.destroy();
  }
}

const statusOf = (url: string): Promise<number | null> =>
  fetch(url, { redirect: 'manual' }).then(
    ({ status }) => status,
    () => null,
  );

async function pageFacts(siteDomain: string): Promise<Facts['page']> {
  try {
    const { status, headers } = await fetch(`https://${siteDomain}/safety`, { redirect: 'manual' });
    const there = Date.parse(headers.get('date') ?? '');
    const skewSeconds = Number.isNaN(there) ? 0 : Math.round((Date.now() - there) / 1000);
    return { status, skewSeconds };
  } catch {
    return { status: null, skewSeconds: 0 };
  }
}

async function mailFacts(
  region: string,
  domains: readonly string[],
): Promise<Pick<Facts, 'mail' | 'identities'>> {
  const ses = await import('@aws-sdk/client-sesv2');
  const client = new ses.SESv2Client({ region });
  const account = await client.send(new ses.GetAccountCommand({}));
  const identities = domains.map(async (domain): Promise<Identity> => {
    try {
      const found = await client.send(new ses.GetEmailIdentityCommand({ EmailIdentity: domain }));
      return {
        domain,
        verified: found.VerifiedForSendingStatus === true,
        dkim: found.DkimAttributes?.Status ?? 'NOT_STARTED',
        mailFrom: found.MailFromAttributes?.MailFromDomainStatus ?? null,
      };
    } catch (fault) {
      if (!(fault instanceof ses.NotFoundException)) throw fault;
      return { domain, verified: false, dkim: 'NOT_STARTED', mailFrom: null };
    }
  });
  return {
    mail: {
      production: account.ProductionAccessEnabled === true,
      sending: account.SendingEnabled === true,
      daily: account.SendQuota?.Max24HourSend ?? 0,
      perSecond: account.SendQuota?.MaxSendRate ?? 0,
    },
    identities: await Promise.all(identities),
  };
}

async function isConfirmed(region: string, service: readonly StackResource[]): Promise<boolean | null> {
  const sns = await import('@aws-sdk/client-sns');
  const topics = new sns.SNSClient({ region });
  for (const { type, id: TopicArn } of service) {
    if (type !== 'AWS::SNS::Topic') continue;
    const { Subscriptions = [] } = await topics.send(new sns.ListSubscriptionsByTopicCommand({ TopicArn }));
    const person = Subscriptions.find(({ Protocol }) => Protocol === 'email');
    if (person !== undefined) return person.SubscriptionArn?.startsWith('arn:') === true;
  }
  return null;
}

async function executionsOf(region: string): Promise<number> {
  const lambda = await import('@aws-sdk/client-lambda');
  const client = new lambda.LambdaClient({ region });
  const { AccountLimit } = await client.send(new lambda.GetAccountSettingsCommand({}));
  return AccountLimit?.ConcurrentExecutions ?? 0;
}
