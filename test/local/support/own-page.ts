/** What a person does on their own page: asks for a link, opens it, presses its button. */
import { expect } from 'vitest';
import { formsOf, wordsOf } from './forms.ts';
import { calm, type Mail, type Page, Runner } from './runner.ts';

export const OLD = 'ada.canary@example.org';
export const NOTE = 'the hill behind the mill';

export async function joined(site: string, email = OLD): Promise<Runner> {
  const runner = new Runner(site, email);
  await runner.join();
  return runner;
}
/** In the second week, with an answer and a note behind them. */
export async function inWeekTwo(site: string, email = OLD): Promise<Runner> {
  const runner = await joined(site, email);
  await runner.untilCheckIn();
  await runner.checkIn(calm(2, { note: NOTE }));
  return runner;
}
export const meOf = async (runner: Runner): Promise<Page> =>
  runner.open(runner.link(await runner.newest('start'), '/me'));
/** Presses the button that asks for `what`. */
export async function ask(runner: Runner, what: string, answers: Record<string, string> = {}): Promise<Page> {
  const me = await meOf(runner);
  const index = formsOf(me.html)
    .filter((f) => f.method === 'post')
    .findIndex((f) => f.fields.some((field) => field.name === 'what' && field.value === what));
  expect(index, what).toBeGreaterThan(-1);
  return runner.fill(me, answers, index);
}
export async function freshLink(
  runner: Runner,
  what: string,
  answers: Record<string, string> = {},
): Promise<string> {
  const page = await ask(runner, what, answers);
  expect(page.status).toBe(200);
  expect(wordsOf(page.html)).toMatch(/link is on its way/i);
  return runner.link(await runner.newest('fresh'), '/fresh');
}
export const press = async (runner: Runner, url: string, index = 0): Promise<Page> =>
  runner.fill(await runner.open(url), {}, index);
export const dead = async (runner: Runner, url: string): Promise<void> => {
  const [page, none] = [await runner.open(url), await runner.open('/fresh/none')];
  expect([page.status, page.html], url).toEqual([404, none.html]);
};
export const everyLinkOf = (mails: readonly Mail[], runner: Runner): readonly string[] =>
  mails
    .flatMap((mail) => runner.links(mail))
    .filter((url) => /\/(me|c|w|u|start|confirm|fresh)\//.test(new URL(url).pathname));
