/** Graduation: what stands after it, and the mails that say so (docs/clinical-rules.md §9.11). */

import { addLocalDays } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Instant } from '../kernel/time.ts';
import { owe } from '../mails/owed.ts';
import type { Aftercare } from '../participant/aftercare-state.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { mailName } from '../participant/occasion.ts';
import type { Of } from '../participant/state.ts';
import { nextMaintenance } from './maintenance.ts';

/** What stands after a graduation: the first one counts for MD-7, later ones end a relapse. */
export const graduated = (
  { course, timeZone }: Of<'active'>,
  at: Instant,
  average: number | null,
  curriculum: Curriculum,
): Aftercare =>
  course.aftercare === undefined
    ? {
        graduatedAt: at,
        endsAt: addLocalDays(
          course.startedAt,
          Math.round((curriculum.maintenance.months * 365) / 12),
          timeZone,
        ),
        asked: null,
        weeks: 0,
        last: null,
        relapses: [],
        again: null,
      }
    : { ...course.aftercare, asked: null, last: { average, sessionsDone: null }, again: null };

/**
 * The mails of a graduation. The first, and one after a cleared stop, are celebrated; after a relapse a short
 * word says that maintenance goes on.
 */
export function graduationMails(
  state: Of<'active'>,
  week: number,
  at: Instant,
  after: Aftercare,
): readonly ParticipantEvent[] {
  const before = state.course.aftercare;
  const first =
    before === undefined
      ? mailName({ kind: 'graduation' })
      : before.again?.whole === true
        ? mailName({ kind: 'graduation', n: state.counter + 1 })
        : mailName({ kind: 'settled', week });
  return [
    owe([{ ...first, due: at, week, byPerson: true }]),
    nextMaintenance(state, { ...after, week: state.course.week }, at),
  ];
}
