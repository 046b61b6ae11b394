/**
 * What a person does on a page, on the real store: stamped, named, carried out, and the sender told when a
 * mail is due.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Acting, act, standing } from '../../../functions/shell/act.ts';
import { isBusy } from '../../../functions/shell/execute.ts';
import type { LogFields, Queue, Store } from '../../../functions/shell/ports.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed } from './store/fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

interface Seen {
  readonly app: Acting;
  readonly hints: string[];
  readonly warnings: { readonly message: string; readonly fields?: LogFields | undefined }[];
}
/** The app of a function at `NOW`. None of the commands below looks into the curriculum. */
function functionAt(more: Partial<Acting> = {}): Seen {
  const hints: string[] = [];
  const warnings: Seen['warnings'] = [];
  let commands = 0;
  const app: Acting = {
    store: bench.store,
    curriculum: {} as Curriculum,
    clock: { now: () => NOW, monotonic: () => 0, timer: () => () => undefined },
    ids: {
      participant: newId,
      handle: newId,
      owner: newId,
      command: () => {
        commands += 1;
        return `c${commands}`;
      },
    },
    queue: {
      send: (lane, sent) => {
        for (const { participantId } of sent) hints.push(`${lane} ${participantId}`);
        return Promise.resolve();
      },
      depth: () => Promise.resolve(0),
    },
    log: {
      info: () => {},
      warn: (message, fields) => warnings.push({ message, fields }),
      error: () => {},
    },
    ...more,
  };
  return { app, hints, warnings };
}
const signUp = (id: string) =>
  ({
    type: 'SignUp',
    id,
    email: `${id.toLowerCase()}@example.org`,
    firstName: null,
    country: 'GB',
    timeZone: 'Europe/London',
    weekday: 1,
    hour: 7,
    units: 'km',
    consentVersion: '1',
  }) as const;

test('a command is stamped by the clock, named, and a mail that is due by it hints once', async () => {
  const { app, hints } = functionAt();
  const id = newId();
  expect((await act(app, { id }, signUp(id), 'signup')).kind).toBe('committed');
  expect(hints).toEqual([`urgent ${id}`]);
  expect((await bench.store.journal(id)).map((e) => [e.command, e.commandId, e.at])).toEqual([
    ['SignUp', 'signup.c1', NOW],
  ]);
});

test('nothing due, nothing done or nobody there: no hint', async () => {
  const { app, hints } = functionAt();
  const id = newId();
  await act(app, { id }, signUp(id), 'signup');
  hints.length = 0;
  await act(app, { id }, { type: 'Confirm' }, 'confirm');
  await act(app, { id }, { type: 'Confirm' }, 'confirm');
  const done = await act(app, { id: newId() }, { type: 'Confirm' }, 'confirm');
  expect([hints, done.kind]).toEqual([[], 'refused']);
});

test('a queue that is down fails no page: what was done stands, and the log says so', async () => {
  const away = () => Promise.reject(Object.assign(new Error('away'), { name: 'Timeout' }));
  const down: Queue = { send: away, depth: away };
  const { app, warnings } = functionAt({ queue: down });
  const id = newId();
  const done = await act(app, { id }, signUp(id), 'signup');
  expect(done.kind).toBe('committed');
  expect((await bench.store.load(id))?.participant.status).toBe('unconfirmed');
  expect(warnings).toEqual([{ message: 'hint-failed', fields: { participantId: id, error: 'Timeout' } }]);
});

/** The store, with somebody else's write in front of each of the first `times` commits. */
const contested = (times: number): Store => {
  let left = times;
  return {
    ...bench.store,
    commit: async (commit) => {
      left -= 1;
      const now = left >= 0 ? await bench.store.load(commit.id) : null;
      if (now !== null)
        await bench.store.commit(
          commitOf(now.participant, now.rev, [owed(`w${now.rev}-other`)], `other-${now.rev}`),
        );
      return bench.store.commit(commit);
    },
  };
};

test('patience outlasts one row of conflicts; without it the person is told that we are busy', async () => {
  const [patient, hasty] = [newId(), newId()];
  for (const id of [patient, hasty]) await act(functionAt().app, { id }, signUp(id), 'signup');
  const waits = functionAt({ store: contested(5) }).app;
  const done = await act(waits, { id: patient }, { type: 'Confirm' }, { name: 'confirm', patience: 2 });
  expect(done.kind).toBe('committed');
  const gives = functionAt({ store: contested(5) }).app;
  const failure: unknown = await act(gives, { id: hasty }, { type: 'Confirm' }, 'confirm').catch(
    (error: unknown) => error,
  );
  expect(isBusy(failure)).toBe(true);
});

test('the person as they stand now: after the commit, or as the refusal found them', async () => {
  const { app } = functionAt();
  const id = newId();
  await act(app, { id }, signUp(id), 'signup');
  const before = (await bench.store.load(id))?.participant;
  if (before === undefined) throw new Error('signed up');
  const confirmed = await act(app, { id }, { type: 'Confirm' }, 'confirm');
  expect(standing(confirmed, before)?.status).toBe('confirmed');
  const refused = await act(app, { id }, { type: 'Resume' }, 'me');
  expect(standing(refused, before)?.status).toBe('confirmed');
  expect(standing({ kind: 'claimed-elsewhere' }, before)?.status).toBe('unconfirmed');
});
