/**
 * The shoe check: its page, its reader, its advice. Field names are written out from
 * docs/clinical-rules.md §5.6.
 */
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { shoeAnswers } from '../../program/answers/shoes.ts';
import { shoeAdviceText } from '../../program/shoe-fit/advice-text.ts';
import { shoeAdvice } from '../../program/shoe-fit/rules.ts';
import type { FormValues } from '../../views/page/page-views.ts';
import { NO_ADVICE, SHOES, SHOES_ADVICE } from '../../web/examples/running.ts';
import { parseForm, type Read } from '../../web/forms/form-values.ts';
import { readShoes, SHOE_FIELDS, shoeValues, toldNothing } from '../../web/forms/shoes.ts';
import { shoesPage } from '../../web/pages/running/shoes.ts';
import { shoesAdvicePage } from '../../web/pages/running/shoes-advice.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { FRAME } from './page-examples.ts';
import { formsOf } from './read-forms.ts';

const list = (text: string): readonly string[] => text.split(' ');
const YES_NO = list('yes no unsure');
const SCORE = list('0 1 2 3 4 5 6 7 8 9 10');
const FREE: readonly string[] | null = null;
const TABLE: Readonly<Record<string, readonly string[] | null>> = {
  gapMm: list('0 4 6 11 18'),
  nails: YES_NO,
  sides: YES_NO,
  heelSlip: YES_NO,
  numbTop: YES_NO,
  sizesDiffer: YES_NO,
  measuredLate: YES_NO,
  socks: YES_NO,
  comfort: SCORE,
  miles: FREE,
  worn: YES_NO,
  dueNew: YES_NO,
  pairs: list('1 2 3 4'),
  dropNow: FREE,
  minimal: YES_NO,
  dropChange8wk: list('lower same higher'),
  painAfterChange: YES_NO,
  arch: list('flat usual high unsure'),
  orthotics: YES_NO,
};
const wrong = (read: Read<unknown>): readonly string[] => (read.ok ? [] : read.errors.map((e) => e.field));

describe('the form', () => {
  const html = shoesPage(FRAME, SHOES);
  const [form, ...others] = formsOf(html);
  it('has exactly the fields and values of docs/clinical-rules.md §5.6, one button without a name, nothing chosen beforehand', () => {
    expect(others).toEqual([]);
    expect([form?.method, form?.action]).toEqual(['post', '/shoes/example']);
    expect(Object.fromEntries((form?.fields ?? []).map((f) => [f.name, f.options]))).toEqual(TABLE);
    expect((form?.fields ?? []).map((f) => f.name)).toEqual(Object.keys(TABLE));
    expect(SHOE_FIELDS).toEqual(Object.keys(TABLE));
    expect(form?.buttons).toEqual([{ name: null }]);
    expect(html).not.toMatch(/<(?:input|option)[^>]* (?:checked|selected)/);
  });
  it('every answer the programme takes is asked, but for the two known from the intake', () => {
    expect(Object.keys(shoeAnswers.parse({})).filter((name) => !SHOE_FIELDS.includes(name))).toEqual([
      'site',
      'runsRegularly',
    ]);
  });
  it('each choice on it is one the reader takes', () => {
    for (const [name, options] of Object.entries(TABLE))
      for (const option of options ?? ['7'])
        expect(readShoes({ [name]: option }).ok, `${name}=${option}`).toBe(true);
  });
  it.each(SHOE_FIELDS)('an error leads to %s', (field) => {
    const wrongPage = shoesPage(FRAME, { ...SHOES, errors: [{ field, message: 'Look here.' }] });
    expect(wrongPage).toContain(`<a href="#${field}">Look here.</a>`);
    expect(wrongPage).toMatch(new RegExp(`<(?:input|select)[^>]* id="${field}"`));
    expect(wrongPage).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
    expect(wrongPage).toContain('<title>Error: ');
  });
});

describe('the reader', () => {
  it('takes an empty form: everything is unknown', () => {
    const read = readShoes({});
    expect(read).toEqual({ ok: true, value: shoeAnswers.parse({}) });
    expect(read.ok && toldNothing(read.value)).toBe(true);
  });
  it.each([
    ['gapMm', '0', 0],
    ['gapMm', '20', 20],
    ['gapMm', '', null],
    ['comfort', '10', 10],
    ['miles', '412', 412],
    ['miles', '412 miles', 412],
    ['miles', '1 mile', 1],
    ['miles', '300mi', 300],
    ['miles', '804 km', 500],
    ['miles', '805 km', 500],
    ['miles', '482km', 300],
    ['miles', '481 KM', 299],
    ['pairs', '9', 9],
    ['dropNow', '0', 0],
    ['nails', 'unsure', 'unsure'],
    ['site', 'heelbone', 'heelbone'],
    ['runsRegularly', 'yes', 'yes'],
  ] as const)('reads %s = %j as %j', (name, text, value) => {
    const read = readShoes({ [name]: text });
    expect(read.ok ? read.value[name] : read).toEqual(value);
  });
  it.each([
    ['gapMm', '21'],
    ['gapMm', '-1'],
    ['gapMm', 'thumb'],
    ['gapMm', ['0', '18']],
    ['nails', 'maybe'],
    ['sides', 'on'],
    ['heelSlip', '1'],
    ['numbTop', 'x'],
    ['sizesDiffer', 'x'],
    ['measuredLate', 'x'],
    ['socks', 'x'],
    ['comfort', '11'],
    ['miles', '5001'],
    ['miles', '9000 km'],
    ['miles', 'many'],
    ['miles', ['1 km', '2 km']],
    ['worn', 'x'],
    ['dueNew', 'x'],
    ['pairs', '0'],
    ['pairs', '10'],
    ['dropNow', '31'],
    ['dropNow', '4.5'],
    ['minimal', 'x'],
    ['dropChange8wk', 'none'],
    ['painAfterChange', 'x'],
    ['arch', 'x'],
    ['orthotics', 'x'],
    ['site', 'knee'],
    ['runsRegularly', 'x'],
  ] as const)('refuses %s = %j at that field and keeps the rest', (name, text) => {
    const form: FormValues = { nails: 'yes', [name]: text };
    const read = readShoes(form);
    expect(wrong(read)).toEqual([name]);
    expect(read.ok ? null : read.values).toBe(form);
  });
  it('refuses what it does not know', () =>
    expect(wrong(readShoes({ gapMm: '4', size: '42' }))).toEqual(['']));
  it('speaks in sentences', () => {
    const read = readShoes(Object.fromEntries(SHOE_FIELDS.map((name) => [name, ['a?', 'b?']])));
    expect(wrong(read)).toEqual(SHOE_FIELDS);
    for (const { message } of read.ok ? [] : read.errors) expect(message).toMatch(/^[A-Z“].*\.$/);
  });
  it('never throws, and shows again what it took', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...SHOE_FIELDS),
            fc.oneof(fc.constantFrom('yes', 'no', '4', 'lower', 'flat'), fc.string()),
          ),
        ),
        (pairs) => {
          const read = readShoes(parseForm(new URLSearchParams(pairs).toString()));
          if (read.ok) expect(readShoes(shoeValues(read.value))).toEqual(read);
        },
      ),
    ));
});

describe('the advice', () => {
  const curriculum = theCurriculum();
  const told = readShoes({
    gapMm: '0',
    nails: 'yes',
    sides: 'yes',
    heelSlip: 'yes',
    numbTop: 'yes',
    measuredLate: 'no',
    worn: 'yes',
    minimal: 'yes',
    arch: 'flat',
  });
  const advice = shoeAdvice(
    told.ok ? told.value : shoeAnswers.parse({}),
    { painAverage: 4, painWorst: 5, stage: 'R1' },
    curriculum.shoes,
  );
  const texts = advice.map((a) => shoeAdviceText(curriculum, a, 'mi'));
  const html = shoesAdvicePage(FRAME, { ...NO_ADVICE, advice: texts });

  it('shows every rule that fired, in order, with why and the works', () => {
    expect(advice.map((a) => a.rule)).toEqual(
      list('SH-09 SH-01 SH-02 SH-03 SH-05 SH-12 SH-06 SH-07 SH-13 SH-14'),
    );
    const at = texts.map(({ long }) => html.indexOf(long));
    expect(at.every((place, i) => place > (at[i - 1] ?? -1))).toBe(true);
    for (const { why } of texts) expect(html).toContain(why);
    expect(html).toContain(
      '<a href="https://doi.org/10.1186/s13047-018-0284-z">Buldt AK, Menz HB. J Foot Ankle Res 2018;11:43.</a>',
    );
  });
  it('is valid with all twenty texts on it', async () => {
    const all = Object.keys(curriculum.shoeWords.rules).map((key) =>
      shoeAdviceText(
        curriculum,
        { rule: 'SH-01', key: key as (typeof advice)[number]['key'], params: { halfSizes: 1 } },
        'mi',
      ),
    );
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });
    const report = await validator.validateString(shoesAdvicePage(FRAME, { ...NO_ADVICE, advice: all }));
    expect(report.results.flatMap((r) => r.messages.map((m) => m.message))).toEqual([]);
  });
  it('has no form and leads back', () => {
    expect(formsOf(html)).toEqual([]);
    expect(html).toContain('<a href="/shoes/example">Change an answer</a>');
    expect(html).toContain('<a href="/me/example">');
  });
  it('tells nothing to change from nothing told', () => {
    expect(shoesAdvicePage(FRAME, NO_ADVICE)).toContain('Keep the shoes you have.');
    expect(shoesAdvicePage(FRAME, { ...NO_ADVICE, toldNothing: true })).not.toContain(
      'Keep the shoes you have.',
    );
  });
  it('lets nothing in get out as markup', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^zqx["'<>]{1,3}[<>"'&=/ a-z]{0,12}$/), (text) => {
        const first = {
          rule: 'SH-01',
          short: text,
          long: text,
          why: text,
          works: [{ cite: text, url: text }],
        } as const;
        expect(
          shoesAdvicePage(FRAME, { ...SHOES_ADVICE, advice: [first], changeUrl: text, meUrl: text }),
        ).not.toContain(text);
        const errors = [{ field: 'miles', message: text }];
        expect(
          shoesPage(FRAME, { action: text, values: { miles: text, gapMm: text, dropNow: text }, errors }),
        ).not.toContain(text);
      }),
    ));
});
