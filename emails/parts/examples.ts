/**
 * The shared ground of all examples: one deployment, one runner, two weeks of exercises. They feed the
 * goldens, the gate and the gallery.
 */
import type { WeekPlan } from '../../program/course/plan.ts';
import type { MailBody, MailFrame, MailView, PlanView } from '../../views/mail/views.ts';
import { runShort } from '../../views/plan/dose.ts';
import type { GlanceDay, WeekGlance } from '../../views/plan/glance.ts';
import type { Standing } from '../../views/plan/standing.ts';
import { thirdWeek } from './example-plans.ts';

export interface Example {
  /** kebab-case, unique within its kind. */
  readonly name: string;
  readonly view: MailView;
}

const SITE = 'https://calf.example.org';
const TOKEN = 'AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v';
export const LINKS = {
  site: SITE,
  safety: `${SITE}/safety`,
  privacy: `${SITE}/privacy`,
  unsubscribe: `${SITE}/u/${TOKEN}u`,
  me: `${SITE}/me/${TOKEN}m`,
  summary: `${SITE}/me/${TOKEN}m/summary`,
  worse: `${SITE}/w/${TOKEN}w`,
} as const;
export const OWN = {
  confirm: `${SITE}/confirm/${TOKEN}c`,
  start: `${SITE}/start/${TOKEN}s`,
  checkIn: `${SITE}/c/${TOKEN}k`,
  fresh: `${SITE}/fresh/${TOKEN}f`,
  running: `${SITE}/running/${TOKEN}r`,
  shoes: `${SITE}/shoes/${TOKEN}h`,
  session: `${SITE}/x/${TOKEN}x`,
  signup: `${SITE}/signup`,
} as const;

/** A goal as it was typed: word for word, whatever is in it. */
export const GOAL = 'Le 10 km du parc avec ma fille, “sans douleur” <3 & 🏃';

/** Nobody who is stopped, paused or through has a running course, so these mails have no "got worse" link. */
const NO_COURSE: ReadonlySet<MailBody['kind']> = new Set([
  'confirm',
  'already',
  'safety',
  'clearance',
  'paused',
  'graduation',
  'closed',
  'fresh',
]);

/** A frame with what the example changes. */
export function frame(kind: MailBody['kind'], changes: Partial<MailFrame> = {}): MailFrame {
  return {
    kind,
    week: null,
    locale: 'en',
    firstName: 'Sam',
    units: 'km',
    operator: {
      name: 'Riverside Running Club',
      postal: '12 Mill Lane, Bristol BS1 4QA, United Kingdom',
      email: 'coach@riverside.example.org',
      referral: null,
    },
    awaitingReview: true,
    numbers: { country: 'GB', emergency: '999', urgent: '111 (NHS, day and night)' },
    links: NO_COURSE.has(kind) ? { ...LINKS, worse: null } : LINKS,
    ...changes,
  };
}
export const example = (name: string, body: MailBody, changes: Partial<MailFrame> = {}): Example => ({
  name,
  view: { frame: frame(body.kind, changes), body },
});

const TRAIN = ['Monday 16 March', 'Wednesday 18 March', 'Friday 20 March'];
const FREE = ['Tuesday 17 March', 'Thursday 19 March', 'Saturday 21 March'];
/** A week as the layout of the programme lays it out: run and strength the same day, the next day free. */
export function glanceOf(plan: WeekPlan): WeekGlance {
  const run = plan.run.walks == null ? 'run' : 'walk';
  const days: readonly GlanceDay[] = [
    ...TRAIN.map((date) => ({
      date,
      what: [run, 'legs', 'feet', 'stretch'],
      minutes: 60,
      full: true,
      kind: 'train' as const,
    })),
    ...FREE.map((date) => ({ date, what: ['stretch'], minutes: 15, full: false, kind: 'light' as const })),
  ].sort((a, b) => Number(/\d+/.exec(a.date)) - Number(/\d+/.exec(b.date)));
  return {
    asOf: 'Sunday 15 March',
    days: [...days, { date: 'Sunday 22 March', what: [], minutes: 0, full: false, kind: 'checkIn' }],
    sessions: [
      {
        kind: 'run',
        title: run === 'run' ? 'Run' : 'Walk',
        often: '3 × 30 min',
        line: runShort(plan.run),
        moves: plan.warmUp === null ? [] : [plan.warmUp],
      },
      {
        kind: 'strength',
        title: 'Legs',
        often: '3 × 20 min',
        line: null,
        moves: plan.strength,
      },
      ...(plan.addOn.length === 0
        ? []
        : [
            {
              kind: 'addOn' as const,
              title: 'Hips',
              often: '2 × 15 min (optional)',
              line: null,
              moves: plan.addOn,
            },
          ]),
      { kind: 'feet', title: 'Feet', often: '3 × 10 min', line: null, moves: plan.footCoreMoves },
      {
        kind: 'stretches',
        title: 'Stretch',
        often: '5–6 × 15 min (optional)',
        line: null,
        moves: plan.stretches,
      },
    ],
  };
}
export const standingAt = ({ level, levelName, stage }: WeekPlan): Standing => ({
  strength: { title: 'Strength', at: level, of: 7, name: levelName },
  running:
    stage === 'RK'
      ? null
      : { title: 'Running', at: Number(stage.slice(1)), of: 9, name: stage === 'R0' ? 'walks' : '' },
  raises: level < 5 ? null : { left: 22, right: 26 },
});
/** Another plan with all that is shown of it. */
export const planned = (plan: WeekPlan): Pick<PlanView, 'plan' | 'glance' | 'standing'> => ({
  plan,
  glance: glanceOf(plan),
  standing: standingAt(plan),
});

/** A calm step up in week 3. */
export const stepUp: PlanView = {
  kind: 'plan',
  outcome: 'PROGRESS',
  title: 'Up to level three',
  headline: 'Strength moves up to Level 3, Two up, one down; running stays at walks.',
  changes: [
    { track: 'strength', direction: 'up', from: 'Level 2 · Both legs', to: 'Level 3 · Two up, one down' },
    { track: 'running', direction: 'same', from: null, to: 'R0 · walks' },
    { track: 'feet', direction: 'up', from: 'Seated', to: 'Standing' },
  ],
  reasons: [
    {
      code: 'AD-17',
      short: 'calm week',
      long: 'A calm week: an average of 2, a worst of 3, and usual again by the next morning.',
    },
    {
      code: 'strength-up',
      short: 'test passed',
      long: 'You passed the strength test, so the next level opens.',
    },
    {
      code: 'run-level-needed',
      short: 'needs level 3',
      long: 'Jogging waits until you have spent a week at level 3. Only one load moves at a time.',
    },
  ],
  answered: 'You answered: average 2, worst 3 (the time before: average 2).',
  missing: [],
  answerUrl: null,
  ...planned(thirdWeek),
  sessionUrl: OWN.session,
  painByWeek: [
    { week: 0, average: 5 },
    { week: 1, average: 3 },
    { week: 2, average: 2 },
  ],
  reached: [],
  physio: false,
  note: [],
  lessons: [
    {
      id: 'LES-05',
      title: 'Why calves complain',
      action: 'Look at your last four weeks: did one run grow a lot?',
      brief:
        'Many runners find that a calf starts to ache a week or two after something grew: the distance, the hills, the speed, or all three.\n\nThe muscle gets stronger in weeks. What you ask of it can grow in a day. The gap between the two is where the ache lives.',
    },
  ],
  boxes: [],
  nextDoor: 'One test stands between you and your first jog',
  doorNumber: null,
  badDay: {
    label: 'A bad day?',
    text: 'Five minutes count: two sets of two up, one down. You have shown up. At the check-in count only full sessions.',
  },
  painRule: [
    '0 to 3: carry on (0 to 2 while running).',
    '4 to 5: ease off, and add nothing.',
    '6 or more: stop that session.',
  ],
  nextMorningRule: 'And it should be back to usual by the next morning.',
  checkInOn: 'Sunday 22 March',
  nextPlanOn: 'Monday 23 March',
  stopSigns: [
    'chest pain, or being short of breath',
    'a numb or cold foot',
    'swelling, redness or heat in one leg',
    'a sudden pop in the calf',
    'you cannot walk normally',
  ],
};
