/** Rules whose tool or place is elsewhere: never silently green. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../guards/tree.ts';
import type { GateMail } from '../mail.ts';
import type { Row } from '../report.ts';
import type { RuleName } from './rule.ts';

const row = (name: RuleName, given: Partial<Row>): Row => ({
  ...name,
  status: 'not checked',
  checked: 0,
  unit: 'mails',
  failed: 0,
  findings: [],
  note: '',
  planted: [0, 0],
  ...given,
});

/** Score of a message as `spamassassin -L -t` writes it into its headers; null when there is none. */
export function spamScore(output: string): number | null {
  const score = /^X-Spam-Status: \w+, (?:hits|score)=(-?[\d.]+)/m.exec(output)?.[1];
  return score === undefined ? null : Number(score);
}

/**
 * One mail of each kind through SpamAssassin, without its network rules. Over 1.0 fails; the bar warns over
 * 0.5.
 */
export function spamRow(mails: readonly GateMail[], command = 'spamassassin'): Row {
  const name = {
    id: 14,
    group: 'A',
    title: 'SpamAssassin scores 0.5 or less, 1.0 at most',
    level: 'fail',
  } as const;
  if (spawnSync(command, ['--version']).status !== 0)
    return row(name, { note: 'SpamAssassin is not installed on this machine.' });
  const scored = mails.map((mail) => {
    const { stdout } = spawnSync(command, ['-L', '-t'], { input: mail.raw, encoding: 'utf8' });
    return [mail.id, spamScore(stdout)] as const;
  });
  const bad = scored.filter(([, score]) => score === null || score > 0.5);
  const failed = scored.filter(([, score]) => score === null || score > 1);
  return row(name, {
    status: failed.length > 0 ? 'FAILED' : bad.length > 0 ? 'warning' : 'passed',
    checked: scored.length,
    failed: bad.length,
    findings: bad.map(([id, score]) => `${id}: ${score}`),
  });
}

/** Where a rule lives when it is a test of its own; the test must still say it. */
function elsewhere(name: RuleName, file: string, says: string): Row {
  const found = readFileSync(path.join(ROOT, file), 'utf8').includes(says);
  return row(
    name,
    found
      ? { status: 'elsewhere', note: `npm test: ${file}` }
      : { status: 'FAILED', failed: 1, findings: [`${file} no longer says ${says}`] },
  );
}

export function outsideRows(onePerKind: readonly GateMail[]): readonly Row[] {
  return [
    elsewhere(
      {
        id: 7,
        group: 'A',
        title: 'own MAIL FROM below the sending domain, refused when its MX fails',
        level: 'fail',
      },
      'test/infra/mail.test.ts',
      "BehaviorOnMxFailure: 'REJECT_MESSAGE'",
    ),
    spamRow(onePerKind),
    row(
      { id: 15, group: 'A', title: 'rspamd: no new symbol of weight 1', level: 'warn' },
      { note: 'rspamd is no part of a development machine; a nightly job may add it.' },
    ),
    row(
      { id: 43, group: 'D', title: 'pictures of every kind, compared with the reviewed ones', level: 'warn' },
      { note: 'Pictures are for the eyes: npm run gallery. The HTML is compared in test/emails/goldens.' },
    ),
  ];
}
