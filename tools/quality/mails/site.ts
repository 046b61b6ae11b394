/**
 * One participant on the local run: a browser without scripts, a mailbox, and everything that the system
 * knows.
 */
import { startRun } from '../../../local/run.ts';
import { build } from '../../build/build.ts';
import { decoded, type GateMail, hrefs, mailOfBytes } from './mail.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}
export interface Site {
  readonly origin: string;
  /** Every mail sent so far, as bytes of the running system. */
  readonly mails: () => Promise<readonly GateMail[]>;
  readonly open: (url: string, init?: RequestInit) => Promise<Answer>;
  /** State and journal of everybody, and the number of mails, as text. */
  readonly known: () => Promise<string>;
  /** Where the participant stands: status, level, stage, foot strength. */
  readonly stands: () => Promise<readonly (string | null)[]>;
  readonly advance: (duration: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const BEGINS = '2026-03-02T06:00:00.000Z';
const SAFETY = { consentHealth: 'yes', redFlags: 'none', conditions: 'none' } as const;
const CALF = {
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  hurtsWhen: 'running',
  clotRisk: 'none',
  painAverage: '4',
  painWorst: '5',
  nextDay: 'settled',
} as const;
const RUNNING = { runsNow: 'no', ageBand: '30-39', strainLast12m: '0' } as const;
const WHEN = { weekday: '1', hour: '7', timeZone: 'Europe/London', units: 'km' } as const;

/**
 * The first POST form of a page is its main form (docs/contract.md §2); another may do something quite
 * different.
 */
const mainForm = (html: string): string =>
  /<form\b[^>]*method="?post"?[\s\S]*?<\/form>/i.exec(html)?.[0] ?? '';
/** Values of the hidden fields of a page's first POST form. */
export const hiddenFields = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...mainForm(html).matchAll(/<input\b[^>]*type="?hidden"?[^>]*>/g)].map((m) => [
      decoded(/\bname="([^"]*)"/.exec(m[0])?.[1] ?? ''),
      decoded(/\bvalue="([^"]*)"/.exec(m[0])?.[1] ?? ''),
    ]),
  );

/** Fills the page's form and sends it. */
export async function fill(
  site: Site,
  url: string,
  answers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const page = await site.open(url);
  const body = new URLSearchParams({ ...hiddenFields(page.body), ...answers });
  return site.open(url.replace(/(\/c\/[^/]+)\/\d+$/, '$1'), { method: 'POST', body });
}

/** The first link of a kind of page in the newest mail that has one. */
export async function linkTo(site: Site, page: string): Promise<string> {
  const mails = await site.mails();
  const found = mails
    .flatMap(({ html }) => hrefs(html))
    .filter((url) => new URL(url).pathname.startsWith(`/${page}/`));
  const last = found.at(-1);
  if (last === undefined) throw new Error(`no mail has a link to /${page}/`);
  return last;
}

async function control<T>(origin: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    `${origin}/__local/${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  if (!response.ok)
    throw new Error(`the local run answers ${response.status} to ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}
interface Row {
  readonly id: string;
  readonly status: string;
  readonly level: string | null;
  readonly stage: string | null;
  readonly footCore: string | null;
}

/**
 * Starts the local run with one participant who has confirmed, answered the intake and got the first
 * check-in.
 */
export async function startSite(): Promise<Site> {
  await build({ print: () => undefined });
  const run = await startRun({ port: 0, now: BEGINS });
  const origin = run.url;
  const site: Site = {
    origin,
    mails: async () => {
      const listed = await control<readonly { readonly id: string }[]>(origin, 'mail');
      return Promise.all(
        listed.map(async ({ id }) => {
          const raw = new Uint8Array(await (await fetch(`${origin}/__local/mail/${id}/raw`)).arrayBuffer());
          return mailOfBytes(
            { id: `local run: ${id}`, source: 'local run', journey: 'local run', why: [] },
            raw,
          );
        }),
      );
    },
    open: async (url, init = {}) => {
      const response = await fetch(new URL(url, origin), { redirect: 'manual', ...init });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
    known: async () => {
      const rows = await control<readonly Row[]>(origin, 'participants');
      const people = await Promise.all(rows.map(({ id }) => control<unknown>(origin, `participants/${id}`)));
      const mails = await control<readonly unknown[]>(origin, 'mail');
      return JSON.stringify([people, mails.length]);
    },
    stands: async () => {
      const [row] = await control<readonly Row[]>(origin, 'participants');
      return row === undefined ? [] : [row.status, row.level, row.stage, row.footCore];
    },
    advance: async (duration) => void (await control(origin, 'clock', { advance: duration })),
    stop: () => run.stop(),
  };
  try {
    await fill(site, '/signup', {
      email: 'ada@example.org',
      country: 'GB',
      adult: 'yes',
      consentEmail: 'yes',
      firstName: 'Ada',
    });
    const confirm = await linkTo(site, 'confirm');
    const started = await fill(site, confirm, {});
    await fill(site, started.headers.get('location') ?? '', { ...SAFETY, ...CALF, ...RUNNING, ...WHEN });
    await site.advance('P8D');
    await linkTo(site, 'c');
  } catch (fault) {
    await run.stop();
    throw fault;
  }
  return site;
}
