/**
 * A small programme of one entry each, and two questions, for the page examples; the whole ones are built
 * from the curriculum (test/docs).
 */
import type { DosedExercise, ProgrammeView } from '../../views/page/programme-view.ts';
import type { FaqAnswer } from '../../views/words/faq.ts';
import { programmePage } from '../pages/public/programme.ts';
import { questionsPage } from '../pages/public/questions.ts';
import type { PageDraft } from './data.ts';

const raise: DosedExercise = {
  id: 'EX-05',
  name: 'Two-leg raise',
  dose: {
    sets: 3,
    reps: 12,
    toReps: 15,
    tempo: '2-1-3',
    restSeconds: 60,
    restSecondsTo: 90,
    eachSide: false,
  },
};

const QUESTIONS: readonly FaqAnswer[] = [
  {
    id: 'FAQ-05',
    title: 'Can I swim?',
    lines: ['Yes, if it stays at 3 or less in the water and the next morning.'],
    more: { label: 'Swap a run', path: '/l/LES-13' },
  },
  {
    id: 'FAQ-23',
    title: 'How do I pause?',
    lines: ['Reply with PAUSE, or PAUSE 2 weeks.'],
    more: { label: 'Your page', path: null },
  },
];

const PROGRAMME: ProgrammeView = {
  version: '1.0.0',
  weeks: { min: 8, nominal: 12, max: 20 },
  phases: [
    { name: 'Settle', fromWeek: 1, toWeek: 20, about: 'Calm the calf and start the first gentle work.' },
  ],
  course: [
    {
      week: 1,
      phase: 'Settle',
      level: 2,
      levelName: 'Both legs',
      running: 'walks',
      footCore: 'Seated',
      lessons: [{ id: 'LES-01', title: 'What your calf does' }],
    },
  ],
  painRule: [
    '0 to 3: carry on.',
    '4 to 5: ease off today and do not add anything.',
    '6 or more: stop that session.',
    'Usual by the next morning.',
  ],
  levels: [
    {
      level: 2,
      name: 'Both legs',
      sessionsPerWeek: 3,
      sessionMinutes: [15, 20],
      hoursBetween: 48,
      note: 'Keep it slow.',
      exercises: [raise],
      test: 'Do 3 sets of 15 at 3 or less.',
    },
    {
      level: 7,
      name: 'Spring',
      sessionsPerWeek: 3,
      sessionMinutes: [20, 30],
      hoursBetween: null,
      note: null,
      exercises: [raise],
      test: null,
    },
  ],
  stages: [
    { stage: 'R0', running: 'walks', minutes: 30, test: 'Walk briskly for 30 minutes at 1 or less.' },
    { stage: 'R9', running: '30 min of easy running', minutes: 30, test: null },
  ],
  footCore: [
    { name: 'Seated', weeks: [1, 2], moves: [raise] },
    { name: 'Keep it', weeks: [9, 52], moves: [raise] },
  ],
  stretches: { exercises: [raise], days: ['From week 1: 2 days a week.'] },
  exercises: [
    {
      id: 'EX-05',
      name: 'Two-leg raise',
      short: 'Two-leg raise',
      drawing: {
        alt: 'Fingertips on a wall: 1 heels down; 2 rise to full height.',
        file: 'EX-05.0123456789',
      },
      equipment: ['a wall'],
      fromLevel: 2,
      hop: false,
      barefoot: false,
      harderFromLevel: 2,
      harderHops: false,
      setUp: 'Stand tall, fingertips on the wall.',
      steps: ['Rise.', 'Pause.', 'Lower slowly.'],
      cue: 'Tall and slow.',
      commonErrors: ['Rolling outwards.'],
      easier: 'Hold on with both hands.',
      harder: 'Lower a little slower.',
      stopRule: 'Stop if pain goes over 5, or if you feel a sharp or sudden pain.',
      sources: ['EX-05'],
      reviewedBy: 'not yet reviewed',
      reviewedOn: 'not yet reviewed',
    },
  ],
  lessons: [
    {
      id: 'LES-01',
      title: 'What your calf does',
      blocks: [
        { kind: 'paragraph', text: 'Your calves work in every step.' },
        { kind: 'list', items: ['They push off.', 'They slow the foot.'] },
      ],
      painkiller: [{ kind: 'paragraph', text: 'Ask a pharmacist first.' }],
      action: 'Write one sentence.',
    },
  ],
  rules: [{ title: 'It repeats the week', rules: [{ id: 'AD-11', says: 'The average pain is 4.' }] }],
  graduation: ['Week 8 or later.'],
  works: [
    {
      topic: 'calf strain',
      cite: 'An author. A journal 2020.',
      doi: '10.1000/example',
      supports: 'one thing',
      limits: 'one trial',
    },
    {
      topic: 'shoes',
      cite: 'Another author. A journal 2021.',
      doi: null,
      supports: 'another thing',
      limits: null,
    },
  ],
};

export const PROGRAMME_PAGES: readonly PageDraft[] = [
  { page: 'programme', name: 'programme, a small part', html: (frame) => programmePage(frame, PROGRAMME) },
  { page: 'questions', name: 'questions, two of them', html: (frame) => questionsPage(frame, QUESTIONS) },
];
