/**
 * What the operator's commands ask of the account a stage is deployed in. One port, so that every command is
 * tested without an account; credentials and endpoints come from where the SDK finds them.
 */
import type { DnsRecord } from './dns-table.ts';
import { resourcesOf } from './resources.ts';

/** A function of the service stack, and its versions in the order of their numbers. */
export interface Released {
  readonly name: string;
  readonly live: number;
  readonly versions: readonly { readonly version: number; readonly at: string }[];
}

export interface Cloud {
  /** `CREATE_COMPLETE` and so on; null when there is no such stack. */
  stackStatus(stack: string): Promise<string | null>;
  /** Empty when there is no such stack. */
  outputs(stack: string): Promise<Readonly<Record<string, string>>>;
  /** The record that a pending certificate of this name waits for; null while there is none. */
  pendingRecord(domain: string): Promise<DnsRecord | null>;
  /** The rule set by which SES receives mail in this region. */
  activeRuleSet(): Promise<string | null>;
  /** Null: SES receives no mail in this region. */
  setActiveRuleSet(name: string | null): Promise<void>;
  released(stack: string): Promise<readonly Released[]>;
  /** Moves the alias `live` of a function. */
  setLive(name: string, version: number): Promise<void>;
}

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && /does not exist|NotFound/.test(`${fault.name} ${fault.message}`);

/** The account behind the credentials of the environment, in `region`. */
export async function makeCloud(region: string): Promise<Cloud> {
  const [cfn, acm, ses] = await Promise.all([
    import('@aws-sdk/client-cloudformation'),
    import('@aws-sdk/client-acm'),
    import('@aws-sdk/client-ses'),
  ]);
  const stacks = new cfn.CloudFormationClient({ region });
  const certificates = new acm.ACMClient({ region });
  const mail = new ses.SESClient({ region });
  const describe = async (stack: string) => {
    try {
      return (await stacks.send(new cfn.DescribeStacksCommand({ StackName: stack }))).Stacks?.[0];
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  };
  return {
    stackStatus: async (stack) => (await describe(stack))?.StackStatus ?? null,
    outputs: async (stack) =>
      Object.fromEntries(
        ((await describe(stack))?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [
          OutputKey ?? '',
          OutputValue ?? '',
        ]),
      ),
    pendingRecord: async (domain) => {
      const listed = await certificates.send(
        new acm.ListCertificatesCommand({ CertificateStatuses: ['PENDING_VALIDATION'] }),
      );
      const found = listed.CertificateSummaryList?.find(({ DomainName }) => DomainName === domain);
      if (found?.CertificateArn === undefined) return null;
      const { Certificate } = await certificates.send(
        new acm.DescribeCertificateCommand({ CertificateArn: found.CertificateArn }),
      );
      const record = Certificate?.DomainValidationOptions?.[0]?.ResourceRecord;
      return record?.Name === undefined || record.Value === undefined
        ? null
        : { type: 'CNAME', name: record.Name.replace(/\.$/, ''), value: record.Value };
    },
    activeRuleSet: async () =>
      (await mail.send(new ses.DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name ?? null,
    setActiveRuleSet: async (name) => {
      await mail.send(new ses.SetActiveReceiptRuleSetCommand(name === null ? {} : { RuleSetName: name }));
    },
    ...(await releases(region)),
  };
}

async function releases(region: string): Promise<Pick<Cloud, 'released' | 'setLive'>> {
  const lambda = await import('@aws-sdk/client-lambda');
  const functions = new lambda.LambdaClient({ region });
  return {
    released: async (stack) => {
      const names = (await resourcesOf(region, stack))
        .filter(({ type }) => type === 'AWS::Lambda::Function')
        .map(({ id }) => id);
      return Promise.all(
        names.map(async (name) => {
          const [alias, versions] = await Promise.all([
            functions.send(new lambda.GetAliasCommand({ FunctionName: name, Name: 'live' })),
            functions.send(new lambda.ListVersionsByFunctionCommand({ FunctionName: name })),
          ]);
          return {
            name,
            live: Number(alias.FunctionVersion),
            versions: (versions.Versions ?? [])
              .filter(({ Version }) => Version !== '$LATEST')
              .map(({ Version, LastModified }) => ({ version: Number(Version), at: LastModified ?? '' }))
              .sort((a, b) => a.version - b.version),
          };
        }),
      );
    },
    setLive: async (name, version) => {
      await functions.send(
        new lambda.UpdateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: String(version) }),
      );
    },
  };
}
