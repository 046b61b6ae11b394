/** Named examples of the person's own page, of what is asked for there and of leaving. */
import type { PageFrame, RequestedPage, SummaryPage } from '../../views/page/page-views.ts';
import { historyPage } from '../pages/own/history.ts';
import { mePage } from '../pages/own/me.ts';
import { requestDonePage, requestedPage } from '../pages/own/requested.ts';
import { summaryPage } from '../pages/own/summary.ts';
import { unsubscribePage } from '../pages/own/unsubscribe.ts';
import { HISTORY, ME, PANEL, type PageDraft } from './data.ts';

const requested = (what: RequestedPage['what'], more: Partial<RequestedPage> = {}): PageDraft => ({
  page: 'requested',
  name: `asked for: ${what}${more.errors === undefined ? '' : ', errors'}`,
  html: (frame) =>
    requestedPage(frame, {
      action: '/fresh/example',
      what,
      email: 'ann.with.a.long.name@mail.riverside.example.org',
      errors: [],
      ...more,
    }),
});
/**
 * As full as it gets: every week the sheet holds, each with a long answer, and everything that was stopped.
 */
const SUMMARY: SummaryPage = {
  on: '2026-07-20',
  status: 'stopped',
  startedOn: '2026-03-02',
  position: [
    'Week 19 of the programme.',
    'Strength: Level 4 · Single leg, slow (of 7; began at 2).',
    'Running: stage R3, 5 × (3 min jog, 2 min walk) (began at R0).',
    'Feet: Standing work.',
  ],
  about: {
    intent: 'pain',
    side: 'left',
    site: 'upper',
    ageBand: '40-49',
    runsNow: 'reduced',
    strainLast12m: '1',
    painAverage: 5,
    painWorst: 7,
    suddenOnset: '2026-02-20',
    psfs: 3,
  },
  weeks: Array.from({ length: 14 }, (_, n) => ({
    week: n + 6,
    average: n === 5 ? null : n % 11,
    worst: n === 5 ? null : Math.min(10, (n % 11) + 1),
    rest:
      n === 5
        ? ''
        : `settled, 3/3 sessions, run 25 min, test: strength passed, running passed${n % 4 === 0 ? ', heel raises 13 sore leg, 20 other, own activity 6 of 10, change since the start +2 (-5 to +5)' : ''}`,
    decided: n === 5 ? 'no answer; LV4, R3: stayed' : 'LV4, R3: a step up',
  })),
  weeksLeftOut: 5,
  happenings: [
    { on: '2026-04-02', what: 'Told us that the calf got worse: rest, then a step easier.' },
    {
      on: '2026-05-10',
      what: 'All calf exercises and running stopped. Answer: pain that wakes you at night.',
    },
    { on: '2026-05-20', what: 'Came back; seen by a doctor on 2026-05-19.' },
    { on: '2026-06-11', what: 'Told us that the calf got worse: rest, then a step easier.' },
    {
      on: '2026-07-19',
      what: 'All calf exercises and running stopped. Answer: you felt or heard a pop in the calf; one leg is swollen, red or hot.',
    },
  ],
  meUrl: '/me/example',
};
export const OWN_PAGE: readonly PageDraft[] = [
  { page: 'me', name: 'me', html: (frame) => mePage(frame, ME) },
  {
    page: 'me',
    name: 'me, their own running, nothing counted, no race',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        progress: {
          ...ME.progress,
          ladders: ME.progress.ladders.slice(0, 1),
          ownRunning: 'your own runs, 33 min at the longest',
          raises: null,
          race: null,
        },
      }),
  },
  {
    page: 'me',
    name: 'me, settings saved, easier',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        notice: 'Saved. Your next plan comes on Tuesday at 08:00.',
        choice: 'easier',
      }),
  },
  {
    page: 'me',
    name: 'me, errors',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        values: { until: '2030-01-01', timeZone: 'Mars/Base' },
        errors: [
          { field: 'until', message: 'Please choose a day from Tuesday 3 March to Sunday 26 April.' },
          { field: 'timeZone', message: 'We do not know this zone.' },
        ],
      }),
  },
  {
    page: 'me',
    name: 'me, paused',
    html: (frame) =>
      mePage(frame, {
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
    name: 'me, mails came back',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        status: 'paused',
        mailsCameBack: true,
        worseUrl: null,
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
    html: (frame) =>
      mePage(frame, {
        ...ME,
        status: 'stopped',
        safety: PANEL,
        checkInUrl: null,
        nextPlanOn: null,
        worseUrl: null,
        canReturn: true,
      }),
  },
  {
    page: 'me',
    name: 'me, completed',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        status: 'completed',
        plan: null,
        checkInUrl: null,
        nextPlanOn: null,
        choice: null,
        worseUrl: null,
      }),
  },
  {
    page: 'me',
    name: 'me, stopped, link asked for',
    html: (frame) =>
      mePage(frame, {
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
  {
    page: 'me',
    name: 'me, held by a cap, may say that the leg was seen',
    html: (frame) => mePage(frame, { ...ME, canReturn: true }),
  },
  {
    page: 'me',
    name: 'me, an address that is none',
    html: (frame) =>
      mePage(frame, {
        ...ME,
        values: { email: 'ann@' },
        errors: [
          {
            field: 'email',
            message: '“ann@” does not look like an email address. An example: name@example.org',
          },
        ],
      }),
  },
  {
    page: 'unsubscribe',
    name: 'unsubscribe',
    html: (frame) =>
      unsubscribePage(frame, { action: '/u/example', done: false, erasedOn: null, safety: null }),
  },
  {
    page: 'unsubscribe',
    name: 'unsubscribe, stopped',
    html: (frame) =>
      unsubscribePage(frame, { action: '/u/example', done: false, erasedOn: null, safety: PANEL }),
  },
  {
    page: 'unsubscribe',
    name: 'left, stopped',
    html: (frame) =>
      unsubscribePage(frame, { action: '/u/example', done: true, erasedOn: null, safety: PANEL }),
  },
  {
    page: 'unsubscribe',
    name: 'left, consent taken back',
    html: (frame) =>
      unsubscribePage(frame, {
        action: '/u/example',
        done: true,
        erasedOn: 'Monday 16 March',
        safety: null,
      }),
  },
  {
    page: 'me',
    name: 'me, opened by the operator',
    html: (frame) =>
      mePage(frame, { ...ME, looks: [{ on: 'Monday 2 March', reason: 'You rang about a missing mail' }] }),
  },
  { page: 'me', name: 'me, agreed to research', html: (frame) => mePage(frame, { ...ME, research: true }) },
  {
    page: 'unsubscribe',
    name: 'left',
    html: (frame) =>
      unsubscribePage(frame, { action: '/u/example', done: true, erasedOn: null, safety: null }),
  },

  ...(['history', 'export', 'erase', 'address', 'newAddress'] as const).map((what) => requested(what)),
  requested('erase', { errors: [{ field: '', message: 'The form carried a field we do not know.' }] }),
  ...(['erase', 'address', 'newAddress', 'taken'] as const).map((what) => ({
    page: 'requested',
    name: `done: ${what}`,
    html: (frame: PageFrame) => requestDonePage(frame, what),
  })),
  { page: 'summary', name: 'summary, as full as it gets', html: (frame) => summaryPage(frame, SUMMARY) },
  {
    page: 'summary',
    name: 'summary, stopped at the first questions',
    html: (frame) =>
      summaryPage(
        {
          ...frame,
          operator: { ...frame.operator, referral: 'Book at the clinic: ask for the running team.' },
        },
        {
          ...SUMMARY,
          about: null,
          startedOn: null,
          position: [],
          weeks: [],
          weeksLeftOut: 0,
          happenings: SUMMARY.happenings.slice(-1),
        },
      ),
  },
  { page: 'history', name: 'history', html: (frame) => historyPage(frame, HISTORY) },
];
