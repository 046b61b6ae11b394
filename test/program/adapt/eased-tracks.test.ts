/**
 * What a runner may choose, and what a worse calf does, at the edges: never looser than what was decided
 * (docs/architecture.md §5, MD-8).
 */
import { describe, expect, it } from 'vitest';
import { eased, flared, repeated } from '../../../program/adapt/eased-tracks.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { numbers, tracksAt } from '../support/rules.ts';

type Part = Partial<Tracks>;

describe('"too hard"', () => {
  it.each<readonly [string, Part, Part]>([
    ['one level and one stage', { level: 4, stage: 'R3' }, { level: 3, stage: 'R2', longestRun: null }],
    ['from R1 to walking', { level: 4, stage: 'R1' }, { level: 3, stage: 'R0' }],
    ['nobody runs at LV0', { level: 1, stage: 'R3' }, { level: 0, stage: 'R0' }],
    [
      'not at LV0 on RK either',
      { level: 1, stage: 'RK', longestRun: 30 },
      { level: 0, stage: 'R0', longestRun: null },
    ],
    [
      'on RK the longest run is cut',
      { level: 4, stage: 'RK', longestRun: 30 },
      { level: 3, stage: 'RK', longestRun: 21 },
    ],
    [
      'on RK with no length known there is none to cut',
      { level: 4, stage: 'RK', longestRun: null },
      { stage: 'RK', longestRun: null },
    ],
    [
      'a length left over on the ladder goes',
      { level: 4, stage: 'R3', longestRun: 30 },
      { stage: 'R2', longestRun: null },
    ],
    [
      'new weeks are counted from one',
      { level: 4, stage: 'R3', weeksAtLevel: 3, weeksAtStage: 2 },
      { weeksAtLevel: 1, weeksAtStage: 1 },
    ],
    [
      'at both floors the weeks go on',
      { level: 0, stage: 'R0', weeksAtLevel: 3, weeksAtStage: 2 },
      { level: 0, weeksAtLevel: 3, weeksAtStage: 2 },
    ],
    [
      'at the floor of one track alone',
      { level: 2, stage: 'R0', weeksAtLevel: 3, weeksAtStage: 5 },
      { level: 1, weeksAtLevel: 1, weeksAtStage: 5 },
    ],
  ])('%s', (_name, from, to) => {
    expect(eased(tracksAt(from), numbers)).toMatchObject(to);
  });
});

describe('the calf got worse', () => {
  it.each<readonly [string, Part, boolean, Part]>([
    [
      'one stage, not while running',
      { level: 4, stage: 'R5' },
      false,
      { level: 3, stage: 'R4', weeksAtStage: 1, daysOffRunning: true },
    ],
    [
      'two stages while running',
      { level: 4, stage: 'R5' },
      true,
      { level: 3, stage: 'R3', weeksAtStage: 1, daysOffRunning: true },
    ],
    ['two stages reach walking', { level: 4, stage: 'R1' }, true, { stage: 'R0', daysOffRunning: true }],
    [
      'RK is cut once, while running too',
      { level: 4, stage: 'RK', longestRun: 30 },
      true,
      { stage: 'RK', longestRun: 21, daysOffRunning: true },
    ],
    [
      'whoever walks has no days off running',
      { level: 4, stage: 'R0', weeksAtStage: 4 },
      true,
      { stage: 'R0', weeksAtStage: 4, daysOffRunning: false },
    ],
    [
      'the weeks on RK go on',
      { level: 4, stage: 'RK', longestRun: 30, weeksAtStage: 4 },
      false,
      { stage: 'RK', weeksAtStage: 4 },
    ],
    [
      'whoever falls to LV0 leaves running',
      { level: 1, stage: 'R2' },
      false,
      { level: 0, stage: 'R0', weeksAtStage: 1, daysOffRunning: true },
    ],
  ])('%s', (_name, from, whileRunning, to) => {
    expect(flared(tracksAt(from), whileRunning, numbers)).toMatchObject(to);
  });
});

describe('"repeat last week"', () => {
  it.each<readonly [string, Part, Part, Part]>([
    [
      'the week before, once more',
      { level: 4, weeksAtLevel: 1 },
      { level: 3, weeksAtLevel: 2 },
      { level: 3, weeksAtLevel: 3 },
    ],
    [
      'an easing stays',
      { level: 2, weeksAtLevel: 1 },
      { level: 3, weeksAtLevel: 2 },
      { level: 2, weeksAtLevel: 1 },
    ],
    [
      'where nothing moved the decided count stands',
      { level: 3, weeksAtLevel: 4 },
      { level: 3, weeksAtLevel: 3 },
      { level: 3, weeksAtLevel: 4 },
    ],
    [
      'the stage before, once more',
      { stage: 'R4', weeksAtStage: 1 },
      { stage: 'R3', weeksAtStage: 2 },
      { stage: 'R3', weeksAtStage: 3 },
    ],
    [
      'an eased stage stays',
      { stage: 'R2', weeksAtStage: 1 },
      { stage: 'R3', weeksAtStage: 2 },
      { stage: 'R2', weeksAtStage: 1 },
    ],
    [
      'the same stage keeps the decided count',
      { stage: 'R3', weeksAtStage: 7 },
      { stage: 'R3', weeksAtStage: 2 },
      { stage: 'R3', weeksAtStage: 7 },
    ],
    ['foot core by the earlier week', { footCoreWeek: 5 }, { footCoreWeek: 4 }, { footCoreWeek: 4 }],
    ['foot core set back stays', { footCoreWeek: 3 }, { footCoreWeek: 4 }, { footCoreWeek: 3 }],
    [
      'foot core eased then or now',
      { footCoreEased: false },
      { footCoreEased: true },
      { footCoreEased: true },
    ],
    ['foot core eased now', { footCoreEased: true }, { footCoreEased: false }, { footCoreEased: true }],
    ['foot core never eased', { footCoreEased: false }, { footCoreEased: false }, { footCoreEased: false }],
    ['RK regressions are not forgotten', { rkRegressions: 0 }, { rkRegressions: 1 }, { rkRegressions: 1 }],
    ['RK regressions count', { rkRegressions: 1 }, { rkRegressions: 0 }, { rkRegressions: 1 }],
    ['days off running now', { daysOffRunning: true }, { daysOffRunning: false }, { daysOffRunning: true }],
    ['days off running then', { daysOffRunning: false }, { daysOffRunning: true }, { daysOffRunning: true }],
    ['no days off running', { daysOffRunning: false }, { daysOffRunning: false }, { daysOffRunning: false }],
    [
      'sessions of foot core were really done',
      { footCoreSessions: 12 },
      { footCoreSessions: 9 },
      { footCoreSessions: 12 },
    ],
    [
      'RK: the shorter of the two',
      { stage: 'RK', longestRun: 33 },
      { stage: 'RK', longestRun: 30 },
      { stage: 'RK', longestRun: 30 },
    ],
    [
      'RK: a cut stays',
      { stage: 'RK', longestRun: 21 },
      { stage: 'RK', longestRun: 30 },
      { stage: 'RK', longestRun: 21 },
    ],
    [
      'RK: a length known now',
      { stage: 'RK', longestRun: 33 },
      { stage: 'RK', longestRun: null },
      { stage: 'RK', longestRun: 33 },
    ],
    [
      'RK: a length known then',
      { stage: 'RK', longestRun: null },
      { stage: 'RK', longestRun: 30 },
      { stage: 'RK', longestRun: 30 },
    ],
    [
      'RK: no length',
      { stage: 'RK', longestRun: null },
      { stage: 'RK', longestRun: null },
      { stage: 'RK', longestRun: null },
    ],
    [
      'from RK to the ladder: the ladder',
      { stage: 'R3', longestRun: null },
      { stage: 'RK', longestRun: 30 },
      { stage: 'R3', longestRun: null },
    ],
    [
      'RK is never come back to',
      { stage: 'RK', longestRun: 30 },
      { stage: 'R3', longestRun: null },
      { stage: 'R3', longestRun: null },
    ],
    [
      'nor from walking',
      { stage: 'RK', longestRun: 30 },
      { stage: 'R0', longestRun: null },
      { stage: 'R0', longestRun: null },
    ],
  ])('%s', (_name, decided, opening, expected) => {
    expect(repeated(tracksAt(decided), tracksAt(opening))).toMatchObject(expected);
  });
});
