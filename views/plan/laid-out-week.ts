/**
 * The current week as it is laid out, for everything that shows it: page, calendar, print and mail. With the
 * log of the week it follows what was moved and logged, without it it is as the plan left.
 */
import type { WeekPlan } from '../../program/course/plan.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { layoutOf, type WeekFrame, type WeekLayout } from '../../program/layout/layout.ts';
import { weekFrame } from '../../program/layout/week-frame.ts';
import type { DayLog } from '../../program/participant/day-log.ts';
import { wordsWait } from '../../program/participant/open-question.ts';
import type { Of, Person } from '../../program/participant/state.ts';
import { currentPlan } from '../../program/week/current-plan.ts';

export interface LaidOutWeek {
  readonly plan: WeekPlan;
  readonly frame: WeekFrame;
  readonly layout: WeekLayout;
}

export function laidOutWeek(person: Of<'active'>, curriculum: Curriculum, log: DayLog | null): LaidOutWeek {
  const plan = currentPlan(person, person.course, curriculum);
  const frame = weekFrame(person.course, person, log, curriculum);
  return { plan, frame, layout: layoutOf(plan, frame, log) };
}

/** The plan a page may show; words of the body that nobody could read put a list before it. */
export function weekShown(
  person: Person,
  curriculum: Curriculum,
): { readonly plan: WeekPlan | null; readonly listFirst?: true } {
  if (person.status !== 'active') return { plan: null };
  return wordsWait(person.course)
    ? { plan: null, listFirst: true }
    : { plan: currentPlan(person, person.course, curriculum) };
}
