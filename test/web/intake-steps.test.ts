/** The intake one thing a page: what comes next, what is carried, and that no way through it says less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntakeStep } from '../../views/page/page-views.ts';
import { CALF, TIME_ZONES } from '../../web/examples/data.ts';
import { type FormValues, parseForm } from '../../web/forms/form-values.ts';
import { INTAKE_STEPS, type IntakeRead, readIntake, ticksOverNone } from '../../web/forms/intake.ts';
import { intakePage } from '../../web/pages/intake/intake.ts';
import { cases } from '../support/effort.ts';
import { FRAME } from './page-examples.ts';
import { formsOf, type ReadField } from './read-forms.ts';

const CONTEXT = {
  today: '2026-03-02',
  rhythm: { weekday: 1, hour: 7, timeZone: 'Europe/Berlin', units: 'km' },
} as const;
const WHOLE: FormValues = {
  ...CALF,
  clotRisk: 'none',
  runsNow: 'yes',
  painRunning: '2',
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: '2',
  hour: '8',
  timeZone: 'Europe/London',
  units: 'mi',
};
type Open = Exclude<IntakeRead, { kind: 'complete' }>;
const opened = (read: IntakeRead): Open => {
  if (read.kind === 'complete') throw new Error('the intake was complete');
  return read;
};
const START: Open = {
  kind: 'step',
  step: 'consent',
  seen: null,
  errors: [],
  values: {},
  soFar: null,
  calfDone: false,
};
const pageOf = ({ step, seen, values, errors }: Open): string =>
  intakePage(FRAME, { step, seen, values, errors, action: '/start/t', timeZones: TIME_ZONES });
const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Sends a page as a browser without scripts does: hidden fields, what was chosen, the button pressed. */
function send(page: Open, chosen: FormValues): IntakeRead {
  const [form] = formsOf(pageOf(page));
  const markup = pageOf(page).split('</form>')[0] ?? '';
  const body = new URLSearchParams();
  for (const [hidden] of markup.matchAll(/<input type="hidden"[^>]*>/g))
    body.append(/name="([^"]*)"/.exec(hidden)?.[1] ?? '', /value="([^"]*)"/.exec(hidden)?.[1] ?? '');
  const shown: readonly ReadField[] = (form?.fields ?? []).filter((f) => f.type !== 'hidden');
  for (const { name, options } of shown) {
    const mine = listed(chosen[name]).filter((v) => options === null || options.includes(v));
    for (const value of mine) body.append(name, value);
    // "None of these" where nothing on the page is true: its button.
    if (mine.length === 0 && (form?.buttons ?? []).some((b) => b.name === name)) body.append(name, 'none');
  }
  return readIntake(parseForm(body.toString()), CONTEXT);
}
function goBack(page: Open): Open {
  const fields = formsOf(pageOf(page))[1]?.fields ?? [];
  return opened(readIntake(Object.fromEntries(fields.map((f) => [f.name, f.value])), CONTEXT));
}
function walk(chosen: FormValues): { readonly steps: readonly IntakeStep[]; readonly end: IntakeRead } {
  const steps: IntakeStep[] = [];
  let read: IntakeRead = START;
  while (read.kind === 'step' && steps.length < 40) {
    steps.push(read.step);
    read = send(read, chosen);
  }
  return { steps, end: read };
}

describe('the way through the intake', () => {
  const ALL = INTAKE_STEPS.map(({ id }) => id);
  it.each([
    ['with pain', WHOLE, ALL],
    ['without pain', { ...WHOLE, painAverage: '0', painWorst: '0' }, ALL.filter((id) => id !== 'hurts')],
    ['after a journey', { ...WHOLE, redFlags: 'journey', calfSince: 'no' }, ALL],
    ['of somebody who does not run', { ...WHOLE, runsNow: 'no', painRunning: [] }, ALL],
  ] as const)('%s asks every page once, in order, and ends', (_who, chosen, steps) => {
    const { steps: asked, end } = walk(chosen);
    expect([asked, end.kind]).toEqual([steps, 'complete']);
  });

  it('starts with the consent, and asks no page that leaves a list unanswered', () => {
    expect(readIntake({ step: 'consent' }, CONTEXT)).toMatchObject({ kind: 'errors', step: 'consent' });
    const first = { step: 'consent', consentHealth: 'yes' };
    expect(readIntake(first, CONTEXT)).toMatchObject({ kind: 'step', step: 'signsNow', seen: 'consent' });
  });

  const LISTS = INTAKE_STEPS.filter(({ lines }) => lines !== undefined);
  it.each(LISTS)('$id with nothing ticked is asked again, whatever other lists said', ({ id, fields }) => {
    const name = fields[0] ?? '';
    const others = LISTS.filter((list) => list.id !== id && list.fields[0] === name).flatMap(
      (list) => list.lines?.slice(0, 1) ?? [],
    );
    const read = readIntake({ ...WHOLE, step: id, [name]: others }, CONTEXT);
    expect(read).toMatchObject({ kind: 'errors', step: id, errors: [{ field: name }] });
    expect(opened(read).errors[0]?.message).toBe('Please tick what is true for you, or “None of these”.');
  });

  it.each(LISTS)('a tick of $id wins over its “none”, and is named', ({ id, fields, lines = [] }) => {
    const name = fields[0] ?? '';
    const sent = { consentHealth: 'yes', redFlags: 'none', step: id, [name]: ['none', lines[0] ?? ''] };
    const read = opened(readIntake(sent, CONTEXT));
    expect(ticksOverNone(sent)).toEqual([[name, lines[0]]]);
    expect(read.kind).toBe('step');
    expect(read.soFar?.[name as 'redFlags']).toEqual([lines[0]]);
    expect(ticksOverNone({ ...sent, [name]: 'none' })).toEqual([]);
  });

  it('“none” to one list of several says nothing of the others', () => {
    const whole = readIntake({ ...WHOLE, redFlags: [] }, CONTEXT);
    expect(whole).toMatchObject({ kind: 'errors', step: 'signsNow' });
    const next = send(opened(whole), { ...WHOLE, redFlags: [] });
    expect(next).toMatchObject({ kind: 'step', step: 'signsToday' });
  });

  it('asks once more, without scolding, what an answer changed by going back has opened', () => {
    let page = START;
    while (page.step !== 'raises') page = opened(send(page, { ...WHOLE, painAverage: '0', painWorst: '0' }));
    while (page.step !== 'pain') page = goBack(page);
    expect(send(page, WHOLE)).toMatchObject({ kind: 'step', step: 'hurts', errors: [] });
  });

  it('a question left open to a page not sent yet adds nothing; sent, it counts', () => {
    const atPain = readIntake(
      { ...WHOLE, step: 'pain', hurtsWhen: [], clotRisk: [], ...{ twoLegRaise: [], singleLegRaise: [] } },
      CONTEXT,
    );
    expect(opened(atPain).soFar).toMatchObject({ painAverage: 4, clotRisk: [], hurtsWhen: 'running' });
  });
});

/** A person's answers, complete and in the words of the pages. */
const person = fc
  .record({
    signs: fc.subarray(['wakes', 'bone', 'bruise', 'newMedicine', 'journey', 'operation', 'fever']),
    conditions: fc.subarray(['kidney', 'arthritis', 'cancer', 'heart', 'otherMainPain']),
    calfSince: fc.constantFrom('no', 'yes', 'unsure'),
    side: fc.constantFrom('left', 'right', 'both', 'none'),
    site: fc.constantFrom('upper', 'achilles', 'other'),
    onset: fc.constantFrom('sudden', 'gradual'),
    hurtsWhen: fc.constantFrom('running', 'later', 'notLinked', 'unsure'),
    clotRisk: fc.subarray(['oestrogen', 'smoking', 'familyClot']),
    painAverage: fc.integer({ min: 0, max: 10 }).map(String),
    painWorst: fc.integer({ min: 0, max: 10 }).map(String),
    nextDay: fc.constantFrom('settled', 'worse24', 'longer', 'stiffBoth'),
    twoLegRaise: fc.constantFrom('fine', 'hurts', 'cannotPain', 'notTried'),
    runsNow: fc.constantFrom('yes', 'reduced', 'no', 'new'),
    painRunning: fc.integer({ min: 0, max: 10 }).map(String),
    longestBefore: fc.integer({ min: 0, max: 600 }).map(String),
    ageBand: fc.constantFrom('18-29', '70+'),
    strainLast12m: fc.constantFrom('0', '3+'),
  })
  .map(({ signs, conditions, clotRisk, ...rest }) => ({
    consentHealth: 'yes',
    ...rest,
    redFlags: signs.length === 0 ? 'none' : signs,
    conditions: conditions.length === 0 ? 'none' : conditions,
    clotRisk: clotRisk.length === 0 ? 'none' : clotRisk,
    weekday: '3',
    hour: '18',
    timeZone: 'Europe/London',
    units: 'km',
  }));

/** What the pages of this person ask; the rest is not asked and stays open. */
function askedOf(chosen: Readonly<Record<string, string | readonly string[]>>): FormValues {
  const hurts = chosen['painAverage'] !== '0' || chosen['painWorst'] !== '0';
  const since = ['newMedicine', 'journey', 'operation'].some((s) => chosen['redFlags']?.includes(s));
  const left = [
    ...(hurts ? [] : ['hurtsWhen', 'clotRisk', 'calfSince']),
    ...(since ? [] : ['calfSince']),
    ...(chosen['runsNow'] === 'no' ? ['painRunning'] : []),
  ];
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => !left.includes(name)));
}

describe('whatever way somebody goes', () => {
  it('the answers are those of one POST of everything', () =>
    fc.assert(
      fc.property(
        person,
        fc.array(fc.constantFrom('back', 'twice', 'empty', 'on', 'on', 'on'), { maxLength: 30 }),
        (chosen, moves) => {
          const whole = readIntake(askedOf(chosen), CONTEXT);
          let page: Open = START;
          const say = (read: IntakeRead): boolean => {
            if (read.kind === 'complete') {
              expect(read).toEqual(whole);
              return true;
            }
            page = read;
            return false;
          };
          for (const move of moves) {
            if (move === 'back' && page.step !== 'consent') page = goBack(page);
            else if (move === 'empty' && page.step === 'pain') page = opened(send(page, {}));
            // The same page sent again, as from the history of a browser.
            else if (move === 'twice') expect(send(page, chosen)).toEqual(send(page, chosen));
            else if (say(send(page, chosen))) return;
          }
          for (let n = 0; n < 40; n += 1) if (say(send(page, chosen))) return;
          expect.fail(`never came to an end: ${page.step}`);
        },
      ),
      { seed: 20261130, numRuns: cases(60) },
    ));
});
