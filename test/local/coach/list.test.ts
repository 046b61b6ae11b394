/** The worklist of a local run, as an operator reads it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { operator, operatorJson } from '../support/coach.ts';
import { Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

interface Page {
  readonly people: readonly {
    readonly id: string;
    readonly need: string;
    readonly safetyMail: string | null;
  }[];
  readonly next: string | null;
}
const swollen = { 1: { consentHealth: 'yes', redFlags: 'swelling', conditions: 'none' } };
/** Stops at the intake, SES being as told by then; gives the id. */
async function stopped(email: string, ses = 'ok'): Promise<string> {
  const runner = new Runner(run.url, email);
  await runner.signUp();
  const page = await runner.confirm();
  await runner.control('ses', { mode: ses });
  await runner.intake(page, swollen);
  const { id } = await runner.row();
  await runner.control('ses', { mode: 'ok' });
  return id;
}

describe('npm run coach -- list', () => {
  it('says so when nobody needs a look', async () => {
    expect(await operator(run, 'list')).toEqual({ code: 0, text: 'Nobody needs a look.\nPlaces taken: 0\n' });
  });

  it('shows who stopped and whether the safety mail arrived, and nobody by name or address', async () => {
    const first = await stopped('first@example.org');
    const { text } = await operator(run, 'list');
    expect(text).toContain(first);
    expect(text).toContain('stopped for safety');
    expect(text).toMatch(/arrived$/m);
    expect(text).not.toMatch(/@|Ada|swell/i);
    expect(await operatorJson<Page>(run, 'list')).toMatchObject({
      people: [{ id: first, need: 'stopped', safetyMail: 'arrived' }],
      next: null,
    });
  });

  it('puts first whom the safety mail has not reached', async () => {
    const second = await stopped('second@example.org', 'ambiguous-lost');
    await stopped('third@example.org');
    const { people } = await operatorJson<Page>(run, 'list');
    expect(people[0]).toMatchObject({ id: second, safetyMail: 'undelivered' });
    expect(people).toHaveLength(3);
  });

  it('goes page by page, and every person is on one of them', async () => {
    const seen: string[] = [];
    let after: readonly string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const page = await operatorJson<Page>(run, 'list', '--limit', '1', ...after);
      seen.push(...page.people.map(({ id }) => id));
      if (page.next === null) break;
      after = ['--after', page.next];
    }
    expect(new Set(seen).size).toBe(3);
  });

  it('rings no alarm of anybody: the clock finds its next one', async () => {
    const runner = new Runner(run.url);
    const before = await runner.clock({ next: true });
    expect((await runner.clock({ next: true })).now >= before.now).toBe(true);
    expect(await run.world.nextAlarm()).not.toBeNull();
  });

  it.each([
    [['list', '--limit', '0'], '--limit must be a whole number from 1 to 500; it is "0".'],
    [['list', '--limit', 'many'], 'it is "many"'],
    [['list', '--after', 'here'], '--after "here" is no place of a list'],
    [['list', 'ADA'], 'It is npm run coach -- list, and nothing behind it.'],
    [['lust'], 'There is no "lust": npm run coach -- VERB, one of\n  list '],
    [[], 'Say what to do: npm run coach -- VERB, one of'],
    [['doctor', '--limit', '3'], '"doctor" takes no --limit.'],
    [['doctor'], 'Say which stage: npm run coach -- doctor --stage prod.'],
    [['list', '--stage', 'nowhere'], 'Stage "nowhere" has no operatorName'],
  ])('%j is refused with what to do', async (args, sentence) => {
    const { code, text } = await operator(run, ...args);
    expect([code, text]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('says what to do when no run answers', async () => {
    const { code, text } = await operator({ ...run, url: 'http://127.0.0.1:9' }, 'list');
    expect([code, text]).toEqual([1, expect.stringContaining('start one with npm start')]);
  });
});
