/**
 * The provider, called exactly once for each `send`: SES knows no idempotency key, so the SDK's own retries
 * could deliver the same mail three times, and its request timeout only warns unless told to throw
 * (docs/architecture.md §7).
 */
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer, OutgoingMail, SendOutcome } from '../ports.ts';
import { classOf, isRate } from './ses-outcome.ts';

export interface MailerLimits {
  readonly connectMs: number;
  readonly requestMs: number;
}
export const MAILER_LIMITS: MailerLimits = { connectMs: 2_000, requestMs: 10_000 };

/**
 * The mailer over the SES client: one HTTP request a call, whatever the answer; the outcome is a value
 * (`ses-outcome.ts`), never an exception.
 */
export function makeMailer(limits: MailerLimits = MAILER_LIMITS): Mailer {
  const client = new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.requestMs,
      throwOnRequestTimeout: true,
    },
  });
  return { send: (mail, timeoutMs) => sendOnce(client, mail, Math.min(timeoutMs, limits.requestMs)) };
}

async function sendOnce(client: SESClient, mail: OutgoingMail, timeoutMs: number): Promise<SendOutcome> {
  const abort = new AbortController();
  // The belt beside the client's own braces: whatever hangs, the call ends here.
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const { MessageId: messageId } = await client.send(commandFor(mail), { abortSignal: abort.signal });
    return messageId === undefined || messageId === ''
      ? { kind: 'ambiguous', error: 'NoMessageId' }
      : { kind: 'accepted', messageId };
  } catch (error) {
    // The name alone: a message of the provider may quote the address.
    const kind = classOf(error);
    const why = error instanceof Error ? error.name : 'Unknown';
    return kind === 'refused-later' && isRate(error)
      ? { kind, error: why, soon: true }
      : { kind, error: why };
  } finally {
    clearTimeout(timer);
  }
}

const commandFor = (mail: OutgoingMail): SendRawEmailCommand =>
  new SendRawEmailCommand({
    Source: mail.from,
    Destinations: [mail.to],
    RawMessage: { Data: mail.raw },
    ConfigurationSetName: mail.configurationSet,
    Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
  });
