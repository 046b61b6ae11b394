/** Mistakes in the curriculum, worded for its author: where, what was expected, what was found, what to do. */
import type { z } from 'zod';

export interface Issue {
  /** `levels.yaml`, relative to the curriculum folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

/** `curriculum/levels.yaml:14:3 expected … (found …). Remedy: ….` */
export const showIssue = (i: Issue): string =>
  `curriculum/${i.file}:${i.line}:${i.column} expected ${i.expected} (found ${i.found}). Remedy: ${i.remedy}.`;

/** One error for all mistakes, in the order of files and lines. */
export function curriculumError(issues: readonly Issue[]): Error {
  const sorted = [...issues].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
  const count = issues.length === 1 ? '1 mistake' : `${issues.length} mistakes`;
  return new Error(`The curriculum has ${count}:\n${sorted.map(showIssue).join('\n')}`);
}

/** A value as an author would recognise it, on one line. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'words',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
  tuple: 'a list',
  record: 'a group of fields',
};

const countOf = (origin: string): string => (origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '');

/** "30 s", where 30 belongs. */
const WITH_UNIT = /^\d+(\.\d+)?\s*[a-z]+$/i;

/** A mistake of the file format, in the author's words. `at` = the text from where it shows. */
export function wordSyntax(code: string, message: string, at: string): Pick<Issue, 'expected' | 'found' | 'remedy'> {
  switch (code) {
    case 'DUPLICATE_KEY': {
      const field = /^[\w.-]+/.exec(at)?.[0] ?? 'this field';
      return { expected: `\`${field}\` once in this group`, found: 'it a second time', remedy: 'keep the one that holds' };
    }
    case 'TAB_AS_INDENT':
      return { expected: 'spaces before a field', found: 'a tab', remedy: 'use as many spaces as the line above has' };
    default:
      return {
        expected: 'valid YAML',
        found: message.split('\n')[0] ?? 'a syntax mistake',
        remedy: 'check indentation, quotes, colons and brackets on this line',
      };
  }
}

/** Letters to change, add or leave out between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that was probably meant; null when none is within three letters and a third of its length. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  const [best] = known.map((name) => ({ name, far: distance(wrong, name) })).sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.min(3, best.name.length / 3) ? best.name : null;
}

/** What a schema issue asks of the author. `field` is the last name of its path. */
export function wordIssue(issue: z.core.$ZodIssue, field: string, found: unknown): Pick<Issue, 'expected' | 'found' | 'remedy'> {
  const shown = Array.isArray(found) ? `${found.length} entries` : showValue(found);
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      const missing = found === undefined || found === null;
      return {
        expected: `${kind} for \`${field}\``,
        found: missing ? 'nothing' : showValue(found),
        remedy: missing
          ? `add \`${field}\``
          : WITH_UNIT.test(String(found))
            ? `write ${kind} alone; the unit is in the name of the field`
            : `write ${kind}`,
      };
    }
    case 'too_big':
      return {
        expected: `at most ${issue.maximum}${countOf(issue.origin)} for \`${field}\``,
        found: shown,
        remedy: `lower it to ${issue.maximum} or less`,
      };
    case 'too_small':
      return {
        expected: `at least ${issue.minimum}${countOf(issue.origin)} for \`${field}\``,
        found: shown,
        remedy: `raise it to ${issue.minimum} or more`,
      };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      const missing = found === undefined;
      return { expected: `one of ${values} for \`${field}\``, found: showValue(found), remedy: missing ? `add \`${field}\`` : 'use one of these' };
    }
    case 'unrecognized_keys':
      return { expected: `no field named \`${issue.keys.join('`, `')}\``, found: 'that field', remedy: 'remove it or correct its spelling' };
    case 'invalid_format':
      return { expected: `${issue.message} for \`${field}\``, found: showValue(found), remedy: 'correct the text' };
    default:
      return {
        expected: `${issue.message} for \`${field}\``,
        found: showValue(found),
        remedy: found === undefined ? `add \`${field}\`` : 'correct it',
      };
  }
}
