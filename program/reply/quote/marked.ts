/**
 * Which words of a reply are ours. Text that only we write is a quote when twelve or more of its words stand
 * in a run, whatever mail program quoted it, in whatever language, with or without a header
 * (docs/architecture.md §9.7). One line of the stop list or a printed answer line is the person's.
 */
import { count, type Meter } from '../meter.ts';
import { figureBefore, figureBehind, type Known, lineKey, rowKey, SHORT_LINE } from './known.ts';
import { answerWords, listWords } from './printed.ts';
import { FIGURE, type Placed } from './tokens.ts';

/** So many words of ours in a row are a quote … */
const RUN = 12;
/** … if so many of them are of no stop-list line and no printed answer. */
const OWN = 4;
/** Words of a slot (a name, a level) that may stand between two words of ours in one line. */
const SLOT = 4;

export interface MarkedLine {
  /** What of the line is not ours. */
  readonly text: string;
  /** Ours from end to end. */
  readonly ours: boolean;
  /** Words of ours stand in it. */
  readonly some: boolean;
  /**
   * Words between two words of ours in it: a slot that was filled, or what somebody typed into our line; read
   * for stop signs.
   */
  readonly within: string;
}

/** Words that stand in a row of three that our mails have. */
function coveredIn(words: readonly Placed[], known: Known): boolean[] {
  const covered = words.map(() => false);
  for (let i = 2; i < words.length; i++)
    if (known.has(rowKey(words[i - 2]?.word ?? '', words[i - 1]?.word ?? '', words[i]?.word ?? '')))
      covered[i - 2] = covered[i - 1] = covered[i] = true;
  return covered;
}

/**
 * Up to four unknown words between two known ones of the same line are what a slot was filled with. Gives
 * them.
 */
function bridge(words: readonly Placed[], covered: boolean[]): ReadonlySet<Placed> {
  const filled = new Set<Placed>();
  for (let i = 1; i < words.length; i++) {
    if (covered[i] === true || covered[i - 1] !== true) continue;
    let end = i;
    while (
      end < words.length &&
      covered[end] !== true &&
      words[end]?.line === words[i]?.line &&
      end - i < SLOT
    )
      end++;
    const within = covered[end] === true && words[end]?.line === words[i - 1]?.line;
    if (!within) continue;
    for (let k = i; k < end; k++) {
      covered[k] = true;
      filled.add(words[k] as Placed);
    }
  }
  return filled;
}

/** So many words of ours above a line of the list are its heading. */
const HEADING = 2;
/**
 * A line of the stop list that stands on top of a quote was copied there: in a quote the words of its heading
 * are above it.
 */
function startOfRun(items: readonly boolean[], from: number, to: number): number {
  let start = from;
  let own = 0;
  for (let at = from; at < to && own < HEADING; at++) {
    if (items[at] !== true) own++;
    else {
      start = at + 1;
      own = 0;
    }
  }
  return start;
}

/** What the words of a text are, one entry for each. */
interface Words {
  readonly words: readonly Placed[];
  readonly covered: readonly boolean[];
  /** Of an answer line: the person's own, unless our words go on on either side of it. */
  readonly answers: readonly boolean[];
  /** Of an answer line or of a line of the stop list. */
  readonly items: readonly boolean[];
}

/** Do our mails have the words on both sides of this place one after the other? */
const goesOn = (words: readonly Placed[], at: number, known: Known): boolean =>
  [at - 2, at - 1].every((i) =>
    known.has(rowKey(words[i]?.word ?? '', words[i + 1]?.word ?? '', words[i + 2]?.word ?? '')),
  );

/** The words that may be of a quote: covered, and of no answer that was written between other words. */
function mayBeQuoted({ words, covered, answers }: Words, known: Known): readonly boolean[] {
  const may = [...covered];
  for (let from = 0; from < words.length; from++) {
    if (answers[from] !== true) continue;
    let to = from;
    while (answers[to] === true) to++;
    if (!goesOn(words, from, known) && !goesOn(words, to, known)) may.fill(false, from, to);
    from = to;
  }
  return may;
}

/** Runs that are a quote; the others are let go. */
function quotedRuns(all: Words, known: Known): boolean[] {
  const { words, answers, items } = all;
  const quoted = words.map(() => false);
  const may = mayBeQuoted(all, known);
  let from = 0;
  for (let i = 0; i <= words.length; i++) {
    if (may[i] === true) continue;
    const own = items.slice(from, i).filter((item) => !item).length;
    const start = startOfRun(items, from, i);
    const long = answers.slice(start, i).filter((answer) => !answer).length;
    if (long >= RUN && own >= OWN) quoted.fill(true, start, i);
    from = i + 1;
  }
  return quoted;
}

/** So few words of a line that goes on in other words are the person's, though our next line fits them. */
const SPILL = 2;
/** And so many of the line right above a run, which may end as a printed answer does. */
const SPILL_ABOVE = 4;
/** Lets go of lines that a run only spills over into: "I have this" above "Is one of them true?". */
function withoutSpills(words: readonly Placed[], quoted: boolean[]): void {
  let from = 0;
  for (let i = 1; i <= words.length; i++) {
    if (words[i]?.line === words[from]?.line) continue;
    const here = quoted.slice(from, i);
    const ours = here.filter((isOurs) => isOurs).length;
    const most = from === 0 || quoted[from - 1] !== true ? SPILL_ABOVE : SPILL;
    if (ours <= most && ours < here.length) quoted.fill(false, from, i);
    from = i;
  }
}

/** Figures at the edge of a line of ours belong to it only where our mails have one there. */
function edges(tokens: readonly Placed[], quoted: ReadonlyMap<Placed, boolean>, known: Known): Set<Placed> {
  const words = tokens.filter(({ word }) => word !== FIGURE);
  const ours = new Set<Placed>();
  let seen = 0;
  for (const token of tokens) {
    if (token.word !== FIGURE) {
      seen++;
      continue;
    }
    const [before, after] = [words[seen - 1], words[seen]];
    const left = before !== undefined && quoted.get(before) === true;
    const right = after !== undefined && quoted.get(after) === true;
    const inLine = left && right && before.line === token.line && after.line === token.line;
    const behind = left && known.has(figureBehind(words[seen - 2]?.word ?? '', before.word));
    const ahead = right && known.has(figureBefore(after.word, words[seen + 1]?.word ?? ''));
    if (
      inLine ||
      (before?.line === token.line && behind) ||
      (after?.line === token.line && ahead) ||
      (behind && ahead)
    )
      ours.add(token);
  }
  return ours;
}

/** Marked as a quote by the mail program. */
export const isMarked = (line: string): boolean => /^\s{0,8}[>|]/.test(line.slice(0, 12));

const isNothing = (text: string): boolean => !/[\p{L}\p{N}✓✔☑✗✘✅]/u.test(text);
/** Never let go as a short line of ours. */
const ANSWERS = /^\W*(?:yes|no|ok|stop|none|help|pause|resume|worse|easier|repeat|export|delete)\W*$/i;

/**
 * Every line with what of it is not ours; `tokens` = the words of the lines. Nothing is ours without a run.
 * Linear in the text.
 */
export function markOurs(
  lines: readonly string[],
  tokens: readonly Placed[],
  known: Known,
  meter?: Meter,
): readonly MarkedLine[] {
  for (const line of lines) count(meter, 1 + line.length);
  const words = tokens.filter(({ word }) => word !== FIGURE);
  const covered = coveredIn(words, known);
  const filled = bridge(words, covered);
  const ofAnswers = answerWords(tokens, lines);
  const answers = words.map((word) => ofAnswers.has(word));
  const items = listWords(words, known).map((item, i) => item || answers[i] === true);
  const quoted = quotedRuns({ words, covered, answers, items }, known);
  withoutSpills(words, quoted);
  count(meter, words.length * 8);
  const first = words[quoted.indexOf(true)]?.line;
  if (first === undefined) return lines.map((text) => ({ text, ours: false, some: false, within: '' }));
  const isQuoted = new Map(words.map((word, i) => [word, quoted[i] === true] as const));
  const figures = edges(tokens, isQuoted, known);
  const mark = lines.findIndex(isMarked);
  const marked = mark < 0 ? lines.length : mark;
  const place = new Map(words.map((word, i) => [word, i] as const));
  const byLine = new Map<number, Placed[]>();
  for (const token of tokens) {
    const here = byLine.get(token.line);
    if (here === undefined) byLine.set(token.line, [token]);
    else here.push(token);
  }
  return lines.map((line, index) => {
    const here = byLine.get(index) ?? [];
    const ours = here.filter((token) => isQuoted.get(token) === true || figures.has(token));
    if (ours.length === 0) {
      const typed = here.filter(({ word }) => word !== FIGURE);
      const isAnswer = typed.length > 0 && typed.every((word) => ofAnswers.has(word));
      const from = place.get(typed[0] as Placed) ?? 0;
      const own = index > marked && isAnswer && !joinsOurs(words, from, typed.length, known);
      const gone = index > first && !own && isShortOfOurs(line, here, known);
      return { text: gone ? '' : line, ours: gone, some: gone, within: '' };
    }
    const text = withoutSpans(line, here, ours);
    const within = ours
      .filter((token) => filled.has(token))
      .map(({ from, to }) => line.slice(from, to))
      .join(' ');
    const gone = isNothing(text);
    return { text: gone ? '' : text, ours: gone, some: true, within };
  });
}

/**
 * Do our mails have the words right above this place, or those right below it, next to the words here? So
 * stands a printed answer in a quote; one without a mark below a marked quote ("2 OK") is the person's.
 */
const joinsOurs = (words: readonly Placed[], from: number, many: number, known: Known): boolean =>
  [from - 2, from + many - 1].some((i) =>
    known.has(rowKey(words[i]?.word ?? '', words[i + 1]?.word ?? '', words[i + 2]?.word ?? '')),
  );

/** A line of links only, or a short line that our mails have as a whole; only below words of ours. */
const isShortOfOurs = (line: string, here: readonly Placed[], known: Known): boolean => {
  if (here.length === 0) return /:\/\//.test(line);
  const isShort = here.length <= SHORT_LINE && here.some(({ word }) => word !== FIGURE);
  return isShort && known.has(lineKey(line)) && !ANSWERS.test(line);
};

/** The line without the words of ours and what stands between two of them. */
function withoutSpans(line: string, here: readonly Placed[], ours: readonly Placed[]): string {
  const mine = new Set(ours);
  let text = '';
  let at = 0;
  here.forEach((token, i) => {
    if (!mine.has(token)) return;
    const joined = i > 0 && mine.has(here[i - 1] as Placed);
    text += joined ? '' : line.slice(at, token.from);
    at = token.to;
  });
  return `${text} ${line.slice(at)}`
    .replace(/(?:https?:|mailto:)\S*/g, ' ')
    .replace(/(?<!\p{L})[a-z](?!\p{L})(?![\])])/giu, (letter) => (/[xy]/i.test(letter) ? letter : ' '))
    .replace(/^[\s>|*•·–—:;,.?!-]+|[\s>|*•·–—:;,.-]+$/g, '');
}
