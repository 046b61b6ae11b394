/**
 * The check-in filled in from the log of its week, seen as such (docs/clinical-rules.md §12 A25): full
 * sessions and the longest run; the worst pain and a sore morning as a floor. The average, painkillers, tests
 * and the stop signs are never filled in, and an answer that was given already stands as it was given.
 */
import type { DayLog } from '../../program/participant/day-log.ts';
import type { Person } from '../../program/participant/state.ts';
import { loggedWeek } from '../../program/week/from-log.ts';
import { CHECK_IN_LOG as W } from '../words/session-words.ts';
import type { CheckInPage } from './page-views.ts';

type Filled = 'sessionsDone' | 'longestRunMinutes' | 'painWorst' | 'nextDay';

/** `sessionUrl` = the sessions of that week, where an entry can be changed. */
export function filledFromLog(view: CheckInPage, log: DayLog | null, sessionUrl: string): CheckInPage {
  const { sessionsDone, longestRunMinutes, painWorst, sore } = loggedWeek(log);
  const found: readonly (readonly [Filled, string, string])[] = [
    ...(sessionsDone === null
      ? []
      : [['sessionsDone', `${sessionsDone}`, W.sessionsDone(sessionsDone, view.plannedSessions)] as const]),
    ...(longestRunMinutes === null
      ? []
      : [['longestRunMinutes', `${longestRunMinutes}`, W.longestRunMinutes(longestRunMinutes)] as const]),
    ...(painWorst === null ? [] : [['painWorst', `${painWorst}`, W.painWorst(painWorst)] as const]),
    ...(sore ? [['nextDay', 'worse24', W.nextDay] as const] : []),
  ];
  if (found.length === 0) return view;
  const values = Object.fromEntries(found.map(([field, value]) => [field, value]));
  return {
    ...view,
    values: view.answered ? view.values : { ...values, ...view.values },
    fromLog: {
      notes: Object.fromEntries(found.map(([field, , note]) => [field, note])),
      rows: view.answered
        ? []
        : found.map(([field, value]) => ({
            field,
            title: W.rows[field].title,
            value: W.rows[field].value(Number(value), view.plannedSessions),
          })),
      sessionUrl,
    },
  };
}

/** What of the answer is as the log has it: a lower figure gave way to it, and this says so. */
export function saidOfLog(person: Person, week: number, log: DayLog | null): readonly string[] {
  const asked = person.status === 'active' ? person.course.asked : null;
  const answer = asked?.week === week ? asked.answer : null;
  const { longestRunMinutes, painWorst, sore } = loggedWeek(log);
  if (answer === null) return [];
  return [
    ...(painWorst !== null && answer.painWorst === painWorst ? [W.countsWorst(painWorst)] : []),
    ...(longestRunMinutes !== null && longestRunMinutes > 0 && answer.longestRunMinutes === longestRunMinutes
      ? [W.countsRun(longestRunMinutes)]
      : []),
    ...(sore && answer.nextDay === 'worse24' ? [W.countsSore] : []),
  ];
}
