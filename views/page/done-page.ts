/** What is shown after an answer: what was understood, what it changes and why. */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { wordsWait } from '../../program/participant/open-question.ts';
import type { Asked, Person } from '../../program/participant/state.ts';
import { goalOf } from '../plan/boxes.ts';
import { changesOfCourse } from '../plan/changes.ts';
import { headline } from '../plan/headline.ts';
import { safetyPanel } from '../words/safety.ts';
import { missingWords, reasonTexts, understood } from '../words/words.ts';
import type { DonePage } from './page-views.ts';

/**
 * The one sign that stops nothing, said after an answer that otherwise changes nothing
 * (docs/clinical-rules.md §6.6).
 */
const FEVER = [{ code: 'fever', params: {} }] as const;

export interface DoneLinks {
  readonly change: string;
  readonly action: string;
  readonly me: string;
}

/** From this worst score it is asked when it was (docs/clinical-rules.md §12 A14). */
const WORST_ASKED = 4;

/** The list, where words beside the answer opened it or a line of it came alone. */
function listOf(
  person: Person,
  asked: Asked | null,
  { change }: DoneLinks,
): Pick<DonePage, 'listAction' | 'lineCame'> {
  const came = person.status === 'active' && person.course.listLine !== undefined;
  const isOpen = asked !== null && (asked.unread !== undefined || came);
  return { listAction: isOpen ? change : null, ...(came ? { lineCame: true } : {}) };
}

/** A list beside words that nobody could read comes before the week. */
const waiting = (person: Person): Pick<DonePage, 'waits'> =>
  person.status === 'active' && wordsWait(person.course) ? { waits: true } : {};

/**
 * What was understood and what it changes; for a stopped participant the safety text on top. Null when
 * nothing was answered yet.
 */
export function donePage(
  person: Person,
  week: number,
  links: DoneLinks,
  curriculum: Curriculum,
): DonePage | null {
  if (
    person.status !== 'active' &&
    person.status !== 'stopped' &&
    person.status !== 'completed' &&
    person.status !== 'paused'
  )
    return null;
  const { course } = person;
  const safety = person.status === 'stopped' ? safetyPanel(curriculum, person.stop, person.country) : null;
  const asked = course?.asked ?? null;
  const answer = asked !== null && asked.week === week ? asked.answer : null;
  if (answer === null && safety === null) return null;
  const changes = course === null || safety !== null ? [] : changesOfCourse(person, course, curriculum);
  const explained = course?.explained ?? null;
  const kept = person.status === 'completed' && course?.aftercare?.asked === week;
  const feverish = kept && answer?.redFlags?.includes('fever') === true;
  const askWorstWhen =
    !kept &&
    safety === null &&
    answer !== null &&
    (answer.painWorst ?? 0) >= WORST_ASKED &&
    answer.worstWhen === null;
  return {
    week,
    understood: answer === null ? [] : understood(curriculum, answer),
    headline: kept
      ? `Saved. ${feverish ? 'Rest until you are well' : 'Keep going as you are'}.`
      : person.status === 'completed'
        ? 'You have reached the end of the programme.'
        : headline(changes),
    changes: kept ? [] : changes,
    reasons:
      explained === null || safety !== null || (kept && !feverish)
        ? []
        : reasonTexts(curriculum, kept ? { ...explained, reasons: FEVER } : explained, {
            country: person.country,
            week: week + 1,
          }),
    missing: explained === null || kept ? [] : missingWords(explained.missing),
    kept,
    changeUrl: links.change,
    action: links.action,
    choice: course?.choice ?? null,
    physio: explained?.physio ?? false,
    safety,
    meUrl: links.me,
    askWorstWhen,
    goal: person.status === 'completed' && !kept ? goalOf(person, curriculum) : null,
    noteSigns: [],
    ...waiting(person),
    ...listOf(person, safety === null && !kept && asked?.week === week ? asked : null, links),
  };
}
