import { expect, test } from 'vitest';
import { COUNTRIES, countryFor } from '../../web/countries.ts';

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'AT'],
  ['en-US,en;q=0.5', 'US'],
  ['fr', 'GB'],
  ['fr, en-IE;q=0.7', 'IE'],
  ['zh-Hant-TW', 'TW'],
  ['en-XX, nl-BE', 'BE'],
  ['', 'GB'],
  [undefined, 'GB'],
  ['*', 'GB'],
  [`${'a'.repeat(100_000)}-US`, 'GB'],
])('%j suggests %s', (header, country) => {
  expect(countryFor(header)).toBe(country);
  expect(COUNTRIES.some(([code]) => code === country)).toBe(true);
});
