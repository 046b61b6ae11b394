/** What somebody wrote into a check-in is not shown back to whoever holds one of its links. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';

const NOTE = 'quiet kitchen with the blue chair';
let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

test('no link of the mail it answered shows the note, before or after the next plan', async () => {
  const ada = new Runner(run.url);
  await ada.join();
  const mail = await ada.untilCheckIn();
  const done = await ada.checkIn(calm(1, { note: NOTE }));
  const [told] = await ada.events('CheckedIn');
  expect(JSON.stringify(told)).toContain(NOTE);
  const opened = async (): Promise<readonly string[]> => {
    const pages = await Promise.all([done.url, ...ada.links(mail)].map((url) => ada.open(url)));
    return pages.filter(({ html }) => html.includes(NOTE)).map(({ url }) => url);
  };
  expect(await opened()).toEqual([]);
  await ada.clock({ advance: 'P1D' });
  expect(await opened()).toEqual([]);
  // Whoever opens the form again and sends it keeps the note that was told.
  await ada.fill(await ada.open(ada.link(mail, '/c/')), calm(2, { painWorst: '3' }));
  expect(JSON.stringify((await ada.events('CheckedIn')).at(-1))).toContain('"painAverage":2');
});
