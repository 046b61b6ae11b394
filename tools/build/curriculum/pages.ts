/**
 * Exercises and lessons: Markdown with a head of fields, turned into the shapes of
 * `program/curriculum/words-schema.ts`.
 */
import { exerciseId } from '../../../program/curriculum/schema.ts';
import {
  type Block,
  type ExerciseText,
  exerciseText,
  type Lesson,
  lesson,
} from '../../../program/curriculum/words-schema.ts';
import { drawingFile } from '../drawings.ts';
import { listPages, type Page, type Path, parseWith, readPage, type Source } from './files.ts';
import type { Issue } from './issues.ts';

/** Lines of a `- ` or `1. ` list; other lines continue the entry before them. */
function listItems(text: string): readonly string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    const start = /^\s*(?:-|\d+\.)\s+(.*)$/.exec(line);
    if (start) items.push((start[1] ?? '').trim());
    else if (line.trim() !== '' && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}

const paragraph = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .join(' ');

/** Paragraphs and lists, separated by empty lines. */
const blocks = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/)
    .map((b) => b.trim())
    .filter((b) => b !== '')
    .map((b) =>
      b.startsWith('- ') ? { kind: 'list', items: listItems(b) } : { kind: 'paragraph', text: paragraph(b) },
    );

/**
 * The page as one source: fields of the head, then sections under their field names. An unknown heading is a
 * mistake.
 */
function merged(
  page: Page,
  headings: Readonly<Record<string, readonly [field: string, read: (text: string) => unknown]>>,
  issues: Issue[],
): Source {
  const { front, sections } = page;
  const data: Record<string, unknown> = { ...front.data };
  const lines: Record<string, number> = {};
  for (const [heading, section] of Object.entries(sections)) {
    const known = headings[heading];
    if (known === undefined) {
      const names = Object.keys(headings).join(', ');
      issues.push({
        file: front.file,
        line: section.line,
        column: 1,
        expected: `one of the sections ${names}`,
        found: `"${heading}"`,
        remedy: 'correct the heading',
      });
    } else {
      data[known[0]] = known[1](section.text);
      lines[known[0]] = section.line;
    }
  }
  const at = (path: Path, key?: string) => {
    const line = lines[String(path[0])];
    return line === undefined ? front.at(path, key) : { line, column: 1 };
  };
  return { file: front.file, data, at };
}

const EXERCISE_SECTIONS = {
  'Set-up': ['setUp', paragraph],
  Steps: ['steps', listItems],
  Cue: ['cue', paragraph],
  'Common errors': ['commonErrors', listItems],
  Easier: ['easier', paragraph],
  Harder: ['harder', paragraph],
  Stop: ['stopRule', paragraph],
} as const;

/** The words of the front matter with the name of the files that are drawn for this id. */
function drawn(data: Readonly<Record<string, unknown>>, source: Source, issues: Issue[]): unknown {
  const id = String(data.id);
  // An id that is no id is said by itself; a drawing of it is nothing to ask for.
  const isId = exerciseId.safeParse(id).success;
  const file = drawingFile(isId ? id : idOf(source.file));
  if (file === null && isId)
    issues.push({
      file: source.file,
      ...source.at(['id']),
      expected: `a drawing of ${id}`,
      found: 'none',
      remedy: 'give it a pose in emails/drawings/drawings.ts and build again',
    });
  return { alt: data.drawing, file: file ?? `${id}.` };
}

/**
 * The exercise and its variants: a variant is the exercise with some fields replaced, under its own id
 * (EX-08s).
 */
function readExercise(
  dir: string,
  file: string,
  issues: Issue[],
): readonly (readonly [ExerciseText, Source])[] {
  const page = readPage(dir, file, issues);
  if (page === null) return [];
  const source = merged(page, EXERCISE_SECTIONS, issues);
  const { variants, ...own } = source.data;
  const base: Record<string, unknown> = {
    hop: false,
    barefoot: false,
    harderHops: false,
    harderFromLevel: own.fromLevel,
    ...own,
  };
  const all: { data: Record<string, unknown>; at: Source['at'] }[] = [{ data: base, at: source.at }];
  for (const [letter, change] of Object.entries(
    (variants ?? {}) as Record<string, Record<string, unknown>>,
  )) {
    const level = change.fromLevel ?? own.fromLevel;
    const at = (path: Path, key?: string) =>
      String(path[0]) in change
        ? source.at(['variants', letter, ...path], key)
        : source.at(['variants', letter], key);
    all.push({ data: { ...base, harderFromLevel: level, ...change, id: `${String(own.id)}${letter}` }, at });
  }
  return all.flatMap(({ data, at }) => {
    const one: Source = { file, data: { ...data, drawing: drawn(data, { file, data, at }, issues) }, at };
    const parsed = parseWith(exerciseText, one, issues);
    return parsed === null ? [] : [[parsed, one] as const];
  });
}

const LESSON_SECTIONS = {
  'In short': ['brief', paragraph],
  Lesson: ['body', blocks],
  Painkillers: ['painkiller', blocks],
} as const;

function readLesson(dir: string, file: string, issues: Issue[]): readonly (readonly [Lesson, Source])[] {
  const page = readPage(dir, file, issues);
  if (page === null) return [];
  const source = merged(page, LESSON_SECTIONS, issues);
  const one: Source = { ...source, data: { painkiller: [], ...source.data } };
  const parsed = parseWith(lesson, one, issues);
  return parsed === null ? [] : [[parsed, one] as const];
}

const pad = (n: number): string => String(n).padStart(2, '0');
const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.md$/, '');

/** Every file that must exist, and any other that does. */
const expectedPages = (dir: string, folder: string, prefix: string, count: number): readonly string[] => {
  const wanted = Array.from({ length: count }, (_, i) => `${folder}/${prefix}-${pad(i + 1)}.md`);
  return [...new Set([...wanted, ...listPages(dir, folder)])].sort();
};

function checkId(parsed: { readonly id: string }, source: Source, issues: Issue[]): void {
  const name = idOf(source.file);
  if (parsed.id.slice(0, name.length) !== name)
    issues.push({
      file: source.file,
      ...source.at(['id']),
      expected: `the id of the file, ${name}`,
      found: `"${parsed.id}"`,
      remedy: 'make id and file name equal',
    });
}

export type Pages<T> = ReadonlyMap<string, readonly [T, Source]>;

export function readExercises(dir: string, locale: string, issues: Issue[]): Pages<ExerciseText> {
  const read = expectedPages(dir, `${locale}/exercises`, 'EX', 28).flatMap((file) =>
    readExercise(dir, file, issues),
  );
  for (const [parsed, source] of read) checkId(parsed, source, issues);
  return new Map(read.map((entry) => [entry[0].id, entry]));
}

export function readLessons(dir: string, locale: string, issues: Issue[]): Pages<Lesson> {
  const read = expectedPages(dir, `${locale}/lessons`, 'LES', 24).flatMap((file) =>
    readLesson(dir, file, issues),
  );
  for (const [parsed, source] of read) checkId(parsed, source, issues);
  return new Map(read.map((entry) => [entry[0].id, entry]));
}
