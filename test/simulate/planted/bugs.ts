/**
 * Mistakes of other senders, and our own of earlier days, each as a change of the source that a bundle of the
 * test alone is made with. The product holds none of it: what is planted here stands nowhere else.
 */
import type { FunctionName } from '../../../functions/shell/env.ts';

export interface Patch {
  readonly file: string;
  /** Stands exactly once in that file. */
  readonly find: string;
  readonly put: string;
}
export interface Bug {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** The functions that carry the mistake. */
  readonly functions: readonly FunctionName[];
}
const SEND = 'functions/send/send-due.ts';
const RECONCILE = 'program/mails/reconcile.ts';
const PAGES: readonly FunctionName[] = ['check-in', 'account', 'signup', 'enrol', 'records', 'inbound'];
const bug = (
  name: string,
  functions: readonly FunctionName[],
  ...patches: readonly (readonly [file: string, find: string, put: string])[]
): Bug => ({ name, functions, patches: patches.map(([file, find, put]) => ({ file, find, put })) });

const CALL = 'const outcome = await app.mailer.send(';
const again = (times: number): string => `const outcome = await (async (mail, ms) => {
  let told = await app.mailer.send(mail, ms);
  for (let n = 1; n < ${times} && told.kind === 'ambiguous'; n += 1) told = await app.mailer.send(mail, ms);
  return told;
})(`;

/** Systems that are in use; their second copies are counted beside ours. */
export const BASELINES: readonly Bug[] = [
  bug(
    'send first, then write it down',
    ['send'],
    [
      SEND,
      'ready.claimed = { mail, composed, handle, to, began: app.clock.monotonic() };',
      `const sentFirst = await app.mailer.send({ from: app.env.MAIL_FROM_ADDRESS, to, raw: composed.raw,
       tags: { dispatch: \`\${id}_\${mail.occasion}\`, attempt: String(mail.attempt) },
       configurationSet: app.env.COACHING_CONFIGURATION_SET }, PROVIDER_TIMEOUT_MS);
     if (sentFirst.kind !== 'accepted') throw new Error('not accepted');`,
    ],
  ),
  bug('the SDK makes three calls', ['send'], [SEND, CALL, again(3)]),
];

export const BUGS: readonly Bug[] = [
  ...BASELINES,
  bug(
    'a claim that nobody confirmed in an hour is done again',
    ['send'],
    [RECONCILE, "return known === 'silent'\n    ?", 'return true\n    ?'],
  ),
  bug(
    'the newest writer wins',
    ['send', ...PAGES, 'feedback'],
    [
      'functions/shell/execute.ts',
      'expectedRev: rev,',
      'expectedRev: (await app.store.load(id))?.rev ?? rev,',
    ],
  ),
  bug(
    'a claim is stolen after three minutes',
    ['send'],
    [
      RECONCILE,
      "if (at < due) return { type: 'EvidenceAwaited', occasion, checkAt: nextLook(flight, at, due) };",
      "if (at < due) return { type: 'MailReleased', at, occasion };",
    ],
  ),
  bug(
    'nobody looks for the fate of a mail',
    ['send'],
    [
      RECONCILE,
      'const { at, fates = {} } = command;',
      `const { at, fates = {} } = command;
  return { type: 'EvidenceAwaited', occasion: flight.occasion, checkAt: addMinutes(at, 600) };`,
    ],
  ),
  bug('no guard, no second fence', ['send'], [SEND, 'if (!fenced || late()) return stopped();', '']),
  bug(
    'half of the shards are never swept',
    ['dispatch'],
    [
      'functions/dispatch/handler.ts',
      'Array.from({ length: DUE_SHARDS }',
      'Array.from({ length: DUE_SHARDS / 2 }',
    ],
  ),
  bug(
    'evidence is waited for without an end',
    ['send'],
    [RECONCILE, 'const over = at >= addMinutes(flight.at, GIVEN_UP_MINUTES);', 'const over = false;'],
    [RECONCILE, "return known === 'silent'\n    ?", 'return false\n    ?'],
  ),
  bug(
    'the newest event counts, whatever is still out',
    ['send'],
    ['program/mails/silence.ts', 'last === undefined || since.some(isOut)', 'last === undefined'],
    ['program/mails/silence.ts', 'last.at >= addMinutes(first.at, APART_MINUTES) &&', ''],
    [
      'program/mails/silence.ts',
      '(last.handledAt ?? now) <= addMinutes(last.at, PROMPT_MINUTES) &&',
      'since.some((canary) => canary.at >= late && !isOut(canary))',
    ],
    [
      'program/mails/silence.ts',
      `emptySince !== null &&
    now >= addMinutes(emptySince, LOOKS_MINUTES)`,
      '',
    ],
  ),
  bug(
    'failure has no memory',
    ['send'],
    ['functions/send/handler.ts', 'if (!(await isPutOff(app, record, error))) failed', 'failed'],
  ),
  bug('a queue that is down fails the page', PAGES, [
    'functions/shell/act.ts',
    "app.log.warn('hint-failed', { participantId: id, error: why });",
    'throw error;',
  ]),
  bug(
    'leaving does nothing for who is left already',
    [...PAGES],
    [
      'program/account/settings.ts',
      'if (state.owed.length + state.inflight.length === 0) return ok([]);',
      'return ok([]);',
    ],
  ),
  bug('a changed wish is counted from now', PAGES, [
    'program/account/settings.ts',
    'const nextPlanAt = nearestSlot(',
    `const nextPlanAt = ((_: unknown, wish: WallClock, from: Instant) =>
        nextSlot(addMinutes(from, MINUTES_PER_DAY), wish))(`,
  ]),
  bug(
    'a time-out is taken for a refusal',
    ['send'],
    [
      SEND,
      CALL,
      `const outcome = await (async (mail, ms) => {
  const told = await app.mailer.send(mail, ms);
  return told.kind === 'ambiguous' ? { kind: 'refused-later', error: told.error, soon: true } : told;
})(`,
    ],
  ),
  bug(
    'nobody asks at the claim whether the person was stopped',
    ['send', ...PAGES],
    ['program/mails/startable.ts', 'if (!stillWanted(state, mail.kind)) return false;', ''],
    [
      'program/mails/owed.ts',
      "const drop = dropOwed(state, 'stopped', () => true);",
      "const drop = dropOwed(state, 'stopped', () => false);",
    ],
  ),
  bug(
    'a safety mail is lost in a crash',
    ['send'],
    [
      RECONCILE,
      "if (known === 'unsent') return {",
      `if (known === 'unsent' && promise === 'at-least-once')
    return { type: 'MailAbandoned', at, occasion };
  if (known === 'unsent') return {`,
    ],
  ),
  bug(
    'a safety mail is tried four times',
    ['send'],
    [
      RECONCILE,
      "if (promise === 'at-least-once') return {",
      `if (promise === 'at-least-once' && flight.attempt >= 4)
    return { type: 'MailAbandoned', at, occasion };
  if (promise === 'at-least-once') return {`,
    ],
  ),
  bug(
    'no canary leaves',
    ['send'],
    ['functions/send/fates.ts', 'if (silent.length < flights.length) await sendCanary(app, look);', ''],
  ),
  bug(
    'what the ledger knows is ignored',
    ['send'],
    ['functions/send/fates.ts', 'row !== null && PROVES.has(row.status)', 'row === undefined'],
  ),
  bug(
    'everybody who is due is hinted every minute',
    ['dispatch'],
    [
      'functions/dispatch/handler.ts',
      'found.slice(await app.queue.depth(lane), fits)',
      'found.slice(0, fits)',
    ],
  ),
  bug(
    'hints are handed out at once',
    ['dispatch'],
    [
      'functions/dispatch/handler.ts',
      'const inSeconds = Math.floor(taken / most + n / aSecond);',
      'const inSeconds = Math.floor(0 * n);',
    ],
  ),
];
