/**
 * Participants that nobody wrote by hand: every stop sign, every condition, and a few hundred runners whose
 * answers vary by a seed. The programme decides what they get; the gate reads it.
 */
import {
  CONDITIONS,
  NEXT_DAYS,
  RAISES,
  RED_FLAGS,
  WEEKLY_RED_FLAGS,
} from '../../../program/answers/intake.ts';
import { type Persona, persona } from '../../../simulate/personas/persona.ts';
import { ABOUT, QUOTED, REPLIES, SHOES } from './people-words.ts';

/** Mulberry32: the same seed, the same people, on every machine. */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CALM = {
  painAverage: 4,
  painWorst: 5,
  nextDay: 'settled',
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  hurtsWhen: 'running',
} as const;
const RUNS = {
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
} as const;
const GOOD = {
  nextDay: 'settled',
  sessionsDone: 'all',
  longestRunMinutes: 'planned',
  painkillers: 'no',
  redFlags: [],
  gateStrength: 'yes',
  gateRun: 'yes',
  runsDone: 3,
  raisesSore: 26,
  raisesOther: 27,
  normSex: 'skip',
  psfs: 8,
  change: 3,
  conditions: [],
} as const;
const make = (name: string, given: object): Persona =>
  persona.parse({ name, about: 'generated', watchWeeks: 8, ...given });

/** One person for every stop sign and condition, at the intake and at the second check-in. */
function stops(): readonly Persona[] {
  const calmWeek = { answer: { painAverage: 2, painWorst: 3 } };
  const week = { intake: { ...CALM, ...RUNS }, always: GOOD };
  return [
    ...RED_FLAGS.map((flag) =>
      make(`intake ${flag}`, { intake: { ...CALM, ...RUNS, redFlags: [flag] }, weeks: ['silent'] }),
    ),
    ...CONDITIONS.map((condition) =>
      make(`intake ${condition}`, {
        intake: { ...CALM, ...RUNS, conditions: [condition] },
        weeks: ['silent'],
      }),
    ),
    ...WEEKLY_RED_FLAGS.map((flag) =>
      make(`week 2 ${flag}`, {
        ...week,
        weeks: [calmWeek, { answer: { painAverage: 2, painWorst: 3, redFlags: [flag] } }, 'silent'],
      }),
    ),
    ...Array.from({ length: 11 }, (_, pain) =>
      make(`week 2 only ${pain}`, {
        intake: { ...CALM, ...RUNS },
        weeks: [
          { answer: { ...GOOD, painAverage: 2, painWorst: 3 } },
          { answer: { painAverage: pain } },
          'silent',
        ],
      }),
    ),
  ];
}

type Draw = <T>(list: readonly T[]) => T;
const ONE_ACT: readonly object[] = [
  { easier: true },
  { repeat: true },
  { pauseDays: 14 },
  { settings: { rhythm: 'lighter' } },
  { settings: { units: 'mi', weekday: 4, hour: 18 } },
  { worse: { painNow: 4 } },
  { worse: { painNow: 5, when: 'running' } },
  { worse: { painNow: 8 } },
];

/**
 * The two optional pages: half of the runners tell about their running in the first week, half check their
 * shoes when the plan asks, and some again.
 */
function pagesOf(draw: Draw, next: () => number): readonly object[] {
  const about = next() < 0.5 ? [{ afterHours: draw([1, 30, 400]), running: draw(ABOUT) }] : [];
  const shoes = next() < 0.5 ? [{ afterHours: draw([180, 220, 1200]), shoes: draw(SHOES) }] : [];
  return [...about, ...shoes];
}
/**
 * A reply to whatever came last, with the mail quoted below or not; one in ten comes from an address that
 * nobody proved.
 */
const replyOf = (draw: Draw, next: () => number): object => ({
  afterHours: draw([1, 2, 30, 60]),
  reply: { text: `${draw(REPLIES)}${draw(QUOTED)}`, proved: next() < 0.9 },
});

/** One check-in of somebody who is calm, mixed or having a hard time. */
function weekOf(draw: Draw, next: () => number, mood: number): object | 'silent' {
  if (next() < 0.07) return 'silent';
  const painAverage = Math.min(10, Math.max(0, Math.round(mood + (next() - 0.5) * 4)));
  const answer = {
    painAverage,
    ...(next() < 0.9 ? { painWorst: Math.min(10, painAverage + draw([0, 1, 1, 2, 3])) } : {}),
    nextDay: next() < 0.75 ? 'settled' : draw(NEXT_DAYS),
    gateStrength: draw(['yes', 'yes', 'yes', 'pain', 'notTried']),
    gateRun: draw(['yes', 'yes', 'yes', 'pain', 'notTried']),
    runsDone: draw([0, 1, 2, 3, 3, 3]),
    sessionsDone: draw(['all', 'all', 'all', 2, 0, null]),
    painkillers: draw(['no', 'no', 'no', 'no', 'yes', 'unsure', null]),
    ...(next() < 0.03 ? { redFlags: [draw(WEEKLY_RED_FLAGS)] } : next() < 0.05 ? { redFlags: null } : {}),
    ...(next() < 0.1 ? { worstWhen: draw(['running', 'strength', 'daily']) } : {}),
    ...(next() < 0.1 ? { newSurfaceOrShoes: 'yes' } : {}),
  };
  const acts = [
    ...(next() < 0.12 ? [{ afterHours: draw([4, 30, 60]), ...draw(ONE_ACT) }] : []),
    ...(next() < 0.25 ? [replyOf(draw, next)] : []),
  ];
  const again =
    next() < 0.08
      ? {
          answers: [
            { afterHours: 2, ...answer },
            { afterHours: 9, ...answer, painAverage: Math.min(10, painAverage + 3) },
          ],
        }
      : { answer };
  return { ...again, afterHours: draw([1, 3, 20, 40]), acts };
}

/** A runner by seed: intake, mood, twenty check-ins. */
function runner(seed: number): Persona {
  const next = chance(seed);
  const draw: Draw = (list) => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
  const painAverage = draw([0, 1, 2, 3, 4, 5, 6]);
  const prevent = next() < 0.1;
  const runsNow = draw(['yes', 'reduced', 'no', 'new', 'no'] as const);
  const drift = draw([-0.6, -0.4, -0.3, -0.2, 0, 0.2]);
  return make(`runner ${seed}`, {
    country: draw(['GB', 'US', 'DE', 'AU', 'IE', 'IN', 'BR']),
    timeZone: draw([
      'Europe/London',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Sydney',
      'Asia/Kolkata',
    ]),
    watchWeeks: draw([14, 22, 26]),
    intake: {
      intent: prevent ? 'prevent' : 'pain',
      side: prevent ? 'none' : draw(['left', 'right', 'both']),
      site: draw(['upper', 'upper', 'lower', 'deep', 'achilles', 'heelbone']),
      onset: draw(['gradual', 'gradual', 'sudden']),
      hurtsWhen: draw(['running', 'backHome', 'later']),
      painAverage: prevent ? 0 : painAverage,
      painWorst: prevent ? 0 : Math.min(10, painAverage + draw([0, 1, 2])),
      nextDay: draw(['settled', 'settled', 'worse24', 'longer']),
      twoLegRaise: draw(['fine', 'fine', ...RAISES]),
      singleLegRaise: draw(RAISES),
      singleLegReps: draw([null, 3, 6, 10]),
      runsNow,
      painRunning: runsNow === 'yes' || runsNow === 'reduced' ? draw([0, 1, 2, 3]) : null,
      longestRun30d: draw([null, 20, 45, 90]),
      ageBand: draw(['18-29', '30-39', '40-49', '50-59', '60-69', '70+']),
      strainLast12m: draw(['0', '0', '1', '2', '3+']),
      units: draw(['km', 'mi']),
      weekday: draw([1, 2, 3, 4, 5, 6, 7]),
      hour: draw([7, 8, 12, 18, 20]),
    },
    always: GOOD,
    acts: pagesOf(draw, next),
    weeks: Array.from({ length: 20 }, (_, index) =>
      weekOf(draw, next, Math.max(0.5, painAverage * 0.7 + drift * index)),
    ),
  });
}

/**
 * One person for every reply, to a check-in and to a plan, so that every answer of ours is read whoever the
 * seeds draw.
 */
const repliers = (): readonly Persona[] =>
  REPLIES.map((text) =>
    make(`replies ${text.split('\n')[0]?.slice(0, 30)}`, {
      intake: { ...CALM, ...RUNS },
      always: GOOD,
      acts: [{ afterHours: 6 * 24 + 2, reply: { text } }],
      weeks: [
        { answer: { painAverage: 2, painWorst: 3 }, acts: [{ afterHours: 30, reply: { text } }] },
        'silent',
      ],
      watchWeeks: 3,
    }),
  );

/**
 * One calm course to its end for every way to tell about one's running, with a shoe check in week 2: own
 * plans, goals and shoe advice in every mail.
 */
const tellers = (): readonly Persona[] =>
  ABOUT.map((running, at) =>
    make(`tells ${at + 1}`, {
      intake: { ...CALM, ...RUNS },
      always: GOOD,
      acts: [
        { afterHours: 2, running },
        { afterHours: 9 * 24, shoes: SHOES[at % SHOES.length] },
      ],
      weeks: [{ answer: { painAverage: 2, painWorst: 3 } }, { answer: { painAverage: 1, painWorst: 2 } }],
      watchWeeks: 16,
    }),
  );

/** The sweeps and `runners` seeded runners. */
export const generatedPeople = (runners: number): readonly Persona[] => [
  ...stops(),
  ...repliers(),
  ...tellers(),
  ...Array.from({ length: runners }, (_, index) => runner(index + 1)),
];
