/**
 * The door of everything that needs a fresh proof of the address (docs/contract.md §2, `/fresh`): which
 * request a link opens, and what it does.
 */
import type { Context } from 'hono';
import { openFresh } from '../../program/account/fresh-link.ts';
import { mayReturn } from '../../program/account/return-after-stop.ts';
import type { Person } from '../../program/participant/state.ts';
import type { FieldError } from '../../views/page/page-views.ts';
import { unknownFields } from '../../web/forms/form-values.ts';
import { requestDonePage, requestedPage } from '../../web/pages/own/requested.ts';
import type { App } from '../shell/app.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { askNewAddress, takeNewAddress } from './address.ts';
import { comingBackPage, doComeBack, type Returning } from './coming-back.ts';
import { eraseAll, sendExport, showHistory } from './own-data.ts';

export type Records = App<'records'>;

/**
 * What a living link opens: the request it was sent for, or the change of address it has agreed to already.
 */
type Opened =
  | { readonly what: 'return'; readonly person: Returning }
  | { readonly what: 'agreed'; readonly person: Person }
  | { readonly what: 'history' | 'export' | 'erase'; readonly person: Person }
  | { readonly what: 'address' | 'newAddress'; readonly person: Person; readonly email: string };

/**
 * Null for every dead link: older than a quarter of an hour, replaced by a newer request, used up by what it
 * did.
 */
async function opened(app: Records, c: Context): Promise<Opened | null> {
  const link = await openLink(app, c.req.param('token') ?? '', 'fresh');
  if (!link.ok) return null;
  const { participant: person, week: number } = link.value;
  const request = openFresh(person, app.clock.now());
  if (request === null) return null;
  if (request.what === 'newAddress' && request.of === number) return { what: 'agreed', person };
  if ((request.n ?? 0) !== number) return null;
  const { what, email } = request;
  if (what === 'return') return mayReturn(person) ? { what, person } : null;
  if (what !== 'address' && what !== 'newAddress') return { what, person };
  return email === undefined ? null : { what, person, email };
}

const askPage = (
  app: Records,
  c: Context,
  open: Exclude<Opened, { what: 'return' | 'agreed' }>,
  errors: readonly FieldError[],
) => {
  const view = { action: c.req.path, what: open.what, email: 'email' in open ? open.email : null, errors };
  return c.html(requestedPage(pageFrame(app, open.person.country), view), errors.length === 0 ? 200 : 422);
};
const agreedPage = (app: Records, c: Context, person: Person) =>
  c.html(requestDonePage(pageFrame(app, person.country), 'address'));

export async function showFresh(app: Records, c: Context): Promise<Response> {
  const open = await opened(app, c);
  if (open === null) return deadLink(app, c);
  if (open.what === 'return') return comingBackPage(app, c, open.person, { values: {}, errors: [] });
  return open.what === 'agreed' ? agreedPage(app, c, open.person) : askPage(app, c, open, []);
}

export async function doFresh(app: Records, c: Context): Promise<Response> {
  const form = await formOf(c);
  const open = await opened(app, c);
  if (open === null) return deadLink(app, c);
  if (open.what === 'return') return doComeBack(app, c, open.person, form);
  if (open.what === 'agreed') return agreedPage(app, c, open.person);
  const unknown = unknownFields(form, open.what === 'export' ? ['format'] : []);
  if (unknown !== null) return askPage(app, c, open, [unknown]);
  switch (open.what) {
    case 'history':
      return showHistory(app, c, open.person);
    case 'export':
      return sendExport(app, c, open.person, form['format'] === 'csv' ? 'csv' : 'json');
    case 'erase':
      return eraseAll(app, c, open.person);
    case 'address':
      return askNewAddress(app, c, open.person, open.email);
    case 'newAddress':
      return takeNewAddress(app, c, open.person, open.email);
  }
}
