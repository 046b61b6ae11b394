/**
 * What belongs to the training itself (docs/contract.md §2): a session, a lesson, and the two optional pages.
 * Opening any of them stores nothing.
 */
import { Hono } from 'hono';
import { makeApp, type Overrides } from '../shell/app.ts';
import { lambda, type Site } from '../shell/web/http.ts';
import { postRunning, showRunning } from './about-running.ts';
import { showLesson } from './lesson.ts';
import type { Telling } from './may-tell.ts';
import { postSession, showSession } from './session.ts';
import { postShoes, showShoes } from './shoes.ts';

export const makeHandler = (app: Telling) => {
  const site: Site = new Hono();
  site.get('/running/:token', (c) => showRunning(app, c));
  site.post('/running/:token', (c) => postRunning(app, c));
  site.get('/shoes/:token', (c) => showShoes(app, c));
  site.post('/shoes/:token', (c) => postShoes(app, c));
  site.get('/x/:token', (c) => showSession(app, c));
  site.get('/x/:token/:session', (c) => showSession(app, c));
  site.post('/x/:token', (c) => postSession(app, c));
  site.post('/x/:token/:session', (c) => postSession(app, c));
  site.get('/l/:id', (c) => showLesson(app, c));
  return lambda(app, site);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('running', process.env, overrides));
export const handler = create();
