/**
 * The sheet for a physiotherapist over HTTP: found on the own page and in the safety mail, and it holds what
 * it says and nothing that names.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { dead, inWeekTwo, meOf, NOTE, OLD } from '../support/own-page.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const sheetLink = async (runner: Runner): Promise<string> => {
  const found = linksOf((await meOf(runner)).html).find((href) => href.endsWith('/summary'));
  expect(found).toBeDefined();
  return new URL(found ?? '', run.url).href;
};

describe('the summary', () => {
  it('is one link from the own page: level, stage, answers by week; private, without name, address or note', async () => {
    const runner = await inWeekTwo(run.url);
    await runner.untilCheckIn();
    await runner.checkIn(calm(3, { painWorst: '4', longestRunMinutes: '12' }));
    const { rev, level, stage } = await runner.detail();
    const page = await runner.open(await sheetLink(runner));
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const words = wordsOf(page.html);
    for (const said of [
      'Summary for a physiotherapist',
      'no diagnosis was made',
      `Strength: Level ${level?.slice(2)}`,
      `stage ${stage}`,
      'Nothing was stopped',
    ])
      expect(words).toContain(said);
    expect(words).toMatch(
      /Worst 3, settled, 4\/\d sessions, no run.*Worst 4, settled, 4\/\d sessions, run 12 min/,
    );
    for (const secret of [OLD, 'Ada', NOTE]) expect(page.html).not.toContain(secret);
    expect((await runner.detail()).rev).toBe(rev);
  });

  it('after a stop stands in the safety mail, with the answer that stopped it; in an emergency it does not', async () => {
    const runner = await inWeekTwo(run.url);
    await runner.untilCheckIn();
    await runner.checkIn({ painAverage: '3', redFlags: 'wakes', note: NOTE });
    const mail = await runner.newest('safety');
    const url = runner.link(mail, '/me/', '/summary');
    expect(mail.text.split('\n')).toContain(url);
    const words = wordsOf((await runner.open(url)).html);
    expect(words).toMatch(/All calf exercises and running stopped\. Answer: .*night/);
    expect(words).toContain('stopped until the leg has been seen');
    expect(words).not.toContain(NOTE);

    const other = await inWeekTwo(run.url, 'bo@example.org');
    await other.untilCheckIn();
    await other.checkIn({ painAverage: '3', redFlags: 'chest' });
    expect(linksOf((await other.newest('safety')).html).filter((href) => href.endsWith('/summary'))).toEqual(
      [],
    );
  });

  it('dies with the links: new ones, leaving, a changed letter', async () => {
    const runner = await inWeekTwo(run.url);
    const url = await sheetLink(runner);
    await dead(runner, url.replace('/me/A', '/me/B'));
    await dead(runner, url.replace('/me/', '/c/'));
    await runner.act(await meOf(runner), 'newLinks');
    await dead(runner, url);
    await runner.open(runner.link(await runner.newest('plan'), '/u/'), {
      method: 'POST',
      body: new URLSearchParams(),
    });
    await dead(runner, runner.link(await runner.newest('fresh'), '/me/').concat('/summary'));
  });
});

describe('inside', () => {
  it('nothing failed', () => expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]));
});
