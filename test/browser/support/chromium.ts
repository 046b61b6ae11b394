/**
 * A real Chromium: an installed Chrome, or the one inside the package. A machine without either fails with a
 * sentence.
 */
import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { HANGS_AFTER_MS } from '../../support/patience.ts';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const MISSING =
  'No browser could be started: the package @sparticuz/chromium works on Linux x64; elsewhere install Google Chrome.';

let started: Promise<Browser> | null = null;

/**
 * The one browser of this worker; it ends with the worker. Each file opens contexts of its own and closes
 * them.
 */
export function theBrowser(): Promise<Browser> {
  started ??= launch();
  return started;
}

async function launch(): Promise<Browser> {
  try {
    const installed = INSTALLED.find((file) => existsSync(file));
    const browser = await chromium.launch(
      installed === undefined
        ? {
            executablePath: await bundled.executablePath(),
            // With `--single-process` the browser dies with its first context.
            args: bundled.args.filter((arg) => arg !== '--single-process'),
            timeout: HANGS_AFTER_MS,
          }
        : { executablePath: installed, args: ['--no-sandbox'], timeout: HANGS_AFTER_MS },
    );
    return patient(browser);
  } catch (error) {
    throw new Error(`${MISSING} ${String(error)}`, { cause: error });
  }
}

/** Playwright gives up after thirty seconds of its own; a slow machine may take longer. */
function patient(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.setDefaultTimeout(HANGS_AFTER_MS);
    return context;
  };
  return browser;
}
