/**
 * The one layout of a week: which day what (docs/clinical-rules.md §12 A26). Mail, page, calendar and print all
 * read this. It comes of the doses, the rules and what the person moved; pure, in local dates alone, so that
 * no change of the clocks reaches it.
 */
import { shiftDate } from '../calendar.ts';
import type { WeekPlan } from '../course/plan.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import type { DayLog } from '../participant/day-log.ts';
import { evenly, placeDays } from './place.ts';
import { bit, brokenRule, type Days, daysIn, has, type LayoutRule, type Needs } from './rules.ts';
import {
  hasRuns,
  runsOf,
  SESSION_KINDS,
  type SessionId,
  type SessionKind,
  sessionId,
  sessionOf,
  stretchDaysOf,
} from './sessions.ts';

/** From here on days without loading lie between (docs/clinical-rules.md §2.9). */
const SPACED_LEVEL = 4;

/** The days a week may use; made by `weekFrame`. */
export interface WeekFrame {
  readonly first: LocalDate;
  readonly days: number;
  /** No running on so many days at its beginning (S-22), or after a week that ran to its last day. */
  readonly noRunFirst: number;
  /** A week that begins with days off running may run on its last day; the next one then begins a day later. */
  readonly lastDayFree: boolean;
  /** The first day is free of strength as well. */
  readonly noStrengthFirst: number;
  /** Local dates without strength: around a race (docs/clinical-rules.md §12 A16). Absent = none. */
  readonly noStrength?: readonly LocalDate[];
  /** Local dates without running and calf loading (MD-8, docs/clinical-rules.md §12 A25). */
  readonly rest: readonly LocalDate[];
}

export interface PlacedSession {
  readonly id: SessionId;
  readonly kind: SessionKind;
  readonly date: LocalDate;
}
export interface WeekLayout {
  readonly first: LocalDate;
  readonly days: number;
  /** By date; within a day in the order it is done (L3). */
  readonly sessions: readonly PlacedSession[];
  /** Found no day: after rest, or in a week too short for them. */
  readonly dropped: readonly SessionId[];
  readonly rest: readonly LocalDate[];
}

/** Session → its day from 0. Feet have no day of their own (L5). */
type Assigned = Readonly<Record<SessionId, number>>;

const maskOf = (dates: readonly LocalDate[], { first, days }: WeekFrame): number =>
  dates
    .map((date) => daysBetween(first, date))
    .filter((day) => day >= 0 && day < days)
    .reduce((all, day) => all | bit(day), 0);
const firstDays = (count: number): number => bit(count) - 1;

function needsOf(plan: WeekPlan, frame: WeekFrame): Needs {
  return {
    days: frame.days,
    runs: runsOf(plan),
    strength: plan.sessions,
    walks: !hasRuns(plan),
    spaced: plan.level >= SPACED_LEVEL,
    noRun: hasRuns(plan) ? firstDays(frame.noRunFirst) : 0,
    noStrength:
      (plan.level >= SPACED_LEVEL ? firstDays(frame.noStrengthFirst) : 0) |
      maskOf(frame.noStrength ?? [], frame),
    lastDayFree: frame.lastDayFree,
    lastDayUnloaded: plan.level >= SPACED_LEVEL - 1,
  };
}

const numbered = (kind: SessionKind, days: number): readonly (readonly [SessionId, number])[] =>
  daysIn(days).map((day, i) => [sessionId(kind, i + 1), day] as const);

function placed(plan: WeekPlan, needs: Needs): Assigned {
  const days = placeDays(needs);
  return Object.fromEntries([
    ...numbered('run', days.run),
    ...numbered('strength', days.strength),
    ...numbered('stretches', evenly(Math.min(stretchDaysOf(plan), needs.days), needs.days)),
  ]);
}

const daysOf = (assigned: Assigned): Days => {
  const of = (kind: SessionKind): number =>
    Object.entries(assigned)
      .filter(([id]) => sessionOf(id).kind === kind)
      .reduce((all, [, day]) => all | bit(day), 0);
  return { run: of('run'), strength: of('strength') };
};
/** Two of a kind on a day are one too many. */
const taken = (assigned: Assigned, id: SessionId, day: number): boolean =>
  Object.entries(assigned).some(
    ([other, at]) => other !== id && at === day && sessionOf(other).kind === sessionOf(id).kind,
  );
const isLegal = (assigned: Assigned, needs: Needs): boolean =>
  brokenRule(daysOf(assigned), needs) === null &&
  Object.entries(assigned).every(([id, day]) => !taken(assigned, id, day));

/** All moves together if they go, else one after the other as far as they go: what was moved stays a wish. */
function moved(assigned: Assigned, log: DayLog | null, frame: WeekFrame, needs: Needs): Assigned {
  const moves = (log?.moves ?? [])
    .map(([id, date]) => [id, daysBetween(frame.first, date)] as const)
    .filter(([id, day]) => id in assigned && day >= 0 && day < frame.days);
  const whole = { ...assigned, ...Object.fromEntries(moves) };
  if (isLegal(whole, needs)) return whole;
  let now = assigned;
  for (const [id, day] of moves) {
    const next = { ...now, [id]: day };
    if (isLegal(next, needs)) now = next;
  }
  return now;
}

const loads = (id: SessionId): boolean => sessionOf(id).kind === 'run' || sessionOf(id).kind === 'strength';

/**
 * What lies on days of rest, or is crowded by them, goes to the first day after them on which it breaks no
 * rule, runs first; what finds none is dropped. A session that was logged stays where it is.
 */
function afterRest(
  assigned: Assigned,
  frame: WeekFrame,
  needs: Needs,
  logged: readonly SessionId[],
): Assigned {
  const rest = maskOf(frame.rest, frame);
  if (rest === 0) return assigned;
  const displaced = Object.entries(assigned).filter(
    ([id, day]) => has(rest, day) && loads(id) && !logged.includes(id),
  );
  const staying = Object.fromEntries(
    Object.entries(assigned).filter(([id]) => !displaced.some(([other]) => other === id)),
  );
  const order = [...displaced].sort(
    ([a], [b]) => SESSION_KINDS.indexOf(sessionOf(a).kind) - SESSION_KINDS.indexOf(sessionOf(b).kind),
  );
  let now: Assigned = staying;
  for (const [id, from] of order) {
    const at = now;
    const day = Array.from({ length: frame.days }, (_, i) => i).find(
      (d) => d > from && !has(rest, d) && isLegal({ ...at, [id]: d }, needs),
    );
    if (day !== undefined) now = { ...now, [id]: day };
  }
  return now;
}

function arranged(plan: WeekPlan, frame: WeekFrame, log: DayLog | null): Assigned {
  const needs = needsOf(plan, frame);
  const wished = moved(placed(plan, needs), log, frame, needs);
  return afterRest(wished, frame, needs, Object.keys(log?.sessions ?? {}));
}

/** Feet on strength days, as many as there is strength (L5). */
const withFeet = (plan: WeekPlan, assigned: Assigned): Assigned =>
  plan.footCoreMoves.length === 0
    ? assigned
    : {
        ...assigned,
        ...Object.fromEntries(
          Object.entries(assigned)
            .filter(([id]) => sessionOf(id).kind === 'strength')
            .map(([id, day]) => [sessionId('feet', sessionOf(id).number), day]),
        ),
      };

/** Every session the doses ask for. */
const wanted = (plan: WeekPlan): readonly SessionId[] => {
  const ids = (kind: SessionKind, count: number): readonly SessionId[] =>
    Array.from({ length: count }, (_, i) => sessionId(kind, i + 1));
  return [...ids('run', runsOf(plan)), ...ids('strength', plan.sessions)];
};

/**
 * The week as it stands. `log` null = as it was when the plan left. The property tests hold it to every rule,
 * whatever was moved, in weeks of every length.
 */
export function layoutOf(plan: WeekPlan, frame: WeekFrame, log: DayLog | null): WeekLayout {
  const assigned = withFeet(plan, arranged(plan, frame, log));
  const order = (id: SessionId): number => SESSION_KINDS.indexOf(sessionOf(id).kind);
  const sessions = Object.entries(assigned)
    .sort(([a, x], [b, y]) => x - y || order(a) - order(b) || sessionOf(a).number - sessionOf(b).number)
    .map(([id, day]) => ({ id, kind: sessionOf(id).kind, date: shiftDate(frame.first, day) }));
  return {
    first: frame.first,
    days: frame.days,
    sessions,
    dropped: wanted(plan).filter((id) => !(id in assigned)),
    rest: frame.rest,
  };
}

/** Why a session stays where it is; each has a sentence of its own. */
export const MOVE_REFUSALS = [
  'L1',
  'L2',
  'L4',
  'L5',
  'L6',
  'lastDay',
  'closed',
  'rest',
  'taken',
  'over',
  'logged',
  'outside',
  'unknown',
] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];

/**
 * May session `id` go to `date`? Null = yes. `today` = the person's local date: what is over is over.
 */
export function whyNotMove(
  {
    plan,
    frame,
    log,
    today,
  }: {
    readonly plan: WeekPlan;
    readonly frame: WeekFrame;
    readonly log: DayLog | null;
    readonly today: LocalDate;
  },
  id: SessionId,
  date: LocalDate,
): MoveRefusal | null {
  if (sessionOf(id).kind === 'feet') return 'L5';
  const needs = needsOf(plan, frame);
  const assigned = arranged(plan, frame, log);
  const day = daysBetween(frame.first, date);
  if (!(id in assigned)) return 'unknown';
  if (log?.sessions[id] !== undefined) return 'logged';
  if (day < 0 || day >= frame.days) return 'outside';
  if (date < today) return 'over';
  if (loads(id) && frame.rest.includes(date)) return 'rest';
  if (taken(assigned, id, day)) return 'taken';
  const broken: LayoutRule | null = loads(id) ? brokenRule(daysOf({ ...assigned, [id]: day }), needs) : null;
  return broken;
}

/** The log with that move at its end; an earlier move of the same session is overtaken. */
export const withMove = (log: DayLog, id: SessionId, date: LocalDate): DayLog => ({
  ...log,
  moves: [...log.moves.filter(([other]) => other !== id), [id, date] as const],
});
