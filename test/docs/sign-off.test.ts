/**
 * docs/clinical-sign-off.md: every place it names exists and holds what is said to be set there; no question
 * is lost.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
      ...Array.from({ length: 30 }, (_, i) => `E${i + 1}`),
    ]);
    for (const row of rows) expect([...row.matchAll(PLACE)].length, row).toBeGreaterThan(0);
  });
  test('canary: places were seen', () => expect(places.length).toBeGreaterThan(45));
});

describe('the amendments', () => {
  const rows = text
    .split('\n')
    .filter((line) => /^\| A\d/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  const named = rows.flatMap(([which = '']) => which.split(', '));
  const program = readdirSync(path.join(ROOT, 'program'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(path.join('program', file)))
    .join('\n');
  const known = [program, read('curriculum/en/questions.yaml'), read('curriculum/en/reasons.yaml')].join(
    '\n',
  );
  const table = read('test/program/adapt/amendments.test.ts');
  /** `walks-…` stands for all codes that begin so. */
  const exists = (word: string): boolean =>
    word.split('.').every((part) => known.includes(part.replace(/…$/, '')));

  /** Not built yet; the list says so. */
  const OPEN = ['A22'];
  test('are all there, A1 to A24, and those that are open are known', () => {
    expect(named).toEqual(['A1', 'A1b', ...Array.from({ length: 23 }, (_, i) => `A${i + 2}`)]);
    const open = rows.filter((row) =>
      row.slice(1).some((cell) => cell.trim() === '' || cell.trim() === 'open'),
    );
    expect(open.map(([which]) => which)).toEqual(OPEN);
  });
  const built = rows.filter(([which = '']) => !OPEN.includes(which));
  test.each(built)('%s names a rule that is there: %s', (_, rule = '') => {
    const words = [...rule.matchAll(/`([^`]+)`/g)].map((m) => m[1]!);
    const ids = [...rule.matchAll(/\b(?:TR|AD|MD|ST)-[A-Z]?\d+\w?/g)].map(([id]) => id);
    const sentences = /[a-z]{4,}/.test(rule);
    expect(words.length + ids.length > 0 || sentences).toBe(true);
    expect([...words, ...ids].filter((word) => !exists(word))).toEqual([]);
  });
  test.each(built)('%s has its proof', (which = '', _rule, _reads, proof = '') => {
    const files = [...proof.matchAll(PLACE)].map((m) => m[1]!);
    const tests = files.filter((file) => /^test\/.*\.(?:test\.ts|md)$/.test(file));
    const inTable = which.split(', ').every((a) => new RegExp(`\\b${a}\\b`).test(table));
    expect(tests.length > 0 || inTable, which).toBe(true);
  });
  test('canary: a rule that nobody wrote is not found', () => {
    expect([exists('TR-D99'), exists('no-rule-…'), exists('rk-usual')]).toEqual([false, false, true]);
  });
});
