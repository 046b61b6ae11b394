/**
 * Weeks of a break that was asked for are told as time away, weeks of silence as no answer
 * (docs/clinical-rules.md §12 A20).
 */
import { describe, expect, it } from 'vitest';
import { reasonTexts } from '../../../views/words/words.ts';
import { checkIn, day, decide, openingOf } from '../../program/support/rules.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const said = (missed: number, fromBreak: boolean, week: number): string => {
  const opening = openingOf({ week, missed, ...(fromBreak ? { fromBreak } : {}) });
  const { reasons } = decide(opening, checkIn({}), day(week));
  const [why] = reasonTexts(theCurriculum(), { reasons }, { week });
  return `${why?.code}: ${why?.short} ${why?.long}`;
};

describe.each([
  [1, 'AD-19', 'one week'],
  [2, 'AD-10', 'two weeks'],
  [3, 'AD-04', 'three weeks'],
  [7, 'AD-04', 'seven weeks'],
] as const)('%s weeks missed: %s', (missed, rule, weeks) => {
  // Odd and even weeks use the two wordings of a reason.
  it.each([5, 6])('in week %s', (week) => {
    expect(said(missed, true, week)).toContain(`${rule}: `);
    expect(said(missed, true, week)).toContain(`${weeks} away`);
    expect(said(missed, true, week)).not.toMatch(/answer\b(?! can)|check-in/);
    expect(said(missed, false, week)).toContain(`${weeks} without an answer`);
    expect(said(missed, false, week)).not.toContain('away');
  });
});
