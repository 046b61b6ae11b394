/** What the page of one session may know, and the strip of its week (docs/contract.md §2, `/x`). */
import { dateInWords, localDate, shiftDate } from '../../program/calendar.ts';
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Instant, LocalDate } from '../../program/kernel/time.ts';
import { type WeekLayout, whyNotMove } from '../../program/layout/layout.ts';
import { dayTime, partsOf } from '../../program/layout/minutes.ts';
import {
  exercisesOf,
  hasRuns,
  type SessionId,
  type SessionKind,
  sessionOf,
} from '../../program/layout/sessions.ts';
import type { DayLog, LoggedSession } from '../../program/participant/day-log.ts';
import type { Of } from '../../program/participant/state.ts';
import { runWords } from '../plan/dose.ts';
import { laidOutWeek } from '../plan/laid-out-week.ts';
import { badDay } from '../plan/next-door.ts';
import { RESULT_WORDS, SESSION_NAMES, SESSION_WORDS } from '../words/session-words.ts';
import type { FieldError, FormValues } from './page-views.ts';
import type { StripDay, StripSession } from './week-strip.ts';

export interface SessionPage {
  readonly action: string;
  readonly week: number;
  readonly id: SessionId;
  readonly kind: SessionKind;
  readonly title: string;
  readonly lead: string;
  /** "Monday 6 April"; null = it found no day in this week. */
  readonly on: string | null;
  readonly isToday: boolean;
  readonly minutes: string | null;
  readonly side: 'left' | 'right' | 'both' | 'none';
  readonly exercises: readonly PlannedExercise[];
  readonly run: readonly string[];
  /** The five-minute version; strength alone. */
  readonly short: { readonly label: string; readonly text: string } | null;
  readonly resting: string | null;
  readonly strip: readonly StripDay[];
  readonly saved: readonly string[];
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly asksRun: boolean;
  /** "Monday’s calf strength": the session whose morning after is asked; null = there was none. */
  readonly before: string | null;
  readonly moves: readonly { readonly value: LocalDate; readonly label: string }[];
  readonly next: { readonly href: string; readonly label: string } | null;
  readonly worseUrl: string;
  readonly meUrl: string;
  readonly painRule: readonly [string, string, string];
}
export interface SessionLinks {
  /** `/x/{token}`; a session is `/s1` behind it. */
  readonly base: string;
  readonly worse: string;
  readonly me: string;
}

const nameOf = (kind: SessionKind, runs: boolean) => SESSION_NAMES[kind === 'run' && !runs ? 'walk' : kind];
const WEEKDAY_LETTERS = 3;

/** The days of the week with their sessions: the same for the session page and the participant's own. */
export function stripOf(
  person: Of<'active'>,
  log: DayLog | null,
  { base, at, curriculum }: { readonly base: string; readonly at: Instant; readonly curriculum: Curriculum },
): readonly StripDay[] {
  const { plan, layout } = laidOutWeek(person, curriculum, log);
  const today = localDate(at, person.timeZone);
  const runs = hasRuns(plan);
  const one = ({ id, kind }: WeekLayout['sessions'][number]): StripSession => {
    return {
      id,
      short: nameOf(kind, runs).short,
      href: `${base}/${id}`,
      result: log?.sessions[id]?.answers.result ?? null,
    };
  };
  return Array.from({ length: layout.days }, (_, i) => {
    const date = shiftDate(layout.first, i);
    const words = dateInWords(date);
    const sessions = layout.sessions.filter((s) => s.date === date).map(one);
    return {
      date: words,
      weekday: words.slice(0, WEEKDAY_LETTERS),
      day: String(Number(date.slice(8))),
      isToday: date === today,
      isRest: layout.rest.includes(date),
      isCheckIn: i === layout.days - 1,
      sessions,
      ...dayTime(
        plan,
        sessions.map(({ id }) => id),
        curriculum,
      ),
    };
  });
}

/** Today's first session that is not logged, else the next one to come, else the last of the week. */
export function nextSession(
  person: Of<'active'>,
  log: DayLog | null,
  at: Instant,
  curriculum: Curriculum,
): SessionId | null {
  const { layout } = laidOutWeek(person, curriculum, log);
  const today = localDate(at, person.timeZone);
  const open = layout.sessions.filter((s) => log?.sessions[s.id] === undefined);
  return (
    open.find((s) => s.date === today)?.id ??
    open.find((s) => s.date > today)?.id ??
    layout.sessions.at(-1)?.id ??
    null
  );
}

/** What was saved of this session, and what it replaced, for whoever did not write it. */
function savedLines(entry: LoggedSession | undefined): readonly string[] {
  if (entry === undefined) return [];
  const said = (a: LoggedSession['answers']): string =>
    [
      RESULT_WORDS[a.result],
      ...(a.pain === null ? [] : [`pain ${a.pain}`]),
      ...(a.runMinutes === null ? [] : [`${a.runMinutes} minutes of running`]),
      ...(a.before === 'sore' ? ['the morning after the session before was sore'] : []),
    ].join(', ');
  const long = (entry.answers.runMinutes ?? 0) > LONG_RUN_MINUTES ? [SESSION_WORDS.longRun] : [];
  const was =
    entry.was === undefined ? [] : [`Before that it said: ${said(entry.was)}. ${SESSION_WORDS.notMe}`];
  return [`${said(entry.answers)}.`, ...long, ...was];
}
/** Above this many minutes a slip is more likely than a run. */
const LONG_RUN_MINUTES = 120;

const valuesOf = (entry: LoggedSession | undefined): FormValues =>
  entry === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(entry.answers)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, String(value)]),
      );

/** "about 50 minutes, and 15 for thighs and hips"; null = no number fits. */
function minutesWords(plan: WeekPlan, id: SessionId, curriculum: Curriculum): string | null {
  const { main, beside } = partsOf(plan, id, curriculum);
  if (main === null) return null;
  if (main === 0) return `about ${beside} minutes`;
  return `about ${main} minutes${beside === 0 ? '' : `, and ${beside} for thighs and hips`}`;
}

/** One session of the running week. `id` must be of this week (`isOfWeek`). */
export function sessionPage(
  person: Of<'active'>,
  log: DayLog | null,
  {
    id,
    links,
    at,
    curriculum,
  }: {
    readonly id: SessionId;
    readonly links: SessionLinks;
    readonly at: Instant;
    readonly curriculum: Curriculum;
  },
): SessionPage {
  const { plan, frame, layout } = laidOutWeek(person, curriculum, log);
  const { timeZone, course } = person;
  const today = localDate(at, timeZone);
  const { kind } = sessionOf(id);
  const runs = hasRuns(plan);
  const placed = layout.sessions.find((s) => s.id === id);
  const entry = log?.sessions[id];
  const loaded = layout.sessions.filter((s) => s.kind === 'run' || s.kind === 'strength');
  const before = placed === undefined ? undefined : loaded.findLast((s) => s.date < placed.date);
  const later = layout.sessions.filter(
    (s) => s.id !== id && s.date === placed?.date && log?.sessions[s.id] === undefined,
  );
  const [first, second, third] = curriculum.painRule.lines;
  const name = kind === 'run' && !runs ? 'walk' : kind;
  const days = Array.from({ length: layout.days }, (_, i) => shiftDate(layout.first, i));
  return {
    action: `${links.base}/${id}`,
    week: course.week,
    id,
    kind,
    title: SESSION_NAMES[name].title,
    lead: SESSION_WORDS.lead[name],
    on: placed === undefined ? null : dateInWords(placed.date),
    isToday: placed?.date === today,
    minutes: minutesWords(plan, id, curriculum),
    side: course.baseline.side,
    exercises: exercisesOf(plan, id),
    run: kind === 'run' ? runWords(plan.run) : [],
    short: kind === 'strength' ? badDay(plan, curriculum) : null,
    resting:
      placed !== undefined && layout.rest.includes(today)
        ? `The calf rests until ${dateInWords(shiftDate(layout.rest.at(-1) ?? today, 1))}. No running and no calf loading before that day.`
        : null,
    strip: stripOf(person, log, { base: links.base, at, curriculum }),
    saved: savedLines(entry),
    values: valuesOf(entry),
    errors: [],
    asksRun: kind === 'run',
    before:
      before === undefined
        ? null
        : `${dateInWords(before.date).split(' ')[0]}’s ${nameOf(before.kind, runs).title.replace('Your ', '').toLowerCase()}`,
    moves: days
      .filter((date) => date !== placed?.date && whyNotMove({ plan, frame, log, today }, id, date) === null)
      .map((date) => ({ value: date, label: dateInWords(date) })),
    next:
      later[0] === undefined
        ? null
        : { href: `${links.base}/${later[0].id}`, label: nameOf(later[0].kind, runs).title },
    worseUrl: links.worse,
    meUrl: links.me,
    painRule: [first ?? '', second ?? '', third ?? ''],
  };
}

/** An earlier week, closed: what was logged of it. */
export interface ClosedSessions {
  readonly week: number;
  readonly lines: readonly string[];
  readonly currentUrl: string;
  readonly meUrl: string;
}
export const closedSessions = (
  week: number,
  log: DayLog | null,
  currentUrl: string,
  meUrl: string,
): ClosedSessions => ({
  week,
  currentUrl,
  meUrl,
  lines: Object.entries(log?.sessions ?? {})
    .sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))
    .map(([id, entry]) => `${SESSION_NAMES[sessionOf(id).kind].title}: ${savedLines(entry)[0] ?? ''}`),
});
