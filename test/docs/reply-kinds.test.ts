/** docs/replies.md: every kind of fault that others showed names a test that is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const PLACE = /`(test\/[\w./-]+\.(?:ts|yaml|json))`(?:: `([^`]+)`)?/g;
const rows = read('docs/replies.md')
  .split('\n')
  .filter((line) => /^\| (?:K?\d+) /.test(line))
  .map((line) => [/^\| (K?\d+)/.exec(line)?.[1] ?? '', line] as const);
/** What a row names and is not there. */
const missing = (line: string): readonly string[] =>
  [...line.matchAll(PLACE)]
    .filter(([, file = '', words]) => !existsSync(path.join(ROOT, file)) || !read(file).includes(words ?? ''))
    .map(([place]) => place);

describe('the kinds of faults', () => {
  test('are all there: K1 to K20, and the fourteen of an attacker', () => {
    const of = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);
    expect(rows.map(([kind]) => kind)).toEqual([...of(20, 'K'), ...of(14, '')]);
  });
  test.each(rows)('%s is held by a test that is there', (_, line) => {
    expect([...line.matchAll(PLACE)].length).toBeGreaterThan(0);
    expect(missing(line)).toEqual([]);
  });
  test('canary: a test that is not there, and words that no test has, are found', () => {
    expect(missing(`| 1 | \`test/${'nowhere'}.test.ts\` |`)).toHaveLength(1);
    expect(missing('| 1 | `test/docs/reply-kinds.test.ts`: `qu` `x` |')).toEqual([]);
    expect(missing(`| 1 | \`test/docs/sign-off.test.ts\`: \`${'zy'}xq\` |`)).toHaveLength(1);
  });
});
