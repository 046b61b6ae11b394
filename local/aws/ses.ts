/**
 * A local SES: speaks SendRawEmail of the v1 query protocol, keeps the raw mail, overwrites Message-ID and
 * Date as SES does, and publishes real-shaped events. Its mode can be changed for the next sends, to try what
 * the network does in earnest.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../../program/kernel/time.ts';
import { bodyOf, LOOPBACK, listen } from '../server.ts';

export const SES_MODES = [
  'ok',
  'throttle',
  'quota',
  'fail',
  'error500',
  'error503',
  'late',
  'ambiguous-accepted',
  'ambiguous-lost',
  'suppress',
] as const;
export type SesMode = (typeof SES_MODES)[number];
/** What becomes of the events of the next sends. */
export const EVENT_MODES = ['ok', 'lost', 'delayed', 'doubled', 'reordered'] as const;
export type EventMode = (typeof EVENT_MODES)[number];
/** How late a delayed event is, and how long a reordered one waits for those after it. */
const LATE_MINUTES = 30;
export const SES_EVENTS = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay'] as const;
export type SesEventType = (typeof SES_EVENTS)[number];

export interface StoredMail {
  readonly id: string;
  readonly at: Instant;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly raw: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string;
}
export interface LocalSes {
  readonly endpoint: string;
  readonly mails: StoredMail[];
  /** The mode of the next `count` sends (for ever without a count), and of their events. */
  mode(mode: SesMode, count?: number, events?: EventMode): void;
  /** Publishes an event about a stored mail. */
  publish(mail: StoredMail, type: SesEventType, detail?: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

/** Keeps 0 to 9, a to f and hyphens, as SES ids look. */
const messageId = (): string =>
  `01${randomBytes(7).toString('hex')}-${randomBytes(4).toString('hex')}-000000`;
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';
const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

type Emit = (body: string, minutes?: number) => void;
/** Told at once, or half an hour late, twice, or the first of them last. */
function tellOf(emit: Emit, events: EventMode): Emit {
  let first = true;
  return (body) => {
    const wait = events === 'delayed' || (events === 'reordered' && first) ? LATE_MINUTES : 0;
    first = false;
    if (events !== 'lost') emit(body, wait);
    if (events === 'doubled') emit(body);
  };
}

/** `emit` takes an event and the minutes it is late. */
export async function startSes(now: () => Instant, emit: Emit): Promise<LocalSes> {
  const mails: StoredMail[] = [];
  let mode: SesMode = 'ok';
  let events: EventMode = 'ok';
  let left = Number.POSITIVE_INFINITY;
  const nextMode = (form: URLSearchParams): SesMode => {
    if (left <= 0) [mode, events] = ['ok', 'ok'];
    // A mail to nobody meets what mails meet, and is none of those that were counted.
    if (!isToNobody(members(form, 'Destinations'))) left -= 1;
    return mode;
  };
  const publish: LocalSes['publish'] = (mail, type, detail) =>
    emit(envelope(eventOf(mail, type, now(), detail)));
  const server = await listen(async (request, response) => {
    const form = new URLSearchParams((await bodyOf(request)).toString('utf8'));
    if (form.get('Action') !== 'SendRawEmail')
      return fault(
        response,
        'InvalidAction',
        `The local SES does not know the action ${form.get('Action') ?? '(none)'}.`,
      );
    accept(form, request, response);
  });

  function accept(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const how = nextMode(form);
    switch (how) {
      case 'throttle':
        fault(response, 'Throttling', 'Maximum sending rate exceeded.');
        return;
      case 'quota':
        fault(response, 'Throttling', 'Daily message quota exceeded.');
        return;
      case 'error500':
      case 'error503':
        fault(response, 'ServiceFailure', 'The local SES was told to fail.', how === 'error500' ? 500 : 503);
        return;
      case 'fail':
        fault(response, 'MessageRejected', 'Email address is not verified.');
        return;
      case 'ambiguous-lost':
        request.socket.destroy();
        return;
      case 'ok':
      case 'late':
      case 'suppress':
      case 'ambiguous-accepted':
        take(storedMail(form, now()), how, request, response);
    }
  }

  /** From here on the mail is accepted, whatever becomes of the answer. */
  function take(
    mail: StoredMail,
    how: 'ok' | 'late' | 'suppress' | 'ambiguous-accepted',
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (!isToNobody(mail.destinations)) mails.push(mail);
    const tell = tellOf(emit, events);
    const suppressed = { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' };
    tell(envelope(eventOf(mail, 'Send', now())));
    if (how === 'suppress') tell(envelope(eventOf(mail, 'Bounce', now(), suppressed)));
    else tell(envelope(eventOf(mail, 'Delivery', now())));
    // Late is when nobody waits for the answer any more.
    if (how === 'late') return;
    if (how === 'ambiguous-accepted') {
      request.socket.destroy();
      return;
    }
    const result = `<SendRawEmailResult><MessageId>${mail.id}</MessageId></SendRawEmailResult>`;
    const meta = `<ResponseMetadata><RequestId>${mail.id}</RequestId></ResponseMetadata>`;
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(`<SendRawEmailResponse xmlns="${NAMESPACE}">${result}${meta}</SendRawEmailResponse>`);
  }

  return {
    endpoint: `http://${LOOPBACK}:${server.port}`,
    mails,
    publish,
    mode: (next, count, told = 'ok') => {
      [mode, events] = [next, told];
      left = count ?? Number.POSITIVE_INFINITY;
    },
    close: () => server.close(),
  };
}

function fault(response: ServerResponse, code: string, message: string, status = 400): void {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  response
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(`<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>local</RequestId></ErrorResponse>`);
}

/** The provider's own mailbox for trying: it tells of such a mail as of any other, and nobody reads it. */
const isToNobody = (destinations: readonly string[]): boolean =>
  destinations.length > 0 && destinations.every((to) => to.endsWith('@simulator.amazonses.com'));

const members = (form: URLSearchParams, prefix: string): readonly string[] => {
  const found: string[] = [];
  for (let n = 1; form.has(`${prefix}.member.${n}`); n += 1)
    found.push(form.get(`${prefix}.member.${n}`) ?? '');
  return found;
};

function storedMail(form: URLSearchParams, at: Instant): StoredMail {
  const id = messageId();
  const tags: Record<string, string> = {};
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n += 1)
    tags[form.get(`Tags.member.${n}.Name`) ?? ''] = form.get(`Tags.member.${n}.Value`) ?? '';
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  return {
    id,
    at,
    source: form.get('Source') ?? '',
    destinations: members(form, 'Destinations'),
    raw: overwritten(raw, id, at),
    tags,
    configurationSet: form.get('ConfigurationSetName') ?? '',
  };
}

/** SES puts its own Message-ID and Date in the place of ours. */
function overwritten(raw: string, id: string, at: Instant): string {
  const end = raw.indexOf('\r\n\r\n');
  const [head, rest] = end < 0 ? [raw, ''] : [raw.slice(0, end), raw.slice(end)];
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  // A field goes on over the lines that begin with a space; all others stay as they came, folds included.
  const fields = head.split(/\r\n(?![ \t])/).filter((field) => !/^(message-id|date):/i.test(field));
  return [`Message-ID: <${id}@email.amazonses.com>`, `Date: ${date}`, ...fields].join('\r\n') + rest;
}

/** An event as SES publishes it to SNS. `detail` is merged into the part named after the event. */
function eventOf(
  mail: StoredMail,
  type: SesEventType,
  at: Instant,
  detail: Readonly<Record<string, unknown>> = {},
): unknown {
  const recipients = mail.destinations.map((emailAddress) => ({ emailAddress }));
  const tags = {
    ...Object.fromEntries(Object.entries(mail.tags).map(([k, v]) => [k, [v]])),
    'ses:configuration-set': [mail.configurationSet],
  };
  const common = {
    eventType: type,
    mail: {
      timestamp: mail.at,
      source: mail.source,
      messageId: mail.id,
      destination: mail.destinations,
      headersTruncated: true,
      tags,
    },
  };
  switch (type) {
    case 'Send':
      return { ...common, send: { ...detail } };
    case 'Delivery':
      return {
        ...common,
        delivery: {
          timestamp: at,
          processingTimeMillis: 300,
          recipients: mail.destinations,
          smtpResponse: '250 ok',
          ...detail,
        },
      };
    case 'Bounce':
      return {
        ...common,
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: recipients,
          timestamp: at,
          ...detail,
        },
      };
    case 'Complaint':
      return {
        ...common,
        complaint: {
          complainedRecipients: recipients,
          timestamp: at,
          complaintFeedbackType: 'abuse',
          ...detail,
        },
      };
    case 'Reject':
      return { ...common, reject: { reason: 'Bad content', ...detail } };
    case 'DeliveryDelay':
      return {
        ...common,
        deliveryDelay: {
          delayType: 'TransientCommunicationFailure',
          timestamp: at,
          delayedRecipients: recipients,
          ...detail,
        },
      };
  }
}

/** SNS wraps what it delivers to a queue. */
const envelope = (event: unknown): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: messageId(),
    TopicArn: 'arn:aws:sns:local:000000000000:mail-events',
    Message: JSON.stringify(event),
  });
