/**
 * The weekly decision table of docs/clinical-rules.md §9.4: data, first match wins. Inputs are exactly those
 * of docs/clinical-rules.md §9.3. Worsening any answer never gives a more permissive outcome or a larger move
 * (test/program/adapt/sweep.test.ts goes through all of them).
 */
import { rungOf } from '../course/tracks.ts';
import type { Outcome, RULE_IDS, Stage } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';

export type AdaptRule = (typeof RULE_IDS)[number];

export interface WeekInputs {
  /** Any TR-E. */
  readonly emerg: boolean;
  /** Any TR-D, TR-W or TR-P2. */
  readonly doctor: boolean;
  /** Average and worst of this week, average of the last answered week (the intake's at first): 0–10. */
  readonly avg: number;
  readonly prev: number;
  readonly worst: number;
  readonly worstWasRunning: boolean;
  /** 0 settled by next morning, 1 worse but settled within 24 h, 2 longer. */
  readonly nextDay: 0 | 1 | 2;
  /** Sessions done and planned. */
  readonly done: number;
  readonly plan: number;
  /** Painkiller for the calf or to get through a session; unsure counts as yes. */
  readonly pk: boolean;
  /**
   * Longest run: 0 up to 10 %, 1 up to 30 %, 2 more than 30 % over the longest of 30 days (or the prescribed
   * minutes).
   */
  readonly spike: 0 | 1 | 2;
  /** Consecutive unanswered check-ins before this one. */
  readonly missed: number;
  /** Minimum weeks at this level served. */
  readonly waited: boolean;
  /** More than one session above plan, from LV4. */
  readonly over: boolean;
  /** This week's own test of the next gate, and for running two sessions at this stage. Never assumed. */
  readonly gateS: boolean;
  readonly gateR: boolean;
  readonly canAcc: boolean;
  /**
   * Words beside the answer that are not known to be harmless (docs/clinical-rules.md §12 A4). Absent = none.
   */
  readonly unread?: boolean;
  readonly stage: Stage;
}

type Amount = number | ((i: WeekInputs) => number);
export interface RuleRow {
  readonly id: AdaptRule;
  readonly when: (i: WeekInputs) => boolean;
  readonly outcome: Outcome;
  /** Steps on the strength and the running track; floors are applied where tracks move. */
  readonly strength: Amount;
  readonly running: Amount;
}

export interface Ruled {
  readonly rule: AdaptRule;
  readonly outcome: Outcome;
  readonly strength: number;
  readonly running: number;
}

/** The last rung from which two stages at once are allowed (docs/clinical-rules.md §4.4: never past R4). */
const LAST_DOUBLE_RUNG = 2;

/** The whole plan was done and the week was calm enough to waive minimum weeks or add a stage. */
export const accelerates = (i: WeekInputs): boolean =>
  i.canAcc && i.avg <= 1 && i.worst <= 1 && i.done >= i.plan;
const strengthDue = (i: WeekInputs): boolean => i.gateS && (i.waited || accelerates(i));
const runningDue = (i: WeekInputs): boolean => i.gateR && i.avg <= 2 && i.worst <= 2;
/**
 * docs/clinical-rules.md §2.2: not volume and intensity together; strength takes precedence while the week
 * was not fully calm.
 */
export const onlyStrengthMoves = (i: WeekInputs): boolean =>
  strengthDue(i) && runningDue(i) && (i.avg > 1 || i.worst > 2);

const readyStrength = (i: WeekInputs): number => (strengthDue(i) ? 1 : 0);
const readyRunning = (i: WeekInputs): number => {
  if (!runningDue(i) || onlyStrengthMoves(i)) return 0;
  const rung = rungOf(i.stage);
  return accelerates(i) && rung >= 0 && rung <= LAST_DOUBLE_RUNG ? 2 : 1;
};
/** The waiver changed something: minimum weeks were waived, or a second stage was added. */
const waiverUsed = (i: WeekInputs): boolean =>
  accelerates(i) && ((i.gateS && !i.waited) || readyRunning(i) === 2);

const row = (
  id: AdaptRule,
  outcome: Outcome,
  {
    strength,
    running,
    when,
  }: { readonly strength: Amount; readonly running: Amount; readonly when: RuleRow['when'] },
): RuleRow => ({
  id,
  when,
  outcome,
  strength,
  running,
});
const hold = (id: AdaptRule, when: RuleRow['when']): RuleRow =>
  row(id, 'HOLD', { strength: 0, running: 0, when });

export const RULE_ROWS: readonly RuleRow[] = [
  row('AD-01', 'STOP_EMERGENCY', { strength: 0, running: 0, when: (i) => i.emerg }),
  row('AD-02', 'STOP_DOCTOR', { strength: 0, running: 0, when: (i) => i.doctor }),
  row('AD-03', 'STOP_DOCTOR', { strength: 0, running: 0, when: (i) => i.avg >= 7 || i.worst >= 7 }),
  row('AD-04', 'REGRESS', { strength: -2, running: -3, when: (i) => i.missed >= 3 }),
  row('AD-05', 'REGRESS', { strength: -1, running: -2, when: (i) => i.avg >= 5 }),
  row('AD-06', 'REGRESS', {
    strength: -1,
    running: (i) => (i.worstWasRunning ? -2 : -1),
    when: (i) => i.worst >= 6,
  }),
  row('AD-07', 'REGRESS', { strength: -1, running: -1, when: (i) => i.nextDay === 2 }),
  row('AD-08', 'REGRESS', { strength: -1, running: -1, when: (i) => i.avg - i.prev >= 2 && i.avg >= 3 }),
  row('AD-09', 'REGRESS', { strength: -1, running: -1, when: (i) => i.spike === 2 && i.worst >= 3 }),
  row('AD-10', 'REGRESS', { strength: -1, running: -1, when: (i) => i.missed === 2 }),
  hold('AD-11', (i) => i.avg === 4),
  hold('AD-12', (i) => i.worst >= 4),
  hold('AD-13', (i) => i.nextDay === 1),
  hold('AD-14', (i) => i.avg - i.prev >= 1 && i.avg >= 3),
  hold('AD-15', (i) => i.avg - i.prev >= 2),
  hold('AD-16', (i) => i.pk),
  hold('AD-17', (i) => i.done * 3 < i.plan * 2),
  hold('AD-18', (i) => i.spike >= 1),
  hold('AD-18b', (i) => i.over),
  hold('AD-18c', (i) => i.unread === true),
  hold('AD-19', (i) => i.missed === 1),
  hold('AD-20', (i) => readyStrength(i) === 0 && readyRunning(i) === 0),
  row('AD-21', 'PROGRESS', { strength: readyStrength, running: readyRunning, when: (i) => !waiverUsed(i) }),
  row('AD-22', 'ACCELERATE', { strength: readyStrength, running: readyRunning, when: () => true }),
];

const amount = (a: Amount, i: WeekInputs): number => (typeof a === 'number' ? a : a(i));

/** The first row that matches, with its moves. Total: AD-22 matches everything that is left. */
export const decideRule = (inputs: WeekInputs): Ruled => {
  for (const r of RULE_ROWS) {
    if (r.when(inputs))
      return {
        rule: r.id,
        outcome: r.outcome,
        strength: amount(r.strength, inputs),
        running: amount(r.running, inputs),
      };
  }
  assert(false, 'a rule matches');
};
