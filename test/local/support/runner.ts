/** A person with a browser and a mailbox against the local run; goes only where pages and mails lead. */
import { type LocalRun, startRun } from '../../../local/run.ts';
import { bodyOf, formsOf, linksOf } from './forms.ts';
import { guardedPorts, type Use } from './rights.ts';

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly kind: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
}
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}
export interface Row {
  readonly id: string;
  readonly email: string | null;
  readonly status: string;
  readonly week: number | null;
  readonly level: string | null;
  readonly stage: string | null;
  readonly footCore: string | null;
  readonly wakeAt: string | null;
}
export interface JournalEntry {
  readonly rev: number;
  readonly at: string;
  readonly command: string;
  readonly actor: string;
  readonly events: readonly { readonly type: string; readonly [field: string]: unknown }[];
}
export interface Detail extends Row {
  readonly rev: number;
  readonly state: Readonly<Record<string, unknown>>;
  readonly journal: readonly JournalEntry[];
}
export interface Replied<T> {
  readonly status: number;
  readonly body: T;
}
export type Answers = Readonly<Record<string, string | readonly string[]>>;
export type Steps = Partial<Record<1 | 2 | 3 | 4, Answers>>;

/** A Monday morning, an hour before the hour everybody here chooses. */
export const BEGINS = '2026-03-02T06:00:00.000Z';

/**
 * Every look at the clock is one millisecond, however slow the machine is: no test depends on how long its
 * own work takes.
 */
let looks = 0;
const counted = (): number => {
  looks += 1;
  return looks;
};
let shared: Promise<LocalRun> | null = null;
/** What each function has done so far, as `signup dynamodb:GetItem P#…` without the rest of the key. */
export const used = new Set<string>();
const note = (name: string, { action, on }: Use): void => {
  const rows = /^[PERLW]#/.exec(on)?.[0] ?? on;
  used.add(`${name} ${action} ${rows}`);
};

/**
 * The one started system of this worker: empty, its clock at `BEGINS`. To start engine, mail, queues, bucket
 * and ten bundles anew for every file would cost more than most files do. `stop` waits for what is going on.
 */
export async function startTestRun(): Promise<LocalRun> {
  shared ??= startRun({ port: 0, now: BEGINS, machine: counted, portsOf: guardedPorts(note) });
  const run = await shared;
  await run.world.exclusively(() => run.world.reset());
  return { ...run, stop: () => run.world.exclusively(() => Promise.resolve()) };
}

/** For a test that starts a run of its own: there may be one in a process. */
export async function endTestRun(): Promise<void> {
  const run = await shared;
  shared = null;
  await run?.stop();
}

/** One call of the control API, with its status. */
export async function call<T = unknown>(site: string, path: string, body?: unknown): Promise<Replied<T>> {
  const response = await fetch(
    `${site}/__local/${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return { status: response.status, body: (await response.json()) as T };
}

export class Runner {
  readonly site: string;
  readonly email: string;
  constructor(site: string, email = 'ada@example.org') {
    this.site = site;
    this.email = email;
  }

  async open(url: string, init: RequestInit = {}): Promise<Page> {
    const response = await fetch(new URL(url, this.site), { redirect: 'follow', ...init });
    return {
      url: response.url,
      status: response.status,
      headers: response.headers,
      html: await response.text(),
    };
  }
  /** Fills the n-th POST form of a page and sends it, hidden fields included. */
  fill(page: Page, answers: Answers, index = 0, init: RequestInit = {}): Promise<Page> {
    const form = formsOf(page.html).filter((f) => f.method === 'post')[index];
    if (form === undefined)
      throw new Error(`no POST form ${index} on ${page.url} (${page.status}): ${page.html.slice(0, 300)}`);
    const action = new URL(form.action === '' ? page.url : form.action, page.url).href;
    return this.open(action, { method: 'POST', body: bodyOf(form, answers), ...init });
  }
  /** Presses the button of the form whose hidden `action` field has this value, or that offers it. */
  act(page: Page, action: string, answers: Answers = {}): Promise<Page> {
    const forms = formsOf(page.html).filter((f) => f.method === 'post');
    const index = forms.findIndex((f) =>
      f.fields.some((field) => field.name === 'action' && field.value === action),
    );
    if (index < 0) throw new Error(`no form for "${action}" on ${page.url}`);
    return this.fill(page, { action, ...answers }, index);
  }
  async control<T = unknown>(path: string, body?: unknown): Promise<T> {
    const { status, body: answer } = await call<T>(this.site, path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }
  clock(body: {
    readonly advance?: string;
    readonly to?: string;
    readonly next?: boolean;
  }): Promise<{ readonly now: string; readonly sent: number }> {
    return this.control('clock', body);
  }
  mails(kind?: string): Promise<readonly Mail[]> {
    return this.control(
      `mail?to=${encodeURIComponent(this.email)}${kind === undefined ? '' : `&kind=${kind}`}`,
    );
  }
  async kinds(): Promise<readonly string[]> {
    return (await this.mails()).map((m) => m.kind);
  }
  async newest(kind: string): Promise<Mail> {
    const mail = (await this.mails(kind)).at(-1);
    if (mail === undefined) throw new Error(`no ${kind} mail; there are ${(await this.kinds()).join(', ')}`);
    return mail;
  }
  /** The first link of a mail that leads to a route, taken from its HTML. */
  link(mail: Mail, route: string, ending = ''): string {
    const found = linksOf(mail.html).find(
      (href) => new URL(href).pathname.startsWith(route) && href.endsWith(ending),
    );
    if (found === undefined) throw new Error(`the ${mail.kind} mail has no link to ${route}…${ending}`);
    return found;
  }
  async row(): Promise<Row> {
    const mine = (await this.control<readonly Row[]>('participants')).find((p) => p.email === this.email);
    if (mine === undefined) throw new Error(`${this.email} has not signed up`);
    return mine;
  }
  async detail(): Promise<Detail> {
    return this.control(`participants/${(await this.row()).id}`);
  }
  /** The newest events of a type in the journal, newest last. */
  async events(type: string): Promise<readonly JournalEntry['events'][number][]> {
    return (await this.detail()).journal
      .flatMap((entry) => entry.events)
      .filter((event) => event.type === type);
  }

  async signUp(more: Answers = {}): Promise<Page> {
    const page = await this.open('/signup');
    return this.fill(page, {
      email: this.email,
      firstName: 'Ada',
      country: 'GB',
      adult: 'yes',
      consentEmail: 'yes',
      ...more,
    });
  }
  async confirm(): Promise<Page> {
    const page = await this.open(this.link(await this.newest('confirm'), '/confirm'));
    return this.fill(page, {});
  }
  /**
   * The intake page by page, from wherever the confirmation led, until it leaves `/start` or shows no form
   * any more.
   */
  async intake(first: Page, answers: Steps = {}): Promise<Page> {
    let page = first;
    for (const step of [1, 2, 3, 4] as const) {
      const open =
        new URL(page.url).pathname.startsWith('/start') &&
        formsOf(page.html).some((form) => form.method === 'post');
      if (open) page = await this.fill(page, { ...INTAKE[step], ...answers[step] });
    }
    return page;
  }
  async join(answers: Steps = {}): Promise<Page> {
    await this.signUp();
    return this.intake(await this.confirm(), answers);
  }
  async checkInPage(): Promise<Page> {
    return this.open(this.link(await this.newest('check-in'), '/c/'));
  }
  async checkIn(answers: Answers): Promise<Page> {
    return this.fill(await this.checkInPage(), answers);
  }
  /** Ticks "none of these" on the list that words nobody could read have opened. */
  async noneOfTheList(): Promise<Page> {
    const link = this.link(await this.newest('check-in'), '/c/');
    const url = link.replace(/(\/c\/[^/]+).*$/, '$1');
    return this.open(url, { method: 'POST', body: new URLSearchParams({ redFlags: 'none' }) });
  }
  /** Lets time pass until the next check-in mail has arrived. */
  async untilCheckIn(): Promise<Mail> {
    const before = (await this.mails('check-in')).length;
    for (let alarm = 0; alarm < 12; alarm += 1) {
      await this.clock({ next: true });
      const mails = await this.mails('check-in');
      if (mails.length > before) return mails.at(-1) as Mail;
    }
    throw new Error(`no check-in mail after twelve alarms; there are ${(await this.kinds()).join(', ')}`);
  }
  /** Every link of a mail, from its HTML and its text. */
  links(mail: Mail): readonly string[] {
    const lines = mail.text.split('\n').filter((line) => /^https?:\/\/\S+$/.test(line));
    return [...new Set([...linksOf(mail.html), ...lines])].filter((href) => href.startsWith('http'));
  }
}

/** Reference course A: average 5, two-leg raises fine, no strain, age 35. */
export const INTAKE: Readonly<Record<1 | 2 | 3 | 4, Answers>> = {
  1: { consentHealth: 'yes', redFlags: 'none', conditions: 'none' },
  2: {
    intent: 'pain',
    side: 'left',
    site: 'upper',
    onset: 'gradual',
    hurtsWhen: 'running',
    clotRisk: 'none',
    painAverage: '5',
    painWorst: '6',
    nextDay: 'worse24',
    twoLegRaise: 'fine',
    singleLegRaise: 'hurts',
  },
  3: { runsNow: 'no', ageBand: '30-39', strainLast12m: '0' },
  4: { weekday: '1', hour: '7', timeZone: 'Europe/London', units: 'km' },
};
/** A calm week in which everything was done; tests that are not due are ignored. */
export const calm = (average: number, more: Answers = {}): Answers => ({
  painAverage: String(average),
  painWorst: String(average + 1),
  nextDay: 'settled',
  sessionsDone: '4',
  longestRunMinutes: '0',
  painkillers: 'no',
  redFlags: 'none',
  gateStrength: 'yes',
  gateRun: 'yes',
  runsDone: '3',
  ...more,
});
