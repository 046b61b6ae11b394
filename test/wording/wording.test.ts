/**
 * Nothing promises what education cannot, and everything says what it must (docs/architecture.md §19.2,
 * docs/clinical-rules.md §10.1).
 */
import { describe, expect, test } from 'vitest';
import { ALLOWED, checkWording, STEMS } from '../../tools/quality/guards/wording.ts';
import { WORDS } from '../web/page-examples.ts';
import { mails, pages, TEXTS, visible } from './texts.ts';

describe('no text', () => {
  const report = checkWording(TEXTS);
  test('says what must not be said', () => {
    expect(report.findings).toEqual([]);
    expect(report.sentences).toBeGreaterThan(5000);
  });
  test('needs an allowance that nobody uses any more', () => expect(report.unused).toEqual([]));
  test('is allowed without a reason', () => {
    for (const { rule, why } of ALLOWED) {
      expect(STEMS.map((s) => s.rule)).toContain(rule);
      expect(why.length).toBeGreaterThan(8);
    }
  });
});

describe('canary: each rule sees its word', () => {
  const CANARIES: Readonly<Record<string, string>> = {
    diagnosis: 'We diagnose your calf.',
    treatment: 'A treatment for runners.',
    cure: 'It cures sore calves.',
    heal: 'Your calf heals sooner.',
    therapy: 'Exercise therapy by mail.',
    rehabilitation: 'Rehabilitate your calf.',
    prescription: 'We prescribe a dose.',
    patient: 'For patients with calf pain.',
    clinical: 'A medical-grade programme.',
    monitoring: 'We monitor your pain.',
    relief: 'It relieves pain.',
    prevention: 'It prevents injury.',
    detection: 'It detects a clot.',
    calculation: 'We calculate your dose.',
    'risk of the reader': 'Your risk is low.',
    reassurance: 'You do not need to see a doctor.',
    proof: 'Clinically proven.',
    'sensor or picture': 'Upload a video of your run.',
  };
  test('there is one for each', () => expect(Object.keys(CANARIES)).toEqual(STEMS.map((s) => s.rule)));
  test.each(Object.entries(CANARIES))('%s', (rule, text) => {
    expect(checkWording([{ where: 'canary', text }]).findings.join('\n')).toContain(`canary: ${rule}: `);
  });
  test('an allowance holds for its sentence and its rule alone', () => {
    const said = 'It does not diagnose, treat or monitor.';
    expect(checkWording([{ where: 'x', text: said }]).findings).toEqual([]);
    expect(checkWording([{ where: 'x', text: `${said} It treats pain.` }]).findings).toHaveLength(1);
    expect(checkWording([{ where: 'x', text: 'patient walk–jog steps that heal' }]).findings).toHaveLength(1);
  });
  test('physiotherapy and health are ordinary words', () => {
    expect(
      checkWording([{ where: 'x', text: 'A physiotherapist asks about your health. Physiotherapy helps.' }])
        .findings,
    ).toEqual([]);
  });
  test('the claims of docs/clinical-rules.md §10.1 are among the rules', () => {
    for (const text of [
      'Members have 68% less pain.',
      'You will have 2.4 times fewer injuries.',
      'Take 400 mg.',
      'You may have a DVT.',
    ])
      expect(checkWording([{ where: 'x', text }]).findings.length, text).toBeGreaterThan(0);
  });
});

describe('every page', () => {
  test.each(pages.map((p) => [p.name, visible(p.html)] as const))(
    '%s says what it is not, who runs it and where the stop signs are',
    (_, text) => {
      expect(text).toContain('Education, not medical care.');
      expect(text).toContain(
        'It does not examine, diagnose or treat, and nobody here is your doctor or physiotherapist.',
      );
      expect(text).toMatch(/Run by .+, .+/);
      expect(text).toContain('Stop signs');
      expect(text).toMatch(/In an emergency call /);
    },
  );
  test.each(['landing', 'signup', 'safety'])('%s shows the stop signs themselves', (page) => {
    for (const { html } of pages.filter((p) => p.page === page))
      for (const sign of WORDS.signs.today) expect(visible(html)).toContain(sign);
  });
  test('sign-up asks for the age, and each consent stands alone', () => {
    for (const { html } of pages.filter((p) => p.page === 'signup'))
      expect(visible(html)).toMatch(/18 or older/);
  });
});

describe('every mail', () => {
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  test.each(mails.map((m) => [m.id, m] as const))('%s', (_, { view, text, html }) => {
    const { links, operator } = view.frame;
    for (const form of [flat(text), flat(visible(html))]) {
      expect(form).toContain('It is not medical advice, and it does not diagnose, treat or monitor.');
      expect(form).toContain('stop signs and who to call');
      expect(form).toContain(operator.name);
      expect(form).toContain(operator.postal);
    }
    expect(text).toContain(links.safety);
    expect(html).toContain(links.safety);
    if (links.unsubscribe !== null) {
      expect(text).toContain(links.unsubscribe);
      expect(html).toContain(links.unsubscribe);
      expect(flat(text)).toContain('Unsubscribe from all mails');
    }
  });
  test('a mail to a confirmed address can always be left', () => {
    for (const { kind, view } of mails)
      if (kind !== 'confirm' && kind !== 'already') expect(view.frame.links.unsubscribe, kind).not.toBeNull();
  });
  test('a plan prints the stop signs themselves', () => {
    const plans = mails.filter((m) => m.kind === 'start' || m.kind === 'plan');
    expect(plans.length).toBeGreaterThan(2);
    for (const { view, text } of plans)
      if ('stopSigns' in view.body)
        for (const sign of view.body.stopSigns) expect(flat(text)).toContain(flat(sign));
  });
  test('a safety mail gives the numbers of the country, no exercise, and says to ignore one that crossed', () => {
    for (const { kind, view, text } of mails.filter((m) => m.kind === 'safety')) {
      expect(kind).toBe('safety');
      expect(text).toContain(view.frame.numbers.emergency);
      expect(flat(text)).toContain('If an exercise mail crossed with this one, please ignore it.');
      expect(text).not.toMatch(/\b\d sets?\b|EX-\d\d/);
    }
  });
});
