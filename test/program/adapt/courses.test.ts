/**
 * Reference courses (docs/clinical-rules.md §9.8) at the level of the rules: a calm responder, a slower one
 * over fifty, and one who never tries a test.
 */
import { describe, expect, test } from 'vitest';
import { dueFields } from '../../../program/adapt/due.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageIntake } from '../../../program/triage/triage.ts';
import {
  baselineOf,
  checkIn,
  day,
  decide,
  following,
  intake,
  numbers,
  TODAY,
  tracksAt,
} from '../support/rules.ts';

interface Week {
  readonly opening: Opening;
  readonly decision: WeekDecision;
}

/**
 * Answers every week: worst one above the average, three sessions, runs as planned, and what `tests` says to
 * every test that is due.
 */
function play(
  first: Opening,
  averages: readonly number[],
  weeks: number,
  tests: 'yes' | null,
  raises = 25,
): readonly Week[] {
  const played: Week[] = [];
  let opening = first;
  for (let week = 1; week <= weeks; week++) {
    const average = averages[week - 1] ?? averages.at(-1) ?? 0;
    const due = dueFields(opening, numbers, day(week * 7));
    const planned =
      opening.tracks.stage === 'RK'
        ? (opening.tracks.longestRun ?? 0)
        : (numbers.stages.find((s) => s.stage === opening.tracks.stage)?.totalRunMinutes ?? 0);
    const answers: CheckInAnswers = checkIn({
      painAverage: average,
      painWorst: average + 1,
      sessionsDone: 3,
      longestRunMinutes: planned,
      gateStrength: due.includes('gateStrength') ? tests : null,
      gateRun: due.includes('gateRun') ? tests : null,
      runsDone: due.includes('runsDone') ? 3 : null,
      raisesSore: due.includes('raisesSore') ? raises : null,
      raisesOther: due.includes('raisesOther') ? raises : null,
    });
    const decision = decide(opening, answers, day(week * 7));
    played.push({ opening, decision });
    opening = following(opening, decision);
  }
  return played;
}
const table = (weeks: readonly Week[]): readonly string[] =>
  weeks.map(({ opening: { week, tracks } }) => `${week} LV${tracks.level} ${tracks.stage}`);
const startOf = (over: Parameters<typeof intake>[0]): Opening => {
  const answers = intake(over);
  const { tracks, baseline } = startPoint(answers, triageIntake(answers, TODAY), TODAY, numbers);
  return {
    week: 1,
    tracks,
    baseline,
    history: [],
    missed: 0,
    sessionsPlanned: 4,
    restriction: 'noAcceleration',
    previousAverage: answers.painAverage,
  };
};

describe('course A: average 5 at the intake, calm from week 3', () => {
  const weeks = play(startOf({ painAverage: 5, painWorst: 6 }), [2, 2, 1, 1, 1, 1, 1, 1, 1, 0], 12, 'yes');

  test('is the skeleton of docs/clinical-rules.md §9.8', () => {
    expect(table(weeks)).toEqual([
      '1 LV1 R0',
      '2 LV2 R0',
      '3 LV3 R0',
      '4 LV4 R1',
      '5 LV4 R2',
      '6 LV5 R3',
      '7 LV5 R4',
      '8 LV6 R5',
      '9 LV6 R6',
      '10 LV7 R7',
      '11 LV7 R8',
      '12 LV7 R9',
    ]);
  });
  test('graduates at the check-in of week 12 and not before', () => {
    expect(weeks.filter((w) => w.decision.graduates).map((w) => w.opening.week)).toEqual([12]);
  });
  test('with too few raises it goes on, asks for them at every second check-in', () => {
    const short = play(
      startOf({ painAverage: 5, painWorst: 6 }),
      [2, 2, 1, 1, 1, 1, 1, 1, 1, 0],
      14,
      'yes',
      20,
    );
    expect(short.some((w) => w.decision.graduates)).toBe(false);
    const asked = short.filter((w) => dueFields(w.opening, numbers, null).includes('raisesSore'));
    expect(asked.map((w) => w.opening.week)).toEqual([4, 8, 10, 12, 14]);
  });
});

describe('course B: age 55, from LV1, the average before was 4', () => {
  const first: Opening = {
    week: 1,
    tracks: tracksAt({ level: 1, footCoreWeek: 1, footCoreSessions: 0 }),
    baseline: baselineOf({ ageBand: '50-59' }),
    history: [],
    missed: 0,
    sessionsPlanned: 4,
    restriction: 'noAcceleration',
    previousAverage: 4,
  };
  const weeks = play(first, [3, 3, 2, 2, 2, 1, 1, 1, 1, 1], 15, 'yes');
  test('reaches LV7 and R9 in week 15', () => {
    expect(table(weeks).at(-2)).toBe('14 LV6 R8');
    expect(table(weeks).at(-1)).toBe('15 LV7 R9');
  });
  test('strength and running are not raised together while the week is not fully calm', () => {
    for (const { opening, decision } of weeks) {
      const both =
        decision.tracks.level > opening.tracks.level && decision.tracks.stage !== opening.tracks.stage;
      if (both) expect(decision.digest.average).toBeLessThanOrEqual(1);
    }
  });
});

describe('a course in which no test is ever answered', () => {
  const weeks = play(startOf({ painAverage: 5, painWorst: 6 }), [2, 2, 1, 1, 1, 1, 1, 1, 1, 0], 12, null);

  test('ends week 12 at its starting level and stage', () => {
    expect(new Set(weeks.map((w) => `${w.decision.tracks.level} ${w.decision.tracks.stage}`))).toEqual(
      new Set(['1 R0']),
    );
    expect(weeks.every((w) => w.decision.outcome === 'HOLD')).toBe(true);
  });
  test('every hold names the missing test, and why running waits', () => {
    for (const { decision } of weeks) {
      expect(decision.rule).toBe('AD-20');
      expect(decision.reasons.slice(0, 3)).toEqual([
        expect.objectContaining({ code: 'AD-20' }),
        { code: 'strength-test-missing', params: { from: 'LV1', to: 'LV2' } },
        { code: 'run-level-needed', params: { stage: 'R1', level: 'LV3' } },
      ]);
    }
  });
  test('from the fourth week a physiotherapist is recommended (MD-5)', () => {
    expect(weeks.map((w) => w.decision.physio)).toEqual([...Array(3).fill(false), ...Array(9).fill(true)]);
  });
  test('from LV3 both tests are named', () => {
    const [first] = play({ ...startOf({ singleLegReps: 5 }), restriction: 'none' }, [1], 1, null);
    expect(first?.decision.reasons.slice(1)).toEqual([
      { code: 'strength-test-missing', params: { from: 'LV3', to: 'LV4' } },
      { code: 'run-test-missing', params: { from: 'R0', to: 'R1' } },
    ]);
  });
});
