/**
 * The bench in a real browser: site and inbox side by side, the clock, people with their journal. Its policy
 * lets nothing else in.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { startTestRun } from '../local/support/runner.ts';
import { theBrowser } from './support/chromium.ts';
import { Person } from './support/person.ts';

let run: LocalRun;
let browser: Browser;
let context: BrowserContext;
let bench: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [run, browser] = await Promise.all([startTestRun(), theBrowser()]);
});
afterAll(() => run?.stop());
beforeEach(async () => {
  await run.world.exclusively(() => run.world.reset());
  complaints.length = 0;
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  bench = await context.newPage();
  bench.on('console', (message) => complaints.push(message.text()));
  bench.on('pageerror', (error) => complaints.push(error.message));
  await bench.goto(`${run.url}/__local/`);
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const site = () => bench.frameLocator('#site');
const mail = () => bench.frameLocator('#mail iframe');
const sitePath = (): string =>
  new URL(
    bench
      .frames()
      .find((frame) => frame.name() === 'site')
      ?.url() ?? 'about:blank',
  ).pathname;

async function signUpInTheFrame(): Promise<void> {
  await site().locator('a[href$="/signup"]:visible').first().click();
  await site().locator('#email').fill('ada@example.org');
  await site().locator('#country').selectOption('GB');
  await site().locator('label[for=adult]').click();
  await site().locator('label[for=consentEmail]').click();
  await site().locator('form[method=post] button[type=submit]').first().click();
  await bench.locator('#list button').first().waitFor();
}

describe('the bench', () => {
  it('leads from the sign-up in the site frame over the mail back into the site frame', async () => {
    await signUpInTheFrame();
    expect(sitePath()).toBe('/signup/sent');
    await mail().locator('a[href*="/confirm/"]:visible').first().click();
    await expect.poll(sitePath).toMatch(/^\/confirm\//);
    await site().locator('form[method=post] button[type=submit]').first().click();
    await expect.poll(sitePath).toMatch(/^\/start\//);

    await bench.locator('[data-view=text]').click();
    const text = bench.locator('#mail pre');
    await text.waitFor();
    await text.locator('a').first().click();
    await expect.poll(sitePath).not.toMatch(/^\/start\//);
    await bench.locator('[data-view=headers]').click();
    expect(await bench.locator('#mail pre').textContent()).toMatch(/^X-Calf-Kind: confirm$/m);
  });

  it('shows a mail in a frame that may run nothing', async () => {
    await signUpInTheFrame();
    expect(await bench.locator('#mail iframe').getAttribute('sandbox')).toBe('allow-same-origin');
    const src = await bench.locator('#mail iframe').getAttribute('src');
    const policy = (await fetch(new URL(src ?? '', run.url))).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('moves the clock to the next mail, by a day, by a week, and starts over', async () => {
    const phone = await browser.newContext({ javaScriptEnabled: false });
    const ada = new Person(run.url, phone, await phone.newPage());
    await ada.page.goto(`${run.url}/signup`);
    await ada.answer({ email: 'ada@example.org', country: 'GB', adult: 'yes', consentEmail: 'yes' });
    await ada.press();
    await phone.close();

    const now = () => bench.locator('#now').getAttribute('datetime');
    await expect.poll(() => bench.locator('#count').textContent()).toBe('1 mail');
    await bench.locator('#clock-day').click();
    await expect.poll(now).toMatch(/^2026-03-03T06:/);
    await bench.locator('#clock-week').click();
    await expect.poll(now).toMatch(/^2026-03-10T06:/);
    await bench.locator('#clock-next:enabled').click();
    await expect
      .poll(() => bench.locator('#note').textContent())
      .toMatch(/^(One mail was sent|Nothing more is due)/);

    await bench.locator('#start-over:enabled').click();
    await expect.poll(() => bench.locator('#count').textContent()).toBe('0 mails');
    await expect.poll(now).toMatch(/^2026-03-02T06:/);
  });

  it('shows people with state and journal', async () => {
    await signUpInTheFrame();
    await bench.locator('#rows button', { hasText: 'ada@example.org' }).click();
    await bench.locator('#person summary').first().waitFor();
    expect(await bench.locator('#rows tr').first().textContent()).toContain('unconfirmed');
    expect(await bench.locator('#person').textContent()).toMatch(/SignUp → SignedUp/);
  });

  it.each([1024, 1280, 1680])('fits a window of %i pixels', async (width) => {
    await bench.setViewportSize({ width, height: 768 });
    const [wide, seen] = await bench.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { documentElement: { scrollWidth: number; clientWidth: number } };
      };
      return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
    });
    expect(wide).toBe(seen);
  });
});
