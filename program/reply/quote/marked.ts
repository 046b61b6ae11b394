/**
 * Which words of a reply are ours. Text that only we write is a quote when twelve or more of its words stand
 * in a run, whatever mail program quoted it, in whatever language, with or without a header
 * (docs/architecture.md §9.7). One line of the stop list or a printed answer line is the person's.
 */
import { count, type Meter } from '../meter.ts';
import { figureBefore, figureBehind, type Known, lineKey, rowKey, SHORT_LINE } from './known.ts';
import { FIGURE, type Token, tokensOf } from './tokens.ts';

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
}

interface Placed extends Token {
  readonly line: number;
}

const PRINTED = /\bno stop signs\b|^\W*\d{1,2} ?ok\W*$|^\W*stop signs, tests ok\W*$/i;

/** Words that stand in a row of three that our mails have. */
function coveredIn(words: readonly Placed[], known: Known): boolean[] {
  const covered = words.map(() => false);
  for (let i = 2; i < words.length; i++)
    if (known.has(rowKey(words[i - 2]?.word ?? '', words[i - 1]?.word ?? '', words[i]?.word ?? '')))
      covered[i - 2] = covered[i - 1] = covered[i] = true;
  return covered;
}

/** Up to four unknown words between two known ones of the same line are what a slot was filled with. */
function bridge(words: readonly Placed[], covered: boolean[]): void {
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
    if (within) for (let k = i; k < end; k++) covered[k] = true;
  }
}

/** Words that may be the person's even though we print them: lines of the stop list, and answer lines. */
function itemWords(words: readonly Placed[], lines: readonly string[], known: Known): boolean[] {
  const printed = lines.map((line) => PRINTED.test(line.slice(0, 300)));
  const found = words.map(({ line }) => printed[line] === true);
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const { words: item } of known.items)
    byFirst.set(item[0] ?? '', [...(byFirst.get(item[0] ?? '') ?? []), item]);
  words.forEach(({ word }, at) => {
    for (const item of byFirst.get(word) ?? [])
      if (item.every((expected, k) => words[at + k]?.word === expected))
        for (let k = 0; k < item.length; k++) found[at + k] = true;
  });
  return found;
}

/** Runs that are a quote; the others are let go. */
function quotedRuns(
  words: readonly Placed[],
  covered: readonly boolean[],
  items: readonly boolean[],
): boolean[] {
  const quoted = words.map(() => false);
  let from = 0;
  for (let i = 0; i <= words.length; i++) {
    if (covered[i] === true) continue;
    const own = items.slice(from, i).filter((item) => !item).length;
    // A line of the stop list that stands on top of a quote was copied there: in a quote its heading is above it.
    while (from < i && items[from] === true) from++;
    if (i - from >= RUN && own >= OWN) quoted.fill(true, from, i);
    from = i + 1;
  }
  return quoted;
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

const isNothing = (text: string): boolean => !/[\p{L}\p{N}✓✔☑✗✘✅]/u.test(text);
/** Never let go as a short line of ours. */
const ANSWERS = /^\W*(?:yes|no|ok|stop|none|help|pause|resume|worse|easier|repeat|export|delete)\W*$/i;

/** Every line with what of it is not ours. Nothing is ours without a run. Linear in the text. */
export function markOurs(lines: readonly string[], known: Known, meter?: Meter): readonly MarkedLine[] {
  const tokens = lines.flatMap((line, index) => {
    count(meter, 1 + line.length);
    return tokensOf(line).map((token): Placed => ({ ...token, line: index }));
  });
  const words = tokens.filter(({ word }) => word !== FIGURE);
  const covered = coveredIn(words, known);
  bridge(words, covered);
  const quoted = quotedRuns(words, covered, itemWords(words, lines, known));
  count(meter, words.length * 8);
  const first = words[quoted.indexOf(true)]?.line;
  if (first === undefined) return lines.map((text) => ({ text, ours: false }));
  const isQuoted = new Map(words.map((word, i) => [word, quoted[i] === true] as const));
  const figures = edges(tokens, isQuoted, known);
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
      if (index > first && here.length === 0 && /:\/\//.test(line)) return { text: '', ours: true };
      const short =
        index > first &&
        here.length > 0 &&
        here.length <= SHORT_LINE &&
        here.some(({ word }) => word !== FIGURE) &&
        known.has(lineKey(line));
      return short && !ANSWERS.test(line) ? { text: '', ours: true } : { text: line, ours: false };
    }
    const text = withoutSpans(line, here, ours);
    return isNothing(text) ? { text: '', ours: true } : { text, ours: false };
  });
}

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
