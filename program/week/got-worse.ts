/**
 * "My calf got worse", on any day, from any mail or page (docs/clinical-rules.md §9.5 MD-8): red flags first,
 * then rest and one step down.
 */
import { flared, isUnproved, unproved } from '../adapt/eased-tracks.ts';
import { beforeOf } from '../adapt/since.ts';
import { relapse } from '../aftercare/relapse.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { localDate } from '../calendar.ts';
import { cappedReason } from '../course/tracks.ts';
import type { Cap, Finding } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type LocalDate } from '../kernel/time.ts';
import { REST_HOURS } from '../layout/week-frame.ts';
import { newMail, owe } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import { inMaintenance } from '../participant/open-question.ts';
import type { Course, Of, Participant } from '../participant/state.ts';
import { triageWorse } from '../triage/triage.ts';
import { newlyShown } from './current-plan.ts';
import { sessionsPlanned } from './open-week.ts';
import { stopOn } from './stop.ts';

const UNPROVED = cappedReason(['unprovedRaise']).code;

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
    // Worse is the answer to the question of what changed since (docs/clinical-rules.md §12 A1).
    calfSince: 'yes',
    redFlags: command.redFlags,
  });
  const { sudden, singleLegRaise = null } = command;
  const today = localDate(command.at, state.timeZone);
  const triage = triageWorse(answers, { sudden, singleLegRaise }, knownOf(state.course, today));
  if (triage.route !== 'eligible') {
    const findings = numberOnce(triage.findings, command.painNow);
    return ok(stopOn(state, command.at, { ...triage, findings }, { from: 'worse', week: state.course.week }));
  }
  if (state.status === 'active') return ease(command, state, curriculum);
  // In maintenance a bad day is a relapse: weekly plans again (docs/clinical-rules.md §9.11).
  if (inMaintenance(state, command.at))
    return ok(
      relapse(state, command.at, curriculum, {
        by: 'worse',
        sudden: command.sudden === true,
        worst: command.painNow,
        unproved: isUnproved(singleLegRaise, sudden),
      }),
    );
  return refuse(state.status);
}

/**
 * One number was told, of one moment or one session: it is said back as that, and never as the average and
 * the worst pain of a week.
 */
const numberOnce = (findings: readonly Finding[], pain: number): readonly Finding[] => {
  const isNumber = ({ answer }: Finding): boolean => /^pain(?:Average|Worst)\./.test(answer);
  const first = findings.findIndex(isNumber);
  return findings.flatMap((finding, i) =>
    !isNumber(finding) ? [finding] : i === first ? [{ ...finding, answer: `painNow.${pain}` }] : [],
  );
};

/** What a report of worse is held against: the last answer, and ticks that still count. */
const knownOf = (course: Course, today: LocalDate) => ({
  ...course.baseline,
  before: beforeOf(course, today),
});

/**
 * Untold counts as while running, the safer reading, as in the check-in (AD-06). The second report of a week
 * renews the rest, not the step: a bad day told twice is one bad day.
 */
function ease(command: CommandOf<'ReportWorse'>, state: Of<'active'>, curriculum: Curriculum): Decided {
  const { course } = state;
  const { at } = command;
  const once =
    course.flaredAt === null
      ? flared(course.tracks, (command.when ?? 'running') === 'running', curriculum)
      : course.tracks;
  const waits = isUnproved(command.singleLegRaise, command.sudden);
  const tracks = waits ? unproved(once) : once;
  const caps: readonly Cap[] = waits
    ? [...course.baseline.caps.filter((cap) => cap !== 'unprovedRaise'), 'unprovedRaise']
    : course.baseline.caps;
  const today = localDate(at, state.timeZone);
  const suddenOnset = command.sudden === true ? today : course.baseline.suddenOnset;
  const explained = {
    ...course.explained,
    reasons: [
      { code: 'flare', params: { pain: command.painNow } } as const,
      ...(waits ? [cappedReason(['unprovedRaise'])] : []),
      ...course.explained.reasons.filter((r) => r.code !== 'flare' && r.code !== UNPROVED),
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
      ...(waits ? { caps } : {}),
      ...newlyShown(state, course, curriculum),
    },
    owe([newMail({ kind: 'flare', n }, { due: at, week: course.week, byPerson: true })]),
  ]);
}
