/** Ids, address keys, links and log lines: what we call things where others can see it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey } from '../../../functions/shell/address-key.ts';
import { participantBytes, systemIds, toBase32 } from '../../../functions/shell/ids.ts';
import { makeLog, redacted, scrub } from '../../../functions/shell/log.ts';
import { isLargeProvider, normaliseAddress } from '../../../functions/shell/mailboxes.ts';
import type { LogFields } from '../../../functions/shell/ports.ts';
import { type Links, makeLinks } from '../../../functions/shell/web/links.ts';
import { makeTokens } from '../../../functions/shell/web/tokens.ts';

describe('ids', () => {
  test('have the length and alphabet they promise, and do not repeat', () => {
    const made = new Set<string>();
    for (let i = 0; i < 5000; i += 1) {
      expect(systemIds.participant()).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(systemIds.handle()).toMatch(/^[a-z2-7]{26}$/);
      made.add(systemIds.participant()).add(systemIds.owner()).add(systemIds.command());
    }
    expect(made.size).toBe(15_000);
  });
  test('of participants are their bytes and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) =>
        Buffer.from(participantBytes(toBase32(bytes))!).equals(Buffer.from(bytes)),
      ),
    );
    expect(toBase32(new Uint8Array(10))).toBe('0'.repeat(16));
    expect(toBase32(new Uint8Array(10).fill(255))).toBe('Z'.repeat(16));
    expect(toBase32(new Uint8Array([0, 1, 2, 253, 254, 255, 16, 32, 64, 128]))).toBe('000G5ZFYZW820G40');
  });
  test.each([
    '',
    '0',
    '0123456789ABCDE',
    '0123456789ABCDEFG',
    '0123456789ABCDEI',
    '0123456789ABCDEL',
    '0123456789ABCDEO',
    '0123456789ABCDEU',
    '0123456789abcdef',
    '0123456789ABCDE\n',
  ])('%j is not a participant', (id) => {
    expect(participantBytes(id)).toBeNull();
  });
});

describe('a large provider', () => {
  test.each([
    ...['gmail.com', 'googlemail.com', 'outlook.com', 'gmx.de', 'icloud.com', 'yahoo.fr', 'yahoo.co.jp'],
    ...['hotmail.it', 'live.nl', 'outlook.com.br', 'gmx.ch', 'yandex.com.tr', 'orange.fr', 'bigpond.net.au'],
  ])('is %s', (domain) => expect(isLargeProvider(domain)).toBe(true));
  test.each([
    ...['example.org', 'notgmail.com', 'gmail.com.example.org', '', 'yahoo.example', 'my-outlook.com'],
    ...['outlook.com.evil.example', 'live.example.org', 'mail.example.com'],
  ])('is not %j', (domain) => expect(isLargeProvider(domain)).toBe(false));
});

describe('an address key', () => {
  const pepper = new Uint8Array(32).fill(1);
  const same: readonly [string, string][] = [
    ['Runner@Example.org', 'runner@example.org'],
    ['  a@b.org ', 'a@b.org'],
    ['a+calf@b.org', 'a@b.org'],
    ['v.i.c.tim@gmail.com', 'victim@gmail.com'],
    ['Victim+x@GoogleMail.com', 'v.ictim@gmail.com'],
    ['ann@me.com', 'ann@icloud.com'],
    ['ann.lee@pm.me', 'annlee@protonmail.com'],
    ['calf@ann.fastmail.com', 'ann@fastmail.com'],
    ['ann-lee@ya.ru', 'ann.lee@yandex.com'],
    ['ann.lee@yandex.com.tr', 'ann-lee@yandex.kz'],
    ['ann-calf@yahoo.com', 'ann@yahoo.com'],
    ['Ann-calf-2@yahoo.co.uk', 'ann@yahoo.co.uk'],
    ['ann+calf@hotmail.fr', 'ann@hotmail.fr'],
    ['a+x+y@b.org', 'a@b.org'],
    ['A+X@B.ORG', 'a@b.org'],
    ['jos\u0065\u0301@b.org', 'josé@b.org'],
  ];
  test.each(same)('%j and %j are one mailbox', (one, other) => {
    expect(addressKey(pepper, one)).toBe(addressKey(pepper, other));
  });
  test.each([
    ['a.b@c.org', 'ab@c.org'],
    ['a@c.org', 'a@d.org'],
    ['+a@c.org', '+b@c.org'],
    ['a@x+y.org', 'a@x.org'],
    // A sign that a provider takes for another is not one that it ignores.
    ['annlee@ya.ru', 'ann.lee@ya.ru'],
    // Mailboxes of another country's domain, and names with a hyphen elsewhere.
    ['ann@yahoo.com', 'ann@yahoo.fr'],
    ['ann@hotmail.com', 'ann@outlook.com'],
    ['ann-lee@yahoo.co.jp', 'ann@yahoo.co.jp'],
    ['ann-lee@outlook.com', 'ann@outlook.com'],
  ])('%j and %j are two', (one, other) => {
    expect(addressKey(pepper, one)).not.toBe(addressKey(pepper, other));
  });
  test('tells nothing without the pepper', () => {
    expect(addressKey(pepper, 'a@b.org')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(addressKey(new Uint8Array(32), 'a@b.org')).not.toBe(addressKey(pepper, 'a@b.org'));
  });
  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.emailAddress(),
        (address) => normaliseAddress(normaliseAddress(address)) === normaliseAddress(address),
      ),
    );
  });
});

test('every link starts with the site, is short, and carries nothing but a token and a number', () => {
  const site = 'https://calf.example.org';
  const links = makeLinks(
    site,
    makeTokens({
      current: 1,
      keys: new Map([[1, new Uint8Array(32)]]),
      retired: [],
      pepper: new Uint8Array(32),
    }),
    null,
  );
  const owner = { id: '0123456789ABCDEF', tokenEpoch: 0 };
  const now = '2026-03-02T06:00:00.000Z';
  const made: Record<keyof Links, string> = {
    site: links.site,
    safety: links.safety,
    privacy: links.privacy,
    signup: links.signup,
    signupSent: links.signupSent,
    confirm: links.confirm(owner, now),
    start: links.start(owner, now),
    checkIn: links.checkIn(owner, 3, now),
    checkInAnswer: links.checkInAnswer(owner, 3, 10, now),
    checkInDone: links.checkInDone(owner, 3, now),
    me: links.me(owner, now),
    summary: links.summary(owner, now),
    worse: links.worse(owner, now),
    fresh: links.fresh({ ...owner, fresh: null }, now),
    running: links.running(owner, now),
    shoes: links.shoes(owner, now),
    session: links.session(owner, 3, now),
    lesson: links.lesson('LES-01'),
    calendar: links.calendar(owner, now),
    unsubscribe: links.unsubscribe(owner),
  };
  const token = '[A-Za-z0-9_-]{46}';
  const shapes: Record<keyof Links, string> = {
    site: '/',
    safety: '/safety',
    privacy: '/privacy',
    signup: '/signup',
    signupSent: '/signup/sent',
    confirm: `/confirm/${token}`,
    start: `/start/${token}`,
    checkIn: `/c/${token}`,
    checkInAnswer: `/c/${token}/10`,
    checkInDone: `/c/${token}/done`,
    me: `/me/${token}`,
    summary: `/me/${token}/summary`,
    worse: `/w/${token}`,
    fresh: `/fresh/${token}`,
    running: `/running/${token}`,
    shoes: `/shoes/${token}`,
    session: `/x/${token}`,
    lesson: '/l/LES-01',
    calendar: `/cal/${token}\\.ics`,
    unsubscribe: `/u/${token}`,
  };
  expect(Object.keys(links).sort()).toEqual(Object.keys(made).sort());
  for (const [name, url] of Object.entries(made)) {
    expect(url, name).toMatch(new RegExp(`^${site}${shapes[name as keyof Links]}$`));
    expect(url.length, name).toBeLessThanOrEqual(200);
  }
});

describe('a log line', () => {
  const lines: string[] = [];
  const log = makeLog({ fn: 'send' }, (line) => lines.push(line));
  const logged = (fields: object, message = 'm'): Record<string, unknown> => {
    lines.length = 0;
    log.info(message, fields as LogFields);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    return JSON.parse(lines[0]!);
  };
  test('carries the allowed fields and the base', () => {
    expect(logged({ participantId: 'P', count: 3, why: 'quota' })).toEqual({
      level: 'info',
      message: 'm',
      fn: 'send',
      participantId: 'P',
      count: 3,
      why: 'quota',
    });
  });
  test('drops every other field, and allowed ones of the wrong type', () => {
    expect(
      logged({
        email: 'a@b.org',
        firstName: 'Ioana',
        note: 'it hurts',
        count: 'a@b.org',
        code: { deep: 'a@b.org' },
        toString: 'x',
        constructor: 'x',
      }),
    ).toEqual({ level: 'info', message: 'm', fn: 'send' });
  });
  test('lets no address, link or token out, whatever field or message it hides in', () => {
    const token = 'A'.repeat(46);
    fc.assert(
      fc.property(
        fc.emailAddress(),
        fc.constantFrom('error', 'why', 'code', 'message'),
        fc.string(),
        (address, field, around) => {
          const text = `${around} ${address} ${around}`;
          const line = JSON.stringify(field === 'message' ? logged({}, text) : logged({ [field]: text }));
          expect(line).not.toContain('@');
        },
      ),
    );
    expect(
      JSON.stringify(logged({ error: `GET https://x.org/c/${token} failed for ${token}` })),
    ).not.toContain(token);
  });
  test('keeps a line a line', () => {
    expect(logged({ error: 'a\nb\r\u2028c' })['error']).toBe('a\nb\r\u2028c');
    expect(String(logged({ error: 'x y '.repeat(3_000) })['error'])).toHaveLength(200);
  });
  test('cannot print a redacted text', () => {
    const secret = redacted('a@b.org');
    expect(`${secret} ${JSON.stringify({ secret })} ${[secret].join()}`).not.toContain('a@b');
    expect(secret.reveal()).toBe('a@b.org');
  });
});

describe('scrubbing', () => {
  test('reads no more than it prints a few times over, and cuts at the end of a word', () => {
    const token = 'Q'.repeat(46);
    for (let at = 560; at < 620; at += 1) {
      const text = `${'a@b.org '.repeat(80).slice(0, at)} ${token} more`;
      const line = scrub(text);
      expect(line.length).toBeLessThanOrEqual(200);
      expect(line).not.toMatch(/@|Q/);
    }
  });
  test('is done in steps that do not grow with the text', () => {
    const long = 'x'.repeat(1_000_000);
    expect(scrub(long).length).toBeLessThanOrEqual(200);
    expect(scrub(`${long}@example.org`)).not.toContain('@');
  });
});
