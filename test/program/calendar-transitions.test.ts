/**
 * Every change of a clock that this machine knows of, in every zone, from 2026 to 2035: the week before it
 * and the week after keep their hour. The wall clock is read by `Intl`, not by the calendar under test.
 */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addLocalDays, nextSlot, outsideQuietHours } from '../../program/calendar.ts';
import { addMinutes, MINUTES_PER_DAY, minutesBetween } from '../../program/kernel/time.ts';

const FROM = Temporal.Instant.from('2026-01-01T00:00:00Z');
const UNTIL = Temporal.Instant.from('2036-01-01T00:00:00Z').epochMilliseconds;
const ZONES = Intl.supportedValuesOf('timeZone');

/** The changes of one zone, as instants. */
function changesOf(zone: string): readonly string[] {
  const found: string[] = [];
  for (let at = FROM.toZonedDateTimeISO(zone).getTimeZoneTransition('next'); at !== null; ) {
    if (at.epochMilliseconds >= UNTIL) break;
    found.push(new Date(at.epochMilliseconds).toISOString());
    at = at.getTimeZoneTransition('next');
  }
  return found;
}
const OFFSETS = (zone: string, changes: readonly string[]): string =>
  changes
    .flatMap((at) => [addMinutes(at, -1), at])
    .map((at) => `${at} ${Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset}`)
    .join();
/** Every zone with a change, by its rules: of those that have the same ones the first stands for all. */
const BY_RULES = new Map<string, { readonly changes: readonly string[]; readonly zones: string[] }>();
for (const zone of ZONES) {
  const changes = changesOf(zone);
  if (changes.length === 0) continue;
  const rules = OFFSETS(zone, changes);
  const same = BY_RULES.get(rules) ?? { changes, zones: [] };
  BY_RULES.set(rules, same);
  same.zones.push(zone);
}
const CHANGES = [...BY_RULES.values()].map(({ changes, zones }) => ({
  zone: zones[0] ?? '',
  changes,
  zones,
}));

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Reads a wall clock: `1 07:00`, 1 = Monday. */
function wallClock(zone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
    const day = DAYS.indexOf(parts.get('weekday') ?? '');
    return `${day === 0 ? 7 : day} ${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
  };
}
const wanted = (weekday: number, hour: number): string => `${weekday} ${String(hour).padStart(2, '0')}:00`;

describe('over every change of the clock', () => {
  test('canary: the machine knows many', () => {
    expect(CHANGES.flatMap(({ zones }) => zones).length).toBeGreaterThan(50);
    expect(CHANGES.find(({ zones }) => zones.includes('Europe/Berlin'))?.changes).toHaveLength(20);
  });

  test('a wish keeps its day and hour in the week that has the change, and in the one after it', () => {
    const wrong: string[] = [];
    let looked = 0;
    for (const { zone, changes } of CHANGES) {
      const clock = wallClock(zone);
      for (const change of changes)
        for (let weekday = 1; weekday <= 7; weekday += 1)
          for (const hour of [7, 13, 20]) {
            const wish = { weekday, hour, timeZone: zone };
            const first = nextSlot(addMinutes(change, -7 * MINUTES_PER_DAY), wish);
            const second = nextSlot(addMinutes(first, 1), wish);
            looked += 1;
            const apart = Math.abs(minutesBetween(first, second) - 7 * MINUTES_PER_DAY);
            const same = clock(first) === wanted(weekday, hour) && clock(second) === wanted(weekday, hour);
            if (!same || apart > 180 || addLocalDays(first, 7, zone) !== second)
              wrong.push(`${zone} ${change}: ${clock(first)}, then ${clock(second)}`);
          }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBe(CHANGES.reduce((sum, { changes }) => sum + changes.length, 0) * 21);
  });

  test('nothing is started at night within a day of the change', () => {
    const wrong: string[] = [];
    for (const { zone, changes } of CHANGES) {
      const clock = wallClock(zone);
      for (const change of changes)
        for (let hours = -24; hours <= 24; hours += 1) {
          const awake = outsideQuietHours(addMinutes(change, hours * 60), zone);
          const hour = Number(clock(awake).slice(2, 4));
          if (hour < 7 || hour >= 21) wrong.push(`${zone} ${awake}`);
        }
    }
    expect(wrong).toEqual([]);
  });
});
