/** Reply addresses: written with the fence of their mail, found until they expire, gone with the person. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplyHandle } from '../../../../functions/shell/ports.ts';
import { ATOMIC_ROWS } from '../../../../functions/shell/store/erase.ts';
import { type Bench, commitOf, NOW, openBench, owed, person } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

let made = 0;
const handleFor = (participantId: string, more: Partial<ReplyHandle> = {}): ReplyHandle => {
  made += 1;
  const handle = made.toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(26, 'a');
  return {
    handle,
    participantId,
    occasion: `w${made}-plan`,
    kind: 'plan',
    week: 3,
    expiresAt: '2027-03-02T06:00:00.000Z',
    ...more,
  };
};
async function withHandles(count: number) {
  let state = await person(bench.store);
  const handles: ReplyHandle[] = [];
  for (let rev = 1; rev <= count; rev += 1) {
    const handle = handleFor(state.id);
    const { occasion, kind } = handle;
    const dispatch = { occasion, kind, attempt: 1, at: NOW, replyHandle: handle.handle };
    const commit = commitOf(state, rev, [owed(`o${rev}`)], `c${rev}`);
    expect((await bench.store.commit(commit)).kind).toBe('committed');
    const fence = { turn: 1, owner: 'w', dispatch, handle, claimed: commit.next };
    expect(await bench.store.fence(state.id, fence)).toBe(true);
    handles.push(handle);
    state = commit.next;
  }
  return { state, rev: count + 1, handles };
}

test('a handle leads to its mail until it expires, however late the table removes it', async () => {
  const { handles } = await withHandles(1);
  const [handle] = handles;
  expect(await bench.store.handle(handle?.handle ?? '')).toEqual(handle);
  expect(await bench.store.handle('z'.repeat(26))).toBeNull();
  bench.clock.at = '2027-03-02T06:00:00.000Z';
  expect(await bench.store.handle(handle?.handle ?? '')).toBeNull();
  bench.clock.at = NOW;
});

test('a second attempt writes the same handle again; nobody takes over another’s', async () => {
  const { state, handles } = await withHandles(1);
  const [handle] = handles as [ReplyHandle];
  const { occasion, kind } = handle;
  const fence = { turn: 2, owner: 'w', dispatch: { occasion, kind, attempt: 2, at: NOW }, claimed: state };
  expect(await bench.store.fence(state.id, { ...fence, handle })).toBe(true);
  const thief = await person(bench.store);
  await expect(
    bench.store.fence(thief.id, { ...fence, claimed: thief, handle: { ...handle, participantId: thief.id } }),
  ).rejects.toThrow('belongs to another');
  expect(await bench.store.handle(handle.handle)).toEqual(handle);
});

test.each([3, ATOMIC_ROWS])('an erasure takes all %i of them', async (count) => {
  const { state, rev, handles } = await withHandles(count);
  expect((await bench.store.commit(commitOf(state, rev, [{ type: 'Lapsed', at: NOW }], 'lapse'))).kind).toBe(
    'committed',
  );
  for (const { handle } of handles) expect(await bench.store.handle(handle)).toBeNull();
  expect(JSON.stringify(await bench.rows())).not.toContain(state.id);
});
