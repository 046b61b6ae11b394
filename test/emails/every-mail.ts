/** Every kind × example × name, rendered and written: the ground of the quality rules. */
import { expect } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { headersFor } from '../../emails/headers.ts';
import { writeMessage } from '../../emails/mime.ts';
import { renderMail } from '../../emails/render.ts';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import type { MailView } from '../../views/mail/views.ts';

const NAMES: Readonly<Record<string, string | null>> = {
  'as it is': 'Sam',
  'no name': null,
  '40 characters': 'Maximilianna-Konstantina von und zu Haus',
  markup: '<b>Sam</b> & "Co" {{x}}',
  'right to left': 'دانيال \u202eevil',
  emoji: '🏃🏽‍♀️ Łucja',
};
export const named = (view: MailView, firstName: string | null): MailView => ({
  ...view,
  frame: { ...view.frame, firstName },
});
export const mails = MAIL_KINDS.flatMap((kind) =>
  EXAMPLES[kind].flatMap(({ name, view }) =>
    Object.entries(NAMES).map(([who, firstName]) => {
      const shown = named(view, firstName);
      const mail = renderMail(shown);
      const raw = writeMessage(
        headersFor(shown, {
          from: { name: 'Calf Coach', address: 'coach@mail.example.org' },
          to: 'sam@example.com',
          subject: mail.subject,
          at: '2026-03-02T06:00:00.000Z',
          messageId: 'x.1',
          mailDomain: 'mail.example.org',
          replyTo: 'coach@riverside.example.org',
        }),
        mail.text,
        mail.html,
      );
      return { id: `${kind}/${name} (${who})`, kind, view: shown, raw, ...mail };
    }),
  ),
);
export type Mail = (typeof mails)[number];
/** Runs a rule over every mail and names the mails that break it. */
export const every = (rule: (mail: Mail) => boolean | string): void => {
  const broken = mails.map((mail) => [mail.id, rule(mail)] as const).filter(([, result]) => result !== true);
  expect(broken.slice(0, 5)).toEqual([]);
};
export const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));
export const visible = (html: string): string =>
  bodyOf(html)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<div [^>]*display:none[^>]*>[\s\S]*?<\/div>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_a, n: string) => String.fromCodePoint(Number(n)));
export const urlsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? /^https?:/.test(value)
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(urlsOf)
      : [];
