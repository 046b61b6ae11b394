/**
 * The new part of a reply: what the person wrote, without quotes, attributions, signatures and our own words.
 * One pass over the lines.
 */

import type { RedFlag } from '../../answers/intake.ts';
import { joined, linesOf } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { attributionAt } from './attribution.ts';
import { oldMailBeginsAt } from './header-block.ts';
import { introductionAbove } from './introduction.ts';
import { type Known, knownWith } from './known.ts';
import { type MarkedLine, markOurs } from './marked.ts';
import { isOurs, isScale, type OwnLines, ownLines, scaleColumns } from './own-words.ts';
import { isDeviceFooter, isSignatureMark, signatureAt, signOffAt } from './signature.ts';
import { ticksIn } from './ticks.ts';
import { rejoined } from './unwrap.ts';

export interface SplitReply {
  /** What the person wrote. */
  readonly newText: string;
  /** Signature, sign-off and footers: no number is read from it, stop signs are. */
  readonly signature: string;
  /** Below a header of our own mail, what is not ours: only stop signs are looked for, and asked about. */
  readonly below: string;
  /** Lines of the stop list that were ticked in the quote. */
  readonly ticked: readonly RedFlag[];
}

export interface NewTextOptions {
  /** What our mails can say (the build knows it): a run of it is a quote wherever it stands. */
  readonly known?: Known | null;
  /**
   * What else this person's mails say: a name, typed words, the operator's address; or the whole mail that
   * was answered.
   */
  readonly sent?: string | null;
  readonly meter?: Meter;
}

const isQuoted = (line: string): boolean => /^\s{0,8}[>|]/.test(line.slice(0, 12));
const isBlank = (line: string): boolean => line.trim() === '';

interface Collected {
  readonly segments: string[][];
  readonly signature: string[];
  readonly below: readonly string[];
}

const nextFilled = (lines: readonly string[], from: number): number => {
  for (let i = from; i < lines.length && i < from + 6; i++) if (!isBlank(lines[i] ?? '')) return i;
  return -1;
};

/** A last line that only introduces what we cut behind it ("… sent this:") goes with it. */
const dropIntroduction = (segment: string[]): void => {
  while (segment.length > 0 && isBlank(segment.at(-1) ?? '')) segment.pop();
  const last = segment.at(-1) ?? '';
  if (/[:：]\s*$/.test(last.slice(-4)) && (last.includes('@') || /calf coach/i.test(last.slice(0, 300))))
    segment.pop();
};

/** The lines with what is known of them before any of them is kept. */
interface Page {
  readonly lines: readonly string[];
  readonly marks: readonly MarkedLine[];
  readonly hasRun: boolean;
  readonly isQuote: (line: number) => boolean;
  readonly introductions: ReadonlySet<number>;
  readonly ours: OwnLines;
}

function pageOf(text: string, { known, sent, meter }: NewTextOptions): Page & { readonly known: Known } {
  const lines = rejoined(linesOf(text, meter), meter);
  const all = knownWith(known ?? null, sent === undefined || sent === null ? [] : [sent]);
  const marks = markOurs(lines, all, meter);
  const isQuote = (line: number): boolean => isQuoted(lines[line] ?? '') || marks[line]?.ours === true;
  const introductions = new Set<number>();
  lines.forEach((_, at) => {
    if (!isQuote(at) || (at > 0 && isQuote(at - 1))) return;
    for (let i = introductionAbove(lines, at, meter); i < at; i++) introductions.add(i);
  });
  const hasRun = marks.some(({ ours }) => ours);
  return {
    lines,
    marks,
    hasRun,
    isQuote,
    introductions,
    // Asked only where no run is: with one, the marks say what is ours.
    ours: hasRun ? new Map() : ownLines(sent ?? null, lines, meter),
    known: all,
  };
}

function collect(page: Page, meter: Meter | undefined): Collected {
  const { lines, marks, hasRun, isQuote } = page;
  const segments: string[][] = [[]];
  const signature: string[] = [];
  const columns = scaleColumns(lines, meter);
  let inSignature = false;
  let cut = lines.length;
  const split = (): void => {
    if (segments.at(-1)?.some((line) => !isBlank(line)) === true) segments.push([]);
    inSignature = false;
  };
  for (let i = 0; i < lines.length; i++) {
    const whole = lines[i] ?? '';
    const line = marks[i]?.text ?? whole;
    const segment = segments.at(-1) ?? [];
    count(meter, 1 + Math.min(whole.length, 300));
    if (isQuote(i) || page.introductions.has(i)) {
      split();
      continue;
    }
    // Between two quoted lines, and begun in the middle of a sentence: the end of the long line above, read
    // for stop signs only.
    const above = lines[i - 1] ?? '';
    if (
      /^\s*\p{Ll}/u.test(line) &&
      isQuoted(above) &&
      above.length >= 60 &&
      !/:\/\//.test(above) &&
      isQuoted(lines[i + 1] ?? '')
    ) {
      signature.push(line);
      continue;
    }
    if (isBlank(line)) {
      segment.push('');
      continue;
    }
    const below = nextFilled(lines, i + 1);
    if (!hasRun && isOurs(whole, lines[below] ?? '', page.ours)) {
      dropIntroduction(segment);
      break;
    }
    const attribution = attributionAt(lines, i, meter);
    if (attribution !== null) {
      // Without quote marks below, everything below is the old mail; with them, or where its words are known,
      // other lines may be answers.
      const next = nextFilled(lines, attribution.last + 1);
      if (next >= 0 && !isQuote(next)) {
        cut = attribution.last + 1;
        break;
      }
      split();
      i = attribution.last;
      continue;
    }
    if (oldMailBeginsAt(lines, i, meter)) {
      cut = i + 1;
      break;
    }
    if (columns.has(i) || isScale(line) || isDeviceFooter(line)) continue;
    if (isSignatureMark(line)) inSignature = true;
    else if (inSignature) signature.push(line);
    else segment.push(line);
  }
  const rest = hasRun
    ? marks.slice(cut).flatMap(({ text, ours }, k) => (ours || isQuote(cut + k) ? [] : [text]))
    : [];
  return { segments, signature, below: rest };
}

/**
 * Splits a plain-text reply. Never throws; reads at most `MAX_TEXT` characters; work is linear in them.
 */
export function splitReply(text: string, options: NewTextOptions = {}): SplitReply {
  const page = pageOf(text, options);
  const { segments, signature, below } = collect(page, options.meter);
  const kept: string[] = [];
  const closing: string[] = [];
  segments.forEach((segment, index) => {
    const isLast = segments.slice(index + 1).every((later) => later.every(isBlank));
    const cut = Math.min(
      signOffAt(segment),
      isLast || index === 0 ? signatureAt(segment, kept.length > 0) : segment.length,
    );
    count(options.meter, segment.length);
    // A mail that is all sign-off ("Thanks") keeps it: it is what the person wrote.
    kept.push(...segment.slice(0, cut));
    closing.push(...segment.slice(cut));
  });
  return {
    newText: joined(kept),
    signature: joined([...closing, ...signature]),
    below: joined(below),
    ticked: ticksIn(page.lines, page.known, page.isQuote, options.meter),
  };
}

/**
 * The new part of a plain-text reply only. '' when nothing new can be told from the quote.
 */
export const newText = (text: string, options: NewTextOptions = {}): string =>
  splitReply(text, options).newText;
