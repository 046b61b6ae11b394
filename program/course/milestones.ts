/**
 * The milestones of a course (BC-7): LV3, LV5, R3, R9 and the eight weeks of foot work. Each is marked once,
 * on reaching it.
 */
import type { Curriculum } from '../curriculum/schema.ts';
import { rungOf } from './tracks.ts';
import type { Baseline, Tracks } from './types.ts';

export const MILESTONES = ['LV3', 'LV5', 'R3', 'R9', 'foot-core'] as const;
export type Milestone = (typeof MILESTONES)[number];

interface Grown {
  readonly level: Tracks['level'];
  readonly stage: Tracks['stage'];
}
type Step = Exclude<Milestone, 'foot-core'>;
const STANDS: Readonly<Record<Step, (at: Grown) => boolean>> = {
  LV3: ({ level }) => level >= 3,
  LV5: ({ level }) => level >= 5,
  R3: ({ stage }) => rungOf(stage) >= 3,
  R9: ({ stage }) => rungOf(stage) >= 9,
};
const FOOT_CORE_WEEKS = 8;

/**
 * What a step up from `previous` to `tracks` has reached, without what is `marked` already. A level somebody
 * started at is no milestone, and neither is one that was stood on before this week. The foot work counts
 * after eight answered weeks (docs/clinical-rules.md §3.4) with the sessions the course asks for
 * (docs/clinical-rules.md §9.11): eight weeks of leaving it out are none.
 */
export function milestonesReached(
  {
    tracks,
    previous,
    baseline,
    marked,
  }: {
    readonly tracks: Tracks;
    readonly previous: Tracks;
    readonly baseline: Pick<Baseline, 'startLevel' | 'startStage'>;
    readonly marked: readonly string[];
  },
  { measures }: Pick<Curriculum, 'measures'>,
): readonly Milestone[] {
  const start: Grown = { level: baseline.startLevel, stage: baseline.startStage };
  return MILESTONES.filter((milestone) => {
    if (marked.includes(milestone) || !milestoneStands(milestone, tracks, { measures })) return false;
    return milestone === 'foot-core' || !(STANDS[milestone](previous) || STANDS[milestone](start));
  });
}

/** True while the tracks are where the milestone was reached, or further. */
export const milestoneStands = (
  milestone: Milestone,
  tracks: Tracks,
  { measures }: Pick<Curriculum, 'measures'>,
): boolean =>
  milestone === 'foot-core'
    ? tracks.footCoreWeek > FOOT_CORE_WEEKS && tracks.footCoreSessions >= measures.footCoreSessionsToGraduate
    : STANDS[milestone](tracks);
