/**
 * Answers of the intake that do not fit together: the safer one is taken, and both the page after it and the
 * first mail say which (docs/contract.md §2).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { CONTRADICTIONS } from '../../../program/triage/contradictions.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { wordsOf } from '../support/forms.ts';
import { INTAKE, Runner, type Steps, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const INTAKE_AT_ONCE = { ...INTAKE[1], ...INTAKE[2], ...INTAKE[3], ...INTAKE[4] };
/** The words stand inside a sentence, and alone beside a stop. */
const wordsIn = (row: Row['row'], said: string): string =>
  row['status'] === 'stopped' ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : said;
interface Row {
  readonly code: string;
  readonly answers: Steps;
  /** What the safer reading makes of it. */
  readonly row: Readonly<Record<string, string>>;
}
const ROWS: readonly Row[] = [
  {
    code: 'walk-but-runs',
    answers: { 1: { redFlags: 'walk' }, 3: { runsNow: 'yes', painRunning: '2', longestRun30d: '60' } },
    row: { status: 'stopped' },
  },
  {
    code: 'sudden-but-no-strain',
    answers: { 2: { onset: 'sudden' }, 3: { strainLast12m: '0' } },
    row: { status: 'active', stage: 'R0' },
  },
  {
    code: 'prevent-but-pain',
    answers: { 2: { intent: 'prevent' } },
    row: { status: 'active', level: 'LV1', stage: 'R0' },
  },
  {
    code: 'average-above-worst',
    answers: { 2: { painAverage: '5', painWorst: '2' } },
    row: { status: 'active', level: 'LV1', stage: 'R0' },
  },
  {
    code: 'one-leg-easier',
    answers: { 2: { twoLegRaise: 'hurts', singleLegRaise: 'fine', singleLegReps: '10' } },
    row: { status: 'active', level: 'LV0', stage: 'R0' },
  },
  {
    code: 'raises-without-raise',
    answers: { 2: { singleLegRaise: 'hurts', singleLegReps: '10' } },
    row: { status: 'active', level: 'LV1' },
  },
  {
    code: 'fine-without-raises',
    answers: { 2: { singleLegRaise: 'fine', singleLegReps: '0' } },
    row: { status: 'active', level: 'LV1' },
  },
  // The form takes no day that lies ahead where somebody signed up; the zone chosen on the last page may be a
  // day behind.
  {
    code: 'onset-in-future',
    answers: { 2: { onsetDate: '2026-03-02' }, 4: { timeZone: 'Pacific/Honolulu' } },
    row: { status: 'active', level: 'LV1' },
  },
  {
    code: 'runs-without-run',
    answers: {
      2: { painAverage: '1', painWorst: '1', nextDay: 'settled' },
      3: { runsNow: 'yes', painRunning: '1', longestRun30d: '0' },
    },
    row: { status: 'active', stage: 'R0' },
  },
  {
    code: 'no-running-but-long-run',
    answers: { 3: { runsNow: 'no', longestRun30d: '90' } },
    row: { status: 'active', stage: 'R0' },
  },
  { code: 'pain-without-side', answers: { 2: { side: 'none' } }, row: { status: 'active', level: 'LV1' } },
];

describe('a contradiction at the intake', () => {
  test('every row of the table is here', () =>
    expect(ROWS.map((row) => row.code).sort()).toEqual([...CONTRADICTIONS].sort()));

  test.each(ROWS)(
    '$code is said on the page and in the first mail, and the safer answer counts',
    async ({ code, answers, row }) => {
      const ada = new Runner(run.url, `${code}@example.org`);
      // All pages at once, as docs/contract.md §2 allows: page by page a stop on the first page asks nothing
      // more.
      await ada.signUp();
      const first = await ada.confirm();
      const page = await ada.fill(first, {
        ...INTAKE_AT_ONCE,
        ...answers[1],
        ...answers[2],
        ...answers[3],
        ...answers[4],
      });
      expect(await ada.row()).toMatchObject(row);
      const said = theCurriculum().messages.names[code] ?? 'no words';
      expect(wordsOf(page.html)).toContain(wordsIn(row, said));
      const mail = await ada.newest(row['status'] === 'stopped' ? 'safety' : 'start');
      expect(mail.text.replace(/\s+/g, ' ')).toContain(wordsIn(row, said));
      expect(wordsOf(mail.html)).toContain(wordsIn(row, said));
    },
  );

  test('answers that fit are told nothing of the kind', async () => {
    const ada = new Runner(run.url);
    const page = await ada.join();
    for (const text of [wordsOf(page.html), (await ada.newest('start')).text])
      expect(text).not.toContain('do not fit together');
  });
});
