/** What must have come about once the faults have ended and two quiet weeks have passed. */
import { PROMISES } from '../../../program/participant/mail-kinds.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { type CommitFact, type EndFact, isPerson, type Observer, type Scene } from './facts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The longest time between two check-ins of a course that runs, and a day to send. */
const CHECK_IN_DAYS = 9;
/** The line of a stop that nobody can be told of: one that is only unproved is tried until it has left. */
const UNDELIVERABLE = 'safety-undelivered';

interface Stopped {
  readonly at: number;
  readonly id: string;
}

export function watchEnds(scene: Scene): Observer {
  const stops: Stopped[] = [];
  const erasures = new Map<string, number>();
  const enrolled = new Set<string>();
  return {
    commit: (fact: CommitFact) => {
      const { commit, at } = fact;
      for (const event of commit.events) {
        if (event.type === 'Stopped') stops.push({ at, id: commit.id });
        if (event.type === 'Erased') erasures.set(commit.id, at);
        if (event.type === 'Enrolled') enrolled.add(commit.id);
        if (event.type === 'MailAbandoned') givenUp(scene, fact, event.occasion);
      }
    },
    end: (end) => {
      const people = [...scene.store.tables.people.values()].map((p) => p.participant);
      for (const person of people) stillness(scene, end, person);
      for (const stop of stops) told(scene, end, stop);
      for (const person of people)
        if (person.status === 'active' && enrolled.has(person.id)) began(scene, person.id);
      for (const [id] of erasures)
        if (people.some((p) => p.id === id)) scene.violated('L4', id, 'erased, and still there');
      const left = end.waiting.urgent + end.waiting.routine + end.waiting.feedback;
      if (left > 0) scene.violated('L3', 'queues', `${left} messages are left`);
      const alarmed = end.lines.some((line) => line.level === 'error');
      if (end.dead.length > 0 && !alarmed) scene.violated('L3', 'queues', 'dead letters without an alarm');
      storm(scene, end);
    },
  };
}

function stillness(scene: Scene, end: EndFact, person: Participant): void {
  if (!isPerson(person)) return;
  const { id } = person;
  const now = scene.now();
  const overdue = person.owed.filter((m) => Date.parse(m.due) < now - 2 * 60 * MINUTE);
  const waits = person.inflight.filter((f) => Date.parse(f.at) < now - DAY);
  if (overdue.length > 0 && waits.length === 0 && person.inflight.length === 0)
    scene.violated('L3', id, `${overdue[0]?.occasion ?? ''} is owed and does not leave`);
  if (waits.length > 0)
    scene.violated('L5', id, `${waits[0]?.occasion ?? ''} is in flight for more than a day`);
  if (person.status !== 'active') return;
  const latest = scene.accepted.findLast((m) => m.participantId === id && m.kind !== 'canary');
  if (latest === undefined || now - latest.at > CHECK_IN_DAYS * DAY) {
    const silence = latest === undefined ? 'ever' : `${Math.round((now - latest.at) / DAY)} days`;
    scene.violated('L7', id, `active, and no mail for ${silence}`);
  }
  const since = now - Date.parse(person.course.nextPlanAt);
  const answered = person.course.asked?.week === person.course.week && person.course.asked.answers > 0;
  if (since > 2 * DAY && !answered && end.quietSince < now - 10 * DAY)
    scene.violated('L1', id, `the plan day was ${Math.round(since / DAY)} days ago`);
}

/** A stop is told by mail, or the operator knows that it could not be. */
function told(scene: Scene, end: EndFact, stop: Stopped): void {
  const mailed = scene.accepted.some(
    (m) => m.participantId === stop.id && m.kind === 'safety' && m.at >= stop.at,
  );
  if (mailed) return;
  const person = scene.store.tables.people.get(stop.id)?.participant;
  // Who has left or was erased since gets no mail, by their own word.
  if (person === undefined || person.status === 'left') return;
  const alarmed = end.lines.some((l) => l.message === UNDELIVERABLE && l.fields.participantId === stop.id);
  if (!alarmed) scene.violated('L2', stop.id, 'stopped, and no safety mail ever left');
}

/** Whoever is in the course was sent its first plan. */
function began(scene: Scene, id: string): void {
  if (!scene.accepted.some((m) => m.participantId === id && m.kind === 'start'))
    scene.violated('L6', id, 'began the course, and no first plan ever left');
}

/** A mail that is lost leaves again within an hour where events come; some more for what else goes wrong. */
const EVENTS_HOURS = 12;
/** A mail that never left is not given up after one try while events come and nothing else is down. */
function givenUp(scene: Scene, { commit, before, at }: CommitFact, occasion: string): void {
  const flight = isPerson(before) ? before.inflight.find((f) => f.occasion === occasion) : undefined;
  if (flight === undefined || PROMISES[flight.kind] !== 'once' || flight.attempt > 1) return;
  const claimed = Date.parse(flight.at);
  if (at - claimed < DAY - 60 * MINUTE || before?.status !== commit.next.status) return;
  if (scene.accepted.some((m) => m.participantId === commit.id && m.occasion === occasion)) return;
  const { events, ses, queueDown, storeDown } = scene.faults;
  const calm = at - EVENTS_HOURS * 60 * MINUTE - scene.begins;
  const down = [...events, ...ses, ...queueDown, ...storeDown].some((window) => window.to > calm);
  if (!down) scene.violated('L5', commit.id, `${occasion} is given up after one try, and events came`);
}

/** A person who cannot be worked off costs a few hints a day, not one a minute. */
const DEAD_A_DAY = 6;
function storm(scene: Scene, end: EndFact): void {
  const days = Math.max(1, (scene.now() - scene.begins) / DAY);
  const perPerson = new Map<string, number>();
  for (const { queue, body } of end.dead) {
    if (queue === 'feedback') continue;
    // A hint carries its own instant: two of one person are two texts.
    const { participantId: id } = JSON.parse(body) as { readonly participantId: string };
    perPerson.set(id, (perPerson.get(id) ?? 0) + 1);
  }
  for (const [id, count] of perPerson)
    if (count > DEAD_A_DAY * Math.min(days, 4))
      scene.violated('I25', id, `${count} dead letters of one person`);
}
