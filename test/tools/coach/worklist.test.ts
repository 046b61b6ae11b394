/** A page of the worklist costs a query a need and one a person who stopped, however many there are. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import { inOurWords } from '../../../tools/coach/faults.ts';
import { worklist } from '../../../tools/coach/verbs/list.ts';
import { type Bench, commitOf, NOW, openBench, person } from '../../functions/shell/store/fixture.ts';

const STOP: readonly ParticipantEvent[] = [
  { type: 'Confirmed', at: NOW },
  {
    type: 'Stopped',
    stop: { at: NOW, route: 'doctor', findings: [], from: 'intake', week: 0, contradictions: [] },
    consentVersion: '1',
    digest: null,
  },
];
const PEOPLE = 40;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  for (let n = 0; n < PEOPLE; n += 1) {
    const state = await person(bench.store);
    const at = new Date(Date.parse(NOW) + n * 60_000).toISOString();
    const command = { type: 'Test', id: `stop${n}`, at, actor: 'person' };
    await bench.store.commit(commitOf(state, 1, STOP, `stop${n}`, { command }));
  }
});
afterAll(() => bench.stop());

test('reads what is on the page alone, the newest first, and never scans', async () => {
  const calls: string[] = [];
  const client = bench.clientAt(bench.endpoint);
  client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(context.commandName ?? '');
      return next(args);
    },
    { step: 'initialize' },
  );
  const db = { client, table: 'people', clock: bench.clock };
  const seen: string[] = [];
  let after: string | null = null;
  do {
    calls.length = 0;
    const page = await worklist(db, 10, after);
    expect(new Set(calls)).toEqual(new Set(['QueryCommand']));
    expect(calls.length).toBeLessThanOrEqual(4 + 10);
    expect(page.people.map(({ since }) => since)).toEqual(
      page.people
        .map(({ since }) => since)
        .toSorted()
        .toReversed(),
    );
    seen.push(...page.people.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect([seen.length, new Set(seen).size]).toEqual([PEOPLE, PEOPLE]);
  client.destroy();
});

test.each([
  [
    'AccessDeniedException',
    'User: arn:… is not authorized to perform: dynamodb:Query',
    'may not do this on the stage "prod"',
  ],
  [
    'CredentialsProviderError',
    'Could not load credentials from any providers',
    'There are no AWS credentials here',
  ],
  ['ExpiredTokenException', 'The security token is expired', 'AWS does not accept these credentials'],
  ['Error', 'connect ECONNREFUSED 127.0.0.1:443', 'AWS cannot be reached from here'],
])('%s says what to do', (name, message, sentence) => {
  const fault = inOurWords(Object.assign(new Error(message), { name }), 'prod');
  expect((fault as Error).message).toContain(sentence);
});

test('any other fault stays as it is', () => {
  const fault = new Error('something else');
  expect(inOurWords(fault, 'prod')).toBe(fault);
});
