/**
 * `npm start` from the outside: what it prints, what it leaves behind, what it says when it cannot
 * (docs/contract.md §1).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HANGS_AFTER_MS } from '../../support/patience.ts';
import { groupOf, npmStart, type Started, urlsIn } from '../support/npm-start.ts';
import { endTestRun } from '../support/runner.ts';

/** Said at once, before anything is built. */
const READY = 'Getting ready: after a change this takes up to half a minute.';
const started: Started[] = [];
const folders: string[] = [];
function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Started {
  const run = npmStart(args, { PORT: '0', ...env });
  started.push(run);
  return run;
}
const groupOfRun = (run: Started) => groupOf(run.child.pid ?? 0);
/** Every process of the command has ended. */
const nothingLeft = (run: Started) =>
  vi.waitFor(() => expect(groupOfRun(run)).toEqual([]), { timeout: HANGS_AFTER_MS, interval: 100 });
const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'calf-coach-'));
  folders.push(made);
  return made;
};
async function control<T>(url: string, what: string, body?: unknown): Promise<T> {
  const response = await fetch(
    `${url}/__local/${what}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return (await response.json()) as T;
}
const signUp = (url: string, email: string): Promise<Response> =>
  fetch(`${url}/signup`, {
    method: 'POST',
    body: new URLSearchParams({ email, firstName: 'Ada', country: 'GB', adult: 'yes', consentEmail: 'yes' }),
  });

// What is started here sees this process's environment, which a shared run would have changed.
beforeAll(endTestRun);
afterEach(async () => {
  for (const run of started.splice(0)) {
    for (const { pid } of groupOfRun(run)) process.kill(pid, 'SIGKILL');
    await run.ended;
  }
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('a run', () => {
  it('prints one address, which answers by then, is small, and is gone after Ctrl-C', async () => {
    const run = start(['--now', '2026-03-02T06:00:00.000Z']);
    const url = await run.url;
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    const page = await fetch(`${url}/`);
    expect(page.status).toBe(200);
    expect((await control<{ now: string }>(url ?? '', 'clock')).now).toMatch(/^2026-03-02T06:00:/);

    await signUp(url ?? '', 'ada@example.org');
    const mails = await control<{ text: string }[]>(url ?? '', 'mail');
    expect(mails).toHaveLength(1);
    expect(urlsIn(mails[0]?.text ?? '').filter((link) => !link.startsWith(`${url}/`))).toEqual([]);
    await control(url ?? '', 'clock', { advance: 'P21D' });

    const members = groupOfRun(run);
    const node = members.find(
      ({ command }) => command.includes('cli/start.mjs') && !command.startsWith('sh '),
    );
    const engine = members.find(
      ({ command }) => /dynoxide --host/.test(command) && !command.startsWith('/bin/sh'),
    );
    process.stdout.write(`resident: the run ${node?.residentMb} MB, its engine ${engine?.residentMb} MB\n`);
    expect((node?.residentMb ?? 0) + (engine?.residentMb ?? 0)).toBeGreaterThan(40);
    expect((node?.residentMb ?? 0) + (engine?.residentMb ?? 0)).toBeLessThan(250);

    process.kill(-(run.child.pid ?? 0), 'SIGINT');
    await run.ended;
    await nothingLeft(run);
    expect(urlsIn(run.output())).toEqual([url]);
  });

  it('leaves nothing behind when npm alone is told to end', async () => {
    const run = start();
    const url = await run.url;
    expect((await fetch(`${url}/safety`)).status).toBe(200);
    run.child.kill('SIGTERM');
    await nothingLeft(run);
    await expect(fetch(`${url}/`)).rejects.toThrow();
  });

  it('leaves nothing behind when the shell of npm is killed in the hard way', async () => {
    const run = start();
    await run.url;
    for (const { pid, command } of groupOfRun(run))
      if (command.startsWith('sh -c') || command.startsWith('npm')) process.kill(pid, 'SIGKILL');
    await nothingLeft(run);
  });
});

describe('when it cannot', () => {
  const busy: Server[] = [];
  afterEach(() => {
    for (const server of busy.splice(0)) server.close();
  });
  const sentences = (run: Started): readonly string[] =>
    run
      .output()
      .split('\n')
      .filter(
        (line) =>
          line !== '' &&
          line !== READY &&
          !line.startsWith('>') &&
          !/^npm (?:error|ERR!|notice|warn)/i.test(line) &&
          !/^ {2}\S.* \d\.\d s/.test(line),
      );

  it('says that the port is busy and how to choose another', async () => {
    const server = createServer();
    busy.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const run = start([], { PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(sentences(run)).toEqual([
      `Port ${port} is in use. Choose another one: PORT=4200 npm start (PORT=0 takes any free port).`,
    ]);
    expect(groupOfRun(run)).toEqual([]);
  });

  it.each([
    [{ PORT: 'eighty' }, [], 'PORT must be a number from 0 to 65535, not "eighty". 0 takes any free port.'],
    [{}, ['--now', 'monday'], '--now must be an instant such as 2026-03-02T06:00:00.000Z, not "monday".'],
    [{}, ['--nwo', 'x'], 'npm start knows no --nwo. It takes --now INSTANT, --data DIR, --help.'],
    [{}, ['monday'], 'npm start does not know what "monday" is. It takes --now INSTANT, --data DIR, --help.'],
  ])('%j %j: %s', async (env, args, sentence) => {
    const run = start(args, env);
    expect(await run.ended).toBe(1);
    expect(sentences(run)).toEqual([sentence]);
    // Refused before the build: not even the first line of a run was printed.
    expect(run.output()).not.toContain(READY);
  });
});

describe('--data', () => {
  it('keeps people, mails and the clock, and does not go back in time', async () => {
    const dir = folder();
    const first = start(['--data', dir, '--now', '2026-03-02T06:00:00.000Z']);
    const url = (await first.url) ?? '';
    await signUp(url, 'ada@example.org');
    await control(url, 'clock', { advance: 'PT5H' });
    const [before] = await control<{ id: string; subject: string }[]>(url, 'mail');
    first.child.kill('SIGTERM');
    await nothingLeft(first);

    const second = start(['--data', dir]);
    const again = (await second.url) ?? '';
    expect((await control<{ now: string }>(again, 'clock')).now).toMatch(/^2026-03-02T11:0/);
    expect((await control<{ email: string }[]>(again, 'participants')).map((p) => p.email)).toEqual([
      'ada@example.org',
    ]);
    const [after] = await control<{ id: string; subject: string }[]>(again, 'mail');
    expect(after).toMatchObject({ id: before?.id, subject: before?.subject });
    second.child.kill('SIGTERM');
    await nothingLeft(second);

    const third = start(['--data', dir, '--now', '2026-03-02T06:00:00.000Z']);
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain(
      'time does not run backwards: leave out --now, or choose another folder.',
    );
  });

  it('says what to do with a file that is not its own', async () => {
    const dir = folder();
    writeFileSync(path.join(dir, 'run.json'), '{"mails": 3');
    const run = start(['--data', dir]);
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(
      'cannot be read as the state of a local run. Delete it to begin without its mails',
    );
  });
});
