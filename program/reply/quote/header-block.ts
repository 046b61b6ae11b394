/**
 * Where an old mail begins without quote marks: dashed "Original Message" lines, rules, and header blocks
 * (From, Sent, To, Subject).
 */
import { folded } from '../lines.ts';
import { count, MAX_LINE, type Meter } from '../meter.ts';
import { FORWARDED, LABELS, type Label, ORIGINAL_MESSAGE } from '../words/headers.ts';

/** Labels stand this near to each other: four of them, one wrapped line each. */
const BLOCK_LINES = 9;
const LABEL_CHARS = 28;
const LABEL_OF: ReadonlyMap<string, Label> = new Map(
  (Object.keys(LABELS) as Label[]).flatMap((label) => LABELS[label].map((word) => [word, label] as const)),
);
const ORIGINALS: ReadonlySet<string> = new Set(ORIGINAL_MESSAGE);
const FORWARDS: ReadonlySet<string> = new Set(FORWARDED);

/** The header label a line begins with; bold marks and a space before the colon do not matter. */
export const labelOf = (line: string): Label | null => {
  const start = folded(line.slice(0, LABEL_CHARS + 4));
  const colon = start.search(/[:：]/);
  if (colon < 1 || colon > LABEL_CHARS) return null;
  return LABEL_OF.get(start.slice(0, colon).replace(/[*_]/g, '').trim()) ?? null;
};

/** Three different labels close together, the sender or the date among them. */
export function headerBlockAt(lines: readonly string[], at: number, meter?: Meter): boolean {
  const first = labelOf(lines[at] ?? '');
  if (first === null) return false;
  const labels = new Set<Label>([first]);
  for (let i = at + 1; i < at + BLOCK_LINES && i < lines.length; i++) {
    count(meter, LABEL_CHARS);
    const label = labelOf(lines[i] ?? '');
    if (label !== null) labels.add(label);
  }
  return labels.size >= 3 && (labels.has('from') || labels.has('sent'));
}

const RULE = /^\s*[_=*–—-]{5,}\s*$/;

/** A rule of underscores or dashes. */
export const isRule = (line: string): boolean => line.length <= MAX_LINE && RULE.test(line);

/** A rule or a dashed title directly above a header block, or the title alone. */
export function oldMailBeginsAt(lines: readonly string[], at: number, meter?: Meter): boolean {
  if (headerBlockAt(lines, at, meter)) return true;
  const line = (lines[at] ?? '').slice(0, MAX_LINE);
  const bare = folded(line).replace(/^[\s_=*<>–—-]+|[\s_=*<>–—:-]+$/g, '');
  const dashed = /^\s*[*_>]?[_=–—-]{2,}/.test(line);
  count(meter, line.length);
  if (dashed && ORIGINALS.has(bare)) return true;
  const blockBelow = (): boolean => [1, 2, 3].some((below) => headerBlockAt(lines, at + below, meter));
  if (ORIGINALS.has(bare) || FORWARDS.has(bare)) return blockBelow() || FORWARDS.has(bare);
  return isRule(line) && blockBelow();
}
