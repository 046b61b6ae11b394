/** Functions, routes, environment and permissions, read off the template. */
import { describe, expect, it } from 'vitest';
import {
  environments,
  FUNCTION_NAMES,
  type FunctionName,
  readEnvironment,
} from '../../functions/shell/env.ts';
import { ROOT, textFiles } from '../../tools/quality/guards/tree.ts';
import { functionName, ofType, type Resource, target, templates, type Value } from './synthesised.ts';

const { data, service } = templates();
const functions = ofType(service, 'AWS::Lambda::Function');
const byName = (name: string): Resource => functions.find((resource) => functionName(resource) === name)!;

/**
 * Replaces intrinsics by a value of the right shape: addresses of queues by an address, the rest by a name.
 */
function resolved(value: Value): string {
  if (typeof value === 'string') return value;
  const id = target(value) ?? String(value['Fn::ImportValue']);
  const queue = service.some((resource) => resource.id === id && resource.type === 'AWS::SQS::Queue');
  return queue ? `https://sqs.eu-west-1.amazonaws.com/000000000000/${id}` : id;
}

describe('the functions', () => {
  it('are all there, once', () => {
    expect(functions.map(functionName).sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  it.each([...FUNCTION_NAMES])('%s runs on the current Node on arm64 with its size said', (name) => {
    const { properties } = byName(name);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
    expect(properties.MemorySize).toBeGreaterThanOrEqual(256);
    expect(properties.Timeout).toBeLessThanOrEqual(60);
  });

  it.each([...FUNCTION_NAMES])('%s writes JSON to a log of its own, kept for 30 days', (name) => {
    const { LoggingConfig } = byName(name).properties;
    expect(LoggingConfig).toMatchObject({ LogFormat: 'JSON', ApplicationLogLevel: 'INFO' });
    const log = service.find((resource) => resource.id === target(LoggingConfig.LogGroup))!;
    expect(log.type).toBe('AWS::Logs::LogGroup');
    expect(log.properties.RetentionInDays).toBe(30);
  });

  it('share no log and no role', () => {
    expect(new Set(functions.map(({ properties }) => target(properties.LoggingConfig.LogGroup))).size).toBe(
      functions.length,
    );
    expect(new Set(functions.map(({ properties }) => target(properties.Role))).size).toBe(functions.length);
  });

  it.each([...FUNCTION_NAMES])('%s finds its environment complete and nothing it does not know', (name) => {
    const given: Record<string, Value> = byName(name).properties.Environment.Variables;
    const plain = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, resolved(value)]));
    expect(() => readEnvironment(name, plain)).not.toThrow();
    expect(Object.keys(given).filter((key) => !(key in environments[name].shape))).toEqual([]);
  });

  it('canary: a variable that is missing or malformed would be named', () => {
    const plain = Object.fromEntries(
      Object.entries(byName('send').properties.Environment.Variables).map(([key, value]) => [
        key,
        resolved(value),
      ]),
    );
    expect(() => readEnvironment('send', { ...plain, MAIL_FROM_ADDRESS: undefined })).toThrow(
      'MAIL_FROM_ADDRESS',
    );
    expect(() => readEnvironment('send', { ...plain, SITE_URL: 'https://coach.example.org/' })).toThrow(
      'SITE_URL',
    );
  });
});

describe('the routes', () => {
  /**
   * docs/contract.md §2, the routes this system has, with every method; everything unknown goes to the
   * function with the dead-link page.
   */
  const CONTRACT: Readonly<Record<string, FunctionName>> = {
    'ANY /': 'signup',
    'ANY /programme': 'signup',
    'ANY /safety': 'signup',
    'ANY /privacy': 'signup',
    'ANY /signup': 'signup',
    'ANY /signup/sent': 'signup',
    'ANY /drawings/{file}': 'signup',
    'ANY /favicon.svg': 'signup',
    'ANY /{proxy+}': 'signup',
    'ANY /confirm/{token}': 'enrol',
    'ANY /start/{token}': 'enrol',
    'ANY /c/{token}': 'check-in',
    'ANY /c/{token}/{answer}': 'check-in',
    'ANY /w/{token}': 'check-in',
    'ANY /me/{token}': 'account',
    'ANY /me/{token}/summary': 'account',
    'ANY /u/{token}': 'account',
    'ANY /fresh/{token}': 'records',
    'ANY /cal/{token}': 'records',
    'ANY /running/{token}': 'running',
    'ANY /shoes/{token}': 'running',
  };

  it('are those of the contract, each at its function', () => {
    const integrations = new Map(
      ofType(service, 'AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [
        id,
        target(properties.IntegrationUri),
      ]),
    );
    const names = new Map(functions.map((resource) => [resource.id, functionName(resource)]));
    const found = ofType(service, 'AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const integration: string = properties.Target['Fn::Join'][1]
        .map((part: Value) => target(part))
        .find((id: string | null) => id !== null);
      return [properties.RouteKey, names.get(integrations.get(integration) ?? '')];
    });
    expect(Object.fromEntries(found)).toEqual(CONTRACT);
  });

  it('are throttled, and their log names no path, no query, no network address, no agent', () => {
    const [stage] = ofType(service, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
    const format: string = stage?.properties.AccessLogSettings.Format;
    expect(Object.keys(JSON.parse(format))).toContain('requestId');
    expect(format).not.toMatch(
      /\$context\.(path|resourcePath|identity|domainName|authorizer|customDomain|protocol|http\.|integration\.)|querystring|sourceIp|userAgent|header/i,
    );
  });

  it('have one door, with TLS 1.2', () => {
    expect(ofType(service, 'AWS::ApiGatewayV2::Api')[0]?.properties).toMatchObject({
      ProtocolType: 'HTTP',
      DisableExecuteApiEndpoint: true,
    });
    expect(ofType(service, 'AWS::ApiGatewayV2::DomainName')[0]?.properties).toMatchObject({
      DomainName: 'coach.example.org',
      DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }],
    });
  });
});

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly Value[];
  readonly condition: Value;
  readonly effect: string;
}

const list = (value: Value): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Every statement of the policies that name the function's role. */
function statementsOf(name: string): readonly Statement[] {
  const role = target(byName(name).properties.Role);
  return ofType(service, 'AWS::IAM::Policy')
    .filter(({ properties }) => list(properties.Roles).some((value) => target(value) === role))
    .flatMap(({ properties }) => list(properties.PolicyDocument.Statement))
    .map((one) => ({
      actions: list(one.Action),
      resources: list(one.Resource),
      condition: one.Condition,
      effect: one.Effect,
    }));
}

const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const COMMIT = [
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];
const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
];
const ALLOWED: Readonly<Record<FunctionName, readonly string[]>> = {
  signup: [...COMMIT, ...LOG, 'sqs:SendMessage'],
  enrol: [...COMMIT, ...LOG, 'sqs:SendMessage'],
  'check-in': [...COMMIT, ...LOG, 'sqs:SendMessage'],
  account: [...COMMIT, ...LOG, 'sqs:SendMessage'],
  records: [...COMMIT, ...LOG, 'sqs:SendMessage'],
  running: [...COMMIT, ...LOG, 'sqs:SendMessage'],
  dispatch: ['dynamodb:Query', ...LOG, 'sqs:SendMessage'],
  send: [...COMMIT, ...LOG, ...CONSUME, 'ses:SendRawEmail', 'sqs:SendMessage'],
  feedback: [...COMMIT, ...LOG, ...CONSUME, 'sqs:SendMessage'],
  inbound: [...COMMIT, ...LOG, 's3:GetObject', 'sqs:SendMessage'],
};

describe('the permissions', () => {
  it.each([...FUNCTION_NAMES])('of %s are exactly the listed ones', (name) => {
    const actions = [...new Set(statementsOf(name).flatMap((statement) => statement.actions))].sort();
    expect(actions).toEqual([...ALLOWED[name]].sort());
  });

  it('cover every call the shell makes to the table, and no other', () => {
    const shell = textFiles(ROOT).filter(({ name }) => name.startsWith('functions/') && name.endsWith('.ts'));
    const calls = new Set(shell.flatMap(({ text }) => text.match(/\b[A-Z]\w+(?=Command\()/g) ?? []));
    // A transaction asks for the permission of each kind of action in it.
    const inTransactions = new Set(
      shell.flatMap(({ text }) =>
        text.includes('Action') ? (text.match(/\b(?:Put|Update|Delete|ConditionCheck)(?=: \{)/g) ?? []) : [],
      ),
    );
    const table = [...calls]
      .filter((call) => /Item|Query|Scan|Statement/.test(call) && call !== 'TransactWriteItems')
      .concat([...inTransactions].map((kind) => `${kind}Item`));
    expect([...new Set(table)].map((call) => `dynamodb:${call}`).sort()).toEqual(COMMIT);
    expect(calls).toContain('TransactWriteItems');
    expect([...calls].filter((call) => !/Item|Query/.test(call)).sort()).toEqual([
      'SendMessageBatch',
      'SendRawEmail',
    ]);
  });

  it('name neither every action nor every resource, anywhere', () => {
    const statements = FUNCTION_NAMES.flatMap(statementsOf);
    expect(statements.length).toBeGreaterThan(FUNCTION_NAMES.length);
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    // A log group's own ARN ends in `:*`: that is its streams, and comes as an attribute, not as text.
    const wide = statements
      .flatMap(({ resources }) => resources)
      .filter((resource) => JSON.stringify(resource).includes('*'));
    // Nobody knows the name of a mail before it comes: every object of the one bucket of replies, for the one
    // function that reads them.
    expect(wide.map((resource) => JSON.stringify(resource))).toEqual([
      expect.stringMatching(/InboundMails\w+","Arn"\]},"\/\*"\]/),
    ]);
    expect(statements.filter(({ effect }) => effect !== 'Allow')).toEqual([]);
  });

  it('come from no managed policy', () => {
    for (const role of ofType(service, 'AWS::IAM::Role'))
      expect(role.properties.ManagedPolicyArns, role.id).toBeUndefined();
    expect(service.filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('let send alone mail, from one address, through the identity and both sets', () => {
    for (const name of FUNCTION_NAMES.filter((one) => one !== 'send')) {
      expect(
        statementsOf(name)
          .flatMap(({ actions }) => actions)
          .filter((action) => action.startsWith('ses:')),
        name,
      ).toEqual([]);
    }
    const mailing = statementsOf('send').filter(({ actions }) =>
      actions.some((action) => action.startsWith('ses:')),
    );
    expect(mailing).toHaveLength(1);
    expect(mailing[0]?.condition).toEqual({ StringEquals: { 'ses:FromAddress': 'coach@mail.example.org' } });
    const resources = mailing[0]?.resources.map((resource) => JSON.stringify(resource)) ?? [];
    expect(resources).toHaveLength(3);
    expect(resources.filter((resource) => resource.includes(':identity/'))).toHaveLength(1);
    expect(resources.filter((resource) => resource.includes(':configuration-set/'))).toHaveLength(2);
  });

  it('let the dispatcher read the index and nothing of the table', () => {
    const reads = statementsOf('dispatch').filter(({ actions }) =>
      actions.some((action) => action.startsWith('dynamodb:')),
    );
    expect(reads).toHaveLength(1);
    expect(reads[0]?.resources).toHaveLength(1);
    expect(JSON.stringify(reads[0]?.resources[0])).toMatch(/\/index\/due"/);
  });

  it('let only the API call the pages, only the schedule the dispatcher, and only the mail service the reader of replies', () => {
    for (const { properties } of ofType(service, 'AWS::Lambda::Permission')) {
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com', 'ses.amazonaws.com']).toContain(
        properties.Principal,
      );
      expect(properties.SourceArn ?? properties.SourceAccount).toBeDefined();
    }
  });
});

describe('the table', () => {
  const [table] = ofType(data, 'AWS::DynamoDB::Table');

  it('costs nothing at rest, is encrypted, and can be brought back', () => {
    expect(table?.properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('cannot be lost by a release', () => {
    expect(table?.properties.DeletionProtectionEnabled).toBe(true);
    expect(table?.whole).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('has one sparse index that holds keys only', () => {
    expect(table?.properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(table?.properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'duePk', KeyType: 'HASH' },
          { AttributeName: 'dueSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  it('is the only thing its stack keeps', () => {
    expect(data.map(({ type }) => type)).toEqual(['AWS::DynamoDB::Table']);
  });
});
