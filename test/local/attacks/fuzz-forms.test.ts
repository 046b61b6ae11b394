/**
 * Forms nobody would fill: names, values, duplicates, encodings, arrays, sizes. Never a 500, nothing written
 * where the answer is an error, and every reader total. FUZZ_RUNS gives it more work, FUZZ_SEED another
 * beginning; a failure names its seed.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FORM_BYTES } from '../../../functions/shell/web/http.ts';
import type { LocalRun } from '../../../local/run.ts';
import { CONDITIONS, WEEKLY_RED_FLAGS } from '../../../program/answers/intake.ts';
import { CHECK_IN_FIELDS, readCheckIn, readDone } from '../../../web/forms/check-in.ts';
import { readConfirm } from '../../../web/forms/confirm.ts';
import { type FormValues, parseForm, type Read } from '../../../web/forms/form-values.ts';
import { readReturn } from '../../../web/forms/fresh.ts';
import { INTAKE_STEPS, readIntake } from '../../../web/forms/intake.ts';
import { readMe } from '../../../web/forms/me.ts';
import { readSignup } from '../../../web/forms/signup.ts';
import { readWorse } from '../../../web/forms/worse.ts';
import { cases } from '../../support/effort.ts';
import { everybody, type Somebody, type StatusName } from '../support/everybody.ts';
import { addressesOf, PURPOSE_OF, routesOfBundles, segmentOf, takesToken } from '../support/routes.ts';
import { startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? cases(800));
const seed = Number(process.env['FUZZ_SEED'] ?? 20260302);
const TYPE = 'application/x-www-form-urlencoded';

const NAMES = [
  ...new Set([...CHECK_IN_FIELDS, ...INTAKE_STEPS.flatMap(({ fields }) => fields)]),
  ...[
    'email',
    'firstName',
    'country',
    'adult',
    'consentEmail',
    'website',
    'action',
    'what',
    'until',
    'rhythm',
    'painNow',
    'sudden',
    'when',
    'seenBy',
    'seenOn',
    'said',
    'step',
  ],
  ...['goal', 'planWhen', 'weeklyDistance', 'arch', 'surface', 'nails', 'worn', 'gapMm'],
];
const STRANGE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  'painAverage[]',
  'painAverage[0]',
  'a.b',
  '%00',
  'PAINAVERAGE',
  'pain Average',
  '🏃',
  'x'.repeat(500),
];
const WORDS = [
  ...[
    'yes',
    'no',
    'none',
    'unsure',
    'settled',
    'pain',
    'notTried',
    'easier',
    'repeat',
    'pause',
    'resume',
    'settings',
    'request',
    'return',
    'history',
    'erase',
    'export',
    'notMe',
    'doctor',
    'okToLoad',
  ],
  ...[
    'GB',
    'Europe/London',
    'Mars/Base',
    '30-39',
    '70+',
    '3+',
    'km',
    'left',
    'a@b.example',
    'full',
    'lighter',
    ...WEEKLY_RED_FLAGS.slice(0, 3),
    ...CONDITIONS.slice(0, 3),
  ],
  ...[
    '0',
    '2',
    '7',
    '10',
    '11',
    '-1',
    '-0',
    '+3',
    '1e3',
    '0x10',
    '٣',
    '2.5',
    '9'.repeat(30),
    'NaN',
    'Infinity',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '[object Object]',
  ],
  ...[
    '2026-03-30',
    '2026-02-30',
    '0000-00-00',
    '99999-01-01',
    '<script>',
    "';--",
    '=1+1',
    '../../x',
    '${x}',
    '{{x}}',
    '%s',
    '\0',
    '\r\nBcc: x@y.example',
    '\u202e',
    'e\u0301'.repeat(60),
  ],
];
const RAW = [
  '%00',
  '%C0%AF',
  '%ED%A0%80',
  '%FF',
  '%E0%A4',
  '%',
  '%zz',
  '+',
  '%2B',
  '&',
  '=',
  ';',
  '%26',
  '%3D',
  '\ufeff',
  '%EF%BB%BF',
];
const pair = fc.tuple(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  ),
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  ),
);
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '?')).replaceAll('%20', '+');
/** A body as bytes: pairs, raw pieces between them, sometimes far too long. */
const bodies = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: pair.map(([name, value]) => `${encoded(name)}=${encoded(value)}`) },
        { weight: 1, arbitrary: fc.constantFrom(...RAW) },
      ),
      { maxLength: 24 },
    ),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: MAX_FORM_BYTES - 200, max: MAX_FORM_BYTES + 200 }) },
    ),
  )
  .map(([parts, pad]) => {
    const body = parts.join('&');
    return pad > body.length ? `${body}&note=${'x'.repeat(pad - body.length - 6)}` : body;
  });
const types = fc.oneof(
  { weight: 12, arbitrary: fc.constant(TYPE) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `${TYPE}; charset=utf-16`,
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'x',
    ),
  },
);

const RANGE = ['2026-03-03', '2026-04-26'] as const;
const READERS: Readonly<Record<string, (form: FormValues) => Read<unknown>>> = {
  signup: (form) => readSignup(form, { ownDomains: ['calf.example.org'] }),
  confirm: readConfirm,
  'check-in': readCheckIn,
  done: readDone,
  worse: readWorse,
  me: (form) => readMe(form, { pauseRange: RANGE, ownDomains: ['calf.example.org'] }),
  return: (form) => readReturn(form, { seenRange: RANGE }),
};
describe('readers', () => {
  it.each(Object.entries(READERS))(
    'of %s answer every body with a value or with errors that keep what was typed',
    (_name, read) => {
      fc.assert(
        fc.property(bodies, (body) => {
          const form = parseForm(body);
          const before = JSON.stringify(form);
          const answer = read(form);
          if (!answer.ok) {
            expect(answer.errors.length).toBeGreaterThan(0);
            for (const { message } of answer.errors) expect(message.length).toBeLessThan(400);
          }
          expect(JSON.stringify(form)).toBe(before);
          expect(read(parseForm(body))).toEqual(answer);
        }),
        { seed, numRuns: cases(400) },
      );
    },
  );
  it('of the intake come to a page, to errors or to answers', () => {
    const context = {
      today: '2026-03-02',
      rhythm: { weekday: 1, hour: 7, timeZone: 'UTC', units: 'km' },
    } as const;
    fc.assert(
      fc.property(bodies, (body) =>
        ['complete', 'errors', 'step'].includes(readIntake(parseForm(body), context).kind),
      ),
      { seed, numRuns: cases(400) },
    );
  });
  it('of a form take no name of an object for a field', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const form = parseForm(`${name}=x&painAverage=2`);
      expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      expect(readCheckIn(form).ok).toBe(false);
    }
  });
});

describe('the running site', () => {
  let run: LocalRun;
  let people: Readonly<Record<StatusName, Somebody>>;
  let targets: readonly string[];
  beforeAll(async () => {
    run = await startTestRun();
    people = await everybody(run);
    const posts = (await routesOfBundles())
      .filter(({ method }) => method === 'POST')
      .map(({ pattern }) => pattern);
    const at = (pattern: string, status: StatusName): readonly string[] => {
      const purpose = PURPOSE_OF[segmentOf(pattern)];
      return addressesOf(pattern, purpose === undefined ? '' : people[status].token(purpose));
    };
    // Leaving takes any body, by its own law (RFC 8058), and is walked elsewhere.
    targets = posts.flatMap((pattern) =>
      segmentOf(pattern) === 'u'
        ? []
        : takesToken(pattern)
          ? (['unconfirmed', 'confirmed', 'active', 'paused', 'stopped', 'completed'] as const).flatMap(
              (status) => at(pattern, status),
            )
          : addressesOf(pattern, ''),
    );
  });
  afterAll(() => run?.stop());

  it(`answers whatever is posted, ${RUNS} times from seed ${seed}: no 500, and an error writes nothing`, async () => {
    const seen = new Map<number, number>();
    await run.world.exclusively(() =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...targets), bodies, types, async (path, body, type) => {
          const before = await tableText();
          const answer = await fetch(`${run.url}${path}`, {
            method: 'POST',
            body,
            headers: { 'content-type': type },
            redirect: 'manual',
          });
          const text = await answer.text();
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          expect([200, 303, 404, 413, 415, 422], path).toContain(answer.status);
          expect([text.includes('<script>'), text.includes('\0')], path).toEqual([false, false]);
          expect(answer.headers.get('set-cookie')).toBeNull();
          // A counter of answers may count; nothing of anybody's may change.
          const own = (lines: readonly string[]): readonly string[] =>
            lines.filter((line) => !line.includes('"L#'));
          if (answer.status >= 400)
            expect(own(await tableText()), `${answer.status} ${path}`).toEqual(own(before));
        }),
        { seed, numRuns: RUNS },
      ),
    );
    expect([...seen.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(10);
    expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]);
    expect((await fetch(`${run.url}/`)).status).toBe(200);
  });

  it.each([
    [MAX_FORM_BYTES, 422],
    [MAX_FORM_BYTES + 1, 413],
  ])('a body of %i bytes is a %i', async (bytes, status) => {
    const body = `painAverage=99&note=${'x'.repeat(bytes - 20)}`;
    expect(body).toHaveLength(bytes);
    const path = `/c/${people.active.token('checkIn')}`;
    const answer = await fetch(`${run.url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': TYPE },
    });
    expect([200, 422, 413]).toContain(answer.status);
    expect(answer.status === 413).toBe(status === 413);
  });
});
