/**
 * Runs written by hand: one fault each, at the moment it hurts most, and the word that must not be broken by
 * it.
 */
import { type FaultPlan, NO_FAULTS } from '../../../simulate/population/plan.ts';
import { BEGINS, playScenario, type Scenario } from '../../../simulate/population/run.ts';
import type { World } from '../../../simulate/population/world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday at eight in London: the first plan leaves on a Monday, its check-in on the Sunday before. */
const LONDON = { timeZone: 'Europe/London', wish: { weekday: 1, hour: 8 } } as const;
/**
 * Of a run that begins on a Monday at six: the Sunday of its first week at eight, when the first check-in
 * leaves.
 */
export const CHECK_IN = 6 * DAY + 2 * HOUR;
export const PLAN_DAY = 7 * DAY + 2 * HOUR;

const faults = (some: Partial<FaultPlan>): FaultPlan => ({ ...NO_FAULTS, ...some });
const people = (count: number, habit: 'calm' | 'silent') =>
  Array.from({ length: count }, () => ({ ...LONDON, habit }));
/** Lets a hand do something at a time of the run. */
const at = (world: World, ms: number, run: () => void | Promise<void>): void =>
  world.timeline.at(BEGINS + ms, run);

/** The provider does not answer for 25 minutes around the check-in; nobody else mails. */
export const shortOutage = (count: number): Scenario => ({
  seed: 11,
  weeks: 2,
  people: people(count, 'calm'),
  faults: faults({ ses: [{ from: CHECK_IN - 5 * MINUTE, to: CHECK_IN + 20 * MINUTE, how: 'lost' }] }),
});

/** The send queue is down while somebody tells a stop sign, another answers, and a third leaves. */
export const queueDown: Scenario = {
  seed: 12,
  weeks: 2,
  people: people(3, 'silent'),
  faults: faults({ queueDown: [{ from: 3 * DAY, to: 3 * DAY + 5 * HOUR }] }),
  hand: (world) => {
    at(world, 3 * DAY + HOUR, () => world.lives[0]?.does.report());
    at(world, 3 * DAY + HOUR, () => world.lives[1]?.does.act({ action: 'easier' }));
    at(world, 3 * DAY + HOUR, () => world.lives[2]?.does.act({ action: 'pause', until: '2026-03-20' }));
  },
};

/** The table cannot be reached while somebody tells a stop sign. */
export const storeDown: Scenario = {
  seed: 13,
  weeks: 1,
  people: people(1, 'silent'),
  faults: faults({ storeDown: [{ from: 3 * DAY, to: 3 * DAY + HOUR }] }),
  hand: (world) => at(world, 3 * DAY + MINUTE, () => world.lives[0]?.does.report()),
};

/** A sign-up stands still for longer than an hour, after which it ends or goes on as a zombie. */
export const signUpStandsStill = (seed: number): Scenario => ({
  seed,
  weeks: 1,
  people: people(4, 'calm'),
  faults: faults({
    planted: [{ from: 0, to: 5 * MINUTE, fn: 'signup', call: 'count', trouble: { before: 70 * MINUTE } }],
  }),
});

/**
 * Three senders stand still between claim and call, until the fourth has sent their mails; some wake as
 * zombies.
 */
export const zombies: Scenario = {
  seed: 28,
  weeks: 2,
  people: people(3, 'calm'),
  faults: faults({
    planted: [
      {
        from: CHECK_IN - MINUTE,
        to: CHECK_IN + 2 * MINUTE,
        fn: 'send',
        call: 'fence',
        trouble: { before: 70 * MINUTE },
      },
    ],
  }),
};

/** Every safety mail is lost for 25 minutes after the stop. */
export const safetyLost: Scenario = {
  seed: 14,
  weeks: 1,
  people: people(1, 'silent'),
  faults: faults({ ses: [{ from: 3 * DAY, to: 3 * DAY + 27 * MINUTE, how: 'lost', kinds: ['safety'] }] }),
  hand: (world) => at(world, 3 * DAY + MINUTE, () => world.lives[0]?.does.report()),
};

/** Every safety mail is lost for an hour and a half after the stop: four tries are not enough. */
export const safetyLostLong: Scenario = {
  ...safetyLost,
  faults: faults({ ses: [{ from: 3 * DAY, to: 3 * DAY + 100 * MINUTE, how: 'lost', kinds: ['safety'] }] }),
};
/** The first sender of the safety mail dies after its claim. */
export const safetyCrash: Scenario = {
  ...safetyLost,
  faults: faults({
    planted: [
      { from: 3 * DAY, to: 3 * DAY + 4 * MINUTE, fn: 'send', call: 'fence', trouble: { before: 'die' } },
    ],
  }),
};
/** A stop seconds before the lesson of the week is due; its sender stands still until it is. */
const LESSON = 3 * DAY + 2 * HOUR;
export const stoppedAtLesson: Scenario = {
  seed: 30,
  weeks: 1,
  people: people(2, 'silent'),
  faults: faults({
    planted: [{ from: LESSON - 15_000, to: LESSON, fn: 'send', call: 'load', trouble: { before: 20_000 } }],
  }),
  hand: (world) => at(world, LESSON - 10_000, () => world.lives[0]?.does.report()),
};

/** One state cannot be read for a day; the others must not notice. */
export const poisonedState: Scenario = {
  seed: 15,
  weeks: 2,
  people: people(3, 'calm'),
  faults: faults({ poisonState: { from: CHECK_IN - HOUR, to: CHECK_IN + 23 * HOUR } }),
};
/** No mail of one person renders for a day. */
export const poisonedMail: Scenario = {
  ...poisonedState,
  seed: 16,
  faults: faults({ poisonMail: { from: CHECK_IN - HOUR, to: CHECK_IN + 23 * HOUR } }),
};

/** An hour before the plan, with the check-in unanswered, the hour is changed. */
export const hourChanged: Scenario = {
  seed: 17,
  weeks: 4,
  people: people(1, 'silent'),
  faults: NO_FAULTS,
  hand: (world) =>
    at(world, PLAN_DAY + 7 * DAY - 90 * MINUTE, () =>
      world.lives[0]?.does.act({
        action: 'settings',
        weekday: '1',
        hour: '9',
        timeZone: 'Europe/London',
        units: 'km',
        rhythm: 'full',
      }),
    ),
};

/** Gone by silence; the goodbye is refused for now; then the person unsubscribes. */
export const goodbyeRefused: Scenario = {
  seed: 18,
  weeks: 10,
  people: people(1, 'silent'),
  faults: faults({ ses: [{ from: 0, to: 70 * DAY, how: 'throttle', kinds: ['closed'] }] }),
  hand: (world) => at(world, 69 * DAY, () => world.lives[0]?.does.leave()),
};

/** A check-in is taken and the answer lost; all events wait for so many minutes and come in no order. */
export const eventsPiledUp = (seed: number, minutes = 178): Scenario => ({
  seed,
  weeks: 2,
  people: people(12, 'calm'),
  faults: faults({
    ses: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + 5 * MINUTE, how: 'accepted', share: 0.5 }],
    events: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + minutes * MINUTE, how: 'held' }],
  }),
});

/**
 * The provider takes a mail, and the sender can write that into the ledger alone; that mail's events are
 * lost.
 */
export const ledgerKnows: Scenario = {
  seed: 20,
  weeks: 2,
  people: people(2, 'calm'),
  faults: faults({
    planted: [
      {
        from: CHECK_IN - MINUTE,
        to: CHECK_IN + 5 * MINUTE,
        fn: 'send',
        call: 'commit',
        command: 'RecordSent',
        trouble: { fails: 'undone' },
      },
    ],
    events: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + MINUTE, how: 'lost' }],
  }),
};

/** A confirmation is lost; the person asks again after a quarter of an hour. */
export const confirmLost: Scenario = {
  seed: 21,
  weeks: 1,
  people: people(1, 'calm'),
  faults: faults({ ses: [{ from: 0, to: 5 * MINUTE, how: 'lost', kinds: ['confirm'] }] }),
  hand: (world) => {
    for (const minutes of [16, 27, 38, 49]) at(world, minutes * MINUTE, () => world.lives[0]?.does.signUp());
  },
};

/** The check-in is taken, its answer lost, its events late; the person answers at once. */
export const answeredAtOnce: Scenario = {
  seed: 22,
  weeks: 2,
  people: people(1, 'silent'),
  faults: faults({
    ses: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + 5 * MINUTE, how: 'accepted' }],
    events: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + 3 * HOUR, how: 'held' }],
  }),
  hand: (world) =>
    at(world, CHECK_IN + 10 * MINUTE, () =>
      world.lives[0]?.does.answer({
        painAverage: '2',
        painWorst: '3',
        nextDay: 'settled',
        sessionsDone: '3',
        longestRunMinutes: '0',
        painkillers: 'no',
        redFlags: 'none',
      }),
    ),
};

/** The provider takes one mail a second, and sixty are due at one instant. */
export const oneASecond: Scenario = {
  seed: 23,
  weeks: 1,
  people: people(60, 'silent'),
  faults: faults({ rate: 1 }),
  quietWeeks: 1,
};

/** Each call takes five seconds and a hundred are due at one instant: more than a minute of work. */
export const slowProvider: Scenario = {
  seed: 24,
  weeks: 1,
  people: people(100, 'silent'),
  faults: faults({ latency: 5_000 }),
  quietWeeks: 1,
};

/** The same at nine seconds a call, just short of the time-out: a quarter of an hour of work. */
export const slowestProvider: Scenario = { ...slowProvider, faults: faults({ latency: 9_000 }) };

/** No event arrives for a day; of the mails at its beginning half are taken and their answers lost. */
export const EVENTS_BACK = CHECK_IN + 23 * HOUR;
export const eventsGone: Scenario = {
  seed: 26,
  weeks: 2,
  people: people(6, 'silent'),
  faults: faults({
    ses: [{ from: CHECK_IN - MINUTE, to: CHECK_IN + 20 * MINUTE, how: 'accepted', share: 0.5 }],
    events: [{ from: CHECK_IN - HOUR, to: EVENTS_BACK, how: 'held' }],
  }),
  quietWeeks: 1,
};

/** Two hundred are due at one instant, and the provider takes one a second of the fourteen it promised. */
export const throttledDay: Scenario = {
  seed: 27,
  weeks: 1,
  people: people(200, 'silent'),
  faults: faults({ rate: 1 }),
  stageRate: 14,
  quietWeeks: 0,
};

/** The queues are down from an hour before the check-in to four hours after it. */
export const QUEUE_BACK = CHECK_IN + 4 * HOUR;
export const queueGone: Scenario = {
  seed: 28,
  weeks: 1,
  people: people(10, 'silent'),
  faults: faults({ queueDown: [{ from: CHECK_IN - HOUR, to: QUEUE_BACK }] }),
  quietWeeks: 1,
};

/** Check-ins are lost for four days; the plan day comes. */
export const checkInLost: Scenario = {
  seed: 25,
  weeks: 3,
  people: people(2, 'calm'),
  faults: faults({
    ses: [{ from: CHECK_IN - HOUR, to: CHECK_IN + 4 * DAY, how: 'lost', kinds: ['check-in', 'reminder'] }],
  }),
};

export const play = (scenario: Scenario): Promise<World> => playScenario(scenario);
export const broken = (world: World): readonly string[] =>
  [...new Set(world.violations.map((v) => `${v.id} ${v.what}`))].sort();
