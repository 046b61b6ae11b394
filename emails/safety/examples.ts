import type { SafetyView } from '../../views/mail/views.ts';
import { type Example, example } from '../parts/examples.ts';

const doctor: SafetyView = {
  kind: 'safety',
  route: 'doctor',
  headline: 'Please see a doctor today, before any more exercise',
  because: ['You ticked: swelling, redness or heat in one leg.'],
  steps: [
    'Stop the exercises and the running.',
    'Call a doctor or the urgent line today. Do not wait for a better day.',
    'Do not massage the calf and do not stretch it.',
  ],
  tell: [
    'One leg is swollen, red or warm.',
    'You have been doing calf exercises for five weeks.',
    'Any long journey, operation or new medicine of late.',
  ],
  stopped: 'Calf strength work and running by this programme.',
  note: [
    'Level: 4',
    'Pain by week: 5, 3, 2, 2, 3',
    'Answer: swelling, redness or heat in one leg',
    'Stopped: all sessions',
    'Programme: Calf Coach, week 5',
    'No diagnosis was made',
  ],
  comeBack:
    'Once a doctor has seen the leg and says you may exercise, your page lets you begin again, a step easier.',
};
const emergency: SafetyView = {
  ...doctor,
  route: 'emergency',
  headline: 'Call 999 now',
  because: ['You ticked: chest pain, or being short of breath.'],
  steps: [
    'Call 999 now.',
    'Say: chest pain or short of breath, with a sore calf.',
    'Do not exercise, do not wait, do not drive yourself.',
  ],
  tell: [],
  comeBack: '',
};
const wait: SafetyView = {
  ...doctor,
  route: 'wait',
  headline: 'Please have this looked at before more exercise',
  because: ['You ticked: pain that wakes you at night.', 'You ticked: fever.'],
};
const physioFirst: SafetyView = {
  ...doctor,
  route: 'physioFirst',
  headline: 'A physiotherapist first, then us',
};
export const safetyExamples: readonly Example[] = [
  example('doctor', doctor, { week: 5 }),
  example('emergency', emergency, { week: 2 }),
  example('wait', wait, { week: 7 }),
  example('physio-first-at-the-start', physioFirst, {
    week: null,
    operator: {
      name: 'Clinic',
      postal: '1 High Street, Leeds',
      email: 'a@b.example',
      referral: 'Book at the clinic: ask for the running team.',
    },
  }),
];
