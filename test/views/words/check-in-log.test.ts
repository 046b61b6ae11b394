/** What the log fills in of a check-in, row by row (docs/clinical-rules.md §12 A25). */
import { expect, test } from 'vitest';
import { type DayLog, emptyLog } from '../../../program/participant/day-log.ts';
import { filledFromLog } from '../../../views/page/check-in-log.ts';
import { CHECK_IN } from '../../../web/examples/data.ts';
import { readCheckIn } from '../../../web/forms/check-in.ts';
import { checkInPage } from '../../../web/pages/check-in/check-in.ts';
import { FRAME } from '../../web/page-examples.ts';
import { formsOf } from '../../web/read-forms.ts';

const AT = '2026-03-04T18:00:00.000Z';
const log = (over: Partial<DayLog['sessions'][string]['answers']>): DayLog => ({
  ...emptyLog(4),
  at: AT,
  sessions: {
    s1: { at: AT, answers: { result: 'done', pain: 2, runMinutes: null, before: null, ...over } },
    r1: { at: AT, answers: { result: 'done', pain: null, runMinutes: 12, before: null } },
  },
});
const rows = (view = CHECK_IN, saved: DayLog | null = log({})) =>
  filledFromLog(view, saved, '/x/t').fromLog?.rows.map(({ title, value }) => `${title}: ${value}`);

test('each figure of the log is a row, and a value that is sent unless it is changed', () => {
  expect(rows()).toEqual(['Strength sessions: 1 of 3', 'Longest run: 12 min', 'Worst pain: 2, or more?']);
  expect(filledFromLog(CHECK_IN, log({}), '/x/t').values).toEqual({
    sessionsDone: '1',
    longestRunMinutes: '12',
    painWorst: '2',
  });
});
test('a sore morning is a row of its own, a calm one is asked', () => {
  expect(rows(CHECK_IN, log({ before: 'sore' }))).toContain('Mornings after: one was sore');
  expect(rows(CHECK_IN, log({ before: 'calm' }))?.join()).not.toContain('Mornings');
});
test('nothing logged, or an answer that was given, is the whole form', () => {
  expect(filledFromLog(CHECK_IN, null, '/x/t').fromLog).toBeUndefined();
  expect(rows({ ...CHECK_IN, answered: true })).toEqual([]);
});
test('the page has the signs as one press or as ticks, and its first button carries no name', () => {
  const view = filledFromLog(CHECK_IN, log({}), '/x/t');
  const [form] = formsOf(checkInPage(FRAME, view));
  expect(form?.buttons).toEqual([{ name: null }, { name: 'redFlags' }]);
  const sent = Object.fromEntries((form?.fields ?? []).map((f) => [f.name, f.value]));
  const told = { ...sent, painAverage: '1', nextDay: 'settled', painkillers: 'no' };
  const saved = (redFlags: string | readonly string[]) => readCheckIn({ ...told, redFlags });
  expect(saved('none')).toMatchObject({ ok: true, value: { redFlags: [], painWorst: 2 } });
  expect(saved(['swelling', 'none'])).toMatchObject({ ok: true, value: { redFlags: ['swelling'] } });
});
