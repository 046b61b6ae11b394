/**
 * Coming back after a stop: a fresh proof of the address, a clinician's word, the safety page again, and a
 * gentle first week (docs/clinical-rules.md §9.5).
 */
import { seenSigns } from '../adapt/since.ts';
import { SINCE_SIGNS } from '../answers/intake.ts';
import { isLocalDate, localDate, nextSlot } from '../calendar.ts';
import { levelAt } from '../course/tracks.ts';
import type { Cap, Finding, FindingCode, Stop, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { dropOwed, type NewMail, owe } from '../mails/owed.ts';
import type { CommandOf, RefusalCode } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf } from '../participant/events.ts';
import { STOP_KINDS } from '../participant/mail-kinds.ts';
import { mailName } from '../participant/occasion.ts';
import type { Course, Of, Participant } from '../participant/state.ts';
import { type Triage, triageSafety } from '../triage/triage.ts';
import { openWeek } from '../week/open-week.ts';
import { stopOn } from '../week/stop.ts';
import { freshFor } from './fresh-link.ts';

/** Stops that a physiotherapist's word ends; all others need a doctor (docs/contract.md §2, `/fresh`). */
export const PHYSIO_ENDS: readonly FindingCode[] = ['TR-D3', 'AD-03', 'MD-2', 'TR-P1', 'TR-P2', 'TR-P3'];
/** Caps that last until a clinician has seen the leg (TR-P1). */
const SEEN_LIFTS: readonly Cap[] = ['thirdStrain', 'longPain', 'noSingleRaise', 'oneSingleRaise'];
/** The first plan after a return runs at least this long. */
const MIN_DAYS = 5;
/** docs/clinical-rules.md §9.5: back at LV−2, not under LV1. */
const LEVELS_BACK = 2;

/** May this person ask for the link: stopped, or held by a cap that a clinician's look would lift. */
export const mayReturn = (state: Participant): state is Of<'stopped' | 'active'> =>
  state.status === 'stopped' ||
  (state.status === 'active' && state.course.baseline.caps.some((cap) => SEEN_LIFTS.includes(cap)));

/** Whether the clinician's word is enough for what stopped the course; null = it is. */
export function wordMissing(
  findings: Stop['findings'],
  { seenBy, said }: Pick<CommandOf<'Return'>, 'seenBy' | 'said'>,
): RefusalCode | null {
  if (seenBy === 'nobody' || said !== 'okToLoad') return 'not-seen-yet';
  if (seenBy === 'doctor') return null;
  const physioWouldDo = findings.every((f) => PHYSIO_ENDS.includes(f.code));
  if (!physioWouldDo) return 'needs-doctor';
  return seenBy === 'physio' ? null : 'needs-clinician';
}

/**
 * A stopped person comes back. Refuses `nothing-to-return-from` and `expired`; whether the stop may end is
 * decided by who was seen and what they said (docs/contract.md §2, `/fresh`).
 */
export function returnAfterStop(
  command: CommandOf<'Return'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  if (!mayReturn(state)) return refuse('nothing-to-return-from');
  if (!freshFor(state, 'return', command.at)) return refuse('expired');
  const cleared = clearedBy(state, command);
  const again = triageSafety(command.safety, cleared);
  const week = state.course?.week ?? 0;
  if (again.route !== 'eligible') return ok(stopOn(state, command.at, again, { from: 'return', week }));
  if (state.status === 'active' && command.seenBy !== 'nobody' && command.said !== 'okToLoad')
    return ok(stopOn(state, command.at, saidWait(state.course.baseline), { from: 'return', week }));
  const missing = wordMissing(state.status === 'stopped' ? state.stop.findings : [], command);
  if (missing !== null) return refuse(missing);
  const { seenBy, seenOn } = command;
  if (seenBy === 'nobody' || seenOn === null || !seenInTime(state, seenOn, command.at))
    return refuse('seen-on-invalid');
  const caps = (state.course?.baseline.caps ?? []).filter((cap) => !SEEN_LIFTS.includes(cap));
  const base: Omit<EventOf<'Cleared'>, 'course'> = {
    type: 'Cleared',
    at: command.at,
    seenBy,
    seenOn,
    cleared,
    caps,
  };
  if (state.status === 'active' || state.course === null)
    return ok([...dropOwed(state, 'cleared', (m) => STOP_KINDS.includes(m.kind)), { ...base, course: null }]);
  const seen = { at: command.at, seenBy, seenOn };
  const { course, mails } = gentleWeek(state, withCaps(state.course, caps), seen, curriculum);
  return ok([...dropOwed(state, 'cleared', () => true), { ...base, course }, owe(mails)]);
}

/** Seen since the stop and not in the future. */
function seenInTime(state: Of<'stopped' | 'active'>, seenOn: string, at: Instant): boolean {
  const [from, to] = seenRange(state, at);
  return isLocalDate(seenOn) && seenOn >= from && seenOn <= to;
}
/** The dates a visit may have been on: from the day of the stop to today. */
export function seenRange(state: Of<'stopped' | 'active'>, at: Instant): readonly [string, string] {
  const since = state.status === 'stopped' ? state.stop.at : state.course.startedAt;
  return [localDate(since, state.timeZone), localDate(at, state.timeZone)];
}

/**
 * A limit that lasts until somebody has looked, and the one who looked said wait, or not this: the course
 * waits as well (docs/clinical-rules.md §12 A10).
 */
const WAITS_FOR: Readonly<Partial<Record<Cap, Omit<Finding, 'route'>>>> = {
  thirdStrain: { code: 'TR-P1', answer: 'strainLast12m.3+' },
  longPain: { code: 'TR-P1', answer: 'onsetDate.over6weeks' },
  noSingleRaise: { code: 'TR-P3', answer: 'singleLegRaise.cannotEither' },
  oneSingleRaise: { code: 'TR-P3', answer: 'singleLegRaise.cannotEither' },
};
const saidWait = ({ caps }: Course['baseline']): Pick<Triage, 'route' | 'findings'> => ({
  route: 'wait',
  findings: caps
    .flatMap((cap) => WAITS_FOR[cap] ?? [])
    .map((finding): Finding => ({ ...finding, route: 'wait' })),
});

/**
 * What stopped the course and was not a red flag, the conditions known already, and a journey, an operation
 * or a new medicine that was ticked before the leg was seen: a clinician has just looked at these. Any other
 * red flag is answered afresh.
 */
function clearedBy(state: Of<'stopped' | 'active'>, command: CommandOf<'Return'>): readonly string[] {
  const { safety, seenBy, seenOn } = command;
  const stopped = state.status === 'stopped' ? state.stop.findings.map((f) => f.answer) : [];
  const known = state.course?.baseline.conditions ?? [];
  const conditions = safety.conditions
    .filter((c) => stopped.includes(`conditions.${c}`) || known.includes(c))
    .map((c) => `conditions.${c}`);
  const isSeen = seenBy !== 'nobody' && seenOn !== null && seenInTime(state, seenOn, command.at);
  const seen = isSeen && state.course !== null ? seenSigns(state.course, seenOn) : [];
  const ticks = SINCE_SIGNS.map((sign) => ({ sign, answer: `redFlags.${sign}` }))
    .filter(({ sign, answer }) => isSeen && (stopped.includes(answer) || seen.includes(sign)))
    .map(({ answer }) => answer);
  return [
    ...new Set([...stopped.filter((answer) => !answer.startsWith('redFlags.')), ...conditions, ...ticks]),
  ];
}

const withCaps = (course: Course, caps: readonly Cap[]): Course => ({
  ...course,
  baseline: { ...course.baseline, caps },
});

/** LV = max(LV1, old − 2), walks only, and nothing moves up whatever the first answer says. */
function gentleWeek(
  state: Of<'stopped'>,
  course: Course,
  { at, seenBy, seenOn }: { readonly at: Instant; readonly seenBy: string; readonly seenOn: string },
  curriculum: Curriculum,
): { readonly course: NonNullable<EventOf<'Cleared'>['course']>; readonly mails: readonly NewMail[] } {
  const week = course.week + 1;
  const tracks = gentleTracks(course.tracks);
  const { facts, mails } = openWeek(
    state,
    {
      week,
      tracks,
      baseline: course.baseline,
      at,
      nextPlanAt: nextSlot(addMinutes(at, MIN_DAYS * MINUTES_PER_DAY), state),
      closing: course,
      sent: course.lessons,
      plan: { ...mailName({ kind: 'plan', week }), due: at, byPerson: true },
    },
    curriculum,
  );
  const explained: Course['explained'] = {
    outcome: 'HOLD',
    rule: 'START',
    reasons: [
      { code: 'returned', params: { level: `LV${tracks.level}`, stage: tracks.stage, seenBy, seenOn } },
    ],
    physio: false,
    missing: [],
    average: null,
    worst: null,
    previousAverage: null,
  };
  return { course: { week, tracks, explained, ...facts }, mails };
}

/** The tracks of the first week back after a stop (docs/clinical-rules.md §9.5). */
export function gentleTracks(tracks: Tracks): Tracks {
  const level = levelAt(Math.min(tracks.level, Math.max(1, tracks.level - LEVELS_BACK)));
  return {
    ...tracks,
    level,
    weeksAtLevel: 1,
    stage: 'R0',
    weeksAtStage: 1,
    longestRun: null,
    rkRegressions: 0,
    footCoreEased: true,
    daysOffRunning: false,
  };
}
