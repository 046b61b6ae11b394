/**
 * Must be shown: keyboard only, at 320 px. Tab reaches every control of every page in its order with a focus
 * that can be seen; the check-in is answered without a mouse.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { pageHeaders } from '../../web/headers.ts';
import { Runner, startTestRun } from '../local/support/runner.ts';
import { PAGE_EXAMPLES } from '../web/page-examples.ts';
import { theBrowser } from './support/chromium.ts';

const VIEW = { viewport: { width: 320, height: 800 } };

let browser: Browser;
/** One tab, in which every page is opened anew. */
let tab: Page;
let server: Server;
let origin = '';
let run: LocalRun;
beforeAll(async () => {
  server = createServer((request, response) => {
    const example = PAGE_EXAMPLES[Number((request.url ?? '').slice(1))];
    response.writeHead(example === undefined ? 404 : 200, pageHeaders('private')).end(example?.html ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [browser, run] = await Promise.all([theBrowser(), startTestRun()]);
  tab = await (await browser.newContext({ ...VIEW, bypassCSP: true })).newPage();
});
afterAll(async () => {
  await tab?.context().close();
  server?.close();
  await run?.stop();
});

/**
 * Runs inside the page: marks every control a person should reach, one a radio group, and notes each focus
 * with whether it can be seen.
 */
const watch = `(() => {
  const shown = (e) => { const b = e.getBoundingClientRect(); return (b.width > 0 && b.height > 0) || e.matches('input[type=radio],input[type=checkbox]') && e.closest('label, .choice, .cell')?.getBoundingClientRect().height > 0; };
  const folded = (e) => { const d = e.closest('details:not([open])'); return d !== null && e.closest('summary')?.parentElement !== d; };
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((e) => !e.disabled && shown(e) && !folded(e) && !e.closest('[hidden]') && getComputedStyle(e).visibility !== 'hidden');
  const key = (e) => e.type === 'radio' ? 'radio ' + e.name : 'control ' + all.indexOf(e);
  window.expected = [...new Set(all.map(key))];
  window.described = Object.fromEntries(all.map((e) => [key(e), e.outerHTML.slice(0, 90)]));
  window.reached = [];
  window.unseen = [];
  document.addEventListener('focusin', ({ target }) => {
    const k = key(target);
    window.reached.push(k);
    const near = [target, target.nextElementSibling, target.parentElement, target.closest('label'), target.closest('.choice'), target.closest('.cell')].filter(Boolean);
    const marked = near.some((e) => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; });
    if (!marked) window.unseen.push(target.outerHTML.slice(0, 90));
  });
})()`;
interface Seen {
  readonly expected: readonly string[];
  readonly reached: readonly string[];
  readonly unseen: readonly string[];
  readonly described: Readonly<Record<string, string>>;
}

describe('every page × every example', () => {
  it.each(PAGE_EXAMPLES.map(({ name }, index) => ({ name, index })))(
    '$name: Tab reaches everything, in order, and shows where it is',
    async ({ index }) => {
      await tab.goto(`${origin}/${index}`);
      await tab.evaluate(watch);
      const count = await tab.evaluate(() => (globalThis as unknown as Seen).expected.length);
      // A date is three stops of one control.
      const dates = await tab.locator('input[type=date]').count();
      for (let n = 0; n < count + 3 * dates + 2; n += 1) await tab.keyboard.press('Tab');
      const seen = await tab.evaluate(() => {
        const { expected, reached, unseen, described } = globalThis as unknown as Seen;
        return { expected, reached, unseen, described };
      });
      expect(count).toBeGreaterThan(3);
      expect(
        seen.expected.filter((one) => !seen.reached.includes(one)).map((one) => seen.described[one]),
      ).toEqual([]);
      const order = [...new Set(seen.reached)]
        .filter((one) => seen.expected.includes(one))
        .map((one) => seen.expected.indexOf(one));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(seen.unseen).toEqual([]);
    },
  );
});

/** Is the focus on the field of this name, or inside its group? */
const isIn = (page: Page, field: string): Promise<boolean> =>
  page.evaluate((id) => {
    const { document } = globalThis as unknown as {
      document: {
        activeElement: { id: string; name?: string } | null;
        getElementById(id: string): { contains(other: unknown): boolean } | null;
      };
    };
    const active = document.activeElement;
    return (
      active !== null &&
      (active.id === id || active.name === id || document.getElementById(id)?.contains(active) === true)
    );
  }, field);

describe('an error summary', () => {
  it('is the first thing behind the head of the page, and its links lead into the fields', async () => {
    const context = await browser.newContext(VIEW);
    const page = await context.newPage();
    const wrong = PAGE_EXAMPLES.map(({ html, name }, index) => ({ html, name, index })).filter(
      ({ html }) => html.includes(`class="errors"`) && /role="alert"[\s\S]*href="#/.test(html),
    );
    expect(wrong.length).toBeGreaterThan(2);
    for (const { index, name } of wrong) {
      await page.goto(`${origin}/${index}`);
      const link = page.locator('[role=alert] a[href^="#"]').first();
      if ((await link.count()) === 0) continue;
      const field = (await link.getAttribute('href'))?.slice(1) ?? '';
      await link.focus();
      await page.keyboard.press('Enter');
      // Either the field has the focus at once, or the next Tab goes into the group that the summary named.
      if (!(await isIn(page, field))) await page.keyboard.press('Tab');
      expect(await isIn(page, field), `${name} #${field}`).toBe(true);
    }
    await context.close();
  });
});

describe('the check-in', () => {
  /** Tab until the focus is on such a control. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let n = 0; n < 200; n += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  }
  const choose = async (page: Page, name: string, value: string): Promise<void> => {
    await tabTo(page, `input[name="${name}"]`);
    for (let n = 0; n < 20; n += 1) {
      const focused = page.locator(`input[name="${name}"]:focus`);
      if ((await focused.getAttribute('value')) === value) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Space');
    expect(await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()).toBe(true);
  };

  it('is answered whole with Tab, arrows, space and Enter alone', async () => {
    const ada = new Runner(run.url);
    await ada.join();
    const mail = await ada.untilCheckIn();
    const context = await browser.newContext({ ...VIEW, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(ada.link(mail, '/c/', '/2'));
    await choose(page, 'painWorst', '3');
    await choose(page, 'nextDay', 'settled');
    const sessions = await page
      .locator('[name=sessionsDone]')
      .first()
      .evaluate((e) => (e as unknown as { tagName: string }).tagName);
    if (sessions === 'SELECT') {
      await tabTo(page, 'select[name=sessionsDone]');
      await page.keyboard.type('4');
    } else await choose(page, 'sessionsDone', '4');
    await tabTo(page, 'input[name=longestRunMinutes]');
    await page.keyboard.type('0');
    await choose(page, 'painkillers', 'no');
    await tabTo(page, 'form[method=post] button');
    await Promise.all([page.waitForURL(/\/done$/), page.keyboard.press('Enter')]);
    const [answer] = await ada.events('CheckedIn');
    expect(answer).toMatchObject({
      answers: {
        painAverage: 2,
        painWorst: 3,
        nextDay: 'settled',
        sessionsDone: 4,
        longestRunMinutes: 0,
        painkillers: 'no',
      },
    });
    await context.close();
  });
});
