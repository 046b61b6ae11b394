/**
 * Mistakes in the curriculum, worded for its author: where, what was expected, what was found, what to do.
 */
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
  const sorted = [...issues].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
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

const countOf = (origin: string): string =>
  origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '';

/** "30 s", where 30 belongs. */
const WITH_UNIT = /^\d+(\.\d+)?\s*[a-z]+$/i;
/** "1,5", where 1.5 belongs. */
const WITH_COMMA = /^\d+,\d+$/;
const POINT = 'write a point for the decimals, not a comma: 1.5';

/**
 * In { seconds: 1,5 } the comma ends the field, and the 5 is read as the next one: that field, or undefined.
 */
export const commaField = (keys: readonly string[]): string | undefined =>
  keys.find((key) => /^\d+$/.test(key));

const kindRemedy = (kind: string, found: string): string =>
  WITH_UNIT.test(found)
    ? `write ${kind} alone; the unit is in the name of the field`
    : WITH_COMMA.test(found)
      ? POINT
      : `write ${kind}`;

type Worded = Pick<Issue, 'expected' | 'found' | 'remedy'>;

/**
 * What the YAML reader calls a mistake, and what an author did: the first whose code and text fit. `at` = the
 * text from where it shows.
 */
const SYNTAX: readonly {
  readonly code: string;
  readonly when?: (message: string, line: string) => boolean;
  readonly say: (at: string) => Worded;
}[] = [
  {
    code: 'DUPLICATE_KEY',
    say: (at) => ({
      expected: `\`${/^[\w.-]+/.exec(at)?.[0] ?? 'this field'}\` once in this group`,
      found: 'it a second time',
      remedy: 'keep the one that holds',
    }),
  },
  {
    code: 'TAB_AS_INDENT',
    say: () => ({
      expected: 'spaces before a field',
      found: 'a tab',
      remedy: 'use as many spaces as the line above has',
    }),
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: (_message, line) => /:\s/.test(line),
    say: () => ({
      expected: 'words with a colon in them to be in quotes',
      found: 'no quotes',
      remedy: 'put the words after the first colon in "double quotes"',
    }),
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    say: () => ({
      expected: 'the next field in the same column as this one',
      found: 'more spaces before it',
      remedy: 'take the spaces away',
    }),
  },
  {
    code: 'MISSING_CHAR',
    when: (message) => /quote/.test(message),
    say: () => ({
      expected: 'a quote at the end of the words',
      found: 'none',
      remedy: 'close what the first quote opens',
    }),
  },
  {
    code: 'BAD_INDENT',
    when: (message) => /\]|\}/.test(message),
    say: () => ({
      expected: 'a list or group to be closed',
      found: 'no ] or } for it',
      remedy: 'close it with ] or } where it ends, on this line or the one above',
    }),
  },
  {
    code: 'BAD_INDENT',
    say: () => ({
      expected: 'the fields of a group in one column',
      found: 'more or fewer spaces',
      remedy: 'use as many spaces as the first field of the group has',
    }),
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    say: (at) => ({
      expected: 'a colon after a field name',
      found: 'none',
      remedy: `write \`${/^[\w.-]+/.exec(at)?.[0] ?? 'name'}:\`, or put words of several lines in "double quotes"`,
    }),
  },
  {
    code: 'BAD_SCALAR_START',
    say: (at) => ({
      expected: 'words to begin with a letter, a digit or a quote',
      found: `${at.slice(0, 1)} first`,
      remedy: 'put them in "double quotes"',
    }),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: (message) => /scalar at node end/.test(message),
    say: () => ({
      expected: 'nothing after the closing quote',
      found: 'more words',
      remedy: 'put all the words in one pair of "double quotes" and write a quote inside them as \\"',
    }),
  },
];

/** A mistake of the file format, in the author's words. `at` = the text from where it shows. */
export function wordSyntax(code: string, message: string, at: string): Worded {
  const [line = ''] = at.split('\n');
  const known = SYNTAX.find((one) => one.code === code && (one.when?.(message, line) ?? true));
  return (
    known?.say(at) ?? {
      expected: 'fields and values a computer can read (YAML)',
      found: message.split('\n')[0] ?? 'something else',
      remedy: 'compare this line with the ones around it: indentation, quotes, colons, commas and brackets',
    }
  );
}

/**
 * Letters to change, add, leave out or swap with their neighbour between two words (Damerau–Levenshtein,
 * optimal string alignment).
 */
function distance(a: string, b: string): number {
  let above: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (above[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped,
        ),
      );
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The known name that was probably meant; null when none is within three letters and a third of its length.
 */
export function nearest(wrong: string, known: readonly string[]): string | null {
  const [best] = known.map((name) => ({ name, far: distance(wrong, name) })).sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.min(3, best.name.length / 3) ? best.name : null;
}

/** What a schema issue asks of the author. `field` is the last name of its path. */
export function wordIssue(issue: z.core.$ZodIssue, field: string, found: unknown): Worded {
  const shown = Array.isArray(found) ? `${found.length} entries` : showValue(found);
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      const missing = found === undefined || found === null;
      return {
        expected: `${kind} for \`${field}\``,
        found: missing ? 'nothing' : showValue(found),
        remedy: missing ? `add \`${field}\`` : kindRemedy(kind, String(found)),
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
      return {
        expected: `one of ${values} for \`${field}\``,
        found: showValue(found),
        remedy: missing ? `add \`${field}\`` : 'use one of these',
      };
    }
    case 'invalid_union': {
      const values = issue.errors
        .flat()
        .flatMap((e) => (e.code === 'invalid_value' ? e.values.map(String) : []));
      const expected = values.length > 0 ? `one of ${values.join(', ')}` : 'another kind of value';
      return {
        expected: `${expected} for \`${field}\``,
        found: shown,
        remedy:
          found === undefined
            ? `add \`${field}\``
            : values.length > 0
              ? 'use one of these'
              : 'write it as in the other files of this folder',
      };
    }
    case 'unrecognized_keys': {
      const decimals = commaField(issue.keys);
      if (decimals !== undefined)
        return { expected: 'a number with a point', found: `a comma before ${decimals}`, remedy: POINT };
      return {
        expected: `no field named \`${issue.keys.join('`, `')}\``,
        found: 'that field',
        remedy: 'remove it or correct its spelling',
      };
    }
    case 'invalid_format':
      return {
        expected: `${issue.message} for \`${field}\``,
        found: showValue(found),
        remedy: 'correct the text',
      };
    default:
      return {
        expected: `${issue.message} for \`${field}\``,
        found: showValue(found),
        remedy: found === undefined ? `add \`${field}\`` : 'correct it',
      };
  }
}
