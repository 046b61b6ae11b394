/**
 * The real, bundled handlers: imported from dist/, their environment set before, the virtual clock and a
 * quiet log handed in.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import {
  type EnvironmentInput,
  FUNCTION_NAMES,
  type FunctionName,
  ROUTES,
} from '../../functions/shell/env.ts';
import type { Clock, Log, LogFields, Queue, Store } from '../../functions/shell/ports.ts';
import { ROOT } from '../root.ts';

export interface Lambdas {
  http(name: FunctionName, event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  dispatch(): Promise<{ readonly due: number; readonly hinted: number }>;
  send(event: SQSEvent): Promise<SQSBatchResponse>;
  feedback(event: SQSEvent): Promise<SQSBatchResponse>;
  /** SES's own event of a received mail. */
  inbound(event: unknown): Promise<void>;
}
/** Ports of one function in place of those it makes itself: a test watches what it does through them. */
export interface OwnPorts {
  readonly store?: Store;
  readonly queue?: Queue;
}
export type PortsOf = (name: FunctionName, clock: Clock) => OwnPorts;
type Handler = (event: unknown) => Promise<unknown>;
interface Bundle {
  create(overrides: { readonly clock: Clock; readonly log: Log } & OwnPorts): Handler;
}

/** All variables of all functions; they never contradict each other. */
export type LocalEnvironment = EnvironmentInput<'signup'> &
  EnvironmentInput<'dispatch'> &
  EnvironmentInput<'send'> &
  EnvironmentInput<'inbound'>;

/** The last lines the functions logged, for the bench and for tests. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
}
const KEPT_LINES = 2_000;

/** `onAlarm` is told of every line that would have woken the operator. */
export function memoryLog(lines: LogLine[], onAlarm: (line: LogLine) => void = () => undefined): Log {
  const at =
    (level: LogLine['level']) =>
    (message: string, fields: LogFields = {}): void => {
      const line = { level, message, fields };
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      if (level === 'error') onAlarm(line);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Where the build puts the bundles. */
const DIST = path.join(ROOT, 'dist');

/**
 * Imports every bundle of `folder`, after the environment has been set. The SDK finds our loopback servers by
 * its own endpoint variables; product code knows nothing of it.
 */
export async function loadLambdas(
  clock: Clock,
  log: Log,
  { folder = DIST, portsOf = () => ({}) }: { readonly folder?: string; readonly portsOf?: PortsOf } = {},
): Promise<Lambdas> {
  const handlers = new Map<FunctionName, Handler>();
  for (const name of FUNCTION_NAMES) {
    const bundle = (await import(pathToFileURL(path.join(folder, name, 'index.mjs')).href)) as Bundle;
    handlers.set(name, bundle.create({ clock, log, ...portsOf(name, clock) }));
  }
  const call = (name: FunctionName, event: unknown): Promise<unknown> => {
    const handler = handlers.get(name);
    if (handler === undefined) throw new Error(`there is no bundle of ${name}`);
    return handler(event);
  };
  return {
    http: (name, event) => call(name, event) as Promise<APIGatewayProxyStructuredResultV2>,
    dispatch: () => call('dispatch', { source: 'aws.scheduler' }) as Promise<{ due: number; hinted: number }>,
    send: (event) => call('send', event) as Promise<SQSBatchResponse>,
    feedback: (event) => call('feedback', event) as Promise<SQSBatchResponse>,
    inbound: (event) => call('inbound', event) as Promise<void>,
  };
}

/** `/c/{token}` as a pattern; a proxy route takes everything. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\{proxy\+\}/, '.*').replace(/\{[a-z]+\}/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
const TABLE = Object.entries(ROUTES).flatMap(([name, keys]) =>
  keys.map((key) => {
    const [method = 'ANY', path = '/'] = key.split(' ');
    return {
      name: name as FunctionName,
      key,
      method,
      pattern: patternOf(path),
      greedy: path.includes('{proxy+}'),
    };
  }),
);

/** The function that API Gateway would call for a request: an exact route before the proxy route. */
export function routeOf(method: string, path: string): { readonly name: FunctionName; readonly key: string } {
  const fits = TABLE.filter(
    (row) => (row.method === 'ANY' || row.method === method) && row.pattern.test(path),
  );
  const row = fits.find((r) => !r.greedy) ?? fits[0];
  if (row === undefined) throw new Error(`no route for ${method} ${path}`);
  return row;
}
