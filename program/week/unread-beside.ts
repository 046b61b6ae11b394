/** Words beside an answer, as a question keeps them (docs/clinical-rules.md §12 A4). */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { Asked } from '../participant/state.ts';
import type { Unread } from '../reply/unread/unread.ts';

/** Above it, words that nobody could read weigh as much as words of the body. */
const PLAIN_AVERAGE = 3;

/** What is kept of them: how heavy they are, and a key a clause; undefined = nothing was unread. */
export const unreadBeside = (
  words: readonly Unread[],
  { painAverage }: Pick<CheckInAnswers, 'painAverage'>,
): Asked['unread'] =>
  words.length === 0
    ? undefined
    : {
        kind: words.some(({ bodily }) => bodily) || painAverage > PLAIN_AVERAGE ? 'body' : 'plain',
        keys: [...new Set(words.flatMap(({ keys }) => keys))],
      };
