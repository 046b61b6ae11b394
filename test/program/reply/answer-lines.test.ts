/**
 * An answer line is the person's, as printed or changed, whole or wrapped by their mail program, above, below
 * and beside whatever else they write; only inside a quote of the mail that printed it is it ours.
 */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../emails/examples.ts';
import { renderMail } from '../../../emails/render.ts';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { type ReplyReading, readReply } from '../../../program/reply/read-reply.ts';
import { CONTEXT } from './corpus.ts';

const known = loadKnown();
const read = (text: string): ReplyReading => readReply({ text, html: null, known }, CONTEXT);
const answersOf = (text: string): unknown => {
  const reading = read(text);
  return reading.kind === 'answer' ? reading.answers : reading.kind;
};

const asked = [...EXAMPLES['check-in'], ...EXAMPLES.reminder, ...EXAMPLES.question].map(({ view }) => view);
/** Every line that the examples print, and what people make of it. */
const LINES: readonly string[] = [
  ...new Set(asked.flatMap(({ body }) => ('reply' in body ? [body.reply.longLine] : []))),
  '2 OK',
  '1, worst 2, did 3 of 3, fine next morning',
  '3, worst 4, did 2 of 3, did not run, no painkillers',
  'pain 1, worst 2, did 3 of 3, ran 20 min, fine next morning, no painkillers, no stop signs',
  'two, worst three, fine next morning',
];
/** Hard line ends, as mail programs set them. */
const wrapped = (line: string, column: number): string => {
  const out: string[] = [];
  for (const word of line.split(' ')) {
    const last = out.at(-1);
    if (last === undefined || `${last} ${word}`.length > column) out.push(word);
    else out[out.length - 1] = `${last} ${word}`;
  }
  return out.join('\n');
};
const ALONE = LINES.map((line) => [line, answersOf(line)] as const);

describe('an answer line', () => {
  it.each(ALONE)('%s: is read', (_, answers) => expect(answers).toMatchObject({}));

  it.each(ALONE)('%s: says the same where it is wrapped', (line, answers) => {
    for (const column of [30, 40, 48, 60, 66, 72, 76, 78])
      expect(answersOf(wrapped(line, column)), wrapped(line, column)).toEqual(answers);
  });

  const beside = [
    'Is it ok to run on a treadmill?',
    'Can I run on a treadmill when it is cold?',
    'Do I do the exercises on both legs or only on the sore one?',
    'How long do I hold the stretch for the calf?',
    'When can I run again?',
    'Thanks!',
    'Thank you very much, see you on Sunday',
    'Best wishes\nAda',
    '-- \nAda Example\nHigh Street 10',
  ];
  it.each(beside)('is not lost above or below "%s"', (other) => {
    for (const [line] of ALONE)
      for (const text of [`${line}\n${other}`, `${line}\n\n${other}`, `${other}\n${line}`]) {
        // What stands below a mark is a signature.
        if (other.startsWith('--') && text.startsWith(other)) continue;
        const reading = read(text);
        expect(reading.kind, text).toBe('answer');
      }
  });

  const mails = asked.map((view) => renderMail(view));
  it.each(mails.map(({ subject, text }) => [subject, text] as const))(
    'is read above and below "%s" quoted bare, and never out of it',
    (_, mail) => {
      for (const quote of [mail, mail.split('\n').slice(0, -3).join('\n')]) {
        expect(['empty', 'unclear']).toContain(read(quote).kind);
        expect(read(`Thanks!\n\n${quote}`).kind).not.toBe('answer');
        for (const [line] of ALONE) {
          // "2 OK" below a quote without marks may be the line that the mail printed: asked.
          const below = line === '2 OK' ? [] : [`${quote}\n\n${line}`];
          for (const text of [`${line}\n\n${quote}`, ...below]) {
            const reading = read(text);
            expect(reading.kind, text).toBe('answer');
          }
        }
      }
    },
  );
});

describe('the short line as people copy it', () => {
  it.each([
    '“2 OK”',
    '„2 OK“',
    '« 2 OK »',
    '*2 OK*',
    '_2 OK_',
    '2 OK 👍',
    '2 OK 👍🏽',
    '2 OK 🙂 thanks',
    '2 OK, thanks 🙂',
    '2 OK\n\nGet BlueMail for Android',
  ])('%j is the line', (text) => expect(answersOf(text)).toEqual(answersOf('2 OK')));
  it.each(['2 OK 😬', '2 OK 🤕', '2 OK?', '(2 OK)', '2 OK "but sore"'])('%j is not', (text) =>
    expect(answersOf(text)).not.toEqual(answersOf('2 OK')),
  );
});

// As Thunderbird, K-9 and Fastmail write: the answer below what was quoted.
describe('an answer below a quote with marks', () => {
  const mails = EXAMPLES['check-in'].map(({ view }) => renderMail(view).text);
  const MARKED = [
    (mail: string) => `On 08/03/2026 07:00, Calf Coach wrote:\n${marked(mail)}`,
    (mail: string) =>
      `Am 08.03.26 um 08:00 schrieb Calf Coach:\n${marked(mail).split('\n').slice(0, 12).join('\n')}`,
    (mail: string) => marked(mail),
  ];
  function marked(mail: string): string {
    return mail.replace(/^/gm, '> ').replace(/^> $/gm, '>');
  }
  it.each(ALONE)('%s: is read', (line, answers) => {
    for (const mail of mails)
      for (const quote of MARKED) expect(answersOf(`${quote(mail)}\n\n${line}\n`)).toEqual(answers);
  });
  it('the same line within the quote is no answer, nor is one that our own words lead up to', () => {
    for (const mail of mails) {
      expect(answersOf(marked(mail))).toMatch(/empty|unclear/);
      // A program that lost the marks in the middle.
      const half = mail.indexOf('\n\n', mail.length / 4);
      expect(answersOf(`${marked(mail.slice(0, half))}\n${mail.slice(half)}`)).toMatch(/empty|unclear/);
    }
  });
});
