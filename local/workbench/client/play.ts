/**
 * Runners that live by themselves: a persona signs up on the real site, and answers each mail as its story
 * says. The clock goes from alarm to alarm, or to what somebody means to do, whichever comes first.
 */
import { ask, type Clock, type Mail, type MailLine, type One, type Row, reply } from './api.ts';
import { type Act, type Answer, answersOf, fieldsOf, type Story, type Week, weekOf } from './fields.ts';
import { linkIn, postForm } from './forms.ts';

interface Runner {
  readonly story: Story;
  readonly email: string;
  asked: number;
  kept: number;
}
interface Planned {
  readonly at: string;
  readonly run: () => Promise<void>;
}

/** What a persona leaves out of its intake: nothing to worry about, and no more running pain than pain. */
const INTAKE: Answer = {
  consentHealth: true,
  redFlags: [],
  conditions: [],
  clotRisk: [],
  hurtsWhen: 'running',
  painRunning: 2,
};
const HOUR = 3_600_000;
const later = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR).toISOString();

export class Players {
  readonly #runners: Runner[] = [];
  #planned: Planned[] = [];
  /** How many mails were looked at. */
  #seen = 0;
  /** What could not be done as its story says; shown, never hidden. */
  readonly troubles: string[] = [];

  get count(): number {
    return this.#runners.length;
  }
  forget(): void {
    this.#runners.length = 0;
    this.#planned = [];
    this.#seen = 0;
    this.troubles.length = 0;
  }

  /** Signs a persona up through the site; its confirmation follows when it is played. */
  async add(story: Story, people: readonly Row[]): Promise<string> {
    const taken = new Set([...people.map(({ email }) => email), ...this.#runners.map(({ email }) => email)]);
    const nth = (n: number): string => `${story.id}${n === 1 ? '' : `-${n}`}@example.org`;
    let n = 1;
    while (taken.has(nth(n))) n += 1;
    const email = nth(n);
    const { now } = await ask<Clock>('clock');
    await postForm('/signup', {
      email,
      ...(story.firstName === null ? {} : { firstName: story.firstName }),
      country: story.country,
      timeZone: story.timeZone,
      adult: 'yes',
      consentEmail: 'yes',
    });
    this.#runners.push({ story, email, asked: 0, kept: 0 });
    for (const act of story.acts) this.#plan(later(now, act.afterHours), () => this.#act(email, act));
    return email;
  }

  /**
   * One step: the next thing that somebody means to do, or the next alarm. Resolves to false when nothing is
   * left to happen.
   */
  async step(people: readonly Row[], mails: readonly MailLine[]): Promise<boolean> {
    if (await this.#react(mails)) return true;
    const next = this.#planned[0];
    const alarm = people.flatMap(({ wakeAt }) => wakeAt ?? []).sort()[0];
    const { now } = await ask<Clock>('clock');
    if (next !== undefined && (alarm === undefined || next.at <= alarm)) {
      this.#planned.shift();
      if (next.at > now) await ask('clock', { to: next.at });
      await next.run().catch((error: unknown) => this.troubles.push(String((error as Error).message)));
      return true;
    }
    if (alarm === undefined) return false;
    await ask('clock', { next: true });
    return true;
  }

  #plan(at: string, run: () => Promise<void>): void {
    this.#planned.push({ at, run });
    this.#planned.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Reads the mails that came since the last look; true when somebody means to do something about one. */
  async #react(mails: readonly MailLine[]): Promise<boolean> {
    const before = this.#planned.length;
    const fresh = mails.slice(this.#seen);
    this.#seen = mails.length;
    for (const mail of fresh) {
      const runner = this.#runners.find(({ email }) => email === mail.to);
      if (runner !== undefined) await this.#read(runner, mail);
    }
    return this.#planned.length > before;
  }

  async #read(runner: Runner, line: MailLine): Promise<void> {
    const { story } = runner;
    if (line.kind === 'confirm') return this.#plan(later(line.at, 0.05), () => this.#begin(runner, line.id));
    if (line.kind === 'check-in') return this.#answers(runner, line, weekOf(story.weeks, runner.asked++));
    const { text } = await ask<Mail>(`mail/${line.id}`);
    if (line.kind === 'maintenance' && linkIn(text, '/c/') !== null)
      this.#answers(runner, line, weekOf(story.maintenance, runner.kept++));
  }

  async #begin({ story }: Runner, id: string): Promise<void> {
    const confirm = linkIn((await ask<Mail>(`mail/${id}`)).text, '/confirm/');
    if (confirm === null) throw new Error('The first mail has no link to confirm.');
    await postForm(await postForm(confirm, {}), {
      ...fieldsOf(INTAKE),
      ...fieldsOf(story.intake),
      timeZone: story.timeZone,
    });
  }

  #answers({ story, email }: Runner, line: MailLine, week: Week): void {
    for (const { hours, answer } of answersOf(story, week))
      this.#plan(later(line.at, hours), () => answerCheckIn(email, line.id, answer));
    if (week === 'silent') return;
    for (const act of week.acts) this.#plan(later(line.at, act.afterHours), () => this.#act(email, act));
  }

  /** What a persona does on the pages, by the links of the newest mail that has them. */
  async #act(email: string, act: Act): Promise<void> {
    if (act.reply !== undefined) return reply(await newest(email, null), act.reply.text);
    if (act.worse !== undefined) {
      const { painNow, redFlags, sudden, when } = act.worse;
      const page = linkIn((await newest(email, '/w/')).text, '/w/') ?? '';
      await postForm(page, fieldsOf({ painNow, redFlags, sudden, when }));
      return;
    }
    if (act.unsubscribe === true) {
      await postForm(linkIn((await newest(email, '/u/')).text, '/u/') ?? '', {});
      return;
    }
    const me = linkIn((await newest(email, '/me/')).text, '/me/') ?? '';
    if (act.easier === true) await postAction(me, 'easier');
    else if (act.repeat === true) await postAction(me, 'repeat');
    else if (act.resume === true) await postAction(me, 'resume');
    else if (act.pauseUntil !== undefined) await postAction(me, 'pause', { until: act.pauseUntil });
    else if (act.pauseDays !== undefined) {
      const { now } = await ask<Clock>('clock');
      await postAction(me, 'pause', { until: later(now, act.pauseDays * 24).slice(0, 10) });
    } else this.troubles.push(`${email}: this act of the story has no player here; do it on the site.`);
  }
}

/** The newest mail to an address that has a link which begins so. Throws a sentence when there is none. */
async function newest(email: string, start: string | null): Promise<Mail> {
  const mails = await ask<readonly Mail[]>(`mail?to=${encodeURIComponent(email)}`);
  const found = mails.findLast(({ text }) => start === null || linkIn(text, start) !== null);
  if (found === undefined) throw new Error(`${email} has no mail with a link to ${start ?? 'answer'}.`);
  return found;
}

async function postAction(page: string, action: string, more: Record<string, string> = {}): Promise<void> {
  const response = await fetch(page, { method: 'POST', body: new URLSearchParams({ action, ...more }) });
  if (response.status >= 400) throw new Error(`The page answered ${response.status} to ${action}.`);
}

/** Answers the check-in of a mail through its page. Throws a sentence where the site refuses it. */
export async function answerCheckIn(email: string, id: string, answer: Answer): Promise<void> {
  const mail = await ask<Mail>(`mail/${id}`);
  const page = linkIn(mail.text, '/c/');
  if (page === null) throw new Error('This mail has no link to a check-in.');
  const people = await ask<readonly Row[]>('participants');
  const person = people.find((row) => row.email === email);
  const open = person === undefined ? null : (await ask<One>(`participants/${person.id}`)).open;
  await postForm(page.split('/').slice(0, 3).join('/'), fieldsOf(answer, open));
}
