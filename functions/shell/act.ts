/**
 * What a person does on a page: stamped, named, carried out and, when a mail is due by it, told to the
 * sender.
 */
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { Command } from '../../program/participant/commands.ts';
import type { Participant } from '../../program/participant/state.ts';
import { type Beside, type Doing, type Executed, execute, isBusy } from './execute.ts';
import type { Clock, Ids, Log, Queue } from './ports.ts';

/** A command without its instant: the clock of the shell stamps it. */
export type Undated = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never;

/** What `act` needs of the app. */
export interface Acting extends Doing {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly queue: Queue;
  readonly log: Log;
}

export interface Named {
  /** Begins the command's id: `worse`, `me`, `start`. */
  readonly name: string;
  /** Rows of other partitions (address claim, mail, suppression) that the same transaction writes. */
  readonly beside?: Beside;
  /** How often the whole command is tried while others keep changing the same person; once unless said. */
  readonly patience?: number;
}

/**
 * Carries out one command of a person. `at` is stamped anew at every try; the id is the same at every try.
 *
 * @throws as `execute` does
 * @example await act(app, participant, { type: 'Resume' }, 'me')
 */
export async function act(
  app: Acting,
  { id }: { readonly id: string },
  command: Undated,
  as: string | Named,
): Promise<Executed> {
  const { name, beside, patience = 1 } = typeof as === 'string' ? { name: as } : as;
  const commandId = `${name}.${app.ids.command()}`;
  const task = {
    id,
    commandId,
    once: true,
    commandOf: (): Command => ({ ...command, at: app.clock.now() }),
    ...(beside === undefined ? {} : { prepare: () => beside }),
  };
  for (let left = patience; ; left -= 1) {
    try {
      const done = await execute(app, task);
      await hint(app, done);
      return done;
    } catch (error) {
      if (left <= 1 || !isBusy(error)) throw error;
    }
  }
}

/**
 * Tells the sender of a person to whom a mail is due at once. A hint that fails fails nothing: what was done
 * stands, and the alarm in the state finds the person a minute later.
 */
export async function hint(app: Pick<Acting, 'clock' | 'queue' | 'log'>, done: Executed): Promise<void> {
  if (done.kind !== 'committed') return;
  const alarm = wakeAt(done.after);
  if (alarm === null || alarm > app.clock.now()) return;
  await tell(app, done.after.id);
}

/** One hint on the urgent queue, which fails nothing. */
export async function tell(app: Pick<Acting, 'queue' | 'log'>, id: string): Promise<void> {
  try {
    await app.queue.send('urgent', [{ participantId: id }]);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    app.log.warn('hint-failed', { participantId: id, error: why });
  }
}

/** The person after what was done, or as the refusal found them; `before` where nothing was read. */
export function standing(done: Executed, before: Participant): Participant | null {
  switch (done.kind) {
    case 'committed':
      return done.after;
    case 'refused':
    case 'unchanged':
      return done.participant;
    case 'repeated':
    case 'claimed-elsewhere':
    case 'full':
    case 'put-off':
      return before;
  }
}
