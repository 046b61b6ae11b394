/**
 * Drawings and the mark as the bundle serves them: the bytes of the repository, kept for ever under the name
 * of this version, shown in any mail program.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../functions/shell/clock.ts';
import { DRAWINGS_FOLDER, drawingFile } from '../../../tools/build/drawings.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

const ENVIRONMENT = {
  TABLE_NAME: 'drawings-only',
  STAGE: 'test',
  SITE_URL: 'https://calf.example.org',
  OPERATOR_NAME: 'Riverside Running Club',
  OPERATOR_POSTAL: '12 Mill Lane, Bristol',
  OPERATOR_EMAIL: 'coach@riverside.example.org',
  MAIL_DOMAIN: 'mail.coach.example',
  REPLY_DOMAIN: 'reply.coach.example',
  URGENT_QUEUE_URL: 'http://127.0.0.1:9/urgent',
  ROUTINE_QUEUE_URL: 'http://127.0.0.1:9/routine',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
type Answering = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
let signup: Answering;
beforeAll(async () => {
  Object.assign(process.env, ENVIRONMENT);
  const bundle = (await import(pathToFileURL(path.join(ROOT, 'dist/signup/index.mjs')).href)) as {
    create(ports: object): Answering;
  };
  signup = bundle.create({ clock: systemClock, log: quiet });
});

const get = (rawPath: string): Promise<APIGatewayProxyStructuredResultV2> =>
  signup({
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    },
  } as unknown as APIGatewayProxyEventV2);
const bytes = ({ body, isBase64Encoded }: APIGatewayProxyStructuredResultV2): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');

describe('a drawing on the site', () => {
  it.each([
    ['.svg', 'image/svg+xml'],
    ['.png', 'image/png'],
    ['@2x.png', 'image/png'],
  ])('%s: the bytes of the repository, for a year, for any page', async (suffix, type) => {
    const answer = await get(`/drawings/${drawingFile('EX-08s')}${suffix}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.['content-type']).toBe(type);
    expect(answer.headers?.['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers?.['cross-origin-resource-policy']).toBe('cross-origin');
    expect(answer.headers?.['set-cookie']).toBeUndefined();
    expect(
      Buffer.compare(bytes(answer), readFileSync(path.join(ROOT, DRAWINGS_FOLDER, `EX-08s${suffix}`))),
    ).toBe(0);
  });

  it('of an older version is the drawing of today, for five minutes', async () => {
    const answer = await get('/drawings/EX-08s.0123456789@2x.png');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.['cache-control']).toBe('public, max-age=300');
  });

  it.each([
    'EX-99.0123456789.png',
    'EX-05.png',
    'EX-05.0123456789.gif',
    '..%2Findex.mjs',
    'made-of.json',
    'EX-05.0123456789@3x.png',
  ])('there is none called %s', async (name) => {
    expect((await get(`/drawings/${name}`)).statusCode).toBe(404);
  });
});

it('the mark for the tab is a drawing with colours of its own', async () => {
  const answer = await get('/favicon.svg');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers?.['content-type']).toBe('image/svg+xml');
  expect(bytes(answer).toString()).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 40 40"[^>]*><rect fill="#0a5566"/,
  );
});
