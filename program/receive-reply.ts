/**
 * A reply by mail (docs/contract.md §3): stop signs first, then commands, then numbers, else we ask once. The
 * mail that answers it goes to the address on file and is limited, so that two machines that answer each
 * other fall silent (docs/architecture.md §9.6). A sender who is not proved may only move towards caution
 * (docs/architecture.md §5).
 */
import { MAX_PAUSE_DAYS, pause, resume } from './account/pause.ts';
import { requestFresh } from './account/requests.ts';
import { unsubscribe } from './account/settings.ts';
import { type CheckInAnswers, checkInAnswers } from './answers/check-in.ts';
import { localDate, shiftDate } from './calendar.ts';
import type { Baseline, Route } from './course/types.ts';
import type { Curriculum } from './curriculum/schema.ts';
import { unreachable } from './kernel/assert.ts';
import { ok, refuse } from './kernel/result.ts';
import { dropOwed, newMail, owe } from './mails/owed.ts';
import type { CommandOf, RefusalCode } from './participant/commands.ts';
import type { Decided } from './participant/decided.ts';
import type { ParticipantEvent } from './participant/events.ts';
import type { AckCode } from './participant/occasion.ts';
import { inMaintenance, listOpenFor, openQuestion } from './participant/open-question.ts';
import { mayTell, sameBudget } from './participant/reply-answers.ts';
import type { Asked, Participant } from './participant/state.ts';
import { EASES_FROM } from './reply/protective.ts';
import {
  byCards,
  courseOf,
  type Done,
  type Here,
  tell,
  unread,
  whereQuestionsStand,
  whereTheyStand,
  withCards,
} from './told.ts';
import { triageCheckIn } from './triage/triage.ts';
import { submitCheckIn } from './week/answer.ts';
import { leftListLine, noSigns } from './week/answer-list.ts';
import { choose } from './week/choices.ts';
import { stopOn } from './week/stop.ts';

/** A pause of no said length. */
const PAUSE_WEEKS = 1;
const NO_WEEK = -1;

type Reply = CommandOf<'ReceiveReply'>;
/** Refuses only for people who get no mail of ours: `not-confirmed`, `left`. STOP is always heard. */
export function receiveReply(command: Reply, state: Participant, curriculum: Curriculum): Decided {
  const { said, at } = command;
  if (said.kind === 'command' && said.command.command === 'STOP')
    return unsubscribe({ type: 'Unsubscribe', at }, state);
  if (state.status === 'left' || state.status === 'erased') return refuse('left');
  if (state.status === 'unconfirmed') return refuse('not-confirmed');
  const done = doneBy(command, state, curriculum);
  return ok([...done.events, ...answerTo(command, state, done)]);
}

function doneBy(command: Reply, state: Here, curriculum: Curriculum): Done {
  const { said, at, verified } = command;
  switch (said.kind) {
    case 'redFlags':
      return stopSigns(command, state, { ...said.answers, redFlags: said.flags }, curriculum);
    case 'command':
      return ordered(command, state, said, curriculum);
    case 'answer':
      return withCards(
        command.verified
          ? answered(command, state, said.answers, curriculum)
          : careful(command, state, said.answers.painAverage, curriculum),
        said.cards,
        state,
      );
    case 'asked':
      return byCards(said.cards, state, at);
    case 'ambiguous': {
      // "3 or 6?": be careful by the higher one meanwhile, and ask which.
      const { events } = careful(command, state, said.safer ?? 0, curriculum);
      if (events.some((e) => e.type === 'Stopped' || e.type === 'Relapsed')) return tell(null, events);
      return tell(events.length > 0 ? 'question' : unread(state, at), events);
    }
    case 'noSigns':
      if (listOpenFor(state, at) === null) return tell(unread(state, at));
      return verified ? resultOf(noSigns(state, at, curriculum), state, at, 'answered') : tell('sender');
    case 'unclear':
    case 'empty':
      return tell(unread(state, at));
    default:
      return unreachable(said, 'reading of a reply');
  }
}

/**
 * The open question a mail of ours belongs to: the check-in and what followed it, the plan that its answer
 * made, or the question of the maintenance.
 */
function questionOf({ to, at }: Reply, state: Here): Asked | null {
  const asked = openQuestion(state, at);
  if (asked === null) return null;
  if (state.status === 'completed')
    return ['maintenance', 'question', 'ack'].includes(to.kind) && to.week === asked.week ? asked : null;
  const before = to.kind === 'plan' || to.kind === 'decision';
  const either = to.kind === 'ack' && to.week === asked.week + 1;
  const about = ['check-in', 'reminder', 'silent', 'question', 'ack'].includes(to.kind);
  return (about && to.week === asked.week) || ((before || either) && to.week === asked.week + 1)
    ? asked
    : null;
}

const NOBODY: Pick<Baseline, 'conditions' | 'site'> = { conditions: [], site: null };
const WEIGHT: Readonly<Record<Route, number>> = { emergency: 0, doctor: 1, wait: 2, physioFirst: 3 };

/**
 * Straight to safety, for any sender and any words beside it; a sign that does not stop is told back
 * with the safety page.
 */
function stopSigns(command: Reply, state: Here, said: Partial<CheckInAnswers>, curriculum: Curriculum): Done {
  const { at } = command;
  const asked = leftListLine(command, state);
  if (asked !== null) return tell(null, asked);
  // Without a number the list alone decides: 0 adds nothing to it.
  const answers = checkInAnswers.parse({ painAverage: 0, ...said });
  const course = courseOf(state);
  const triage = triageCheckIn(answers, course?.baseline ?? NOBODY);
  const withNumber = said.painAverage !== undefined;
  if (triage.route === 'eligible') {
    if (withNumber && questionOf(command, state) !== null) {
      if (command.verified) return answered(command, state, answers, curriculum);
      if (answers.painAverage >= EASES_FROM) return careful(command, state, answers.painAverage, curriculum);
    }
    return tell(whereQuestionsStand(state, at) ?? 'signs');
  }
  if (state.status === 'stopped' && WEIGHT[triage.route] >= WEIGHT[state.stop.route]) return tell('stopped');
  if (withNumber && questionOf(command, state) !== null) {
    const stopped = submitCheckIn(submission(command, state, answers), state, curriculum);
    if (stopped.ok) return tell(null, stopped.value);
  }
  return tell(null, stopOn(state, at, triage, { from: 'check-in', week: course?.week ?? 0 }));
}

const submission = (command: Reply, state: Here, answers: CheckInAnswers): CommandOf<'SubmitCheckIn'> => ({
  type: 'SubmitCheckIn',
  at: command.at,
  week: questionOf(command, state)?.week ?? NO_WEEK,
  answers,
  source: 'reply',
  unread: command.said.kind === 'answer' ? command.said.unread : null,
  ...(command.logged === undefined ? {} : { logged: command.logged }),
});

const REFUSED: Readonly<Partial<Record<RefusalCode, AckCode>>> = {
  'no-open-week': 'closed',
  'week-closed': 'closed',
  burst: 'closed',
  'too-many-answers': 'enough',
  paused: 'paused',
  completed: 'completed',
  stopped: 'stopped',
};
const SPEAKS_FOR_ITSELF = [
  'plan',
  'decision',
  'safety',
  'graduation',
  'closed',
  'paused',
  'check-in',
  'fresh',
  'flare',
  'question',
];
const mailed = (events: readonly ParticipantEvent[], at: string): boolean =>
  events.some(
    (e) => e.type === 'MailsOwed' && e.mails.some((m) => m.due <= at && SPEAKS_FOR_ITSELF.includes(m.kind)),
  );
/** A plan that has not left yet is written from the newest state, so it tells the news itself. */
const planWaits = (state: Here): boolean =>
  state.owed.some((m) => m.kind === 'plan' || m.kind === 'decision' || m.kind === 'start');

function resultOf(decided: Decided, state: Here, at: string, quiet: AckCode): Done {
  if (!decided.ok) return tell(whereTheyStand(state) ?? REFUSED[decided.refusal] ?? quiet);
  const events = decided.value;
  return tell(mailed(events, at) || (events.length > 0 && planWaits(state)) ? null : quiet, events);
}

/** A proved answer counts like one on the page. */
function answered(command: Reply, state: Here, said: Partial<CheckInAnswers>, curriculum: Curriculum): Done {
  const answers = checkInAnswers.parse(said);
  return numbered(command, state, { answers, quiet: 'answered', curriculum });
}

/**
 * What an answer brings about. In maintenance nothing is "your plan", and a number without its question came
 * between two of them.
 */
function numbered(
  command: Reply,
  state: Here,
  {
    answers,
    quiet,
    curriculum,
  }: { readonly answers: CheckInAnswers; readonly quiet: AckCode; readonly curriculum: Curriculum },
): Done {
  const decided = submitCheckIn(submission(command, state, answers), state, curriculum);
  if (!inMaintenance(state, command.at)) return resultOf(decided, state, command.at, quiet);
  if (!decided.ok) return tell(decided.refusal === 'too-many-answers' ? 'enough' : 'closed');
  return tell(
    mailed(decided.value, command.at) ? null : answers.redFlags?.length ? 'signs' : 'kept',
    decided.value,
  );
}

/**
 * A number of an unproved sender, or one of several: it stops or eases, it never opens a calmer week and
 * never takes an easing back.
 */
function careful(command: Reply, state: Here, painAverage: number, curriculum: Curriculum): Done {
  const otherwise = whereQuestionsStand(state, command.at) ?? (command.verified ? 'closed' : 'sender');
  if (painAverage < EASES_FROM) return tell(otherwise);
  const answers = checkInAnswers.parse({ painAverage });
  const stops = triageCheckIn(answers, courseOf(state)?.baseline ?? NOBODY).route !== 'eligible';
  const eased =
    state.status === 'active' &&
    state.course.explained.outcome === 'REGRESS' &&
    state.course.asked?.answer !== null;
  if (!stops && (questionOf(command, state) === null || eased)) return tell(otherwise);
  return numbered(command, state, { answers, quiet: otherwise, curriculum });
}

type Ordered = Extract<Reply['said'], { kind: 'command' }>;
function ordered(command: Reply, state: Here, { command: order }: Ordered, curriculum: Curriculum): Done {
  const { at, verified } = command;
  switch (order.command) {
    case 'STOP':
      return tell(null);
    case 'HELP':
      return tell(state.status === 'stopped' ? 'stopped' : 'help');
    case 'WORSE':
      return tell(
        state.status === 'stopped' || state.status === 'confirmed' ? whereTheyStand(state) : 'worse',
      );
    case 'PAUSE': {
      const days = Math.min((order.weeks ?? PAUSE_WEEKS) * 7, MAX_PAUSE_DAYS);
      const until = shiftDate(localDate(at, state.timeZone), days);
      return resultOf(pause({ type: 'Pause', at, until }, state), state, at, 'paused');
    }
    case 'RESUME':
      if (!verified)
        return tell(whereTheyStand(state) === 'paused' ? 'sender' : (whereTheyStand(state) ?? 'running'));
      return resultOf(
        resume({ type: 'Resume', at }, state, curriculum),
        state,
        at,
        state.status === 'active' ? 'running' : 'resumed',
      );
    case 'EASIER':
    case 'REPEAT': {
      const choice = order.command === 'EASIER' ? 'easier' : 'repeat';
      return resultOf(choose({ type: 'Choose', at, choice }, state, curriculum), state, at, 'chosen');
    }
    case 'EXPORT':
    case 'DELETE': {
      // A reply proves too little to act: the link goes to the address on file, and the link asks.
      const what = order.command === 'EXPORT' ? 'export' : 'erase';
      const proof = verified ? ({ proved: true } as const) : {};
      const asked = requestFresh({ type: 'RequestFresh', at, what, ...proof }, state);
      return asked.ok ? tell(null, asked.value) : tell('link');
    }
    default:
      return unreachable(order, 'command of a reply');
  }
}

/**
 * The one mail that answers a reply, or none: the reply's effect has a mail of its own, the same was said
 * before, or too much was said today.
 */
function answerTo({ at, to, verified }: Reply, state: Here, done: Done): readonly ParticipantEvent[] {
  if (done.tell === null) return [];
  const week = courseOf(state)?.week ?? 0;
  const n = state.counter + counted(done.events) + 1;
  const by = verified ? {} : ({ unproved: true } as const);
  const cards = done.cards === undefined ? {} : { cards: done.cards };
  const mail = newMail(
    done.tell === 'question'
      ? { kind: 'question', n, ...by }
      : { kind: 'ack', says: done.tell, n, ...by, ...cards },
    { due: at, week, byPerson: true },
  );
  if (!mayTell(state, mail, at)) return [];
  if (done.tell === 'question' || done.tell === 'unread') return [owe([mail])];
  // A reply to an acknowledgement that says the same again is a machine, or has its answer.
  if (to.says === done.tell && done.events.length === 0 && done.cards === undefined) return [];
  return [...dropOwed(state, 'newer', (m) => m.kind === 'ack' && sameBudget(m, mail)), owe([mail])];
}

/** How far the events before have moved the counter that makes occasions unique. */
const counted = (events: readonly ParticipantEvent[]): number =>
  events.filter((e) => e.type === 'MailsOwed' && e.mails.some((m) => m.n !== undefined)).length;
