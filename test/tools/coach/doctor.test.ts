/** Every check of the doctor: green where all is well, and red by its own fault alone, with what to do. */
import { describe, expect, it } from 'vitest';
import type { StageSettings } from '../../../infra/stages.ts';
import { examine, report } from '../../../tools/coach/doctor.ts';
import type { Facts } from '../../../tools/coach/facts.ts';
import { exampleSettings } from '../../infra/synthesised.ts';

const WELL: Facts = {
  stacks: { data: 'CREATE_COMPLETE', certificate: 'CREATE_COMPLETE', service: 'UPDATE_COMPLETE' },
  identities: [
    { domain: 'mail.example.org', verified: true, dkim: 'SUCCESS', mailFrom: 'SUCCESS' },
    { domain: 'reply.example.org', verified: true, dkim: 'SUCCESS', mailFrom: null },
  ],
  mail: { production: true, sending: true, daily: 50_000, perSecond: 14 },
  activeRuleSet: 'calf-coach-example',
  alarmConfirmed: true,
  replyMx: ['inbound-smtp.eu-west-1.amazonaws.com'],
  dmarc: ['v=DMARC1; p=quarantine'],
  page: { status: 200, skewSeconds: 2 },
  executions: 1_000,
  canary: 404,
  keys: { current: 2, newest: 2, days: 300 },
  overdue: 12,
  places: 199,
  functions: [
    { name: 'signup', runtime: 'nodejs24.x', state: 'Active' },
    { name: 'send', runtime: 'nodejs24.x', state: 'Active' },
  ],
};
const sender = (changes: Partial<Facts['functions'][number]>): Partial<Facts> => ({
  functions: [WELL.functions[0]!, { ...WELL.functions[1]!, ...changes }],
});
const [mailIdentity, replyIdentity] = WELL.identities;
const mail = (changes: Partial<Facts['mail']>): Partial<Facts> => ({ mail: { ...WELL.mail, ...changes } });

/** Check, what is wrong, part of what it says, and settings that differ. */
type Wrong = readonly [string, Partial<Facts>, string, Partial<StageSettings>?];
const WRONG: readonly Wrong[] = [
  ['deployed', { stacks: { ...WELL.stacks, certificate: null } }, 'the certificate stack is not there'],
  [
    'deployed',
    { stacks: { ...WELL.stacks, service: 'ROLLBACK_COMPLETE' } },
    'ROLLBACK_COMPLETE: npm run deploy',
  ],
  [
    'DKIM',
    { identities: [mailIdentity!, { ...replyIdentity!, dkim: 'PENDING' }] },
    'reply.example.org (PENDING)',
  ],
  [
    'DKIM',
    { identities: [mailIdentity!, { ...replyIdentity!, verified: false }] },
    'set its three CNAME records',
  ],
  ['bounces', { identities: [{ ...mailIdentity!, mailFrom: 'FAILED' }, replyIdentity!] }, 'is FAILED'],
  ['DMARC', { dmarc: ['v=spf1 -all'] }, '_dmarc.mail.example.org has no DMARC record'],
  ['replies by DNS', { replyMx: [] }, 'leads to nobody'],
  ['replies by DNS', { replyMx: ['mx.club.example'] }, 'leads to mx.club.example'],
  ['replies received', { activeRuleSet: null }, 'SES receives no mail in this region'],
  ['replies received', { activeRuleSet: 'the-club' }, 'set "receiptRuleSet": "the-club"'],
  ['replies received', {}, 'the active rule set is "calf-coach-example"', { receiptRuleSet: 'the-club' }],
  ['sandbox', mail({ production: false }), 'set "sandbox": true until then'],
  ['sending', mail({ sending: false }), 'SES has paused this account'],
  ['rate', mail({ perSecond: 1 }), 'sendingRate is 14 and SES allows 1 a second'],
  ['quota', mail({ daily: 200 }), '200 people may need 400 mails'],
  ['places', { places: 200 }, 'all 200 places are taken and the sign-up page says so'],
  ['places', { places: 150 }, 'raise maxParticipants', { maxParticipants: 100 }],
  ['alarms', { alarmConfirmed: false }, 'confirm the mail that AWS sent there'],
  ['alarms', { alarmConfirmed: null }, 'deploy the service again'],
  ['pages', { page: { status: null, skewSeconds: 0 } }, 'answers nothing'],
  ['pages', { page: { status: 403, skewSeconds: 0 } }, 'answers 403'],
  ['clock', { page: { status: 200, skewSeconds: -400 } }, '-400 seconds off'],
  ['canary', { canary: null }, 'answers nothing instead of 404: the pages cannot read the table'],
  ['canary', { canary: 500 }, 'answers 500 instead of 404'],
  ['canary', { canary: 200 }, 'npm run rollback -- --stage example'],
  ['keys', { keys: null }, 'there are no keys that sign links'],
  [
    'keys',
    { keys: { current: 1, newest: 2, days: 0 } },
    'key 2 is added and does not sign yet: npm run coach -- rotate-keys --stage example once more',
  ],
  [
    'keys',
    { keys: { current: 2, newest: 2, days: 396 } },
    '396 days old: npm run coach -- rotate-keys --stage example, and once more after ten minutes',
  ],
  ['schedule', { overdue: 31.4 }, "somebody's mail is 31 minutes late"],
  ['runtime', sender({ runtime: 'nodejs22.x' }), 'send is Active on nodejs22.x, not active on nodejs24.x'],
  ['runtime', sender({ state: 'Failed' }), 'send is Failed'],
  ['runtime', { functions: [] }, 'there are no functions: npm run deploy -- --stage example'],
  ['executions', { executions: 10 }, '10 functions may run at once'],
  ['executions', { executions: 100 }, '100 functions may run at once', { reserve: 2 }],
];

describe('the doctor', () => {
  it('finds nothing where all is well', () => {
    const findings = examine(exampleSettings, WELL);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(report(findings)).not.toContain('WRONG');
  });

  it.each([...WRONG.entries()])('case %i: is red by its own fault alone, with what to do', (_, wrong) => {
    const [check, facts, sentence, settings = {}] = wrong;
    const red = examine({ ...exampleSettings, ...settings }, { ...WELL, ...facts }).filter(({ ok }) => !ok);
    expect(red.map((one) => one.check)).toEqual([check]);
    expect(red[0]?.says).toContain(sentence);
    expect(report(red)).toMatch(/^WRONG {2}/);
  });

  it('has a failing case for each of its checks', () => {
    const checks = new Set(examine(exampleSettings, WELL).map(({ check }) => check));
    expect(new Set(WRONG.map(([check]) => check))).toEqual(checks);
  });

  it('has nothing to say against a ring of the time before its day was noted', () => {
    const keys = { current: 1, newest: 1, days: null };
    expect(examine(exampleSettings, { ...WELL, keys }).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('puts what is wrong at the end of the screen', () => {
    const lines = report(examine(exampleSettings, { ...WELL, dmarc: [], alarmConfirmed: false }))
      .trim()
      .split('\n');
    expect(lines.slice(-2).every((line) => line.startsWith('WRONG'))).toBe(true);
    expect(lines.slice(0, -2).every((line) => line.startsWith('ok'))).toBe(true);
  });
});
