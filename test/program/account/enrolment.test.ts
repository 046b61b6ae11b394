import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { confirm, given, mailed, signUp, start, T0, wake } from '../given.ts';

const BERLIN = 'Europe/Berlin';
const kinds = (state: Participant | null): readonly string[] =>
  state === null || state.status === 'erased' ? [] : state.owed.map((m) => m.kind);
describe('the first week runs 4 to 10 days to the chosen day, whatever the hour of the intake', () => {
  const moments = Array.from({ length: 7 }, (_, day) =>
    [0, 6, 12, 23].map((hour) => [day, hour] as const),
  ).flat();
  test.each(moments)('joining on day %i at %i o’clock UTC', (day, hour) => {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const at = `2026-03-0${2 + day}T${String(hour).padStart(2, '0')}:30:00.000Z`;
      const { state } = given(signUp({ at, timeZone: BERLIN }), confirm(at)).when(
        start({ weekday, timeZone: BERLIN }, at),
      );
      expect(state?.status).toBe('active');
      if (state?.status !== 'active') return;
      expect(state.course.days).toBeGreaterThanOrEqual(4);
      expect(state.course.days).toBeLessThanOrEqual(10);
      expect(state.course.restriction).toBe('noAcceleration');
      // The question comes the day before the next plan, and never before the first session could be done.
      const checkIn = state.owed.find((m) => m.kind === 'check-in');
      expect(checkIn !== undefined && checkIn.due > addMinutes(at, 2 * 24 * 60)).toBe(true);
    }
  });
});

describe('signing up again', () => {
  test('within ten minutes sends nothing more', () => {
    const { state } = given(signUp(), ...mailed(T0, 'confirm-n1')).when(signUp({ at: addMinutes(T0, 9) }));
    expect(kinds(state)).toEqual([]);
  });
  test('later sends the confirmation again, three times a day at most', () => {
    const again = [2, 3, 4, 5].flatMap((n) => {
      const at = addMinutes(T0, 60 * n);
      return [signUp({ at }), ...mailed(at, `confirm-n${n}`)];
    });
    const { state } = given(signUp(), ...mailed(T0, 'confirm-n1')).when(...again);
    expect(state?.status === 'unconfirmed' && state.notices.length).toBe(3);
  });
  test('tells somebody who is here that they are here', () => {
    const at = addMinutes(T0, 30);
    const { state } = given(signUp(), ...mailed(T0, 'confirm-n1'), confirm(at)).when(
      signUp({ at: addMinutes(at, 1) }),
    );
    expect(kinds(state)).toEqual(['already']);
  });
  test('begins anew for somebody who left, and kills the old links', () => {
    const { state } = given(signUp(), confirm(), { type: 'Unsubscribe', at: T0 }).when(
      signUp({ at: addMinutes(T0, 60), email: 'b@example.org' }),
    );
    expect(state).toMatchObject({ status: 'unconfirmed', email: 'b@example.org', tokenEpoch: 1 });
  });
  test.each(['RecordComplaint', 'RecordBounce'] as const)('stays silent after %s', (type) => {
    const leave: Command =
      type === 'RecordBounce'
        ? { type, at: T0, occasion: 'start', permanent: true, bouncedAt: T0 }
        : { type, at: T0, occasion: 'start' };
    const { state } = given(signUp(), confirm(), leave).when(signUp({ at: addMinutes(T0, 600) }));
    expect([state?.status, kinds(state)]).toEqual(['left', []]);
  });
});

describe('confirming', () => {
  test('once is confirmed', () => {
    given(signUp()).when(confirm()).then({ type: 'Confirmed', at: T0 }, { type: 'MailsDropped' });
  });
  test('twice is once', () => {
    const state = given(signUp(), confirm())
      .when(confirm(addMinutes(T0, 5)))
      .then();
    expect(state?.status).toBe('confirmed');
  });
  test('is refused from the seventh day on, and the address is forgotten', () => {
    const late = addMinutes(T0, 7 * 24 * 60);
    given(signUp()).when(confirm(late)).refused('expired');
    const { state } = given(signUp(), ...mailed(T0, 'confirm-n1')).when(wake(late));
    expect(state).toEqual({ status: 'erased', id: signUp().id });
  });
});

describe('the intake', () => {
  test('is refused before the confirmation, and a second time', () => {
    given(signUp()).when(start()).refused('not-confirmed');
    given(signUp(), confirm(), start()).when(start()).refused('already-started');
  });
  test('with a stop sign makes no course, owes the safety mail at once and two follow-ups', () => {
    const { state } = given(signUp(), confirm()).when(start({ redFlags: ['swelling'] }));
    expect(state).toMatchObject({
      status: 'stopped',
      course: null,
      stop: { route: 'doctor', from: 'intake' },
    });
    expect(kinds(state)).toEqual(['safety', 'clearance', 'clearance']);
  });
  test('records both consents with their versions and times', () => {
    const { state } = given(signUp(), confirm(addMinutes(T0, 1))).when({
      ...start({}, addMinutes(T0, 5)),
      consentVersion: 'h2',
    });
    expect(state?.status === 'active' && state.consents).toEqual({
      email: { at: T0, version: '1' },
      confirmedAt: addMinutes(T0, 1),
      health: { at: addMinutes(T0, 5), version: 'h2' },
    });
  });
});
