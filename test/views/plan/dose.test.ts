/**
 * Doses and runs in words: one wording for mails, pages and documents, and no number of a dose left out of
 * it.
 */
import { describe, expect, it } from 'vitest';
import type { Dose, RunPrescription } from '../../../program/course/plan.ts';
import {
  amountWords,
  compactDose,
  count,
  doseWords,
  range,
  runShort,
  runWords,
  tempoWords,
} from '../../../views/plan/dose.ts';
import { PLAN } from '../../../web/examples/data.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const curriculum = theCurriculum();

describe('a dose', () => {
  it.each([
    [
      { sets: 3, reps: 12, toReps: 15, tempo: '2-1-3', restSeconds: 60, restSecondsTo: 90, eachSide: true },
      '3 sets of 12, building to 15, each side · 2 seconds up, 1 held, 3 down · rest 60–90 seconds',
    ],
    [{ sets: 1, seconds: 30, tempo: 'hold', restSeconds: 0, eachSide: false }, '1 × 30 seconds'],
    [{ sets: 1, reps: 10, tempo: 'easy', restSeconds: 0, eachSide: false }, '1 set of 10 · at an easy pace'],
    [
      { sets: 4, reps: 8, toReps: 6, tempo: '3-0-3', restSeconds: 120, restSecondsTo: 180, eachSide: false },
      '4 sets of 8, then 6 with more weight · 3 seconds up, no hold, 3 down · rest 2–3 minutes',
    ],
    [
      { sets: 2, reps: 10, seconds: 5, toSeconds: 10, tempo: 'hold', restSeconds: 60, eachSide: true },
      '2 sets of 10, holding each for 5 seconds, building to 10, each side · rest 60 seconds',
    ],
    [
      { sets: 2, toSets: 3, metres: 20, tempo: 'slow', restSeconds: 120, eachSide: false },
      '2–3 walks of 20 metres · slowly · rest 2 minutes',
    ],
    [
      { sets: 1, metres: 20, tempo: 'quick', restSeconds: 0, eachSide: false },
      '1 walk of 20 metres · quick and light',
    ],
    [
      { sets: 2, tempo: 'easy', restSeconds: 90, restSecondsTo: 120, eachSide: false },
      '2 sets · at an easy pace · rest 90–120 seconds',
    ],
  ] as const)('%j', (dose, words) => expect(doseWords({ dose })).toBe(words));

  it('says on how many days only, where it is not on all', () => {
    const dose: Dose = { sets: 1, reps: 10, tempo: 'easy', restSeconds: 0, eachSide: false };
    expect(doseWords({ dose, sessionsPerWeek: 2 })).toBe('1 set of 10 · at an easy pace · 2 times a week');
    expect(doseWords({ dose, sessionsPerWeek: 1 })).toBe('1 set of 10 · at an easy pace · 1 time a week');
  });

  const prescribed = [
    ...curriculum.levels.flatMap((level) => level.exercises),
    ...curriculum.footCore.blocks.flatMap((block) => block.moves),
  ];
  it.each(prescribed.map((p) => [`${p.exercise} ${JSON.stringify(p.dose)}`, p] as const))(
    'every number of %s is in the words',
    (_name, p) => {
      const { sets, toSets, reps, toReps, seconds, toSeconds, metres } = p.dose;
      const said = (amountWords(p.dose).match(/\d+/g) ?? []).map(Number);
      const asked = [sets, toSets, reps, toReps, seconds, toSeconds, metres].filter((n) => n !== undefined);
      expect([...said].sort((a, b) => a - b)).toEqual([...asked].sort((a, b) => a - b));
    },
  );

  it('has no tempo without words', () => {
    expect(
      prescribed.map(({ dose }) => tempoWords(dose.tempo)).filter((words) => /-|NaN|undefined/.test(words)),
    ).toEqual([]);
  });
});

describe('counts and ranges', () => {
  it.each([
    [1, '1 run'],
    [2, '2 runs'],
    [0, '0 runs'],
  ])('%i', (n, words) => expect(count(n, 'run')).toBe(words));
  it('a range of one number is that number', () =>
    expect([range([20, 20]), range([15, 20])]).toEqual(['20', '15–20']));
});

const run = (change: Partial<RunPrescription>): RunPrescription => ({ ...PLAN.run, walks: null, ...change });
const EASY = 'Easy enough to talk, on the flat, in shoes you know, and never two days in a row.';
describe('the running of a week', () => {
  it.each([
    [{ sessions: 0 }, 'No running this week.'],
    [
      {},
      `3 sessions: 1 minute of easy jogging, 4 minutes of walking, 6 times. That is about 30 minutes, of which you jog 6. ${EASY}`,
    ],
    [{ totalRunMinutes: 0 }, `3 sessions: 30 minutes of easy walking. ${EASY}`],
    [
      { intervals: 1, walkMinutes: 0, totalRunMinutes: 30, stage: 'R9' },
      `3 sessions: 30 minutes of easy running. ${EASY}`,
    ],
    [
      { stage: 'RK', longestRun: 25, volumePercent: [50, 70] },
      `About 50–70 % of your usual weekly distance, over 3 runs. No run longer than 25 minutes. No hills and no speed work for now. ${EASY}`,
    ],
    [
      { stage: 'RK', longestRun: null, volumePercent: null, noHills: false },
      `No run longer than your longest of the last 30 days. ${EASY}`,
    ],
    [
      { daysOffFirst: 2, sessions: 0 },
      'No running on the first 2 days. Swimming or cycling is fine if the calf stays calm. No running this week.',
    ],
    [
      { stage: 'R0', walks: { sessions: 3, minutes: [15, 20], brisk: false } },
      'No running yet. 3 easy walks of 15–20 minutes on the flat, at 2 or less. Walking is how the jogging starts.',
    ],
    [
      { stage: 'R0', walks: { sessions: 0, minutes: [15, 20], brisk: false } },
      'No walks to add this week beyond your everyday ones.',
    ],
  ] as const)('%j', (change, words) =>
    expect(runWords(run({ noHills: true, ...change })).join(' ')).toBe(words),
  );

  it.each([
    [{ sessions: 0 }, null],
    [{ walks: { sessions: 0, minutes: [20, 20], brisk: false } }, null],
    [
      { walks: { sessions: 3, minutes: [20, 20], brisk: true } },
      'No running yet: brisk walks of 20 minutes on the flat.',
    ],
    [{}, '6 × (1 min jog, 4 min walk), easy enough to talk.'],
    [{ totalRunMinutes: 0 }, '30 minutes of easy walking.'],
    [{ intervals: 1, walkMinutes: 0, totalRunMinutes: 30 }, '30 minutes, easy enough to talk.'],
    [
      { stage: 'RK', longestRun: 40, daysOffFirst: 2 },
      'No run longer than 40 minutes, easy enough to talk. No hills, no speed work. Not on the first 2 days.',
    ],
  ] as const)('in one line %j', (change, words) =>
    expect(runShort(run({ noHills: true, ...(change as Partial<RunPrescription>) }))).toBe(words),
  );
});

describe('a dose in a line of a phone', () => {
  const dose = { tempo: 'easy', restSeconds: 0, eachSide: false } as const;
  it.each([
    [{ ...dose, sets: 3, reps: 12, toReps: 15, eachSide: true }, undefined, '3 × 12–15, each side'],
    [{ ...dose, sets: 2, toSets: 3, reps: 8 }, 2, '2–3 × 8, twice'],
    [{ ...dose, sets: 4, reps: 8, toReps: 6 }, undefined, '4 × 8, 6 with more weight'],
    [{ ...dose, sets: 5, seconds: 30, toSeconds: 45 }, undefined, '5 × 30–45 s'],
    [{ ...dose, sets: 2, reps: 10, seconds: 5 }, 3, '2 × 10 × 5 s, 3 times'],
    [{ ...dose, sets: 3, metres: 20 }, undefined, '3 × 20 m'],
  ] as const)('%j', (of, sessionsPerWeek, words) =>
    expect(compactDose({ dose: of, sessionsPerWeek })).toBe(words),
  );
});
