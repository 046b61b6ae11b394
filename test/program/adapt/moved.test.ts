/** What a week that moves up keeps beside its rule: the track that moved and the answers that opened it. */
import { describe, expect, test } from 'vitest';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { checkIn, decide, openingOf, tracksAt } from '../support/rules.ts';

const params = (tracks: Partial<Tracks>, answers: Partial<CheckInAnswers>) =>
  decide(openingOf({ restriction: 'noAcceleration', tracks: tracksAt(tracks) }), checkIn(answers)).reasons[0]
    ?.params;

describe('what moved', () => {
  test('what moved, and the answers that opened it', () => {
    const tests = { gateStrength: 'yes', gateRun: 'yes', runsDone: 3 } as const;
    expect(params({ level: 3 }, tests)).toMatchObject({ moved: 'both', test: 'LV4', runTest: 'yes' });
    expect(params({ level: 3 }, { gateStrength: 'yes' })).toMatchObject({
      moved: 'strength',
      test: 'LV4',
    });
    expect(
      params({ level: 4, weeksAtLevel: 2, stage: 'R1' }, { runsDone: 3, longestRunMinutes: 6 }),
    ).toMatchObject({ moved: 'running', runs: 3 });
    expect(params({ level: 3 }, {})).not.toHaveProperty('moved');
  });
  test('the morning and the painkiller are kept as they were told', () =>
    expect(params({ level: 3 }, { nextDay: 'worse24' })).toMatchObject({
      nextDay: 'worse24',
      painkillers: 'no',
    }));
});
