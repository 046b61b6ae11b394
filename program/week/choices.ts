/**
 * The runner's own easier week or repeat (docs/architecture.md §5): a choice is never looser than what was
 * decided.
 */
import { eased, repeated } from '../adapt/eased-tracks.ts';
import { levelName, sameTracks } from '../course/tracks.ts';
import type { Reason } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { evolve } from '../evolve/evolve.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf } from '../participant/events.ts';
import { wordsWait } from '../participant/open-question.ts';
import type { Participant } from '../participant/state.ts';
import { currentPlan, newlyShown } from './current-plan.ts';
import { decisionMail } from './decision-mail.ts';
import { sessionsPlanned } from './open-week.ts';

/**
 * "Too hard" or "repeat last week": always allowed, never looser than what was decided; choosing twice is
 * choosing once (docs/architecture.md §5).
 */
export function choose(command: CommandOf<'Choose'>, state: Participant, curriculum: Curriculum): Decided {
  if (state.status !== 'active')
    return refuse(
      state.status === 'paused' || state.status === 'stopped' || state.status === 'completed'
        ? state.status
        : 'left',
    );
  const { course } = state;
  if (course.choice === command.choice || course.choice === 'easier') return ok([]);
  const tracks =
    command.choice === 'easier'
      ? eased(course.decided, curriculum)
      : repeated(course.decided, course.previous ?? course.decided);
  // Nothing a reader of the plan could see: the choice still counts for the weeks to come
  // (docs/clinical-rules.md §12 A18).
  const same = sameTracks(tracks, course.tracks);
  const said: Reason =
    command.choice === 'repeat'
      ? { code: 'chose-repeat', params: {} }
      : same
        ? { code: 'floor-reached', params: { level: levelName(tracks.level) } }
        : { code: 'chose-easier', params: {} };
  const reasons = [said, ...course.explained.reasons.filter((r) => r.code !== said.code)];
  const sessions = sessionsPlanned({ ...course, tracks }, curriculum);
  const chose: EventOf<'Chose'> = {
    type: 'Chose',
    at: command.at,
    choice: command.choice,
    tracks,
    explained: { ...course.explained, reasons },
    sessionsPlanned: sessions,
    ...newlyShown(state, course, curriculum),
  };
  const unseen = same && testsOf(evolve(state, chose), curriculum) === testsOf(state, curriculum);
  return ok([chose, ...(unseen || wordsWait(course) ? [] : decisionMail(state, command.at))]);
}

/**
 * The tests that a plan names: an easier week forgets a test passed before it (docs/clinical-rules.md §12
 * A23), so that its check-in asks again, and a plan has to say so.
 */
const testsOf = (state: Participant, curriculum: Curriculum): string =>
  state.status === 'active'
    ? currentPlan(state, state.course, curriculum)
        .gates.map(({ gate }) => gate)
        .join()
    : '';
