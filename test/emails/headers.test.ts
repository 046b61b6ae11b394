import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { type HeaderOptions, headersFor, mailDate } from '../../emails/headers.ts';
import { writeMessage } from '../../emails/mime.ts';
import { renderMail } from '../../emails/render.ts';
import type { MailView } from '../../views/mail/views.ts';

const options: HeaderOptions = {
  from: { name: 'Calf Coach', address: 'coach@mail.example.org' },
  to: 'sam@example.com',
  subject: 'Week 3: your plan and what changed',
  at: '2026-03-02T06:00:00.000Z',
  messageId: 'plan-3.a1',
  mailDomain: 'mail.example.org',
  replyTo: 'coach@riverside.example.org',
};
const all = Object.values(EXAMPLES).flat();
const plan = EXAMPLES.plan[0]!.view;
const confirm = EXAMPLES.confirm[0]!.view;
const values = (view: MailView, name: string, more: Partial<HeaderOptions> = {}): readonly string[] =>
  headersFor(view, { ...options, ...more })
    .filter(([n]) => n === name)
    .map(([, value]) => value);

describe('headers', () => {
  it('of a plan are these and no others', () => {
    expect(headersFor(plan, options)).toEqual([
      ['From', 'Calf Coach <coach@mail.example.org>'],
      ['To', 'sam@example.com'],
      ['Reply-To', 'coach@riverside.example.org'],
      ['Subject', 'Week 3: your plan and what changed'],
      ['Date', 'Mon, 02 Mar 2026 06:00:00 +0000'],
      ['Message-ID', '<plan-3.a1@mail.example.org>'],
      ['List-Unsubscribe', `<${plan.frame.links.unsubscribe}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['List-Id', 'Calf Coach plan <plan.mail.example.org>'],
      ['Auto-Submitted', 'auto-generated'],
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
      ['x-ms-reactions', 'disallow'],
      ['Content-Language', 'en'],
      ['X-Calf-Kind', 'plan'],
      ['X-Calf-Week', '3'],
    ]);
  });
  it('offer to leave to every confirmed address and to nobody else', () => {
    for (const { view } of all) {
      const there = view.frame.links.unsubscribe !== null;
      expect(values(view, 'List-Unsubscribe')).toHaveLength(there ? 1 : 0);
      expect(values(view, 'List-Unsubscribe-Post')).toEqual(there ? ['List-Unsubscribe=One-Click'] : []);
    }
    expect(values(confirm, 'List-Id')).toEqual([]);
    expect(values(plan, 'List-Unsubscribe', { unsubscribeMailto: 'leave@mail.example.org' })).toEqual([
      `<${plan.frame.links.unsubscribe}>, <mailto:leave@mail.example.org>`,
    ]);
  });
  it('hold nothing of the person beyond To', () => {
    for (const { view } of all) {
      for (const [name, value] of headersFor(
        { ...view, frame: { ...view.frame, firstName: 'Zebedee' } },
        options,
      )) {
        if (name !== 'To') expect(value).not.toMatch(/Zebedee|sam@/);
      }
    }
  });
  it('leave the week out where there is none', () => expect(values(confirm, 'X-Calf-Week')).toEqual([]));

  it.each([
    'sam',
    'sam@',
    'a b@example.com',
    'sam@example.com\r\nBcc: x@example.com',
    '<sam@example.com>',
    'sam@example.com, b@example.com',
    'säm@example.com',
    'sam@exa mple',
    '',
  ])('refuse the address %j', (address) => {
    expect(() => headersFor(plan, { ...options, to: address })).toThrow('header To:');
    expect(() => headersFor(plan, { ...options, replyTo: address })).toThrow('header Reply-To:');
    expect(() => headersFor(plan, { ...options, from: { name: 'x', address } })).toThrow('header From:');
  });
  it('refuse a Message-ID that could end early', () =>
    expect(() => headersFor(plan, { ...options, messageId: 'a> b' })).toThrow('header Message-ID:'));
  it('refuse an unsubscribe link that is none', () => {
    const links = { ...plan.frame.links, unsubscribe: 'https://x.example/u>, <mailto:a@b.c' };
    expect(() => headersFor({ ...plan, frame: { ...plan.frame, links } }, options)).toThrow(
      'header List-Unsubscribe:',
    );
  });
  it('quote a sender name that needs it', async () => {
    const raw = writeMessage(
      headersFor(plan, { ...options, from: { name: 'Coach, the "Calf"', address: 'c@mail.example.org' } }),
      'a',
      'b',
    );
    expect((await PostalMime.parse(raw)).from?.name).toBe('Coach, the "Calf"');
    expect((await simpleParser(Buffer.from(raw))).from?.value[0]?.name).toBe('Coach, the "Calf"');
  });
});

describe('the date of a mail', () => {
  it.each([
    ['2026-03-02T06:00:00.000Z', 'Mon, 02 Mar 2026 06:00:00 +0000'],
    ['2024-02-29T23:59:59Z', 'Thu, 29 Feb 2024 23:59:59 +0000'],
    ['2000-01-01T00:00:00.000Z', 'Sat, 01 Jan 2000 00:00:00 +0000'],
    ['2026-12-31T12:00:00.000Z', 'Thu, 31 Dec 2026 12:00:00 +0000'],
    ['2027-02-28T12:00:00.000Z', 'Sun, 28 Feb 2027 12:00:00 +0000'],
  ])('%s', (at, date) => expect(mailDate(at)).toBe(date));
  it('is the one a browser would write, every day of ten years', () => {
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2034, 0, 1); day += 86_400_000) {
      expect(mailDate(new Date(day).toISOString())).toBe(new Date(day).toUTCString().replace('GMT', '+0000'));
    }
  });
  it.each(['2026-03-02', '2026-13-02T06:00:00Z', '2026-03-02T06:00:00+01:00', ''])('refuses %j', (at) =>
    expect(() => mailDate(at)).toThrow('header Date'),
  );
});

it('a rendered mail survives both parsers with its subject, text and HTML', async () => {
  for (const { view } of all) {
    const mail = renderMail(view);
    const raw = writeMessage(headersFor(view, { ...options, subject: mail.subject }), mail.text, mail.html);
    const postal = await PostalMime.parse(raw);
    expect(postal.subject).toBe(mail.subject);
    expect(postal.html?.replace(/\s+/g, ' ').trim() === mail.html.replace(/\s+/g, ' ').trim()).toBe(true);
    expect((await simpleParser(Buffer.from(raw), { skipTextToHtml: true })).text?.trim()).toBe(
      mail.text.trim(),
    );
  }
});
