/** A state lies in three items: what is written of them, and what a reader sees meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aboutRunning } from '../../../../program/answers/about-running.ts';
import { type Bench, commitOf, NOW, openBench, owed, person, signedUp } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());
const rowsOf = async (pk: string) => (await bench.rows()).filter((row) => row['pk'] === pk);

test('a mail that leaves writes HEAD alone; what changes is written, and what is gone goes', async () => {
  const state = await person(bench.store);
  const revs = async () =>
    Object.fromEntries(
      (await rowsOf(`P#${state.id}`))
        .filter((row) => String(row['sk']).startsWith('S#'))
        .map((row) => [row['sk'], row['rev']]),
    );
  const first = commitOf(state, 1, [owed('a')], 'owe');
  await bench.store.commit(first);
  expect(await revs()).toEqual({ 'S#HEAD': 2, 'S#PERSON': 1 });
  const confirmed = commitOf(first.next, 2, [{ type: 'Confirmed', at: NOW }], 'confirm');
  await bench.store.commit(confirmed);
  expect(await revs()).toEqual({ 'S#HEAD': 3, 'S#PERSON': 3, 'S#COURSE': 3 });
  // Without the state it stands on a commit reads how that one lies.
  const { before: _, ...alone } = commitOf(confirmed.next, 3, [owed('b')], 'alone');
  expect(await bench.store.commit(alone)).toEqual({ kind: 'committed', rev: 4 });
  expect(await revs()).toEqual({ 'S#HEAD': 4, 'S#PERSON': 3, 'S#COURSE': 3 });
  const again = commitOf(alone.next, 4, [signedUp(state.id)], 'sign-up again');
  expect(await bench.store.commit(again)).toEqual({ kind: 'committed', rev: 5 });
  expect(await revs()).toEqual({ 'S#HEAD': 5, 'S#PERSON': 5 });
  expect(await bench.store.load(state.id)).toEqual({ participant: again.next, rev: 5 });
});

test('a commit that stands on a state of long ago is a conflict, whatever it says it stands on', async () => {
  const state = await person(bench.store);
  await bench.store.commit(commitOf(state, 1, [owed('a')], 'first'));
  for (const before of [state, null, undefined]) {
    const late = commitOf(state, 1, [owed('b')], 'late');
    const { before: _, ...rest } = late;
    expect(await bench.store.commit(before === undefined ? rest : { ...rest, before })).toEqual({
      kind: 'conflict',
    });
  }
});

test('a state is read whole while somebody writes it all the time', async () => {
  let state = await person(bench.store);
  let over = false;
  const confirmed = commitOf(state, 1, [{ type: 'Confirmed', at: NOW }], 'confirm');
  await bench.store.commit(confirmed);
  state = confirmed.next;
  const reading = (async () => {
    for (let n = 0; !over; n += 1) {
      const read = await bench.store.load(state.id);
      if (read?.participant.status !== 'confirmed') throw new Error(`read ${n}: ${read?.participant.status}`);
      const told = read.participant.aboutRunning?.goal ?? null;
      expect(told).toBe(read.rev === 2 ? null : String(read.rev));
    }
  })();
  for (let rev = 2; rev < 40; rev += 1) {
    const answers = { ...aboutRunning.parse({ distanceUnits: 'km' }), goal: String(rev + 1) };
    const told = commitOf(state, rev, [{ type: 'ToldAboutRunning', at: NOW, answers }], `t${rev}`);
    await bench.store.commit(told);
    state = told.next;
  }
  over = true;
  await reading;
});
