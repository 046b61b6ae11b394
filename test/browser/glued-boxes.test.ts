/**
 * No box is glued to what follows it: whatever has a ground or a frame of its own leaves white below, on a
 * phone and on a large screen, on every page there is. Cells of one grid and rows of one list may touch.
 */
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { PAGE_EXAMPLES } from '../web/page-examples.ts';
import { theBrowser } from './support/chromium.ts';

/** Fewer pixels than this between a box and what follows it are none. */
const LEAST = 6;

/** Runs inside the page: each box with what is glued to it. */
const glued = `(() => {
  const framed = (e) => {
    const s = getComputedStyle(e);
    const sides = ['Top', 'Right', 'Bottom', 'Left'].filter((x) => parseFloat(s['border' + x + 'Width']) > 0);
    const grounded = s.backgroundColor !== 'rgba(0, 0, 0, 0)';
    return (grounded || sides.length > 2) && e.getBoundingClientRect().height > 8;
  };
  const shown = (e) => {
    const s = getComputedStyle(e), b = e.getBoundingClientRect();
    const flows = s.position !== 'absolute' && s.position !== 'fixed' && s.display !== 'inline';
    return flows && b.height > 1 && b.width > 1;
  };
  const name = (e) => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '');
  const found = [];
  for (const box of document.querySelectorAll('main *')) {
    if (!shown(box) || box.closest('svg, .cells, .choices, .sets, .strip, .fridge, table')) continue;
    if (box.closest('.phone-days, .motion')) continue;
    if (box.matches('span, b, strong, label, input, select, textarea')) continue;
    let next = box.nextElementSibling;
    while (next !== null && !shown(next)) next = next.nextElementSibling;
    if (next === null || next.tagName === box.tagName && next.className === box.className) continue;
    if (!framed(box) && !framed(next)) continue;
    const a = box.getBoundingClientRect(), b = next.getBoundingClientRect();
    const beside = b.left >= a.right - 1 || b.right <= a.left + 1;
    const white = Math.round(b.top - a.bottom);
    if (!beside && white < ${LEAST}) found.push(name(box) + ' | ' + name(next) + ' ' + white);
  }
  return [...new Set(found)];
})()`;

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

it.each([360, 1280])('%i px: every page, every example', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.route('**/*', (route) => route.abort());
  const found: string[] = [];
  for (const { name, html } of PAGE_EXAMPLES) {
    await page.setContent(html);
    for (const one of (await page.evaluate(glued)) as readonly string[]) found.push(`${name}: ${one}`);
  }
  await page.close();
  expect(found).toEqual([]);
});

it('canary: a box without white below it is found, one with it is not', async () => {
  const page = await browser.newPage();
  const box = (below: string): string =>
    `<main><div style="background:#eee;height:40px;margin-bottom:${below}"></div><p>next</p></main>`;
  await page.setContent(box('0').replace('<p>', '<p style="margin:0">'));
  expect(await page.evaluate(glued)).toHaveLength(1);
  await page.setContent(box('12px'));
  expect(await page.evaluate(glued)).toEqual([]);
  await page.close();
});
