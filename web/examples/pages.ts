/** Named examples of every page: for the gallery, the accessibility checks and the eyes. */
import { NOTICES } from '../../views/words/notices.ts';
import type { PageWords } from '../../views/words/page-words.ts';
import { COUNTRY_CHOICES } from '../countries.ts';
import { checkInPage } from '../pages/check-in/check-in.ts';
import { donePage } from '../pages/check-in/done.ts';
import { flaredPage } from '../pages/check-in/flared.ts';
import { listPage } from '../pages/check-in/list.ts';
import { weekClosedPage } from '../pages/check-in/week-closed.ts';
import { worsePage } from '../pages/check-in/worse.ts';
import { freshPage } from '../pages/intake/fresh.ts';
import { stoppedPage } from '../pages/intake/stopped.ts';
import { confirmPage } from '../pages/public/confirm.ts';
import { deadLinkPage } from '../pages/public/dead-link.ts';
import { noticePage } from '../pages/public/message.ts';
import { privacyPage } from '../pages/public/privacy.ts';
import { safetyPage } from '../pages/public/safety.ts';
import { signupPage } from '../pages/public/signup.ts';
import { signupSentPage } from '../pages/public/signup-sent.ts';
import { unsavedStopPage } from '../pages/public/unsaved-stop.ts';
import {
  CHECK_IN,
  DONE,
  EVERYTHING_DUE,
  exampleFrame,
  FLARED,
  FRESH,
  NUMBERS,
  PANEL,
  type PageDraft,
  type PageExample,
  PLAN,
  WORSE,
} from './data.ts';
import { FRONT } from './front.ts';
import { INTAKE } from './intake.ts';
import { OWN_PAGE } from './own-page.ts';
import { PROGRAMME_PAGES } from './programme.ts';
import { OPTIONAL } from './running.ts';
import { TRAINING } from './session.ts';

export type { PageExample } from './data.ts';

const PUBLIC: readonly PageDraft[] = [
  ...FRONT,
  {
    page: 'signup',
    name: 'sign-up',
    html: (frame) => signupPage(frame, { values: { country: 'DE' }, errors: [], countries: COUNTRY_CHOICES }),
  },
  {
    page: 'signup',
    name: 'sign-up, errors',
    html: (frame) =>
      signupPage(frame, {
        values: { email: 'ann@', firstName: 'Ann', country: 'DE' },
        errors: [
          { field: '', message: 'The form carried a field we do not know.' },
          { field: 'email', message: '“ann@” does not look like an email address.' },
          { field: 'country', message: 'Please choose your country.' },
          { field: 'adult', message: 'Please tick that you are 18 or older.' },
        ],
        countries: COUNTRY_CHOICES,
      }),
  },
  { page: 'signup-sent', name: 'check your inbox', html: (frame) => signupSentPage(frame) },
  {
    page: 'safety',
    name: 'safety',
    html: (frame) =>
      safetyPage(frame, {
        countries: [
          NUMBERS,
          { country: 'United Kingdom', emergency: '999', urgent: 'Call NHS 111 or go to 111.nhs.uk.' },
          {
            country: 'Elsewhere',
            emergency: 'your local emergency number',
            urgent: 'Your doctor’s out-of-hours line.',
          },
        ],
      }),
  },
  {
    page: 'privacy',
    name: 'privacy',
    html: (frame) => privacyPage(frame, { retentionDays: 365, region: 'Frankfurt (eu-central-1)' }),
  },
  ...PROGRAMME_PAGES,
  { page: 'dead-link', name: 'dead link', html: (frame) => deadLinkPage(frame) },
  {
    page: 'message',
    name: 'message',
    html: (frame) => noticePage(frame, NOTICES.failed, '/safety'),
  },
];

const ENROL: readonly PageDraft[] = [
  {
    page: 'confirm',
    name: 'confirm',
    html: (frame) => confirmPage(frame, { action: '/confirm/example', errors: [] }),
  },
  ...INTAKE,
  { page: 'stopped', name: 'stopped at the intake', html: (frame) => stoppedPage(frame, { safety: PANEL }) },
  {
    page: 'unsaved-stop',
    name: 'a stop sign that could not be saved',
    html: (frame) =>
      unsavedStopPage(frame, {
        safety: PANEL,
        action: '/c/example',
        form: { painAverage: '2', redFlags: ['swelling'] },
      }),
  },
  {
    page: 'stopped',
    name: 'emergency',
    html: (frame) =>
      stoppedPage(frame, {
        safety: { ...PANEL, route: 'emergency', headline: 'Call 112 now', tell: [] },
      }),
  },
];

const COURSE: readonly PageDraft[] = [
  { page: 'check-in', name: 'check-in', html: (frame) => checkInPage(frame, CHECK_IN) },
  {
    page: 'check-in',
    name: 'check-in, 3 tapped',
    html: (frame) => checkInPage(frame, { ...CHECK_IN, selected: 3 }),
  },
  {
    page: 'check-in',
    name: 'check-in, 8 tapped',
    html: (frame) => checkInPage(frame, { ...CHECK_IN, selected: 8, plannedRunMinutes: 0 }),
  },
  {
    page: 'check-in',
    name: 'check-in, all due, answered, errors',
    html: (frame) =>
      checkInPage(frame, {
        ...CHECK_IN,
        answered: true,
        due: EVERYTHING_DUE,
        strengthTest: PLAN.gates[0]?.test ?? null,
        runTest: PLAN.gates[1]?.test ?? null,
        values: {
          painAverage: '2',
          painWorst: '3',
          longestRunMinutes: '4,5',
          note: 'new shoes',
          redFlags: 'none',
        },
        errors: [
          { field: 'longestRunMinutes', message: 'Please give a whole number.' },
          { field: 'note', message: 'Please keep this short.' },
        ],
      }),
  },
  { page: 'done', name: 'done, progress', html: (frame) => donePage(frame, DONE) },
  {
    page: 'done',
    name: 'done, one number only, worst 6',
    html: (frame) =>
      donePage(frame, {
        ...DONE,
        missing: ['how the next morning was', 'sessions done'],
        askWorstWhen: true,
        physio: true,
        choice: 'repeat',
      }),
  },
  { page: 'done', name: 'done, stopped', html: (frame) => donePage(frame, { ...DONE, safety: PANEL }) },
  {
    page: 'week-closed',
    name: 'week closed',
    html: (frame) => weekClosedPage(frame, { week: 3, currentUrl: '/c/newer', meUrl: '/me/example' }),
  },
  {
    page: 'week-closed',
    name: 'week closed, none open',
    html: (frame) => weekClosedPage(frame, { week: 3, currentUrl: null, meUrl: '/me/example' }),
  },
  { page: 'worse', name: 'worse', html: (frame) => worsePage(frame, WORSE) },
  {
    page: 'worse',
    name: 'worse, stop sign ticked, number missing',
    html: (frame) =>
      worsePage(frame, {
        ...WORSE,
        values: { redFlags: ['swelling'], sudden: 'yes', when: 'running' },
        errors: [
          { field: 'painNow', message: 'Please choose a number from 0 to 10 for how sore it is now.' },
        ],
      }),
  },
  { page: 'flared', name: 'flared', html: (frame) => flaredPage(frame, FLARED) },
  {
    page: 'flared',
    name: 'flared twice, nothing more to ease',
    html: (frame) => flaredPage(frame, { ...FLARED, changes: [] }),
  },
  { page: 'fresh', name: 'coming back', html: (frame) => freshPage(frame, FRESH) },
  {
    page: 'fresh',
    name: 'coming back, held by a cap, stop sign ticked',
    html: (frame) =>
      freshPage(frame, {
        ...FRESH,
        because: [],
        needs: 'a doctor or a physiotherapist',
        values: { redFlags: ['chest', 'none'], conditions: 'none' },
        errors: [{ field: 'consentHealth', message: 'Please tick that we may keep your answers.' }],
      }),
  },
  {
    page: 'fresh',
    name: 'coming back, errors',
    html: (frame) =>
      freshPage(frame, {
        ...FRESH,
        values: { seenBy: 'doctor', seenOn: '2026-03-20', said: 'okToLoad', redFlags: 'none' },
        errors: [
          { field: 'seenOn', message: 'Please give a day from 2026-03-02 to 2026-03-09.' },
          { field: 'consentHealth', message: 'Please tick that we may keep your answers.' },
          { field: 'conditions', message: 'Please tick what is true, or none.' },
        ],
      }),
  },
  {
    page: 'done',
    name: 'done, a note with words of a stop sign',
    html: (frame) => donePage(frame, { ...DONE, noteSigns: ['chest pain or trouble breathing'] }),
  },
  {
    page: 'done',
    name: 'done, words nobody could read',
    html: (frame) => donePage(frame, { ...DONE, listAction: '/c/example' }),
  },
  {
    page: 'done',
    name: 'done, a line of the list came alone',
    html: (frame) => donePage(frame, { ...DONE, waits: true, listAction: '/c/example', lineCame: true }),
  },
  { page: 'list', name: 'list, a line of it came alone', html: (frame) => listPage(frame, '/c/example') },
];

const DRAFTS: readonly PageDraft[] = [...PUBLIC, ...ENROL, ...COURSE, ...TRAINING, ...OPTIONAL, ...OWN_PAGE];

/** Every example page, asking and warning with these words of the curriculum. */
export const pageExamples = (words: PageWords): readonly PageExample[] => {
  const frame = exampleFrame(words);
  return DRAFTS.map(({ page, name, html }) => ({ page, name, html: html(frame) }));
};
