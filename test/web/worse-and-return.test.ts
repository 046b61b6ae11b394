/**
 * "My calf got worse", coming back after a stop, and what may be asked for: every field, its good values, a
 * sentence for each bad one.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormValues, Read } from '../../web/forms/form-values.ts';
import { type ReturnContext, readReturn } from '../../web/forms/fresh.ts';
import { readWorse } from '../../web/forms/worse.ts';

const SEEN: ReturnContext = { seenRange: ['2026-03-02', '2026-03-09'] };
const fieldsWrong = (read: Read<unknown>): readonly string[] =>
  read.ok ? [] : read.errors.map((e) => e.field);
const without = (form: FormValues, name: string): FormValues =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));

describe('“my calf got worse”', () => {
  const WORSE: FormValues = { redFlags: 'none', painNow: '4' };
  it('needs the list and the number, nothing more', () =>
    expect(readWorse(WORSE)).toEqual({
      ok: true,
      value: { redFlags: [], painNow: 4, sudden: null, singleLegRaise: null, when: null },
    }));
  it('takes it all', () =>
    expect(
      readWorse({ redFlags: ['swelling', 'none', 'pop'], painNow: '10', sudden: 'yes', when: 'running' }),
    ).toEqual({
      ok: true,
      value: {
        redFlags: ['swelling', 'pop'],
        painNow: 10,
        sudden: true,
        singleLegRaise: null,
        when: 'running',
      },
    }));
  it('asks whether the leg rises when it came suddenly, and only where nothing stops already', () => {
    const sudden = { ...WORSE, sudden: 'yes' };
    expect(fieldsWrong(readWorse(sudden))).toEqual(['singleLegRaise']);
    expect(readWorse({ ...sudden, singleLegRaise: 'notTried' })).toMatchObject({
      ok: true,
      value: { singleLegRaise: 'notTried' },
    });
    expect(readWorse({ ...sudden, redFlags: 'pop' }).ok).toBe(true);
    expect(readWorse({ ...sudden, painNow: '7' }).ok).toBe(true);
  });
  it.each([
    ['sudden', 'no', false],
    ['sudden', '', null],
    ['when', 'daily', 'daily'],
    ['when', 'strength', 'strength'],
    ['when', ' ', null],
    ['painNow', '0', 0],
    ['redFlags', 'fever,wakes', ['fever', 'wakes']],
    ['redFlags', 'rockHard', ['rockHard']],
  ] as const)('reads %s = %j as %j', (name, value, answer) => {
    const read = readWorse({ ...WORSE, [name]: value });
    expect(read.ok ? read.value[name] : read).toEqual(answer);
  });
  it.each([
    ['redFlags', ''],
    ['redFlags', 'shark'],
    ['redFlags', ['none', 'shark']],
    ['painNow', ''],
    ['painNow', '11'],
    ['painNow', '-1'],
    ['painNow', '4.5'],
    ['painNow', 'four'],
    ['painNow', ['4', '9']],
    ['sudden', 'maybe'],
    ['sudden', ['yes', 'no']],
    ['when', 'asleep'],
    ['when', ['running', 'daily']],
  ] as const)('refuses %s = %j with one sentence at that field and keeps it', (name, value) => {
    const read = readWorse({ ...WORSE, [name]: value });
    expect(fieldsWrong(read)).toEqual([name]);
    expect(!read.ok && read.errors[0]?.message).toMatch(/^.{15,}\.$/);
    expect(!read.ok && read.values[name]).toEqual(value);
  });
  it('refuses what it does not know', () =>
    expect(fieldsWrong(readWorse({ ...WORSE, painAverage: '3' }))).toEqual(['']));
});

describe('coming back after a stop', () => {
  const BACK: FormValues = {
    seenBy: 'doctor',
    seenOn: '2026-03-05',
    said: 'okToLoad',
    consentHealth: 'yes',
    redFlags: 'none',
    conditions: ['none', 'heart'],
  };
  it('takes a visit and the two lists', () =>
    expect(readReturn(BACK, SEEN)).toEqual({
      ok: true,
      value: {
        seenBy: 'doctor',
        seenOn: '2026-03-05',
        said: 'okToLoad',
        safety: { consentHealth: true, redFlags: [], conditions: ['heart'] },
      },
    }));
  it.each(['seenBy', 'seenOn', 'said', 'consentHealth', 'redFlags', 'conditions'])('needs %s', (name) =>
    expect(fieldsWrong(readReturn(without(BACK, name), SEEN))).toEqual([name]),
  );
  it.each([
    ['seenBy', 'barber'],
    ['seenBy', ['doctor', 'physio']],
    ['seenOn', '2026-03-01'],
    ['seenOn', '2026-03-10'],
    ['seenOn', '2026-02-30'],
    ['seenOn', '5 March'],
    ['seenOn', ['2026-03-05', '2026-03-06']],
    ['said', 'yes'],
    ['consentHealth', 'no'],
    ['redFlags', 'shark'],
    ['conditions', 'gout'],
  ] as const)('refuses %s = %j with one sentence at that field and keeps it', (name, value) => {
    const read = readReturn({ ...BACK, [name]: value }, SEEN);
    expect(fieldsWrong(read)).toEqual([name]);
    expect(!read.ok && read.errors[0]?.message).toMatch(/^.{15,}[.]$/);
    expect(!read.ok && read.values[name]).toEqual(value);
  });
  it.each(['2026-03-02', '2026-03-09'])('takes %s, the edge of the range', (seenOn) =>
    expect(readReturn({ ...BACK, seenOn }, SEEN).ok).toBe(true),
  );
  it.each([
    [
      { seenBy: 'nobody', seenOn: '', said: '' },
      { seenBy: 'nobody', seenOn: null, said: 'wait' },
    ],
    [
      { seenBy: 'nobody', seenOn: 'never', said: 'okToLoad' },
      { seenBy: 'nobody', seenOn: null, said: 'okToLoad' },
    ],
    [
      { seenBy: 'doctor', seenOn: '', said: 'wait' },
      { seenBy: 'doctor', seenOn: null, said: 'wait' },
    ],
    [
      { seenBy: 'nurse', seenOn: '', said: 'notThis' },
      { seenBy: 'nurse', seenOn: null, said: 'notThis' },
    ],
    [
      { seenBy: 'physio', seenOn: '2026-03-02', said: 'wait' },
      { seenBy: 'physio', seenOn: '2026-03-02', said: 'wait' },
    ],
  ] as const)('asks for no date where the stop stays: %j', (change, value) =>
    expect(readReturn({ ...BACK, ...change }, SEEN)).toMatchObject({ ok: true, value }),
  );
  it.each([
    {},
    { seenBy: 'doctor' },
    { seenBy: 'doctor', said: 'okToLoad', seenOn: 'soon' },
    { seenBy: 'x', said: 'y' },
  ])('lets a stop sign through at once, whatever the visit says: %j', (visit) => {
    const read = readReturn(
      { consentHealth: 'yes', redFlags: ['chest', 'none'], conditions: 'none', ...visit },
      SEEN,
    );
    expect(read).toMatchObject({ ok: true, value: { seenOn: null, safety: { redFlags: ['chest'] } } });
  });
  it('never makes somebody seen out of nothing', () => {
    const visit = fc.record({
      seenBy: fc.constantFrom('', 'x', 'nobody', 'doctor'),
      seenOn: fc.constantFrom('', '2026-03-05', 'x'),
      said: fc.string(),
    });
    fc.assert(
      fc.property(visit, fc.constantFrom('none', 'chest'), (words, redFlags) => {
        const read = readReturn({ consentHealth: 'yes', conditions: 'none', redFlags, ...words }, SEEN);
        if (!read.ok) return;
        if (read.value.seenBy !== 'nobody') expect(words.seenBy).toBe(read.value.seenBy);
        if (read.value.said === 'okToLoad') expect(words.said.trim()).toBe('okToLoad');
        if (read.value.seenBy !== 'nobody' && read.value.said === 'okToLoad' && redFlags === 'none')
          expect(read.value.seenOn).toBe('2026-03-05');
      }),
    );
  });
  it('refuses what it does not know', () =>
    expect(fieldsWrong(readReturn({ ...BACK, painAverage: '3' }, SEEN))).toEqual(['']));
});
