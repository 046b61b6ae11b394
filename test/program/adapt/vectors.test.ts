/** The 31 vectors of docs/clinical-rules.md §9.12, as printed there. */
import { describe, expect, test } from 'vitest';
import { decideRule, type WeekInputs } from '../../../program/adapt/table.ts';
import type { Stage } from '../../../program/course/types.ts';

// # | a/w/n/p | done of 3 · pk · spike · missed | gateS gateR waited canAcc | stage | outcome | rule | LV / R
// move
const VECTORS = `
V01|1/1/0/1|3 0 0 0|1110|R3|STOP_EMERGENCY|AD-01|0/0
V02|1/1/0/1|3 0 0 0|1110|R3|STOP_DOCTOR|AD-02|0/0
V03|7/5/0/6|3 0 0 0|1110|R3|STOP_DOCTOR|AD-03|0/0
V04|2/7/0/2|3 0 0 0|1110|R3|STOP_DOCTOR|AD-03|0/0
V05|1/1/0/1|0 0 0 3|1110|R3|REGRESS|AD-04|-2/-3
V06|5/5/0/5|3 0 0 0|1110|R3|REGRESS|AD-05|-1/-2
V07|2/6/0/2|3 0 0 0|1110|R3|REGRESS|AD-06|-1/-2
V08|2/6/0/2|3 0 0 0|1110|R3|REGRESS|AD-06|-1/-1
V09|2/3/2/2|3 0 0 0|1110|R3|REGRESS|AD-07|-1/-1
V10|3/3/0/1|3 0 0 0|1110|R3|REGRESS|AD-08|-1/-1
V11|2/3/0/2|3 0 2 0|1110|R3|REGRESS|AD-09|-1/-1
V12|1/1/0/1|3 0 2 0|1110|R3|HOLD|AD-18|0/0
V13|0/0/0/1|0 0 0 2|1110|R3|REGRESS|AD-10|-1/-1
V14|4/4/0/5|3 0 0 0|1110|R3|HOLD|AD-11|0/0
V15|2/5/0/3|3 0 0 0|1110|R3|HOLD|AD-12|0/0
V16|2/2/1/2|3 0 0 0|1110|R3|HOLD|AD-13|0/0
V17|3/3/0/2|3 0 0 0|1110|R3|HOLD|AD-14|0/0
V18|2/2/0/0|3 0 0 0|1110|R3|HOLD|AD-15|0/0
V19|1/1/0/1|3 1 0 0|1111|R3|HOLD|AD-16|0/0
V20|1/1/0/1|1 0 0 0|1110|R3|HOLD|AD-17|0/0
V21|1/1/0/1|3 0 1 0|1110|R3|HOLD|AD-18|0/0
V22|1/1/0/1|3 0 0 1|1110|R3|HOLD|AD-19|0/0
V23|1/1/0/1|3 0 0 0|0010|R3|HOLD|AD-20|0/0
V24|1/1/0/1|3 0 0 0|1110|R3|PROGRESS|AD-21|1/1
V25|1/1/0/0|3 0 0 0|1110|R3|PROGRESS|AD-21|1/1
V26|2/2/0/2|3 0 0 0|1110|R3|PROGRESS|AD-21|1/0
V27|3/3/0/4|3 0 0 0|1110|R3|PROGRESS|AD-21|1/0
V28|1/1/0/1|3 0 0 0|1100|R3|PROGRESS|AD-21|0/1
V29|1/1/0/1|3 0 0 0|1101|R3|ACCELERATE|AD-22|1/1
V30|1/1/0/1|3 0 0 0|1111|R1|ACCELERATE|AD-22|1/2
V31|1/1/0/1|2 0 0 0|1110|R3|PROGRESS|AD-21|1/1`;

const rows = VECTORS.trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string, string, string, string, string, string]);
const numbersIn = (text: string, by: string | RegExp): number[] => text.split(by).map(Number);

const inputsOf = (id: string, scores: string, week: string, gates: string, stage: string): WeekInputs => {
  const [avg = 0, worst = 0, nextDay = 0, prev = 0] = numbersIn(scores, '/');
  const [done = 0, pk = 0, spike = 0, missed = 0] = numbersIn(week, ' ');
  const [gateS, gateR, waited, canAcc] = numbersIn(gates, '').map((n) => n === 1);
  return {
    emerg: id === 'V01',
    doctor: id === 'V02',
    avg,
    worst,
    worstWasRunning: id === 'V07',
    nextDay: nextDay as 0 | 1 | 2,
    prev,
    done,
    plan: 3,
    pk: pk === 1,
    spike: spike as 0 | 1 | 2,
    missed,
    over: false,
    gateS: gateS === true,
    gateR: gateR === true,
    waited: waited === true,
    canAcc: canAcc === true,
    stage: stage as Stage,
  };
};

describe('the vectors of docs/clinical-rules.md §9.12', () => {
  test('there are 31', () => expect(rows).toHaveLength(31));
  test.each(rows)('%s %s %s %s %s → %s %s %s', (id, scores, week, gates, stage, outcome, rule, moves) => {
    const [strength = 0, running = 0] = numbersIn(moves, '/');
    expect(decideRule(inputsOf(id, scores, week, gates, stage))).toEqual({
      rule,
      outcome,
      strength,
      running,
    });
  });
});

describe('rows without a vector', () => {
  const calm = inputsOf('V24', '1/1/0/1', '3 0 0 0', '1110', 'R3');
  test('AD-18b holds a week with more sessions than the plan allows', () =>
    expect(decideRule({ ...calm, over: true }).rule).toBe('AD-18b'));
  test('RK never moves two at once', () =>
    expect(decideRule({ ...calm, stage: 'RK', canAcc: true })).toEqual({
      rule: 'AD-21',
      outcome: 'PROGRESS',
      strength: 1,
      running: 1,
    }));
  test.each(['R0', 'R1', 'R2'] as const)('%s may move two', (stage) =>
    expect(decideRule({ ...calm, stage, canAcc: true }).running).toBe(2),
  );
});
