/**
 * How well replies are read, all figures in one place: computed here, printed, and held against the table of
 * docs/replies.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadKnown } from '../../../functions/inbound/known.ts';
import type { RedFlag } from '../../../program/answers/intake.ts';
import { readCommand } from '../../../program/reply/answer/read-command.ts';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import { readNote } from '../../../program/reply/note.ts';
import { questionForms } from '../../../program/reply/questions/questions.ts';
import { newText } from '../../../program/reply/quote/new-text.ts';
import { type ReplyReading, readReply } from '../../../program/reply/read-reply.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { CONTEXT, type Entry, readCorpus } from './corpus.ts';

const DOCUMENT = path.join(import.meta.dirname, '../../../docs/replies.md');
const known = loadKnown();
const read = (text: string): ReplyReading => readReply({ text, html: null, known }, CONTEXT);
const yaml = (name: string): unknown =>
  parse(readFileSync(path.join(import.meta.dirname, 'corpora', `${name}.yaml`), 'utf8'));

type Row = readonly [what: string, right: number, of: number];
const rowOf = <T>(what: string, all: readonly T[], isRight: (one: T) => boolean): Row => [
  what,
  all.filter(isRight).length,
  all.length,
];
/** An answer that may move something up. */
const isDecided = (text: string): boolean => {
  const reading = read(text);
  return reading.kind === 'answer' && reading.unread === null;
};
/** All texts of a corpus that is grouped, however deep. */
const textsIn = (part: unknown): readonly string[] =>
  typeof part === 'string'
    ? [part]
    : Object.values(part as Readonly<Record<string, unknown>>).flatMap(textsIn);

function ofCorpora(): readonly Row[] {
  const replies = readCorpus<Entry & { readonly text: string; readonly new: string }>('replies');
  const mail = replies.mail.trimEnd();
  const filled = (text: string): string =>
    text
      .replaceAll('{MAIL}', mail)
      .replaceAll('{QUOTED}', mail.replaceAll(/^(?=.)/gm, '> ').replaceAll(/^$/gm, '>'))
      .replaceAll('{INDENTED}', mail.replaceAll('\n', '\n '));
  const commands = readCorpus<Entry & { readonly text: string; readonly command: unknown }>(
    'commands',
  ).entries;
  const flagged = readCorpus<Entry & { readonly text: string; readonly flags: readonly RedFlag[] }>(
    'red-flags',
  );
  const automatic = readCorpus<
    Entry & {
      readonly automatic: boolean;
      readonly subject: string;
      readonly returnPath: string | null;
      readonly headers: readonly (readonly [string, string])[];
    }
  >('automatic').entries;
  return [
    rowOf(
      'replies of which exactly the new part is read',
      replies.entries,
      (e) => newText(filled(e.text)) === e.new,
    ),
    rowOf(
      'commands heard, and sentences that are none',
      commands,
      ({ text, command }) => JSON.stringify(readCommand(text)) === JSON.stringify(command),
    ),
    rowOf('sentences with a stop sign in which none is missed', flagged.entries, ({ text, flags }) =>
      flags.every((flag) => readRedFlags(text).flags.includes(flag)),
    ),
    rowOf(
      'mails of machines and of people told apart',
      automatic,
      (e) => readAutomatic(e.headers, e.returnPath, e.subject).automatic === e.automatic,
    ),
  ];
}

function ofSigns(): readonly Row[] {
  const { languages } = yaml('stop-signs-world') as { readonly languages: Readonly<Record<string, unknown>> };
  const { open, held } = yaml('stop-signs-lay') as { readonly open: unknown; readonly held: unknown };
  const told = { ...languages, 'English, open': open, 'English, kept apart': held };
  return Object.entries(told).map(([name, part]) =>
    rowOf(`stop signs in lay words, ${name}: not decided on a number beside them`, textsIn(part), (text) =>
      [text, `3. ${text}`, `${text}, 3`, `2 OK. ${text}`].every((said) => !isDecided(said)),
    ),
  );
}

function ofHarmless(): readonly Row[] {
  const parts = yaml('harmless') as Readonly<
    Record<'open' | 'held', Readonly<Record<string, readonly string[]>>>
  >;
  const named = { open: 'open', held: 'kept apart' } as const;
  return (['open', 'held'] as const).flatMap((part) => {
    const texts = Object.entries(parts[part]).flatMap(([source, all]) =>
      all.map((text) => ({ source, text })),
    );
    return [
      rowOf(`harmless notes and replies, ${named[part]}: not asked about`, texts, ({ source, text }) => {
        if (source === 'answer') return isDecided(text);
        const { signs, unread } = readNote(text);
        return unread === null && signs.flags.length === 0;
      }),
      rowOf(
        `harmless notes and replies, ${named[part]}: no stop sign read`,
        texts,
        ({ text }) => read(text).kind !== 'redFlags' && readNote(text).signs.flags.length === 0,
      ),
    ];
  });
}

function ofList(): readonly Row[] {
  const typed: Readonly<Record<string, (item: string) => string>> = {
    alone: (item) => item,
    'after a number': (item) => `2, ${item}`,
    'under “yes, this one”': (item) => `yes, this one:\n${item}`,
  };
  const { items } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../../dist/known-words.json'), 'utf8'),
  ) as { readonly items: readonly (readonly [RedFlag, string])[] };
  const told = (where: string): string =>
    where === 'alone' ? 'asked about, and exercise waits' : 'told to us';
  return Object.entries(typed).map(([where, text]) =>
    rowOf(`lines of the stop list, ${where}: ${told(where)}`, items, ([flag, item]) => {
      const reading = read(text(item));
      const line = reading.kind === 'redFlags' && reading.listLine === true;
      return reading.kind === 'redFlags' && reading.flags.includes(flag) && line === (where === 'alone');
    }),
  );
}

/** The questions of the corpus with the card that is right, null = none may be sent. */
interface Question {
  readonly kind: string;
  readonly text: string;
  readonly card: string | null;
}
function questions(): readonly Question[] {
  const { groups } = yaml('questions') as {
    readonly groups: Readonly<
      Record<
        string,
        { readonly source: string; readonly entries: readonly (readonly [string, string | null])[] }
      >
    >;
  };
  return Object.entries(groups).flatMap(([kind, { entries }]) =>
    entries.map(([text, card]) => ({ kind, text, card })),
  );
}

/** What somebody gets who sends a question: a card, a command, the stop signs, or to be asked. */
function ofQuestions(): readonly Row[] {
  const forms = questionForms(theCurriculum().faq);
  const sent = ({ text }: Question): string | null => {
    const reading = readReply({ text, html: null, known }, { ...CONTEXT, questions: forms });
    return 'cards' in reading ? (reading.cards ?? []).map(({ card }) => card).join(' ') : null;
  };
  const all = questions();
  expect(all.length).toBeGreaterThanOrEqual(300);
  const signs = all.filter(({ kind }) => kind === 'signs');
  const gets = new Map<string, number>();
  for (const { text } of all.filter((one) => sent(one) === null)) {
    const { kind } = read(text);
    gets.set(kind, (gets.get(kind) ?? 0) + 1);
  }
  process.stdout.write(`questions without a card are read as ${JSON.stringify(Object.fromEntries(gets))}\n`);
  const rows = [
    rowOf(
      'questions that got a card: it was theirs (precision)',
      all.filter((one) => sent(one) !== null),
      (one) => sent(one) === one.card,
    ),
    rowOf(
      'questions in the words of a card: it was sent (recall)',
      all.filter(({ card }) => card !== null),
      (one) => sent(one) === one.card,
    ),
    rowOf(
      'questions of a card with a slip or in another language: it was sent (recall)',
      all.filter(({ kind }) => kind === 'typos' || kind === 'foreign'),
      (one) => sent(one) !== null,
    ),
    rowOf('questions with a stop sign: no card', signs, (one) => sent(one) === null),
  ] as const;
  for (const [what, right, of] of [rows[0], rows[3]]) expect(right, what).toBe(of);
  return rows;
}

it('the table of the document says what is measured', () => {
  const rows = [...ofCorpora(), ...ofList(), ...ofSigns(), ...ofHarmless(), ...ofQuestions()];
  const table = rows.map(([what, right, of]) => `| ${what} | ${right} of ${of} |`);
  for (const line of table) process.stdout.write(`figure ${line}\n`);
  const document = readFileSync(DOCUMENT, 'utf8');
  expect(table.filter((line) => !document.includes(line))).toEqual([]);
  // No figure of an older reader stays behind.
  const said = document.split('\n').filter((line) => /^\|.*\| \d+ of \d+ \|$/.test(line));
  expect(said.filter((line) => !table.includes(line))).toEqual([]);
});
