/** Examples of the two optional pages. */
import type { RunningPage } from '../pages/running.ts';
import type { ShoesPage } from '../pages/shoes.ts';
import type { ShoesAdvicePage } from '../pages/shoes-advice.ts';

export const RUNNING: RunningPage = { action: '/running/example', values: {}, errors: [], units: 'km', meUrl: '/me/example' };
export const SHOES: ShoesPage = { action: '/shoes/example', values: {}, errors: [] };
export const NO_ADVICE: ShoesAdvicePage = { advice: [], toldNothing: false, changeUrl: '/shoes/example', meUrl: '/me/example' };
export const SHOES_ADVICE: ShoesAdvicePage = {
  ...NO_ADVICE,
  advice: [
    {
      rule: 'SH-01',
      short: 'Your next pair is due, and room is short in front: try a full size up.',
      long: 'You are due new shoes and there is little room in front of your longest toe. Try a full size up in the shop.',
      why: 'About two in three people wear shoes that do not match their feet.',
      works: [
        { cite: 'Buldt AK, Menz HB. J Foot Ankle Res 2018;11:43.', url: 'https://doi.org/10.1186/s13047-018-0284-z' },
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
