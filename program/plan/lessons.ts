/**
 * The two lessons of a week: the default order of docs/clinical-rules.md §9.8, the fixed pulls first, what
 * concerns this person sooner, and no participant gets one twice.
 */
import type { Baseline, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Relevance } from './lesson-relevance.ts';

export interface LessonInput {
  readonly week: number;
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  /** Ids already sent or planned in earlier weeks. */
  readonly sent: readonly string[];
  readonly today: LocalDate;
  /** What the person told us; left out = the default order. */
  readonly relevance?: Relevance;
}

const LESSONS_PER_WEEK = 2;
/** One lesson a week is moved forward, beside one of the default order, and none before the first of all. */
const MOVED_FORWARD = 1;
const FIRST_OF_ALL = 'LES-01';
const PAIN_RULES = 'LES-02';
const SHOE_FIT = 'LES-07';
const WARM_UP = 'LES-09';

/**
 * Warm-up before the first run, the pain rules in the first week, shoe fit in week 2 for everybody
 * (docs/clinical-rules.md §9.8).
 */
function pulls({ week, tracks }: LessonInput): readonly { readonly id: string; readonly slot: 1 | 2 }[] {
  return [
    ...(tracks.stage === 'R0' ? [] : [{ id: WARM_UP, slot: 1 } as const]),
    ...(week >= 1 ? [{ id: PAIN_RULES, slot: 2 } as const] : []),
    ...(week >= 2 ? [{ id: SHOE_FIT, slot: 2 } as const] : []),
  ];
}

/** What concerns this person first, then the default order. */
function inOrder(left: readonly string[], relevance: Relevance | undefined): readonly string[] {
  if (relevance === undefined || left.includes(FIRST_OF_ALL)) return left;
  const forward = left.filter((id) => relevance.forward.includes(id)).slice(0, MOVED_FORWARD);
  return [...forward, ...left.filter((id) => !forward.includes(id))];
}

/**
 * Ids of this week's lessons, the one inside the plan first; fewer than two (or none) once all that concern
 * the person were sent.
 */
export function chooseLessons(input: LessonInput, curriculum: Curriculum): readonly string[] {
  const away = [...input.sent, ...(input.relevance?.leaveOut ?? [])];
  const left = curriculum.lessons.map((l) => l.id).filter((id) => !away.includes(id));
  const pulled = pulls(input)
    .filter((p) => left.includes(p.id))
    .slice(0, LESSONS_PER_WEEK);
  const others = inOrder(
    left.filter((id) => !pulled.some((p) => p.id === id)),
    input.relevance,
  ).slice(0, LESSONS_PER_WEEK - pulled.length);
  const first = pulled.filter((p) => p.slot === 1).map((p) => p.id);
  const second = pulled.filter((p) => p.slot === 2).map((p) => p.id);
  return [...first, ...others, ...second];
}

/** A place of a week that has no lesson: nothing that concerns the person was left to send. */
const NONE = '';
const filled = (ids: readonly string[], week: number): readonly string[] => [
  ...ids,
  ...Array.from({ length: Math.max(0, week * LESSONS_PER_WEEK - ids.length) }, () => NONE),
];

/**
 * All lessons up to `week`, two places a week, so that a week's own are found by its number whatever weeks
 * before had none to send.
 */
export const withLessons = (
  week: number,
  input: Omit<LessonInput, 'week'>,
  curriculum: Curriculum,
): readonly string[] =>
  filled([...filled(input.sent, week - 1), ...chooseLessons({ ...input, week }, curriculum)], week);

/** The lesson in a place of a week, as `withLessons` laid them out; null = none. */
export const lessonAt = (lessons: readonly string[], week: number, place: 1 | 2): string | null =>
  lessons[(week - 1) * LESSONS_PER_WEEK + place - 1] || null;

/** The second lesson of a week gives up its place, and is there to be chosen again. */
export const withoutSecond = (lessons: readonly string[], week: number): readonly string[] =>
  lessons.map((id, at) => (at === week * LESSONS_PER_WEEK - 1 ? NONE : id));
