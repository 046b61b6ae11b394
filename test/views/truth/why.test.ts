/**
 * The why of a week is a why: it says a value of that very week which the deciding rule reads, and no two
 * weeks running say it alike.
 */
import { describe, expect, test } from 'vitest';
import type { PlanView } from '../../../views/mail/views.ts';
import { playedLives, type ReadMail, randomLives } from './lives.ts';

const played = playedLives().map(({ mails }) => mails);
const random = randomLives().map(({ mails }) => mails);

type Life = readonly ReadMail[];
interface Week {
  readonly week: number;
  readonly code: string;
  readonly body: PlanView;
  readonly read: ReadMail;
}
const weeksOf = (life: Life): readonly Week[] =>
  life.flatMap((read) => {
    const { body } = read.view;
    if (body.kind !== 'start' && body.kind !== 'plan' && body.kind !== 'decision') return [];
    const code = body.reasons[0]?.code ?? 'none';
    return [{ week: body.plan.week, code, body, read }];
  });

/** Which fields each rule reads, or the rules before it that let it through (docs/clinical-rules.md §9.4). */
const SCORES = ['painAverage', 'painWorst'] as const;
const DONE = ['sessionsDone', 'sessionsPlanned'] as const;
const READS: Readonly<Record<string, readonly string[]>> = {
  'AD-04': ['missed'],
  'AD-05': ['painAverage'],
  'AD-06': ['painWorst'],
  'AD-07': ['nextDay', 'stiffMinutes'],
  'AD-08': ['painAverage', 'previousAverage'],
  'AD-09': ['longestRunMinutes', 'minutesPlanned', 'painWorst'],
  'AD-10': ['missed'],
  'AD-11': ['painAverage'],
  'AD-12': ['painWorst'],
  'AD-13': ['nextDay', 'stiffMinutes'],
  'AD-14': ['painAverage', 'previousAverage'],
  'AD-15': ['painAverage', 'previousAverage'],
  'AD-16': ['painkillers', 'painAverage'],
  'AD-17': [...DONE],
  'AD-18': ['longestRunMinutes', 'minutesPlanned'],
  'AD-18b': [...DONE],
  'AD-18c': ['painAverage'],
  'AD-19': ['missed'],
  'AD-20': [...SCORES, ...DONE],
  'AD-21': [...SCORES, ...DONE, 'gateStrength', 'gateRun', 'runsDone'],
  'AD-22': [...SCORES, ...DONE, 'gateStrength', 'gateRun', 'runsDone'],
  silence: ['missed'],
  'silence-heard': ['missed'],
  burst: ['answers'],
  incomplete: ['painAverage', 'missing'],
  fever: ['redFlags'],
  'floor-reached': ['level'],
  'chose-easier': ['choice'],
  'chose-repeat': ['choice'],
  start: [
    ...['onset', 'onsetDate', 'twoLegRaise', 'singleLegRaise', 'singleLegReps', 'painAverage'],
    ...['longestRun30d', 'runsNow', 'painRunning', 'nextDay', 'level', 'intent'],
  ],
  returned: ['seenBy', 'seenOn'],
  flare: ['painNow'],
  relapse: ['painAverage', 'painWorst', 'nextDay'],
  'words-open': ['missed'],
};

/** What the history keeps of the week that was decided. */
const toldOf = ({ read, week }: Week): Readonly<Record<string, unknown>> => {
  const course = 'course' in read.person ? read.person.course : null;
  const digest = course?.history.findLast((d) => d.week === week - 1);
  return digest === undefined
    ? {}
    : {
        painAverage: digest.average,
        sessionsDone: digest.sessionsDone,
        sessionsPlanned: digest.sessionsPlanned,
        longestRunMinutes: digest.longestRun,
        ...(digest.worst === null ? {} : { painWorst: digest.worst }),
      };
};

/** What is wrong with the why of one week. */
function faultsOf(one: Week): readonly string[] {
  const [first] = one.body.reasons;
  if (first === undefined) return ['no reason'];
  const where = `${one.read.mail.occasion} ${first.code}: ${first.long}`;
  const read = first.read ?? [];
  const own = READS[first.code];
  if (own === undefined) return [`${where}: no rule that a plan may follow`];
  const told = toldOf(one);
  return [
    ...(read.some(({ field }) => own.includes(field)) ? [] : [`${where}: no value that the rule reads`]),
    ...read.filter(({ field }) => !own.includes(field)).map(({ field }) => `${where}: reads ${field}`),
    ...read.filter(({ said }) => !first.long.includes(said)).map(({ said }) => `${where}: not said: ${said}`),
    ...(/^AD-/.test(first.code)
      ? read
          .filter(({ field, value }) => told[field] !== undefined && told[field] !== value)
          .map(({ field, value }) => `${where}: ${field} was ${told[field]}, not ${value}`)
      : []),
  ];
}

/** The whys of plans of two weeks running that read alike. */
const alike = (weeks: readonly Week[]): readonly string[] =>
  weeks.flatMap((one, at) => {
    const next = weeks[at + 1];
    const same = next !== undefined && next.week === one.week + 1;
    return same && one.body.reasons[0]?.long === next.body.reasons[0]?.long
      ? [`${next.read.mail.occasion}: ${next.body.reasons[0]?.long}`]
      : [];
  });

describe('the why of a week', () => {
  test.each([
    ['in every played life', played, 100],
    // How many weeks random lives have depends on the seed: half of them end at the intake.
    ['in random lives', random, 40],
  ])('%s says a value that the rule read, and never what it said the week before', (_, lives, least) => {
    const weeks = lives.map(weeksOf);
    expect(weeks.flat().length).toBeGreaterThan(least);
    expect(weeks.flat().flatMap(faultsOf).slice(0, 10)).toEqual([]);
    expect(weeks.flatMap(alike).slice(0, 10)).toEqual([]);
  });

  test('the words of each rule: how many a rule has, how long the same ones run', () => {
    const said = new Map<string, Set<string>>();
    let longest = 0;
    for (const life of played) {
      let run = 0;
      let last = '';
      for (const { body, code } of weeksOf(life)) {
        const long = body.reasons[0]?.long ?? '';
        said.set(code, (said.get(code) ?? new Set()).add(long));
        run = long === last ? run + 1 : 1;
        last = long;
        longest = Math.max(longest, run);
      }
    }
    const counts = [...said].map(([code, words]) => `${code} ${words.size}`).sort();
    process.stdout.write(`distinct whys: ${counts.join(', ')}; longest run of equal ones: ${longest}\n`);
    // A decision of the same week may say again what its plan said.
    expect(longest).toBeLessThanOrEqual(2);
    expect(said.get('AD-21')?.size).toBeGreaterThan(20);
  });
});

describe('a why that is none is found', () => {
  const plans = played.flatMap(weeksOf).filter(({ code }) => code === 'AD-21');
  const first = plans[0] as Week;
  const withReason = (change: Partial<PlanView['reasons'][number]>): Week => {
    const [own, ...rest] = first.body.reasons;
    if (own === undefined) return first;
    return { ...first, body: { ...first.body, reasons: [{ ...own, ...change }, ...rest] } };
  };
  test.each([
    ['no value', withReason({ read: [] }), /no value/],
    [
      'a value of another week',
      withReason({ read: [{ field: 'painAverage', value: 9, said: '' }] }),
      /not 9/,
    ],
    ['a value the sentence keeps to itself', withReason({ long: 'Your answers were calm.' }), /not said/],
    [
      'a field the rule does not read',
      withReason({ read: [{ field: 'ageBand', value: 1, said: '' }] }),
      /reads/,
    ],
  ])('%s', (_, week, fault) => {
    expect(faultsOf(week).join('\n')).toMatch(fault);
  });
  test('the same words two weeks running', () => {
    const next: Week = { ...first, week: first.week + 1 };
    expect(alike([first, next])).toHaveLength(1);
  });
});
