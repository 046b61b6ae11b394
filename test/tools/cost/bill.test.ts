/** The bill: units times prices, nothing left out and nothing guessed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOf, billText, type Units } from '../../../tools/cost/bill.ts';
import { PRICES, priceRows, READ_ON } from '../../../tools/cost/prices.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const FIGURES: Units = { 'week: mails': 3, 'week: write units': 40, 'week: read units': 16 };
const bill = billOf(FIGURES, 10, PRICES);
const lineOf = (lines: typeof bill.programme, unit: string) => lines.find(({ what }) => what === unit);

describe('the bill', () => {
  it('of a programme is its counted units, twelve weeks of them', () => {
    const { mail, writeUnits, readUnits } = PRICES;
    expect(lineOf(bill.programme, mail.unit)).toMatchObject({ units: 36 });
    expect(lineOf(bill.programme, mail.unit)?.dollars).toBeCloseTo(0.0036, 12);
    expect(lineOf(bill.programme, writeUnits.unit)?.dollars).toBeCloseTo((480 * 0.625) / 1e6, 12);
    expect(lineOf(bill.programme, readUnits.unit)?.dollars).toBeCloseTo((192 * 0.125) / 1e6, 12);
    expect(bill.dollarsOfMails).toBeCloseTo(0.0036, 12);
    const together = bill.programme.reduce((all, { dollars }) => all + dollars, 0);
    expect(bill.dollarsAProgramme).toBeCloseTo(together, 12);
    expect(bill.ratio).toBeCloseTo(together / 0.0036, 9);
  });

  it('of a deployment without participants has its alarms, and no mail', () => {
    expect(lineOf(bill.idle, PRICES.alarms.unit)?.dollars).toBeCloseTo(1, 12);
    expect(lineOf(bill.idle, PRICES.mail.unit)).toBeUndefined();
  });

  it('of a month is the idle deployment and its participants', () => {
    const [hundred, , million] = bill.months;
    expect(bill.months.map(({ participants }) => participants)).toEqual([100, 10_000, 1_000_000]);
    expect(hundred?.dollars).toBeGreaterThan(bill.dollarsIdle);
    const each = ((million?.dollars ?? 0) - bill.dollarsIdle) / 1e6;
    expect(each).toBeCloseTo((bill.dollarsAProgramme * 43_800) / (84 * 24 * 60), 9);
  });

  it.each(Object.keys(PRICES))('without the price of %s names it instead of leaving it out', (name) => {
    const others = Object.fromEntries(Object.entries(PRICES).filter(([other]) => other !== name));
    expect(() => billOf(FIGURES, 10, others)).toThrow(`There is no price for "${name}"`);
  });

  it.each(Object.keys(FIGURES))('without the counted %s names it', (name) => {
    const others = Object.fromEntries(Object.entries(FIGURES).filter(([other]) => other !== name));
    expect(() => billOf(others, 10, PRICES)).toThrow(`There is no counted figure "${name}"`);
  });

  it('of the counted figures says when its prices were read', () => {
    const counted = JSON.parse(read('tools/quality/budgets/budgets.json')) as Units;
    const text = billText(billOf(counted, 10, PRICES), READ_ON);
    expect(text).toContain(`prices of ${READ_ON}`);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('docs/cost.md shows every price as it is', () => {
  const page = read('docs/cost.md');
  expect(page).toContain(READ_ON);
  for (const row of priceRows(PRICES)) expect(page).toContain(row);
});
