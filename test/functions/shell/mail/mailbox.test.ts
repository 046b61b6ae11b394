/** The one signed request of our own, against the example in AWS's documentation of Signature Version 4 (GET object, with a range). */
import { expect, test } from 'vitest';
import { makeMailbox, signedGet } from '../../../../functions/shell/mail/mailbox.ts';

const EXAMPLE = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

test('the signature is the published one', () => {
  const headers = signedGet(
    new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    'bytes=0-9',
    EXAMPLE,
    '2013-05-24T00:00:00.000Z',
  );
  expect(headers['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

test('a temporary credential signs its token too', () => {
  const headers = signedGet(
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
