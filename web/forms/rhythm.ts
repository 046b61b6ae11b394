/** Weekday, hour, zone, units: the wall-clock wish, asked on intake page 4 and in the settings. */
import { isTimeZone } from '../../program/calendar.ts';
import type { Fields, FieldsRead } from './fields.ts';
import { readFields } from './fields.ts';
import { type FormValues, quoted } from './form-values.ts';

export interface Rhythm {
  /** ISO weekday: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Whole local hour, 7 to 20. */
  readonly hour: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly units: 'km' | 'mi';
}

export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export const FIRST_HOUR = 7;
export const LAST_HOUR = 20;

export const RHYTHM_FIELDS: Fields = {
  weekday: { kind: 'text', max: 9, ask: 'Please choose a day.' },
  hour: { kind: 'whole', min: FIRST_HOUR, max: LAST_HOUR, ask: 'Please choose an hour.' },
  timeZone: { kind: 'text', max: 64, ask: 'Please choose a time zone.' },
  units: { kind: 'one', options: ['km', 'mi'], ask: 'Please choose kilometres or miles.' },
};

/** 1–7, or an English day name, whole or its first three letters, in any case; null for anything else. */
export function weekdayOf(text: string): number | null {
  if (/^[1-7]$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  const index = WEEKDAY_NAMES.findIndex(
    (day) => day.toLowerCase() === name || day.slice(0, 3).toLowerCase() === name,
  );
  return index < 0 ? null : index + 1;
}

/** An IANA name this machine knows; bare offsets have no summer time and are refused. */
const isZoneName = (text: string): boolean => /^[A-Za-z]/.test(text) && isTimeZone(text);

/** Reads the four fields, all optional; `raw.weekday` is a number. */
export function readRhythm(form: FormValues): FieldsRead {
  const { raw, errors } = readFields(form, RHYTHM_FIELDS);
  const more = [...errors];
  const value: Record<string, unknown> = { ...raw };
  if (typeof raw['weekday'] === 'string') {
    const weekday = weekdayOf(raw['weekday']);
    value['weekday'] = weekday;
    if (weekday === null)
      more.push({
        field: 'weekday',
        message: `Please choose a day from Monday to Sunday. We could not read ${quoted(raw['weekday'])}.`,
      });
  }
  if (typeof raw['timeZone'] === 'string' && !isZoneName(raw['timeZone'])) {
    more.push({
      field: 'timeZone',
      message: `We do not know the time zone ${quoted(raw['timeZone'])}. Please choose one from the list, such as Europe/London.`,
    });
  }
  return { raw: value, errors: more };
}
