/**
 * A plan on a phone of 360 × 800 px, pictures counted with their size: no card of a new move is longer than a screen, and the rest of the longest plan is under
 * what was measured when it was last shortened (median 4,200 px; the aim is four screens, 3,200 px). The number may only go down.
 */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCurriculum } from '../../cli/build/curriculum.ts';
import { ROOT } from '../../cli/gate/tree.ts';
import { everyMail } from '../../cli/mail-gate/matrix.ts';
import { launchChromium } from './support/chromium.ts';

const SCREEN = 800;
const LONGEST = 5_400;
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());

it('the plans from week 2 on, each structure once', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: SCREEN } });
  await page.route('**/*', (route) => route.abort());
  const seen = new Set<string>();
  for await (const { id, kind, week, source, html } of everyMail(loadCurriculum(path.join(ROOT, 'curriculum')), 0)) {
    const shape = html.replace(/>[^<]+</g, '><').replace(/"[^"]*"/g, '');
    if (kind !== 'plan' || source === 'example' || (week ?? 0) < 2 || seen.has(shape)) continue;
    seen.add(shape);
    await page.setContent(html);
    const [whole, ...cards] = (await page.evaluate(
      "[document.documentElement.scrollHeight, ...[...document.querySelectorAll('img')].map((img) => img.closest('table').getBoundingClientRect().height)]",
    )) as readonly number[];
    expect(Math.max(0, ...cards), id).toBeLessThan(SCREEN);
    expect((whole ?? 0) - cards.reduce((sum, height) => sum + height, 0), id).toBeLessThan(LONGEST);
  }
  expect(seen.size).toBeGreaterThan(10);
}, 300_000);
