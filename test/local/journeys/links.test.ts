/**
 * New links after a mail was passed on, and the calendar feed, over HTTP. Only links found in mails and
 * pages.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf } from '../support/forms.ts';
import { dead, everyLinkOf, freshLink, inWeekTwo, joined, meOf, press } from '../support/own-page.ts';
import { calm, type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

describe('new links', () => {
  it('kill every older one but the way out, lead on to the same page, and come by mail', async () => {
    const runner = await inWeekTwo(run.url);
    const links = everyLinkOf(await runner.mails(), runner);
    const me = await meOf(runner);
    const feed = linksOf(me.html).find((href) => href.includes('/cal/')) ?? '';
    expect((await runner.open(feed)).status).toBe(200);
    const page = await runner.act(me, 'newLinks');
    expect([page.status, new URL(page.url).pathname.split('/')[1], page.url === me.url]).toEqual([
      200,
      'me',
      false,
    ]);
    for (const link of links) {
      if (new URL(link).pathname.startsWith('/u/')) expect((await runner.open(link)).status).toBe(200);
      else await dead(runner, link);
    }
    await dead(runner, feed);
    expect(
      (await runner.open(me.url, { method: 'POST', body: new URLSearchParams({ action: 'easier' }) })).status,
    ).toBe(404);
    const mail = await runner.newest('fresh');
    expect((await runner.open(runner.link(mail, '/me'))).status).toBe(200);
    // The course goes on with links that work.
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    expect(await runner.row()).toMatchObject({ status: 'active', week: 3 });
  });

  it('close a request that was open, and are made six times a day at most', async () => {
    const runner = await joined(run.url);
    const erase = await freshLink(runner, 'erase');
    let page = await meOf(runner);
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      page = await runner.act(page, 'newLinks');
      statuses.push(page.status);
      await runner.detail();
    }
    await dead(runner, erase);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect((await runner.row()).status).toBe('active');
  });
});

describe('the calendar', () => {
  const feedOf = async (runner: Runner): Promise<string> =>
    linksOf((await meOf(runner)).html).find((href) => href.includes('/cal/')) ?? '';
  const titles = (page: Page): readonly string[] =>
    [...page.html.matchAll(/^SUMMARY:(.*)\r$/gm)].map((m) => m[1] ?? '');

  it('is a file of its own kind that may be asked for again cheaply', async () => {
    const runner = await joined(run.url);
    const url = await feedOf(runner);
    expect(url).toMatch(/^http.*\.ics$/);
    const page = await runner.open(url);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=900',
    ]);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Set(titles(page))).toEqual(new Set(['Session', 'Check-in']));
    const tag = page.headers.get('etag') ?? '';
    const again = await runner.open(url, { headers: { 'if-none-match': tag } });
    expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', tag]);
    await dead(runner, url.replace('.ics', ''));
    await dead(runner, url.replace('/cal/', '/me/').replace('.ics', ''));
  });

  it('follows the plan over the change of the clocks in March', async () => {
    const runner = await joined(run.url);
    const url = await feedOf(runner);
    const hours: string[] = [];
    for (let week = 0; week < 4; week += 1) {
      const page = await runner.open(url);
      hours.push(
        ...[...page.html.matchAll(/^DTSTART:(\d{8})T(\d{2})0000Z\r$/gm)].map((m) => `${m[1]} ${m[2]}`),
      );
      await runner.untilCheckIn();
      await runner.checkIn(calm(2));
    }
    // Seven in London is seven o'clock universal time until 29 March and six from then on.
    expect(hours.length).toBeGreaterThan(12);
    expect(new Set(hours.filter((h) => h < '20260329').map((h) => h.slice(9)))).toEqual(new Set(['07']));
    const after = hours.filter((h) => h >= '20260329');
    expect([after.length > 0, new Set(after.map((h) => h.slice(9)))]).toEqual([true, new Set(['06'])]);
  });

  it.each(['pause', 'stop', 'leave'] as const)('empties on %s', async (how) => {
    const runner = await inWeekTwo(run.url);
    const url = await feedOf(runner);
    if (how === 'pause') await runner.act(await meOf(runner), 'pause', { until: '2026-04-01' });
    if (how === 'stop') await runner.checkIn(calm(2, { redFlags: 'swelling' }));
    if (how === 'leave') await press(runner, runner.link(await runner.newest('plan'), '/u/'));
    const page = await runner.open(url);
    expect([page.status, titles(page)]).toEqual([200, []]);
    expect(page.html).toContain('BEGIN:VCALENDAR\r\n');
  });

  it('of somebody erased is the dead link that every other is', async () => {
    const runner = await joined(run.url);
    const url = await feedOf(runner);
    await press(runner, await freshLink(runner, 'erase'));
    await dead(runner, url);
  });
});

it('nothing failed inside', () => {
  expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
});
