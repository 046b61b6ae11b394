/** What is said about a race, in the words of the curriculum (docs/clinical-rules.md §12 A16). */
import { dateInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import type { RaceOutlook } from '../../program/forecast/race.ts';

/** One or two sentences; never a promise, and never more to do. */
export function raceSentence(
  outlook: RaceOutlook,
  { messages: { race } }: Pick<Curriculum, 'messages'>,
): string {
  const date = dateInWords(outlook.on);
  switch (outlook.answer) {
    case 'barred':
      return fill(race.barred, { date, why: race.why[outlook.why] });
    case 'onCourse':
      // The sentence speaks of the minutes that two weeks that hold still leave.
      return fill(race.onCourse, { date, need: outlook.need, reach: outlook.sure });
    case 'tight':
    case 'notThisRace':
      return fill(race[outlook.answer], { date, need: outlook.need, reach: outlook.reach });
    default:
      return fill(race[outlook.answer], { date });
  }
}
