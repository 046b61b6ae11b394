/**
 * Instants are UTC ISO-8601 strings with milliseconds: they sort as text, serve as index keys and read well
 * in goldens. Local dates are `YYYY-MM-DD`. Only `program/calendar.ts` does zone arithmetic.
 */
export type Instant = string;
export type LocalDate = string;

const MINUTE = 60_000;
/** Minutes of a day of 24 hours; a local day may have more or fewer (`program/calendar.ts`). */
export const MINUTES_PER_DAY = 24 * 60;

/** `at` moved by a signed number of minutes; plain UTC arithmetic, no zone involved. */
export const addMinutes = (at: Instant, minutes: number): Instant =>
  ofEpochMs(Date.parse(at) + minutes * MINUTE);

/** Whole and part minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / MINUTE;

/** The instant of a number of milliseconds since 1970. */
export const ofEpochMs = (ms: number): Instant => new Date(ms).toISOString();

/** The earliest of some instants, or null of none. */
export const earliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce<Instant | null>((min, at) => (at !== null && (min === null || at < min) ? at : min), null);

/** The later one of two instants. */
export const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Days from local date `from` to local date `to` (calendar days, no zone). */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (MINUTES_PER_DAY * MINUTE));
