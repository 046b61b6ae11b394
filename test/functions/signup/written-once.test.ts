/** Pages that are the same for everybody are written once a process, and have the same bytes ever after. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../../functions/shell/app.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { WEB_ENVIRONMENT } from '../../support/web-environment.ts';

let reads = 0;
/** Counts how often anything of it is looked at. */
const watched: Curriculum = new Proxy(theCurriculum(), {
  get: (target, name, receiver): unknown => {
    reads += 1;
    return Reflect.get(target, name, receiver);
  },
});

const asked = (path: string): APIGatewayProxyEventV2 =>
  ({
    version: '2.0',
    routeKey: `ANY ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'calf.example.org' },
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'x' },
      domainName: 'calf.example.org',
    },
  }) as unknown as APIGatewayProxyEventV2;

let get: (path: string) => Promise<{ readonly statusCode?: number; readonly body?: string }>;
beforeAll(async () => {
  for (const [name, value] of Object.entries(WEB_ENVIRONMENT)) process.env[name] = value;
  const { makeHandler } = await import('../../../functions/signup/handler.ts');
  const handler = makeHandler(makeApp('signup', { ...WEB_ENVIRONMENT }, { curriculum: watched }));
  get = async (path) =>
    (await handler(asked(path))) as { readonly statusCode?: number; readonly body?: string };
});

describe('a page that is the same for everybody', () => {
  it.each(['/', '/programme', '/questions', '/safety', '/privacy', '/signup/sent'])(
    '%s is written once and stays the same',
    async (path) => {
      reads = 0;
      const first = await get(path);
      expect(first.statusCode).toBe(200);
      expect(first.body).toContain('<html');
      expect(reads).toBeGreaterThan(0);
      reads = 0;
      expect((await get(path)).body).toBe(first.body);
      expect(reads).toBe(0);
    },
  );

  it('a page with a choice in it is written for whoever asks', async () => {
    await get('/signup');
    reads = 0;
    await get('/signup');
    expect(reads).toBeGreaterThan(0);
  });
});
