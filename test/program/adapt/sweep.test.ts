/**
 * The whole decision table (docs/clinical-rules.md §9.4), exhaustively: always exactly one outcome, every
 * rule fires, worsening any one answer never gives a more permissive outcome or a larger move, and removing a
 * permission never raises the total move.
 */
import { describe, expect, test } from 'vitest';
import { decideRule, RULE_ROWS, type WeekInputs } from '../../../program/adapt/decision-table.ts';

const PERMISSIVE = ['STOP_EMERGENCY', 'STOP_DOCTOR', 'REGRESS', 'HOLD', 'PROGRESS', 'ACCELERATE'];
// Each dimension runs from the best answer to the worst; the second half are permissions, from given to not
// given.
const DIMENSIONS = [
  ['avg', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['worst', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['prev', [7, 6, 5, 4, 3, 2, 1, 0]],
  ['nextDay', [0, 1, 2]],
  ['done', [3, 2, 1]],
  ['pk', [false, true]],
  ['spike', [0, 1, 2]],
  ['missed', [0, 1, 2, 3]],
  ['worstWasRunning', [false, true]],
  ['gateS', [true, false]],
  ['gateR', [true, false]],
  ['waited', [true, false]],
  ['canAcc', [true, false]],
] as const;
const ANSWERS = 9;

type Mutable = { -readonly [K in keyof WeekInputs]: WeekInputs[K] };
const sizes = DIMENSIONS.map(([, values]) => values.length);
const total = sizes.reduce((a, b) => a * b, 1);
const strides = sizes.map((_, d) => sizes.slice(d + 1).reduce((a, b) => a * b, 1));

/** Packs outcome rank, rule, strength and running of every combination of one stage into one number each. */
function decideAll(
  stage: 'R1' | 'R3',
  over: boolean,
  unread = false,
): { readonly packed: Uint32Array; readonly fired: ReadonlySet<string> } {
  const packed = new Uint32Array(total);
  const fired = new Set<string>();
  const ids = RULE_ROWS.map((r) => r.id as string);
  const input = { emerg: false, doctor: false, plan: 3, over, unread, stage } as Record<string, unknown>;
  const digits = new Uint8Array(sizes.length);
  for (const [name, values] of DIMENSIONS) input[name] = values[0];
  for (let i = 0; i < total; i++) {
    const ruled = decideRule(input as unknown as Mutable);
    const rule = ids.indexOf(ruled.rule);
    if (rule < 0) throw new Error('a rule that is not in the table');
    fired.add(ruled.rule);
    packed[i] = (PERMISSIVE.indexOf(ruled.outcome) << 8) | ((ruled.strength + 4) << 4) | (ruled.running + 4);
    for (let d = sizes.length - 1; d >= 0; d--) {
      const [name, values] = DIMENSIONS[d] ?? ['', []];
      const next = ((digits[d] ?? 0) + 1) % values.length;
      digits[d] = next;
      input[name] = values[next];
      if (next !== 0) break;
    }
  }
  return { packed, fired };
}

const rank = (p: number): number => p >> 8;
const strength = (p: number): number => ((p >> 4) & 15) - 4;
const running = (p: number): number => (p & 15) - 4;

/** Counts neighbours one step worse in dimension `d` for which `broken` holds. */
function count(
  packed: Uint32Array,
  d: number,
  broken: (better: number, worse: number) => boolean,
): { readonly pairs: number; readonly bad: number } {
  const stride = strides[d] ?? 1;
  const size = sizes[d] ?? 1;
  let pairs = 0;
  let bad = 0;
  for (let i = 0; i < packed.length; i++) {
    if (Math.floor(i / stride) % size === size - 1) continue;
    pairs++;
    if (broken(packed[i] ?? 0, packed[i + stride] ?? 0)) bad++;
  }
  return { pairs, bad };
}
// A stop carries no move; it is stricter than any.
const looser = (better: number, worse: number): boolean =>
  rank(worse) > rank(better) ||
  (rank(worse) >= 2 &&
    rank(better) >= 2 &&
    (strength(worse) > strength(better) || running(worse) > running(better)));
const raisesTotal = (given: number, taken: number): boolean =>
  strength(taken) + running(taken) > strength(given) + running(given);

describe('the whole decision table', () => {
  const runs = [decideAll('R1', false), decideAll('R3', false)];

  test('every rule from AD-03 to AD-22 fires, and exactly one decides each week', () => {
    const fired = new Set(runs.flatMap((r) => [...r.fired]));
    fired.add(decideRule({ ...calmest, over: true }).rule);
    fired.add(decideRule({ ...calmest, unread: true }).rule);
    const ids = RULE_ROWS.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !fired.has(id))).toEqual(['AD-01', 'AD-02']);
    console.log(
      `decision table: ${(total * runs.length).toLocaleString('en')} weeks decided, ${fired.size} rules fired`,
    );
  });

  test.each(DIMENSIONS.slice(0, ANSWERS).map(([name], d) => [name, d] as const))(
    'a worse %s never loosens outcome or moves',
    (_, d) => {
      for (const { packed } of runs) expect(count(packed, d, looser).bad).toBe(0);
    },
  );

  test.each(DIMENSIONS.slice(ANSWERS).map(([name], d) => [name, d + ANSWERS] as const))(
    'taking %s away never raises the total move',
    (_, d) => {
      for (const { packed } of runs) expect(count(packed, d, raisesTotal).bad).toBe(0);
    },
  );

  test('too many sessions and unread words never loosen, a red flag and an emergency stop everything', () => {
    const plain = runs[1]?.packed ?? new Uint32Array();
    const looserThanPlain = (packed: Uint32Array): number => {
      let bad = 0;
      for (let i = 0; i < total; i++) if (looser(plain[i] ?? 0, packed[i] ?? 0)) bad++;
      return bad;
    };
    expect(looserThanPlain(decideAll('R3', true).packed)).toBe(0);
    const { packed: unread } = decideAll('R3', false, true);
    expect(looserThanPlain(unread)).toBe(0);
    expect(unread.every((p) => rank(p) <= PERMISSIVE.indexOf('HOLD'))).toBe(true);
    expect(decideRule({ ...calmest, emerg: true }).outcome).toBe('STOP_EMERGENCY');
    expect(decideRule({ ...calmest, emerg: true, doctor: true }).outcome).toBe('STOP_EMERGENCY');
    expect(decideRule({ ...calmest, doctor: true }).outcome).toBe('STOP_DOCTOR');
  });
});

const calmest: WeekInputs = {
  emerg: false,
  doctor: false,
  avg: 0,
  worst: 0,
  prev: 0,
  nextDay: 0,
  done: 3,
  plan: 3,
  pk: false,
  spike: 0,
  missed: 0,
  worstWasRunning: false,
  over: false,
  gateS: true,
  gateR: true,
  waited: true,
  canAcc: true,
  stage: 'R3',
};
