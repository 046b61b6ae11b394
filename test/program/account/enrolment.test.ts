import { describe, expect, test } from 'vitest';
import { type IntakeAnswers, intakeAnswers } from '../../../program/answers/intake.ts';
import { apply, decide } from '../../../program/decide.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { loadCurriculum } from '../../../tools/build/curriculum.ts';

const curriculum = loadCurriculum();
const T0 = '2026-03-02T06:00:00.000Z';
const SIGN_UP: Command = {
  type: 'SignUp',
  at: T0,
  id: '0123456789ABCDEF',
  email: 'a@example.org',
  firstName: null,
  country: 'DE',
  timeZone: 'Europe/Berlin',
  weekday: 1,
  hour: 7,
  units: 'km',
  consentVersion: '1',
};
const ANSWERS: IntakeAnswers = intakeAnswers.parse({
  consentHealth: true,
  redFlags: [],
  conditions: [],
  side: 'left',
  painAverage: 5,
  painWorst: 6,
  nextDay: 'worse24',
  twoLegRaise: 'fine',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: 1,
  hour: 7,
  timeZone: 'Europe/Berlin',
  units: 'km',
});

/** Runs commands in order; refusals are collected by their code. */
function played(...commands: Command[]): { state: Participant | null; refusals: string[] } {
  const refusals: string[] = [];
  let state: Participant | null = null;
  for (const command of commands) {
    const decided = decide(command, state, curriculum);
    if (decided.ok) state = apply(state, decided.value);
    else refusals.push(decided.refusal.code);
  }
  return { state, refusals };
}
const kinds = (state: Participant | null): readonly string[] =>
  state === null || state.status === 'erased' ? [] : state.owed.map((m) => m.kind);
const sent = (at: string, occasion: string): Command[] => [
  { type: 'Wake', at, owner: 'test', evidenceUntil: at },
  { type: 'RecordSent', at, occasion },
];

describe('the first week runs 4 to 10 days to the chosen day, whatever the hour of the intake', () => {
  const cases = Array.from({ length: 7 }, (_, day) =>
    [0, 6, 12, 23].map((hour) => [day, hour] as const),
  ).flat();
  test.each(cases)('joining on day %i at %i o’clock UTC', (day, hour) => {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const at = `2026-03-0${2 + day}T${String(hour).padStart(2, '0')}:30:00.000Z`;
      const { state } = played(
        { ...SIGN_UP, at },
        { type: 'Confirm', at },
        { type: 'Start', at, answers: { ...ANSWERS, weekday }, consentVersion: '1' },
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
    const { state } = played(SIGN_UP, ...sent(T0, 'confirm-n1'), { ...SIGN_UP, at: addMinutes(T0, 9) });
    expect(kinds(state)).toEqual([]);
  });
  test('later sends the confirmation again, three times a day at most', () => {
    const commands: Command[] = [SIGN_UP, ...sent(T0, 'confirm-n1')];
    for (const n of [2, 3, 4, 5]) {
      const at = addMinutes(T0, 60 * n);
      commands.push({ ...SIGN_UP, at }, ...sent(at, `confirm-n${n}`));
    }
    const { state } = played(...commands);
    expect(state?.status === 'unconfirmed' && state.notices.length).toBe(3);
  });
  test('tells somebody who is here that they are here', () => {
    const at = addMinutes(T0, 30);
    const { state } = played(
      SIGN_UP,
      ...sent(T0, 'confirm-n1'),
      { type: 'Confirm', at },
      { ...SIGN_UP, at: addMinutes(at, 1) },
    );
    expect(kinds(state)).toEqual(['already']);
  });
  test('begins anew for somebody who left, and kills the old links', () => {
    const { state } = played(
      SIGN_UP,
      { type: 'Confirm', at: T0 },
      { type: 'Unsubscribe', at: T0 },
      { ...SIGN_UP, at: addMinutes(T0, 60), email: 'b@example.org' },
    );
    expect(state).toMatchObject({ status: 'unconfirmed', email: 'b@example.org', tokenEpoch: 1 });
  });
  test.each(['RecordComplaint', 'RecordBounce'] as const)('stays silent after %s', (type) => {
    const leave: Command =
      type === 'RecordBounce'
        ? { type, at: T0, occasion: 'start', permanent: true, bouncedAt: T0 }
        : { type, at: T0, occasion: 'start' };
    const { state } = played(SIGN_UP, { type: 'Confirm', at: T0 }, leave, {
      ...SIGN_UP,
      at: addMinutes(T0, 600),
    });
    expect([state?.status, kinds(state)]).toEqual(['left', []]);
  });
});

describe('confirming', () => {
  test('twice is once', () => {
    const { state, refusals } = played(
      SIGN_UP,
      { type: 'Confirm', at: T0 },
      { type: 'Confirm', at: addMinutes(T0, 5) },
    );
    expect([state?.status, refusals]).toEqual(['confirmed', []]);
  });
  test('is refused from the seventh day on, and the address is forgotten', () => {
    const late = addMinutes(T0, 7 * 24 * 60);
    expect(played(SIGN_UP, { type: 'Confirm', at: late }).refusals).toEqual(['expired']);
    const { state } = played(SIGN_UP, ...sent(T0, 'confirm-n1'), {
      type: 'Wake',
      at: late,
      owner: 't',
      evidenceUntil: null,
    });
    expect(state).toEqual({ status: 'erased', id: SIGN_UP.id });
  });
});

describe('the intake', () => {
  test('is refused before the confirmation, and a second time', () => {
    const start: Command = { type: 'Start', at: T0, answers: ANSWERS, consentVersion: '1' };
    expect(played(SIGN_UP, start).refusals).toEqual(['not-confirmed']);
    expect(played(SIGN_UP, { type: 'Confirm', at: T0 }, start, start).refusals).toEqual(['already-started']);
  });
  test('with a stop sign makes no course, owes the safety mail at once and two follow-ups', () => {
    const start: Command = {
      type: 'Start',
      at: T0,
      answers: { ...ANSWERS, redFlags: ['swelling'] },
      consentVersion: '1',
    };
    const { state } = played(SIGN_UP, { type: 'Confirm', at: T0 }, start);
    expect(state).toMatchObject({
      status: 'stopped',
      course: null,
      stop: { route: 'doctor', from: 'intake' },
    });
    expect(kinds(state)).toEqual(['safety', 'clearance', 'clearance']);
  });
  test('records both consents with their versions and times', () => {
    const { state } = played(
      SIGN_UP,
      { type: 'Confirm', at: addMinutes(T0, 1) },
      { type: 'Start', at: addMinutes(T0, 5), answers: ANSWERS, consentVersion: 'h2' },
    );
    expect(state?.status === 'active' && state.consents).toEqual({
      email: { at: T0, version: '1' },
      confirmedAt: addMinutes(T0, 1),
      health: { at: addMinutes(T0, 5), version: 'h2' },
    });
  });
});
