/**
 * Must be shown: work linear in size. A mail of a megabyte, made to cost as much as it can, takes at most 2.2
 * times the counted steps of one half as large: from the bytes as they come in to what was read.
 */
import { describe, expect, it } from 'vitest';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { readMail } from '../../../functions/inbound/read-mail.ts';
import { skimmer } from '../../../functions/shell/mail/skim.ts';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import { newMeter } from '../../../program/reply/meter.ts';
import { readNote } from '../../../program/reply/note.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { CONTEXT } from '../../program/reply/corpus.ts';

const HALF = 512 * 1024;
const RATIO = 2.2;
const filled = (seed: string, size: number): string =>
  seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
const HEAD = 'From: a@b.example\r\nSubject: Re: x\r\n';
const TEXT = `${HEAD}Content-Type: text/plain\r\n\r\n`;
const HTML = `${HEAD}Content-Type: text/html\r\n\r\n`;
const FLOWED = `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\n`;
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n`;

/** Where a mail of any size begins, and what is said over and over behind it. */
const SHAPES: Readonly<Record<string, readonly [head: string, seed: string]>> = {
  'one long word': [TEXT, 'a'],
  'one long line': [TEXT, 'my calf is hot '],
  'empty lines': [TEXT, '\r\n'],
  'quoted lines': [TEXT, '> \r\n'],
  'brackets that open': [TEXT, '<a@b\r\n'],
  'headers of old mails': [TEXT, 'From: x\r\nSent: y\r\nTo: z\r\n'],
  attributions: [TEXT, 'On 1 1 2026 10:00 a@b\r\n'],
  'lines of the stop list': [TEXT, '- swelling, redness or heat in one leg\r\n'],
  'words that are no words': [TEXT, 'swolen '],
  'flowed lines': [FLOWED, 'and so on \r\n'],
  'flowed quotes': [FLOWED, '>>> > \r\n'],
  'tags that open': [HTML, '<div><blockquote>'],
  'tags that never close': [HTML, '<a href="'],
  comments: [HTML, '<!-- -'],
  entities: [HTML, '&amp;&#'],
  'parts without a word': [MIXED, '--x\r\n'],
  'parts of text': [MIXED, '--x\r\nContent-Type: text/plain\r\n\r\n2\r\n'],
  'mails in mails': [`${HEAD}Content-Type: message/rfc822\r\n\r\n`, TEXT],
  'one header after another': [HEAD, 'X-A: b\r\n'],
  'a header without end': [HEAD, 'x'],
  'a From without end': ['From: ', 'a@b.example, '],
};
const mailOf = ([head, seed]: readonly [string, string], size: number): Buffer =>
  Buffer.from(`${head}${filled(seed, size)}`, 'latin1');

async function readingSteps(mail: Uint8Array): Promise<number> {
  const meter = newMeter();
  const { headers, subject, text, html } = await readMail(mail, meter);
  readAutomatic(headers, null, subject, meter);
  readReply({ text, html, known: loadKnown() }, CONTEXT, meter);
  return meter.steps;
}
function skimmingSteps(mail: Uint8Array, chunk: number): number {
  const meter = newMeter();
  const { push, kept } = skimmer(mail.length, meter);
  for (let at = 0; at < mail.length; at += chunk) if (!push(mail.subarray(at, at + chunk))) break;
  kept();
  return meter.steps;
}

describe('a mail twice as large', () => {
  it.each(Object.entries(SHAPES))('%s: takes twice the steps to read', async (_name, shape) => {
    const [half, whole] = [
      await readingSteps(mailOf(shape, HALF)),
      await readingSteps(mailOf(shape, 2 * HALF)),
    ];
    expect(half).toBeGreaterThan(0);
    expect(whole / half).toBeLessThanOrEqual(RATIO);
  });

  it.each(Object.entries(SHAPES))('%s: takes twice the steps to take in, in crumbs too', (_name, shape) => {
    const whole = mailOf(shape, HALF);
    for (const chunk of [64, 16_384]) {
      const [half, all] = [
        skimmingSteps(whole.subarray(0, whole.length / 2), chunk),
        skimmingSteps(whole, chunk),
      ];
      expect(half).toBeGreaterThan(0);
      expect(all / half, `${chunk} bytes at a time`).toBeLessThanOrEqual(RATIO);
      // Every byte is looked at a few times, however few come at once.
      expect(all / whole.length).toBeLessThan(8);
    }
  });
});

describe('a note twice as long', () => {
  it.each([
    ['one word over and over', 'again '],
    ['clauses of one word', 'again, '],
    ['long clauses that begin alike', `${'so '.repeat(60)}very, `],
    ['names', 'with Tom Smith '],
    ['no word at all', '!? '],
  ])('%s: takes twice the steps', (_name, seed) => {
    const stepsOf = (size: number): number => {
      const meter = newMeter();
      readNote(filled(seed, size), [], meter);
      return meter.steps;
    };
    for (const size of [16_000, 64_000])
      expect(stepsOf(2 * size)).toBeLessThanOrEqual(RATIO * stepsOf(size) + 200);
  });
});
