/**
 * Words beside an answer, as a question keeps them, and what they hold back. Words of the body that nobody
 * could read keep every mail with exercise: one mail quotes them and asks the list of stop signs, once more
 * after two days (docs/clinical-rules.md §12 A4).
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { dropOwed, newMail, owe, REMINDER_MINUTES } from '../mails/owed.ts';
import { HOLDS_EXERCISE } from '../mails/stale.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Asked, Of, OwedMail } from '../participant/state.ts';
import { MOST_QUOTED, type Unread } from '../reply/unread/unread.ts';

/** Above it, words that nobody could read weigh as much as words of the body. */
const PLAIN_AVERAGE = 3;

/** What is kept of them: how heavy they are, a key a clause, what to quote; undefined = none were unread. */
export const unreadBeside = (
  words: readonly Unread[],
  { painAverage }: Pick<CheckInAnswers, 'painAverage'>,
): Asked['unread'] =>
  words.length === 0
    ? undefined
    : {
        kind: words.some(({ bodily }) => bodily) || painAverage > PLAIN_AVERAGE ? 'body' : 'plain',
        keys: [...new Set(words.flatMap(({ keys }) => keys))],
        words: words
          .map((one) => one.words)
          .join('; ')
          .slice(0, MOST_QUOTED),
      };

/** Words of two answers to one question: the heavier kind, and every clause once. */
export const together = (now: Asked['unread'], before: Asked['unread']): Asked['unread'] =>
  now === undefined || before === undefined
    ? (now ?? before)
    : {
        kind: now.kind === 'body' ? 'body' : before.kind,
        keys: [...new Set([...before.keys, ...now.keys])],
        words: now.words ?? before.words,
      };

/** What an owed mail may not bring meanwhile; a lesson waits for its own day, and the claim looks again. */
export const isExercise = ({ kind }: Pick<OwedMail, 'kind'>): boolean =>
  kind !== 'lesson' && HOLDS_EXERCISE.includes(kind);

/** Takes back what is owed and holds exercise, and asks: now, and again after two days. */
export function askAboutWords(state: Of<'active'>, asked: Asked, at: Instant): readonly ParticipantEvent[] {
  const { week, wordsAsked = 0 } = asked;
  const about = (nth: 1 | 2, due: Instant) =>
    newMail({ kind: 'words', week, nth }, { due, week, byPerson: nth === 1 });
  const later = addMinutes(at, REMINDER_MINUTES);
  const mails = [...(wordsAsked === 0 ? [about(1, at)] : []), ...(wordsAsked < 2 ? [about(2, later)] : [])];
  return [
    ...dropOwed(state, 'words', (mail) => isExercise(mail) && mail.week === week + 1),
    ...(mails.length === 0 ? [] : [owe(mails)]),
  ];
}
