/** The participants of a local run as the control API shows them (docs/contract.md §4). */
import { blockOfWeek } from '../../program/curriculum/lookup.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import type { Participant } from '../../program/participant/state.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import type { Answer, Asked } from './asked.ts';

function rowOf(curriculum: Curriculum, p: Participant) {
  const course = 'course' in p ? p.course : null;
  const { level, stage } = course?.tracks ?? {};
  return {
    id: p.id,
    email: p.status === 'erased' ? null : p.email,
    status: p.status,
    week: course?.week ?? null,
    level: level === undefined ? null : `LV${level}`,
    stage: stage ?? null,
    footCore: course === null ? null : blockOfWeek(curriculum, course.tracks.footCoreWeek).block,
    wakeAt: wakeAt(p),
  };
}
const created = (p: Participant): string => (p.status === 'erased' ? '' : p.createdAt);

/** Everybody, in the order of their sign-up. */
export async function rowsOf({
  world,
  curriculum,
}: Pick<Asked, 'world' | 'curriculum'>): Promise<readonly ReturnType<typeof rowOf>[]> {
  const loaded = await Promise.all((await world.participantIds()).map((id) => world.store.load(id)));
  const people = loaded.flatMap((l) => (l === null ? [] : [l.participant]));
  people.sort((a, b) => (created(a) < created(b) ? -1 : 1));
  return people.map((p) => rowOf(curriculum, p));
}

/** What the open question plans: the figures that a diligent runner reports; null when none is open. */
function openOf(curriculum: Curriculum, p: Participant, now: string) {
  const asked = p.status === 'erased' ? null : openQuestion(p, now);
  if (asked === null) return null;
  const { week, sessionsPlanned, tracks } = asked;
  if (p.status !== 'active') return { week, sessionsPlanned, longestRun: 0 };
  const { run } = currentPlan(p, { ...p.course, week, tracks }, curriculum);
  return { week, sessionsPlanned, longestRun: run.longestRun ?? run.totalRunMinutes };
}

export async function listParticipants(asked: Asked): Promise<Answer> {
  return { body: await rowsOf(asked) };
}

export async function oneParticipant({ world, curriculum }: Asked, id: string): Promise<Answer> {
  const held = await world.store.everything(id);
  if (held === null)
    return {
      status: 404,
      body: { error: `There is no participant ${id}. GET /__local/participants lists them.` },
    };
  const { participant, rev, journal, mails } = held;
  return {
    body: {
      ...rowOf(curriculum, participant),
      rev,
      open: openOf(curriculum, participant, world.clock.now()),
      state: participant,
      journal,
      mails,
    },
  };
}
