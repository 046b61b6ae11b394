/**
 * What a mail says against what is so, read from its words and from the plans alone: an own reading, which
 * shares nothing with the code that writes those words.
 */
import type { PlannedExercise, WeekPlan } from '../../../program/course/plan.ts';
import type { PlanView } from '../../../views/mail/views.ts';
import type { ReadMail } from './lives.ts';

export interface Contradiction {
  readonly kind: string;
  readonly says: string;
  readonly isSo: string;
}

type Sign = -1 | 0 | 1;
const sign = (n: number): Sign => (n > 0 ? 1 : n < 0 ? -1 : 0);

/** Minutes of running; walks count below every run, an unknown length on own runs above all. */
const load = ({ run }: WeekPlan): number => {
  if (run.stage === 'RK')
    return (
      10_000 + (run.longestRun ?? 0) * 100 + (run.volumePercent?.[0] ?? 0) + (run.noHills === true ? 0 : 0.5)
    );
  if (run.walks != null)
    return -1_000 + run.walks.minutes[0] + run.walks.minutes[1] + (run.walks.brisk ? 0.5 : 0);
  return run.totalRunMinutes;
};
const calf = ({ strength }: WeekPlan): string =>
  strength.map(({ dose, sessionsPerWeek }) => JSON.stringify({ dose, sessionsPerWeek })).join();
const stretching = ({ stretches, stretchDays }: WeekPlan): number =>
  stretches.length === 0 ? 0 : stretchDays[0] + stretchDays[1];
const beside = ({ warmUp, addOn, crossTraining }: WeekPlan): string =>
  JSON.stringify([warmUp?.id ?? null, addOn.map(({ id }) => id), crossTraining]);

const dosesDiffer = (a: WeekPlan, b: WeekPlan): boolean =>
  a.level !== b.level ||
  calf(a) !== calf(b) ||
  a.run.stage !== b.run.stage ||
  load(a) !== load(b) ||
  a.footCoreKind !== b.footCoreKind ||
  stretching(a) !== stretching(b) ||
  beside(a) !== beside(b);

const FEET = ['FC1', 'FC2', 'FC3', 'FC4', 'maintain'];
const saidWay = (direction: string): Sign => (direction === 'up' ? 1 : direction === 'down' ? -1 : 0);

/** Ways that a sentence of the headline claims, by the words a runner reads. */
const CLAIMS: readonly (readonly [RegExp, (a: WeekPlan, b: WeekPlan) => boolean])[] = [
  [/Strength moves up to level/, (a, b) => b.level > a.level],
  [/Strength eases to level/, (a, b) => b.level < a.level],
  [/Strength stays at level/, (a, b) => b.level === a.level && calf(a) === calf(b)],
  [/(?:running|walking) moves on to/, (a, b) => load(b) > load(a)],
  [/(?:running|walking) eases to/, (a, b) => load(b) < load(a)],
  [/(?:running|walking) stays with/, (a, b) => load(b) === load(a)],
  [/[Ff]eet move on/, (a, b) => FEET.indexOf(b.footCoreKind) > FEET.indexOf(a.footCoreKind)],
  [/[Ff]eet go back/, (a, b) => FEET.indexOf(b.footCoreKind) < FEET.indexOf(a.footCoreKind)],
  [/stretches come more often/i, (a, b) => stretching(b) > stretching(a)],
  [/stretches come less often/i, (a, b) => stretching(b) < stretching(a)],
];

function ofHeadline(
  { headline, title, plan, changes }: PlanView,
  before: WeekPlan,
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const says = (kind: string, words: string, isSo: string): void =>
    void found.push({ kind, says: words, isSo });
  const differ = dosesDiffer(before, plan);
  if (/the same as week/i.test(title) === differ)
    says('same', title, differ ? 'the doses differ' : 'no dose differs');
  for (const [words, holds] of CLAIMS)
    if (words.test(headline) && !holds(before, plan)) says('headline', headline, String(words));
  const way = new Map(changes.map(({ track, direction }) => [track, direction]));
  const signs = [
    ['strength', sign(plan.level - before.level)],
    ['running', sign(load(plan) - load(before))],
    ['stretches', sign(stretching(plan) - stretching(before))],
  ] as const;
  for (const [track, isSo] of signs) {
    const direction = way.get(track) ?? 'missing';
    // RK counts beside the ladder: from it one goes down to intervals, and back up to one's own runs.
    if (direction !== 'other' && saidWay(direction) !== isSo)
      says(`way of ${track}`, direction, String(isSo));
  }
  const ups =
    /^(Up to|Feet move on|More stretching|A little extra|Half an hour|Runs of up|Your (first|walks))/;
  if (ups.test(title) && !differ) says('up', title, 'no dose differs');
  const lower = plan.level < before.level || load(plan) < load(before);
  if (/easier|easing|step back|gent(le|ly)/i.test(title) !== lower)
    says('eases', title, lower ? 'it eases' : 'nothing eases');
  return found;
}

const moves = (plan: WeekPlan): readonly PlannedExercise[] => [
  ...plan.strength,
  ...plan.footCoreMoves,
  ...plan.stretches,
  ...(plan.warmUp === null ? [] : [plan.warmUp]),
  ...plan.addOn,
];

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Every day that is named with its date must be that day, in the year that is nearest to the mail. */
function ofWeekdays({ text, at }: Pick<ReadMail, 'text' | 'at'>): readonly Contradiction[] {
  const now = Date.parse(at);
  const named = /\b((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\s+(\d{1,2})\s+([A-Z][a-z]+)/g;
  return [...text.matchAll(named)].flatMap(([said, day, date, month = '']) => {
    const index = MONTHS.indexOf(month);
    if (index < 0) return [];
    const year = new Date(at).getUTCFullYear();
    const [nearest = 0] = [year - 1, year, year + 1]
      .map((y) => Date.UTC(y, index, Number(date)))
      .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
    const isSo = DAYS[new Date(nearest).getUTCDay()] ?? '';
    return isSo === day ? [] : [{ kind: 'weekday', says: said, isSo }];
  });
}

/** Rules, limits and the return after a look, which speak of a physiotherapist or of a doctor in a plan. */
const PHYSIO = /^(MD-\d+|start-physio|capped-.*|returned)$/;
const DOCTOR = /^(MD-\d+|start-physio|capped-.*|fever|watch-leg|returned)$/;

function ofClinicians({ reasons, physio }: PlanView, text: string): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const { code, long } of reasons) {
    if (/physiotherapist/i.test(long) && !PHYSIO.test(code))
      found.push({ kind: 'physiotherapist', says: long, isSo: code });
    if (/\bdoctor\b/i.test(long) && !DOCTOR.test(code))
      found.push({ kind: 'doctor', says: long, isSo: code });
  }
  const heading = /^A physiotherapist could help here/m.test(text);
  if (heading !== physio)
    found.push({ kind: 'physiotherapist', says: String(heading), isSo: String(physio) });
  const rule = reasons.some(({ code }) => /^MD-|^start-physio$/.test(code));
  if (physio && !rule) found.push({ kind: 'physiotherapist', says: 'recommended', isSo: 'no rule says so' });
  return found;
}

/** All that a mail says and that is not so. */
export function contradictionsOf(read: ReadMail): readonly Contradiction[] {
  const { view, text, planBefore, printed } = read;
  const { body } = view;
  const found: Contradiction[] = [...ofWeekdays(read)];
  const quiet = /did not hear from you|heard nothing|have not heard/i.exec(text);
  if (quiet !== null && read.acted)
    found.push({ kind: 'did not hear', says: quiet[0], isSo: 'there was an act' });
  if (read.tests !== null && read.tests.named.join() !== read.tests.due.join())
    found.push({ kind: 'test', says: read.tests.named.join(), isSo: read.tests.due.join() });
  if (body.kind !== 'start' && body.kind !== 'plan' && body.kind !== 'decision') return found;
  if (planBefore !== null && body.kind !== 'start') found.push(...ofHeadline(body, planBefore));
  for (const { id, isNew } of moves(body.plan))
    if (printed !== null && isNew === printed.has(id))
      found.push({ kind: 'new', says: `${id} ${isNew ? 'is new' : 'is known'}`, isSo: 'the other' });
  found.push(...ofClinicians(body, text));
  return found;
}
