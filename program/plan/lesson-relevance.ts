/**
 * What a person told us moves a lesson forward, or leaves it out (docs/clinical-rules.md §9.8; issue on the
 * programme). Untold = neither: the default order stands. The warm-up needs no row: it is pulled before the
 * first run for everybody.
 */
import { type AboutRunning, weeklyMiles } from '../answers/about-running.ts';
import type { Arch, ShoeAnswers } from '../answers/shoes.ts';
import type { Baseline, Stage } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { shoesDue } from '../shoe-fit/rules.ts';

/** All that may speak for or against a lesson. null = the page was never filled in. */
export interface Told {
  readonly aboutRunning: AboutRunning | null;
  readonly shoes: ShoeAnswers | null;
  readonly baseline: Pick<Baseline, 'ageBand' | 'runsNow'>;
  /** Of the week that is planned. */
  readonly stage: Stage;
}
export interface Relevance {
  /** In the order of the curriculum; the next one is sent. */
  readonly forward: readonly string[];
  /** Not sent while this holds. */
  readonly leaveOut: readonly string[];
}

interface Row {
  readonly lesson: string;
  readonly forward?: (told: Told, curriculum: Curriculum) => boolean;
  readonly leaveOut?: (told: Told) => boolean;
  readonly sources: readonly string[];
}

const arch = ({ aboutRunning, shoes }: Told): Arch | null =>
  [aboutRunning?.arch, shoes?.arch].find((a) => a && a !== 'unsure') ?? null;
const OVER_40: readonly Baseline['ageBand'][] = ['40-49', '50-59', '60-69', '70+'];
const NEW_GROUND: readonly AboutRunning['surface'][] = ['trail', 'sand', 'hills', 'mixed'];

/** A jump in distance (S-11, S-12), or more than 40 miles a week (S-10). */
const muchOrMore = ({ aboutRunning }: Told, curriculum: Curriculum): boolean =>
  aboutRunning !== null &&
  (aboutRunning.raisedRecently === 'yes' ||
    (weeklyMiles(aboutRunning) ?? 0) > curriculum.cautionMilesPerWeek);

export const RELEVANCE_ROWS: readonly Row[] = [
  {
    lesson: 'LES-05',
    forward: ({ baseline }) => baseline.runsNow === 'new',
    // Someone who keeps running is not on the ladder; the lesson waits until they are.
    leaveOut: ({ stage }) => stage === 'RK',
    sources: ['S-13', 'docs/clinical-rules.md §4.4'],
  },
  { lesson: 'LES-06', forward: muchOrMore, sources: ['S-10', 'S-11', 'S-12'] },
  {
    lesson: 'LES-12',
    forward: (told) => arch(told) === 'flat' || arch(told) === 'high',
    leaveOut: (told) => arch(told) === 'usual',
    sources: ['S-06', 'S-07'],
  },
  { lesson: 'LES-13', forward: ({ aboutRunning }) => aboutRunning?.crossTrains === 'no', sources: ['S-42'] },
  {
    lesson: 'LES-14',
    forward: ({ aboutRunning }) => aboutRunning?.sitsLong === 'yes',
    leaveOut: ({ aboutRunning }) => aboutRunning?.sitsLong === 'no',
    sources: ['S-44', 'S-72'],
  },
  {
    lesson: 'LES-15',
    forward: ({ shoes }, curriculum) => shoes !== null && shoesDue(shoes, curriculum.shoes),
    sources: ['SH-09', 'S-64'],
  },
  {
    lesson: 'LES-17',
    forward: ({ aboutRunning }) => aboutRunning?.strengthTrains === 'no',
    sources: ['S-49'],
  },
  {
    lesson: 'LES-19',
    forward: ({ aboutRunning }) => NEW_GROUND.includes(aboutRunning?.surface ?? null),
    sources: ['S-17', 'S-71'],
  },
  {
    lesson: 'LES-20',
    forward: ({ baseline }) => OVER_40.includes(baseline.ageBand),
    sources: ['S-08', 'S-09', 'S-76'],
  },
  { lesson: 'LES-21', forward: muchOrMore, sources: ['S-10', 'S-11', 'S-12'] },
];

/**
 * Which lessons concern this person sooner, and which do not concern them. A lesson is never in both lists.
 */
export function relevantLessons(told: Told, curriculum: Curriculum): Relevance {
  const leaveOut = RELEVANCE_ROWS.filter((row) => row.leaveOut?.(told) === true).map((row) => row.lesson);
  const forward = RELEVANCE_ROWS.filter((row) => row.forward?.(told, curriculum) === true).map(
    (row) => row.lesson,
  );
  return { forward: forward.filter((id) => !leaveOut.includes(id)), leaveOut };
}
