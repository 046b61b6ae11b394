/**
 * What may leave: once, to the right address, never after a stop or a goodbye, never at night, never in a
 * burst.
 */
import { createHash } from 'node:crypto';
import { recipientOf } from '../../../program/account/fresh-link.ts';
import { outsideQuietHours } from '../../../program/calendar.ts';
import {
  EXERCISE_KINDS,
  type MailKind,
  NOTICE_KINDS,
  PROMISES,
} from '../../../program/participant/mail-kinds.ts';
import type { Inflight } from '../../../program/participant/state.ts';
import { isPerson, type Observer, type Scene } from './facts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CAP = 5;
/** In the air when the stop came: a call of ten seconds and a guard of forty-five. */
const CROSSING_MS = MINUTE;

interface Ending {
  readonly at: number;
  readonly how: 'stopped' | 'left' | 'erased';
}

export function watchMails(scene: Scene): Observer {
  const copies = new Map<string, number>();
  const endings = new Map<string, Ending>();
  const claims = new Map<
    string,
    { readonly mail: Inflight; readonly to: string; readonly byPerson: boolean }
  >();
  const notices = new Map<string, number[]>();
  const acks = new Map<string, number[]>();
  const started = new Map<string, number[]>();
  const coaching = (kind: string): boolean => PROMISES[kind as MailKind] !== 'at-least-once';
  const lossy = scene.faults.events.some((w) => w.how === 'lost');

  const counted = (map: Map<string, number[]>, key: string, at: number, span: number): number => {
    const recent = [...(map.get(key) ?? []).filter((t) => t > at - span), at];
    map.set(key, recent);
    return recent.length;
  };

  return {
    commit: ({ commit, before, at }) => {
      const { next, id, events } = commit;
      const ended = next.status === 'stopped' || next.status === 'left' || next.status === 'erased';
      const was = before?.status;
      if (!ended) endings.delete(id);
      else if (was !== next.status) endings.set(id, { at, how: next.status });
      for (const event of events) {
        if (event.type !== 'MailClaimed' || !isPerson(next) || !isPerson(before)) continue;
        const { mail } = event;
        claims.set(`${id}_${mail.occasion}_${mail.attempt}`, {
          mail,
          to: recipientOf(next, mail),
          byPerson: mail.byPerson,
        });
        if (EXERCISE_KINDS.includes(mail.kind) && before.status !== 'active')
          scene.violated('I2', id, `${mail.kind} was claimed while ${before.status}`);
        if (mail.byPerson || mail.kind === 'safety') continue;
        const awake = outsideQuietHours(commit.command.at, before.timeZone);
        if (awake > commit.command.at) scene.violated('I9', id, `${mail.occasion} was claimed at night`);
      }
    },
    accept: (mail) => {
      const { participantId: id, occasion, kind, attempt, at } = mail;
      if (kind === 'canary') return;
      const name = `${id}_${occasion}`;
      const copy = (copies.get(name) ?? 0) + 1;
      copies.set(name, copy);
      // Evidence that is lost for ever makes a second copy possible; nothing else does, and never against our
      // own ledger.
      const proved = scene.store.tables.people.get(id)?.mails.get(occasion)?.reports.sent !== undefined;
      if (coaching(kind) && copy > (lossy && !proved ? 2 : 1))
        scene.violated('I1', id, `${occasion}: copy ${copy}`);
      const ending = endings.get(id);
      if (ending !== undefined && at - ending.at > CROSSING_MS) {
        const exercise = EXERCISE_KINDS.includes(kind as MailKind);
        if (ending.how === 'stopped' && exercise)
          scene.violated(
            'I3',
            id,
            `${occasion} left ${Math.round((at - ending.at) / MINUTE)} min after the stop`,
          );
        const goodbye = kind === 'closed' || kind === 'confirm';
        if (ending.how !== 'stopped' && !goodbye)
          scene.violated(
            'I4',
            id,
            `${occasion} left ${Math.round((at - ending.at) / MINUTE)} min after ${ending.how}`,
          );
      }
      const person = scene.store.tables.people.get(id)?.participant;
      if (
        person?.status === 'left' &&
        person.reason === 'unsubscribed' &&
        ending !== undefined &&
        at - ending.at > CROSSING_MS
      )
        scene.violated('I4', id, `${occasion} left after unsubscribing`);
      const claim = claims.get(`${name}_${attempt}`);
      if (claim === undefined) scene.violated('I10', id, `${occasion} was never claimed`);
      else {
        if (claim.to !== mail.to) scene.violated('I7', id, `${occasion} went to another address`);
        const row = scene.store.tables.people.get(id)?.mails.get(occasion);
        const hash = createHash('sha256').update(mail.mail.raw).digest('hex').slice(0, 32);
        if (row === undefined && person !== undefined)
          scene.violated('I10', id, `${occasion} has no row in the ledger`);
        if (row !== undefined && row.attempt === attempt && row.contentHash !== hash)
          scene.violated('I5', id, `${occasion} is not what was claimed`);
        if (!claim.byPerson && kind !== 'safety' && counted(started, id, at, 7 * DAY - 60 * MINUTE) > CAP)
          scene.violated('CAP', id, `${occasion} is one mail too many in seven days`);
      }
      if (NOTICE_KINDS.includes(kind as MailKind) && counted(notices, mail.to, at, DAY - MINUTE) > 3 + 1)
        scene.violated('I16', id, 'more notices in a day than are allowed');
      if (kind === 'ack' && counted(acks, id, at, DAY - MINUTE) > 3 + 1)
        scene.violated('I17', id, 'more acknowledgements in a day than are allowed');
    },
  };
}
