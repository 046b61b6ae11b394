/**
 * The first two weeks in a real browser without scripts, from the first page to the plan of week 3, along the
 * links of the mails alone.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { startTestRun } from '../local/support/runner.ts';
import { theBrowser } from './support/chromium.ts';
import { Person } from './support/person.ts';

/** Average 5, two-leg raises fine, no strain, age 35. */
const INTAKE = {
  consentHealth: 'yes',
  redFlags: 'none',
  conditions: 'none',
  intent: 'pain',
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  painAverage: '5',
  painWorst: '6',
  nextDay: 'worse24',
  hurtsWhen: 'running',
  clotRisk: 'none',
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: '1',
  hour: '7',
  timeZone: 'Europe/London',
  units: 'km',
} as const;
const CALM_REST = {
  painWorst: '3',
  nextDay: 'settled',
  sessionsDone: '3',
  longestRunMinutes: '0',
  painkillers: 'no',
  redFlags: 'none',
};

let run: LocalRun;
let browser: Browser;
beforeAll(async () => {
  [run, browser] = await Promise.all([startTestRun(), theBrowser()]);
});
afterAll(() => run?.stop());

/** A phone; everything a page asks the browser for is noted. */
async function personIn(
  context: BrowserContext,
): Promise<{ readonly ada: Person; readonly asked: string[] }> {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  return { ada: new Person(run.url, context, await context.newPage()), asked };
}

/** From the first page over the confirmation to the page with the first week. */
async function join(ada: Person, email: string): Promise<void> {
  await ada.page.goto(`${run.url}/`);
  await ada.page.locator('a[href$="/signup"]:visible').first().click();
  await ada.answer({ email, firstName: 'Ada', country: 'GB', adult: 'yes', consentEmail: 'yes' });
  await ada.press();
  expect(ada.path()).toBe('/signup/sent');

  await ada.followMail('confirm', /^\/confirm\//);
  await ada.press();
  expect(ada.path()).toMatch(/^\/start\//);
  expect(await ada.stepThrough(INTAKE)).toHaveLength(17);
}

describe('the first two weeks on a phone', () => {
  it('go from the first page to the plan of week 3', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      locale: 'en-GB',
    });
    const { ada, asked } = await personIn(context);

    await join(ada, 'ada@example.org');
    expect(ada.path()).toMatch(/^\/me\//);
    expect(await ada.words()).toMatch(/week 1/i);

    const welcome = await ada.readMail('start');
    expect(welcome.words).toMatch(/first week/i);
    await welcome.tab.close();

    for (const week of [1, 2]) {
      await ada.waitFor('check-in');
      const words = await ada.followMail('check-in', /^\/c\/[^/]+\/2$/);
      expect(words).toContain(`Week ${week}`);
      expect(await ada.page.locator('input[name="painAverage"][value="2"]').isChecked()).toBe(true);
      await ada.answer(CALM_REST);
      for (const gate of ['gateStrength', 'gateRun'])
        if ((await ada.page.locator(`input[name="${gate}"]`).count()) > 0)
          await ada.answer({ [gate]: 'yes' });
      await ada.press();
      expect(ada.path()).toMatch(/^\/c\/[^/]+\/done$/);

      const next = await ada.readMail('plan');
      expect(next.words).toContain(`Week ${week + 1}`);
      expect(next.words).toMatch(/what changed/i);
      await next.tab.close();
    }
    await ada.followMail('plan', /^\/me\//);
    expect(await ada.words()).toMatch(/week 3/i);

    // No third party, no cookie, and nothing but pages and their own pictures.
    expect(asked.filter((url) => !url.startsWith(`${run.url}/`))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('stop at once when a swelling is reported: the words on the page, the mail, and no exercise after it', async () => {
    await run.world.exclusively(() => run.world.reset());
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      locale: 'en-GB',
    });
    const { ada: bo } = await personIn(context);
    await join(bo, 'bo@example.org');
    await bo.waitFor('check-in');
    await bo.followMail('check-in', /^\/c\/[^/]+\/2$/);
    await bo.answer({ ...CALM_REST, redFlags: 'swelling' });
    await bo.press();
    expect(await bo.words()).toMatch(/doctor|urgent/i);
    expect(await bo.words()).toMatch(/stop/i);

    const before = (await bo.mails()).map((m) => m.kind);
    expect(before.at(-1)).toBe('safety');
    await run.world.exclusively(() => run.world.advanceTo('2026-03-30T06:00:00.000Z'));
    const after = (await bo.mails()).map((m) => m.kind).slice(before.length);
    expect(after.filter((kind) => kind !== 'clearance')).toEqual([]);
    await context.close();
  });
});
