/**
 * What a person may ask about themselves over HTTP: history, export, erasure. Only links found in mails and
 * pages.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, linksOf, wordsOf } from '../support/forms.ts';
import {
  ask,
  dead,
  everyLinkOf,
  freshLink,
  inWeekTwo,
  joined,
  meOf,
  NOTE,
  OLD,
  press,
} from '../support/own-page.ts';
import { Runner, startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

describe('history', () => {
  it('is shown behind a fresh link alone: answers, decisions with their reasons, mails; the newest first', async () => {
    const runner = await inWeekTwo(run.url);
    const { rev } = await runner.detail();
    const url = await freshLink(runner, 'history');
    const asked = await runner.open(url);
    expect(asked.html).not.toContain(NOTE);
    expect(formsOf(asked.html).filter((f) => f.method === 'post')).toHaveLength(1);
    const page = await runner.fill(asked, {});
    const words = wordsOf(page.html);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const said of [
      'You signed up',
      'You confirmed your address',
      'Average pain: 5 of 10',
      'Average pain: 2 of 10',
      NOTE,
      'Why:',
      'Mail: The first plan',
    ])
      expect(words).toContain(said);
    expect(words.indexOf('You answered the check-in of week 1')).toBeLessThan(words.indexOf('You signed up'));
    expect(words.indexOf('Week 2: a step up')).toBeLessThan(
      words.indexOf('You answered the check-in of week 1'),
    );
    // Reading is no command: asked once, mailed once, shown as often as one likes.
    const seen = (await runner.detail()).rev;
    expect((await runner.fill(asked, {})).html).toContain(NOTE);
    expect((await runner.detail()).rev).toBe(seen);
    expect(seen).toBeGreaterThan(rev);
  });
});

describe('export', () => {
  it('hands over everything as JSON and as a table, as files that nobody stores, without any key', async () => {
    const runner = await inWeekTwo(run.url);
    const url = await freshLink(runner, 'export');
    const json = await press(runner, url);
    expect([json.status, json.headers.get('content-type'), json.headers.get('cache-control')]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ]);
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
    const file = JSON.parse(json.html) as {
      format: string;
      person: { email: string; status: string };
      journal: { events: { type: string }[] }[];
      mails: { kind: string; status: string }[];
    };
    expect([file.format, file.person.email, file.person.status]).toEqual([
      'calf-coach-export-1',
      OLD,
      'active',
    ]);
    const types = file.journal.flatMap((entry) => entry.events.map((event) => event.type));
    for (const type of ['SignedUp', 'Confirmed', 'Enrolled', 'CheckedIn', 'Held', 'FreshRequested'])
      expect(types).toContain(type);
    expect(file.mails.map((m) => m.kind).sort()).toEqual([...(await runner.kinds())].sort());
    expect(file.mails.filter((m) => m.status !== 'delivered')).toEqual([]);
    const csv = await press(runner, url, 1);
    expect([csv.headers.get('content-type'), csv.headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="my-data.csv"',
    ]);
    expect(csv.html.split('\r\n')[0]).toBe('at,record,field,value');
    expect(csv.html).toContain(`,CheckedIn,answers.note,${NOTE}\r\n`);
    for (const text of [json.html, csv.html])
      expect(text).not.toMatch(/pepper|"keys": ?(?:\{|\[\s*\{)|"secret"|replyHandle|tryId/);
  });

  it('holds nobody else', async () => {
    await joined(run.url, 'somebody.else@example.org');
    const runner = await joined(run.url);
    expect((await press(runner, await freshLink(runner, 'export'))).html).not.toContain('somebody.else');
  });
});

describe('erasure', () => {
  it('leaves no item of the person in the table, and every link of theirs dead', async () => {
    const runner = await inWeekTwo(run.url);
    const other = await joined(run.url, 'stays@example.org');
    const { id } = await runner.row();
    const url = await freshLink(runner, 'erase');
    const links = everyLinkOf(await runner.mails(), runner);
    for (const route of ['confirm', 'me', 'c', 'w', 'u', 'fresh'])
      expect(
        links.some((l) => new URL(l).pathname.startsWith(`/${route}/`)),
        route,
      ).toBe(true);
    const page = await press(runner, url);
    expect([page.status, wordsOf(page.html).includes('Everything is erased')]).toEqual([200, true]);
    const items = await tableText();
    for (const trace of [id, OLD, NOTE])
      expect(
        items.filter((item) => item.includes(trace)),
        trace,
      ).toEqual([]);
    // Of the claims of addresses the other one's is left, and no suppression.
    expect(items.filter((item) => item.includes('"E#'))).toHaveLength(1);
    for (const link of [...links, url]) await dead(runner, link);
    expect((await runner.open(url, { method: 'POST', body: new URLSearchParams() })).status).toBe(404);
    const before = (await runner.mails()).length;
    await runner.clock({ advance: 'P60D' });
    expect((await runner.mails()).length).toBe(before);
    expect((await other.row()).status).not.toBe('erased');
  });

  it('of somebody whose mail was reported as spam keeps the fingerprint of the address alone', async () => {
    const runner = await inWeekTwo(run.url);
    const url = await freshLink(runner, 'erase');
    const { id } = await runner.row();
    await runner.control('ses-event', { mailId: (await runner.newest('plan')).id, type: 'Complaint' });
    await dead(runner, url);
    expect((await tableText()).filter((item) => item.includes('SUPPRESS'))).toHaveLength(1);
    expect((await tableText()).some((item) => item.includes(id))).toBe(true);
  });

  it('a mail event that comes after it makes nothing', async () => {
    const runner = await inWeekTwo(run.url);
    const mail = await runner.newest('plan');
    await press(runner, await freshLink(runner, 'erase'));
    const before = (await tableText()).filter((item) => !item.includes('W#EVENTS'));
    await runner.control('ses-event', { mailId: mail.id, type: 'Delivery' });
    await runner.control('ses-event', { mailId: mail.id, type: 'Complaint' });
    expect((await tableText()).filter((item) => !item.includes('W#EVENTS'))).toEqual(before);
  });

  it('and a new beginning is a new person', async () => {
    const runner = await inWeekTwo(run.url);
    const { id } = await runner.row();
    await press(runner, await freshLink(runner, 'erase'));
    await runner.join();
    expect((await runner.row()).id).not.toBe(id);
  });
});

describe('a fresh link', () => {
  it('works for a quarter of an hour, changes nothing by being opened, and is not revived by asking again', async () => {
    const runner = await joined(run.url);
    const url = await freshLink(runner, 'erase');
    const { rev } = await runner.detail();
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect((await fetch(url, { method })).status).toBeLessThan(300);
    expect((await runner.detail()).rev).toBe(rev);
    await runner.clock({ advance: 'PT14M' });
    expect((await runner.open(url)).status).toBe(200);
    await runner.clock({ advance: 'PT1M' });
    await dead(runner, url);
    const newer = await freshLink(runner, 'erase');
    await dead(runner, url);
    expect((await runner.open(url, { method: 'POST', body: new URLSearchParams() })).status).toBe(404);
    expect((await runner.open(newer)).status).toBe(200);
    expect((await runner.row()).status).toBe('active');
  });

  it('does what its own mail said: a newer request for something else closes it', async () => {
    const runner = await joined(run.url);
    const history = await freshLink(runner, 'history');
    const erase = await freshLink(runner, 'erase');
    await dead(runner, history);
    expect(wordsOf((await runner.open(erase)).html)).toContain('Erase everything?');
  });

  it('is sent once in ten minutes for one thing and six times a day in all; the page says so', async () => {
    const runner = await joined(run.url);
    await freshLink(runner, 'history');
    const again = await ask(runner, 'history');
    expect([again.status, wordsOf(again.html).includes('sent a short while ago')]).toEqual([429, true]);
    for (let n = 1; n < 6; n += 1) {
      await runner.clock({ advance: 'PT11M' });
      await freshLink(runner, 'history');
    }
    await runner.clock({ advance: 'PT11M' });
    expect((await ask(runner, 'export')).status).toBe(429);
    expect(await runner.mails('fresh')).toHaveLength(6);
    // What protects has a budget of its own.
    await freshLink(runner, 'erase');
    await runner.clock({ advance: 'P1D' });
    await freshLink(runner, 'export');
  });

  it('takes no field it does not know', async () => {
    const runner = await joined(run.url);
    const url = await freshLink(runner, 'erase');
    const page = await runner.open(url, { method: 'POST', body: new URLSearchParams({ sure: 'yes' }) });
    expect([page.status, (await runner.row()).status]).toEqual([422, 'active']);
  });
});

describe('inside', () => {
  it('nothing failed', () => {
    expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
  });
  it('links of pages lead somewhere', async () => {
    const runner = await joined(run.url);
    for (const href of linksOf((await meOf(runner)).html).filter(
      (h) => h.startsWith('/') || h.startsWith(run.url),
    ))
      expect((await runner.open(href)).status, href).toBe(200);
  });
});
