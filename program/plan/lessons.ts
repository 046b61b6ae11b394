/** The two lessons of a week: the default order of §9.8, the fixed pulls first, and nobody gets one twice. */
import type { Baseline, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { LocalDate } from '../kernel/time.ts';

export interface LessonInput {
  readonly week: number;
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  /** Ids already sent or planned in earlier weeks. */
  readonly sent: readonly string[];
  readonly today: LocalDate;
}

const LESSONS_PER_WEEK = 2;
const PAIN_RULES = 'LES-02';
const SHOE_FIT = 'LES-07';
const WARM_UP = 'LES-09';

/** Warm-up before the first run, the pain rules in the first week, shoe fit in week 2 for everybody (§9.8). */
function pulls({ week, tracks }: LessonInput): readonly { readonly id: string; readonly slot: 1 | 2 }[] {
  return [
    ...(tracks.stage === 'R0' ? [] : [{ id: WARM_UP, slot: 1 } as const]),
    ...(week >= 1 ? [{ id: PAIN_RULES, slot: 2 } as const] : []),
    ...(week >= 2 ? [{ id: SHOE_FIT, slot: 2 } as const] : []),
  ];
}

/** Ids of this week's lessons, the one inside the plan first; fewer than two (or none) once all were sent. */
export function chooseLessons(input: LessonInput, curriculum: Curriculum): readonly string[] {
  const left = curriculum.lessons.map((l) => l.id).filter((id) => !input.sent.includes(id));
  const pulled = pulls(input)
    .filter((p) => left.includes(p.id))
    .slice(0, LESSONS_PER_WEEK);
  const others = left.filter((id) => !pulled.some((p) => p.id === id)).slice(0, LESSONS_PER_WEEK - pulled.length);
  const first = pulled.filter((p) => p.slot === 1).map((p) => p.id);
  const second = pulled.filter((p) => p.slot === 2).map((p) => p.id);
  return [...first, ...others, ...second];
}
