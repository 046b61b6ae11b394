/** The text of a mail that is larger than what is read: found behind photos, however its bytes come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../../functions/inbound/read-mail.ts';
import { MAX_MAIL_BYTES } from '../../../../functions/shell/mail/mailbox.ts';
import { skimmer } from '../../../../functions/shell/mail/skim.ts';
import { cases } from '../../../support/effort.ts';

const PHOTO = `${'A'.repeat(76)}\r\n`.repeat(30_000);
const mailWith = (parts: readonly string[], end = '\r\n'): Buffer =>
  Buffer.from(
    [
      'From: anna@post.example',
      'Subject: Re: check-in',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed;',
      ' boundary="Apple-Mail-1"',
      '',
      ...parts.flatMap((part) => ['--Apple-Mail-1', part]),
      '--Apple-Mail-1--',
      '',
    ]
      .join('\r\n')
      .replaceAll('\r\n', end),
  );
const photo = `Content-Type: image/jpeg; name=IMG_1.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${PHOTO}`;
const words = (text: string): string => `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
function skimmed(mail: Uint8Array, chunk = 65_536): Uint8Array {
  const { push, kept } = skimmer(MAX_MAIL_BYTES);
  for (let at = 0; at < mail.length; at += chunk) if (!push(mail.subarray(at, at + chunk))) break;
  return kept();
}

describe('words behind a photo of two megabytes', () => {
  it.each(['\r\n', '\n'])('are read (%j)', async (end) => {
    const mail = mailWith([photo, words('My calf is hot, red and swollen'), photo, words('and sore')], end);
    expect(mail.length).toBeGreaterThan(4 * MAX_MAIL_BYTES);
    const kept = skimmed(mail);
    expect(kept.length).toBeLessThan(2_000);
    const { text, readable } = await readMail(kept);
    expect(readable).toBe(true);
    expect(text).toContain('hot, red and swollen');
    expect(text).toContain('and sore');
  });

  it('are not those of an attached text', async () => {
    const attached =
      'Content-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nchest pain\r\n';
    const { text } = await readMail(skimmed(mailWith([attached, words('2')])));
    expect([text?.includes('chest pain'), text?.trim()]).toEqual([false, '2']);
  });

  it('are the same however the bytes are cut', () => {
    const mail = mailWith([words('one'), photo.slice(0, 900), words('two')]);
    const whole = Buffer.from(skimmed(mail)).toString('latin1');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (chunk) => {
        expect(Buffer.from(skimmed(mail, chunk)).toString('latin1')).toBe(whole);
      }),
      { numRuns: cases(60) },
    );
  });
});

it('never keeps more than it may, of whatever comes', () => {
  const seeds = ['a', '\n', '--Apple-Mail-1\n', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n'];
  for (const seed of seeds) {
    const mail = Buffer.from(seed.repeat(Math.ceil((3 * MAX_MAIL_BYTES) / seed.length)));
    expect(skimmed(mail).length).toBeLessThanOrEqual(MAX_MAIL_BYTES);
  }
});
