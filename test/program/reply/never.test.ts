/**
 * What must never happen, with any input: a throw, a score off the scale, a quoted line read as new, work
 * that outgrows the mail, a guess.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInAnswers, missingFields } from '../../../program/answers/check-in.ts';
import { readAnswer } from '../../../program/reply/answer/read-answer.ts';
import { readCommand } from '../../../program/reply/answer/read-command.ts';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import type { ReplyContext } from '../../../program/reply/context.ts';
import { newMeter } from '../../../program/reply/meter.ts';
import { htmlToText } from '../../../program/reply/quote/html-to-text.ts';
import { newText } from '../../../program/reply/quote/new-text.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { cases } from '../../support/effort.ts';

const CONTEXT: ReplyContext = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: ['strength', 'run'],
  maintenance: false,
};

const piece = fc.constantFrom(
  ...[
    '4',
    '10',
    '0',
    '1 0',
    '4,5',
    'pain',
    'worst',
    'did',
    '3 of 3',
    'ran',
    '25 min',
    'no',
    'not',
    'swollen',
    'calf',
    'is',
    'hot',
    'or',
    'and',
    'but',
    ', ',
  ],
  ...[
    '. ',
    '\n',
    '\n\n',
    '> ',
    '>',
    '-- ',
    'On Sun, 8 Mar 2026 at 07:00, X <a@b.org> wrote:',
    'From: ',
    'Sent: ',
    'To: ',
    'Subject: ',
    '________________',
  ],
  ...[
    'Thanks',
    'OK',
    'stop signs',
    'tests ok',
    'next morning',
    'fine',
    '<div>',
    '</div>',
    '<blockquote>',
    '<',
    '>',
    '&amp;',
    '&#',
    ':',
    '/',
    '-',
    '½',
    '４',
    '\u0000',
    '🙂',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('whatever comes', () => {
  it('nothing throws, scores are whole and on the scale, and answers pass the schema', () => {
    fc.assert(
      fc.property(text, text, (plain, html) => {
        const reading = readReply({ text: plain, html }, CONTEXT);
        if (reading.kind === 'answer') expect(checkInAnswers.safeParse(reading.answers).success).toBe(true);
        if (reading.kind === 'redFlags')
          expect(checkInAnswers.safeParse({ painAverage: 0, ...reading.answers }).success).toBe(true);
        if (reading.kind === 'ambiguous')
          for (const candidate of reading.candidates)
            expect(Number.isInteger(candidate) && candidate >= 0 && candidate <= 10).toBe(true);
        readCommand(plain);
        readAutomatic([[plain, html]], plain, html);
      }),
      { numRuns: cases(1_500) },
    );
  });

  it('no line that only the quote had is new', () => {
    const line = fc.constantFrom(
      '4',
      '2 OK',
      'worst 3',
      'calf is swollen',
      'STOP',
      '7/10',
      'see you',
      'no stop signs',
    );
    const attribution = fc.constantFrom(
      'On Sun, 8 Mar 2026 at 07:00, Calf Coach <a@b.org> wrote:',
      'Am 08.03.26 um 07:00 schrieb Calf Coach:',
      '-----Original Message-----',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        attribution,
        fc.boolean(),
        (own, old, header, marks) => {
          const quote = old.map((l) => `${marks ? '> ' : ''}${l} quoted`).join('\n');
          const result = newText(`${own.join('\n')}\n\n${header}\n${quote}\n`);
          expect(result).not.toContain('quoted');
          expect(result).toBe(own.join('\n'));
        },
      ),
      { numRuns: cases(400) },
    );
  });

  it('a complete answer needs every item said: any one left out of the long line leaves it incomplete', () => {
    const items = [
      '2',
      'worst 3',
      'did 3 of 3',
      'ran 25 min',
      'fine next morning',
      'no painkillers',
      'no stop signs',
      'tests ok',
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(items, { minLength: 0 }),
        fc.constantFrom(', ', '\n', '. ', '; '),
        (said, between) => {
          const reading = readAnswer(said.join(between), CONTEXT);
          if (!said.includes('2')) {
            expect(reading.kind).toBe('none');
            return;
          }
          if (reading.kind !== 'answer') throw new TypeError(`${said.join(between)} gave ${reading.kind}`);
          const answers = checkInAnswers.parse(reading.answers);
          expect(answers.painAverage).toBe(2);
          expect(missingFields(answers).length === 0).toBe(
            items.slice(0, 7).every((item) => said.includes(item)),
          );
          expect(answers.gateStrength === 'yes').toBe(said.includes('tests ok'));
        },
      ),
      { numRuns: cases(600) },
    );
  });

  it('`2 OK` is whole only where it was offered', () => {
    for (const allowOk of [true, false]) {
      for (const requireLong of [true, false]) {
        for (let n = 0; n <= 10; n++) {
          const reading = readAnswer(`${n} OK`, { ...CONTEXT, allowOk, requireLong });
          if (reading.kind !== 'answer') expect.unreachable();
          else expect(reading.understood.length > 1).toBe(allowOk && !requireLong && n <= 3);
        }
      }
    }
  });

  it('a stop sign goes first, whatever the number or the command', () => {
    for (const other of [
      '0',
      '2 OK',
      'STOP',
      'no stop signs',
      '2, worst 3, did 3 of 3, ran 25 min, fine next morning, no painkillers, no stop signs, tests ok',
    ]) {
      for (const sign of [
        'calf is hot and swollen',
        'short of breath',
        'heard a pop',
        'my foot is numb',
        'swolen calf',
      ]) {
        for (const joint of ['. ', '\n', ', but ', '\n\n-- \n']) {
          expect(readReply({ text: `${other}${joint}${sign}`, html: null }, CONTEXT).kind).toBe('redFlags');
          expect(
            readReply({ text: `${sign}${joint === ', but ' ? '. ' : joint}${other}`, html: null }, CONTEXT)
              .kind,
          ).toBe('redFlags');
        }
      }
    }
  });
});

/** Inputs made to cost as much as they can, each a seed that is repeated. */
const HOSTILE: readonly string[] = [
  ...[
    'a',
    ' ',
    '\n',
    '>',
    '> \n',
    '<',
    '<a',
    '<div>',
    '<!--',
    '&',
    '&#',
    ':',
    ':\n',
    'On 1 1 2026 10:00 a@b\n',
    'On ',
    'From: x\n',
    'From: x\nSent: y\n',
    '_____\n',
    '-----\n',
  ],
  ...[
    '----- Original Message\n',
    '1\n',
    '0 1 2 3 ',
    '1-',
    '1 ',
    'no ',
    'not swollen ',
    'swollen calf ',
    'swolen ',
    'pain ',
    'red hot calf leg ',
    'cant ',
    'worst ',
    'did 3 of ',
    'ran for about ',
  ],
  ...[
    'wrote:',
    'a@b ',
    'Am 1.1.26 x\n',
    'Thanks\n',
    'pause ',
    'please ',
    '\u0000',
    '\ufdfa',
    '𝟜',
    '\r',
    'Sent from my ',
    'http://a/c/',
    '| 0 | 1 ',
    'zzzzzzz ',
    'swollwn abcdefg ',
  ],
];

const steps = (seed: string, size: number): number => {
  const meter = newMeter();
  const input = seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
  readReply({ text: input, html: null, sent: input }, CONTEXT, meter);
  readReply({ text: null, html: input }, CONTEXT, meter);
  readRedFlags(input, meter);
  readAnswer(input, CONTEXT, meter);
  htmlToText(input, meter);
  readAutomatic([['X', input]], null, input, meter);
  return meter.steps;
};

describe('work', () => {
  it.each(HOSTILE.map((seed) => [JSON.stringify(seed), seed] as const))('is linear in %s', (_name, seed) => {
    for (const size of [2_000, 4_000, 8_000, 32_000, 64_000])
      expect(steps(seed, 2 * size)).toBeLessThanOrEqual(2.2 * steps(seed, size) + 200);
  });

  it('is bounded for a mail of any size', () => {
    for (const seed of ['a', '\n', '<', 'From: x\n', 'swolen '])
      expect(steps(seed, 3_000_000)).toBeLessThan(60_000_000);
  });
});
