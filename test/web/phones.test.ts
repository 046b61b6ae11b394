/** Every number of every country can be tapped, and nothing else is taken for one. */
import { describe, expect, it } from 'vitest';
import type { EmergencyNumbers } from '../../views/mail/views.ts';
import { emergencyNumbers } from '../../views/words/safety.ts';
import { emergencyInLine, emergencyPhone, urgentPhone } from '../../web/phones.ts';
import { theCurriculum } from '../support/curriculum.ts';

const dialsOf = (markup: unknown): readonly string[] =>
  [...String(markup).matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number ?? '');
const words = (markup: unknown): string =>
  String(markup)
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'");

const COUNTRIES = Object.keys(theCurriculum().safety.countries);
const NUMBERS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  AT: [
    ['144', '112'],
    ['1450', '141'],
  ],
  AU: [['000'], ['1800022222']],
  DE: [['112'], ['116117']],
  ES: [['112'], ['061']],
  FR: [
    ['15', '112'],
    ['116117', '15'],
  ],
  GB: [['999'], ['111']],
  IE: [['112', '999'], []],
  JP: [['119'], ['%237119']],
  PT: [['112'], ['808242424']],
  SG: [['995'], ['62626262']],
  ZA: [['112', '10177'], []],
  BR: [['192'], []],
};

describe('numbers to call', () => {
  it.each(Object.entries(NUMBERS))('of %s are links', (country, [emergency, urgent]) => {
    const numbers = emergencyNumbers(theCurriculum(), country);
    expect(dialsOf(emergencyPhone(numbers))).toEqual(emergency);
    expect(dialsOf(emergencyInLine(numbers))).toEqual(emergency);
    expect(dialsOf(urgentPhone(numbers))).toEqual(urgent);
  });

  it.each(COUNTRIES)(
    'of %s: the words stay as they are, and no number of three digits is left plain',
    (country) => {
      const numbers = emergencyNumbers(theCurriculum(), country);
      expect(words(emergencyPhone(numbers))).toBe(numbers.emergency);
      expect(words(urgentPhone(numbers))).toBe(numbers.urgent);
      const left = `${emergencyPhone(numbers)} ${urgentPhone(numbers)}`.replace(/<a [^>]+>[^<]+<\/a>/g, '');
      expect(left).not.toMatch(/\d[\d ]*\d[\d ]*\d/);
    },
  );

  it.each([
    ['go to 111.nhs.uk', []],
    ['a 24-hour clinic, or a UPA 24h', []],
    ['SNS 24, day and night', []],
    ['<b>112</b> & 1177', ['112', '1177']],
  ])('%s', (urgent, dials) => {
    const numbers: EmergencyNumbers = { country: 'x', emergency: 'your local number', urgent };
    expect(dialsOf(urgentPhone(numbers))).toEqual(dials);
    expect(String(urgentPhone(numbers))).not.toContain('<b>');
    expect(dialsOf(emergencyPhone(numbers))).toEqual([]);
  });
});
