/**
 * A reply arrives (docs/architecture.md §9.6). The order matters: whose it is, done before, harmful, a
 * machine's, then who wrote it and what. Nothing is ever sent to whoever wrote: an answer goes to the address
 * on file, by the programme's own decision, through `send`.
 */
import { createHmac } from 'node:crypto';
import { addMinutes, MINUTES_PER_DAY } from '../../program/kernel/time.ts';
import type { CommandOf } from '../../program/participant/commands.ts';
import type { LoggedWeek } from '../../program/participant/day-log.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import type { Participant } from '../../program/participant/state.ts';
import { readAutomatic } from '../../program/reply/automatic.ts';
import { makesSafer } from '../../program/reply/protective.ts';
import { type ReplyReading, readReply } from '../../program/reply/read-reply.ts';
import { loggedWeek } from '../../program/week/from-log.ts';
import { replyContext } from '../../views/mail/reply-mails.ts';
import { hint } from '../shell/act.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import { readEnvironment } from '../shell/env.ts';
import { execute } from '../shell/execute.ts';
import { makeMailbox } from '../shell/mail/mailbox.ts';
import type { ReplyHandle } from '../shell/ports.ts';
import { loadKnown } from './known.ts';
import { type ReceivedMail, readMail } from './read-mail.ts';
import { isProved, type Receipt, readReceipts, recipientOf, whyDropped } from './receipt.ts';

type Inbound = App<'inbound'>;
/**
 * Replies to one person's mails in 24 hours that are acted on, those that are proved and the others apart;
 * beyond them only what makes things safer (docs/architecture.md §9.6).
 */
export const REPLIES_PER_DAY = 20;

export const makeHandler =
  (app: Inbound) =>
  async (event: unknown): Promise<void> => {
    for (const receipt of readReceipts(event)) await receive(app, receipt);
  };

const drop = ({ log }: Inbound, { messageId }: Receipt, why: string): void =>
  log.warn('reply-dropped', { messageId, why });

async function receive(app: Inbound, receipt: Receipt): Promise<void> {
  const { messageId } = receipt;
  const harm = whyDropped(receipt);
  if (harm !== null) return drop(app, receipt, harm);
  const recipient = recipientOf(receipt.recipients, app.env.REPLY_DOMAIN);
  if (recipient === null) return drop(app, receipt, 'no-handle');
  const to = await app.store.handle(recipient.handle);
  if (to === null) return drop(app, receipt, 'unknown-handle');
  const commandId = `reply.${messageId}`;
  if ((await app.store.outcome(to.participantId, commandId)) !== null) return drop(app, receipt, 'repeated');
  if (recipient.leaves) return leave(app, receipt, to, commandId);
  const mail = await readMail(await app.mailbox.fetch(messageId, app.clock.now()));
  const { why } = readAutomatic(mail.headers, receipt.source, mail.subject);
  if (why !== null) return drop(app, receipt, `automatic-${why}`);
  await heard(app, receipt, { to, mail, commandId });
}

/**
 * A mail program's own way out (RFC 2369), often written by the program itself: nothing in it is read, and
 * nobody has to prove anything to leave.
 */
async function leave(
  app: Inbound,
  { messageId }: Receipt,
  { participantId: id }: ReplyHandle,
  commandId: string,
): Promise<void> {
  const commandOf = () => ({ type: 'Unsubscribe', at: app.clock.now() }) as const;
  const done = await execute(app, { id, commandOf, commandId });
  app.log.info('reply', { participantId: id, messageId, kind: 'leave', outcome: done.kind });
}

/**
 * A reply that a person wrote, the mail of ours it answers, and the command's name: the provider's id of the
 * reply.
 */
interface Reply {
  readonly to: ReplyHandle;
  readonly mail: ReceivedMail;
  readonly commandId: string;
}
async function heard(app: Inbound, receipt: Receipt, reply: Reply): Promise<void> {
  const { to, mail, commandId } = reply;
  const id = to.participantId;
  const loaded = await app.store.load(id);
  const logged = await loggedOf(app, loaded?.participant ?? null);
  const commandOf = (person: Participant | null): CommandOf<'ReceiveReply'> => {
    const verified =
      person !== null && person.status !== 'erased' && isProved(receipt, mail.from, person.email);
    return {
      type: 'ReceiveReply',
      at: app.clock.now(),
      to: {
        occasion: to.occasion,
        kind: to.kind,
        week: to.week,
        ...(to.says === undefined ? {} : { says: to.says }),
      },
      verified,
      said: readingOf(app, person, reply, verified),
      ...(logged === null ? {} : { logged }),
    };
  };
  const { said, verified } = commandOf(loaded?.participant ?? null);
  if ((await isTooMany(app, id, verified)) && !makesSafer(said)) return drop(app, receipt, 'too-many');
  const done = await execute(app, { id, commandOf, commandId });
  await hint(app, done);
  app.log.info('reply', {
    participantId: id,
    messageId: receipt.messageId,
    kind: said.kind,
    outcome: done.kind,
    why: verified ? 'proved' : 'not-proved',
  });
}

/** What the log of the asked week says: a reply is no less careful than the form; null = nothing is asked. */
async function loggedOf(app: Inbound, person: Participant | null): Promise<LoggedWeek | null> {
  if (person?.status !== 'active') return null;
  const asked = openQuestion(person, app.clock.now());
  return asked === null ? null : loggedWeek(await app.store.days(person.id, asked.week));
}

function readingOf(
  app: Inbound,
  person: Participant | null,
  { to, mail }: Reply,
  verified: boolean,
): ReplyReading {
  if (person === null || person.status === 'erased' || !mail.readable) return { kind: 'unclear' };
  return readReply(
    { text: mail.text, html: mail.html, known: loadKnown(), sent: printedOf(app, person) },
    replyContext(person, to, { verified, curriculum: app.curriculum, at: app.clock.now() }),
  );
}

/**
 * What only this deployment's mails to this person say: who sends them, and the words that were typed and are
 * shown again (name, goal, plans).
 */
const printedOf = ({ env }: Inbound, person: Exclude<Participant, { status: 'erased' }>): string => {
  const { goal = null, planWhen = null, planIfMissed = null } = person.aboutRunning ?? {};
  const unread = person.status === 'active' ? (person.course.asked?.unread?.words ?? null) : null;
  const typed = [person.firstName, goal, planWhen, planIfMissed, unread].filter((words) => words !== null);
  return [env.OPERATOR_NAME, env.OPERATOR_POSTAL, ...typed].join('\n');
};

async function isTooMany({ store, clock }: Inbound, id: string, verified: boolean): Promise<boolean> {
  const { pepper } = await store.keys();
  const whose = `replies|${verified ? 'proved' : 'others'}|${id}`;
  const name = createHmac('sha256', pepper).update(whose).digest('base64url').slice(0, 22);
  return (await store.count(`replies.${name}`, addMinutes(clock.now(), MINUTES_PER_DAY))) > REPLIES_PER_DAY;
}

const mailbox = () => makeMailbox(readEnvironment('inbound', process.env).INBOUND_BUCKET, process.env);
export const create = (overrides: Overrides = {}) =>
  makeHandler(makeApp('inbound', process.env, { mailbox: mailbox(), ...overrides }));
export const handler = create();
