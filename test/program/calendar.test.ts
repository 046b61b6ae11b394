import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLocalDays,
  atLocal,
  dayInWords,
  isLocalDate,
  isTimeZone,
  localDate,
  localDaysBetween,
  localTime,
  nextSlot,
  outsideQuietHours,
} from '../../program/calendar.ts';
import { minutesBetween } from '../../program/kernel/time.ts';
import { cases } from '../support/effort.ts';

const BERLIN = 'Europe/Berlin';

describe('the first wished weekday and hour at or after an instant', () => {
  test.each([
    // from, weekday, hour, zone, expected
    ['2026-03-02T06:00:00.000Z', 1, 7, 'UTC', '2026-03-02T07:00:00.000Z', 'later the same day'],
    ['2026-03-02T07:00:00.000Z', 1, 7, 'UTC', '2026-03-02T07:00:00.000Z', 'exactly now'],
    ['2026-03-02T07:00:00.001Z', 1, 7, 'UTC', '2026-03-09T07:00:00.000Z', 'just missed'],
    [
      '2026-03-02T23:30:00.000Z',
      2,
      7,
      'Pacific/Auckland',
      '2026-03-09T18:00:00.000Z',
      'already Tuesday there, past the hour',
    ],
    ['2026-03-27T12:00:00.000Z', 1, 7, BERLIN, '2026-03-30T05:00:00.000Z', 'across the spring change'],
    ['2026-10-23T12:00:00.000Z', 1, 7, BERLIN, '2026-10-26T06:00:00.000Z', 'across the autumn change'],
  ])('%s weekday %i at %i in %s is %s (%s)', (from, weekday, hour, timeZone, expected) => {
    expect(nextSlot(from, { weekday, hour, timeZone })).toBe(expected);
  });

  test('is never before, never more than a week and an hour ahead, and always at the wished wall clock, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 7, max: 20 }),
        fc.constantFrom(...zones),
        (date, weekday, hour, timeZone) => {
          const from = date.toISOString();
          const at = nextSlot(from, { weekday, hour, timeZone });
          expect(at >= from).toBe(true);
          expect(minutesBetween(from, at)).toBeLessThanOrEqual(7 * 24 * 60 + 60);
          expect(localTime(at, timeZone)).toBe(`${String(hour).padStart(2, '0')}:00`);
        },
      ),
      { numRuns: cases(400) },
    );
  });
});

describe('local days', () => {
  test.each([
    ['2026-03-28T06:00:00.000Z', 1, BERLIN, '2026-03-29T05:00:00.000Z', 'a day of 23 hours'],
    ['2026-10-24T05:00:00.000Z', 1, BERLIN, '2026-10-25T06:00:00.000Z', 'a day of 25 hours'],
    ['2026-03-29T05:00:00.000Z', -1, BERLIN, '2026-03-28T06:00:00.000Z', 'back across the change'],
    [
      '2026-03-28T01:30:00.000Z',
      1,
      BERLIN,
      '2026-03-29T01:30:00.000Z',
      'a wall clock that does not exist moves to the next valid minute',
    ],
  ])('%s plus %i in %s is %s (%s)', (at, days, zone, expected) => {
    expect(addLocalDays(at, days, zone)).toBe(expected);
  });
  test('a gap moves forward, an overlap takes the first', () => {
    expect(atLocal('2026-03-29', 2, BERLIN)).toBe('2026-03-29T01:00:00.000Z');
    expect(atLocal('2026-10-25', 2, BERLIN)).toBe('2026-10-25T00:00:00.000Z');
  });
  test('days are counted by date', () => {
    expect(localDaysBetween('2026-03-28T22:30:00.000Z', '2026-03-29T22:30:00.000Z', BERLIN)).toBe(2);
    expect(localDate('2026-03-28T23:30:00.000Z', BERLIN)).toBe('2026-03-29');
    expect(dayInWords('2026-03-29T12:00:00.000Z', BERLIN)).toBe('Sunday 29 March');
  });
});

describe('quiet hours', () => {
  test.each([
    ['2026-03-02T06:59:59.999Z', '2026-03-02T07:00:00.000Z'],
    ['2026-03-02T07:00:00.000Z', '2026-03-02T07:00:00.000Z'],
    ['2026-03-02T20:59:59.999Z', '2026-03-02T20:59:59.999Z'],
    ['2026-03-02T21:00:00.000Z', '2026-03-03T07:00:00.000Z'],
    ['2026-03-02T23:59:00.000Z', '2026-03-03T07:00:00.000Z'],
    ['2026-03-03T00:00:00.000Z', '2026-03-03T07:00:00.000Z'],
  ])('%s starts at %s', (at, expected) => {
    expect(outsideQuietHours(at, 'UTC')).toBe(expected);
  });
  test('end at seven on the wall, also in the night of the change', () => {
    expect(outsideQuietHours('2026-03-29T00:30:00.000Z', BERLIN)).toBe('2026-03-29T05:00:00.000Z');
    expect(outsideQuietHours('2026-10-25T00:30:00.000Z', BERLIN)).toBe('2026-10-25T06:00:00.000Z');
  });
});

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2026-2-3', false],
  ['', false],
  ['2026-03-02T00:00', false],
])('%j is a date: %j', (text, expected) => {
  expect(isLocalDate(text)).toBe(expected);
});
test.each([
  [BERLIN, true],
  ['Europe/Atlantis', false],
  ['', false],
])('%j is a zone: %j', (text, expected) => {
  expect(isTimeZone(text)).toBe(expected);
});
