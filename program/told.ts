/**
 * What a reply brings about and what is told of it, by where the person stands; and the reviewed answers to
 * questions (docs/architecture.md §9.9), which move nothing.
 */

import type { AskedCard } from './curriculum/asked-card.ts';
import type { Instant } from './kernel/time.ts';
import type { ParticipantEvent } from './participant/events.ts';
import type { AckCode } from './participant/occasion.ts';
import { inMaintenance, openQuestion } from './participant/open-question.ts';
import type { Course, Of, Person } from './participant/state.ts';

export type Here = Exclude<Person, Of<'unconfirmed' | 'left'>>;
/** What a reply brings about, and what is told if nothing else tells it. */
export interface Done {
  readonly events: readonly ParticipantEvent[];
  readonly tell: AckCode | 'question' | null;
  /** Answers to questions, in the mail that tells it. */
  readonly cards?: readonly AskedCard[];
}
export const tell = (code: Done['tell'], events: readonly ParticipantEvent[] = []): Done => ({
  events,
  tell: code,
});

/** The course of somebody who began one; null before that. */
export const courseOf = (state: Here): Course | null => (state.status === 'confirmed' ? null : state.course);

/** Words that nobody could read, or that may mean a stop sign, are still open for this course. */
const heldByWords = (course: Course | null): boolean =>
  course?.asked?.unread !== undefined || course?.asked?.doubtfulSigns !== undefined;

/** Questions alone: no card for anybody who is stopped, waits, or is held by words. They move nothing. */
export function byCards(cards: readonly AskedCard[], state: Here, at: Instant): Done {
  if (state.status === 'stopped' || state.status === 'confirmed') return tell(whereTheyStand(state));
  return heldByWords(courseOf(state)) ? tell(unread(state, at)) : { ...tell('card'), cards };
}

/** Acknowledgements that a card may stand in. */
const BESIDE_CARDS: readonly Done['tell'][] = ['answered', 'kept', 'closed', 'enough'];
/** What an answer brought about, and the cards that were asked for beside it, unless it stops or holds. */
export function withCards(done: Done, cards: readonly AskedCard[] | undefined, state: Here): Done {
  if (cards === undefined || heldByWords(courseOf(state))) return done;
  const stops = ({ type }: ParticipantEvent): boolean => type === 'Stopped' || type === 'Relapsed';
  const holds = (e: ParticipantEvent): boolean =>
    e.type === 'CheckedIn' && (e.unread !== undefined || e.doubtfulSigns !== undefined);
  if (done.events.some((event) => stops(event) || holds(event))) return done;
  if (done.tell !== null) return BESIDE_CARDS.includes(done.tell) ? { ...done, cards } : done;
  return { ...done, tell: 'card', cards };
}

/** The reason why a participant's course is not running; null while it runs. */
export function whereTheyStand({ status }: Here): AckCode | null {
  if (status === 'active') return null;
  return status === 'confirmed' ? 'not-started' : status;
}
/**
 * The same for a number: after graduation there are questions too, until month 12
 * (docs/clinical-rules.md §9.11).
 */
export const whereQuestionsStand = (state: Here, at: Instant): AckCode | null =>
  inMaintenance(state, at) ? null : whereTheyStand(state);

/**
 * What is told where nothing could be read: why no course runs, the question of the open check-in, or that
 * nothing was found.
 */
export const unread = (state: Here, at: Instant): Done['tell'] =>
  whereQuestionsStand(state, at) ?? (openQuestion(state, at)?.answers === 0 ? 'question' : 'unread');
