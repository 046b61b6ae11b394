/**
 * A link scanner as the worst of them work: a real browser with scripts on opens every link of every mail
 * within seconds, presses every button and sends every form, empty and filled to the brim. It moves nobody
 * up, ends no stop, takes nobody out by opening, and causes a handful of mails.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { calm, type Mail, Runner, startTestRun } from '../local/support/runner.ts';
import { tableText } from '../local/support/table.ts';
import { theBrowser } from './support/chromium.ts';

let run: LocalRun;
let browser: Browser;
beforeAll(async () => {
  [run, browser] = await Promise.all([startTestRun(), theBrowser()]);
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

/** Every link of a mail: of both its parts, and the one in its header. */
const linksOf = (ada: Runner, mail: Mail): readonly string[] => [
  ...new Set([
    ...ada.links(mail),
    ...mail.headers.flatMap(([name, value]) =>
      name === 'List-Unsubscribe' ? [...value.matchAll(/<(http[^>]+)>/g)].map((m) => m[1] ?? '') : [],
    ),
  ]),
];
/** Four tabs at once, each with what is left. */
async function inTabs(
  context: BrowserContext,
  urls: readonly string[],
  visit: (page: Page, url: string) => Promise<void>,
): Promise<void> {
  const left = [...urls];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      const page = await context.newPage();
      for (let url = left.shift(); url !== undefined; url = left.shift()) await visit(page, url);
      await page.close();
    }),
  );
}
const open = async (page: Page, url: string): Promise<void> =>
  void (await page.goto(url, { waitUntil: 'load' }));

/** Runs inside the page: chooses the first of everything, ticks every box, writes into every field. */
const fillAll = (form: {
  querySelectorAll(
    selector: string,
  ): Iterable<{ type: string; value: string; checked: boolean; name: string }>;
}): void => {
  const chosen = new Set<string>();
  for (const field of form.querySelectorAll('input:not([type=hidden]), textarea')) {
    if (field.type === 'radio') {
      if (!chosen.has(field.name)) field.checked = true;
      chosen.add(field.name);
    } else if (field.type === 'checkbox') field.checked = true;
    else field.value = field.type === 'date' ? '2026-03-10' : field.type === 'number' ? '3' : 'x';
  }
};
/** Presses every button of a page, each on a fresh copy of it; forms as they stand, then filled. */
async function pressAll(page: Page, url: string): Promise<void> {
  await open(page, url);
  const forms = await page.locator('form').count();
  for (let n = 0; n < forms; n += 1)
    for (const filled of [false, true]) {
      await open(page, url);
      const form = page.locator('form').nth(n);
      if ((await form.count()) === 0) continue;
      if (filled) await form.evaluate(fillAll as never);
      const button = form.locator('button').first();
      if ((await button.count()) === 0 || !(await button.isVisible())) continue;
      await Promise.all([page.waitForLoadState('load'), button.click()]);
    }
}
const leaves = (url: string): boolean => new URL(url).pathname.startsWith('/u/');
const context = (): Promise<BrowserContext> => browser.newContext({ javaScriptEnabled: true });

describe('opening every link of every mail, scripts on', () => {
  it('changes not one byte for two weeks, and the person’s own answers alone move the plan', async () => {
    const ada = new Runner(run.url);
    const tabs = await context();
    const opened = new Set<string>();
    const scan = async (): Promise<void> => {
      const links = (await ada.mails())
        .flatMap((mail) => linksOf(ada, mail))
        .filter((url) => !opened.has(url));
      for (const url of links) opened.add(url);
      await run.world.exclusively(async () => {
        const before = [await tableText(), run.world.ses.mails.length];
        await inTabs(tabs, links, open);
        expect([await tableText(), run.world.ses.mails.length]).toEqual(before);
      });
    };
    await ada.signUp();
    await scan();
    await ada.intake(await ada.confirm());
    await scan();
    for (const level of ['LV2', 'LV3']) {
      await ada.untilCheckIn();
      await scan();
      await ada.checkIn(calm(level === 'LV2' ? 2 : 1));
      await scan();
      expect(await ada.row()).toMatchObject({ status: 'active', level });
    }
    expect(opened.size).toBeGreaterThan(40);
    await tabs.close();
  });
});

describe('pressing every button of every mail within seconds', () => {
  it('before the confirmation: at most confirmed or forgotten, never a course, no second mail', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    const tabs = await context();
    await inTabs(
      tabs,
      linksOf(ada, await ada.newest('confirm')).filter((url) => url.includes('/confirm/')),
      pressAll,
    );
    await tabs.close();
    const rows = await ada.control<readonly { readonly status: string }[]>('participants');
    for (const { status } of rows) expect(['confirmed', 'left']).toContain(status);
    expect(await ada.kinds()).toEqual(['confirm']);
  });

  it('of a running course: nothing moves up, and a stop it causes is ended by nothing it does afterwards', async () => {
    const ada = new Runner(run.url);
    await ada.join();
    await ada.untilCheckIn();
    const tabs = await context();
    const before = (await ada.mails()).length;
    const links = (await ada.mails()).flatMap((mail) => linksOf(ada, mail));
    await inTabs(
      tabs,
      [...new Set(links)].filter((url) => !leaves(url)),
      pressAll,
    );
    const caused = (await ada.mails()).slice(before);
    expect(caused.length).toBeLessThanOrEqual(8);
    const pressed = await ada.row();
    expect(['active', 'paused', 'stopped']).toContain(pressed.status);
    expect(['LV0', 'LV1']).toContain(pressed.level);
    expect(pressed.stage).toBe('R0');
    const types = (await ada.detail()).journal.flatMap((entry) => entry.events.map((event) => event.type));
    expect(types).not.toContain('Progressed');
    // Somewhere among all those boxes it has ticked a stop sign.
    expect(pressed.status).toBe('stopped');

    for (let round = 0; round < 2; round += 1) {
      await ada.clock({ advance: 'P4D' });
      const count = (await ada.mails()).length;
      const fresh = (await ada.mails()).slice(before).flatMap((mail) => linksOf(ada, mail));
      await inTabs(
        tabs,
        [...new Set(fresh)].filter((url) => !leaves(url)),
        pressAll,
      );
      expect((await ada.row()).status).toBe('stopped');
      // One mail for each thing that can be asked for on the page, and no second one.
      expect((await ada.mails()).length - count).toBeLessThanOrEqual(6);
    }
    await tabs.close();
  });
});
