/**
 * A person's own data behind a fresh link: shown, handed over, erased. Each is one look at one partition
 * (docs/architecture.md §6).
 */
import type { Context } from 'hono';
import type { Person } from '../../program/participant/state.ts';
import { exportOf, exportRows } from '../../views/export/export.ts';
import { historyOf } from '../../views/export/history.ts';
import { historyPage } from '../../web/pages/own/history.ts';
import { requestDonePage } from '../../web/pages/own/requested.ts';
import { act } from '../shell/act.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { csvOf } from './csv.ts';

type Records = App<'records'>;

export async function showHistory(app: Records, c: Context, { id }: Person): Promise<Response> {
  const held = await app.store.everything(id);
  if (held === null || held.participant.status === 'erased') return deadLink(app, c);
  const { participant, journal, mails } = held;
  const links = await pageLinks(app, c);
  const view = {
    entries: historyOf(participant, journal, mails, app.curriculum),
    meUrl: links.me(participant, app.clock.now()),
  };
  return c.html(historyPage(pageFrame(app, participant.country), view));
}

const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

export async function sendExport(
  app: Records,
  c: Context,
  { id }: Person,
  format: keyof typeof TYPES,
): Promise<Response> {
  const held = await app.store.everything(id);
  if (held === null || held.participant.status === 'erased') return deadLink(app, c);
  const file = exportOf({ ...held, participant: held.participant }, app.clock.now());
  const body = format === 'csv' ? csvOf(exportRows(file)) : `${JSON.stringify(file, null, 2)}\n`;
  return c.body(body, 200, {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="my-data.${format}"`,
  });
}

/** Pressed twice, the second press finds nobody: the same dead link as for everybody. */
export async function eraseAll(app: Records, c: Context, { id, country }: Person): Promise<Response> {
  await act(app, { id }, { type: 'Erase' }, 'erase');
  return c.html(requestDonePage(pageFrame(app, country), 'erase'));
}
