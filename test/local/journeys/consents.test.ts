/**
 * Consents on the person's page over HTTP: research given and taken back, health taken back with what follows
 * from it (GDPR art. 7).
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentReceipt } from '../../../functions/shell/web/consent.ts';
import type { LocalRun } from '../../../local/run.ts';
import { CONSENTS } from '../../../web/consents.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { dead, everyLinkOf, freshLink, inWeekTwo, meOf, NOTE, OLD, press } from '../support/own-page.ts';
import { type Page, Runner, startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

interface Consents {
  readonly email: { readonly version: string };
  readonly health: { readonly version: string } | null;
  readonly research?: { readonly at: string; readonly version: string } | null;
}
const consentsOf = async (runner: Runner): Promise<Consents> =>
  (await runner.detail()).state['consents'] as Consents;
/** The form of the page that a hidden or visible field of this name is in. */
const fillWith = (
  runner: Runner,
  page: Page,
  field: string,
  answers: Record<string, string>,
): Promise<Page> => {
  const index = formsOf(page.html)
    .filter((f) => f.method === 'post')
    .findIndex((f) => f.fields.some((x) => x.name === field));
  expect(index, field).toBeGreaterThan(-1);
  return runner.fill(page, answers, index);
};
const withdraw = async (runner: Runner, answers: Record<string, string> = { sure: 'yes' }): Promise<Page> =>
  fillWith(runner, await meOf(runner), 'consentHealth', answers);

describe('the consent to research', () => {
  it('is given by a tick and taken back by a button, each with the receipt of its words and its time; twice is once', async () => {
    const runner = await inWeekTwo(run.url);
    const version = consentReceipt(CONSENTS.research);
    expect((await consentsOf(runner)).research ?? null).toBeNull();
    const page = await meOf(runner);
    expect(wordsOf(page.html)).toContain(CONSENTS.research.label);
    const without = await fillWith(runner, page, 'consentResearch', {});
    expect([without.status, (await consentsOf(runner)).research ?? null]).toEqual([422, null]);
    await runner.clock({ advance: 'PT7M' });
    const given = await fillWith(runner, page, 'consentResearch', { consentResearch: 'yes' });
    const { now } = await runner.control<{ now: string }>('clock');
    expect([given.status, await consentsOf(runner)]).toMatchObject([200, { research: { version } }]);
    expect(wordsOf(given.html)).toContain('Take back: research');
    const { rev } = await runner.detail();
    await fillWith(runner, page, 'consentResearch', { consentResearch: 'yes' });
    expect((await runner.detail()).rev).toBe(rev);
    const taken = await fillWith(runner, given, 'consentResearch', {});
    expect([taken.status, (await consentsOf(runner)).research]).toEqual([200, null]);
    await fillWith(runner, given, 'consentResearch', {});
    const changes = await runner.events('ConsentChanged');
    expect(changes).toMatchObject([
      { what: 'research', given: true, version },
      { what: 'research', given: false, version },
    ]);
    for (const change of changes) expect(String(change['at']).slice(0, 13)).toBe(now.slice(0, 13));
    expect((await runner.row()).status).toBe('active');
  });

  it('stands in the history and in the copy of the data', async () => {
    const runner = await inWeekTwo(run.url);
    await fillWith(runner, await meOf(runner), 'consentResearch', { consentResearch: 'yes' });
    const version = consentReceipt(CONSENTS.research);
    expect(wordsOf((await press(runner, await freshLink(runner, 'history'))).html)).toContain(
      `Use in research (text ${version})`,
    );
    await runner.clock({ advance: 'PT1H' });
    const file = JSON.parse((await press(runner, await freshLink(runner, 'export'))).html) as {
      person: { consents: Consents };
    };
    expect(file.person.consents).toMatchObject({
      research: { version },
      health: { version: consentReceipt(CONSENTS.health) },
    });
  });
});

describe('the consent about health, taken back', () => {
  it('says first what follows, changes nothing by looking, and asks for a tick', async () => {
    const runner = await inWeekTwo(run.url);
    const { rev } = await runner.detail();
    const words = wordsOf((await meOf(runner)).html);
    for (const said of [
      CONSENTS.health.label,
      'ends the programme at once',
      'no mail follows',
      'Seven days later everything else we hold about you is erased',
    ])
      expect(words).toContain(said);
    const untouched = await withdraw(runner, {});
    expect([
      untouched.status,
      wordsOf(untouched.html).includes('Please tick that you want the programme to end'),
    ]).toEqual([422, true]);
    expect(
      (
        await runner.open(untouched.url, {
          method: 'POST',
          body: new URLSearchParams({ action: 'consent', consentHealth: 'no' }),
        })
      ).status,
    ).toBe(422);
    const { status } = await runner.row();
    expect([(await runner.detail()).rev, status]).toEqual([rev, 'active']);
  });

  it('ends the programme at once, keeps no course, owes nobody a mail, and a week later leaves nothing', async () => {
    const runner = await inWeekTwo(run.url);
    const { id } = await runner.row();
    const links = everyLinkOf(await runner.mails(), runner);
    const page = await withdraw(runner);
    expect(page.status).toBe(200);
    expect(wordsOf(page.html)).toContain('You have left the programme');
    expect(wordsOf(page.html)).toMatch(/On \w+ \d+ March everything else we hold about you is erased/);
    expect(page.html).toContain('mailto:');
    const { state, journal } = await runner.detail();
    expect([state['status'], state['reason'], 'course' in state]).toEqual(['left', 'consent', false]);
    expect(state['consents']).toMatchObject({ health: null });
    expect(journal.at(-1)?.events).toMatchObject([
      { type: 'ConsentChanged', what: 'health', given: false, version: consentReceipt(CONSENTS.health) },
      { type: 'Left', reason: 'consent' },
    ]);
    const before = (await runner.mails()).length;
    await runner.clock({ advance: 'P6D' });
    expect((await tableText()).some((item) => item.includes(id))).toBe(true);
    await runner.clock({ advance: 'P2D' });
    const items = await tableText();
    for (const trace of [id, OLD, NOTE]) expect(items.filter((item) => item.includes(trace))).toEqual([]);
    expect(items.filter((item) => item.includes('"E#'))).toEqual([]);
    expect((await runner.mails()).length).toBe(before);
    for (const link of links) await dead(runner, link);
  });

  it('arriving twice is the same as once, and closes the page', async () => {
    const runner = await inWeekTwo(run.url);
    const me = await meOf(runner);
    const first = await fillWith(runner, me, 'consentHealth', { sure: 'yes' });
    const { rev } = await runner.detail();
    const second = await fillWith(runner, me, 'consentHealth', { sure: 'yes' });
    expect([second.status, second.html]).toEqual([200, first.html]);
    expect((await runner.detail()).rev).toBe(rev);
    await dead(runner, me.url);
    expect((await fillWith(runner, me, 'consentResearch', { consentResearch: 'yes' })).status).toBe(404);
  });

  it('of somebody who was stopped repeats the safety text, which no mail will', async () => {
    const runner = await inWeekTwo(run.url);
    await runner.untilCheckIn();
    await runner.checkIn({ painAverage: '3', redFlags: 'swelling' });
    expect((await runner.row()).status).toBe('stopped');
    expect((await withdraw(runner)).html).toContain('<section class="safety');
  });

  it('is not undone by a complaint that comes later, and a new sign-up in between begins anew', async () => {
    const runner = await inWeekTwo(run.url);
    const { id } = await runner.row();
    await withdraw(runner);
    await runner.control('ses-event', { mailId: (await runner.newest('plan')).id, type: 'Complaint' });
    expect((await runner.detail()).state).toMatchObject({ status: 'left', reason: 'complaint' });
    await runner.clock({ advance: 'P8D' });
    expect((await tableText()).filter((item) => item.includes(id))).toEqual([]);
    // The fingerprint of the address that complained stays.
    expect((await tableText()).filter((item) => item.includes('SUPPRESS'))).toHaveLength(1);

    const other = await inWeekTwo(run.url, 'again@example.org');
    await withdraw(other);
    await other.join();
    expect((await other.row()).status).toBe('active');
    await other.clock({ advance: 'P8D' });
    expect((await other.row()).status).toBe('active');
  });
});

describe('inside', () => {
  it('nothing failed', () => expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]));
});
