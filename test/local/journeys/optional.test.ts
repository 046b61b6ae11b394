/**
 * The two optional pages, followed from the mails and the participant's page: about your running, and the
 * shoe check.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { calm, type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const GOAL = 'Le 10 km du parc <b>avec</b> ma fille & “sans” {douleur} 🏃 undefined';
const WHEN = 'nach dem Frühstück, Mo/Mi/Fr, in der Küche';
const TRAP = `${WHEN} <script>x</script> {{NaN}} undefined`;
const IF_MISSED = 'במקום זה בערב';
const FACTS = {
  arch: 'flat',
  surface: 'trail',
  weeklyDistance: '60',
  raisedRecently: 'yes',
  sitsLong: 'no',
  warmsUp: 'no',
  crossTrains: 'yes',
  strengthTrains: 'no',
};
const SHOES = {
  gapMm: '4',
  nails: 'yes',
  sides: 'yes',
  heelSlip: 'yes',
  worn: 'yes',
  miles: '300 miles',
  comfort: '4',
  arch: 'flat',
};

async function joined(): Promise<Runner> {
  const runner = new Runner(run.url);
  await runner.join();
  return runner;
}
const pathOf = (page: Page): string => new URL(page.url).pathname.split('/')[1] ?? '';
const running = async (runner: Runner): Promise<Page> =>
  runner.open(runner.link(await runner.newest('start'), '/running/'));
const me = async (runner: Runner): Promise<Page> =>
  runner.open(runner.link(await runner.newest('start'), '/me'));
/** The shoe page, from the link on the participant's page. */
async function shoes(runner: Runner): Promise<Page> {
  const link = linksOf((await me(runner)).html).find((href) => href.includes('/shoes/'));
  return runner.open(link ?? '');
}
const unescaped = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))).replace(/\s+/g, ' ');
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('about your running', () => {
  it('is linked from the first mail and the page, stores nothing when opened, and leads to the page when saved', async () => {
    const runner = await joined();
    const { rev } = await runner.detail();
    const page = await running(runner);
    expect(linksOf((await me(runner)).html).some((href) => href.includes('/running/'))).toBe(true);
    expect([page.status, (await runner.detail()).rev]).toEqual([200, rev]);
    const saved = await runner.fill(page, { ...FACTS, goal: GOAL, planWhen: WHEN, planIfMissed: IF_MISSED });
    expect([saved.status, pathOf(saved)]).toEqual([200, 'me']);
    expect((await runner.detail()).state['aboutRunning']).toMatchObject({
      arch: 'flat',
      weeklyDistance: 60,
      distanceUnits: 'km',
      goal: GOAL,
    });
    expect(wordsOf(saved.html)).toContain(IF_MISSED);
    const again = await running(runner);
    expect(again.html).toContain(`value="${WHEN}"`);
  });

  it('is a 303 to /me, as the contract says, with every visible field at once', async () => {
    const runner = await joined();
    const answer = await runner.fill(
      await running(runner),
      { ...FACTS, goal: GOAL, planWhen: WHEN, planIfMissed: IF_MISSED },
      0,
      {
        redirect: 'manual',
      },
    );
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location') ?? '', run.url).pathname).toMatch(/^\/me\/[^/]+$/);
  });

  it('comes back word for word: the own plan in the next plan, safe in HTML and text', async () => {
    const runner = await joined();
    // Words that our own last check of a mail takes for a gap in a template must not keep the plan from them.
    await runner.fill(await running(runner), { goal: GOAL, planWhen: TRAP, planIfMissed: IF_MISSED });
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    const mail = await runner.newest('plan');
    expect(unescaped(mail.html)).toContain(`“${TRAP}”`);
    expect(mail.html).not.toContain('<script>');
    expect(inOneLine(mail.text)).toContain(`"${TRAP}"`);
    expect(mail.text).toContain(IF_MISSED);
    for (const [name, value] of mail.headers) expect(`${name}: ${value}`).not.toMatch(/Frühstück|script/);
  });

  it('told twice is told once; told anew replaces; the journal keeps the facts and none of the words', async () => {
    const runner = await joined();
    const page = await running(runner);
    await runner.fill(page, { arch: 'flat', goal: GOAL });
    const { rev } = await runner.detail();
    await runner.fill(page, { arch: 'flat', goal: GOAL });
    expect((await runner.detail()).rev).toBe(rev);
    await runner.fill(page, { surface: 'sand', goal: 'Another one' });
    expect((await runner.detail()).state['aboutRunning']).toMatchObject({
      arch: null,
      surface: 'sand',
      goal: 'Another one',
    });
    expect(await runner.events('ToldAboutRunning')).toHaveLength(2);
    expect(JSON.stringify((await runner.detail()).journal)).not.toContain('10 km du parc');
  });

  it('asks for the measure of the start until the plan of week 2, takes it once, and later ones never', async () => {
    const runner = await joined();
    const psfs = async () =>
      ((await runner.detail()).state['aboutRunning'] as { psfs: number | null } | undefined)?.psfs;
    const asks = async () => (await running(runner)).html.includes('name="psfs"');
    const page = await running(runner);
    expect(await asks()).toBe(true);
    await runner.fill(page, { psfs: '4' });
    expect([await psfs(), await asks()]).toEqual([4, false]);
    // Twice, changed, or from a page opened before: what was told first stays.
    await runner.fill(page, { psfs: '9', arch: 'flat' });
    expect(await psfs()).toBe(4);
    const late = new Runner(run.url, 'late@example.org');
    await late.join();
    const old = await running(late);
    await late.untilCheckIn();
    await late.checkIn(calm(2));
    const after = await late.fill(old, { psfs: '9', arch: 'flat' });
    expect(after.status).toBe(200);
    expect(((await late.detail()).state['aboutRunning'] as { psfs: number | null }).psfs).toBeNull();
    expect((await running(late)).html).not.toContain('name="psfs"');
    expect((await late.fill(old, { psfs: '11' })).status).toBe(422);
  });

  it('asks about words of a stop sign, keeps them as they are, and stops nothing by itself', async () => {
    const runner = await joined();
    const page = await runner.fill(await running(runner), { goal: 'Run again. My calf is swollen and hot' });
    expect([page.status, pathOf(page)]).toEqual([200, 'running']);
    expect(wordsOf(page.html)).toContain('Do you have this now?');
    expect(linksOf(page.html).some((href) => href.includes('/w/'))).toBe(true);
    expect((await runner.row()).status).toBe('active');
    expect((await runner.detail()).state['aboutRunning']).toMatchObject({
      goal: 'Run again. My calf is swollen and hot',
    });
  });

  it.each([
    [{ weeklyDistance: 'lots' }, 'weeklyDistance'],
    [{ goal: 'x'.repeat(201) }, 'goal'],
    [{ planWhen: 'two\r\nlines' }, 'planWhen'],
    [{ planIfMissed: 'x'.repeat(121) }, 'planIfMissed'],
    [{ arch: 'round' }, 'arch'],
  ] as const)(
    '%j is asked again at its field, the rest is kept, and nothing is stored',
    async (wrong, field) => {
      const runner = await joined();
      const { rev } = await runner.detail();
      const page = await runner.fill(await running(runner), { surface: 'trail', ...wrong });
      expect(page.status).toBe(422);
      expect(page.html).toContain(`href="#${field}"`);
      expect(page.html).toMatch(/value="trail" checked/);
      expect((await runner.detail()).rev).toBe(rev);
    },
  );
});

describe('the painkiller text', () => {
  it('opens behind its questions only, keeps none of the answers and wipes out nothing that was told', async () => {
    const runner = await joined();
    const page = await running(runner);
    await runner.fill(page, { arch: 'flat' });
    const { rev } = await runner.detail();
    expect(wordsOf(page.html)).not.toMatch(/ibuprofen/i);
    expect((await runner.fill(page, {}, 1)).status).toBe(422);
    const shut = await runner.fill(page, { nsaid: ['ulcer', 'none'] }, 1);
    expect([shut.status, /ibuprofen/i.test(shut.html)]).toEqual([200, false]);
    expect(wordsOf(shut.html)).toContain('ask a pharmacist or a doctor');
    expect((await runner.fill(page, { nsaid: 'none' }, 1)).html).toMatch(/ibuprofen/i);
    const empty = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    };
    await runner.open(page.url, empty);
    expect((await runner.detail()).rev).toBe(rev);
  });
});

describe('the shoe check', () => {
  it('answers with all its advice on the page, and with three pieces in the next plan, once', async () => {
    const runner = await joined();
    const page = await shoes(runner);
    const advice = await runner.fill(page, SHOES);
    expect([advice.status, pathOf(advice)]).toEqual([200, 'shoes']);
    const said = wordsOf(advice.html);
    expect(said.match(/Why:/g)).toHaveLength(7);
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    const plan = await runner.newest('plan');
    expect(plan.text).toContain('Your shoes look due for a change.');
    const section = plan.text.slice(plan.text.indexOf('Your shoes: what matters most'));
    expect(section.slice(0, section.indexOf('http')).match(/^- /gm)).toHaveLength(3);
    expect(runner.links(plan).some((href) => href.includes('/shoes/'))).toBe(true);
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    expect((await runner.newest('plan')).text).not.toContain('what matters most');
  });

  it('is linked in the plan of week 2', async () => {
    const runner = await joined();
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    const plan = await runner.newest('plan');
    expect((await runner.open(runner.link(plan, '/shoes/'))).status).toBe(200);
    expect(runner.links(plan)).toContain(runner.link(plan, '/shoes/'));
  });

  it('told twice is told once, and an empty form says that there is nothing to go by', async () => {
    const runner = await joined();
    const page = await shoes(runner);
    await runner.fill(page, SHOES);
    const { rev } = await runner.detail();
    await runner.fill(page, SHOES);
    expect((await runner.detail()).rev).toBe(rev);
    expect(wordsOf((await runner.fill(page, {})).html)).toContain('You left everything open');
  });
});

describe('the note of a check-in', () => {
  it('in clear words of a stop sign stops at once, whatever was ticked', async () => {
    const runner = await joined();
    await runner.untilCheckIn();
    const page = await runner.checkIn({ ...calm(1), note: 'My calf is swollen and hot' });
    expect([page.status, /class="safety/.test(page.html)]).toEqual([200, true]);
    expect((await runner.row()).status).toBe('stopped');
    expect((await runner.kinds()).at(-1)).toBe('safety');
  });
  it('in unclear words holds the week and asks, also when the form is sent twice', async () => {
    const runner = await joined();
    await runner.untilCheckIn();
    const form = await runner.checkInPage();
    for (let press = 0; press < 2; press += 1) {
      const done = await runner.fill(form, { ...calm(1), note: 'calf is swolen' });
      expect(wordsOf(done.html)).toContain('Your note may name a stop sign');
      expect(await runner.row()).toMatchObject({ status: 'active', level: 'LV1', week: 2 });
    }
    const cleared = await runner.fill(form, { ...calm(1), note: 'all fine' });
    expect(wordsOf(cleared.html)).not.toContain('Your note may name a stop sign');
    expect((await runner.row()).level).toBe('LV2');
  });
});

describe('both pages', () => {
  it('say the safety text to somebody who is stopped, kind words to somebody who left, and store nothing', async () => {
    const runner = await joined();
    const pages = [await running(runner), await shoes(runner)];
    await runner.untilCheckIn();
    await runner.checkIn({ ...calm(2), redFlags: 'swelling' });
    const stopped = (await runner.detail()).rev;
    for (const page of pages) {
      const answer = await runner.fill(page, { arch: 'flat' });
      expect([answer.status, /class="safety/.test(answer.html)]).toEqual([200, true]);
      expect((await runner.open(page.url)).html).toContain('class="safety');
    }
    expect((await runner.detail()).rev).toBe(stopped);
    await runner.fill(await runner.open(runner.link(await runner.newest('safety'), '/u/')), {});
    for (const page of pages)
      expect(wordsOf((await runner.fill(page, { arch: 'flat' })).html)).toContain('You have left');
    expect((await runner.detail()).state).not.toHaveProperty('aboutRunning');
  });

  it('work during a pause, and a dead link is the one dead page', async () => {
    const runner = await joined();
    const page = await running(runner);
    await runner.act(await me(runner), 'pause', { until: '2026-03-31' });
    expect((await runner.fill(page, { arch: 'high' })).status).toBe(200);
    expect((await runner.detail()).state).toMatchObject({ status: 'paused', aboutRunning: { arch: 'high' } });
    const dead = await runner.open('/me/x');
    for (const route of ['running', 'shoes']) {
      for (const method of ['GET', 'POST']) {
        const found = await runner.open(
          `/${route}/${'A'.repeat(46)}`,
          method === 'GET'
            ? {}
            : { method, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'arch=flat' },
        );
        expect([found.status, found.html]).toEqual([404, dead.html]);
      }
    }
    // A link of one page opens no other.
    expect((await runner.open(page.url.replace('/running/', '/shoes/'))).status).toBe(404);
  });
});
