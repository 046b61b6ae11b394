/**
 * Received mail as SES puts it into S3: one ranged, signed GET of the first megabyte; of a longer mail a
 * second one, of which the text parts are kept and no more than a megabyte.
 * The S3 client of the SDK would be half the bundle for this one call (docs/decisions/0014); AWS's own signer
 * is in every bundle already and signs it.
 */
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Instant } from '../../../program/kernel/time.ts';
import type { Mailbox } from '../ports.ts';
import { skimmer } from './skim.ts';

/** So much of a mail is kept: all of it, or of a longer one its text parts wherever they stand. */
export const MAX_MAIL_BYTES = 1024 * 1024;
/** SES takes no larger mail; what lies behind is never asked for. */
export const MAX_STORED_BYTES = 40 * 1024 * 1024;
const TIMEOUT_MS = 5_000;

export interface Signing {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The headers of a GET of `url`, signed for S3 (AWS Signature Version 4). `now` counts to the second. */
export async function signedGet(
  url: URL,
  range: string,
  { region, ...credentials }: Signing,
  now: Instant,
): Promise<Readonly<Record<string, string>>> {
  // S3 takes the path as it is written, and wants the digest of the body as a header.
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: true,
  });
  const request = {
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, range },
  };
  return (await signer.sign(request, { signingDate: new Date(now) })).headers;
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

/**
 * The endpoint of S3 when it is not AWS's own, else an empty text: the variable of the service wins, as in
 * the SDK.
 */
const endpointOf = (source: Readonly<Record<string, string | undefined>>): string =>
  (source['AWS_ENDPOINT_URL_S3'] || source['AWS_ENDPOINT_URL'] || '').replace(/\/$/, '');

/** The text parts of a mail, as it comes in; the rest is let go byte by byte. */
async function textOf({ body }: Response): Promise<Uint8Array> {
  const { push, kept } = skimmer(MAX_MAIL_BYTES);
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    if (push(next.value)) continue;
    await reader?.cancel();
    break;
  }
  return kept();
}

/**
 * The mails in `bucket`. Where they are comes from the standard variables, `AWS_ENDPOINT_URL_S3` and
 * `AWS_ENDPOINT_URL` included; credentials are read at every call.
 */
export function makeMailbox(bucket: string, source: Readonly<Record<string, string | undefined>>): Mailbox {
  return {
    fetch: async (messageId, now) => {
      const signing = signingOf(source);
      const endpoint = endpointOf(source);
      const url = new URL(
        endpoint === ''
          ? `https://${bucket}.s3.${signing.region}.amazonaws.com/${messageId}`
          : `${endpoint}/${bucket}/${messageId}`,
      );
      const ask = async (bytes: number): Promise<Response> => {
        const range = `bytes=0-${bytes - 1}`;
        const { host: _, ...headers } = await signedGet(url, range, signing, now);
        const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
        // 416: an object of no bytes has no first megabyte.
        if (!response.ok && response.status !== 416)
          throw new Error(`S3 answered ${response.status} to a received mail`);
        return response;
      };
      const first = await ask(MAX_MAIL_BYTES);
      if (first.status === 416) return new Uint8Array(0);
      const mail = new Uint8Array(await first.arrayBuffer()).subarray(0, MAX_MAIL_BYTES);
      const isWhole = first.status !== 206 || mail.length < MAX_MAIL_BYTES;
      return isWhole ? mail : textOf(await ask(MAX_STORED_BYTES));
    },
  };
}
