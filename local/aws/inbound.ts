/**
 * The receiving half of the local SES: a mail with its envelope and verdicts, and the event with which SES
 * calls the function.
 */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../program/kernel/time.ts';

const VERDICTS = ['spf', 'dkim', 'dmarc', 'spam', 'virus'] as const;
const STATES = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];
type Verdicts = Readonly<Record<(typeof VERDICTS)[number], string>>;

export interface ReceivedMail extends Verdicts {
  readonly id: string;
  /** Envelope sender; empty as of a report or an automatic answer. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/**
 * From the query of `POST /__local/inbound`; a sentence when it cannot be. `id` = the same mail once more, as
 * SES may deliver it.
 */
export function receivedMail(query: URLSearchParams, raw: Buffer): ReceivedMail | string {
  const to = query.get('to') ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(to))
    return '"to" must be the envelope recipient, for example the Reply-To address of a mail.';
  const states = Object.fromEntries(
    VERDICTS.map((name) => [name, (query.get(name) ?? 'PASS').toUpperCase()]),
  ) as Verdicts;
  const wrong = VERDICTS.find((name) => !STATES.includes(states[name]));
  if (wrong !== undefined) return `"${wrong}" must be one of ${STATES.join(', ')}.`;
  const id = query.get('id') ?? randomBytes(20).toString('hex');
  if (!/^[\w-]{1,128}$/.test(id)) return '"id" must be letters, digits and hyphens, or be left out.';
  return { id, from: query.get('from') ?? '', to, raw, ...states };
}

/** The event of a receipt rule's Lambda action: verdicts and envelope, no content. */
export function receivedEvent(mail: ReceivedMail, at: Instant): unknown {
  const verdict = (name: keyof Verdicts) => ({ status: mail[name] });
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: at,
            source: mail.from,
            messageId: mail.id,
            destination: [mail.to],
            headersTruncated: false,
            headers: [],
            commonHeaders: {},
          },
          receipt: {
            timestamp: at,
            processingTimeMillis: 300,
            recipients: [mail.to],
            spamVerdict: verdict('spam'),
            virusVerdict: verdict('virus'),
            spfVerdict: verdict('spf'),
            dkimVerdict: verdict('dkim'),
            dmarcVerdict: verdict('dmarc'),
            action: {
              type: 'Lambda',
              functionArn: 'arn:aws:lambda:local:000000000000:function:inbound',
              invocationType: 'Event',
            },
          },
        },
      },
    ],
  };
}
