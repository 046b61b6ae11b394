/**
 * Answers that come faster than a person gives them: a link checker presses every button of every mail within
 * seconds (docs/architecture.md §9.2). None of them may move anything up. What they moved goes back to where
 * the question found it, never looser than what stands; a stop among them stands. The question stays open,
 * and the person's own answer a minute later counts as if nothing had happened.
 */
import { decideSilence } from '../adapt/decide-week.ts';
import { easierOf, repeated } from '../adapt/eased-tracks.ts';
import type { Tracks, WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of } from '../participant/state.ts';
import { explain } from './asked-week.ts';
import { newlyShown } from './current-plan.ts';
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

/** An answer of a burst: when, to what, and the easing in it that what stands does not have yet, if any. */
interface Doubted {
  readonly asked: Asked;
  readonly careful: WeekDecision | null;
  readonly at: Instant;
}

/**
 * The facts of a burst: the flag, the plan held where it had moved, eased where one of the answers eases, and
 * a mail that says so if the plan is out already.
 */
export function doubt(
  state: Of<'active'>,
  { asked, careful, at }: Doubted,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  assert(state.course.week === asked.week + 1, 'an answer that did not stop has opened the next week');
  const course = careful === null ? state.course : easedBy(state.course, asked, careful);
  const held = heldBack(course, asked, curriculum);
  const shown = newlyShown(state, course, curriculum);
  return [{ type: 'AnswersDoubted', at, week: asked.week, held, ...shown }, ...decisionMail(state, at)];
}

/** The course as if the easing stood: it may be the person's own answer among those of a machine. */
const easedBy = (course: Course, asked: Asked, careful: WeekDecision): Course => ({
  ...course,
  tracks: easierOf(course.tracks, careful.tracks),
  decided: careful.tracks,
  explained: explain(careful, asked.previousAverage),
  history: [...course.history.slice(0, asked.historyLength), careful.digest],
});

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
    { code: 'burst', params: { answers: BURST_ANSWERS } } as const,
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
