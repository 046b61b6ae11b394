/**
 * All zone arithmetic of the programme (DESIGN §8). People have a wall-clock wish (weekday, hour, IANA zone); instants are UTC.
 * Where a wall-clock time does not exist (spring) the next valid minute is taken, where it exists twice (autumn) the first: Temporal's "compatible".
 */
import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, ofEpochMs } from './kernel/time.ts';

/** Between these local hours we start nothing (DESIGN §8). */
export const QUIET_FROM_HOUR = 21;
export const QUIET_UNTIL_HOUR = 7;

export interface WallClock {
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}

const zoned = (at: Instant, timeZone: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
const toInstant = (z: Temporal.ZonedDateTime): Instant => ofEpochMs(z.epochMilliseconds);
const atHour = (date: Temporal.PlainDate, hour: number, timeZone: string): Temporal.ZonedDateTime =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });

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
export const localDate = (at: Instant, timeZone: string): LocalDate => zoned(at, timeZone).toPlainDate().toString();

/** The instant of a local date and whole hour. */
export const atLocal = (date: LocalDate, hour: number, timeZone: string): Instant => toInstant(atHour(Temporal.PlainDate.from(date), hour, timeZone));

/** True for a date that exists (2026-02-30 does not). */
export function isLocalDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The first wished weekday and hour at or after `from`. */
export function nextSlot(from: Instant, wish: WallClock): Instant {
  const start = zoned(from, wish.timeZone).toPlainDate();
  const ahead = (wish.weekday - start.dayOfWeek + 7) % 7;
  const first = toInstant(atHour(start.add({ days: ahead }), wish.hour, wish.timeZone));
  return first >= from ? first : toInstant(atHour(start.add({ days: ahead + 7 }), wish.hour, wish.timeZone));
}

/** The same wall-clock hour a number of local days later (or earlier, negative). */
export function addLocalDays(at: Instant, days: number, timeZone: string): Instant {
  return toInstant(zoned(at, timeZone).add({ days }));
}

/** A local date moved by days. */
export const shiftDate = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString();

/** `at` itself, or the end of the quiet hours it falls into (07:00 local). */
export function outsideQuietHours(at: Instant, timeZone: string): Instant {
  const local = zoned(at, timeZone);
  if (local.hour >= QUIET_UNTIL_HOUR && local.hour < QUIET_FROM_HOUR) return at;
  const date = local.hour >= QUIET_FROM_HOUR ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return toInstant(atHour(date, QUIET_UNTIL_HOUR, timeZone));
}

/** Local days from `from` to `to`, by date. */
export const localDaysBetween = (from: Instant, to: Instant, timeZone: string): number =>
  zoned(from, timeZone).toPlainDate().until(zoned(to, timeZone).toPlainDate(), { largestUnit: 'days' }).days;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** "Monday 9 March": how mails and pages name a day, in the participant's zone. */
export function dayInWords(at: Instant, timeZone: string): string {
  const d = zoned(at, timeZone).toPlainDate();
  return `${WEEKDAYS[d.dayOfWeek - 1]} ${d.day} ${MONTHS[d.month - 1]}`;
}

/** "07:00": the local wall clock, for transcripts. */
export const localTime = (at: Instant, timeZone: string): string => zoned(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
