/**
 * A local S3 that can do what our function asks of it: GET of an object, whole or by a range. Puts come from
 * the local SES, inside the process.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOOPBACK, listen } from '../server.ts';

export interface LocalBucket {
  readonly endpoint: string;
  put(key: string, content: Buffer): void;
  clear(): void;
  close(): Promise<void>;
}

export async function startBucket(name: string): Promise<LocalBucket> {
  const objects = new Map<string, Buffer>();
  const server = await listen((request, response) => answer(request, response));

  function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): void {
    const key = url?.startsWith(`/${name}/`) === true ? url.slice(name.length + 2) : '';
    const object = objects.get(key);
    // Whether the signature is right is for AWS to say; that there is one is for us.
    if (method !== 'GET' || headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true)
      return void response.writeHead(403).end();
    if (object === undefined)
      return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
    if (range === null) return void response.writeHead(200).end(object);
    const from = Number(range[1]);
    if (from >= object.length) return void response.writeHead(416).end();
    response.writeHead(206).end(object.subarray(from, Number(range[2]) + 1));
  }

  return {
    endpoint: `http://${LOOPBACK}:${server.port}`,
    put: (key, content) => void objects.set(key, content),
    clear: () => objects.clear(),
    close: () => server.close(),
  };
}
