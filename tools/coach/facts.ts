/** What `doctor` looks at: the account, its mail service, names and pages of a stage, as they are now. */
import { resolveMx, resolveTxt } from 'node:dns/promises';
import { STACK_ROLES, type StackRole, stackName } from '../../infra/calf-coach.ts';
import type { StageSettings } from '../../infra/stages.ts';
import type { Cloud } from '../stage/cloud.ts';

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
}

const orNone = <T>(asked: Promise<readonly T[]>): Promise<readonly T[]> => asked.catch(() => []);

/** Asks everything. Only reads. */
export async function gather(settings: StageSettings, cloud: Cloud): Promise<Facts> {
  const { name, region, siteDomain, mailDomain, replyDomain } = settings;
  const statuses = await Promise.all(
    STACK_ROLES.map(async (role) => [role, await cloud.stackStatus(stackName(name, role))] as const),
  );
  const [mail, alarmConfirmed, executions] = await Promise.all([
    mailFacts(region, [mailDomain, replyDomain]),
    isConfirmed(region, stackName(name, 'service')),
    executionsOf(region),
  ]);
  return {
    ...mail,
    stacks: Object.fromEntries(statuses) as Facts['stacks'],
    activeRuleSet: await cloud.activeRuleSet(),
    alarmConfirmed,
    executions,
    replyMx: (await orNone(resolveMx(replyDomain))).map(({ exchange }) => exchange.toLowerCase()),
    dmarc: (await orNone(resolveTxt(`_dmarc.${mailDomain}`))).map((parts) => parts.join('')),
    page: await pageFacts(siteDomain),
  };
}

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

async function isConfirmed(region: string, service: string): Promise<boolean | null> {
  const [cfn, sns] = await Promise.all([
    import('@aws-sdk/client-cloudformation'),
    import('@aws-sdk/client-sns'),
  ]);
  const stacks = new cfn.CloudFormationClient({ region });
  const topics = new sns.SNSClient({ region });
  const resources = await stacks.send(new cfn.DescribeStackResourcesCommand({ StackName: service })).then(
    ({ StackResources = [] }) => StackResources,
    () => [],
  );
  for (const { ResourceType, PhysicalResourceId: TopicArn } of resources) {
    if (ResourceType !== 'AWS::SNS::Topic') continue;
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
