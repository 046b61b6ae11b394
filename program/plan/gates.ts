/**
 * The one self-test per track that this week's check-in will ask: described in the plan first, left out where
 * the track cannot move.
 */
import type { GateTest } from '../course/plan.ts';
import {
  countsTowardsOneRaise,
  daysSinceSudden,
  gateCaps,
  highestLevel,
  RUNNING_LEVEL,
  rungOf,
  runningCap,
  SUDDEN_DAYS,
  stageAt,
  TOP_LEVEL,
  TOP_RUNG,
} from '../course/tracks.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import { levelOf, stageOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { fill } from '../curriculum/words.ts';
import { assert } from '../kernel/assert.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Limits } from './limits.ts';

/**
 * Single-leg raises asked: `percent` of min(25, usual for the age); sex unknown = the lower of the two, a
 * forgiving guide (docs/clinical-rules.md §2.5).
 */
export function raisesTarget(ageBand: Baseline['ageBand'], percent: number, curriculum: Curriculum): number {
  const row = curriculum.raises.usual.find((u) => u.ageBand === ageBand);
  assert(row !== undefined, `usual raises for ${ageBand}`);
  return Math.ceil((Math.min(curriculum.raises.ceiling, row.male, row.female) * percent) / 100);
}

/** Both calves sore, or none: the legs are not compared (docs/clinical-rules.md §9.2). */
const comparable = (baseline: Baseline): boolean => baseline.side === 'left' || baseline.side === 'right';

function gateWords(template: string, baseline: Baseline, curriculum: Curriculum): string {
  const symmetry = (percent: number): string =>
    comparable(baseline)
      ? `, and the sore leg does at least ${percent} percent of the other leg's single-leg raises`
      : '';
  // With both calves sore, or none, the weaker one is the one to watch.
  const legs = comparable(baseline) ? template : template.replaceAll('the sore leg', 'the weaker leg');
  return fill(legs, {
    raises50: raisesTarget(baseline.ageBand, 50, curriculum),
    raises75: raisesTarget(baseline.ageBand, 75, curriculum),
    symmetry80: symmetry(80),
    symmetry85: symmetry(85),
    symmetry90: symmetry(90),
  });
}

interface GateInput {
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  readonly days: number;
  readonly today: LocalDate;
  readonly afterStepBack: boolean;
}

/** Still within fourteen days of a sudden start on the day the check-in is answered. */
function staysEarly({ baseline, today, days }: GateInput): boolean {
  const since = daysSinceSudden(baseline, today);
  return since !== null && since + days - 1 <= SUDDEN_DAYS;
}

function strengthGate(input: GateInput, limits: Limits, curriculum: Curriculum): readonly GateTest[] {
  const { tracks, baseline } = input;
  const row = levelOf(curriculum, tracks.level);
  const oneRaise = countsTowardsOneRaise(tracks.level, baseline.caps);
  const capped = tracks.level >= highestLevel(gateCaps(tracks.level, baseline.caps)) && !oneRaise;
  if (tracks.level === TOP_LEVEL || row.gate === null || capped) return [];
  if (tracks.level >= 2 && staysEarly(input)) return [];
  const withoutHops = limits.noHops || limits.heelBone;
  const usual = withoutHops && row.gateNoHops !== undefined ? row.gateNoHops : row.gate;
  const test = oneRaise && row.gateOneRaise !== undefined ? row.gateOneRaise : usual;
  const short = withoutHops && row.gateNoHops !== undefined ? row.gateNoHops : (row.gateShort ?? row.gate);
  const words = (t: string): string => gateWords(t, baseline, curriculum);
  return [
    {
      track: 'strength',
      gate: `LV${tracks.level}→LV${tracks.level + 1}`,
      test: words(test),
      short: words(short),
      sources: row.sources,
    },
  ];
}

function runningGate(input: GateInput, limits: Limits, curriculum: Curriculum): readonly GateTest[] {
  const { tracks, baseline } = input;
  const { stage } = tracks;
  const rung = rungOf(stage);
  if (rung === TOP_RUNG || runningCap(baseline.caps) !== null || staysEarly(input)) return [];
  const two = {
    track: 'running',
    test: curriculum.twoSessions,
    short: curriculum.twoSessionsShort,
    runsOnly: true,
  } as const;
  if (stage === 'RK') return [{ ...two, gate: 'RK', sources: curriculum.keepRunning.sources }];
  const row = stageOf(curriculum, stage);
  const needs = Math.max(row.nextNeedsLevel ?? 0, stage === 'R0' ? RUNNING_LEVEL : 0);
  // After a step back the walks come first; the entry test waits a week (docs/clinical-rules.md §4.1).
  if (tracks.level < needs || (stage === 'R0' && input.afterStepBack)) return [];
  const gate = `${stage}→${stageAt(rung + 1)}`;
  if (row.gate === null) return [{ ...two, gate, sources: row.sources }];
  const other =
    (limits.noHops ? row.gateNoHops : undefined) ?? (comparable(baseline) ? undefined : row.gateBothSides);
  const words = (t: string): string => gateWords(t, baseline, curriculum);
  return [
    {
      track: 'running',
      gate,
      test: words(other ?? row.gate),
      short: words(other ?? row.gateShort ?? row.gate),
      sources: row.sources,
    },
  ];
}

/**
 * The tests that a plan describes: at most one a track, the next gate's own; none beyond the person's
 * limits.
 */
export const gatesOf = (input: GateInput, limits: Limits, curriculum: Curriculum): readonly GateTest[] => [
  ...strengthGate(input, limits, curriculum),
  ...runningGate(input, limits, curriculum),
];
