/** The morning of a million: nobody lost, nobody faster than the rate, a page that says what comes out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../tools/quality/guards/tree.ts';
import { ANSWERING, answeredBy, answers } from '../../../tools/scale/answers.ts';
import { breaksOf } from '../../../tools/scale/breaks.ts';
import { readMeasured, scaleDocuments } from '../../../tools/scale/document.ts';
import { drain, handsOut, type Setup } from '../../../tools/scale/drain.ts';
import { partitionsOf, writesOf } from '../../../tools/scale/measure.ts';
import { plot } from '../../../tools/scale/plot.ts';
import { perWorkerOf, setupOf } from '../../../tools/scale/setup.ts';
import { mornings, SPREADS } from '../../../tools/scale/world.ts';

const measured = readMeasured();
const SETUP: Setup = {
  rate: 10,
  share: 0.8,
  spreadSeconds: 45,
  leastShare: 0.1,
  seen: 8_000,
  mostWaiting: 4_000,
  workers: 2,
  perWorker: 5,
};
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

describe('the world', () => {
  it.each(Object.entries(SPREADS))('%s is everybody, each once', (name, zones) => {
    expect(total(zones.map(({ share }) => share))).toBe(1_000);
    expect(new Set(zones.map(({ offset }) => offset)).size).toBe(zones.length);
    const cohorts = mornings(1_000_000, name as keyof typeof SPREADS);
    expect(total(cohorts.map(({ people }) => people))).toBeCloseTo(1_000_000, 3);
    expect(cohorts.map(({ at }) => at)).toEqual(cohorts.map(({ at }) => at).sort((a, b) => a - b));
    expect(cohorts[0]?.at).toBe(0);
  });
});

describe('a morning', () => {
  it('of one zone is people over the pace, by hand', () => {
    // 8 a second: 480 a minute, from the first second on.
    const done = drain([{ at: 0, people: 4_800 }], SETUP);
    expect(done.finished).toBe(true);
    expect(done.seconds).toBeGreaterThanOrEqual(599);
    expect(done.seconds).toBeLessThanOrEqual(660);
    expect(done.mostDue).toBe(4_800);
    expect(done.mostMails).toBeCloseTo(8, 3);
  });

  it('goes no faster than its hints, whatever the rate', () => {
    const done = drain([{ at: 0, people: 40_000 }], { ...SETUP, rate: 500, workers: 100 });
    expect(done.mostMails).toBeLessThanOrEqual(4_000 / 60 + 1e-6);
  });

  it('that a week does not hold says so', () => {
    expect(drain([{ at: 0, people: 10_000_000 }], { ...SETUP, rate: 1 }).finished).toBe(false);
  });

  it('loses nobody, doubles nobody and keeps every limit', () => {
    const cohort = fc.record({
      at: fc.integer({ min: 0, max: 7_200 }),
      people: fc.integer({ min: 1, max: 9_000 }),
    });
    const setup = fc.record({
      rate: fc.integer({ min: 5, max: 200 }),
      workers: fc.integer({ min: 2, max: 40 }),
      perWorker: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(cohort, { minLength: 1, maxLength: 5 }), setup, (cohorts, more) => {
        const sorted = [...cohorts].sort((a, b) => a.at - b.at);
        const whole = { ...SETUP, ...more };
        const done = drain(sorted, whole);
        const people = total(sorted.map((one) => one.people));
        expect(total(done.minutes)).toBeGreaterThan(people - 1);
        expect(total(done.minutes)).toBeLessThanOrEqual(people + 1e-3);
        expect(done.mostMails).toBeLessThanOrEqual(
          Math.min(whole.rate, whole.workers * whole.perWorker) + 1e-6,
        );
        expect(done.mostQueued).toBeLessThanOrEqual(whole.mostWaiting);
        expect(done.late.half).toBeLessThanOrEqual(done.late.mostly);
        expect(done.late.mostly).toBeLessThanOrEqual(done.late.last);
        expect(drain(sorted, whole)).toEqual(done);
      }),
      { numRuns: 15 },
    );
  });

  it('hands out as the dispatcher does: what waits is left out, a few are spread', () => {
    expect(handsOut(SETUP, 10_000, 0)).toEqual({ hints: 480, aSecond: 8 });
    expect(handsOut(SETUP, 10_000, 480).hints).toBe(0);
    expect(handsOut(SETUP, 45, 0)).toEqual({ hints: 45, aSecond: 1 });
  });
});

describe('answers', () => {
  it('come all within a day, more with every minute', () => {
    expect([0, 30, 180, 720, 1_440, 9_999].map(answeredBy)).toEqual([0, 0.2, 0.5, 0.85, 1, 1]);
  });
  it('wait for nobody in a lane that is fast enough, and long in a slow one', () => {
    expect(answers([1_000], 1_000).longest).toBe(0);
    expect(answers([1_000_000], 10).longest).toBeGreaterThan(60);
    expect(answers([3_000], 10).mostAnswers).toBeCloseTo((3_000 * ANSWERING * 0.2) / 30 / 60, 6);
  });
});

describe('what is counted of a call', () => {
  it('are its partitions, of operators whole', () => {
    expect(partitionsOf({ Key: { pk: { S: 'K#SENDING' }, sk: { S: 'SWITCH' } } })).toEqual(['K#SENDING']);
    expect(partitionsOf({ ExpressionAttributeValues: { ':pk': { S: 'P#ABC' } } })).toEqual(['P#']);
    expect(
      partitionsOf({
        TransactItems: [{ Put: { Item: { pk: { S: 'P#A' } } } }, { Update: { Key: { pk: { S: 'E#B' } } } }],
      }),
    ).toEqual(['P#', 'E#']);
  });
  it('are its units, of the index apart', () => {
    const consumed = { CapacityUnits: 5, GlobalSecondaryIndexes: { due: { CapacityUnits: 2 } } };
    expect(writesOf(Buffer.from(JSON.stringify({ ConsumedCapacity: [consumed, consumed] })))).toEqual({
      all: 10,
      index: 4,
    });
    expect(writesOf(Buffer.from('{}'))).toEqual({ all: 0, index: 0 });
  });
});

describe('the page', () => {
  it('names what gives way in its order', () => {
    const rates = breaksOf(measured, 200).map(({ rate }) => rate);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(rates.every((rate) => Number.isFinite(rate) && rate > 0)).toBe(true);
  });
  it('is what the code and the measured worker make of it', () => {
    for (const { file, text } of scaleDocuments()) {
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
      expect(readFileSync(path.join(ROOT, file), 'utf8'), `${file} is stale: npm run build`).toBe(text);
    }
  });
  it('rests on a worker that keeps the pace the deployment counts on, or says what it does', () => {
    expect(perWorkerOf(measured)).toBeGreaterThan(0);
    expect(setupOf(14, measured).mostWaiting).toBe(4_000);
    expect(setupOf(500, measured, true).mostWaiting).toBe(24_000);
  });
  it('draws every curve', () => {
    const drawn = plot({ title: 'T', unit: 'u', hours: 1, curves: [{ name: 'A', minutes: [1, 2, 3] }] });
    expect(drawn.match(/<polyline/g)).toHaveLength(1);
    expect(parse(drawn).childNodes.length).toBeGreaterThan(0);
  });
});
