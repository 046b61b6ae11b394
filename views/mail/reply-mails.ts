/**
 * Answers by reply (docs/contract.md §3): the line a check-in mail prints to copy, what a reply to it may
 * mean, and the mails that answer a reply.
 */

import { asksForCount, dueFields } from '../../program/adapt/due.ts';
import { maintenanceDue } from '../../program/aftercare/maintenance.ts';
import { checkInAnswers, type StiffMinutes } from '../../program/answers/check-in.ts';
import { WEEKLY_RED_FLAGS } from '../../program/answers/intake.ts';
import { addLocalDays, dayInWords, localDate } from '../../program/calendar.ts';
import type { GateTest } from '../../program/course/plan.ts';
import type { AskedCard } from '../../program/curriculum/asked-card.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { About, AckCode } from '../../program/participant/occasion.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import type { Asked, Course, Of, Person } from '../../program/participant/state.ts';
import type { ReplyContext } from '../../program/reply/context.ts';
import { questionForms } from '../../program/reply/questions/questions.ts';
import { triageCheckIn } from '../../program/triage/triage.ts';
import { openingOf } from '../../program/week/asked-week.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import { askedWords, faqAnswer } from '../words/faq.ts';
import { safetyPanel } from '../words/safety.ts';
import { typedWords } from '../words/typed-words.ts';
import { missingWords, understood } from '../words/words.ts';
import type { AckView, QuestionView, ReplyLine } from './views.ts';

type OnCourse = Of<'active' | 'paused' | 'completed' | 'stopped'>;
/** Every third check-in asks for the long line or the form: `2 OK` says too little to go on for months. */
const LONG_EVERY = 3;
export const asksForLongLine = (week: number): boolean => week % LONG_EVERY === 0;
/** Mails that print the short line with all that it means. */
const PRINT_THE_LINE: readonly string[] = ['check-in', 'reminder', 'maintenance'];

interface WeekAsked {
  readonly week: number;
  readonly sessions: number;
  /** Null = no run is planned, and none is asked about. */
  readonly minutes: number | null;
  readonly gates: readonly GateTest[];
  /** The short line cannot say what this week asks for. */
  readonly long: boolean;
  /** The highest worst pain with which the next step may be taken. */
  readonly worst: 2 | 3;
  /** Absent = the calm runs of the week are not asked. */
  readonly runs?: number;
  /** Absent = stiffness is not asked; null = no band was told yet. */
  readonly stiffBefore?: StiffMinutes | null;
  readonly due: readonly string[];
}
/** After graduation: nothing moves up on an answer, so one short line is always enough. */
const maintenanceAsked = ({ asked, aftercare, week }: Course, { maintenance }: Curriculum): WeekAsked => ({
  week: asked?.week ?? week,
  sessions: asked?.sessionsPlanned ?? maintenance.strengthPerWeek,
  minutes: null,
  gates: [],
  long: false,
  worst: 3,
  due: aftercare === undefined ? [] : maintenanceDue(aftercare),
});

/**
 * The course as it stood on the day the question went out: an answer or a plan that came since changes
 * nothing of what was asked and printed.
 */
function asAsked(course: Course, asked: Asked, timeZone: string): Course {
  const { week, tracks, baseline, history, restriction } = openingOf(course, asked);
  return {
    ...course,
    ...{ week, tracks, baseline, history, restriction },
    flaredAt: asked.flared ? asked.sentAt : null,
    nextPlanAt: addLocalDays(asked.sentAt, 1, timeZone),
  };
}

/** What the week of the open question planned and asks; of the present week where none is open. */
function weekAsked(person: OnCourse, course: Course, curriculum: Curriculum): WeekAsked {
  if (person.status === 'completed') return maintenanceAsked(course, curriculum);
  const { asked } = course;
  const at = asked === null ? course : asAsked(course, asked, person.timeZone);
  const { run, gates } = currentPlan(person, at, curriculum);
  const planned = {
    week: at.week,
    sessions: asked?.sessionsPlanned ?? course.sessionsPlanned,
    minutes: run.stage === 'RK' ? (run.longestRun ?? 0) : run.totalRunMinutes,
    gates,
  };
  if (asked === null) return { ...planned, long: asksForLongLine(at.week), worst: 3, due: [] };
  const opening = openingOf(course, asked);
  const due = dueFields(opening, curriculum, localDate(asked.sentAt, person.timeZone));
  const stiffBefore = opening.history.findLast((d) => d.stiff !== undefined)?.stiff ?? null;
  const stiff = due.includes('stiffMinutes');
  return {
    ...planned,
    long: asksForLongLine(at.week) || (stiff && stiffBefore === null) || asksForCount(opening, curriculum),
    // A step of running asks for a worst of 2 (docs/clinical-rules.md §4.4).
    worst: due.includes('gateRun') || due.includes('runsDone') ? 2 : 3,
    ...(due.includes('runsDone') ? { runs: run.sessions } : {}),
    ...(stiff ? { stiffBefore } : {}),
    due,
  };
}

/** The self-tests of the week that is asked about, as the mail prints them. */
export const testsAsked = (person: OnCourse, course: Course, curriculum: Curriculum): readonly string[] =>
  weekAsked(person, course, curriculum).gates.map((gate) => gate.test);

/** How the reader of a reply must take it. `mail` = kind and week of the mail that was replied to. */
export function replyContext(
  person: Person,
  mail: { readonly kind: string; readonly week: number },
  {
    verified,
    curriculum,
    at,
  }: { readonly verified: boolean; readonly curriculum: Curriculum; readonly at: Instant },
): ReplyContext {
  const asked = openQuestion(person, at);
  const questions = questionForms(curriculum.faq);
  if ((person.status !== 'active' && person.status !== 'completed') || asked === null)
    return {
      allowOk: false,
      requireLong: true,
      sessionsPlanned: null,
      plannedRunMinutes: null,
      testsAsked: [],
      maintenance: false,
      questions,
    };
  const { week, sessions, minutes, gates, long, worst, runs, stiffBefore } = weekAsked(
    person,
    person.course,
    curriculum,
  );
  return {
    allowOk: verified && PRINT_THE_LINE.includes(mail.kind) && mail.week === week,
    requireLong: long,
    sessionsPlanned: sessions,
    plannedRunMinutes: minutes,
    testsAsked: gates.map((gate) => (gate.track === 'strength' ? 'strength' : 'run')),
    maintenance: person.status === 'completed',
    worstOfOk: worst,
    ...(runs === undefined ? {} : { runsPlanned: runs }),
    ...(stiffBefore === undefined ? {} : { stiffBefore }),
    cleared: person.course.clearedWords ?? [],
    questions,
  };
}

/** What the long line says of the mornings before any band was told. */
const STIFF_FIRST = 'stiff 5 min in the mornings';
const weeklySigns = (curriculum: Curriculum): readonly string[] =>
  WEEKLY_RED_FLAGS.map((flag) => curriculum.questions.options.redFlags[flag].back);

/** The one line to copy, with this week's figures in it; the long one carries what is due besides. */
export function replyLine(person: OnCourse, course: Course, curriculum: Curriculum): ReplyLine {
  const { sessions, minutes, gates, long, worst, runs, stiffBefore, due } = weekAsked(
    person,
    course,
    curriculum,
  );
  const items = [
    `2, worst ${worst}, did ${sessions} of ${sessions}`,
    ...(minutes === null ? [] : [minutes === 0 ? 'did not run' : `ran ${minutes} min`]),
    'fine next morning, no painkillers, no stop signs',
    ...(gates.length > 0 ? ['tests ok'] : []),
    ...(runs === undefined ? [] : [`${runs} calm ${runs === 1 ? 'run' : 'runs'}`]),
    ...(stiffBefore === undefined ? [] : [stiffBefore === null ? STIFF_FIRST : 'mornings no stiffer']),
    ...(due.includes('raisesSore') ? ['raises 20 sore 22 other'] : []),
  ];
  return {
    long,
    longLine: items.join(', '),
    runPlanned: minutes !== null,
    tests: gates.length,
    worst,
    runsCount: runs !== undefined,
    noStiffer: stiffBefore != null,
    stopSigns: weeklySigns(curriculum),
  };
}

/** Acknowledgements that list what may be asked. */
const LISTS_TITLES: readonly AckCode[] = ['unread', 'help'];

/** A card as it stands now; none where a newer curriculum has it no more. */
function cardOf({ card, asked }: AskedCard, curriculum: Curriculum): AckView['cards'] {
  const found = curriculum.faq.find(({ id }) => id === card);
  return found === undefined ? [] : [{ ...faqAnswer(found, curriculum), asked: askedWords(asked) }];
}

/** What was asked, and what may be. */
const questionsIn = (
  { says, cards = [] }: Extract<About, { of: 'reply' }>,
  curriculum: Curriculum,
): Pick<AckView, 'cards' | 'titles'> => ({
  cards: cards.flatMap((card) => cardOf(card, curriculum)),
  titles: LISTS_TITLES.includes(says) ? curriculum.faq.map(({ title }) => title) : [],
});

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
    ...questionsIn(about, curriculum),
    checkInUrl: links.openCheckIn,
    worseUrl:
      person.status === 'active' || person.status === 'paused' || person.status === 'completed'
        ? links.worse
        : null,
    pageUrl: person.status === 'confirmed' ? links.start : links.me,
  };
}

export function questionBody(
  {
    person,
    about,
    curriculum,
  }: { readonly person: Person; readonly about?: About | undefined; readonly curriculum: Curriculum },
  checkInUrl: string,
): QuestionView {
  assert(
    person.status === 'active' || person.status === 'completed',
    'a question is for those who are asked',
  );
  return {
    kind: 'question',
    repeats: person.status === 'active',
    // The short line counts as a reply to the mail that asked, and to no other (docs/contract.md §3).
    ...(about?.of === 'words' || about?.of === 'line' ? { url: `${checkInUrl}/done` } : { url: checkInUrl }),
    ...(about?.of === 'words' ? { words: { quoted: quotedOf(person.course) } } : {}),
    ...(about?.of === 'line' ? { line: lineOf(person, curriculum) } : {}),
    ...replyLine(person, person.course, curriculum),
    long: true,
  };
}

/** The line of the list that stood alone, in our words, and what to do if it is true. */
function lineOf(
  { course, country }: Of<'active' | 'completed'>,
  curriculum: Curriculum,
): NonNullable<QuestionView['line']> {
  const redFlags = course.listLine ?? [];
  const { route, findings } = triageCheckIn(
    checkInAnswers.parse({ painAverage: 0, redFlags }),
    course.baseline,
  );
  return {
    quoted: redFlags.map((flag) => curriculum.questions.options.redFlags[flag].back),
    steps: route === 'eligible' ? [] : safetyPanel(curriculum, { route, findings }, country).steps,
    urgent: route === 'emergency',
  };
}

/** What was written, as it may leave in a mail of ours. */
const quotedOf = ({ asked }: Course): string | null => {
  const words = asked?.unread?.words ?? null;
  return words === null ? null : typedWords(words);
};
