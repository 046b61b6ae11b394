/**
 * Must be shown: work linear in size. A form twice as large takes at most 2.2 times the counted steps, for
 * every reader and every bad shape.
 */
import { describe, expect, it } from 'vitest';
import type { LinkKeys } from '../../functions/shell/ports.ts';
import { makeTokens } from '../../functions/shell/web/tokens.ts';
import { readAboutRunning } from '../../web/forms/about-running.ts';
import { readCheckIn, readDone } from '../../web/forms/check-in.ts';
import { readConfirm } from '../../web/forms/confirm.ts';
import { type FormValues, parseForm } from '../../web/forms/form-values.ts';
import { readReturn } from '../../web/forms/fresh.ts';
import { readIntake } from '../../web/forms/intake.ts';
import { readMe } from '../../web/forms/me.ts';
import { readShoes } from '../../web/forms/shoes.ts';
import { readSignup } from '../../web/forms/signup.ts';
import { readWorse } from '../../web/forms/worse.ts';
import { countedWork } from './support/counted-work.ts';

const HALF = 8_000;
const RATIO = 2.2;
const RHYTHM = { weekday: 1, hour: 7, timeZone: 'UTC', units: 'km' } as const;
const RANGE = ['2026-03-03', '2026-04-26'] as const;

const READERS: Readonly<Record<string, (form: FormValues) => unknown>> = {
  'no reader': (form) => form,
  signup: (form) => readSignup(form, { ownDomains: ['calf.example.org'] }),
  confirm: readConfirm,
  'check-in': readCheckIn,
  done: readDone,
  worse: readWorse,
  intake: (form) => readIntake(form, { today: '2026-03-02', rhythm: RHYTHM }),
  me: (form) => readMe(form, { pauseRange: RANGE, ownDomains: ['calf.example.org'] }),
  return: (form) => readReturn(form, { seenRange: RANGE }),
  running: (form) => readAboutRunning(form, { units: 'km' }),
  shoes: readShoes,
};
const filled = (unit: (n: number) => string, size: number): string => {
  let text = '';
  for (let n = 0; text.length < size; n += 1) text += unit(n);
  return text.slice(0, size);
};
/**
 * One field over and over, thousands of fields, one long value, lists, escapes, and the names an object has
 * of its own.
 */
const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  'one field over and over': () => 'redFlags=none&',
  'one field, a different value each time': (n) => `painAverage=${n}&`,
  'nothing but separators': () => '&=&',
  'fields of every name': (n) => `f${n}=1&`,
  'a list with commas': (n) => (n === 0 ? 'conditions=' : 'heart,'),
  'a list that is nothing': (n) => (n === 0 ? 'redFlags=' : ', ,'),
  'one long word': (n) => (n === 0 ? 'note=' : 'x'),
  'spaces around it': (n) => (n === 0 ? 'email=' : '+'),
  'signs and points': (n) => (n === 0 ? 'email=' : 'a.'),
  'labels of a domain': (n) => (n === 0 ? 'email=a@' : 'b-.'),
  digits: (n) => (n === 0 ? 'longestRunMinutes=' : '9'),
  'line ends and controls': (n) => (n === 0 ? 'note=' : '%0D%0A%00%1B'),
  'broken escapes': (n) => (n === 0 ? 'goal=' : '%C0%AF%ED%A0%80%'),
  'joined letters': (n) => (n === 0 ? 'firstName=' : 'e%CC%81'),
  'names an object has': (n) => `${['__proto__', 'constructor', 'toString', 'length'][n % 4]}=x&`,
};
const cases = Object.keys(SHAPES).flatMap((shape) =>
  Object.keys(READERS).map((reader) => [shape, reader] as const),
);

describe('a form', () => {
  it.each(cases)('of %s, read for %s', (shape, reader) => {
    const steps = (size: number): number => {
      const body = filled(SHAPES[shape] as (n: number) => string, size);
      return countedWork(() => READERS[reader]?.(parseForm(body)));
    };
    expect(steps(2 * HALF)).toBeLessThanOrEqual(steps(HALF) * RATIO + 200);
  });

  it('canary: a reader that copies what it has for every new value is found out', () => {
    const copying = (body: string) => {
      let all: readonly string[] = [];
      for (const [, value] of new URLSearchParams(body)) all = [...all, value];
      return all;
    };
    const steps = (size: number): number => countedWork(() => copying(filled(() => 'a=1&', size)));
    expect(steps(2 * HALF)).toBeGreaterThan(steps(HALF) * 3);
  });

  it('canary: and so is one that looks for each of many in all of them', () => {
    const searching = (body: string) =>
      [...new URLSearchParams(body)].map(([name], _, all) => all.findIndex(([other]) => other === name));
    const steps = (size: number): number => countedWork(() => searching(filled((n) => `f${n}=1&`, size)));
    expect(steps(2 * HALF)).toBeGreaterThan(steps(HALF) * 3);
  });
});

describe('a token', () => {
  const keys: LinkKeys = {
    current: 1,
    keys: new Map([[1, new Uint8Array(32).fill(1)]]),
    retired: [],
    pepper: new Uint8Array(32),
  };
  const tokens = makeTokens(keys);
  it.each(['A', '-', '=', '%', 'é', '\0'])('of thousands of %j costs no more than a short one', (letter) => {
    const steps = (length: number): number =>
      countedWork(() => tokens.open(letter.repeat(length), 'me', '2026-03-02T06:00:00.000Z'));
    steps(46);
    expect(steps(16_000)).toBeLessThanOrEqual(steps(45) + 10);
  });
});
