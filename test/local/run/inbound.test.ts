/** Replies by plain mail, from the raw message to what the person gets back. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { type Envelope, receive, replyAddress, replyTo as writeBack } from '../support/replies.ts';
import { type Mail, Runner, startTestRun } from '../support/runner.ts';

const quoted = (mail: Mail): string =>
  `\r\n\r\nOn Mon, 9 Mar 2026 at 07:00, Calf Coach wrote:\r\n${mail.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\r\n')}`;
/** A reply as most programs write it, our whole mail with its scale quoted below. */
const reply = async (
  runner: Runner,
  mail: Mail,
  text: string,
  given: Partial<Envelope> = {},
): Promise<number> => (await writeBack(runner, mail, `${text}${quoted(mail)}`, given)).status;

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterEach(() => run.world.exclusively(() => run.world.reset()));
afterAll(() => run?.stop());

const joined = async (email = 'ada@example.org'): Promise<Runner> => {
  const ada = new Runner(run.url, email);
  await ada.join();
  return ada;
};
const asked = async () => {
  const ada = await joined();
  return { ada, mail: await ada.untilCheckIn() };
};

describe('reply addresses', () => {
  it('are on every mail to a confirmed address, one for each mail, and the operator’s on the two before', async () => {
    const { ada } = await asked();
    const mails = await ada.mails();
    const addresses = mails.map((mail) => [mail.kind, replyAddress(mail)] as const);
    for (const [kind, address] of addresses) {
      if (kind === 'confirm') expect(address).toBe('operator@coach.example');
      else expect(address, kind).toMatch(/^r-[a-z2-7]{26}@reply\.coach\.example$/);
    }
    expect(new Set(addresses.map(([, address]) => address)).size).toBe(mails.length);
  });
});

describe('a number by reply', () => {
  it('is an answer: held on a number alone, and the plan that follows quotes it', async () => {
    const { ada, mail } = await asked();
    expect(await reply(ada, mail, '3')).toBe(202);
    const plan = await ada.newest('plan');
    expect(plan.text).toContain('average 3');
    const [answer] = await ada.events('CheckedIn');
    expect(answer).toMatchObject({ source: 'reply', week: 1, answers: { painAverage: 3, redFlags: null } });
    expect((await ada.row()).level).toBe('LV1');
    expect((await ada.kinds()).at(-1)).toBe('plan');
  });

  it('progresses when the copied line says everything, like the form', async () => {
    const { ada, mail } = await asked();
    expect(mail.text).toMatch(/^2 OK$/m);
    await reply(ada, mail, '2 OK');
    expect(await ada.row()).toMatchObject({ week: 2, level: 'LV2' });
  });

  it('from somebody else never progresses, however complete', async () => {
    const { ada, mail } = await asked();
    for (const options of [
      { from: 'eve@example.net' },
      { verdicts: { dmarc: 'FAIL' } },
      { fromHeader: 'eve@example.net' },
    ]) {
      await reply(
        ada,
        mail,
        '2, worst 3, did 3 of 3, ran 0 min, fine next morning, no painkillers, no stop signs, tests ok',
        options,
      );
      expect(await ada.row()).toMatchObject({ level: 'LV1' });
    }
    // Nothing goes to the stranger either.
    expect(await new Runner(run.url, 'eve@example.net').mails()).toEqual([]);
  });

  it('from somebody else still stops when it says that something is wrong', async () => {
    const { ada, mail } = await asked();
    await reply(ada, mail, 'my calf is hot and swollen', {
      from: 'eve@example.net',
      verdicts: { dmarc: 'FAIL' },
    });
    expect((await ada.row()).status).toBe('stopped');
    expect((await ada.newest('safety')).to).toBe(ada.email);
  });

  it('is read once, however often its receipt comes', async () => {
    const { ada, mail } = await asked();
    await reply(ada, mail, '3', { id: 'one-and-the-same' });
    const before = { mails: (await ada.mails()).length, rev: (await ada.detail()).rev };
    await reply(ada, mail, '3', { id: 'one-and-the-same' });
    expect({ mails: (await ada.mails()).length, rev: (await ada.detail()).rev }).toEqual(before);
  });

  it('that nobody can read is asked about once, then there is silence', async () => {
    const { ada, mail } = await asked();
    await reply(ada, mail, 'hello, how are you?');
    expect(await ada.kinds()).toContain('question');
    const count = (await ada.mails()).length;
    for (const text of ['what?', 'I do not understand', 'hm'])
      await reply(ada, await ada.newest('question'), text);
    expect((await ada.mails()).length).toBe(count);
    await reply(ada, await ada.newest('question'), '4/10');
    expect((await ada.newest('plan')).text).toContain('average 4');
  });

  it('is not taken from the quoted scale below', async () => {
    const { ada, mail } = await asked();
    await reply(ada, mail, 'Thanks for asking!');
    expect(await ada.events('CheckedIn')).toEqual([]);
  });
});

describe('commands by reply', () => {
  it('STOP leaves, whoever wrote it, and nothing follows', async () => {
    const { ada, mail } = await asked();
    const before = (await ada.mails()).length;
    await reply(ada, mail, 'STOP', { from: 'eve@example.net' });
    expect((await ada.row()).status).toBe('left');
    await ada.clock({ advance: 'P30D' });
    expect((await ada.mails()).length).toBe(before);
  });
  it.each([
    ['PAUSE 2 weeks', 'paused', 'paused'],
    ['HELP', 'active', 'ack'],
    ['WORSE', 'active', 'ack'],
  ])('%s does what it says', async (text, status, kind) => {
    const { ada, mail } = await asked();
    await reply(ada, mail, text);
    expect((await ada.row()).status).toBe(status);
    expect((await ada.kinds()).at(-1)).toBe(kind);
  });
  it('a mail to the address for leaving leaves, without a word in it', async () => {
    const { ada, mail } = await asked();
    const header = mail.headers.find(([name]) => name.toLowerCase() === 'list-unsubscribe')?.[1] ?? '';
    const to = /<mailto:([^>]+)>/.exec(header)?.[1] ?? '';
    expect(to).toMatch(/^unsubscribe-[a-z2-7]{26}@reply\.coach\.example$/);
    await receive(run.url, 'From: a program\r\nAuto-Submitted: auto-generated\r\n\r\n', { from: '', to });
    expect((await ada.row()).status).toBe('left');
  });
});

describe('what is not a person’s reply', () => {
  const out = async (headers: readonly string[], from = 'ada@example.org'): Promise<void> => {
    const { ada, mail } = await asked();
    const before = { mails: (await ada.mails()).length, rev: (await ada.detail()).rev };
    await reply(ada, mail, 'I am away until the 9th. For urgent things call 10.', { headers, from });
    expect({ mails: (await ada.mails()).length, rev: (await ada.detail()).rev }).toEqual(before);
  };
  it.each([
    ['an out-of-office mail', ['Auto-Submitted: auto-replied']],
    ['a list', ['List-Id: <x.example.org>']],
    ['our own mail sent back', ['X-Calf-Kind: check-in']],
  ])('%s changes nothing and is not answered', (_, headers) => out(headers));
  it('neither does a mail with an empty envelope sender', () => out([], ''));

  it.each([
    ['a virus', { virus: 'FAIL' }],
    ['spam from nobody', { spam: 'FAIL', dmarc: 'FAIL' }],
  ])('%s is dropped', async (_, verdicts) => {
    const { ada, mail } = await asked();
    await reply(ada, mail, '2 OK', { verdicts });
    expect(await ada.events('CheckedIn')).toEqual([]);
  });

  it('an address that was never given out leads nowhere, and says nothing', async () => {
    const { ada, mail } = await asked();
    const before = (await ada.detail()).rev;
    for (const to of [
      `r-${'a'.repeat(26)}@reply.coach.example`,
      'r-short@reply.coach.example',
      replyAddress(mail).replace('reply.', 'other.'),
    ]) {
      expect(await reply(ada, mail, '9', { to })).toBe(202);
    }
    expect((await ada.detail()).rev).toBe(before);
  });
});

describe('a mail built to hurt', () => {
  const base = (mail: Parameters<typeof replyAddress>[0], email: string): string =>
    `From: <${email}>\r\nTo: ${replyAddress(mail)}\r\nSubject: Re: x\r\nMIME-Version: 1.0\r\n`;
  const nested = (depth: number): string => {
    let head = '';
    for (let i = 0; i < depth; i += 1)
      head += `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
    return `${head}Content-Type: text/plain\r\n\r\n7\r\n`;
  };
  const SHAPES: readonly (readonly [string, (head: string) => string | Uint8Array<ArrayBuffer>])[] = [
    [
      'forty megabytes',
      (head) => new Uint8Array(Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.alloc(40_000_000, 'a')])),
    ],
    ['ten thousand nested parts', (head) => head + nested(10_000)],
    [
      'a million parts',
      (head) =>
        `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1_000_000)}`,
    ],
    ['a header of ten megabytes', (head) => `${head}X-Long: ${'y'.repeat(10_000_000)}\r\n\r\n7\r\n`],
    [
      'no text part',
      (head) => `${head}Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n`,
    ],
    [
      'an unknown charset',
      (head) => `${head}Content-Type: text/plain; charset=x-klingon\r\n\r\n\x9d\x9e hello\r\n`,
    ],
    ['nothing at all', () => ''],
    [
      'bytes of every kind',
      (head) =>
        new Uint8Array(
          Buffer.concat([Buffer.from(head), Buffer.from(Array.from({ length: 65_536 }, (_, i) => i % 256))]),
        ),
    ],
  ];
  it.each(SHAPES)('%s is taken, changes no dose and keeps everybody else going', async (_, shape) => {
    const { ada, mail } = await asked();
    const raw = shape(base(mail, ada.email));
    expect((await receive(run.url, raw, { from: ada.email, to: replyAddress(mail) })).status).toBe(202);
    expect(await ada.row()).toMatchObject({ status: 'active', level: 'LV1', week: 1 });
    expect(run.world.logs.filter(({ level }) => level === 'error')).toEqual([]);
    await reply(ada, mail, '3');
    expect((await ada.newest('plan')).text).toContain('average 3');
  });
});
