/** The week a question asks about, as it was frozen when the question went out, and what follows from it. */
import type { Opening, WeekDecision } from '../course/types.ts';
import type { Asked, Course, Explained } from '../participant/state.ts';

/** The opening of the asked week, put together from what was frozen when the question went out. */
export const openingOf = (course: Course, asked: Asked): Opening => ({
  week: asked.week,
  tracks: asked.tracks,
  baseline: { ...course.baseline, caps: asked.caps },
  history: course.history.slice(0, asked.historyLength),
  missed: asked.missed,
  sessionsPlanned: asked.sessionsPlanned,
  restriction: asked.restriction,
  previousAverage: asked.previousAverage,
  flared: asked.flared,
  returnedWeek: course.returnedWeek,
  chosen: asked.chosen,
  goalMinutes: asked.goalMinutes,
  race: asked.race,
  fromBreak: asked.fromBreak,
  ...(course.actedIn === asked.week ? { acted: true } : {}),
  ...(course.aftercare?.again == null ? {} : { again: course.aftercare.again }),
});

/** What the mail and the page explain of a decision. */
export const explain = (decision: WeekDecision, previousAverage: number): Explained => ({
  outcome: decision.outcome,
  rule: decision.rule,
  reasons: decision.reasons,
  physio: decision.physio,
  missing: decision.missing,
  average: decision.digest.average,
  worst: decision.digest.worst,
  previousAverage,
});

/**
 * What follows from the asked week, answered or not: where the tracks go and where they stood, why, and what
 * the history keeps of it.
 */
export const weekAfter = (asked: Asked, decision: WeekDecision) => ({
  tracks: decision.tracks,
  previous: asked.tracks,
  explained: explain(decision, asked.previousAverage),
  digest: decision.digest,
  historyLength: asked.historyLength,
});
