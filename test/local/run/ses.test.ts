/**
 * The local SES, spoken to by the real client: every mode, what it changes in a mail, the events it
 * publishes, and what it does not know.
 */
import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSes, SES_EVENTS, startSes } from '../../../local/aws/ses.ts';
import { headersOf } from '../../../local/control/mail-reading.ts';

const NOW = '2026-03-02T06:00:00.000Z';
const MESSAGE = [
  'From: Calf Coach <coach@mail.coach.example>',
  'To: ada@example.org',
  'Subject: A subject that is folded over',
  ' two lines',
  'Message-ID: <ours@mail.coach.example>',
  'Date: Thu, 01 Jan 1970 00:00:00 +0000',
  '',
  'Date: this line is the body and stays.',
  '',
].join('\r\n');

interface SesEvent {
  readonly eventType: string;
  readonly mail: { readonly messageId: string; readonly tags: Readonly<Record<string, readonly string[]>> };
  readonly bounce?: { readonly bounceType: string; readonly bounceSubType: string };
}
let ses: LocalSes;
let client: SESClient;
const published: string[] = [];
/** Minutes that each of them is late. */
const waits: number[] = [];
const events = (): readonly SesEvent[] =>
  published.map((body) => JSON.parse((JSON.parse(body) as { Message: string }).Message) as SesEvent);
const send = (
  options: { readonly abortSignal?: AbortSignal } = {},
): Promise<{ MessageId?: string | undefined }> =>
  client.send(
    new SendRawEmailCommand({
      Source: 'coach@mail.coach.example',
      Destinations: ['ada@example.org'],
      RawMessage: { Data: Buffer.from(MESSAGE) },
      ConfigurationSetName: 'coaching',
      Tags: [
        { Name: 'dispatch', Value: 'person_w1-plan' },
        { Name: 'attempt', Value: '1' },
      ],
    }),
    options,
  );
const nameOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'accepted',
    (error: Error) => error.name,
  );

beforeAll(async () => {
  ses = await startSes(
    () => NOW,
    (body, minutes = 0) => {
      published.push(body);
      waits.push(minutes);
    },
  );
  client = new SESClient({
    endpoint: ses.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  published.length = 0;
  waits.length = 0;
  ses.mails.length = 0;
  ses.mode('ok');
});
afterAll(async () => {
  client?.destroy();
  await ses?.close();
});

describe('what the provider can be told to do', () => {
  it.each([
    ['quota', 'Throttling', 0],
    ['error500', 'ServiceFailure', 0],
    ['error503', 'ServiceFailure', 0],
  ] as const)('%s: answers %s, and keeps nothing', async (mode, name, kept) => {
    ses.mode(mode, 1);
    expect([await nameOf(send()), ses.mails.length]).toEqual([name, kept]);
    expect(await nameOf(send())).toBe('accepted');
  });
  it('late: the mail is taken, and the answer comes when nobody waits for it', async () => {
    ses.mode('late', 1);
    const abort = new AbortController();
    const sending = send({ abortSignal: abort.signal });
    while (ses.mails.length === 0) await new Promise((turn) => setImmediate(turn));
    abort.abort();
    expect([await nameOf(sending), ses.mails.length]).toEqual(['AbortError', 1]);
  });
  it.each([
    ['ok', ['Send', 'Delivery'], [0, 0]],
    ['lost', [], []],
    ['delayed', ['Send', 'Delivery'], [30, 30]],
    ['doubled', ['Send', 'Send', 'Delivery', 'Delivery'], [0, 0, 0, 0]],
    ['reordered', ['Send', 'Delivery'], [30, 0]],
  ] as const)('events %s', async (events, types, minutes) => {
    ses.mode('ok', 1, events);
    await send();
    const typeOf = (body: string) => JSON.parse(JSON.parse(body).Message).eventType as string;
    expect(published.map(typeOf)).toEqual(types);
    expect(waits).toEqual(minutes);
  });
});

describe('an accepted mail', () => {
  it('is kept as it came, with tags, configuration set and envelope', async () => {
    const { MessageId } = await send();
    expect(ses.mails).toHaveLength(1);
    expect(ses.mails[0]).toMatchObject({
      id: MessageId,
      at: NOW,
      source: 'coach@mail.coach.example',
      destinations: ['ada@example.org'],
      configurationSet: 'coaching',
      tags: { dispatch: 'person_w1-plan', attempt: '1' },
    });
    expect(ses.mails[0]?.raw.endsWith('\r\n\r\nDate: this line is the body and stays.\r\n')).toBe(true);
  });

  it('has the Message-ID and the Date of the provider, once, and every other header', async () => {
    const { MessageId } = await send();
    const headers = headersOf(ses.mails[0]?.raw ?? '');
    expect(headers.filter(([name]) => name.toLowerCase() === 'message-id')).toEqual([
      ['Message-ID', `<${MessageId}@email.amazonses.com>`],
    ]);
    expect(headers.filter(([name]) => name.toLowerCase() === 'date')).toEqual([
      ['Date', 'Mon, 02 Mar 2026 06:00:00 +0000'],
    ]);
    expect(headers).toContainEqual(['Subject', 'A subject that is folded over two lines']);
    expect(ses.mails[0]?.raw).toContain('\r\nSubject: A subject that is folded over\r\n two lines\r\n');
  });

  it('is reported as sent and delivered, with its tags', async () => {
    const { MessageId } = await send();
    expect(events().map((e) => e.eventType)).toEqual(['Send', 'Delivery']);
    for (const event of events())
      expect(event.mail).toMatchObject({
        messageId: MessageId,
        tags: { dispatch: ['person_w1-plan'], attempt: ['1'] },
      });
  });
});

describe('the modes', () => {
  it('throttle: refused by name, nothing kept, nothing reported', async () => {
    ses.mode('throttle');
    expect(await nameOf(send())).toBe('Throttling');
    expect(ses.mails).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('fail: rejected by name, nothing kept, nothing reported', async () => {
    ses.mode('fail');
    expect(await nameOf(send())).toBe('MessageRejected');
    expect(ses.mails).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('ambiguous-accepted: the caller sees a broken connection, the mail is kept and reported', async () => {
    ses.mode('ambiguous-accepted');
    const thrown = await send().catch((error: { $metadata?: { httpStatusCode?: number } }) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode).toBeUndefined();
    expect(ses.mails).toHaveLength(1);
    expect(events().map((e) => e.eventType)).toEqual(['Send', 'Delivery']);
  });

  it('ambiguous-lost: the caller sees a broken connection, nothing was taken', async () => {
    ses.mode('ambiguous-lost');
    expect(await send().catch((error: unknown) => error)).toBeInstanceOf(Error);
    expect(ses.mails).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('suppress: accepted, then bounced from the suppression list', async () => {
    ses.mode('suppress');
    expect(await nameOf(send())).toBe('accepted');
    expect(events().map((e) => e.eventType)).toEqual(['Send', 'Bounce']);
    expect(events()[1]?.bounce).toMatchObject({
      bounceType: 'Permanent',
      bounceSubType: 'OnAccountSuppressionList',
    });
  });

  it('a count ends by itself; without one the mode stays', async () => {
    ses.mode('throttle', 2);
    const counted = [await nameOf(send()), await nameOf(send()), await nameOf(send()), await nameOf(send())];
    expect(counted).toEqual(['Throttling', 'Throttling', 'accepted', 'accepted']);
    ses.mode('fail');
    const lasting = [await nameOf(send()), await nameOf(send()), await nameOf(send())];
    expect(lasting).toEqual(['MessageRejected', 'MessageRejected', 'MessageRejected']);
  });
});

describe('events on request', () => {
  it.each(SES_EVENTS)('%s carries the part of its name', async (type) => {
    await send();
    published.length = 0;
    const mail = ses.mails[0];
    if (mail !== undefined) ses.publish(mail, type, { told: 'so' });
    const event: Readonly<Record<string, unknown>> = { ...events()[0] };
    expect(event['eventType']).toBe(type);
    expect(event[`${type.charAt(0).toLowerCase()}${type.slice(1)}`]).toMatchObject({ told: 'so' });
  });
});

describe('what it does not know', () => {
  it('is answered with an error and never hangs', async () => {
    expect(await nameOf(client.send(new GetSendQuotaCommand({})))).toBe('InvalidAction');
  });

  it.each(['', 'not a form', '{"json": true}', 'Action='])(
    'a body of %j is answered with an error',
    async (body) => {
      const response = await fetch(ses.endpoint, { method: 'POST', body });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('<Code>InvalidAction</Code>');
    },
  );

  it('a message without a head is kept whole, its own lines under ours', async () => {
    const body = new URLSearchParams({
      Action: 'SendRawEmail',
      'RawMessage.Data': Buffer.from('no head at all').toString('base64'),
    });
    expect((await fetch(ses.endpoint, { method: 'POST', body })).status).toBe(200);
    expect(ses.mails[0]?.raw).toContain('no head at all');
  });
});
