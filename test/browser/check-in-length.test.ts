/**
 * A check-in that the log has filled in, on a phone 360 px wide: from the top of the page to its buttons in
 * at most 1,200 px, stop signs read whole. A phone's type is as wide as Helvetica; where the machine's is
 * wider, the page is widened by as much (as for the plan mail).
 */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGE_EXAMPLES } from '../web/page-examples.ts';
import { theBrowser } from './support/chromium.ts';

const PHONE = 360;
const MOST = 1_200;
const SIDES = 32;
const SENTENCE = 'The quick brown fox jumps over the lazy dog';
/** Its width in Helvetica of 16 px, from the widths of its letters (19.786 em). */
const HELVETICA = 316.6;

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});
async function onPhone(name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: PHONE, height: 800 }, javaScriptEnabled: false });
  await page.setContent(
    `<span style="white-space:nowrap;font:16px system-ui,Helvetica,Arial,sans-serif">${SENTENCE}</span>`,
  );
  const wide = (await page.locator('span').boundingBox())?.width ?? HELVETICA;
  const width = Math.round(SIDES + (PHONE - SIDES) * Math.max(1, wide / HELVETICA));
  await page.setViewportSize({ width, height: 800 });
  await page.setContent(PAGE_EXAMPLES.find((e) => e.name === name)?.html ?? '');
  return page;
}

describe('a check-in filled from the log', () => {
  it('is short, shows every stop sign, chooses nothing the log does not know', async () => {
    const page = await onPhone('check-in, filled from the log');
    const saves = await page.locator('.saves').boundingBox();
    expect((saves?.y ?? MOST) + (saves?.height ?? MOST)).toBeLessThanOrEqual(MOST);
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what stands in the tree.
    const signs = await page.locator('.signs').innerText();
    for (const sign of ['chest pain', 'swollen', 'pop or snap', 'fever', 'journey', 'operation'])
      expect(signs).toContain(sign);
    expect(await page.locator('input:checked').count()).toBe(1);
    expect(await page.locator('input[name=painWorst]:checked').getAttribute('value')).toBe('2');
    await page.close();
  });
  it('opens a row to be changed, and one with an error is open', async () => {
    const page = await onPhone('check-in, filled from the log');
    expect(await page.locator('#longestRunMinutes').isVisible()).toBe(false);
    await page.getByText('Longest run', { exact: true }).click();
    await page.locator('#longestRunMinutes').fill('12');
    await page.close();
    const wrong = await onPhone('check-in, filled from the log, a test due, errors');
    expect(await wrong.locator('#longestRunMinutes').inputValue()).toBe('4,5');
    expect(await wrong.locator('#longestRunMinutes').isVisible()).toBe(true);
    await wrong.close();
  });
});
