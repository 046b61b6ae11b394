/**
 * Must be shown: looking changes nothing. Every route the product itself lists × every status × every way to
 * look at an address: the whole table is byte for byte what it was, no hint waits in a queue, no mail has
 * left. And a link of one purpose opens no other route.
 */
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_PURPOSES } from '../../../functions/shell/web/tokens.ts';
import { routeOf } from '../../../local/aws/lambdas.ts';
import type { LocalRun } from '../../../local/run.ts';
import { everybody, type Somebody, STATUSES, type StatusName } from '../support/everybody.ts';
import {
  addressesOf,
  PURPOSE_OF,
  type Route,
  routesOfBundles,
  routesOfGateway,
  segmentOf,
  takesToken,
} from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

let run: LocalRun;
let people: Readonly<Record<StatusName, Somebody>>;
let routes: readonly Route[];
beforeAll(async () => {
  run = await startTestRun();
  people = await everybody(run);
  routes = await routesOfBundles();
});
afterAll(() => run?.stop());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** What a careless GET could take for a form, for one click, or for a method in disguise. */
const QUERY =
  'painAverage=9&redFlags=swelling&action=pause&until=2026-07-01&List-Unsubscribe=One-Click&_method=POST&email=x@example.org&country=GB&adult=yes&consentEmail=yes';
const DISGUISED = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' };
const PREFETCH = {
  'sec-purpose': 'prefetch;prerender',
  purpose: 'prefetch',
  'x-moz': 'prefetch',
  'x-purpose': 'preview',
};
interface Look {
  readonly name: string;
  readonly query?: string;
  readonly init: RequestInit;
}
const LOOKS: readonly Look[] = [
  { name: 'GET', init: {} },
  { name: 'HEAD', init: { method: 'HEAD' } },
  { name: 'OPTIONS', init: { method: 'OPTIONS' } },
  {
    name: 'preflight',
    init: {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    },
  },
  { name: 'prefetch', init: { headers: PREFETCH } },
  { name: 'GET with a form in the query', query: QUERY, init: {} },
  { name: 'HEAD with a form in the query', query: QUERY, init: { method: 'HEAD' } },
  { name: 'GET in disguise', query: '_method=POST', init: { headers: DISGUISED } },
];
/** Methods of no route: refused, whatever they carry. */
const UNKNOWN = ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'MKCOL', 'REPORT', 'SEARCH'] as const;

const patterns = (): readonly string[] => [...new Set(routes.map((route) => route.pattern))];
const tokenFor = (person: Somebody, pattern: string): string => {
  const purpose = PURPOSE_OF[segmentOf(pattern)];
  if (purpose === undefined)
    throw new Error(`no purpose is known for ${pattern}: say in support/routes.ts which token it takes`);
  return person.token(purpose);
};
/** Every address of the walk for one person; routes without a token are the same for everybody. */
const addresses = (person: Somebody): readonly string[] => [
  ...patterns().flatMap((pattern) =>
    addressesOf(pattern, takesToken(pattern) ? tokenFor(person, pattern) : ''),
  ),
  '/nowhere',
  '/favicon.ico',
];
const ask = async (
  path: string,
  init: RequestInit,
): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(`${run.url}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text() };
};
/** Everything a request could have left behind. */
const world = async (): Promise<unknown> => ({
  table: await tableText(),
  waiting: run.world.queues.nextVisible(),
  mails: run.world.ses.mails.length,
});
/** Nothing that is due by itself may happen while we compare. */
const standing = <T>(work: () => Promise<T>): Promise<T> =>
  run.world.exclusively(async () => {
    await run.world.settle();
    return work();
  });

describe('the walk', () => {
  it('has somebody of every status, and every route of API Gateway and of the functions in it', () => {
    expect(Object.keys(people)).toEqual([...STATUSES]);
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
    const walked = new Set(addresses(people.active).map((path) => routeOf('GET', path).key));
    expect(routesOfGateway().filter((key) => !walked.has(key))).toEqual([]);
    // A route of a function that API Gateway would hand to another one is dead once deployed.
    for (const { fn, pattern } of routes)
      for (const path of addressesOf(pattern, 'x'))
        expect(`${routeOf('GET', path).name} ${pattern}`).toBe(`${fn} ${pattern}`);
    // Every part of the contract that takes a token, the other way round: a purpose nobody serves would be
    // dead code.
    const served = new Set(patterns().filter(takesToken).map(segmentOf));
    expect([...served].filter((segment) => PURPOSE_OF[segment] === undefined)).toEqual([]);
    for (const segment of ['confirm', 'start', 'c', 'w', 'me', 'u', 'fresh'])
      expect(served, segment).toContain(segment);
  });

  it.each(STATUSES)('somebody %s: no way of looking changes one byte', async (status) => {
    await standing(async () => {
      const before = await world();
      for (const path of addresses(people[status]))
        for (const { name, query, init } of LOOKS) {
          const answer = await ask(query === undefined ? path : `${path}?${query}`, init);
          expect(answer.status, `${name} ${path}`).toBeLessThan(500);
          // The local run answers no page of another site; what the functions answer stands in their own test.
          if (init.method === 'OPTIONS') expect(answer.status, path).toBe(name === 'preflight' ? 403 : 204);
        }
      expect(await world()).toEqual(before);
    });
  });

  it.each(STATUSES)('somebody %s: a method nobody serves is refused and changes nothing', async (status) => {
    const body = 'painAverage=9&redFlags=swelling';
    await standing(async () => {
      const before = await world();
      for (const path of addresses(people[status]))
        for (const method of UNKNOWN)
          expect((await ask(path, { method, body, headers: FORM })).status, `${method} ${path}`).toBe(404);
      expect(await world()).toEqual(before);
    });
  });

  it('all links at once, ten times over and eleven numbers wide, change nothing', async () => {
    const check = `/c/${people.active.token('checkIn')}`;
    const all = [...Array.from({ length: 11 }, (_, n) => `${check}/${n}`), ...addresses(people.active)];
    await standing(async () => {
      const before = await world();
      for (let round = 0; round < 10; round += 1) await Promise.all(all.map((path) => ask(path, {})));
      expect(await world()).toEqual(before);
    });
  });
});

describe('the comparison bites', () => {
  it('canary: it sees an item nobody has heard of, and one changed letter of it', async () => {
    const client = new DynamoDBClient({});
    const put = (text: string) =>
      client.send(
        new PutItemCommand({
          TableName: process.env['TABLE_NAME'],
          Item: { pk: { S: 'X#CANARY' }, sk: { S: 'X' }, text: { S: text } },
        }),
      );
    const empty = await tableText();
    await put('a');
    const first = await tableText();
    await put('b');
    expect(first).toHaveLength(empty.length + 1);
    expect(await tableText()).not.toEqual(first);
    client.destroy();
  });

  it('canary: it sees what one Save writes', async () => {
    const before = await world();
    const saved = await ask(`/c/${people.active.token('checkIn')}`, {
      method: 'POST',
      headers: FORM,
      body: 'painAverage=3',
    });
    expect(saved.status).toBe(303);
    expect(await world()).not.toEqual(before);
  });
});

describe('the purposes', () => {
  const dead = async (): Promise<string> => (await ask('/me/x', {})).text;

  it.each(STATUSES)('of the links of somebody %s: one opens its own route or none', async (status) => {
    const bytes = await dead();
    await standing(async () => {
      const before = await world();
      for (const pattern of patterns().filter(takesToken))
        for (const purpose of ALL_PURPOSES.filter((p) => p !== PURPOSE_OF[segmentOf(pattern)]))
          for (const path of addressesOf(pattern, people[status].token(purpose)))
            for (const init of [
              {},
              { method: 'POST' },
              { method: 'POST', headers: FORM, body: 'painAverage=9&redFlags=swelling' },
            ]) {
              expect(await ask(path, init), `${purpose} on ${path}`).toEqual({ status: 404, text: bytes });
            }
      expect(await world()).toEqual(before);
    });
  });

  it('the right one opens it, for somebody at least', async () => {
    for (const pattern of patterns().filter(takesToken)) {
      const answers = await Promise.all(
        STATUSES.flatMap((status) => addressesOf(pattern, tokenFor(people[status], pattern))).map((path) =>
          ask(path, {}),
        ),
      );
      expect(
        answers.some(({ status }) => status === 200 || status === 303),
        pattern,
      ).toBe(true);
    }
  });

  it('of somebody erased no link opens anything', async () => {
    const bytes = await dead();
    for (const pattern of patterns().filter(takesToken))
      for (const path of addressesOf(pattern, tokenFor(people.erased, pattern)))
        for (const method of ['GET', 'POST'])
          expect(await ask(path, { method }), `${method} ${path}`).toEqual({ status: 404, text: bytes });
  });
});
