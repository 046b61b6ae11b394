/**
 * Answers by reply (docs/contract.md §3): the line a check-in mail prints to copy, what a reply to it may
 * mean, and the mails that answer a reply.
 */

import { dueFields } from '../../program/adapt/due.ts';
import { maintenanceDue } from '../../program/aftercare/maintenance.ts';
import { WEEKLY_RED_FLAGS } from '../../program/answers/intake.ts';
import { addLocalDays, dayInWords, localDate } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { About } from '../../program/participant/occasion.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import type { Course, Of, Person } from '../../program/participant/state.ts';
import type { ReplyContext } from '../../program/reply/context.ts';
import { openingOf } from '../../program/week/asked-week.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import { safetyPanel } from '../words/safety.ts';
import { missingWords, understood } from '../words/words.ts';
import type { AckView, QuestionView, ReplyLine } from './views.ts';

type OnCourse = Of<'active' | 'paused' | 'completed' | 'stopped'>;
/** Every third check-in asks for the long line or the form: `2 OK` says too little to go on for months. */
const LONG_EVERY = 3;
export const asksForLongLine = (week: number): boolean => week % LONG_EVERY === 0;
/** In maintenance nothing moves up on an answer, so one short line is always enough. */
const longAsked = ({ status }: Person, week: number): boolean =>
  status !== 'completed' && asksForLongLine(week);
/** Mails that print the short line with all that it means. */
const PRINT_THE_LINE: readonly string[] = ['check-in', 'reminder', 'maintenance'];

interface WeekAsked {
  readonly week: number;
  readonly sessions: number;
  /** Null = no run is planned, and none is asked about. */
  readonly minutes: number | null;
  readonly tests: ReplyContext['testsAsked'];
  readonly due: readonly string[];
}
/**
 * What the week of the open question planned and asks, frozen when it was asked; of the present week where
 * none is open.
 */
function weekAsked(person: OnCourse, course: Course, curriculum: Curriculum): WeekAsked {
  const { asked, aftercare } = course;
  if (person.status === 'completed')
    return {
      week: asked?.week ?? course.week,
      sessions: asked?.sessionsPlanned ?? curriculum.maintenance.strengthPerWeek,
      minutes: null,
      tests: [],
      due: aftercare === undefined ? [] : maintenanceDue(aftercare),
    };
  const at =
    asked === null
      ? course
      : {
          ...course,
          week: asked.week,
          tracks: asked.tracks,
          baseline: { ...course.baseline, caps: asked.caps },
        };
  const plan = currentPlan(person, at, curriculum);
  const checkInDay = localDate(addLocalDays(course.nextPlanAt, -1, person.timeZone), person.timeZone);
  return {
    week: at.week,
    sessions: asked?.sessionsPlanned ?? course.sessionsPlanned,
    minutes: plan.run.totalRunMinutes ?? plan.run.longestRun ?? 0,
    tests: plan.gates.map((gate) => (gate.track === 'strength' ? ('strength' as const) : ('run' as const))),
    due: asked === null ? [] : dueFields(openingOf(course, asked), curriculum, checkInDay),
  };
}

/** How the reader of a reply must take it. `mail` = kind and week of the mail that was replied to. */
export function replyContext(
  person: Person,
  mail: { readonly kind: string; readonly week: number },
  verified: boolean,
  curriculum: Curriculum,
  at: Instant,
): ReplyContext {
  const asked = openQuestion(person, at);
  if ((person.status !== 'active' && person.status !== 'completed') || asked === null)
    return {
      allowOk: false,
      requireLong: true,
      sessionsPlanned: null,
      plannedRunMinutes: null,
      testsAsked: [],
      maintenance: false,
    };
  const { week, sessions, minutes, tests } = weekAsked(person, person.course, curriculum);
  return {
    allowOk: verified && PRINT_THE_LINE.includes(mail.kind) && mail.week === week,
    requireLong: longAsked(person, week),
    sessionsPlanned: sessions,
    plannedRunMinutes: minutes,
    testsAsked: tests,
    maintenance: person.status === 'completed',
    cleared: person.course.clearedWords ?? [],
  };
}

const weeklySigns = (curriculum: Curriculum): readonly string[] =>
  WEEKLY_RED_FLAGS.map((flag) => curriculum.questions.options.redFlags[flag].back);

/** The one line to copy, with this week's figures in it; the long one carries what is due besides. */
export function replyLine(person: OnCourse, course: Course, curriculum: Curriculum): ReplyLine {
  const { week, sessions, minutes, tests, due } = weekAsked(person, course, curriculum);
  const items = [
    `2, worst 3, did ${sessions} of ${sessions}`,
    ...(minutes === null ? [] : [minutes === 0 ? 'did not run' : `ran ${minutes} min`]),
    'fine next morning, no painkillers, no stop signs',
    ...(tests.length > 0 ? ['tests ok'] : []),
    ...(due.includes('runsDone') ? ['3 calm runs'] : []),
    ...(due.includes('raisesSore') ? ['raises 20 sore 22 other'] : []),
  ];
  return {
    long: longAsked(person, week),
    longLine: items.join(', '),
    runPlanned: minutes !== null,
    tests: tests.length,
    stopSigns: weeklySigns(curriculum),
  };
}

/** What an acknowledgement may say, from the state as it is when it leaves. Never a word the person wrote. */
export function ackBody({
  person,
  about,
  links,
  curriculum,
}: {
  readonly person: Person;
  readonly about?: About | undefined;
  readonly links: {
    readonly openCheckIn: string | null;
    readonly worse: string;
    readonly me: string;
    readonly start: string;
  };
  readonly curriculum: Curriculum;
}): AckView {
  assert(about?.of === 'reply', 'an acknowledgement names what it acknowledges');
  const code = about.says;
  const active = person.status === 'active' ? person.course : null;
  const kept = code === 'kept' && person.status === 'completed' ? person.course : null;
  const next =
    kept === null ? undefined : person.owed.find((m) => m.kind === 'maintenance' || m.kind === 'closed');
  const answer = kept?.asked?.answer ?? (code === 'answered' ? (active?.asked?.answer ?? null) : null);
  const steps = person.status === 'stopped' ? safetyPanel(curriculum, person.stop, person.country).steps : [];
  const day = (at: string): string => dayInWords(at, person.timeZone);
  return {
    kind: 'ack',
    code,
    understood: answer === null ? [] : understood(curriculum, answer),
    missing: answer === null || active === null ? [] : missingWords(active.explained.missing),
    steps,
    until: person.status === 'paused' && person.pause.by === 'person' ? day(person.pause.endsAt) : null,
    mailsCameBack: person.status === 'paused' && person.pause.by === 'bounce',
    nextPlanOn: active === null ? null : day(active.nextPlanAt),
    nextMailOn: next === undefined ? null : day(next.due),
    checkInUrl: links.openCheckIn,
    worseUrl:
      person.status === 'active' || person.status === 'paused' || person.status === 'completed'
        ? links.worse
        : null,
    pageUrl: person.status === 'confirmed' ? links.start : links.me,
  };
}

export function questionBody(person: Person, checkInUrl: string, curriculum: Curriculum): QuestionView {
  assert(
    person.status === 'active' || person.status === 'completed',
    'a question is for those who are asked',
  );
  return {
    kind: 'question',
    repeats: person.status === 'active',
    url: checkInUrl,
    ...replyLine(person, person.course, curriculum),
  };
}
