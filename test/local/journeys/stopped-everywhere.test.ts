/** Whoever is stopped sees the safety text on every route of their own, whatever they open or send there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { everybody, type Somebody, type StatusName } from '../support/everybody.ts';
import { addressesOf, PURPOSE_OF, routesOfBundles, segmentOf, takesToken } from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';

let run: LocalRun;
let people: Readonly<Record<StatusName, Somebody>>;
let patterns: readonly string[];
beforeAll(async () => {
  run = await startTestRun();
  people = await everybody(run);
  patterns = [...new Set((await routesOfBundles()).map((route) => route.pattern).filter(takesToken))];
});
afterAll(() => run?.stop());

/** What is no page about this week, and why it goes without the text. */
const WITHOUT: Readonly<Record<string, string>> = {
  cal: 'a feed that a calendar reads',
  fresh: 'the way back asks the list of stop signs itself; the others hand over own data',
  summary: 'a sheet to show a physiotherapist: it says what was stopped',
};
const kindOf = (pattern: string): string => (pattern.endsWith('/summary') ? 'summary' : segmentOf(pattern));
const addresses = (person: Somebody, pattern: string): readonly string[] => {
  const purpose = PURPOSE_OF[segmentOf(pattern)];
  if (purpose === undefined) throw new Error(`no purpose is known for ${pattern}`);
  return addressesOf(pattern, person.token(purpose));
};
const SENDS: readonly RequestInit[] = [
  {},
  { method: 'POST', body: new URLSearchParams({ painAverage: '1' }) },
];

/** Follows redirects; a page of nobody is the one dead page. */
async function shown(address: string, init: RequestInit): Promise<{ status: number; safety: boolean }> {
  const response = await fetch(`${run.url}${address}`, init);
  return { status: response.status, safety: (await response.text()).includes('class="safety') };
}

describe('the safety text', () => {
  it('stands on every page a stopped person can open or send to', async () => {
    const seen: string[] = [];
    for (const pattern of patterns) {
      if (WITHOUT[kindOf(pattern)] !== undefined) continue;
      const stopped = addresses(people.stopped, pattern);
      const active = addresses(people.active, pattern);
      for (const [n, address] of stopped.entries())
        for (const init of SENDS) {
          const method = init.method ?? 'GET';
          // An address that is no page for anybody is none for a stopped person either.
          const nobodys = method === 'GET' && (await shown(active[n] ?? '', init)).status === 404;
          if (nobodys || (method === 'POST' && /^\/c\/[^/]+\/(?!done)/.test(address))) continue;
          if (segmentOf(pattern) === 'u' && method === 'POST') continue;
          const { status, safety } = await shown(address, init);
          expect([method, pattern, address.split('/').at(-1), safety]).toEqual([
            method,
            pattern,
            address.split('/').at(-1),
            true,
          ]);
          expect(status).toBeLessThan(500);
          seen.push(`${method} ${pattern}`);
        }
    }
    expect(new Set(seen).size).toBeGreaterThan(12);
  });

  it('stands on the page of the way out, also after it was taken', async () => {
    for (const pattern of patterns.filter((one) => segmentOf(one) === 'u'))
      for (const address of addresses(people.stopped, pattern)) {
        expect((await shown(address, { method: 'POST', body: new URLSearchParams() })).safety).toBe(true);
        expect((await shown(address, {})).safety).toBe(true);
      }
  });
});
