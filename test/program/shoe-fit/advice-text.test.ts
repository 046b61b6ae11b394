import { describe, expect, test } from 'vitest';
import { shoeAnswers } from '../../../program/answers/shoes.ts';
import { SHOE_ADVICE_KEYS, type ShoeAdvice } from '../../../program/shoe-fit/advice.ts';
import { shoeAdviceText } from '../../../program/shoe-fit/advice-text.ts';
import { shoeAdvice } from '../../../program/shoe-fit/rules.ts';
import { claimsIn } from '../../../tools/quality/guards/claims.ts';
import { grade } from '../../curriculum/reading-age.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const curriculum = theCurriculum();
const every = {
  halfSizes: 1,
  calm: 2,
  mmFrom: 8,
  mmTo: 10,
  level: 5,
  weeksFrom: 2,
  weeksTo: 3,
  weeks: 2,
  miles: 412,
  from: 300,
  to: 500,
};

describe.each(SHOE_ADVICE_KEYS)('%s', (key) => {
  const advice: ShoeAdvice = { rule: key.slice(0, 5) as ShoeAdvice['rule'], key, params: every };
  const text = shoeAdviceText(curriculum, advice, 'km');
  test('is short, plain and sourced, and claims nothing of docs/clinical-rules.md §10.1', () => {
    expect(text.short.length).toBeLessThanOrEqual(110);
    expect(text.long.length).toBeLessThanOrEqual(330);
    expect(grade(`${text.long}\n${text.why}`)).toBeLessThanOrEqual(9);
    expect(`${text.short}${text.long}${text.why}`).not.toMatch(/[{}]|SH-|undefined/);
    expect(claimsIn(`${text.short} ${text.long} ${text.why}`)).toEqual([]);
    expect(curriculum.shoeWords.rules[key].sources).toContain(advice.rule);
  });
  test('has works behind it, or says that it is what experts or fitters advise', () => {
    if (text.works.length === 0) expect(text.why).toMatch(/advise|expert|rough|hard to tell/);
    for (const { cite, url } of text.works) {
      expect(cite.length).toBeGreaterThan(10);
      if (url !== null) expect(url).toMatch(/^https:\/\/doi\.org\/10\./);
    }
  });
});

describe('wording of S-64', () => {
  const sizeUp = (change: object) => {
    const [advice] = shoeAdvice(
      shoeAnswers.parse(change),
      { painAverage: null, painWorst: null, stage: null },
      curriculum.shoes,
    ).filter((a) => a.rule === 'SH-01');
    if (advice === undefined) throw new Error('SH-01 did not fire');
    return shoeAdviceText(curriculum, advice, 'km');
  };
  test.each([
    [0, 'a full size up'],
    [4, 'a full size up'],
    [6, 'half a size up'],
  ])('%i mm: %s', (gapMm, size) => expect(sizeUp({ gapMm }).long).toContain(`try ${size}`));
  test('not due: at the next purchase, when due, if cramped', () => {
    const { short, long } = sizeUp({ gapMm: 4 });
    expect(short).toMatch(/next purchase, when it is due/);
    expect(long).toMatch(
      /do not need new shoes for that today\. When the next pair is due, and if your toes feel cramped/,
    );
  });
  test('bruised: the purchase moves forward', () =>
    expect(sizeUp({ gapMm: 4, nails: 'yes' }).short).toMatch(/bring your next purchase forward/));
  test('due and cramped: the next pair', () =>
    expect(sizeUp({ gapMm: 4, dueNew: 'yes' }).short).toMatch(/^Your next pair is due/));
  test('each says that no trial has tested it', () => {
    for (const change of [{ gapMm: 4 }, { gapMm: 4, nails: 'yes' }, { gapMm: 4, dueNew: 'yes' }])
      expect(sizeUp(change).why).toMatch(/tip for room and comfort.*no trial has tested/);
  });
});

test('low drop: a lift goes into both shoes, until a level, then back step by step', () => {
  const [advice] = shoeAdvice(
    shoeAnswers.parse({ dropNow: 0 }),
    { painAverage: 3, painWorst: 4, stage: 'R2' },
    curriculum.shoes,
  );
  const { long } = shoeAdviceText(curriculum, advice as ShoeAdvice, 'km');
  expect(long).toContain('8 to 10 mm');
  expect(long).toContain('both shoes');
  expect(long).toContain('level 5');
  expect(long).toContain('2 to 3 weeks');
});

test('distances come in the units of the reader, rounded as people say them', () => {
  const said = (units: 'km' | 'mi', change: object): readonly string[] =>
    shoeAdvice(
      shoeAnswers.parse(change),
      { painAverage: null, painWorst: null, stage: null },
      curriculum.shoes,
    ).map((a) => {
      const { short, long, why } = shoeAdviceText(curriculum, a, units);
      return `${short} ${long} ${why}`;
    });
  expect(said('mi', { miles: 412 })[0]).toMatch(
    /^At 412 miles.*about 412 miles.*before 500 miles.*by about 500 miles/,
  );
  expect(said('km', { miles: 412 })[0]).toMatch(/^At 660 km.*about 660 km.*before 800 km.*by about 800 km/);
  expect(said('mi', { worn: 'yes' })[0]).toContain('300 to 500 miles');
  expect(said('km', { worn: 'yes' })[0]).toContain('500 to 800 km');
});
