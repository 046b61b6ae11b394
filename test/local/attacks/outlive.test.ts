/**
 * A mail that was forwarded once ends one day: no page, whoever opens it and whatever is pressed there, hands
 * on a link that lives longer than the one that opened it (docs/architecture.md §9.1). Each route the product
 * itself lists × every status.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTokens, type Tokens } from '../../../functions/shell/web/tokens.ts';
import type { LocalRun } from '../../../local/run.ts';
import { everybody, type Somebody, STATUSES, type StatusName } from '../support/everybody.ts';
import {
  addressesOf,
  PURPOSE_OF,
  type Route,
  routesOfBundles,
  segmentOf,
  takesToken,
} from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';
import { bodyFor } from '../support/valid-forms.ts';

let run: LocalRun;
let people: Readonly<Record<StatusName, Somebody>>;
let routes: readonly Route[];
let tokens: Tokens;
beforeAll(async () => {
  run = await startTestRun();
  people = await everybody(run);
  routes = (await routesOfBundles()).filter(({ pattern }) => takesToken(pattern));
  tokens = makeTokens(await run.world.store.keys());
});
afterAll(() => run?.stop());

const LINK = /\/(?:confirm|start|c|w|me|fresh|running|shoes|cal|x)\/([\w-]{46})/g;
/** What a press on one's own page may do besides. */
const PRESSES: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  me: [{ action: 'easier' }, { action: 'newLinks' }],
  x: [{ result: 'done', pain: '6' }],
  w: [{ redFlags: 'none', painNow: '4', sudden: 'no', when: 'running' }],
  running: [{}, { goal: 'my calf is hot and swollen' }],
  start: [{ redFlags: 'none' }],
};

interface Handed {
  readonly opening: string;
  readonly path: string;
  readonly ends: readonly string[];
}
/** Opens a page without following it; the ends of all links it hands on, of the place it leads to as well. */
async function handed(path: string, init: RequestInit): Promise<Handed> {
  const answer = await fetch(`${run.url}${path}`, { redirect: 'manual', ...init });
  const text = `${answer.headers.get('location') ?? ''} ${await answer.text()}`;
  const opening = path.split('/')[2]?.slice(0, 46) ?? '';
  const found = [...text.matchAll(LINK)].map(([, token = '']) => token).filter((token) => token !== opening);
  return { opening, path, ends: found.map((token) => tokens.endOf(token) ?? 'never') };
}
const pressesOf = (pattern: string): readonly RequestInit[] =>
  [
    bodyFor(pattern, {}),
    ...(PRESSES[segmentOf(pattern)] ?? []).map((form) => new URLSearchParams(form).toString()),
  ].map((body) => ({
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }));
/** Every route of `method` for everybody; `anew` = the two doors that prove the mailbox. */
async function walk(method: 'GET' | 'POST', anew: boolean): Promise<readonly Handed[]> {
  const all: Handed[] = [];
  for (const { pattern } of routes.filter((route) => route.method === method)) {
    const segment = segmentOf(pattern);
    const proves = method === 'POST' && (segment === 'confirm' || segment === 'fresh');
    const purpose = PURPOSE_OF[segment];
    if (purpose === undefined || segment === 'u' || proves !== anew) continue;
    for (const status of STATUSES)
      for (const path of addressesOf(pattern, people[status].token(purpose))) {
        for (const init of method === 'GET' ? [{}] : pressesOf(pattern)) all.push(await handed(path, init));
      }
  }
  return all;
}
const tooLate = (all: readonly Handed[]): readonly (readonly [string, string])[] =>
  all.flatMap(({ opening, path, ends }) =>
    ends.filter((end) => end > (tokens.endOf(opening) ?? 'never')).map((end) => [path, end] as const),
  );

describe('a page', () => {
  it('canary: after a press that proves the mailbox the time begins anew', async () => {
    expect(tooLate(await walk('POST', true)).length).toBeGreaterThan(0);
  });

  it.each(['GET', 'POST'] as const)('%s: hands on no link that outlives its own', async (method) => {
    const all = await walk(method, false);
    expect(tooLate(all)).toEqual([]);
    // Canary: links were handed on indeed, of several pages.
    const handing = new Set(all.filter(({ ends }) => ends.length > 0).map(({ path }) => segmentOf(path)));
    expect([...handing].length).toBeGreaterThanOrEqual(4);
  });
});
