/**
 * The sheet for a physiotherapist, from whole journeys: it says what was reported and decided, and nothing
 * that names or explains.
 */
import { describe, expect, it } from 'vitest';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Person } from '../../../program/participant/state.ts';
import type { Happening } from '../../../views/export/history.ts';
import { SUMMARY_HAPPENINGS, SUMMARY_WEEKS, summaryPage } from '../../../views/export/summary.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { playedPersonas } from '../../support/personas.ts';

const curriculum = theCurriculum();
const AT = '2027-06-01T12:00:00.000Z';
const happened = (events: readonly ParticipantEvent[]): readonly Happening[] =>
  events.map((event) => ({ at: AT, events: [event] }));
const ends = playedPersonas();
const sheetOf = (name: string, more: readonly ParticipantEvent[] = []) => {
  const journey = ends.find((end) => end.name === name);
  if (journey === undefined || journey.state.status === 'erased') throw new Error(`${name} has a state`);
  const view = summaryPage(journey.state, happened([...more, ...journey.events]), {
    at: AT,
    meUrl: '/me/x',
    curriculum,
  });
  if (view === null) throw new Error(`${name} has a sheet`);
  return view;
};

describe('the sheet', () => {
  it('has level, stage, every week’s answer and what followed', () => {
    const view = sheetOf('calm');
    expect(view.position[1]).toMatch(/^Strength: Level \d · .+ \(of 7; began at \d\)\.$/);
    expect(view.position[2]).toMatch(/^Running: stage R/);
    expect(view.about).toMatchObject({ side: 'left', site: 'upper', painAverage: 5, painWorst: 6 });
    expect(view.weeks.length).toBeGreaterThan(8);
    expect(view.weeks[0]).toMatchObject({ week: 1, average: expect.any(Number), worst: expect.any(Number) });
    for (const { average, rest, decided } of view.weeks) {
      expect(decided).toMatch(/LV\d, (R\d|running reduced): (a step up|stayed|a step easier|plan stopped)$/);
      if (average !== null) expect(rest).toMatch(/^(not )?settled|^both calves stiff/);
    }
    expect(view.weeks.some(({ rest }) => rest.includes('heel raises'))).toBe(true);
    expect(view.weeks.some(({ rest }) => rest.includes('test: strength passed'))).toBe(true);
    expect(
      view.weeks.some(({ rest }) =>
        /own activity \d+ of 10, change since the start [+-]?\d \(-5 to \+5\)/.test(rest),
      ),
    ).toBe(true);
    expect(view.happenings).toEqual([]);
  });

  it('has what was stopped, by which answer, and the way back', () => {
    const words = sheetOf('back-after-stop').happenings.map(({ what }) => what);
    expect(
      words.some((what) => /^All calf exercises and running stopped\. Answer: .{5,}\.$/.test(what)),
    ).toBe(true);
    expect(
      words.some((what) =>
        /^Came back; seen by a (doctor|physiotherapist|nurse) on \d{4}-\d\d-\d\d\.$/.test(what),
      ),
    ).toBe(true);
    expect(sheetOf('got-worse').happenings.some(({ what }) => what.includes('got worse'))).toBe(true);
  });

  it('of somebody stopped at the first questions has the answer and no course', () => {
    const view = sheetOf('intake-doctor');
    expect([view.status, view.about, view.weeks, view.position]).toEqual(['stopped', null, [], []]);
    expect(view.happenings).toHaveLength(1);
  });

  it('stays one page: the newest weeks, and it says how many are left out', () => {
    for (const { name, state, events } of ends) {
      if (state.status === 'erased') continue;
      const view = summaryPage(state, happened(events), { at: AT, meUrl: '/me/x', curriculum });
      if (view === null) continue;
      const all = 'course' in state && state.course !== null ? state.course.history.length : 0;
      expect(view.weeks.length, name).toBeLessThanOrEqual(SUMMARY_WEEKS);
      expect(view.weeks.length + view.weeksLeftOut, name).toBe(all);
      expect(view.happenings.length, name).toBeLessThanOrEqual(SUMMARY_HAPPENINGS);
    }
  });

  it('shows nothing of an earlier time here', () => {
    const earlier = ends.find(({ name }) => name === 'red-flag-week-5')?.events ?? [];
    expect(earlier.some((event) => event.type === 'Stopped')).toBe(true);
    expect(sheetOf('calm', earlier).happenings).toEqual([]);
  });

  it('never holds a name, an address, a note or a health condition, and never a diagnosis', () => {
    for (const { name, state, events } of ends) {
      if (state.status === 'erased') continue;
      const person = { ...state, firstName: 'Qxname' } as Person;
      const noted = events.map((event) =>
        event.type === 'CheckedIn'
          ? { ...event, answers: { ...event.answers, note: 'qxnote', conditions: ['kidney' as const] } }
          : event,
      );
      const text = JSON.stringify(
        summaryPage(person, happened(noted), { at: AT, meUrl: '/me/x', curriculum }),
      );
      expect(text, name).not.toMatch(/qxn|example\.org|kidney|tear\b|DVT|thrombosis|diagnos/i);
    }
  });

  it('is nobody’s before a course or a stop, and nobody’s after leaving', () => {
    const left = ends.find(({ state }) => state.status === 'left');
    expect(left).toBeDefined();
    if (left?.state.status === 'left')
      expect(
        summaryPage(left.state, happened(left.events), { at: AT, meUrl: '/me/x', curriculum }),
      ).toBeNull();
  });
});
