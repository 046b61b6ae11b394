/** What may be published of a group, and what somebody learns who subtracts one figure from another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCell, groupCell, LEAST, meanCell, partCells } from '../../../tools/coach/cohort/cells.ts';
import {
  fitting,
  fives,
  isSmall,
  keyOf,
  moved,
  type One,
  PARTS,
  type Part,
  partsOfTheGone,
  partsOfTheNew,
  possible,
  type World,
  worldsOf,
} from './differencing.ts';

const TOP = 10;
/** Answers from 0 to 10. */
const ANSWERS = [...Array(TOP + 1).keys()];
const sharesOf = (people: readonly One[]) =>
  partCells(people, [({ part }) => part !== 'silent', ({ part }) => part === 'responder']);
const meanOf = (people: readonly One[]) =>
  meanCell(
    people.map(({ pain }) => pain),
    TOP,
  );
const people = (...parts: readonly Part[]): readonly One[] =>
  parts.map((part, n) => ({ id: `${n}`, part, pain: n % 11 }));
const many = (of: number, part: Part): readonly Part[] => Array<Part>(of).fill(part);

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

  it('a mean of fewer than five is hidden, and of five carries an interval within its scale', () => {
    expect(meanCell([1, 2, 3, 4], TOP)).toBeNull();
    expect(meanCell([2, 2, 2, 2, 2], TOP)).toEqual({ n: 5, mean: 2, low: 0, high: 5.7 });
    expect(meanCell([1, 2, 3, 4, 5, 10], TOP)).toEqual({ n: 5, mean: 4, low: 0.3, high: 7.7 });
    expect(meanCell(Array(5).fill(100), 100)).toEqual({ n: 5, mean: 100, low: 100, high: 100 });
  });

  it('one answer moves a mean by one step at most, on a scale of ten and on one of a hundred', () => {
    const tens = Array.from({ length: 5 }, () => 0);
    expect(meanCell([...tens.slice(1), TOP], TOP)?.mean).toBe(2);
    expect(meanCell([...tens.slice(1), 100], 100)?.mean).toBe(20);
    expect(meanCell([...tens.slice(1), 40], 100)?.mean).toBe(0);
  });

  it('counts of parts are whole fives, next to the truth, exact where it is a whole five', () => {
    expect(sharesOf(people(...many(5, 'responder'), ...many(5, 'silent')))).toEqual([10, 5, 5]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: LEAST, maxLength: 60 }), (parts) => {
        const group = people(...parts).slice(0, fives(parts.length));
        const [n, answered, responding] = sharesOf(group) ?? [];
        const real = [
          group.filter(({ part }) => part !== 'silent').length,
          group.filter(({ part }) => part === 'responder').length,
        ];
        expect(n).toBe(group.length);
        for (const [i, shown] of [answered, responding].entries()) {
          expect(shown! % LEAST).toBe(0);
          expect(Math.abs(shown! - real[i]!)).toBeLessThan(LEAST);
        }
        expect(responding).toBeLessThanOrEqual(answered!);
        expect(answered).toBeLessThanOrEqual(n!);
        expect(sharesOf(group)).toEqual([n, answered, responding]);
      }),
    );
  });

  it('never shows anything of a group under five, nor more people than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
        const group = people(...parts);
        expect(groupCell(group) ?? 0).toBeLessThanOrEqual(group.length);
        if (group.length >= LEAST) return;
        expect([meanOf(group), sharesOf(group), groupCell(group)]).toEqual([null, null, null]);
      }),
    );
  });
});

type Week = { readonly came: readonly Omit<One, 'id'>[]; readonly erased: number | null };
const oneOf: fc.Arbitrary<Omit<One, 'id'>> = fc.record({
  part: fc.constantFrom(...PARTS),
  pain: fc.integer({ min: 0, max: TOP }),
});
const week: fc.Arbitrary<Week> = fc.record({
  came: fc.array(oneOf, { maxLength: 4 }),
  erased: fc.option(fc.nat(), { freq: 4 }),
});

/** Two reports, one after the other. */
interface Pair {
  readonly before: readonly One[];
  readonly after: readonly One[];
  /** Who of the published group is in one of the two alone. */
  readonly changed: number;
  readonly erased: boolean;
}
function* reportsOf(history: readonly Week[], seed: number): Generator<Pair> {
  let now: readonly One[] = [];
  let key = 0;
  for (const { came, erased } of history) {
    const before = now;
    const gone = erased === null ? undefined : before[erased % Math.max(1, before.length)]?.id;
    now = [
      ...before.filter(({ id }) => id !== gone),
      ...came.map((one) => {
        key += 1;
        return { ...one, id: `${seed}.${key}` };
      }),
    ];
    const [was, is] = [before, now].map((all) => all.slice(0, fives(all.length)).map(({ id }) => id));
    const changed = [...was!.filter((id) => !is!.includes(id)), ...is!.filter((id) => !was!.includes(id))];
    yield { before, after: now, changed: changed.length, erased: gone !== undefined };
  }
}

function attack({ before, after, changed, erased }: Pair): void {
  const [oldMean, mean, oldShares, shares] = [
    meanOf(before),
    meanOf(after),
    sharesOf(before),
    sharesOf(after),
  ];
  // One report alone: no part is known to be small.
  if (shares !== null)
    for (const part of possible(shares[0]!, worldsOf(shares))) expect([...part].every(isSmall)).toBe(false);
  if (oldMean === null || mean === null || oldShares === null || shares === null) return;
  if (changed === 0) expect([mean, shares]).toEqual([oldMean, oldShares]);
  else if (!erased) {
    expect(changed).toBeGreaterThanOrEqual(LEAST);
    for (const part of partsOfTheNew(oldShares, shares)) expect(part.size).toBeGreaterThan(1);
  } else if (changed === 2) {
    expect(fitting(oldMean, mean, ANSWERS, TOP)).toBeGreaterThanOrEqual(TOP);
    expect(partsOfTheGone(oldShares, shares)).toEqual(PARTS);
  }
}

describe('one figure subtracted from another, over 10,000 random weeks', () => {
  it('tells of five people or of nobody, and of whoever was erased next to nothing', () => {
    let weeks = 0;
    fc.assert(
      fc.property(fc.array(week, { minLength: 20, maxLength: 20 }), fc.nat(), (history, seed) => {
        for (const pair of reportsOf(history, seed)) {
          weeks += 1;
          attack(pair);
        }
      }),
      { numRuns: 500 },
    );
    expect(weeks).toBeGreaterThanOrEqual(10_000);
  });

  /** Answers on a scale of ten, and of a hundred: also as shares of three sessions. */
  const SCALES: readonly (readonly [number, readonly number[]])[] = [
    [TOP, ANSWERS],
    [100, ANSWERS.map((value) => 10 * value)],
    [100, [0, 100 / 3, 200 / 3, 100]],
  ];
  it.each(SCALES)(
    'every exchange of one for another leaves several answers open, up to %i',
    (top, answers) => {
      for (const n of [5, 10, 15, 20, 50]) {
        const steps = Array.from({ length: n * (answers.length - 1) + 1 }, (_, i) => {
          const each = Math.floor(i / n);
          return meanCell(
            Array.from({ length: n }, (_one, k) => answers[each + Number(k < i % n)] ?? top),
            top,
          )!;
        });
        const [least, most] = [steps[0]!, steps.at(-1)!];
        expect([least.mean, most.mean]).toEqual([0, top]);
        const found = new Map<string, Set<number>>();
        for (const [sum, before] of steps.entries())
          for (const gone of answers.keys())
            for (const come of answers.keys()) {
              const [others, after] = [sum - gone, steps[sum - gone + come]];
              if (others < 0 || others > (n - 1) * (answers.length - 1) || after === undefined) continue;
              const pair = `${JSON.stringify(before)} ${JSON.stringify(after)}`;
              found.set(pair, (found.get(pair) ?? new Set()).add(gone));
            }
        // The fewest are open where everybody is at one end of the scale, which the mean tells by itself.
        const open = [...found.values()].map(({ size }) => size);
        expect(Math.min(...open)).toBeGreaterThanOrEqual(answers.length > 4 ? 3 : 2);
      }
    },
  );

  it('canary: without whole fives and rounding the same attack reads the answer', () => {
    const naive = (values: readonly number[]): number =>
      values.reduce((sum, v) => sum + v, 0) / values.length;
    const [before, after] = [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5, 9],
    ] as const;
    expect(naive(after) * 6 - naive(before) * 5).toBeCloseTo(9);
    expect(meanCell(after, TOP)).toEqual(meanCell(before, TOP));
  });

  it('canary: exact shares, each cut on its own, tell of two among four at most', () => {
    const exact = (all: readonly One[]): readonly [number, number] => {
      const group = all.slice(0, fives(all.length));
      return [group.length, group.filter(({ part }) => part === 'responder').length];
    };
    const all = people(
      ...many(5, 'responder'),
      ...many(5, 'answered'),
      ...many(2, 'responder'),
      ...many(8, 'silent'),
    );
    const [ofAll, ofAnswers] = [exact(all), exact(all.filter(({ part }) => part !== 'silent'))];
    expect([ofAll, ofAnswers]).toEqual([
      [20, 7],
      [10, 5],
    ]);
    // Of those who answered, all but a whole five of them: fewer than five, and two of them responded.
    expect(isSmall(ofAll[1] - ofAnswers[1])).toBe(true);
    expect(possible(20, worldsOf(sharesOf(all)!)).some((part) => [...part].every(isSmall))).toBe(false);
  });

  it('canary: exact counts one after the other tell what whoever was erased had been', () => {
    // 5 of 10, then 4 of 10: who is gone responded, whoever took the place did not.
    const exactly = (count: number): World => ({ answered: 10, responding: count });
    const gone = PARTS.filter((part) =>
      PARTS.some((come) => keyOf(moved(exactly(5), part, come)) === keyOf(exactly(4))),
    );
    expect(gone).toEqual(['responder']);
    expect(partsOfTheGone([10, 10, 5], [10, 10, 0])).toEqual(PARTS);
  });
});
