/** What a person may ask about themselves over HTTP: history, export, erasure, another address, new links. Only links found in mails and pages. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { formsOf, linksOf, wordsOf } from './support/forms.ts';
import { calm, type Mail, type Page, type Row, Runner, startTestRun } from './support/runner.ts';
import { tableText } from './support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const OLD = 'ada.canary@example.org';
const NEW = 'ada.elsewhere@example.net';
const NOTE = 'the hill behind the mill';

async function joined(email = OLD): Promise<Runner> {
  const runner = new Runner(run.url, email);
  await runner.join();
  return runner;
}
/** In the second week, with an answer and a note behind them. */
async function inWeekTwo(email = OLD): Promise<Runner> {
  const runner = await joined(email);
  await runner.untilCheckIn();
  await runner.checkIn(calm(2, { note: NOTE }));
  return runner;
}
const meOf = async (runner: Runner): Promise<Page> => runner.open(runner.link(await runner.newest('start'), '/me'));
/** Presses the button that asks for `what`. */
async function ask(runner: Runner, what: string, answers: Record<string, string> = {}): Promise<Page> {
  const me = await meOf(runner);
  const index = formsOf(me.html)
    .filter((f) => f.method === 'post')
    .findIndex((f) => f.fields.some((field) => field.name === 'what' && field.value === what));
  expect(index, what).toBeGreaterThan(-1);
  return runner.fill(me, answers, index);
}
async function freshLink(runner: Runner, what: string, answers: Record<string, string> = {}): Promise<string> {
  const page = await ask(runner, what, answers);
  expect(page.status).toBe(200);
  expect(wordsOf(page.html)).toMatch(/link is on its way/i);
  return runner.link(await runner.newest('fresh'), '/fresh');
}
const press = async (runner: Runner, url: string, index = 0): Promise<Page> => runner.fill(await runner.open(url), {}, index);
const dead = async (runner: Runner, url: string): Promise<void> => {
  const [page, none] = [await runner.open(url), await runner.open('/fresh/none')];
  expect([page.status, page.html], url).toEqual([404, none.html]);
};
const everyLinkOf = (mails: readonly Mail[], runner: Runner): readonly string[] =>
  mails.flatMap((mail) => runner.links(mail)).filter((url) => /\/(me|c|w|u|start|confirm|fresh)\//.test(new URL(url).pathname));

describe('history', () => {
  it('is shown behind a fresh link alone: answers, decisions with their reasons, mails; the newest first', async () => {
    const runner = await inWeekTwo();
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
    expect(words.indexOf('Week 2: a step up')).toBeLessThan(words.indexOf('You answered the check-in of week 1'));
    // Reading is no command: asked once, mailed once, shown as often as one likes.
    const seen = (await runner.detail()).rev;
    expect((await runner.fill(asked, {})).html).toContain(NOTE);
    expect((await runner.detail()).rev).toBe(seen);
    expect(seen).toBeGreaterThan(rev);
  });
});

describe('export', () => {
  it('hands over everything as JSON and as a table, as files that nobody stores, without any key', async () => {
    const runner = await inWeekTwo();
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
    expect([file.format, file.person.email, file.person.status]).toEqual(['calf-coach-export-1', OLD, 'active']);
    const types = file.journal.flatMap((entry) => entry.events.map((event) => event.type));
    for (const type of ['SignedUp', 'Confirmed', 'Enrolled', 'CheckedIn', 'Progressed', 'FreshRequested']) expect(types).toContain(type);
    expect(file.mails.map((m) => m.kind).sort()).toEqual([...(await runner.kinds())].sort());
    expect(file.mails.filter((m) => m.status !== 'delivered')).toEqual([]);
    const csv = await press(runner, url, 1);
    expect([csv.headers.get('content-type'), csv.headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="my-data.csv"',
    ]);
    expect(csv.html.split('\r\n')[0]).toBe('at,record,field,value');
    expect(csv.html).toContain(`,CheckedIn,answers.note,${NOTE}\r\n`);
    for (const text of [json.html, csv.html]) expect(text).not.toMatch(/pepper|"keys"|replyHandle|tryId/);
  });

  it('holds nobody else', async () => {
    await joined('somebody.else@example.org');
    const runner = await joined();
    expect((await press(runner, await freshLink(runner, 'export'))).html).not.toContain('somebody.else');
  });
});

describe('erasure', () => {
  it('leaves no item of the person in the table, and every link of theirs dead', async () => {
    const runner = await inWeekTwo();
    const other = await joined('stays@example.org');
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
    const runner = await inWeekTwo();
    const url = await freshLink(runner, 'erase');
    const { id } = await runner.row();
    await runner.control('ses-event', { mailId: (await runner.newest('plan')).id, type: 'Complaint' });
    await dead(runner, url);
    expect((await tableText()).filter((item) => item.includes('SUPPRESS'))).toHaveLength(1);
    expect((await tableText()).some((item) => item.includes(id))).toBe(true);
  });

  it('a mail event that comes after it makes nothing', async () => {
    const runner = await inWeekTwo();
    const mail = await runner.newest('plan');
    await press(runner, await freshLink(runner, 'erase'));
    const before = (await tableText()).filter((item) => !item.includes('W#EVENTS'));
    await runner.control('ses-event', { mailId: mail.id, type: 'Delivery' });
    await runner.control('ses-event', { mailId: mail.id, type: 'Complaint' });
    expect((await tableText()).filter((item) => !item.includes('W#EVENTS'))).toEqual(before);
  });

  it('and a new beginning is a new person', async () => {
    const runner = await inWeekTwo();
    const { id } = await runner.row();
    await press(runner, await freshLink(runner, 'erase'));
    await runner.join();
    expect((await runner.row()).id).not.toBe(id);
  });
});

describe('a fresh link', () => {
  it('works for a quarter of an hour, changes nothing by being opened, and is not revived by asking again', async () => {
    const runner = await joined();
    const url = await freshLink(runner, 'erase');
    const { rev } = await runner.detail();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await fetch(url, { method })).status).toBeLessThan(300);
    expect((await runner.detail()).rev).toBe(rev);
    await runner.clock({ advance: 'PT14M59S' });
    expect((await runner.open(url)).status).toBe(200);
    await runner.clock({ advance: 'PT1S' });
    await dead(runner, url);
    const newer = await freshLink(runner, 'erase');
    await dead(runner, url);
    expect((await runner.open(url, { method: 'POST', body: new URLSearchParams() })).status).toBe(404);
    expect((await runner.open(newer)).status).toBe(200);
    expect((await runner.row()).status).toBe('active');
  });

  it('does what its own mail said: a newer request for something else closes it', async () => {
    const runner = await joined();
    const history = await freshLink(runner, 'history');
    const erase = await freshLink(runner, 'erase');
    await dead(runner, history);
    expect(wordsOf((await runner.open(erase)).html)).toContain('Erase everything?');
  });

  it('is sent once in ten minutes for one thing and six times a day in all; the page says so', async () => {
    const runner = await joined();
    await freshLink(runner, 'history');
    const again = await ask(runner, 'history');
    expect([again.status, wordsOf(again.html).includes('sent a short while ago')]).toEqual([429, true]);
    // The confirmation of that day counts as one of the six.
    for (let n = 1; n < 5; n += 1) {
      await runner.clock({ advance: 'PT11M' });
      await freshLink(runner, 'history');
    }
    await runner.clock({ advance: 'PT11M' });
    expect((await ask(runner, 'export')).status).toBe(429);
    expect(await runner.mails('fresh')).toHaveLength(5);
    await runner.clock({ advance: 'P1D' });
    await freshLink(runner, 'export');
  });

  it('takes no field it does not know', async () => {
    const runner = await joined();
    const url = await freshLink(runner, 'erase');
    const page = await runner.open(url, { method: 'POST', body: new URLSearchParams({ sure: 'yes' }) });
    expect([page.status, (await runner.row()).status]).toEqual([422, 'active']);
  });
});

describe('another address', () => {
  const moveMail = async (email = NEW): Promise<Mail> => new Runner(run.url, email).newest('confirm');
  async function agreed(runner: Runner, email = NEW): Promise<{ readonly old: string; readonly page: Page }> {
    const old = await freshLink(runner, 'address', { email });
    expect((await runner.mails()).at(-1)?.text).not.toContain(email);
    expect(wordsOf((await runner.open(old)).html)).toContain(email);
    return { old, page: await press(runner, old) };
  }

  it('is asked at both: the old one first, then the new one, and only then mails and links change', async () => {
    const runner = await inWeekTwo();
    const links = everyLinkOf(await runner.mails(), runner);
    const { page } = await agreed(runner);
    expect([page.status, (await runner.row()).email]).toEqual([200, OLD]);
    const mail = await moveMail();
    // A stranger may read this one: no name, no way into the plan.
    expect(mail.text + mail.html).not.toMatch(/Ada|\/me\/|\/w\/|\/u\/|\/c\//);
    expect(mail.headers.map(([name]) => name)).not.toContain('List-Unsubscribe');
    const moved = new Runner(run.url, NEW);
    const url = moved.link(mail, '/fresh');
    expect(wordsOf((await moved.open(url)).html)).toContain(NEW);
    const done = await press(moved, url);
    expect([done.status, wordsOf(done.html).includes('Your address is changed')]).toEqual([200, true]);
    expect(await moved.row()).toMatchObject({ status: 'active', email: NEW });
    // Everything old is dead but the way out; the new links came to the new address.
    for (const link of links) {
      if (new URL(link).pathname.startsWith('/u/')) expect((await runner.open(link)).status).toBe(200);
      else await dead(runner, link);
    }
    const news = await moved.newest('fresh');
    expect((await moved.open(moved.link(news, '/me'))).status).toBe(200);
    await dead(moved, url);
    await moved.untilCheckIn();
    expect((await moved.kinds()).at(-1)).toBe('check-in');
    // The old address is free again, and nowhere in the table.
    expect((await tableText()).filter((item) => item.includes(OLD))).toEqual([]);
    await runner.signUp();
    expect((await runner.kinds()).at(-1)).toBe('confirm');
  });

  it('agreeing twice is agreeing once', async () => {
    const runner = await joined();
    const { old, page } = await agreed(runner);
    const again = await runner.open(old, { method: 'POST', body: new URLSearchParams() });
    expect([again.status, again.html]).toEqual([200, page.html]);
    expect((await runner.open(old)).html).toBe(page.html);
    expect(await new Runner(run.url, NEW).mails()).toHaveLength(1);
  });

  it('says the same for an address that is free, taken, or never to be written to, and asks only the free one', async () => {
    const taken = await joined('taken@example.org');
    const spammed = await joined('spammed@example.org');
    await spammed.control('ses-event', { mailId: (await spammed.newest('start')).id, type: 'Complaint' });
    const pages = new Set<string>();
    for (const [index, email] of [NEW, 'taken@example.org', 'spammed@example.org'].entries()) {
      const runner = await joined(`asks${index}@example.org`);
      const before = await new Runner(run.url, email).mails();
      pages.add((await agreed(runner, email)).page.html);
      const after = await new Runner(run.url, email).mails();
      expect(after.length - before.length, email).toBe(email === NEW ? 1 : 0);
    }
    expect(pages.size).toBe(1);
    expect((await taken.row()).status).toBe('active');
  });

  it('that somebody else took in between stays theirs', async () => {
    const runner = await joined();
    await agreed(runner);
    const url = runner.link(await moveMail(), '/fresh');
    const other = await joined(NEW);
    const page = await press(other, url);
    expect([page.status, wordsOf(page.html).includes('cannot be used')]).toEqual([200, true]);
    expect((await runner.row()).email).toBe(OLD);
    expect((await other.control<readonly Row[]>('participants')).filter((p) => p.email === NEW)).toHaveLength(1);
  });

  it('that bounces changes nothing; one that complains is never asked again', async () => {
    const runner = await joined();
    await agreed(runner);
    await runner.control('ses-event', { mailId: (await moveMail()).id, type: 'Bounce' });
    expect((await runner.row()).status).toBe('active');
    expect((await tableText()).filter((item) => item.includes('SUPPRESS'))).toEqual([]);
    await runner.control('ses-event', { mailId: (await moveMail()).id, type: 'Complaint' });
    expect(await runner.row()).toMatchObject({ status: 'active', email: OLD });
    await runner.clock({ advance: 'PT20M' });
    await agreed(runner);
    expect(await new Runner(run.url, NEW).mails()).toHaveLength(1);
  });

  it('can be undone by nobody after the quarter of an hour: then it never was', async () => {
    const runner = await joined();
    const { old } = await agreed(runner);
    const url = runner.link(await moveMail(), '/fresh');
    await runner.clock({ advance: 'PT15M' });
    await dead(runner, old);
    await dead(runner, url);
    expect((await runner.row()).email).toBe(OLD);
  });

  it.each(['', 'ada', 'a b@example.org', `${'x'.repeat(260)}@example.org`])(
    '"%s" is asked again with a sentence, and nothing is stored',
    async (email) => {
      const runner = await joined();
      const { rev } = await runner.detail();
      const page = await ask(runner, 'address', { email });
      expect([page.status, page.html.includes('href="#email"'), (await runner.detail()).rev]).toEqual([422, true, rev]);
    },
  );
});

describe('inside', () => {
  it('nothing failed', () => {
    expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
  });
  it('links of pages lead somewhere', async () => {
    const runner = await joined();
    for (const href of linksOf((await meOf(runner)).html).filter((h) => h.startsWith('/') || h.startsWith(run.url)))
      expect((await runner.open(href)).status, href).toBe(200);
  });
});
