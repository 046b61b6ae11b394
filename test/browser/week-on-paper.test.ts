/**
 * The printed week: whatever the plan, one sheet of A4 with every exercise drawn, a box for each time, the
 * stop signs and the way to MD-8.
 */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { calm, Runner, type Steps, startTestRun } from '../local/support/runner.ts';
import { theBrowser } from './support/chromium.ts';

let run: LocalRun;
let browser: Browser;
beforeAll(async () => {
  run = await startTestRun();
  browser = await theBrowser();
});
afterAll(() => run?.stop());

const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

// biome-ignore lint/performance/useDomNodeTextContent: what stands on the paper, not what stands in the tree.
const shown = (part: Locator): Promise<string> => part.innerText();

interface Printed {
  readonly pages: number;
  readonly words: string;
  /** Exercises on the sheet, and how many of their drawings have really come. */
  readonly moves: number;
  readonly drawn: number;
  readonly boxes: readonly number[];
  /** What else of the page would be printed, apart from its footer. */
  readonly besides: string;
}

async function printed(url: string): Promise<Printed> {
  const context = await browser.newContext({
    viewport: { width: 794, height: 1123 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  const sheet = page.locator('.fridge');
  const found: Printed = {
    pages,
    words: await shown(sheet),
    moves: await sheet.locator('.moves > li').count(),
    drawn: await sheet
      .locator('img')
      .evaluateAll(
        (all) => all.filter((img) => 'naturalWidth' in img && Number(img.naturalWidth) > 0).length,
      ),
    boxes: await sheet
      .locator('.ticks li')
      .evaluateAll((all) => all.map((line) => line.querySelectorAll('.boxes > span').length)),
    besides: (await shown(page.locator('main'))).replace(await shown(sheet), '').trim(),
  };
  await context.close();
  return found;
}

/** Twelve plans of one runner, each printed from the page its mail leads to. */
async function twelveWeeks(
  email: string,
  steps: Steps,
  more: (runner: Runner) => Promise<void>,
): Promise<readonly Printed[]> {
  const runner = new Runner(run.url, email);
  await runner.join(steps);
  await more(runner);
  const me = runner.link(await runner.newest('start'), '/me/');
  const sheets: Printed[] = [];
  for (let week = 1; week <= 12; week += 1) {
    sheets.push(await printed(me));
    await runner.untilCheckIn();
    await runner.checkIn(calm(1, { longestRunMinutes: String(2 * week) }));
    await runner.clock({ advance: 'P1D' });
  }
  return sheets;
}

const LONGEST =
  'After the school run on Tuesdays, Thursdays and Saturdays, in the kitchen beside the big table, before I have had my coffee'.slice(
    0,
    120,
  );
const tellsAll = async (runner: Runner): Promise<void> => {
  const page = await runner.open(runner.link(await runner.newest('start'), '/running/'));
  const saved = await runner.fill(page, { planWhen: LONGEST, planIfMissed: LONGEST });
  expect(new URL(saved.url).pathname).toMatch(/^\/me\//);
};

describe('one sheet for the fridge', () => {
  test.each<readonly [string, Steps, (runner: Runner) => Promise<void>]>([
    ['a calm course', {}, async () => {}],
    [
      'a runner who keeps running and has told everything',
      { 3: { runsNow: 'reduced', painRunning: '1', longestRun30d: '30', ageBand: '50-59' } },
      tellsAll,
    ],
  ])('%s', async (name, steps, more) => {
    const sheets = await twelveWeeks(`${name.replaceAll(' ', '-')}@example.org`, steps, more);
    expect(sheets.map(({ pages }) => pages)).toEqual(sheets.map(() => 1));
    for (const [at, { words, moves, drawn, boxes, besides }] of sheets.entries()) {
      expect(words).toContain(`Week ${at + 1} · `);
      expect(moves).toBeGreaterThanOrEqual(7);
      expect(drawn).toBe(moves);
      expect(Math.min(...boxes)).toBeGreaterThan(0);
      expect(words).toMatch(/Stop, and get help, if you notice:[\s\S]*Emergency: 999/);
      expect(words).toMatch(/Sorer than before, on any day\? Tell us: http:\/\/\S+\/w\/\S+/);
      expect(besides).toBe('');
    }
    if (more === tellsAll) expect(sheets[0]?.words.split(LONGEST)).toHaveLength(3);
  });

  test('a stopped plan is not printed', async () => {
    const runner = new Runner(run.url, 'stopped@example.org');
    await runner.join();
    const start = await runner.newest('start');
    await runner.fill(await runner.open(runner.link(start, '/w/')), {
      redFlags: 'walk',
      painNow: '6',
      sudden: 'no',
      when: 'daily',
    });
    const page = await runner.open(runner.link(start, '/me/'));
    expect(page.html).not.toContain('class="fridge"');
  });
});

test('a link of a mail to an exercise shows it unfolded, and only that one', async () => {
  const runner = new Runner(run.url, 'links@example.org');
  await runner.join();
  await runner.untilCheckIn();
  await runner.checkIn(calm(1));
  await runner.clock({ advance: 'P1D' });
  const anchors = [
    ...new Set(
      runner.links(await runner.newest('plan')).filter((href) => new URL(href).hash.startsWith('#EX-')),
    ),
  ];
  expect(anchors.length).toBeGreaterThan(3);
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    javaScriptEnabled: false,
  });
  for (const href of anchors) {
    const page = await context.newPage();
    await page.goto(href);
    const id = new URL(href).hash.slice(1);
    expect(await page.locator(`[id="${id}"] img`).isVisible()).toBe(true);
    expect(await page.locator(`details[id^="EX-"]:not([id="${id}"]) img:visible`).count()).toBe(0);
    await page.close();
  }
  await context.close();
});
