import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ARCHES,
  DROP_CHANGES,
  GAP_MM,
  SHOE_SITES,
  type ShoeAnswers,
  shoeAnswers,
  YES_NO_UNSURE,
} from '../../../program/answers/shoes.ts';
import { SHOE_ADVICE_KEYS } from '../../../program/shoe-fit/advice.ts';
import {
  halfSizesUp,
  SHOE_RULES,
  type ShoeContext,
  shoeAdvice,
  shoesDue,
  topThree,
} from '../../../program/shoe-fit/rules.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';

const { shoes: numbers } = theCurriculum();
const answers = (change: Partial<ShoeAnswers>): ShoeAnswers => shoeAnswers.parse(change);
const NOTHING_KNOWN: ShoeContext = { painAverage: null, painWorst: null, stage: null };
const advise = (change: Partial<ShoeAnswers>, context: Partial<ShoeContext> = {}) =>
  shoeAdvice(answers(change), { ...NOTHING_KNOWN, ...context }, numbers);
const keys = (change: Partial<ShoeAnswers>, context: Partial<ShoeContext> = {}): readonly string[] =>
  advise(change, context).map((a) => a.key);

describe('SH-01: half sizes by the room in front (worked values of docs/clinical-rules.md §5.6)', () => {
  test.each([
    [0, 2],
    [2, 2],
    [4, 2],
    [6, 1],
    [8, 1],
    [10, 0],
    [12, 0],
    [14, 0],
    [16, 0],
    [18, 0],
    [20, 0],
  ])('%i mm', (gapMm, halfSizes) => {
    expect(halfSizesUp(gapMm, numbers)).toBe(halfSizes);
    const said = advise({ gapMm }).find((a) => a.rule === 'SH-01');
    expect(said?.params).toEqual(halfSizes === 0 ? undefined : { halfSizes });
  });
  test.each([
    [1, 2],
    [5, 2],
    [7, 1],
    [9, 1],
    [11, 0],
  ])('%i mm, between', (gapMm, halfSizes) => expect(halfSizesUp(gapMm, numbers)).toBe(halfSizes));
  test('the words people say stand for 0, 4, 6, 11 and 18 mm', () =>
    expect(Object.values(GAP_MM)).toEqual([0, 4, 6, 11, 18]));
});

describe('each rule, both sides of each of its limits', () => {
  test.each<[string, Partial<ShoeAnswers>, Partial<ShoeContext>, readonly string[]]>([
    // SH-01 (S-64: due and cramped) and SH-02
    ['9 mm, not due', { gapMm: 9 }, {}, ['SH-01.later']],
    ['10 mm', { gapMm: 10 }, {}, []],
    [
      '9 mm, said not due',
      { gapMm: 9, dueNew: 'no', miles: 299, worn: 'no', comfort: 5 },
      {},
      ['SH-01.later'],
    ],
    ['9 mm, bruised tips', { gapMm: 9, nails: 'yes' }, {}, ['SH-01.sooner', 'SH-13']],
    ['bruised tips alone', { nails: 'yes' }, {}, []],
    ['bruised tips and room', { nails: 'yes', gapMm: 11 }, {}, []],
    ['9 mm, a new pair due', { gapMm: 9, dueNew: 'yes' }, {}, ['SH-01.due', 'SH-13']],
    ['9 mm, bruised and due', { gapMm: 9, nails: 'yes', dueNew: 'yes' }, {}, ['SH-01.due', 'SH-13']],
    ['9 mm, worn out', { gapMm: 9, worn: 'yes' }, {}, ['SH-09', 'SH-01.due', 'SH-13']],
    ['0 mm: need 10', { gapMm: 0 }, {}, ['SH-01.later', 'SH-02']],
    ['1 mm: need 9', { gapMm: 1 }, {}, ['SH-01.later']],
    // SH-03
    ['sides, length unknown', { sides: 'yes' }, {}, ['SH-03.lengthUnknown']],
    ['sides, 10 mm', { sides: 'yes', gapMm: 10 }, {}, ['SH-03.wider']],
    ['sides, 9 mm', { sides: 'yes', gapMm: 9 }, {}, ['SH-01.later', 'SH-03.withSize']],
    ['sides fine', { sides: 'no', gapMm: 10 }, {}, []],
    ['sides unsure', { sides: 'unsure', gapMm: 10 }, {}, []],
    // SH-04, SH-05
    ['16 mm', { gapMm: 16 }, {}, []],
    ['17 mm', { gapMm: 17 }, {}, ['SH-04']],
    ['slip, 12 mm', { heelSlip: 'yes', gapMm: 12 }, {}, ['SH-05']],
    ['slip, 13 mm', { heelSlip: 'yes', gapMm: 13 }, {}, ['SH-04']],
    ['slip, room unknown', { heelSlip: 'yes' }, {}, []],
    ['no slip, 13 mm', { heelSlip: 'no', gapMm: 13 }, {}, []],
    // SH-06, SH-08, SH-14, SH-16
    ['numb on top', { numbTop: 'yes' }, {}, ['SH-06']],
    ['not numb', { numbTop: 'no' }, {}, []],
    ['sizes differ', { sizesDiffer: 'yes' }, {}, ['SH-08']],
    ['sizes alike', { sizesDiffer: 'no' }, {}, []],
    ['flat arch', { arch: 'flat' }, {}, ['SH-14']],
    ['usual arch', { arch: 'usual' }, {}, []],
    ['high arch', { arch: 'high' }, {}, []],
    ['unknown arch', { arch: 'unsure' }, {}, []],
    ['insoles', { orthotics: 'yes' }, {}, ['SH-16']],
    ['no insoles', { orthotics: 'no' }, {}, []],
    // SH-07: not (late and socks)
    ['late, socks', { measuredLate: 'yes', socks: 'yes' }, {}, []],
    ['late, no socks', { measuredLate: 'yes', socks: 'no' }, {}, ['SH-07']],
    ['early, socks', { measuredLate: 'no', socks: 'yes' }, {}, ['SH-07']],
    ['early, socks unknown', { measuredLate: 'no' }, {}, ['SH-07']],
    ['late, socks unknown', { measuredLate: 'yes' }, {}, []],
    ['late, socks unsure', { measuredLate: 'yes', socks: 'unsure' }, {}, []],
    // SH-09, SH-10
    ['299 miles', { miles: 299 }, {}, []],
    ['300 miles', { miles: 300 }, {}, ['SH-10']],
    ['499 miles', { miles: 499 }, {}, ['SH-10']],
    ['500 miles', { miles: 500 }, {}, ['SH-09', 'SH-13']],
    ['worn', { worn: 'yes' }, {}, ['SH-09', 'SH-13']],
    ['comfort 4', { comfort: 4 }, {}, ['SH-09', 'SH-13']],
    ['comfort 5', { comfort: 5 }, {}, []],
    ['worn at 400 miles', { worn: 'yes', miles: 400 }, {}, ['SH-09', 'SH-10', 'SH-13']],
    // SH-11
    ['lower, pain after', { dropChange8wk: 'lower', painAfterChange: 'yes' }, {}, ['SH-11']],
    ['lower, pain before', { dropChange8wk: 'lower', painAfterChange: 'no' }, {}, []],
    ['lower, nobody knows', { dropChange8wk: 'lower' }, {}, []],
    ['higher, pain after', { dropChange8wk: 'higher', painAfterChange: 'yes' }, {}, []],
    ['same, pain after', { dropChange8wk: 'same', painAfterChange: 'yes' }, {}, []],
    // SH-12
    ['drop 4, average 3', { dropNow: 4 }, { painAverage: 3 }, ['SH-12']],
    ['drop 5, average 3', { dropNow: 5 }, { painAverage: 3 }, []],
    ['drop 4, average 2', { dropNow: 4 }, { painAverage: 2 }, []],
    ['drop 4, average unknown', { dropNow: 4 }, {}, []],
    ['minimal, average 3', { minimal: 'yes' }, { painAverage: 3 }, ['SH-12']],
    ['minimal, average 2', { minimal: 'yes' }, { painAverage: 2 }, []],
    ['not minimal, drop unknown', { minimal: 'no' }, { painAverage: 5 }, []],
    // SH-13
    ['a new pair', { dueNew: 'yes' }, {}, ['SH-13']],
    ['no new pair', { dueNew: 'no' }, {}, []],
    // SH-15
    ['one pair, pain-free, R9', { pairs: 1 }, { painAverage: 0, painWorst: 0, stage: 'R9' }, ['SH-15']],
    ['two pairs', { pairs: 2 }, { painAverage: 0, painWorst: 0, stage: 'R9' }, []],
    ['average 1', { pairs: 1 }, { painAverage: 1, painWorst: 1, stage: 'R9' }, []],
    ['worst 1', { pairs: 1 }, { painAverage: 0, painWorst: 1, stage: 'R9' }, []],
    ['worst unknown', { pairs: 1 }, { painAverage: 0, stage: 'R9' }, []],
    ['R8', { pairs: 1 }, { painAverage: 0, painWorst: 0, stage: 'R8' }, []],
    ['keeps running', { pairs: 1 }, { painAverage: 0, painWorst: 0, stage: 'RK' }, []],
    ['nothing at all', {}, {}, []],
  ])('%s', (_, change, context, expected) => expect(keys(change, context)).toEqual(expected));

  test('the numbers its words need come along', () => {
    expect(advise({ miles: 412 })).toEqual([
      { rule: 'SH-10', key: 'SH-10', params: { miles: 412, to: 500 } },
    ]);
    expect(advise({ minimal: 'yes' }, { painAverage: 4 })[0]?.params).toEqual({
      mmFrom: 8,
      mmTo: 10,
      level: 5,
      weeksFrom: 2,
      weeksTo: 3,
    });
    expect(advise({ dropChange8wk: 'lower', painAfterChange: 'yes' })[0]?.params).toEqual({ calm: 2 });
    expect(advise({ dueNew: 'yes' })[0]?.params).toEqual({ weeks: 2 });
    expect(advise({ worn: 'yes' })[0]?.params).toEqual({ from: 300, to: 500 });
  });
});

describe('the table', () => {
  const ORDER =
    'SH-09 SH-01 SH-02 SH-03 SH-04 SH-05 SH-11 SH-12 SH-06 SH-07 SH-08 SH-10 SH-13 SH-14 SH-15 SH-16'.split(
      ' ',
    );
  test('has all sixteen once, in the order of docs/clinical-rules.md §5.6', () => {
    expect(SHOE_RULES.map((row) => row.id)).toEqual(ORDER);
    expect([...new Set(SHOE_ADVICE_KEYS.map((key) => key.split('.')[0]))].sort()).toEqual([...ORDER].sort());
  });

  const answer = fc.option(fc.constantFrom(...YES_NO_UNSURE));
  const anyAnswers: fc.Arbitrary<ShoeAnswers> = fc.record({
    gapMm: fc.option(fc.integer({ min: 0, max: 20 })),
    nails: answer,
    sides: answer,
    heelSlip: answer,
    numbTop: answer,
    measuredLate: answer,
    socks: answer,
    sizesDiffer: answer,
    miles: fc.option(fc.integer({ min: 0, max: 900 })),
    worn: answer,
    dropNow: fc.option(fc.integer({ min: 0, max: 14 })),
    dropChange8wk: fc.option(fc.constantFrom(...DROP_CHANGES)),
    painAfterChange: answer,
    minimal: answer,
    dueNew: answer,
    comfort: fc.option(fc.integer({ min: 0, max: 10 })),
    pairs: fc.option(fc.constantFrom(1, 2)),
    site: fc.option(fc.constantFrom(...SHOE_SITES)),
    runsRegularly: answer,
    arch: fc.option(fc.constantFrom(...ARCHES)),
    orthotics: answer,
  });
  const context = fc.record({
    painAverage: fc.option(fc.constantFrom(0, 2, 3, 7)),
    painWorst: fc.option(fc.constantFrom(0, 3, 8)),
    stage: fc.option(fc.constantFrom('R0', 'R8', 'R9', 'RK')),
  });

  test('always the same, in order, each once; three in a mail; a size up and a size down never together', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyAnswers, context, (a, c) => {
        const advice = shoeAdvice(a, c, numbers);
        expect(shoeAdvice(structuredClone(a), { ...c }, numbers)).toEqual(advice);
        const rules = advice.map((x) => x.rule);
        expect(ORDER.filter((id) => rules.includes(id as never))).toEqual(rules);
        expect(topThree(advice, numbers)).toEqual(advice.slice(0, 3));
        expect(rules.includes('SH-04') && (rules.includes('SH-01') || rules.includes('SH-05'))).toBe(false);
        for (const { key } of advice) seen.add(key);
      }),
      { numRuns: cases(3000), seed: 20260302 },
    );
    expect([...seen].sort()).toEqual([...SHOE_ADVICE_KEYS].sort());
  });

  test('an answer taken back never makes another rule speak', () =>
    fc.assert(
      fc.property(
        anyAnswers,
        context,
        fc.constantFrom(...(Object.keys(answers({})) as (keyof ShoeAnswers)[])),
        (a, c, field) => {
          const before = shoeAdvice(a, c, numbers).map((x) => x.rule);
          const after = shoeAdvice({ ...a, [field]: null }, c, numbers).map((x) => x.rule);
          for (const rule of after) expect(before, rule).toContain(rule);
        },
      ),
      { numRuns: cases(1000) },
    ));

  test('new shoes are due by miles, wear, comfort or the runner’s word, and a size up is said “now” only then (S-64)', () =>
    fc.assert(
      fc.property(anyAnswers, context, (a, c) => {
        const said = shoeAdvice(a, c, numbers).map((x) => x.key);
        const due = (a.miles ?? 0) >= 500 || a.worn === 'yes' || (a.comfort ?? 10) <= 4 || a.dueNew === 'yes';
        expect(shoesDue(a, numbers)).toBe(due);
        if (said.includes('SH-01.due')) expect(due).toBe(true);
        if (said.includes('SH-01.later') || said.includes('SH-01.sooner')) expect(due).toBe(false);
      }),
    ));
});
