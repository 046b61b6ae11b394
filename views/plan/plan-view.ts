/**
 * The current plan with what changed and why: for `start`, `plan` and `decision`, and for the participant's
 * page.
 */
import { addLocalDays, dayInWords, localDate } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Lesson } from '../../program/curriculum/words-schema.ts';
import type { Course, Of } from '../../program/participant/state.ts';
import { lessonAt } from '../../program/plan/lessons.ts';
import { currentPlan, planBefore } from '../../program/week/current-plan.ts';
import type { PlanView } from '../mail/views.ts';
import { clinicianNote, painByWeek } from '../words/safety.ts';
import { stopSignsInShort } from '../words/stop-signs.ts';
import { answeredLine, missingWords, reasonTexts } from '../words/words.ts';
import { boxesOf, type OptionalLinks } from './boxes.ts';
import { changesOf } from './changes.ts';
import { weekGlance } from './glance.ts';
import { headline, titleOf } from './headline.ts';
import { badDay, doorNumber, nextDoor } from './next-door.ts';
import { reachedIn } from './reached.ts';
import { standingOf } from './standing.ts';

type OnCourse = Of<'active' | 'paused' | 'completed' | 'stopped'>;

const LESSONS_PER_WEEK = 2;
/** A week's lessons in order; fewer once all were sent. */
export function lessonsOfWeek(
  course: Pick<Course, 'lessons'>,
  week: number,
  curriculum: Curriculum,
): readonly Lesson[] {
  const ids = [lessonAt(course.lessons, week, 1), lessonAt(course.lessons, week, 2)];
  return ids.flatMap((id) => curriculum.lessons.filter((lesson) => lesson.id === id));
}

/**
 * The first stands in the plan, the second comes three days later; the lighter rhythm folds both into the
 * plan (docs/architecture.md §8).
 */
function lessonsInPlan(person: OnCourse, course: Course, curriculum: Curriculum): PlanView['lessons'] {
  return lessonsOfWeek(course, course.week, curriculum)
    .slice(0, person.rhythm === 'lighter' ? LESSONS_PER_WEEK : 1)
    .map(({ id, title, brief, action }) => ({ id, title, brief, action }));
}

/** `links` null = shown where links of the optional pages have no place. */
export function planView(
  kind: PlanView['kind'],
  person: OnCourse,
  {
    course,
    curriculum,
    links = null,
  }: { readonly course: Course; readonly curriculum: Curriculum; readonly links?: OptionalLinks | null },
): PlanView {
  const plan = currentPlan(person, course, curriculum);
  const changes = changesOf(planBefore(person, course, curriculum), plan, curriculum);
  const { explained } = course;
  const [first, second, third] = curriculum.painRule.lines;
  return {
    kind,
    outcome: explained.outcome,
    title: titleOf({ plan, changes, code: explained.reasons[0]?.code }),
    headline: headline(changes),
    changes,
    reasons: reasonTexts(curriculum, explained, { country: person.country, week: course.week }),
    answered: answeredLine(explained),
    // Nothing was answered: then it is the answer that is missing, not parts of it.
    missing: explained.rule === 'SILENCE' ? [] : missingWords(missingOf(kind, course)),
    answerUrl: stillOpen(kind, course) ? (links?.openCheckIn ?? null) : null,
    ...(links?.openCheckIn == null || !opensWithList(kind, course)
      ? {}
      : { list: { signs: stopSignsInShort(curriculum), url: `${links.openCheckIn}/done` } }),
    plan,
    glance: weekGlance(plan, person, course, curriculum),
    sessionUrl: links?.session ?? null,
    standing: standingOf(plan, course),
    painByWeek: painByWeek(course),
    reached: reachedIn(course, curriculum),
    physio: explained.physio,
    note: explained.physio
      ? clinicianNote(curriculum, course, [], 'nothing; a look by a physiotherapist is advised')
      : [],
    lessons: lessonsInPlan(person, course, curriculum),
    boxes: boxesOf({ kind, person, course, curriculum, links }),
    nextDoor: nextDoor(
      plan,
      course,
      curriculum,
      localDate(addLocalDays(course.nextPlanAt, -1, person.timeZone), person.timeZone),
    ),
    doorNumber: doorNumber(plan, course, curriculum),
    badDay: badDay(plan, curriculum),
    painRule: [first ?? '', second ?? '', third ?? ''],
    nextMorningRule: curriculum.painRule.nextMorning,
    checkInOn: dayInWords(addLocalDays(course.nextPlanAt, -1, person.timeZone), person.timeZone),
    nextPlanOn: dayInWords(course.nextPlanAt, person.timeZone),
    stopSigns: stopSignsInShort(curriculum),
  };
}

/** Words that nobody could read stand beside the answer behind this plan. */
const opensWithList = (kind: PlanView['kind'], { asked, week }: Course): boolean =>
  kind !== 'start' && asked?.week === week - 1 && asked.unread !== undefined;
/** The list that a plan opens with is not asked for twice. */
const missingOf = (kind: PlanView['kind'], course: Course): readonly string[] =>
  opensWithList(kind, course)
    ? course.explained.missing.filter((field) => field !== 'redFlags')
    : course.explained.missing;

/** A tap that was never saved, or a number alone: the question behind this plan waits for the rest. */
const stillOpen = (kind: PlanView['kind'], course: Course): boolean =>
  kind !== 'start' &&
  course.asked !== null &&
  course.asked.week === course.week - 1 &&
  (course.asked.answer === null || missingOf(kind, course).length > 0);

export type { OnCourse };
