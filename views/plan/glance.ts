/**
 * The week of a plan at a glance: its days with what stands on each, and its sessions with their exercises.
 * It is laid out as the plan leaves (program/layout); what the person moves or saves later is on the pages.
 */
import { dateInWords, localDate, shiftDate } from '../../program/calendar.ts';
import { dosesMinutes } from '../../program/course/dose-time.ts';
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { layoutOf, type WeekLayout } from '../../program/layout/layout.ts';
import { aboutMinutes, dayTime, partsOf } from '../../program/layout/minutes.ts';
import { hasRuns, type SessionKind, sessionId } from '../../program/layout/sessions.ts';
import { type WeekOfCourse, weekFrame } from '../../program/layout/week-frame.ts';
import type { Person } from '../../program/participant/state.ts';
import { SESSION_NAMES } from '../words/session-words.ts';
import { range, runShort } from './dose.ts';

export interface GlanceDay {
  /** "Monday 6 April". */
  readonly date: string;
  /** "run", "legs": in the order in which they are done; empty = a free day. */
  readonly what: readonly string[];
  /** All sessions of the day together, on a full day without what is optional; 0 where no number fits. */
  readonly minutes: number;
  /** Stretches, thighs and hips are optional on this day. */
  readonly full: boolean;
  readonly kind: 'train' | 'light' | 'free' | 'rest' | 'checkIn';
}
export interface GlanceSession {
  readonly kind: SessionKind | 'addOn' | 'other';
  readonly title: string;
  /** "3 × 30 min". */
  readonly often: string;
  /** The run in a line; null = its exercises say all. */
  readonly line: string | null;
  readonly moves: readonly PlannedExercise[];
}
export interface WeekGlance {
  /** The day on which it stood so: "Sunday 5 April". */
  readonly asOf: string;
  readonly days: readonly GlanceDay[];
  readonly sessions: readonly GlanceSession[];
}

const nameOf = (kind: SessionKind, plan: WeekPlan) =>
  SESSION_NAMES[kind === 'run' && !hasRuns(plan) ? 'walk' : kind];

/** Beside what a full day may leave out. */
const OPTIONAL = 'optional';

interface Laid {
  readonly plan: WeekPlan;
  readonly layout: WeekLayout;
}
function dayOf(date: LocalDate, at: number, { plan, layout }: Laid, curriculum: Curriculum): GlanceDay {
  const sessions = layout.sessions.filter((session) => session.date === date);
  const time = dayTime(
    plan,
    sessions.map(({ id }) => id),
    curriculum,
  );
  const loaded = sessions.some(({ kind }) => kind === 'run' || kind === 'strength');
  const empty = at === layout.days - 1 ? 'checkIn' : layout.rest.includes(date) ? 'rest' : 'free';
  return {
    date: dateInWords(date),
    what: sessions.map(({ kind }) => nameOf(kind, plan).short),
    ...time,
    kind: loaded ? 'train' : sessions.length > 0 ? 'light' : empty,
  };
}

function sessionsOf({ plan, layout }: Laid, full: boolean, curriculum: Curriculum): readonly GlanceSession[] {
  const times = (kind: SessionKind): number => layout.sessions.filter((s) => s.kind === kind).length;
  const often = (n: string, minutes: number | null): string =>
    minutes === null ? `${n} ×` : `${n} × ${minutes} min`;
  const optional = (text: string): string => (full ? `${text} (${OPTIONAL})` : text);
  const timeOf = (kind: SessionKind): string => {
    const { main, beside } = partsOf(plan, sessionId(kind, 1), curriculum);
    return kind === 'stretches'
      ? optional(often(range(plan.stretchDays), beside))
      : often(`${times(kind)}`, main);
  };
  const one = (kind: SessionKind, moves: readonly PlannedExercise[], line: string | null = null) =>
    times(kind) === 0 || (moves.length === 0 && line === null)
      ? []
      : [{ kind, title: nameOf(kind, plan).short, often: timeOf(kind), line, moves }];
  const { addOn } = plan;
  const addOnTimes = Math.min(times('strength'), addOn[0]?.sessionsPerWeek ?? times('strength'));
  return [
    ...one('run', plan.warmUp === null ? [] : [plan.warmUp], runShort(plan.run)),
    ...one('strength', plan.strength),
    ...(addOn.length === 0 || addOnTimes === 0
      ? []
      : [
          {
            kind: 'addOn' as const,
            title: 'hips',
            often: optional(
              often(`${addOnTimes}`, aboutMinutes(dosesMinutes(addOn.map(({ dose }) => dose)))),
            ),
            line: null,
            moves: addOn,
          },
        ]),
    ...one('feet', plan.footCoreMoves),
    ...one('stretches', plan.stretches),
    ...(plan.crossTraining === 0
      ? []
      : [
          {
            kind: 'other' as const,
            title: 'Extra',
            often: '',
            line: `${plan.crossTraining} × an easy swim or ride, if you like`,
            moves: [],
          },
        ]),
  ].map((row) => ({ ...row, title: row.title.charAt(0).toUpperCase() + row.title.slice(1) }));
}

/** The week as its plan leaves. */
export function weekGlance(
  plan: WeekPlan,
  person: Pick<Person, 'weekday' | 'hour' | 'timeZone' | 'aboutRunning'>,
  course: WeekOfCourse,
  curriculum: Curriculum,
): WeekGlance {
  const layout = layoutOf(plan, weekFrame(course, person, null, curriculum), null);
  const dates = Array.from({ length: layout.days }, (_, at) => shiftDate(layout.first, at));
  const days = dates.map((date, at) => dayOf(date, at, { plan, layout }, curriculum));
  const full = days.some((day) => day.full);
  return {
    asOf: dateInWords(localDate(course.openedAt, person.timeZone)),
    days,
    sessions: sessionsOf({ plan, layout }, full, curriculum),
  };
}
