/**
 * What may be committed: revisions in order, one step up and only by an answer, weeks one by one, nothing
 * owed to those who left.
 */
import { normaliseAddress } from '../../../functions/shell/mailboxes.ts';
import type { Commit } from '../../../functions/shell/ports.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { isPerson, type Observer, type Scene } from './facts.ts';

const DAY = 24 * 60 * 60_000;
/** What a change of day, hour or zone may make of the time between two plans. */
const LONGEST_WEEK_DAYS = 13;
const PLANS: ReadonlySet<string> = new Set(['start', 'plan']);
const ANSWERS = new Set(['SubmitCheckIn', 'ReceiveReply']);

const courseOf = (state: Participant | null) => (isPerson(state) && 'course' in state ? state.course : null);

export function watchStates(scene: Scene): Observer {
  const revs = new Map<string, number>();
  const openOf = new Map<string, string>();
  return {
    commit: ({ commit, before, rev, by }) => {
      const { id, next, command, events } = commit;
      const last = revs.get(id);
      if (last !== undefined && rev !== last + 1 && rev !== 1)
        scene.violated('I11', id, `revision ${rev} follows ${last}`);
      revs.set(id, rev);
      if (by !== null && (by.method === 'GET' || by.method === 'HEAD'))
        scene.violated('I14', id, `${by.method} on ${by.fn} committed ${command.type}`);
      const [was, is] = [courseOf(before), courseOf(next)];
      if (was !== null && is !== null) {
        climbed(scene, id, { was, is }, command);
        if (is.week > was.week + 1) scene.violated('I8', id, `week ${is.week} follows ${was.week}`);
        // Back from a break the plan waits for the answer, and the last one left before the break.
        const running = next.status === 'active' && is.fromBreak !== true;
        if (command.type === 'ChangeSettings' && running) {
          const gap = Date.parse(is.nextPlanAt) - lastPlan(scene, id, Date.parse(is.openedAt));
          if (gap >= LONGEST_WEEK_DAYS * DAY && is.week > 1)
            scene.violated(
              'I8',
              id,
              `${(gap / DAY).toFixed(1)} days between two plans after a change of settings`,
            );
        }
        const silent = events.some((e) => e.type === 'WeekUnanswered' || e.type === 'Paused');
        missed(scene, id, { was, is }, silent);
      }
      if (next.status === 'left' && next.reason === 'unsubscribed' && next.owed.length > 0)
        scene.violated('I27', id, `unsubscribed, and ${next.owed[0]?.occasion ?? ''} is owed`);
      if (isPerson(next)) {
        const names = next.inflight.map((f) => f.occasion);
        if (new Set(names).size < names.length) scene.violated('I11', id, 'two claims of one mail');
        only(scene, openOf, id, next);
      }
    },
    answer: (fact) => {
      if (fact.about !== 'leave' || fact.status !== 200) return;
      const person = [...scene.store.tables.people.values()].find((p) => p.participant.email === fact.email);
      if (person !== undefined && person.participant.owed.length > 0)
        scene.violated(
          'I27',
          person.participant.id,
          'the page said that no more mails come, and one is owed',
        );
    },
  };
}

interface Change {
  readonly was: NonNullable<ReturnType<typeof courseOf>>;
  readonly is: NonNullable<ReturnType<typeof courseOf>>;
}
/** A week counts as unanswered only when its check-in is known to have left. */
function missed(scene: Scene, id: string, { was, is }: Change, silent: boolean): void {
  if (!silent || is.missed <= was.missed) return;
  const occasion = `w${was.week}-check-in`;
  const asked = scene.accepted.some((m) => m.participantId === id && m.occasion.startsWith(occasion));
  if (!asked) scene.violated('I29', id, `week ${was.week} counts as missed, and its check-in never left`);
}

/** A level up comes from a proved answer alone, one at most, from the state at the week's opening. */
function climbed(scene: Scene, id: string, { was, is }: Change, command: Commit['command']): void {
  const up = is.tracks.level - was.tracks.level;
  const opening = was.asked?.tracks.level ?? was.tracks.level;
  if (is.tracks.level - Math.max(opening, was.tracks.level) > 1 || (is.tracks.level > opening + 1 && up > 0))
    scene.violated('I6', id, `up ${up} levels by ${command.type}`);
  if (up > 0 && !ANSWERS.has(command.type))
    scene.violated('I6', id, `up a level by ${command.type}, without an answer`);
  if (up > 0 && command.id.includes('.unproved.'))
    scene.violated('I13', id, 'up a level by a reply that proves nothing');
}

/** When the last plan left; it may have left long after its week opened. */
function lastPlan(scene: Scene, id: string, openedAt: number): number {
  const plan = scene.accepted.findLast((m) => m.participantId === id && PLANS.has(m.kind));
  return Math.max(openedAt, plan?.at ?? 0);
}

/** One mailbox, one course. */
function only(scene: Scene, openOf: Map<string, string>, id: string, next: Participant): void {
  if (!isPerson(next)) return;
  const box = normaliseAddress(next.email);
  if (next.status !== 'active') {
    if (openOf.get(box) === id) openOf.delete(box);
    return;
  }
  const other = openOf.get(box);
  if (other !== undefined && other !== id) scene.violated('I19', id, `a second course beside ${other}`);
  openOf.set(box, id);
}
