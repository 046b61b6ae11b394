/**
 * Our own sentences, links and our 0–10 scale: they are never an answer, wherever a mail program puts them.
 */
import { folded } from '../lines.ts';
import { count, MAX_LINE, MAX_TEXT, type Meter } from '../meter.ts';
import { OUR_SENTENCES } from '../words/our-sentences.ts';

const OUR_LINK = /https?:\/\/\S{1,200}\/(?:c|u|me|w|start|confirm|shoes|running|fresh)\/[\w-]{8,}/;
/** Numbers in a row that make a scale and no answer. */
const SCALE_LENGTH = 4;
/** A line of the mail we sent counts as ours from this length; the lines meant for copying never do. */
const OUR_LINE_CHARS = 8;

const squeezed = (line: string): string =>
  folded(line)
    .replace(/^[>|*\s]+/, '')
    .replace(/\s+/g, ' ');

/** Lines of the mail that is answered, each with the lines that follow it there. */
export type OwnLines = ReadonlyMap<string, ReadonlySet<string>>;

const startsOurs = (text: string): boolean =>
  OUR_SENTENCES.some((sentence) => text.includes(sentence)) || OUR_LINK.test(text);

/**
 * The lines of the mail that is answered, for recognising them again; the copyable answer lines are left out.
 * Empty unless the reply holds a sentence or link of ours: a person may copy a stop sign from our list to
 * tell us of it, and that must stay theirs.
 */
export const ownLines = (sent: string | null, lines: readonly string[], meter?: Meter): OwnLines => {
  const found = new Map<string, Set<string>>();
  count(meter, lines.length);
  if (sent === null || !lines.some((line) => startsOurs(squeezed(line.slice(0, MAX_LINE))))) return found;
  const bounded = sent.slice(0, MAX_TEXT);
  count(meter, bounded.length);
  const filled = bounded
    .split(/\r\n?|\n/)
    .map((line) => squeezed(line.slice(0, MAX_LINE)))
    .filter((line) => line !== '');
  filled.forEach((line, index) => {
    if (line.length < OUR_LINE_CHARS || /stop signs, tests|\bok\b/.test(line)) return;
    found.set(line, (found.get(line) ?? new Set()).add(filled[index + 1] ?? ''));
  });
  return found;
};

/**
 * From this line on the text is ours: a sentence or link only we write, or a line of the mail that was sent
 * with its own next line below.
 */
export const isOurs = (line: string, next: string, ours: OwnLines): boolean => {
  const text = squeezed(line.slice(0, MAX_LINE));
  return startsOurs(text) || ours.get(text)?.has(squeezed(next.slice(0, MAX_LINE))) === true;
};

/** `0 1 2 3 …`, however it is set apart. */
export const isScale = (line: string): boolean => {
  const text = line.slice(0, MAX_LINE);
  if (/[\p{L}]/u.test(text)) return false;
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  return (
    numbers.length >= SCALE_LENGTH && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  );
};

/** Lines that hold one number each and count up: the scale as a column. Gives the indices of all of them. */
export function scaleColumns(lines: readonly string[], meter?: Meter): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let previous = Number.NaN;
  const close = (): void => {
    if (run.length >= SCALE_LENGTH) for (const index of run) found.add(index);
    run = [];
  };
  lines.forEach((line, index) => {
    count(meter, 1);
    const text = line.slice(0, 24).trim();
    if (text === '') return;
    const value = /^[\s|[(]*\d{1,2}[\s|\])]*$/.test(text)
      ? Number.parseInt(text.replace(/\D+/g, ''), 10)
      : Number.NaN;
    if (value !== previous + 1) close();
    if (!Number.isNaN(value)) run.push(index);
    previous = value;
  });
  close();
  return found;
}
