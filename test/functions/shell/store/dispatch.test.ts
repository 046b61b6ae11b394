import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DispatchStatus, Fence } from '../../../../functions/shell/ports.ts';
import { STATUS_ORDER } from '../../../../functions/shell/store/dispatch-row.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import { type Bench, NOW, openBench, person } from './fixture.ts';

let bench: Bench;
let state: Participant;
beforeAll(async () => {
  bench = await openBench();
  state = await person(bench.store);
});
afterAll(() => bench.stop());

let made = 0;
/** A claimed mail of its own. */
async function claimed(more: Partial<Fence['dispatch']> = {}): Promise<string> {
  made += 1;
  const occasion = more.occasion ?? `w${made}-plan`;
  const dispatch = { occasion, kind: 'plan', attempt: 1, at: NOW, contentHash: 'c0ffee', ...more };
  const fence = { turn: dispatch.attempt, owner: 'w', dispatch, claimed: state };
  expect(await bench.store.fence(state.id, fence)).toBe(true);
  return occasion;
}
const minute = (n: number): string => `2026-03-02T06:${String(n).padStart(2, '0')}:00.000Z`;

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

test('a claim is in the ledger before the mail can be reported on', async () => {
  const occasion = await claimed();
  expect(await bench.store.dispatch(state.id, occasion)).toEqual({
    occasion,
    kind: 'plan',
    status: 'claimed',
    attempt: 1,
    at: NOW,
    contentHash: 'c0ffee',
  });
  expect(await bench.store.dispatch(state.id, 'never')).toBeNull();
});

test('a status only climbs', async () => {
  for (const [low, lower] of STATUS_ORDER.entries()) {
    for (const higher of STATUS_ORDER.slice(low + 1)) {
      const occasion = await claimed();
      await bench.store.raiseDispatch(state.id, occasion, { status: higher, at: minute(1) });
      await bench.store.raiseDispatch(state.id, occasion, { status: lower, at: minute(2) });
      expect((await bench.store.dispatch(state.id, occasion))?.status, `${higher} then ${lower}`).toBe(
        higher,
      );
    }
  }
});

test('every order of every event, some twice, gives the same row', async () => {
  const events: readonly (readonly [DispatchStatus, string, string | undefined])[] = [
    ['sent', minute(1), 'm-1'],
    ['sent', minute(1), 'm-0'],
    ['delivered', minute(5), undefined],
    ['delivered', minute(4), 'm-1'],
    ['bounced', minute(3), 'm-1'],
  ];
  const rows = new Set<string>();
  for (const order of permutations(events)) {
    const occasion = await claimed();
    for (const [status, at, messageId] of [...order, order[0]!])
      await bench.store.raiseDispatch(state.id, occasion, { status, at, messageId });
    const row = await bench.store.dispatch(state.id, occasion);
    rows.add(JSON.stringify({ ...row, occasion: '' }));
  }
  expect([...rows]).toHaveLength(1);
  expect(JSON.parse([...rows][0]!)).toMatchObject({ status: 'bounced', at: minute(3), messageId: 'm-1' });
});

test('evidence without a row makes none', async () => {
  await bench.store.raiseDispatch(state.id, 'unknown', { status: 'delivered', at: NOW, messageId: 'm' });
  expect(await bench.store.dispatch(state.id, 'unknown')).toBeNull();
});

test('a second attempt takes back the refusal of the first, and nothing stronger', async () => {
  const occasion = await claimed();
  await bench.store.raiseDispatch(state.id, occasion, { status: 'refused', at: minute(1) });
  await claimed({ occasion, attempt: 2, at: minute(9) });
  expect(await bench.store.dispatch(state.id, occasion)).toMatchObject({ status: 'claimed', attempt: 2 });
  await bench.store.raiseDispatch(state.id, occasion, { status: 'sent', at: minute(10), messageId: 'm' });
  await claimed({ occasion, attempt: 3, at: minute(11) });
  expect(await bench.store.dispatch(state.id, occasion)).toMatchObject({
    status: 'sent',
    attempt: 3,
    messageId: 'm',
  });
});

test('giving up loses against evidence that the mail left', async () => {
  const occasion = await claimed();
  await bench.store.raiseDispatch(state.id, occasion, { status: 'abandoned', at: minute(1) });
  await bench.store.raiseDispatch(state.id, occasion, { status: 'sent', at: minute(2), messageId: 'm' });
  expect((await bench.store.dispatch(state.id, occasion))?.status).toBe('sent');
});
