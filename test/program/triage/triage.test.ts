/**
 * Every route of docs/clinical-rules.md §6.4 and §6.5, both ways: the answer that raises it, and a neighbour
 * that does not.
 */
import { describe, expect, test } from 'vitest';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import { CONDITIONS, RED_FLAGS } from '../../../program/answers/intake.ts';
import { FINDING_CODES } from '../../../program/course/types.ts';
import { TRIAGE_ROWS } from '../../../program/triage/rows.ts';
import { triageCheckIn, triageIntake, triageSafety } from '../../../program/triage/triage.ts';
import { baselineOf, checkIn, day, intake, TODAY } from '../support/rules.ts';

type Over = Partial<IntakeAnswers>;
const at = (over: Over) => triageIntake(intake(over), TODAY);

// answers · codes in order · route
const RAISED: readonly (readonly [string, Over, readonly string[], string])[] = [
  ['chest pain', { redFlags: ['chest'] }, ['TR-E1'], 'emergency'],
  ['numb, cold or pale foot', { redFlags: ['numbCold'] }, ['TR-E2', 'TR-E3'], 'emergency'],
  ['rock-hard calf', { redFlags: ['rockHard'] }, ['TR-E2'], 'emergency'],
  ['fever with a hot red leg', { redFlags: ['fever', 'swelling'] }, ['TR-E4', 'TR-D4'], 'emergency'],
  ['numb saddle', { redFlags: ['saddle'] }, ['TR-E5'], 'emergency'],
  ['injury', { redFlags: ['injury'] }, ['TR-E6'], 'emergency'],
  ['trouble walking', { redFlags: ['walk'] }, ['TR-D1'], 'doctor'],
  ['knee does not bend', { redFlags: ['knee'] }, ['TR-D2'], 'doctor'],
  ['worst pain 7', { painWorst: 7 }, ['TR-D3'], 'doctor'],
  ['average pain 7', { painAverage: 7, painWorst: 7 }, ['TR-D3', 'TR-D3'], 'doctor'],
  ['swelling', { redFlags: ['swelling'] }, ['TR-D4', 'TR-D6'], 'doctor'],
  [
    'not linked to exercise, a clot risk',
    { hurtsWhen: 'notLinked', clotRisk: ['travel'] },
    ['TR-D4'],
    'doctor',
  ],
  [
    'unsure when it hurts, clot risk not answered',
    { hurtsWhen: 'unsure', clotRisk: null },
    ['TR-D4'],
    'doctor',
  ],
  [
    'not linked, earlier clot',
    { hurtsWhen: 'notLinked', clotRisk: [], conditions: ['clotHistory'] },
    ['TR-D4', 'TR-W6'],
    'doctor',
  ],
  [
    'clot risk ticked, when it hurts not told',
    { hurtsWhen: null, clotRisk: ['smoking'] },
    ['TR-D4'],
    'doctor',
  ],
  ['pop', { redFlags: ['pop'] }, ['TR-D5'], 'doctor'],
  ['cannot rise on the sore leg', { singleLegRaise: 'cannotWeak', singleLegReps: null }, ['TR-D5'], 'doctor'],
  ['cannot rise on two legs from weakness', { twoLegRaise: 'cannotWeak' }, ['TR-D5'], 'doctor'],
  [
    'neither leg since a sudden onset',
    { singleLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-20) },
    ['TR-D5'],
    'doctor',
  ],
  [
    'neither leg since a sudden onset of unknown date',
    { singleLegRaise: 'cannotEither', onset: 'sudden', onsetDate: null },
    ['TR-D5'],
    'doctor',
  ],
  [
    'neither raise on two legs since a sudden onset',
    { twoLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-20) },
    ['TR-D5'],
    'doctor',
  ],
  [
    'neither leg, exactly six weeks after a sudden onset',
    { singleLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-42) },
    ['TR-D5'],
    'doctor',
  ],
  [
    'neither raise on two legs, exactly six weeks',
    { twoLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-42) },
    ['TR-D5'],
    'doctor',
  ],
  [
    'tendon pain and a fluoroquinolone',
    { conditions: ['quinolone6m'], site: 'achilles' },
    ['TR-D7'],
    'doctor',
  ],
  [
    'heel-bone pain and a fluoroquinolone',
    { conditions: ['quinolone6m'], site: 'heelbone' },
    ['TR-D7'],
    'doctor',
  ],
  ['dark urine', { redFlags: ['dark'] }, ['TR-D8'], 'doctor'],
  ['wakes at night', { redFlags: ['wakes'] }, ['TR-W1'], 'wait'],
  ['one bone spot', { redFlags: ['bone'] }, ['TR-W1'], 'wait'],
  ['cramp at a walking distance', { redFlags: ['walkCramp'] }, ['TR-W2'], 'wait'],
  ['numb at a running time', { redFlags: ['runNumb'] }, ['TR-W3'], 'wait'],
  ['back and leg', { redFlags: ['backLeg'] }, ['TR-W4'], 'wait'],
  ['weight loss', { redFlags: ['weightLoss'] }, ['TR-W5'], 'wait'],
  ['new medicine, the calf as it was', { redFlags: ['newMedicine'], calfSince: 'no' }, ['TR-W6'], 'wait'],
  ['fluoroquinolone, pain in the muscle', { conditions: ['quinolone6m'] }, ['TR-W6'], 'wait'],
  [
    'both calves, not after exercise',
    { side: 'both', hurtsWhen: 'notLinked', clotRisk: [] },
    ['TR-W7'],
    'wait',
  ],
  ['Achilles rupture', { conditions: ['achillesRupture'] }, ['TR-X1'], 'wait'],
  ['fracture', { conditions: ['fracture'] }, ['TR-X1'], 'wait'],
  ['main pain elsewhere', { conditions: ['otherMainPain'] }, ['TR-X2'], 'wait'],
  ['big bruise', { redFlags: ['bruise'] }, ['TR-P2'], 'physioFirst'],
  ['third strain in a year', { strainLast12m: '3+' }, ['TR-P1'], 'eligible'],
  ['more than six weeks', { onsetDate: day(-43) }, ['TR-P1'], 'eligible'],
  [
    'neither leg, a day longer',
    { singleLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-43) },
    ['TR-P1', 'TR-P3'],
    'eligible',
  ],
  [
    'neither raise on two legs, a day longer',
    { twoLegRaise: 'cannotEither', onset: 'sudden', onsetDate: day(-43) },
    ['TR-P1', 'TR-P3'],
    'eligible',
  ],
  ['neither leg can rise, long-standing', { singleLegRaise: 'cannotEither' }, ['TR-P3'], 'eligible'],
  ['two-leg raise not possible, long-standing', { twoLegRaise: 'cannotEither' }, ['TR-P3'], 'eligible'],
];

const SILENT: readonly (readonly [string, Over])[] = [
  ['nothing', {}],
  ['average and worst pain 6', { painAverage: 6, painWorst: 6 }],
  ['not linked, no clot risk', { hurtsWhen: 'notLinked', clotRisk: [] }],
  ['unsure, no clot risk', { hurtsWhen: 'unsure', clotRisk: [] }],
  ['linked to running, a clot risk', { hurtsWhen: 'running', clotRisk: ['smoking'] }],
  ['gradual onset alone', { onset: 'gradual', clotRisk: null }],
  ['both calves after running', { side: 'both', hurtsWhen: 'later' }],
  [
    'prevention, unsure',
    { intent: 'prevent', side: 'none', painAverage: 0, painWorst: 0, hurtsWhen: 'unsure', clotRisk: null },
  ],
  ['single-leg raise stopped by pain', { singleLegRaise: 'cannotPain' }],
  ['exactly six weeks', { onsetDate: day(-42) }],
  [
    'prevention, old story',
    { intent: 'prevent', side: 'none', painAverage: 0, painWorst: 0, onsetDate: day(-400) },
  ],
  ['two strains', { strainLast12m: '2' }],
];

describe('intake', () => {
  test.each(RAISED)('%s', (_, over, codes, route) => {
    const triage = at(over);
    expect(triage.findings.map((f) => f.code)).toEqual(codes);
    expect(triage.route).toBe(route);
  });
  test.each(SILENT)('no finding: %s', (_, over) => {
    expect(at(over)).toMatchObject({ route: 'eligible', findings: [] });
  });

  test('the table above raises every code that an intake can raise', () => {
    const raised = new Set(RAISED.flatMap(([, , codes]) => codes));
    expect(FINDING_CODES.filter((code) => !raised.has(code))).toEqual(['AD-03', 'MD-2']);
  });

  test('every consent-first condition waits, each by its own name', () => {
    const others = CONDITIONS.filter((c) => !['achillesRupture', 'fracture', 'otherMainPain'].includes(c));
    for (const c of others)
      expect(at({ conditions: [c] })).toMatchObject({
        route: 'wait',
        findings: [{ code: 'TR-W6', answer: `conditions.${c}` }],
      });
    for (const c of others.filter((one) => one !== 'quinolone6m'))
      for (const site of ['achilles', 'heelbone'] as const)
        expect(at({ conditions: [c], site })).toMatchObject({
          route: 'wait',
          findings: [{ code: 'TR-W6', answer: `conditions.${c}` }],
        });
    expect(at({ conditions: ['heart', 'kidney'] }).findings.map((f) => f.answer)).toEqual([
      'conditions.heart',
      'conditions.kidney',
    ]);
  });

  const unlinked = { hurtsWhen: 'notLinked', clotRisk: [] } as const;
  test.each(['pregnant', 'surgery12w', 'clotHistory', 'clottingDisorder', 'cancer'] as const)(
    '%s is a clot risk by itself',
    (condition) => {
      expect(at({ ...unlinked, conditions: [condition] }).route).toBe('doctor');
      expect(at({ conditions: [condition] }).route).toBe('wait');
    },
  );
  test('a medicine that is new is a clot risk by itself', () => {
    expect(at({ ...unlinked, redFlags: ['newMedicine'] }).route).toBe('doctor');
    expect(at({ redFlags: ['newMedicine'], calfSince: 'no' }).route).toBe('wait');
  });
  test.each(['travel', 'bedRest', 'oestrogen', 'smoking', 'familyClot'] as const)(
    '%s counts where nobody told when it hurts',
    (risk) => {
      expect(at({ hurtsWhen: null, clotRisk: [risk] }).findings).toEqual([
        { code: 'TR-D4', route: 'doctor', answer: `clotRisk.${risk}` },
      ]);
      expect(at({ hurtsWhen: 'running', clotRisk: [risk] }).findings).toEqual([]);
    },
  );

  test('all findings are kept, heaviest first', () => {
    const triage = at({
      redFlags: ['bruise', 'wakes', 'walk', 'chest'],
      strainLast12m: '3+',
      conditions: ['fracture'],
    });
    expect(triage.findings.map((f) => f.code)).toEqual([
      'TR-E1',
      'TR-D1',
      'TR-W1',
      'TR-X1',
      'TR-P2',
      'TR-P1',
    ]);
    expect(triage.route).toBe('emergency');
  });

  test('fever alone holds, with a hot leg it is an emergency', () => {
    expect(at({ redFlags: ['fever'] })).toMatchObject({ route: 'eligible', fever: true, findings: [] });
    expect(at({ redFlags: ['fever', 'swelling'] }).fever).toBe(false);
  });

  test('the first page alone already stops', () => {
    expect(triageSafety({ redFlags: ['chest'], conditions: [] }).route).toBe('emergency');
    expect(triageSafety({ redFlags: [], conditions: ['heart'] }).route).toBe('wait');
    expect(triageSafety({ redFlags: [], conditions: [] }).route).toBe('eligible');
    for (const flag of RED_FLAGS.filter((f) => f !== 'fever' && f !== 'journey'))
      expect(triageSafety({ redFlags: [flag], conditions: [] }).route).not.toBe('eligible');
  });

  test('a clearance lets its own answer pass, and never a red flag', () => {
    expect(triageIntake(intake({ conditions: ['heart'] }), TODAY, ['conditions.heart']).route).toBe(
      'eligible',
    );
    expect(triageIntake(intake({ conditions: ['heart', 'kidney'] }), TODAY, ['conditions.heart']).route).toBe(
      'wait',
    );
    expect(triageIntake(intake({ redFlags: ['swelling'] }), TODAY, ['redFlags.swelling']).route).toBe(
      'doctor',
    );
  });

  test.each([
    ['walk-but-runs', { redFlags: ['walk'], runsNow: 'yes', longestRun30d: 60 }],
    ['prevent-but-pain', { intent: 'prevent', painAverage: 2 }],
    ['average-above-worst', { painAverage: 5, painWorst: 3 }],
    ['one-leg-easier', { twoLegRaise: 'hurts' }],
    ['raises-without-raise', { singleLegRaise: 'cannotPain', singleLegReps: 8 }],
    ['fine-without-raises', { singleLegReps: 0 }],
    ['onset-in-future', { onsetDate: day(3) }],
    ['runs-without-run', { runsNow: 'yes', longestRun30d: 0 }],
    ['no-running-but-long-run', { runsNow: 'no', longestRun30d: 60 }],
    ['pain-without-side', { side: 'none' }],
    ['sudden-but-no-strain', { onset: 'sudden' }],
  ] as const)('a contradiction is named: %s', (code, over) => {
    expect(at(over as Over).contradictions).toContain(code);
    expect(at({}).contradictions).toEqual([]);
  });

  test('adding a red flag to any of these never makes the route milder', () => {
    const order = ['emergency', 'doctor', 'wait', 'physioFirst', 'eligible'];
    for (const [, over] of [...RAISED.map(([name, o]) => [name, o] as const), ...SILENT]) {
      for (const flag of RED_FLAGS) {
        const more = at({ ...over, redFlags: [...(over.redFlags ?? []), flag] });
        expect(order.indexOf(more.route)).toBeLessThanOrEqual(order.indexOf(at(over).route));
      }
    }
  });
});

describe('check-in', () => {
  const weekly = (over: Parameters<typeof checkIn>[0], baseline = baselineOf()) =>
    triageCheckIn(checkIn(over), baseline);

  test.each(RED_FLAGS.filter((f) => f !== 'fever'))('%s stops', (flag) =>
    expect(weekly({ redFlags: [flag] }).route).not.toBe('eligible'),
  );
  test('fever alone is no stop', () =>
    expect(weekly({ redFlags: ['fever'] })).toMatchObject({ route: 'eligible', fever: true }));
  test.each([
    [6, 'eligible'],
    [7, 'doctor'],
    [10, 'doctor'],
  ] as const)('worst %i', (painWorst, route) => expect(weekly({ painWorst }).route).toBe(route));
  test('a seven is AD-03, not the intake code', () => {
    expect(weekly({ painAverage: 8, painWorst: 9 }).findings).toEqual([
      { code: 'AD-03', route: 'doctor', answer: 'painAverage.8' },
      { code: 'AD-03', route: 'doctor', answer: 'painWorst.9' },
    ]);
  });
  test('only conditions that are new count', () => {
    expect(weekly({ conditions: ['pregnant'] })).toMatchObject({
      route: 'wait',
      findings: [{ code: 'TR-W6' }],
    });
    expect(weekly({ conditions: ['pregnant'] }, baselineOf({ conditions: ['pregnant'] })).route).toBe(
      'eligible',
    );
    expect(weekly({ conditions: ['fracture'] }).findings[0]?.code).toBe('TR-X1');
    expect(weekly({ conditions: ['quinolone6m'] }, baselineOf({ site: 'achilles' }))).toMatchObject({
      route: 'doctor',
      findings: [{ code: 'TR-D7' }],
    });
  });
  test('no answer about red flags raises nothing', () =>
    expect(weekly({ redFlags: null }).findings).toEqual([]));
});

test('every row names an answer of a form, and rows stand by weight', () => {
  const order = ['emergency', 'doctor', 'wait', 'physioFirst', 'note'];
  const weights = TRIAGE_ROWS.map((row) => order.indexOf(row.route));
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
  for (const row of TRIAGE_ROWS) expect(row.answer).toMatch(/^[a-zA-Z0-9]+\.[a-zA-Z0-9+]+$/);
});
