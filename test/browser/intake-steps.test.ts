/**
 * The intake one thing a page, in a real browser without scripts, on a phone and on a desk: Enter on a list
 * with nothing ticked, a tick beside "None of these", both ways back, a stop on the page that tells it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { Runner, startTestRun } from '../local/support/runner.ts';
import { theBrowser } from './support/chromium.ts';

let run: LocalRun;
let browser: Browser;
beforeAll(async () => {
  [run, browser] = await Promise.all([startTestRun(), theBrowser()]);
});
afterAll(() => run?.stop());

const heading = (page: Page): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what stands in the tree.
  page.locator('h1').innerText();
const none = (page: Page): Promise<void> => page.locator('button[value=none]').click();
const on = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).first().click();

describe.each([320, 1280])('at %i px', (width) => {
  async function begin(name: string): Promise<{ readonly page: Page; readonly ada: Runner }> {
    const ada = new Runner(run.url, `${name}-${width}@example.org`);
    await ada.signUp();
    const { url } = await ada.confirm();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(url);
    return { page, ada };
  }

  it('asks again where nothing is ticked, counts a tick beside “none”, goes back both ways', async () => {
    const { page } = await begin('lists');
    await page.locator('#consentHealth').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'What cannot wait' }).waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);

    // Enter in a list presses the first button: nothing is ticked, so it is asked again.
    await page.locator('#redFlags').focus();
    const [again] = await Promise.all([page.waitForResponse(/start/), page.keyboard.press('Enter')]);
    await page.locator('.errors').waitFor();
    expect([again.status(), await heading(page)]).toEqual([422, 'What cannot wait']);
    expect(await page.locator('.errors a').getAttribute('href')).toBe('#redFlags');
    const last = await page.locator('.choice').last().boundingBox();
    const button = await page.locator('button[value=none]').boundingBox();
    expect(button?.y ?? 0).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0));
    await none(page);
    await none(page);
    expect(await heading(page)).toBe('What is looked at before you train');

    await page.getByLabel('A big bruise').check();
    await none(page);
    expect(await heading(page)).toBe('The last weeks');
    const said = page.locator('.notice', { hasText: 'We count what you ticked' });
    expect(await said.textContent()).toContain('a big bruise on the calf');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('A big bruise').isChecked()).toBe(true);
    await page.getByLabel('A big bruise').uncheck();
    await none(page);
    // The page before was sent already, so the next open one comes.
    expect(await heading(page)).toBe('The last weeks');
    for (let list = 0; list < 4; list += 1) await none(page);
    expect(await heading(page)).toBe('Your calf');
    await page.getByLabel('Left').check();
    await on(page);
    expect(await heading(page)).toBe('Where, and since when');
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  it('stops on the page that tells it, and asks nothing more', async () => {
    const { page, ada } = await begin('stops');
    await page.locator('#consentHealth').check();
    await on(page);
    await page.getByLabel('A calf as hard as rock').check();
    await page.getByRole('button', { name: 'Continue with what I ticked' }).click();
    expect(await page.locator('main').textContent()).toMatch(/999/);
    expect(await page.locator('form.intake').count()).toBe(0);
    expect((await ada.row()).status).toBe('stopped');
    await page.context().close();
  });
});
