/** From the confirmation link to the first plan (docs/contract.md §2, `/confirm` and `/start`). */
import { Hono } from 'hono';
import { NOTICES } from '../../views/words/notices.ts';
import { readConfirm } from '../../web/forms/confirm.ts';
import { confirmPage } from '../../web/pages/public/confirm.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { act } from '../shell/act.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import { deadLink, formOf, lambda, type Site } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { type Places, placeOf } from '../shell/web/place-of.ts';
import { stopOfIntake } from '../shell/web/unsaved-stop.ts';
import { disown } from './disown.ts';
import { getIntake, postIntake } from './intake.ts';

/**
 * Pressing the button of the first mail again changes nothing, so its page is there for everybody but the
 * stopped.
 */
const MAY_CONFIRM: Places = {
  unconfirmed: 'here',
  confirmed: 'here',
  active: 'here',
  paused: 'here',
  completed: 'here',
};

export const makeHandler = (app: App<'enrol'>) => {
  const site: Site = new Hono();
  site.get('/confirm/:token', async (c) => {
    const link = await openLink(app, c.req.param('token'), 'confirm');
    if (!link.ok) return deadLink(app, c);
    const { participant } = link.value;
    const page = { action: c.req.path, errors: [] };
    return (
      (await placeOf(app, c, participant, MAY_CONFIRM)) ??
      c.html(confirmPage(pageFrame(app, participant.country), page))
    );
  });
  site.post('/confirm/:token', async (c) => {
    const form = await formOf(c);
    const link = await openLink(app, c.req.param('token'), 'confirm');
    if (!link.ok) return deadLink(app, c);
    const { participant } = link.value;
    const elsewhere = await placeOf(app, c, participant, MAY_CONFIRM);
    if (elsewhere !== null) return elsewhere;
    const read = readConfirm(form);
    if (!read.ok)
      return c.html(
        confirmPage(pageFrame(app, participant.country), { action: c.req.path, errors: read.errors }),
        422,
      );
    if (read.value.notMe) return disown(app, c, participant);
    const beside = { places: app.env.MAX_PARTICIPANTS };
    // Many who were told at once press the button at once, and all count on the same row.
    const done = await act(app, participant, { type: 'Confirm' }, { name: 'confirm', beside, patience: 3 });
    if (done.kind === 'full')
      return c.html(noticePage(pageFrame(app, participant.country), NOTICES.fullForNow, c.req.path), 200);
    if (done.kind === 'refused') return deadLink(app, c);
    return c.redirect((await pageLinks(app, c)).start(participant, app.clock.now()), 303);
  });
  site.get('/start/:token', (c) => getIntake(app, c));
  site.post('/start/:token', (c) => postIntake(app, c));
  return lambda(app, site, stopOfIntake);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('enrol', process.env, overrides));
export const handler = create();
