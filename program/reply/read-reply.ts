/**
 * A reply from its text to one thing a handler can act on: stop signs first, then commands, then numbers,
 * else ask once. Automatic mail and the sender are judged before this (`readAutomatic`; verdicts of the
 * receipt). Nothing of the person's words is in the result.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { RedFlag } from '../answers/intake.ts';
import type { Assumption } from './answer/numbers.ts';
import { readAnswer, type SaidAnswers } from './answer/read-answer.ts';
import { type ReplyCommand, readCommand } from './answer/read-command.ts';
import type { ReplyContext } from './context.ts';
import type { Meter } from './meter.ts';
import { htmlToText } from './quote/html-to-text.ts';
import { type SplitReply, splitReply } from './quote/new-text.ts';
import { readRedFlags } from './red-flags.ts';
import type { Unread } from './unread/unread.ts';

export interface ReplyInput {
  /** The first text/plain part, decoded; null = none. */
  readonly text: string | null;
  /** The first text/html part, decoded; read only when the text gives nothing. */
  readonly html: string | null;
  /**
   * The text of the mail that is answered, when the handler has it: its lines are never read as an answer.
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
    }
  /** Ask once; be careful by `safer` meanwhile, null = only ask. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[]; readonly safer: number | null }
  /** There was new text, but no answer in it: ask once. */
  | { readonly kind: 'unclear' }
  /** Nothing new can be told from the quote: ask once. */
  | { readonly kind: 'empty' };

const isEmpty = ({ newText, signature }: SplitReply): boolean => newText === '' && signature === '';

const partsOf = ({ text, html, sent }: ReplyInput, meter: Meter | undefined): SplitReply => {
  const options = { sent: sent ?? null, ...(meter === undefined ? {} : { meter }) };
  const fromText = splitReply(text ?? '', options);
  return isEmpty(fromText) && html !== null ? splitReply(htmlToText(html, meter), options) : fromText;
};

/** Reads a reply. Never throws; linear in the size of the mail. */
export function readReply(input: ReplyInput, context: ReplyContext, meter?: Meter): ReplyReading {
  const parts = partsOf(input, meter);
  if (isEmpty(parts)) return { kind: 'empty' };
  // A signature is read for stop signs too: what follows "Thanks" may be what matters most.
  const signs = readRedFlags(`${parts.newText}\n\n${parts.signature}`, meter);
  const answer = readAnswer(parts.newText, context, meter);
  if (signs.flags.length > 0) {
    const said = answer.kind === 'answer' ? answer.answers : {};
    return {
      kind: 'redFlags',
      flags: signs.flags,
      certain: signs.certain,
      answers: { ...said, redFlags: signs.flags },
    };
  }
  const command = readCommand(parts.newText, meter);
  if (command !== null) return { kind: 'command', command };
  if (answer.kind === 'none') return { kind: parts.newText === '' ? 'empty' : 'unclear' };
  if (answer.kind === 'ambiguous' || signs.certain) return answer;
  // Stop-sign words stood there after all, if about something else: "no stop signs" is then not taken as
  // read.
  const { redFlags: _, ...answers } = answer.answers;
  return { ...answer, answers, understood: answer.understood.filter((field) => field !== 'redFlags') };
}
