/**
 * Long outages (docs/reliability.md): nobody is lost, nobody is mailed in a burst, and all is caught up
 * within a stated time after them.
 */
import { describe, expect, it } from 'vitest';
import { BEGINS, copiesIn, type Scenario } from '../../../simulate/population/run.ts';
import type { World } from '../../../simulate/population/world.ts';
import {
  broken,
  CHECK_IN,
  DAY,
  EVENTS_BACK,
  eventsGone,
  HOUR,
  MINUTE,
  play,
  QUEUE_BACK,
  queueGone,
  throttledDay,
} from './scenarios.ts';

/** Most mails to one person within any hour before `until`, while all are silent: we began each of them. */
function burst({ ses }: World, until: number): number {
  const times = new Map<string, number[]>();
  for (const { to, kind, at } of ses.accepted)
    if (at < until && !['confirm', 'start', 'canary'].includes(kind))
      times.set(to, [...(times.get(to) ?? []), at]);
  const within = (all: readonly number[], from: number): number =>
    all.filter((at) => at >= from && at < from + HOUR).length;
  return Math.max(...[...times.values()].flatMap((all) => all.map((from) => within(all, from))));
}
/** Plays it, and looks how many mails are due or in flight at a time of the run. */
async function playTo(scenario: Scenario, ms: number) {
  let waiting = Number.NaN;
  const look = (world: World): void => {
    const now = world.timeline.instant();
    const people = [...world.store.tables.people.values()].map(({ participant }) => participant);
    waiting = people.flatMap(({ inflight, owed }) => [
      ...inflight,
      ...owed.filter((mail) => mail.due <= now),
    ]).length;
  };
  const hand = (world: World): void => world.timeline.at(BEGINS + ms, () => look(world));
  const world = await play({ ...scenario, hand });
  const asked = world.ses.accepted.filter(({ kind, at }) => kind === 'check-in' && at <= BEGINS + ms);
  return {
    world,
    told: {
      broken: broken(world),
      copies: copiesIn(world),
      burst: burst(world, BEGINS + scenario.weeks * 7 * DAY),
      waiting,
    },
    asked: new Set(asked.map(({ to }) => to)).size,
  };
}
const CLEAN = { broken: [], copies: 0, burst: 1, waiting: 0 };

describe('all is caught up', () => {
  it('a quarter of an hour after a day without events, and answers lost', async () => {
    const { told, asked } = await playTo(eventsGone, EVENTS_BACK + 15 * MINUTE);
    expect(told).toEqual(CLEAN);
    expect(asked).toBe(eventsGone.people.length);
  });

  it('within the hour on a day at one mail a second, with two hundred due', async () => {
    const { world, told, asked } = await playTo(throttledDay, CHECK_IN + HOUR);
    expect(told).toEqual(CLEAN);
    expect(asked).toBe(throttledDay.people.length);
    expect(world.ses.calls.throttled).toBeGreaterThan(100);
    // Refused calls cost something too: two for each mail at most.
    expect(world.ses.calls.total).toBeLessThan(3 * world.ses.accepted.length);
  });

  it('five minutes after five hours without the queue', async () => {
    const { told, asked } = await playTo(queueGone, QUEUE_BACK + 5 * MINUTE);
    expect(told).toEqual(CLEAN);
    expect(asked).toBe(queueGone.people.length);
  });
});

describe('the look itself', () => {
  it('sees what waits while the queue is down, and who was not asked', async () => {
    const { told, asked } = await playTo(queueGone, QUEUE_BACK - MINUTE);
    expect([told.waiting, asked]).toEqual([queueGone.people.length, 0]);
  });
  it('sees two mails within an hour', () => {
    const mail = (at: number) => ({ to: 'a', kind: 'lesson', at });
    const world = { ses: { accepted: [mail(0), mail(DAY), mail(DAY + MINUTE)] } } as unknown as World;
    expect(burst(world, 2 * DAY)).toBe(2);
  });
});
