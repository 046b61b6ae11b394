/**
 * The course played forward by its own rules (docs/clinical-rules.md §12 A16): every week calm, done as
 * planned and with its tests passed, but for some weeks that hold. It promises nothing; it says what would
 * happen if.
 */
import { decideWeek } from '../adapt/decide-week.ts';
import { runReference } from '../adapt/inputs.ts';
import { type CheckInAnswers, checkInAnswers } from '../answers/check-in.ts';
import { shiftDate } from '../calendar.ts';
import { levelRow, type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Opening, Tracks, WeekDecision } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';

/** The course is no longer than this (docs/clinical-rules.md §9.11). */
export const WEEKS_AHEAD = 20;

export interface WeekAhead {
  /** Local date on which the plan of the week begins. */
  readonly on: LocalDate;
  readonly tracks: Tracks;
}

export interface Ahead {
  /** The week that runs now, as its question will see it. */
  readonly opening: Opening;
  /** Local date on which its plan began, and on which the next plan is due. */
  readonly began: LocalDate;
  readonly nextPlan: LocalDate;
}

/** More raises than any gate asks for. */
const ENOUGH_RAISES = 25;

/** A calm week that was done as planned; 2 at worst, so that nothing is sped up. */
const calmAnswer = (opening: Opening, numbers: RuleNumbers): CheckInAnswers =>
  checkInAnswers.parse({
    painAverage: 1,
    painWorst: 2,
    nextDay: 'settled',
    sessionsDone: opening.sessionsPlanned,
    longestRunMinutes: runReference(opening, numbers) ?? 0,
    painkillers: 'no',
    redFlags: [],
    gateStrength: 'yes',
    gateRun: 'yes',
    runsDone: 3,
    singleLegRaise: 'fine',
    stiffMinutes: opening.history.findLast((d) => d.stiff !== undefined)?.stiff ?? '0',
    calfSince: 'no',
    raisesSore: ENOUGH_RAISES,
    raisesOther: ENOUGH_RAISES,
  });

const rises = (before: Tracks, after: Tracks): boolean =>
  after.level > before.level ||
  after.stage !== before.stage ||
  (after.longestRun ?? 0) > (before.longestRun ?? 0);

const following = (opening: Opening, decision: WeekDecision, numbers: RuleNumbers): Opening => {
  const { tracks, digest, liftedCaps, addedCaps } = decision;
  const { chosen: _, acted: __, unread: ___, ...kept } = opening;
  const caps = opening.baseline.caps.filter((cap) => !liftedCaps.includes(cap));
  return {
    ...kept,
    week: opening.week + 1,
    tracks,
    baseline: { ...opening.baseline, caps: [...caps, ...addedCaps] },
    history: [...opening.history, digest],
    missed: 0,
    sessionsPlanned: levelRow(numbers, tracks.level).sessionsPerWeek,
    restriction: 'none',
    previousAverage: digest.average ?? opening.previousAverage,
    flared: false,
  };
};

/**
 * The weeks from the one that runs now, first, to `WEEKS_AHEAD` later. `holds` weeks hold for want of
 * sessions, each in place of a week that would have moved something up. Pure; a course that would stop ends
 * the list.
 */
export function playForward(
  { opening, began, nextPlan }: Ahead,
  holds: number,
  numbers: RuleNumbers,
): readonly WeekAhead[] {
  const weeks: WeekAhead[] = [{ on: began, tracks: opening.tracks }];
  let now = opening;
  let left = holds;
  for (let ahead = 0; ahead < WEEKS_AHEAD; ahead++) {
    const on = shiftDate(nextPlan, 7 * ahead);
    const calm = calmAnswer(now, numbers);
    const wished = decideWeek(now, calm, on, numbers);
    const held = left > 0 && rises(now.tracks, wished.tracks);
    const decided = held ? decideWeek(now, { ...calm, sessionsDone: 0 }, on, numbers) : wished;
    if (held) left -= 1;
    if (decided.outcome === 'STOP_DOCTOR' || decided.outcome === 'STOP_EMERGENCY') return weeks;
    weeks.push({ on, tracks: decided.tracks });
    now = following(now, decided, numbers);
  }
  return weeks;
}

/** Minutes of running in the longest session of a week; 0 where none is known. */
export const longestSession = ({ stage, longestRun }: Tracks, numbers: RuleNumbers): number =>
  stage === 'RK' ? (longestRun ?? 0) : (stageRow(numbers, stage)?.totalRunMinutes ?? 0);
