/**
 * Queues and table that are down, through the whole stack (docs/contract.md §4): no page fails for a queue, a
 * stop is told whatever is down, nothing hangs, and what was owed leaves once they are well again.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { replyTo } from '../support/replies.ts';
import { call, type Page, Runner, type Steps, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(async () => {
  await new Runner(run.url).control('reset', {});
});
afterAll(async () => {
  await new Runner(run.url).control('reset', {});
  await run?.stop();
});

type State = 'ok' | 'down';
const faults = (runner: Runner, parts: { readonly queue?: State; readonly store?: State }) =>
  runner.control('faults', parts);
const SWOLLEN: Steps = { 1: { consentHealth: 'yes', redFlags: 'swelling', conditions: 'none' } };
const isStop = (page: Page): boolean => page.html.includes('class="safety stop"');
const bells = async (runner: Runner): Promise<readonly string[]> =>
  (await runner.control<readonly { readonly alarm: string }[]>('alarms')).map(({ alarm }) => alarm);
/** Somebody who has confirmed, and the first page of the intake. */
async function confirmed(email: string): Promise<{ readonly runner: Runner; readonly page: Page }> {
  const runner = new Runner(run.url, email);
  await runner.signUp();
  return { runner, page: await runner.confirm() };
}

describe('queues that are down', () => {
  it('fail no page, also while the clock runs on; a mail leaves when they are well, once', async () => {
    const { runner, page } = await confirmed('queue@example.org');
    expect(await faults(runner, { queue: 'down' })).toEqual({ queue: 'down', store: 'ok' });
    expect((await runner.intake(page)).status).toBe(200);
    expect((await runner.row()).status).toBe('active');
    await runner.clock({ advance: 'PT5H' });
    expect(await runner.kinds()).toEqual(['confirm']);
    expect(await bells(runner)).toContain('function-failed');
    expect(await faults(runner, { queue: 'ok' })).toEqual({ queue: 'ok', store: 'ok' });
    expect(await runner.kinds()).toEqual(['confirm', 'start']);
    await runner.clock({ advance: 'P1D' });
    expect(await runner.mails('start')).toHaveLength(1);
  });

  it('a stop told meanwhile is saved and on the page, and its mail leaves when they are back', async () => {
    const { runner, page } = await confirmed('stop@example.org');
    await faults(runner, { queue: 'down' });
    const told = await runner.intake(page, SWOLLEN);
    expect([told.status, isStop(told)]).toEqual([200, true]);
    expect((await runner.row()).status).toBe('stopped');
    expect(await runner.mails('safety')).toEqual([]);
    await faults(runner, { queue: 'ok' });
    expect(await runner.mails('safety')).toHaveLength(1);
  });

  it('a week of it ends, and one current mail follows', async () => {
    const runner = new Runner(run.url, 'week@example.org');
    await runner.join();
    const before = (await runner.kinds()).length;
    await faults(runner, { queue: 'down' });
    await runner.clock({ advance: 'P9DT3H' });
    expect(await runner.kinds()).toHaveLength(before);
    await faults(runner, { queue: 'ok' });
    expect((await runner.kinds()).slice(before)).toHaveLength(1);
    await runner.clock({ advance: 'PT12H' });
    expect((await runner.kinds()).slice(before)).toHaveLength(1);
  });
});

describe('a table that is down', () => {
  it('a stop sign is answered by the stop text on each form that asks for one', async () => {
    const { runner, page } = await confirmed('unsaved@example.org');
    const other = new Runner(run.url, 'asked@example.org');
    await other.join();
    await other.untilCheckIn();
    const checkIn = await other.checkInPage();
    const worse = await other.open(other.link(await other.newest('check-in'), '/w/'));
    await faults(runner, { store: 'down' });
    const told = [
      await runner.fill(page, { ...SWOLLEN[1] }),
      await other.fill(checkIn, { painAverage: '2', redFlags: 'swelling' }),
      await other.fill(worse, { painNow: '3', redFlags: 'swelling', sudden: 'no', when: 'running' }),
    ];
    for (const answer of told) {
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(isStop(answer)).toBe(true);
    }
    expect((await bells(runner)).filter((alarm) => alarm === 'stop-unsaved')).toHaveLength(3);
    await faults(runner, { store: 'ok' });
    expect((await runner.row()).status).toBe('confirmed');
    expect((await other.row()).status).toBe('active');
    // The page holds the same form to send again.
    await runner.fill(told[0] as Page, {});
    expect((await runner.row()).status).toBe('stopped');
    expect(await runner.mails('safety')).toHaveLength(1);
  });

  it('every other page says so, every request of the control API is answered, and a jump ends', async () => {
    const runner = new Runner(run.url, 'table@example.org');
    await runner.join();
    const me = runner.link(await runner.newest('start'), '/me/');
    const before = (await runner.kinds()).length;
    await faults(runner, { store: 'down' });
    const page = await runner.open(me);
    expect([page.status, page.html.includes('/safety')]).toEqual([500, true]);
    await runner.clock({ advance: 'P8DT3H' });
    for (const path of ['clock', 'mail', 'participants', 'alarms', 'switch', 'table'])
      expect((await call(run.url, path)).status, path).toBe(200);
    await runner.clock({ next: true });
    expect(await runner.kinds()).toHaveLength(before);
    await faults(runner, { store: 'ok' });
    await runner.clock({ advance: 'PT10M' });
    expect((await runner.kinds()).slice(before)).toHaveLength(1);
    expect((await runner.open(me)).status).toBe(200);
  });

  it('a reply that came meanwhile is taken, and read when the table is back', async () => {
    const runner = new Runner(run.url, 'reply@example.org');
    await runner.join();
    const mail = await runner.newest('start');
    await faults(runner, { store: 'down' });
    expect((await replyTo(runner, mail, 'STOP')).status).toBe(202);
    await faults(runner, { store: 'ok' });
    expect((await runner.row()).status).toBe('active');
    await runner.clock({ advance: 'PT1M' });
    expect((await runner.row()).status).toBe('left');
  });

  it('for longer than a reply is kept trying, the operator hears of it', async () => {
    const runner = new Runner(run.url, 'dead@example.org');
    await runner.join();
    const mail = await runner.newest('start');
    await faults(runner, { store: 'down' });
    expect((await replyTo(runner, mail, 'STOP')).status).toBe(202);
    await runner.clock({ advance: 'PT4M' });
    expect(await bells(runner)).toContain('dead-letters');
  });
});

describe('POST /__local/faults', () => {
  it.each([
    [{}, 'Send {"queue": "down"}'],
    [{ queue: 'away' }, '"queue" must be one of ok, down.'],
    [{ store: true }, '"store" must be one of ok, down.'],
    [{ queue: 'down', store: null }, '"store" must be one of ok, down.'],
    [{ queue: 'down', mails: 'down' }, 'Send {"queue": "down"}'],
    [[], 'not a JSON object'],
  ])('%j is refused with a sentence and changes nothing', async (body, part) => {
    const refused = await call<{ error: string }>(run.url, 'faults', body);
    expect([refused.status, refused.body.error]).toEqual([400, expect.stringContaining(part)]);
    expect(run.world.faults.all()).toEqual({ queue: 'ok', store: 'ok' });
  });

  it('a part that is not named stays as it is, until it is changed or all is reset', async () => {
    const runner = new Runner(run.url, 'reset@example.org');
    await faults(runner, { queue: 'down' });
    expect(await faults(runner, { store: 'down' })).toEqual({ queue: 'down', store: 'down' });
    expect(await faults(runner, { store: 'ok' })).toEqual({ queue: 'down', store: 'ok' });
    await faults(runner, { store: 'down' });
    await runner.control('reset', {});
    expect(run.world.faults.all()).toEqual({ queue: 'ok', store: 'ok' });
    await runner.signUp();
    expect(await runner.kinds()).toEqual(['confirm']);
  });
});
