/** From the confirmation link to the first plan (docs/contract.md §2, `/confirm` and `/start`). */
import { Hono } from 'hono';
import { readConfirm } from '../../web/forms/confirm.ts';
import { confirmPage } from '../../web/pages/confirm.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';
import { deadLink, formOf, lambda, type Site } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { disown } from './disown.ts';
import { getIntake, postIntake } from './intake.ts';

export const makeHandler = (app: App<'enrol'>) => {
  const site: Site = new Hono();
  site.get('/confirm/:token', async (c) => {
    const link = await openLink(app, c.req.param('token'), 'confirm');
    if (!link.ok || link.value.participant.status === 'left') return deadLink(app, c);
    return c.html(
      confirmPage(pageFrame(app, link.value.participant.country), { action: c.req.path, errors: [] }),
    );
  });
  site.post('/confirm/:token', async (c) => {
    const form = await formOf(c);
    const link = await openLink(app, c.req.param('token'), 'confirm');
    if (!link.ok) return deadLink(app, c);
    const { participant } = link.value;
    const read = readConfirm(form);
    if (!read.ok)
      return c.html(
        confirmPage(pageFrame(app, participant.country), { action: c.req.path, errors: read.errors }),
        422,
      );
    if (read.value.notMe) return disown(app, c, participant);
    const done = await execute(
      app,
      participant.id,
      () => ({ type: 'Confirm', at: app.clock.now() }),
      `confirm.${app.ids.command()}`,
    );
    if (done.kind === 'refused') return deadLink(app, c);
    return c.redirect((await app.links()).start(participant, app.clock.now()), 303);
  });
  site.get('/start/:token', (c) => getIntake(app, c));
  site.post('/start/:token', (c) => postIntake(app, c));
  return lambda(app, site);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('enrol', process.env, overrides));
export const handler = create();
