/**
 * Rules that only a browser can answer: what axe finds, what is wider than the screen, what is too small to
 * hit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Structure } from '../structure.ts';
import type { RuleName } from './rule.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const WIDTHS = [320, 360, 600] as const;
const SCHEMES = ['light', 'dark'] as const;
export const VIEWS = WIDTHS.length * SCHEMES.length;

export const LOOK_RULES = [
  {
    id: 29,
    group: 'C',
    title: 'axe finds nothing (WCAG 2.2 AA), light and dark, 320, 360, 600 px',
    level: 'fail',
  },
  { id: 36, group: 'D', title: 'nothing is wider than the screen at 320, 360, 600 px', level: 'fail' },
  { id: 37, group: 'D', title: 'the grid: 0 to 10 in order, cells of 44 × 44 px, 4 px apart', level: 'fail' },
  { id: 38, group: 'D', title: 'the same without any style sheet', level: 'fail' },
] as const satisfies readonly RuleName[];
export type LookRule = (typeof LOOK_RULES)[number]['id'];
export interface Finding {
  readonly rule: LookRule;
  readonly text: string;
}

interface Axe {
  run(options: object): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}
const AXE_OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  // A mail has no frame and no style sheet of its own to fetch.
  iframes: false,
  preload: false,
} as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
  readonly href: string;
}
interface Measured {
  readonly over: number;
  readonly cells: readonly Box[];
}
interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface PageElement {
  readonly textContent: string | null;
  readonly href?: string;
  querySelector(selector: string): PageElement | null;
  getBoundingClientRect(): Rectangle;
  remove(): void;
}
interface PageDocument {
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Runs inside the page. */
const measure = (): Measured => {
  const { document } = globalThis as unknown as { document: PageDocument };
  const root = document.documentElement;
  const cells = [...document.querySelectorAll('td.cell')].map((cell) => {
    const { x, y, width, height } = cell.getBoundingClientRect();
    return {
      x,
      y,
      width,
      height,
      words: (cell.textContent ?? '').trim(),
      href: cell.querySelector('a')?.href ?? '',
    };
  });
  return { over: root.scrollWidth - root.clientWidth, cells };
};
const dropStyles = (): void => {
  const { document } = globalThis as unknown as { document: PageDocument };
  for (const sheet of [...document.querySelectorAll('style')]) sheet.remove();
};

function gridFindings(cells: readonly Box[], least: readonly [number, number]): readonly string[] {
  if (cells.length === 0) return [];
  const order = cells.map(({ words }) => words).join(' ');
  const gaps = cells.slice(1).map((cell, at) => {
    const before = cells[at];
    return before === undefined || Math.abs(before.y - cell.y) > 1 ? 4 : cell.x - before.x - before.width;
  });
  const small = cells.find(({ width, height }) => width < least[0] - 0.1 || height < least[1] - 0.1);
  return [
    ...(order === '0 1 2 3 4 5 6 7 8 9 10' ? [] : [`the grid reads ${order}`]),
    ...cells
      .filter(({ words, href }) => !href.endsWith(`/${words}`))
      .map(({ words, href }) => `${words} leads to ${href}`),
    ...(small === undefined
      ? []
      : [`cell ${small.words} is ${small.width.toFixed(0)} × ${small.height.toFixed(0)} px`]),
    ...(gaps.some((gap) => gap < 3.9) ? ['cells closer than 4 px'] : []),
  ];
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(options),
    AXE_OPTIONS,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

/** All looks at one mail. Loads nothing from anywhere. */
export async function lookAt(page: Page, html: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  await page.setContent(html, { waitUntil: 'domcontentloaded' });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      findings.push(
        ...(await axeFindings(page)).map((text) => ({
          rule: 29 as const,
          text: `${width} px, ${colorScheme}: ${text}`,
        })),
      );
    }
    const { over, cells } = await page.evaluate(measure);
    if (over > 0) findings.push({ rule: 36, text: `${width} px: ${over} px too wide` });
    findings.push(
      ...gridFindings(cells, [44, 44]).map((text) => ({ rule: 37 as const, text: `${width} px: ${text}` })),
    );
  }
  await page.evaluate(dropStyles);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const { over, cells } = await page.evaluate(measure);
    if (over > 0) findings.push({ rule: 38, text: `${width} px without styles: ${over} px too wide` });
    findings.push(
      ...gridFindings(cells, [40, 44]).map((text) => ({
        rule: 38 as const,
        text: `${width} px without styles: ${text}`,
      })),
    );
  }
  return findings;
}

export interface Looked {
  readonly structure: Structure;
  readonly findings: readonly Finding[];
}

/**
 * A page that may load nothing: a mail that needs the network would look broken, as it does with images
 * blocked.
 */
export async function blankPage(context: BrowserContext): Promise<Page> {
  await context.route('**/*', (route) => route.abort());
  return context.newPage();
}

/** Looks at every structure, two at a time. */
export async function lookAtAll(
  browser: Browser,
  structures: readonly Structure[],
  progress: (done: number) => void,
): Promise<readonly Looked[]> {
  const queue = [...structures];
  const looked: Looked[] = [];
  const worker = async (): Promise<void> => {
    const context = await browser.newContext();
    const page = await blankPage(context);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      looked.push({ structure: next, findings: await lookAt(page, next.html) });
      progress(looked.length);
    }
    await context.close();
  };
  await Promise.all([worker(), worker()]);
  return looked;
}
