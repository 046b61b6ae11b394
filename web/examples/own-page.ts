/** Named examples of the person's own page, of what is asked for there and of leaving. */
import type { RequestedPage } from '../../program/explain/page-views.ts';
import { historyPage } from '../pages/history.ts';
import { mePage } from '../pages/me.ts';
import { requestDonePage, requestedPage } from '../pages/requested.ts';
import { unsubscribePage } from '../pages/unsubscribe.ts';
import { FRAME, HISTORY, ME, PANEL, type PageExample } from './data.ts';

const requested = (what: RequestedPage['what'], more: Partial<RequestedPage> = {}): PageExample => ({
  page: 'requested',
  name: `asked for: ${what}${more.errors === undefined ? '' : ', errors'}`,
  html: requestedPage(FRAME, { action: '/fresh/example', what, email: 'ann.with.a.long.name@mail.riverside.example.org', errors: [], ...more }),
});
export const OWN_PAGE: readonly PageExample[] = [
  { page: 'me', name: 'me', html: mePage(FRAME, ME) },
  {
    page: 'me',
    name: 'me, settings saved, easier',
    html: mePage(FRAME, { ...ME, notice: 'Saved. Your next plan comes on Tuesday at 08:00.', choice: 'easier' }),
  },
  {
    page: 'me',
    name: 'me, errors',
    html: mePage(FRAME, {
      ...ME,
      values: { until: '2030-01-01', timeZone: 'Mars/Base' },
      errors: [
        { field: 'until', message: 'Please choose a day from 2026-03-03 to 2026-04-26.' },
        { field: 'timeZone', message: 'We do not know this zone.' },
      ],
    }),
  },
  {
    page: 'me',
    name: 'me, paused',
    html: mePage(FRAME, {
      ...ME,
      status: 'paused',
      worseUrl: null,
      pausedUntil: '2026-04-01',
      plan: null,
      reasons: [],
      changes: [],
      checkInUrl: null,
      nextPlanOn: null,
    }),
  },
  {
    page: 'me',
    name: 'me, stopped',
    html: mePage(FRAME, { ...ME, status: 'stopped', safety: PANEL, checkInUrl: null, nextPlanOn: null, worseUrl: null, canReturn: true }),
  },
  {
    page: 'me',
    name: 'me, completed',
    html: mePage(FRAME, { ...ME, status: 'completed', plan: null, checkInUrl: null, nextPlanOn: null, choice: null, worseUrl: null }),
  },
  {
    page: 'me',
    name: 'me, stopped, link asked for',
    html: mePage(FRAME, {
      ...ME,
      status: 'stopped',
      safety: PANEL,
      plan: null,
      checkInUrl: null,
      nextPlanOn: null,
      worseUrl: null,
      canReturn: true,
      notice: 'A link is on its way to your address. It works for 15 minutes.',
    }),
  },
  { page: 'me', name: 'me, held by a cap, may say that the leg was seen', html: mePage(FRAME, { ...ME, canReturn: true }) },
  {
    page: 'me',
    name: 'me, an address that is none',
    html: mePage(FRAME, {
      ...ME,
      values: { email: 'ann@' },
      errors: [{ field: 'email', message: '“ann@” does not look like an email address. An example: name@example.org' }],
    }),
  },
  { page: 'unsubscribe', name: 'unsubscribe', html: unsubscribePage(FRAME, { action: '/u/example', done: false, erasedOn: null, safety: null }) },
  {
    page: 'unsubscribe',
    name: 'unsubscribe, stopped',
    html: unsubscribePage(FRAME, { action: '/u/example', done: false, erasedOn: null, safety: PANEL }),
  },
  { page: 'unsubscribe', name: 'left, stopped', html: unsubscribePage(FRAME, { action: '/u/example', done: true, erasedOn: null, safety: PANEL }) },
  {
    page: 'unsubscribe',
    name: 'left, consent taken back',
    html: unsubscribePage(FRAME, { action: '/u/example', done: true, erasedOn: 'Monday 16 March', safety: null }),
  },
  { page: 'me', name: 'me, agreed to research', html: mePage(FRAME, { ...ME, research: true }) },
  { page: 'unsubscribe', name: 'left', html: unsubscribePage(FRAME, { action: '/u/example', done: true, erasedOn: null, safety: null }) },

  ...(['history', 'export', 'erase', 'address', 'newAddress'] as const).map((what) => requested(what)),
  requested('erase', { errors: [{ field: '', message: 'The form carried a field we do not know.' }] }),
  ...(['erase', 'address', 'newAddress', 'taken'] as const).map((what) => ({
    page: 'requested',
    name: `done: ${what}`,
    html: requestDonePage(FRAME, what),
  })),
  { page: 'history', name: 'history', html: historyPage(FRAME, HISTORY) },
];
