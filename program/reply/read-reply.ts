/**
 * A reply from its text to one thing a handler can act on: stop signs first, then commands, then numbers,
 * else ask once. Automatic mail and the sender are judged before this (`readAutomatic`; verdicts of the
 * receipt). Nothing of the person's words is in the result.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { RED_FLAGS, type RedFlag } from '../answers/intake.ts';
import type { AskedCard } from '../curriculum/asked-card.ts';
import type { Assumption } from './answer/numbers.ts';
import { readAnswer, type SaidAnswers } from './answer/read-answer.ts';
import { type ReplyCommand, readCommand, readFirstWords } from './answer/read-command.ts';
import type { ReplyContext } from './context.ts';
import { plain } from './lines.ts';
import { count, type Meter } from './meter.ts';
import { noQuestions, questionsIn } from './questions/questions.ts';
import { htmlToText } from './quote/html-to-text.ts';
import type { Known } from './quote/known.ts';
import { type SplitReply, splitReply } from './quote/new-text.ts';
import { isListLine, withWholeItems } from './quote/printed.ts';
import { type RedFlagReading, readRedFlags } from './red-flags.ts';
import { type Unread, unreadIn } from './unread/unread.ts';

export interface ReplyInput {
  /** The first text/plain part, decoded; null = none. */
  readonly text: string | null;
  /** The first text/html part, decoded; read only when the text gives nothing. */
  readonly html: string | null;
  /** What our mails can say, as the build knows it: runs of it are a quote. */
  readonly known?: Known | null;
  /**
   * What this person's mails say besides (a name, typed words, the operator's address), or the mail that is
   * answered.
   */
  readonly sent?: string | null;
}

export type ReplyReading =
  /**
   * To safety at once, whatever else was said. `answers` holds what was understood besides, `redFlags`
   * always; a number may be missing.
   */
  | {
      readonly kind: 'redFlags';
      readonly flags: readonly RedFlag[];
      readonly certain: boolean;
      readonly answers: Partial<CheckInAnswers>;
      /**
       * Nothing but one line of our own list was left of the reply: the person's, or what a mail program
       * left of a quote. Absent = there was more.
       */
      readonly listLine?: true;
    }
  | { readonly kind: 'command'; readonly command: ReplyCommand }
  | {
      readonly kind: 'answer';
      readonly answers: SaidAnswers;
      readonly understood: readonly (keyof CheckInAnswers)[];
      readonly assumed: readonly Assumption[];
      /**
       * Words beside the answer that are not known to be harmless: hold, and ask the list once
       * (docs/clinical-rules.md §12 A4).
       */
      readonly unread: Unread | null;
      /** Questions beside it that a reviewed card answers; never with words unread. Absent = none. */
      readonly cards?: readonly AskedCard[];
    }
  /** Questions that reviewed cards answer, and nothing else but courtesy. They move nothing. */
  | { readonly kind: 'asked'; readonly cards: readonly AskedCard[] }
  /** Ask once; be careful by `safer` meanwhile, null = only ask. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[]; readonly safer: number | null }
  /** "No stop signs" and no number: it answers the list that unread words opened, and nothing else. */
  | { readonly kind: 'noSigns' }
  /** There was new text, but no answer in it: ask once. */
  | { readonly kind: 'unclear' }
  /** Nothing new can be told from the quote: ask once. */
  | { readonly kind: 'empty' };

const isEmpty = ({ newText, signature, ticked, below }: SplitReply): boolean =>
  newText === '' && signature === '' && ticked.length === 0 && below === '';

/**
 * The new parts to read: of the text, and of the HTML where it says words that stand nowhere in the text (a
 * text part may say no more than that there is HTML).
 */
function partsOf({ text, html, sent, known }: ReplyInput, meter: Meter | undefined): readonly SplitReply[] {
  const options = { known: known ?? null, sent: sent ?? null, ...(meter === undefined ? {} : { meter }) };
  const fromText = splitReply(text ?? '', options);
  if (html === null) return [fromText];
  const fromHtml = splitReply(htmlToText(html, meter), options);
  if (isEmpty(fromHtml)) return [fromText];
  if (isEmpty(fromText)) return [fromHtml];
  const there = new Set(piecesOf(text ?? ''));
  const more = piecesOf(`${fromHtml.newText}\n${fromHtml.signature}`).some((piece) => !there.has(piece));
  return more ? [fromText, fromHtml] : [fromText];
}
const piecesOf = (text: string): readonly string[] =>
  plain(text)
    .toLowerCase()
    .match(/\p{L}{2,}|\p{N}+/gu) ?? [];

/** Reads a reply. Never throws; linear in the size of the mail. */
export function readReply(input: ReplyInput, context: ReplyContext, meter?: Meter): ReplyReading {
  const known = input.known ?? null;
  const [first, second] = partsOf(input, meter).map((parts) => readParts(parts, { context, known }, meter));
  if (first === undefined) return { kind: 'empty' };
  return second === undefined ? first : together(first, second);
}

/**
 * Two readings of one mail: the more careful one counts, and where both hold a number and differ, which is
 * asked.
 */
function together(a: ReplyReading, b: ReplyReading): ReplyReading {
  const either = [a, b];
  const signs = either.filter((reading) => reading.kind === 'redFlags');
  if (signs.length > 0) {
    const flags = RED_FLAGS.filter((flag) => signs.some((reading) => reading.flags.includes(flag)));
    const said = either.find((reading) => reading.kind === 'redFlags' || reading.kind === 'answer');
    const answers = { ...(said !== undefined && 'answers' in said ? said.answers : {}), redFlags: flags };
    const line = either.every((reading) => reading.kind === 'redFlags' && reading.listLine === true);
    return {
      kind: 'redFlags',
      flags,
      certain: signs.some(({ certain }) => certain),
      answers,
      ...(line ? { listLine: true } : {}),
    };
  }
  const left = either.find((reading) => reading.kind === 'command' && reading.command.command === 'STOP');
  if (left !== undefined) return left;
  const numbers = either.flatMap((reading) =>
    reading.kind === 'answer'
      ? [reading.answers.painAverage]
      : reading.kind === 'ambiguous'
        ? reading.candidates
        : [],
  );
  const candidates = [...new Set(numbers)].sort((x, y) => x - y);
  const read = either.find((reading) => reading.kind === 'answer');
  if (candidates.length > 1) return { kind: 'ambiguous', candidates, safer: candidates.at(-1) ?? null };
  if (read !== undefined) {
    // What only one of the two says was not read together with the question.
    const { cards: _, ...answer } = read;
    return answer;
  }
  const rank: readonly ReplyReading['kind'][] = [
    'command',
    'ambiguous',
    'unclear',
    'noSigns',
    'asked',
    'empty',
  ];
  return rank.flatMap((kind) => either.filter((reading) => reading.kind === kind))[0] ?? a;
}

function readParts(
  typed: SplitReply,
  { context, known }: { readonly context: ReplyContext; readonly known: Known | null },
  meter?: Meter,
): ReplyReading {
  if (isEmpty(typed)) return { kind: 'empty' };
  count(meter, typed.newText.length);
  const parts = { ...typed, newText: withWholeItems(typed.newText) };
  // A signature is read for stop signs too: what follows "Thanks" may be what matters most.
  const signs = signsOf(parts, meter);
  const text = parts.newText;
  // Words of a stop sign, whatever they are about: no card beside them.
  const asked =
    signs.flags.length > 0 || !signs.certain
      ? noQuestions(text)
      : questionsIn(text, context.questions ?? [], meter);
  const answer = readAnswer(asked.restBeside, context, meter);
  if (signs.flags.length > 0) {
    const said = answer.kind === 'answer' ? answer.answers : {};
    const line = isLineAlone(typed, known) ? ({ listLine: true } as const) : {};
    return { kind: 'redFlags', ...signs, answers: { ...said, redFlags: signs.flags }, ...line };
  }
  const command = readCommand(text, meter) ?? (answer.kind === 'none' ? readFirstWords(text) : null);
  if (command !== null) return { kind: 'command', command };
  if (answer.kind === 'none') {
    if (asked.cards.length > 0) {
      const cleared = new Set(context.cleared ?? []);
      const isAll = unreadIn(asked.rest, { typed: text, cleared }, meter) === null;
      return isAll ? { kind: 'asked', cards: asked.cards } : { kind: 'unclear' };
    }
    return withoutNumber(text, answer.noSigns === true && signs.certain);
  }
  if (answer.kind === 'ambiguous') return answer;
  if (signs.certain)
    return answer.unread === null && asked.beside.length > 0 ? { ...answer, cards: asked.beside } : answer;
  // Stop-sign words stood there after all, if about something else: "no stop signs" is then not taken as
  // read.
  const { redFlags: _, ...answers } = answer.answers;
  return { ...answer, answers, understood: answer.understood.filter((field) => field !== 'redFlags') };
}

/** Is one line of our own list all that was left of it? */
const isLineAlone = ({ newText, signature, below, ticked }: SplitReply, known: Known | null): boolean =>
  signature === '' &&
  readRedFlags(below).flags.length === 0 &&
  ticked.length === 0 &&
  newText.length <= LONGEST_LINE &&
  isListLine(newText, known);
/** No line of the list is longer, marks and wrapping included. */
const LONGEST_LINE = 300;

/** No number, no command, no question: "no stop signs" alone, words that nobody knows, or nothing. */
const withoutNumber = (text: string, saysNoSigns: boolean): ReplyReading => {
  if (saysNoSigns) return { kind: 'noSigns' };
  return { kind: text === '' ? 'empty' : 'unclear' };
};

/**
 * Stop signs said, ticked in the quote, or typed below a header of our own mail; the last are asked about.
 */
function signsOf({ newText, signature, below, ticked }: SplitReply, meter?: Meter): RedFlagReading {
  const said = readRedFlags(`${newText}\n\n${signature}`, meter);
  const under = below === '' ? [] : readRedFlags(below, meter).flags;
  const flags = RED_FLAGS.filter((flag) => [said.flags, ticked, under].some((list) => list.includes(flag)));
  if (flags.length === 0) return said;
  const sure = flags.every((flag) => ticked.includes(flag) || (said.flags.includes(flag) && said.certain));
  return { flags, certain: sure };
}
