/**
 * What the generated people write: on the two optional pages and in replies. Their own sentences are as
 * awkward as people's are.
 */
import type { Persona } from '../../../simulate/personas/persona.ts';

type Act = Persona['acts'][number];

/**
 * "About your running": goals and when-then plans in markup, right to left, with quotes, at full length, or
 * none.
 */
export const ABOUT: readonly NonNullable<Act['running']>[] = [
  {
    arch: 'flat',
    surface: 'hills',
    weeklyDistance: 30,
    raisedRecently: 'yes',
    sitsLong: 'yes',
    warmsUp: 'no',
    crossTrains: 'no',
    strengthTrains: 'no',
    goal: 'The Three Peaks in June, with my sister — slowly.',
    planWhen: 'after breakfast on Monday, Wednesday and Friday',
    planIfMissed: 'do it the next evening',
  },
  {
    surface: 'road',
    goal: '<b>Sub-4</b> & "no walking" {{x}}',
    planWhen: 'at 6 > 7, on <days> I feel like it',
    planIfMissed: 'I don\u2019t',
  },
  {
    surface: 'trail',
    goal: '\u05dc\u05e8\u05d5\u05e5 \u05e2\u05dd \u05d4\u05db\u05dc\u05d1',
    planWhen: '\u05d1\u05d1\u05d5\u05e7\u05e8',
    planIfMissed: '\u202eevil\u202c',
  },
  {
    surface: 'mixed',
    goal: `A very long way. ${'Far '.repeat(45)}`.trim().slice(0, 200),
    planWhen: 'x'.repeat(120),
    planIfMissed: `${'and again '.repeat(11)}`.trim(),
  },
  { surface: 'treadmill', goal: null, planWhen: '🏃🏽‍♀️ at lunch', planIfMissed: null },
  {
    arch: 'high',
    surface: 'sand',
    weeklyDistance: 5,
    sitsLong: 'no',
    warmsUp: 'yes',
    crossTrains: 'yes',
    strengthTrains: 'yes',
  },
];

/** Shoe checks: everything wrong, nothing wrong, little known, feet that need their shoes on. */
export const SHOES: readonly NonNullable<Act['shoes']>[] = [
  {
    gapMm: 0,
    nails: 'yes',
    sides: 'yes',
    heelSlip: 'yes',
    numbTop: 'yes',
    measuredLate: 'no',
    socks: 'no',
    sizesDiffer: 'yes',
    miles: 620,
    worn: 'yes',
    dueNew: 'yes',
  },
  {
    gapMm: 11,
    nails: 'no',
    sides: 'no',
    heelSlip: 'no',
    numbTop: 'no',
    miles: 80,
    worn: 'no',
    comfort: 9,
    pairs: 2,
    runsRegularly: 'yes',
    arch: 'usual',
  },
  {
    gapMm: 18,
    dropNow: 4,
    dropChange8wk: 'lower',
    painAfterChange: 'yes',
    minimal: 'yes',
    comfort: 3,
    pairs: 1,
  },
  { nails: 'unsure', sides: 'unsure', arch: 'flat', orthotics: 'yes' },
];

/** Every kind of reply: numbers, lines, commands, doubt, a sign, nothing, and words that are none of it. */
export const REPLIES: readonly string[] = [
  '2',
  '3/10, settled by the morning',
  '2 OK',
  '2, worst 3, did 3 of 3, ran 0 min, fine next morning, no painkillers, no stop signs, tests ok',
  'somewhere between 3 and 6, hard to say',
  'my calf is a 6 and it hurts on the stairs',
  'EASIER',
  'REPEAT',
  'HELP',
  'WORSE',
  'PAUSE 2 weeks',
  'RESUME',
  'EXPORT',
  'DELETE',
  'Thank you, the drawing of the short foot helped a lot!\n\nSam',
  'My left leg is swollen and warm since yesterday',
  '9',
  '',
];

/** What mail programs leave below a reply; our own scale and numbers stand in it and are no answer. */
export const QUOTED: readonly string[] = [
  '',
  '',
  '\n\nSent from my phone',
  '\n\nOn Sun, 8 Mar 2026 at 07:00, Calf Coach <coach@mail.example.org> wrote:\n> How was your calf this week?\n> 0 1 2 3 4 5 6 7 8 9 10\n> https://calf.example.org/c/AQECAwQFBg/3\n',
];
