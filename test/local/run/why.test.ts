/** `npm run coach -- why` on a run of this machine, and what it says to a command line that is wrong. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { why } from '../../../cli/coach-why.ts';
import type { LocalRun } from '../../../local/run.ts';
import type { Why } from '../../../tools/coach/why/why.ts';
import { Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
let id = '';
beforeAll(async () => {
  run = await startTestRun();
  const runner = new Runner(run.url);
  await runner.join();
  await runner.clock({ advance: 'P7D' });
  id = (await runner.row()).id;
});
afterAll(() => run.stop());

const REASON = ['--reason', 'asked by phone why no mail came'];

/** What the command prints; the code is its exit code. */
async function asked(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const printed: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((part) => printed.push(String(part)) > 0);
  const code = await why([...args, ...REASON, '--site', run.url]).finally(() => write.mockRestore());
  return { code, text: printed.join('') };
}

it('tells the causes of the mails of a day', async () => {
  const { code, text } = await asked(id, '--at', '2026-03-02');
  expect(code).toBe(0);
  expect(text).toContain('start (start): left');
  expect(text).toMatch(/1\. 2026-03-02 \d\d:\d\d person: Start: the intake was answered.*owed: .*start/);
  expect(text).toMatch(/was taken to be sent \(try 1\)/);
  expect(text).toMatch(/ledger: delivered/);
  expect(text).not.toContain('@');
});

it('tells why a day had no mail', async () => {
  const { text } = await asked(id, '--at', '2026-03-04');
  expect(text).toMatch(/No mail was sent on that day, because\n {2}\S+ is due 2026-03-/);
});

it('as JSON, of the present day of that run', async () => {
  const { text } = await asked(id, '--json');
  const answer = JSON.parse(text) as Why;
  expect(answer.participantId).toBe(id);
  expect(answer.day).toMatch(/^2026-03-(09|10)$/);
  expect(answer.silence.length).toBeGreaterThan(0);
});

it('stands in the journal and on the page of whoever was looked at', async () => {
  const runner = new Runner(run.url);
  const before = (await runner.detail()).rev;
  await asked(id);
  const { journal, rev } = await runner.detail();
  expect(rev).toBe(before + 1);
  expect(journal.at(-1)).toMatchObject({
    actor: 'operator',
    command: 'NoteLook',
    events: [{ type: 'LookedAt' }],
  });
  const page = await runner.open(runner.link(await runner.newest('start'), '/me'));
  expect(page.html).toContain('asked by phone why no mail came');
});

it.each([[[]], [['--reason', 'why']], [['--reason', 'two\nlines of it']]])(
  'is refused with %j, and nothing is noted',
  async (reason) => {
    const runner = new Runner(run.url);
    const before = (await runner.detail()).rev;
    await expect(why([id, ...reason, '--site', run.url])).rejects.toThrow('Say why, in 5 to 200 letters');
    expect((await runner.detail()).rev).toBe(before);
  },
);

it.each([
  [['--at', '2026-03-02'], 'Name one participant: npm run coach -- why'],
  [['X', '--at', 'yesterday'], '--at is a date such as 2026-03-08'],
  [['NOBODY', '--at', '2026-03-02'], 'There is nobody "NOBODY" on local'],
])('says what to do: %j', async (args, sentence) => {
  await expect(asked(...args)).rejects.toThrow(sentence);
});

it('says what to start where nothing answers', async () => {
  await expect(why(['X', ...REASON, '--site', 'http://127.0.0.1:9'])).rejects.toThrow(
    'No local run answers at http://127.0.0.1:9: start one with npm start, say where it is with --site',
  );
});
