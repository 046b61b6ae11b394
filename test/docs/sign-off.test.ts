/**
 * docs/clinical-sign-off.md: every place it names exists and holds what is said to be set there; no question
 * is lost.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const text = read('docs/clinical-sign-off.md');
const PLACE = /`([\w./-]+\/[\w./-]+\.(?:ts|yaml|md))`(?:: `([^`]+)`)?/g;
const places = [...text.matchAll(PLACE)].map((m) => [m[1]!, m[2]?.replaceAll('\\|', '|') ?? null] as const);

describe('the sign-off list', () => {
  test.each(places)('%s holds %s', (file, words) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    if (words !== null) expect(read(file)).toContain(words);
  });
  test('has the ten open questions of docs/clinical-rules.md §10.2 and all choices of the engineers, each with a place and an empty decision or a name', () => {
    const rows = text.split('\n').filter((line) => /^\| (?:E?\d+) \|/.test(line));
    const ids = rows.map((row) => row.split(' | ')[0]!.slice(2));
    expect(ids).toEqual([
      ...Array.from({ length: 10 }, (_, i) => String(i + 1)),
      ...Array.from({ length: 29 }, (_, i) => `E${i + 1}`),
    ]);
    for (const row of rows) expect([...row.matchAll(PLACE)].length, row).toBeGreaterThan(0);
  });
  test('canary: places were seen', () => expect(places.length).toBeGreaterThan(45));
});
