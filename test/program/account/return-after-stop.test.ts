/** Whose word ends which stop (docs/contract.md §2, `/fresh`). */
import { describe, expect, test } from 'vitest';
import { PHYSIO_ENDS, wordMissing } from '../../../program/account/return-after-stop.ts';
import { FINDING_CODES, type Finding, type FindingCode } from '../../../program/course/types.ts';

const finding = (code: FindingCode): Finding => ({ code, route: 'doctor', answer: 'redFlags.swelling' });
const stops = FINDING_CODES.filter((code) => code !== 'TR-P1' && code !== 'TR-P3');

describe.each(stops)('%s', (code) => {
  const word = (
    seenBy: 'doctor' | 'physio' | 'nurse' | 'nobody',
    said: 'okToLoad' | 'wait' | 'notThis' = 'okToLoad',
  ) => wordMissing([finding(code)], { seenBy, said });
  test('is ended by a doctor who allows loading', () => {
    expect(word('doctor')).toBeNull();
  });
  test('is not ended by anybody who says wait, or by nobody', () => {
    for (const seenBy of ['doctor', 'physio', 'nurse', 'nobody'] as const) {
      expect(word(seenBy, 'wait')).toBe('not-seen-yet');
      expect(word(seenBy, 'notThis')).toBe('not-seen-yet');
    }
    expect(word('nobody')).toBe('not-seen-yet');
  });
  test('is ended by a physiotherapist only where the contract says so, by a nurse never', () => {
    const physioEnds = ['TR-D3', 'AD-03', 'MD-2', 'TR-P2'].includes(code);
    expect(word('physio')).toBe(physioEnds ? null : 'needs-doctor');
    expect(word('nurse')).toBe(physioEnds ? 'needs-clinician' : 'needs-doctor');
  });
});

test('one finding that needs a doctor is enough to need one', () => {
  expect(PHYSIO_ENDS).toContain('AD-03');
  expect(wordMissing([finding('AD-03'), finding('TR-D4')], { seenBy: 'physio', said: 'okToLoad' })).toBe(
    'needs-doctor',
  );
});
