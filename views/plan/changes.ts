/**
 * What differs between the plan of a week and the one before it, track by track, computed from their doses:
 * never from the names of tracks. The headline, the title, the subject and the why speak of this list alone.
 */
import type { RunPrescription, WeekPlan } from '../../program/course/plan.ts';
import type { FootCoreBlock } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Course } from '../../program/participant/state.ts';
import { currentPlan, planBefore, type Zoned } from '../../program/week/current-plan.ts';
import type { ChangeLine } from '../mail/views.ts';
import { inSentence, listed, runningName, strengthName } from '../words/words.ts';
import { footCoreWords, range, walkWords } from './dose.ts';

type Direction = Exclude<ChangeLine['direction'], 'start'>;

const compare = (from: number, to: number): Direction => (to > from ? 'up' : to < from ? 'down' : 'same');
/** The first measure that differs decides. */
const firstOf = (...directions: readonly Direction[]): Direction =>
  directions.find((direction) => direction !== 'same') ?? 'same';

/** An exercise that takes its turn with its equal has the same dose, so names do not count. */
const doses = ({ strength }: WeekPlan): string =>
  JSON.stringify(strength.map((e) => [e.dose, e.sessionsPerWeek ?? null]));

function strengthDirection(before: WeekPlan, now: WeekPlan): Direction {
  return firstOf(
    compare(before.level, now.level),
    compare(before.strength.length, now.strength.length),
    doses(before) === doses(now) ? 'same' : 'other',
  );
}

/** Walks by their minutes, then by their pace; a first week that is short or long has as many a week. */
const walking = ({ walks }: RunPrescription): readonly [number, number] =>
  walks == null ? [0, 0] : [walks.minutes[0] + walks.minutes[1], walks.brisk ? 1 : 0];

function runDirection({ run: before }: WeekPlan, { run: now }: WeekPlan): Direction {
  if (before.stage === 'RK' && now.stage === 'RK')
    return firstOf(
      compare(before.longestRun ?? 0, now.longestRun ?? 0),
      compare(before.volumePercent?.[0] ?? 0, now.volumePercent?.[0] ?? 0),
      compare(before.noHills === true ? 0 : 1, now.noHills === true ? 0 : 1),
    );
  if (before.stage === 'RK') return 'down';
  if (now.stage === 'RK') return 'up';
  const [was, is] = [walking(before), walking(now)];
  return firstOf(
    compare(before.totalRunMinutes, now.totalRunMinutes),
    compare(was[0], is[0]),
    compare(was[1], is[1]),
  );
}

const BLOCKS: readonly FootCoreBlock[] = ['FC1', 'FC2', 'FC3', 'FC4'];

/** What keeps up the eight weeks is neither more nor less than they were. */
function feetDirection(before: WeekPlan, now: WeekPlan): Direction {
  const [from, to] = [before.footCoreKind, now.footCoreKind];
  if (from === to) return 'same';
  if (to === 'FC1') return 'down';
  if (from === 'maintain' || to === 'maintain') return from === 'FC1' ? 'up' : 'other';
  return compare(BLOCKS.indexOf(from), BLOCKS.indexOf(to));
}

const stretchDays = ({ stretches, stretchDays: days }: WeekPlan): number =>
  stretches.length === 0 ? 0 : days[0] + days[1];

/** The warm-up, thighs and hips, and the swims or rides, each as one thing. */
const extras = ({ warmUp, addOn, crossTraining }: WeekPlan): readonly string[] => [
  ...(warmUp === null ? [] : ['the warm-up']),
  ...addOn.map(({ name }) => inSentence(name)),
  ...(crossTraining === 0
    ? []
    : [crossTraining === 1 ? 'a swim or ride' : `${crossTraining} swims or rides`]),
];

const listedOrNothing = (words: readonly string[]): string => listed(words) || 'nothing';

const runWords = (plan: WeekPlan, curriculum: Curriculum): string =>
  plan.stage === 'R0'
    ? (walkWords(plan.run) ?? 'walks')
    : runningName(curriculum, { stage: plan.stage, longestRun: plan.run.longestRun });

/** The length and the share of the week stay; only the way the runs go differs. */
const onlyHills = ({ run: a }: WeekPlan, { run: b }: WeekPlan): boolean =>
  a.stage === 'RK' &&
  b.stage === 'RK' &&
  a.longestRun === b.longestRun &&
  a.volumePercent?.[0] === b.volumePercent?.[0] &&
  a.noHills !== b.noHills;
/** Begins the words of runs that differ in nothing but hills. */
export const HILLS = 'your own runs, hills';
const hillWords = ({ run }: WeekPlan): string =>
  run.noHills === true ? `${HILLS} left out` : `${HILLS} possible again`;

const stretchWords = (plan: WeekPlan): string =>
  stretchDays(plan) === 0 ? 'none this week' : `${range(plan.stretchDays)} days`;

/** Two plans, track by track; `before` null = the start. */
export function changesOf(
  before: WeekPlan | null,
  now: WeekPlan,
  curriculum: Curriculum,
): readonly ChangeLine[] {
  const line = (
    track: ChangeLine['track'],
    direction: (from: WeekPlan, to: WeekPlan) => Direction,
    words: (plan: WeekPlan) => string,
  ): ChangeLine => {
    if (before === null) return { track, direction: 'start', from: null, to: words(now) };
    const way = direction(before, now);
    return { track, direction: way, from: way === 'same' ? null : words(before), to: words(now) };
  };
  return [
    line('strength', strengthDirection, ({ level }) => strengthName(curriculum, { level })),
    line('running', runDirection, (plan) =>
      before !== null && onlyHills(before, now) ? hillWords(plan) : runWords(plan, curriculum),
    ),
    line('feet', feetDirection, ({ footCoreKind }) => footCoreWords(footCoreKind)),
    line('stretches', (from, to) => compare(stretchDays(from), stretchDays(to)), stretchWords),
    extraLine(before, now),
  ];
}

/** What joins or leaves is named, not what stays. */
function extraLine(before: WeekPlan | null, now: WeekPlan): ChangeLine {
  const track = 'extra';
  const [was, is] = [before === null ? [] : extras(before), extras(now)];
  if (before === null) return { track, direction: 'start', from: null, to: listedOrNothing(is) };
  const direction = extraDirection(before, now);
  if (direction === 'same') return { track, direction, from: null, to: listedOrNothing(is) };
  const joins = is.filter((what) => !was.includes(what));
  const leaves = was.filter((what) => !is.includes(what));
  const [from, to] = [listedOrNothing(leaves), listedOrNothing(joins)];
  return direction === 'down' ? { track, direction, from: to, to: from } : { track, direction, from, to };
}

/** A swim more is more, whatever else stays; another warm-up in place of one is neither. */
function extraDirection(before: WeekPlan, now: WeekPlan): Direction {
  const amount = ({ warmUp, addOn, crossTraining }: WeekPlan): number =>
    (warmUp === null ? 0 : 1) + addOn.length + crossTraining;
  const ids = ({ warmUp, addOn }: WeekPlan): string => [warmUp, ...addOn].map((e) => e?.id ?? '').join(' ');
  return firstOf(compare(amount(before), amount(now)), ids(before) === ids(now) ? 'same' : 'other');
}

/** The current plan beside the one that it follows. */
export const changesOfCourse = (
  zoned: Zoned,
  course: Course,
  curriculum: Curriculum,
): readonly ChangeLine[] =>
  changesOf(planBefore(zoned, course, curriculum), currentPlan(zoned, course, curriculum), curriculum);
