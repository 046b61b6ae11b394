/**
 * All zone arithmetic of the programme (docs/architecture.md §8). People have a wall-clock wish (weekday,
 * hour, IANA zone); instants are UTC. Where a wall-clock time does not exist (spring) the next valid minute
 * is taken, where it exists twice (autumn) the first: Temporal's "compatible".
 */
import { getISO } from 'temporal-polyfill/fns/Calendar';
import { fromString as instantFrom, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { create as plainTime, toString as timeToString } from 'temporal-polyfill/fns/PlainTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { type Instant, type LocalDate, ofEpochMs } from './kernel/time.ts';

/** Between these local hours we start nothing (docs/architecture.md §8). */
export const QUIET_FROM_HOUR = 21;
export const QUIET_UNTIL_HOUR = 7;

export interface WallClock {
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}

const zoned = (at: Instant, timeZone: string): ZonedDateTime.Record =>
  toZonedDateTimeISO(instantFrom(at), timeZone);
const toInstant = (z: ZonedDateTime.Record): Instant => ofEpochMs(z.epochMilliseconds);
const toDate = (text: LocalDate): PlainDate.Record => PlainDate.fromString(text, getISO);
const dateAt = (at: Instant, timeZone: string): PlainDate.Record =>
  ZonedDateTime.toPlainDate(zoned(at, timeZone));
const atHour = (date: PlainDate.Record, hour: number, timeZone: string): Instant =>
  toInstant(PlainDate.toZonedDateTime(date, { timeZone, plainTime: plainTime(hour) }));

/** True for an IANA zone this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoned('2026-01-01T00:00:00.000Z', timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The local date at an instant. */
export const localDate = (at: Instant, timeZone: string): LocalDate =>
  PlainDate.toString(dateAt(at, timeZone));

/** The instant of a local date and whole hour. */
export const atLocal = (date: LocalDate, hour: number, timeZone: string): Instant =>
  atHour(toDate(date), hour, timeZone);

/** True for a date that exists (2026-02-30 does not). */
export function isLocalDate(text: string): boolean {
  try {
    return PlainDate.toString(toDate(text)) === text;
  } catch {
    return false;
  }
}

/** The first wished weekday and hour at or after `from`. */
export function nextSlot(from: Instant, wish: WallClock): Instant {
  const start = dateAt(from, wish.timeZone);
  const ahead = (wish.weekday - PlainDate.dayOfWeek(start) + 7) % 7;
  const first = atHour(PlainDate.addDays(start, ahead), wish.hour, wish.timeZone);
  return first >= from ? first : atHour(PlainDate.addDays(start, ahead + 7), wish.hour, wish.timeZone);
}

/** The same wall-clock hour a number of local days later (or earlier, negative). */
export function addLocalDays(at: Instant, days: number, timeZone: string): Instant {
  return toInstant(ZonedDateTime.addDays(zoned(at, timeZone), days));
}

/** A local date moved by days. */
export const shiftDate = (date: LocalDate, days: number): LocalDate =>
  PlainDate.toString(PlainDate.addDays(toDate(date), days));

/** Day of the week of a local date: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => PlainDate.dayOfWeek(toDate(date));

/** `at` itself, or the end of the quiet hours it falls into (07:00 local). */
export function outsideQuietHours(at: Instant, timeZone: string): Instant {
  const local = zoned(at, timeZone);
  if (local.hour >= QUIET_UNTIL_HOUR && local.hour < QUIET_FROM_HOUR) return at;
  const today = ZonedDateTime.toPlainDate(local);
  const date = local.hour >= QUIET_FROM_HOUR ? PlainDate.addDays(today, 1) : today;
  return atHour(date, QUIET_UNTIL_HOUR, timeZone);
}

/** Local days from `from` to `to`, by date. */
export const localDaysBetween = (from: Instant, to: Instant, timeZone: string): number =>
  PlainDate.diffDays(dateAt(from, timeZone), dateAt(to, timeZone));

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "9 March" of a local date. */
export function dayAndMonth(date: LocalDate): string {
  const d = toDate(date);
  return `${d.day} ${MONTHS[d.month - 1]}`;
}

/** "Monday 9 March" of a local date. */
export const dateInWords = (date: LocalDate): string =>
  `${WEEKDAYS[PlainDate.dayOfWeek(toDate(date)) - 1]} ${dayAndMonth(date)}`;

/** "Monday 9 March": how mails and pages name a day, in the participant's zone. */
export const dayInWords = (at: Instant, timeZone: string): string => dateInWords(localDate(at, timeZone));

/** "07:00": the local wall clock, for transcripts. */
export const localTime = (at: Instant, timeZone: string): string =>
  timeToString(ZonedDateTime.toPlainTime(zoned(at, timeZone)), { smallestUnit: 'minute' });
