/**
 * The two optional pages (docs/contract.md §2, `/running` and `/shoes`): facts and wishes. They choose
 * lessons and words, never a load.
 */

import type { Baseline, Stage } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { CommandOf, RefusalCode } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { Participant, Person } from '../participant/state.ts';
import type { Relevance } from '../plan/lesson-relevance.ts';
import { relevantLessons } from '../plan/lesson-relevance.ts';

/**
 * Null = may tell. Health answers need the consent of the intake first; a stopped participant has something
 * else to do.
 */
function barred(state: Participant): RefusalCode | null {
  switch (state.status) {
    case 'active':
    case 'paused':
    case 'completed':
      return null;
    case 'confirmed':
      return state.consents.health === null ? 'not-confirmed' : null;
    case 'stopped':
      return 'stopped';
    case 'unconfirmed':
      return 'not-confirmed';
    case 'left':
    case 'erased':
      return 'left';
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * True while the activity missed most may still be measured "at the start": until the plan of week 2. Told
 * once, it stays (docs/decisions/0017).
 */
export const asksStartPsfs = (person: Person): boolean =>
  (person.aboutRunning?.psfs ?? null) === null && (!('course' in person) || (person.course?.week ?? 0) <= 1);
const startPsfs = (person: Person, now: number | null): number | null =>
  asksStartPsfs(person) ? now : (person.aboutRunning?.psfs ?? null);

/**
 * "About your running". Told again it replaces all that was told before; the same again changes nothing.
 * Moves no plan and owes no mail.
 */
export function tellAboutRunning(
  { at, answers }: CommandOf<'TellAboutRunning'>,
  state: Participant,
): Decided {
  const no = barred(state);
  if (no !== null || state.status === 'erased') return refuse(no ?? 'left');
  const kept = { ...answers, psfs: startPsfs(state, answers.psfs) };
  return ok(same(state.aboutRunning, kept) ? [] : [{ type: 'ToldAboutRunning', at, answers: kept }]);
}

/**
 * The shoe check. The advice stands on the page at once and, at most three pieces of it, in the next plan.
 */
export function checkShoes({ at, answers }: CommandOf<'CheckShoes'>, state: Participant): Decided {
  const no = barred(state);
  if (no !== null || state.status === 'erased') return refuse(no ?? 'left');
  const week = 'course' in state ? (state.course?.week ?? 0) : 0;
  return ok(same(state.shoes?.answers, answers) ? [] : [{ type: 'ShoesChecked', at, week, answers }]);
}

/**
 * Which lessons concern this person sooner or not at all, by all that was told up to now
 * (docs/clinical-rules.md §9.8).
 */
export const relevanceOf = (
  told: Pick<Person, 'aboutRunning' | 'shoes'>,
  baseline: Pick<Baseline, 'ageBand' | 'runsNow'>,
  stage: Stage,
  curriculum: Curriculum,
): Relevance =>
  relevantLessons(
    { aboutRunning: told.aboutRunning ?? null, shoes: told.shoes?.answers ?? null, baseline, stage },
    curriculum,
  );
