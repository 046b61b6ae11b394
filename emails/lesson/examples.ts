import type { LessonView } from '../../views/mail/views.ts';
import { type Example, example, OWN } from '../parts/examples.ts';

const shortSteps: LessonView = {
  kind: 'lesson',
  id: 'LES-11',
  title: 'Shorter, quicker steps',
  subject: 'shorter, quicker steps',
  blocks: [
    {
      kind: 'paragraph',
      text: 'A slightly shorter step lands closer under you. Many runners find that easier on the calf.',
    },
    {
      kind: 'list',
      items: [
        'Count your steps for one minute.',
        'Add five in a hundred, no more.',
        'Keep your usual way of landing.',
      ],
    },
  ],
  action: 'Count your steps for 60 seconds on your next walk or run.',
  link: null,
};
export const lessonExamples: readonly Example[] = [
  example('with-an-action', shortSteps, { week: 6 }),
  example(
    'nothing-to-do',
    {
      ...shortSteps,
      id: 'LES-12',
      title: 'Flat feet, high arches',
      subject: 'flat feet, high arches',
      action: null,
    },
    { week: 7 },
  ),
  example(
    'with-a-page',
    {
      ...shortSteps,
      id: 'LES-07',
      title: 'Shoe fit in five minutes',
      subject: 'shoe fit in five minutes',
      link: { label: 'Check your shoes', url: OWN.shoes },
    },
    { week: 2 },
  ),
];
