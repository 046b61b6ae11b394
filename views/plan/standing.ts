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

/** The last count of single-leg raises by leg; null = not counted on both yet, or no side is the sore one. */
export function raisesOf({ baseline, history }: Pick<Course, 'baseline' | 'history'>): Standing['raises'] {
  const counted = history.findLast((d) => d.raises !== null)?.raises ?? null;
  if (counted === null) return null;
  const { sore, other } = counted;
  switch (baseline.side) {
    case 'left':
      return { left: sore, right: other };
    case 'right':
      return { left: other, right: sore };
    case 'both':
    case 'none':
      return null;
  }
}

export function standingOf(plan: WeekPlan, course: Pick<Course, 'baseline' | 'history'>): Standing {
  const rung = rungOf(plan.stage);
  return {
    strength: { title: 'Strength', at: plan.level, of: TOP_LEVEL, name: plan.levelName },
    running: rung < 0 ? null : { title: 'Running', at: rung, of: TOP_RUNG, name: rung === 0 ? 'walks' : '' },
    raises: raisesOf(course),
  };
}
