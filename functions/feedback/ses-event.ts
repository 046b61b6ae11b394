/**
 * SES event publishing as it arrives: an SNS envelope around a JSON record. Parsed strictly where we depend
 * on it, loosely elsewhere.
 */
import * as z from 'zod';
import { ok, type Result, refuse } from '../../program/kernel/result.ts';
import type { Instant } from '../../program/kernel/time.ts';

const envelope = z.object({ Message: z.string() });
const tags = z.record(z.string(), z.array(z.string()));
const record = z.object({
  eventType: z.enum([
    'Send',
    'Delivery',
    'Bounce',
    'Complaint',
    'Reject',
    'DeliveryDelay',
    'Rendering Failure',
    'Subscription',
  ]),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.string(),
    tags: tags.optional(),
    destination: z.array(z.string()).optional(),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      timestamp: z.string().optional(),
      bouncedRecipients: z
        .array(z.object({ status: z.string().optional(), diagnosticCode: z.string().optional() }))
        .optional(),
    })
    .optional(),
  complaint: z
    .object({ timestamp: z.string().optional(), complaintFeedbackType: z.string().nullish() })
    .optional(),
  delivery: z.object({ timestamp: z.string().optional() }).optional(),
});

export interface MailEvent {
  readonly type:
    | 'Send'
    | 'Delivery'
    | 'Bounce'
    | 'Complaint'
    | 'Reject'
    | 'DeliveryDelay'
    | 'Rendering Failure'
    | 'Subscription';
  readonly participantId: string;
  readonly occasion: string;
  readonly messageId: string;
  readonly at: Instant;
  readonly permanent: boolean;
  readonly bounceType: string | null;
  /**
   * The address that mail went to; it may be an earlier one, or a new one that has not agreed. Null = not
   * told.
   */
  readonly destination: string | null;
}

type Bounce = NonNullable<z.infer<typeof record>['bounce']>;
/**
 * Codes of an address that does not exist, whatever SES makes of them (RFC 3463 §3.2, §3.5; RFC 7505 §4): no
 * such mailbox, no such domain, bad syntax, moved, a domain that takes no mail, no route. Not a full mailbox,
 * a policy or a quota.
 */
const NO_ADDRESS = /(?:^|[\s;])5\.(?:1\.(?:1|2|3|6|10)|4\.4)(?![\d.])/;
/**
 * Permanent as SES says it, or by the code the other side gave: SES calls an unknown domain "Transient".
 */
const isPermanent = ({ bounceType, bouncedRecipients = [] }: Bounce): boolean =>
  bounceType === 'Permanent' ||
  bouncedRecipients.some(({ status, diagnosticCode }) => NO_ADDRESS.test(status ?? diagnosticCode ?? ''));

/**
 * "This is not spam", pressed by the person, comes as a complaint (RFC 6430): it says nothing against the
 * mail.
 */
const isPraise = (feedback: string | null | undefined): boolean => feedback === 'not-spam';

/** The `dispatch` tag is `<participant>_<occasion>`; a record without it is not one of our mails. */
export function readSesEvent(body: string): Result<MailEvent, 'not-json' | 'not-an-event' | 'not-ours'> {
  let inner: unknown;
  try {
    const outer = envelope.safeParse(JSON.parse(body));
    if (!outer.success) return refuse('not-an-event');
    inner = JSON.parse(outer.data.Message);
  } catch {
    return refuse('not-json');
  }
  const parsed = record.safeParse(inner);
  if (!parsed.success) return refuse('not-an-event');
  const { eventType, mail, bounce, complaint, delivery } = parsed.data;
  const tag = mail.tags?.dispatch?.[0] ?? '';
  const cut = tag.indexOf('_');
  if (cut < 1) return refuse('not-ours');
  const at = bounce?.timestamp ?? complaint?.timestamp ?? delivery?.timestamp ?? mail.timestamp;
  return ok({
    type: isPraise(complaint?.complaintFeedbackType) ? 'Subscription' : eventType,
    participantId: tag.slice(0, cut),
    occasion: tag.slice(cut + 1),
    messageId: mail.messageId,
    at: new Date(at).toISOString(),
    permanent: bounce !== undefined && isPermanent(bounce),
    destination: mail.destination?.[0] ?? null,
    bounceType: bounce === undefined ? null : `${bounce.bounceType}/${bounce.bounceSubType ?? ''}`,
  });
}
