/**
 * The alarm rang: what time alone has brought about, then at most one mail to claim. A wake with nothing due
 * refuses with `nothing-due`: the hint was stale.
 */
import { closedAddress } from './account/closed-address.ts';
import { carriesRequest, freshGone } from './account/fresh-link.ts';
import { resumed } from './account/pause.ts';
import { maintenanceOpening } from './aftercare/maintenance.ts';
import type { Curriculum } from './curriculum/schema.ts';
import { evolve } from './evolve/evolve.ts';
import { ok, refuse } from './kernel/result.ts';
import type { Instant } from './kernel/time.ts';
import { claimNext, type Programme } from './mails/claim.ts';
import { FREE } from './mails/held.ts';
import { newMail, owe } from './mails/owed.ts';
import { reconcile } from './mails/reconcile.ts';
import { unanswered } from './mails/wake-at.ts';
import type { CommandOf } from './participant/commands.ts';
import type { Decided } from './participant/decided.ts';
import type { ParticipantEvent } from './participant/events.ts';
import type { OwedMail, Participant, Person } from './participant/state.ts';
import { leaving } from './week/leaving.ts';
import { letterGone, letterMarked } from './week/milestones.ts';
import { silence } from './week/silence.ts';

/** What is due at `command.at`: every alarm that has come, each on the state the one before it left. */
export function wake(command: CommandOf<'Wake'>, state: Participant, curriculum: Curriculum): Decided {
  const events: ParticipantEvent[] = [];
  let now: Participant = state;
  const add = (more: readonly ParticipantEvent[]): void => {
    for (const event of more) {
      events.push(event);
      now = evolve(now, event);
    }
  };
  if (now.status !== 'erased') add(reconcile(now, command));
  if (now.status !== 'erased') add(timePassed(now, command.at, curriculum));
  if (now.status !== 'erased') add(closedAddress(now, command.at, command.sending ?? FREE));
  if (now.status !== 'erased') add(claimNext(now, command, programmeOf(now, command.at, curriculum)));
  return events.length === 0 ? refuse('nothing-due') : ok(events);
}

/** What the programme knows of a mail that is due now. */
const programmeOf = (state: Person, at: Instant, curriculum: Curriculum): Programme => ({
  overtaken: (mail) => overtaken(state, mail, at),
  preparation: (mail) => {
    if (state.status === 'completed')
      return mail.kind === 'milestone'
        ? letterMarked(state, mail, at)
        : maintenanceOpening(state, mail, at, curriculum);
    return state.status === 'active' ? leaving(state, mail, at, curriculum) : [];
  },
});

/** The link was replaced or is over; the letter does not stand as it was told. */
function overtaken(state: Person, mail: OwedMail, at: Instant): boolean {
  if (carriesRequest(mail)) return freshGone(state, mail, at);
  if (mail.kind !== 'milestone') return false;
  return (state.status === 'active' || state.status === 'completed') && letterGone(state, mail, at);
}

/**
 * What the clock alone brings: an unconfirmed sign-up lapses, a consent taken back erases, a pause ends, an
 * unanswered week is repeated.
 */
function timePassed(state: Person, at: Instant, curriculum: Curriculum): readonly ParticipantEvent[] {
  if (state.status === 'unconfirmed') return at >= state.expiresAt ? [{ type: 'Lapsed', at }] : [];
  if (state.status === 'left' && state.eraseAt !== undefined && at >= state.eraseAt)
    return [{ type: 'Erased', at }];
  if (state.status === 'paused' && at >= state.pause.endsAt) {
    return state.pause.by === 'person' ? resumed(state, at, false, curriculum) : goodbye(at);
  }
  const asked = state.status === 'active' ? unanswered(state) : null;
  if (state.status === 'active' && asked !== null && at >= state.course.nextPlanAt)
    return silence(state, asked, at, curriculum);
  return [];
}

const goodbye = (at: Instant): readonly ParticipantEvent[] => [
  { type: 'Left', at, reason: 'silence' },
  owe([newMail({ kind: 'closed' }, { due: at, week: 0, byPerson: false })]),
];
