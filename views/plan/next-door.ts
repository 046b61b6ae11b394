/**
 * Two short lines of a plan: what stands between the runner and the next step, and the session of a bad day.
 */
import { type GateOpening, runningBarrier } from '../../program/adapt/gates.ts';
import { raisesHeld } from '../../program/adapt/raises.ts';
import type { GateTest, WeekPlan } from '../../program/course/plan.ts';
import { RUNNING_LEVEL, TOP_LEVEL } from '../../program/course/tracks.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import type { Labelled } from '../mail/views.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four'] as const;

/** The door a test opens, as the runner would name it. */
function goalOf(gate: GateTest, plan: WeekPlan, curriculum: Curriculum): string {
  const { firstJog, nextRun, level } = curriculum.messages.nextDoor;
  if (gate.track === 'running') return plan.stage === 'R0' ? firstJog : nextRun;
  const next = Math.min(TOP_LEVEL, plan.level + 1);
  return fill(level, { level: next, name: curriculum.levels[next]?.name ?? '' });
}

/**
 * The next door, from the gates that this week's check-in asks about (program/plan/gates.ts): the first jog
 * before anything, then strength, then the ladder. Without one, how many levels stand before the first jog,
 * when levels are what it waits for. Null = nothing to say. `checkInDay` = the local day of the check-in that
 * ends the week.
 */
export function nextDoor(
  plan: WeekPlan,
  opening: GateOpening,
  curriculum: Curriculum,
  checkInDay: LocalDate,
): string | null {
  const words = curriculum.messages.nextDoor;
  const jog = plan.gates.find((gate) => gate.track === 'running' && plan.stage === 'R0');
  const gate = jog ?? plan.gates.find(({ track }) => track === 'strength') ?? plan.gates[0];
  if (gate !== undefined)
    return fill(gate.runsOnly === true ? words.runs : words.test, { goal: goalOf(gate, plan, curriculum) });
  const waits =
    plan.stage === 'R0' && runningBarrier(opening, checkInDay, curriculum)?.code === 'run-level-needed';
  const levels = RUNNING_LEVEL - plan.level;
  if (!waits || levels < 1) return null;
  return fill(levels === 1 ? words.oneLevel : words.levels, {
    needed: RUNNING_LEVEL,
    levels: NUMBERS[levels] ?? levels,
  });
}

/**
 * The person's own number beside the needed one, where the last count of raises keeps the next level shut (A
 * number beats a tick: docs/clinical-rules.md §12 A17); null = it does not, or there is none.
 */
export function doorNumber(
  { level }: WeekPlan,
  opening: Pick<GateOpening, 'baseline' | 'history'>,
  curriculum: Curriculum,
): string | null {
  const none = { raisesSore: null, raisesOther: null };
  const [held] = raisesHeld(opening, none, curriculum.levels[level]?.gateRaises, curriculum);
  return held === undefined ? null : fill(curriculum.reasons[held.code].short, held.params);
}

/** At most this many sets on a bad day; never more than the day's own. */
const BAD_DAY_SETS = 2;
/**
 * One exercise of the week, its first, with fewer sets: never a dose above the plan's. Null where the week
 * has no strength work.
 */
export function badDay(plan: WeekPlan, curriculum: Curriculum): Labelled | null {
  const first = plan.strength[0];
  if (first === undefined || plan.sessions === 0) return null;
  const { label, text } = curriculum.messages.badDay;
  const sets = Math.min(BAD_DAY_SETS, first.dose.sets);
  const words = sets === 1 ? 'one set' : 'two sets';
  return {
    label,
    text: fill(text, { exercise: first.name.charAt(0).toLowerCase() + first.name.slice(1), sets: words }),
  };
}
