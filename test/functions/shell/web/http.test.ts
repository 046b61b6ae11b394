/** The edge: methods, limits, headers and the one page of every dead link, through API Gateway events. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type App, makeApp } from '../../../../functions/shell/app.ts';
import { readEnvironment } from '../../../../functions/shell/env.ts';
import { makeLog } from '../../../../functions/shell/log.ts';
import type { Store } from '../../../../functions/shell/ports.ts';
import { formOf, lambda, MAX_FORM_BYTES } from '../../../../functions/shell/web/http.ts';
import { WEB_ENVIRONMENT as ENV } from '../../../support/web-environment.ts';

const lines: string[] = [];
/** No page below touches the table; one that did would fail. */
const store = {} as Store;
const app: App<'account'> = makeApp('account', ENV, {
  store,
  queue: { send: () => Promise.reject(new Error('no queue here')), depth: () => Promise.resolve(0) },
  log: makeLog({}, (line) => lines.push(line)),
});
let effects = 0;
const site = new Hono();
site.get('/me/:token', (c) => c.html('<p>page</p>'));
site.post('/me/:token', async (c) => {
  const form = await formOf(c);
  effects += 1;
  return c.json(form);
});
site.get('/u/:token', () => {
  throw new Error('broken for runner@example.net');
});
site.post('/u/:token', () => {
  throw Object.assign(new Error('changed'), { name: 'Busy' });
});
site.get('/signup', (c) => c.html('<p>form</p>'));
site.post('/signup', async (c) => {
  await formOf(c);
  return c.html('<p>runner@example.net is no address</p>', 422);
});
site.get('/safety', () => {
  throw new Error('broken');
});
const handler = lambda(app, site);

const event = (
  method: string,
  rawPath: string,
  body?: string,
  contentType = 'application/x-www-form-urlencoded',
): APIGatewayProxyEventV2 =>
  ({
    version: '2.0',
    routeKey: `${method} /x`,
    rawPath,
    rawQueryString: '',
    headers: { host: 'calf.example.org', 'content-type': contentType },
    isBase64Encoded: false,
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'x' },
      domainName: 'calf.example.org',
    },
    ...(body === undefined ? {} : { body }),
  }) as unknown as APIGatewayProxyEventV2;

describe('methods', () => {
  test('HEAD is the GET page without its body', async () => {
    const [get, head] = [await handler(event('GET', '/me/t')), await handler(event('HEAD', '/me/t'))];
    expect([get.statusCode, get.body]).toEqual([200, '<p>page</p>']);
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers).toEqual(get.headers);
  });
  test.each(['/me/t', '/u/t', '/nowhere'])('OPTIONS %s is an empty 204', async (path) => {
    const before = effects;
    const answer = await handler(event('OPTIONS', path));
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(effects).toBe(before);
  });
  test.each(['PUT', 'PATCH', 'DELETE'])('%s is nothing here', async (method) => {
    expect((await handler(event(method, '/me/t'))).statusCode).toBe(404);
  });
});

describe('forms', () => {
  const filled = (bytes: number) => `note=${'x'.repeat(bytes - 5)}`;
  const table: readonly [string, string | undefined, string, number, number][] = [
    ['one that fills the limit', filled(MAX_FORM_BYTES), 'application/x-www-form-urlencoded', 200, 1],
    ['one byte more', filled(MAX_FORM_BYTES + 1), 'application/x-www-form-urlencoded', 413, 0],
    [
      'letters of several bytes',
      `note=${'é'.repeat(MAX_FORM_BYTES / 2)}`,
      'application/x-www-form-urlencoded',
      413,
      0,
    ],
    ['a character set beside the type', 'a=1', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8', 200, 1],
    ['JSON', '{"a":1}', 'application/json', 415, 0],
    ['a file upload', 'a=1', 'multipart/form-data; boundary=x', 415, 0],
    ['plain text', 'a=1', 'text/plain', 415, 0],
    ['nothing', undefined, 'text/plain', 200, 1],
  ];
  test.each(table)('%s', async (_, body, type, status, done) => {
    const before = effects;
    expect((await handler(event('POST', '/me/t', body, type))).statusCode).toBe(status);
    expect(effects - before).toBe(done);
  });
});

describe('errors', () => {
  test('what broke is a page that says nothing of it, and a log line without the person', async () => {
    lines.length = 0;
    const answer = await handler(event('GET', '/u/t'));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('/safety');
    expect(answer.body).not.toMatch(/broken|runner@/);
    expect(lines.join()).toContain('broken for [address]');
  });
  test('somebody else at the same moment is a 503', async () => {
    expect((await handler(event('POST', '/u/t'))).statusCode).toBe(503);
  });
  test('the page of a dead link is the same bytes whatever the path', async () => {
    const pages = await Promise.all(
      ['/nowhere', '/me', '/c/x/y/z', '/%00', `/${'a'.repeat(4000)}`].map((path) =>
        handler(event('GET', path)),
      ),
    );
    for (const page of pages) expect([page.statusCode, page.body]).toEqual([404, pages[0]!.body]);
  });
});

test('every answer has the security headers and none sets a cookie', async () => {
  const asked = [
    event('GET', '/me/t'),
    event('GET', '/nowhere'),
    event('GET', '/u/t'),
    event('POST', '/u/t'),
    event('POST', '/me/t', '{}', 'application/json'),
    event('OPTIONS', '/me/t'),
  ];
  for (const one of asked) {
    const { headers = {}, cookies } = await handler(one);
    expect(cookies ?? []).toEqual([]);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  }
});

test('no token and no address of a visitor is logged', async () => {
  lines.length = 0;
  await handler(event('GET', '/me/SECRETTOKEN'));
  await handler(event('GET', '/nowhere/SECRETTOKEN'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toMatch(/SECRETTOKEN|192\.0\.2\.1/);
});

test('a missing or malformed variable stops the start with its name', () => {
  for (const name of Object.keys(ENV)) {
    const { [name as keyof typeof ENV]: _, ...rest } = ENV;
    expect(() => readEnvironment('account', rest), name).toThrow(name);
  }
  expect(() => readEnvironment('account', { ...ENV, SITE_URL: 'https://calf.example.org/' })).toThrow(
    'SITE_URL',
  );
});

test('a port that a function was not given is a mistake that is named', async () => {
  expect(() => app.mailer).toThrow('account has a mailer');
  const dispatch = makeApp(
    'dispatch',
    { ...ENV, SENDING_RATE: '1' },
    {
      store: { ...store, keys: () => Promise.reject(new Error('unused')) },
    },
  );
  await expect(dispatch.links(null)).rejects.toThrow('knows the site');
});

describe('what may be cached', () => {
  const keeping = async (method: string, path: string, body?: string, type?: string) => {
    const answer = await handler(event(method, path, body, type));
    const headers = answer.headers ?? {};
    return [answer.statusCode, headers['cache-control'], headers['x-robots-tag'] ?? null];
  };
  test('is an open page that is well, and nothing else', async () => {
    expect(await keeping('GET', '/signup')).toEqual([200, 'public, max-age=300', null]);
    expect(await keeping('HEAD', '/signup')).toEqual([200, 'public, max-age=300', null]);
  });
  test.each([
    ['a form with errors', 'POST', '/signup', 'email=x', undefined, 422],
    ['a form that is too large', 'POST', '/signup', 'x='.padEnd(MAX_FORM_BYTES + 1, 'x'), undefined, 413],
    ['a form of another type', 'POST', '/signup', '{}', 'application/json', 415],
    ['a method nobody offers', 'PUT', '/', 'x=1', undefined, 404],
    ['an open page that fails', 'GET', '/safety', undefined, undefined, 500],
    ['OPTIONS', 'OPTIONS', '/', undefined, undefined, 204],
  ] as const)('not %s', async (_what, method, path, body, type, status) => {
    expect(await keeping(method, path, body, type)).toEqual([status, 'no-store', 'noindex, nofollow']);
  });
});
