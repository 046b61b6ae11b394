/** What the pages may ask, field by field, and the pages of the intake (docs/contract.md §2). */
import type { IntakeStep } from '../../views/page/page-views.ts';
import { TIME_ZONES } from '../../web/examples/data.ts';
import { intakePage } from '../../web/pages/intake/intake.ts';
import { FRAME } from './page-examples.ts';

export const words = (text: string): readonly string[] => text.split(' ');
export const WEEKLY =
  'chest numbCold swelling pop walk knee fever wakes bone dark newMedicine journey operation runNumb';
export const INTAKE_FLAGS = words(
  `${WEEKLY} rockHard saddle injury walkCramp backLeg weightLoss bruise none`,
);
export const CONDITIONS = words(
  'pregnant surgery12w clotHistory clottingDisorder cancer anticoagulant quinolone6m steroids ' +
    'achillesRupture fracture arteries diabeticFoot heart kidney supervisedOnly arthritis ' +
    'bleedingDisorder inactive70 otherMainPain none',
);
export const SCORE = words('0 1 2 3 4 5 6 7 8 9 10');
export const RAISES = words('fine hurts cannotPain cannotWeak cannotEither notTried');
export const NEXT_DAY = words('settled worse24 longer stiffBoth');
export const upTo = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
/** A line of text: no fixed options. */
export const FREE: readonly string[] | null = null;
/** A list of our own making whose entries only have to be there. */
export const ANY: readonly string[] = ['*'];

export type Table = Readonly<Record<string, readonly string[] | null>>;
const RHYTHM: Table = { weekday: upTo(1, 7), hour: upTo(7, 20), timeZone: ANY, units: ['km', 'mi'] };

export const intakeStep = (step: IntakeStep): string =>
  intakePage(FRAME, {
    step,
    seen: null,
    action: '/start/t',
    // Two pages ask more of a runner, and of somebody who has travelled.
    values: step === 'runs' ? { runsNow: 'yes' } : step === 'hurts' ? { redFlags: 'journey' } : {},
    errors: [],
    timeZones: TIME_ZONES,
  });
/** What each page of the intake asks; the lists without `none`, which is a button of the same form. */
export const INTAKE: Readonly<Record<IntakeStep, Table>> = {
  consent: { consentHealth: ['yes'] },
  signsNow: { redFlags: words('chest numbCold rockHard saddle injury') },
  signsToday: { redFlags: words('swelling fever pop walk knee dark') },
  signsBefore: { redFlags: words('wakes bone walkCramp runNumb backLeg weightLoss bruise') },
  signsLately: { redFlags: words('newMedicine journey operation') },
  blood: {
    conditions: words('clotHistory clottingDisorder anticoagulant bleedingDisorder arteries heart kidney'),
  },
  months: {
    conditions: words('pregnant surgery12w cancer quinolone6m steroids fracture achillesRupture'),
  },
  health: { conditions: words('diabeticFoot supervisedOnly arthritis inactive70 otherMainPain') },
  calf: { intent: ['pain', 'prevent'], side: words('left right both none') },
  place: {
    site: words('upper lower deep achilles heelbone other'),
    onset: ['sudden', 'gradual'],
    onsetDate: FREE,
  },
  pain: { painAverage: SCORE, painWorst: SCORE, nextDay: NEXT_DAY },
  hurts: {
    hurtsWhen: words('running backHome later notLinked unsure'),
    // Travel and bed rest are asked before (`journey`); a POST with them is taken as before.
    clotRisk: words('oestrogen smoking familyClot none'),
    calfSince: words('no yes unsure'),
  },
  raises: { twoLegRaise: RAISES, singleLegRaise: RAISES, singleLegReps: SCORE },
  running: { runsNow: words('yes reduced no new') },
  runs: { painRunning: SCORE, longestRun30d: FREE, longestBefore: FREE },
  person: {
    ageBand: words('18-29 30-39 40-49 50-59 60-69 70+'),
    strainLast12m: words('0 1 2 3+'),
  },
  when: RHYTHM,
};
export const INTAKE_IDS = Object.keys(INTAKE) as readonly IntakeStep[];
