/** Functions, routes and environment, read off the template. */
import { describe, expect, it } from 'vitest';
import {
  environments,
  FUNCTION_NAMES,
  type FunctionName,
  readEnvironment,
} from '../../functions/shell/env.ts';
import {
  aliasOf,
  called,
  functionName,
  ofType,
  type Resource,
  target,
  templates,
  type Value,
} from './synthesised.ts';

const { service } = templates();
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

const list = (value: Value): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

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
    expect(JSON.stringify(log.properties.DataProtectionPolicy)).toContain('data-identifier/EmailAddress');
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
    'ANY /questions': 'signup',
    'ANY /safety': 'signup',
    'ANY /privacy': 'signup',
    'ANY /signup': 'signup',
    'ANY /signup/sent': 'signup',
    'ANY /drawings/{file}': 'signup',
    'ANY /favicon.svg': 'signup',
    'ANY /{proxy+}': 'signup',
    'ANY /confirm/{token}': 'enrol',
    'ANY /start/{token}': 'enrol',
    'ANY /x/{token}': 'running',
    'ANY /x/{token}/{session}': 'running',
    'ANY /l/{id}': 'running',
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
        functionName(called(service, properties.IntegrationUri)),
      ]),
    );
    const found = ofType(service, 'AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const integration: string = properties.Target['Fn::Join'][1]
        .map((part: Value) => target(part))
        .find((id: string | null) => id !== null);
      return [properties.RouteKey, integrations.get(integration)];
    });
    expect(Object.fromEntries(found)).toEqual(CONTRACT);
  });

  it('have a share each, so that nobody who floods the front door shuts the safety page or a way out', () => {
    const [stage] = ofType(service, 'AWS::ApiGatewayV2::Stage');
    const shares = stage?.properties.RouteSettings as Record<string, { ThrottlingRateLimit: number }>;
    expect(Object.keys(shares).sort()).toEqual(Object.keys(CONTRACT).sort());
    const rateOf = (route: string): number => shares[route]?.ThrottlingRateLimit ?? 0;
    const strangers = ['ANY /', 'ANY /programme', 'ANY /questions', 'ANY /privacy', 'ANY /signup'].concat(
      'ANY /{proxy+}',
    );
    const people = Object.keys(CONTRACT).filter((route) => /token|safety/.test(route));
    expect(people.length).toBeGreaterThan(10);
    for (const route of people)
      for (const open of strangers) expect(rateOf(route), route).toBeGreaterThan(rateOf(open));
    // A share is refused while its route is not there.
    const routes = ofType(service, 'AWS::ApiGatewayV2::Route').map(({ id }) => id);
    expect(list(stage?.whole.DependsOn)).toEqual(expect.arrayContaining(routes));
  });

  it('are called by the name that a release and a roll-back move', () => {
    const aliases = ofType(service, 'AWS::Lambda::Alias');
    expect(aliases.map((alias) => functionName(called(service, { Ref: alias.id }))).sort()).toEqual(
      [...FUNCTION_NAMES].sort(),
    );
    for (const { properties } of aliases) expect(properties.Name).toBe('live');
    const callers = [
      ...ofType(service, 'AWS::ApiGatewayV2::Integration').map(({ properties }) => properties.IntegrationUri),
      ...ofType(service, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => properties.FunctionName),
      ...ofType(service, 'AWS::Lambda::Permission').map(({ properties }) => properties.FunctionName),
      ofType(service, 'AWS::Events::Rule')[0]?.properties.Targets[0].Arn,
      ofType(service, 'AWS::SES::ReceiptRule')[0]?.properties.Rule.Actions[1].LambdaAction.FunctionArn,
    ];
    expect(callers.length).toBeGreaterThan(15);
    for (const caller of callers) expect(aliasOf(service, caller), JSON.stringify(caller)).toBeDefined();
    for (const version of ofType(service, 'AWS::Lambda::Version'))
      expect(version.whole.DeletionPolicy, version.id).toBe('Retain');
  });

  it('are throttled, and their log names no path, no query, no network address, no agent', () => {
    const [stage] = ofType(service, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 10,
      ThrottlingBurstLimit: 20,
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
