/**
 * Coming back after a stop: a fresh proof of the address, a clinician's word, the safety page again, and a
 * gentle first week (docs/clinical-rules.md §9.5).
 */
import { isLocalDate, localDate, localDaysBetween, nextSlot } from '../calendar.ts';
import { levelAt, type RuleNumbers } from '../course/tracks.ts';
import type { Cap, FindingCode, Stop, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { checkInMail, dropOwed, owe, stopOn } from '../mails/owed.ts';
import type { CommandOf, RefusalCode } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf } from '../participant/events.ts';
import type { Course, Of, Participant } from '../participant/state.ts';
import { withLessons } from '../plan/lessons.ts';
import { sessionsOf } from '../plan/plan-week.ts';
import { triageSafety } from '../triage/triage.ts';
import { freshFor } from './fresh-link.ts';
import { relevanceOf } from './optional-pages.ts';

/** Stops that a physiotherapist's word ends; all others need a doctor (docs/contract.md §2, `/fresh`). */
export const PHYSIO_ENDS: readonly FindingCode[] = ['TR-D3', 'AD-03', 'MD-2', 'TR-P2'];
/** Caps that last until a clinician has seen the leg (TR-P1). */
const SEEN_LIFTS: readonly Cap[] = ['thirdStrain', 'longPain'];
const DAY = 24 * 60;
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

export function returnAfterStop(
  command: CommandOf<'Return'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  if (!mayReturn(state)) return refuse('nothing-to-return-from');
  if (!freshFor(state, 'return', command.at)) return refuse('expired');
  const again = triageSafety(command.safety, clearedBy(state, command.safety));
  if (again.route !== 'eligible') {
    return ok(stopOn(state, command.at, again, { from: 'return', week: state.course?.week ?? 0 }));
  }
  const missing = wordMissing(state.status === 'stopped' ? state.stop.findings : [], command);
  if (missing !== null) return refuse(missing);
  const { seenBy, seenOn } = command;
  if (seenBy === 'nobody' || seenOn === null || !seenInTime(state, seenOn, command.at))
    return refuse('seen-on-invalid');
  const caps = (state.course?.baseline.caps ?? []).filter((cap) => !SEEN_LIFTS.includes(cap));
  const cleared = clearedBy(state, command.safety);
  const base: Omit<EventOf<'Cleared'>, 'course'> = {
    type: 'Cleared',
    at: command.at,
    seenBy,
    seenOn,
    cleared,
    caps,
  };
  if (state.status === 'active' || state.course === null)
    return ok([...dropOwed(state, 'cleared', (m) => m.kind === 'clearance'), { ...base, course: null }]);
  const course = gentleWeek(state, state.course, caps, command.at, curriculum);
  return ok([
    ...dropOwed(state, 'cleared', () => true),
    { ...base, course },
    owe([
      { occasion: `w${course.week}-plan`, kind: 'plan', due: command.at, week: course.week, byPerson: true },
      checkInMail(course.week, course.nextPlanAt, state.timeZone),
    ]),
  ]);
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
 * What stopped the course and was not a red flag, and the conditions known already: a clinician has just
 * looked at these.
 */
function clearedBy(
  state: Of<'stopped' | 'active'>,
  safety: CommandOf<'Return'>['safety'],
): readonly string[] {
  const stopped = state.status === 'stopped' ? state.stop.findings.map((f) => f.answer) : [];
  const known = state.course?.baseline.conditions ?? [];
  const conditions = safety.conditions
    .filter((c) => stopped.includes(`conditions.${c}`) || known.includes(c))
    .map((c) => `conditions.${c}`);
  return [...new Set([...stopped.filter((answer) => !answer.startsWith('redFlags.')), ...conditions])];
}

/** LV = max(LV1, old − 2), walks only, and nothing moves up whatever the first answer says. */
function gentleWeek(
  state: Of<'stopped'>,
  course: Course,
  caps: readonly Cap[],
  at: Instant,
  curriculum: Curriculum,
): NonNullable<EventOf<'Cleared'>['course']> {
  const week = course.week + 1;
  const tracks = gentleTracks(course.tracks, curriculum);
  const nextPlanAt = nextSlot(addMinutes(at, MIN_DAYS * DAY), {
    weekday: state.weekday,
    hour: state.hour,
    timeZone: state.timeZone,
  });
  const baseline = { ...course.baseline, caps };
  const today = localDate(at, state.timeZone);
  const sessionsPlanned = sessionsOf({ week, tracks, days: 7 }, curriculum);
  const relevance = relevanceOf(state, baseline, tracks.stage, curriculum);
  const lessons = withLessons(week, { tracks, baseline, sent: course.lessons, today, relevance }, curriculum);
  const explained: Course['explained'] = {
    outcome: 'HOLD',
    rule: 'START',
    reasons: [{ code: 'returned', params: { level: `LV${tracks.level}`, stage: tracks.stage } }],
    physio: false,
    missing: [],
    average: null,
    worst: null,
    previousAverage: null,
  };
  return {
    week,
    tracks,
    explained,
    nextPlanAt,
    days: localDaysBetween(at, nextPlanAt, state.timeZone),
    sessionsPlanned,
    lessons,
  };
}

export function gentleTracks(tracks: Tracks, _numbers: RuleNumbers): Tracks {
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
