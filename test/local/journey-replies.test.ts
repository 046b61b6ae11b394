/** A whole programme by plain reply: text/plain mails to the addresses our mails name, no page opened after the intake. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../local/run.ts';
import { type Envelope, replyTo } from './support/replies.ts';
import { type Mail, Runner, startTestRun } from './support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const reply = (runner: Runner, mail: Mail, text: string, envelope: Partial<Envelope> = {}) => replyTo(runner, mail, text, envelope);

describe('an answer by reply', () => {
  const ada = () => new Runner(run.url, 'reply@example.org');

  it('every mail to a confirmed person names an address of its own; a notice names the operator', async () => {
    await ada().join();
    const header = (mail: Mail): string => mail.headers.find(([name]) => name === 'Reply-To')?.[1] ?? '';
    expect(header(await ada().newest('confirm'))).toBe('operator@coach.example');
    expect(header(await ada().newest('start'))).toMatch(/^r-[a-z2-7]{26}@reply\.coach\.example$/);
  });

  it('a number is an answer: the plan comes at once, says what was understood and what is missing', async () => {
    const checkIn = await ada().untilCheckIn();
    expect((await reply(ada(), checkIn, '4')).status).toBe(202);
    const plan = await ada().newest('plan');
    expect(plan.text).toContain('You answered: average 4');
    expect(plan.text).toContain('your worst pain');
    expect(await ada().kinds()).toEqual(['confirm', 'start', 'lesson', 'check-in', 'plan']);
    expect((await ada().events('CheckedIn')).map((e) => e['source'])).toEqual(['reply']);
  });
});
