/**
 * Our own reading of a mail address beside zod's and beside the pattern of the HTML standard: we differ where
 * a reason says so, nowhere else.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isAddress, MAX_EMAIL } from '../../web/forms/mail-address.ts';

const zod = z.email();
const html = z.email({ pattern: z.regexes.html5Email });
const fits = (address: string): boolean =>
  address.length <= MAX_EMAIL &&
  address.slice(0, address.lastIndexOf('@')).length <= 64 &&
  address
    .slice(address.lastIndexOf('@') + 1)
    .split('.')
    .every((label) => label.length <= 63 && !label.endsWith('-'));

const part = fc.string({
  unit: fc.constantFrom(...'abZ09.-_+\'!#%/=?^`{|}~@ "<>,é'),
  minLength: 0,
  maxLength: 12,
});
const address = fc.oneof(
  fc.emailAddress(),
  fc.tuple(part, part, fc.constantFrom('', '.org', '.o', '.42', '.')).map(([a, b, c]) => `${a}@${b}${c}`),
  part,
);

describe('an address', () => {
  it('that zod takes is taken, as long as its parts are as short as mail allows', () => {
    fc.assert(
      fc.property(address, (text) => {
        if (zod.safeParse(text).success && fits(text))
          expect({ text, taken: isAddress(text) }).toEqual({ text, taken: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it('that we take is one to a browser; zod refuses it for a sign in its name or its top label alone', () => {
    fc.assert(
      fc.property(address, (text) => {
        if (!isAddress(text)) return;
        expect({ text, html: html.safeParse(text).success }).toEqual({ text, html: true });
        const plain = text
          .replace(/[!#$%&*/=?^`{|}~]/g, 'x')
          .replace(/'@/, 'x@')
          .replace(/\.[A-Za-z0-9-]+$/, '.org');
        expect({ text, zod: zod.safeParse(plain).success }).toEqual({ text, zod: true });
      }),
      { numRuns: 2_000 },
    );
  });

  // Signs that mail allows and forms often refuse, and forms of mail that we refuse on purpose.
  it.each([
    ['user+mailbox@example.com', true],
    ['customer/department=shipping@example.com', true],
    ['!def!xyz%abc@example.com', true],
    ['_somename@example.com', true],
    ['"Abc@def"@example.com', false],
    ['Abc\\@def@example.com', false],
    ['.user@example.com', false],
    ['us..er@example.com', false],
    ['user@localhost', false],
    ['user@example.com\r\nBcc: other@example.com', false],
    [`${'a'.repeat(65)}@example.com`, false],
  ])('%j: %s', (text, taken) => {
    expect(isAddress(text)).toBe(taken);
  });
});
