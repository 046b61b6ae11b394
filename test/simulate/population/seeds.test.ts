/** Faults that once broke a promise, each as a run of its own. */
import { describe, expect, it } from 'vitest';
import { BEGINS, type Scenario } from '../../../simulate/population/run.ts';
import {
  answeredAtOnce,
  broken,
  CHECK_IN,
  checkInLost,
  confirmLost,
  eventsPiledUp,
  goodbyeRefused,
  HOUR,
  hourChanged,
  ledgerKnows,
  MINUTE,
  oneASecond,
  play,
  poisonedMail,
  poisonedState,
  queueDown,
  safetyLost,
  shortOutage,
  signUpStandsStill,
  slowProvider,
  storeDown,
  zombies,
} from './scenarios.ts';

const unbroken = (scenario: Scenario) => async () => {
  expect(broken(await play(scenario))).toEqual([]);
};

describe('what a fault must not break', () => {
  it('a short outage silences nobody, also where nobody else mails', unbroken(shortOutage(1)));
  it('what was lost leaves again within two hours, also where nobody else mails', async () => {
    const { ses } = await play(shortOutage(1));
    const asked = ses.accepted.find(({ kind }) => kind === 'check-in');
    expect(asked?.attempt).toBe(2);
    expect(asked?.at).toBeLessThan(BEGINS + CHECK_IN + 2 * HOUR);
    // Canaries leave while somebody waits, and no longer.
    const canaries = ses.accepted.filter(({ kind }) => kind === 'canary').map(({ at }) => at);
    expect(canaries.length).toBeGreaterThan(1);
    expect(Math.max(...canaries)).toBeLessThan(asked?.at ?? 0);
  });
  it('a short outage silences none of eight', unbroken(shortOutage(8)));
  it('a queue that is down fails no page', unbroken(queueDown));
  it('a sender that wakes an hour after its claim calls nobody', unbroken(zombies));
  it('what a page says an hour late is nobody’s answer', async () => {
    for (const seed of [26, 27]) expect(broken(await play(signUpStandsStill(seed)))).toEqual([]);
  });
  it('a stop sign is answered by the stop text although the table is down', unbroken(storeDown));
  it('a safety mail is tried until it is known to have left', unbroken(safetyLost));
  it('a state that cannot be read costs a few hints a day', unbroken(poisonedState));
  it('a mail that does not render costs a few hints a day', unbroken(poisonedMail));
  it('a changed hour skips no week', unbroken(hourChanged));
  it('nothing is owed after unsubscribing', unbroken(goodbyeRefused));
  it('a backlog of events that comes in no order makes no second copy', async () => {
    for (const seed of [19, 119, 219]) expect(broken(await play(eventsPiledUp(seed)))).toEqual([]);
  });
  it('what the ledger knows is not sent again', unbroken(ledgerKnows));
  it('an unproved check-in is no missed week', unbroken(checkInLost));
});

describe('what a person asks for does not wait behind a mail that is unproved', () => {
  it('a confirmation that was lost comes at the next request', async () => {
    const world = await play(confirmLost);
    const first = world.ses.accepted.find((m) => m.kind === 'confirm');
    expect(((first?.at ?? Number.POSITIVE_INFINITY) - BEGINS) / MINUTE).toBeLessThan(20);
  });
  it('the plan on an answer leaves within minutes', async () => {
    const world = await play(answeredAtOnce);
    const plan = world.ses.accepted.find((m) => m.kind === 'plan');
    expect(plan?.at).toBeLessThan(BEGINS + CHECK_IN + 20 * MINUTE);
  });
});

describe('many mails at one instant', () => {
  it('at one mail a second sixty are out in two minutes, and few calls are refused', async () => {
    const world = await play(oneASecond);
    expect(broken(world)).toEqual([]);
    const late = world.lateness.coaching.filter((minutes) => minutes > 2);
    expect(late.length).toBeLessThanOrEqual(world.lateness.coaching.length * 0.01);
    expect(Math.max(...world.lateness.coaching)).toBeLessThan(30);
    expect(world.ses.calls.throttled).toBeLessThan(world.ses.accepted.length * 0.1);
  });
  it('a slow provider causes no storm of hints', async () => {
    const world = await play(slowProvider);
    expect(broken(world)).toEqual([]);
    // Pages hint by themselves, on the other lane.
    expect(world.queues.counts.routine / world.ses.accepted.length).toBeLessThan(1.2);
    expect(Math.max(...world.lateness.coaching)).toBeLessThan(HOUR / MINUTE);
  });
});
