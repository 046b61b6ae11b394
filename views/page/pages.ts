/** What the done page and the participant's page show. */

import { pauseRange } from '../../program/account/pause.ts';
import { mayReturn } from '../../program/account/return-after-stop.ts';
import { dueFields } from '../../program/adapt/due.ts';
import { maintenanceDue } from '../../program/aftercare/maintenance.ts';
import { dayInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Instant, LocalDate } from '../../program/kernel/time.ts';
import type { DayLog } from '../../program/participant/day-log.ts';
import { inMaintenance, openQuestion } from '../../program/participant/open-question.ts';
import type { Asked, Course, Of, Person } from '../../program/participant/state.ts';
import { openingOf } from '../../program/week/asked-week.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import { currentMaintenance } from '../mail/maintenance.ts';
import { goalOf, ownPlan } from '../plan/boxes.ts';
import { changesOfCourse } from '../plan/changes.ts';
import { headline } from '../plan/headline.ts';
import { measuresInWords } from '../words/measures.ts';
import { painByWeek, safetyPanel } from '../words/safety.ts';
import { stopSigns } from '../words/stop-signs.ts';
import { missingWords, reasonTexts, understood } from '../words/words.ts';
import type { CheckInPage, DonePage, FormValues, MePage } from './page-views.ts';
import { stripOf } from './session-page.ts';

/**
 * Values of an earlier answer, as the form writes them, but for the note: whoever was forwarded the mail
 * opens the page too.
 */
export function answerValues(asked: Asked): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const [field, value] of Object.entries(asked.answer ?? {})) {
    if (value === null || field === 'note') continue;
    values[field] = Array.isArray(value)
      ? value.length === 0
        ? ['none']
        : value.map(String)
      : String(value);
  }
  return values;
}

/** The week that is asked about, as its plan stood: a flare reported in it still counts. */
const askedWeek = ({
  week,
  tracks,
  flared,
  sentAt,
}: Asked): Pick<Course, 'week' | 'tracks' | 'flaredAt'> => ({
  week,
  tracks,
  flaredAt: flared ? sentAt : null,
});

/** What the form of an open question shows whatever it asks: the number selected, and an earlier answer. */
const questionAsked = (asked: Asked, action: string, selected: number | null) => ({
  action,
  week: asked.week,
  selected: selected ?? asked.answer?.painAverage ?? null,
  values: answerValues(asked),
  errors: [],
  answered: asked.answer !== null,
});

/** The check-in form of the open question. */
export function checkInPage(
  person: Of<'active' | 'completed'>,
  asked: Asked,
  action: string,
  selected: number | null,
  curriculum: Curriculum,
  today: LocalDate,
): CheckInPage {
  if (person.status === 'completed') return maintenancePage(person, asked, action, selected, curriculum);
  const opening = openingOf(person.course, asked);
  const plan = currentPlan(
    person,
    { ...person.course, ...askedWeek(asked), baseline: opening.baseline },
    curriculum,
  );
  const test = (track: 'strength' | 'running'): string | null =>
    plan.gates.find((g) => g.track === track)?.test ?? null;
  return {
    ...questionAsked(asked, action, selected),
    plannedRunMinutes: plan.run.stage === 'RK' ? plan.run.longestRun : plan.run.totalRunMinutes,
    plannedSessions: asked.sessionsPlanned,
    due: dueFields(opening, curriculum, today),
    strengthTest: test('strength'),
    runTest: test('running'),
  };
}

/** The same page after graduation: no test of a next step, nothing planned by the minute. */
function maintenancePage(
  person: Of<'completed'>,
  asked: Asked,
  action: string,
  selected: number | null,
  { maintenance }: Curriculum,
): CheckInPage {
  const { aftercare } = person.course;
  return {
    ...questionAsked(asked, action, selected),
    plannedRunMinutes: null,
    plannedSessions: maintenance.strengthPerWeek,
    due: aftercare === undefined ? [] : maintenanceDue(aftercare),
    strengthTest: null,
    runTest: null,
  };
}

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

/**
 * What was understood and what it changes; for a stopped participant the safety text on top. Null when
 * nothing was answered yet.
 */
/** From this worst score it is asked when it was (docs/clinical-rules.md §12 A14). */
const WORST_ASKED = 4;
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
    listAction:
      safety === null && !kept && asked?.week === week && asked.unread !== undefined ? links.change : null,
  };
}

export interface MeLinks {
  readonly action: string;
  readonly worse: string;
  readonly checkIn: string;
  readonly unsubscribe: string;
  readonly running: string;
  readonly shoes: string;
  readonly calendar: string;
  readonly summary: string;
  /** `/x/{token}` of the running week; '' where none runs. */
  readonly session: string;
  /** What was logged and moved in this week. */
  readonly log?: DayLog | null;
}

/** The participant's page. Null for somebody without a course to show (not started, gone). */
export function mePage(
  person: Person,
  at: Instant,
  links: MeLinks,
  timeZones: readonly string[],
  curriculum: Curriculum,
): MePage | null {
  if (
    person.status !== 'active' &&
    person.status !== 'paused' &&
    person.status !== 'stopped' &&
    person.status !== 'completed'
  )
    return null;
  const { course } = person;
  const running = person.status === 'active' ? person.course : null;
  const question = openQuestion(person, at);
  const maintains = inMaintenance(person, at);
  const open = maintains
    ? question !== null
    : running !== null && question !== null && question.week >= running.week - 1;
  const [first, second, third] = curriculum.painRule.lines;
  return {
    status: person.status,
    action: links.action,
    notice:
      person.fresh !== null && at < person.fresh.expiresAt
        ? 'A link is on its way to your address. It works for 15 minutes.'
        : null,
    errors: [],
    plan: running === null || person.status !== 'active' ? null : currentPlan(person, running, curriculum),
    ...why(person, course, curriculum),
    painByWeek: course === null ? [] : painByWeek(course),
    measures: course === null ? [] : measuresInWords(person, course, curriculum),
    nextPlanOn: running === null ? null : dayInWords(running.nextPlanAt, person.timeZone),
    checkInUrl: open ? links.checkIn : null,
    pausedUntil:
      person.status === 'paused' && person.pause.by === 'person'
        ? dayInWords(person.pause.endsAt, person.timeZone)
        : null,
    mailsCameBack: person.status === 'paused' && person.pause.by === 'bounce',
    settings: {
      weekday: person.weekday,
      hour: person.hour,
      timeZone: person.timeZone,
      units: person.units,
      rhythm: person.rhythm,
    },
    timeZones,
    safety: person.status === 'stopped' ? safetyPanel(curriculum, person.stop, person.country) : null,
    unsubscribeUrl: links.unsubscribe,
    research: (person.consents.research ?? null) !== null,
    looks: (person.looks ?? [])
      .toReversed()
      .map(({ at: when, reason }) => ({ on: dayInWords(when, person.timeZone), reason })),
    calendarUrl: person.status === 'active' ? links.calendar : null,
    worseUrl: person.status === 'active' || maintains ? links.worse : null,
    summaryUrl: links.summary,
    maintenance: maintains ? currentMaintenance(person, curriculum) : null,
    canReturn: mayReturn(person),
    ...optional(person, links, curriculum),
    strip:
      person.status === 'active' ? stripOf(person, links.log ?? null, links.session, at, curriculum) : [],
    painRule: [first ?? '', second ?? '', third ?? ''],
    stopSigns: stopSigns(curriculum),
    pauseRange: pauseRange(at, person.timeZone),
  };
}

/** The optional pages and what was told on them; nothing of it while somebody is stopped. */
function optional(
  person: Person,
  links: MeLinks,
  curriculum: Curriculum,
): Pick<MePage, 'runningUrl' | 'shoesUrl' | 'own'> {
  if (person.status === 'stopped') return { runningUrl: null, shoesUrl: null, own: [] };
  const goal = person.status === 'completed' ? goalOf(person, curriculum) : null;
  const own = person.status === 'completed' ? [] : ownPlan(person, curriculum);
  return { runningUrl: links.running, shoesUrl: links.shoes, own: goal === null ? own : [goal] };
}

function why(
  person: Person,
  course: Course | null,
  curriculum: Curriculum,
): Pick<MePage, 'headline' | 'changes' | 'reasons' | 'choice'> {
  if (course === null || person.status === 'stopped')
    return { headline: '', changes: [], reasons: [], choice: null };
  const changes = changesOfCourse(person, course, curriculum);
  return {
    headline: headline(changes),
    changes,
    reasons: reasonTexts(curriculum, course.explained, { country: person.country, week: course.week }),
    choice: course.choice,
  };
}
