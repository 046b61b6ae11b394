/**
 * About your running: its page and its reader. Field names are written out from docs/contract.md §2.1,
 * "Later".
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutRunning, freeTexts, weeklyMiles } from '../../program/answers/about-running.ts';
import type { FormValues } from '../../views/page/page-views.ts';
import { RUNNING } from '../../web/examples/running.ts';
import { ABOUT_RUNNING_FIELDS, aboutRunningValues, readAboutRunning } from '../../web/forms/about-running.ts';
import { parseForm, type Read } from '../../web/forms/form-values.ts';
import { runningPage } from '../../web/pages/running/running.ts';
import { FRAME } from './page-examples.ts';
import { formsOf } from './read-forms.ts';

const KM = { units: 'km' } as const;
const list = (text: string): readonly string[] => text.split(' ');
const YES_NO = ['yes', 'no'];
const FREE: readonly string[] | null = null;
const TABLE: Readonly<Record<string, readonly string[] | null>> = {
  arch: list('flat usual high unsure'),
  surface: list('road treadmill track trail sand hills mixed'),
  weeklyDistance: FREE,
  raisedRecently: YES_NO,
  warmsUp: YES_NO,
  crossTrains: YES_NO,
  strengthTrains: YES_NO,
  sitsLong: YES_NO,
  psfs: Array.from({ length: 11 }, (_, n) => String(n)),
  planWhen: FREE,
  planIfMissed: FREE,
  goal: FREE,
  goalMinutes: FREE,
  raceDate: FREE,
  raceDistance: FREE,
  raceMinutes: FREE,
};
const wrong = (read: Read<unknown>): readonly string[] => (read.ok ? [] : read.errors.map((e) => e.field));

describe('the form', () => {
  const html = runningPage(FRAME, RUNNING);
  const [form, ...others] = formsOf(html);
  it('has exactly the fields of the contract, one button without a name, nothing chosen beforehand', () => {
    expect(others).toHaveLength(1);
    expect([form?.method, form?.action]).toEqual(['post', '/running/example']);
    expect(Object.fromEntries((form?.fields ?? []).map((f) => [f.name, f.options]))).toEqual(TABLE);
    expect((form?.fields ?? []).map((f) => f.name)).toEqual(Object.keys(TABLE));
    expect(form?.buttons).toEqual([{ name: null }]);
    expect(html).not.toMatch(/<(?:input|option)[^>]* (?:checked|selected)/);
  });
  it('asks the painkiller questions folded, in a form of their own, in the words and the order of the contract', () => {
    const [asked] = others;
    expect([asked?.method, asked?.action, asked?.buttons]).toEqual([
      'post',
      '/running/example',
      [{ name: null }],
    ]);
    expect((asked?.fields ?? []).map((f) => [f.name, f.type])).toEqual([
      ['part', 'hidden'],
      ['nsaid', 'checkbox'],
    ]);
    expect(asked?.fields[1]?.options).toEqual(
      list(
        'asthmaAllergy ulcer kidney liver heartStroke bloodPressure thinnerAspirin pregnantBreastfeeding over60 alcohol interacting otherPainkiller bleedingLupus longHotRun none',
      ),
    );
    expect(html).toMatch(/<details class="fold" id="painkillers">/);
    expect(runningPage(FRAME, { ...RUNNING, errors: [{ field: 'nsaid', message: 'Tick.' }] })).toContain(
      'id="painkillers" open',
    );
  });
  it('asks all that the reader takes, in the words of the contract', () => {
    expect([...ABOUT_RUNNING_FIELDS].sort()).toEqual(Object.keys(TABLE).sort());
    expect(ABOUT_RUNNING_FIELDS.join(' ')).toBe(
      'arch surface weeklyDistance raisedRecently warmsUp crossTrains strengthTrains sitsLong planWhen planIfMissed psfs goalMinutes raceDate raceDistance raceMinutes goal',
    );
  });
  it('asks for the measure of the start only while it is one', () =>
    expect(runningPage(FRAME, { ...RUNNING, asksPsfs: false })).not.toContain('psfs'));
  it('asks for the distance in the runner’s units', () => {
    expect(html).toContain('in kilometres');
    expect(runningPage(FRAME, { ...RUNNING, units: 'mi' })).toContain('in miles');
  });
  it.each(Object.keys(TABLE))('an error leads to %s', (field) => {
    const page = runningPage(FRAME, { ...RUNNING, errors: [{ field, message: 'Look here.' }] });
    expect(page).toContain(`<a href="#${field}">Look here.</a>`);
    expect(page).toMatch(new RegExp(`<input[^>]* id="${field}"`));
    expect(page).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
  });
  it('lets nothing in get out as markup', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^zqx["'<>]{1,3}[<>"'&=/ a-z]{0,12}$/), (text) => {
        const values = { goal: text, planWhen: text, planIfMissed: text, weeklyDistance: text, arch: text };
        expect(
          runningPage(FRAME, {
            ...RUNNING,
            action: text,
            meUrl: text,
            values,
            errors: [{ field: 'goal', message: text }],
          }),
        ).not.toContain(text);
      }),
    ));
});

describe('the reader', () => {
  it('takes an empty form', () =>
    expect(readAboutRunning({}, KM)).toEqual({
      ok: true,
      value: aboutRunning.parse({ distanceUnits: 'km' }),
    }));
  it('keeps words as they were written', () => {
    const goal = '10 km in the park, pain 0, ready to PROGRESS & “fly” <soon>';
    const read = readAboutRunning({ goal, planWhen: ' after breakfast ', weeklyDistance: '25' }, KM);
    expect(read.ok && read.value).toMatchObject({
      goal,
      planWhen: 'after breakfast',
      planIfMissed: null,
      weeklyDistance: 25,
      distanceUnits: 'km',
    });
    expect(read.ok && freeTexts(read.value)).toEqual([goal, 'after breakfast']);
  });
  it.each([
    ['goal', 200],
    ['planWhen', 120],
    ['planIfMissed', 120],
  ] as const)('%s: %i characters, not one more', (name, max) => {
    expect(readAboutRunning({ [name]: 'x'.repeat(max) }, KM).ok).toBe(true);
    expect(wrong(readAboutRunning({ [name]: 'x'.repeat(max + 1) }, KM))).toEqual([name]);
  });
  it.each([
    ['arch', 'round'],
    ['surface', 'moon'],
    ['surface', ['road', 'trail']],
    ['weeklyDistance', '401'],
    ['weeklyDistance', '25 km'],
    ['weeklyDistance', '-1'],
    ['raisedRecently', 'unsure'],
    ['warmsUp', 'x'],
    ['crossTrains', 'x'],
    ['strengthTrains', 'x'],
    ['sitsLong', 'x'],
    ['planWhen', 'two\nlines'],
    ['planIfMissed', 'a\u0000b'],
    ['goal', 'two\nlines'],
  ] as const)('refuses %s = %j at that field and keeps the rest', (name, text) => {
    const form: FormValues = { arch: 'flat', [name]: text };
    const read = readAboutRunning(form, KM);
    expect(wrong(read)).toEqual([name]);
    expect(read.ok ? null : read.values).toBe(form);
  });
  it('refuses what it does not know, units of its own among it', () => {
    expect(wrong(readAboutRunning({ distanceUnits: 'mi' }, KM))).toEqual(['']);
  });
  it('never throws, and shows again what it took', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...ABOUT_RUNNING_FIELDS),
            fc.oneof(fc.constantFrom('yes', 'no', '30', 'flat', 'sand'), fc.string()),
          ),
        ),
        (pairs) => {
          const read = readAboutRunning(parseForm(new URLSearchParams(pairs).toString()), KM);
          if (read.ok) expect(readAboutRunning(aboutRunningValues(read.value, KM), KM)).toEqual(read);
        },
      ),
    ));
});

it('a distance is counted in miles, and never shown in units it was not told in', () => {
  const told = aboutRunning.parse({ weeklyDistance: 65, distanceUnits: 'km' });
  expect(weeklyMiles(told)).toBeCloseTo(40.39, 2);
  expect(weeklyMiles({ ...told, distanceUnits: 'mi' })).toBe(65);
  expect(weeklyMiles({ ...told, weeklyDistance: null })).toBeNull();
  expect(aboutRunningValues(told, KM)).toEqual({ weeklyDistance: '65' });
  expect(aboutRunningValues(told, { units: 'mi' })).toEqual({});
});
