/**
 * The new part of a reply: what the person wrote, without quotes, attributions, signatures and our own words.
 * One pass over the lines.
 */

import type { RedFlag } from '../../answers/intake.ts';
import { joined, linesOf } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { apart } from './apart.ts';
import { attributionAt } from './attribution.ts';
import { oldMailBeginsAt } from './header-block.ts';
import { introductionAbove } from './introduction.ts';
import { type Known, knownWith } from './known.ts';
import { isMarked, type MarkedLine, markOurs } from './marked.ts';
import { isOurs, isScale, type OwnLines, ownLines, scaleColumns } from './own-words.ts';
import { isDeviceFooter, isSignatureMark, mayTellOfBody, signatureAt, signOffAt } from './signature.ts';
import { ticksIn } from './ticks.ts';
import { type Placed, placedIn } from './tokens.ts';
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
  readonly tokens: readonly Placed[];
  readonly marks: readonly MarkedLine[];
  readonly hasRun: boolean;
  readonly isQuote: (line: number) => boolean;
  /** Lines of an introduction to a quote; false = not surely one. */
  readonly introductions: ReadonlyMap<number, boolean>;
  readonly columns: ReadonlySet<number>;
  readonly ours: OwnLines;
}

function pageOf(text: string, { known, sent, meter }: NewTextOptions): Page & { readonly known: Known } {
  const lines = apart(rejoined(linesOf(text, meter), meter), meter);
  const all = knownWith(known ?? null, sent === undefined || sent === null ? [] : [sent]);
  const tokens = placedIn(lines);
  const marks = markOurs(lines, tokens, all, meter);
  const isQuote = (line: number): boolean => isMarked(lines[line] ?? '') || marks[line]?.ours === true;
  const introductions = new Map<number, boolean>();
  lines.forEach((_, at) => {
    if (!isQuote(at) || (at > 0 && isQuote(at - 1))) return;
    const found = introductionAbove(lines, at, meter);
    if (found === null || (!found.sure && marks[at]?.ours !== true)) return;
    for (let i = found.from; i < at; i++) introductions.set(i, found.sure);
  });
  const hasRun = marks.some(({ ours }) => ours);
  return {
    lines,
    tokens,
    marks,
    hasRun,
    isQuote,
    introductions,
    columns: scaleColumns(lines, meter),
    // Asked only where no run is: with one, the marks say what is ours.
    ours: hasRun ? new Map() : ownLines(sent ?? null, lines, meter),
    known: all,
  };
}

/** What one line is. `until` = the last line it takes with it. */
type Kind =
  | { readonly kind: 'quote' | 'introduction' | 'rest' | 'blank' | 'footer' | 'scale' | 'mark' | 'text' }
  | { readonly kind: 'attribution'; readonly until: number }
  /** The old mail begins; `from` = its first line below what introduces it. */
  | { readonly kind: 'old-mail'; readonly from: number }
  /** A sentence of ours without a run: all below is the old mail. */
  | { readonly kind: 'ours' };

/**
 * Between two quoted lines, and begun in the middle of a sentence: the end of the long line above, read for
 * stop signs only.
 */
const isRestOfQuote = (lines: readonly string[], at: number, text: string): boolean => {
  const above = lines[at - 1] ?? '';
  return (
    /^\s*\p{Ll}/u.test(text) &&
    isMarked(above) &&
    above.length >= 60 &&
    !/:\/\//.test(above) &&
    isMarked(lines[at + 1] ?? '')
  );
};

function kindOf(page: Page, at: number, meter: Meter | undefined): Kind {
  const { lines, marks, hasRun, isQuote } = page;
  const whole = lines[at] ?? '';
  const line = marks[at]?.text ?? whole;
  if (isQuote(at) && !page.introductions.has(at)) return { kind: 'quote' };
  if (page.introductions.has(at)) return { kind: 'introduction' };
  if (isRestOfQuote(lines, at, line)) return { kind: 'rest' };
  if (isBlank(line)) return { kind: 'blank' };
  if (!hasRun && isOurs(whole, lines[nextFilled(lines, at + 1)] ?? '', page.ours)) return { kind: 'ours' };
  const attribution = attributionAt(lines, at, meter);
  if (attribution !== null) {
    // Without quote marks below, everything below is the old mail; with them, or where its words are known,
    // other lines may be answers.
    const next = nextFilled(lines, attribution.last + 1);
    return next >= 0 && !isQuote(next)
      ? { kind: 'old-mail', from: attribution.last + 1 }
      : { kind: 'attribution', until: attribution.last };
  }
  if (oldMailBeginsAt(lines, at, meter)) return { kind: 'old-mail', from: at + 1 };
  if (page.columns.has(at) || isScale(line)) return { kind: 'scale' };
  if (isDeviceFooter(line)) return { kind: 'footer' };
  return { kind: isSignatureMark(line) ? 'mark' : 'text' };
}

/** Lines a mail program wrote that hold words of the body besides our name, without its dates and figures. */
const bodilyOf = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/calf ?coach|\d[\d.:/-]*/gi, ' ')).filter((line) => mayTellOfBody(line));

/** What of a line that is no text of the person is read for stop signs all the same. */
function besideOf({ lines }: Page, at: number, kind: Kind, line: string): readonly string[] {
  if (kind.kind === 'attribution') return bodilyOf(lines.slice(at, kind.until + 1));
  if (kind.kind === 'old-mail') return bodilyOf(lines.slice(at, kind.from));
  if (kind.kind === 'introduction') return bodilyOf([line]);
  return kind.kind === 'rest' || (kind.kind === 'footer' && mayTellOfBody(line)) ? [line] : [];
}

function collect(page: Page, meter: Meter | undefined): Collected {
  const { lines, marks } = page;
  const segments: string[][] = [[]];
  const signature: string[] = [];
  let inSignature = false;
  let at = 0;
  let cut = lines.length;
  const split = (): void => {
    if (segments.at(-1)?.some((line) => !isBlank(line)) === true) segments.push([]);
    inSignature = false;
  };
  while (at < cut) {
    const line = marks[at]?.text ?? '';
    count(meter, 1 + Math.min((lines[at] ?? '').length, 300));
    const kind = kindOf(page, at, meter);
    signature.push(...besideOf(page, at, kind, line));
    if (kind.kind === 'ours') dropIntroduction(segments.at(-1) ?? []);
    if (kind.kind === 'ours' || kind.kind === 'old-mail') {
      cut = kind.kind === 'ours' ? lines.length : kind.from;
      break;
    }
    if (kind.kind === 'quote' || kind.kind === 'attribution') split();
    else if (kind.kind === 'mark') inSignature = true;
    else if (kind.kind === 'blank') segments.at(-1)?.push('');
    else if (kind.kind === 'text') (inSignature ? signature : (segments.at(-1) ?? [])).push(line);
    at = kind.kind === 'attribution' ? kind.until + 1 : at + 1;
  }
  return { segments, signature, below: belowOf(page, cut) };
}

/**
 * What is not ours below a header of our own mail, and the words that stand within lines of ours: read for
 * stop signs alone.
 */
function belowOf({ marks, hasRun, isQuote }: Page, cut: number): readonly string[] {
  if (!hasRun) return [];
  return marks.flatMap(({ text, ours, within }, at) => {
    const rest = at < cut || ours || isQuote(at) ? [] : [text];
    return within === '' ? rest : [...rest, '', within, ''];
  });
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
    ticked: ticksIn(page, (line) => page.isQuote(line) || page.marks[line]?.some === true, options.meter),
  };
}

/**
 * The new part of a plain-text reply only. '' when nothing new can be told from the quote.
 */
export const newText = (text: string, options: NewTextOptions = {}): string =>
  splitReply(text, options).newText;
