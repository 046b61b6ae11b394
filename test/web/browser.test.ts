/**
 * Every page × every example in a real browser: axe finds nothing, nothing is wider than the screen, targets
 * are big enough, CSP lets the style in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeaders } from '../../web/headers.ts';
import { PARTS } from '../../web/own-page/parts.ts';
import { theBrowser } from '../browser/support/chromium.ts';
import { PAGE_EXAMPLES } from './page-examples.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Axe {
  run(options: object): Promise<{
    violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
  }>;
}
interface DocumentLike {
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  querySelectorAll(selector: string): Iterable<{
    readonly outerHTML: string;
    getBoundingClientRect(): { readonly width: number; readonly height: number };
  }>;
}

let browser: Browser;
let shared: BrowserContext;
/** One tab for all: axe is put into it once, and every example is written into its document. */
let tab: Page;
let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const drawing = /^\/drawings\/([A-Za-z0-9-]+)\.[^/]*svg$/.exec(request.url ?? '')?.[1];
    const file = new URL(`../../emails/drawings/files/${drawing}.svg`, import.meta.url);
    if (drawing !== undefined && existsSync(file))
      return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(readFileSync(file));
    const example = PAGE_EXAMPLES[Number((request.url ?? '').slice(1))];
    response.writeHead(example === undefined ? 404 : 200, pageHeaders('private')).end(example?.html ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await theBrowser();
  // The policy is tested below; here axe has to be let past it.
  shared = await browser.newContext({ bypassCSP: true });
  tab = await shared.newPage();
  await tab.goto(`${origin}/nothing`);
  await tab.evaluate(AXE);
});
afterAll(async () => {
  await shared?.close();
  server?.close();
});

/** Dark differs from light in its colours alone, so there the rules about colour are run. */
const LOOKS = [
  { width: 320, scheme: 'light', rules: null },
  { width: 320, scheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  { width: 1280, scheme: 'light', rules: null },
  { width: 1280, scheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
] as const;
const TAPPED =
  'button, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .choice label, .cell span, summary, .button, .brand, .help, .phone, .foot .links a, .parts a';

/** Runs inside the page: what is wider than the screen, what is too small to tap. */
const measure = (selector: string): readonly string[] => {
  const { document } = globalThis as unknown as { document: DocumentLike };
  const root = document.documentElement;
  const wide =
    root.scrollWidth > root.clientWidth
      ? [`${root.scrollWidth - root.clientWidth} px wider than the screen`]
      : [];
  const small = [...document.querySelectorAll(selector)].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const isShown = box.width > 0 && box.height > 0;
    return isShown && (box.height < 44 || box.width < 43.9)
      ? [`${box.width}×${box.height}: ${element.outerHTML.slice(0, 90)}`]
      : [];
  });
  return [...wide, ...small];
};

/** Each part of the participant's page is looked at open. */
const parts = PAGE_EXAMPLES.flatMap(({ name, html }) =>
  name === 'me' ? PARTS.map(({ id }) => ({ name: `me, ${id}`, html, part: `#${id}` })) : [],
);

/** Writes a page into the tab, and waits for its drawings. */
async function show(html: string, part: string): Promise<void> {
  await tab.setContent(html, { waitUntil: 'load' });
  await tab.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, part);
}

describe('every page × every example', () => {
  it.each([...PAGE_EXAMPLES.map(({ name, html }) => ({ name, html, part: '' })), ...parts])(
    '$name: axe finds nothing, nothing overflows, targets are 44 px',
    async ({ html, part }) => {
      await show(html, part);
      if (part !== '') expect(await tab.locator(part).isVisible()).toBe(true);
      const findings: string[] = [];
      for (const { width, scheme, rules } of LOOKS) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.emulateMedia({ colorScheme: scheme });
        const violations = await tab.evaluate(
          async (options) => (await (globalThis as unknown as { axe: Axe }).axe.run(options)).violations,
          {
            resultTypes: ['violations'],
            ...(rules === null ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
          },
        );
        for (const { id, nodes } of violations)
          findings.push(
            `${width} ${scheme} ${id}: ${nodes
              .map((n) => `${n.html} ${n.failureSummary ?? ''}`)
              .join(' | ')
              .slice(0, 600)}`,
          );
        if (scheme === 'light')
          findings.push(...(await tab.evaluate(measure, TAPPED)).map((text) => `${width}: ${text}`));
      }
      expect(findings).toEqual([]);
    },
  );

  it('a page with faults is found out, in the same tab', async () => {
    await show('<!doctype html><title>x</title><img src="/x.svg"><button style="height:20px">x</button>', '');
    const found = await tab.evaluate(
      async () => (await (globalThis as unknown as { axe: Axe }).axe.run({})).violations,
    );
    expect(found.map(({ id }) => id)).toContain('image-alt');
    expect(await tab.evaluate(measure, TAPPED)).toHaveLength(1);
  });
});

describe('on paper', () => {
  it.each(PAGE_EXAMPLES.flatMap(({ page, name }, index) => (page === 'summary' ? [{ name, index }] : [])))(
    '$name is one sheet, of either size',
    async ({ index }) => {
      const page = await shared.newPage();
      await page.goto(`${origin}/${index}`);
      for (const format of ['A4', 'Letter']) {
        const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
        const pdf = (await page.pdf({ format, margin })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, format).toBe(1);
      }
      await page.close();
    },
  );
});

describe('under the real policy', () => {
  it('the style sheet applies and the browser complains about nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const [index, { name }] of PAGE_EXAMPLES.entries()) {
      await page.goto(`${origin}/${index}`);
      const font = await page.locator('h1').evaluate(
        (e) =>
          (
            globalThis as unknown as {
              getComputedStyle(x: unknown): { lineHeight: string; fontFamily: string };
            }
          ).getComputedStyle(e).fontFamily,
      );
      expect(font, name).toContain('Georgia');
    }
    await context.close();
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
  });

  it('a keyboard alone reaches, chooses and saves', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${origin}/${PAGE_EXAMPLES.findIndex((e) => e.name === 'check-in')}`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('painAverage');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('input[name=painAverage]:checked').inputValue()).toBe('2');
    await context.close();
  });

  it('prints the week as its sheet alone, and the programme unfolded', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    const open = (name: string) => page.goto(`${origin}/${PAGE_EXAMPLES.findIndex((e) => e.name === name)}`);
    await open('me');
    expect(await page.locator('.fridge').isVisible()).toBe(true);
    expect(await page.locator('.plan').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Settings' }).isVisible()).toBe(false);
    expect(await page.locator('.top').isVisible()).toBe(false);
    await open('programme, a small part');
    const folded = await page.locator('details:not([open]) li').first().boundingBox();
    expect(folded?.height ?? 0).toBeGreaterThan(0);
    await context.close();
  });
});
