/**
 * A stop sign is answered by the stop text on every entry, although nothing can be read or saved: at once
 * when the table fails, within the time of the function when it hangs (docs/architecture.md §11.2).
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeHandler as checkIn } from '../../../../functions/check-in/handler.ts';
import { makeHandler as enrol } from '../../../../functions/enrol/handler.ts';
import { makeHandler as records } from '../../../../functions/records/handler.ts';
import { type App, makeApp } from '../../../../functions/shell/app.ts';
import type { FunctionName } from '../../../../functions/shell/env.ts';
import type { Log, Store } from '../../../../functions/shell/ports.ts';
import type { WebHandler } from '../../../../functions/shell/web/http.ts';
import { RED_FLAGS } from '../../../../program/answers/intake.ts';
import { bodyOf, formsOf } from '../../../local/support/forms.ts';
import { theCurriculum } from '../../../support/curriculum.ts';

/** A handler is made when its module is imported. */
const ENV = await vi.hoisted(async () => {
  const { WEB_ENVIRONMENT } = await import('../../../support/web-environment.ts');
  Object.assign(process.env, WEB_ENVIRONMENT);
  return WEB_ENVIRONMENT;
});
let told: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (line) => void told.push(line) };
/** Every call of a table that is down: it fails, or nothing ever comes. */
const TABLES = {
  fails: () => Promise.reject(Object.assign(new Error('no answer'), { name: 'TimeoutError' })),
  hangs: () => new Promise<never>(() => undefined),
} as const;
type How = keyof typeof TABLES;
/** A clock whose timers ring as soon as everything else stands still. */
const clock = {
  now: () => '2026-03-02T06:00:00.000Z',
  monotonic: () => 0,
  timer: (_: number, ring: () => void) => {
    const due = setImmediate(ring);
    return () => clearImmediate(due);
  },
};
const appOf = <F extends FunctionName>(name: F, how: How): App<F> =>
  makeApp(name, ENV, {
    store: new Proxy({} as Store, { get: () => TABLES[how] }),
    queue: { send: () => Promise.reject(new Error('no queue')), depth: () => Promise.resolve(0) },
    clock,
    log,
    curriculum: theCurriculum(),
  });

const post = (path: string, form: Readonly<Record<string, string>>): APIGatewayProxyEventV2 =>
  ({
    version: '2.0',
    routeKey: 'POST /x',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'calf.example.org', 'content-type': 'application/x-www-form-urlencoded' },
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'x' },
      domainName: 'calf.example.org',
    },
    body: new URLSearchParams(form).toString(),
  }) as unknown as APIGatewayProxyEventV2;

const ENTRIES: Readonly<Record<string, (how: How) => WebHandler>> = {
  '/start/t': (how) => enrol(appOf('enrol', how)),
  '/c/t': (how) => checkIn(appOf('check-in', how)),
  '/w/t': (how) => checkIn(appOf('check-in', how)),
  '/fresh/t': (how) => records(appOf('records', how)),
};
const every = Object.keys(ENTRIES).flatMap((path) =>
  (['fails', 'hangs'] as const).map((how) => [path, how] as const),
);
const answer = (path: string, how: How, form: Readonly<Record<string, string>>) =>
  (ENTRIES[path] as (how: How) => WebHandler)(how)(post(path, form));

beforeEach(() => {
  told = [];
});

/** Fever alone holds a week, and a journey without a change is watched (docs/clinical-rules.md §12 A1). */
const STOPS = RED_FLAGS.filter((flag) => flag !== 'fever' && flag !== 'journey');

describe.each(every)('%s, a table that %s', (path, how) => {
  it.each(STOPS)('answers %s: stop text, not saved, once more', async (flag) => {
    const form = { redFlags: flag, painAverage: '2', note: 'it <b>hurts</b>' };
    const { statusCode, body = '' } = await answer(path, how, form);
    expect(statusCode).toBe(500);
    expect(body.indexOf('class="safety ')).toBeGreaterThan(0);
    expect(body.indexOf('was not saved')).toBeGreaterThan(body.indexOf('class="safety '));
    expect(told).toContain('stop-unsaved');
    const again = formsOf(body)[0];
    expect([again?.method, again?.action]).toEqual(['post', path]);
    expect(Object.fromEntries(new URLSearchParams(String(bodyOf(again as never, {}))))).toEqual(form);
  });

  it('says of an answer without a stop sign what it always says', async () => {
    const { statusCode, body = '' } = await answer(path, how, { redFlags: 'none', painAverage: '2' });
    expect([statusCode, body.includes('class="safety ')]).toEqual([500, false]);
    expect(body).toContain('Nothing was saved');
    expect(told).not.toContain('stop-unsaved');
  });
});

describe('what else stops', () => {
  it.each([
    ['a 7 on average', '/c/t', { painAverage: '7' }],
    ['a 9 now', '/w/t', { painNow: '9', redFlags: 'none' }],
    ['words in the note', '/c/t', { painAverage: '2', note: 'my calf is swollen and hot' }],
    ['several ticks joined by commas', '/start/t', { redFlags: 'swelling,numb' }],
    [
      'a form that is wrong in everything else',
      '/start/t',
      { redFlags: 'swelling', nonsense: '1', painAverage: 'x' },
    ],
  ])('%s', async (_, path, form) => {
    expect((await answer(path, 'fails', form)).body).toContain('class="safety ');
  });
});
