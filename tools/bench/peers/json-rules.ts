/**
 * The weekly decision table as json-rules-engine wants it: one rule a row, priorities in the order of the
 * table, stopped at the first that fires. What needs arithmetic over several answers arrives as a fact that
 * was worked out before, which spares the engine that work.
 */
import type { RULE_ROWS, WeekInputs } from '../../../program/adapt/decision-table.ts';
import { accelerates, decideRule, onlyStrengthMoves } from '../../../program/adapt/decision-table.ts';

type RuleId = (typeof RULE_ROWS)[number]['id'];
type Fact = Readonly<Record<string, number | boolean>>;
interface Condition {
  readonly fact: string;
  readonly operator: 'equal' | 'greaterThanInclusive';
  readonly value: number | boolean;
}
const is = (fact: string, value: number | boolean): Condition => ({ fact, operator: 'equal', value });
const atLeast = (fact: string, value: number): Condition => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
});
type Rule = readonly [id: RuleId, of: 'all' | 'any', conditions: readonly Condition[]];

/** docs/clinical-rules.md §9.4 once more, in the peer's language. */
export const JSON_RULES: readonly Rule[] = [
  ['AD-01', 'all', [is('emerg', true)]],
  ['AD-02', 'all', [is('doctor', true)]],
  ['AD-03', 'any', [atLeast('avg', 7), atLeast('worst', 7)]],
  ['AD-04', 'all', [atLeast('missed', 3)]],
  ['AD-05', 'all', [atLeast('avg', 5)]],
  ['AD-06', 'all', [atLeast('worst', 6)]],
  ['AD-07', 'all', [is('nextDay', 2)]],
  ['AD-08', 'all', [atLeast('rise', 2), atLeast('avg', 3)]],
  ['AD-09', 'all', [is('spike', 2), atLeast('worst', 3)]],
  ['AD-10', 'all', [is('missed', 2)]],
  ['AD-11', 'all', [is('avg', 4)]],
  ['AD-12', 'all', [atLeast('worst', 4)]],
  ['AD-13', 'all', [is('nextDay', 1)]],
  ['AD-14', 'all', [atLeast('rise', 1), atLeast('avg', 3)]],
  ['AD-15', 'all', [atLeast('rise', 2)]],
  ['AD-16', 'all', [is('pk', true)]],
  ['AD-17', 'all', [is('fewSessions', true)]],
  ['AD-18', 'all', [atLeast('spike', 1)]],
  ['AD-18b', 'all', [is('over', true)]],
  ['AD-18c', 'all', [is('unread', true)]],
  ['AD-19', 'all', [is('missed', 1)]],
  ['AD-20', 'all', [is('nothingReady', true)]],
  ['AD-21', 'all', [is('waiverUsed', false)]],
  ['AD-22', 'all', [is('waiverUsed', true)]],
];

const strengthReady = (i: WeekInputs): boolean => i.gateS && (i.waited || accelerates(i));
const runningReady = (i: WeekInputs): boolean =>
  i.gateR && i.avg <= 2 && i.worst <= 2 && !onlyStrengthMoves(i);
const twoStages = (i: WeekInputs): boolean =>
  runningReady(i) && accelerates(i) && ['R0', 'R1', 'R2'].includes(i.stage);
export const factsOf = (i: WeekInputs): Fact => ({
  emerg: i.emerg,
  doctor: i.doctor,
  avg: i.avg,
  worst: i.worst,
  rise: i.avg - i.prev,
  nextDay: i.nextDay,
  missed: i.missed,
  spike: i.spike,
  pk: i.pk,
  over: i.over,
  unread: i.unread === true,
  fewSessions: i.done * 3 < i.plan * 2,
  nothingReady: !strengthReady(i) && !runningReady(i),
  waiverUsed: (accelerates(i) && i.gateS && !i.waited) || twoStages(i),
});

/** A function from facts to the id of the rule that fired. */
export async function makeEngine(): Promise<(facts: Fact) => Promise<string>> {
  const { Engine } = await import('json-rules-engine');
  const engine = new Engine();
  for (const [index, [id, of, conditions]] of JSON_RULES.entries()) {
    const listed = conditions.map((condition) => ({ ...condition }));
    engine.addRule({
      conditions: of === 'all' ? { all: listed } : { any: listed },
      event: { type: id },
      priority: JSON_RULES.length - index,
    });
  }
  engine.on('success', () => engine.stop());
  return async (facts) => (await engine.run(facts)).events[0]?.type ?? 'none';
}

/** The same numbers every time, from 0 to 1. */
export function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
/** Weeks that reach every rule, calm ones as often as in a programme. */
export function someWeeks(count: number): readonly WeekInputs[] {
  const next = series(7);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const mostly = (calm: number, most: number): number => (next() < 0.7 ? upTo(calm) : upTo(most));
  return Array.from({ length: count }, (_, n): WeekInputs => {
    const avg = mostly(2, 8);
    return {
      emerg: next() < 0.01,
      doctor: next() < 0.02,
      avg,
      prev: mostly(2, 6),
      worst: Math.max(avg, mostly(2, 8)),
      worstWasRunning: next() < 0.5,
      nextDay: mostly(0, 2) as 0 | 1 | 2,
      done: next() < 0.8 ? 3 : upTo(3),
      plan: 3,
      pk: next() < 0.1,
      spike: mostly(0, 2) as 0 | 1 | 2,
      missed: mostly(0, 3),
      waited: next() < 0.6,
      over: next() < 0.05,
      unread: next() < 0.05,
      gateS: next() < 0.6,
      gateR: next() < 0.6,
      canAcc: next() < 0.5,
      stage: (['R0', 'R1', 'R3', 'R5'] as const)[n % 4] ?? 'R0',
    };
  });
}
export const ruleOf = (inputs: WeekInputs): string => decideRule(inputs).rule;
