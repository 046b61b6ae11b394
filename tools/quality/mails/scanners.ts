/**
 * Group F on the running system: what link scanners, mail programs and browsers without scripts do with the
 * links of real mails.
 */
import type { Browser } from 'playwright-core';
import { hrefs } from './mail.ts';
import type { RuleName } from './rules/rule.ts';
import { fill, linkTo, type Site } from './site.ts';

export const SITE_RULES = [
  { id: 49, group: 'F', title: 'GET, HEAD, OPTIONS and prefetch of any link change nothing', level: 'fail' },
  {
    id: 50,
    group: 'F',
    title: 'one-click leaving: any body, no redirect, no cookie, and it really leaves',
    level: 'fail',
  },
  {
    id: 51,
    group: 'F',
    title: 'a scanner that opens every link and presses every button moves nobody up',
    level: 'fail',
  },
  { id: 52, group: 'F', title: 'answers work without scripts and stay changeable', level: 'fail' },
  {
    id: 53,
    group: 'F',
    title: 'pages: no-store, no-referrer, noindex, own policy, no third party',
    level: 'fail',
  },
] as const satisfies readonly RuleName[];
export type SiteRule = (typeof SITE_RULES)[number]['id'];
export interface Checked {
  readonly checked: number;
  readonly findings: readonly string[];
}

const GOOD = {
  painAverage: '1',
  painWorst: '2',
  nextDay: 'settled',
  sessionsDone: '4',
  longestRunMinutes: '0',
  painkillers: 'no',
  redFlags: 'none',
  gateStrength: 'yes',
} as const;

/** Every link of every mail, once. */
export async function linksOf(site: Site): Promise<readonly string[]> {
  return [...new Set((await site.mails()).flatMap(({ html }) => hrefs(html)))];
}
const secret = (url: string): boolean => new URL(url).pathname.split('/').length > 2;

const LOOKS: readonly RequestInit[] = [
  { method: 'GET' },
  { method: 'HEAD' },
  { method: 'OPTIONS' },
  { method: 'GET', headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } },
];
/** All links in all ways, ten at once. */
export async function looking(site: Site): Promise<Checked> {
  const before = await site.known();
  const links = await linksOf(site);
  const asked = links.flatMap((url) => LOOKS.map((init) => [url, init] as const));
  for (let at = 0; at < asked.length; at += 10)
    await Promise.all(asked.slice(at, at + 10).map(([url, init]) => site.open(url, init)));
  return {
    checked: asked.length,
    findings: (await site.known()) === before ? [] : ['something was written'],
  };
}

export async function pageHeaders(site: Site): Promise<Checked> {
  const links = (await linksOf(site)).filter(secret);
  const findings: string[] = [];
  for (const url of links) {
    const { status, headers, body } = await site.open(url);
    const at = new URL(url).pathname.replace(/\/[\w-]{20,}/, '/…');
    const policy = headers.get('content-security-policy') ?? '';
    const foreign = [...body.matchAll(/\b(?:src|srcset)="([^"]*)"|<link\b[^>]*href="([^"]*)"/g)].find((m) =>
      /^(?:https?:)?\/\//.test(m[1] ?? m[2] ?? ''),
    );
    if (status !== 200 && status !== 404) findings.push(`${at}: status ${status}`);
    if (!/no-store/.test(headers.get('cache-control') ?? '')) findings.push(`${at}: may be kept`);
    if (headers.get('referrer-policy') !== 'no-referrer') findings.push(`${at}: tells the next site`);
    if (!/noindex/.test(headers.get('x-robots-tag') ?? '')) findings.push(`${at}: may be indexed`);
    if (!/default-src '(?:self|none)'/.test(policy) || /unsafe|\*/.test(policy))
      findings.push(`${at}: policy ${policy}`);
    if (headers.get('set-cookie') !== null) findings.push(`${at}: sets a cookie`);
    if (foreign !== undefined) findings.push(`${at}: loads ${foreign[1] ?? foreign[2]}`);
  }
  return { checked: links.length, findings };
}

/** Saves an answer, changes it, and looks whether the link is still alive. */
export async function answering(site: Site): Promise<Checked> {
  // A scanner has just pressed everything: within a minute of that the page asks to save once more
  // (docs/architecture.md §9).
  await site.advance('PT2M');
  const url = await linkTo(site, 'c');
  const findings: string[] = [];
  for (const painAverage of ['3', '2']) {
    const saved = await fill(site, url, { ...GOOD, painAverage });
    if (saved.status !== 303) findings.push(`saving ${painAverage} answers ${saved.status}`);
  }
  const again = await site.open(url);
  if (again.status !== 200) findings.push(`the link is used up: ${again.status}`);
  if (/<script\b/i.test(again.body)) findings.push('the page has a script');
  return { checked: 3, findings };
}

/** Opens every link in a browser with scripts on, then presses every button of every check-in page. */
export async function scanning(site: Site, browser: Browser): Promise<Checked> {
  const findings: string[] = [];
  const links = (await linksOf(site)).filter(secret);
  const before = await site.known();
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const url of links) await page.goto(url, { waitUntil: 'networkidle' });
  if ((await site.known()) !== before) findings.push('opening the links wrote something');
  const stood = await site.stands();
  const buttons = links.filter((url) => /\/c\/[^/]+\/\d+$/.test(url));
  for (const url of buttons) {
    await page.goto(url);
    const button = page.locator('main form button').first();
    if ((await button.count()) > 0) await button.click();
  }
  await context.close();
  const stands = await site.stands();
  if (String(stands) > String(stood))
    findings.push(`pressing everything moved ${stood.join(' ')} to ${stands.join(' ')}`);
  return { checked: links.length + buttons.length, findings };
}

const LEAVING: readonly RequestInit[] = [
  { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) },
  { body: formData() },
  {},
];
function formData(): FormData {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}
/** Last of all: the participant leaves, three times over, and somebody with a forged link tries to. */
export async function leaving(site: Site): Promise<Checked> {
  const url = await linkTo(site, 'u');
  const findings: string[] = [];
  const forged = await site.open(url.replace(/.{6}$/, 'AAAAAA'), { method: 'POST' });
  if (forged.status !== 404) findings.push(`a forged link answers ${forged.status}`);
  if ((await site.stands())[0] === 'left') findings.push('a forged link works');
  for (const init of LEAVING) {
    const { status, headers } = await site.open(url, { method: 'POST', ...init });
    if (status !== 200 || headers.get('location') !== null || headers.get('set-cookie') !== null)
      findings.push(`leaving answers ${status}`);
    if ((await site.stands())[0] !== 'left') findings.push('it answered and did nothing');
  }
  return { checked: 1 + LEAVING.length, findings };
}
