/** What is wrong with a stage, and what to do about each of it. Pure: `facts.ts` asks, this judges. */
import { ruleSetName } from '../../infra/constructs/inbound.ts';
import { RUNTIME } from '../../infra/constructs/node-function.ts';
import type { StageSettings } from '../../infra/stages.ts';
import { MAILS_A_PERSON_ON_A_FULL_DAY } from './expected-mails.ts';
import type { Facts } from './facts.ts';

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** What was found; with `ok` false also what to do. */
  readonly says: string;
}

/** An account that was just opened has so many executions at once; one mail burst uses them up. */
const FEW_EXECUTIONS = 10;
const SKEW_SECONDS = 300;
/** What a link that nobody was given is answered with. */
const DEAD_LINK = 404;
/** Once a year a new key, with a month of grace; a rotation is two commands, ten minutes apart. */
const KEY_DAYS = 395;
/** Alarms are worked off each minute; a queue may wait a quarter of an hour. */
const OVERDUE_MINUTES = 30;

type Check = (settings: StageSettings, facts: Facts) => Finding;
const finding = (check: string, ok: boolean, fine: string, todo: string): Finding => ({
  check,
  ok,
  says: ok ? fine : todo,
});

const CHECKS: readonly Check[] = [
  ({ name }, { stacks }) => {
    const missing = Object.entries(stacks).find(
      ([, status]) => !/^(CREATE|UPDATE)_COMPLETE$/.test(status ?? ''),
    );
    return finding(
      'deployed',
      missing === undefined,
      'all three stacks stand',
      `the ${missing?.[0]} stack is ${missing?.[1] ?? 'not there'}: npm run deploy -- --stage ${name}`,
    );
  },
  (_, { identities }) => {
    const open = identities.find(({ verified, dkim }) => !verified || dkim !== 'SUCCESS');
    return finding(
      'DKIM',
      open === undefined,
      'SES signs for both domains',
      `SES does not sign for ${open?.domain} (${open?.dkim}): set its three CNAME records of the table`,
    );
  },
  ({ mailDomain }, { identities }) => {
    const state = identities.find(({ domain }) => domain === mailDomain)?.mailFrom ?? null;
    return finding(
      'bounces',
      state === 'SUCCESS',
      'the domain of bounces stands',
      `bounce.${mailDomain} is ${state ?? 'not there'}: set its MX and TXT, or SES refuses every mail`,
    );
  },
  ({ mailDomain }, { dmarc }) =>
    finding(
      'DMARC',
      dmarc.some((text) => /^v=DMARC1\b/.test(text)),
      'others know what to do with mail in our name',
      `_dmarc.${mailDomain} has no DMARC record: set the TXT record of the table`,
    ),
  ({ replyDomain, region }, { replyMx }) =>
    finding(
      'replies by DNS',
      replyMx.includes(`inbound-smtp.${region}.amazonaws.com`),
      'replies are led to SES',
      `the MX record of ${replyDomain} leads to ${replyMx.join(', ') || 'nobody'}: ` +
        `set it to inbound-smtp.${region}.amazonaws.com`,
    ),
  ({ name, receiptRuleSet }, { activeRuleSet }) => {
    const own = receiptRuleSet ?? ruleSetName(name);
    return finding(
      'replies received',
      activeRuleSet === own,
      `the rule set ${own} is active`,
      activeRuleSet === null
        ? 'SES receives no mail in this region: deploy again, it makes our rule set active'
        : `the active rule set is "${activeRuleSet}": ` +
            `set "receiptRuleSet": "${activeRuleSet}" and deploy again`,
    );
  },
  ({ sandbox }, { mail }) =>
    finding(
      'sandbox',
      mail.production,
      'SES mails everybody',
      'SES is in its sandbox and mails verified addresses alone: ask for production access' +
        (sandbox ? '' : ', and set "sandbox": true until then'),
    ),
  (_, { mail }) =>
    finding(
      'sending',
      mail.sending,
      'SES lets this account send',
      'SES has paused this account: read its mail to you, mend the cause, answer it',
    ),
  ({ sendingRate }, { mail }) =>
    finding(
      'rate',
      sendingRate <= mail.perSecond,
      `${mail.perSecond} mails a second are allowed`,
      `sendingRate is ${sendingRate} and SES allows ${mail.perSecond} a second: lower it, or ask for more`,
    ),
  ({ maxParticipants }, { mail }) => {
    const peak = maxParticipants * MAILS_A_PERSON_ON_A_FULL_DAY;
    return finding(
      'quota',
      peak <= mail.daily,
      `${mail.daily} mails a day are allowed, ${peak} may be needed`,
      `${maxParticipants} people may need ${peak} mails on a full day and SES allows ${mail.daily}: ` +
        'ask SES for more, or lower maxParticipants',
    );
  },
  ({ name, maxParticipants }, { places }) =>
    finding(
      'places',
      places < maxParticipants,
      `${places} of ${maxParticipants} places are taken`,
      `all ${maxParticipants} places are taken and the sign-up page says so: raise maxParticipants and ` +
        `npm run deploy -- --stage ${name}, or wait until somebody's weeks are over`,
    ),
  ({ alarmAddress }, { alarmConfirmed }) =>
    finding(
      'alarms',
      alarmConfirmed === true,
      'whoever is woken has confirmed',
      `no alarm reaches ${alarmAddress}: ` +
        (alarmConfirmed === null ? 'deploy the service again' : 'confirm the mail that AWS sent there'),
    ),
  ({ siteDomain }, { page }) =>
    finding(
      'pages',
      page.status === 200,
      'the safety page answers',
      `https://${siteDomain}/safety answers ${page.status ?? 'nothing'}: ` +
        'set the last record of npm run deploy, then look at docs/runbook.md',
    ),
  (_, { page }) =>
    finding(
      'clock',
      Math.abs(page.skewSeconds) < SKEW_SECONDS,
      'this machine and the pages agree about the time',
      `the clock of this machine is ${page.skewSeconds} seconds off: set it, or AWS refuses what you ask`,
    ),
  ({ name, siteDomain }, { canary }) =>
    finding(
      'canary',
      canary === DEAD_LINK,
      'the pages read the table: a link of nobody is refused',
      `https://${siteDomain}/c/canary answers ${canary ?? 'nothing'} instead of ${DEAD_LINK}: ` +
        `the pages cannot read the table. Read the log of check-in; npm run rollback -- --stage ${name} ` +
        'if a release caused it',
    ),
  ({ name }, { keys }) =>
    finding(
      'keys',
      keys !== null && keys.newest === keys.current && (keys.days ?? 0) <= KEY_DAYS,
      'the newest key signs links',
      keys === null
        ? 'there are no keys that sign links: the table is not there, or no page could write to it. ' +
            'Mend what stands above first'
        : keys.newest === keys.current
          ? `the key of links is ${keys.days} days old: npm run coach -- rotate-keys --stage ${name}, ` +
            'and once more after ten minutes'
          : `key ${keys.newest} is added and does not sign yet: ` +
            `npm run coach -- rotate-keys --stage ${name} once more`,
    ),
  ({ name }, { overdue }) =>
    finding(
      'schedule',
      overdue <= OVERDUE_MINUTES,
      'nobody waits for a mail that should have left',
      `somebody's mail is ${Math.round(overdue)} minutes late: see "Mails wait" in docs/runbook.md, ` +
        `and npm run coach -- redrive --stage ${name} once the cause is mended`,
    ),
  ({ name }, { functions }) => {
    const odd = functions.find(({ runtime, state }) => runtime !== RUNTIME || state !== 'Active');
    return finding(
      'runtime',
      odd === undefined && functions.length > 0,
      `every function runs on ${RUNTIME}`,
      odd === undefined
        ? `there are no functions: npm run deploy -- --stage ${name}`
        : `${odd.name} is ${odd.state} on ${odd.runtime}, not active on ${RUNTIME}: ` +
            `npm run deploy -- --stage ${name}`,
    );
  },
  ({ reserve }, { executions }) =>
    finding(
      'executions',
      executions > FEW_EXECUTIONS && executions - 4 * (reserve ?? 0) >= 100 * Math.sign(reserve ?? 0),
      `${executions} functions may run at once`,
      `${executions} functions may run at once in this account: ask AWS for 1,000, it costs nothing`,
    ),
];

/** Every check, in the order in which a new stage meets them. */
export const examine = (settings: StageSettings, facts: Facts): readonly Finding[] =>
  CHECKS.map((check) => check(settings, facts));

/** For a person: one line each, what is wrong last, so that it stands at the end of the screen. */
export function report(findings: readonly Finding[]): string {
  const widest = Math.max(...findings.map(({ check }) => check.length));
  const lines = [...findings]
    .sort((a, b) => Number(b.ok) - Number(a.ok))
    .map(({ check, ok, says }) => `${ok ? 'ok   ' : 'WRONG'}  ${check.padEnd(widest)}  ${says}\n`);
  return lines.join('');
}
