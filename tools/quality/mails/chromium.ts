/** A real Chromium: one that is installed, or the one inside the package. */
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

/**
 * Throws one sentence when there is none to start. Without `--single-process`, which dies with its first
 * context.
 */
export async function startChromium(): Promise<Browser> {
  try {
    const installed = INSTALLED.find((file) => existsSync(file));
    if (installed !== undefined)
      return await chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
    const executablePath = await bundled.executablePath();
    return await chromium.launch({
      executablePath,
      args: bundled.args.filter((arg) => arg !== '--single-process'),
    });
  } catch (fault) {
    throw new Error(
      `No browser could be started: @sparticuz/chromium works on Linux x64; elsewhere install Google Chrome. ${String(fault)}`,
    );
  }
}
