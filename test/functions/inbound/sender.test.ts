/** Who wrote: one plain address in one From, or nobody that is proved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../functions/inbound/read-mail.ts';
import { isProved, type Receipt } from '../../../functions/inbound/receipt.ts';

const OWNER = 'owner@example.org';
const EVIL = 'evil@evil.example';
const RECEIPT: Receipt = {
  messageId: 'm1',
  source: OWNER,
  recipients: [],
  spam: 'PASS',
  virus: 'PASS',
  spf: 'PASS',
  dkim: 'PASS',
  dmarc: 'PASS',
};
const provedBy = async (...from: readonly string[]): Promise<boolean> => {
  const raw = `${from.map((one) => `From: ${one}\r\n`).join('')}Subject: Re\r\n\r\n2\r\n`;
  return isProved(RECEIPT, (await readMail(Buffer.from(raw))).from, OWNER);
};

describe('proved by a whole receipt', () => {
  test.each([
    OWNER,
    `<${OWNER}>`,
    `Ada <${OWNER}>`,
    `Ada  Lovelace < ${OWNER} >`,
    `"Lovelace, Ada (at work); <x>" <${OWNER}>`,
    `=?utf-8?q?M=C3=BCller=2C_Ada?= <${OWNER}>`,
    `${OWNER} (Ada)`,
    `Ada O'Neill-Smith Jr. <${OWNER}>`,
    `Ада <${OWNER}>`,
    `"a \\" b" <${OWNER.toUpperCase()}>`,
  ])('%s', async (from) => expect(await provedBy(from)).toBe(true));
});

describe('proved by nothing', () => {
  test.each([
    `<${OWNER}> <${EVIL}>`,
    `<${OWNER}><${EVIL}>`,
    `<${OWNER}> ${EVIL}`,
    `${OWNER} <${EVIL}>`,
    `${EVIL} <${OWNER}>`,
    `${OWNER}, ${EVIL}`,
    `${OWNER}, ${OWNER}`,
    `${OWNER},`,
    `Team: ${OWNER};`,
    `Team: ${OWNER}, ${EVIL};`,
    `<${OWNER}`,
    `<<${OWNER}>>`,
    `<@evil.example:${OWNER}>`,
    `"<${EVIL}>" <${OWNER}> <${EVIL}>`,
    `(${EVIL}) <${EVIL}> (<${OWNER}>)`,
    `Ada ${OWNER}`,
    `${OWNER}\r\n <${EVIL}>`,
    `=?utf-8?q?=3C${OWNER.replace('@', '=40')}=3E?= <${EVIL}>`,
    '',
  ])('%j', async (from) => expect(await provedBy(from)).toBe(false));

  test.each([[[OWNER, OWNER]], [[OWNER, EVIL]], [[EVIL, OWNER]], [[]]])('From headers %j', async (from) =>
    expect(await provedBy(...from)).toBe(false),
  );

  test('any two addresses in one From, however they are joined', async () => {
    const join = fc.constantFrom(' ', ',', ';', ' , ', '\r\n ', '"x"', '(c)', ':', '<>', '\t');
    await fc.assert(
      fc.asyncProperty(
        join,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (between, first, second, swap) => {
          const [a, b] = [first ? `<${OWNER}>` : OWNER, second ? `<${EVIL}>` : EVIL];
          expect(await provedBy(swap ? `${b}${between}${a}` : `${a}${between}${b}`)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('long headers are judged in time that grows with their length', async () => {
    for (const part of ['(', '"', '<', 'a:', '\\', '()', '""', 'a '])
      expect(await provedBy(`${part.repeat(30_000)}<${OWNER}>`)).toBe(false);
  });
});
