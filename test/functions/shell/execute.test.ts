/** The one way in, on the real store. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Executed, execute, isBusy } from '../../../functions/shell/execute.ts';
import type { Store } from '../../../functions/shell/ports.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Command } from '../../../program/participant/commands.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed } from './store/fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

/** None of the commands below looks into the curriculum. */
const curriculum = {} as Curriculum;
const app = () => ({ store: bench.store, curriculum });
const signUp = (id: string): Command => ({
  type: 'SignUp',
  at: NOW,
  id,
  email: `${id.toLowerCase()}@example.org`,
  firstName: null,
  country: 'GB',
  timeZone: 'Europe/London',
  weekday: 1,
  hour: 7,
  units: 'km',
  consentVersion: '1',
});
const confirm: Command = { type: 'Confirm', at: NOW };
async function newcomer(): Promise<string> {
  const id = newId();
  expect((await execute(app(), { id, commandOf: () => signUp(id), commandId: 'signup' })).kind).toBe(
    'committed',
  );
  return id;
}
/** The store, with somebody else's write in front of each of the first `times` commits. */
const contested = (times: number): Store => {
  let left = times;
  return {
    ...bench.store,
    commit: async (commit) => {
      left -= 1;
      if (left >= 0) {
        const now = await bench.store.load(commit.id);
        await bench.store.commit(
          commitOf(now!.participant, now!.rev, [owed(`other${now!.rev}`)], `other-${now!.rev}`),
        );
      }
      return bench.store.commit(commit);
    },
  };
};

test('a command is decided, committed and told', async () => {
  const id = await newcomer();
  const done = await execute(app(), { id, commandOf: () => confirm, commandId: 'confirm' });
  expect(done).toMatchObject({
    kind: 'committed',
    before: { status: 'unconfirmed' },
    after: { status: 'confirmed' },
    rev: 2,
  });
  expect((await bench.store.load(id))?.participant).toEqual(
    (done as Extract<Executed, { kind: 'committed' }>).after,
  );
  expect(
    (await bench.store.journal(id)).map((entry) => [entry.command, entry.commandId, entry.actor]),
  ).toEqual([
    ['SignUp', 'signup', 'person'],
    ['Confirm', 'confirm', 'person'],
  ]);
});

test('a command of nobody is refused and leaves nothing', async () => {
  const before = await bench.rows();
  expect(await execute(app(), { id: newId(), commandOf: () => confirm, commandId: 'confirm' })).toEqual({
    kind: 'refused',
    refusal: { code: 'not-signed-up' },
    participant: null,
  });
  expect(await bench.rows()).toEqual(before);
});

test('what changes nothing writes nothing', async () => {
  const id = await newcomer();
  await execute(app(), { id, commandOf: () => confirm, commandId: 'first' });
  const before = await bench.rows();
  expect((await execute(app(), { id, commandOf: () => confirm, commandId: 'second' })).kind).toBe(
    'unchanged',
  );
  expect(await bench.rows()).toEqual(before);
});

test('a repeated command that would now be refused returns its first outcome', async () => {
  const id = await newcomer();
  await execute(app(), { id, commandOf: () => confirm, commandId: 'confirm' });
  const leave: Command = { type: 'Unsubscribe', at: NOW };
  expect((await execute(app(), { id, commandOf: () => leave, commandId: 'leave' })).kind).toBe('committed');
  const commandOf = (): Command => ({ type: 'Pause', at: NOW, until: '2026-03-09' });
  const pressedTwice = await execute(app(), { id, commandOf, commandId: 'leave' });
  expect(pressedTwice).toEqual({ kind: 'repeated', outcome: { ok: true, code: 'Unsubscribe' } });
});

test('after a conflict it is decided again on what the other one wrote', async () => {
  const id = await newcomer();
  const seen: (string | undefined)[] = [];
  const done = await execute(
    { store: contested(3), curriculum },
    {
      id,
      commandOf: (participant) => {
        seen.push(
          participant?.status === 'unconfirmed'
            ? participant.owed.map((mail) => mail.occasion).join()
            : participant?.status,
        );
        return confirm;
      },
      commandId: 'confirm',
    },
  );
  expect(done).toMatchObject({ kind: 'committed', rev: 5 });
  expect(seen).toEqual([
    'confirm-n1',
    'confirm-n1,other1',
    'confirm-n1,other1,other2',
    'confirm-n1,other1,other2,other3',
  ]);
});

test('after three conflicts in a row the caller is told that it is busy', async () => {
  const id = await newcomer();
  const failure: unknown = await execute(
    { store: contested(4), curriculum },
    { id, commandOf: () => confirm, commandId: 'confirm' },
  ).catch((error: unknown) => error);
  expect(isBusy(failure)).toBe(true);
  expect((await bench.store.load(id))?.participant.status).toBe('unconfirmed');
});

test('an address of somebody else is told as such', async () => {
  const claim = { claim: { key: 'mailbox', action: 'take' as const } };
  const [one, two] = [newId(), newId()];
  const take = (id: string): Promise<Executed> =>
    execute(app(), { id, commandOf: () => signUp(id), commandId: 'signup', prepare: () => claim });
  expect((await take(one)).kind).toBe('committed');
  expect((await take(two)).kind).toBe('claimed-elsewhere');
  expect(await bench.store.load(two)).toBeNull();
});

test('what has to be ready is made anew after a conflict, from the state that is committed', async () => {
  const id = await newcomer();
  const owed: number[] = [];
  const done = await execute(
    { store: contested(2), curriculum },
    {
      id,
      commandOf: () => confirm,
      commandId: 'confirm',
      prepare: ({ before }) => {
        owed.push(before === null || before.status === 'erased' ? 0 : before.owed.length);
        return {};
      },
    },
  );
  expect([done.kind, owed]).toEqual(['committed', [1, 2, 3]]);
});

test('what cannot be made ready leaves everything as it is', async () => {
  const id = await newcomer();
  const before = await bench.rows();
  const done = await execute(app(), {
    id,
    commandOf: () => confirm,
    commandId: 'later',
    prepare: () => null,
  });
  expect(done).toEqual({ kind: 'put-off' });
  expect(await bench.rows()).toEqual(before);
});
