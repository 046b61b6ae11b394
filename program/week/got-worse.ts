/**
 * "My calf got worse", on any day, from any mail or page (docs/clinical-rules.md §9.5 MD-8): red flags first,
 * then rest and one step down.
 */
import { flared } from '../adapt/choices.ts';
import { relapse } from '../aftercare/relapse.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { localDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes } from '../kernel/time.ts';
import { newMail, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import { inMaintenance } from '../participant/open-question.ts';
import type { Of, Participant } from '../participant/state.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { sessionsPlanned } from './open-week.ts';
import { stopOn } from './stop.ts';

/** No running and no calf loading for two days (MD-8, S-22). */
export const REST_HOURS = 48;

/**
 * A stop at once where the answers ask for it, whatever the status of the course; otherwise rest and one step
 * down, once a week.
 */
export function reportWorse(
  command: CommandOf<'ReportWorse'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  if (state.status === 'stopped') return refuse('stopped');
  if (state.status !== 'active' && state.status !== 'paused' && state.status !== 'completed')
    return refuse('left');
  const answers = checkInAnswers.parse({
    painAverage: command.painNow,
    painWorst: command.painNow,
    redFlags: command.redFlags,
  });
  const triage = triageCheckIn(answers, state.course.baseline);
  if (triage.route !== 'eligible') {
    return ok(stopOn(state, command.at, triage, { from: 'worse', week: state.course.week }));
  }
  if (state.status === 'active') return ease(command, state, curriculum);
  // In maintenance a bad day is a relapse: weekly plans again (docs/clinical-rules.md §9.11).
  if (inMaintenance(state, command.at))
    return ok(
      relapse(state, command.at, curriculum, {
        by: 'worse',
        sudden: command.sudden === true,
        worst: command.painNow,
      }),
    );
  return refuse(state.status);
}

/**
 * Untold counts as while running, the safer reading, as in the check-in (AD-06). The second report of a week
 * renews the rest, not the step: a bad day told twice is one bad day.
 */
function ease(command: CommandOf<'ReportWorse'>, state: Of<'active'>, curriculum: Curriculum): Decided {
  const { course } = state;
  const { at } = command;
  const tracks =
    course.flaredAt === null
      ? flared(course.tracks, (command.when ?? 'running') === 'running', curriculum)
      : course.tracks;
  const today = localDate(at, state.timeZone);
  const suddenOnset = command.sudden === true ? today : course.baseline.suddenOnset;
  const explained = {
    ...course.explained,
    reasons: [
      { code: 'flare', params: {} } as const,
      ...course.explained.reasons.filter((r) => r.code !== 'flare'),
    ],
  };
  const n = state.counter + 1;
  return ok([
    {
      type: 'FlaredUp',
      at,
      tracks,
      explained,
      sessionsPlanned: sessionsPlanned({ ...course, tracks }, curriculum),
      restUntil: addMinutes(at, REST_HOURS * 60),
      suddenOnset,
    },
    owe([newMail({ kind: 'flare', n }, { due: at, week: course.week, byPerson: true })]),
  ]);
}
