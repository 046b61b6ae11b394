/** Another address, asked at both, over HTTP. Only links found in mails and pages. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { wordsOf } from '../support/forms.ts';
import { ask, dead, everyLinkOf, freshLink, inWeekTwo, joined, OLD, press } from '../support/own-page.ts';
import { type Mail, type Page, type Row, Runner, startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const NEW = 'ada.elsewhere@example.net';

describe('another address', () => {
  const moveMail = async (email = NEW): Promise<Mail> => new Runner(run.url, email).newest('confirm');
  async function agreed(runner: Runner, email = NEW): Promise<{ readonly old: string; readonly page: Page }> {
    const old = await freshLink(runner, 'address', { email });
    expect((await runner.mails()).at(-1)?.text).not.toContain(email);
    expect(wordsOf((await runner.open(old)).html)).toContain(email);
    return { old, page: await press(runner, old) };
  }

  it('is asked at both: the old one first, then the new one, and only then mails and links change', async () => {
    const runner = await inWeekTwo(run.url);
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
    const runner = await joined(run.url);
    const { old, page } = await agreed(runner);
    const again = await runner.open(old, { method: 'POST', body: new URLSearchParams() });
    expect([again.status, again.html]).toEqual([200, page.html]);
    expect((await runner.open(old)).html).toBe(page.html);
    expect(await new Runner(run.url, NEW).mails()).toHaveLength(1);
  });

  it('says the same for an address that is free, taken, or never to be written to, and asks only the free one', async () => {
    const taken = await joined(run.url, 'taken@example.org');
    const spammed = await joined(run.url, 'spammed@example.org');
    await spammed.control('ses-event', { mailId: (await spammed.newest('start')).id, type: 'Complaint' });
    const pages = new Set<string>();
    for (const [index, email] of [NEW, 'taken@example.org', 'spammed@example.org'].entries()) {
      const runner = await joined(run.url, `asks${index}@example.org`);
      const before = await new Runner(run.url, email).mails();
      pages.add((await agreed(runner, email)).page.html);
      const after = await new Runner(run.url, email).mails();
      expect(after.length - before.length, email).toBe(email === NEW ? 1 : 0);
    }
    expect(pages.size).toBe(1);
    expect((await taken.row()).status).toBe('active');
  });

  it('that somebody else took in between stays theirs', async () => {
    const runner = await joined(run.url);
    await agreed(runner);
    const url = runner.link(await moveMail(), '/fresh');
    const other = await joined(run.url, NEW);
    const page = await press(other, url);
    expect([page.status, wordsOf(page.html).includes('cannot be used')]).toEqual([200, true]);
    expect((await runner.row()).email).toBe(OLD);
    expect((await other.control<readonly Row[]>('participants')).filter((p) => p.email === NEW)).toHaveLength(
      1,
    );
  });

  it('that bounces changes nothing; one that complains is never asked again', async () => {
    const runner = await joined(run.url);
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
    const runner = await joined(run.url);
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
      const runner = await joined(run.url);
      const { rev } = await runner.detail();
      const page = await ask(runner, 'address', { email });
      expect([page.status, page.html.includes('href="#email"'), (await runner.detail()).rev]).toEqual([
        422,
        true,
        rev,
      ]);
    },
  );
});

it('nothing failed inside', () => {
  expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
});
