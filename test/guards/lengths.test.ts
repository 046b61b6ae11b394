/**
 * Width of lines, parameters and ways through a function. The limits came after the code, so what is over
 * them stands in at-most.json with today's figure: it may fall and never rise, and a new name needs a shorter
 * form.
 */
import { describe, expect, it } from 'vitest';
import {
  BRANCH_LIMIT,
  COLUMN_LIMIT,
  crowded,
  type Over,
  PARAMETER_LIMIT,
  wideLines,
} from '../../tools/quality/guards/lengths.ts';
import { ROOT, type SourceFile, textFiles } from '../../tools/quality/guards/tree.ts';
import atMost from './at-most.json' with { type: 'json' };

const files = textFiles(ROOT);
const ts = (text: string, name = 'program/x.ts'): SourceFile => ({ name, text });
const risen = (over: readonly Over[], allowed: Readonly<Record<string, number>>): readonly string[] =>
  over.filter(({ name, n }) => n > (allowed[name] ?? 0)).map(({ name, n }) => `${name}: ${n}`);

describe('no file or function gets more', () => {
  const { parameters, branches } = crowded(files);
  it(`lines wider than ${COLUMN_LIMIT} columns`, () => {
    expect(risen(wideLines(files), atMost.columns)).toEqual([]);
  });
  it(`than ${PARAMETER_LIMIT} positional parameters`, () => {
    expect(risen(parameters, atMost.parameters)).toEqual([]);
  });
  it(`than ${BRANCH_LIMIT} ways through`, () => {
    expect(risen(branches, atMost.branches)).toEqual([]);
  });
  it('and the list names only what is there', () => {
    const names = new Set(files.map(({ name }) => name));
    const listed = Object.values(atMost).flatMap((part) => Object.keys(part));
    expect(listed.filter((name) => !names.has(name.split('#')[0] as string))).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });
});

describe('canaries', () => {
  it('a line one column too wide is counted, one that fits is not', () => {
    expect(wideLines([ts(`${'x'.repeat(COLUMN_LIMIT + 1)}\n${'x'.repeat(COLUMN_LIMIT)}\n`)])).toEqual([
      { name: 'program/x.ts', n: 1 },
    ]);
    expect(wideLines([ts('x'.repeat(COLUMN_LIMIT))])).toEqual([]);
  });
  it('a fifth parameter is reported, four are not', () => {
    expect(crowded([ts('const f = (a, b, c, d, e) => a;')]).parameters).toEqual([
      { name: 'program/x.ts#f', n: 5 },
    ]);
    expect(crowded([ts('function f(a, b, c, d) { return a; }')]).parameters).toEqual([]);
  });
  it('one way too many is reported, also in short cuts and cases; an inner function counts for itself', () => {
    const ifs = (n: number): string => 'if (a) b();\n'.repeat(n);
    expect(crowded([ts(`function f() {\n${ifs(BRANCH_LIMIT)}}`)]).branches).toEqual([
      { name: 'program/x.ts#f', n: BRANCH_LIMIT + 1 },
    ]);
    expect(crowded([ts(`function f() {\n${ifs(BRANCH_LIMIT - 1)}}`)]).branches).toEqual([]);
    expect(crowded([ts(`const f = () => ${'a && '.repeat(BRANCH_LIMIT)}a;`)]).branches).toHaveLength(1);
    const inner = `function f() {\n${ifs(10)}const g = () => {\n${ifs(15)}};\n}`;
    expect(crowded([ts(inner)]).branches).toEqual([]);
  });
  it('what rises, and what is new, is told', () => {
    expect(risen([{ name: 'a', n: 2 }], { a: 1 })).toEqual(['a: 2']);
    expect(risen([{ name: 'b', n: 1 }], { a: 1 })).toEqual(['b: 1']);
    expect(risen([{ name: 'a', n: 1 }], { a: 1 })).toEqual([]);
  });
});
