/**
 * The sign-up form tells nobody who is here (docs/architecture.md §9.3): the same bytes and the same work for
 * a new, pending, confirmed, running, left, bounced, suppressed, throttled and trapped address. Work is
 * counted at the wire: every call to the table and to the queue, by name.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressKeyOf } from '../../../functions/shell/address-key.ts';
import { makeApp } from '../../../functions/shell/app.ts';
import { type Beside, type Executed, execute } from '../../../functions/shell/execute.ts';
import type { Queue, Store } from '../../../functions/shell/ports.ts';
import { makeStore } from '../../../functions/shell/store/store.ts';
import { consentReceipt } from '../../../functions/shell/web/consent.ts';
import { networkOf } from '../../../functions/signup/count-sign-up.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import { CONSENTS } from '../../../web/consents.ts';
import { WEB_ENVIRONMENT } from '../../support/web-environment.ts';
import { type Bench, openBench, TABLE_NAME } from '../shell/store/fixture.ts';

let bench: Bench;
let store: Store;
const calls: string[] = [];
const hints: string[] = [];
beforeAll(async () => {
  bench = await openBench();
  const client = bench.clientAt(bench.endpoint);
  client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(String(context['commandName']));
      return next(args);
    },
    { step: 'initialize' },
  );
  store = makeStore({ client, tableName: TABLE_NAME, clock: bench.clock });
  await store.keys();
});
afterAll(() => bench?.stop());
beforeEach(() => {
  calls.length = 0;
  hints.length = 0;
});

const queue: Queue = {
  send: (lane, sent) => {
    calls.push(`queue ${lane} ${sent.length}`);
    hints.push(...sent.map((hint) => hint.participantId));
    return Promise.resolve();
  },
  depth: () => Promise.resolve(0),
};
const ENV = { ...WEB_ENVIRONMENT, TABLE_NAME };
const LINES: unknown[] = [];
const note = (message: string, fields: object = {}): void => void LINES.push({ message, ...fields });
const log = { info: note, warn: note, error: note };
/** The handler as Lambda makes it, with these limits; imported late, for its module reads the environment. */
async function site(limits: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(ENV)) process.env[name] = value;
  const { makeHandler } = await import('../../../functions/signup/handler.ts');
  const handler = makeHandler(
    makeApp('signup', { ...ENV, ...limits }, { store, queue, log, clock: bench.clock }),
  );
  return async (form: Readonly<Record<string, string>>, sourceIp = '192.0.2.1') => {
    calls.length = 0;
    hints.length = 0;
    const body = new URLSearchParams({
      country: 'GB',
      adult: 'yes',
      consentEmail: 'yes',
      ...form,
    }).toString();
    const event = {
      version: '2.0',
      routeKey: 'ANY /signup',
      rawPath: '/signup',
      rawQueryString: '',
      headers: { host: 'calf.example.org', 'content-type': 'application/x-www-form-urlencoded' },
      isBase64Encoded: false,
      body,
      requestContext: {
        http: { method: 'POST', path: '/signup', protocol: 'HTTP/1.1', sourceIp, userAgent: 'x' },
        domainName: 'calf.example.org',
      },
    } as unknown as APIGatewayProxyEventV2;
    return JSON.stringify(await handler(event));
  };
}
const MANY = { SIGNUP_NETWORK_LIMIT: '1000', SIGNUP_DOMAIN_LIMIT: '1000', SIGNUP_TOTAL_LIMIT: '1000' };

let acts = 0;
function act(id: string, command: (at: string) => Command, beside: Beside = {}): Promise<Executed> {
  acts += 1;
  const { curriculum } = makeApp('enrol', ENV, { store, queue, log, clock: bench.clock });
  return execute(
    { store, curriculum },
    { id, commandOf: () => command(bench.clock.now()), commandId: `test.${acts}`, prepare: () => beside },
  );
}
/** Somebody at `email`, taken there by commands. */
async function person(email: string, ...commands: readonly ((at: string) => Command)[]): Promise<string> {
  const post = await site(MANY);
  await post({ email });
  const key = await addressKeyOf({ store }, email);
  const id = (await store.address(key)).participantId ?? '';
  for (const command of commands) await act(id, command);
  return id;
}
const later = (minutes: number): void => {
  bench.clock.at = addMinutes(bench.clock.at, minutes);
};

describe('whoever it is', () => {
  it('the answer has the same bytes and the same calls were made', async () => {
    const wake = (at: string): Command => ({ type: 'Wake', at, owner: 'test' });
    const sent = (at: string): Command => ({ type: 'RecordSent', at, occasion: 'confirm-n1' });
    const confirm = (at: string): Command => ({ type: 'Confirm', at });
    await person('pending@example.org', wake, sent);
    await person('confirmed@example.org', wake, sent, confirm);
    await person('left@example.org', wake, sent, confirm, (at) => ({ type: 'Unsubscribe', at }));
    await person('complained@example.org', wake, sent, confirm, (at) => ({
      type: 'RecordComplaint',
      at,
      occasion: 'confirm-n1',
    }));
    await person('throttled@example.org');
    const suppressed = await person('suppressed@example.org', wake, sent);
    const key = await addressKeyOf({ store }, 'suppressed@example.org');
    await act(suppressed, (at) => ({ type: 'Disown', at }), { suppress: { key, reason: 'not-me' } });
    later(30);
    const post = await site(MANY);
    // The first of an hour opens the counters, for the network, its share, the domain and all together,
    // whoever it is.
    await post({ email: 'first@example.org' });
    // Owed and not sent yet, so another notice would be one too many.
    await person('throttled@example.org');

    const seen: Record<string, readonly [string, readonly string[]]> = {};
    for (const name of [
      'new',
      'pending',
      'confirmed',
      'left',
      'complained',
      'throttled',
      'suppressed',
      'Pending',
      'pending+tag',
    ]) {
      seen[name] = [await post({ email: `${name}@example.org` }), [...calls]];
    }
    seen['trapped'] = [
      await post({ email: 'robot@example.org', website: 'https://spam.example' }),
      [...calls],
    ];
    seen['with a name'] = [
      await post({ email: 'named@example.org', firstName: 'Ada', units: 'mi', weekday: '3' }),
      [...calls],
    ];
    const [bytes, work] = seen['new'] ?? ['', []];
    expect(JSON.parse(bytes)).toMatchObject({ statusCode: 303, headers: { location: '/signup/sent' } });
    expect(work).toEqual([
      'GetItemCommand',
      ...Array(4).fill('UpdateItemCommand'),
      ...Array(2).fill('GetItemCommand'),
      'QueryCommand',
      'GetItemCommand',
      'TransactWriteItemsCommand',
      'queue urgent 1',
    ]);
    for (const [name, [answer, done]] of Object.entries(seen)) {
      expect(answer, name).toBe(bytes);
      expect([...done].sort(), name).toEqual([...work].sort());
      expect(done.at(-1), name).toBe('queue urgent 1');
    }
  });

  it('canary: the count sees one call more', async () => {
    await store.load('nobody');
    expect(calls).toEqual(['QueryCommand']);
  });

  it('a hint for nobody looks like every other', async () => {
    const post = await site(MANY);
    await post({ email: 'robot@example.org', website: 'x' });
    expect(hints[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(await store.load(hints[0] ?? '')).toBeNull();
  });
});

/**
 * A day and a half, in minutes from one sign-up to the next: as close as the limit of ten minutes where a day
 * begins (the first two hours, the hour before the 24th and the two after it), each hour in between, when
 * every one is refused by the limit of a day.
 */
const FLOOD: readonly number[] = [
  ...Array<number>(12).fill(10),
  ...Array<number>(21).fill(60),
  ...Array<number>(18).fill(10),
  ...Array<number>(10).fill(60),
];

describe('limits', () => {
  const keptAt = async (email: string): Promise<boolean> =>
    (await store.address(await addressKeyOf({ store }, email))).participantId !== null;
  const rows: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    (n: number) => readonly [string, string],
  ])[] = [
    ['network', { ...MANY, SIGNUP_NETWORK_LIMIT: '3' }, (n) => [`net${n}@d${n}.example`, `198.51.100.${n}`]],
    [
      'network',
      { ...MANY, SIGNUP_NETWORK_LIMIT: '3' },
      (n) => [`six${n}@e${n}.example`, `2001:db8:7:${n}::${n}`],
    ],
    [
      'domain',
      { ...MANY, SIGNUP_DOMAIN_LIMIT: '3' },
      (n) => [`dom${n}@${n % 2 === 0 ? 'ONE.example' : 'one.example'}`, `203.0.${n}.1`],
    ],
    ['total', { ...MANY, SIGNUP_TOTAL_LIMIT: '3' }, (n) => [`all${n}@f${n}.example`, `203.0.${n}.1`]],
  ];
  it.each(rows)(
    'of the %s: the fourth of an hour is dropped without a word, the next hour begins anew',
    async (why, limits, who) => {
      later(120);
      const post = await site(limits);
      LINES.length = 0;
      const answers = new Set<string>();
      for (let n = 1; n <= 5; n += 1) {
        const [email, ip] = who(n);
        answers.add(await post({ email }, ip));
        expect(await keptAt(email), email).toBe(n <= 3);
      }
      expect(answers.size).toBe(1);
      expect(LINES).toContainEqual({ message: 'signup-dropped', why });
      expect(LINES.some((line) => (line as { message: string }).message === 'signup-limit')).toBe(
        why === 'total',
      );
      later(61);
      const [email, ip] = who(6);
      await post({ email }, ip);
      expect(await keptAt(email)).toBe(true);
    },
  );

  it.each(['gmail.com', 'yahoo.fr', 'hotmail.co.uk', 'yahoo.com.au', 'gmx.at', 'club.example'])(
    'of %s cannot be filled by three networks',
    async (domain) => {
      later(120);
      const limits = {
        ...MANY,
        SIGNUP_NETWORK_LIMIT: '20',
        SIGNUP_DOMAIN_LIMIT: '50',
        SIGNUP_TOTAL_LIMIT: '200',
      };
      const post = await site(limits);
      for (let n = 0; n < 66; n += 1) await post({ email: `a${n}@${domain}` }, `198.51.${n % 3}.9`);
      await post({ email: `honest.person@${domain}` }, '203.0.113.77');
      expect(await keptAt(`honest.person@${domain}`)).toBe(true);
    },
  );

  it('of one network does not use up the others', async () => {
    later(120);
    const post = await site({ ...MANY, SIGNUP_NETWORK_LIMIT: '2', SIGNUP_TOTAL_LIMIT: '5' });
    for (let n = 0; n < 30; n += 1) await post({ email: `flood${n}@flood.example` }, '198.51.100.9');
    await post({ email: 'runner@quiet.example' }, '203.0.113.5');
    expect(await keptAt('runner@quiet.example')).toBe(true);
  });

  it('of one address: five confirmations in its seven days, three of them a day, ten minutes apart, under a flood of a day and a half', async () => {
    later(120);
    const post = await site(MANY);
    let mails = 0;
    for (const [n, minutes] of FLOOD.entries()) {
      await post({ email: n % 2 === 0 ? 'victim@example.org' : `victim+${n}@example.org` }, `203.0.${n}.1`);
      const id =
        (await store.address(await addressKeyOf({ store }, 'victim@example.org'))).participantId ?? '';
      const woken = await act(id, (at) => ({ type: 'Wake', at, owner: `w${n}` }));
      if (woken.kind === 'committed')
        for (const event of woken.events)
          if (event.type === 'MailClaimed') {
            mails += 1;
            const { occasion } = event.mail;
            await act(id, (at) => ({ type: 'RecordSent', at, occasion }));
          }
      later(minutes);
    }
    expect(mails).toBe(5);
  });

  it('count networks, not machines: IPv4 by /24, IPv6 by /48, in whatever spelling', () => {
    const same = [
      ['192.0.2.1', '192.0.2.254', '::ffff:192.0.2.7'],
      ['2001:db8:1::1', '2001:0db8:0001:ffff::2', '2001:DB8:1:0:0:0:0:9'],
      ['2001:db8::1', '2001:db8:0:5::1', '2001:db8:0:0:0:0:0:2'],
      ['::1', '::2', '0:0:0:0:0:0:0:3'],
    ];
    for (const group of same) expect(new Set(group.map(networkOf)).size, group.join()).toBe(1);
    expect(new Set(same.map(([first = '']) => networkOf(first))).size).toBe(same.length);
  });

  it('leave no address, no domain and no network in a key', async () => {
    const text = JSON.stringify((await bench.rows()).filter(({ pk }) => String(pk).startsWith('L#')));
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toMatch(/example|198\.51|203\.0|2001|victim|@/i);
  });
});

describe('the receipt', () => {
  it('of the consent to mail: version, fingerprint of the words, time of the box and of the confirmation', async () => {
    later(60);
    const id = await person('receipt@example.org', (at) => ({ type: 'Confirm', at }));
    const state = (await store.load(id))?.participant;
    expect(state?.status === 'confirmed' && state.consents).toEqual({
      email: { at: bench.clock.now(), version: consentReceipt(CONSENTS.email) },
      confirmedAt: bench.clock.now(),
      health: null,
    });
  });
});
