/**
 * Somebody with a forwarded mail uses up whatever can be used up; the owner is heard all the same
 * (docs/architecture.md §9.6).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { ask, joined, meOf } from '../support/own-page.ts';
import { replyTo } from '../support/replies.ts';
import { calm, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const STRANGER = {
  from: 'evil@evil.example',
  verdicts: { dmarc: 'FAIL', spf: 'FAIL' },
} as const;

it('replies: after thirty of a stranger the owner’s number and words do what they do', async () => {
  const owner = await joined(run.url, 'used.up@example.org');
  const mail = await owner.untilCheckIn();
  for (let n = 0; n < 30; n += 1)
    await replyTo(owner, mail, ['HELP', 'asdf', 'EXPORT'][n % 3] as string, STRANGER);
  // Canary: the stranger's budget is used up indeed.
  const sent = (await owner.mails()).length;
  await replyTo(owner, mail, 'HELP', STRANGER);
  expect((await owner.mails()).length).toBe(sent);
  await replyTo(owner, mail, '6');
  expect((await owner.events('CheckedIn')).map((e) => e['answers'])).toMatchObject([{ painAverage: 6 }]);
  const said = async (word: string): Promise<readonly string[]> => {
    const before = (await owner.mails()).length;
    await replyTo(owner, mail, word);
    return (await owner.mails()).slice(before).map(({ subject }) => subject);
  };
  expect(await said('WORSE')).toEqual(['Tell us more, then rest first']);
  expect(await said('DELETE')).toHaveLength(1);
  expect(await said('DELETE')).toEqual(['Your link was sent a short while ago']);
  await said('PAUSE 2 weeks');
  expect(await owner.row()).toMatchObject({ status: 'paused' });
});

it('replies: past twenty proved ones of a day, an easing is heard', async () => {
  const owner = await joined(run.url, 'talks.much@example.org');
  const mail = await owner.untilCheckIn();
  for (let n = 0; n < 22; n += 1) await replyTo(owner, mail, 'HELP');
  await replyTo(owner, mail, '5');
  expect(await owner.events('Regressed')).toHaveLength(1);
});

it('answers: after three of a stranger the owner eases, and the easing stands', async () => {
  const owner = await joined(run.url, 'three.answers@example.org');
  await owner.untilCheckIn();
  for (const average of [0, 1, 2]) {
    await owner.checkIn(calm(average));
    await owner.clock({ advance: 'PT2M' });
  }
  const moved = await owner.row();
  const page = await owner.checkIn(calm(6, { painWorst: '6' }));
  expect(page.html).not.toContain('answer stands');
  const eased = await owner.row();
  expect(Number(eased.level?.slice(2))).toBeLessThan(Number(moved.level?.slice(2)));
  await owner.clock({ advance: 'PT2M' });
  await owner.checkIn(calm(0));
  expect((await owner.row()).level).toBe(eased.level);
});

it('requests: after all that are taken, erasure and new links are there, and a refusal helps', async () => {
  const owner = await joined(run.url, 'requests@example.org');
  const statuses: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    statuses.push((await ask(owner, n % 2 === 0 ? 'history' : 'export')).status);
    await owner.clock({ advance: 'PT3M' });
  }
  expect(statuses).toContain(429);
  expect((await ask(owner, 'erase')).status).toBe(200);
  const refused = await ask(owner, 'history');
  expect([refused.status, refused.html.includes('DELETE')]).toEqual([429, true]);
  expect((await owner.act(await meOf(owner), 'newLinks')).status).toBe(200);
});
