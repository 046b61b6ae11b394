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
        remedy: missing ? `add \`${field}\`` : `write ${kind}`,
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
