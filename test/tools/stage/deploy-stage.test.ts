/** A stage on its way into an account: what is said, in which order, and that a second run goes on. */
import { describe, expect, it } from 'vitest';
import type { StageSettings } from '../../../infra/stages.ts';
import { deployStage, PATIENCE_MINUTES } from '../../../tools/stage/deploy-stage.ts';
import { exampleSettings } from '../../infra/synthesised.ts';
import { account, cloudOf, countedTime, type FakeAccount } from './fake-cloud.ts';

const STACK = (role: string): string => `calf-coach-example-${role}`;
const DATA = {
  Dns1: 'a._domainkey.mail.example.org CNAME a.dkim.example',
  Dns2: '_dmarc.mail.example.org TXT v=DMARC1; p=quarantine',
  Dns10: 'reply.example.org MX 10 inbound-smtp.eu-west-1.amazonaws.com',
  TableName: 'people',
};
const PENDING = { type: 'CNAME', name: '_x.coach.example.org', value: '_y.acm.example' };

/** `certificateTakes`: minutes until its record is seen; never without it. */
function world(fake: FakeAccount, certificateTakes?: number, fails?: string) {
  const done: string[] = [];
  const said: string[] = [];
  let seen = (): void => undefined;
  const time = countedTime((minutes) => {
    if (certificateTakes !== undefined && minutes >= certificateTakes) seen();
  });
  const deployStack = (stack: string, signal?: AbortSignal): Promise<boolean> => {
    done.push(stack);
    if (stack === fails) return Promise.resolve(false);
    if (stack !== STACK('certificate') || fake.statuses[stack] === 'CREATE_COMPLETE')
      return Promise.resolve(true);
    fake.statuses[stack] = 'CREATE_IN_PROGRESS';
    fake.pending = PENDING;
    return new Promise((resolve) => {
      seen = () => {
        fake.statuses[stack] = 'CREATE_COMPLETE';
        fake.pending = null;
        resolve(true);
      };
      signal?.addEventListener('abort', () => resolve(false));
    });
  };
  const run = (settings: StageSettings = exampleSettings): Promise<boolean> =>
    deployStage({
      settings,
      cloud: cloudOf(fake),
      deployStack,
      say: (text) => said.push(text),
      time,
    });
  return { done, said, run, see: () => seen() };
}
const fresh = (more: Partial<FakeAccount> = {}): FakeAccount =>
  account({
    outputs: { [STACK('data')]: DATA, [STACK('service')]: { SitePointsTo: 'd-1.example.aws' } },
    ...more,
  });
const ALL = ['data', 'certificate', 'service'].map(STACK);

describe('a first deployment', () => {
  it('goes from what is kept to the service, and tells all records in one table while it waits', async () => {
    const fake = fresh();
    const { done, said, run } = world(fake, 4);
    expect(await run()).toBe(true);
    expect(done).toEqual(ALL);
    const tables = said.filter((text) => text.includes('_x.coach.example.org'));
    expect(tables).toHaveLength(1);
    const lines = (tables[0] ?? '').split('\n').filter((line) => line.startsWith('  '));
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'CNAME _x.coach.example.org _y.acm.example',
      'CNAME a._domainkey.mail.example.org a.dkim.example',
      'TXT _dmarc.mail.example.org v=DMARC1; p=quarantine',
      'MX reply.example.org 10 inbound-smtp.eu-west-1.amazonaws.com',
    ]);
    expect(said.join('')).toContain('coach.example.org  d-1.example.aws');
    expect(said.join('')).toContain('alarms@example.org: confirm it');
  });

  it(`stops after ${PATIENCE_MINUTES} minutes, and a second run waits for the same certificate`, async () => {
    const fake = fresh();
    const first = world(fake);
    expect(await first.run()).toBe(false);
    expect(first.done).toEqual(ALL.slice(0, 2));
    expect(first.said.at(-1)).toContain('run it again, it goes on');
    // CloudFormation goes on without us; nobody begins the stack a second time.
    const second = world(fake, undefined);
    const running = second.run();
    await new Promise((resolve) => setImmediate(resolve));
    first.see();
    expect(await running).toBe(true);
    expect(second.done).toEqual([STACK('data'), STACK('service')]);
  });

  it('says nothing of records where AWS sets them itself', async () => {
    const fake = fresh({ statuses: { [STACK('certificate')]: 'CREATE_COMPLETE' } });
    const { done, said, run } = world(fake);
    expect(await run({ ...exampleSettings, hostedZoneId: 'Z1', hostedZoneName: 'example.org' })).toBe(true);
    expect(done).toEqual(ALL);
    expect(said.join('')).not.toContain('CNAME');
  });

  it.each(ALL)('ends where %s fails', async (stack) => {
    const { done, run } = world(fresh(), 1, stack);
    expect(await run()).toBe(false);
    expect(done.at(-1)).toBe(stack);
  });
});

describe('receiving', () => {
  const settled = (active: string | null): FakeAccount =>
    fresh({ active, statuses: { [STACK('certificate')]: 'CREATE_COMPLETE' } });

  it.each([
    ['begins where nobody receives yet', null, 'calf-coach-example', 'Replies are received from now on.'],
    ['is left as it is', 'calf-coach-example', 'calf-coach-example', null],
    [
      'is stolen from nobody',
      'the-club',
      'the-club',
      'Add "receiptRuleSet": "the-club" to the stage example',
    ],
  ])('%s', async (_, before, after, sentence) => {
    const fake = settled(before);
    const { said, run } = world(fake);
    expect(await run()).toBe(true);
    expect(fake.active).toBe(after);
    if (sentence === null) expect(said.join('')).not.toContain('Replies');
    else expect(said.join('')).toContain(sentence);
  });

  it('by the rule set of the club is the business of the club', async () => {
    const fake = settled(null);
    expect(await world(fake).run({ ...exampleSettings, receiptRuleSet: 'the-club' })).toBe(true);
    expect(fake.active).toBeNull();
  });
});
