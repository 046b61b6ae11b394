/**
 * What is still missing to graduate, asked directly, each mark from both sides; after a relapse and after a
 * cleared stop (docs/clinical-rules.md §9.11).
 */
import { describe, expect, test } from 'vitest';
import {
  asksForRaises,
  type Criterion,
  openMarks,
  raisesTarget,
  unmetCriteria,
} from '../../../program/adapt/graduation.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Baseline, Opening, Tracks, WeekDigest } from '../../../program/course/types.ts';
import { baselineOf, checkIn, digest, numbers, openingOf, tracksAt } from '../support/rules.ts';

interface Case {
  readonly week?: number;
  readonly tracks?: Partial<Tracks>;
  readonly baseline?: Partial<Baseline>;
  readonly history?: readonly WeekDigest[];
  readonly now?: Partial<WeekDigest>;
  readonly answers?: Partial<CheckInAnswers>;
  readonly again?: Opening['again'];
  readonly footCore?: number;
}
const raises = { sore: 25, other: 25 };
const unmet = ({
  week = 12,
  tracks,
  baseline,
  history,
  now,
  answers,
  again,
  footCore = 16,
}: Case): readonly Criterion[] => {
  const own = tracksAt({ level: 6, stage: 'R9', ...tracks });
  const opening = openingOf({
    week,
    tracks: own,
    baseline: baselineOf(baseline),
    history: history ?? [digest({ week: week - 2 }), digest({ week: week - 1 })],
    ...(again === undefined ? {} : { again }),
  });
  return unmetCriteria(opening, {
    now: digest({ week, raises, ...now }),
    next: { ...own, footCoreSessions: footCore },
    answers: checkIn(answers),
    numbers,
  });
};

describe('what is missing in one week', () => {
  test.each<readonly [string, Case, readonly Criterion[]]>([
    ['nothing', {}, []],
    ['week 7', { week: 7 }, ['week']],
    ['week 8', { week: 8 }, []],
    ['one answered week alone is no calm course', { history: [] }, ['calm']],
    ['two answered weeks are', { history: [digest({ week: 11 })] }, []],
    [
      'a silent week between is left out',
      { history: [digest({ week: 10 }), digest({ week: 11, average: null, worst: null, complete: false })] },
      [],
    ],
    ['average 1, worst 2', { now: { average: 1, worst: 2 } }, []],
    ['average 2', { now: { average: 2 } }, ['calm']],
    ['worst 3', { now: { worst: 3 } }, ['calm']],
    ['worst not told', { now: { worst: null } }, ['calm']],
    ['half an answer', { now: { complete: false } }, ['calm']],
    [
      'the week before not calm',
      { history: [digest({ week: 10 }), digest({ week: 11, worst: 3 })] },
      ['calm'],
    ],
    ['two weeks before not calm', { history: [digest({ week: 10, worst: 3 }), digest({ week: 11 })] }, []],
    ['painkillers', { answers: { painkillers: 'yes' } }, ['calm']],
    ['perhaps painkillers', { answers: { painkillers: 'unsure' } }, ['calm']],
    ['painkillers and pain: said once', { answers: { painkillers: 'yes' }, now: { worst: 5 } }, ['calm']],
    ['R8', { tracks: { stage: 'R8' } }, ['running']],
    ['walking', { tracks: { stage: 'R0' } }, ['running']],
    [
      'RK at the usual length',
      { tracks: { stage: 'RK', longestRun: 40 }, baseline: { longestRun30d: 40 } },
      [],
    ],
    [
      'RK a minute below it',
      { tracks: { stage: 'RK', longestRun: 39 }, baseline: { longestRun30d: 40 } },
      ['running'],
    ],
    [
      'RK, the usual length never told',
      { tracks: { stage: 'RK', longestRun: 5 }, baseline: { longestRun30d: null } },
      ['running'],
    ],
    ['RK, no length now', { tracks: { stage: 'RK', longestRun: null }, baseline: { longestRun30d: 40 } }, []],
    ['RK, no length at all', { tracks: { stage: 'RK', longestRun: null } }, []],
    ['LV5', { tracks: { level: 5 } }, ['level']],
    ['LV7', { tracks: { level: 7 } }, []],
    ['no raises ever', { now: { raises: null } }, ['raises', 'symmetry']],
    [
      'raises of weeks ago count',
      { now: { raises: null }, history: [digest({ week: 8, raises }), digest({ week: 11 })] },
      [],
    ],
    [
      'the last told count',
      {
        now: { raises: null },
        history: [
          digest({ week: 4, raises: { sore: 8, other: 20 } }),
          digest({ week: 8, raises }),
          digest({ week: 11 }),
        ],
      },
      [],
    ],
    ['24 raises', { now: { raises: { sore: 24, other: 24 } } }, ['raises']],
    [
      'right calf sore: the sore one counts',
      { baseline: { side: 'right' }, now: { raises: { sore: 25, other: 20 } } },
      [],
    ],
    [
      'right calf sore and weaker',
      { baseline: { side: 'right' }, now: { raises: { sore: 25, other: 30 } } },
      ['symmetry'],
    ],
    ['exactly nine tenths', { now: { raises: { sore: 27, other: 30 } } }, []],
    ['below nine tenths', { now: { raises: { sore: 26, other: 29 } } }, ['symmetry']],
    [
      'both calves: the weaker counts',
      { baseline: { side: 'both' }, now: { raises: { sore: 30, other: 24 } } },
      ['raises'],
    ],
    [
      'no calf: the weaker counts',
      { baseline: { side: 'none' }, now: { raises: { sore: 24, other: 30 } } },
      ['raises'],
    ],
    [
      'both calves: no symmetry asked',
      { baseline: { side: 'both' }, now: { raises: { sore: 25, other: 40 } } },
      [],
    ],
    ['an easing now', { now: { outcome: 'REGRESS' } }, ['noRegress']],
    [
      'an easing two answers ago',
      { history: [digest({ week: 10, outcome: 'REGRESS' }), digest({ week: 11 })] },
      ['noRegress'],
    ],
    [
      'an easing three answers ago',
      { history: [digest({ week: 9, outcome: 'REGRESS' }), digest({ week: 10 }), digest({ week: 11 })] },
      [],
    ],
    ['15 foot-core sessions', { footCore: 15 }, ['footCore']],
    [
      'everything',
      {
        week: 3,
        history: [],
        tracks: { level: 2, stage: 'R0' },
        now: { raises: null, outcome: 'REGRESS', worst: 5 },
        footCore: 0,
      },
      ['week', 'calm', 'running', 'level', 'raises', 'symmetry', 'noRegress', 'footCore'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(unmet(given)).toEqual(expected);
  });
});

describe('again after graduation', () => {
  const relapse = { week: 30, whole: false };
  const cleared = { week: 30, whole: true };
  const weeks = (from: number, to: number, over: Partial<WeekDigest> = {}) =>
    Array.from({ length: to - from + 1 }, (_, at) => digest({ week: from + at, ...over }));
  const low: Partial<Tracks> = { level: 3, stage: 'R2' };
  test.each<readonly [string, Case, readonly Criterion[]]>([
    [
      'after a relapse three answered weeks are enough',
      { again: relapse, week: 32, history: weeks(30, 31), tracks: low, footCore: 0 },
      [],
    ],
    ['two are not', { again: relapse, week: 31, history: weeks(30, 30), tracks: low }, ['week']],
    [
      'weeks before it do not count',
      { again: relapse, week: 31, history: [...weeks(10, 12), ...weeks(30, 30)], tracks: low },
      ['week'],
    ],
    [
      'silent weeks do not count',
      {
        again: relapse,
        week: 32,
        history: [...weeks(30, 30), ...weeks(31, 31, { average: null })],
        tracks: low,
      },
      ['week'],
    ],
    [
      'calm is asked',
      { again: relapse, week: 32, history: weeks(30, 31), tracks: low, now: { worst: 3 } },
      ['calm'],
    ],
    [
      'an easing is not well',
      { again: relapse, week: 32, history: weeks(30, 31, { outcome: 'REGRESS' }), tracks: low },
      ['noRegress'],
    ],
    [
      'painkillers hide',
      { again: relapse, week: 32, history: weeks(30, 31), tracks: low, answers: { painkillers: 'yes' } },
      ['calm'],
    ],
    [
      'after a cleared stop all marks are asked',
      { again: cleared, week: 32, history: weeks(30, 31), tracks: low, footCore: 0 },
      ['running', 'level', 'footCore'],
    ],
    ['and met anew', { again: cleared, week: 32, history: weeks(30, 31) }, []],
    [
      'raises from before the stop are old',
      {
        again: cleared,
        week: 32,
        history: [digest({ week: 12, raises }), ...weeks(30, 31)],
        now: { raises: null },
      },
      ['raises', 'symmetry'],
    ],
    [
      'raises of its first week are new',
      { again: cleared, week: 32, history: weeks(30, 31, { raises }), now: { raises: null } },
      [],
    ],
    [
      'raises of that very week',
      {
        again: cleared,
        week: 32,
        history: [digest({ week: 30, raises }), digest({ week: 31 })],
        now: { raises: null },
      },
      [],
    ],
  ])('%s', (_name, given, expected) => {
    expect(unmet(given)).toEqual(expected);
  });
});

test('an age the table does not have takes the ceiling, whatever the sex', () => {
  const none = { ...numbers, raises: { ...numbers.raises, usual: [] } };
  expect([raisesTarget('50-59', 'female', none), raisesTarget('50-59', null, none)]).toEqual([25, 25]);
});

describe('heel raises near the end: asked at every second check-in from the first calm week at LV6', () => {
  const opening = (over: Partial<Opening> = {}): Opening =>
    openingOf({
      week: 14,
      tracks: tracksAt({ level: 6, stage: 'R9', footCoreSessions: 16 }),
      history: [
        digest({ week: 12, level: 6, outcome: 'HOLD' }),
        digest({ week: 13, level: 6, outcome: 'HOLD' }),
      ],
      ...over,
    });
  const with2 = (last: Partial<WeekDigest>) =>
    opening({ history: [digest({ week: 12, level: 6 }), digest({ week: 13, level: 6, ...last })] });
  const low = { sore: 20, other: 20 };
  test.each<readonly [string, Opening, boolean]>([
    ['never told', opening(), true],
    ['too few a week ago', with2({ raises: low }), false],
    ['too few two weeks ago', opening({ history: [digest({ week: 12, level: 6, raises: low })] }), true],
    [
      'one side behind two weeks ago',
      opening({ history: [digest({ week: 12, level: 6, raises: { sore: 25, other: 30 } })] }),
      true,
    ],
    ['nothing is missing', opening({ history: [digest({ week: 12, level: 6, raises })] }), false],
    ['other marks are open too', opening({ tracks: tracksAt({ level: 6, stage: 'R5' }) }), true],
    ['LV6 was never calm', opening({ history: [digest({ week: 13, level: 6, worst: 3 })] }), false],
    ['calm at LV5 only', opening({ history: [digest({ week: 13, level: 5 })] }), false],
    [
      'half an answer is no calm week',
      opening({ history: [digest({ week: 13, level: 6, complete: false })] }),
      false,
    ],
    ['nothing answered', opening({ history: [] }), false],
    ['eased to LV5 since', opening({ tracks: tracksAt({ level: 5, stage: 'R9' }) }), false],
    [
      'the sex told earlier counts: 22 at fifty',
      opening({
        baseline: baselineOf({ ageBand: '50-59', normSex: 'female' }),
        history: [digest({ week: 12, level: 6, raises: { sore: 22, other: 22 } })],
      }),
      false,
    ],
    [
      'the same for a man is short',
      opening({
        baseline: baselineOf({ ageBand: '50-59', normSex: 'male' }),
        history: [digest({ week: 12, level: 6, raises: { sore: 22, other: 22 } })],
      }),
      true,
    ],
  ])('%s: %s', (_name, given, expected) => expect(asksForRaises(given, numbers)).toBe(expected));
});

describe('the marks to the finish name the number of the person and the needed one', () => {
  const at6 = (over: Partial<Opening> = {}): Opening =>
    openingOf({
      week: 10,
      tracks: tracksAt({ level: 6, stage: 'R5', footCoreSessions: 12 }),
      history: [digest({ week: 8, level: 6, raises: { sore: 19, other: 26 } })],
      ...over,
    });
  const marks = (opening: Opening, now: Partial<WeekDigest> = {}, answers: Partial<CheckInAnswers> = {}) =>
    openMarks(opening, {
      now: digest({ week: 10, level: 6, ...now }),
      next: { ...opening.tracks, footCoreSessions: 15 },
      answers: checkIn(answers),
      numbers,
    });
  test('all that are open, in one order', () =>
    expect(marks(at6())).toEqual([
      { code: 'mark-running', params: { now: 21, needed: 30 } },
      { code: 'mark-raises', params: { now: 19, needed: 25 } },
      { code: 'mark-symmetry', params: { sore: 19, other: 26, percent: 73, needed: 90 } },
      { code: 'mark-foot-core', params: { now: 15, needed: 16 } },
    ]));
  test('an own goal counts, a count of this week stands', () =>
    expect(marks(at6({ goalMinutes: 20 }), { raises: { sore: 25, other: 26 } }).map((m) => m.code)).toEqual([
      'mark-foot-core',
    ]));
  test('a painkiller leaves the calm week open', () =>
    expect(marks(at6(), {}, { painkillers: 'yes' })[0]).toEqual({ code: 'mark-calm', params: {} }));
  test('nothing before LV6 was calm, nor after a relapse', () => {
    expect(marks(at6({ history: [] }), { worst: 3 })).toEqual([]);
    expect(marks(at6({ tracks: tracksAt({ level: 5 }) }))).toEqual([]);
    expect(marks(at6({ again: { week: 9, whole: false } }))).toEqual([]);
  });
});
