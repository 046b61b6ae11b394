/** What was given up goes back once, counted, and what cannot be read stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEAD_LANES,
  type DeadLane,
  type DeadQueue,
  deadLettersOf,
  failedCall,
  type LaneCounts,
  NONE,
  sumOf,
} from '../../../tools/coach/dead-letters.ts';
import { waysIn } from '../../../tools/coach/stage-dead-letters.ts';
import type { StackResource } from '../../../tools/stage/resources.ts';
import { templates } from '../../infra/synthesised.ts';

/** A queue that shows each message once a run; what begins with `?` cannot be read. */
function queueOf(bodies: readonly string[], breaksAt = Number.POSITIVE_INFINITY) {
  const dead = new Map(bodies.map((body, i) => [`${i}`, body]));
  const shown = new Set<string>();
  const back: string[] = [];
  let handed = 0;
  const queue: DeadQueue = {
    count: () => Promise.resolve(dead.size),
    receive: () => {
      const some = [...dead].filter(([handle]) => !shown.has(handle)).slice(0, 10);
      for (const [handle] of some) shown.add(handle);
      return Promise.resolve(some.map(([handle, body]) => ({ handle, body })));
    },
    handBack: (body) => {
      if (body.startsWith('?')) return Promise.resolve(false);
      handed += 1;
      if (handed > breaksAt) return Promise.reject(new Error('broken off'));
      back.push(body);
      return Promise.resolve(true);
    },
    remove: (handle) => {
      dead.delete(handle);
      return Promise.resolve();
    },
  };
  return { queue, dead, back };
}
type Fake = ReturnType<typeof queueOf>;
const stage = (fakes: Readonly<Record<DeadLane, Fake>>) =>
  deadLettersOf({
    urgent: fakes.urgent.queue,
    routine: fakes.routine.queue,
    feedback: fakes.feedback.queue,
    replies: fakes.replies.queue,
  });
const body = fc.tuple(fc.constantFrom('?', 'm'), fc.string()).map((parts) => parts.join(''));

describe('the way back', () => {
  it('takes every message that can be read exactly once, and counts what stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...DEAD_LANES.map(() => fc.array(body, { maxLength: 25 }))), async (all) => {
        const fakes = Object.fromEntries(
          DEAD_LANES.map((lane, i) => [lane, queueOf(all[i] ?? [])]),
        ) as Record<DeadLane, Fake>;
        const { moved, left } = await stage(fakes).goBack();
        for (const [i, lane] of DEAD_LANES.entries()) {
          const fine = (all[i] ?? []).filter((text) => !text.startsWith('?'));
          expect(fakes[lane].back.toSorted()).toEqual(fine.toSorted());
          expect([moved[lane], left[lane]]).toEqual([fine.length, (all[i] ?? []).length - fine.length]);
          expect(fakes[lane].dead.size).toBe(left[lane]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('broken off, loses nothing: what was not handed over lies there still', async () => {
    const urgent = queueOf(['a', 'b', 'c'], 2);
    const rest = { routine: queueOf([]), feedback: queueOf([]), replies: queueOf([]) };
    await expect(stage({ urgent, ...rest }).goBack()).rejects.toThrow('broken off');
    expect([urgent.back, [...urgent.dead.values()]]).toEqual([['a', 'b'], ['c']]);
  });

  it('of nothing is nothing', async () => {
    const empty = { urgent: queueOf([]), routine: queueOf([]), feedback: queueOf([]), replies: queueOf([]) };
    expect(await stage(empty).waiting()).toEqual(NONE);
    expect(sumOf((await stage(empty).goBack()).moved satisfies LaneCounts)).toBe(0);
  });
});

describe('a failed call as Lambda keeps it', () => {
  const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:calf-inbound:live';
  const record = (functionArn: string, requestPayload?: unknown): string =>
    JSON.stringify({
      version: '1.0',
      requestContext: { functionArn, condition: 'RetriesExhausted' },
      requestPayload,
    });

  it('gives back its event', () => {
    expect(failedCall(record(arn, { Records: [1] }), 'calf-inbound')).toBe('{"Records":[1]}');
  });
  it.each([
    ['of another function', record(arn.replace('inbound', 'send'), {})],
    ['without an event', record(arn)],
    ['that is no JSON', 'oops'],
    ['that is null', 'null'],
    ['that is a list', '[]'],
  ])('is refused %s', (_, text) => {
    expect(failedCall(text, 'calf-inbound')).toBeNull();
  });
});

describe('the queues of a stage', () => {
  const { service } = templates();
  const resources: readonly StackResource[] = service.map(({ id, type }) => ({ type, logicalId: id, id }));
  const whole = (id: string): string => JSON.stringify(service.find((one) => one.id === id)?.whole);
  it('are found in the synthesised service, each dead end with its own queue', () => {
    const ways = waysIn(resources, 'example');
    expect(new Set(Object.values(ways).flatMap(({ dead, back }) => [dead, back])).size).toBe(8);
    for (const lane of ['urgent', 'routine', 'feedback'] as const)
      expect(whole(ways[lane].back)).toContain(ways[lane].dead);
    const failed = service.filter(({ type }) => type === 'AWS::Lambda::EventInvokeConfig');
    const ofReplies = failed.filter(({ id }) => whole(id).includes(ways.replies.dead));
    expect(ofReplies.map(({ id }) => whole(id).includes(ways.replies.back))).toEqual([true]);
  });
  it('that are not there are named with what to do', () => {
    expect(() => waysIn([], 'prod')).toThrow(
      'The service of the stage "prod" has no UrgentDeadLetters: npm run deploy -- --stage prod',
    );
  });
});
