/** What an operator does for one person and for all, on a local run. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { operator, operatorJson } from '../support/coach.ts';
import { Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
let ada: Runner;
let id: string;
const folder = mkdtempSync(path.join(tmpdir(), 'coach-'));
beforeAll(async () => {
  run = await startTestRun();
  ada = new Runner(run.url);
  await ada.join();
  ({ id } = await ada.row());
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await run?.stop();
});
const WHY = ['--reason', 'asked by phone why no mail came'];

describe('one person', () => {
  it('is opened for a reason, which stands in the journal and on their page', async () => {
    const { code, text } = await operator(run, 'show', id, ...WHY);
    expect(code).toBe(0);
    expect(text).toContain(`${id}: active, week 1`);
    expect(text).toContain('ada@example.org');
    expect(text).toContain('You answered the first questions');
    const noted = (await ada.detail()).journal.findLast((entry) => entry.actor === 'operator');
    expect(noted).toMatchObject({ command: 'NoteLook', events: [{ type: 'LookedAt' }] });
    const page = await ada.open(ada.link(await ada.newest('start'), '/me'));
    expect(page.html).toContain('Who opened your answers');
    expect(page.html).toContain('Monday 2 March: asked by phone why no mail came');
  });

  it.each([
    [[], 'Say why'],
    [['--reason', 'why'], 'in 5 to 200 letters'],
    [['--reason', 'two\nlines of it'], 'on one line'],
  ])('is not opened with %j, and nothing is noted', async (reason, sentence) => {
    const before = (await ada.detail()).rev;
    for (const verb of ['show', 'export']) {
      const { code, text } = await operator(run, verb, id, ...reason);
      expect([code, text]).toEqual([1, expect.stringContaining(sentence)]);
    }
    expect((await ada.detail()).rev).toBe(before);
  });

  it('is exported into two files that nobody else can read', async () => {
    const { code } = await operator(run, 'export', id, ...WHY, '--out', folder);
    expect(code).toBe(0);
    const file = JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as {
      person: { email: string };
    };
    expect(file.person.email).toBe('ada@example.org');
    expect(existsSync(path.join(folder, `${id}.csv`))).toBe(true);
  });

  it('is paused, once and until a day that can be', async () => {
    const wrong = await operator(run, 'pause', id, '--until', '2020-01-01');
    expect([wrong.code, wrong.text]).toEqual([
      1,
      expect.stringContaining('--until must be a date from 2026-03-03'),
    ]);
    expect((await operator(run, 'pause', id)).text).toContain('Say until when');
    expect((await operator(run, 'pause', id, '--until', '2026-03-20')).code).toBe(0);
    expect((await ada.row()).status).toBe('paused');
    await ada.clock({ advance: 'PT1M' });
    expect(await ada.kinds()).toContain('paused');
    expect((await operator(run, 'pause', id, '--until', '2026-03-21')).text).toContain(
      'cannot be paused (paused)',
    );
  });

  it('is erased only when the stage is named once more, and then is nobody', async () => {
    for (const again of [[], ['--again', 'prod']]) {
      const { code, text } = await operator(run, 'erase', id, ...again);
      expect([code, text]).toEqual([
        1,
        expect.stringContaining('Name the stage once more to do it: --again local'),
      ]);
    }
    expect((await operator(run, 'erase', id, '--again', 'local')).code).toBe(0);
    const gone: readonly (readonly string[])[] = [
      ['erase', id, '--again', 'local'],
      ['show', id, ...WHY],
      ['export', id, ...WHY],
      ['pause', id, '--until', '2026-03-20'],
    ];
    for (const args of gone) {
      const { code, text } = await operator(run, ...args);
      expect([code, text]).toEqual([1, expect.stringContaining(`There is nobody "${id}" on local`)]);
    }
  });
});

describe('what may leave', () => {
  const bea = () => new Runner(run.url, 'bea@example.org');
  it('is switched, with the stage named once more, and back', async () => {
    expect((await operator(run, 'switch', 'off')).text).toContain('--again local');
    expect((await operator(run, 'switch', 'of', '--again', 'local')).text).toContain(
      'one of on, safety-only, off',
    );
    expect((await operator(run, 'switch', 'off', '--again', 'local')).text).toContain('NOTHING leaves');
    await bea().signUp();
    expect(await bea().kinds()).toEqual([]);
    await operator(run, 'switch', 'on', '--again', 'local');
    await bea().clock({ advance: 'PT1H1M' });
    expect(await bea().kinds()).toEqual(['confirm']);
  });

  it('a version of the curriculum is withdrawn and let go again, beside the others', async () => {
    const put = (...args: readonly string[]) =>
      operatorJson<{ readonly withdrawn: readonly string[] }>(run, 'withdraw', ...args, '--again', 'local');
    expect((await put('1.0.0')).withdrawn).toEqual(['1.0.0']);
    expect((await put('1.1.0')).withdrawn).toEqual(['1.0.0', '1.1.0']);
    expect((await put('1.0.0', '--undo')).withdrawn).toEqual(['1.1.0']);
    expect((await put('1.1.0', '--undo')).withdrawn).toEqual([]);
    expect((await operator(run, 'withdraw', 'newest', '--again', 'local')).text).toContain('is like 1.2.0');
  });
});

describe('the keys of links', () => {
  it('a new one signs in the second step, and links of before still open', async () => {
    const cleo = new Runner(run.url, 'cleo@example.org');
    await cleo.join();
    const before = cleo.link(await cleo.newest('start'), '/me');
    expect((await operatorJson<{ step: string }>(run, 'rotate-keys')).step).toBe('added');
    expect((await operator(run, 'rotate-keys')).text).toContain('not known everywhere yet');
    await cleo.clock({ advance: 'PT11M' });
    expect(await operatorJson(run, 'rotate-keys')).toEqual({ step: 'signs', current: 2 });
    expect((await cleo.open(before)).status).toBe(200);
    expect((await operator(run, 'rotate-keys', '--leaked')).text).toContain('--again local');
    expect(await operatorJson(run, 'rotate-keys', '--leaked', '--again', 'local')).toEqual({
      step: 'leaked',
      current: 3,
    });
  });
});

describe('what was given up', () => {
  const CAUSE = ['--reason', 'the release of Monday is rolled back'];
  const lies = () => run.world.queues.dead as { queue: 'urgent'; body: string }[];

  it('goes back to its queue, counted, with a reason that is kept', async () => {
    const none = await operator(run, 'redrive', ...CAUSE);
    expect([none.code, none.text]).toEqual([0, 'local: nothing lies dead, so nothing was done.\n']);
    const dora = new Runner(run.url, 'dora@example.org');
    await dora.join();
    const { id: hers } = await dora.row();
    const hint = { queue: 'urgent' as const, body: JSON.stringify({ participantId: hers }) };
    lies().push(hint, hint);
    const before = await dora.kinds();
    const done = await operator(run, 'redrive', ...CAUSE);
    expect([done.code, done.text]).toEqual([0, expect.stringContaining('local: went back: 2 urgent.')]);
    expect(lies()).toEqual([]);
    expect(await dora.kinds()).toEqual(before);
    const after = await operator(run, 'redrive', ...CAUSE);
    expect(after.text).toMatch(/redrive +the release of Monday is rolled back +went back: 2 urgent/);
    expect(after.text).not.toContain(hers);
  });

  it('is put back as new, and what is in it is read again', async () => {
    lies().push({ queue: 'urgent', body: 'no JSON' });
    expect((await operatorJson<{ moved: { urgent: number } }>(run, 'redrive', ...CAUSE)).moved.urgent).toBe(
      1,
    );
    await ada.clock({ advance: 'PT40M' });
    expect(lies()).toEqual([{ queue: 'urgent', body: 'no JSON' }]);
  });

  it.each([[[]], [['--reason', 'why']]])('stays with %j', async (reason) => {
    const { code, text } = await operator(run, 'redrive', ...reason);
    expect([code, text]).toEqual([1, expect.stringContaining('It stands in the journal of the stage.')]);
    expect(lies()).toHaveLength(1);
  });
});
