/**
 * Commands by reply: the whole new text is the command, politeness and marks aside. "stop" in a sentence is
 * no command (docs/contract.md §3).
 */
import { linesOf } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { unaccented, unreadIn } from '../unread/unread.ts';
import { COMMAND_WORDS, COMMANDS, type CommandWord, NUMBER_WORDS, POLITE } from '../words/commands.ts';
import { leavesAlone, leavesMails } from '../words/leaving.ts';

/**
 * `weeks` = 1–8 as asked for; null = not said, or not a number of weeks we can take (a pause lasts 55 days at
 * most): ask or use the default.
 */
export type ReplyCommand =
  | { readonly command: 'PAUSE'; readonly weeks: number | null }
  | { readonly command: Exclude<CommandWord, 'PAUSE'> };

/** No command is longer, politeness included. */
const MAX_COMMAND = 160;
export const MOST_PAUSE_WEEKS = 8;

const BY_WORD: ReadonlyMap<string, CommandWord> = new Map(
  COMMANDS.flatMap((command) => COMMAND_WORDS[command].map((word) => [unaccented(word), command] as const)),
);
const MARKS_AT_ENDS =
  /^[\s"'“”‘’*_.,;:!()<>[\]–—-]+|[\s"'“”‘’*_.,;:!()<>[\]–—\p{Extended_Pictographic}-]+$/gu;

const bare = (text: string): string => text.replace(MARKS_AT_ENDS, '');

/** Marks and politeness off both ends, a few times over ("Please stop! Thank you."). */
const stripped = (text: string): string => {
  let rest = bare(
    text.toLowerCase().replace(/['’]/g, '').replaceAll('\ufe0f', '').replace(/-/g, ' ').replace(/\s+/g, ' '),
  );
  for (let round = 0; round < 4; round++) {
    const before = rest;
    for (const word of POLITE) {
      if (rest.startsWith(`${word} `) || rest.startsWith(`${word},`)) rest = bare(rest.slice(word.length));
      if (rest.endsWith(` ${word}`) || rest.endsWith(`,${word}`)) rest = bare(rest.slice(0, -word.length));
    }
    if (rest === before) break;
  }
  return rest;
};

const pauseOf = (text: string): ReplyCommand | null => {
  const match = /^pause (?:me )?(?:for )?(?:the next )?([a-z]+|\d{1,3}) ?(?:w|wk|wks|week|weeks)?$/.exec(
    text,
  );
  const said = match?.[1];
  if (said === undefined) return null;
  const weeks =
    said === 'a' ? 1 : (NUMBER_WORDS[said] ?? (/^\d+$/.test(said) ? Number.parseInt(said, 10) : null));
  if (weeks === null) return null;
  return { command: 'PAUSE', weeks: weeks >= 1 && weeks <= MOST_PAUSE_WEEKS ? weeks : null };
};

/** "No longer interested, please remove me": one wish to leave beside another is one. */
const isWish = (rest: string): boolean =>
  leavesAlone(rest) ||
  rest
    .split(/, | and /)
    .every((part) => leavesAlone(bare(part)) || BY_WORD.get(unaccented(bare(part))) === 'STOP');

const commandOf = (text: string): ReplyCommand | null => {
  const rest = stripped(text) || text.trim();
  const command = BY_WORD.get(unaccented(rest));
  if (command === undefined) return !text.includes('?') && isWish(rest) ? { command: 'STOP' } : pauseOf(rest);
  return command === 'PAUSE' ? { command, weeks: null } : { command };
};

/** A first name or two under the command. */
const isName = (line: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2}$/u.test(line.trim());

/** Alone these leave; in a longer text they may be about anything. */
const ONLY_ALONE: ReadonlySet<string> = new Set([
  'end',
  'leave',
  'quit',
  'cancel',
  'stop it',
  'baja',
  'sair',
  'parar',
  'stans',
  'cancelar',
  'arrêter',
  'avsluta',
  'stoppen',
]);
const MOST_UNITS = 40;

/** Of a longer text, this much at either end is looked at for a command. */
const ENDS = 2_000;
const MOST_BESIDE = 600;
const MOST_UNIT = 200;
/** A line of four words or more without a mark at its end runs on into the next. */
const withoutWraps = (paragraph: string): string =>
  paragraph
    .split('\n')
    .map((line) =>
      line.trim().split(' ').length >= 4 && !/[.!?:,;]$/.test(line.slice(-1)) ? `${line} ` : `${line}\n`,
    )
    .join('');

/**
 * A text in sentences; a line is one by itself unless the line above it in its paragraph runs on into it.
 * Each with whether it stands at the start or the end, or in a paragraph alone.
 */
function unitsOf(text: string): readonly { readonly text: string; readonly apart: boolean }[] {
  const units: { text: string; first: boolean; last: boolean }[] = [];
  const ends = text.length <= 2 * ENDS ? text : `${text.slice(0, ENDS)}\n\n${text.slice(-ENDS)}`;
  for (const paragraph of linesOf(ends)
    .join('\n')
    .split(/\n{2,}/)) {
    const joined = withoutWraps(paragraph);
    const here = joined
      .split(/\n|(?<=[.!?;])\s/)
      .map((unit) => unit.trim())
      .filter((unit) => unit !== '');
    for (const [at, unit] of here.entries())
      units.push({ text: unit, first: at === 0, last: at === here.length - 1 });
  }
  return units.slice(0, MOST_UNITS).map(({ text: unit, first, last }, at) => ({
    text: unit,
    apart: at === 0 || at === units.length - 1 || (first && last),
  }));
}

const isLeaving = (unit: string): boolean => {
  if (unit.length > MOST_UNIT) return false;
  const rest = stripped(unit);
  return (
    (BY_WORD.get(unaccented(rest)) === 'STOP' && !ONLY_ALONE.has(rest)) ||
    (!unit.includes('?') && leavesMails(rest))
  );
};

/**
 * The command of a new text, or null. A text is one when it says nothing else but courtesy. STOP is also
 * heard where it stands by itself beside other text: leaving must always work; only a sentence about stopping
 * something else is none. A question is never one, but for "?" itself.
 */
export function readCommand(text: string, meter?: Meter): ReplyCommand | null {
  const whole = text.length > MAX_COMMAND ? null : wholeCommand(text, meter);
  if (whole !== null) return whole;
  const units = unitsOf(text);
  if (units.some((unit) => unit.apart && isLeaving(unit.text))) return { command: 'STOP' };
  const [first, ...others] = units;
  const command = first === undefined || first.text.length > MOST_UNIT ? null : commandOf(first.text);
  const beside = others.map((unit) => unit.text).join('\n');
  return command !== null &&
    beside.length <= MOST_BESIDE &&
    unreadIn(beside, { typed: text, cleared: new Set() }) === null &&
    !/\d/.test(beside)
    ? command
    : null;
}

const TOWARDS_CAUTION: readonly CommandWord[] = ['WORSE', 'EASIER', 'PAUSE', 'HELP'];
/** A command towards caution as the first sentence of a text that holds no answer, whatever else is said. */
export function readFirstWords(text: string): ReplyCommand | null {
  const [first] = unitsOf(text);
  const command = first === undefined || first.text.length > MOST_UNIT ? null : commandOf(first.text);
  return command !== null && TOWARDS_CAUTION.includes(command.command) ? command : null;
}

function wholeCommand(text: string, meter?: Meter): ReplyCommand | null {
  count(meter, text.length);
  const lines = linesOf(text, meter)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const whole = commandOf(lines.join(' '));
  if (whole !== null) return whole;
  const last = lines.at(-1) ?? '';
  return lines.length >= 2 && isName(last) ? commandOf(lines.slice(0, -1).join(' ')) : null;
}
