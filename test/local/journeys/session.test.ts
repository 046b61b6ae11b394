/**
 * A session over HTTP: opened, logged, moved, forwarded, forged; what a six and a seven do
 * (docs/clinical-rules.md §12 A25).
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { dead, joined, meOf } from '../support/own-page.ts';
import { calm, type Page, type Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => run.world.exclusively(() => run.world.reset()));
afterAll(() => run?.stop());

const sessionLink = async (runner: Runner): Promise<string> => {
  const found = linksOf((await meOf(runner)).html).find((href) => href.includes('/x/'));
  if (found === undefined) throw new Error('the own page leads to a session');
  return new URL(found, runner.site).href.replace(/\/[rsft]\d+$/, '');
};
const open = async (runner: Runner, id = ''): Promise<Page> =>
  runner.open(`${await sessionLink(runner)}${id === '' ? '' : `/${id}`}`);
const log = async (runner: Runner, id: string, answers: Record<string, string>): Promise<Page> =>
  runner.fill(await open(runner, id), answers);
const notNamed = (page: Page): readonly string[] =>
  [...page.html.matchAll(/<input type="checkbox"><span>/g)].map(String);

describe('a session', () => {
  it('is shown whole and stores nothing by being opened', async () => {
    const runner = await joined(run.url);
    const before = (await runner.detail()).rev;
    const page = await open(runner);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(notNamed(await open(runner, 's1')).length).toBeGreaterThan(3);
    expect(page.html).not.toContain('<script');
    expect((await runner.detail()).rev).toBe(before);
  });
  it('is saved once, said, replaced by a later entry, and moves no revision', async () => {
    const runner = await joined(run.url);
    const before = (await runner.detail()).rev;
    const saved = await log(runner, 's1', { result: 'done', pain: '2' });
    expect([saved.status, new URL(saved.url).pathname.endsWith('/s1')]).toEqual([200, true]);
    expect(wordsOf(saved.html)).toContain('Did it, pain 2.');
    const again = await log(runner, 's1', { result: 'part', pain: '4' });
    expect(wordsOf(again.html)).toMatch(/Did part, pain 4\..*Before that it said: Did it, pain 2\./s);
    expect((await runner.detail()).rev).toBe(before);
  });
  it.each([
    ['nothing chosen', {}, /did a part or skipped/],
    ['seven hundred minutes', { result: 'done', runMinutes: '700' }, /from 0 to 600/],
    ['a pain of eleven', { result: 'done', pain: '11' }, /from 0 to 10/],
    ['a foreign field', { result: 'done', level: '7' }, /field/],
  ])('says what is wrong with %s, keeps the rest and stores nothing', async (_name, answers, sentence) => {
    const runner = await joined(run.url);
    const url = `${await sessionLink(runner)}/r1`;
    const page = await runner.open(url, {
      method: 'POST',
      body: new URLSearchParams(answers as Record<string, string>),
    });
    expect([page.status, sentence.test(wordsOf(page.html))]).toEqual([422, true]);
    expect(wordsOf((await runner.open(url)).html)).not.toContain('Saved');
  });
  it('of no such name, and behind a forged link, is nobody’s', async () => {
    const runner = await joined(run.url);
    expect((await open(runner, 's9')).status).toBe(404);
    expect((await open(runner, 'x1')).status).toBe(404);
    await dead(runner, `${(await sessionLink(runner)).slice(0, -4)}AAAA`);
  });
  it('fills the check-in in; a lower figure gives way and is told so; the average stays open', async () => {
    const runner = await joined(run.url);
    await log(runner, 's1', { result: 'done', pain: '4' });
    await log(runner, 's2', { result: 'part', pain: '1', before: 'sore' });
    await runner.untilCheckIn();
    const page = await runner.open((await runner.checkInPage()).url.replace(/\/\d+$/, ''));
    const words = wordsOf(page.html);
    for (const said of [
      'Your week, as you logged it',
      'From your log: 1 of',
      'From your log: 4.',
      'This was not me',
    ])
      expect(words).toContain(said);
    const chosen = [...page.html.matchAll(/<input[^>]*name="(\w+)"[^>]*checked[^>]*>/g)].map((m) => m[1]);
    expect(chosen).toEqual(['painWorst']);
    expect(page.html).toMatch(/<option value="worse24" selected>/);
    const done = await runner.fill(page, { ...calm(1), painWorst: '1', nextDay: 'settled' });
    expect(wordsOf(done.html)).toContain('Worst pain: 4 of 10');
    expect(wordsOf(done.html)).toContain('Your log has 4 as the worst pain, so that counts.');
    expect(wordsOf(done.html)).toContain('Your log has a sore morning after a session, so that counts.');
  });
  it('of a week that is over is shown closed, with the way to this one, and takes nothing', async () => {
    const runner = await joined(run.url);
    const old = `${await sessionLink(runner)}/s1`;
    await log(runner, 's1', { result: 'done', pain: '1' });
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    const page = await runner.open(old, {
      method: 'POST',
      body: new URLSearchParams({ result: 'done', pain: '9' }),
    });
    expect([page.status, /Week 1 is closed/.test(page.html)]).toEqual([200, true]);
    expect(wordsOf(page.html)).toContain('Did it, pain 1.');
    expect(linksOf(page.html).some((href) => href.includes('/x/'))).toBe(true);
    expect((await runner.row()).status).toBe('active');
  });
  it('moves within the rules, and says why it does not', async () => {
    const runner = await joined(run.url);
    const url = `${await sessionLink(runner)}/t1`;
    const page = await runner.open(url);
    const days = [...page.html.matchAll(/<option value="(\d{4}-\d\d-\d\d)">/g)].map((m) => m[1] ?? '');
    expect(days.length).toBeGreaterThan(0);
    const moved = await runner.open(url, {
      method: 'POST',
      body: new URLSearchParams({ moveTo: days[0] ?? '' }),
    });
    expect(moved.status).toBe(200);
    const refused = await runner.open(url, {
      method: 'POST',
      body: new URLSearchParams({ moveTo: '2027-01-01' }),
    });
    expect([refused.status, wordsOf(refused.html).includes('That day is not in this week.')]).toEqual([
      422,
      true,
    ]);
  });
});

describe('pain in a session', () => {
  it('six: stop for today, no command, the strip shows rest', async () => {
    const runner = await joined(run.url);
    const before = (await runner.detail()).rev;
    const page = await log(runner, 's1', { result: 'part', pain: '6' });
    expect(page.status).toBe(200);
    expect(wordsOf(page.html)).toMatch(/Stop for today.*48 hours/s);
    expect((await runner.detail()).rev).toBe(before);
    expect(wordsOf((await open(runner, 's1')).html)).toMatch(/calf rests until/);
  });
  it('seven: the safety text at once, the mail, and no exercise after it', async () => {
    const runner = await joined(run.url);
    const page = await log(runner, 's1', { result: 'part', pain: '7' });
    expect([page.status, /doctor/i.test(wordsOf(page.html))]).toEqual([200, true]);
    expect((await runner.row()).status).toBe('stopped');
    expect((await runner.kinds()).at(-1)).toBe('safety');
    expect(await runner.open((await meOf(runner)).url).then((me) => me.html.includes('/x/'))).toBe(false);
  });
});

it('words that nobody could read hold the sessions back until the list is answered; a seven still stops', async () => {
  const runner = await joined(run.url);
  await runner.untilCheckIn();
  await runner.checkIn({ ...calm(2), note: 'my calf sings like an old violin' });
  expect((await runner.kinds()).at(-1)).toBe('question');
  const own = linksOf((await meOf(runner)).html);
  expect(own.filter((href) => href.includes('/x/'))).toEqual([]);
  const list = await runner.open(own.find((href) => /\/c\/[^/]+\/done$/.test(href)) ?? '');
  expect([list.status, wordsOf(list.html).includes('One list first')]).toEqual([200, true]);
  await runner.fill(list, { redFlags: 'none' });
  expect((await runner.kinds()).at(-1)).toBe('plan');
  const session = await sessionLink(runner);
  expect(notNamed(await open(runner, 's1')).length).toBeGreaterThan(3);

  // A later answer to the same question, with words beside it: the session that was open closes again.
  await runner.checkIn({ ...calm(1), note: 'my calf ticks like a clock' });
  const held = await runner.open(`${session}/s1`);
  expect([held.status, notNamed(held).length, wordsOf(held.html).includes('One list first')]).toEqual([
    200,
    0,
    true,
  ]);
  await runner.open(`${session}/s1`, {
    method: 'POST',
    body: new URLSearchParams({ result: 'part', pain: '7' }),
  });
  expect((await runner.row()).status).toBe('stopped');
});

it('a lesson is public and whole', async () => {
  const page = await (await joined(run.url)).open('/l/LES-01');
  expect([page.status, wordsOf(page.html).includes('What your calf does')]).toEqual([200, true]);
  expect((await fetch(new URL('/l/LES-99', run.url))).status).toBe(404);
});
