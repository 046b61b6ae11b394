/**
 * The simulated mail provider: takes, refuses or loses mails, and tells of them through a stream that can be
 * held, late or lossy.
 */
import type { OutgoingMail, SendOutcome } from '../../functions/shell/ports.ts';
import { type FaultPlan, type SesTrouble, windowAt } from './plan.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface AcceptedMail {
  readonly id: string;
  readonly at: number;
  readonly to: string;
  readonly participantId: string;
  readonly occasion: string;
  readonly kind: string;
  readonly attempt: number;
  readonly configurationSet: string;
  readonly raw: string;
  readonly mail: OutgoingMail;
}
export interface SesOptions {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly faults: FaultPlan;
  readonly begins: number;
  readonly quiet: () => boolean;
  /** A record for the feedback queue, worked off after `heldMs` at the earliest. */
  readonly emit: (body: string, heldMs: number) => void;
  readonly onCall: (mail: OutgoingMail, kind: string) => void;
  readonly onAccept: (mail: AcceptedMail) => void;
}
export interface SimulatedSes {
  readonly accepted: AcceptedMail[];
  readonly calls: { total: number; throttled: number };
  /** The effect of one call at the present instant. */
  call(mail: OutgoingMail): SendOutcome;
  complain(mail: AcceptedMail): void;
}

const KIND = /^X-Calf-Kind: (\S+)/m;
const ERRORS: Readonly<Record<Exclude<SesTrouble, 'lost' | 'accepted'>, SendOutcome>> = {
  throttle: { kind: 'refused-later', error: 'Throttling', soon: true },
  quota: { kind: 'refused-later', error: 'LimitExceededException' },
  paused: { kind: 'refused-later', error: 'AccountSendingPausedException' },
  rejected: { kind: 'refused-stop', error: 'MessageRejected' },
};
const SIMULATOR = /@simulator\.amazonses\.com$/;

export function makeSes(options: SesOptions): SimulatedSes {
  const { timeline, random, faults, begins } = options;
  const accepted: AcceptedMail[] = [];
  const calls = { total: 0, throttled: 0 };
  const decoder = new TextDecoder('latin1');
  let second = { at: 0, taken: 0 };
  let made = 0;

  /** Has the account's own rate been used up in this second? */
  function overRate(): boolean {
    if (faults.rate === null) return false;
    const at = Math.floor(timeline.now() / 1000);
    if (second.at !== at) second = { at, taken: 0 };
    second.taken += 1;
    return second.taken > faults.rate;
  }

  function tell(mail: AcceptedMail, type: string, detail: object, delayMs: number): void {
    const since = timeline.now() - begins;
    const open = faults.events.filter((w) => w.kinds === undefined || w.kinds.includes(mail.kind));
    const window = options.quiet() ? undefined : windowAt(open, since);
    if (window?.how === 'lost') return;
    const body = envelope(mail, type, detail, timeline.instant());
    const late = window?.how === 'late' ? random.between(0, 1_800_000) : 0;
    const held = window?.how === 'held' ? window.to - since + random.between(0, 600_000) : 0;
    timeline.after(delayMs + late, () => options.emit(body, held));
    const again = !options.quiet() && random.chance(faults.duplicate);
    if (again) timeline.after(delayMs + random.between(0, 7_200_000), () => options.emit(body, held));
  }

  function accept(mail: OutgoingMail, raw: string, kind: string): AcceptedMail {
    made += 1;
    const tag = mail.tags['dispatch'] ?? '';
    const cut = tag.indexOf('_');
    const taken: AcceptedMail = {
      id: `sim-${String(made).padStart(8, '0')}`,
      at: timeline.now(),
      to: mail.to,
      participantId: tag.slice(0, cut),
      occasion: tag.slice(cut + 1),
      kind,
      attempt: Number(mail.tags['attempt'] ?? '0'),
      configurationSet: mail.configurationSet,
      raw,
      mail,
    };
    accepted.push(taken);
    options.onAccept(taken);
    tell(taken, 'Send', {}, random.between(200, 3_000));
    const back = !options.quiet() && !SIMULATOR.test(mail.to) && random.chance(faults.bounce);
    if (back)
      tell(
        taken,
        'Bounce',
        { bounceType: 'Permanent', bounceSubType: 'General' },
        random.between(500, 20_000),
      );
    else tell(taken, 'Delivery', {}, random.between(500, 20_000));
    return taken;
  }

  return {
    accepted,
    calls,
    call: (mail) => {
      const raw = decoder.decode(mail.raw);
      const kind = KIND.exec(raw)?.[1] ?? (SIMULATOR.test(mail.to) ? 'canary' : '?');
      calls.total += 1;
      options.onCall(mail, kind);
      const open = faults.ses.filter((w) => w.kinds === undefined || w.kinds.includes(kind));
      const window = options.quiet() ? undefined : windowAt(open, timeline.now() - begins);
      const met = window !== undefined && (window.share === undefined || random.next() < window.share);
      if (met && window.how !== 'lost' && window.how !== 'accepted') return ERRORS[window.how];
      if (overRate()) {
        calls.throttled += 1;
        return ERRORS.throttle;
      }
      if (met && window.how === 'lost') return { kind: 'ambiguous', error: 'TimeoutError' };
      const taken = accept(mail, raw, kind);
      return met ? { kind: 'ambiguous', error: 'TimeoutError' } : { kind: 'accepted', messageId: taken.id };
    },
    complain: (mail) =>
      tell(mail, 'Complaint', { complaintFeedbackType: 'abuse' }, random.between(1_000, 60_000)),
  };
}

/** An SNS envelope around the record of SES event publishing. */
function envelope(mail: AcceptedMail, eventType: string, detail: object, at: string): string {
  const part = { timestamp: at, ...detail };
  const event = {
    eventType,
    mail: {
      timestamp: new Date(mail.at).toISOString(),
      messageId: mail.id,
      destination: [mail.to],
      tags: {
        dispatch: [mail.mail.tags['dispatch'] ?? ''],
        attempt: [String(mail.attempt)],
        'ses:configuration-set': [mail.configurationSet],
      },
    },
    ...(eventType === 'Delivery' ? { delivery: part } : {}),
    ...(eventType === 'Bounce' ? { bounce: part } : {}),
    ...(eventType === 'Complaint' ? { complaint: part } : {}),
  };
  return JSON.stringify({ Type: 'Notification', MessageId: mail.id, Message: JSON.stringify(event) });
}
