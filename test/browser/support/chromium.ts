/**
 * A real Chromium: an installed Chrome, or the one inside the package. A machine without either fails with a
 * sentence.
 */
import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const MISSING =
  'No browser could be started: the package @sparticuz/chromium works on Linux x64; elsewhere install Google Chrome.';

export async function launchChromium(): Promise<Browser> {
  try {
    const installed = INSTALLED.find((file) => existsSync(file));
    if (installed !== undefined)
      return await chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
    // With `--single-process` the browser dies with its first context.
    const args = bundled.args.filter((arg) => arg !== '--single-process');
    return await chromium.launch({ executablePath: await bundled.executablePath(), args });
  } catch (error) {
    throw new Error(`${MISSING} ${String(error)}`, { cause: error });
  }
}
