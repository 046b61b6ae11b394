/**
 * The places of the programme: never over-run however many press at once, counted once however often a commit
 * is tried, and given back by whoever leaves. On the embedded engine and on the store of the simulator.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../functions/shell/ports.ts';
import type { ParticipantEvent } from '../../../../program/participant/events.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import { asPort, makeMemoryStore } from '../../../../simulate/population/memory/memory-store.ts';
import { type Bench, commitOf, NOW, openBench, person } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const confirmed: ParticipantEvent = { type: 'Confirmed', at: NOW };
const left: ParticipantEvent = { type: 'Left', at: NOW, reason: 'unsubscribed' };
const erased: ParticipantEvent = { type: 'Erased', at: NOW };
type Somebody = { readonly state: Participant; readonly rev: number };
const signUp = async (store: Store): Promise<Somebody> => ({ state: await person(store), rev: 1 });
/** One commit of one event, as a page makes it; the person after it. */
async function does(
  store: Store,
  { state, rev }: Somebody,
  event: ParticipantEvent,
  places?: number,
): Promise<{ readonly kind: string; readonly after: Somebody }> {
  const more = places === undefined ? {} : { places };
  const commit = commitOf(state, rev, [event], `${event.type}-${state.id}-${rev}`, more);
  const { kind } = await store.commit(commit);
  return { kind, after: kind === 'committed' ? { state: commit.next, rev: rev + 1 } : { state, rev } };
}
const simulated = (): Store =>
  asPort(
    makeMemoryStore({
      clock: { now: () => NOW },
      keys: () => ({ current: 1, keys: new Map(), retired: [], pepper: new Uint8Array(32) }),
      strict: true,
    }),
  );
const STORES: readonly (readonly [string, () => Store])[] = [
  ['the embedded engine', () => bench.store],
  ['the store of the simulator', simulated],
];

describe.each(STORES)('on %s', (_, open) => {
  it('the last place is had by one of two who press at once, and the other finds it free again', async () => {
    const store = open();
    const begin = await store.places();
    const most = begin + 1;
    const [ada, ben] = [await signUp(store), await signUp(store)];
    expect(await store.places()).toBe(begin);
    const tries = await Promise.all([does(store, ada, confirmed, most), does(store, ben, confirmed, most)]);
    expect(tries.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    const loser = tries.find(({ kind }) => kind !== 'committed')?.after ?? ada;
    const winner = tries.find(({ kind }) => kind === 'committed')?.after ?? ada;
    expect(await does(store, loser, confirmed, most)).toMatchObject({ kind: 'full' });
    expect((await store.load(loser.state.id))?.participant.status).toBe('unconfirmed');
    expect(await store.places()).toBe(most);

    const gone = await does(store, winner, left);
    expect([gone.kind, await store.places()]).toEqual(['committed', begin]);
    const second = await does(store, loser, confirmed, most);
    expect([second.kind, await store.places()]).toEqual(['committed', most]);
    expect((await does(store, second.after, erased)).kind).toBe('committed');
    // Who has left and is erased then has given the place back once.
    await does(store, gone.after, erased);
    expect(await store.places()).toBe(begin);
  });

  it('a confirmation that comes again, under the same name or another, counts nobody twice', async () => {
    const store = open();
    const begin = await store.places();
    const ada = await signUp(store);
    const once = await does(store, ada, confirmed, begin + 5);
    expect(once.kind).toBe('committed');
    expect((await does(store, ada, confirmed, begin + 5)).kind).toBe('repeated');
    const other = commitOf(ada.state, 1, [confirmed], 'another-name', { places: begin + 5 });
    expect((await store.commit(other)).kind).toBe('conflict');
    expect(await store.places()).toBe(begin + 1);
    await does(store, once.after, erased);
    expect(await store.places()).toBe(begin);
  });

  it('in whatever order people come and go, the count is who is in, never past the limit', async () => {
    const steps = fc.array(fc.record({ who: fc.nat(4), what: fc.constantFrom('in', 'out', 'erase') }), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 3 }), async (walk, room) => {
        const store = open();
        const begin = await store.places();
        const people = new Map<number, Somebody>();
        const inside = new Set<number>();
        for (const { who, what } of walk) {
          const one = people.get(who) ?? (await signUp(store));
          people.set(who, one);
          if (what === 'in' && one.state.status === 'unconfirmed') {
            const { kind, after } = await does(store, one, confirmed, begin + room);
            expect(kind).toBe(inside.size < room ? 'committed' : 'full');
            if (kind === 'committed') inside.add(who);
            people.set(who, after);
          }
          if (what === 'out' && one.state.status === 'confirmed') {
            people.set(who, (await does(store, one, left)).after);
            inside.delete(who);
          }
          if (what === 'erase') {
            await does(store, one, erased);
            people.delete(who);
            inside.delete(who);
          }
          expect(await store.places()).toBe(begin + inside.size);
        }
        for (const one of people.values()) await does(store, one, erased);
        expect(await store.places()).toBe(begin);
      }),
      { numRuns: 12 },
    );
  });
});

it('many who press at once get exactly the places there are', async () => {
  const begin = await bench.store.places();
  const everybody = await Promise.all(Array.from({ length: 12 }, () => signUp(bench.store)));
  let waiting: readonly Somebody[] = everybody;
  // A conflict is no answer: whoever meets one tries again, as a page does.
  while (waiting.length > 0) {
    const tries = await Promise.all(waiting.map((one) => does(bench.store, one, confirmed, begin + 4)));
    waiting = tries.filter(({ kind }) => kind === 'conflict').map(({ after }) => after);
  }
  expect(await bench.store.places()).toBe(begin + 4);
});
