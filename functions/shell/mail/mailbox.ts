/**
 * Received mail as SES puts it into S3: one ranged, signed GET, no more than the first megabyte of anything. A client of the SDK would be half the
 * bundle for this one call (docs/decisions); the signature is checked against the example that AWS publishes.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../../program/kernel/time.ts';
import type { Mailbox } from '../ports.ts';

/** A mail is read this far; text comes before attachments (reliability.md §5). */
export const MAX_MAIL_BYTES = 1024 * 1024;
const TIMEOUT_MS = 5_000;
const NO_BODY = createHash('sha256').update('').digest('hex');

export interface Signing {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

/** The headers of a signed GET of `url` (AWS Signature Version 4 for S3). `now` to the second counts. */
export function signedGet(
  url: URL,
  range: string,
  signing: Signing,
  now: Instant,
): Readonly<Record<string, string>> {
  const date = now.replace(/[-:]|\.\d+/g, '');
  const day = date.slice(0, 8);
  const headers: Record<string, string> = {
    host: url.host,
    range,
    'x-amz-content-sha256': NO_BODY,
    'x-amz-date': date,
    ...(signing.sessionToken === undefined ? {} : { 'x-amz-security-token': signing.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const list = names.join(';');
  const canonical = [
    'GET',
    url.pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    list,
    NO_BODY,
  ].join('\n');
  const scope = `${day}/${signing.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const key = [signing.region, 's3', 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(`AWS4${signing.secretAccessKey}`, day),
  );
  const signature = hmac(key, text).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${signing.accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`,
  };
}

function signingOf(source: Readonly<Record<string, string | undefined>>): Signing {
  const {
    AWS_REGION: region = '',
    AWS_ACCESS_KEY_ID: accessKeyId = '',
    AWS_SECRET_ACCESS_KEY: secretAccessKey = '',
  } = source;
  const sessionToken = source['AWS_SESSION_TOKEN'];
  return {
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined || sessionToken === '' ? {} : { sessionToken }),
  };
}

/** The mails in `bucket`. Where they are comes from the standard variables, `AWS_ENDPOINT_URL_S3` included; credentials are read at every call. */
export function makeMailbox(bucket: string, source: Readonly<Record<string, string | undefined>>): Mailbox {
  return {
    fetch: async (messageId, now) => {
      const signing = signingOf(source);
      const endpoint = source['AWS_ENDPOINT_URL_S3'];
      const url = new URL(
        endpoint === undefined
          ? `https://${bucket}.s3.${signing.region}.amazonaws.com/${messageId}`
          : `${endpoint}/${bucket}/${messageId}`,
      );
      const { host: _, ...headers } = signedGet(url, `bytes=0-${MAX_MAIL_BYTES - 1}`, signing, now);
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
      // 416: an object of no bytes has no first megabyte.
      if (response.status === 416) return new Uint8Array(0);
      if (!response.ok) throw new Error(`S3 answered ${response.status} to a received mail`);
      return new Uint8Array(await response.arrayBuffer()).subarray(0, MAX_MAIL_BYTES);
    },
  };
}
