/** "My calf got worse" asks the whole list and whether the leg still rises (docs/clinical-rules.md §12 A24). */
import { describe, expect, test } from 'vitest';
import { INTAKE_RED_FLAGS, type IntakeAnswers } from '../../../program/answers/intake.ts';
import { answerWords } from '../../../program/curriculum/words.ts';
import type { CommandOf } from '../../../program/participant/commands.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { confirm, DAY, Life, signUp, start } from '../given.ts';

/** Level 4, walks; the first question has just come. */
const joined = (over: Partial<IntakeAnswers> = {}): Life =>
  new Life(null)
    .do(signUp())
    .pass(1)
    .do(confirm())
    .do(
      start({
        painAverage: 2,
        painWorst: 3,
        nextDay: 'settled',
        singleLegRaise: 'fine',
        singleLegReps: 10,
        site: 'lower',
        onsetDate: '2026-01-26',
        ...over,
      }),
    )
    .pass(6 * DAY + 2 * 60);
const worse = (life: Life, over: Partial<CommandOf<'ReportWorse'>> = {}): Life =>
  life
    .do({
      type: 'ReportWorse',
      at: life.now,
      redFlags: [],
      painNow: 3,
      sudden: true,
      singleLegRaise: 'fine',
      when: 'daily',
      ...over,
    })
    .pass(0);
const finding = (life: Life): string | undefined =>
  life.state?.status === 'stopped' ? life.state.stop.findings[0]?.code : undefined;

test.each(INTAKE_RED_FLAGS)('%s, a sign of the intake’s list, stops here too', (flag) =>
  expect(worse(joined(), { redFlags: [flag] }).state?.status).toBe('stopped'),
);
test.each(['cannotWeak', 'cannotEither'] as const)(
  '%s is a doctor the same day (TR-D5)',
  (singleLegRaise) => {
    expect(finding(worse(joined(), { singleLegRaise }))).toBe('TR-D5');
    expect(finding(worse(joined(), { singleLegRaise, sudden: null }))).toBe('TR-D5');
  },
);
test('worse after a journey that still counts is a doctor the same day (A1)', () => {
  const flown = joined().answer({ redFlags: ['journey'], calfSince: 'no' });
  expect(flown.state?.status).toBe('active');
  expect(finding(worse(flown))).toBe('TR-D4');
  expect(worse(joined().answer()).state?.status).toBe('active');
});

describe('not tried, or not possible for pain', () => {
  const unproved = (raise: IntakeAnswers['singleLegRaise']): Life =>
    worse(joined(), { singleLegRaise: raise });
  test.each(['notTried', 'cannotPain'] as const)('%s: walks, nothing above level 1', (raise) => {
    const { tracks, baseline, explained } = unproved(raise).course();
    expect([tracks.level, tracks.stage, baseline.caps]).toEqual([1, 'R0', ['unprovedRaise']]);
    expect(explained.reasons.map((r) => r.code)).toContain('capped-unproved-raise');
  });
  test('stays while the check-in leaves it open, and ends with a rise that works', () => {
    const life = unproved('notTried').answer().days(7).answer().days(7);
    expect([life.course().tracks.level, life.course().baseline.caps]).toEqual([1, ['unprovedRaise']]);
    life.answer({ singleLegRaise: 'hurts' });
    expect([life.course().tracks.level, life.course().baseline.caps]).toEqual([1, []]);
    life.days(7).answer();
    expect(life.course().tracks.level).toBe(2);
  });
  test('silence lifts nothing', () => {
    const life = unproved('cannotPain').days(2);
    expect(life.course()).toMatchObject({ missed: 1, baseline: { caps: ['unprovedRaise'] } });
  });
  test('a leg that is too weak at the check-in is a doctor the same day', () =>
    expect(finding(unproved('notTried').answer({ singleLegRaise: 'cannotWeak' }))).toBe('TR-D5'));
  test('little by little and not tried proves nothing against the leg', () =>
    expect(worse(joined(), { sudden: false, singleLegRaise: 'notTried' }).course().baseline.caps).toEqual(
      [],
    ));
});

describe('the one number of a bad moment', () => {
  test.each([7, 8, 9, 10])('%i is said back once, as what it is', (painNow) => {
    const { state } = worse(joined(), { painNow });
    if (state?.status !== 'stopped') throw new Error('seven stops');
    const numbers = state.stop.findings.map(({ answer }) => answer).filter((a) => a.startsWith('pain'));
    expect(numbers).toEqual([`painNow.${painNow}`]);
    expect(answerWords(theCurriculum(), numbers[0] ?? '')).toBe(`a pain of ${painNow} out of 10`);
  });

  test('a stop sign beside it keeps its own line', () => {
    const { state } = worse(joined(), { painNow: 8, redFlags: ['swelling'] });
    if (state?.status !== 'stopped') throw new Error('a sign stops');
    const answers = state.stop.findings.map(({ answer }) => answer);
    expect(answers).toContain('redFlags.swelling');
    expect(answers.filter((a) => a.startsWith('pain'))).toEqual(['painNow.8']);
  });
});
