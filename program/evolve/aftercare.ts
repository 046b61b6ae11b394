/** Facts of the maintenance after graduation (docs/clinical-rules.md §9.11). */
import type { EventOf } from '../participant/events.ts';
import type { Course, Of, Participant } from '../participant/state.ts';
import { withShown } from './shown.ts';
import { without } from './stop.ts';

/**
 * The maintenance question opens. What was answered to the one before stays as two numbers, so that the next
 * mail can speak to it.
 */
export function maintenanceAsked(course: Course, { asked }: EventOf<'CheckInOpened'>): Course {
  const { aftercare } = course;
  if (aftercare === undefined) return course;
  const answer = course.asked?.answer ?? null;
  const last =
    aftercare.asked === null
      ? aftercare.last
      : { average: answer?.painAverage ?? null, sessionsDone: answer?.sessionsDone ?? null };
  const weeks = aftercare.weeks + asked.week - course.week;
  return { ...course, asked, week: asked.week, aftercare: { ...aftercare, asked: asked.week, weeks, last } };
}

type WeekFacts = EventOf<'Progressed' | 'Held' | 'Regressed' | 'WeekUnanswered' | 'Relapsed'>;
/** What every new week brings along, however it came about. */
export const newWeek = (event: WeekFacts) => ({
  week: event.week,
  openedAt: event.openedAt,
  nextPlanAt: event.nextPlanAt,
  days: event.days,
  sessionsPlanned: event.sessionsPlanned,
  tracks: event.tracks,
  decided: event.tracks,
  previous: event.previous,
  choice: null,
  missed: event.missed,
  explained: event.explained,
  lessons: event.lessons,
});

/**
 * Weekly plans again. The question that was answered stays to be shown; it is closed, for its week is over.
 */
export function backToWeeks(state: Of<'completed'>, event: EventOf<'Relapsed'>): Participant {
  const { course } = state;
  const next: Course = {
    ...course,
    ...newWeek(event),
    ...withShown(course, event),
    restriction: event.by === 'worse' ? 'noProgress' : 'noAcceleration',
    flaredAt: event.by === 'worse' ? event.at : null,
    previousAverage: event.digest.average ?? course.previousAverage,
    history: [...course.history.slice(0, event.historyLength), event.digest],
    planOut: false,
    decisionsSent: 0,
    baseline: { ...course.baseline, caps: event.caps, suddenOnset: event.suddenOnset },
    aftercare: event.aftercare,
  };
  return { ...without(without(state, 'completedAt'), 'ending'), status: 'active', course: next };
}

/** Back from a break taken in maintenance: into maintenance. */
export const backToMaintenance = (state: Of<'paused'>): Participant => {
  const { aftercare } = state.course;
  return aftercare === undefined
    ? state
    : {
        ...without(state, 'pause'),
        status: 'completed',
        completedAt: aftercare.graduatedAt,
        ending: 'graduated',
      };
};
