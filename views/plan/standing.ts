/** Where the runner stands: both ladders, and the last count of raises on the left and the right. */
import type { WeekPlan } from '../../program/course/plan.ts';
import { rungOf, TOP_LEVEL, TOP_RUNG } from '../../program/course/tracks.ts';
import type { Course } from '../../program/participant/state.ts';

export interface Ladder {
  readonly title: string;
  /** Steps from the first one, which counts as none, to the last. */
  readonly at: number;
  readonly of: number;
  readonly name: string;
}
export interface Standing {
  readonly strength: Ladder;
  /** Null for who keeps their own running: it has no steps. */
  readonly running: Ladder | null;
  /** The last count of single-leg raises; null = not counted on both legs yet. */
  readonly raises: { readonly left: number; readonly right: number } | null;
}

export function standingOf(
  plan: WeekPlan,
  { baseline, history }: Pick<Course, 'baseline' | 'history'>,
): Standing {
  const rung = rungOf(plan.stage);
  const counted = history.findLast((d) => d.raises !== null)?.raises ?? null;
  const sore = baseline.side === 'right' ? 'right' : 'left';
  const sided = baseline.side === 'left' || baseline.side === 'right';
  return {
    strength: { title: 'Strength', at: plan.level, of: TOP_LEVEL, name: plan.levelName },
    running: rung < 0 ? null : { title: 'Running', at: rung, of: TOP_RUNG, name: rung === 0 ? 'walks' : '' },
    raises:
      counted === null || !sided
        ? null
        : sore === 'left'
          ? { left: counted.sore, right: counted.other }
          : { left: counted.other, right: counted.sore },
  };
}
