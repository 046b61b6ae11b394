/**
 * Privacy as a test: unmistakable words go through a whole programme — address, name, note, own plan, goal —
 * with bounces, refusals, a stop, the way back, a pause, leaving and a complaint. None of them stands in a
 * key, an address of a page, a log line, anything printed, a queue message, an SES tag, a header or subject,
 * or anywhere in the table but its one home. What is watched is the wire below the SDK, and every channel has
 * a planted leak.
 */
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packed } from '../../../functions/shell/store/items/packed.ts';
import type { LocalRun } from '../../../local/run.ts';
import { contains, type Secret, spellings } from '../support/leaks.ts';
import { calm, Runner } from '../support/runner.ts';
import { everyItem } from '../support/table.ts';
import { type Watch, watchRun } from '../support/watch.ts';

const ADDRESS = 'Qxaddress.Canary7@leak-check.example';
const SECRETS: readonly Secret[] = [
  { what: 'address', text: ADDRESS },
  { what: 'name', text: 'Qxnamecanary' },
  { what: 'note', text: 'qxnote purple walrus on a trampoline' },
  { what: 'goal', text: 'qxgoal round the lighthouse' },
  { what: 'plan', text: 'qxplan after my second coffee' },
  { what: 'plan', text: 'qxmissed then the day after' },
];
const [, NAME, NOTE, GOAL, WHEN, MISSED] = SECRETS.map(({ text }) => text);

let run: LocalRun;
let watch: Watch;
beforeAll(async () => {
  watch = await watchRun(SECRETS);
  run = watch.run;
});
afterAll(() => watch?.stop());

describe('a whole programme', () => {
  const ada = () => new Runner(run.url, ADDRESS);

  it('is lived, with everything that goes wrong in it', async () => {
    const signUp = { email: ADDRESS, firstName: NAME ?? '' };
    for (const _ of ['once', 'twice']) await ada().signUp(signUp);
    const me = await ada().intake(await ada().confirm());
    await watch.lookAtTable();
    const about = ada().link(await ada().newest('start'), '/running/');
    await ada().fill(await ada().open(about), {
      goal: GOAL ?? '',
      planWhen: WHEN ?? '',
      planIfMissed: MISSED ?? '',
    });
    const control = (path: string, body: object) => ada().control(path, body);
    for (let week = 1; week <= 4; week += 1) {
      if (week === 2) await control('ses', { mode: 'throttle', count: 2 });
      if (week === 3) await control('ses', { mode: 'ambiguous-accepted', count: 1 });
      await ada().untilCheckIn();
      await ada().checkIn(calm(2, { note: `${NOTE} ${week}`, painAverage: week === 3 ? '5' : '2' }));
      await watch.lookAtTable();
      await ada().noneOfTheList();
    }
    await ada().checkIn({ painAverage: '99', note: NOTE ?? '' });
    await ada().checkIn({ painAverage: '2', [NOTE ?? '']: NOTE ?? '' });
    const mail = await ada().newest('plan');
    const recipient = [
      { emailAddress: ADDRESS, diagnosticCode: `452 4.2.2 <${ADDRESS}>: the box of ${NAME} is full` },
    ];
    await control('ses-event', {
      mailId: mail.id,
      type: 'Bounce',
      detail: { bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients: recipient },
    });
    await control('ses-event', {
      mailId: mail.id,
      type: 'DeliveryDelay',
      detail: { delayedRecipients: recipient },
    });

    const tomorrow = new Date(Date.parse(run.world.clock.now()) + 86_400_000).toISOString().slice(0, 10);
    await ada().act(await ada().open(me.url), 'pause', { until: tomorrow });
    await ada().clock({ advance: 'P2D' });
    await ada().act(await ada().open(me.url), 'settings', { weekday: '3', hour: '9' });
    await ada().untilCheckIn();
    await ada().checkIn(calm(2, { redFlags: 'swelling', note: NOTE ?? '' }));
    expect((await ada().row()).status).toBe('stopped');
    const sheet = ada().link(await ada().newest('safety'), '/me/');
    await ada().act(await ada().open(sheet.replace('/summary', '')), 'request', { what: 'return' });
    const fresh = await ada().open(ada().link(await ada().newest('fresh'), '/fresh/'));
    await ada().fill(fresh, {
      seenBy: 'doctor',
      seenOn: run.world.clock.now().slice(0, 10),
      said: 'okToLoad',
      consentHealth: 'yes',
      redFlags: 'none',
      conditions: 'none',
    });
    expect((await ada().row()).status).toBe('active');
    await ada().untilCheckIn();
    await ada().checkIn(calm(1, { note: NOTE ?? '' }));
    await control('ses', { mode: 'fail', count: 1 });
    await ada().clock({ advance: 'P9D' });
    await watch.lookAtTable();
    await control('ses-event', {
      mailId: (await ada().newest('plan')).id,
      type: 'Complaint',
      detail: { complainedRecipients: recipient },
    });
    expect((await ada().row()).status).toBe('left');
    await ada().signUp(signUp);
    await ada().clock({ advance: 'P10D' });
    await watch.lookAtTable();
    for (const sent of await ada().mails()) watch.urls.push(...ada().links(sent));
    expect(new Set(await ada().kinds()).size).toBeGreaterThan(8);
  });

  it('another who never confirms, and one who says that it was not them, are forgotten whole', async () => {
    const bo = new Runner(run.url, `b.${ADDRESS}`);
    await bo.signUp({ email: bo.email, firstName: NAME ?? '' });
    const cy = new Runner(run.url, `c.${ADDRESS}`);
    await cy.signUp({ email: cy.email, firstName: NAME ?? '' });
    await cy.act(await cy.open(cy.link(await cy.newest('confirm'), '/confirm')), 'notMe');
    await bo.clock({ advance: 'P8D' });
    await watch.lookAtTable();
    const rest = JSON.stringify(await everyItem()).toLowerCase();
    for (const email of [bo.email, cy.email]) expect(rest).not.toContain(email.toLowerCase());
  });

  it('one who asks for their history, takes a copy and is erased leaves nothing behind', async () => {
    const eve = new Runner(run.url, `e.${ADDRESS}`);
    await eve.signUp({ email: eve.email, firstName: NAME ?? '' });
    const me = await eve.intake(await eve.confirm());
    await eve.untilCheckIn();
    await eve.checkIn(calm(2, { note: NOTE ?? '' }));
    const { id } = await eve.row();
    for (const what of ['history', 'export', 'erase']) {
      await eve.clock({ advance: 'PT11M' });
      await eve.act(await eve.open(me.url), 'request', { what });
      const page = await eve.open(eve.link(await eve.newest('fresh'), '/fresh/'));
      await eve.fill(page, {});
    }
    await watch.lookAtTable();
    const rest = JSON.stringify(await everyItem());
    expect([rest.includes(id), rest.toLowerCase().includes(eve.email.toLowerCase())]).toEqual([false, false]);
  });

  it('a state that cannot be read is a log line without a word of it', async () => {
    const di = new Runner(run.url, `d.${ADDRESS}`);
    await di.signUp({ email: di.email, firstName: NAME ?? '' });
    const confirm = di.link(await di.newest('confirm'), '/confirm');
    const { id } = await di.row();
    const client = new DynamoDBClient({});
    const bodies = [
      `${NAME} {"firstName":"${NAME}"`,
      JSON.stringify({ status: 'active', firstName: NAME, email: ADDRESS, note: NOTE }),
    ];
    const before = watch.logs.length;
    for (const body of bodies) {
      const Key = { pk: { S: `P#${id}` }, sk: { S: 'S#HEAD' } };
      const values = { ':b': { B: packed(body) } };
      await client.send(
        new UpdateItemCommand({
          TableName: process.env['TABLE_NAME'],
          Key,
          UpdateExpression: 'SET body = :b REMOVE duePk, dueSk',
          ExpressionAttributeValues: values,
        }),
      );
      // Our own hand on the table is not the functions'.
      watch.tap.sent.splice(
        watch.tap.sent.findLastIndex((call) => call.body.includes('SET body = :b')),
        1,
      );
      expect((await di.open(confirm)).status).toBe(500);
    }
    expect(watch.logs.length).toBeGreaterThan(before);
    // Not even the ten letters around the fault that a parser quotes.
    expect(JSON.stringify(watch.logs.slice(before))).not.toMatch(/qxname/i);
    await client.send(
      new UpdateItemCommand({
        TableName: process.env['TABLE_NAME'],
        Key: { pk: { S: `P#${id}` }, sk: { S: 'S#HEAD' } },
        UpdateExpression: 'SET #s = :s',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: { ':s': { S: 'erased' } },
      }),
    );
    client.destroy();
  });

  it('leaves none of those words anywhere but at home', () => {
    expect(watch.found()).toEqual([]);
  });

  it('and the tap has really heard it all', () => {
    const calls = (channel: string): number =>
      watch.tap.sent.filter((call) => call.channel === channel).length;
    expect(calls('table')).toBeGreaterThan(500);
    expect(calls('mail')).toBeGreaterThan(15);
    expect(calls('queue')).toBeGreaterThan(15);
    expect(calls('elsewhere')).toBe(0);
    expect(watch.logs.length).toBeGreaterThan(100);
    expect(watch.urls.length).toBeGreaterThan(100);
    // At home they are, or the search would prove nothing.
    const bodies = watch.tap.sent.filter((call) => call.channel === 'table').map((call) => call.body);
    for (const secret of SECRETS)
      expect(
        bodies.some((body) => contains(body, secret)),
        secret.text,
      ).toBe(true);
    const mails = watch.tap.sent
      .filter((call) => call.channel === 'mail')
      .map((call) =>
        Buffer.from(new URLSearchParams(call.body).get('RawMessage.Data') ?? '', 'base64').toString(),
      );
    expect(mails.some((raw) => raw.includes(NAME ?? ''))).toBe(true);
  });
});

describe('canaries: a leak planted in a channel is found there, and only there', () => {
  const TABLE_NAME = (): string => process.env['TABLE_NAME'] ?? '';
  const raw = (head: string, body: string) => Buffer.from(`${head}\r\n\r\n${body}`);
  const ses = (head: string, body: string, tag = 'x') =>
    new SESClient({}).send(
      new SendRawEmailCommand({
        Source: 'coach@mail.coach.example',
        Destinations: [ADDRESS],
        RawMessage: { Data: raw(head, body) },
        Tags: [{ Name: 'dispatch', Value: tag }],
      }),
    );
  const put = (Item: Record<string, string>) =>
    new DynamoDBClient({}).send(
      new PutItemCommand({
        TableName: TABLE_NAME(),
        Item: Object.fromEntries(Object.entries(Item).map(([k, v]) => [k, { S: v }])),
      }),
    );
  const planted: readonly (readonly [string, string, () => unknown])[] = [
    [
      'name',
      'queue message',
      () =>
        new SQSClient({}).send(
          new SendMessageCommand({
            QueueUrl: process.env['URGENT_QUEUE_URL'],
            MessageBody: `{"for":"${NAME}"}`,
          }),
        ),
    ],
    ['name', 'mail header Subject', () => ses(`To: ${ADDRESS}\r\nSubject: Hello ${NAME}`, 'x')],
    ['note', 'mail body', () => ses(`To: ${ADDRESS}\r\nSubject: Hi`, `You wrote: ${NOTE}`)],
    ['address', 'mail body', () => ses(`To: ${ADDRESS}\r\nSubject: Hi`, `Sent to ${ADDRESS}`)],
    ['name', 'mail link', () => ses(`To: ${ADDRESS}\r\nSubject: Hi`, `https://calf.example/me/${NAME}`)],
    ['name', 'mail parameter Tags.member.1.Value', () => ses(`To: ${ADDRESS}\r\nSubject: Hi`, 'x', NAME)],
    [
      'goal',
      'log line',
      () => run.world.logs.push({ level: 'info', message: 'x', fields: { why: GOAL ?? '' } }),
    ],
    ['plan', 'printed line', () => process.stdout.write(`${WHEN}\n`)],
    ['address', 'URL', () => fetch(`${run.url}/me/${encodeURIComponent(ADDRESS)}`)],
    ['note', 'URL', () => fetch(`${run.url}/safety?note=${(NOTE ?? '').replaceAll(' ', '+')}`)],
    ['address', 'URL', () => fetch(`${run.url}/me/${Buffer.from(ADDRESS).toString('base64url')}`)],
    ['address', 'item X.pk', () => put({ pk: `E#${ADDRESS}`, sk: 'X' })],
    ['name', 'item HEAD.duePk', () => put({ pk: 'P#X', sk: 'S#HEAD', duePk: NAME ?? '', dueSk: 'x' })],
    ['note', 'item CMD.outcomeCode', () => put({ pk: 'P#X', sk: 'CMD#1', outcomeCode: NOTE ?? '' })],
    ['name', 'item LOG.events', () => put({ pk: 'P#X', sk: 'LOG#1', events: `[{"firstName":"${NAME}"}]` })],
  ];

  it.each(planted)('%s in %s', async (what, where, plant) => {
    const since = watch.mark();
    await plant();
    await watch.lookAtTable();
    // The rows of the canaries before stay in the table; everything else is heard once.
    const heard = watch.found({
      ...since,
      items: where.startsWith('item') ? since.items : watch.items.length,
    });
    expect(heard.filter((leak) => !leak.where.startsWith('item') || leak.where === where)).toContainEqual({
      what,
      where,
    });
    expect(heard.every((leak) => leak.what === what || leak.where.startsWith('item'))).toBe(true);
  });

  it('in a key that is only asked for', async () => {
    const since = watch.mark();
    await run.world.store.load(NAME ?? '');
    expect(
      watch.found(since).some(({ what, where }) => what === 'name' && where.startsWith('table request ')),
    ).toBe(true);
  });

  it('in base64 at every position', () => {
    const secret = { what: 'name', text: NAME ?? '' };
    for (const before of ['', 'a', 'ab', 'abc'])
      expect(contains(Buffer.from(`${before}${NAME} and more`).toString('base64'), secret)).toBe(true);
    expect(contains(Buffer.from('nothing of the kind, at some length').toString('base64'), secret)).toBe(
      false,
    );
    expect(spellings('a b')).toContain('a%20b');
  });
});
