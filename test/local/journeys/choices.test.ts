/**
 * What a runner may choose and do over: pause, return, settings, easier, repeat, leaving, answering twice.
 * Only links found in mails and pages.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, linksOf, wordsOf } from '../support/forms.ts';
import { calm, type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

async function joined(email = 'ada@example.org'): Promise<Runner> {
  const runner = new Runner(run.url, email);
  await runner.join();
  return runner;
}
const meOf = async (runner: Runner): Promise<Page> =>
  runner.open(runner.link(await runner.newest('start'), '/me'));
/** In the second week, its plan just out. */
async function inWeekTwo(): Promise<Runner> {
  const runner = await joined();
  await runner.untilCheckIn();
  await runner.checkIn(calm(2));
  return runner;
}

describe('a pause', () => {
  it('is quiet until its day, comes back by itself with a question first, and cannot progress then', async () => {
    const runner = await joined();
    const page = await runner.act(await meOf(runner), 'pause', { until: '2026-03-31' });
    expect([page.status, new URL(page.url).pathname.split('/')[1]]).toEqual([200, 'me']);
    expect(await runner.row()).toMatchObject({ status: 'paused' });
    expect((await runner.kinds()).at(-1)).toBe('paused');
    const before = await runner.mails();
    await runner.clock({ to: '2026-03-31T05:59:00.000Z' });
    expect(await runner.mails()).toEqual(before);
    await runner.clock({ to: '2026-03-31T06:01:00.000Z' });
    expect((await runner.row()).status).toBe('active');
    expect((await runner.kinds()).slice(before.length)).toEqual(['check-in']);
    await runner.checkIn(calm(0));
    expect(await runner.row()).toMatchObject({ level: 'LV1', stage: 'R0' });
  });

  it('ends by the button as well; both twice are once', async () => {
    const runner = await joined();
    const me = await meOf(runner);
    await runner.act(me, 'pause', { until: '2026-03-20' });
    const { rev } = await runner.detail();
    await runner.act(me, 'pause', { until: '2026-03-20' });
    expect((await runner.detail()).rev).toBe(rev);
    const paused = await meOf(runner);
    await runner.act(paused, 'resume');
    expect((await runner.row()).status).toBe('active');
    const resumed = (await runner.detail()).rev;
    await runner.act(paused, 'resume');
    expect((await runner.detail()).rev).toBe(resumed);
    expect(await runner.mails('paused')).toHaveLength(1);
  });

  it.each(['2026-03-02', '2026-05-30', '2026-02-30', 'soon', ''])(
    'until "%s" is asked again with a sentence, and nothing is stored',
    async (until) => {
      const runner = await joined();
      const { rev } = await runner.detail();
      const page = await runner.act(await meOf(runner), 'pause', { until });
      expect(page.status).toBe(422);
      expect(wordsOf(page.html)).toMatch(/day|date/i);
      expect(page.html).toMatch(/href="#until"/);
      expect((await runner.detail()).rev).toBe(rev);
    },
  );
});

describe('settings', () => {
  it('move the week to the new day and hour, and the rest stays', async () => {
    const runner = await joined();
    await runner.act(await meOf(runner), 'settings', {
      weekday: '5',
      hour: '18',
      timeZone: 'Europe/London',
      units: 'mi',
      rhythm: 'lighter',
    });
    const { state } = await runner.detail();
    expect(state).toMatchObject({ weekday: 5, hour: 18, units: 'mi', rhythm: 'lighter', status: 'active' });
    const mail = await runner.untilCheckIn();
    expect(mail.at.slice(0, 13)).toBe('2026-03-12T18');
    await runner.clock({ advance: 'P1D' });
    expect((await runner.newest('plan')).at.slice(0, 13)).toBe('2026-03-13T18');
  });

  it('that make no sense are asked again, and nothing is stored', async () => {
    const runner = await joined();
    const { rev } = await runner.detail();
    const me = await meOf(runner);
    for (const [name, value] of Object.entries({
      weekday: '8',
      hour: '3',
      timeZone: 'Mars/Base',
      units: 'furlongs',
      rhythm: 'never',
    })) {
      const page = await runner.act(me, 'settings', { [name]: value });
      expect(page.status, name).toBe(422);
    }
    expect((await runner.act(me, 'settings', { extra: 'field' })).status).toBe(422);
    expect((await runner.detail()).rev).toBe(rev);
  });
});

describe('the easier option', () => {
  it.each(['me', 'done'])(
    'is always there on /%s, is explained by a mail, and chosen twice is chosen once',
    async (from) => {
      const runner = await inWeekTwo();
      expect((await runner.row()).level).toBe('LV2');
      const page =
        from === 'me'
          ? await meOf(runner)
          : await runner.open(
              `${runner.link(await runner.newest('check-in'), '/c/').replace(/\/\d+$/, '')}/done`,
            );
      const answered = await runner.act(page, 'easier');
      expect(answered.url).toBe(page.url);
      expect((await runner.row()).level).toBe('LV1');
      expect((await runner.kinds()).at(-1)).toBe('decision');
      expect((await runner.newest('decision')).text).toMatch(/level 1/i);
      await runner.act(page, 'easier');
      expect(await runner.mails('decision')).toHaveLength(1);
    },
  );

  it('repeat keeps last week, from the page and from the answer', async () => {
    const runner = await inWeekTwo();
    await runner.act(await meOf(runner), 'repeat');
    expect(await runner.row()).toMatchObject({ level: 'LV1', week: 2 });
    expect((await runner.kinds()).at(-1)).toBe('decision');
  });
});

describe('leaving', () => {
  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  const BODIES: readonly (readonly [string, RequestInit])[] = [
    ['urlencoded', { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }],
    ['multipart', { body: multipart }],
    ['no body', {}],
    ['any other', { body: '{"x":1}', headers: { 'content-type': 'application/json' } }],
  ];
  it.each(BODIES)('one click with %s: 200, no redirect, no cookie, and really left', async (_name, init) => {
    const runner = await joined();
    const { headers } = await runner.newest('start');
    const url = headers.find(([name]) => name === 'List-Unsubscribe')?.[1].match(/<(http[^>]+)>/)?.[1] ?? '';
    const page = await runner.open(url, { method: 'POST', redirect: 'manual', ...init });
    expect([page.status, page.headers.get('location'), page.headers.get('set-cookie')]).toEqual([
      200,
      null,
      null,
    ]);
    expect((await runner.row()).status).toBe('left');
    const mails = await runner.mails();
    await runner.clock({ advance: 'P30D' });
    expect(await runner.mails()).toEqual(mails);
    expect((await runner.open(url, { method: 'POST', ...init })).status).toBe(200);
  });

  it('by the page: one button, and the link lives for ever', async () => {
    const runner = await joined();
    const url = runner.link(await runner.newest('confirm').then(() => runner.newest('start')), '/u/');
    const page = await runner.open(url);
    expect(formsOf(page.html).filter((f) => f.method === 'post')).toHaveLength(1);
    await runner.clock({ advance: 'P400D' });
    expect((await runner.fill(page, {})).status).toBe(200);
    expect((await runner.row()).status).toBe('left');
  });
});

describe('answering twice', () => {
  it('a double press is one answer, one decision, one plan', async () => {
    const runner = await joined();
    await runner.untilCheckIn();
    const page = await runner.checkInPage();
    const answers = await Promise.allSettled([
      runner.fill(page, calm(2)),
      runner.fill(page, calm(2)),
      runner.fill(page, calm(2)),
    ]);
    expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    for (const a of answers) if (a.status === 'fulfilled') expect([200, 503]).toContain(a.value.status);
    await runner.fill(page, calm(2));
    expect(await runner.events('CheckedIn')).toHaveLength(1);
    expect(await runner.mails('plan')).toHaveLength(1);
    expect(await runner.row()).toMatchObject({ week: 2, level: 'LV2' });
  });

  it('a later, different answer replaces the first: a decision mail says so, from the state at the opening of the week', async () => {
    const runner = await inWeekTwo();
    const page = await runner.checkInPage();
    await runner.fill(page, calm(6, { painWorst: '6' }));
    expect(await runner.row()).toMatchObject({ week: 2, level: 'LV0' });
    expect((await runner.kinds()).at(-1)).toBe('decision');
    await runner.fill(page, calm(2));
    expect(await runner.row()).toMatchObject({ week: 2, level: 'LV2' });
    // As calm as the one before: nothing that has to pass the three answers.
    const fourth = await runner.fill(page, calm(1));
    expect(wordsOf(fourth.html)).toMatch(/answered three times/i);
    expect(await runner.row()).toMatchObject({ week: 2, level: 'LV2' });
  });

  it('a week that is closed says so, links the open one, and stores nothing', async () => {
    const runner = await inWeekTwo();
    const old = await runner.checkInPage();
    const url = runner.link(await runner.newest('check-in'), '/c/', '/3');
    await runner.untilCheckIn();
    const { rev } = await runner.detail();
    for (const page of [await runner.open(url), await runner.fill(old, calm(6, { painWorst: '6' }))]) {
      expect(page.status).toBe(200);
      expect(wordsOf(page.html)).toMatch(/this week is closed|week 1/i);
      const link = linksOf(page.html).find((href) => href.includes('/c/'));
      expect((await runner.open(link ?? '')).html).toContain('name="painAverage"');
    }
    expect((await runner.detail()).rev).toBe(rev);
  });

  it('a closed week still takes a stop', async () => {
    const runner = await inWeekTwo();
    const old = await runner.checkInPage();
    await runner.untilCheckIn();
    const page = await runner.fill(old, calm(2, { redFlags: 'swelling' }));
    expect([page.status, (await runner.row()).status]).toEqual([200, 'stopped']);
  });
});
