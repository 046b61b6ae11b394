/** A programme of two places as it is met: the last one taken, the next told kindly, and one free again. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
const reset = () => new Runner(run.url).control('reset', {});
beforeEach(async () => {
  // Read by the functions at their cold start, which a reset brings about.
  vi.stubEnv('MAX_PARTICIPANTS', '2');
  await reset();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await reset();
});
afterAll(() => run?.stop());

const FULL = 'The programme is full';
const JUST_NOW = 'The programme is full just now';
const saysFull = (page: Page, words = FULL): void => {
  expect(page.status).toBe(200);
  expect(wordsOf(page.html)).toContain(words);
  // Whom to ask stands on the same page.
  expect(page.html).toContain('mailto:operator@coach.example');
};
const called = (name: string) => new Runner(run.url, `${name}@example.org`);

describe('a programme with two places', () => {
  it('counts who confirmed and nobody else: strangers typed into the form take no place', async () => {
    for (const name of ['one', 'two', 'three']) await called(name).signUp();
    expect(wordsOf((await called('four').open('/signup')).html)).not.toContain(FULL);
    const four = called('four');
    await four.join();
    expect((await four.row()).status).toBe('active');
  });

  it('says so on the form and after the button, and takes in again when somebody leaves', async () => {
    const [ada, ben, eve] = [called('ada'), called('ben'), called('eve')];
    for (const one of [ada, ben, eve]) await one.signUp();
    await ada.intake(await ada.confirm());
    await ben.confirm();
    const form = await called('late').open('/signup');
    saysFull(form);
    expect(formsOf(form.html).filter(({ method }) => method === 'post')).toEqual([]);

    const told = await eve.confirm();
    saysFull(told, JUST_NOW);
    expect(wordsOf(told.html)).not.toMatch(/error|wrong/i);
    expect((await eve.row()).status).toBe('unconfirmed');
    expect((await eve.events('Confirmed')).length).toBe(0);
    // Who is in may press the button of the first mail again.
    expect(wordsOf((await ada.confirm()).html)).not.toContain(FULL);

    const out = await ada.open(ada.link(await ada.newest('start'), '/u/'));
    await ada.fill(out, {});
    expect((await ada.row()).status).toBe('left');
    expect(new URL((await eve.confirm()).url).pathname).toMatch(/^\/start\//);
    expect((await eve.row()).status).toBe('confirmed');
    saysFull(await called('late').open('/signup'));
  });

  it('answers a form that was open meanwhile the same for everybody, and mails nobody new', async () => {
    const late = called('late');
    const open = await late.open('/signup');
    const [ada, ben] = [called('ada'), called('ben')];
    await ada.join();
    await ben.signUp();
    await ben.confirm();
    // A second notice within ten minutes is one too many, whoever asks.
    await ada.clock({ advance: 'PT30M' });
    const filled = { firstName: 'Ada', country: 'GB', adult: 'yes', consentEmail: 'yes' };
    const answers: Page[] = [];
    for (const email of ['late@example.org', 'ada@example.org'])
      answers.push(await late.fill(open, { ...filled, email }));
    for (const answer of answers) saysFull(answer);
    expect(answers[0]?.html).toBe(answers[1]?.html);
    expect(await late.mails()).toEqual([]);
    // Who is in is told so by mail, as ever.
    expect(await ada.kinds()).toContain('already');
  });

  it('two who press at once do not both get the last place', async () => {
    await called('ada').join();
    const two = [called('ben'), called('eve')];
    for (const one of two) await one.signUp();
    await Promise.all(two.map((one) => one.confirm()));
    const seen = await Promise.all(two.map(async (one) => (await one.row()).status));
    expect(seen.sort()).toEqual(['confirmed', 'unconfirmed']);
  });
});
