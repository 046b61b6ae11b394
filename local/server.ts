/** A small HTTP server on the loopback interface, and the reading of its requests. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const LOOPBACK = '127.0.0.1';
/** More than any request of ours; the handlers have limits of their own. */
const MAX_BODY = 2 * 1024 * 1024;

export interface Listening {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * Listens on a port (0 = any free one). Rejects with the error of the port being taken. A handler that fails
 * answers 500; nothing hangs.
 */
export function listen(handler: Answering, port = 0): Promise<Listening> {
  const server = createServer((request, response) => {
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => failed(response, error));
  });
  // Whoever calls ends an idle connection, never we: both may be one process, and after work that held it up
  // the end would arrive under the next call.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        server,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}

function failed(response: ServerResponse, error: unknown): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`The local run failed: ${error instanceof Error ? error.message : String(error)}\n`);
}

/**
 * The address of a request. A path that begins with two slashes stays a path: it names no host.
 */
export function urlOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  return url.startsWith('/') ? new URL(`http://localhost${url}`) : new URL(url, 'http://localhost');
}

/** The whole body, cut at two megabytes. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= MAX_BODY) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
