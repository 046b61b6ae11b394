/** Every page × every example: valid, labelled, without script, escaped, with the headers that keep it so. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../program/calendar.ts';
import type { FormValues } from '../../views/page/page-views.ts';
import { COUNTRIES, countryDefaults } from '../../web/countries.ts';
import {
  CALF,
  CHECK_IN,
  DONE,
  EVERYTHING_DUE,
  FLARED,
  FRESH,
  ME,
  PANEL,
  PLAN,
  TIME_ZONES,
  WORSE,
} from '../../web/examples/data.ts';
import { readCheckIn } from '../../web/forms/check-in.ts';
import { parseForm } from '../../web/forms/form-values.ts';
import { RETURN_FIELDS, readReturn } from '../../web/forms/fresh.ts';
import { INTAKE_STEPS } from '../../web/forms/intake.ts';
import { readMe } from '../../web/forms/me.ts';
import { readSignup } from '../../web/forms/signup.ts';
import { readWorse, WORSE_FIELDS } from '../../web/forms/worse.ts';
import { pageHeaders } from '../../web/headers.ts';
import { checkInPage } from '../../web/pages/check-in/check-in.ts';
import { donePage } from '../../web/pages/check-in/done.ts';
import { flaredPage } from '../../web/pages/check-in/flared.ts';
import { worsePage } from '../../web/pages/check-in/worse.ts';
import { freshPage } from '../../web/pages/intake/fresh.ts';
import { intakePage } from '../../web/pages/intake/intake.ts';
import { stoppedPage } from '../../web/pages/intake/stopped.ts';
import { mePage } from '../../web/pages/own/me.ts';
import { deadLinkPage } from '../../web/pages/public/dead-link.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { signupPage } from '../../web/pages/public/signup.ts';
import { STYLES, STYLES_SHA256 } from '../../web/styles.ts';
import { claimsIn } from '../curriculum/claims.ts';
import { FRAME, PAGE_EXAMPLES } from './page-examples.ts';
import { formsOf } from './read-forms.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // docs/contract.md §2: the boxes of a question share its name.
  rules: {
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'no-inline-style': 'error',
  },
});
/** docs/contract.md §2: "none" may be a second submit button, of the name of the boxes beside it. */
const NONE_IS_A_BUTTON = /form-dup-name: Duplicate form control name "(?:redFlags|conditions)"/;

describe('examples', () => {
  it('show every page there is', () => {
    const pages = readdirSync(path.join(import.meta.dirname, '../../web/pages'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.basename(file, '.ts'));
    expect([...new Set(PAGE_EXAMPLES.map((e) => e.page))].sort()).toEqual(
      pages.filter((page) => page !== 'intake-steps').sort(),
    );
    expect(new Set(PAGE_EXAMPLES.map((e) => e.name)).size).toBe(PAGE_EXAMPLES.length);
  });
});

describe.each(PAGE_EXAMPLES)('$name', ({ html }) => {
  it('is valid HTML with labelled controls', async () => {
    const report = await validator.validateString(html);
    expect(
      report.results
        .flatMap((r) => r.messages.map((m) => `${m.line} ${m.ruleId}: ${m.message}`))
        .filter((message) => !NONE_IS_A_BUTTON.test(message)),
    ).toEqual([]);
  });
  it('is one complete document of at most 100 KB', () => {
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="en">')).toBe(true);
    expect(html.endsWith('</html>\n')).toBe(true);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });
  it('runs nothing and loads nothing but our mark and our drawings, which have a size and words', () => {
    const ours =
      /<link rel="icon" href="\/favicon\.svg" type="image\/svg\+xml">|<img class="drawing" src="\/drawings\/EX-\d\d[a-z]?\.[0-9a-f]{10}\.svg" alt="[^"]{20,}" width="280" height="196" loading="lazy">/g;
    expect(html.replace(ours, '')).not.toMatch(
      /<script|<iframe|<img|<link|<object|<embed|@import|url\(|javascript:|\son\w+=|\sstyle="/i,
    );
    expect(html.match(/<style>/g)).toHaveLength(1);
  });
  it('says in the frame what it is not, who runs it, where to get help', () => {
    for (const text of [
      'Education, not medical care.',
      FRAME.operator.name,
      FRAME.operator.postal,
      `mailto:${FRAME.operator.email}`,
      'href="/safety"',
      'href="/privacy"',
      'href="#main"',
    ])
      expect(html).toContain(text);
  });
  it('has one main heading and links that lead somewhere', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    for (const [, list] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g))
      for (const id of (list ?? '').split(' ')) expect(ids).toContain(id);
  });
  it('claims nothing that must not be claimed', () =>
    expect(claimsIn(html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' '))).toEqual([]));
  it('shows no gap where words should stand', () =>
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/undefined|\[object|NaN|\bnull\b/));
});

describe('errors', () => {
  const values: FormValues = {
    ...CALF,
    redFlags: ['swelling', 'none'],
    onsetDate: '2026-02-30',
    painAverage: '4',
    singleLegReps: '3',
  };
  const steps = INTAKE_STEPS.flatMap(({ id, fields }) => fields.map((field) => ({ step: id, field })));
  it.each(steps)('page $step links $field to its control and names the error there', ({ step, field }) => {
    const html = intakePage(FRAME, {
      step,
      seen: null,
      action: '/start/t',
      values,
      errors: [{ field, message: 'Look here.' }],
      timeZones: TIME_ZONES,
    });
    expect(html).toContain(`<a href="#${field}">Look here.</a>`);
    expect(html).toMatch(new RegExp(`<(?:input|select)[^>]* id="${field}"`));
    expect(html).toContain(`id="${field}-error"`);
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
    expect(html).toContain('<title>Error: ');
  });
  it.each(
    EVERYTHING_DUE.concat(
      'painAverage',
      'painWorst',
      'nextDay',
      'sessionsDone',
      'longestRunMinutes',
      'painkillers',
      'redFlags',
      'newSurfaceOrShoes',
      'note',
    ),
  )('the check-in links %s', (field) => {
    const html = checkInPage(FRAME, {
      ...CHECK_IN,
      due: EVERYTHING_DUE,
      errors: [{ field, message: 'Look here.' }],
    });
    expect(html).toContain(`<a href="#${field}">Look here.</a>`);
    expect(html).toMatch(new RegExp(`<(?:input|select|textarea)[^>]* id="${field}"`));
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
  });
  const linked = (html: string, field: string): void => {
    expect(html).toContain(`<a href="#${field}">Look here.</a>`);
    expect(html).toMatch(new RegExp(`<input[^>]* id="${field}"`));
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
    expect(html).toContain('<title>Error: ');
  };
  it.each(WORSE_FIELDS)('the report of worse links %s', (field) =>
    linked(worsePage(FRAME, { ...WORSE, errors: [{ field, message: 'Look here.' }] }), field),
  );
  it.each(RETURN_FIELDS)('coming back links %s', (field) =>
    linked(freshPage(FRAME, { ...FRESH, errors: [{ field, message: 'Look here.' }] }), field),
  );
  it.each(['action', 'what'])(
    'the participant’s page says an error of %s without a link to nowhere',
    (field) => {
      const html = mePage(FRAME, { ...ME, errors: [{ field, message: 'Look here.' }] });
      expect(html).toContain('<li>Look here.</li>');
      expect(html).not.toContain(`href="#${field}"`);
    },
  );
  it('keep what was entered', () => {
    const html = intakePage(FRAME, {
      step: 'place',
      seen: 'raises',
      action: '/start/t',
      values,
      errors: [{ field: 'onsetDate', message: 'x' }],
      timeZones: TIME_ZONES,
    });
    const [form] = formsOf(html);
    const sent = Object.fromEntries((form?.fields ?? []).map((f) => [f.name, f.value]));
    expect(sent).toMatchObject({
      // A tick beside "none" counts, so "none" does not travel on.
      redFlags: 'swelling',
      conditions: 'none',
      onsetDate: '2026-02-30',
      painAverage: '4',
      singleLegReps: '3',
      side: 'left',
      hurtsWhen: 'unsure',
      step: 'place',
      seen: 'raises',
    });
  });
  it('keep a number that was none', () => {
    const html = checkInPage(FRAME, {
      ...CHECK_IN,
      values: { painAverage: '3', longestRunMinutes: '4,5' },
      errors: [{ field: 'longestRunMinutes', message: 'x' }],
    });
    expect(html).toContain('name="longestRunMinutes" value="4,5"');
  });
});

/**
 * Fills every visible field: the last choice of radios and lists, "none" of boxes, something sensible in
 * lines.
 */
const fill = (html: string): string => {
  const [form] = formsOf(html);
  const body = new URLSearchParams();
  for (const field of form?.fields ?? []) {
    if (field.hiddenFromPeople) {
      if (field.type === 'hidden') body.append(field.name, field.value);
    } else if (field.type === 'checkbox')
      body.append(field.name, field.options?.includes('none') ? 'none' : 'yes');
    else if (field.options !== null)
      body.append(
        field.name,
        field.options.find((o) => o === 'Europe/Berlin') ??
          field.options[Math.floor(field.options.length / 2)] ??
          '',
      );
    else
      body.append(
        field.name,
        { email: 'ann@example.org', date: '2026-02-20' }[field.type] ??
          (field.name === 'firstName' ? 'Ann' : field.name === 'note' ? 'fine' : '12'),
      );
  }
  return body.toString();
};

describe('a client that fills every visible field', () => {
  it('signs up', () =>
    expect(
      readSignup(
        parseForm(
          fill(
            signupPage(FRAME, {
              values: { country: 'DE' },
              errors: [],
              countries: [{ code: 'DE', name: 'Germany' }],
            }),
          ),
        ),
        { ownDomains: ['calf.example.org'] },
      ),
    ).toMatchObject({ ok: true, value: { trapped: false } }));
  it('answers a check-in with everything due', () =>
    expect(readCheckIn(parseForm(fill(checkInPage(FRAME, { ...CHECK_IN, due: EVERYTHING_DUE })))).ok).toBe(
      true,
    ));
  it('answers after a tap by pressing Save alone', () => {
    const [form] = formsOf(checkInPage(FRAME, { ...CHECK_IN, selected: 3 }));
    const sent = new URLSearchParams(
      (form?.fields ?? [])
        .filter((f) => f.value !== '' || f.type === 'text')
        .map((f) => [f.name, f.value] as [string, string]),
    );
    expect(readCheckIn(parseForm(sent.toString()))).toMatchObject({
      ok: true,
      value: { painAverage: 3, redFlags: null, sessionsDone: null },
    });
  });
  it('reports that the calf got worse', () =>
    expect(readWorse(parseForm(fill(worsePage(FRAME, WORSE))))).toMatchObject({
      ok: true,
      value: { redFlags: [] },
    }));
  it('comes back after a stop', () =>
    expect(
      readReturn(parseForm(fill(freshPage(FRAME, { ...FRESH, seenRange: ['2026-02-20', '2026-02-20'] }))), {
        seenRange: ['2026-02-20', '2026-02-20'],
      }),
    ).toMatchObject({ ok: true, value: { safety: { redFlags: [], conditions: [] } } }));
  it.each([0, 1, 2, 3, 4])('form %i of the participant’s page', (index) => {
    const form = formsOf(mePage(FRAME, { ...ME, canReturn: true }))[index];
    expect(form).toBeDefined();
    const sent = Object.fromEntries(
      (form?.fields ?? []).map((f) => [f.name, f.name === 'until' ? '2026-03-10' : f.value]),
    );
    expect(readMe(sent, { pauseRange: ['2026-03-03', '2026-04-26'], ownDomains: [] }).ok).toBe(true);
  });
});

describe('nothing that comes in gets out as markup', () => {
  const evil = fc.stringMatching(/^zqx["'<>]{1,3}[<>"'&=/ a-z]{0,12}$/);
  const clean = (html: string, text: string): void => {
    expect(html).not.toContain(text);
    expect(
      html.replace(
        /<style>[\s\S]*?<\/style>|<img class="drawing" src="\/drawings\/[\w.-]+" alt="[^"<>]*" width/g,
        '',
      ),
    ).not.toMatch(/<(?:script|img|b|i)\b/);
  };
  it('in values and errors', () =>
    fc.assert(
      fc.property(evil, (text) => {
        const errors = [
          { field: 'email', message: text },
          { field: '', message: text },
        ];
        clean(
          signupPage(FRAME, {
            values: { email: text, firstName: text, country: text },
            errors,
            countries: [{ code: 'DE', name: text }],
          }),
          text,
        );
        clean(
          intakePage(FRAME, {
            step: 'runs',
            seen: null,
            action: '/start/t',
            values: { ...CALF, longestRun30d: text, redFlags: [text, 'none'], side: text },
            errors,
            overruled: [text],
            waits: [text],
            timeZones: [text],
          }),
          text,
        );
        clean(
          checkInPage(FRAME, {
            ...CHECK_IN,
            values: { note: text, longestRunMinutes: text },
            errors,
            strengthTest: text,
            due: EVERYTHING_DUE,
          }),
          text,
        );
        clean(
          mePage(FRAME, {
            ...ME,
            notice: text,
            headline: text,
            values: { until: text, timeZone: text },
            reasons: [{ code: 'x', short: text, long: text }],
          }),
          text,
        );
      }),
      { numRuns: 40 },
    ));
  it('in the words of plan, safety, operator and messages', () =>
    fc.assert(
      fc.property(evil, (text) => {
        const frame = {
          ...FRAME,
          operator: { name: text, postal: text, email: text, referral: null },
          numbers: { country: text, emergency: text, urgent: text },
        };
        clean(
          stoppedPage(frame, {
            safety: { ...PANEL, headline: text, because: [text], steps: [text], tell: [text], stopped: text },
          }),
          text,
        );
        clean(
          donePage(frame, {
            ...DONE,
            understood: [text],
            missing: [text],
            headline: text,
            changes: [{ track: 'running', direction: 'up', from: text, to: text }],
          }),
          text,
        );
        clean(
          flaredPage(frame, { ...FLARED, headline: text, restUntil: text, rest: [text], meUrl: text }),
          text,
        );
        clean(
          freshPage(frame, {
            ...FRESH,
            values: { seenOn: text, seenBy: text },
            errors: [{ field: 'seenOn', message: text }],
            seenRange: [text, text],
            because: [text],
            needs: text,
          }),
          text,
        );
        clean(
          worsePage(frame, {
            action: text,
            values: { painNow: text, redFlags: text },
            errors: [{ field: '', message: text }],
          }),
          text,
        );
        clean(noticePage(frame, { title: text, paragraphs: [text], link: text }, text), text);
        clean(
          mePage(frame, {
            ...ME,
            plan: {
              ...PLAN,
              levelName: text,
              phase: text,
              gates: [{ track: 'strength', gate: text, test: text, sources: [] }],
            },
          }),
          text,
        );
      }),
      { numRuns: 40 },
    ));
});

describe('particulars', () => {
  it('the dead link is the same bytes every time', () =>
    expect(deadLinkPage(FRAME)).toBe(deadLinkPage({ ...FRAME })));
  it.each([
    [6, false],
    [7, true],
    [10, true],
    [null, false],
  ] as const)('a tapped %s shows the safety text at once: %s', (selected, shown) => {
    const html = checkInPage(FRAME, { ...CHECK_IN, selected });
    expect(html.includes('That is a lot of pain')).toBe(shown);
    expect(formsOf(html)[0]?.fields[0]?.value).toBe(selected === null ? '' : String(selected));
  });
  it('an answer that is there already beats the tapped number', () => {
    const html = checkInPage(FRAME, { ...CHECK_IN, selected: 3, values: { painAverage: '5' } });
    expect(formsOf(html)[0]?.fields[0]?.value).toBe('5');
  });
  it('a stopped participant sees no exercise', () => {
    const html = mePage(FRAME, { ...ME, status: 'stopped', safety: PANEL });
    expect(html).not.toContain('Up on two, down on one');
    expect(html).toContain(PANEL.headline);
  });
  it('the report of worse asks for the stop signs before anything else', () => {
    const [form] = formsOf(worsePage(FRAME, WORSE));
    expect(form?.fields[0]?.name).toBe('redFlags');
  });
  it.each([
    [{ redFlags: ['chest', 'none'] }, 1, true],
    [{ redFlags: 'none' }, 1, false],
    [{}, 1, false],
    [{ redFlags: 'chest' }, 0, false],
  ] as const)(
    'a stop sign on a form with errors gets its answer at once: %j with %i errors: %s',
    (values, errors, shown) => {
      const wrong = { values, errors: Array.from({ length: errors }, () => ({ field: '', message: 'x' })) };
      expect(worsePage(FRAME, { ...WORSE, ...wrong }).includes('You ticked a stop sign')).toBe(shown);
      expect(freshPage(FRAME, { ...FRESH, ...wrong }).includes('You ticked a stop sign')).toBe(shown);
    },
  );
  it('resting says until when, what would change it, what the week becomes, in that order', () => {
    const html = flaredPage(FRAME, FLARED);
    const parts = [
      FLARED.restUntil,
      FLARED.rest[0] ?? '',
      FRAME.words.signs.today[0] ?? '',
      FLARED.headline,
      'href="/me/example"',
    ];
    const at = parts.map((part) => html.indexOf(part));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(formsOf(html)).toEqual([]);
  });
  it('coming back says what was told and who must have seen it, and offers only days that count', () => {
    const html = freshPage(FRAME, FRESH);
    for (const text of [
      ...FRESH.because,
      `seen by <strong>${FRESH.needs}</strong>`,
      'min="2026-03-02"',
      'max="2026-03-09"',
    ])
      expect(html).toContain(text);
  });
  it('the plan carries the way to say that it got worse; without a link nothing is said', () => {
    expect(mePage(FRAME, ME)).toContain('href="/w/example">My calf got worse</a>');
    expect(mePage(FRAME, { ...ME, worseUrl: null })).not.toContain('got worse');
  });
  it('a link asked for is announced as a status', () =>
    expect(mePage(FRAME, { ...ME, notice: 'A link is on its way.' })).toMatch(
      /role="status"><p>A link is on its way\.<\/p>/,
    ));
  it('the sign awaiting review follows the deployment', () => {
    expect(deadLinkPage(FRAME)).toContain('Awaiting clinical review.');
    expect(deadLinkPage({ ...FRAME, awaitingReview: false })).not.toContain('Awaiting clinical review.');
  });
  it('the trap is hidden from people and from assistive technology', () =>
    expect(signupPage(FRAME, { values: {}, errors: [], countries: [] })).toMatch(
      /<div class="trap" hidden aria-hidden="true">[\s\S]*?tabindex="-1"/,
    ));
});

describe('countries', () => {
  it('every country has a zone that exists', () => {
    for (const [code, name, zone] of COUNTRIES)
      expect(isTimeZone(zone), `${code} ${name} ${zone}`).toBe(true);
    expect(new Set(COUNTRIES.map(([code]) => code)).size).toBe(COUNTRIES.length);
    expect(countryDefaults('DE')).toEqual({ timeZone: 'Europe/Berlin', weekday: 1, hour: 7, units: 'km' });
    expect(countryDefaults('US').units).toBe('mi');
    expect(countryDefaults('??').timeZone).toBe('UTC');
  });
});

describe('headers', () => {
  it('allow exactly this style sheet', () => {
    expect(STYLES_SHA256).toBe(createHash('sha256').update(STYLES).digest('base64'));
    const inline = /<style>([\s\S]*?)<\/style>/.exec(PAGE_EXAMPLES[0]?.html ?? '')?.[1] ?? '';
    expect(createHash('sha256').update(inline).digest('base64')).toBe(STYLES_SHA256);
  });
  it.each(['public', 'private'] as const)('%s', (kind) => {
    const headers = pageHeaders(kind);
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${STYLES_SHA256}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cache-control']).toBe(kind === 'private' ? 'no-store' : 'public, max-age=300');
    expect(headers['x-robots-tag']).toBe(kind === 'private' ? 'noindex, nofollow' : undefined);
    expect(Object.keys(headers)).not.toContain('set-cookie');
  });
});
