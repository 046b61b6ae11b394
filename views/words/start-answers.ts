/** The answers that placed a person, in words: the strength row that fitted, and how running begins. */
import { type Fact, fact, numberOf, type Params } from './facts.ts';

type ToWords = (params: Params) => Fact | null;

const RAISE: Readonly<Record<string, string>> = {
  fine: 'is fine',
  hurts: 'hurts',
  cannotPain: 'is not possible for pain',
  cannotWeak: 'does not work yet',
  cannotEither: 'does not work on either side',
  notTried: 'was not tried',
  blank: 'was left open',
};
const raise = (legs: string, answer: string): string => `${legs} ${RAISE[answer] ?? answer}`;

/** "today", "yesterday", "3 days ago"; a day that was left open counts as today. */
const ago: ToWords = (params) => {
  const days = numberOf(params, 'days');
  if (days === null) return null;
  if (params['dayOpen'] === 'yes') return fact('on a day that was left open', ['onsetDate', 'blank']);
  return fact(days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`, ['onsetDate', days]);
};
const began: ToWords = (params) => {
  if (params['onset'] === 'blank')
    return fact('how it began was left open, which counts as sudden', ['onset', 'blank']);
  const when = ago(params);
  if (when === null) return null;
  const said = `it began suddenly ${when.said}`;
  return { said, read: when.read.map((one) => ({ ...one, said })) };
};

/** The answers that placed the person: of the row that fitted, or of what keeps the start below it. */
const because: ToWords = (params) => {
  switch (params['limit']) {
    case 'sudden':
      return began(params);
    case 'unknownDay':
      return fact('the day it began was left open', ['onsetDate', 'blank']);
    case 'prevent':
      return fact('nothing hurts and you want to keep it that way', ['intent', 'prevent']);
    case 'capped': {
      const row = byRow(params);
      if (row === null) return null;
      const said = `a limit holds it there; ${row.said}`;
      return { said, read: row.read.map((one) => ({ ...one, said })) };
    }
    default:
      return byRow(params);
  }
};

/** The first row of the start table that fitted, by its answers (docs/clinical-rules.md §9.2). */
const byRow: ToWords = (params) => {
  const two = String(params['twoLegRaise'] ?? '');
  const one = String(params['singleLegRaise'] ?? '');
  const reps = numberOf(params, 'reps');
  const avg = numberOf(params, 'avg');
  switch (params['row']) {
    case 'ST-1':
      return began(params);
    case 'ST-2':
      return fact(raise('rising on both legs', two), ['twoLegRaise', two]);
    case 'ST-3':
      return avg === null ? null : fact(`your pain averages ${avg}`, ['painAverage', avg]);
    case 'ST-4':
      return fact(raise('rising on both legs', two), ['twoLegRaise', two]);
    case 'ST-5':
      return one === 'fine'
        ? fact('rising on both legs is fine, and no raise on one leg was counted', ['singleLegRaise', one])
        : fact(`rising on both legs is fine, and ${raise('on one leg it', one)}`, ['singleLegRaise', one]);
    case 'ST-6':
    case 'ST-7':
      return reps === null
        ? null
        : fact(`you counted ${reps} raise${reps === 1 ? '' : 's'} on one leg`, ['singleLegReps', reps]);
    default:
      return null;
  }
};

/** Why running begins as it does; the first cause that fits, as the start has tested them. */
const begins: ToWords = (params) => {
  const walks = 'running begins with walks';
  const pain = numberOf(params, 'painRunning');
  const minutes = numberOf(params, 'longestRun');
  switch (params['walks']) {
    case 'keeps':
      return minutes === null
        ? null
        : fact(`You keep running, ${minutes} minutes at the longest for now.`, ['longestRun30d', minutes]);
    case 'notRunning':
      return fact(`You do not run at the moment, so ${walks}.`, ['runsNow', 'no']);
    case 'newRunner':
      return fact(`Running is new to you, so it begins with walks.`, ['runsNow', 'new']);
    case 'noLength':
      return fact(`You told us of no run in the last 30 days, so ${walks}.`, ['longestRun30d', 'blank']);
    case 'sudden':
      return fact(`It is too early to run after a sudden start, so ${walks}.`, ['onset', 'sudden']);
    case 'runPain':
      return pain === null ? null : fact(`Your runs hurt at ${pain}, so ${walks}.`, ['painRunning', pain]);
    case 'notSettled':
      return fact(`Your calf is not back to usual by the next morning, so ${walks}.`, ['nextDay', 'other']);
    case 'level':
      return fact(`Strength comes first, so ${walks}.`);
    default:
      return fact(`For now ${walks}.`);
  }
};

export const START_FACTS: Readonly<Record<string, ToWords>> = { because, begins, ago };
