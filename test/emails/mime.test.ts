import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { type Header, HeaderRefused, quotedPrintable, writeHeader, writeMessage } from '../../emails/mime.ts';
import { cases } from '../support/effort.ts';

const BASE: readonly Header[] = [
  ['From', 'Calf Coach <coach@mail.example.org>'],
  ['To', 'sam@example.com'],
  ['Subject', 'Week 3: your plan'],
];
const asText = (bytes: Uint8Array): string => new TextDecoder('ascii', { fatal: true }).decode(bytes);
const lf = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');

async function readTwice(bytes: Uint8Array) {
  const [postal, parser] = [
    await PostalMime.parse(bytes),
    await simpleParser(Buffer.from(bytes), { skipTextToHtml: true }),
  ];
  return [
    {
      subject: postal.subject,
      text: lf(postal.text ?? ''),
      html: lf(postal.html ?? ''),
      attachments: postal.attachments.length,
      from: postal.from?.name,
    },
    {
      subject: parser.subject,
      text: lf(parser.text ?? ''),
      html: lf(parser.html || ''),
      attachments: parser.attachments.length,
      from: parser.from?.value[0]?.name,
    },
  ];
}

describe('a message', () => {
  it('is plain text first, HTML last, seven bits, and two parsers read the same', async () => {
    const raw = writeMessage(BASE, 'Hello\n-- \nfooter', '<p>Hello</p>');
    const message = asText(raw);
    expect(message.indexOf('text/plain')).toBeLessThan(message.indexOf('text/html'));
    expect(message.match(/Content-Transfer-Encoding: 7bit/g)).toHaveLength(2);
    expect(message).toContain('MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="');
    for (const read of await readTwice(raw))
      expect(read).toEqual({
        subject: 'Week 3: your plan',
        text: 'Hello\n-- \nfooter',
        html: '<p>Hello</p>',
        attachments: 0,
        from: 'Calf Coach',
      });
  });

  it('carries any words: what goes in comes out of both parsers', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((s) => s.replace(/\p{Cc}/gu, ' '));
    const lines = fc.array(words, { maxLength: 6 }).map((all) => all.join('\n'));
    await fc.assert(
      fc.asyncProperty(words, lines, async (subject, body) => {
        const trimmed = subject.replace(/\s+/g, ' ').trim();
        const html = `<p>${body.replace(/[<>&]/g, '.')}</p>`;
        const raw = writeMessage([...BASE.slice(0, 2), ['Subject', trimmed]], `text ${body} end`, html);
        const message = asText(raw);
        for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        expect(message.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const read of await readTwice(raw)) {
          expect(read.subject ?? '').toBe(trimmed);
          expect(read.text).toBe(`text ${body} end`);
          expect(read.html).toBe(html);
          expect(read.attachments).toBe(0);
        }
      }),
      { numRuns: cases(150) },
    );
  });

  it('breaks long lines of HTML at spaces and keeps all of it', async () => {
    const html = `<p>${'word '.repeat(800)}end</p>`;
    const raw = writeMessage(BASE, 'x', html);
    for (const line of asText(raw).split('\r\n')) expect(line.length).toBeLessThanOrEqual(900);
    for (const read of await readTwice(raw)) expect(read.html.replace(/\n/g, ' ')).toBe(html);
  });

  it('falls back to quoted-printable where a line cannot be broken', async () => {
    const raw = writeMessage(BASE, 'x'.repeat(2000), `<p>${'y'.repeat(2000)}</p>`);
    for (const line of asText(raw).split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    for (const read of await readTwice(raw)) expect(read.text).toBe('x'.repeat(2000));
  });

  it('a control character or a letter beyond ASCII leaves as quoted-printable, and comes back', async () => {
    for (const odd of ['a\u0007b', 'a\u007fb', 'Łucja', 'a\u0085b']) {
      const raw = writeMessage(BASE, odd, '<p>x</p>');
      expect(asText(raw)).toContain('Content-Transfer-Encoding: quoted-printable');
      expect((await PostalMime.parse(raw)).text?.trim()).toBe(odd);
    }
  });

  it('is 7-bit exactly when its characters and lines allow it, whatever stands where', () => {
    const odd = fc.constantFrom(
      '\t',
      '\n',
      ' ',
      '~',
      '\u007f',
      '\u0080',
      '\u00ff',
      'Ł',
      '\u001f',
      '\0',
      '\r',
    );
    const runs = fc.oneof(
      fc.string({ maxLength: 9 }),
      odd,
      fc.integer({ min: 890, max: 910 }).map((n) => 'x'.repeat(n)),
    );
    fc.assert(
      fc.property(
        fc.array(runs, { maxLength: 8 }).map((all) => all.join('')),
        (text) => {
          const plain = text.replace(/\r\n?/g, '\n');
          const lines = plain.split('\n').every((line) => line.length <= 900);
          const sevenBit = /^[\t\n -~]*$/.test(plain) && lines;
          const [head = ''] = Buffer.from(writeMessage([], text, 'x'))
            .toString('latin1')
            .split('\r\n\r\n')
            .slice(1);
          expect(head).toContain(sevenBit ? 'Encoding: 7bit' : 'Encoding: quoted-printable');
        },
      ),
      { numRuns: cases(400) },
    );
  });

  it('HTML is broken at the last space that lets a line fit, and nothing else of it changes', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 5 }).map((w) => w.replace(/[^a-z]/g, 'e')),
      fc.integer({ min: 1, max: 880 }).map((n) => 'w'.repeat(n)),
    );
    const html = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n')), { maxLength: 30 });
    /** Word by word, as one would by hand. */
    const broken = (line: string): string => {
      let rest = line;
      let out = '';
      while (rest.length > 900) {
        const at = rest.slice(0, 901).lastIndexOf(' ');
        if (at <= 0) return out + rest;
        out += `${rest.slice(0, at)}\n`;
        rest = rest.slice(at + 1);
      }
      return out + rest;
    };
    fc.assert(
      fc.property(html, (words) => {
        const one = words.map((pair) => pair.join('')).join('');
        const wanted = one.split('\n').map(broken).join('\n');
        fc.pre(wanted.split('\n').every((line) => line.length <= 900));
        const raw = Buffer.from(writeMessage([], 'x', one)).toString('latin1');
        const body = raw.split('Encoding: 7bit\r\n\r\n')[2]?.replace(/\r\n--=_calf_0--\r\n$/, '');
        expect(body?.replaceAll('\r\n', '\n')).toBe(wanted);
      }),
      { numRuns: cases(200) },
    );
  });

  it('carries more than any buffer of ours holds, and two messages never share one', async () => {
    const long = `<p>${'word '.repeat(60_000)}</p>`;
    const big = writeMessage(BASE, 'x', long);
    const small = writeMessage(BASE, 'y', '<p>z</p>');
    expect((await PostalMime.parse(big)).html?.replace(/\s+/g, ' ').trim()).toBe(long.replace(/\s+/g, ' '));
    expect((await PostalMime.parse(small)).text?.trim()).toBe('y');
    expect(big.byteLength).toBeGreaterThan(300_000);
    expect(small.buffer.byteLength).toBe(small.byteLength);
  });

  it('finds a boundary that stands in neither part', async () => {
    const raw = writeMessage(BASE, 'a\n--=_calf_0\nb', '<p>--=_calf_1</p>');
    for (const read of await readTwice(raw)) expect(read.text).toBe('a\n--=_calf_0\nb');
  });

  it('is the same bytes for the same input', () => {
    expect(writeMessage(BASE, 'a', '<p>b</p>')).toEqual(writeMessage(BASE, 'a', '<p>b</p>'));
  });
});

describe('a header', () => {
  it.each(['A\r\nBcc: x@example.com', 'A\nB', 'A\rB', 'A\0B', 'A\u0085B', 'A\u001bB', 'half \ud83c'])(
    'refuses %j by its name',
    (value) => {
      expect(() => writeHeader(['Subject', value])).toThrow(HeaderRefused);
      expect(() => writeHeader(['Subject', value])).toThrow('header Subject:');
      expect(() => writeMessage([...BASE, ['X-Note', value]], 'a', 'b')).toThrow('header X-Note:');
    },
  );
  it.each(['Sub ject', 'Subject:', '', 'Sübject'])('refuses the name %j', (name) => {
    expect(() => writeHeader([name, 'x'])).toThrow('is none');
  });
  it('refuses a content type from outside', () => {
    expect(() => writeMessage([...BASE, ['Content-Type', 'text/html']], 'a', 'b')).toThrow(
      'Content-Type is written by the message writer',
    );
  });
  it('never lets a value begin a header of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        let written: string;
        try {
          written = writeHeader(['Subject', value]);
        } catch (fault) {
          expect(fault).toBeInstanceOf(HeaderRefused);
          return;
        }
        const [first = '', ...rest] = written.split('\r\n');
        expect(first).toMatch(/^Subject:/);
        for (const line of rest) expect(line).toMatch(/^ \S/);
        expect(written).toMatch(/^[\x20-\x7e\r\n]*$/);
      }),
    );
  });
  it('is folded at 78 where there is a space, and whole where there is none', () => {
    const folded = writeHeader(['Subject', 'word '.repeat(60).trim()]).split('\r\n');
    for (const line of folded) expect(line.length).toBeLessThanOrEqual(78);
    expect(writeHeader(['List-Unsubscribe', `<https://x.example/u/${'t'.repeat(200)}>`])).toBe(
      `List-Unsubscribe: <https://x.example/u/${'t'.repeat(200)}>`,
    );
    expect(() => writeHeader(['X-Long', 'x'.repeat(1200)])).toThrow('without a place to fold');
  });
  it('encodes a display name and leaves the address readable', () => {
    expect(writeHeader(['From', 'Café Coach <coach@mail.example.org>'])).toBe(
      'From: =?UTF-8?B?Q2Fmw6kgQ29hY2g=?= <coach@mail.example.org>',
    );
    expect(() => writeHeader(['To', 'X <ü@example.org>'])).toThrow('header To:');
  });
  it('keeps what looks like an encoded word as plain words', async () => {
    const raw = writeMessage([...BASE.slice(0, 2), ['Subject', '=?UTF-8?B?SGk=?=']], 'a', 'b');
    for (const read of await readTwice(raw)) expect(read.subject).toBe('=?UTF-8?B?SGk=?=');
  });
});

it('quoted-printable keeps lines within 76 and protects trailing blanks', () => {
  for (const line of quotedPrintable(`${'ü'.repeat(100)} \nend `).split('\r\n'))
    expect(line.length).toBeLessThanOrEqual(76);
  expect(quotedPrintable('a \nb=')).toBe('a=20\r\nb=3D');
});
