/** The real SES client against a provider that misbehaves in every way it can. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeMailer } from '../../../../functions/shell/mail/mailer.ts';
import type { OutgoingMail } from '../../../../functions/shell/ports.ts';
import { HANGS_AFTER_MS } from '../../../support/patience.ts';

const ACCEPTED =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0100-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const refusal = (code: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
/**
 * Answers that come are waited for, however slow the machine is; `WAITING` is for those that never come
 * whole.
 */
const LIMITS = { connectMs: HANGS_AFTER_MS, requestMs: HANGS_AFTER_MS };
const WAITING = { ...LIMITS, requestMs: 250 };
const ENDLESS = HANGS_AFTER_MS;
const mail: OutgoingMail = {
  from: 'coach@example.org',
  to: 'runner@example.net',
  raw: Buffer.from('Subject: x\r\n\r\nhello\r\n'),
  configurationSet: 'coaching',
  tags: { dispatch: 'P_w1-plan', attempt: '1' },
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let provider: Server;
let answer: Answer;
let requests: URLSearchParams[] = [];
let lateTimers: NodeJS.Timeout[] = [];

const text =
  (status: number, body: string): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
const reset: Answer = (request) => void request.socket.resetAndDestroy();
const silent: Answer = () => {};
/** Its answer is on the way when nobody waits for it any more. */
const late: Answer = (request, response) =>
  void request.socket.once('close', () => text(200, ACCEPTED)(request, response));
const halfway: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '500' });
  response.write(ACCEPTED.slice(0, 60), () => request.socket.destroy());
};
const trickle: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/xml' });
  lateTimers.push(setInterval(() => response.write(' '), 50));
};

beforeAll(async () => {
  provider = createServer(async (request, response) => {
    requests.push(new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8')));
    answer(request, response);
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
});
beforeEach(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(provider.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  requests = [];
});
afterEach(() => {
  for (const timer of lateTimers) clearInterval(timer);
  lateTimers = [];
  provider.closeAllConnections();
});
afterAll(() => new Promise((resolve) => provider.close(resolve)));

test('an accepted mail comes back with its id; the bytes, the recipient, the tags and the set arrive as given', async () => {
  answer = text(200, ACCEPTED);
  expect(await makeMailer(LIMITS).send(mail, ENDLESS)).toEqual({ kind: 'accepted', messageId: '0100-abc' });
  const form = Object.fromEntries(requests[0]!);
  expect(form).toMatchObject({
    Action: 'SendRawEmail',
    Source: 'coach@example.org',
    'Destinations.member.1': 'runner@example.net',
    ConfigurationSetName: 'coaching',
    'Tags.member.1.Name': 'dispatch',
    'Tags.member.1.Value': 'P_w1-plan',
    'Tags.member.2.Name': 'attempt',
    'Tags.member.2.Value': '1',
  });
  expect(Buffer.from(form['RawMessage.Data']!, 'base64')).toEqual(mail.raw);
});

const faults: readonly [string, Answer, 'ambiguous' | 'refused-later' | 'refused-stop'][] = [
  ['resets the connection', reset, 'ambiguous'],
  ['answers 500', text(500, refusal('InternalFailure')), 'ambiguous'],
  ['answers 503', text(503, refusal('ServiceUnavailable')), 'ambiguous'],
  ['answers 503 and calls it throttling', text(503, refusal('Throttling')), 'ambiguous'],
  ['answers 500 without a word', text(500, ''), 'ambiguous'],
  ['answers 429', text(429, refusal('TooManyRequestsException')), 'refused-later'],
  ['throttles', text(400, refusal('Throttling')), 'refused-later'],
  ['rejects the message', text(400, refusal('MessageRejected')), 'refused-stop'],
  ['refuses in a word nobody knows', text(400, refusal('SomethingNew')), 'ambiguous'],
  ['answers late', late, 'ambiguous'],
  ['never answers', silent, 'ambiguous'],
  ['breaks off in the middle of its answer', halfway, 'ambiguous'],
  ['trickles and never ends', trickle, 'ambiguous'],
  [
    'accepts without an id',
    text(
      200,
      '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult/></SendRawEmailResponse>',
    ),
    'ambiguous',
  ],
  ['accepts in no XML', text(200, 'OK'), 'ambiguous'],
];
test.each(faults)(
  'a provider that %s is called exactly once, and not waited for without end',
  async (_, behaviour, kind) => {
    answer = behaviour;
    // That an answer comes at all, from a provider that never ends, is the limit at work.
    const limits = [late, silent, trickle].includes(behaviour) ? WAITING : LIMITS;
    const outcome = await makeMailer(limits).send(mail, ENDLESS);
    expect(outcome.kind).toBe(kind);
    expect(requests).toHaveLength(1);
    expect(JSON.stringify(outcome)).not.toContain('runner@');
  },
);

test('the time the caller has left is a limit as well', async () => {
  answer = silent;
  expect((await makeMailer(LIMITS).send(mail, 150)).kind).toBe('ambiguous');
  expect(requests).toHaveLength(1);
});

test('nobody listening is a refusal: nothing was sent', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(closed.address() as AddressInfo).port}`);
  await new Promise((resolve) => closed.close(resolve));
  expect((await makeMailer(LIMITS).send(mail, ENDLESS)).kind).toBe('refused-later');
});

test('an old connection that turns out to be dead leaves the mail ambiguous and is not tried again', async () => {
  const mailer = makeMailer(LIMITS);
  answer = text(200, ACCEPTED);
  expect((await mailer.send(mail, ENDLESS)).kind).toBe('accepted');
  answer = reset;
  expect((await mailer.send(mail, ENDLESS)).kind).toBe('ambiguous');
  expect(requests).toHaveLength(2);
});
