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
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
  bull: '•',
  deg: '°',
  frac12: '½',
  szlig: 'ß',
  shy: '\u00ad',
  zwnj: '\u200c',
};
/** `&eacute;` and its kin: a letter and the mark above or below it. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
};
const accented = (name: string): string | undefined => {
  const mark = MARKS[name.slice(1)];
  return mark === undefined ? undefined : `${name.charAt(0)}${mark}`.normalize('NFC');
};

/** One pass over the ampersands; anything unknown stays as it is. */
const decoded = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6}\d{0,2});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return accented(name) ?? ENTITIES[name.toLowerCase()] ?? whole;
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

/**
 * A tag begins with a letter, a slash or a mark of a comment behind the bracket; any other bracket is text.
 */
function nextTag(source: string, from: number): number {
  let open = source.indexOf('<', from);
  while (open >= 0 && !/[a-z/!?]/i.test(source.charAt(open + 1))) open = source.indexOf('<', open + 1);
  return open;
}

/** Up to the end of a tag; what stands in quotes behind an equals sign ends none. */
const TAG = /^(?:[^>=]|=(?!\s{0,9}["'])|=\s{0,9}(?:"[^"]*"|'[^']*'))*>/;
/**
 * Where the tag at `open` ends; the first bracket when its quotes are never closed nearby; -1 when there is
 * none.
 */
function tagEnd(source: string, open: number): number {
  const whole = TAG.exec(source.slice(open, open + MAX_TAG));
  return whole === null ? source.indexOf('>', open) : open + whole[0].length - 1;
}

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
    const open = nextTag(source, at);
    text(open < 0 ? source.length : open);
    if (open < 0) break;
    const comment = source.startsWith('<!--', open);
    const close = comment ? source.indexOf('-->', open) : tagEnd(source, open);
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
