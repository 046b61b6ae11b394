/**
 * Privacy as a test, the other door: a whole programme by reply, a sentence of the runner's in every one of
 * them, beside number, command, stop sign, nonsense and another sender's. The sentence is read and kept
 * nowhere: not in the table, a key, a log line, a queue message, a tag, a subject, a mail of ours, the name
 * of an object of the bucket.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaksOfItems, type Secret } from '../support/leaks.ts';
import { replyAddress, replyTo } from '../support/replies.ts';
import { type Mail, Runner } from '../support/runner.ts';
import { everyItem } from '../support/table.ts';
import { type Watch, watchRun } from '../support/watch.ts';

const ADDRESS = 'Qyaddress.Canary8@leak-check.example';
const SENTENCE = 'qyreply the otter sleeps beside the treadmill';
const GOAL = 'qygoal under the old bridge';
const WHEN = 'qyplan once the kettle has boiled';
const SECRETS: readonly Secret[] = [
  { what: 'address', text: ADDRESS },
  { what: 'name', text: 'Qynamecanary' },
  { what: 'reply', text: SENTENCE },
  { what: 'goal', text: GOAL },
  { what: 'plan', text: WHEN },
];

let watch: Watch;
beforeAll(async () => {
  watch = await watchRun(SECRETS);
});
afterAll(() => watch?.stop());

const ada = () => new Runner(watch.run.url, ADDRESS);
/** The long line a check-in mail prints. */
const printed = (mail: Mail): string =>
  (/\n(2, worst [23], did[\s\S]*?)\n\n/.exec(mail.text)?.[1] ?? 'no line').replaceAll('\n', ' ');
const quotedOf = (mail: Mail): string =>
  `On Sun, 8 Mar 2026 at 08:00, Calf Coach <coach@mail.coach.example> wrote:\r\n\r\n${mail.text.replace(/^/gm, '> ')}`;
/** A reply that says something, with the sentence in its text, its subject and the name of its sender. */
const say = (mail: Mail, text: string, given: Parameters<typeof replyTo>[3] = {}) =>
  replyTo(ada(), mail, `${text}\r\n\r\n${SENTENCE}\r\n\r\n${quotedOf(mail)}`, {
    headers: [`Subject: ${SENTENCE}`, `X-Words: ${SENTENCE}`],
    ...given,
  });
/**
 * The words by themselves: a command must stand alone, and words that the reader does not know would hold the
 * week. The sentence stands in the subject and in a header.
 */
const order = (mail: Mail, words: string, given: Parameters<typeof replyTo>[3] = {}) =>
  replyTo(ada(), mail, `${words}\r\n\r\n${quotedOf(mail)}`, {
    headers: [`Subject: ${SENTENCE}`, `X-Words: ${SENTENCE}`],
    ...given,
  });

describe('a programme by reply', () => {
  it('is lived from the first number to the graduation, with everything a mailbox can say', async () => {
    await ada().signUp({ email: ADDRESS, firstName: 'Qynamecanary' });
    await ada().intake(await ada().confirm());
    const about = ada().link(await ada().newest('start'), '/running/');
    await ada().fill(await ada().open(about), { goal: GOAL, planWhen: WHEN });
    for (let week = 1; week <= 20 && (await ada().row()).status !== 'completed'; week += 1) {
      const mail = await ada().untilCheckIn();
      if (week === 2) await say(mail, 'quite alright I would say');
      if (week === 3) await order(mail, 'HELP');
      if (week === 4) await say(mail, '2', { from: 'partner@example.net' });
      if (week === 5)
        await say(mail, 'Out of office', {
          headers: [`Subject: ${SENTENCE}`, 'Auto-Submitted: auto-replied'],
        });
      if (week === 6) await say(mail, '3 or 6?');
      // In every fourth week in the text as well, which holds that week.
      await (week % 4 === 1 ? say : order)(
        mail,
        printed(mail)
          .replace(/^2, worst [23]/, '1, worst 2')
          .replace('raises 20 sore 22 other', 'raises 26 sore 27 other'),
        {
          id: `week-${week}`,
        },
      );
      if (week % 4 === 1) {
        await watch.lookAtTable();
        await order(mail, 'no stop signs');
      }
      if (week === 7) await say(mail, printed(mail), { id: `week-${week}` });
      if (week === 8) await order(await ada().newest('plan'), 'EXPORT');
      await watch.lookAtTable();
    }
    expect(await ada().kinds()).toContain('graduation');
    await say(await ada().newest('graduation'), 'my calf is hot and swollen');
    expect((await ada().row()).status).toBe('stopped');
    await say(await ada().newest('safety'), 'what now');
    await order(await ada().newest('safety'), 'DELETE');
    await order(await ada().newest('fresh'), 'STOP');
    expect((await ada().row()).status).toBe('left');
    await say(await ada().newest('plan'), '4', {
      to: replyAddress(await ada().newest('plan')).replace('r-', 'r-a'),
    });
    await say(await ada().newest('plan'), '4', { verdicts: { spam: 'FAIL' } });
    await watch.lookAtTable();
    for (const sent of await ada().mails()) watch.urls.push(...ada().links(sent));
    expect(new Set(await ada().kinds())).toEqual(
      new Set([...(await ada().kinds()), 'ack', 'safety', 'fresh', 'check-in', 'graduation']),
    );
  });

  it('leaves the sentence nowhere, nor address, name, goal or plan anywhere but at home', () => {
    expect(watch.found()).toEqual([]);
  });

  it('and it was heard: the mails came in by the bucket, numbers of theirs moved the plan, and their words were there to be leaked', async () => {
    const bucket = process.env['AWS_ENDPOINT_URL_S3'] ?? 'none';
    expect(watch.urls.filter((url) => url.startsWith(bucket)).length).toBeGreaterThan(15);
    expect(watch.tap.sent.filter((call) => call.channel === 'elsewhere')).toEqual([]);
    expect(watch.logs.length).toBeGreaterThan(100);
    const items = JSON.stringify(await everyItem());
    expect(items).toContain('"reply');
    expect(items).toContain('Graduated');
    // Every list beside them was answered or ended: what was written is kept no longer.
    expect(items.toLowerCase()).not.toContain(SENTENCE.toLowerCase());
  });

  it('canary: the sentence in the table would be found, even where notes may stand', () => {
    const item = { pk: { S: 'P#X' }, sk: { S: 'LOG#1' }, events: { S: `[{"note":"${SENTENCE}"}]` } };
    expect(leaksOfItems([item], SECRETS)).toEqual([{ what: 'reply', where: 'item LOG.events' }]);
    expect(
      leaksOfItems([{ ...item, sk: { S: 'S#PERSON' }, events: { S: '' }, body: { S: SENTENCE } }], SECRETS),
    ).toEqual([{ what: 'reply', where: 'item PERSON.body' }]);
  });
});
