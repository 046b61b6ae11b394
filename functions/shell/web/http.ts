/**
 * The edge of the web functions: API Gateway events to Hono and back, limits, security headers, and one page
 * for every dead link. GET, HEAD and OPTIONS change nothing (docs/architecture.md §9): HEAD is answered by
 * the GET page, OPTIONS by an empty 204.
 */
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context as LambdaContext,
} from 'aws-lambda';
import { type Context, Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { NOTICES } from '../../../views/words/notices.ts';
import { type FormValues, parseForm } from '../../../web/forms/form-values.ts';
import { pageHeaders } from '../../../web/headers.ts';
import { deadLinkPage } from '../../../web/pages/public/dead-link.ts';
import { noticePage } from '../../../web/pages/public/message.ts';
import type { App } from '../app.ts';
import type { FunctionName } from '../env.ts';
import { isBusy } from '../execute.ts';
import type { Clock } from '../ports.ts';
import { pageFrame } from './page-frame.ts';
import { type StopOf, unsavedStop } from './unsaved-stop.ts';

/** docs/contract.md §2: 413 above this. */
export const MAX_FORM_BYTES = 16 * 1024;
const PAGE_TYPE = 'text/html';
const FORM_TYPE = 'application/x-www-form-urlencoded';

type WebFunction = Extract<FunctionName, 'signup' | 'enrol' | 'check-in' | 'account' | 'records' | 'running'>;
export type WebApp = App<WebFunction>;
export type Site = Hono;
type Answering = (
  event: APIGatewayProxyEventV2,
  context?: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>;
export interface WebHandler extends Answering {
  /** What the site answers, `GET /me/:token` and the like: for a test that walks every route. */
  readonly routes: readonly string[];
}

/** A form we cannot take: too large or of the wrong type. Turned into its page by `lambda`. */
class BadForm extends Error {
  readonly status: 413 | 415;
  constructor(status: 413 | 415) {
    super(`form ${status}`);
    this.status = status;
  }
}

/**
 * The posted form. Throws `BadForm` above 16 KB or for another content type than a form's; an empty body is
 * an empty form.
 */
export async function formOf(c: Context): Promise<FormValues> {
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (body.byteLength > MAX_FORM_BYTES) throw new BadForm(413);
  if (body.byteLength === 0) return {};
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== FORM_TYPE) throw new BadForm(415);
  return parseForm(new TextDecoder().decode(body));
}

/** The address the request came from, as API Gateway saw it; never taken from a header. */
export function sourceIp(c: Context): string {
  const event = (c.env as { event?: APIGatewayProxyEventV2 } | undefined)?.event;
  return event?.requestContext.http.sourceIp ?? '0.0.0.0';
}

/** One page, the same bytes, for forged, foreign, expired, revoked and erased links (docs/contract.md §2). */
export const deadLink = (app: WebApp, c: Context): Response | Promise<Response> =>
  c.html(deadLinkPage(pageFrame(app)), 404);

const ERRORS = {
  413: NOTICES.tooLarge,
  415: NOTICES.unreadable,
  500: NOTICES.failed,
  503: NOTICES.busy,
} as const;

/** Pages that are the same for everybody. */
const OPEN_PAGES: ReadonlySet<string> = new Set(['/', '/safety', '/privacy', '/signup', '/signup/sent']);
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * A page that has not come by then is given up, while there is time left to answer: a table that hangs must
 * not keep a stop text from anybody (docs/architecture.md §11.2).
 */
export const PAGE_LIMIT_MS = 7_000;

async function within<T>(clock: Clock, work: Promise<T>): Promise<T> {
  let callOff = (): void => undefined;
  const late = new Promise<never>((_, refuse) => {
    callOff = clock.timer(PAGE_LIMIT_MS, () => refuse(new Error(`no page within ${PAGE_LIMIT_MS} ms`)));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    callOff();
  }
}

/**
 * A Lambda handler of a site, with security headers on every answer and a page for every error. `stopOf` =
 * how to read a stop sign from a form that could not be saved, where the site takes such forms.
 */
export function lambda(app: WebApp, site: Site, stopOf?: StopOf): WebHandler {
  const outer = new Hono();
  outer.use('*', async (c, next) => {
    await next();
    // Whatever came of a form or went wrong is for one person alone, wherever it happened.
    const open = OPEN_PAGES.has(c.req.path) && SAFE_METHODS.has(c.req.method) && c.res.status === 200;
    // A file says itself what it is and how long it may be kept; a page does not.
    const isFile = !(c.res.headers.get('content-type') ?? PAGE_TYPE).startsWith(PAGE_TYPE);
    for (const [name, value] of Object.entries(pageHeaders(open ? 'public' : 'private')))
      if (!isFile || !c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  outer.use('*', (_, next) => within(app.clock, next()));
  outer.options('*', (c) => c.body(null, 204));
  outer.route('/', site);
  outer.notFound((c) => deadLink(app, c));
  outer.onError(async (error, c) => {
    const status = error instanceof BadForm ? error.status : isBusy(error) ? 503 : 500;
    if (status === 500) app.log.error('request-failed', { route: routeOf(c), error: error.message });
    const unsaved =
      stopOf !== undefined && (status === 500 || status === 503) && c.req.method === 'POST'
        ? await unsavedStop(app, c, { form: await formOf(c), stopOf, status })
        : null;
    return unsaved ?? c.html(noticePage(pageFrame(app), ERRORS[status], '/safety'), status);
  });
  // The adapter of Hono is typed for several event shapes; ours is always the HTTP API's version 2.
  const handler = handle(outer) as unknown as Answering;
  const answer: Answering = async (event, context) => {
    const begun = app.clock.monotonic();
    const result = await handler(event, context);
    app.log.info('request', {
      route: event.routeKey,
      status: result.statusCode ?? 0,
      ms: Math.round(app.clock.monotonic() - begun),
    });
    return result;
  };
  return Object.assign(answer, { routes: site.routes.map(({ method, path }) => `${method} ${path}`) });
}

/** The first segment only: the rest of a path is a token. */
const routeOf = (c: Context): string => `/${c.req.path.split('/')[1] ?? ''}`;
