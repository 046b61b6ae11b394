/**
 * Wrong, missing, oversized, forged and foreign input over HTTP; the same bytes for everybody at the sign-up;
 * and links that change nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { calm, type Row, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
let ada: Runner;
beforeAll(async () => {
  run = await startTestRun();
  ada = new Runner(run.url);
  await ada.join();
  await ada.untilCheckIn();
  await ada.checkIn(calm(2));
  await ada.untilCheckIn();
});
afterAll(() => run?.stop());

const revs = async (): Promise<readonly string[]> =>
  Promise.all(
    (await ada.control<readonly Row[]>('participants')).map(
      async ({ id }) => `${id} ${(await ada.control<{ rev: number }>(`participants/${id}`)).rev}`,
    ),
  );
const everyLink = async (): Promise<readonly string[]> => {
  const mails = await ada.mails();
  const found = mails.flatMap((mail) => [
    ...ada.links(mail),
    ...mail.headers.flatMap(([name, value]) =>
      name === 'List-Unsubscribe' ? [...value.matchAll(/<(http[^>]+)>/g)].map((m) => m[1] ?? '') : [],
    ),
  ]);
  const pages = ['', 'signup', 'signup/sent', 'safety', 'privacy'].map((path) => `${run.url}/${path}`);
  return [...new Set([...pages, ...found])];
};

describe('GET, HEAD and OPTIONS', () => {
  it('walking every link of every mail changes nothing, and HEAD answers as GET without a body', async () => {
    const links = await everyLink();
    for (const route of ['confirm', 'start', 'c', 'me', 'u'])
      if (route !== 'start')
        expect(
          links.some((l) => l.startsWith(`${run.url}/${route}/`)),
          route,
        ).toBe(true);
    const before = [await revs(), await ada.kinds()];
    const second = new Set<string>();
    for (const url of links) {
      const get = await fetch(url, { redirect: 'manual' });
      const html = await get.text();
      for (const href of linksOf(html))
        if (href.startsWith('/') || href.startsWith(run.url)) second.add(new URL(href, url).href);
      const head = await fetch(url, { method: 'HEAD', redirect: 'manual' });
      expect([head.status, await head.text()], url).toEqual([get.status, '']);
      for (const name of ['content-type', 'content-security-policy', 'location', 'cache-control'])
        expect(head.headers.get(name), `${name} ${url}`).toBe(get.headers.get(name));
      const options = await fetch(url, { method: 'OPTIONS' });
      expect([options.status, await options.text()], url).toEqual([204, '']);
      expect(get.headers.get('set-cookie')).toBeNull();
    }
    for (const url of second) expect((await fetch(url)).status, url).toBeLessThan(400);
    expect([await revs(), await ada.kinds()]).toEqual(before);
  });

  it('a query behind a link changes nothing', async () => {
    const before = await revs();
    const url = ada.link(await ada.newest('check-in'), '/c/', '/8');
    expect((await ada.open(`${url}?painAverage=9&redFlags=swelling`)).status).toBe(200);
    expect(await revs()).toEqual(before);
  });
});

describe('sign-up', () => {
  it('says the same bytes to a new, a known and a left address, and to a robot', async () => {
    const left = new Runner(run.url, 'left@example.org');
    await left.signUp();
    await left.confirm();
    await ada.control('ses-event', { mailId: (await left.newest('confirm')).id, type: 'Complaint' });
    const answers: unknown[] = [];
    for (const email of ['new@example.org', 'ada@example.org', 'left@example.org', 'ADA@example.org']) {
      const page = await new Runner(run.url, email).signUp({});
      answers.push([page.status, page.url, page.html]);
    }
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    // One row for one mailbox, and the mail "you are here already" for who is.
    const rows = (await ada.control<readonly Row[]>('participants')).filter(
      (r) => r.email?.toLowerCase() === 'ada@example.org',
    );
    expect(rows).toHaveLength(1);
    expect((await ada.kinds()).at(-1)).toBe('already');
    expect(
      (await new Runner(run.url, 'left@example.org').kinds()).filter((k) => k === 'confirm'),
    ).toHaveLength(1);
  });

  it('accepts fields it does not know, and fills in day, hour, zone and units by the country', async () => {
    const bot = new Runner(run.url, 'us@example.org');
    expect((await bot.signUp({ country: 'US', website_title: 'x', utm: 'y' })).url).toBe(
      `${run.url}/signup/sent`,
    );
    expect((await bot.detail()).state).toMatchObject({
      country: 'US',
      units: 'mi',
      timeZone: expect.stringMatching(/^America\//),
    });
  });

  it.each([
    ['an address that is none', { email: 'ada' }, 'email'],
    ['no consent', { consentEmail: '' }, 'consentEmail'],
    ['no age', { adult: 'no' }, 'adult'],
    ['no country', { country: 'XX' }, 'country'],
  ])(
    '%s: 422 with a summary that leads to the field, the values kept, nothing stored',
    async (_name, wrong, field) => {
      const before = (await ada.control<readonly Row[]>('participants')).length;
      const page = await new Runner(run.url, 'kept@example.org').signUp({ firstName: 'Kept Name', ...wrong });
      expect(page.status).toBe(422);
      expect(page.html).toMatch(new RegExp(`href="#${field}`));
      expect(page.html).toContain('Kept Name');
      expect(await ada.control<readonly Row[]>('participants')).toHaveLength(before);
    },
  );
});

describe('bad input', () => {
  const forms = async (): Promise<readonly string[]> => [
    `${run.url}/signup`,
    ada.link(await ada.newest('check-in'), '/c/').replace(/\/\d+$/, ''),
    ada.link(await ada.newest('start'), '/me'),
  ];

  it('over 16 KB: 413 with a sentence, nothing stored', async () => {
    const before = await revs();
    for (const url of await forms()) {
      const page = await ada.open(url, {
        method: 'POST',
        body: new URLSearchParams({ painAverage: '2', note: 'x'.repeat(17_000) }),
      });
      expect([page.status, wordsOf(page.html).includes('larger than 16 KB')], url).toEqual([413, true]);
    }
    expect(await revs()).toEqual(before);
  });

  it('another type than a form’s: 415 with a sentence, nothing stored', async () => {
    const before = await revs();
    for (const url of await forms())
      for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
        const page = await ada.open(url, {
          method: 'POST',
          body: '{"painAverage":2}',
          headers: { 'content-type': type },
        });
        expect(
          [page.status, wordsOf(page.html).includes('Please use the form on the page')],
          `${url} ${type}`,
        ).toEqual([415, true]);
      }
    expect(await revs()).toEqual(before);
  });

  it('missing, impossible and foreign fields of a check-in: 422, the values kept, nothing stored', async () => {
    const before = await revs();
    const page = await ada.open((await forms())[1] ?? '');
    for (const wrong of [
      {},
      { painAverage: '11' },
      { painAverage: 'two' },
      calm(2, { sessionsDone: '-1' }),
      calm(2, { extra: 'x' }),
      calm(2, { redFlags: 'teeth' }),
    ]) {
      const answer = await ada.fill(page, { painWorst: '6', ...wrong });
      expect(
        [answer.status, /class="[^"]*summary|role="alert"/.test(answer.html)],
        JSON.stringify(wrong),
      ).toEqual([422, true]);
    }
    const kept = await ada.fill(page, { painAverage: '11', painWorst: '6' });
    expect(kept.html).toMatch(
      /name="painWorst"[^>]*value="6"[^>]*checked|value="6"[^>]*name="painWorst"[^>]*checked/,
    );
    expect(await revs()).toEqual(before);
  });

  it('a dead, forged, foreign or made-up link: 404, the same bytes, whatever it is', async () => {
    const me = ada.link(await ada.newest('start'), '/me');
    const token = me.split('/').at(-1) ?? '';
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const dead = [
      `${run.url}/me/${flipped}`,
      `${run.url}/me/x`,
      `${run.url}/c/${token}`,
      `${run.url}/u/${token}`,
      `${run.url}/confirm/${token}`,
      `${run.url}/start/${token}`,
      `${run.url}/c/${token}/11`,
      `${run.url}/nowhere`,
      `${run.url}/me`,
    ];
    const bytes = new Set<string>();
    for (const url of dead) {
      const page = await ada.open(url);
      expect(page.status, url).toBe(404);
      bytes.add(page.html);
    }
    expect(bytes.size).toBe(1);
    for (const url of dead.slice(0, 6))
      expect(
        (await ada.open(url, { method: 'POST', body: new URLSearchParams({ action: 'easier' }) })).status,
      ).toBe(404);
  });

  it('a method nobody uses is a page, not a crash', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${run.url}/signup`, { method })).status).toBe(404);
  });

  it('nothing failed inside', () => {
    expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
  });
});
