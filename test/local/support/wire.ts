/**
 * A tap on the wire: every request the functions make while it is on, with address, headers and body, and
 * every line they print. It sits below the SDK, so that nothing our own code says about itself is believed.
 */
import { ClientRequest } from 'node:http';
import { unpacked } from '../../../functions/shell/store/items/packed.ts';
import type { World } from '../../../local/world.ts';

export type Channel = 'table' | 'queue' | 'mail' | 'bucket' | 'elsewhere';
export interface Sent {
  readonly channel: Channel;
  /** Method, path and query. */
  readonly line: string;
  readonly headers: string;
  readonly body: string;
}
export interface Tap {
  readonly sent: Sent[];
  /** Everything printed to the two standard streams. */
  readonly printed: readonly string[];
  off(): void;
}
const ENDPOINTS: Readonly<Record<string, Channel>> = {
  AWS_ENDPOINT_URL_DYNAMODB: 'table',
  AWS_ENDPOINT_URL_SQS: 'queue',
  AWS_ENDPOINT_URL_SES: 'mail',
  AWS_ENDPOINT_URL_S3: 'bucket',
};

/** `ownTable` = where the run itself looks at its table, past what can be taken down. */
function channelOf(request: ClientRequest, ownTable: string): Channel {
  const host = String(request.getHeader('host') ?? request.host);
  if (new URL(ownTable).host === host) return 'table';
  const found = Object.entries(ENDPOINTS).find(
    ([name]) => process.env[name] !== undefined && new URL(process.env[name] ?? '').host === host,
  );
  return found?.[1] ?? 'elsewhere';
}
const textOf = (chunk: unknown): string =>
  typeof chunk === 'string' ? chunk : chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : '';

/** A call to the table with every packed value as the text it holds, so that a secret in it is seen. */
const opened = (body: string): string =>
  body.replace(/"B":"([^"]+)"/g, (_, bytes: string) =>
    JSON.stringify({ S: unpacked(Buffer.from(bytes, 'base64')) }).slice(1, -1),
  );

/** Listens to the functions and to the run from now on until `off`. */
export function tapWire({ table }: Pick<World, 'table'>): Tap {
  const sent: Sent[] = [];
  const printed: string[] = [];
  const bodies = new WeakMap<ClientRequest, string>();
  const { write, end } = ClientRequest.prototype;
  ClientRequest.prototype.write = function (this: ClientRequest, ...args: Parameters<typeof write>) {
    bodies.set(this, (bodies.get(this) ?? '') + textOf(args[0]));
    return write.apply(this, args);
  } as typeof write;
  ClientRequest.prototype.end = function (this: ClientRequest, ...args: Parameters<typeof end>) {
    const body = (bodies.get(this) ?? '') + textOf(args[0]);
    const channel = channelOf(this, table.endpoint);
    sent.push({
      channel,
      line: `${this.method} ${this.path}`,
      headers: JSON.stringify(this.getHeaders()),
      body: channel === 'table' ? opened(body) : body,
    });
    return end.apply(this, args);
  } as typeof end;
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream, write: original } of streams) {
    stream.write = ((...args: Parameters<typeof original>) => {
      printed.push(textOf(args[0]));
      return original.apply(stream, args);
    }) as typeof original;
  }
  return {
    sent,
    printed,
    off: () => {
      ClientRequest.prototype.write = write;
      ClientRequest.prototype.end = end;
      for (const { stream, write: original } of streams) stream.write = original;
    },
  };
}
