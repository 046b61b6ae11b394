/**
 * The shared ground of all examples: one deployment, one runner, two weeks of exercises. They feed the
 * goldens, the gate and the gallery.
 */
import type { PlannedExercise, RunPrescription, WeekPlan } from '../../program/course/plan.ts';
import type { MailBody, MailFrame, MailView, PlanView } from '../../views/mail/views.ts';
import { runShort } from '../../views/plan/dose.ts';
import type { GlanceDay, WeekGlance } from '../../views/plan/glance.ts';
import type { Standing } from '../../views/plan/standing.ts';

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

const move = (
  id: string,
  name: string,
  dose: PlannedExercise['dose'],
  words: Partial<PlannedExercise> = {},
): PlannedExercise => ({
  id,
  name,
  dose,
  isNew: false,
  setUp: 'Stand tall, fingertips on a wall.',
  steps: ['Rise slowly.', 'Hold for a moment.', 'Lower slowly.'],
  cue: 'Tall, quiet, even.',
  easier: 'Do it sitting on a chair.',
  harder: 'Add a little weight.',
  stopRule: 'Stop if it goes above 3, or you limp.',
  drawing: { alt: `${name}: 1 where it starts; 2 where it ends.`, file: `${id}.0123456789` },
  equipment: ['wall'],
  sources: ['docs/clinical-rules.md §2.9'],
  ...words,
});

export const MOVES = {
  holdStraight: move(
    'EX-03',
    'Standing heel hold, knees straight',
    {
      sets: 5,
      seconds: 30,
      toSeconds: 45,
      tempo: 'hold',
      restSeconds: 60,
      restSecondsTo: 120,
      eachSide: false,
    },
    {
      setUp: 'Stand with both feet hip-wide, fingertips on a wall for balance.',
      steps: [
        'Rise onto the balls of both feet, about halfway.',
        'Hold there and keep breathing.',
        'Lower slowly until your heels touch the floor.',
      ],
      cue: 'Weight over the big toe, heels level.',
      easier: 'Hold lower, or take some weight with your arms.',
      stopRule: 'Stop if pain goes above 3, or the calf grabs.',
    },
  ),
  holdBent: move(
    'EX-04',
    'Standing heel hold, knees bent',
    {
      sets: 5,
      seconds: 30,
      toSeconds: 45,
      tempo: 'hold',
      restSeconds: 60,
      restSecondsTo: 120,
      eachSide: false,
    },
    {
      setUp: 'As before, now with your knees bent as if about to sit.',
      steps: [
        'Keep the knees bent and lift both heels a little.',
        'Hold. The work sits lower in the calf now.',
        'Lower slowly.',
      ],
      cue: 'Knees stay over the toes.',
      easier: 'Bend less, lift less.',
      stopRule: 'Stop if pain goes above 3, or the calf grabs.',
    },
  ),
  twoUp: move(
    'EX-07',
    'Two up, one down',
    { sets: 3, reps: 8, toReps: 10, tempo: '2-1-4', restSeconds: 90, eachSide: true },
    {
      setUp: 'Stand on the floor, both hands on a wall.',
      steps: [
        'Rise on both feet.',
        'Shift your weight onto the sore leg at the top.',
        'Lower on that leg alone, counting to four.',
        'Change legs after the set.',
      ],
      cue: 'The way down is the exercise.',
      easier: 'Lower on both feet, with more weight on one.',
      stopRule: 'Stop if pain goes above 3, or you cannot slow the way down.',
    },
  ),
  bentRaise: move('EX-06', 'Bent-knee heel raise, both legs', {
    sets: 3,
    reps: 15,
    tempo: '2-1-4',
    restSeconds: 90,
    eachSide: false,
  }),
  shortFoot: move(
    'EX-20',
    'Short foot, seated',
    { sets: 2, reps: 10, seconds: 5, tempo: 'hold', restSeconds: 30, eachSide: true },
    {
      setUp: 'Sit barefoot, foot flat on the floor.',
      steps: [
        'Draw the ball of the foot towards the heel, so that the arch lifts.',
        'Keep the toes long and flat.',
        'Hold, then let go.',
      ],
      cue: 'The arch domes, the toes do nothing.',
      easier: 'Press the foot down gently and feel the arch work.',
      stopRule: 'Stop if the foot cramps; shake it out and try fewer.',
    },
  ),
  toeSpread: move('EX-21', 'Toe spread', {
    sets: 2,
    reps: 10,
    tempo: 'slow',
    restSeconds: 30,
    eachSide: true,
  }),
  wallStretch: move(
    'EX-10',
    'Wall stretch, knee straight',
    { sets: 2, seconds: 30, tempo: 'hold', restSeconds: 15, eachSide: true },
    {
      setUp: 'Face a wall, one foot back, heel down.',
      steps: ['Lean in until you feel a mild pull in the calf.', 'Hold and breathe.', 'Change legs.'],
      cue: 'A pull, never a pain.',
      easier: 'Step closer to the wall.',
      stopRule: 'Stop if it hurts, or you feel it behind the knee.',
    },
  ),
  warmUp: move('EX-15', 'Brisk walk and leg swings', {
    sets: 1,
    reps: 10,
    tempo: 'easy',
    restSeconds: 0,
    eachSide: true,
  }),
  hops: move(
    'EX-17',
    'Small hops on both feet',
    { sets: 3, reps: 10, tempo: 'quick', restSeconds: 60, eachSide: false },
    { sessionsPerWeek: 2 },
  ),
} as const;
export const asNew = (exercise: PlannedExercise): PlannedExercise => ({ ...exercise, isNew: true });

const WALKS: RunPrescription = {
  stage: 'R0',
  sessions: 0,
  intervals: 0,
  runMinutes: 0,
  walkMinutes: 30,
  totalRunMinutes: 0,
  sessionMinutes: 30,
  longestRun: null,
  volumePercent: null,
  daysOffFirst: 0,
  walks: { sessions: 3, minutes: [20, 30], brisk: false },
  noHills: true,
};
export const RUNS = {
  walks: WALKS,
  briskWalks: { ...WALKS, walks: { sessions: 3, minutes: [30, 30], brisk: true } },
  r1: {
    ...WALKS,
    stage: 'R1',
    sessions: 3,
    intervals: 6,
    runMinutes: 1,
    walkMinutes: 4,
    totalRunMinutes: 6,
    sessionMinutes: 30,
    walks: null,
  },
  r9: {
    ...WALKS,
    stage: 'R9',
    sessions: 3,
    intervals: 1,
    runMinutes: 30,
    walkMinutes: 0,
    totalRunMinutes: 30,
    sessionMinutes: 30,
    walks: null,
  },
  keep: {
    ...WALKS,
    stage: 'RK',
    sessions: 3,
    walkMinutes: 0,
    sessionMinutes: 0,
    longestRun: 40,
    volumePercent: [60, 70],
    walks: null,
  },
  keepUnknown: {
    ...WALKS,
    stage: 'RK',
    sessions: 3,
    walkMinutes: 0,
    sessionMinutes: 0,
    longestRun: null,
    volumePercent: [42, 49],
    walks: null,
    daysOffFirst: 2,
  },
} as const satisfies Readonly<Record<string, RunPrescription>>;

export const firstWeek: WeekPlan = {
  week: 1,
  phase: 'Settle',
  level: 1,
  levelName: 'Hold',
  stage: 'R0',
  footCore: 'FC1',
  footCoreKind: 'FC1',
  sessions: 4,
  sessionMinutes: [10, 15],
  hoursBetween: null,
  strength: [asNew(MOVES.holdStraight), asNew(MOVES.holdBent)],
  footCoreMoves: [asNew(MOVES.shortFoot), asNew(MOVES.toeSpread)],
  stretches: [asNew(MOVES.wallStretch)],
  stretchDays: [5, 6],
  warmUp: null,
  addOn: [],
  crossTraining: 2,
  run: RUNS.walks,
  gates: [
    {
      track: 'strength',
      gate: 'LV1→LV2',
      test: 'Hold both exercises 5 times for 45 seconds at 3 or less, usual again by next morning, and walk up a flight of stairs at 3 or less.',
      sources: ['docs/clinical-rules.md §2.11'],
    },
  ],
  days: 7,
};
export const thirdWeek: WeekPlan = {
  ...firstWeek,
  week: 3,
  phase: 'Build',
  level: 3,
  levelName: 'Two up, one down',
  footCore: 'FC2',
  footCoreKind: 'FC2',
  sessions: 3,
  sessionMinutes: [15, 20],
  strength: [asNew(MOVES.twoUp), MOVES.bentRaise],
  footCoreMoves: [MOVES.shortFoot, MOVES.toeSpread],
  stretches: [MOVES.wallStretch],
  run: RUNS.briskWalks,
  gates: [
    {
      track: 'strength',
      gate: 'LV3→LV4',
      test: 'Do 3 sets of 10 lowerings at 3 or less, then, rested, 5 clean single-leg raises on the sore leg at 3 or less.',
      sources: ['docs/clinical-rules.md §2.11'],
    },
    {
      track: 'running',
      gate: 'R0→R1',
      test: 'Walk briskly for 30 minutes at 1 or less on two days, no limp, settled by next morning; then 10 small two-leg jumps at 2 or less.',
      sources: ['docs/clinical-rules.md §4.4'],
    },
  ],
};

const TRAIN = ['Monday 16 March', 'Wednesday 18 March', 'Friday 20 March'];
const FREE = ['Tuesday 17 March', 'Thursday 19 March', 'Saturday 21 March'];
/** A week as the layout of the programme lays it out: run and strength the same day, the next day free. */
export function glanceOf(plan: WeekPlan): WeekGlance {
  const run = plan.run.walks == null ? 'run' : 'walk';
  const days: readonly GlanceDay[] = [
    ...TRAIN.map((date) => ({
      date,
      what: [run, 'legs', 'feet', 'stretch'],
      minutes: 65,
      kind: 'train' as const,
    })),
    ...FREE.map((date) => ({ date, what: ['stretch'], minutes: 5, kind: 'light' as const })),
  ].sort((a, b) => Number(/\d+/.exec(a.date)) - Number(/\d+/.exec(b.date)));
  return {
    asOf: 'Sunday 15 March',
    days: [...days, { date: 'Sunday 22 March', what: [], minutes: 0, kind: 'checkIn' }],
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
        moves: [...plan.strength, ...plan.addOn],
      },
      { kind: 'feet', title: 'Feet', often: '3 × 10 min', line: null, moves: plan.footCoreMoves },
      { kind: 'stretches', title: 'Stretch', often: '5–6 × 5 min', line: null, moves: plan.stretches },
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
