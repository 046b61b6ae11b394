/** The current plan with what changed and why: for `start`, `plan` and `decision`, and for the participant's page. */
import { testsDue } from '../adapt/due.ts';
import { runningBarrier } from '../adapt/gates.ts';
import { addLocalDays, dayInWords, localDate } from '../calendar.ts';
import type { WeekPlan } from '../course/plan.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { fill } from '../curriculum/words.ts';
import { daysBetween } from '../kernel/time.ts';
import type { Course, Of } from '../participant/state.ts';
import { planWeek } from '../plan/plan-week.ts';
import { clinicianNote, painByWeek } from './safety.ts';
import type { PlanView } from './views.ts';
import { answeredLine, changesBetween, headline, missingWords, reasonTexts } from './words.ts';

type OnCourse = Of<'active' | 'paused' | 'completed' | 'stopped'>;

/** The plan of the course's current week, with the tests that its check-in will ask and no other. */
export function currentPlan(person: OnCourse, course: Course, curriculum: Curriculum): WeekPlan {
  const plan = planWeek(
    {
      week: course.week,
      tracks: course.tracks,
      baseline: course.baseline,
      days: course.week === 1 ? course.days : 7,
      previous: course.previous,
      today: localDate(course.openedAt, person.timeZone),
    },
    curriculum,
  );
  const checkInDay = localDate(addLocalDays(course.nextPlanAt, -1, person.timeZone), person.timeZone);
  const open = {
    strength: testsDue(course, curriculum, checkInDay).strength,
    running: runningBarrier(course, checkInDay, curriculum) === null,
  };
  return { ...plan, gates: plan.gates.filter((gate) => open[gate.track]) };
}

/** The two lessons of a week; the first stands in the plan. */
function lessonOf(course: Course, curriculum: Curriculum): PlanView['lesson'] {
  const id = course.lessons[(course.week - 1) * 2] ?? null;
  const lesson = curriculum.lessons.find((l) => l.id === id);
  return lesson === undefined ? null : { id: lesson.id, title: lesson.title, brief: lesson.brief, action: lesson.action };
}

/** Days after an onset in which the ice and heat box is of use (§9.8). */
const ICE_DAYS = 7;

/** Ice and heat within seven days of the onset, and one line on toe room: first week only (§9.8). */
function boxes(course: Course, curriculum: Curriculum, today: string): PlanView['boxes'] {
  if (course.week !== 1) return [];
  const { iceAndHeat, toeRoom } = curriculum.messages;
  const onset = course.baseline.suddenOnset;
  const recent = onset !== null && daysBetween(onset, today) <= ICE_DAYS;
  const ice = recent ? [{ title: iceAndHeat.title, text: iceAndHeat.lines.join(' ') }] : [];
  return [...ice, { title: 'One look at your shoes', text: toeRoom }];
}

export function planView(kind: PlanView['kind'], person: OnCourse, course: Course, curriculum: Curriculum): PlanView {
  const plan = currentPlan(person, course, curriculum);
  const changes = changesBetween(curriculum, course.previous, course.tracks);
  const { explained } = course;
  const [first, second, third] = curriculum.painRule.lines;
  return {
    kind,
    outcome: explained.outcome,
    headline: headline(changes),
    changes,
    reasons: reasonTexts(curriculum, explained),
    answered: answeredLine(explained),
    missing: missingWords(explained.missing),
    plan,
    painByWeek: painByWeek(course),
    physio: explained.physio,
    note: explained.physio ? clinicianNote(curriculum, course, [], 'nothing; a look by a physiotherapist is advised') : [],
    lesson: lessonOf(course, curriculum),
    boxes: boxes(course, curriculum, localDate(course.openedAt, person.timeZone)),
    painRule: [first ?? '', second ?? '', third ?? ''],
    nextMorningRule: curriculum.painRule.nextMorning,
    checkInOn: dayInWords(addLocalDays(course.nextPlanAt, -1, person.timeZone), person.timeZone),
    nextPlanOn: dayInWords(course.nextPlanAt, person.timeZone),
    stopSigns: stopSigns(curriculum),
  };
}

/** The stop signs everybody is shown, every week (§6.6). */
export const stopSigns = (curriculum: Curriculum): readonly string[] =>
  [
    'redFlags.chest',
    'redFlags.numbCold',
    'redFlags.swelling',
    'redFlags.pop',
    'redFlags.walk',
    'redFlags.knee',
    'redFlags.wakes',
    'redFlags.bone',
  ].map((key) => fill(curriculum.safety.answers[key] ?? key, {}));

export type { OnCourse };
