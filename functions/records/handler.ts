/**
 * What hangs on more than a link in a mail, and what a calendar fetches by itself (docs/contract.md §2,
 * `/fresh` and `/cal`).
 */
import { Hono } from 'hono';
import { makeApp, type Overrides } from '../shell/app.ts';
import { lambda, type Site } from '../shell/web/http.ts';
import { stopOfIntake } from '../shell/web/unsaved-stop.ts';
import { showCalendar } from './calendar.ts';
import { doFresh, type Records, showFresh } from './fresh.ts';

export const makeHandler = (app: Records) => {
  const site: Site = new Hono();
  site.get('/fresh/:token', (c) => showFresh(app, c));
  site.post('/fresh/:token', (c) => doFresh(app, c));
  site.get('/cal/:token', (c) => showCalendar(app, c));
  return lambda(app, site, stopOfIntake);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('records', process.env, overrides));
export const handler = create();
