/**
 * Plain words for every option of the forms, with the source of the question. A missing option is an error of
 * the build: each map is exhaustive over the option list in program/answers.
 */
import type { GateAnswer } from '../program/answers/check-in.ts';
import type { CLOT_RISKS, Condition, NextDay, RAISES, RedFlag } from '../program/answers/intake.ts';

/**
 * `label` is the sentence beside the box; `sources` are ids of the evidence register
 * (docs/clinical-rules.md §6).
 */
export interface Words {
  readonly label: string;
  readonly hint?: string;
  readonly sources: readonly string[];
}
export type WordsOf<T extends string> = Readonly<Record<T, Words>>;

export const RED_FLAG_WORDS: WordsOf<RedFlag> = {
  chest: {
    label:
      'Chest pain, fainting, coughing up blood, a racing heart at rest, or breathlessness that is not just from exercise',
    sources: ['TR-E1'],
  },
  numbCold: {
    label: 'A leg or foot that is suddenly numb, weak, cold, pale or blue',
    sources: ['TR-E2', 'TR-E3'],
  },
  swelling: {
    label: 'Swelling, redness, a change of colour or heat in one leg, or a hard sore vein',
    sources: ['TR-D4', 'TR-D6', 'S-38'],
  },
  pop: {
    label: 'A pop, a snap, a feeling of being kicked, or a heel that will not lift',
    sources: ['TR-D5'],
  },
  walk: { label: 'Trouble walking, or I cannot put weight on the leg', sources: ['TR-D1', 'S-35'] },
  knee: { label: 'I cannot bend my knee', sources: ['TR-D2', 'S-36'] },
  fever: { label: 'A fever, shivering or feeling ill', sources: ['TR-E4'] },
  wakes: {
    label: 'Calf pain that keeps waking me at night (not a cramp that passes in minutes)',
    sources: ['TR-W1'],
  },
  bone: { label: 'One sore spot on the bone that a fingertip covers', sources: ['TR-W1'] },
  dark: {
    label: 'Dark, cola-coloured urine, or severe muscle pain after a new medicine',
    sources: ['TR-D8'],
  },
  newMedicine: {
    label:
      'New since we last asked: an antibiotic, a blood thinner, an operation, a pregnancy or a long journey',
    sources: ['TR-W6'],
  },
  rockHard: {
    label: 'A calf as hard as rock, or pain far worse than the cause seems to explain',
    sources: ['TR-E2'],
  },
  saddle: {
    label: 'Numbness between the legs, new trouble with bladder or bowel, or both legs weak',
    sources: ['TR-E5'],
  },
  injury: {
    label:
      'A fall or a blow with a bent-looking leg or an open wound, or after which I cannot take four steps',
    sources: ['TR-E6'],
  },
  walkCramp: {
    label: 'A cramp that comes at the same walking distance and eases when I stand still',
    sources: ['TR-W2'],
  },
  runNumb: {
    label: 'A tight calf with a numb or weak foot that comes at the same point of a run',
    sources: ['TR-W3'],
  },
  backLeg: { label: 'Back pain together with tingling or weakness in the leg', sources: ['TR-W4'] },
  weightLoss: {
    label: 'Weight loss or fevers nobody can explain, or new bone or leg pain after a cancer',
    sources: ['TR-W5'],
  },
  bruise: { label: 'A big bruise on the calf, although I walk normally', sources: ['TR-P2'] },
};

/** At the very first asking nothing is "since we last asked". */
export const NEW_MEDICINE_AT_INTAKE =
  'New in the last weeks: an antibiotic, a blood thinner, an operation, a pregnancy or a long journey';

export const CONDITION_WORDS: WordsOf<Condition> = {
  pregnant: {
    label: 'Pregnant, or gave birth within the last 12 weeks',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  surgery12w: {
    label: 'An operation on a leg, another big operation, a cast or a boot within the last 12 weeks',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  clotHistory: { label: 'A blood clot in a leg or lung, ever', sources: ['docs/clinical-rules.md §6.5'] },
  clottingDisorder: {
    label: 'Blood that clots too easily (a known clotting disorder)',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  cancer: {
    label: 'Cancer now, or treated within the last 6 months',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  anticoagulant: { label: 'I take a blood thinner', sources: ['docs/clinical-rules.md §6.5'] },
  quinolone6m: {
    label: 'One of certain antibiotics, now or within the last 6 months',
    hint: 'Names that end in -floxacin, such as ciprofloxacin or levofloxacin',
    sources: ['docs/clinical-rules.md §6.5', 'TR-D7'],
  },
  steroids: { label: 'Steroid tablets for a long time', sources: ['docs/clinical-rules.md §6.5'] },
  achillesRupture: { label: 'A torn or repaired Achilles tendon', sources: ['docs/clinical-rules.md §6.5'] },
  fracture: {
    label: 'A leg or stress fracture that nobody has cleared me from yet',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  arteries: { label: 'Narrowed arteries in the legs', sources: ['docs/clinical-rules.md §6.5'] },
  diabeticFoot: {
    label: 'Diabetes with numb feet or a foot wound',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  heart: {
    label: 'A heart condition, or chest pain, dizziness or collapse with exercise',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  kidney: { label: 'Kidney disease', sources: ['docs/clinical-rules.md §6.5'] },
  supervisedOnly: {
    label: 'I was told to exercise only under supervision',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  arthritis: {
    label: 'Inflammatory arthritis or a connective-tissue disease',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  bleedingDisorder: {
    label: 'Blood that does not clot well (a bleeding disorder)',
    sources: ['docs/clinical-rules.md §6.5'],
  },
  inactive70: { label: 'I am 70 or older and not active now', sources: ['docs/clinical-rules.md §6.5'] },
  otherMainPain: {
    label: 'My main pain is somewhere else: hip, back, knee or shin',
    sources: ['docs/clinical-rules.md §6.5', 'S-70'],
  },
};

export const CLOT_RISK_WORDS: WordsOf<(typeof CLOT_RISKS)[number]> = {
  travel: {
    label: 'A journey of more than four hours in the last weeks',
    sources: ['docs/clinical-rules.md §6.2'],
  },
  bedRest: { label: 'Three days or more in bed in the last weeks', sources: ['docs/clinical-rules.md §6.3'] },
  oestrogen: {
    label: 'A pill, patch, ring or hormone treatment with oestrogen',
    sources: ['docs/clinical-rules.md §6.2'],
  },
  smoking: { label: 'I smoke', sources: ['docs/clinical-rules.md §6.2'] },
  familyClot: {
    label: 'A parent, brother or sister had a blood clot',
    sources: ['docs/clinical-rules.md §6.2'],
  },
};

export const SIDE_WORDS: WordsOf<'left' | 'right' | 'both' | 'none'> = {
  left: { label: 'Left', sources: ['docs/clinical-rules.md §9.2'] },
  right: { label: 'Right', sources: ['docs/clinical-rules.md §9.2'] },
  both: { label: 'Both', sources: ['docs/clinical-rules.md §9.2'] },
  none: { label: 'Neither: nothing hurts now', sources: ['docs/clinical-rules.md §9.2'] },
};
export const INTENT_WORDS: WordsOf<'pain' | 'prevent'> = {
  pain: { label: 'My calf hurts, or did until lately', sources: ['docs/clinical-rules.md §9.2'] },
  prevent: {
    label: 'Nothing hurts: I want strong, comfortable calves',
    sources: ['docs/clinical-rules.md §9.2'],
  },
};
export const SITE_WORDS: WordsOf<'upper' | 'lower' | 'deep' | 'achilles' | 'heelbone' | 'other'> = {
  upper: { label: 'The upper, round part of the calf', sources: ['S-02'] },
  lower: { label: 'The lower calf, towards the tendon', sources: ['S-03'] },
  deep: { label: 'Deep inside; I cannot point to it', sources: ['S-03'] },
  achilles: { label: 'The tendon above the heel', sources: ['TR-D7'] },
  heelbone: { label: 'Where the tendon meets the heel bone', sources: ['docs/clinical-rules.md §9.2'] },
  other: { label: 'Somewhere else in the lower leg', sources: ['docs/clinical-rules.md §9.2'] },
};
export const ONSET_WORDS: WordsOf<'sudden' | 'gradual'> = {
  sudden: { label: 'Suddenly: I know the moment', sources: ['docs/clinical-rules.md §9.2'] },
  gradual: { label: 'Little by little', sources: ['docs/clinical-rules.md §9.2'] },
};
export const HURTS_WHEN_WORDS: WordsOf<'running' | 'backHome' | 'later' | 'notLinked' | 'unsure'> = {
  running: { label: 'While I run', sources: ['docs/clinical-rules.md §6.3'] },
  backHome: { label: 'Once I am back home', sources: ['docs/clinical-rules.md §6.3'] },
  later: { label: 'Later, or the next day', sources: ['docs/clinical-rules.md §6.3'] },
  notLinked: {
    label: 'It has nothing to do with running or exercise',
    sources: ['docs/clinical-rules.md §6.3', 'TR-D4'],
  },
  unsure: { label: 'I am not sure', sources: ['docs/clinical-rules.md §6.3', 'TR-D4'] },
};
export const NEXT_DAY_WORDS: WordsOf<NextDay> = {
  settled: { label: 'Back to usual by the next morning', sources: ['docs/clinical-rules.md §2.3', 'AD-13'] },
  worse24: {
    label: 'Worse the next morning, but settled within a day',
    sources: ['docs/clinical-rules.md §2.3', 'AD-13'],
  },
  longer: { label: 'Worse for longer than a day', sources: ['docs/clinical-rules.md §2.3', 'AD-07'] },
  stiffBoth: {
    label: 'Both calves equally stiff, the sore spot no worse',
    sources: ['docs/clinical-rules.md §9.3'],
  },
};
export const RAISE_WORDS: WordsOf<(typeof RAISES)[number]> = {
  fine: { label: 'Fine, or 3 out of 10 at most', sources: ['docs/clinical-rules.md §9.2'] },
  hurts: { label: 'I can, but it hurts 4 or more', sources: ['docs/clinical-rules.md §9.2'] },
  cannotPain: { label: 'I cannot, because it hurts', sources: ['docs/clinical-rules.md §9.2'] },
  cannotWeak: { label: 'I cannot: the sore leg is too weak, the other one can', sources: ['TR-D5'] },
  cannotEither: { label: 'I cannot on either leg, and have not for a long time', sources: ['TR-P3'] },
  notTried: { label: 'I have not tried', sources: ['docs/clinical-rules.md §9.2'] },
};
export const RUNS_NOW_WORDS: WordsOf<'yes' | 'reduced' | 'no' | 'new'> = {
  yes: { label: 'Yes, as usual', sources: ['docs/clinical-rules.md §4.1'] },
  reduced: { label: 'Yes, but less than usual', sources: ['docs/clinical-rules.md §4.1'] },
  no: { label: 'Not at the moment', sources: ['docs/clinical-rules.md §4.1'] },
  new: { label: 'I am new to running', sources: ['S-13'] },
};
export const STRAIN_WORDS: WordsOf<'0' | '1' | '2' | '3+'> = {
  '0': { label: 'None', sources: ['TR-P1'] },
  '1': { label: 'One', sources: ['TR-P1'] },
  '2': { label: 'Two', sources: ['TR-P1'] },
  '3+': { label: 'Three or more', sources: ['TR-P1'] },
};
export const PAINKILLER_WORDS: WordsOf<'yes' | 'no' | 'unsure'> = {
  yes: { label: 'Yes', sources: ['AD-16', 'S-29'] },
  no: { label: 'No', sources: ['AD-16', 'S-29'] },
  unsure: { label: 'I am not sure', sources: ['AD-16', 'S-29'] },
};
export const GATE_WORDS: WordsOf<GateAnswer> = {
  yes: { label: 'Yes, at 3 or less', sources: ['docs/clinical-rules.md §2.11'] },
  pain: { label: 'I tried; it hurt more, or I could not finish', sources: ['docs/clinical-rules.md §2.11'] },
  notTried: { label: 'I did not try it', sources: ['docs/clinical-rules.md §2.11'] },
};
export const WORST_WHEN_WORDS: WordsOf<'running' | 'strength' | 'daily'> = {
  running: { label: 'While running', sources: ['AD-06'] },
  strength: { label: 'During the strength exercises', sources: ['AD-06'] },
  daily: { label: 'In daily life', sources: ['AD-06'] },
};
export const SUDDEN_WORDS: WordsOf<'yes' | 'no'> = {
  yes: { label: 'Yes: I know the moment', sources: ['MD-8', 'docs/clinical-rules.md §9.2'] },
  no: { label: 'No: little by little', sources: ['MD-8', 'docs/clinical-rules.md §9.2'] },
};
export const SEEN_BY_WORDS: WordsOf<'doctor' | 'physio' | 'nurse' | 'nobody'> = {
  doctor: { label: 'A doctor', sources: ['docs/clinical-rules.md §6.1.3'] },
  physio: { label: 'A physiotherapist', sources: ['docs/clinical-rules.md §6.1.3'] },
  nurse: { label: 'A nurse', sources: ['docs/clinical-rules.md §6.1.3'] },
  nobody: { label: 'Nobody yet', sources: ['docs/clinical-rules.md §6.1.3'] },
};
export const SAID_WORDS: WordsOf<'okToLoad' | 'wait' | 'notThis'> = {
  okToLoad: { label: 'I may exercise the calf', sources: ['docs/clinical-rules.md §6.1.3'] },
  wait: { label: 'I should wait, or more needs to be looked at', sources: ['docs/clinical-rules.md §6.1.3'] },
  notThis: { label: 'This kind of programme is not for me', sources: ['docs/clinical-rules.md §6.1.3'] },
};
export const NORM_SEX_WORDS: WordsOf<'female' | 'male' | 'skip'> = {
  female: { label: 'The table for women', sources: ['docs/clinical-rules.md §2.5'] },
  male: { label: 'The table for men', sources: ['docs/clinical-rules.md §2.5'] },
  skip: { label: 'I would rather not say', sources: ['docs/clinical-rules.md §2.5'] },
};
export const RHYTHM_WORDS: WordsOf<'full' | 'lighter'> = {
  full: { label: 'Full', sources: ['docs/clinical-rules.md §8.5'] },
  lighter: {
    label: 'Lighter: everything inside the plan and the check-in',
    sources: ['docs/clinical-rules.md §8.5'],
  },
};
export const UNIT_WORDS: WordsOf<'km' | 'mi'> = {
  km: { label: 'Kilometres', sources: ['docs/clinical-rules.md §9.8'] },
  mi: { label: 'Miles', sources: ['docs/clinical-rules.md §9.8'] },
};
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/**
 * The four stop signs of the source article, as the landing page and the intake open with them (S-35…S-38).
 */
export const STOP_SIGNS: readonly Words[] = [
  { label: 'You have trouble walking, or cannot put weight on the leg', sources: ['S-35'] },
  { label: 'You cannot bend your knee', sources: ['S-36'] },
  { label: 'The calf pain is severe: 7 or more out of 10', sources: ['S-37'] },
  { label: 'One leg is swollen, red, hot or has changed colour', sources: ['S-38'] },
  { label: 'You felt a pop, a snap or a kick in the calf, or the heel will not lift', sources: ['TR-D5'] },
];
/** Call for help at once (TR-E1…E6). */
export const EMERGENCY_SIGNS: readonly Words[] = [
  {
    label:
      'Chest pain, fainting, coughing up blood, a racing heart at rest, or breathlessness that is not just from exercise',
    sources: ['TR-E1'],
  },
  { label: 'A leg that is suddenly cold, pale, blue, numb or weak', sources: ['TR-E2', 'TR-E3'] },
  { label: 'A calf as hard as rock with pain out of proportion', sources: ['TR-E2'] },
  { label: 'A hot, red leg together with fever, shivering, vomiting or confusion', sources: ['TR-E4'] },
  {
    label: 'Numbness between the legs, new trouble with bladder or bowel, or both legs weak',
    sources: ['TR-E5'],
  },
  {
    label: 'An injury with a bent-looking leg or an open wound, or after which you cannot take four steps',
    sources: ['TR-E6'],
  },
];
