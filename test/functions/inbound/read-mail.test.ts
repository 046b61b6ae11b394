/**
 * Hostile and broken mail: read within bounds or not at all, the person asked, the work linear in the bytes
 * looked at.
 */
import { describe, expect, it, test } from 'vitest';
import { MAX_PARTS, readMail } from '../../../functions/inbound/read-mail.ts';
import {
  isProved,
  type Receipt,
  readReceipts,
  recipientOf,
  whyDropped,
} from '../../../functions/inbound/receipt.ts';
import { MAX_MAIL_BYTES } from '../../../functions/shell/mail/mailbox.ts';
import { newMeter } from '../../../program/reply/meter.ts';
import { readReply } from '../../../program/reply/read-reply.ts';

const CONTEXT = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: [],
  maintenance: false,
} as const;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const HEAD = 'From: Ada <ada@example.org>\r\nSubject: Re: check-in\r\nMIME-Version: 1.0\r\n';
const plain = (text: string, type = 'text/plain; charset=utf-8'): string =>
  `${HEAD}Content-Type: ${type}\r\n\r\n${text}`;
const multipart = (parts: readonly string[], boundary = 'b'): string =>
  `${HEAD}Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
const TEXT = 'Content-Type: text/plain\r\n\r\n4\r\n';
const nested = (depth: number): string =>
  `${HEAD}${Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}${TEXT}`;

async function read(mail: string | Uint8Array) {
  const meter = newMeter();
  const received = await readMail(typeof mail === 'string' ? bytes(mail) : mail, meter);
  const reading = received.readable
    ? readReply({ text: received.text, html: received.html }, CONTEXT, meter)
    : { kind: 'unclear' as const };
  return { ...received, reading, steps: meter.steps };
}

describe('a mail of any size and shape', () => {
  it.each([
    ['a plain number', plain('4'), { kind: 'answer', answers: { painAverage: 4 } }],
    ['bare line feeds', plain('4').replaceAll('\r\n', '\n'), { kind: 'answer', answers: { painAverage: 4 } }],
    [
      'HTML alone',
      plain('<p>4</p><blockquote>0 1 2 3 4 5</blockquote>', 'text/html'),
      { kind: 'answer', answers: { painAverage: 4 } },
    ],
    [
      'an unknown charset',
      plain('4', 'text/plain; charset=x-klingon'),
      { kind: 'answer', answers: { painAverage: 4 } },
    ],
    [
      'Windows characters',
      plain('pain 4 \x96 fine', 'text/plain; charset=windows-1252'),
      { kind: 'answer', answers: { painAverage: 4 } },
    ],
    [
      'quoted-printable',
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=34=0D=0A`,
      { kind: 'answer' },
    ],
    [
      'text before 40 MB',
      multipart([
        TEXT,
        `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'A'.repeat(40_000_000)}`,
      ]),
      { kind: 'answer' },
    ],
    ['no text part', multipart(['Content-Type: image/png\r\n\r\nxx']), { kind: 'empty' }],
    ['no body at all', HEAD, { kind: 'unclear' }],
    ['nothing at all', '', { kind: 'unclear' }],
    [
      'text behind 2 MB',
      multipart([`Content-Type: image/png\r\n\r\n${'A\r\n'.repeat(700_000)}`, TEXT]),
      { kind: 'empty' },
    ],
    ['10,000 nested parts', nested(10_000), { kind: 'unclear' }],
    ['a million parts', multipart(Array.from({ length: 1_000_000 }, () => '')), { kind: 'unclear' }],
    ['10 MB of headers', `${HEAD}${'X-Filler: x\r\n'.repeat(800_000)}\r\n4`, { kind: 'unclear' }],
    [
      'one header of 10 MB',
      `From: ada@example.org\r\nX-Filler: ${'x'.repeat(10_000_000)}\r\n\r\n4`,
      { kind: 'unclear' },
    ],
  ] as const)('%s', async (_name, mail, expected) => {
    const { reading, steps } = await read(mail);
    expect(reading).toMatchObject(expected);
    expect(steps).toBeLessThan(40 * MAX_MAIL_BYTES);
  });

  it('keeps who wrote it, however broken the rest is', async () => {
    for (const mail of [nested(10_000), multipart(Array.from({ length: MAX_PARTS + 1 }, () => ''))]) {
      expect(await read(mail)).toMatchObject({
        from: ['ada@example.org'],
        readable: false,
        text: null,
        html: null,
      });
    }
  });

  it('a forwarded mail inside is somebody else’s words', async () => {
    expect(
      (await read(multipart(['Content-Type: message/rfc822\r\n\r\nFrom: x@example.net\r\n\r\n9\r\n', TEXT])))
        .reading,
    ).toMatchObject({
      answers: { painAverage: 4 },
    });
  });

  it.each([
    ['lines of text', (n: number) => plain('pain and more words 4 of 10\r\n'.repeat(n)), 4_000],
    ['quoted lines', (n: number) => plain(`4\r\n${'> 0 1 2 3 4\r\n'.repeat(n)}`), 4_000],
    ['one line', (n: number) => plain('4 or '.repeat(n)), 20_000],
    ['parts', (n: number) => multipart(Array.from({ length: n }, () => TEXT)), 150],
    ['nesting', nested, 1_000],
    ['headers', (n: number) => `${HEAD}${'X-A: b\r\n'.repeat(n)}\r\n4`, 6_000],
    ['HTML tags', (n: number) => plain('<div><b>4</b>'.repeat(n), 'text/html'), 6_000],
  ] as const)('twice as many %s are at most 2.2 times the work', async (_name, mail, n) => {
    const [once, twice] = [await read(mail(n)), await read(mail(2 * n))];
    expect(once.steps).toBeGreaterThan(0);
    expect(twice.steps / once.steps).toBeLessThanOrEqual(2.2);
  });
});

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  messageId: 'm1',
  source: 'ada@example.org',
  recipients: [],
  spam: 'PASS',
  virus: 'PASS',
  spf: 'PASS',
  dkim: 'PASS',
  dmarc: 'PASS',
  ...changes,
});

describe('the receipt', () => {
  it.each([
    ['all passed', {}, ['ada@example.org'], true],
    ['capitals are the same mailbox', {}, ['Ada@Example.org'], true],
    ['a +tag where nobody documents it is another mailbox', {}, ['ada+run@example.org'], false],
    [
      'no DMARC, SPF of an envelope with a +tag',
      { dmarc: 'GRAY', source: 'ada+run@example.org' },
      ['ada@example.org'],
      false,
    ],
    ['another sender', {}, ['mallory@example.org'], false],
    ['two senders', {}, ['ada@example.org', 'mallory@example.org'], false],
    ['no sender', {}, [], false],
    ['DMARC failed', { dmarc: 'FAIL' }, ['ada@example.org'], false],
    ['no DMARC, SPF of the address', { dmarc: 'GRAY' }, ['ada@example.org'], true],
    [
      'no DMARC, SPF of another envelope',
      { dmarc: 'GRAY', source: 'x@example.net' },
      ['ada@example.org'],
      false,
    ],
    ['no DMARC, only a signature', { dmarc: 'GRAY', spf: 'FAIL' }, ['ada@example.org'], false],
    [
      'nothing could be checked',
      { dmarc: 'PROCESSING_FAILED', spf: 'PROCESSING_FAILED' },
      ['ada@example.org'],
      false,
    ],
  ] as const)('proof of the sender: %s', (_name, changes, from, proved) => {
    expect(isProved(receipt(changes), from, 'ada@example.org')).toBe(proved);
  });

  it.each([
    ['ada.run@gmail.com', 'AdaRun+calf@googlemail.com', true],
    ['ada+calf@outlook.com', 'ada@outlook.com', true],
    ['ada+calf@hotmail.co.uk', 'ada@hotmail.co.uk', true],
    ['ada@fastmail.com', 'calf@ada.fastmail.com', true],
    ['ada-calf@yahoo.de', 'ada@yahoo.de', true],
    ['ada@me.com', 'ada+x@icloud.com', true],
    ['ada@outlook.com', 'ada@outlook.de', false],
    ['ada@yahoo.de', 'ada@yahoo.fr', false],
    ['ada+calf@club.example', 'ada@club.example', false],
    ['ada@gmail.com', 'ada+x@gmail.example', false],
    ['ada.run@club.example', 'adarun@club.example', false],
  ] as const)('proof for %s by a mail from %s: %s', (onFile, from, proved) => {
    expect(isProved(receipt({ source: from }), [from], onFile)).toBe(proved);
    expect(isProved(receipt({ source: from, dmarc: 'GRAY' }), [from], onFile)).toBe(proved);
  });

  it('a virus is dropped, spam where nobody vouches for the sender; what only looks like it is read and not proved', () => {
    const why = [{ virus: 'FAIL' }, { spam: 'FAIL', dmarc: 'FAIL' }, { spam: 'FAIL' }, { spam: 'GRAY' }].map(
      (changes) => whyDropped(receipt(changes)),
    );
    expect(why).toEqual(['virus', 'spam', null, null]);
    expect(isProved(receipt({ spam: 'FAIL' }), ['ada@example.org'], 'ada@example.org')).toBe(false);
  });

  it('the handle is the envelope’s, on our domain, whole', () => {
    const handle = 'a2'.repeat(13);
    expect(
      recipientOf([`x@reply.example.org`, `R-${handle}@Reply.example.org`], 'reply.example.org'),
    ).toEqual({ handle, leaves: false });
    for (const wrong of [
      `r-${handle}@example.org`,
      `r-${handle}a@reply.example.org`,
      `r-${'01'.repeat(13)}@reply.example.org`,
      handle,
    ])
      expect(recipientOf([wrong], 'reply.example.org')).toBeNull();
  });

  test('anything but SES’s own event is a fault', () => {
    for (const wrong of [
      null,
      {},
      { Records: [{}] },
      { Records: [{ ses: { mail: { messageId: '../x' } } }] },
    ])
      expect(() => readReceipts(wrong)).toThrow();
  });
});
