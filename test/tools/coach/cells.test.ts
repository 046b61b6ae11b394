/** What may be published of a group, and what somebody learns who subtracts one report from the next. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCell, LEAST, type MeanCell, meanCell, shareCell } from '../../../tools/coach/cohort/cells.ts';

const pain = fc.integer({ min: 0, max: 10 });
/** Answers from 0 to 10. */
const ANSWERS = [...Array(11).keys()];
const fives = (n: number): number => Math.floor(n / LEAST) * LEAST;
const stepOf = (n: number): number => [0.1, 0.2, 0.5, 1].find((step) => step * n >= LEAST) ?? 1;

describe('cells', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 5],
    [9, 5],
    [10, 10],
    [204, 200],
  ])('a count of %i is shown as %s', (n, shown) => {
    expect(countCell(n)).toBe(shown);
  });

  it('a mean of fewer than five is hidden, and of five carries its interval', () => {
    expect(meanCell([1, 2, 3, 4])).toBeNull();
    expect(meanCell([2, 2, 2, 2, 2])).toEqual({ n: 5, mean: 2, low: 2, high: 2 });
    expect(meanCell([1, 2, 3, 4, 5, 10])).toEqual({ n: 5, mean: 3, low: 1, high: 5 });
  });

  it('a share hides the small group and its rest', () => {
    const of = (yes: number, no: number) => shareCell([...Array(yes).fill(true), ...Array(no).fill(false)]);
    expect(of(2, 2)).toBeNull();
    expect(of(3, 7)).toEqual({ n: 10, count: null });
    expect(of(7, 3)).toEqual({ n: 10, count: null });
    expect(of(5, 5)).toEqual({ n: 10, count: 5 });
    expect(of(0, 10)).toEqual({ n: 10, count: 0 });
  });

  it('never shows anything of a group under five', () => {
    fc.assert(
      fc.property(fc.array(pain, { maxLength: 4 }), (values) => {
        expect(meanCell(values)).toBeNull();
        expect(shareCell(values.map((value) => value > 3))).toBeNull();
        expect(countCell(values.length)).toBeNull();
      }),
    );
  });
});

/** Everything that a published mean says about its sum. */
const sums = ({ n, mean }: MeanCell): readonly [number, number] => [
  n * (mean - stepOf(n) / 2),
  n * (mean + stepOf(n) / 2),
];
/** First answers of one person that fit two reports, when one went and another took the place. */
function fitting(before: MeanCell, after: MeanCell): readonly number[] {
  const [[low1, high1], [low2, high2]] = [sums(before), sums(after)];
  return ANSWERS.filter((gone) =>
    ANSWERS.some((come) => come - gone >= low2 - high1 - 1e-9 && come - gone <= high2 - low1 + 1e-9),
  );
}

describe('one report subtracted from the next, over 10,000 random weeks', () => {
  type Week = { readonly came: readonly number[]; readonly erased: number | null };
  const week: fc.Arbitrary<Week> = fc.record({
    came: fc.array(pain, { maxLength: 4 }),
    erased: fc.option(fc.nat(), { freq: 4 }),
  });

  it('tells of five people or of nobody; somebody erased could have answered at least three things', () => {
    let weeks = 0;
    let fewest = ANSWERS.length;
    fc.assert(
      fc.property(fc.array(week, { minLength: 20, maxLength: 20 }), (history) => {
        let people: readonly { readonly key: number; readonly value: number }[] = [];
        let key = 0;
        for (const { came, erased } of history) {
          const before = { people, cell: meanCell(people.map(({ value }) => value)) };
          const gone = erased === null || people.length === 0 ? null : people[erased % people.length]?.key;
          people = [
            ...people.filter((one) => one.key !== gone),
            ...came.map((value) => {
              key += 1;
              return { key, value };
            }),
          ];
          weeks += 1;
          const cell = meanCell(people.map(({ value }) => value));
          if (before.cell === null || cell === null) continue;
          const was = before.people.slice(0, fives(before.people.length)).map((one) => one.key);
          const is = people.slice(0, fives(people.length)).map((one) => one.key);
          const changed = [...was.filter((k) => !is.includes(k)), ...is.filter((k) => !was.includes(k))];
          if (changed.length === 0) expect(cell).toEqual(before.cell);
          else if (gone == null) expect(changed.length).toBeGreaterThanOrEqual(LEAST);
          else if (changed.length === 2) fewest = Math.min(fewest, fitting(before.cell, cell).length);
        }
      }),
      { numRuns: 500 },
    );
    expect(weeks).toBeGreaterThanOrEqual(10_000);
    expect(fewest).toBeGreaterThanOrEqual(3);
  });

  it('canary: without whole fives and rounding the same attack reads the answer', () => {
    const naive = (values: readonly number[]): number =>
      values.reduce((sum, v) => sum + v, 0) / values.length;
    const [before, after] = [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5, 9],
    ] as const;
    expect(naive(after) * 6 - naive(before) * 5).toBeCloseTo(9);
    expect(meanCell(after)).toEqual(meanCell(before));
  });
});
