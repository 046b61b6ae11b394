/**
 * RK at its edges: which runs count as the longest of thirty days, how far the next may go, and where a cut
 * leads (S-11, docs/clinical-rules.md §4.2, §4.4).
 */
import { describe, expect, it } from 'vitest';
import {
  cutLongestRun,
  ladderAfterRk,
  longestBefore,
  raisedLongestRun,
} from '../../../program/adapt/keep-running.ts';
import { baselineOf, digest, numbers, openingOf, tracksAt } from '../support/rules.ts';

const told = (...runs: readonly (readonly [week: number, minutes: number | null])[]) =>
  runs.map(([week, longestRun]) => digest({ week, longestRun, stage: 'RK' }));
const runner = (
  week: number,
  history: ReturnType<typeof told>,
  intake: number | null,
  planned: number | null = 30,
  usual: number | null = null,
) =>
  openingOf({
    week,
    history,
    baseline: baselineOf({ runsNow: 'yes', longestRun30d: intake, longestBefore: usual }),
    tracks: tracksAt({ stage: 'RK', longestRun: planned }),
  });

describe('the longest run of the thirty days before', () => {
  it.each([
    ['the intake alone', 1, [], 40, 40],
    ['nobody told anything', 1, [], null, null],
    ['the intake reaches into week 4', 4, [[3, 20]], 40, 40],
    ['from week 5 the intake is too old', 5, [[4, 20]], 40, 20],
    [
      'the longest of four weeks, not the last',
      6,
      [
        [2, 35],
        [3, 20],
        [5, 25],
      ],
      null,
      35,
    ],
    [
      'a run five weeks ago is too old',
      7,
      [
        [2, 50],
        [3, 20],
        [6, 25],
      ],
      null,
      25,
    ],
    [
      'a week in which the runs were not told is no week of nought',
      6,
      [
        [4, 30],
        [5, null],
      ],
      null,
      30,
    ],
    [
      'a week without a run is known, and is nought',
      6,
      [
        [3, 0],
        [4, 0],
        [5, 0],
      ],
      40,
      0,
    ],
    [
      'all too old: the last length known',
      12,
      [
        [2, 50],
        [3, 32],
      ],
      60,
      32,
    ],
    [
      'all too old and one told of nothing since: the last length known',
      12,
      [
        [3, 32],
        [4, null],
      ],
      60,
      32,
    ],
    [
      'nothing ever told since the intake: the intake',
      9,
      [
        [4, null],
        [8, null],
      ],
      45,
      45,
    ],
  ] as const)('%s', (_name, week, runs, intake, expected) => {
    expect(longestBefore(runner(week, told(...runs), intake))).toBe(expected);
  });
});

describe('the longest run goes up', () => {
  it.each([
    ['ten per cent, rounded down', 30, 30, 30, 33],
    ['rounded down', 25, 25, 25, 27],
    ['one minute at least', 6, 6, 6, 7],
    ['never more than ten per cent above what was really run', 30, 28, 28, null],
    ['what was run this week counts', 30, 20, 30, 33],
    ['what was run weeks before counts', 30, 30, 20, 33],
    ['more run than planned opens no more than the plan', 30, 60, 60, 33],
    ['one minute of room', 30, 28, 29, 31],
    ['no minute of room', 31, 28, 28, null],
    ['nothing told this week', 30, 30, null, 33],
    ['nobody knows a length', null, 30, 30, null],
  ] as const)('%s: planned %s, run before %s, this week %s', (_name, planned, before, thisWeek, expected) => {
    expect(raisedLongestRun(runner(6, told([5, before]), null, planned, 90), thisWeek, numbers)).toBe(
      expected,
    );
  });

  it('with no run known at all it is held to the one minute above nothing', () => {
    expect(raisedLongestRun(runner(6, [], null, 30, 90), null, numbers)).toBeNull();
  });

  it.each([
    ['up to the usual', 30, 31, 31],
    ['at the usual it stays', 30, 30, null],
    ['above the usual it stays', 40, 30, null],
    ['no usual is known', 30, null, null],
  ] as const)('%s: planned %s, usual %s', (_name, planned, usual, expected) => {
    expect(raisedLongestRun(runner(6, told([5, 40]), null, planned, usual), 40, numbers)).toBe(expected);
  });
  it('the intake is the usual where the month before it hurt was not told', () => {
    expect(raisedLongestRun(runner(2, told([1, 30]), 32), 30, numbers)).toBe(32);
  });
});

describe('the way back', () => {
  it.each([
    [30, 21],
    [31, 21],
    [1, 0],
    [0, 0],
  ])('%i minutes are cut to %i', (minutes, cut) => {
    expect(cutLongestRun(minutes, numbers)).toBe(cut);
  });

  // R1 6, R2 10, R3 15 minutes of running: never a rung that is more running than the cut run.
  it.each([
    [null, 'R3'],
    [60, 'R3'],
    [22, 'R3'],
    [21, 'R2'],
    [15, 'R2'],
    [14, 'R1'],
    [9, 'R1'],
    [8, 'R0'],
    [0, 'R0'],
  ] as const)('a longest run of %s minutes leads to %s', (minutes, stage) => {
    expect(ladderAfterRk(minutes, numbers)).toBe(stage);
  });
});
