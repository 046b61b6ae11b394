/**
 * Commands by reply: the whole new text is the command, politeness and marks aside. "stop" in a sentence is
 * no command (docs/contract.md §3).
 */
import { linesOf } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { COMMAND_WORDS, COMMANDS, type CommandWord, NUMBER_WORDS, POLITE } from '../words/commands.ts';

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
  COMMANDS.flatMap((command) => COMMAND_WORDS[command].map((word) => [word, command] as const)),
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

const commandOf = (text: string): ReplyCommand | null => {
  const rest = stripped(text) || text.trim();
  const command = BY_WORD.get(rest);
  if (command === undefined) return pauseOf(rest);
  return command === 'PAUSE' ? { command, weeks: null } : { command };
};

/** A first name or two under the command. */
const isName = (line: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2}$/u.test(line.trim());

/** The command that a new text is, or null. A question is never one, but for "?" itself. */
export function readCommand(text: string, meter?: Meter): ReplyCommand | null {
  count(meter, Math.min(text.length, MAX_COMMAND + 1));
  if (text.length > MAX_COMMAND) return null;
  const lines = linesOf(text, meter)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const whole = commandOf(lines.join(' '));
  if (whole !== null) return whole;
  const last = lines.at(-1) ?? '';
  return lines.length >= 2 && isName(last) ? commandOf(lines.slice(0, -1).join(' ')) : null;
}
