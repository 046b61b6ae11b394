/**
 * A differential run: what two other parsers of replies take as the new part, beside what ours takes. Where
 * they differ it is counted who is right; where ours is not, it is said why that is meant.
 */
import EmailReplyParser from 'email-reply-parser';
import planer from 'planer';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../../emails/examples.ts';
import { renderMail } from '../../../../emails/render.ts';
import { loadKnown } from '../../../../functions/inbound/known.ts';
import { splitReply } from '../../../../program/reply/quote/new-text.ts';
import { type ReplyReading, readReply } from '../../../../program/reply/read-reply.ts';
import { cases } from '../../../support/effort.ts';
import { shapes } from '../clients/shapes.ts';
import { CONTEXT, type Entry, readCorpus } from '../corpus.ts';
import { headersOfEmailReplyParser, type TheirText, textsOfPlaner } from './their-texts.ts';

const known = loadKnown();
const PEERS: Readonly<Record<string, (text: string) => string>> = {
  'email-reply-parser': (text) => new EmailReplyParser().read(text).getVisibleText(),
  planer: (text) => planer.extractFromPlain(text),
};

/** Words and figures alone: what is left of spaces and marks is nobody's business. */
const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
/** A signature that is told apart is the person's all the same. */
function isRight({ text, wanted }: TheirText): boolean {
  const { newText, signature } = splitReply(text, { known });
  return [newText, `${newText} ${signature}`].map(wordsOf).includes(wordsOf(wanted));
}

const TYPED = ['4, did 3, fine next morning', 'Thanks!', 'STOP', 'My calf is hot and swollen', '2'];
const mailOf = (kind: 'check-in' | 'plan'): { readonly subject: string; readonly text: string } => {
  const [example] = EXAMPLES[kind];
  if (example === undefined) throw new TypeError(`no ${kind}`);
  return renderMail(example.view);
};
const clientTexts = (): readonly TheirText[] => {
  const mails = (['check-in', 'plan'] as const).map(mailOf);
  return shapes(cases(3)).map((shape, at) => {
    const [typed = '', mail = mails[0]] = [TYPED[at % TYPED.length], mails[at % 2]];
    return { id: shape.id, text: shape.reply(typed, mail?.text ?? '', mail?.subject ?? ''), wanted: typed };
  });
};
/** Around the check-in mail of today: what the reader knows is what we send. */
const corpusTexts = (): readonly TheirText[] => {
  const mail = mailOf('check-in').text;
  const { entries } = readCorpus<Entry & { readonly text: string; readonly new: string }>('replies');
  const bare = mail.trimEnd();
  return entries.map(({ id, text, new: wanted }) => ({
    id,
    text: text
      .replaceAll('{MAIL}', bare)
      .replaceAll('{QUOTED}', bare.replaceAll(/^(?=.)/gm, '> ').replaceAll(/^$/gm, '>'))
      .replaceAll('{INDENTED}', bare.replaceAll('\n', '\n ')),
    wanted,
  }));
};

/** Where another parser is right by its author, and ours means what it does. */
const MEANT: Readonly<Record<string, string>> = {
  'preserves forwarded messages (1)': 'what was forwarded is not the person’s',
  'detects inline replies (1)': 'answers between quoted lines are kept, the quoted lines are not',
  'is not fooled by fake quotations (1)': 'a line that begins with quote marks is a quote',
  'is not fooled into thinking a link ends a quotation (1)': 'one label alone may be the person’s own',
  'is not fooled into thinking a link ends a quotation (3)': 'no figure is read from the rest of a link',
  'is ok with the og message block starting with a date (1)': 'two labels may be the person’s own',
};

describe('beside two other parsers', () => {
  it.each([
    ['client shapes', clientTexts()],
    ['our corpus of replies', corpusTexts()],
    ['the texts of planer', textsOfPlaner()],
  ] as const)('%s: who is right where they differ is counted', (name, texts) => {
    expect(texts.length).toBeGreaterThan(30);
    const ours = texts.map(isRight);
    const outdone = new Set<string>();
    for (const [peer, read] of Object.entries(PEERS)) {
      const theirs = texts.map(({ text, wanted }) => wordsOf(read(text)) === wordsOf(wanted));
      const count = (us: boolean, them: boolean): number =>
        texts.filter((_, at) => ours[at] === us && theirs[at] === them).length;
      process.stdout.write(
        `differential ${peer}, ${name}: ${texts.length} texts, both right ${count(true, true)}, ` +
          `ours alone ${count(true, false)}, theirs alone ${count(false, true)}, ` +
          `neither ${count(false, false)}\n`,
      );
      for (const [at, { id }] of texts.entries())
        if (theirs[at] === true && ours[at] === false) outdone.add(id);
    }
    expect([...outdone].filter((id) => MEANT[id] === undefined)).toEqual([]);
  });

  it('canary: what is said to be meant is still so', () => {
    const wrong = textsOfPlaner().filter((text) => !isRight(text));
    expect(Object.keys(MEANT).filter((id) => !wrong.some((text) => text.id === id))).toEqual([]);
  });
});

const PROBES: readonly (readonly [typed: string, isHeard: (reading: ReplyReading) => boolean])[] = [
  ['STOP', (said) => said.kind === 'command' && said.command.command === 'STOP'],
  ['4', (said) => said.kind === 'answer' && said.answers.painAverage === 4],
  ['My calf is hot and swollen', (said) => said.kind === 'redFlags' && said.flags.join() === 'swelling'],
  ['Thanks!', (said) => said.kind === 'unclear' || said.kind === 'empty'],
];
/** What may stand below a header: a quote with marks, near or apart, or none. */
const BELOW = ['\n> How was your calf?\n', '\n\n> How was it?\n', '\n\nHow was it?\n'];

describe('what is typed in a text that others wrote', () => {
  const theirs = textsOfPlaner().filter(({ text, wanted }) => text !== wanted);
  const headed = headersOfEmailReplyParser().flatMap((header) => [
    ...BELOW.map((below) => ({ id: header, text: `Reply\n\n${header}${below}`, wanted: 'Reply' })),
    ...BELOW.map((below) => ({ id: header, text: `Reply ${header}${below}`, wanted: 'Reply' })),
  ]);
  it.each(PROBES)('%s: is heard in every one', (typed, isHeard) => {
    const texts = [...theirs, ...headed];
    expect(texts.length).toBeGreaterThan(200);
    const lost = texts.flatMap(({ id, text, wanted }) => {
      const said = text.replace(wanted.split('\n')[0] ?? '', typed);
      return isHeard(readReply({ text: said, html: null, known }, CONTEXT)) ? [] : [[id, said]];
    });
    process.stdout.write(
      `corpus texts of others, ${typed}: ${texts.length - lost.length} of ${texts.length} heard\n`,
    );
    expect(lost).toEqual([]);
  });
});
