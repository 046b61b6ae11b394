/** What the page examples show. No real person, no real number but 112. */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { EmergencyNumbers } from '../../views/mail/views.ts';
import type {
  CheckInPage,
  DonePage,
  FlaredPage,
  FreshPage,
  HistoryPage,
  MePage,
  PageFrame,
  SafetyPanel,
  WorsePage,
} from '../../views/page/page-views.ts';
import type { PageWords } from '../../views/words/page-words.ts';
import { STRIP } from './week.ts';

export const NUMBERS: EmergencyNumbers = {
  country: 'Germany',
  emergency: '112',
  urgent: 'Call 116 117, day and night.',
};

/** What stands around the content of every example; the words are the curriculum's own. */
export const exampleFrame = (words: PageWords): PageFrame => ({
  operator: {
    name: 'Example Running Club',
    postal: '1 Track Lane, 12345 Example Town',
    email: 'coach@example.org',
    referral: null,
  },
  awaitingReview: true,
  siteUrl: 'https://calf.example.org',
  numbers: NUMBERS,
  words,
});

const exercise = (
  id: string,
  name: string,
  isNew: boolean,
  dose: PlannedExercise['dose'],
): PlannedExercise => ({
  id,
  name,
  dose,
  isNew,
  setUp: 'Stand tall beside a wall, fingertips on it, feet hip-wide.',
  steps: [
    'Rise as high as you comfortably can.',
    'Pause for one second at the top.',
    'Lower slowly for three seconds.',
  ],
  cue: 'Press the ground away through the big toe.',
  easier: 'Hold on with both hands, or do half the height.',
  harder: 'Let go of the wall.',
  stopRule: 'Over 5, or a sharp or sudden pain: stop.',
  drawing: { alt: 'Fingertips on a wall: 1 heels down; 2 rise to full height.', file: 'EX-05.0123456789' },
  equipment: ['wall'],
  sources: ['docs/clinical-rules.md §9.10'],
});

export const PLAN: WeekPlan = {
  week: 4,
  phase: 'Build',
  level: 3,
  levelName: 'Two up, one down',
  stage: 'R1',
  footCore: 'FC2',
  footCoreKind: 'FC2',
  sessions: 3,
  sessionMinutes: [15, 20],
  hoursBetween: 48,
  strength: [
    exercise('EX-07', 'Up on two, down on one', true, {
      sets: 3,
      reps: 8,
      toReps: 10,
      tempo: '2-1-4',
      restSeconds: 90,
      eachSide: false,
    }),
    exercise('EX-06', 'Two-leg raise, knees bent', false, {
      sets: 3,
      reps: 15,
      tempo: '2-1-3',
      restSeconds: 60,
      restSecondsTo: 90,
      eachSide: false,
    }),
  ],
  footCoreMoves: [
    exercise('EX-20', 'Short foot', false, {
      sets: 2,
      seconds: 10,
      tempo: 'hold',
      restSeconds: 30,
      eachSide: true,
    }),
  ],
  stretches: [
    exercise('EX-10', 'Wall calf stretch', false, {
      sets: 2,
      seconds: 30,
      tempo: 'hold',
      restSeconds: 0,
      eachSide: true,
    }),
  ],
  stretchDays: [3, 3],
  warmUp: exercise('EX-15', 'Warm-up before a run', true, {
    sets: 1,
    reps: 10,
    tempo: 'easy',
    restSeconds: 0,
    eachSide: true,
  }),
  addOn: [],
  crossTraining: 1,
  run: {
    stage: 'R1',
    sessions: 3,
    intervals: 6,
    runMinutes: 1,
    walkMinutes: 4,
    totalRunMinutes: 6,
    sessionMinutes: 30,
    longestRun: null,
    volumePercent: null,
    daysOffFirst: 0,
  },
  gates: [
    {
      track: 'strength',
      gate: 'LV3→LV4',
      test: '3 sets of 10 lowerings at 3 or less, and 5 clean single-leg raises at 3 or less.',
      sources: ['docs/clinical-rules.md §2.11'],
    },
    {
      track: 'running',
      gate: 'R1→R2',
      test: 'Two of this week’s sessions at pain 2 or less, settled by the next morning.',
      sources: ['docs/clinical-rules.md §4.4'],
    },
  ],
  days: 7,
};

export const PAIN_RULE: readonly [string, string, string] = [
  '0 to 3: carry on (0 to 2 while running).',
  '4 or 5: ease off and do not add.',
  '6 or more: stop that session.',
];

export const PANEL: SafetyPanel = {
  route: 'doctor',
  headline: 'Stop, and see a doctor today',
  because: ['You told us that one leg is swollen, red, hot or has changed colour.'],
  steps: [
    'No running and no calf exercises.',
    'See a doctor today; out of hours use the urgent route below.',
    'If breathing becomes hard or your chest hurts, call 112.',
  ],
  tell: ['My calf has been sore for four weeks.', 'One leg is swollen since this week.'],
  stopped: 'We have stopped your plan. No exercise mail will come.',
};

export const CALF = {
  consentHealth: 'yes',
  redFlags: 'none',
  conditions: 'none',
  intent: 'pain',
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  hurtsWhen: 'unsure',
  painAverage: '4',
  painWorst: '5',
  nextDay: 'settled',
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
} as const;
export const TIME_ZONES: readonly string[] = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Argentina/Buenos_Aires',
];
export const EVERYTHING_DUE: readonly string[] = [
  'gateStrength',
  'gateRun',
  'runsDone',
  'raisesSore',
  'raisesOther',
  'normSex',
  'psfs',
  'change',
  'conditions',
];
export const CHECK_IN: CheckInPage = {
  action: '/c/example',
  week: 4,
  selected: null,
  values: {},
  errors: [],
  plannedRunMinutes: 6,
  plannedSessions: 3,
  due: [],
  strengthTest: null,
  runTest: null,
  answered: false,
};

export const DONE: DonePage = {
  kept: false,
  week: 4,
  understood: [
    'Pain on average: 2',
    'Worst moment: 3',
    'Back to usual by the next morning',
    '3 of 3 strength sessions',
    'Stop signs: none',
  ],
  headline: 'Strength moves up; running stays one more week.',
  changes: [
    { track: 'strength', direction: 'up', from: 'Level 3 · Two up, one down', to: 'Level 4 · One leg' },
    { track: 'running', direction: 'same', from: null, to: 'six times one minute' },
    { track: 'feet', direction: 'down', from: 'block 3', to: 'block 1 for one week' },
  ],
  reasons: [
    {
      code: 'AD-21',
      short: 'A calm week and a passed test.',
      long: 'Your average was 2, your worst 3, and you passed the strength test.',
    },
    {
      code: 'only-strength-moves',
      short: 'One thing at a time.',
      long: 'Two tracks never move in the same week while the worst is above 2.',
    },
  ],
  missing: [],
  changeUrl: '/c/example',
  action: '/c/example/done',
  choice: null,
  physio: false,
  safety: null,
  meUrl: '/me/example',
  askWorstWhen: false,
  goal: null,
  noteSigns: [],
};

export const ME: MePage = {
  status: 'active',
  action: '/me/example',
  notice: null,
  errors: [],
  plan: PLAN,
  strip: STRIP,
  sessionUrl: '/x/example',
  headline: DONE.headline,
  changes: DONE.changes,
  reasons: DONE.reasons,
  choice: null,
  painByWeek: [
    { week: 0, average: 5 },
    { week: 1, average: 4 },
    { week: 2, average: null },
    { week: 3, average: 10 },
    { week: 4, average: 0 },
  ],
  measures: [
    'What you miss most, from 0 (not at all) to 10 (as before): 3 at the start, 6 in week 4. That is 3 up.',
    'Your calf compared with the start, from −5 (worse) to +5 (better): +2 in week 4.',
  ],
  progress: {
    ladders: [
      {
        title: 'Calf strength',
        rungs: [
          { name: 'Seated', where: 'done' },
          { name: 'Both legs', where: 'done' },
          { name: 'Two up, one down', where: 'here' },
          { name: 'Single leg, slow', where: 'ahead' },
        ],
      },
      {
        title: 'Running',
        rungs: [
          { name: 'walks', where: 'done' },
          { name: '6 × (1 min jog, 4 min walk)', where: 'here' },
          { name: '30 min of easy running', where: 'ahead' },
        ],
      },
    ],
    ownRunning: null,
    raises: { left: 19, right: 26 },
    door: ['One test stands between you and level 4.', '19 of 26 is 73 percent; the step opens at 80.'],
    forecast: ['If your calf stays calm: 30 minutes of running in one session between 18 May and 8 June.'],
    race: 'We have noted your race on Saturday 9 May. Tell us its distance or your time as well.',
  },
  nextPlanOn: 'Monday 9 March',
  checkInUrl: '/c/example',
  pausedUntil: null,
  mailsCameBack: false,
  settings: { weekday: 1, hour: 7, timeZone: 'Europe/Berlin', units: 'km', rhythm: 'full' },
  timeZones: TIME_ZONES,
  safety: null,
  unsubscribeUrl: '/u/example',
  research: false,
  looks: [],
  summaryUrl: '/me/example/summary',
  calendarUrl:
    'https://calf.example.org/cal/AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vc.ics',
  worseUrl: '/w/example',
  maintenance: null,
  canReturn: false,
  runningUrl: '/running/example',
  shoesUrl: '/shoes/example',
  own: [
    { label: 'I do my sessions:', words: 'after breakfast, in the kitchen' },
    { label: 'If I miss one, then I:', words: 'do it the next evening' },
  ],
  painRule: PAIN_RULE,
  stopSigns: [
    'chest pain or short breath',
    'swelling, redness or heat in one leg',
    'a pop, or you cannot walk on it',
  ],
  pauseRange: ['2026-03-03', '2026-04-26'],
};

export const WORSE: WorsePage = { action: '/w/example', values: {}, errors: [] };
export const FLARED: FlaredPage = {
  headline: 'Strength moves down to Level 2; running moves down to walks.',
  restUntil: 'Wednesday 11 March',
  rest: [
    'No calf exercises and no running until then.',
    'Walk as much as is comfortable.',
    'If it is no better in two days, or gets worse, please have it looked at.',
  ],
  changes: [
    { track: 'strength', direction: 'down', from: 'Level 3 · Two up, one down', to: 'Level 2 · Both legs' },
    { track: 'running', direction: 'down', from: 'six times one minute', to: 'walks' },
  ],
  meUrl: '/me/example',
};
export const FRESH: FreshPage = {
  action: '/fresh/example',
  what: 'return',
  values: {},
  errors: [],
  seenRange: ['2026-03-02', '2026-03-09'],
  because: ['swelling, redness or heat in one leg', 'walking was hard'],
  needs: 'a doctor',
};
export const HISTORY: HistoryPage = {
  entries: [
    { on: 'Monday 9 March, 07:01', title: 'Mail: The plan of the week', lines: ['It was delivered.'] },
    {
      on: 'Monday 9 March, 07:00',
      title: 'Week 2: a step up',
      lines: [
        'Strength moves up to level 2 (Both legs); running stays with walks.',
        'Why: your average was 2, your worst 3, and you passed the test.',
      ],
    },
    {
      on: 'Sunday 8 March, 18:12',
      title: 'You answered the check-in of week 1',
      lines: ['Average pain: 2 of 10', 'Worst pain: 3 of 10', 'Your note: the hill behind the mill'],
    },
    { on: 'Monday 2 March, 06:40', title: 'You confirmed your address', lines: [] },
  ],
  meUrl: '/me/example',
};

export interface PageExample {
  /** The page, by the name of its file. */
  readonly page: string;
  readonly name: string;
  readonly html: string;
}
/** An example before it has a frame. */
export interface PageDraft extends Omit<PageExample, 'html'> {
  readonly html: (frame: PageFrame) => string;
}
