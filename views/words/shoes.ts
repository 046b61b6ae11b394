/**
 * The shoe check in words: all of it for the page, at most three pieces of it for a mail
 * (docs/clinical-rules.md §5.6).
 */
import type { ShoeAnswers } from '../../program/answers/shoes.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { type ShoeAdviceText, shoeAdviceText } from '../../program/shoe-fit/advice-text.ts';
import { type ShoeContext, shoeAdvice, topThree } from '../../program/shoe-fit/rules.ts';

/**
 * Pain of the last answered check-in, else of the intake (SH-12, SH-15). A worst score that was not told is
 * unknown.
 */
function contextOf(course: Course | null): ShoeContext {
  if (course === null) return { painAverage: null, painWorst: null, stage: null };
  const last = course.history.findLast((d) => d.average !== null) ?? {
    average: course.baseline.painAverage,
    worst: course.baseline.painWorst,
  };
  return { painAverage: last.average, painWorst: last.worst, stage: course.tracks.stage };
}

const courseOf = (person: Person): Course | null => ('course' in person ? person.course : null);

/** Everything the shoe check has to say to this person today, for the page. */
export const shoeTexts = (
  person: Person,
  answers: ShoeAnswers,
  curriculum: Curriculum,
): readonly ShoeAdviceText[] =>
  shoeAdvice(answers, contextOf(courseOf(person)), curriculum.shoes).map((advice) =>
    shoeAdviceText(curriculum, advice, person.units),
  );

/**
 * The pieces for the plan that follows the check, in the order of the table, never more than the curriculum
 * allows in one mail (three).
 */
export function shoeAdviceOfWeek(
  person: Person,
  course: Course,
  curriculum: Curriculum,
): readonly ShoeAdviceText[] {
  const { shoes } = person;
  if (shoes === undefined || shoes.week + 1 !== course.week) return [];
  const advice = shoeAdvice(shoes.answers, contextOf(course), curriculum.shoes);
  return topThree(advice, curriculum.shoes).map((one) => shoeAdviceText(curriculum, one, person.units));
}
