/** A site that does everything wrong which group F forbids: the planted violations of its rules. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type GateMail, mailOf } from '../mail.ts';
import { exampleMails } from '../matrix.ts';
import type { Site } from '../site.ts';

const TOKEN = 'AQECAwQFBgcICQoLDA0ODxAREhMUFRYX';

/**
 * GET records, the page submits itself, a link dies when used, leaving redirects and leaves nobody, nothing
 * is kept from anybody.
 */
export async function startBadSite(): Promise<Site> {
  let level = 1;
  const opened: string[] = [];
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    request.resume();
    if (method === 'POST' && url.startsWith('/u/'))
      return void response.writeHead(302, { location: '/', 'set-cookie': 'a=b' }).end();
    if (method === 'POST') {
      level += 1;
      return void response.writeHead(200).end('saved');
    }
    const used = opened.includes(url);
    opened.push(url);
    response.writeHead(used ? 410 : 200, { 'content-type': 'text/html', 'cache-control': 'public' });
    response.end(
      `<main><form method="post"><button>Save</button></form></main><script>fetch(location.href,{method:'POST'})</script>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mail = await checkInMail(origin);
  return {
    origin,
    mails: () => Promise.resolve([mail]),
    open: async (url, init = {}) => {
      const response = await fetch(new URL(url, origin), { redirect: 'manual', ...init });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
    known: () => Promise.resolve(`${opened.length} ${level}`),
    stands: () => Promise.resolve(['active', `LV${level}`, 'R0', 'FC1']),
    advance: () => Promise.resolve(),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function checkInMail(origin: string): Promise<GateMail> {
  for await (const { kind, view, ...rest } of exampleMails()) {
    if (kind !== 'check-in' || view === null) continue;
    const mail = await mailOf(rest, view);
    const links = ['c', 'u']
      .map((page) => `<a href="${origin}/${page}/${TOKEN}${page === 'c' ? '/4' : ''}">x</a>`)
      .join('');
    return { ...mail, html: `<body>${links}</body>` };
  }
  throw new Error('there is no example of a check-in');
}
