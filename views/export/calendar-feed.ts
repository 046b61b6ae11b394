/**
 * The week as calendar entries (RFC 5545): when to train and when the check-in comes. Titles say nothing of
 * health and nothing of the load, for a calendar is shared, shown on lock screens and kept by others. Times
 * are UTC instants made from the person's own wall clock, day by day, so that an hour stays that hour over a
 * change of the clocks.
 */
import { addLocalDays, atLocal } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Instant } from '../../program/kernel/time.ts';
import { addMinutes } from '../../program/kernel/time.ts';
import type { DayLog } from '../../program/participant/day-log.ts';
import { wordsWait } from '../../program/participant/open-question.ts';
import type { Of, Person } from '../../program/participant/state.ts';
import { laidOutWeek } from '../plan/laid-out-week.ts';

export interface CalendarEntry {
  /** The same as long as it is the same entry: `w3-s2`. */
  readonly name: string;
  readonly title: 'Session' | 'Check-in';
  readonly from: Instant;
  readonly minutes: number;
  /** When the entry was decided: of two versions the later one counts. */
  readonly decidedAt: Instant;
}

/** Every entry is as long as every other of its kind: its length is not the week's load. */
const SESSION_MINUTES = 30;
const CHECK_IN_MINUTES = 5;

/** The running week; nothing for somebody who is not on a course now: the calendar empties by itself. */
export function calendarFeed(
  person: Person,
  curriculum: Curriculum,
  log: DayLog | null,
): readonly CalendarEntry[] {
  return person.status === 'active' ? [...sessions(person, curriculum, log), checkIn(person)] : [];
}

/**
 * Runs and strength on the days of the week's layout, where they were moved to, from the chosen hour on, one
 * after the other; none while unread words have a list open that comes first (docs/clinical-rules.md §12 A4).
 */
function sessions(
  person: Of<'active'>,
  curriculum: Curriculum,
  log: DayLog | null,
): readonly CalendarEntry[] {
  const { course, hour, timeZone } = person;
  if (wordsWait(course)) return [];
  const { layout } = laidOutWeek(person, curriculum, log);
  const decidedAt = log?.at != null && log.at > course.openedAt ? log.at : course.openedAt;
  const shown = layout.sessions.filter(({ kind }) => kind === 'run' || kind === 'strength');
  return shown.map(({ id, date }, i) => ({
    name: `w${course.week}-${id}`,
    title: 'Session' as const,
    from: addMinutes(atLocal(date, hour, timeZone), shown[i - 1]?.date === date ? SESSION_MINUTES : 0),
    minutes: SESSION_MINUTES,
    decidedAt,
  }));
}

const checkIn = ({ course, timeZone }: Of<'active'>): CalendarEntry => ({
  name: `w${course.week}-check-in`,
  title: 'Check-in',
  from: addLocalDays(course.nextPlanAt, -1, timeZone),
  minutes: CHECK_IN_MINUTES,
  decidedAt: course.openedAt,
});

const FOLD_OCTETS = 75;
/**
 * Lines of at most 75 octets, continued by a space (RFC 5545 §3.1). Ours are ASCII: an octet is a character.
 */
function folded(line: string): string {
  const parts = [line.slice(0, FOLD_OCTETS)];
  for (let at = FOLD_OCTETS; at < line.length; at += FOLD_OCTETS - 1)
    parts.push(` ${line.slice(at, at + FOLD_OCTETS - 1)}`);
  return parts.join('\r\n');
}
/** 2026-03-09T07:00:00.000Z as 20260309T070000Z */
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * The text of the feed; `uidOf` makes a name unique in the world and of no meaning. The same entries give the
 * same bytes.
 */
export function writeCalendar(entries: readonly CalendarEntry[], uidOf: (name: string) => string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weekly plan//Weekly plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Weekly plan',
    'X-WR-CALNAME:Weekly plan',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap(({ name, title, from, minutes, decidedAt }) => [
      'BEGIN:VEVENT',
      `UID:${uidOf(name)}`,
      `DTSTAMP:${stamp(decidedAt)}`,
      `DTSTART:${stamp(from)}`,
      `DTEND:${stamp(addMinutes(from, minutes))}`,
      `SUMMARY:${title}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
