/**
 * Text of a reply that came as HTML only: tags off, the old mail replaced by a quote mark, no rendering, no
 * network, nothing kept. One pass over at most 256 KB (docs/architecture.md §9.5, §9.6). The result goes
 * through `newText` like any other text.
 */
import { count, MAX_TEXT, type Meter } from '../meter.ts';
import {
  BLOCK_ELEMENTS,
  CUT_MARKS,
  QUOTE_CLASSES,
  SIGNATURE_CLASSES,
  SILENT_ELEMENTS,
  VOID_ELEMENTS,
} from '../words/html.ts';

const SILENT: ReadonlySet<string> = new Set(SILENT_ELEMENTS);
const BLOCKS: ReadonlySet<string> = new Set(BLOCK_ELEMENTS);
const VOIDS: ReadonlySet<string> = new Set(VOID_ELEMENTS);
const QUOTES: ReadonlySet<string> = new Set(QUOTE_CLASSES);
const SIGNATURES: ReadonlySet<string> = new Set(SIGNATURE_CLASSES);
const CUTS: ReadonlySet<string> = new Set(CUT_MARKS);
/** Of one tag, this much is read for its name, id and classes. */
const MAX_TAG = 1_000;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  rsquo: '’',
};

/** One pass over the ampersands; anything unknown stays as it is. */
const decoded = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  });

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly marks: readonly string[];
}

const tagOf = (inside: string): Tag => {
  const text = inside.slice(0, MAX_TAG).toLowerCase();
  const name = /^\/?\s{0,3}([a-z][a-z0-9:]{0,20})/.exec(text)?.[1] ?? '';
  const marks = [...text.matchAll(/\s(?:class|id|name)\s{0,3}=\s{0,3}["']?([^"'>]{1,200})/g)].flatMap((m) =>
    (m[1] ?? '').split(/\s+/),
  );
  return { name, closing: text.startsWith('/'), marks };
};

/**
 * What an element does to the reading: its inside is dropped silently, stands for a quote or a signature, or
 * the mail ends here.
 */
const effectOf = ({ name, marks }: Tag): 'none' | 'silent' | 'quote' | 'signature' | 'cut' => {
  if (marks.some((mark) => CUTS.has(mark))) return 'cut';
  if (SILENT.has(name)) return 'silent';
  if (name === 'blockquote' || marks.some((mark) => QUOTES.has(mark))) return 'quote';
  return marks.some((mark) => SIGNATURES.has(mark)) ? 'signature' : 'none';
};

const replacement = { silent: '', quote: '\n>\n\n', signature: '\n' } as const;

/** Plain text of an HTML mail; `''` for nothing. Never throws; work is linear. */
export function htmlToText(html: string, meter?: Meter): string {
  const source = html.slice(0, MAX_TEXT);
  const out: string[] = [];
  /** The element whose inside is dropped, and how many of its name are open within it. */
  let dropping: { readonly name: string; depth: number } | null = null;
  let at = 0;
  const text = (until: number): void => {
    count(meter, until - at);
    if (dropping === null) out.push(decoded(source.slice(at, until)).replace(/[ \t\r\n\f]+/g, ' '));
  };
  while (at < source.length) {
    const open = source.indexOf('<', at);
    text(open < 0 ? source.length : open);
    if (open < 0) break;
    const comment = source.startsWith('<!--', open);
    const close = source.indexOf(comment ? '-->' : '>', open);
    count(meter, (close < 0 ? source.length : close) - open);
    // A tag that never ends: what follows is no text.
    if (close < 0) break;
    at = close + (comment ? 3 : 1);
    if (comment) continue;
    const tag = tagOf(source.slice(open + 1, close));
    if (dropping !== null) {
      if (tag.name === dropping.name) dropping.depth += tag.closing ? -1 : 1;
      // A head that is never closed ends where the body begins.
      if (dropping.depth === 0 || (dropping.name === 'head' && tag.name === 'body')) dropping = null;
      continue;
    }
    const effect = tag.closing ? 'none' : effectOf(tag);
    if (effect === 'cut') break;
    if (effect !== 'none') {
      out.push(replacement[effect]);
      if (!VOIDS.has(tag.name) && !source.slice(open, close).endsWith('/'))
        dropping = { name: tag.name, depth: 1 };
    } else if (tag.name === 'hr') out.push('\n________________\n');
    else if (BLOCKS.has(tag.name)) out.push('\n');
    else if (tag.name === 'td' || tag.name === 'th') out.push(' ');
  }
  return tidy(out.join(''));
}

/** Lines trimmed; runs of blank lines shortened. */
const tidy = (text: string): string => {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
};
