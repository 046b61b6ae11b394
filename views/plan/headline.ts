/**
 * The title and the headline of a plan in words, from what differs alone (changes.ts): "the same" only where
 * nothing does, up and down with the sign of their own difference.
 */
import type { WeekPlan } from '../../program/course/plan.ts';
import type { ReasonCode } from '../../program/course/types.ts';
import type { ChangeLine } from '../mail/views.ts';
import { numberInWords } from '../words/numbers.ts';
import { HILLS } from './changes.ts';

type Track = ChangeLine['track'];
type Direction = ChangeLine['direction'];

const STRENGTH: Readonly<Record<Direction, string>> = {
  up: 'Strength moves up to',
  down: 'Strength eases to',
  same: 'Strength stays at',
  other: 'Strength stays, with other moves, at',
  start: 'Strength begins at',
};
const RUNNING: Readonly<Record<Direction, string>> = {
  up: 'running moves on to',
  down: 'running eases to',
  same: 'running stays with',
  other: 'running changes to',
  start: 'running begins with',
};

/** What else differs, in a few words each; what stays is not named. */
const BESIDE: Readonly<Record<Exclude<Track, 'strength' | 'running'>, (change: ChangeLine) => string>> = {
  feet: ({ direction, to }) =>
    direction === 'up'
      ? `feet move on to ${to}`
      : direction === 'down'
        ? `feet go back to ${to}`
        : `feet go on with ${to}`,
  stretches: ({ direction, to }) =>
    direction === 'up' ? `stretches come more often, ${to}` : `stretches come less often, ${to}`,
  extra: ({ direction, to }) =>
    direction === 'down' ? `no longer beside it: ${to}` : `beside it now: ${to}`,
};

const found = (changes: readonly ChangeLine[], track: Track): ChangeLine | undefined =>
  changes.find((change) => change.track === track);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isSame = ({ direction }: ChangeLine): boolean => direction === 'same';

/** Who walks in both weeks is told of walking. */
const movedRun = ({ direction, from, to }: ChangeLine): string =>
  to.startsWith('walks') && (from === null || from.startsWith('walks'))
    ? RUNNING[direction].replace('running', 'walking')
    : RUNNING[direction];

/** What changed, in one or two sentences: the first thing read. */
export function headline(changes: readonly ChangeLine[]): string {
  const strength = found(changes, 'strength');
  const running = found(changes, 'running');
  if (strength === undefined || running === undefined) return '';
  const level = strength.to.replace(/Level (\d) · (.*)/, 'level $1 ($2)');
  const main = `${STRENGTH[strength.direction]} ${level}; ${movedRun(running)} ${running.to}.`;
  const beside = changes.flatMap((change) =>
    change.track === 'strength' ||
    change.track === 'running' ||
    isSame(change) ||
    change.direction === 'start'
      ? []
      : [BESIDE[change.track](change)],
  );
  return beside.length === 0 ? main : `${main} ${capital(beside.join('; '))}.`;
}

/** Which way the week goes by strength and running; the rest goes by the calendar. */
export function directionOf(changes: readonly ChangeLine[]): 'up' | 'down' | 'same' {
  const own = [found(changes, 'strength'), found(changes, 'running')].map((change) => change?.direction);
  if (own.includes('down')) return 'down';
  return own.includes('up') ? 'up' : 'same';
}

export interface Titled {
  readonly plan: WeekPlan;
  readonly changes: readonly ChangeLine[];
  /** The first reason of the plan: what the runner chose or told has a title of its own. */
  readonly code: ReasonCode | undefined;
}

const EASED = ['An easier week, on purpose', 'One step back, to settle', 'Easing off for a week'] as const;
/** Titles of weeks that only an act of the runner explains, where something does get easier. */
const EASED_BY: Readonly<Partial<Record<ReasonCode, string>>> = {
  'AD-04': 'A gentle way back in',
  'AD-10': 'A gentle way back in',
  'chose-easier': 'The easier week you asked for',
  flare: 'Rest first, then an easier week',
  relapse: 'Back to weekly plans, gently',
};

/** In words: a digit on a lock screen may look like an answer. */
const runTitle = ({ run, stage }: WeekPlan, to: string): string => {
  if (to.startsWith(HILLS)) return 'hills are possible again';
  if (run.walks != null) return run.walks.brisk ? 'your walks become brisk' : 'your walks grow';
  if (stage === 'R1') return 'your first minutes of running';
  if (stage === 'R9') return 'half an hour in one go';
  if (stage === 'RK') return 'your own runs may grow';
  return `${numberInWords(run.totalRunMinutes)} minutes of running`;
};
const withRun = ({ run, stage }: WeekPlan): string => {
  if (stage === 'R1') return 'your first jog';
  return run.walks != null ? 'longer walks' : 'more running';
};

const BESIDE_TITLE: Readonly<
  Record<Exclude<Track, 'strength' | 'running'>, Readonly<Record<'up' | 'down' | 'other', string>>>
> = {
  feet: { up: 'Feet move on', down: 'Less for the feet', other: 'Feet keep it up' },
  stretches: { up: 'More stretching', down: 'Less stretching', other: 'Other stretches' },
  extra: { up: 'A little extra', down: 'A little less beside it', other: 'Another warm-up' },
};

function besideTitle(changes: readonly ChangeLine[]): string | null {
  for (const { track, direction } of changes)
    if (track !== 'strength' && track !== 'running' && direction !== 'same' && direction !== 'start')
      return `${BESIDE_TITLE[track][direction]}, the rest stays`;
  return null;
}

/** The title of a plan, at most 41 characters, so that "Week 12: " and the title are a subject. */
export function titleOf({ plan, changes, code }: Titled): string {
  const strength = found(changes, 'strength')?.direction;
  const running = found(changes, 'running')?.direction;
  if (strength === 'start') return plan.week === 1 ? 'Your first week' : 'Welcome back, gently';
  if (directionOf(changes) === 'down')
    return (code === undefined ? undefined : EASED_BY[code]) ?? EASED[plan.week % EASED.length] ?? EASED[0];
  const level = `Up to level ${numberInWords(plan.level)}`;
  if (strength === 'up') return running === 'up' ? `${level}, and ${withRun(plan)}` : level;
  if (running === 'up') return capital(runTitle(plan, found(changes, 'running')?.to ?? ''));
  if (strength === 'other' || running === 'other') return 'Other moves, at the same level';
  return besideTitle(changes) ?? `Week ${plan.week}, the same as week ${plan.week - 1}`;
}

/** "Week 5: up to level four": no digit beside the week, nothing of the body; it shows on a lock screen. */
export const planSubject = (week: number, title: string): string =>
  title.startsWith('Week ')
    ? `Week ${week}: the same as last week`
    : `Week ${week}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
