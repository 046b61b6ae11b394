import type { AckView } from '../../views/mail/views.ts';
import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const running = (code: AckView['code']): AckView => ({
  kind: 'ack',
  code,
  understood: [],
  missing: [],
  steps: [],
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
