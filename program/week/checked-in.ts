/** The fact that a check-in was answered, in a running course and in maintenance alike. */
import type { RedFlag } from '../answers/intake.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { EventOf } from '../participant/events.ts';
import type { Asked } from '../participant/state.ts';

/**
 * An answer whose note has been read: clear stop signs are ticked, `doubtfulSigns` are still to be asked
 * about.
 */
export type NotedCheckIn = Omit<CommandOf<'SubmitCheckIn'>, 'unread'> & {
  readonly doubtfulSigns: readonly RedFlag[];
  readonly unread: Asked['unread'];
};

/** The next answer to the open question `asked`. */
export const checkedIn = (asked: Asked, command: NotedCheckIn): EventOf<'CheckedIn'> => ({
  type: 'CheckedIn',
  at: command.at,
  week: asked.week,
  number: asked.answers + 1,
  answers: command.answers,
  source: command.source,
  ...(command.doubtfulSigns.length === 0 ? {} : { doubtfulSigns: command.doubtfulSigns }),
  ...(command.unread === undefined ? {} : { unread: command.unread }),
});
