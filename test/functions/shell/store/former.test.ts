/** Who left and confirms anew begins anew: the journal of the earlier time goes, its mails are set aside. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, commitOf, NOW, openBench, owed, person, signedUp } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

test('the journal of the earlier time is gone once the new sign-up is confirmed, and not before', async () => {
  const first = await person(bench.store);
  const steps = [
    commitOf(first, 1, [{ type: 'Confirmed', at: NOW }], 'confirm'),
    (state: typeof first) => commitOf(state, 2, [owed('of-then')], 'owe'),
    (state: typeof first) => commitOf(state, 3, [{ type: 'Left', at: NOW, reason: 'unsubscribed' }], 'leave'),
    (state: typeof first) => commitOf(state, 4, [signedUp(first.id)], 'again'),
    (state: typeof first) => commitOf(state, 5, [{ type: 'Confirmed', at: NOW }], 'confirm-again'),
  ];
  let state = first;
  const revs = async () => (await bench.store.journal(first.id)).map((entry) => entry.rev);
  for (const [n, step] of steps.entries()) {
    const commit = typeof step === 'function' ? step(state) : step;
    expect((await bench.store.commit(commit)).kind).toBe('committed');
    state = commit.next;
    if (n === 3) expect(await revs()).toEqual([1, 2, 3, 4, 5]);
  }
  expect(await revs()).toEqual([5, 6]);
  expect(JSON.stringify((await bench.store.everything(first.id))?.journal)).not.toContain('of-then');
});
