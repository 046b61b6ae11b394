/** The moves that plans have printed, so that a move is called new once. */
import type { Course } from '../participant/state.ts';

/** What was printed before, with the moves of the plan that was followed or replaced. */
export const withShown = (
  { shown = [] }: Pick<Course, 'shown'>,
  event: { readonly shown?: readonly string[] | undefined },
): Pick<Course, 'shown'> =>
  event.shown === undefined ? {} : { shown: [...shown, ...event.shown.filter((id) => !shown.includes(id))] };
