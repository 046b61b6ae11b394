/** What the pages of a session and of a lesson show. */
import type { CheckInPage } from '../../views/page/page-views.ts';
import type { SessionPage } from '../../views/page/session-page.ts';
import { checkInPage } from '../pages/check-in/check-in.ts';
import { lessonPage } from '../pages/public/lesson.ts';
import { closedSessionsPage, restPage } from '../pages/session/after-session.ts';
import { sessionPage } from '../pages/session/session.ts';
import { CHECK_IN, type PageDraft, PLAN } from './data.ts';
import { STRIP } from './week.ts';

const SESSION: SessionPage = {
  action: '/x/example/s2',
  week: 4,
  id: 's2',
  kind: 'strength',
  title: 'Calf strength',
  lead: 'Three easy minutes of moving first. Above 5, or at a sharp or sudden pain: stop.',
  on: 'Wednesday 8 April',
  isToday: true,
  minutes: 'about 35 minutes',
  side: 'left',
  exercises: PLAN.strength,
  run: [],
  short: { label: 'A bad day?', text: 'Two sets of the first exercise count as having shown up.' },
  resting: null,
  strip: STRIP,
  saved: [],
  values: {},
  errors: [],
  asksRun: false,
  before: 'Monday’s calf strength',
  moves: [{ value: '2026-04-09', label: 'Thursday 9 April' }],
  next: null,
  worseUrl: '/w/example',
  meUrl: '/me/example',
  painRule: ['0 to 3: carry on.', '4 to 5: ease off.', '6 or more: stop that session.'],
};
const RUN: SessionPage = {
  ...SESSION,
  action: '/x/example/r2',
  id: 'r2',
  kind: 'run',
  title: 'Your run',
  exercises: PLAN.warmUp === null ? [] : [PLAN.warmUp],
  run: ['3 sessions: 1 minute of easy jogging, 4 minutes of walking, 6 times.'],
  short: null,
  side: 'right',
  asksRun: true,
};

/** Three sessions saved, the worst of them at 2; one test is due. */
const LOGGED: CheckInPage = {
  ...CHECK_IN,
  values: { sessionsDone: '3', longestRunMinutes: '6', painWorst: '2' },
  fromLog: {
    notes: {
      sessionsDone: 'From your log: 3 of 3.',
      longestRunMinutes: 'From your log: 6.',
      painWorst: 'From your log: 2. Choose more if it was more.',
    },
    rows: [
      { field: 'sessionsDone', title: 'Strength sessions', value: '3 of 3' },
      { field: 'longestRunMinutes', title: 'Longest run', value: '6 min' },
      { field: 'painWorst', title: 'Worst pain', value: '2, or more?' },
    ],
    sessionUrl: '/x/example',
  },
};

export const TRAINING: readonly PageDraft[] = [
  {
    page: 'check-in',
    name: 'check-in, filled from the log',
    html: (frame) => checkInPage(frame, LOGGED),
  },
  {
    page: 'check-in',
    name: 'check-in, filled from the log, a test due, errors',
    html: (frame) =>
      checkInPage(frame, {
        ...LOGGED,
        due: ['gateStrength'],
        strengthTest: PLAN.gates[0]?.test ?? null,
        values: { ...LOGGED.values, longestRunMinutes: '4,5' },
        errors: [{ field: 'longestRunMinutes', message: 'Please give the minutes, 0 for no run.' }],
      }),
  },
  { page: 'session', name: 'session, strength', html: (frame) => sessionPage(frame, SESSION) },
  {
    page: 'session',
    name: 'session, run, saved and replaced',
    html: (frame) =>
      sessionPage(frame, {
        ...RUN,
        isToday: false,
        saved: ['Did it, pain 2, 6 minutes of running.', 'Before that it said: Skipped.'],
        values: { result: 'done', pain: '2', runMinutes: '6', before: 'calm' },
        next: { href: '#main', label: 'Calf strength' },
      }),
  },
  {
    page: 'session',
    name: 'session, errors, resting, no day left',
    html: (frame) =>
      sessionPage(frame, {
        ...RUN,
        on: null,
        before: null,
        resting: 'The calf rests until Friday 10 April. No running and no calf loading before that day.',
        values: { runMinutes: '6oo', moveTo: '2026-04-07' },
        errors: [
          { field: 'result', message: 'Please choose whether you did it, did a part or skipped it.' },
          { field: 'runMinutes', message: 'Please give a whole number from 0 to 600, in digits.' },
          { field: 'moveTo', message: 'Then two runs would stand on two days running.' },
        ],
      }),
  },
  {
    page: 'after-session',
    name: 'after a session, stop for today',
    html: (frame) => restPage(frame, { worseUrl: '/w/example', back: '/x/example/s2' }),
  },
  {
    page: 'after-session',
    name: 'after a session, an earlier week',
    html: (frame) =>
      closedSessionsPage(frame, {
        week: 3,
        lines: ['Calf strength: Did it, pain 1.'],
        currentUrl: '/x/newer',
        meUrl: '/me/example',
      }),
  },
  {
    page: 'lesson',
    name: 'lesson',
    html: (frame) =>
      lessonPage(frame, {
        id: 'LES-01',
        title: 'What your calf does',
        body: [
          { kind: 'paragraph', text: 'Your calves are at work in every part of a step.' },
          { kind: 'list', items: ['during a run', 'back home'] },
        ],
        painkiller: [{ kind: 'paragraph', text: 'Not shown here.' }],
        action: 'Write one sentence.',
      }),
  },
];
