/** One seed from beginning to end: weeks with faults, two quiet weeks, and what the observers say. */
import { type MailKind, PROMISES } from '../../program/participant/mail-kinds.ts';
import type { Violation } from './observers/facts.ts';
import { HABITS, type Habit } from './people.ts';
import { drawFaults, type FaultPlan, NO_FAULTS } from './plan.ts';
import { randomOf } from './random.ts';
import { makeWorld, type PersonOptions, type World, type WorldOptions } from './world.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Everything owed must have happened by then. */
export const QUIET_WEEKS = 3;

export interface SeedOptions {
  readonly seed: number;
  readonly participants: number;
  readonly weeks: number;
  /** False = nothing goes wrong. */
  readonly faults: boolean;
}
export interface SeedReport {
  readonly seed: number;
  readonly hash: string;
  readonly participantWeeks: number;
  readonly mails: number;
  /** Mails that are promised once and left twice. */
  readonly copies: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly commits: number;
  readonly hints: number;
  readonly calls: number;
  readonly dead: number;
  readonly violations: readonly Violation[];
  readonly sometimes: Readonly<Record<string, number>>;
  /** Minutes from due to accepted, of mails we start, and of safety mails. */
  readonly lateness: readonly number[];
  readonly latenessOfSafety: readonly number[];
  readonly trace: readonly string[];
}

/** A run whose faults and people are written by hand. */
export interface Scenario {
  readonly seed: number;
  readonly weeks: number;
  readonly people: readonly PersonOptions[];
  readonly faults: FaultPlan;
  readonly begins?: number;
  readonly lively?: boolean;
  /** Acts at a time (milliseconds from the beginning), as a hand in the simulation. */
  readonly hand?: (world: World) => void;
  readonly quietWeeks?: number;
  readonly stageRate?: WorldOptions['stageRate'];
  readonly bundles?: WorldOptions['bundles'];
}

/** A Monday, an hour before the first plans. */
export const BEGINS = Date.parse('2026-03-02T06:00:00.000Z');
/** Beginnings that bring both changes of the clock into the runs. */
const FIRST_DAYS = 300;

export async function playScenario(scenario: Scenario): Promise<World> {
  const world = await makeWorld({
    seed: scenario.seed,
    people: scenario.people,
    faults: scenario.faults,
    begins: scenario.begins ?? BEGINS,
    lively: scenario.lively ?? false,
    ...(scenario.stageRate === undefined ? {} : { stageRate: scenario.stageRate }),
    ...(scenario.bundles === undefined ? {} : { bundles: scenario.bundles }),
  });
  const { timeline, lives } = world;
  const begins = timeline.now();
  for (const life of lives) timeline.after(MINUTE * (1 + life.index), () => life.begin());
  scenario.hand?.(world);
  await timeline.runUntil(begins + scenario.weeks * WEEK);
  world.quiet();
  await timeline.runUntil(begins + (scenario.weeks + (scenario.quietWeeks ?? QUIET_WEEKS)) * WEEK);
  world.conclude();
  return world;
}

/** The people of a seed: every habit in turn, from a place that the seed draws. */
function peopleOf(seed: number, count: number): readonly PersonOptions[] {
  const from = randomOf(seed).fork('people').below(HABITS.length);
  return Array.from({ length: count }, (_, n) => ({ habit: HABITS[(from + n) % HABITS.length] as Habit }));
}

/** Plays a drawn seed. Throws on nothing but its own mistakes. */
export async function playSeed({ seed, participants, weeks, faults }: SeedOptions): Promise<SeedReport> {
  const random = randomOf(seed).fork('plan');
  const begins = BEGINS + random.below(FIRST_DAYS) * 24 * 60 * MINUTE + random.below(24 * 60) * MINUTE;
  const world = await playScenario({
    seed,
    weeks,
    people: peopleOf(seed, participants),
    faults: faults ? drawFaults(random, weeks) : NO_FAULTS,
    begins,
    lively: true,
  });
  return reportOf(world, seed, participants * (weeks + QUIET_WEEKS));
}

/** Mails that are promised once and left twice. */
export function copiesIn({ ses }: World): number {
  const names = ses.accepted
    .filter(({ kind }) => kind !== 'canary' && PROMISES[kind as MailKind] !== 'at-least-once')
    .map(({ participantId, occasion }) => `${participantId}_${occasion}`);
  return names.length - new Set(names).size;
}

export function reportOf(world: World, seed: number, participantWeeks: number): SeedReport {
  const kinds: Record<string, number> = {};
  for (const mail of world.ses.accepted) kinds[mail.kind] = (kinds[mail.kind] ?? 0) + 1;
  let commits = 0;
  for (const person of world.store.tables.people.values()) commits += person.rev;
  return {
    seed,
    hash: world.timeline.hash(),
    participantWeeks,
    mails: world.ses.accepted.length,
    copies: copiesIn(world),
    kinds,
    commits,
    hints: world.queues.counts.urgent + world.queues.counts.routine,
    calls: world.ses.calls.total,
    dead: world.dead.length,
    violations: world.violations,
    sometimes: Object.fromEntries([...world.sometimes].sort(([a], [b]) => (a < b ? -1 : 1))),
    lateness: world.lateness.coaching,
    latenessOfSafety: world.lateness.safety,
    trace: world.timeline.trace(),
  };
}
