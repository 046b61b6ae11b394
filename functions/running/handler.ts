/**
 * The two optional pages (docs/contract.md §2, `/running` and `/shoes`). Opening one shows what was told
 * before and stores nothing.
 */
import { Hono } from 'hono';
import { makeApp, type Overrides } from '../shell/app.ts';
import { lambda, type Site } from '../shell/web/http.ts';
import { postRunning, showRunning } from './about-running.ts';
import type { Telling } from './may-tell.ts';
import { postShoes, showShoes } from './shoes.ts';

export const makeHandler = (app: Telling) => {
  const site: Site = new Hono();
  site.get('/running/:token', (c) => showRunning(app, c));
  site.post('/running/:token', (c) => postRunning(app, c));
  site.get('/shoes/:token', (c) => showShoes(app, c));
  site.post('/shoes/:token', (c) => postShoes(app, c));
  return lambda(app, site);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('running', process.env, overrides));
export const handler = create();
