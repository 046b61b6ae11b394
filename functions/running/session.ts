/**
 * One session of the week (docs/contract.md §2, `/x`). Opening it stores nothing. An entry is one update of the
 * week's log; only a pain of seven or more is a command, and that one stops.
 */
import type { Context } from 'hono';
import type { SessionAnswers } from '../../program/answers/session.ts';
import { localDate } from '../../program/calendar.ts';
import { whyNotMove, withMove } from '../../program/layout/layout.ts';
import type { SessionId } from '../../program/layout/sessions.ts';
import { type DayLog, emptyLog } from '../../program/participant/day-log.ts';
import { wordsWait } from '../../program/participant/open-question.ts';
import type { Of, Person } from '../../program/participant/state.ts';
import { isOfWeek, logSession } from '../../program/week/log-session.ts';
import type { FormValues } from '../../views/page/page-views.ts';
import { closedSessions, nextSession, sessionPage as sessionView } from '../../views/page/session-page.ts';
import { laidOutWeek } from '../../views/plan/laid-out-week.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { MOVE_WORDS } from '../../views/words/session-words.ts';
import type { Asked } from '../../web/components.ts';
import { readSession } from '../../web/forms/session.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { closedSessionsPage, restPage } from '../../web/pages/session/after-session.ts';
import { sessionPage } from '../../web/pages/session/session.ts';
import { act, standing } from '../shell/act.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { placeFor, placeOf } from '../shell/web/place-of.ts';
import type { Telling } from './may-tell.ts';

/** A session of the week of the link, with all that its page needs. */
interface Opened {
  readonly person: Of<'active'>;
  readonly log: DayLog;
  readonly id: SessionId;
  readonly base: string;
}

/** Who is not training belongs elsewhere; a link of an earlier week shows that week, closed. */
async function opened(app: Telling, c: Context): Promise<Opened | Response> {
  const token = c.req.param('token') ?? '';
  const link = await openLink(app, token, 'session');
  if (!link.ok) return deadLink(app, c);
  const { participant, week } = link.value;
  const elsewhere = await placeOf(app, c, participant, { active: 'here' });
  if (elsewhere !== null) return elsewhere;
  if (participant.status !== 'active') return deadLink(app, c);
  if (week !== participant.course.week) return closed(app, c, participant, week);
  const log = (await app.store.days(participant.id, week)) ?? emptyLog(week);
  const id = c.req.param('session') ?? nextSession(participant, log, app.clock.now(), app.curriculum) ?? '';
  const { layout } = laidOutWeek(participant, app.curriculum, log);
  const base = `/x/${token}`;
  if (isOfWeek(id, layout)) return { person: participant, log, id, base };
  return c.html(noticePage(pageFrame(app, participant.country), NOTICES.noSuchSession, base), 404);
}

async function listFirst(app: Telling, c: Context, person: Of<'active'>): Promise<Response> {
  const week = person.course.asked?.week ?? person.course.week;
  const list = (await pageLinks(app, c)).checkIn(person, week, app.clock.now());
  return c.html(noticePage(pageFrame(app, person.country), NOTICES.listFirst, `${list}/done`), 200);
}

async function closed(app: Telling, c: Context, person: Of<'active'>, week: number): Promise<Response> {
  const links = await pageLinks(app, c);
  const now = app.clock.now();
  const log = await app.store.days(person.id, week);
  const current = links.session(person, person.course.week, now);
  const view = closedSessions(week, log, current, links.me(person, now));
  return c.html(closedSessionsPage(pageFrame(app, person.country), view), 200);
}

export async function showSession(app: Telling, c: Context): Promise<Response> {
  const open = await opened(app, c);
  return open instanceof Response ? open : show(app, c, open);
}

async function show(
  app: Telling,
  c: Context,
  { person, log, id, base }: Opened,
  wrong?: Asked,
): Promise<Response> {
  // What was felt can be logged all the same; a seven stops.
  if (wordsWait(person.course)) return listFirst(app, c, person);
  const now = app.clock.now();
  const links = await pageLinks(app, c);
  const where = { base, worse: links.worse(person, now), me: links.me(person, now) };
  const view = sessionView(person, log, { id, links: where, at: now, curriculum: app.curriculum });
  return c.html(
    sessionPage(pageFrame(app, person.country), { ...view, ...wrong }),
    wrong === undefined ? 200 : 422,
  );
}

export async function postSession(app: Telling, c: Context): Promise<Response> {
  const form = await formOf(c);
  const open = await opened(app, c);
  if (open instanceof Response) return open;
  const read = readSession(form);
  if (!read.ok) return show(app, c, open, read);
  return read.value.kind === 'move'
    ? move(app, c, { open, date: read.value.date, form })
    : save(app, c, open, read.value.answers);
}

async function save(app: Telling, c: Context, open: Opened, answers: SessionAnswers): Promise<Response> {
  const { person, log, id } = open;
  const { plan } = laidOutWeek(person, app.curriculum, log);
  const at = app.clock.now();
  const { entry, next } = logSession({ at, session: id, answers }, log, plan);
  // The stop first: whatever happens to the log, it stands.
  const stopped = typeof next === 'object' ? await stop(app, person, next) : null;
  const change = { week: log.week, at, first: log.at === null };
  const kept = entry === null || (await app.store.logDays(person.id, { ...change, session: { id, entry } }));
  if (stopped !== null) return placeFor(app, c, stopped);
  if (!kept) return deadLink(app, c);
  if (next !== 'rest') return c.redirect(`${open.base}/${id}`, 303);
  const worseUrl = (await pageLinks(app, c)).worse(person, at);
  return c.html(restPage(pageFrame(app, person.country), { worseUrl, back: `${open.base}/${id}` }), 200);
}

async function stop(
  app: Telling,
  person: Of<'active'>,
  { stop: painNow, when }: { readonly stop: number; readonly when: 'running' | 'strength' },
): Promise<Person> {
  const report = { type: 'ReportWorse', redFlags: [], painNow, sudden: null, when } as const;
  const after = standing(await act(app, person, report, 'session'), person);
  return after === null || after.status === 'erased' ? person : after;
}

async function move(
  app: Telling,
  c: Context,
  { open, date, form }: { readonly open: Opened; readonly date: string; readonly form: FormValues },
): Promise<Response> {
  const { person, log, id, base } = open;
  const { plan, frame } = laidOutWeek(person, app.curriculum, log);
  const at = app.clock.now();
  const today = localDate(at, person.timeZone);
  const why = whyNotMove({ plan, frame, log, today }, id, date);
  if (why !== null)
    return show(app, c, open, { values: form, errors: [{ field: 'moveTo', message: MOVE_WORDS[why] }] });
  const { moves } = withMove(log, id, date);
  const kept = await app.store.logDays(person.id, { week: log.week, at, first: log.at === null, moves });
  return kept ? c.redirect(`${base}/${id}`, 303) : deadLink(app, c);
}
