/**
 * A person's mail program: writes a reply as text/plain and hands it to the local run as SES would receive
 * it.
 */
import type { Mail, Runner } from './runner.ts';

export interface Envelope {
  /** Envelope sender, and From unless `fromHeader` says another. */
  readonly from: string;
  readonly fromHeader: string;
  readonly to: string;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly headers: readonly string[];
  /** The same mail once more. */
  readonly id: string;
  /** The body and its own headers, in place of a plain text. */
  readonly body: string;
}
export const replyAddress = (mail: Mail): string =>
  mail.headers.find(([name]) => name === 'Reply-To')?.[1] ?? '';

export async function receive(
  site: string,
  raw: string | Uint8Array<ArrayBuffer>,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(`${site}/__local/inbound?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: raw,
  });
  return { status: response.status, body: await response.text() };
}

/** Replies to a mail with `text` above it; what is quoted is up to the caller. */
export function replyTo(
  runner: Runner,
  mail: Mail,
  text: string,
  given: Partial<Envelope> = {},
): ReturnType<typeof receive> {
  const {
    from = runner.email,
    to = replyAddress(mail),
    fromHeader = given.from ?? runner.email,
    verdicts = {},
    headers = [],
    id,
  } = given;
  const head = [
    `From: Ada <${fromHeader}>`,
    `To: Calf Coach <${to}>`,
    `Subject: Re: ${mail.subject}`,
    'Date: Mon, 02 Mar 2026 07:00:00 +0000',
    'Message-ID: <reply@example.org>',
    'MIME-Version: 1.0',
    ...headers,
  ];
  const body = given.body ?? `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
  return receive(runner.site, `${head.join('\r\n')}\r\n${body}`, {
    from,
    to,
    ...verdicts,
    ...(id === undefined ? {} : { id }),
  });
}
