/**
 * Lines put together again that a mail program broke inside an address or a link: Gmail ends such a line
 * before the closing bracket, which then stands at the start of the next one and looks like a quote mark. And
 * format=flowed (RFC 3676).
 */
import { count, MAX_LINE, type Meter } from '../meter.ts';

/** An opening bracket with an address or a link begun behind it, or nothing yet, and no closing one. */
const OPEN = /(?:<|\(<|\[)(?:mailto:|https?:)?[^\s<>]{0,200}$/i;
const hasOpenBracket = (line: string): boolean => {
  const at = line.lastIndexOf('<');
  if (at < 0 || line.indexOf('>', at) >= 0) return false;
  return (
    OPEN.test(line.slice(at, at + MAX_LINE)) && (line.length - at < 3 || /[@/:]|mailto/i.test(line.slice(at)))
  );
};
/**
 * The rest of an address and its bracket, at the start of a line: ">:", "> wrote:", "example.org> schrieb:",
 * or a bare address.
 */
const CLOSES = /^\s{0,4}(?:[^\s<>]{0,200}@?[^\s<>]{0,200})?>(?!>)/;
const CLOSED_BY_COLON = /^\s{0,4}>+\s*(?:\p{L}[\p{L} .']{0,40})?[:：;,]\s*$/u;

/** Joins a line that ends inside a bracket with the one that closes it; at most three lines. Linear. */
export function rejoined(lines: readonly string[], meter?: Meter): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i] ?? '';
    count(meter, 1);
    for (let joined = 0; joined < 2 && line.length <= MAX_LINE && hasOpenBracket(line); joined++) {
      const next = lines[i + 1] ?? '';
      // A quoted line below an open bracket is a quote unless it does nothing but close it.
      const quote =
        /^\s{0,4}>\s*\S/.test(next) &&
        !CLOSED_BY_COLON.test(next) &&
        !/^\s{0,4}>[^\n]{0,60}[:：]\s*$/.test(next);
      if (next.trim() === '' || quote || !CLOSES.test(next.slice(0, MAX_LINE))) break;
      line = `${line}${next.trimStart()}`;
      i++;
    }
    out.push(line);
  }
  return out;
}

/**
 * A text part with format=flowed as paragraphs (RFC 3676 §4): a line that ends in a space flows into the next
 * of the same quote depth, never into one of another (RFC 3676 §4.5); `-- ` is a signature mark and flows
 * nowhere (RFC 3676 §4.3); a leading space was stuffed in (RFC 3676 §4.4). `delSp` takes the space off.
 */
export function unflowed(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; parts: string[] } | null = null;
  const close = (): void => {
    if (open !== null)
      out.push(`${'>'.repeat(open.depth)}${open.depth > 0 ? ' ' : ''}${open.parts.join('')}`);
    open = null;
  };
  for (const raw of text.split(/\r\n?|\n/)) {
    let depth = 0;
    while (raw[depth] === '>') depth++;
    const behind = raw.slice(depth);
    const line = behind.startsWith(' ') ? behind.slice(1) : behind;
    const flows = line.endsWith(' ') && line !== '-- ';
    if (open !== null && (open as { depth: number }).depth !== depth) close();
    if (line === '-- ') close();
    const current: { depth: number; parts: string[] } = open ?? { depth, parts: [] };
    current.parts.push(flows && delSp ? line.slice(0, -1) : line);
    open = current;
    if (!flows) close();
  }
  close();
  return out.join('\n');
}
