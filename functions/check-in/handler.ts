/**
 * The weekly check-in (docs/contract.md §2, `/c`). Opening a link, with or without a number, changes nothing;
 * one Save does.
 */
import { type Context, Hono } from 'hono';
import { type CheckInAnswers, checkInAnswers } from '../../program/answers/check-in.ts';
import type { RedFlag } from '../../program/answers/intake.ts';
import { localDate } from '../../program/calendar.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import { listOpenFor, openQuestion } from '../../program/participant/open-question.ts';
import type { Participant, Person } from '../../program/participant/state.ts';
import { loggedWeek } from '../../program/week/from-log.ts';
import { filledFromLog, saidOfLog } from '../../views/page/check-in-log.ts';
import { checkInPage as checkInView } from '../../views/page/check-in-page.ts';
import { donePage as doneView } from '../../views/page/done-page.ts';
import { NOTICES } from '../../views/words/notices.ts';
import type { Asked } from '../../web/components.ts';
import { readCheckIn, readDone, readList } from '../../web/forms/check-in.ts';
import { checkInPage } from '../../web/pages/check-in/check-in.ts';
import { donePage } from '../../web/pages/check-in/done.ts';
import { listPage } from '../../web/pages/check-in/list.ts';
import { weekClosedPage } from '../../web/pages/check-in/week-closed.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { act, standing } from '../shell/act.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import type { Executed } from '../shell/execute.ts';
import { deadLink, formOf, lambda, type Site } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { placeFor } from '../shell/web/place-of.ts';
import { stopOfCheckIn } from '../shell/web/unsaved-stop.ts';
import { INSIST, isBurst, isDoubted, saveOnceMore } from './burst.ts';
import { reportWorse, showWorse } from './worse.ts';

type Checking = App<'check-in'>;

export const makeHandler = (app: Checking) => {
  const site: Site = new Hono();
  site.get('/c/:token', (c) => show(app, c, null));
  site.get('/c/:token/done', (c) => showDone(app, c));
  site.get('/c/:token/:answer', (c) => {
    const answer = c.req.param('answer');
    return /^(\d|10)$/.test(answer) ? show(app, c, Number(answer)) : deadLink(app, c);
  });
  site.get('/w/:token', (c) => showWorse(app, c));
  site.post('/w/:token', (c) => reportWorse(app, c));
  site.post('/c/:token', (c) => save(app, c));
  site.post('/c/:token/done', (c) => chooseDone(app, c));
  site.post('/c/:token/:answer', (c) => deadLink(app, c));
  return lambda(app, site, stopOfCheckIn);
};

/** The page of an open question, or where somebody belongs whose question is closed. */
async function show(app: Checking, c: Context, selected: number | null, wrong?: Asked): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'checkIn');
  if (!link.ok) return deadLink(app, c);
  const { participant, week } = link.value;
  const frame = pageFrame(app, participant.country);
  const asked = openQuestion(participant, app.clock.now());
  if ((participant.status !== 'active' && participant.status !== 'completed') || asked?.week !== week)
    return closed(app, c, participant, week);
  const action = `/c/${c.req.param('token')}`;
  const view = checkInView(participant, asked, {
    action,
    selected,
    curriculum: app.curriculum,
    today: localDate(app.clock.now(), participant.timeZone),
  });
  const log = await app.store.days(participant.id, week);
  const session = (await pageLinks(app, c)).session(participant, week, app.clock.now());
  const filled = filledFromLog(view, log, session);
  return c.html(checkInPage(frame, { ...filled, ...wrong }), wrong === undefined ? 200 : 422);
}

async function save(app: Checking, c: Context): Promise<Response> {
  const form = await formOf(c);
  const token = c.req.param('token') ?? '';
  const link = await openLink(app, token, 'checkIn');
  if (!link.ok) return deadLink(app, c);
  const list = readList(form)?.redFlags ?? null;
  if (
    list !== null &&
    (list.length > 0 || listOpenFor(link.value.participant, app.clock.now()) === link.value.week)
  )
    return answerList(app, c, { ...link.value, token }, list);
  const read = readCheckIn(form);
  if (!read.ok) return show(app, c, null, read);
  return submit(app, c, { ...link.value, token }, read.value);
}

async function answerList(
  app: Checking,
  c: Context,
  opened: Opened,
  redFlags: readonly RedFlag[],
): Promise<Response> {
  const { participant, week } = opened;
  const done = await act(app, participant, { type: 'AnswerList', week, redFlags }, 'check-in-list');
  const asked = openQuestion(participant, app.clock.now());
  // Nothing was answered that could be shown.
  if (redFlags.length === 0 && done.kind !== 'refused' && asked?.answer == null)
    return c.redirect((await pageLinks(app, c)).me(participant, app.clock.now()), 303);
  return afterAnswer(app, c, opened, done);
}

/** The question that a link opens, and the token of the link. */
interface Opened {
  readonly token: string;
  readonly participant: Person;
  readonly week: number;
}
async function submit(app: Checking, c: Context, opened: Opened, answers: CheckInAnswers): Promise<Response> {
  const { participant, week } = opened;
  const { id } = participant;
  const burst = await isBurst(app, id, week);
  const logged = loggedWeek(await app.store.days(id, week));
  const done = await act(
    app,
    participant,
    { type: 'SubmitCheckIn', week, answers, source: 'web', burst, logged },
    { name: 'check-in', patience: burst ? INSIST : 1 },
  );
  if (isDoubted(done)) app.log.warn('burst', { participantId: id, outcome: done.kind });
  return afterAnswer(app, c, opened, done);
}

function afterAnswer(
  app: Checking,
  c: Context,
  { token, participant, week }: Opened,
  done: Executed,
): Response | Promise<Response> {
  const after = standing(done, participant);
  if (after?.status === 'stopped') return placeFor(app, c, after);
  if (isDoubted(done)) return saveOnceMore(app, c, token, participant);
  if (done.kind !== 'refused') return c.redirect(`/c/${token}/done`, 303);
  if (done.refusal.code === 'too-many-answers')
    return c.html(noticePage(pageFrame(app, participant.country), NOTICES.thirdAnswerStands, '/safety'), 200);
  return closed(app, c, after, week);
}

/**
 * A question that is no longer open: the safety text, the current link, or a word on where they stand;
 * nothing is stored.
 */
async function closed(
  app: Checking,
  c: Context,
  participant: Participant | null,
  week: number,
): Promise<Response> {
  if (participant === null || participant.status === 'erased') return deadLink(app, c);
  const frame = pageFrame(app, participant.country);
  const links = await pageLinks(app, c);
  const now = app.clock.now();
  const meUrl = links.me(participant, now);
  return placeFor(app, c, participant, {
    active: () => {
      const asked = openQuestion(participant, now);
      const currentUrl = asked === null ? null : links.checkIn(participant, asked.week, now);
      return c.html(weekClosedPage(frame, { week, currentUrl, meUrl }), 200);
    },
    paused: () => c.html(noticePage(frame, NOTICES.closedWhilePaused, meUrl), 200),
    completed: () => c.html(noticePage(frame, NOTICES.closedWhenComplete, meUrl), 200),
    confirmed: () => deadLink(app, c),
  });
}

async function showDone(app: Checking, c: Context): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const link = await openLink(app, token, 'checkIn');
  if (!link.ok) return deadLink(app, c);
  const { participant, week } = link.value;
  const links = {
    change: `/c/${token}`,
    action: `/c/${token}/done`,
    me: (await pageLinks(app, c)).me(participant, app.clock.now()),
  };
  const view = doneView(participant, week, links, app.curriculum);
  const open = openQuestion(participant, app.clock.now())?.week === week;
  if (view === null && listOpenFor(participant, app.clock.now()) === week)
    return c.html(listPage(pageFrame(app, participant.country), `/c/${token}`), 200);
  if (view === null) return open ? show(app, c, null) : closed(app, c, participant, week);
  const log = await app.store.days(participant.id, week);
  const understood = [...view.understood, ...saidOfLog(participant, week, log)];
  return c.html(
    donePage(pageFrame(app, participant.country), {
      ...view,
      understood,
      noteSigns: noteSigns(app, participant),
    }),
    200,
  );
}

/** The stop signs that the note of the answer may mean and no tick names, in words (docs/decisions/0013). */
function noteSigns(app: Checking, participant: Person): readonly string[] {
  const asks = participant.status === 'active' || participant.status === 'completed';
  const signs = asks ? (participant.course.asked?.doubtfulSigns ?? []) : [];
  return signs.map((flag) => answerWords(app.curriculum, `redFlags.${flag}`));
}

/** Easier, repeat, or when the worst moment was. */
async function chooseDone(app: Checking, c: Context): Promise<Response> {
  const form = await formOf(c);
  const token = c.req.param('token') ?? '';
  const link = await openLink(app, token, 'checkIn');
  if (!link.ok) return deadLink(app, c);
  const { participant, week } = link.value;
  if (participant.status === 'stopped') return placeFor(app, c, participant);
  const read = readDone(form);
  if (!read.ok)
    return c.html(
      noticePage(
        pageFrame(app, participant.country),
        { ...NOTICES.unreadChoice, paragraphs: read.errors.map((e) => e.message) },
        `/c/${token}/done`,
      ),
      422,
    );
  const asked = participant.status === 'active' ? participant.course.asked : null;
  if (read.value.action === 'worstWhen') {
    if (asked === null || asked.week !== week || asked.answer === null)
      return closed(app, c, participant, week);
    return submit(
      app,
      c,
      { ...link.value, token },
      checkInAnswers.parse({ ...asked.answer, worstWhen: read.value.worstWhen }),
    );
  }
  if (asked === null || asked.week !== week) return closed(app, c, participant, week);
  const { action } = read.value;
  await act(app, participant, { type: 'Choose', choice: action }, 'choose');
  return c.redirect(`/c/${token}/done`, 303);
}

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('check-in', process.env, overrides));
export const handler = create();
