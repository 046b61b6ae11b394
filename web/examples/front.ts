/** The first page with a plan of its own: what the rules make of a calm sixth week stands in the tests. */
import type { LandingView } from '../../views/page/landing-view.ts';
import { landingPage } from '../pages/public/landing.ts';
import { type PageDraft, PLAN } from './data.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const VIEW: LandingView = {
  sample: {
    week: 6,
    weeks: 12,
    title: 'Ten one-minute jogs',
    why: 'Your calf was at 1 on average and 2 at its worst, and you passed the test. So the jogs grow.',
    minutes: 210,
    strengthSessions: 3,
    glance: {
      asOf: 'Monday 6 April',
      days: NAMES.map((name, i) => ({
        date: `${name} ${6 + i} April`,
        what: i % 2 === 0 && i < 6 ? ['run', 'legs', 'feet'] : i === 1 ? ['stretch'] : [],
        minutes: i % 2 === 0 && i < 6 ? 70 : 0,
        full: i % 2 === 0 && i < 6,
        kind: i === 6 ? 'checkIn' : i % 2 === 0 ? 'train' : i === 1 ? 'light' : 'free',
      })),
      sessions: [
        { kind: 'run', title: 'Run', often: '3 × 30 min', line: '10 × (1 min jog, 2 min walk).', moves: [] },
        { kind: 'strength', title: 'Legs', often: '3 × 35 min', line: null, moves: PLAN.strength },
      ],
    },
  },
  kit: ['At the start a wall, a chair and a towel.', 'Later a step.'],
  questions: [
    {
      title: 'Can I run a race?',
      answer: ['Tell us its day and its distance.', 'We never speed a plan up for it.'],
    },
    { title: 'How long does it take?', answer: ['Twelve weeks if all stays calm.'] },
  ],
  evidence: {
    works: 58,
    some: [
      { cite: 'Beyer R and others. Am J Sports Med 2015.', supports: 'heavy slow work', limits: null },
      {
        cite: 'Taddei UT and others. 2020.',
        supports: 'foot strength',
        limits: 'one trial, in uninjured runners',
      },
    ],
  },
};

export const FRONT: readonly PageDraft[] = [
  { page: 'landing', name: 'landing', html: (frame) => landingPage(frame, VIEW) },
  {
    page: 'landing',
    name: 'landing, reviewed content',
    html: (frame) => landingPage({ ...frame, awaitingReview: false }, VIEW),
  },
];
