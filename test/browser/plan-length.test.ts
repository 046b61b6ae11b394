/**
 * A plan on a phone of 360 × 800 px from week 2 on: four screens, whole, pictures counted with their size;
 * the median well below. A plan may be longer only for a reason named here, and by little more than half a
 * screen: some weeks have more that must be said.
 *
 * A phone's type is as wide as Helvetica. Where the machine's is wider (a bare Linux has DejaVu alone), the
 * page is widened by as much, so that a line holds the words it holds on the phone.
 */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { TYPE } from '../../emails/layout/tokens.ts';
import type { GateMail } from '../../tools/quality/mails/mail.ts';
import { everyMail } from '../../tools/quality/mails/matrix.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { theBrowser } from './support/chromium.ts';

const PHONE = 360;
const SCREEN = 800;
/** Four screens, and the line more that a headline of three changes takes. */
const FOUR = 4 * SCREEN + 30;
/** What half of the plans are at most. */
const MEDIAN = 2_985;
/**
 * The longest of all, with its reasons. The number may only go down; it went up once, by 40 px, for the cue
 * of every new move and the sheet for a physiotherapist.
 */
const LONGEST = 3_660;
/** White at both sides, the same at every width. */
const SIDES = 32;
const SENTENCE = 'The quick brown fox jumps over the lazy dog';
/** Its width in Helvetica of 16 px, from the widths of its letters (19.786 em). */
const HELVETICA = 316.6;

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function widthLikeAPhone(page: Page): Promise<number> {
  await page.setContent(`<span style="white-space:nowrap;font:16px ${TYPE.sans}">${SENTENCE}</span>`);
  const width = Number(await page.evaluate("document.querySelector('span').getBoundingClientRect().width"));
  return Math.round(SIDES + (PHONE - SIDES) * Math.max(1, width / HELVETICA));
}

/** Why a plan may be longer than four screens. */
function reasonsOf({ view }: GateMail): readonly string[] {
  const body = view?.body;
  if (body?.kind !== 'plan') return [];
  const { plan, boxes, physio, lessons } = body;
  return [
    ...(plan.strength.filter(({ isNew }) => isNew).length > 1
      ? ['two new exercises in today’s session, each step by step']
      : []),
    ...(physio ? ['the note to show a physiotherapist'] : []),
    ...(boxes.length > 0 ? ['the shoe check, or the runner’s own words'] : []),
    ...(lessons.length > 1 ? ['the lighter rhythm: two lessons in one mail'] : []),
    ...(plan.strength.length > 3 ? ['four exercises in today’s session'] : []),
  ];
}

it('the plans from week 2 on, each structure once', async () => {
  const page = await browser.newPage({ viewport: { width: PHONE, height: SCREEN } });
  await page.route('**/*', (route) => route.abort());
  await page.setViewportSize({ width: await widthLikeAPhone(page), height: SCREEN });
  const seen = new Set<string>();
  const heights: number[] = [];
  for await (const mail of everyMail(theCurriculum(), 0)) {
    const { id, kind, week, source, html } = mail;
    const shape = html.replace(/>[^<]+</g, '><').replace(/"[^"]*"/g, '');
    if (kind !== 'plan' || source === 'example' || (week ?? 0) < 2 || seen.has(shape)) continue;
    seen.add(shape);
    await page.setContent(html);
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    heights.push(height);
    expect(height, `${id}: ${reasonsOf(mail).join('; ')}`).toBeLessThanOrEqual(
      reasonsOf(mail).length === 0 ? FOUR : LONGEST,
    );
  }
  expect(seen.size).toBeGreaterThan(10);
  heights.sort((a, b) => a - b);
  expect(heights[heights.length >> 1]).toBeLessThanOrEqual(MEDIAN);
});
