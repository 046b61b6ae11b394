/**
 * The painkiller questions: one item alone, ticked or known from the intake, keeps the text shut
 * (docs/clinical-rules.md §6.8).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGE_BANDS, CONDITIONS } from '../../../program/answers/intake.ts';
import { NSAID, nsaidItems } from '../../../program/answers/nsaid.ts';
import { readNsaid } from '../../../web/forms/nsaid.ts';

const YOUNG = { conditions: [], ageBand: '30-39' } as const;

test('with nothing ticked and nothing known the text opens; any one item shuts it', () => {
  expect(nsaidItems([], YOUNG)).toEqual([]);
  expect(nsaidItems([], null)).toEqual([]);
  for (const item of NSAID) expect(nsaidItems([item], YOUNG)).toEqual([item]);
});
test.each([
  [{ ...YOUNG, conditions: ['kidney'] }, ['kidney']],
  [{ ...YOUNG, conditions: ['anticoagulant'] }, ['thinnerAspirin']],
  [{ ...YOUNG, conditions: ['clottingDisorder'] }, ['thinnerAspirin']],
  [{ ...YOUNG, conditions: ['heart'] }, ['heartStroke']],
  [{ ...YOUNG, conditions: ['pregnant'] }, ['pregnantBreastfeeding']],
  [{ ...YOUNG, conditions: ['steroids'] }, ['interacting']],
  [{ ...YOUNG, conditions: ['bleedingDisorder'] }, ['bleedingLupus']],
  [{ ...YOUNG, conditions: ['arthritis'] }, []],
  [{ ...YOUNG, ageBand: '50-59' }, []],
  [{ ...YOUNG, ageBand: '60-69' }, ['over60']],
  [{ ...YOUNG, ageBand: '70+' }, ['over60']],
] as const)('%j is known to mean %j, whatever is ticked', (known, items) =>
  expect(nsaidItems([], known)).toEqual(items),
);
test('more ticks or more conditions never open it', () => {
  const known = fc.record({
    conditions: fc.subarray([...CONDITIONS]),
    ageBand: fc.constantFrom(...AGE_BANDS),
  });
  fc.assert(
    fc.property(
      fc.subarray([...NSAID]),
      fc.subarray([...NSAID]),
      known,
      fc.subarray([...CONDITIONS]),
      (a, b, k, more) => {
        const some = nsaidItems(a, k);
        expect(nsaidItems([...a, ...b], { ...k, conditions: [...k.conditions, ...more] })).toEqual(
          expect.arrayContaining([...some]),
        );
      },
    ),
  );
});
test('the form wants an active answer; "none" beside an item is that item; unknown fields are refused', () => {
  const part = { part: 'painkillers' };
  expect(readNsaid(part)).toMatchObject({ ok: false, errors: [{ field: 'nsaid' }] });
  expect(readNsaid({ ...part, nsaid: 'none' })).toEqual({ ok: true, value: [] });
  expect(readNsaid({ ...part, nsaid: ['none', 'ulcer'] })).toEqual({ ok: true, value: ['ulcer'] });
  expect(readNsaid({ ...part, nsaid: 'gout' })).toMatchObject({ ok: false, errors: [{ field: 'nsaid' }] });
  expect(readNsaid({ ...part, nsaid: 'none', goal: 'x' })).toMatchObject({
    ok: false,
    errors: [{ field: '' }],
  });
});
