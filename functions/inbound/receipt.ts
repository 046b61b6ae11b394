/**
 * What SES says about a received mail: its Lambda event carries the verdicts and the envelope, not the mail
 * (docs/architecture.md §9.6).
 */
import * as z from 'zod';
import { isSameMailbox } from '../shell/mailboxes.ts';

const verdict = z.object({ status: z.string() }).transform(({ status }) => status.toUpperCase());
const event = z.object({
  Records: z
    .array(
      z.object({
        ses: z.object({
          mail: z.object({
            messageId: z.string().regex(/^[\w-]{1,128}$/),
            source: z.string().nullable().default(''),
          }),
          receipt: z.object({
            recipients: z.array(z.string()),
            spamVerdict: verdict,
            virusVerdict: verdict,
            spfVerdict: verdict,
            dkimVerdict: verdict,
            dmarcVerdict: verdict,
          }),
        }),
      }),
    )
    .max(10),
});

export interface Receipt {
  readonly messageId: string;
  /** Envelope sender; empty = none was given, as reports and automatic answers do. */
  readonly source: string;
  readonly recipients: readonly string[];
  readonly spam: string;
  readonly virus: string;
  readonly spf: string;
  readonly dkim: string;
  readonly dmarc: string;
}

/**
 * Throws on anything that is not SES's own event: that is a fault of the deployment, and the failed call is
 * kept.
 */
export const readReceipts = (value: unknown): readonly Receipt[] =>
  event.parse(value).Records.map(({ ses: { mail, receipt } }) => ({
    messageId: mail.messageId,
    source: mail.source ?? '',
    recipients: receipt.recipients,
    spam: receipt.spamVerdict,
    virus: receipt.virusVerdict,
    spf: receipt.spfVerdict,
    dkim: receipt.dkimVerdict,
    dmarc: receipt.dmarcVerdict,
  }));

export interface Recipient {
  readonly handle: string;
  /** `unsubscribe-<handle>@`: whoever writes there leaves, whatever stands in the mail (RFC 2369). */
  readonly leaves: boolean;
}

/** The reply handle among the envelope's recipients, or null. The To header is anybody's to write. */
export function recipientOf(recipients: readonly string[], replyDomain: string): Recipient | null {
  for (const recipient of recipients) {
    const address = recipient.toLowerCase();
    const [, what, handle, domain] = /^(r|unsubscribe)-([a-z2-7]{26})@(.+)$/.exec(address) ?? [];
    if (handle !== undefined && domain === replyDomain.toLowerCase())
      return { handle, leaves: what === 'unsubscribe' };
  }
  return null;
}

/**
 * SES acts on no verdict itself. Why a mail is dropped unread, or null. What only looks like spam may still
 * be somebody with a swollen leg: it is dropped only where nobody vouches for the sender either
 * (docs/architecture.md §9.6), and otherwise counts as not proved.
 */
export const whyDropped = ({ virus, spam, dmarc }: Receipt): 'virus' | 'spam' | null =>
  virus === 'FAIL' ? 'virus' : spam === 'FAIL' && dmarc === 'FAIL' ? 'spam' : null;

/**
 * Proved to come from the address on file: From is that address alone, and DMARC vouches for From; where its
 * domain has no DMARC, the envelope sender is that address too and SPF vouches for it. A DKIM signature alone
 * may be of any domain, so it proves nothing about From.
 */
export function isProved(
  { source, spam, spf, dmarc }: Receipt,
  from: readonly string[],
  onFile: string,
): boolean {
  const [sender] = from;
  if (sender === undefined || from.length !== 1 || dmarc === 'FAIL' || spam === 'FAIL') return false;
  if (!isSameMailbox(sender, onFile)) return false;
  return dmarc === 'PASS' || (spf === 'PASS' && isSameMailbox(source, onFile));
}
