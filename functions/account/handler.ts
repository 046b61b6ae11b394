/** The participant's page and the way out (docs/contract.md §2, `/me` and `/u`). */
import { type Context, Hono } from 'hono';
import { pauseRange } from '../../program/account/pause.ts';
import { dayInWords } from '../../program/calendar.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import type { Participant, Person } from '../../program/participant/state.ts';
import { summaryPage as summaryView } from '../../views/export/summary.ts';
import { mePage as meView } from '../../views/page/me-page.ts';
import type { FieldError, FormValues } from '../../views/page/page-views.ts';
import { REFUSAL_WORDS } from '../../views/words/refusals.ts';
import { safetyPanel } from '../../views/words/safety.ts';
import { CONSENTS } from '../../web/consents.ts';
import { type MeChoice, readMe } from '../../web/forms/me.ts';
import { mePage } from '../../web/pages/own/me.ts';
import { summaryPage } from '../../web/pages/own/summary.ts';
import { unsubscribePage } from '../../web/pages/own/unsubscribe.ts';
import { act, type Undated } from '../shell/act.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import { ownDomains } from '../shell/env.ts';
import { consentReceipt } from '../shell/web/consent.ts';
import { deadLink, formOf, lambda, type Site } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { type Places, placeOf } from '../shell/web/place-of.ts';
import { timeZonesFor } from '../shell/web/time-zones.ts';

type Account = App<'account'>;

/** Whoever has a course has a page of their own; a stopped one begins with the safety text. */
const OWN_PAGE: Places = {
  active: 'here',
  paused: 'here',
  completed: 'here',
  stopped: 'here-with-the-safety-text',
};

export const makeHandler = (app: Account) => {
  const site: Site = new Hono();
  site.get('/me/:token', (c) => showMe(app, c, { errors: [], status: 200 }));
  site.post('/me/:token', (c) => actOnMe(app, c));
  site.get('/me/:token/summary', (c) => showSummary(app, c));
  site.get('/u/:token', (c) => showLeave(app, c));
  // RFC 8058: any body, no cookie, no redirect; it really unsubscribes.
  site.post('/u/:token', (c) => leave(app, c));
  return lambda(app, site);
};

async function showMe(
  app: Account,
  c: Context,
  {
    errors,
    status,
    values = {},
  }: {
    readonly errors: readonly FieldError[];
    readonly status: 200 | 422 | 429;
    readonly values?: FormValues;
  },
): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'me');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const links = await pageLinks(app, c);
  const now = app.clock.now();
  const elsewhere = await placeOf(app, c, participant, OWN_PAGE);
  if (elsewhere !== null) return elsewhere;
  const asked = openQuestion(participant, now);
  const running = participant.status === 'active' ? participant.course : null;
  const view = meView(participant, now, {
    links: {
      action: c.req.path,
      worse: links.worse(participant, now),
      checkIn: asked === null ? '' : links.checkIn(participant, asked.week, now),
      unsubscribe: links.unsubscribe(participant),
      calendar: links.calendar(participant, now),
      summary: `${c.req.path}/summary`,
      session: running === null ? '' : links.session(participant, running.week, now),
      log: running === null ? null : await app.store.days(participant.id, running.week),
      running: links.running(participant, now),
      shoes: links.shoes(participant, now),
    },
    timeZones: timeZonesFor(participant.timeZone),
    curriculum: app.curriculum,
  });
  return view === null
    ? deadLink(app, c)
    : c.html(mePage(pageFrame(app, participant.country), { ...view, errors, values }), status);
}

/**
 * For a physiotherapist: one look at the person's partition, for what was stopped earlier stands in the
 * journal alone.
 */
async function showSummary(app: Account, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'me');
  const held = link.ok ? await app.store.everything(link.value.participant.id) : null;
  if (held === null || held.participant.status === 'erased') return deadLink(app, c);
  const meUrl = c.req.path.slice(0, -'/summary'.length);
  const view = summaryView(held.participant, held.journal, {
    at: app.clock.now(),
    meUrl,
    curriculum: app.curriculum,
  });
  return view === null
    ? deadLink(app, c)
    : c.html(summaryPage(pageFrame(app, held.participant.country), view));
}

async function actOnMe(app: Account, c: Context): Promise<Response> {
  const form = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'me');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const read = readMe(form, {
    pauseRange: pauseRange(app.clock.now(), participant.timeZone),
    ownDomains: ownDomains(app.env),
  });
  if (!read.ok) return showMe(app, c, { errors: read.errors, status: 422, values: read.values });
  const done = await act(app, participant, commandOf(read.value), 'me');
  if (done.kind === 'refused') {
    const { code } = done.refusal;
    const status = code === 'too-many-requests' ? 429 : 422;
    return showMe(app, c, {
      errors: [{ field: 'action', message: REFUSAL_WORDS[code] }],
      status,
      values: form,
    });
  }
  return c.redirect(
    done.kind === 'committed' ? await onwards(app, c, done.after) : await onwards(app, c, participant),
    303,
  );
}

/**
 * Back to the page, under its new link when this one has just died; whoever has left by it reads there what
 * follows.
 */
async function onwards(app: Account, c: Context, after: Participant): Promise<string> {
  if (after.status === 'erased') return c.req.path;
  const links = await pageLinks(app, c);
  if (after.status === 'left') return links.unsubscribe(after);
  const opens = await openLink(app, c.req.param('token') ?? '', 'me');
  return opens.ok ? c.req.path : links.me(after, app.clock.now());
}

const RESEARCH_RECEIPT = consentReceipt(CONSENTS.research);
const HEALTH_RECEIPT = consentReceipt(CONSENTS.health);

function commandOf(choice: MeChoice): Undated {
  switch (choice.action) {
    case 'pause':
      return { type: 'Pause', until: choice.until };
    case 'resume':
      return { type: 'Resume' };
    case 'easier':
    case 'repeat':
      return { type: 'Choose', choice: choice.action };
    case 'consent':
      return choice.what === 'research'
        ? { type: 'ChangeConsent', what: 'research', given: choice.given, version: RESEARCH_RECEIPT }
        : { type: 'ChangeConsent', what: 'health', given: false, version: HEALTH_RECEIPT };
    case 'newLinks':
      return { type: 'RenewLinks' };
    case 'request':
      return {
        type: 'RequestFresh',
        what: choice.what,
        ...(choice.what === 'address' ? { email: choice.email } : {}),
      };
    case 'settings':
      return { type: 'ChangeSettings', ...choice.settings };
  }
}

async function showLeave(app: Account, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'unsubscribe');
  if (!link.ok) return deadLink(app, c);
  return leavePage(app, c, link.value.participant, link.value.participant.status === 'left');
}

async function leave(app: Account, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'unsubscribe');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  await act(app, participant, { type: 'Unsubscribe' }, 'leave');
  return leavePage(app, c, participant, true);
}

/**
 * Whoever was stopped sees the safety text once more: leaving the mails does not settle the leg
 * (docs/architecture.md §7).
 */
function leavePage(
  app: Account,
  c: Context,
  participant: Person,
  done: boolean,
): Response | Promise<Response> {
  const stop = participant.status === 'stopped' || participant.status === 'left' ? participant.stop : null;
  const erasedOn =
    participant.status === 'left' && participant.eraseAt !== undefined
      ? dayInWords(participant.eraseAt, participant.timeZone)
      : null;
  const safety = stop === null ? null : safetyPanel(app.curriculum, stop, participant.country);
  return c.html(
    unsubscribePage(pageFrame(app, participant.country), { action: c.req.path, done, erasedOn, safety }),
    200,
  );
}

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('account', process.env, overrides));
export const handler = create();
