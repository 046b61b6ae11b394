/**
 * A condition of the first pages needs a doctor's word. The questions about the calf follow under it, those
 * about running do not, and the heaviest route of both counts (docs/clinical-rules.md §12 A1b).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { type Answers, INTAKE, type Page, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const FIRST = 'You need a doctor’s word first';
const fieldsOf = (page: Page): readonly string[] =>
  formsOf(page.html).flatMap(({ fields }) => fields.filter((f) => f.type !== 'hidden').map((f) => f.name));

/** Everything of the first part at once, as a form without scripts can send it. */
async function first(
  email: string,
  answers: Answers,
): Promise<{ readonly ada: Runner; readonly page: Page }> {
  const ada = new Runner(run.url, email);
  await ada.signUp();
  return { ada, page: await ada.fill(await ada.confirm(), { ...INTAKE[1], ...answers }) };
}
const stopOf = async (ada: Runner) =>
  (await ada.events('Stopped'))[0] as unknown as {
    readonly stop: { readonly route: string; readonly findings: readonly { readonly code: string }[] };
  };

describe('a condition that waits for a doctor', () => {
  test.each<readonly [string, Answers, Answers, string, string]>([
    ['a clot before, calm else', { conditions: 'clotHistory' }, {}, 'wait', 'TR-W6'],
    [
      'a clot before, pain of unclear beginning',
      { conditions: 'clotHistory' },
      { hurtsWhen: 'unsure' },
      'doctor',
      'TR-D4',
    ],
    [
      'an antibiotic, a tendon that hurts',
      { conditions: 'quinolone6m' },
      { site: 'achilles' },
      'doctor',
      'TR-D7',
    ],
    ['an appointment, and a 7', { conditions: 'heart' }, { painWorst: '7' }, 'doctor', 'TR-D3'],
  ])('%s', async (name, one, two, route, code) => {
    const { ada, page } = await first(`${name.replace(/\W+/g, '-')}@example.org`, one);
    // Nothing is decided yet: the calf is asked about under the words of the condition, and nothing is lost.
    expect([(await ada.row()).status, wordsOf(page.html).includes(FIRST)]).toEqual(['confirmed', true]);
    expect(wordsOf(page.html)).toContain('These answers tell how soon you should be seen.');
    expect(fieldsOf(page)).toContain('side');
    const end = await ada.fill(page, { ...INTAKE[2], ...two });
    // Running and the weekday are not asked any more, and no exercise mail leaves.
    expect(fieldsOf(end)).not.toContain('runsNow');
    expect((await ada.row()).status).toBe('stopped');
    const { stop } = await stopOf(ada);
    expect([stop.route, stop.findings[0]?.code]).toEqual([route, code]);
    expect((await ada.kinds()).filter((kind) => kind === 'start' || kind === 'plan')).toEqual([]);
    const text = (await ada.newest('safety')).text.trim();
    const waits = text.startsWith('Please ask a doctor before you load your calf.');
    expect(waits, text.slice(0, 200)).toBe(route === 'wait');
  });
  test('a stop sign beside it ends the intake where it is told', async () => {
    const { ada, page } = await first('at-once@example.org', {
      conditions: 'clotHistory',
      redFlags: 'swelling',
    });
    expect([(await ada.row()).status, wordsOf(page.html).includes(FIRST)]).toEqual(['stopped', false]);
    expect(fieldsOf(page)).not.toContain('side');
    expect((await stopOf(ada)).stop.route).toBe('doctor');
  });
  test('canary: somebody without any of it reads nothing of a doctor', async () => {
    const { ada, page } = await first('well@example.org', {});
    expect([(await ada.row()).status, wordsOf(page.html).includes(FIRST)]).toEqual(['confirmed', false]);
    expect(fieldsOf(page)).toContain('side');
  });
});
