/**
 * The expected lives of docs/clinical-rules.md §12: what a physiotherapist would look for in each, asserted;
 * the transcripts beside them are for reading.
 */
import { describe, expect, test } from 'vitest';
import { raceOutlook } from '../../program/forecast/race.ts';
import { daysBetween } from '../../program/kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../../program/participant/events.ts';
import type { Journey } from '../../simulate/personas/journey.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { playedPersona } from '../support/personas.ts';

const curriculum = theCurriculum();
const lived = (name: string): Journey => playedPersona(name);

type Decided = EventOf<'Progressed' | 'Held' | 'Regressed'>;
const isDecided = (e: ParticipantEvent): e is Decided =>
  e.type === 'Progressed' || e.type === 'Held' || e.type === 'Regressed';
const decided = ({ events }: Journey): readonly Decided[] => events.filter(isDecided);
const codes = ({ explained }: Decided): readonly string[] => explained.reasons.map((r) => r.code);
const outcomes = (journey: Journey): readonly string[] => decided(journey).map((d) => d.explained.outcome);
const startOf = (journey: Journey): EventOf<'Enrolled'> => {
  const found = journey.events.find((e) => e.type === 'Enrolled');
  if (found === undefined) throw new Error('enrolled');
  return found;
};
const stops = ({ events }: Journey): readonly string[] =>
  events.flatMap((e) => (e.type === 'Stopped' ? [`${e.stop.route} ${e.stop.findings[0]?.code}`] : []));

test('soleus, two weeks: level 2 and walks, a week more on 4 to 6, nothing sooner for eight weeks', () => {
  const journey = lived('soleus');
  const { tracks } = startOf(journey);
  expect([tracks.level <= 2, tracks.stage]).toEqual([true, 'R0']);
  const early = decided(journey).filter((d) => daysBetween('2026-02-15', d.at.slice(0, 10)) < 56);
  expect(early.length).toBeGreaterThan(4);
  expect(early.map((d) => d.explained.outcome)).not.toContain('ACCELERATE');
  for (const level of [4, 5, 6]) {
    const left = decided(journey).find((d) => d.previous.level === level && d.tracks.level > level);
    const row = curriculum.levels[level];
    if (left !== undefined)
      expect(left.previous.weeksAtLevel).toBeGreaterThanOrEqual((row?.minimumWeeks ?? 9) + 1);
  }
  expect(decided(journey).some((d) => d.tracks.level >= 5)).toBe(true);
});
test('tendon: level 2 and seven tenths of the longest run; a band of stiffness up holds', () => {
  const journey = lived('tendon');
  const { tracks, baseline } = startOf(journey);
  expect(tracks).toMatchObject({ level: 2, stage: 'RK' });
  expect(tracks.longestRun).toBe(Math.floor((baseline.longestRun30d ?? 0) * 0.7));
  const bands = ['0', '1-10', '11-30', 'over30'];
  const stiff = decided(journey).map((d) => bands.indexOf(d.digest.stiff ?? ''));
  const up = decided(journey).filter(
    (_, i) => i > 0 && (stiff[i] ?? -1) === (stiff[i - 1] ?? -1) + 1 && (stiff[i - 1] ?? -1) >= 0,
  );
  expect(up.length).toBeGreaterThan(0);
  for (const d of up) expect(d.explained.outcome).toBe('HOLD');
});
test('62 on ibuprofen: never up, a pharmacist in week 2, a physiotherapist from week 3', () => {
  const weeks = decided(lived('ibuprofen-62'));
  const start = startOf(lived('ibuprofen-62')).tracks.level;
  expect(weeks.every((d) => d.tracks.level <= start && d.explained.outcome !== 'PROGRESS')).toBe(true);
  expect(weeks.slice(0, 3).map((d) => codes(d).filter((c) => c === 'MD-10' || c === 'MD-11'))).toEqual([
    [],
    ['MD-10'],
    ['MD-11'],
  ]);
});
test('new runner: the first rung first, and nothing sooner', () => {
  const journey = lived('new-runner');
  const running = decided(journey).find((d) => d.tracks.stage !== 'R0');
  expect([startOf(journey).tracks.stage, running?.tracks.stage]).toEqual(['R0', 'R1']);
  expect(outcomes(journey)).not.toContain('ACCELERATE');
});
test('marathon in five weeks: not this race, never above the usual run, no rise in the last week', () => {
  const journey = lived('marathon');
  const told = journey.moments.find(({ command }) => command.type === 'TellAboutRunning');
  expect(told === undefined ? null : raceOutlook(told.after, told.at, curriculum)).toMatchObject({
    answer: 'notThisRace',
    need: 336,
  });
  const runs = decided(journey);
  expect(Math.max(...runs.map((d) => d.tracks.longestRun ?? 0))).toBeLessThanOrEqual(170);
  const last = runs.filter((d) => {
    const days = daysBetween(d.at.slice(0, 10), '2026-04-05');
    return days >= 0 && days <= 7;
  });
  expect(last.length).toBeGreaterThan(0);
  for (const d of last) {
    expect([d.tracks.level, d.tracks.longestRun]).toEqual([d.previous.level, d.previous.longestRun]);
    expect(codes(d)).toContain('race-week');
  }
});
test('third strain: level 2 and walks until somebody has looked', () => {
  const journey = lived('third-strain');
  for (const { tracks } of [startOf(journey), ...decided(journey)]) {
    expect(tracks.level).toBeLessThanOrEqual(2);
    expect(tracks.stage).toBe('R0');
  }
  expect(decided(journey).length).toBeGreaterThan(8);
});
test('a flight with new pain: a doctor at the intake', () =>
  expect(stops(lived('flight-before'))).toEqual(['doctor TR-D4']));
test('a flight in week 3: no change is information, a change a doctor, not twice after a return', () => {
  const journey = lived('flight-week-3');
  const third = decided(journey)[2];
  expect(third === undefined ? [] : codes(third)).toContain('watch-leg');
  expect(stops(journey)).toEqual(['doctor TR-D4']);
  const back = journey.events.findIndex((e) => e.type === 'Cleared');
  expect(back).toBeGreaterThan(0);
  const after = journey.events.slice(back).filter(isDecided);
  expect(after.length).toBeGreaterThan(1);
  for (const d of after) expect(d.explained.missing).not.toContain('calfSince');
});
test('tight at minute fifteen: words for a physiotherapist after four, a numb foot is for a doctor', () => {
  const journey = lived('minute-fifteen');
  const weeks = decided(journey);
  expect(weeks.slice(0, 4).map((d) => codes(d).includes('MD-13'))).toEqual([false, false, false, true]);
  expect(stops(journey)).toEqual(['wait TR-W3']);
});
test('sore in strength alone: 5 holds and says what to change, the runs stay; 6 is V08', () => {
  const weeks = decided(lived('strength-only'));
  const [, five, , six] = weeks;
  expect(five?.explained.rule).toBe('AD-12');
  expect(five === undefined ? [] : codes(five)).toContain('strength-only');
  expect([five?.tracks.stage, five?.tracks.longestRun]).toEqual([
    five?.previous.stage,
    five?.previous.longestRun,
  ]);
  expect([six?.explained.rule, six?.explained.outcome]).toEqual(['AD-06', 'REGRESS']);
  expect((six?.previous.level ?? 0) - (six?.tracks.level ?? 0)).toBe(1);
  // One step of running: the first one of those who kept running cuts the longest run.
  expect(six?.tracks.longestRun).toBe(Math.floor(((six?.previous.longestRun ?? 0) * 7) / 10));
});
test('pain of 4 every week: AD-11, a physiotherapist from the third, plainer words from week 6', () => {
  const weeks = decided(lived('four-every-week'));
  expect(new Set(weeks.map((d) => d.explained.rule))).toEqual(new Set(['AD-11']));
  const has = (code: string): readonly number[] =>
    weeks.flatMap((d, i) => (codes(d).includes(code) ? [i + 1] : []));
  expect([has('MD-3')[0], has('MD-4')[0]]).toEqual([3, 6]);
});
test('three missed weeks: two levels lower, and the safety list comes before any exercise', () => {
  const journey = lived('come-back-after-silence');
  const back = decided(journey).find((d) => d.explained.rule === 'AD-04');
  expect(
    back === undefined ? null : [back.explained.outcome, back.tracks.level <= back.previous.level],
  ).toEqual(['REGRESS', true]);
  expect(back?.digest.complete).toBe(true);
});
describe('a holiday', () => {
  test('the way back asks first: no exercises from the return to the answer, nothing moves up', () => {
    const journey = lived('pause');
    const back = journey.events.findIndex((e) => e.type === 'Resumed');
    const answered = journey.events.findIndex((e, i) => i > back && e.type === 'CheckedIn');
    expect([back > 0, answered > back]).toEqual([true, true]);
    const between = journey.events
      .slice(back, answered)
      .flatMap((e) => (e.type === 'MailClaimed' ? [e.mail.kind] : []));
    expect(between).toContain('check-in');
    for (const kind of ['plan', 'decision', 'lesson']) expect(between).not.toContain(kind);
    const first = journey.events.slice(answered).find(isDecided);
    expect(['HOLD', 'REGRESS']).toContain(first?.explained.outcome);
  });
});
