/**
 * The people of a simulated deployment: each acts on the mails that arrive and on nothing else, as somebody
 * with a browser and a mailbox would. What one does depends on a stream of chance of their own, so that
 * another person more changes nobody's life.
 */
import { asForm, calmAnswers, type Fields, flaringAnswers, INTAKE } from './answers.ts';
import type { Random } from './random.ts';
import type { AcceptedMail } from './ses.ts';

export const HABITS = [
  'calm',
  'flaring',
  'silent',
  'forgetful',
  'scanned',
  'replying',
  'leaving',
  'moving',
  'forwarding',
] as const;
export type Habit = (typeof HABITS)[number];
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}
export interface WebRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly form?: Fields;
  /** A word for the observers: a stop sign is told, an answer is given. */
  readonly about?: 'stop-sign' | 'answer' | 'leave';
}
export interface Reply {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly proved: boolean;
}
export interface Surroundings {
  readonly now: () => number;
  after(ms: number, run: () => void | Promise<void>): void;
  /** Null = no answer came. */
  request(who: Life, request: WebRequest, answered: (answer: Answer | null) => void): Promise<void>;
  reply(who: Life, reply: Reply): Promise<void>;
  complain(mail: AcceptedMail): void;
}
export interface Life {
  readonly index: number;
  readonly email: string;
  readonly habit: Habit;
  readonly wish: { readonly weekday: number; readonly hour: number; readonly timeZone: string };
  /** Begins: the sign-up form. */
  begin(): Promise<void>;
  receive(mail: AcceptedMail): void;
  /**
   * Something sudden, whatever the mails say: used to act between a read and a write. Null = nothing can be
   * done yet.
   */
  sudden(): (() => Promise<void>) | null;
  /** What a hand in the simulation makes them do at once. */
  readonly does: {
    report(): Promise<void>;
    leave(): Promise<void>;
    act(form: Fields): Promise<void>;
    answer(form: Fields): Promise<void>;
    signUp(): Promise<void>;
  };
  /** From here on nothing is done but answering check-ins calmly. */
  settle(): void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Zones whose rules have long been the same in every release of the zone data that Node carries. */
export const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'America/St_Johns',
  'UTC',
] as const;

export interface LifeOptions {
  readonly index: number;
  readonly random: Random;
  readonly site: string;
  readonly around: Surroundings;
  readonly habit?: Habit;
  readonly timeZone?: string;
  readonly wish?: { readonly weekday: number; readonly hour: number };
  /** Acts by itself beyond answering: pauses, choices, a stop. */
  readonly lively: boolean;
}

/** A link of a mail that leads to a route, as its path; null when there is none. */
export function linkOf(mail: AcceptedMail, site: string, route: string): string | null {
  const at = mail.raw.indexOf(`${site}${route}`);
  if (at < 0) return null;
  return /^[\w./~-]+/.exec(mail.raw.slice(at + site.length))?.[0] ?? null;
}
const headerOf = (mail: AcceptedMail, name: string): string =>
  new RegExp(`^${name}: (.+)$`, 'mi').exec(mail.raw)?.[1]?.trim() ?? '';

export function makeLife(options: LifeOptions): Life {
  const { index, random, around, site } = options;
  const habit = options.habit ?? HABITS[index % HABITS.length] ?? 'calm';
  const email = `somebody.${index}@mailbox${index}.example`;
  const wish = {
    weekday: options.wish?.weekday ?? 1 + random.below(7),
    hour: options.wish?.hour ?? 7 + random.below(14),
    timeZone: options.timeZone ?? random.pick(ZONES),
  };
  let me: string | null = null;
  let unsubscribe: string | null = null;
  let worse: string | null = null;
  let checkIn: string | null = null;
  let settled = false;
  let started = false;

  /** Tries again after a page that says so, as people do, a few times. */
  function insist(request: WebRequest, done: (answer: Answer) => void, tries = 4): Promise<void> {
    return around.request(life, request, (answer) => {
      if (answer !== null && answer.status < 500) return done(answer);
      if (tries > 0)
        around.after(random.between(MINUTE, 20 * MINUTE), () => insist(request, done, tries - 1));
    });
  }
  const nothing = (): void => undefined;
  const act = (form: Fields): Promise<void> =>
    me === null ? Promise.resolve() : insist({ method: 'POST', path: me, form }, nothing);
  const leave = (): Promise<void> =>
    unsubscribe === null
      ? Promise.resolve()
      : insist(
          { method: 'POST', path: unsubscribe, form: { 'List-Unsubscribe': 'One-Click' }, about: 'leave' },
          nothing,
        );
  const report = (): Promise<void> =>
    worse === null
      ? Promise.resolve()
      : insist(
          {
            method: 'POST',
            path: worse,
            form: { redFlags: 'swelling', painNow: '6', sudden: 'no', when: 'running' },
            about: 'stop-sign',
          },
          nothing,
        );
  const answer = (form: Fields): Promise<void> =>
    checkIn === null
      ? Promise.resolve()
      : insist(
          {
            method: 'POST',
            path: checkIn,
            form,
            about: form['redFlags'] === 'none' ? 'answer' : 'stop-sign',
          },
          nothing,
        );

  const signUp = (): Promise<void> => {
    const firstName = `Zyxq${'abcdefghij'.charAt(index % 10)}`;
    const form = { email, firstName, country: 'GB', adult: 'yes', consentEmail: 'yes' };
    return insist({ method: 'POST', path: '/signup', form }, nothing);
  };
  function confirm(path: string): Promise<void> {
    return insist({ method: 'POST', path, form: {} }, ({ location }) => {
      if (!location.startsWith('/start/')) return;
      around.after(random.between(MINUTE, 20 * MINUTE), () =>
        insist(
          {
            method: 'POST',
            path: location,
            form: { ...INTAKE, ...asForm(wish), painAverage: String(1 + random.below(5)) },
          },
          (answered) => {
            if (answered.location.startsWith('/me/')) me = answered.location;
          },
        ),
      );
    });
  }
  /**
   * Opens every link of a mail within two seconds, as a link checker does; nothing may come of it. The public
   * pages are left out.
   */
  function scan(mail: AcceptedMail): void {
    const paths = [...mail.raw.matchAll(/https?:\/\/[^\s"'<>]+/g)]
      .filter(([url]) => url.startsWith(`${site}/`))
      .map(([url]) => url.slice(site.length).replaceAll('&amp;', '&'))
      .filter((path) => /\/[\w-]{40,}/.test(path));
    for (const path of new Set(paths))
      around.after(random.between(0, 2_000), () =>
        around.request(life, { method: random.chance(0.3) ? 'HEAD' : 'GET', path }, nothing),
      );
  }
  function answerLater(mail: AcceptedMail): void {
    const link = linkOf(mail, site, '/c/');
    if (link === null) return;
    checkIn = link.split('/').slice(0, 3).join('/');
    const silent = habit === 'silent' || (habit === 'forgetful' && random.chance(0.5));
    if (silent && !settled) return;
    const flaring = habit === 'flaring' && !settled && random.chance(0.4);
    const form = flaring ? flaringAnswers(random) : calmAnswers(random);
    const delay = random.between(2 * MINUTE, (settled ? 8 : 30) * HOUR);
    if (habit === 'replying' && !settled && random.chance(0.6)) {
      replyLater(mail, delay);
      return;
    }
    around.after(delay, () => answer(form));
    if (habit === 'forwarding' && !settled && random.chance(0.5))
      around.after(random.between(MINUTE, 30 * HOUR), () => answer(calmAnswers(random)));
    if (habit === 'flaring' && random.chance(0.2))
      around.after(delay + random.between(MINUTE, 20 * HOUR), () => answer(flaringAnswers(random)));
  }
  function replyLater(mail: AcceptedMail, delay: number): void {
    const to = headerOf(mail, 'Reply-To');
    const text = random.pick([
      '2 OK',
      '3',
      '2, worst 3, did 3 of 3',
      '4/10',
      'my calf is swollen',
      'HELP',
      'PAUSE 1 week',
    ]);
    const proved = random.chance(0.8);
    around.after(delay, () => around.reply(life, { to, from: email, text, proved }));
  }
  function livelyActs(): void {
    if (!options.lively || settled) return;
    const later = (chance: number, run: () => Promise<void>): void => {
      if (random.chance(chance)) around.after(random.between(HOUR, 6 * 24 * HOUR), run);
    };
    if (habit === 'leaving') later(0.3, random.chance(0.8) ? leave : report);
    if (habit === 'moving')
      later(0.6, () => {
        const zone = random.chance(0.5) ? random.pick(ZONES) : wish.timeZone;
        const hour = String(7 + random.below(14));
        const weekday = String(1 + random.below(7));
        const units = 'km';
        return act({ action: 'settings', weekday, hour, timeZone: zone, units, rhythm: 'full' });
      });
    if (habit === 'flaring') later(0.1, report);
    if (habit === 'calm') later(0.1, () => act({ action: 'easier' }));
    if (habit === 'forgetful')
      later(0.15, () =>
        act({ action: 'pause', until: new Date(around.now() + 10 * 24 * HOUR).toISOString().slice(0, 10) }),
      );
  }

  const life: Life = {
    index,
    email,
    habit,
    wish,
    begin: signUp,
    receive: (mail) => {
      const path = linkOf(mail, site, '/me/');
      if (path !== null) me = path.split('/').slice(0, 3).join('/');
      unsubscribe = linkOf(mail, site, '/u/') ?? unsubscribe;
      worse = linkOf(mail, site, '/w/') ?? worse;
      if (habit === 'scanned') scan(mail);
      if (mail.kind === 'confirm') {
        const link = linkOf(mail, site, '/confirm/');
        if (link !== null && !started) around.after(random.between(MINUTE, 3 * HOUR), () => confirm(link));
        started = true;
        return;
      }
      if (mail.kind === 'check-in' || mail.kind === 'reminder' || mail.kind === 'silent')
        return answerLater(mail);
      if (mail.kind === 'plan' || mail.kind === 'start') livelyActs();
      if (mail.kind === 'plan' && random.chance(0.005)) around.complain(mail);
    },
    sudden: () => {
      if (me === null || settled) return null;
      const kind = random.below(5);
      if (kind === 0) return report;
      if (kind === 1 && habit === 'leaving') return leave;
      if (kind === 2) return () => answer(calmAnswers(random));
      return () =>
        act({
          action: 'settings',
          weekday: String(wish.weekday),
          hour: String(7 + random.below(14)),
          timeZone: wish.timeZone,
          units: 'km',
          rhythm: random.chance(0.5) ? 'full' : 'lighter',
        });
    },
    does: { report, leave, act, answer, signUp },
    settle: () => {
      settled = true;
    },
  };
  return life;
}
