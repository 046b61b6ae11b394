/** The session log on every store: two entries at once, an erasure in between, what the export has of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DaysChange, Store } from '../../../../functions/shell/ports.ts';
import { asPort, makeMemoryStore } from '../../../../simulate/population/memory/memory-store.ts';
import { exportOf, exportRows } from '../../../../views/export/export.ts';
import { type Bench, commitOf, NOW, openBench, person } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const LATER = '2026-03-03T06:00:00.000Z';
const keys = { current: 1, keys: new Map(), retired: [], pepper: new Uint8Array(32) };
const stores: readonly (readonly [string, () => Store])[] = [
  ['the table', () => bench.store],
  ['memory', () => asPort(makeMemoryStore({ clock: bench.clock, keys: () => keys, strict: true }))],
];
const entry = (id: string, pain: number, at = NOW): Omit<DaysChange, 'first'> => ({
  week: 3,
  at,
  session: { id, entry: { at, answers: { result: 'done', pain, runMinutes: null, before: null } } },
});

describe.each(stores)('on %s', (_name, make) => {
  it('nothing is logged before anything is, and what is logged is read back by week', async () => {
    const store = make();
    const { id } = await person(store);
    expect(await store.days(id, 3)).toBeNull();
    expect(await store.logDays(id, { ...entry('s1', 2), first: true })).toBe(true);
    const moves = [['r1', '2026-03-04']] as const;
    expect(await store.logDays(id, { week: 3, at: LATER, first: false, moves })).toBe(true);
    expect(await store.days(id, 3)).toEqual({
      week: 3,
      at: LATER,
      sessions: { s1: entry('s1', 2).session?.entry },
      moves: [['r1', '2026-03-04']],
    });
    expect(await store.days(id, 4)).toBeNull();
  });
  it('two sessions at once both stay, and a later entry of one replaces it alone', async () => {
    const store = make();
    const { id } = await person(store);
    await Promise.all([
      store.logDays(id, { ...entry('s1', 2), first: true }),
      store.logDays(id, { ...entry('r1', 1), first: true }),
    ]);
    await store.logDays(id, { ...entry('s1', 4, LATER), first: false });
    const log = await store.days(id, 3);
    expect(Object.keys(log?.sessions ?? {}).sort()).toEqual(['r1', 's1']);
    expect([log?.sessions['s1']?.answers.pain, log?.sessions['r1']?.answers.pain]).toEqual([4, 1]);
  });
  it('goes with the person: erased with everything, and never written again after it', async () => {
    const store = make();
    const state = await person(store);
    await store.logDays(state.id, { ...entry('s1', 2), first: true });
    await store.commit(commitOf(state, 1, [{ type: 'Lapsed', at: NOW }], 'lapse'));
    expect(await store.days(state.id, 3)).toBeNull();
    expect(await store.logDays(state.id, { ...entry('s1', 2), first: false })).toBe(false);
    expect(await store.logDays(state.id, { ...entry('s1', 2), first: true })).toBe(false);
    expect(await store.days(state.id, 3)).toBeNull();
  });
  it('is in the copy of the data, whole', async () => {
    const store = make();
    const { id } = await person(store);
    await store.logDays(id, { ...entry('s1', 2), first: true });
    const held = await store.everything(id);
    if (held === null || held.participant.status === 'erased') throw new Error('somebody is there');
    const file = exportOf({ ...held, participant: held.participant }, LATER);
    expect(file.sessions).toEqual([await store.days(id, 3)]);
    expect(exportRows(file)).toContainEqual([NOW, 'sessions', 'sessions.s1.answers.pain', '2']);
  });
});

it('leaves no row of an erased person in the table', async () => {
  const state = await person(bench.store);
  await bench.store.logDays(state.id, { ...entry('f1', 0), first: true });
  await bench.store.commit(commitOf(state, 1, [{ type: 'Lapsed', at: NOW }], 'lapse'));
  await bench.store.logDays(state.id, { ...entry('f1', 0), first: true });
  expect(JSON.stringify(await bench.rows())).not.toContain(state.id);
});
