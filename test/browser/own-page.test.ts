/**
 * The participant's page on a phone, without script: one part at a time, by its address; "got worse" in reach
 * of every one of them; nothing glued together.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeaders } from '../../web/headers.ts';
import { PARTS } from '../../web/own-page/parts.ts';
import { PAGE_EXAMPLES } from '../web/page-examples.ts';
import { theBrowser } from './support/chromium.ts';

let browser: Browser;
let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const example = PAGE_EXAMPLES[Number((request.url ?? '').slice(1))];
    response.writeHead(example === undefined ? 404 : 200, pageHeaders('private')).end(example?.html ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await theBrowser();
});
afterAll(() => server?.close());

const SCREEN = 800;
/** Of one part in the longest of its examples; the page had 11,100 px. May only fall. */
const TALLEST = 4_900;

async function opened(name: string, width = 360): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: SCREEN },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/${PAGE_EXAMPLES.findIndex((e) => e.name === name)}`);
  return page;
}
const shownParts = async (page: Page): Promise<readonly string[]> => {
  const shown = await Promise.all(PARTS.map(({ id }) => page.locator(`#${id}`).isVisible()));
  return PARTS.map(({ id }) => id).filter((_, at) => shown[at]);
};
const heightOf = async (page: Page): Promise<number> =>
  (await page.locator('body').boundingBox())?.height ?? 0;

describe('the four parts', () => {
  it('show one at a time, the week first, each within a few screens', async () => {
    const page = await opened('me');
    expect(await shownParts(page)).toEqual(['week']);
    for (const { id, title } of PARTS) {
      await page.getByRole('link', { name: title, exact: true }).click();
      expect(await shownParts(page)).toEqual([id]);
      expect(await heightOf(page), id).toBeLessThanOrEqual(TALLEST);
    }
    await page.context().close();
  });
  it('an error opens the part of its field, and its link stays there', async () => {
    const page = await opened('me, errors');
    expect(await shownParts(page)).toEqual(['settings']);
    await page.locator('[role=alert] a').first().click();
    expect(await shownParts(page)).toEqual(['settings']);
    await page.goto(page.url().replace(/#.*/, ''));
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    expect(await shownParts(page)).toEqual(['settings']);
    await page.context().close();
  });
  it('a stopped page begins with what to do, whatever part is open', async () => {
    const page = await opened('me, stopped');
    for (const { title } of PARTS) {
      await page.getByRole('link', { name: title, exact: true }).click();
      expect(await page.locator('.safety').isVisible()).toBe(true);
    }
    await page.context().close();
  });
});

describe('"My calf got worse"', () => {
  it.each([320, 360, 1280])(
    'is on the screen at %i px in every part, above, in the middle and below',
    async (width) => {
      const page = await opened('me', width);
      for (const { id, title } of PARTS) {
        await page.getByRole('link', { name: title, exact: true }).click();
        for (const down of [0, 600, 100_000]) {
          await page.evaluate(`scrollTo(0, ${down})`);
          const box = await page.getByRole('link', { name: 'My calf got worse' }).boundingBox();
          expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= SCREEN, `${id} ${down}`).toBe(
            true,
          );
        }
      }
      await page.context().close();
    },
  );
  it('covers nothing at the end of the page', async () => {
    const page = await opened('me');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const foot = await page.locator('.foot .links a').last().boundingBox();
    const bar = await page.locator('.got-worse').boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.context().close();
  });
});
