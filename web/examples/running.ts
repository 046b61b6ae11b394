/** Examples of the two optional pages. */
import { painkillersPage } from '../pages/running/painkillers.ts';
import { type RunningPage, runningPage } from '../pages/running/running.ts';
import { type ShoesPage, shoesPage } from '../pages/running/shoes.ts';
import { type ShoesAdvicePage, shoesAdvicePage } from '../pages/running/shoes-advice.ts';
import { wordsNoticedPage } from '../pages/running/words-noticed.ts';
import type { PageDraft } from './data.ts';

export const RUNNING: RunningPage = {
  action: '/running/example',
  values: {},
  errors: [],
  units: 'km',
  asksPsfs: true,
  meUrl: '/me/example',
};
export const SHOES: ShoesPage = { action: '/shoes/example', values: {}, errors: [] };
export const NO_ADVICE: ShoesAdvicePage = {
  advice: [],
  toldNothing: false,
  changeUrl: '/shoes/example',
  meUrl: '/me/example',
};
export const SHOES_ADVICE: ShoesAdvicePage = {
  ...NO_ADVICE,
  advice: [
    {
      rule: 'SH-01',
      short: 'Your next pair is due, and room is short in front: try a full size up.',
      long: 'You are due new shoes and there is little room in front of your longest toe. Try a full size up in the shop.',
      why: 'About two in three people wear shoes that do not match their feet.',
      works: [
        {
          cite: 'Buldt AK, Menz HB. J Foot Ankle Res 2018;11:43.',
          url: 'https://doi.org/10.1186/s13047-018-0284-z',
        },
        { cite: 'Malisoux L and others. Br J Sports Med 2016;50:481.', url: null },
      ],
    },
    {
      rule: 'SH-08',
      short: 'One foot is larger: fit that one.',
      long: 'Most people have one foot that is a little larger. Fit the larger one.',
      why: 'This is what shoe fitters advise.',
      works: [],
    },
  ],
};

export const OPTIONAL: readonly PageDraft[] = [
  { page: 'running', name: 'about your running', html: (frame) => runningPage(frame, RUNNING) },
  {
    page: 'running',
    name: 'about your running, errors',
    html: (frame) =>
      runningPage(frame, {
        ...RUNNING,
        units: 'mi',
        values: {
          arch: 'flat',
          surface: 'trail',
          weeklyDistance: 'a lot',
          sitsLong: 'yes',
          goal: 'The park with my daughter.',
        },
        errors: [
          {
            field: 'weeklyDistance',
            message: 'Please give a whole number from 0 to 400, in digits. We could not read “a lot”.',
          },
          { field: 'planWhen', message: 'Please keep this to 120 characters; it has 140.' },
        ],
      }),
  },
  {
    page: 'words-noticed',
    name: 'a stop sign in own words',
    html: (frame) =>
      wordsNoticedPage(frame, {
        signs: ['chest pain or trouble breathing'],
        worseUrl: '/w/example',
        meUrl: '/me/example',
      }),
  },
  {
    page: 'painkillers',
    name: 'ask first',
    html: (frame) =>
      painkillersPage(frame, {
        items: ['Kidney disease', 'Sixty or older'],
        blocks: [],
        meUrl: '/me/example',
      }),
  },
  {
    page: 'painkillers',
    name: 'the text',
    html: (frame) =>
      painkillersPage(frame, {
        items: [],
        blocks: [{ kind: 'paragraph', text: 'They are for a short while, not for after every run.' }],
        meUrl: '/me/example',
      }),
  },
  { page: 'shoes', name: 'shoe check', html: (frame) => shoesPage(frame, SHOES) },
  {
    page: 'shoes',
    name: 'shoe check, errors',
    html: (frame) =>
      shoesPage(frame, {
        ...SHOES,
        values: {
          gapMm: '4',
          nails: 'yes',
          comfort: '6',
          miles: 'many',
          pairs: '1',
          dropNow: '99',
          dropChange8wk: 'lower',
          arch: 'flat',
        },
        errors: [
          { field: '', message: 'The form carried a field we do not know.' },
          {
            field: 'miles',
            message: 'Please give a whole number from 0 to 5000, in digits. We could not read “many”.',
          },
          { field: 'dropNow', message: 'Please give a number from 0 to 30; “99” is outside.' },
        ],
      }),
  },
  { page: 'shoes-advice', name: 'shoe advice', html: (frame) => shoesAdvicePage(frame, SHOES_ADVICE) },
  {
    page: 'shoes-advice',
    name: 'shoe advice, nothing to change',
    html: (frame) => shoesAdvicePage(frame, NO_ADVICE),
  },
  {
    page: 'shoes-advice',
    name: 'shoe advice, nothing told',
    html: (frame) => shoesAdvicePage(frame, { ...NO_ADVICE, toldNothing: true }),
  },
];
