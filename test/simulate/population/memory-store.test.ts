/** The store in memory does what the table does: random commands on both, the same answers from both. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Commit, CommitResult, Store } from '../../../functions/shell/ports.ts';
import { shardOf } from '../../../functions/shell/store/items/keys.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { asPort, makeMemoryStore } from '../../../simulate/population/memory/memory-store.ts';
import {
  type Bench,
  commitOf,
  NOW,
  newId,
  openBench,
  owed,
  signedUp,
} from '../../functions/shell/store/fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const PEOPLE = 3;
const step = fc.oneof(
  fc.record({ kind: fc.constant('sign-up' as const), who: fc.nat(PEOPLE - 1), key: fc.nat(2) }),
  fc.record({
    kind: fc.constant('owe' as const),
    who: fc.nat(PEOPLE - 1),
    mail: fc.nat(2),
    old: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('claim' as const),
    who: fc.nat(PEOPLE - 1),
    mail: fc.nat(2),
    attempt: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('fence' as const),
    who: fc.nat(PEOPLE - 1),
    mail: fc.nat(2),
    attempt: fc.integer({ min: 1, max: 3 }),
    owner: fc.constantFrom('w', 'v'),
  }),
  fc.record({
    kind: fc.constant('end' as const),
    who: fc.nat(PEOPLE - 1),
    mail: fc.nat(2),
    attempt: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('prove' as const), who: fc.nat(PEOPLE - 1), mail: fc.nat(2) }),
  fc.record({ kind: fc.constant('confirm' as const), who: fc.nat(PEOPLE - 1) }),
  fc.record({
    kind: fc.constant('raise' as const),
    who: fc.nat(PEOPLE - 1),
    mail: fc.nat(2),
    status: fc.constantFrom('refused', 'sent', 'delivered', 'abandoned', 'bounced'),
    minute: fc.nat(5),
    id: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('again' as const) }),
  fc.record({ kind: fc.constant('release' as const), who: fc.nat(PEOPLE - 1), key: fc.nat(2) }),
  fc.record({ kind: fc.constant('move' as const), who: fc.nat(PEOPLE - 1), key: fc.nat(2), to: fc.nat(2) }),
  fc.record({ kind: fc.constant('suppress' as const), who: fc.nat(PEOPLE - 1), key: fc.nat(2) }),
  fc.record({ kind: fc.constant('erase' as const), who: fc.nat(PEOPLE - 1) }),
  fc.record({ kind: fc.constant('count' as const), key: fc.nat(1) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const minute = (n: number): string => `2026-03-02T06:0${n}:00.000Z`;
const plus = (
  state: Participant,
  events: readonly ParticipantEvent[],
  name: string,
  rev: number,
  more: Partial<Commit>,
) => commitOf(state, rev, events, name, more);

function eventsOf(given: Step, occasion: string, name: string): readonly ParticipantEvent[] {
  switch (given.kind) {
    case 'erase':
      return [{ type: 'Erased', at: NOW }];
    case 'confirm':
      return [{ type: 'Confirmed', at: NOW }];
    case 'prove':
      return [{ type: 'MailSent', at: NOW, occasion }];
    case 'claim':
      return [
        {
          type: 'MailClaimed',
          mail: {
            occasion,
            kind: 'confirm',
            week: 0,
            byPerson: true,
            refusals: 0,
            attempt: given.attempt,
            owner: 'w',
            at: NOW,
            checkAt: NOW,
          },
        },
      ];
    default:
      return [owed(given.kind === 'owe' ? occasion : name)];
  }
}

/** Plays steps on a store; what it answered, and everything that can be read afterwards. */
async function play(
  store: Store,
  ids: readonly string[],
  run: string,
  steps: readonly Step[],
): Promise<unknown> {
  const answers: unknown[] = [];
  let last: Commit | null = null;
  const commit = (made: Commit): Promise<CommitResult> => {
    last = made;
    return store.commit(made);
  };
  const key = (n: number): string => `${run}-key-${n}`;
  for (const [n, given] of steps.entries()) {
    const id = 'who' in given ? (ids[given.who] ?? '') : '';
    const loaded = id === '' ? null : await store.load(id);
    const name = `${run}.${n}`;
    const handle = (mail: number): string => `${id}${mail}`;
    if (given.kind === 'sign-up') {
      const claim = { key: key(given.key), action: 'take' } as const;
      answers.push(await commit(commitOf(null, loaded?.rev ?? 0, [signedUp(id)], name, { claim })));
    } else if (given.kind === 'again') answers.push(last === null ? null : await store.commit(last));
    else if (given.kind === 'count') answers.push(await store.count(key(given.key), minute(9)));
    else if (given.kind === 'raise')
      await store.raiseDispatch(id, `m${given.mail}`, {
        status: given.status as 'sent',
        at: minute(given.minute),
        messageId: given.id,
      });
    else if (loaded === null) answers.push(null);
    else {
      const { participant, rev } = loaded;
      const more: Partial<Commit> =
        given.kind === 'release'
          ? { claim: { key: key(given.key), action: 'release' } }
          : given.kind === 'move'
            ? { claim: { key: key(given.to), action: 'move', from: key(given.key) } }
            : given.kind === 'suppress'
              ? { suppress: { key: key(given.key), reason: 'bounce' } }
              : given.kind === 'prove'
                ? { marks: [{ occasion: `m${given.mail}`, status: 'sent', at: NOW, messageId: 'x' }] }
                : {};
      const occasion = 'mail' in given ? `m${given.mail}` : '';
      const attempt = 'attempt' in given ? given.attempt : 1;
      const mail = { occasion, kind: 'confirm', attempt, at: NOW } as const;
      if (given.kind === 'end') {
        answers.push(await store.endTurn(id, { mail, turn: attempt }));
        continue;
      }
      if (given.kind === 'fence') {
        const address = {
          handle: handle(given.mail),
          participantId: id,
          occasion,
          kind: 'confirm',
          week: 0,
          expiresAt: '2027-01-01T00:00:00.000Z',
        };
        const dispatch = { ...mail, replyHandle: address.handle };
        const fence = { turn: attempt, owner: given.owner, dispatch, handle: address };
        answers.push(await store.fence(id, { ...fence, claimed: participant }));
        continue;
      }
      const events = eventsOf(given, occasion, name);
      const old = given.kind === 'owe' && given.old ? rev + 1 : rev;
      answers.push(await commit(plus(participant, events, name, old, more)));
    }
  }
  const people = await Promise.all(
    ids.map(async (id) => ({
      everything: await store.everything(id),
      journal: await store.journal(id),
      handles: await Promise.all([0, 1, 2].map((m) => store.handle(`${id}${m}`))),
      due: (await store.due(shardOf(id), '2027-01-01T00:00:00.000Z', 1000)).filter(
        (due) => due.participantId === id,
      ),
    })),
  );
  return { answers, people, addresses: await Promise.all([0, 1, 2].map((n) => store.address(key(n)))) };
}

test('random commands: the same answers and the same rows', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      runs += 1;
      const ids = Array.from({ length: PEOPLE }, newId);
      const keys = await bench.store.keys();
      const memory = asPort(makeMemoryStore({ clock: bench.clock, keys: () => keys, strict: true }));
      const expected = await play(bench.store, ids, `r${runs}`, steps);
      expect(await play(memory, ids, `r${runs}`, steps)).toEqual(expected);
    }),
    { numRuns: 40, seed: 7 },
  );
});
