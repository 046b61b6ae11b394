/**
 * `npx tsx tools/quality/mails/pictures.ts`: the pictures of README and style guide, taken by Chromium from
 * mails of a played persona and from the examples. Run it when the look of the mails changes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { EXAMPLES } from '../../../emails/examples.ts';
import { LIGHT, TYPE } from '../../../emails/layout/tokens.ts';
import { renderMail } from '../../../emails/render.ts';
import { readPersona } from '../../../simulate/personas/persona.ts';
import type { MailView } from '../../../views/mail/views.ts';
import { loadCurriculum } from '../../build/curriculum/curriculum.ts';
import { DRAWINGS_FOLDER } from '../../build/drawings.ts';
import { isMain, runMain } from '../../command.ts';
import { ROOT } from '../guards/tree.ts';
import { startChromium } from './chromium.ts';
import { decided, escaped, type Scheme } from './gallery-html.ts';
import { named, viewsOf } from './matrix.ts';

const FOLDER = path.join(ROOT, 'docs/pictures');
const PHONE = 360;

interface Screen {
  readonly html: string;
  readonly scheme: Scheme;
  readonly caption: string;
  /** What of the mail is shown: pixels from the top. */
  readonly from?: number;
}

/** Phones side by side. */
function sheet(screens: readonly Screen[], height: number): string {
  const phones = screens
    .map(
      ({ html, scheme, caption, from = 0 }) =>
        `<figure><figcaption>${escaped(caption)}</figcaption><div class="phone"><iframe style="margin-top:-${from}px;height:${height + from}px" srcdoc="${escaped(decided(html, scheme))}"></iframe></div></figure>`,
    )
    .join('');
  return `<!doctype html><html><head><style>
body{margin:0;padding:24px;background:${LIGHT.page};width:max-content;font:17px/24px ${TYPE.sans};color:${LIGHT.ink}}
main{display:flex;gap:28px}figure{margin:0}figcaption{padding:0 2px 12px;font-weight:bold}
.phone{width:${PHONE}px;height:${height}px;overflow:hidden;border-radius:22px;border:1px solid ${LIGHT.line};background:#fff}
iframe{border:0;width:${PHONE}px;display:block}</style></head><body><main>${phones}</main></body></html>`;
}

/** The file behind the address of a drawing, whatever its version. */
const drawn = (url: string): string =>
  path.join(ROOT, DRAWINGS_FOLDER, path.basename(url).replace(/\.[0-9a-f]{10}/, ''));

async function take(
  browser: Browser,
  file: string,
  screens: readonly Screen[],
  height: number,
): Promise<void> {
  const width = screens.length * (PHONE + 30) + (screens.length - 1) * 28;
  const page = await browser.newPage({ viewport: { width, height: height + 100 } });
  await page.route(/\/drawings\//, (route) => route.fulfill({ path: drawn(route.request().url()) }));
  await page.setContent(sheet(screens, height), { waitUntil: 'load' });
  const picture = await page.locator('body').screenshot();
  await page.close();
  writeFileSync(path.join(FOLDER, file), picture);
  process.stdout.write(`${file}: ${Math.round(picture.length / 1000)} KB\n`);
}

const htmlOf = (view: MailView): string => renderMail(view).html;
function exampleOf(kind: keyof typeof EXAMPLES, name: string): string {
  const found = EXAMPLES[kind].find((example) => example.name === name);
  if (found === undefined) throw new Error(`there is no example ${kind}/${name}`);
  return htmlOf(found.view);
}
const both = (html: string, caption: string, from = 0): readonly Screen[] =>
  (['light', 'dark'] as const).map((scheme) => ({ html, scheme, caption: `${caption}, ${scheme}`, from }));

/** The mails that matter most, as the issue of the mails names them. */
const FIVE = [
  ['plan', 'both-moved'],
  ['check-in', 'with-two-tests'],
  ['decision', 'eased-after-a-later-answer'],
  ['safety', 'doctor'],
  ['graduation', 'twelve-weeks'],
] as const;
const withoutStyles = ([kind, name]: (typeof FIVE)[number]): Screen => ({
  html: exampleOf(kind, name).replace(/<style[\s\S]*?<\/style>/g, ''),
  scheme: 'light',
  caption: `${kind}, no style sheet`,
});
function asText([kind, name]: (typeof FIVE)[number]): Screen {
  const found = EXAMPLES[kind].find((example) => example.name === name);
  const text = found === undefined ? '' : renderMail(found.view).text;
  const look = `margin:0;padding:16px;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/19px monospace;color:${LIGHT.ink}`;
  return {
    html: `<!doctype html><html><body style="margin:0"><pre style="${look}">${escaped(text)}</pre></body></html>`,
    scheme: 'light',
    caption: `${kind}, as text`,
  };
}

/** The loop as one runner lived it: the first plan, the question, the plan that followed from the answer. */
function loop(): readonly Screen[] {
  const persona = readPersona(path.join(ROOT, 'test/journeys/personas/calm.yaml'));
  const mails = viewsOf(persona, loadCurriculum()).map(({ view }) => named(view, 'Sam'));
  const first = mails.findIndex(({ body }) => body.kind === 'start');
  const changed = mails.findIndex(
    ({ body }, at) => at > first && body.kind === 'plan' && body.outcome === 'PROGRESS',
  );
  const asked = mails.slice(0, changed).findLastIndex(({ body }) => body.kind === 'check-in');
  const captions = ['1. The first plan', '2. One question a week', '3. The plan that follows'];
  return [first, asked, changed].map((at, index) => {
    const view = mails[at];
    if (view === undefined) throw new Error('the persona of the picture does not get these mails');
    return { html: htmlOf(view), scheme: 'light', caption: captions[index] ?? '' };
  });
}

export async function pictures(): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await startChromium();
  try {
    await take(browser, 'loop.png', loop(), 720);
    await take(browser, 'plan.png', both(exampleOf('plan', 'both-moved'), 'Plan'), 760);
    await take(browser, 'check-in.png', both(exampleOf('check-in', 'with-two-tests'), 'Check-in'), 700);
    await take(
      browser,
      'decision.png',
      both(exampleOf('decision', 'eased-after-a-later-answer'), 'Changed plan'),
      760,
    );
    await take(browser, 'safety.png', both(exampleOf('safety', 'doctor'), 'Safety'), 760);
    await take(browser, 'graduation.png', both(exampleOf('graduation', 'twelve-weeks'), 'Graduation'), 760);
    await take(browser, 'without-styles.png', FIVE.map(withoutStyles), 760);
    await take(browser, 'text.png', FIVE.map(asText), 760);
  } finally {
    await browser.close();
  }
  return 0;
}

if (isMain(import.meta)) await runMain(pictures);
