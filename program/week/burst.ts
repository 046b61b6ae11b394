/**
 * Answers that come faster than a person gives them: a link checker presses every button of every mail within
 * seconds (docs/architecture.md §9.2). None of them may move anything up. What they moved goes back to where
 * the question found it, never looser than what stands; a stop among them stands. The question stays open,
 * and the person's own answer a minute later counts as if nothing had happened.
 */
import { repeated } from '../adapt/choices.ts';
import { decideSilence } from '../adapt/week.ts';
import type { Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of } from '../participant/state.ts';
import { decisionMail } from './decision-mail.ts';
import { sessionsPlanned } from './open-week.ts';

/**
 * The fifth answer to one question within a minute is a machine's: a person saves a number, the rest, and
 * perhaps corrects it once or twice.
 */
export const BURST_ANSWERS = 5;
export const BURST_MINUTES = 1;

/** Still within the minute of a burst: whatever comes now is part of it, in whichever order it arrives. */
export const inBurst = (asked: Asked, at: Instant): boolean =>
  asked.doubtedAt !== undefined && at < addMinutes(asked.doubtedAt, BURST_MINUTES);

/**
 * The facts of a burst: the flag, the plan held where it had moved, and a mail that says so if the plan is
 * out already.
 */
export function doubt(
  state: Of<'active'>,
  asked: Asked,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course } = state;
  assert(course.week === asked.week + 1, 'an answer that did not stop has opened the next week');
  const held = heldBack(course, asked, curriculum);
  return [{ type: 'AnswersDoubted', at, week: asked.week, held }, ...decisionMail(state, at)];
}

function heldBack(course: Course, asked: Asked, curriculum: Curriculum): EventOf<'AnswersDoubted'>['held'] {
  const eased = course.explained.outcome === 'REGRESS';
  // Nothing of it is believed, so the week counts as unanswered; an easing stands, for the participant may
  // have meant it.
  const { digest } = decideSilence(
    {
      week: asked.week,
      tracks: asked.tracks,
      baseline: course.baseline,
      history: [],
      missed: asked.missed,
      sessionsPlanned: asked.sessionsPlanned,
      restriction: asked.restriction,
      previousAverage: asked.previousAverage,
    },
    curriculum,
  );
  const before = course.history[asked.historyLength];
  const tracks = notServed(course.tracks, asked.tracks);
  const reasons = [
    { code: 'burst', params: {} } as const,
    ...(eased ? course.explained.reasons.filter((r) => r.code !== 'burst') : []),
  ];
  return {
    tracks,
    decided: notServed(course.decided, asked.tracks),
    explained: eased
      ? { ...course.explained, reasons }
      : {
          ...course.explained,
          outcome: 'HOLD',
          rule: 'SILENCE',
          reasons,
          missing: [],
          average: null,
          worst: null,
          previousAverage: null,
        },
    digest: eased && before !== undefined ? before : digest,
    previousAverage: eased ? course.previousAverage : asked.previousAverage,
    sessionsPlanned: sessionsPlanned({ ...course, tracks }, curriculum),
    caps: asked.caps,
  };
}

/**
 * The week of the question once more, no looser than what stands; a doubted week is not a week served at a
 * level.
 */
function notServed(standing: Tracks, opening: Tracks): Tracks {
  const tracks = repeated(standing, opening);
  return {
    ...tracks,
    weeksAtLevel:
      tracks.level === opening.level
        ? Math.min(tracks.weeksAtLevel, opening.weeksAtLevel)
        : tracks.weeksAtLevel,
    weeksAtStage:
      tracks.stage === opening.stage
        ? Math.min(tracks.weeksAtStage, opening.weeksAtStage)
        : tracks.weeksAtStage,
  };
}
