/**
 * Client shapes, put together from the grammar of corpora/clients.yaml: header, wrap of the header, wrap of
 * the quote, quote marks, footer, and where the answer stands. Deterministic: shape `i` is always the same.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Header {
  readonly client: string;
  readonly source: string;
  readonly quote: 'marks' | 'bare';
  readonly lines: readonly string[];
}
interface Outlook {
  readonly lang: string;
  readonly source: string;
  readonly labels: readonly [string, string, string, string];
  readonly when: string;
  readonly title: string;
}
interface Grammar {
  readonly sources: Readonly<Record<string, string>>;
  readonly headers: readonly Header[];
  readonly outlook: readonly Outlook[];
  readonly footers: readonly { readonly source: string; readonly lines: readonly string[] }[];
}
export const grammar = parse(
  readFileSync(path.join(import.meta.dirname, '../corpora/clients.yaml'), 'utf8'),
) as Grammar;

export interface Shape {
  readonly id: string;
  readonly source: string;
  /** The reply as the client would send it: what was typed, with the mail that is answered. */
  readonly reply: (typed: string, mail: string, subject: string) => string;
}

const ADDR = 'r-abcdefghijklmnopqrstuvwxyz@reply.calf.example.org';
const ME = 'anna.smith@post.example';
/** Names an address book may have given us. */
const NAMES = ['Calf Coach', 'Anna from Calf Coach', 'Wadentraining', 'Coach'];

/** Words filled into lines of at most `width` columns; 0 = as long as the paragraph. */
function wrapped(line: string, width: number): readonly string[] {
  if (width === 0 || line.length <= width || /^https?:/.test(line)) return [line];
  const out: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      out.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...out, current];
}

/** Gmail breaks a long attribution behind "<address" and puts the bracket on a line of its own. */
const broken = (line: string): readonly string[] => {
  const close = line.indexOf('>');
  const open = line.indexOf('<');
  if (open < 0 || close < open || line.length < 76) return wrapped(line, 76);
  return [line.slice(0, open).trimEnd(), `${line.slice(open, close)}`, line.slice(close)];
};
const HEADER_WRAPS = [
  (line: string) => [line],
  broken,
  (line: string) => wrapped(line, 60),
  (line: string) => wrapped(line, 40),
] as const;

const isText = (line: string): boolean => /^[A-Za-z“"(]/.test(line);
/** Paragraphs whose lines were joined again, as clients do that make text from HTML. */
const unwrapped = (mail: string): string =>
  mail
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const before = lines.at(-1);
      if (before !== undefined && before.length > 55 && isText(line) && !/^https?:/.test(before))
        lines[lines.length - 1] = `${before} ${line}`;
      else lines.push(line);
      return lines;
    }, [])
    .join('\n');
const BODY_WRAPS = [
  (mail: string) => mail,
  (mail: string) =>
    mail
      .split('\n')
      .flatMap((line) => wrapped(line, 60))
      .join('\n'),
  unwrapped,
] as const;
const MARKS = ['> ', '>', '| ', ' > '] as const;

const outlookHeaders: readonly Header[] = grammar.outlook.flatMap(({ lang, source, labels, when, title }) => {
  const values = ['{NAME} <{ADDR}>', when, '{ME}', '{SUBJECT}'];
  const plain = labels.map((label, i) => `${label}: ${values[i]}`);
  const bold = labels.map((label, i) => `*${label}:* ${values[i]}`);
  const block = (client: string, lines: readonly string[]): Header => ({
    client: `Outlook ${lang} ${client}`,
    source,
    quote: 'bare',
    lines,
  });
  return [
    block('plain', plain),
    block('rule', ['________________________________', ...plain]),
    block('title', [`-----${title}-----`, ...plain]),
    block('bold', bold),
  ];
});
export const HEADERS: readonly Header[] = [...grammar.headers, ...outlookHeaders];

const filled = (line: string, name: string, subject: string): string =>
  line
    .replaceAll('{NAME}', name)
    .replaceAll('{ADDR}', ADDR)
    .replaceAll('{ME}', ME)
    .replaceAll('{SUBJECT}', subject);

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;

/** One shape; `variant` chooses the wraps, the mark, the name and the footer. */
export function shapeOf(
  header: Header,
  at: number,
  variant: number,
  quote: Header['quote'] = header.quote,
): Shape {
  const n = at + variant * 7;
  const headerWrap = pick(HEADER_WRAPS, variant + at);
  const bodyWrap = pick(BODY_WRAPS, n);
  const mark = pick(MARKS, at + variant * 3);
  const footer = pick(grammar.footers, at * 5 + variant * 3).lines;
  const name = pick(NAMES, variant * (at + 1));
  return {
    id: `${header.client} #${variant} (${quote}, ${name}, footer "${footer[0] ?? ''}")`,
    source: header.source,
    reply: (typed, mail, subject) => {
      const lines = header.lines.flatMap((line) => headerWrap(filled(line, name, subject)));
      const body = bodyWrap(mail.trimEnd());
      const quoted =
        quote === 'bare'
          ? body
          : body
              .split('\n')
              .map((line) => `${mark}${line}`.trimEnd())
              .join('\n');
      return [typed, '', ...footer, ...(footer.length > 0 ? [''] : []), ...lines, '', quoted, ''].join('\n');
    },
  };
}

/** Every header in `variants` ways. */
export const shapes = (variants: number): readonly Shape[] =>
  Array.from({ length: variants }, (_, variant) =>
    HEADERS.map((header, at) => shapeOf(header, at, variant)),
  ).flat();
