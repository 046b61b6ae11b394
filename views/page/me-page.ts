/** What the participant's page shows, in all its parts. */
import { pauseRange } from '../../program/account/pause.ts';
import { mayReturn } from '../../program/account/return-after-stop.ts';
import { dayInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { DayLog } from '../../program/participant/day-log.ts';
import { inMaintenance, openQuestion, wordsWait } from '../../program/participant/open-question.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { currentMaintenance } from '../mail/maintenance.ts';
import { goalOf, ownPlan } from '../plan/boxes.ts';
import { changesOfCourse } from '../plan/changes.ts';
import { headline } from '../plan/headline.ts';
import { weekShown } from '../plan/laid-out-week.ts';
import { measuresInWords } from '../words/measures.ts';
import { painByWeek, safetyPanel } from '../words/safety.ts';
import { stopSigns } from '../words/stop-signs.ts';
import { reasonTexts } from '../words/words.ts';
import type { MePage } from './page-views.ts';
import { progressOf } from './progress.ts';
import { stripOf } from './session-page.ts';

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
  {
    links,
    timeZones,
    curriculum,
  }: { readonly links: MeLinks; readonly timeZones: readonly string[]; readonly curriculum: Curriculum },
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
    ...weekShown(person, curriculum),
    ...why(person, course, curriculum),
    painByWeek: course === null ? [] : painByWeek(course),
    measures: course === null ? [] : measuresInWords(person, course, curriculum),
    progress: progressOf(person, at, curriculum),
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
    ...daysOf(person, at, links, curriculum),
    painRule: [first ?? '', second ?? '', third ?? ''],
    stopSigns: stopSigns(curriculum),
    pauseRange: pauseRange(at, person.timeZone),
  };
}

/** The days of the running week, and where its next session opens; none while a list comes first. */
const daysOf = (
  person: Person,
  at: Instant,
  { log = null, session }: MeLinks,
  curriculum: Curriculum,
): Pick<MePage, 'strip' | 'sessionUrl'> =>
  person.status === 'active' && !wordsWait(person.course)
    ? {
        strip: stripOf(person, log, { base: session, at, curriculum }),
        sessionUrl: session === '' ? null : session,
      }
    : { strip: [], sessionUrl: null };

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
