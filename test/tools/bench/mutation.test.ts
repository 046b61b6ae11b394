/**
 * The second look at mutants: what survived is put back as a whole file with exactly that mistake in it
 * (docs/mutation.md).
 */
import { describe, expect, it } from 'vitest';
import { survivorsOf } from '../../../tools/bench/mutation/again.ts';

const SOURCE = 'export const LIMIT = 5;\nexport const over = (n: number): boolean =>\n  n > LIMIT;\n';
const mutant = (
  status: string,
  replacement: string,
  from: readonly [number, number],
  to: readonly [number, number],
) => ({
  mutatorName: 'EqualityOperator',
  replacement,
  status,
  location: { start: { line: from[0], column: from[1] }, end: { line: to[0], column: to[1] } },
});
const report = (...mutants: readonly unknown[]) => ({
  schemaVersion: '1',
  files: { 'program/x.ts': { language: 'typescript', source: SOURCE, mutants } },
});

describe('what survived', () => {
  it('is put back where it stood', () => {
    const [one] = survivorsOf(report(mutant('Survived', 'n >= LIMIT', [3, 3], [3, 12])));
    expect(one).toMatchObject({
      file: 'program/x.ts',
      line: 3,
      column: 3,
      was: 'n > LIMIT',
      became: 'n >= LIMIT',
    });
    expect(one?.source).toBe(SOURCE.replace('n > LIMIT', 'n >= LIMIT'));
  });
  it('may reach over lines', () => {
    const [one] = survivorsOf(report(mutant('NoCoverage', '() => undefined', [2, 21], [3, 12])));
    expect(one?.source).toBe('export const LIMIT = 5;\nexport const over = () => undefined;\n');
  });
  it('is everything no test killed, and nothing else', () => {
    const all = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'].map((status) =>
      mutant(status, 'true', [3, 3], [3, 12]),
    );
    expect(survivorsOf(report(...all))).toHaveLength(2);
  });
  it('refuses what is no report', () => expect(() => survivorsOf({ files: { a: {} } })).toThrow());
});
