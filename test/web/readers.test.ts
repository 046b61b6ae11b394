/** What the forms say, read from text: every field, its good values and a sentence for each bad one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IN_FIELDS, readCheckIn, readDone } from '../../web/forms/check-in.ts';
import { type FormValues, parseForm, type Read } from '../../web/forms/form-values.ts';
import { RETURN_FIELDS, type ReturnContext, readReturn } from '../../web/forms/fresh.ts';
import { readIntake } from '../../web/forms/intake.ts';
import { readMe, readPause, readRequest, readSettings } from '../../web/forms/me.ts';
import { weekdayOf } from '../../web/forms/rhythm.ts';
import { readSignup } from '../../web/forms/signup.ts';
import { readWorse, WORSE_FIELDS } from '../../web/forms/worse.ts';

const CONTEXT = {
  today: '2026-03-02',
  rhythm: { weekday: 1, hour: 7, timeZone: 'Europe/Berlin', units: 'km' },
} as const;
const INTAKE: FormValues = {
  consentHealth: 'yes',
  redFlags: 'none',
  conditions: 'none',
  side: 'left',
  hurtsWhen: 'running',
  clotRisk: 'none',
  painAverage: '3',
  painWorst: '4',
  nextDay: 'settled',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: '2',
  hour: '8',
  timeZone: 'Europe/London',
  units: 'mi',
};
const SIGNUP: FormValues = { email: 'ann@example.org', country: 'GB', adult: 'yes', consentEmail: 'yes' };
const OWN = { ownDomains: ['calf.example.org', 'mail.coach.example', 'reply.coach.example'] };
const PAUSE = {
  ...OWN,
  pauseRange: ['2026-03-03', '2026-04-26'],
} as const;
const SEEN: ReturnContext = { seenRange: ['2026-03-02', '2026-03-09'] };

const intakeErrors = (form: FormValues): readonly string[] => {
  const read = readIntake(form, CONTEXT);
  return read.kind === 'errors' ? read.errors.map((e) => e.field) : [read.kind];
};
const fieldsWrong = (read: Read<unknown>): readonly string[] =>
  read.ok ? [] : read.errors.map((e) => e.field);
const without = (form: FormValues, name: string): FormValues =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));

describe('parseForm', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
    ['a=%E2%82%AC+x', { a: '€ x' }],
    ['', {}],
    ['a', { a: '' }],
  ])('%s', (body, values) => expect(parseForm(body)).toEqual(values));

  it('keeps names of the language as plain names', () => {
    const values = parseForm('__proto__=x&constructor=y&painAverage=3');
    expect(Object.keys(values)).toEqual(['__proto__', 'constructor', 'painAverage']);
    expect(readCheckIn(values).ok).toBe(false);
  });

  it('never throws, whatever arrives, and no reader does', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(
              fc.tuple(
                fc.constantFrom(
                  ...CHECK_IN_FIELDS,
                  ...WORSE_FIELDS,
                  ...RETURN_FIELDS,
                  'what',
                  'email',
                  'side',
                  'action',
                  'until',
                  'step',
                  'back',
                  'weekday',
                ),
                fc.string(),
              ),
            )
            .map((pairs) => new URLSearchParams(pairs).toString()),
        ),
        (body) => {
          const form = parseForm(body);
          for (const read of [
            readSignup(form, OWN),
            readCheckIn(form),
            readDone(form),
            readMe(form, PAUSE),
            readSettings(form),
            readPause(form, PAUSE),
            readRequest(form, OWN),
            readWorse(form),
            readReturn(form, SEEN),
          ]) {
            if (!read.ok) expect(read.errors.length).toBeGreaterThan(0);
          }
          readIntake(form, CONTEXT);
        },
      ),
    ));
});

it('what is quoted back carries no control character', () => {
  const read = readDone({ '\0\u0007': 'x', action: 'repeat' });
  expect(read.ok ? [] : read.errors.map((e) => e.message)).toEqual([
    'The form carried a field we do not know: “\uFFFD\uFFFD”. Please use the form on this page.',
  ]);
});

describe('sign-up', () => {
  it('takes the least', () =>
    expect(readSignup(SIGNUP, OWN)).toEqual({
      ok: true,
      value: {
        email: 'ann@example.org',
        firstName: null,
        country: 'GB',
        timeZone: 'Europe/London',
        weekday: 1,
        hour: 7,
        units: 'mi',
        trapped: false,
      },
    }));
  it('takes wishes', () => {
    const read = readSignup(
      {
        ...SIGNUP,
        firstName: ' Zoë-Anne O’Neill ',
        country: 'de',
        timeZone: 'America/New_York',
        weekday: 'Friday',
        hour: '18',
        units: 'km',
      },
      OWN,
    );
    expect(read.ok && read.value).toMatchObject({
      firstName: 'Zoë-Anne O’Neill',
      country: 'DE',
      timeZone: 'America/New_York',
      weekday: 5,
      hour: 18,
      units: 'km',
    });
  });
  it('ignores fields it does not know', () =>
    expect(readSignup({ ...SIGNUP, phone: '1', comment: 'x' }, OWN).ok).toBe(true));
  it.each([
    'coach@calf.example.org',
    'coach@mail.coach.example',
    'r-abcdefghijklmnopqrstuvwxyz@reply.coach.example',
    'x@sub.reply.coach.example',
    'X@CALF.EXAMPLE.ORG',
  ])('refuses our own address %s, here and as a new one', (email) => {
    for (const read of [
      readSignup({ ...SIGNUP, email }, OWN),
      readRequest({ action: 'request', what: 'address', email }, OWN),
    ])
      expect(read).toMatchObject({ ok: false, errors: [{ field: 'email' }] });
    expect(readSignup({ ...SIGNUP, email: 'coach@coach.example' }, OWN).ok).toBe(true);
    expect(readSignup({ ...SIGNUP, email: 'ann@notcalf.example.org' }, OWN).ok).toBe(true);
  });
  it('notices the trap', () =>
    expect(readSignup({ ...SIGNUP, website: 'http://spam' }, OWN)).toMatchObject({
      ok: true,
      value: { trapped: true },
    }));

  it.each([
    'ann@example',
    'ann',
    '@example.org',
    'ann@',
    'a b@example.org',
    'ann@exa mple.org',
    'ann@example..org',
    'ann@-example.org',
    '"a b"@example.org',
    'Ann <ann@example.org>',
    'ann@example.org\r\nBcc: x@y.zz',
    'ann@example.org,bob@example.org',
    '.ann@example.org',
    'ann.@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    'änn@example.org',
    'a@b\u0000.org',
  ])('refuses the address %j', (email) =>
    expect(fieldsWrong(readSignup({ ...SIGNUP, email }, OWN))).toEqual(['email']),
  );
  it.each([
    'ann@example.org',
    'ann+calf@sub.example.co.uk',
    "o'neill@example.org",
    'a@b.co',
    'ann@xn--bcher-kva.example',
  ])('takes the address %s', (email) => expect(readSignup({ ...SIGNUP, email }, OWN).ok).toBe(true));

  it.each([
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['Ada+calf@пример.рф', 'Ada+calf@xn--e1afmkfd.xn--p1ai'],
  ])('takes the address %s as it travels', (email, sent) => {
    const read = readSignup({ ...SIGNUP, email }, OWN);
    expect(read.ok && read.value.email).toBe(sent);
    const moved = readRequest({ action: 'request', what: 'address', email }, OWN);
    expect(moved.ok && moved.value).toEqual({ what: 'address', email: sent });
  });
  it.each([
    'a@bü cher.example',
    'a@bücher',
    'a@bü/cher.example',
    'a@１２７.１',
    'a@ü..example',
    'ä@bücher.example',
  ])('refuses the address %j', (email) =>
    expect(fieldsWrong(readSignup({ ...SIGNUP, email }, OWN))).toEqual(['email']),
  );

  it.each([
    ['email', ''],
    ['email', ['a@b.co', 'c@d.co']],
    ['firstName', 'evil.com'],
    ['firstName', '<b>'],
    ['firstName', 'http://x'],
    ['firstName', 'x'.repeat(41)],
    ['country', ''],
    ['country', 'XX'],
    ['country', 'Germany'],
    ['adult', 'no'],
    ['adult', ''],
    ['consentEmail', 'on'],
    ['consentEmail', ''],
    ['timeZone', 'Mars/Base'],
    ['timeZone', '+02:00'],
    ['weekday', '8'],
    ['weekday', 'someday'],
    ['hour', '6'],
    ['hour', '21'],
    ['hour', '7.5'],
    ['units', 'yards'],
  ] as const)('refuses %s = %j with one sentence at that field', (name, value) => {
    const read = readSignup({ ...SIGNUP, [name]: value }, OWN);
    expect(fieldsWrong(read)).toEqual([name]);
    expect(!read.ok && read.errors[0]?.message).toMatch(/^.{15,}[.rg]$/);
    expect(!read.ok && read.values[name]).toEqual(value);
  });
  it('lists the errors in the order of the page', () =>
    expect(fieldsWrong(readSignup({ firstName: '<', units: 'x' }, OWN))).toEqual([
      'email',
      'firstName',
      'country',
      'adult',
      'consentEmail',
      'units',
    ]));
});

describe('the intake', () => {
  it('takes everything in one POST', () => {
    const read = readIntake(INTAKE, CONTEXT);
    expect(read).toMatchObject({
      kind: 'complete',
      answers: {
        redFlags: [],
        conditions: [],
        intent: null,
        clotRisk: [],
        painAverage: 3,
        weekday: 2,
        timeZone: 'Europe/London',
        units: 'mi',
      },
    });
  });

  it.each([
    'consentHealth',
    'redFlags',
    'conditions',
    'side',
    'painAverage',
    'painWorst',
    'nextDay',
    'runsNow',
    'ageBand',
    'strainLast12m',
  ])('needs an active answer to %s', (name) => expect(intakeErrors(without(INTAKE, name))).toEqual([name]));
  it.each([
    ['as a plain POST', {}],
    ['with what the first page hides in its form', { step: 'consent' }],
  ])('takes everything in one POST without the rhythm, %s: the sign-up knows it', (_how, hidden) => {
    const { weekday, hour, timeZone, units, ...rest } = INTAKE;
    const read = readIntake({ ...rest, ...hidden }, CONTEXT);
    expect(read.kind === 'complete' && read.answers).toMatchObject(CONTEXT.rhythm);
  });
  it.each(['weekday', 'hour', 'timeZone', 'units'])('knows %s from the sign-up', (name) => {
    const read = readIntake(without(INTAKE, name), CONTEXT);
    expect(read.kind === 'complete' && read.answers[name as 'hour']).toBe(CONTEXT.rhythm[name as 'hour']);
  });

  it.each([
    ['redFlags', 'shark'],
    ['redFlags', ''],
    ['conditions', ['none', 'gout']],
    ['consentHealth', 'maybe'],
    ['intent', 'win'],
    ['side', 'middle'],
    ['side', ['left', 'right']],
    ['site', 'knee'],
    ['onset', 'fast'],
    ['onsetDate', '2026-03-03'],
    ['onsetDate', '2026-02-30'],
    ['onsetDate', 'last week'],
    ['onsetDate', '03/01/2026'],
    ['onsetDate', '0999-01-01'],
    ['hurtsWhen', 'never'],
    ['clotRisk', 'yes'],
    ['painAverage', '11'],
    ['painAverage', '-1'],
    ['painAverage', '4,5'],
    ['painAverage', '4.5'],
    ['painAverage', 'four'],
    ['painAverage', '1e1'],
    ['painAverage', '0x3'],
    ['painAverage', ['3', '4']],
    ['painWorst', ' '],
    ['nextDay', 'fine'],
    ['twoLegRaise', 'ok'],
    ['singleLegRaise', 'yes'],
    ['singleLegReps', '11'],
    ['runsNow', 'true'],
    ['painRunning', '12'],
    ['longestRun30d', '601'],
    ['longestRun30d', '1 hour'],
    ['ageBand', '17'],
    ['strainLast12m', '4'],
    ['weekday', '0'],
    ['hour', '25'],
    ['timeZone', 'Berlin'],
    ['units', 'm'],
  ] as const)('refuses %s = %j at that field', (name, value) =>
    expect(intakeErrors({ ...INTAKE, [name]: value })).toEqual([name]),
  );

  it.each([
    ['redFlags', ['none', 'swelling'], ['swelling']],
    ['redFlags', 'pop,swelling', ['swelling', 'pop']],
    ['redFlags', ['swelling', 'swelling'], ['swelling']],
    ['conditions', ['none', 'heart'], ['heart']],
    ['clotRisk', 'none', []],
    ['clotRisk', ['none', 'travel'], ['travel']],
    ['painAverage', ' 3 ', 3],
    ['painAverage', '03', 3],
    ['painAverage', ['3', '3'], 3],
    ['singleLegReps', '0', 0],
    ['onsetDate', '2026-03-02', '2026-03-02'],
    ['strainLast12m', '3+', '3+'],
    ['strainLast12m', '3 ', '3+'],
    ['ageBand', '70 ', '70+'],
    ['weekday', 'mon', 1],
    ['weekday', 'SUNDAY', 7],
    ['site', '', null],
    ['longestRun30d', '0', 0],
  ] as const)('reads %s = %j as %j', (name, value, answer) => {
    const read = readIntake({ ...INTAKE, [name]: value }, CONTEXT);
    expect(read.kind === 'complete' ? read.answers[name] : read).toEqual(answer);
  });

  it('takes contradictions', () => {
    const odd: FormValues = {
      ...INTAKE,
      redFlags: ['none', 'walk'],
      runsNow: 'yes',
      painRunning: '2',
      longestRun30d: '0',
      painAverage: '6',
      painWorst: '1',
      side: 'none',
      intent: 'prevent',
      singleLegRaise: 'fine',
      twoLegRaise: 'cannotPain',
    };
    expect(readIntake(odd, CONTEXT).kind).toBe('complete');
  });

  it('refuses fields it does not know, on the first page', () => {
    const read = readIntake({ ...INTAKE, level: '7' }, CONTEXT);
    expect(read).toMatchObject({ kind: 'errors', step: 'consent', soFar: null });
  });
});

describe('the check-in', () => {
  it('is content with one number', () => {
    const read = readCheckIn({ painAverage: '4' });
    expect(read.ok && read.value).toMatchObject({
      painAverage: 4,
      painWorst: null,
      redFlags: null,
      sessionsDone: null,
      note: null,
    });
  });
  it.each([
    ['painAverage', ''],
    ['painAverage', '4,5'],
    ['painAverage', '11'],
    ['painAverage', ['1', '9']],
    ['painWorst', '-1'],
    ['nextDay', 'ok'],
    ['sessionsDone', '15'],
    ['sessionsDone', 'all'],
    ['longestRunMinutes', '601'],
    ['longestRunMinutes', '25 min'],
    ['painkillers', 'maybe'],
    ['redFlags', 'itchy'],
    ['redFlags', ['none', '<script>']],
    ['gateStrength', 'done'],
    ['gateRun', 'no'],
    ['runsDone', '8'],
    ['worstWhen', 'asleep'],
    ['raisesSore', '61'],
    ['raisesOther', 'x'],
    ['psfs', '11'],
    ['change', '6'],
    ['change', '-6'],
    ['conditions', 'flu'],
    ['normSex', 'x'],
    ['newSurfaceOrShoes', 'both'],
    ['note', 'x'.repeat(501)],
  ] as const)('refuses %s = %j at that field and keeps the rest', (name, value) => {
    const read = readCheckIn({ painAverage: '3', ...{ [name]: value } });
    expect(fieldsWrong(read)).toEqual([name]);
  });
  it('has a bad value in this table for every field', () => {
    const good: FormValues = Object.fromEntries(CHECK_IN_FIELDS.map((name) => [name, ['a?', 'b?']]));
    const wrong = fieldsWrong(readCheckIn(good));
    expect(wrong).toEqual(CHECK_IN_FIELDS);
  });
  it.each([
    ['redFlags', 'none', []],
    ['redFlags', ['none', 'chest'], ['chest']],
    ['change', '−3', -3],
    ['change', '+2', 2],
    ['change', '-0', 0],
    ['note', ' a\r\nb\u0007 ', 'a\nb'],
    ['note', '', null],
    ['longestRunMinutes', '0', 0],
    ['conditions', 'none', []],
    ['gateRun', 'notTried', 'notTried'],
  ] as const)('reads %s = %j as %j', (name, value, answer) => {
    const read = readCheckIn({ painAverage: '3', [name]: value });
    expect(read.ok ? read.value[name] : read).toEqual(answer);
  });
  it('refuses what it does not know', () =>
    expect(readCheckIn({ painAverage: '3', week: '9' }).ok).toBe(false));
  it('never reads an answer out of nothing', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCheckIn({ painAverage: text });
        if (read.ok)
          expect(String(read.value.painAverage)).toBe(
            text
              .trim()
              .replace(/^\+/, '')
              .replace(/^[-−–](?=0+$)/, '')
              .replace(/^0+(?=\d)/, ''),
          );
      }),
    ));
});

describe('after the check-in', () => {
  it.each(['easier', 'repeat'] as const)('reads %s', (action) =>
    expect(readDone({ action })).toEqual({ ok: true, value: { action } }),
  );
  it('reads when the worst was', () =>
    expect(readDone({ action: 'worstWhen', worstWhen: 'daily' })).toEqual({
      ok: true,
      value: { action: 'worstWhen', worstWhen: 'daily' },
    }));
  it.each([
    [{}, 'action'],
    [{ action: 'harder' }, 'action'],
    [{ action: 'worstWhen' }, 'worstWhen'],
    [{ action: 'easier', x: '1' }, ''],
  ] as const)('refuses %j', (form, field) => expect(fieldsWrong(readDone(form))).toEqual([field]));
});

describe('the participant’s page', () => {
  it.each([
    [{ action: 'easier' }, { action: 'easier' }],
    [{ action: 'resume' }, { action: 'resume' }],
    [
      { action: 'pause', until: '2026-03-03' },
      { action: 'pause', until: '2026-03-03' },
    ],
    [
      { action: 'pause', until: '2026-04-26' },
      { action: 'pause', until: '2026-04-26' },
    ],
    [
      { action: 'request', what: 'return' },
      { action: 'request', what: 'return' },
    ],
    [
      { action: 'request', what: 'history' },
      { action: 'request', what: 'history' },
    ],
    [
      { action: 'request', what: 'export' },
      { action: 'request', what: 'export' },
    ],
    [
      { action: 'request', what: 'erase' },
      { action: 'request', what: 'erase' },
    ],
    [
      { action: 'request', what: 'address', email: ' ann@example.org ' },
      { action: 'request', what: 'address', email: 'ann@example.org' },
    ],
    [
      { action: 'consent', consentResearch: 'yes' },
      { action: 'consent', what: 'research', given: true },
    ],
    [
      { action: 'consent', consentResearch: 'no' },
      { action: 'consent', what: 'research', given: false },
    ],
    [
      { action: 'consent', consentHealth: 'no', sure: 'yes' },
      { action: 'consent', what: 'health', given: false },
    ],
    [{ action: 'settings' }, { action: 'settings', settings: {} }],
    [
      {
        action: 'settings',
        weekday: 'tue',
        hour: '20',
        timeZone: 'Asia/Tokyo',
        units: 'km',
        rhythm: 'lighter',
      },
      {
        action: 'settings',
        settings: { weekday: 2, hour: 20, timeZone: 'Asia/Tokyo', units: 'km', rhythm: 'lighter' },
      },
    ],
  ] as const)('reads %j', (form, value) => expect(readMe(form, PAUSE)).toEqual({ ok: true, value }));
  it.each([
    [{}, 'action'],
    [{ action: 'fly' }, 'action'],
    [{ action: 'pause' }, 'until'],
    [{ action: 'pause', until: '2026-03-02' }, 'until'],
    [{ action: 'pause', until: '2026-04-27' }, 'until'],
    [{ action: 'pause', until: 'soon' }, 'until'],
    [{ action: 'settings', rhythm: 'daily' }, 'rhythm'],
    [{ action: 'settings', hour: '3' }, 'hour'],
    [{ action: 'settings', weekday: 'x' }, 'weekday'],
    [{ action: 'settings', timeZone: 'x' }, 'timeZone'],
    [{ action: 'settings', units: 'x' }, 'units'],
    [{ action: 'settings', until: '2026-03-05' }, ''],
    [{ action: 'easier', until: '2026-03-05' }, ''],
    [{ action: ['easier', 'repeat'] }, 'action'],
    [{ action: 'consent' }, 'consentResearch'],
    [{ action: 'consent', consentResearch: 'maybe' }, 'consentResearch'],
    [{ action: 'consent', consentHealth: 'yes' }, 'consentHealth'],
    [{ action: 'consent', consentHealth: 'no' }, 'sure'],
    [{ action: 'consent', consentHealth: 'no', sure: 'perhaps' }, 'sure'],
    [{ action: 'consent', consentHealth: 'no', consentResearch: 'yes', sure: 'yes' }, ''],
    [{ action: 'consent', consentEmail: 'no' }, ''],
    [{ action: 'request' }, 'what'],
    [{ action: 'request', what: 'money' }, 'what'],
    [{ action: 'request', what: ['return', 'erase'] }, 'what'],
    [{ action: 'request', what: 'address' }, 'email'],
    [{ action: 'request', what: 'address', email: 'ann@' }, 'email'],
    [{ action: 'request', what: 'address', email: 'Ann <ann@example.org>' }, 'email'],
    [{ action: 'request', what: 'history', email: 'ann@example.org' }, ''],
    [{ action: 'request', what: 'return', email: 'ann@example.org' }, ''],
    [{ action: 'request', what: 'return', until: '2026-03-05' }, ''],
    [{ action: 'resume', what: 'return' }, ''],
  ] as const)('refuses %j', (form, field) => expect(fieldsWrong(readMe(form, PAUSE))).toEqual([field]));
  it.each([
    ['1', 1],
    ['7', 7],
    ['Mon', 1],
    ['thursday', 4],
    ['sat', 6],
    ['0', null],
    ['8', null],
    ['mo', null],
    ['', null],
  ] as const)('weekday %j is %j', (text, day) => expect(weekdayOf(text)).toBe(day));
});
