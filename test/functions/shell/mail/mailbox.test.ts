/**
 * The one request that no client of the SDK makes, against the example in AWS's documentation of Signature
 * Version 4 (GET object, with a range).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { MAX_MAIL_BYTES, makeMailbox, signedGet } from '../../../../functions/shell/mail/mailbox.ts';

const EXAMPLE = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

test('the signature is the published one', async () => {
  const headers = await signedGet(
    new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    'bytes=0-9',
    EXAMPLE,
    '2013-05-24T00:00:00.000Z',
  );
  expect(headers['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

test('a temporary credential signs its token too', async () => {
  const headers = await signedGet(
    new URL('https://b.s3.amazonaws.com/x'),
    'bytes=0-9',
    { ...EXAMPLE, sessionToken: 'token' },
    '2013-05-24T00:00:00.000Z',
  );
  expect(headers['x-amz-security-token']).toBe('token');
  expect(headers['authorization']).toContain('x-amz-date;x-amz-security-token,');
});

test('a mail that cannot be fetched is a fault, so that the call comes again', async () => {
  const nowhere = makeMailbox('bucket', {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
  });
  await expect(nowhere.fetch('mail', '2026-03-02T06:00:00.000Z')).rejects.toThrow();
});

/** What a mailbox asks of an S3 that answers with `status` and `body`, and what it makes of the answer. */
async function asked(
  status: number,
  body: Uint8Array,
  variables: (endpoint: string) => Record<string, string>,
) {
  const seen: { url: string; range: string; authorization: string }[] = [];
  const server = createServer(({ url = '', headers }, answer) => {
    seen.push({ url, range: headers.range ?? '', authorization: headers.authorization ?? '' });
    answer.writeHead(status).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const environment = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
    const mailbox = makeMailbox('bucket', { ...environment, ...variables(endpoint) });
    return { mail: await mailbox.fetch('mail', '2026-03-02T06:00:00.000Z'), seen };
  } finally {
    server.close();
  }
}
const HELLO = new TextEncoder().encode('hello');

test.each([
  ['the variable of S3', (endpoint: string) => ({ AWS_ENDPOINT_URL_S3: endpoint })],
  ['the variable of every service', (endpoint: string) => ({ AWS_ENDPOINT_URL: `${endpoint}/` })],
  [
    'both: the one of S3 wins',
    (endpoint: string) => ({ AWS_ENDPOINT_URL_S3: endpoint, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }),
  ],
])('an endpoint comes from %s', async (_, variables) => {
  const { mail, seen } = await asked(206, HELLO, variables);
  expect(mail).toEqual(HELLO);
  expect(seen).toEqual([
    {
      url: '/bucket/mail',
      range: `bytes=0-${MAX_MAIL_BYTES - 1}`,
      authorization: expect.stringContaining('Credential=a/20260302/eu-west-1/s3/aws4_request'),
    },
  ]);
});

test('an empty object is an empty mail, and no more than a megabyte is taken of any', async () => {
  const s3 = (endpoint: string) => ({ AWS_ENDPOINT_URL_S3: endpoint });
  expect((await asked(416, HELLO, s3)).mail).toHaveLength(0);
  expect((await asked(200, new Uint8Array(MAX_MAIL_BYTES + 1), s3)).mail).toHaveLength(MAX_MAIL_BYTES);
  await expect(asked(404, HELLO, s3)).rejects.toThrow('S3 answered 404');
});
