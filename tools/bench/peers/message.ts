/** The whole message, from a mail's view to the bytes that leave, beside nodemailer's composer. */
import type { HeaderOptions } from '../../../emails/headers.ts';
import type { MailView, RenderedMail } from '../../../views/mail/views.ts';
import { product } from '../product.ts';

const TO = 'sam@example.com';
export const OPTIONS: Omit<HeaderOptions, 'subject'> = {
  from: { name: 'Calf Coach', address: 'coach@mail.example.org' },
  to: TO,
  at: '2026-03-02T06:00:00.000Z',
  messageId: '0000000000000001.plan-3.1',
  mailDomain: 'mail.example.org',
  replyTo: 'r-abcdefghijklmnopqrstuvwxyz@reply.example.org',
};
const OWN = new Set(['from', 'to', 'reply-to', 'subject', 'date', 'message-id']);

/** Ours: render, head, message. */
export async function ours(view: MailView): Promise<() => Uint8Array> {
  const { renderMail, headersFor, writeMessage } = await product();
  return () => {
    const mail = renderMail(view);
    return writeMessage(headersFor(view, { ...OPTIONS, subject: mail.subject }), mail.text, mail.html);
  };
}

/** nodemailer, given the HTML by `html` and subject, text and header values ready-made. */
export async function nodemailer(
  view: MailView,
  { subject, text }: RenderedMail,
  html: () => Promise<Buffer> | Buffer,
): Promise<() => Promise<Buffer>> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { headersFor } = await product();
  const all = headersFor(view, { ...OPTIONS, subject });
  const headers = all
    .filter(([name]) => !OWN.has(name.toLowerCase()))
    .map(([key, value]) => ({ key, value }));
  const of = (wanted: string): string => all.find(([name]) => name === wanted)?.[1] ?? '';
  return async () =>
    new MailComposer({
      from: of('From'),
      to: TO,
      replyTo: of('Reply-To'),
      subject,
      date: new Date(OPTIONS.at),
      messageId: of('Message-ID'),
      headers,
      text,
      html: await html(),
    })
      .compile()
      .build();
}
