/**
 * The new part of a reply: what the person wrote, without quotes, attributions, signatures and our own words.
 * One pass over the lines.
 */

import { joined, linesOf } from '../lines.ts';
import { count, type Meter } from '../meter.ts';
import { attributionAt } from './attribution.ts';
import { oldMailBeginsAt } from './header-block.ts';
import { isOurs, isScale, type OwnLines, ownLines, scaleColumns } from './own-words.ts';
import { isDeviceFooter, isSignatureMark, signOffAt } from './signature.ts';

export interface SplitReply {
  /** What the person wrote. */
  readonly newText: string;
  /** Signature and sign-off: no number is read from it, stop signs are. */
  readonly signature: string;
}

export interface NewTextOptions {
  /**
   * The text of the mail that was answered, when it is known: its lines are never an answer
   * (docs/architecture.md §9.7).
   */
  readonly sent?: string | null;
  readonly meter?: Meter;
}

/**
 * A quoted line this long may have been wrapped again on the way; the line below it is then its end
 * (RFC 3676 §4.1).
 */
const WRAPPED_FROM = 60;

const isQuoted = (line: string): boolean => /^\s{0,8}[>|]/.test(line.slice(0, 12));
const isBlank = (line: string): boolean => line.trim() === '';

interface Collected {
  readonly segments: string[][];
  readonly signature: string[];
}

const nextFilled = (lines: readonly string[], from: number): string => {
  for (let i = from; i < lines.length && i < from + 6; i++)
    if (!isBlank(lines[i] ?? '')) return lines[i] ?? '';
  return '';
};

/** A last line that only introduces what we cut behind it ("… sent this:") goes with it. */
const dropIntroduction = (segment: string[]): void => {
  while (segment.length > 0 && isBlank(segment.at(-1) ?? '')) segment.pop();
  const last = segment.at(-1) ?? '';
  if (/[:：]\s*$/.test(last.slice(-4)) && (last.includes('@') || /calf coach/i.test(last.slice(0, 300))))
    segment.pop();
};

function collect(lines: readonly string[], ours: OwnLines, meter: Meter | undefined): Collected {
  const segments: string[][] = [[]];
  const signature: string[] = [];
  const columns = scaleColumns(lines, meter);
  let quoted = '';
  let inSignature = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const segment = segments.at(-1) ?? [];
    count(meter, 1 + Math.min(line.length, 300));
    if (isQuoted(line)) {
      if (segment.some((l) => !isBlank(l))) segments.push([]);
      quoted = line;
      inSignature = false;
      continue;
    }
    if (isBlank(line)) {
      segment.push('');
      quoted = '';
      continue;
    }
    if (isOurs(line, nextFilled(lines, i + 1), ours)) {
      dropIntroduction(segment);
      break;
    }
    const attribution = attributionAt(lines, i, meter);
    if (attribution !== null) {
      // Without quote marks below, everything below is the old mail; with them, unmarked lines may be answers
      // between or under them.
      if (!isQuoted(nextFilled(lines, attribution.last + 1))) break;
      segments.push([]);
      inSignature = false;
      i = attribution.last;
      continue;
    }
    if (oldMailBeginsAt(lines, i, meter)) break;
    if (columns.has(i) || isScale(line) || isDeviceFooter(line)) continue;
    if (quoted.length >= WRAPPED_FROM) continue;
    if (isSignatureMark(line)) inSignature = true;
    else if (inSignature) signature.push(line);
    else segment.push(line);
  }
  return { segments, signature };
}

/** Splits a plain-text reply. Never throws; reads at most `MAX_TEXT` characters; work is linear in them. */
export function splitReply(text: string, options: NewTextOptions = {}): SplitReply {
  const lines = linesOf(text, options.meter);
  const { segments, signature } = collect(
    lines,
    ownLines(options.sent ?? null, lines, options.meter),
    options.meter,
  );
  const kept: string[] = [];
  const closing: string[] = [];
  for (const segment of segments) {
    const cut = signOffAt(segment);
    count(options.meter, segment.length);
    // A mail that is all sign-off ("Thanks") keeps it: it is what the person wrote.
    kept.push(...segment.slice(0, cut));
    closing.push(...segment.slice(cut));
  }
  return { newText: joined(kept), signature: joined([...closing, ...signature]) };
}

/**
 * The new part of a plain-text reply only (docs/architecture.md §9.7). '' when nothing new can be told from
 * the quote.
 */
export const newText = (text: string, options: NewTextOptions = {}): string =>
  splitReply(text, options).newText;
