/** Who takes up one of the places that an operator gives (docs/contract.md §6, `maxParticipants`). */
import type { Participant, Status } from './state.ts';

/**
 * A place is had from the confirmation until the course ends. A sign-up that nobody confirmed has none: else
 * whoever types a list of strangers into the form fills the programme. Who graduated has given theirs back;
 * a relapse takes one again, and nobody who was in is ever refused it.
 */
const HAS_PLACE: Readonly<Record<Status, boolean>> = {
  unconfirmed: false,
  confirmed: true,
  active: true,
  paused: true,
  stopped: true,
  completed: false,
  left: false,
  erased: false,
};
const held = (participant: Participant | null): number =>
  participant !== null && HAS_PLACE[participant.status] ? 1 : 0;

/** How many places more are taken once `before` has become `next`: 1, 0 or -1. */
export const placesTaken = (before: Participant | null, next: Participant | null): number =>
  held(next) - held(before);
