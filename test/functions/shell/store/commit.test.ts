import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressKey } from '../../../../functions/shell/address-key.ts';
import { aboutRunning } from '../../../../program/answers/about-running.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed, person, signedUp } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());
const rowsOf = async (pk: string) => (await bench.rows()).filter((row) => row['pk'] === pk);

test('what was committed is loaded, and nobody else is there', async () => {
  const state = await person(bench.store);
  expect(await bench.store.load(state.id)).toEqual({ participant: state, rev: 1 });
  expect(await bench.store.load(newId())).toBeNull();
});

test('a commit on an old revision is a conflict and writes nothing', async () => {
  const state = await person(bench.store);
  const second = commitOf(state, 1, [owed('a')], 'second');
  expect(await bench.store.commit(second)).toEqual({ kind: 'committed', rev: 2 });
  const before = await bench.rows();
  expect(await bench.store.commit(commitOf(state, 1, [owed('b')], 'third'))).toEqual({ kind: 'conflict' });
  expect(await bench.store.commit(commitOf(null, 0, [signedUp(state.id)], 'again'))).toEqual({
    kind: 'conflict',
  });
  expect(await bench.store.commit(commitOf(state, 7, [owed('b')], 'ahead'))).toEqual({ kind: 'conflict' });
  expect(await bench.rows()).toEqual(before);
});

test('a repeated command returns the first outcome, at the old revision and at the new', async () => {
  const state = await person(bench.store);
  const first = commitOf(state, 1, [owed('a')], 'press', { outcome: { ok: true, code: 'first' } });
  expect(await bench.store.commit(first)).toEqual({ kind: 'committed', rev: 2 });
  const repeated = { kind: 'repeated', outcome: { ok: true, code: 'first' } };
  expect(await bench.store.commit({ ...first, outcome: { ok: false, code: 'second' } })).toEqual(repeated);
  expect(await bench.store.commit(commitOf(first.next, 2, [owed('b')], 'press'))).toEqual(repeated);
  expect(await bench.store.outcome(state.id, 'press')).toEqual({ ok: true, code: 'first' });
  expect(await bench.store.outcome(state.id, 'never')).toBeNull();
  expect((await bench.store.load(state.id))?.rev).toBe(2);
});

test('the same command at the same revision by twenty workers at once is done by exactly one of them', async () => {
  const state = await person(bench.store);
  const commit = commitOf(state, 1, [owed('a')], 'wake');
  const results = await Promise.all(Array.from({ length: 20 }, () => bench.store.commit(commit)));
  expect(results.filter((r) => r.kind === 'committed')).toHaveLength(1);
  expect(results.filter((r) => r.kind === 'repeated')).toHaveLength(19);
});

test('of twenty commits at once exactly one wins each revision', async () => {
  const state = await person(bench.store);
  let rev = 1;
  let current = state;
  const waiting = new Set(Array.from({ length: 20 }, (_, i) => `c${i}`));
  while (waiting.size > 0) {
    const tries = [...waiting].map((name) => ({ name, commit: commitOf(current, rev, [owed(name)], name) }));
    const results = await Promise.all(
      tries.map(async ({ name, commit }) => ({ name, commit, result: await bench.store.commit(commit) })),
    );
    const won = results.filter((r) => r.result.kind === 'committed');
    expect(won).toHaveLength(1);
    expect(results.filter((r) => r.result.kind === 'conflict')).toHaveLength(waiting.size - 1);
    rev += 1;
    waiting.delete(won[0]!.name);
    current = won[0]!.commit.next;
    expect(await bench.store.load(state.id)).toEqual({ participant: current, rev });
  }
  expect((await bench.store.journal(state.id)).map((entry) => entry.rev)).toEqual(
    Array.from({ length: 21 }, (_, i) => i + 1),
  );
});

test('everything a commit names is written together or not at all', async () => {
  const key = 'taken-address';
  const owner = await person(bench.store, { claim: { key, action: 'take' } });
  const before = await bench.rows();
  const other = newId();
  const refused = await bench.store.commit(
    commitOf(null, 0, [signedUp(other)], 'late', {
      claim: { key, action: 'take' },
      suppress: { key: 'x', reason: 'bounce' },
    }),
  );
  expect(refused).toEqual({ kind: 'claimed-elsewhere' });
  expect(await bench.rows()).toEqual(before);
  expect(await bench.store.address(key)).toEqual({ participantId: owner.id, suppressed: null });
});

test('an address is claimed by one, again by the same one, and free after the release', async () => {
  const key = 'one-mailbox';
  const state = await person(bench.store, { claim: { key, action: 'take' } });
  expect(
    await bench.store.commit(commitOf(state, 1, [owed('a')], 'again', { claim: { key, action: 'take' } })),
  ).toEqual({
    kind: 'committed',
    rev: 2,
  });
  expect(
    await bench.store.commit(commitOf(state, 2, [owed('b')], 'leave', { claim: { key, action: 'release' } })),
  ).toEqual({
    kind: 'committed',
    rev: 3,
  });
  expect(await bench.store.address(key)).toEqual({ participantId: null, suppressed: null });
  const other = await person(bench.store, { claim: { key, action: 'take' } });
  // The first one lets go a second time: it is no longer theirs to let go.
  expect(
    await bench.store.commit(
      commitOf(state, 3, [owed('c')], 'leave2', { claim: { key, action: 'release' } }),
    ),
  ).toEqual({
    kind: 'committed',
    rev: 4,
  });
  expect(await bench.store.address(key)).toEqual({ participantId: other.id, suppressed: null });
});

test('of twenty sign-ups of one address at once exactly one gets it', async () => {
  const key = 'contested';
  const results = await Promise.all(
    Array.from({ length: 20 }, () => {
      const id = newId();
      return bench.store.commit(
        commitOf(null, 0, [signedUp(id)], 'signup', { claim: { key, action: 'take' } }),
      );
    }),
  );
  expect(results.filter((r) => r.kind === 'committed')).toHaveLength(1);
  expect(
    results.every((r) => r.kind === 'committed' || r.kind === 'claimed-elsewhere' || r.kind === 'conflict'),
  ).toBe(true);
});

test('a suppression is found by its key and outlives the person', async () => {
  const { pepper } = await bench.store.keys();
  const state = await person(bench.store);
  if (state.status === 'erased') throw new Error('unreachable');
  const key = addressKey(pepper, state.email);
  await bench.store.commit(
    commitOf(state, 1, [owed('a')], 'bounce', { suppress: { key, reason: 'bounce' } }),
  );
  expect(await bench.store.address(key)).toEqual({ participantId: null, suppressed: 'bounce' });
  await bench.store.commit(commitOf(state, 2, [{ type: 'Lapsed', at: NOW }], 'lapse'));
  expect(await bench.store.address(key)).toEqual({ participantId: null, suppressed: 'bounce' });
});

test('the claim of an unconfirmed sign-up expires; confirming makes it last', async () => {
  const { pepper } = await bench.store.keys();
  const id = newId();
  const key = addressKey(pepper, `${id.toLowerCase()}@example.org`);
  const state = await person(bench.store, { claim: { key, action: 'take' } }, id);
  const expiry = Date.parse('2026-03-09T06:00:00.000Z') / 1000;
  expect((await rowsOf(`E#${key}`))[0]?.['ttl']).toBe(expiry);
  expect((await rowsOf(`P#${id}`)).find((row) => row['sk'] === 'S#HEAD')?.['ttl']).toBeGreaterThan(expiry);
  bench.clock.at = '2026-03-09T06:00:00.000Z';
  expect(await bench.store.address(key)).toEqual({ participantId: null, suppressed: null });
  bench.clock.at = NOW;
  await bench.store.commit(commitOf(state, 1, [{ type: 'Confirmed', at: NOW }], 'confirm'));
  bench.clock.at = '2027-03-09T06:00:00.000Z';
  expect(await bench.store.address(key)).toEqual({ participantId: id, suppressed: null });
  bench.clock.at = NOW;
  for (const row of [
    ...(await rowsOf(`E#${key}`)),
    ...(await rowsOf(`P#${id}`)).filter((r) => r['sk'] === 'S#HEAD'),
  ])
    expect(row).not.toHaveProperty('ttl');
});

test('an expired claim goes to the next sign-up, though the table has not removed it yet', async () => {
  const key = 'slow-table';
  const first = await person(bench.store, { claim: { key, action: 'take' } });
  const id = newId();
  const later = '2026-03-09T06:00:00.000Z';
  const command = { type: 'SignUp', id: 'second', at: later, actor: 'person' };
  const result = await bench.store.commit(
    commitOf(null, 0, [signedUp(id)], 'second', { claim: { key, action: 'take' }, command }),
  );
  expect(result).toEqual({ kind: 'committed', rev: 1 });
  // The first one lapses afterwards and must not take the claim along.
  await bench.store.commit(
    commitOf(first, 1, [{ type: 'Lapsed', at: later }], 'lapse', { claim: { key, action: 'release' } }),
  );
  expect(await rowsOf(`E#${key}`)).toEqual([expect.objectContaining({ participantId: id })]);
});

test('a command older than ninety days counts as never done, however late its row is removed', async () => {
  const state = await person(bench.store);
  await bench.store.commit(commitOf(state, 1, [owed('a')], 'press'));
  bench.clock.at = '2026-05-31T05:59:59.000Z';
  expect(await bench.store.outcome(state.id, 'press')).not.toBeNull();
  bench.clock.at = '2026-05-31T06:00:00.000Z';
  expect(await bench.store.outcome(state.id, 'press')).toBeNull();
  const command = { type: 'Test', id: 'press', at: bench.clock.at, actor: 'person' };
  expect(await bench.store.commit(commitOf(state, 2, [owed('b')], 'press', { command }))).toEqual({
    kind: 'committed',
    rev: 3,
  });
  bench.clock.at = NOW;
});

test('the address and the name stand in PERSON and nowhere else', async () => {
  const id = newId();
  const state = await person(bench.store, { claim: { key: 'hash', action: 'take' } }, id);
  await bench.store.commit(commitOf(state, 1, [owed('a')], 'x'));
  for (const row of await bench.rows()) {
    const { body, ...others } = row;
    expect(JSON.stringify(others)).not.toMatch(/example\.org|Ioana/);
    if (row['sk'] !== 'S#PERSON') expect(String(body)).not.toMatch(/example\.org|Ioana/);
  }
});

test('a state that does not fit its schema is not written', async () => {
  const state = await person(bench.store);
  const broken = { ...commitOf(state, 1, [owed('a')], 'broken'), next: { ...state, hour: 'seven' } as never };
  await expect(bench.store.commit(broken)).rejects.toThrow(/hour/);
  expect((await bench.store.load(state.id))?.rev).toBe(1);
});

test('what somebody wrote in their own words lies in the state and in no other row, and comes back with the journal', async () => {
  const state = await person(bench.store);
  const confirmed = commitOf(state, 1, [{ type: 'Confirmed', at: NOW }], 'confirmed');
  await bench.store.commit(confirmed);
  const own = { goal: 'Geheimes Ziel 🏃', planWhen: 'geheime Zeit', planIfMissed: null };
  const answers = {
    ...aboutRunning.parse({ distanceUnits: 'km', arch: 'flat', weeklyDistance: 30 }),
    ...own,
  };
  const earlier = { ...answers, goal: 'Geheim, früher' };
  const first = commitOf(
    confirmed.next,
    2,
    [{ type: 'ToldAboutRunning', at: NOW, answers: earlier }],
    'told',
  );
  await bench.store.commit(first);
  await bench.store.commit(
    commitOf(first.next, 3, [{ type: 'ToldAboutRunning', at: NOW, answers }], 'told-again'),
  );
  for (const row of await rowsOf(`P#${state.id}`))
    expect(/geheim/i.test(JSON.stringify(row)), String(row['sk'])).toBe(row['sk'] === 'S#PERSON');
  expect(JSON.stringify(await rowsOf(`P#${state.id}`))).not.toContain('früher');
  expect((await bench.store.load(state.id))?.participant).toMatchObject({ aboutRunning: answers });
  const told = (await bench.store.journal(state.id))
    .flatMap((entry) => entry.events)
    .filter((e) => e.type === 'ToldAboutRunning');
  expect(told.map((e) => e.answers)).toEqual([answers, answers]);
});

test('a state stored before the optional pages is read as one in which nothing was told', async () => {
  const state = await person(bench.store);
  expect(JSON.stringify(state)).not.toMatch(/aboutRunning|shoes|returnedWeek/);
  expect((await bench.store.load(state.id))?.participant).toEqual(state);
});
