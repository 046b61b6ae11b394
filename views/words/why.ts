/**
 * Why this week is as it is: one sentence of the curriculum with the values of this week that the deciding
 * rule read, each kept beside the sentence. Values stand in the reason's parameters; here they become words.
 */

import type { Curriculum } from '../../program/curriculum/schema.ts';
import { nameOf } from '../../program/curriculum/words.ts';
import { type Fact, fact, numberOf, type Params, type Read } from './facts.ts';
import { numberInWords } from './numbers.ts';
import { START_FACTS } from './start-answers.ts';

type ToFact = (params: Params, curriculum: Curriculum) => Fact | null;

/** Parameters that are the very value of a field. */
const FIELDS: Readonly<Record<string, string>> = {
  avg: 'painAverage',
  worst: 'painWorst',
  prev: 'previousAverage',
  done: 'sessionsDone',
  plan: 'sessionsPlanned',
  minutes: 'longestRunMinutes',
  planned: 'minutesPlanned',
  missed: 'missed',
  pain: 'painNow',
  answers: 'answers',
  level: 'level',
  fields: 'missing',
  seenOn: 'seenOn',
};

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** "no pain at all", "pain of 2 at most", "an average of 1 and a worst moment of 2". */
const calm: ToFact = (params) => {
  const [avg, worst] = [numberOf(params, 'avg'), numberOf(params, 'worst')];
  if (avg === null || worst === null) return null;
  const said =
    worst === 0
      ? 'no pain at all'
      : avg === worst
        ? `pain of ${worst} at most`
        : `an average of ${avg} and a worst moment of ${worst}`;
  return fact(said, ['painAverage', avg], ['painWorst', worst]);
};

/** "all 3 sessions", "1 of 3 sessions", "none of the 3 sessions", "4 sessions instead of 3". */
const sessions: ToFact = (params) => {
  const [done, plan] = [numberOf(params, 'done'), numberOf(params, 'plan')];
  if (done === null || plan === null) return null;
  const said =
    plan === 0
      ? plural(done, 'session')
      : done > plan
        ? `${plural(done, 'session')} instead of ${plan}`
        : done === plan
          ? plan === 1
            ? 'the one session'
            : `all ${plan} sessions`
          : done === 0
            ? `none of the ${plan} sessions`
            : `${done} of ${plan} sessions`;
  return fact(said, ['sessionsDone', done], ['sessionsPlanned', plan]);
};

/**
 * What a run was too long for: a week of walks, or its own measure. On a stage with walks, who counted them
 * reads that they do not count.
 */
const against: ToFact = (params, { stages }) => {
  const planned = numberOf(params, 'planned');
  if (planned === null) return null;
  const hasWalks = stages.some((stage) => stage.totalRunMinutes === planned && stage.walkMinutes > 0);
  const measure = `where ${planned} were the measure${hasWalks ? ', the walks between left out' : ''}`;
  return fact(planned === 0 ? 'in a week of walks' : measure, ['minutesPlanned', planned]);
};

const STIFF: Readonly<Record<string, string>> = {
  '0': 'no longer',
  '1-10': 'for up to 10 minutes',
  '11-30': 'for 11 to 30 minutes',
  over30: 'for more than half an hour',
};
/** The morning as the rule read it: longer than a day, within the day, both legs, or minutes of stiffness. */
const morning =
  (reads: 'longer' | 'worse24'): ToFact =>
  ({ nextDay, stiff }) => {
    if (nextDay === 'longer' && reads === 'longer')
      return fact('your calf stayed sore for longer than a day', ['nextDay', nextDay]);
    if (nextDay === 'worse24' && reads === 'worse24')
      return fact('your calf was sore the next morning and settled within the day', ['nextDay', nextDay]);
    if (nextDay === 'stiffBoth') return fact('both calves were stiff the next morning', ['nextDay', nextDay]);
    const minutes = STIFF[String(stiff)];
    return minutes === undefined
      ? null
      : fact(`mornings were stiff ${minutes}, longer than before`, ['stiffMinutes', String(stiff)]);
  };

const painkiller: ToFact = ({ painkillers }) =>
  painkillers === 'yes'
    ? fact('you took something for your calf', ['painkillers', painkillers])
    : painkillers === 'unsure'
      ? fact('you were not sure whether you took something for your calf', ['painkillers', painkillers])
      : null;

const checkIns: ToFact = (params) => {
  const missed = numberOf(params, 'missed');
  return missed === null
    ? null
    : fact(`${numberInWords(missed)} check-in${missed === 1 ? '' : 's'}`, ['missed', missed]);
};
const weeksIn = (n: number): string => `${numberInWords(n)} week${n === 1 ? '' : 's'}`;
/** Weeks of a pause that was asked for are no silence (docs/clinical-rules.md §12 A20). */
const away: ToFact = (params) => {
  const missed = numberOf(params, 'missed');
  if (missed === null) return null;
  const how = params['fromBreak'] === 'yes' ? 'away' : 'without an answer';
  return fact(`${weeksIn(missed)} ${how}`, ['missed', missed]);
};

/** Weeks that count as missed for the dose, whatever was missing in them. */
const weeksMissed: ToFact = (params) => {
  const missed = numberOf(params, 'missed');
  return missed === null ? null : fact(weeksIn(missed), ['missed', missed]);
};

/** What opened the step, as the end of a list that begins with the sessions: tests passed, calm runs. */
const proof: ToFact = (params, curriculum) => {
  const facts: Fact[] = [];
  const { test, runTest } = params;
  const runs = numberOf(params, 'runs');
  if (typeof test === 'string')
    facts.push(fact(`passed the test for ${nameOf(curriculum, test)}`, ['gateStrength', 'yes']));
  if (runTest === 'yes') facts.push(fact('passed the test before your first jog', ['gateRun', 'yes']));
  if (runs !== null) facts.push(fact(`had ${plural(runs, 'calm run')}`, ['runsDone', runs]));
  const [only, ...more] = facts.map(({ said }) => said);
  if (only === undefined) return null;
  const said = more.length === 0 ? ` and ${only}` : `, ${only} and ${more.join(' and ')}`;
  return { said, read: facts.flatMap(({ read }) => read) };
};
const MOVED: Readonly<Record<string, string>> = {
  strength: 'strength moves on',
  running: 'running moves on',
  both: 'strength and running both move on',
};
const moved: ToFact = (params) => {
  const said = MOVED[String(params['moved'])];
  return said === undefined ? null : fact(said);
};

const ill: ToFact = () => fact('a fever or of feeling ill', ['redFlags', 'fever']);
/** docs/clinical-rules.md §9.11: what a relapse is. */
const RELAPSE_WORST = 4;
const RELAPSE_AVERAGE = 3;
/** What brought the weekly plans back, by the first of the three signs that fits. */
const spokeUp: ToFact = (params) => {
  const [avg, worst] = [numberOf(params, 'avg'), numberOf(params, 'worst')];
  if (worst !== null && worst >= RELAPSE_WORST)
    return fact(`the worst moment was a ${worst}`, ['painWorst', worst]);
  if (avg !== null && avg >= RELAPSE_AVERAGE) return fact(`the average was a ${avg}`, ['painAverage', avg]);
  const { nextDay } = params;
  return typeof nextDay === 'string' && nextDay !== 'settled'
    ? fact('the next morning was not back to usual', ['nextDay', nextDay])
    : null;
};
const CHOICES: Readonly<Record<string, string>> = { easier: 'an easier week', repeat: 'the same week again' };
const choice =
  (made: 'easier' | 'repeat'): ToFact =>
  () =>
    fact(CHOICES[made] ?? made, ['choice', made]);
const SEEN_BY: Readonly<Record<string, string>> = {
  doctor: 'a doctor',
  physio: 'a physiotherapist',
  nurse: 'a nurse',
};
const seenBy: ToFact = (params) => {
  const by = String(params['seenBy']);
  const said = SEEN_BY[by];
  return said === undefined ? null : fact(said, ['seenBy', by]);
};

const FACTS: Readonly<Record<string, ToFact>> = {
  calm,
  sessions,
  against,
  morningLonger: morning('longer'),
  morningWithin: morning('worse24'),
  painkiller,
  checkIns,
  away,
  weeksMissed,
  proof,
  moved,
  ill,
  easier: choice('easier'),
  repeat: choice('repeat'),
  seenBy,
  spokeUp,
  ...START_FACTS,
};

/** The words for one {name}: facts first, else the parameter itself, codes read out. */
function factOf(name: string, params: Params, curriculum: Curriculum): Fact | null {
  const known = FACTS[name];
  if (known !== undefined) return known(params, curriculum);
  const value = params[name];
  if (value === undefined) return null;
  const said =
    typeof value === 'number'
      ? String(value)
      : value
          .split(', ')
          .map((code) => nameOf(curriculum, code))
          .join(', ');
  const field = FIELDS[name];
  return field === undefined ? fact(said) : fact(said, [field, value]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface Why {
  readonly text: string;
  readonly read: readonly Read[];
}

/**
 * A sentence with its facts, {Name} with a capital. Null where one of them is not known: then the sentence
 * would have a hole.
 */
export function whyOf(template: string, params: Params, curriculum: Curriculum): Why | null {
  const read: Read[] = [];
  let hole = false;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const key = name.charAt(0).toLowerCase() + name.slice(1);
    const found = factOf(key, params, curriculum);
    if (found === null) {
      hole = true;
      return '';
    }
    const said = key === name ? found.said : capital(found.said);
    read.push(...found.read.map((one) => ({ ...one, said: one.said === found.said ? said : one.said })));
    return said;
  });
  return hole ? null : { text, read };
}
