/**
 * The events the functions are called with: a browser's request behind API Gateway, a received mail behind
 * SES.
 */
import { functionOf, SITE } from './bundles.ts';
import type { Reply, WebRequest } from './people.ts';

/** An event of API Gateway's HTTP API, version 2. */
export function requestEvent({ method, path, form }: WebRequest, now: number, from: number): unknown {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form ?? {}))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  const time = new Date(now).toISOString();
  return {
    version: '2.0',
    routeKey: `ANY ${functionOf(path)}`,
    rawPath: path,
    rawQueryString: '',
    headers: { host: new URL(SITE).host, 'content-type': 'application/x-www-form-urlencoded' },
    isBase64Encoded: false,
    ...(method === 'POST' ? { body: body.toString() } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'simulated',
      domainName: new URL(SITE).host,
      domainPrefix: 'coach',
      requestId: `${now}-${from}`,
      routeKey: '$default',
      stage: '$default',
      time,
      timeEpoch: now,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: `198.51.${from % 250}.7`, userAgent: '' },
    },
  };
}

/** A reply as a mail program writes it. */
export const rawReply = ({ from, to, text }: Reply, id: string): Uint8Array =>
  new TextEncoder().encode(
    [
      `From: <${from}>`,
      `To: <${to}>`,
      'Subject: Re: your week',
      `Message-ID: <${id}@mailbox.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
    ].join('\r\n'),
  );

/**
 * SES's own event of a received mail; a reply that proves nothing comes from a domain that vouches for
 * nobody.
 */
export function receivedEvent({ from, to, proved }: Reply, id: string, at: string): unknown {
  const verdict = (status: string) => ({ status });
  const vouched = verdict(proved ? 'PASS' : 'GRAY');
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        ses: {
          mail: {
            timestamp: at,
            source: proved ? from : 'somebody@elsewhere.example',
            messageId: id,
            destination: [to],
          },
          receipt: {
            timestamp: at,
            recipients: [to],
            spamVerdict: verdict('PASS'),
            virusVerdict: verdict('PASS'),
            spfVerdict: vouched,
            dkimVerdict: vouched,
            dmarcVerdict: vouched,
          },
        },
      },
    ],
  };
}
