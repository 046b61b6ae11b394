/**
 * Bad input on every door: each POST route the product itself lists × every status. A field nobody asked for,
 * more than 16 KB, another kind of content: refused, and the table is what it was. Leaving takes any body, by
 * its own law (RFC 8058); the sign-up form ignores what bots fill in (docs/contract.md §2).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FORM_BYTES } from '../../../functions/shell/web/http.ts';
import type { LocalRun } from '../../../local/run.ts';
import { everybody, type Somebody, STATUSES, type StatusName } from '../support/everybody.ts';
import { addressesOf, PURPOSE_OF, routesOfBundles, segmentOf, takesToken } from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';
import { bodyFor, VALID } from '../support/valid-forms.ts';

let run: LocalRun;
let people: Readonly<Record<StatusName, Somebody>>;
let posts: readonly string[];
beforeAll(async () => {
  run = await startTestRun();
  people = await everybody(run);
  posts = (await routesOfBundles()).filter(({ method }) => method === 'POST').map(({ pattern }) => pattern);
});
afterAll(() => run?.stop());

const FORM = 'application/x-www-form-urlencoded';
const post = async (path: string, body: string, type = FORM): Promise<number> => {
  const answer = await fetch(`${run.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    redirect: 'manual',
  });
  await answer.text();
  return answer.status;
};
const addresses = (pattern: string, status: StatusName): readonly string[] => {
  const purpose = PURPOSE_OF[segmentOf(pattern)];
  return addressesOf(pattern, purpose === undefined ? '' : people[status].token(purpose));
};
const standing = <T>(work: () => Promise<T>): Promise<T> =>
  run.world.exclusively(async () => {
    await run.world.settle();
    return work();
  });
/** Whatever is answered, nothing of anybody's has changed. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  await standing(async () => {
    const own = async (): Promise<readonly string[]> =>
      (await tableText()).filter((line) => !line.includes('"L#'));
    const before = await own();
    await work();
    expect(await own()).toEqual(before);
  });
}

describe('every door', () => {
  it('is one the walk knows', () => {
    expect(posts.length).toBeGreaterThan(8);
    for (const pattern of posts) expect(() => bodyFor(pattern, {}), pattern).not.toThrow();
  });

  it('refuses a field it does not know, beside an answer that is right', async () => {
    await unchanged(async () => {
      for (const pattern of posts.filter((p) => takesToken(p) && segmentOf(p) !== 'u')) {
        const seen = new Set<number>();
        for (const status of STATUSES)
          for (const path of addresses(pattern, status)) {
            const answer = await post(path, bodyFor(pattern, { qzUnknown: 'x' }));
            // A closed week says so whatever is sent; a dead link is dead.
            expect([200, 303, 404, 422], `${status} ${path}`).toContain(answer);
            seen.add(answer);
          }
        expect([...seen], pattern).toContain(422);
      }
    });
  });

  it('refuses more than 16 KB, and what is no form, whoever asks and whatever else is in it', async () => {
    await unchanged(async () => {
      for (const pattern of posts.filter((p) => segmentOf(p) !== 'u')) {
        const seen = new Set<number>();
        for (const status of STATUSES)
          for (const path of addresses(pattern, status)) {
            const body = bodyFor(pattern, { note: '' });
            // A page that takes no form answers without looking at one: nothing is read, so nothing can be
            // too much.
            for (const [sent, type, code] of [
              [`${body}${'x'.repeat(MAX_FORM_BYTES + 1 - body.length)}`, FORM, 413],
              [JSON.stringify(VALID[segmentOf(pattern)]), 'application/json', 415],
              [body, 'multipart/form-data; boundary=x', 415],
            ] as const) {
              const answer = await post(path, sent, type);
              expect([code, 404], `${code} ${status} ${path}`).toContain(answer);
              seen.add(answer);
            }
          }
        expect([...seen], pattern).toEqual(expect.arrayContaining([413, 415]));
      }
    });
  });

  it('canary: the same form without the stranger is taken', async () => {
    const path = addresses('/me/:token', 'active')[0] ?? '';
    expect(await post(path, bodyFor('/me/:token', {}))).toBe(303);
  });
});
