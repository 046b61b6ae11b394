/**
 * A scanner without a browser: every link at once, ten ratings in a second, forms filled to please. Nobody
 * moves up, and the person's own answer counts.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { type Answers, calm, type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

async function asked(): Promise<Runner> {
  const ada = new Runner(run.url);
  await ada.join();
  await ada.untilCheckIn();
  return ada;
}
/** The check-in as it stands in the mail, before anybody answered. */
const formOf = (ada: Runner): Promise<Page> => ada.checkInPage();
/** All at once, as a scanner does; a 503 asks to send again, which it does once. */
async function press(ada: Runner, page: Page, answers: readonly Answers[]): Promise<readonly Page[]> {
  const pages = await Promise.all(answers.map((one) => ada.fill(page, one)));
  return Promise.all(
    pages.map((answer, n) => (answer.status === 503 ? ada.fill(page, answers[n] ?? {}) : answer)),
  );
}
const tens = (more: (n: number) => Answers): readonly Answers[] =>
  Array.from({ length: 10 }, (_, n) => more(n));
const UP = ['LV2', 'LV3'];

describe('ten ratings in a second', () => {
  it.each([
    [
      'bare numbers, none of them a stop',
      (n: number) => ({ painAverage: String(n % 5), sessionsDone: String(n) }),
    ],
    ['perfect weeks', (n: number) => calm(0, { sessionsDone: String(4 + n) })],
    [
      'half of them perfect',
      (n: number) =>
        n % 2 === 0 ? calm(1, { sessionsDone: String(4 + n) }) : { painAverage: String(n % 5) },
    ],
  ])('%s: flagged, nothing moves up, few mails, and the calm answer later counts', async (_name, answers) => {
    const ada = await asked();
    const before = (await ada.mails()).length;
    const page = await formOf(ada);
    const pages = await press(ada, page, tens(answers));
    expect(pages.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(pages.some(({ html }) => wordsOf(html).includes('save your answer once more'))).toBe(true);

    expect(await ada.events('AnswersDoubted')).not.toEqual([]);
    expect(run.world.logs.some((line) => line.message === 'burst')).toBe(true);
    expect(await ada.row()).toMatchObject({ status: 'active', level: 'LV1', stage: 'R0' });
    // One plan at most and one mail that takes it back.
    expect((await ada.mails()).length - before).toBeLessThanOrEqual(2);

    await ada.clock({ advance: 'PT2M' });
    const done = await ada.fill(await formOf(ada), calm(2));
    expect(new URL(done.url).pathname).toMatch(/\/done$/);
    expect(await ada.row()).toMatchObject({ status: 'active', level: 'LV2', week: 2 });
  });

  it('the link is alive after it, shows nothing as answered, and the page after Save is not a dead end', async () => {
    const ada = await asked();
    const page = await formOf(ada);
    await press(
      ada,
      page,
      tens((n) => ({ painAverage: String(n % 5), sessionsDone: String(n) })),
    );
    const again = await formOf(ada);
    expect([again.status, again.html.includes('name="painWorst" value="3" checked')]).toEqual([200, false]);
    const done = await ada.open(`${new URL(again.url).pathname.replace(/\/\d+$/, '')}/done`);
    expect([done.status, formsOf(done.html)[0]?.fields.some((f) => f.name === 'painAverage')]).toEqual([
      200,
      true,
    ]);
  });

  it('a stop among them stands, and no later burst or answer of that link ends it', async () => {
    const ada = await asked();
    const page = await formOf(ada);
    await press(
      ada,
      page,
      tens((n) => ({ painAverage: String(n) })),
    );
    // Those that came as 503 are sent again by whoever really means it.
    await ada.fill(page, { painAverage: '8' });
    expect((await ada.row()).status).toBe('stopped');
    await press(
      ada,
      page,
      tens((n) => calm(0, { sessionsDone: String(4 + n) })),
    );
    await ada.clock({ advance: 'PT5M' });
    await ada.fill(page, calm(0));
    expect((await ada.row()).status).toBe('stopped');
    expect((await ada.kinds()).filter((kind) => kind === 'safety')).toHaveLength(1);
  });

  it('canary: one perfect answer alone moves up, so the flag is what holds', async () => {
    const ada = await asked();
    await ada.fill(await formOf(ada), calm(0));
    expect(UP).toContain((await ada.row()).level);
  });

  it('a slow scanner of bare numbers, one a minute and a half, moves nobody up either', async () => {
    const ada = await asked();
    const page = await formOf(ada);
    for (let n = 0; n < 7; n += 1) {
      await ada.fill(page, { painAverage: String(n) });
      await ada.clock({ advance: 'PT90S' });
    }
    // Its five and six ease, as an easing from anybody does.
    expect(await ada.row()).toMatchObject({ status: 'active', level: 'LV0', stage: 'R0' });
  });
});

describe('an impatient person', () => {
  it('who presses Save six times has answered once', async () => {
    const ada = await asked();
    const page = await formOf(ada);
    await press(ada, page, Array(6).fill(calm(2)));
    expect(await ada.events('CheckedIn')).toHaveLength(1);
    expect(await ada.events('AnswersDoubted')).toEqual([]);
    expect(await ada.row()).toMatchObject({ level: 'LV2', week: 2 });
  });

  it('who taps a number, adds the rest and corrects it twice within the minute is heard', async () => {
    const ada = await asked();
    const page = await formOf(ada);
    await ada.fill(page, { painAverage: '2' });
    await ada.fill(page, calm(3));
    await ada.fill(page, calm(2));
    const fourth = await ada.fill(page, calm(1));
    expect(wordsOf(fourth.html)).toMatch(/answered three times/i);
    expect(await ada.row()).toMatchObject({ level: 'LV2', week: 2 });
  });
});

describe('every link of every mail at once', () => {
  it('ten times in parallel, and ten ratings beside it: no progress', async () => {
    const ada = await asked();
    const links = (await ada.mails()).flatMap((mail) => ada.links(mail));
    const page = await formOf(ada);
    const looks = Array.from({ length: 10 }, () =>
      links.map((url) => fetch(url, { redirect: 'manual' })),
    ).flat();
    const [, pages] = await Promise.all([
      Promise.all(looks),
      press(
        ada,
        page,
        tens((n) => calm(0, { sessionsDone: String(4 + n) })),
      ),
    ]);
    expect(pages).toHaveLength(10);
    expect(await ada.row()).toMatchObject({ status: 'active', level: 'LV1', stage: 'R0' });
  });
});
