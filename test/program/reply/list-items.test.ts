/**
 * A line of the stop list that comes back: copied, ticked, left, or written into. None is lost, none of the
 * lists that are only quoted is heard.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../emails/examples.ts';
import { renderMail } from '../../../emails/render.ts';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { knownWords } from '../../../program/reply/quote/known.ts';
import { type ReplyReading, readReply } from '../../../program/reply/read-reply.ts';
import { KNOWN_WORDS } from '../../../tools/build/known-words.ts';
import { CONTEXT } from './corpus.ts';

const known = loadKnown();
const read = (text: string): ReplyReading => readReply({ text, html: null, known }, CONTEXT);
const { items } = knownWords.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../..', KNOWN_WORDS), 'utf8')),
);
const [example] = EXAMPLES['check-in'];
if (example === undefined) throw new TypeError('no check-in');
const MAIL = renderMail(example.view).text;
const QUOTED = `On Sun, 8 Mar 2026 at 07:00, Calf Coach <coach@calf.example.org> wrote:
${MAIL.replaceAll(/^/gm, '> ')}`;
const BELOW = { nothing: '', 'the mail, quoted': `\n\n${QUOTED}`, 'the mail, bare': `\n\n${MAIL}` };

const PLACES: readonly (readonly [string, (item: string) => string])[] = [
  ['alone', (item) => item],
  ['as a list line', (item) => `- ${item}`],
  ['below a number', (item) => `2\n${item}`],
  ['after a number', (item) => `2, ${item}`],
  ['under "yes, this one"', (item) => `yes, this one:\n${item}`],
  ['quoted under "yes, this one"', (item) => `yes, this one\n> ${item}`],
  ['above "yes, this one"', (item) => `${item}\nyes, this one`],
  ['quoted above "yes, this one"', (item) => `> ${item}\nyes, this one`],
  ['with an x before it', (item) => `> x ${item}`],
  ['with a yes at its end', (item) => `> - ${item} yes`],
  ['with a mark at its end', (item) => `> ${item} ✓`],
];

describe('a line of the stop list', () => {
  it('has every sign of the list among the wordings', () => expect(items.length).toBeGreaterThanOrEqual(50));

  it.each(PLACES)('%s is told to us, every one, whatever stands below', (_place, typed) => {
    const lost = items.flatMap(([flag, item]) =>
      Object.entries(BELOW).flatMap(([below, text]) => {
        const reading = read(`${typed(item)}${text}`);
        return reading.kind === 'redFlags' && reading.flags.includes(flag) ? [] : [[flag, item, below]];
      }),
    );
    expect(lost).toEqual([]);
  });

  const LINES = [
    '- chest pain or short breath',
    '- swelling, redness or heat in one leg',
    '- a pop, or you cannot walk on it',
  ];
  const at = (line: string, mark: string): ReplyReading =>
    read(QUOTED.replace(`> ${line}`, `> ${line}${mark}`));
  it.each([
    ' yes',
    ' x',
    ' ✓',
    ' <- this',
    '\nyes',
    '\nx',
    '\n✓',
    '\n> \nyes',
    '\n\nyes this one',
    ' -- yes since Tuesday',
    '\nI have this',
    ' I have this one',
    ' me',
  ])('with %j is ticked', (mark) => {
    for (const line of LINES) expect([line, at(line, mark).kind]).toEqual([line, 'redFlags']);
  });
  it.each(['', ' no', '\nno', '\nnone', ' no x', '\nNo, none of these'])('with %j is not', (mark) => {
    for (const line of LINES) expect([line, at(line, mark).kind]).not.toEqual([line, 'redFlags']);
  });

  it('printed for two signs stands for both', () => {
    expect(at('- a pop, or you cannot walk on it', ' yes')).toMatchObject({ flags: ['pop', 'walk'] });
  });
});

describe('words written into a line of ours', () => {
  it.each([
    ['How was your calf, on', 'How was your calf red and swollen, on', 'swelling'],
    ['Think of the whole', 'Think of the numb foot whole', 'numbCold'],
    ['Nothing is stored', 'Nothing my calf popped is stored', 'pop'],
  ])('%s: are read for stop signs, and asked about', (ours, theirs, flag) => {
    for (const mail of [QUOTED, MAIL]) {
      const text = mail.replace(ours, theirs);
      expect(text).not.toBe(mail);
      expect(read(`2\n\n${text}`)).toMatchObject({ kind: 'redFlags', flags: [flag], certain: false });
    }
  });
  it('and a number among them is none', () => {
    expect(read(`2\n\n${QUOTED.replace('Nothing is', 'Nothing 9 is')}`)).toMatchObject({
      answers: { painAverage: 2 },
    });
  });
});

it('"this one" is no score', () => {
  for (const text of ['yes, this one', 'that one', 'the one']) expect(read(text).kind).toBe('unclear');
});
