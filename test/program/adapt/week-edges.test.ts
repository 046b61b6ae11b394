/**
 * A decided week as a whole, at the edges mutation testing found no example for: caps, what is kept, stops,
 * graduation, the heel bone.
 */
import { describe, expect, test } from 'vitest';
import { decideSilence } from '../../../program/adapt/decide-week.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening, WeekDecision, WeekDigest } from '../../../program/course/types.ts';
import {
  baselineOf,
  checkIn,
  day,
  decide,
  digest,
  numbers,
  openingOf,
  TODAY,
  tracksAt,
} from '../support/rules.ts';

const codes = (d: WeekDecision): readonly string[] => d.reasons.map((r) => r.code);

describe('the cap of long pain is lifted by two calm check-ins in a row (docs/clinical-rules.md §6.4)', () => {
  const calm: Partial<WeekDigest> = { average: 2, worst: 3, settled: true, complete: true };
  const lifted = (
    before: readonly Partial<WeekDigest>[],
    answers: Partial<CheckInAnswers> = {},
    caps: Opening['baseline']['caps'] = ['longPain'],
  ) =>
    decide(
      openingOf({
        history: before.map((one, at) => digest({ week: at + 1, ...one })),
        baseline: baselineOf({ caps }),
        previousAverage: 2,
      }),
      checkIn({ painAverage: 2, painWorst: 3, ...answers }),
    ).liftedCaps;
  test.each<readonly [string, readonly Partial<WeekDigest>[], Partial<CheckInAnswers>, boolean]>([
    ['twice calm', [calm], {}, true],
    [
      'a silent week between does not break the row',
      [calm, { average: null, worst: null, complete: false }],
      {},
      true,
    ],
    ['the first answer of all', [], {}, false],
    ['calm now, average 3 before', [{ ...calm, average: 3 }], {}, false],
    ['calm now, worst 4 before', [{ ...calm, worst: 4 }], {}, false],
    ['calm now, not settled before', [{ ...calm, settled: false }], {}, false],
    ['calm now, half an answer before', [{ ...calm, complete: false }], {}, false],
    ['calm now, worst not told before', [{ ...calm, worst: null }], {}, false],
    ['calm before last only', [calm, { ...calm, worst: 4 }], {}, false],
    ['average 3 now', [calm], { painAverage: 3 }, false],
    ['worst 4 now', [calm], { painWorst: 4 }, false],
    ['not settled now', [calm], { nextDay: 'worse24' }, false],
    ['half an answer now', [calm], { painkillers: null }, false],
  ])('%s: %s', (_name, before, answers, expected) => {
    expect(lifted(before, answers)).toEqual(expected ? ['longPain'] : []);
  });
  test('no other cap is lifted by calm weeks', () =>
    expect(lifted([calm], {}, ['thirdStrain', 'tendonMedicine', 'noSingleRaise'])).toEqual([]));
});

describe('what is kept of a week', () => {
  const kept = (answers: Partial<CheckInAnswers>, over: Partial<Opening> = {}) =>
    decide(openingOf(over), checkIn(answers)).digest;
  test('every answer of the row as it was given', () => {
    expect(
      kept(
        { painAverage: 2, painWorst: 3, nextDay: 'stiffBoth', sessionsDone: 2, longestRunMinutes: 0 },
        { sessionsPlanned: 4 },
      ),
    ).toEqual({
      week: 4,
      outcome: 'HOLD',
      rule: 'AD-13',
      average: 2,
      worst: 3,
      settled: false,
      stiffBoth: true,
      complete: true,
      sessionsDone: 2,
      sessionsPlanned: 4,
      level: 3,
      stage: 'R0',
      raises: null,
      longestRun: 0,
      on: TODAY,
      nextDay: 'stiffBoth',
      painkiller: false,
    });
  });
  test('settled is not stiff, and a worst not told stays untold', () => {
    expect(kept({ nextDay: 'settled' })).toMatchObject({ settled: true, stiffBoth: false });
    expect(kept({ nextDay: 'worse24' })).toMatchObject({ settled: false, stiffBoth: false });
    expect(kept({ painWorst: null })).toMatchObject({ worst: null, complete: false });
  });
  test.each([
    ['both legs when asked', 4, 20, 22, { sore: 20, other: 22 }],
    ['one leg alone says nothing', 4, 20, null, null],
    ['nor the other', 4, null, 22, null],
    ['typed in a week that does not ask', 5, 20, 22, { sore: 20, other: 22 }],
  ] as const)('heel raises: %s', (_name, week, raisesSore, raisesOther, expected) => {
    expect(kept({ raisesSore, raisesOther }, { week }).raises).toEqual(expected);
  });
  test('a flare since the last decision, and none', () => {
    expect(kept({}, { flared: true }).flared).toBe(true);
    expect(kept({}, { flared: false })).not.toHaveProperty('flared');
  });
  test('silence', () => {
    const opening = openingOf({ missed: 1, sessionsPlanned: 4 });
    expect(decideSilence(opening, numbers)).toEqual({
      outcome: 'HOLD',
      rule: 'SILENCE',
      tracks: opening.tracks,
      reasons: [{ code: 'silence', params: { missed: 2 } }],
      findings: [],
      physio: false,
      digest: {
        week: 4,
        outcome: 'HOLD',
        rule: 'SILENCE',
        average: null,
        worst: null,
        settled: false,
        stiffBoth: false,
        complete: false,
        sessionsDone: null,
        sessionsPlanned: 4,
        level: 3,
        stage: 'R0',
        raises: null,
        longestRun: null,
      },
      missing: [
        'painAverage',
        'painWorst',
        'nextDay',
        'sessionsDone',
        'longestRunMinutes',
        'painkillers',
        'redFlags',
      ],
      liftedCaps: [],
      addedCaps: [],
      graduates: false,
    });
  });
});

describe('a stop moves nothing', () => {
  const eased = (week: number) => digest({ week, outcome: 'REGRESS', rule: 'AD-05', average: 5, worst: 5 });
  test('a stop sign: the rule alone, the finding, no track', () => {
    const opening = openingOf({
      tracks: tracksAt({ level: 4, stage: 'R3' }),
      baseline: baselineOf({ caps: ['longPain'] }),
    });
    expect(decide(opening, checkIn({ redFlags: ['walk'] }))).toMatchObject({
      outcome: 'STOP_DOCTOR',
      rule: 'AD-02',
      tracks: opening.tracks,
      findings: [{ route: 'doctor', answer: 'redFlags.walk' }],
      reasons: [
        {
          code: 'AD-02',
          params: { avg: 1, worst: 1, prev: 1, plan: 3, missed: 0, done: 3, minutes: 0, planned: 15 },
        },
      ],
      missing: [],
      liftedCaps: [],
      graduates: false,
      physio: false,
    });
  });
  test.each<readonly [string, Partial<CheckInAnswers>, string, string]>([
    ['the average', { painAverage: 5, painWorst: 5 }, 'AD-05', 'painAverage.5'],
    ['the worst', { painAverage: 2, painWorst: 6 }, 'AD-06', 'painWorst.6'],
    ['the next morning', { painAverage: 1, nextDay: 'longer' }, 'AD-07', 'nextDay.longer'],
    ['both calves stiff', { painAverage: 1, nextDay: 'stiffBoth' }, 'AD-07', 'nextDay.stiffBoth'],
    ['a long run', { painAverage: 1, painWorst: 3, longestRunMinutes: 40 }, 'AD-09', 'longestRunMinutes.40'],
  ])('the third easing in a row names its answer: %s', (_name, answers, rule, answer) => {
    const opening = openingOf({
      week: 6,
      tracks: tracksAt({ level: 4, stage: 'R3' }),
      history: [eased(4), eased(5)],
      previousAverage: 5,
      baseline: baselineOf({ side: 'both' }),
    });
    const d = decide(opening, checkIn(answers));
    expect(d).toMatchObject({
      outcome: 'STOP_DOCTOR',
      rule: 'MD-2',
      physio: false,
      findings: [{ code: 'MD-2', route: 'doctor', answer }],
    });
    expect(codes(d)).toEqual(['MD-2', rule]);
    expect(d.digest).toMatchObject({ outcome: 'STOP_DOCTOR', rule: 'MD-2' });
    expect(d.tracks).toEqual(opening.tracks);
  });
});

describe('inputs', () => {
  test('a run on RK against no known length is no spike; against a known one it is', () => {
    const at = (longestRun30d: number | null) =>
      decide(
        openingOf({
          tracks: tracksAt({ level: 4, stage: 'RK', longestRun: longestRun30d }),
          baseline: baselineOf({ longestRun30d }),
        }),
        checkIn({ painWorst: 3, longestRunMinutes: 45, runsDone: 2 }),
      );
    expect(at(null)).toMatchObject({ outcome: 'HOLD', rule: 'AD-20' });
    expect(at(30)).toMatchObject({ outcome: 'REGRESS', rule: 'AD-09' });
  });
  test('the next morning: worse for a day holds, longer eases', () => {
    expect(decide(openingOf(), checkIn({ nextDay: 'worse24' })).rule).toBe('AD-13');
    expect(decide(openingOf(), checkIn({ nextDay: 'longer' })).rule).toBe('AD-07');
  });
  test('fever with everything else calm and passed holds, and says so', () => {
    const d = decide(openingOf(), checkIn({ redFlags: ['fever'], gateStrength: 'yes', gateRun: 'yes' }));
    expect(d).toMatchObject({ outcome: 'HOLD', findings: [], tracks: { level: 3, stage: 'R0' } });
    expect(codes(d)[0]).toBe('fever');
  });
});

describe('nobody graduates ill or on an easing', () => {
  const ready = openingOf({
    week: 12,
    tracks: tracksAt({ level: 7, stage: 'R9', footCoreWeek: 12, footCoreSessions: 18 }),
    history: [digest({ week: 10 }), digest({ week: 11 })],
  });
  const well = (over: Partial<CheckInAnswers> = {}) =>
    checkIn({ longestRunMinutes: 30, runsDone: 3, raisesSore: 25, raisesOther: 25, ...over });
  test.each([
    ['well', {}, true],
    ['with a fever', { redFlags: ['fever'] }, false],
    ['not settled for a day', { nextDay: 'longer' }, false],
    ['without the list of stop signs', { redFlags: null }, false],
  ] as const)('%s: %s', (_name, over, expected) => {
    const decision = decide(ready, well(over as Partial<CheckInAnswers>));
    expect(decision.graduates).toBe(expected);
    // Whoever graduates in week 12 is told of no longer course; all others are.
    expect(codes(decision).includes('course-extended')).toBe(!expected);
  });
  test('the words of a graduation are those of the week, and no more', () => {
    expect(codes(decide(ready, well())).filter((code) => !code.startsWith('AD-'))).toEqual(
      codes(decide({ ...ready, week: 13 }, well())).filter((code) => !code.startsWith('AD-')),
    );
    expect(decide({ ...ready, week: 13 }, well()).graduates).toBe(true);
  });
});

describe('the heel bone is spoken of in the week in which it changes', () => {
  const sore = baselineOf({ site: 'heelbone' });
  const said = (
    history: readonly WeekDigest[],
    answers: Partial<CheckInAnswers>,
    over: Partial<Opening> = {},
  ) =>
    codes(decide(openingOf({ week: 6, baseline: sore, history, ...over }), checkIn(answers))).filter((c) =>
      c.startsWith('heel-bone'),
    );
  const calm = (week: number) => digest({ week });
  test.each<readonly [string, readonly WeekDigest[], Partial<CheckInAnswers>, readonly string[]]>([
    ['the second calm week', [calm(5)], {}, ['heel-bone-calm']],
    ['the first calm week', [], {}, []],
    ['the third calm week', [calm(4), calm(5)], {}, []],
    ['sore again', [calm(4), calm(5)], { painWorst: 2 }, ['heel-bone-sore']],
    ['still sore', [digest({ week: 5, worst: 3 })], { painWorst: 3 }, []],
  ])('%s', (_name, history, answers, expected) => {
    expect(said(history, answers)).toEqual(expected);
  });
  test('only there, and only since the return', () => {
    expect(said([calm(5)], {}, { baseline: baselineOf({ site: 'lower' }) })).toEqual([]);
    expect(said([calm(5)], {}, { returnedWeek: 6 })).toEqual([]);
    expect(said([calm(5)], {}, { returnedWeek: 5 })).toEqual(['heel-bone-calm']);
  });
});

test('the day counts, not the hour of the answer: fourteen days after a sudden onset', () => {
  const at = (onset: number) =>
    decide(
      openingOf({ baseline: baselineOf({ suddenOnset: day(onset) }) }),
      checkIn({ nextDay: 'stiffBoth' }),
      TODAY,
    ).rule;
  expect([at(-14), at(-15)]).toEqual(['AD-07', 'AD-13']);
});

describe('the last of the nominal weeks without a graduation (docs/clinical-rules.md §9.11)', () => {
  const extended = { code: 'course-extended', params: { week: numbers.weeks.nominal + 1 } };
  const again = { week: 10, whole: false };
  test.each<readonly [string, Partial<Opening>, boolean]>([
    ['the week before', { week: numbers.weeks.nominal - 1 }, false],
    ['week 12', { week: numbers.weeks.nominal }, true],
    ['the week after: said once', { week: numbers.weeks.nominal + 1 }, false],
    ['after a relapse the number means nothing', { week: numbers.weeks.nominal, again }, false],
  ])('%s', (_name, over, said) => {
    const found = (d: WeekDecision) => d.reasons.filter((r) => r.code === 'course-extended');
    expect(found(decide(openingOf(over), checkIn()))).toEqual(said ? [extended] : []);
    expect(found(decide(openingOf(over), checkIn({ painAverage: 5, painWorst: 5 })))).toEqual(
      said ? [extended] : [],
    );
    expect(found(decideSilence(openingOf(over), numbers))).toEqual(said ? [extended] : []);
    // It stands last: what decided the week comes first.
    const codesOf = codes(decide(openingOf(over), checkIn()));
    expect(codesOf.indexOf('course-extended')).toBe(said ? codesOf.length - 1 : -1);
    expect(found(decide(openingOf(over), checkIn({ painAverage: 7, painWorst: 7 })))).toEqual([]);
  });
});
