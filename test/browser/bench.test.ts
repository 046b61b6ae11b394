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
    const text = bench.locator('#mail pre[data-shows=text]');
    await text.waitFor();
    await text.locator('a').first().click();
    await expect.poll(sitePath).not.toMatch(/^\/start\//);
    await bench.locator('[data-view=headers]').click();
    const headers = await bench.locator('#mail pre[data-shows=headers]').textContent();
    expect(headers).toMatch(/^X-Calf-Kind: confirm$/m);
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

  it('is not blank for somebody who opened the site first', async () => {
    await bench.goto(`${run.url}/`);
    await bench.goto(`${run.url}/__local/`);
    await site().locator('a[href$="/signup"]:visible').first().waitFor();
    await bench.reload();
    await site().locator('a[href$="/signup"]:visible').first().waitFor();
  });

  it('lets a runner live until week 6, and keeps in its address what it shows', async () => {
    await bench.locator('#story').selectOption('calm');
    await bench.locator('#add-runner').click();
    await expect.poll(() => bench.locator('#note').textContent()).toMatch(/^calm@example\.org has signed up/);
    await bench.locator('#until').fill('6');
    await bench.locator('#play:enabled').click();
    await bench.locator('#clock-next:enabled').waitFor({ timeout: 0 });
    expect(await bench.locator('#note').textContent()).toMatch(
      /^Played: it is 2026-04-\d\d \d\d:\d\d UTC\.$/,
    );
    const row = bench.locator('#rows tr').first();
    expect(await row.textContent()).toMatch(/calm@example\.orgactive6LV/);

    await row.locator('button').click();
    const weeks = bench.locator('#person .weeks tbody tr');
    await weeks.nth(4).waitFor();
    expect(await weeks.nth(0).textContent()).toMatch(/^week 1 2, worst 3progress/i);
    await weeks.nth(1).locator('button').click();
    await expect
      .poll(() => bench.locator('#list button[aria-current=true]').textContent())
      .toContain('plan · week 3');

    await bench.locator('[data-view=text]').click();
    const address = bench.url();
    expect(address).toMatch(/#mail=[^&]+&person=[^&]+&view=text$/);
    const again = await context.newPage();
    await again.goto(address);
    await again.locator('#mail pre').waitFor();
    expect(await again.locator('#mail pre').textContent()).toBe(
      await bench.locator('#mail pre').textContent(),
    );

    // The bench is asked for what is new, not for the whole mailbox.
    const ids = (await (await fetch(`${run.url}/__local/mail`)).json()) as readonly { readonly id: string }[];
    const query = async (seen: string) => {
      const asked = new URLSearchParams({ after: String(ids.length), first: ids[0]?.id ?? '', seen });
      return (await fetch(`${run.url}/__local/changes?${asked}`)).text();
    };
    const { seen } = JSON.parse(await query('')) as { readonly seen: string };
    const bytes = (await query(seen)).length * 30;
    console.log(`the bench polls ${bytes} bytes a minute at ${ids.length} mails`);
    expect(bytes).toBeLessThan(6_000);
  });

  it('answers a check-in as its receiver, and replies to a mail', async () => {
    await bench.locator('#story').selectOption('calm');
    await bench.locator('#add-runner').click();
    await bench.locator('#until').fill('1');
    await bench.locator('#play:enabled').click();
    await bench.locator('#clock-next:enabled').waitFor({ timeout: 0 });
    for (let mail = 0; mail < 6; mail += 1) {
      if ((await bench.locator('#list button[aria-current=true]').textContent())?.includes('check-in')) break;
      await bench.locator('#clock-next:enabled').click();
      await bench.locator('#clock-next:enabled').waitFor({ timeout: 0 });
    }
    const sheet = bench.locator('.sheet .answer');
    await sheet.locator('[name=painAverage]').fill('5');
    await sheet.locator('[name=painWorst]').fill('6');
    await sheet.locator('button').click();
    await expect.poll(() => bench.locator('#note').textContent()).toBe('The answer is sent.');
    await expect
      .poll(() => bench.locator('#list button').first().textContent())
      .toMatch(/ · (?:plan|decision) · week 2/);

    const reply = bench.locator('.sheet .reply');
    await reply.locator('textarea').fill('STOP');
    await reply.locator('button').click();
    await expect.poll(() => bench.locator('#note').textContent()).toBe('The reply is sent.');
    await expect.poll(() => bench.locator('#rows tr').first().textContent()).toContain('left');
  });

  it('shows a mail in the dark, without images and as narrow as a phone', async () => {
    await signUpInTheFrame();
    const ground = () =>
      mail()
        .locator('body')
        .evaluate((body) => {
          const { getComputedStyle } = globalThis as unknown as {
            getComputedStyle: (of: unknown) => { readonly backgroundColor: string };
          };
          return getComputedStyle(body).backgroundColor;
        });
    const light = await ground();
    await bench.locator('#filters').getByLabel('dark').check();
    await expect.poll(ground).not.toBe(light);
    await bench.locator('#filters').getByLabel('images').uncheck();
    await expect.poll(() => mail().locator('img[src]').count()).toBe(0);
    await bench.locator('#filters').getByLabel('width').selectOption('320');
    await expect.poll(() => bench.locator('#mail iframe').evaluate((frame) => frame.clientWidth)).toBe(320);
    await bench.locator('#filters').getByLabel('kind').selectOption('confirm');
    expect(await bench.locator('#list button').count()).toBe(1);
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
