/** The 31 vectors of docs/clinical-rules.md §9.12, as printed there. */
import { describe, expect, test } from 'vitest';
import { decideRule, type WeekInputs } from '../../../program/adapt/decision-table.ts';

/** A calm, whole week: every number low, both tests passed, the second one waited for, no acceleration. */
const CALM: WeekInputs = {
  emerg: false,
  doctor: false,
  avg: 1,
  worst: 1,
  worstWasRunning: false,
  nextDay: 0,
  prev: 1,
  done: 3,
  plan: 3,
  pk: false,
  spike: 0,
  missed: 0,
  over: false,
  gateS: true,
  gateR: true,
  waited: true,
  canAcc: false,
  stage: 'R3',
};
/**
 * What differs from the calm week, then what is decided: the outcome, its rule, the moves of strength and
 * running.
 */
type Vector = readonly [string, Partial<WeekInputs>, string, string, number, number];
const VECTORS: readonly Vector[] = [
  ['V01', { emerg: true }, 'STOP_EMERGENCY', 'AD-01', 0, 0],
  ['V02', { doctor: true }, 'STOP_DOCTOR', 'AD-02', 0, 0],
  ['V03', { avg: 7, worst: 5, prev: 6 }, 'STOP_DOCTOR', 'AD-03', 0, 0],
  ['V04', { avg: 2, worst: 7, prev: 2 }, 'STOP_DOCTOR', 'AD-03', 0, 0],
  ['V05', { done: 0, missed: 3 }, 'REGRESS', 'AD-04', -2, -3],
  ['V06', { avg: 5, worst: 5, prev: 5 }, 'REGRESS', 'AD-05', -1, -2],
  ['V07', { avg: 2, worst: 6, worstWasRunning: true, prev: 2 }, 'REGRESS', 'AD-06', -1, -2],
  ['V08', { avg: 2, worst: 6, prev: 2 }, 'REGRESS', 'AD-06', -1, -1],
  ['V09', { avg: 2, worst: 3, nextDay: 2, prev: 2 }, 'REGRESS', 'AD-07', -1, -1],
  ['V10', { avg: 3, worst: 3 }, 'REGRESS', 'AD-08', -1, -1],
  ['V11', { avg: 2, worst: 3, prev: 2, spike: 2 }, 'REGRESS', 'AD-09', -1, -1],
  ['V12', { spike: 2 }, 'HOLD', 'AD-18', 0, 0],
  ['V13', { avg: 0, worst: 0, done: 0, missed: 2 }, 'REGRESS', 'AD-10', -1, -1],
  ['V14', { avg: 4, worst: 4, prev: 5 }, 'HOLD', 'AD-11', 0, 0],
  ['V15', { avg: 2, worst: 5, prev: 3 }, 'HOLD', 'AD-12', 0, 0],
  ['V16', { avg: 2, worst: 2, nextDay: 1, prev: 2 }, 'HOLD', 'AD-13', 0, 0],
  ['V17', { avg: 3, worst: 3, prev: 2 }, 'HOLD', 'AD-14', 0, 0],
  ['V18', { avg: 2, worst: 2, prev: 0 }, 'HOLD', 'AD-15', 0, 0],
  ['V19', { pk: true, canAcc: true }, 'HOLD', 'AD-16', 0, 0],
  ['V20', { done: 1 }, 'HOLD', 'AD-17', 0, 0],
  ['V21', { spike: 1 }, 'HOLD', 'AD-18', 0, 0],
  ['V22', { missed: 1 }, 'HOLD', 'AD-19', 0, 0],
  ['V23', { gateS: false, gateR: false }, 'HOLD', 'AD-20', 0, 0],
  ['V24', {}, 'PROGRESS', 'AD-21', 1, 1],
  ['V25', { prev: 0 }, 'PROGRESS', 'AD-21', 1, 1],
  ['V26', { avg: 2, worst: 2, prev: 2 }, 'PROGRESS', 'AD-21', 1, 0],
  ['V27', { avg: 3, worst: 3, prev: 4 }, 'PROGRESS', 'AD-21', 1, 0],
  ['V28', { waited: false }, 'PROGRESS', 'AD-21', 0, 1],
  ['V29', { waited: false, canAcc: true }, 'ACCELERATE', 'AD-22', 1, 1],
  ['V30', { canAcc: true, stage: 'R1' }, 'ACCELERATE', 'AD-22', 1, 2],
  ['V31', { done: 2 }, 'PROGRESS', 'AD-21', 1, 1],
];

describe('the vectors of docs/clinical-rules.md §9.12', () => {
  test('there are 31, each with its own number', () =>
    expect(new Set(VECTORS.map(([id]) => id)).size).toBe(31));
  test.each(VECTORS)(
    '%s %j → %s by %s, strength %i, running %i',
    (_id, week, outcome, rule, strength, running) => {
      expect(decideRule({ ...CALM, ...week })).toEqual({ rule, outcome, strength, running });
    },
  );
});

describe('rows without a vector', () => {
  test('AD-18b holds a week with more sessions than the plan allows', () =>
    expect(decideRule({ ...CALM, over: true }).rule).toBe('AD-18b'));
  test('RK never moves two at once', () =>
    expect(decideRule({ ...CALM, stage: 'RK', canAcc: true })).toEqual({
      rule: 'AD-21',
      outcome: 'PROGRESS',
      strength: 1,
      running: 1,
    }));
  test.each(['R0', 'R1', 'R2'] as const)('%s may move two', (stage) =>
    expect(decideRule({ ...CALM, stage, canAcc: true }).running).toBe(2),
  );
});
