/** Odd addresses of the local run: a path is a path, however many slashes it begins with. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { urlOf } from '../../../local/server.ts';
import { startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

/** The status of a path that is sent as it is written; `fetch` would tidy it first. */
const statusOf = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(run.url);
    request({ host: 'localhost', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

it.each(['//signup', '//evil.example', '//evil.example/signup', '///', '//__local/mail', '/%2Fsignup'])(
  '%s is no page of ours',
  async (path) => {
    expect(await statusOf(path)).toBe(404);
  },
);
it('a path alone and a whole address are read alike', async () => {
  expect(await statusOf('/signup')).toBe(200);
  expect(await statusOf(`${run.url}/signup`)).toBe(200);
  expect(urlOf({ url: '//signup?a=1' })).toMatchObject({ pathname: '//signup', search: '?a=1' });
  expect(urlOf({})).toMatchObject({ pathname: '/' });
});
