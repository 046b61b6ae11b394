/**
 * One page to show a physiotherapist: where the programme stands, every week's answer, what was stopped and
 * by which answer. Numbers and choices only: no name, no address, no note, no health conditions, and no
 * diagnosis (docs/clinical-rules.md §9.6; docs/decisions/0016-summary-for-a-physiotherapist.md).
 */
import { localDate } from '../../program/calendar.ts';
import type { Finding, Outcome } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { EventOf, ParticipantEvent } from '../../program/participant/events.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import type { SummaryHappening, SummaryPage, SummaryWeek } from '../page/page-views.ts';
import { footCoreName, runningName, strengthName } from '../words/words.ts';
import type { Happening } from './history.ts';

/** So many weeks fit on one sheet beside the rest; the newest count. The whole is in the history. */
export const SUMMARY_WEEKS = 14;
/** The same for what was stopped or got worse. */
export const SUMMARY_HAPPENINGS = 5;

type Digest = Course['history'][number];
type Answers = EventOf<'CheckedIn'>['answers'];

const DECIDED: Readonly<Record<Outcome, string>> = {
  STOP_EMERGENCY: 'plan stopped',
  STOP_DOCTOR: 'plan stopped',
  REGRESS: 'a step easier',
  HOLD: 'stayed',
  PROGRESS: 'a step up',
  ACCELERATE: 'a step up',
};
const CHANGE_FROM = -5;

/** The part of the journal that belongs to this time here: nothing of an earlier one. */
function thisTime(journal: readonly Happening[]): readonly ParticipantEvent[] {
  const events = journal.flatMap((entry) => entry.events);
  return events.slice(
    Math.max(
      0,
      events.findLastIndex((event) => event.type === 'SignedUp'),
    ),
  );
}

/**
 * The last answer of each week; a later one replaces an earlier one, and one that was held back as a link
 * checker's is none.
 */
function answersByWeek(events: readonly ParticipantEvent[]): ReadonlyMap<number, Answers> {
  const byWeek = new Map<number, Answers>();
  for (const event of events) {
    if (event.type === 'CheckedIn') byWeek.set(event.week, event.answers);
    if (event.type === 'AnswersDoubted') byWeek.delete(event.week);
  }
  return byWeek;
}

function weekOf(curriculum: Curriculum, digest: Digest, answers: Answers | undefined): SummaryWeek {
  const { test } = curriculum.questions.options;
  const rest: string[] = [];
  if (digest.average !== null)
    rest.push(digest.settled ? 'settled' : digest.stiffBoth ? 'both calves stiff' : 'not settled');
  if (digest.sessionsDone !== null) rest.push(`${digest.sessionsDone}/${digest.sessionsPlanned} sessions`);
  if (digest.longestRun !== null)
    rest.push(digest.longestRun === 0 ? 'no run' : `run ${digest.longestRun} min`);
  const tests = [
    ...(answers?.gateStrength == null ? [] : [`strength ${test[answers.gateStrength].back}`]),
    ...(answers?.gateRun == null ? [] : [`running ${test[answers.gateRun].back}`]),
  ];
  if (tests.length > 0) rest.push(`test: ${tests.join(', ')}`);
  if (digest.raises !== null)
    rest.push(`heel raises ${digest.raises.sore} sore leg, ${digest.raises.other} other`);
  if (digest.psfs !== undefined) rest.push(`own activity ${digest.psfs} of 10`);
  if (digest.change !== undefined)
    rest.push(
      `change since the start ${digest.change > 0 ? '+' : ''}${digest.change} (${CHANGE_FROM} to +5)`,
    );
  if (answers?.painkillers === 'yes') rest.push('painkiller taken');
  if (digest.flared === true) rest.push('got worse in between');
  const stage = digest.stage === 'RK' ? 'running reduced' : digest.stage;
  return {
    week: digest.week,
    average: digest.average,
    worst: digest.worst,
    rest: rest.join(', '),
    decided: `${digest.average === null ? 'no answer; ' : ''}LV${digest.level}, ${stage}: ${DECIDED[digest.outcome]}`,
  };
}

const answered = (curriculum: Curriculum, findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map((f) => answerWords(curriculum, f.answer))),
];

/** Stops with the answer behind each, reports of worse, returns; oldest first. */
function happenings(
  events: readonly ParticipantEvent[],
  timeZone: string,
  curriculum: Curriculum,
): readonly SummaryHappening[] {
  return events.flatMap((event): readonly SummaryHappening[] => {
    switch (event.type) {
      case 'Stopped':
        return [
          {
            on: localDate(event.stop.at, timeZone),
            what: `All calf exercises and running stopped. Answer: ${answered(curriculum, event.stop.findings).join('; ')}.`,
          },
        ];
      case 'FlaredUp':
        return [
          {
            on: localDate(event.at, timeZone),
            what: 'Told us that the calf got worse: rest, then a step easier.',
          },
        ];
      case 'Cleared':
        return [
          {
            on: localDate(event.at, timeZone),
            what: `Came back; seen by ${curriculum.questions.options.seenBy[event.seenBy].back} on ${event.seenOn}.`,
          },
        ];
      default:
        return [];
    }
  });
}

const position = ({ tracks, baseline, week }: Course, curriculum: Curriculum): readonly string[] => [
  `Week ${week} of the programme.`,
  `Strength: ${strengthName(curriculum, tracks)} (of 7; began at ${baseline.startLevel}).`,
  `Running: stage ${tracks.stage}, ${runningName(curriculum, tracks)} (began at ${baseline.startStage}).`,
  `Feet: ${footCoreName(curriculum, tracks)}.`,
];

/** Null for somebody without a course and without a stop: there is nothing to show. */
export function summaryPage(
  person: Person,
  journal: readonly Happening[],
  { at, meUrl, curriculum }: { readonly at: string; readonly meUrl: string; readonly curriculum: Curriculum },
): SummaryPage | null {
  if (
    person.status !== 'active' &&
    person.status !== 'paused' &&
    person.status !== 'stopped' &&
    person.status !== 'completed'
  )
    return null;
  const { course, timeZone } = person;
  const events = thisTime(journal);
  const answers = answersByWeek(events);
  const weeks = (course?.history ?? []).map((digest) => weekOf(curriculum, digest, answers.get(digest.week)));
  const baseline = course?.baseline ?? null;
  return {
    on: localDate(at, timeZone),
    status: person.status,
    startedOn: course === null ? null : localDate(course.startedAt, timeZone),
    position: course === null ? [] : position(course, curriculum),
    about:
      baseline === null
        ? null
        : {
            intent: baseline.intent,
            side: baseline.side,
            site: baseline.site,
            ageBand: baseline.ageBand,
            runsNow: baseline.runsNow,
            strainLast12m: baseline.strainLast12m,
            painAverage: baseline.painAverage,
            painWorst: baseline.painWorst,
            suddenOnset: baseline.suddenOnset,
            psfs: person.aboutRunning?.psfs ?? null,
          },
    weeks: weeks.slice(-SUMMARY_WEEKS),
    weeksLeftOut: Math.max(0, weeks.length - SUMMARY_WEEKS),
    happenings: happenings(events, timeZone, curriculum).slice(-SUMMARY_HAPPENINGS),
    meUrl,
  };
}
