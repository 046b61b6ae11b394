/** Field names and option values of the pages are those of docs/contract.md §2, word for word. */
import { describe, expect, it } from 'vitest';
import { COUNTRY_CHOICES } from '../../web/countries.ts';
import { CHECK_IN, DONE, EVERYTHING_DUE, FRESH, ME, PANEL, WORSE } from '../../web/examples/data.ts';
import { checkInPage } from '../../web/pages/check-in/check-in.ts';
import { donePage } from '../../web/pages/check-in/done.ts';
import { worsePage } from '../../web/pages/check-in/worse.ts';
import { freshPage } from '../../web/pages/intake/fresh.ts';
import { mePage } from '../../web/pages/own/me.ts';
import { requestedPage } from '../../web/pages/own/requested.ts';
import { unsubscribePage } from '../../web/pages/own/unsubscribe.ts';
import { confirmPage } from '../../web/pages/public/confirm.ts';
import { signupPage } from '../../web/pages/public/signup.ts';
import {
  ANY,
  CONDITIONS,
  FREE,
  INTAKE,
  INTAKE_FLAGS,
  INTAKE_IDS,
  intakeStep,
  NEXT_DAY,
  RAISES,
  SCORE,
  type Table,
  upTo,
  WEEKLY,
  words,
} from './fields-of-contract.ts';
import { FRAME } from './page-examples.ts';
import { formsOf, type ReadForm } from './read-forms.ts';

const PAGES: readonly {
  readonly page: string;
  readonly html: string;
  readonly main: Table;
  readonly action: string;
}[] = [
  {
    page: '/signup',
    action: '/signup',
    html: signupPage(FRAME, { values: {}, errors: [], countries: COUNTRY_CHOICES }),
    main: { email: FREE, firstName: FREE, country: ANY, adult: ['yes'], consentEmail: ['yes'] },
  },
  {
    page: '/confirm',
    action: '/confirm/t',
    html: confirmPage(FRAME, { action: '/confirm/t', errors: [] }),
    main: {},
  },
  {
    page: '/u',
    action: '/u/t',
    html: unsubscribePage(FRAME, { action: '/u/t', done: false, erasedOn: null, safety: null }),
    main: {},
  },
  ...INTAKE_IDS.map((id) => ({
    page: `/start ${id}`,
    action: '/start/t',
    html: intakeStep(id),
    main: INTAKE[id],
  })),
  {
    page: '/c',
    action: '/c/example',
    html: checkInPage(FRAME, CHECK_IN),
    main: {
      painAverage: SCORE,
      painWorst: SCORE,
      nextDay: NEXT_DAY,
      sessionsDone: upTo(0, 14),
      longestRunMinutes: FREE,
      painkillers: words('yes no unsure'),
      redFlags: words(`${WEEKLY} none`),
      calfSince: words('no yes unsure'),
      newSurfaceOrShoes: ['yes', 'no'],
      note: FREE,
    },
  },
  {
    page: '/w',
    action: '/w/example',
    html: worsePage(FRAME, WORSE),
    main: {
      redFlags: words(`rockHard injury saddle ${WEEKLY} walkCramp backLeg weightLoss bruise none`),
      painNow: SCORE,
      sudden: ['yes', 'no'],
      singleLegRaise: RAISES,
      when: words('running strength daily'),
    },
  },
  {
    page: '/fresh for return',
    action: '/fresh/example',
    html: freshPage(FRAME, FRESH),
    main: {
      seenBy: words('doctor physio nurse nobody'),
      seenOn: FREE,
      said: words('okToLoad wait notThis'),
      consentHealth: ['yes'],
      redFlags: INTAKE_FLAGS,
      conditions: CONDITIONS,
    },
  },
];

const visible = (form: ReadForm): Table =>
  Object.fromEntries(
    form.fields.filter((f) => f.type !== 'hidden' && f.name !== 'website').map((f) => [f.name, f.options]),
  );

describe('the main form of a page', () => {
  it.each(PAGES)('$page has exactly the fields and values of the contract', ({ html, main, action }) => {
    const [form] = formsOf(html);
    expect(form?.method).toBe('post');
    expect(form?.action).toBe(action);
    const found = visible(form as ReadForm);
    expect(Object.keys(found)).toEqual(Object.keys(main));
    for (const [name, options] of Object.entries(main)) {
      if (options === ANY) expect(found[name]?.length, name).toBeGreaterThan(1);
      else expect(found[name], name).toEqual(options);
    }
  });

  it.each(PAGES)('$page has one button without a name in it, and a list of the intake “none”', (one) => {
    const [form] = formsOf(one.html);
    const list = Object.keys(one.main).find((name) => name === 'redFlags' || name === 'conditions');
    const isList = one.page.startsWith('/start') && list !== undefined;
    expect(form?.buttons).toEqual([{ name: null }, ...(isList ? [{ name: list }] : [])]);
  });

  it('the lists of the intake ask every sign and condition once, at most seven a page', () => {
    const of = (field: string): readonly string[] => INTAKE_IDS.flatMap((id) => INTAKE[id][field] ?? []);
    expect([...of('redFlags'), 'none'].sort()).toEqual([...INTAKE_FLAGS].sort());
    expect([...of('conditions'), 'none'].sort()).toEqual([...CONDITIONS].sort());
    for (const id of INTAKE_IDS)
      for (const field of ['redFlags', 'conditions'])
        expect(INTAKE[id][field]?.length ?? 0).toBeLessThanOrEqual(7);
  });

  it.each(PAGES)('$page ticks nothing and picks no answer beforehand', ({ html, page }) => {
    if (page === '/start when' || page === '/signup') return;
    expect(html).not.toMatch(/<(?:input|option)[^>]* (?:checked|selected)/);
  });
});

describe('the check-in, when more is due', () => {
  const GATE = words('yes pain notTried');
  const DUE: Table = {
    gateStrength: GATE,
    gateRun: GATE,
    runsDone: upTo(0, 7),
    raisesSore: FREE,
    raisesOther: FREE,
    normSex: words('female male skip'),
    psfs: SCORE,
    change: words('5 4 3 2 1 0 -1 -2 -3 -4 -5'),
    conditions: CONDITIONS,
  };
  it.each(Object.entries(DUE))('asks %s only then', (name, options) => {
    const base = visible(formsOf(checkInPage(FRAME, CHECK_IN))[0] as ReadForm);
    expect(base).not.toHaveProperty(name);
    const more = visible(formsOf(checkInPage(FRAME, { ...CHECK_IN, due: [name] }))[0] as ReadForm);
    expect(Object.keys(more).filter((n) => !(n in base))).toEqual([name]);
    expect(more[name]).toEqual(options);
  });
  it('covers every field that can be due', () =>
    expect(Object.keys(DUE).sort()).toEqual([...EVERYTHING_DUE].sort()));
});

/** New links, then history, export, address, erase, then the consents. */
const DATA = ['newLinks', 'request', 'request', 'request', 'request', 'consent', 'consent'];

describe('pages with several forms', () => {
  const actions = (html: string): readonly (readonly [string | undefined, readonly string[]])[] =>
    formsOf(html).map((f) => [
      f.fields.find((x) => x.name === 'action')?.value,
      f.fields.filter((x) => x.type !== 'hidden').map((x) => x.name),
    ]);

  it('offer easier and repeat after the check-in', () => {
    expect(actions(donePage(FRAME, DONE))).toEqual([
      ['easier', []],
      ['repeat', []],
    ]);
    expect(
      formsOf(donePage(FRAME, DONE)).every(
        (f) => f.action === '/c/example/done' && f.buttons.every((b) => b.name === null),
      ),
    ).toBe(true);
  });
  it('ask when the worst moment was, where it counts', () => {
    const [first] = formsOf(donePage(FRAME, { ...DONE, askWorstWhen: true }));
    expect(visible(first as ReadForm)).toEqual({ worstWhen: words('running strength daily') });
  });
  it('offer nothing of the plan after a stop', () => {
    const safety = {
      route: 'doctor',
      headline: 'Stop',
      because: [],
      steps: [],
      tell: [],
      stopped: 'Stopped.',
    } as const;
    expect(formsOf(donePage(FRAME, { ...DONE, safety, askWorstWhen: true }))).toEqual([]);
  });
  it('give the participant easier, repeat, pause, settings and the requests in that order', () => {
    expect(actions(mePage(FRAME, ME))).toEqual([
      ['easier', []],
      ['repeat', []],
      ['pause', ['until']],
      ['settings', ['weekday', 'hour', 'timeZone', 'units', 'rhythm']],
      ['newLinks', []],
      ['request', []],
      ['request', []],
      ['request', ['email']],
      ['request', []],
      ['consent', ['consentResearch']],
      ['consent', ['sure']],
    ]);
    const what = formsOf(mePage(FRAME, ME)).flatMap((f) =>
      f.fields.filter((x) => x.name === 'what').map((x) => x.value),
    );
    expect(what).toEqual(['history', 'export', 'address', 'erase']);
    const settings = visible(formsOf(mePage(FRAME, ME))[3] as ReadForm);
    expect(settings['rhythm']).toEqual(['full', 'lighter']);
    expect(settings['weekday']).toEqual(upTo(1, 7));
    expect(settings['hour']).toEqual(upTo(7, 20));
  });
  it('offer the link to come back as the main thing after a stop, in the words of the contract', () => {
    const html = mePage(FRAME, {
      ...ME,
      status: 'stopped',
      safety: PANEL,
      plan: null,
      checkInUrl: null,
      canReturn: true,
    });
    expect(actions(html).map(([a]) => a)).toEqual(['request', 'settings', ...DATA]);
    const [form] = formsOf(html);
    expect(form?.fields.map((f) => [f.name, f.value])).toEqual([
      ['action', 'request'],
      ['what', 'return'],
    ]);
    expect(form?.buttons).toEqual([{ name: null }]);
    expect(html.indexOf('<section class="safety')).toBeLessThan(html.indexOf('value="request"'));
  });
  it('offer it beside the plan to somebody who is held back, and to nobody else', () => {
    expect(actions(mePage(FRAME, { ...ME, canReturn: true })).map(([a]) => a)).toEqual([
      'easier',
      'repeat',
      'request',
      'pause',
      'settings',
      ...DATA,
    ]);
    expect(actions(mePage(FRAME, { ...ME, status: 'stopped', safety: PANEL })).map(([a]) => a)).toEqual([
      'settings',
      ...DATA,
    ]);
  });
  it.each(['history', 'export', 'erase', 'address', 'newAddress'] as const)(
    'behind a fresh link for %s stands one button that does it',
    (what) => {
      const forms = formsOf(
        requestedPage(FRAME, { action: '/fresh/t', what, email: 'new@example.org', errors: [] }),
      );
      expect(forms.map((f) => [f.action, f.fields.map((x) => [x.name, x.value]), f.buttons])).toEqual([
        ['/fresh/t', [], [{ name: null }]],
        ...(what === 'export' ? [['/fresh/t', [['format', 'csv']], [{ name: null }]]] : []),
      ]);
    },
  );
  it('offer coming back while paused', () =>
    expect(actions(mePage(FRAME, { ...ME, status: 'paused', plan: null })).map(([a]) => a)).toEqual([
      'resume',
      'settings',
      ...DATA,
    ]));
});
