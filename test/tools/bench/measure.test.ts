/**
 * The table of the benchmark and its measuring, without a peer. Figures are never judged here: a busy machine
 * is no bug. That what is compared is equal is tested where the peers are: tools/bench/bench.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { tooBusy } from '../../../tools/bench/calm.ts';
import { holds, type Line, table } from '../../../tools/bench/line.ts';
import { compare, median } from '../../../tools/bench/measure.ts';

describe('the table', () => {
  const line: Line = {
    id: 'x',
    area: 'rendering',
    what: 'a thing',
    figure: 10,
    unit: 'µs',
    peer: 'somebody',
    ratio: 3,
    budget: '≥ 3 ×',
    reached: true,
    gate: { least: 2 },
  };
  it('canary: a ratio below its gate or a count above it breaks the run, a slow machine does not', () => {
    expect(holds(line)).toBe(true);
    expect(holds({ ...line, ratio: 1.9 })).toBe(false);
    expect(holds({ ...line, ratio: Number.NaN })).toBe(false);
    expect(holds({ ...line, gate: { most: 10 } })).toBe(true);
    expect(holds({ ...line, gate: { most: 9 } })).toBe(false);
    expect(holds({ ...line, figure: 1e9, gate: null })).toBe(true);
    expect(table([{ ...line, ratio: 1.9 }])).toContain('BROKEN');
  });
});

describe('the measuring', () => {
  const burn = (rounds: number) => (): number => {
    let sum = 0;
    for (let n = 0; n < rounds; n += 1) sum += Math.sqrt(n);
    return sum;
  };
  it('tells five times the work from once, and the first is the anchor', async () => {
    const [one, five] = await compare(
      [
        { name: 'one', run: burn(20_000) },
        { name: 'five', run: burn(100_000) },
      ],
      { rounds: 5, millis: 10 },
    );
    expect(one?.ratio).toBe(1);
    expect(five?.ratio).toBeGreaterThan(1.5);
  });
  it('takes the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBeNaN();
  });
});

describe('a machine', () => {
  it.each([
    [0, 2],
    [1.5, 2],
    [6, 8],
  ])('with %d programs on %d cores is calm enough', (load, cores) => {
    expect(tooBusy(load, cores)).toBeNull();
  });
  it.each([
    [1.6, 2],
    [13.29, 2],
    [6.1, 8],
  ])('with %d programs on %d cores is too busy, and says what to do', (load, cores) => {
    expect(tooBusy(load, cores)).toMatch(/^This machine is too busy to measure: .*--quick/);
  });
});
