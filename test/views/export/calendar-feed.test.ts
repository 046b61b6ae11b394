/**
 * The feed: whole by RFC 5545, right over a change of the clocks, neutral, and empty for whoever is not on a
 * course now (docs/contract.md §2, `/cal`).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, localTime } from '../../../program/calendar.ts';
import type { Person } from '../../../program/participant/state.ts';
import { calendarFeed, writeCalendar } from '../../../views/export/calendar-feed.ts';
import { intakeArb, movesArb, walk } from '../../program/support/walk.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';

const curriculum = theCurriculum();
const uid = (name: string): string => `${name}@calf.example.org`;
const lives = fc
  .sample(fc.tuple(intakeArb, movesArb), { numRuns: cases(60), seed: 20260302 })
  .flatMap(([intake, moves]) => walk(curriculum, intake, moves).map(({ after }) => after))
  .filter((after): after is Person => after.status !== 'erased');
const active = lives.filter((person) => person.status === 'active');

/** Over the spring and the autumn change of a zone: the plan a few days before, the next one after it. */
const CHANGES = [
  ['America/New_York', '2026-03-05T12:00:00.000Z', '2026-03-12T11:00:00.000Z'],
  ['Europe/London', '2026-03-26T07:00:00.000Z', '2026-04-02T06:00:00.000Z'],
  ['Europe/London', '2026-10-22T06:00:00.000Z', '2026-10-29T07:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-01T20:00:00.000Z', '2026-04-08T20:30:00.000Z'],
] as const;

describe('entries', () => {
  test.each(CHANGES)(
    'in %s over the change of the clocks keep the hour',
    (timeZone, openedAt, nextPlanAt) => {
      const [someone] = active;
      if (someone?.status !== 'active') throw new Error('somebody is active');
      const hour = Number(localTime(openedAt, timeZone).slice(0, 2));
      const person = {
        ...someone,
        timeZone,
        hour,
        weekday: 0,
        course: { ...someone.course, week: 6, openedAt, nextPlanAt, flaredAt: null },
      };
      const entries = calendarFeed(person, curriculum, null);
      const days = new Map<string, string[]>();
      for (const { from } of entries) {
        const date = localDate(from, timeZone);
        days.set(date, [...(days.get(date) ?? []), localTime(from, timeZone)]);
      }
      const oClock = String(hour).padStart(2, '0');
      expect(days.size).toBeGreaterThan(3);
      for (const times of days.values())
        expect([`${oClock}:00`, `${oClock}:30`].slice(0, times.length)).toEqual(times);
      expect(entries.at(-1)?.title).toBe('Check-in');
    },
  );

  test('lie within the week, each with a name of its own, for everybody in every state', () => {
    for (const person of lives) {
      const entries = calendarFeed(person, curriculum, null);
      if (person.status !== 'active') expect(entries, person.status).toEqual([]);
      else {
        expect(new Set(entries.map((e) => e.name)).size).toBe(entries.length);
        const first = localDate(person.course.openedAt, person.timeZone);
        for (const { from } of entries) {
          expect(localDate(from, person.timeZone) >= first || person.course.days < 1).toBe(true);
          expect(from < person.course.nextPlanAt).toBe(true);
        }
      }
    }
    expect(active.length).toBeGreaterThan(100);
    expect(new Set(lives.map((p) => p.status)).size).toBeGreaterThan(4);
  });
});

describe('the file', () => {
  test('has CRLF, no line over 75 octets, matching begins and ends, and the same bytes for the same week', () => {
    for (const person of lives) {
      const text = writeCalendar(calendarFeed(person, curriculum, null), uid);
      expect(text).toBe(writeCalendar(calendarFeed(person, curriculum, null), uid));
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.match(/BEGIN:VEVENT/g)?.length ?? 0).toBe(text.match(/END:VEVENT/g)?.length ?? 0);
      expect([
        text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'),
        text.endsWith('END:VCALENDAR\r\n'),
      ]).toEqual([true, true]);
    }
  });
  test('folds what is long so that it unfolds to what it was', () => {
    const [person] = active as [Person];
    const long = (name: string): string => `${name}-${'x'.repeat(200)}`;
    const text = writeCalendar(calendarFeed(person, curriculum, null), long);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(
      `UID:${long(calendarFeed(person, curriculum, null)[0]?.name ?? '')}\r\n`,
    );
  });
  test('says nothing of health, of the load or of who it is', () => {
    for (const person of active) {
      const text = writeCalendar(calendarFeed(person, curriculum, null), uid);
      const words = [
        ...text.matchAll(/^(?:SUMMARY|NAME|X-WR-CALNAME|PRODID|DESCRIPTION|LOCATION):(.*)$/gm),
      ].map((m) => m[1]?.trim());
      expect(new Set(words)).toEqual(
        new Set(['Session', 'Check-in', 'Weekly plan', '-//Weekly plan//Weekly plan//EN']),
      );
      expect(text).not.toContain(person.id);
      expect(text).not.toContain(person.email);
    }
  });
});
