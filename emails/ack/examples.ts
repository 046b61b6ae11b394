import type { AckView } from '../../views/mail/views.ts';
import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const TITLES = [
  ...['What if I have no step?', 'Can I run a race?', 'What about a holiday?', 'Can I cycle?', 'Can I swim?'],
  ...['Can I do other sports?', 'Can I run in the heat?', 'Cold or warmth on the calf?'],
  ...['Do I need new shoes?', 'Do I train both legs?', 'How long does it take?', 'Is this normal?'],
  ...['I missed sessions. What now?', 'Stretch or strengthen first?', 'Massage or a foam roller?'],
  ...['What about painkillers?', 'My muscles are sore after the exercises', 'Can I use a treadmill?'],
  ...['Can I run hills?', 'Which ground is best?', 'When can I run again?', 'Can I change my day or hour?'],
  ...['How do I pause?', 'How do I stop?', 'Who reads what I write?', 'What do I need for the exercises?'],
  ...['Can I go for walks?', 'How strong may the pain be?'],
];
const SWIM: AckView['cards'][number] = {
  id: 'FAQ-05',
  title: 'Can I swim?',
  asked: 'Can I swim on my rest days',
  lines: [
    'Yes, if it stays at 3 or less in the water and the next morning.',
    'Go easy on the push-off from the wall, and leave fins at home for now.',
    'Swap, do not add: once or twice a week in place of a run, about as long as the run would have been.',
  ],
  more: { label: 'Swap a run', path: '/l/LES-13' },
};
const DAY: AckView['cards'][number] = {
  id: 'FAQ-22',
  title: 'Can I change my day or hour?',
  asked: 'Can I change the day',
  lines: [
    'Yes. Your page has the day, the hour, the time zone and fewer mails: open it from the foot of any mail.',
  ],
  more: { label: 'Your page', path: null },
};

const running = (code: AckView['code']): AckView => ({
  kind: 'ack',
  code,
  understood: [],
  missing: [],
  steps: [],
  cards: [],
  titles: code === 'unread' || code === 'help' ? TITLES : [],
  until: null,
  mailsCameBack: false,
  nextPlanOn: 'Monday 23 March',
  nextMailOn: null,
  checkInUrl: OWN.checkIn,
  worseUrl: LINKS.worse,
  pageUrl: LINKS.me,
});
const still = (code: AckView['code'], changes: Partial<AckView>): AckView => ({
  ...running(code),
  nextPlanOn: null,
  checkInUrl: null,
  ...changes,
});
const STANDS = { links: { ...LINKS, worse: null } } as const;

export const ackExamples: readonly Example[] = [
  example(
    'answered',
    {
      ...running('answered'),
      understood: ['Average pain: 3 of 10', 'The morning after: settled by the next morning'],
      missing: ['your worst pain', 'how many sessions you did', 'the list of stop signs'],
    },
    { week: 3 },
  ),
  example('card', { ...running('card'), cards: [SWIM, DAY] }, { week: 3 }),
  example(
    'answered-and-asked',
    { ...running('answered'), cards: [SWIM], understood: ['Average pain: 1 of 10'] },
    { week: 4 },
  ),
  ...(
    [
      'closed',
      'enough',
      'help',
      'worse',
      'running',
      'resumed',
      'chosen',
      'sender',
      'unread',
      'signs',
      'link',
    ] as const
  ).map((code) => example(code, running(code), { week: 3 })),
  example(
    'kept',
    still('kept', {
      nextMailOn: 'Monday 20 July',
      checkInUrl: OWN.checkIn,
      understood: ['Average pain: 1 of 10'],
    }),
    {
      week: 16,
      ...STANDS,
    },
  ),
  example('paused', still('paused', { until: 'Monday 30 March' }), { week: 4, ...STANDS }),
  example('paused-mails-came-back', still('paused', { mailsCameBack: true }), { week: 4, ...STANDS }),
  example('completed', still('completed', {}), { week: 12, ...STANDS }),
  example(
    'stopped',
    still('stopped', {
      worseUrl: null,
      steps: ['Stop the exercises and the running.', 'Call a doctor or the urgent line today.'],
    }),
    {
      week: 5,
      ...STANDS,
    },
  ),
  example('not-started', still('not-started', { worseUrl: null, pageUrl: OWN.start }), STANDS),
];
