/**
 * What the mail of a milestone may know (BC-7): what was reached, the person's own numbers, and which door it
 * opens. No load.
 */
import type { Milestone } from '../../program/course/milestones.ts';
import { rungOf } from '../../program/course/tracks.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { milestonesOfWeek } from '../../program/week/milestones.ts';
import type { MilestoneView } from './milestone-view.ts';

interface Request {
  readonly person: Person;
  readonly week: number;
  readonly curriculum: Curriculum;
  readonly links: { readonly me: string };
}

/** Throws when the week has no mark: the mark is set with the claim. */
export function milestoneBody({ person, week, curriculum, links }: Request): MilestoneView {
  assert(person.status === 'active', 'a milestone is for a running course');
  const { course } = person;
  const codes = milestonesOfWeek(course, week);
  assert(codes.length > 0, `week ${week} has a milestone`);
  const words = curriculum.messages.milestones;
  const reached = codes.map((code) => ({
    title: words[code].title,
    text: words[code].text,
    next: nextOf(code, course, curriculum),
  }));
  return {
    kind: 'milestone',
    reached,
    numbers: numbersOf(codes, course, curriculum),
    unchanged: words.unchanged,
    meUrl: links.me,
  };
}

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

function numbersOf(
  codes: readonly Milestone[],
  course: Course,
  { measures, messages }: Curriculum,
): readonly string[] {
  const { numbers } = messages.milestones;
  const averages = course.history.flatMap((d) => (d.average === null ? [] : [d.average]));
  const { baseline, tracks } = course;
  return [
    fill(numbers.answered, { answered: averages.length, week: course.week }),
    fill(numbers.pain, { from: baseline.painAverage, to: averages.at(-1) ?? baseline.painAverage }),
    fill(numbers.strength, { from: baseline.startLevel, to: tracks.level }),
    ...(codes.includes('foot-core')
      ? [fill(numbers.feet, { done: tracks.footCoreSessions, planned: measures.footCoreSessions })]
      : []),
  ];
}
