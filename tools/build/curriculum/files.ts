/**
 * Reading the files an author edits, keeping line and column of everything, so that a mistake can be pointed
 * at.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Node, ParsedNode } from 'yaml';
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { commaField, type Issue, nearest, wordIssue, wordSyntax } from './issues.ts';

export type Path = readonly PropertyKey[];
export interface Position {
  readonly line: number;
  readonly column: number;
}
/** A file as data, with a way back to its lines. */
export interface Source {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: (path: Path, key?: string) => Position;
}

/** Takes down a mistake at a place of a file. */
export type Report = (
  source: Source,
  path: Path,
  what: { readonly expected: string; readonly found: string; readonly remedy: string },
) => void;

const startOf = (node: unknown): number | null => (isNode(node) && node.range ? node.range[0] : null);

/** Start of the key, of its value, or of the nearest thing that exists above it. */
function offsetOf(doc: Document.Parsed<ParsedNode>, path: Path, key?: string): number {
  let node: Node | null | undefined = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find(
        (p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(step),
      );
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value as Node | null;
    } else {
      const next: unknown = (node as { get?: (k: unknown, keep: boolean) => unknown } | null)?.get?.(
        step,
        true,
      );
      if (!isNode(next)) return offset;
      offset = startOf(next) ?? offset;
      node = next;
    }
  }
  return offset;
}

/**
 * YAML text as a source; `lineOffset` lines stand before it in the file (front matter). Syntax mistakes go to
 * `issues`.
 */
function readYamlText(file: string, text: string, lineOffset: number, issues: Issue[]): Source | null {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  // What comes after the first is mostly its echo.
  const broken = doc.errors.find((error) => error.code === 'TAB_AS_INDENT') ?? doc.errors[0];
  if (broken !== undefined) {
    issues.push({
      file,
      ...place(broken.pos[0]),
      ...wordSyntax(broken.code, broken.message, text.slice(broken.pos[0])),
    });
    return null;
  }
  const data = doc.toJS() as unknown;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    issues.push({
      file,
      line: 1 + lineOffset,
      column: 1,
      expected: 'named fields',
      found: 'something else',
      remedy: 'start the file with `name: value` lines',
    });
    return null;
  }
  return { file, data: data as Record<string, unknown>, at: (path, key) => place(offsetOf(doc, path, key)) };
}

function readText(dir: string, file: string, issues: Issue[]): string | null {
  const path = join(dir, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  issues.push({
    file,
    line: 1,
    column: 1,
    expected: 'this file',
    found: 'no file of that name',
    remedy: 'restore it, or correct its name',
  });
  return null;
}

export function readYaml(dir: string, file: string, issues: Issue[]): Source | null {
  const text = readText(dir, file, issues);
  return text === null ? null : readYamlText(file, text, 0, issues);
}

/** A Markdown file: its front matter, and its `## ` sections by heading. */
export interface Page {
  readonly front: Source;
  readonly sections: Readonly<Record<string, { readonly line: number; readonly text: string }>>;
}

export function readPage(dir: string, file: string, issues: Issue[]): Page | null {
  const text = readText(dir, file, issues);
  if (text === null) return null;
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    issues.push({
      file,
      line: 1,
      column: 1,
      expected: 'a block of fields between two lines of ---',
      found: 'none',
      remedy: 'copy the head of another file of this folder',
    });
    return null;
  }
  const front = readYamlText(file, lines.slice(1, end).join('\n'), 1, issues);
  const sections: Record<string, { line: number; text: string }> = {};
  let heading: string | null = null;
  for (let i = end + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('## ')) {
      heading = line.slice(3).trim();
      if (sections[heading] !== undefined)
        issues.push({
          file,
          line: i + 1,
          column: 1,
          expected: `one section \`${heading}\``,
          found: 'a second one',
          remedy: 'join the two',
        });
      sections[heading] = { line: i + 1, text: '' };
    } else {
      const section = heading === null ? null : sections[heading];
      if (section) section.text += `${line}\n`;
      else if (line.trim() !== '')
        issues.push({
          file,
          line: i + 1,
          column: 1,
          expected: 'a heading first',
          found: 'text before any heading',
          remedy: 'put it under its `## ` heading',
        });
    }
  }
  return front === null ? null : { front, sections };
}

/** Names of the Markdown files of a folder, sorted; none when it does not exist. */
export const listPages = (dir: string, folder: string): readonly string[] =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder))
        .filter((n) => n.endsWith('.md'))
        .sort()
        .map((n) => `${folder}/${n}`)
    : [];

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, step) =>
      typeof v === 'object' && v !== null ? (v as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );

/** The fields that groups of this name have in a file (`dose`: sets, reps, …), entries of a list included. */
function fieldsUnder(data: unknown, name: string, within = ''): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((entry) => fieldsUnder(entry, name, within));
  return [
    ...(within === name ? Object.keys(data) : []),
    ...Object.entries(data).flatMap(([key, value]) => fieldsUnder(value, name, key)),
  ];
}

/** Field names close to a misspelt one, or all that stand in groups like this; each once. */
function knownBeside(
  source: Source,
  path: Path,
  wrong: readonly string[],
  missing: readonly string[],
): readonly string[] {
  const group = String(path.findLast((p) => typeof p === 'string') ?? '');
  return [...new Set([...missing, ...fieldsUnder(source.data, group)])].filter(
    (field) => !wrong.includes(field),
  );
}

/**
 * `data` through a schema; every complaint becomes an issue at its place. `at` may differ from the source's
 * (sections of a page).
 */
export function parseWith<T>(schema: z.ZodType<T>, source: Source, issues: Issue[]): T | null {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const all = result.error.issues;
  const absent = (issue: z.core.$ZodIssue): boolean =>
    issue.code !== 'unrecognized_keys' && valueAt(source.data, issue.path) === undefined;
  const missingIn = (group: Path): readonly string[] =>
    all
      .filter(
        (i) => absent(i) && i.path.length === group.length + 1 && group.every((p, n) => i.path[n] === p),
      )
      .map((i) => String(i.path.at(-1)));
  const said = new Set<string>();
  const spelling = new Map<z.core.$ZodIssue, string>();
  for (const issue of all) {
    if (issue.code !== 'unrecognized_keys' || commaField(issue.keys) !== undefined) continue;
    const known = knownBeside(source, issue.path, issue.keys, missingIn(issue.path));
    const meant = issue.keys.map((key) => nearest(key, known));
    for (const field of meant) if (field !== null) said.add([...issue.path, field].join('/'));
    const one = meant.length === 1 ? meant[0] : null;
    spelling.set(
      issue,
      one != null
        ? `write \`${one}\``
        : `remove it or correct its spelling${known.length === 0 ? '' : `; the fields here are ${known.join(', ')}`}`,
    );
  }
  for (const issue of all) {
    // The misspelt field is the mistake; that the right one is missing follows from it.
    if (absent(issue) && said.has(issue.path.join('/'))) continue;
    const named = issue.path.findLast((p) => typeof p === 'string');
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    issues.push({
      file: source.file,
      ...source.at(issue.path, key),
      ...wordIssue(issue, String(named ?? 'this file'), valueAt(source.data, issue.path)),
      ...(spelling.has(issue) ? { remedy: spelling.get(issue) as string } : {}),
    });
  }
  return null;
}
