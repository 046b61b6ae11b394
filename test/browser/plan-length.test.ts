/**
 * A plan on a phone of 360 × 800 px, the first one too: two screens above its rule, where the week stands at
 * a glance. Below it stand the safety block and, when there is something new, its steps with their pictures.
 *
 * A phone's type is as wide as Helvetica. Where the machine's is wider (a bare Linux has DejaVu alone), the
 * page is widened by as much, so that a line holds the words it holds on the phone.
 */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { TYPE } from '../../emails/layout/tokens.ts';
import { journeyMails, writtenPeople } from '../../tools/quality/mails/matrix.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { theBrowser } from './support/chromium.ts';

const PHONE = 360;
const SCREEN = 800;
const TWO = 2 * SCREEN;
/** What half of the plans have above their rule at most. */
const MEDIAN = 1_500;
/** The longest of all, whole; may only go down. */
const LONGEST = 5_450;
/** White at both sides, the same at every width. */
const SIDES = 32;
const SENTENCE = 'The quick brown fox jumps over the lazy dog';
/** Its width in Helvetica of 16 px, from the widths of its letters (19.786 em). */
const HELVETICA = 316.6;

/** A name has no part in the structure but the greeting. */
const NAMED = ['short', 'none'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function widthLikeAPhone(page: Page): Promise<number> {
  await page.setContent(`<span style="white-space:nowrap;font:16px ${TYPE.sans}">${SENTENCE}</span>`);
  const width = Number(await page.evaluate("document.querySelector('span').getBoundingClientRect().width"));
  return Math.round(SIDES + (PHONE - SIDES) * Math.max(1, width / HELVETICA));
}

it('every plan, each structure once: two screens above the rule', async () => {
  const page = await browser.newPage({ viewport: { width: PHONE, height: SCREEN } });
  await page.route('**/*', (route) => route.abort());
  await page.setViewportSize({ width: await widthLikeAPhone(page), height: SCREEN });
  const seen = new Set<string>();
  const above: number[] = [];
  const plans = journeyMails('persona', writtenPeople(), theCurriculum(), () => NAMED);
  for await (const { id, html, view } of plans) {
    if (view === null || !('glance' in view.body)) continue;
    const shape = html.replace(/>[^<]+</g, '><').replace(/"[^"]*"/g, '');
    if (seen.has(shape)) continue;
    seen.add(shape);
    await page.setContent(html);
    const [rule, whole] = (await page.evaluate(
      "[document.querySelector('.rule').getBoundingClientRect().top, document.documentElement.scrollHeight]",
    )) as readonly [number, number];
    above.push(rule);
    expect(rule, id).toBeLessThanOrEqual(TWO);
    expect(whole, id).toBeLessThanOrEqual(LONGEST);
  }
  console.log(`${seen.size} structures of plans`);
  expect(seen.size).toBeGreaterThan(10);
  above.sort((a, b) => a - b);
  expect(above[above.length >> 1]).toBeLessThanOrEqual(MEDIAN);
});
