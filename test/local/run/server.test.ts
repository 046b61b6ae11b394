/** The small server under the site, the queues and the mail service of the local run. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { LOOPBACK, listen } from '../../../local/server.ts';

const hello: RequestListener = (_request, response) => void response.end('hello');
/** After how long a server says that it ends an idle connection; null when it does not. */
async function idleEnd(port: number): Promise<string | null> {
  const response = await fetch(`http://${LOOPBACK}:${port}`);
  await response.text();
  return response.headers.get('keep-alive');
}

it('ends no idle connection: a caller that was held up finds its own open', async () => {
  const { port, server, close } = await listen(hello);
  expect(await idleEnd(port)).toBeNull();
  expect(server.keepAliveTimeout).toBe(0);
  await close();
});

it('canary: a server of Node.js does, after seconds', async () => {
  const server = createServer(hello);
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  expect(await idleEnd((server.address() as AddressInfo).port)).toBe('timeout=5');
  server.closeAllConnections();
  server.close();
});
