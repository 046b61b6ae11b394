/**
 * The links that a page hands on (docs/architecture.md §9.1). None outlives the link that opened the page:
 * else a mail that was forwarded once would renew itself for ever.
 */
import type { Context } from 'hono';
import type { WebApp } from './http.ts';
import type { Links } from './links.ts';

/**
 * A press on these pages proves the mailbox, for their link was mailed a short while ago: the time begins
 * anew.
 */
const PROVES = /^\/(?:confirm|fresh)\//;

/** Links for the page at the path of `c`, whose token was opened. */
export function pageLinks(app: WebApp, c: Context): Promise<Links> {
  const anew = c.req.method === 'POST' && PROVES.test(c.req.path);
  return anew ? app.links(null) : linksWithin(app, c.req.param('token') ?? '');
}

async function linksWithin(app: WebApp, token: string): Promise<Links> {
  return app.links((await app.tokens()).endOf(token));
}
