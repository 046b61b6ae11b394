/** What a plan says has been reached (BC-7): a band above the week, of no load. */
import type { Milestone } from '../../program/course/milestones.ts';
import { rungOf } from '../../program/course/tracks.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Course } from '../../program/participant/state.ts';
import { milestonesOfWeek } from '../../program/week/milestones.ts';
import type { PlanView } from '../mail/views.ts';

export const reachedIn = (course: Course, curriculum: Curriculum): PlanView['reached'] =>
  milestonesOfWeek(course, curriculum).map((code) => {
    const { title, text } = curriculum.messages.milestones[code];
    return { title, text, next: nextOf(code, course, curriculum) };
  });

/**
 * Whoever runs already is promised no first jog, and nobody beside the ladder or past its fifth step the
 * steps that wait for level 5 (docs/clinical-rules.md §4.4).
 */
function nextOf(code: Milestone, { tracks }: Course, { messages }: Curriculum): string {
  const words = messages.milestones[code];
  const rung = rungOf(tracks.stage);
  const waits = code === 'LV3' ? rung === 0 : rung >= 0 && rung < 5;
  return 'runs' in words && !waits ? words.runs : words.next;
}
