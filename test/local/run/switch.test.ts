/** The operator's switch through the whole stack (docs/architecture.md §7.10). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '../../../functions/shell/address-key.ts';
import type { LocalRun } from '../../../local/run.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { call, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(async () => {
  await new Runner(run.url).control('reset', {});
});
afterAll(() => run?.stop());

const turn = (runner: Runner, mode: string) => runner.control('switch', { mode });
const told = (message: string) => run.world.logs.filter((line) => line.message === message);

describe('the switch', () => {
  it('is on, says what it is, and takes no other word', async () => {
    const runner = new Runner(run.url);
    expect(await runner.control('switch')).toEqual({ mode: 'on' });
    await turn(runner, 'off');
    expect(await runner.control('switch')).toEqual({ mode: 'off' });
    const refused = await call<{ error: string }>(run.url, 'switch', { mode: 'halt' });
    expect([refused.status, refused.body.error]).toEqual([
      400,
      '"mode" must be one of on, safety-only, off.',
    ]);
    await runner.control('reset', {});
    expect(await runner.control('switch')).toEqual({ mode: 'on' });
  });

  it('safety-only: no plan leaves, a stop text does; afterwards one current mail', async () => {
    const runner = new Runner(run.url, 'held@example.org');
    await runner.join();
    await turn(runner, 'safety-only');
    const before = await runner.mails();
    await runner.clock({ advance: 'P8DT3H' });
    expect(await runner.mails()).toEqual(before);
    const other = new Runner(run.url, 'stop@example.org');
    await other.signUp();
    await other.intake(await other.confirm(), {
      1: { consentHealth: 'yes', redFlags: 'swelling', conditions: 'none' },
    });
    expect(await other.kinds()).toEqual(['confirm', 'safety']);
    await turn(runner, 'on');
    await runner.clock({ advance: 'PT1H1M' });
    expect((await runner.kinds()).slice(before.length)).toHaveLength(1);
  });

  it('off: not even the stop text, and the operator hears of that one', async () => {
    const runner = new Runner(run.url, 'off@example.org');
    await runner.signUp();
    const page = await runner.confirm();
    await turn(runner, 'off');
    const answer = await runner.intake(page, {
      1: { consentHealth: 'yes', redFlags: 'swelling', conditions: 'none' },
    });
    expect(answer.html).toContain('class="safety ');
    expect(await runner.kinds()).toEqual(['confirm']);
    expect(told('safety-held')).not.toEqual([]);
    await turn(runner, 'on');
    await runner.clock({ advance: 'PT16M' });
    expect(await runner.kinds()).toEqual(['confirm', 'safety']);
  });

  it.each(['safety-only', 'off'])('%s: no plan that time alone brings leaves either', async (mode) => {
    const runner = new Runner(run.url, `silent-${mode}@example.org`);
    await runner.join();
    await runner.untilCheckIn();
    const before = (await runner.mails()).length;
    await turn(runner, mode);
    await runner.clock({ advance: 'P5D' });
    expect((await runner.mails()).length).toBe(before);
    expect((await runner.row()).week).toBe(2);
    await turn(runner, 'on');
    await runner.clock({ advance: 'PT12H' });
    expect((await runner.kinds()).slice(before)).toContain('plan');
  });

  it('nor to an address that was closed meanwhile', async () => {
    const runner = new Runner(run.url, 'closed@example.org');
    await runner.join();
    await runner.untilCheckIn();
    const before = (await runner.mails()).length;
    const { pepper } = await run.world.store.keys();
    await run.world.store.suppress(
      addressKey(pepper, 'closed@example.org'),
      'complaint',
      run.world.clock.now(),
    );
    await runner.clock({ advance: 'P5D' });
    expect((await runner.mails()).length).toBe(before);
    expect((await runner.row()).status).toBe('left');
  });

  it('a withdrawn version sends no exercise, and what keeps people safe goes on', async () => {
    const runner = new Runner(run.url, 'withdrawn@example.org');
    await runner.signUp();
    const page = await runner.confirm();
    const { version } = theCurriculum();
    await run.world.store.setSending({ mode: 'on', withdrawn: [version] });
    await runner.intake(page);
    expect(await runner.kinds()).toEqual(['confirm']);
    await run.world.store.setSending({ mode: 'on', withdrawn: ['0.0.1'] });
    await runner.clock({ advance: 'PT1H1M' });
    expect(await runner.kinds()).toEqual(['confirm', 'start']);
  });
});

describe('a suppressed address', () => {
  it('gets nothing from the claim on, and its participant has left', async () => {
    const runner = new Runner(run.url, 'closed@example.org');
    await runner.join();
    const before = await runner.mails();
    const { pepper } = await run.world.store.keys();
    await run.world.store.suppress(addressKey(pepper, runner.email), 'complaint', run.world.clock.now());
    await runner.clock({ advance: 'P21D' });
    expect(await runner.mails()).toEqual(before);
    expect((await runner.row()).status).toBe('left');
  });
});
