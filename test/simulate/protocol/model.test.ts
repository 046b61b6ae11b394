/** Every way the send protocol can go, with two and with three workers; and mistakes that must be found. */
import { describe, expect, it } from 'vitest';
import { type Explored, explore, type Rules, SOUND } from '../../../simulate/protocol/model.ts';

const counted = (name: string, { states, moves, stuck }: Explored): void =>
  console.log(`${name}: ${states} states, ${moves} moves, ${stuck} stuck`);

describe('the protocol', () => {
  it.each([2, 3])(
    'with %i workers: one copy, nothing after a stop, nothing stale, nobody stuck',
    (workers) => {
      const found = explore(workers, SOUND);
      counted(`${workers} workers`, found);
      expect(found).toMatchObject({ broken: null, stuck: 0 });
      expect(found.states).toBeGreaterThan(30_000);
    },
  );

  it('without any release it gives up instead of sending twice', () => {
    expect(explore(2, { ...SOUND, release: 'never' })).toMatchObject({ broken: null, stuck: 0 });
  });
  it('the newest event would do only if events came in their order', () => {
    expect(explore(2, { ...SOUND, release: 'newest', reordered: false }).broken).toBeNull();
  });
});

describe('canaries of the exploration', () => {
  it.each<[string, Partial<Rules>, string]>([
    ['the newest event counts, in any order', { release: 'newest' }, 'two copies'],
    ['a claim is stolen without evidence', { release: 'at-once' }, 'two copies'],
    ['no fence on the row', { fence: false }, 'two copies'],
    ['no guard on the age of a claim', { guard: false }, 'two copies'],
    ['a call outlives its time-out', { abort: false }, 'two copies'],
    ['the call is made again', { retries: true }, 'two copies'],
    ['a claim needs no revision', { revision: false }, 'stale content'],
  ])('%s', (_name, mistake, promise) => {
    const { broken } = explore(2, { ...SOUND, ...mistake });
    expect(broken?.promise).toBe(promise);
    expect(broken?.way.length).toBeGreaterThan(2);
  });
});
